#include "coach/gate.h"

#include "coach/checks.h"

#include <string.h>

enum { MOST_USUAL_PAIN = 4, GREEN_SESSIONS = 3 };

typedef struct {
    const Course *course;
    const AfterDecision *after;
    Diary diary; // as it was then
    bool has_base;
} Facts;

static bool has_base(const Facts *facts) {
    bool trains = false;
    for (int i = 0; i < facts->diary.entries.count; i++) {
        const Entry *entry = &facts->diary.entries.items[i];
        if (entry->kind == ENTRY_TRAINING) trains = entry->answer == ANSWER_YES;
    }
    return facts->has_base || trains;
}

static bool is_strong(const Facts *facts) {
    return check_result(&facts->diary, CHECK_C1, 0).answer == ANSWER_NO;
}

static bool has_little_pain(const Facts *facts) {
    if (!facts->diary.entries.count) return false;
    const DayLog *day = &facts->course->days.items[facts->course->elapsed[facts->diary.entries.count - 1]];
    int usual = day->usual ? day->usual : day->morning_pain;
    return usual && usual <= MOST_USUAL_PAIN;
}

static bool has_tag(const Move *move, const TagList *tags) {
    for (int i = 0; move && i < move->skip.count; i++) {
        for (int j = 0; j < tags->count; j++) {
            if (!strcmp(move->skip.items[i], tags->items[j])) return true;
        }
    }
    return false;
}

static bool suits_body(const Facts *facts) {
    static const char *const slots[] = {"bridge", "squat", "plank"};
    TagList tags = {0};
    screen_tags(facts->course->arena, &facts->diary, &tags);
    for (int i = 0; i < 3; i++) {
        const Ladder *ladder = library_ladder(facts->course->library, text_of(slots[i]));
        if (ladder && has_tag(ladder->rungs[LEVEL_A1].move, &tags)) return false;
    }
    return true;
}

// Of the last three sessions, those that there were: who trained elsewhere may have none here.
static bool was_green(const Facts *facts) {
    int seen = 0;
    for (int i = facts->course->sessions.count - 1; i >= 0 && seen < GREEN_SESSIONS; i--) {
        const SessionLog *session = &facts->course->sessions.items[i];
        if (!session->done || session->place >= facts->diary.entries.count) continue;
        if (!facts->after[i].counts_up) return false;
        seen++;
    }
    return true;
}

static const struct {
    bool (*holds)(const Facts *facts);
    GateCondition condition;
} rows[GATE_CONDITIONS] = {
    {has_base, {"3.1/1", false, "Four beginner weeks done, or regular training."}},
    {is_strong, {"3.1/2", false, "Self-check C1 passed: 20 seconds on either leg, felt in the seat."}},
    {has_little_pain, {"3.1/3", false, "Usual pain of 4 or less."}},
    {suits_body, {"3.1/4", false, "Nothing that speaks against bridge, squat or plank."}},
    {was_green, {"3.1/5", false, "A green morning after each of the last three sessions."}},
};

Gate gate_read(const Course *course, const AfterDecision *after, int count, bool four_weeks_done) {
    Facts facts = {course, after, *course->diary, four_weeks_done};
    facts.diary.entries.count = count;
    Gate gate = {.is_open = true};
    for (int i = 0; i < GATE_CONDITIONS; i++) {
        gate.conditions[i] = rows[i].condition;
        gate.conditions[i].holds = rows[i].holds(&facts);
        gate.is_open &= gate.conditions[i].holds;
    }
    return gate;
}
