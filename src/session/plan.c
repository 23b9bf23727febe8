#include "session/plan.h"

#include "session/timing.h"

#include <assert.h>

static int tone_ms(CueKind kind) {
    switch (kind) {
    case CUE_TONE_START: return TONE_START_MS;
    case CUE_TONE_SWITCH: return TONE_SWITCH_MS;
    case CUE_TONE_RELEASE: return TONE_RELEASE_MS;
    default: assert(kind == CUE_TONE_END); return TONE_END_MS;
    }
}

static void add_cue(Planner *planner, Cue cue) {
    Session *session = planner->session;
    cue.segment = session->segments.count - 1;
    Cue *cues = list_push(planner->voice.arena, &session->cues);
    *cues = cue;
}

int64_t plan_free_ms(const Planner *planner, int64_t at_ms) {
    int64_t free_ms = planner->busy_until_ms ? planner->busy_until_ms + SPOKEN_GAP_MS : FIRST_WORD_MS;
    return at_ms > free_ms ? at_ms : free_ms;
}

bool plan_says(const Planner *planner, CueKind kind) {
    return talk_saying(planner->amount, kind) != LEFT_OUT;
}

int64_t plan_say_at(Planner *planner, CueKind kind, int64_t at_ms, const char *text) {
    assert(at_ms >= planner->busy_until_ms && plan_says(planner, kind));
    int64_t end_ms = at_ms + voice_ms(&planner->voice, text);
    bool is_shown_only = talk_saying(planner->amount, kind) == SHOWN;
    add_cue(planner, (Cue){.at_ms = at_ms, .end_ms = end_ms, .kind = kind, .text = text, .is_shown_only = is_shown_only});
    planner->busy_until_ms = end_ms;
    return end_ms;
}

int64_t plan_say(Planner *planner, CueKind kind, int64_t at_ms, const char *text) {
    if (!plan_says(planner, kind)) return at_ms;
    return plan_say_at(planner, kind, plan_free_ms(planner, at_ms), text);
}

void plan_tone(Planner *planner, CueKind kind, int64_t at_ms) {
    if (plan_says(planner, kind)) add_cue(planner, (Cue){.at_ms = at_ms, .end_ms = at_ms + tone_ms(kind), .kind = kind});
}

void plan_pace_at(Planner *planner, const Cue *cue) {
    add_cue(planner, *cue);
}
