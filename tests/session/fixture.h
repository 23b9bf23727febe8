// Four small moves and a routine of them, made by hand, so that these tests read no files.
#pragma once

#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { FIXTURE_HIP, FIXTURE_BRIDGE, FIXTURE_CLAM, FIXTURE_STAND, FIXTURE_MOVES };

typedef struct {
    Arena arena;
    Move moves[FIXTURE_MOVES];
    Routine routine;
} Fixture;

static inline void fixture_phases(Fixture *fixture, Move *move, const char *const *poses, const Phase *phases) {
    for (; *poses; poses++) list_push(&fixture->arena, &move->clip.poses)->name = *poses;
    for (; phases->name; phases++) *list_push(&fixture->arena, &move->clip.phases) = *phases;
}

static inline void fixture_moves(Fixture *fixture) {
    fixture->moves[FIXTURE_HIP] = (Move){
        .id = "hip-flexor", .name = "Hip flexor stretch", .group = GROUP_STRETCH, .position = HALF_KNEELING,
        .mode = MODE_HOLD, .clip = {.per_side = true},
        .cues = {"Kneel on your right knee, left foot in front.", "Squeeze your right buttock and tuck your tail.",
                 "Glide forward, chest tall, ribs down.", "Feel the front of your right hip.",
                 "Ease back and swap legs."}};
    fixture_phases(fixture, &fixture->moves[FIXTURE_HIP], (const char *const[]){"START", "TUCK", "END", NULL},
                   (const Phase[]){{"tuck", 0, 1, 2000, false, BREATH_OUT},
                                   {"glide-forward", 1, 2, 3000, false, BREATH_OUT},
                                   {"stay", 2, 2, 0, true, BREATH_SLOW},
                                   {"return", 2, 0, 3000, false, BREATH_IN}, {0}});
    fixture->moves[FIXTURE_BRIDGE] = (Move){
        .id = "bridge-hold", .name = "Bridge", .group = GROUP_STRENGTHEN, .position = LYING_SUPINE, .mode = MODE_HOLD,
        .cues = {"Knees bent, feet hip wide, toes forward.", "Squeeze your buttocks and lift your hips.",
                 "Straight line: shoulders, hips, knees.", "Ribs down. Keep breathing.",
                 "Lower slowly, one bone at a time."}};
    fixture_phases(fixture, &fixture->moves[FIXTURE_BRIDGE], (const char *const[]){"START", "TOP", NULL},
                   (const Phase[]){{"lift", 0, 1, 3000, false, BREATH_OUT}, {"stay", 1, 1, 0, true, BREATH_SLOW},
                                   {"lower", 1, 0, 3000, false, BREATH_IN}, {0}});
    fixture->moves[FIXTURE_CLAM] = (Move){
        .id = "clam", .name = "Clam", .group = GROUP_STRENGTHEN, .position = LYING_SIDE, .mode = MODE_REPS,
        .clip = {.per_side = true},
        .cues = {"Lie on your side, knees bent, feet together.", "Open your top knee. Keep your feet touching.",
                 "Hips still. Hand on your hip to check.", "Belly firm. Feel the side of your buttock.",
                 "Lower your knee slowly."}};
    fixture_phases(fixture, &fixture->moves[FIXTURE_CLAM], (const char *const[]){"START", "OPEN", NULL},
                   (const Phase[]){{"open", 0, 1, 2000, false, BREATH_OUT}, {"pause", 1, 1, 0, true, BREATH_OUT},
                                   {"close", 1, 0, 2000, false, BREATH_IN}, {0}});
    fixture->moves[FIXTURE_STAND] = (Move){
        .id = "sit-to-stand", .name = "Sit to stand", .group = GROUP_STRENGTHEN, .position = SEATED_CHAIR,
        .mode = MODE_REPS, .clip = {.props = {[PROP_CHAIR] = true}},
        .cues = {"Sit near the edge, feet under your knees.", "Nose over toes and stand up.",
                 "Push evenly through both feet.", NULL, "Reach back and sit down slowly."}};
    fixture_phases(fixture, &fixture->moves[FIXTURE_STAND], (const char *const[]){"SIT", "LEAN", "STAND", NULL},
                   (const Phase[]){{"lean", 0, 1, 1300, false, BREATH_IN}, {"stand", 1, 2, 2000, false, BREATH_OUT},
                                   {"sit-back", 2, 1, 3000, false, BREATH_IN},
                                   {"sit-up", 1, 0, 1400, false, BREATH_OUT}, {0}});
}

static inline Exercise *fixture_add(Fixture *fixture, Section *section, int move, Dose dose) {
    Step *step = list_push(&fixture->arena, &section->steps);
    step->kind = STEP_EXERCISE;
    step->exercise = (Exercise){.move = &fixture->moves[move], .dose = dose,
                                .each_side = fixture->moves[move].clip.per_side};
    return &step->exercise;
}

static inline Section *fixture_section(Fixture *fixture, Group group, int rounds, int rest_ms) {
    Section *section = list_push(&fixture->arena, &fixture->routine.sections);
    *section = (Section){.group = group, .rounds = rounds, .rest_ms = rest_ms};
    return section;
}

static inline void fixture_say(Fixture *fixture, Section *section, const char *sentence) {
    Step *step = list_push(&fixture->arena, &section->steps);
    step->kind = STEP_SAY;
    step->say = sentence;
}

// A stretch, then two rounds of bridges and clams, then standing up from a chair.
static inline void fixture_make(Fixture *fixture) {
    memset(fixture, 0, sizeof *fixture);
    fixture_moves(fixture);
    fixture->routine.id = "fixture";
    fixture->routine.name = "A \"small\" routine";
    fixture_add(fixture, fixture_section(fixture, GROUP_STRETCH, 1, 0), FIXTURE_HIP, (Dose){1, 1, 30000, 0});
    Section *section = fixture_section(fixture, GROUP_STRENGTHEN, 2, 30000);
    fixture_add(fixture, section, FIXTURE_BRIDGE, (Dose){3, 1, 10000, 15000});
    fixture_add(fixture, section, FIXTURE_CLAM, (Dose){1, 12, 1000, 0})->alternate = true;
    section = fixture_section(fixture, GROUP_POSTURE, 1, 0);
    fixture_add(fixture, section, FIXTURE_STAND, (Dose){2, 8, 0, 45000})->note = "hold a chair";
    fixture_say(fixture, section, "Notice how your hips feel.");
}

static inline Session fixture_compile(Fixture *fixture) {
    Session session;
    Error error = {""};
    SessionOptions options = {.level = LEVEL_B1};
    bool done = session_compile(&fixture->arena, &fixture->routine, &options, &session, &error);
    if (!done) fail_msg("%s", error.sentence);
    return session;
}

// The cue of a kind after `skip` others of it; NULL when there are not so many.
static inline const Cue *fixture_cue(const Session *session, CueKind kind, int skip) {
    for (int i = 0; i < session->cues.count; i++) {
        if (session->cues.items[i].kind == kind && skip-- == 0) return &session->cues.items[i];
    }
    return NULL;
}
