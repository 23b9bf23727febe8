// Rule 4.6: the level of the next week, and of the first days after a break. The rules are those the plan's file says under
// `progress`; a plan that says none has those of the shipped plans. Where several hold, the lowest level wins.
#pragma once

#include "library/library.h"

// A week of the plan that is over.
typedef struct {
    int planned, done;      // sessions that strengthen; done to the end
    bool mornings_known;    // after each of them
    int worst_soreness;     // of these mornings
    bool pain_as_usual;     // or less, on each of them
    bool nothing_felt_wrong; // no row of 4.2 but "go on"
    int amber, red;         // mornings of the week with soreness of 5 or 6, of 7 and more
} WeekRecord;

typedef struct {
    const char *row;    // "4.6/1"; "4.6/0" when none of the rules holds
    int levels;         // +1, 0, -1, -2
    bool first_session; // only for that
    const char *why;
} LevelDecision;

LevelDecision level_after_week(const Plan *plan, const WeekRecord *week);

// After days without a session that were not days of rest.
LevelDecision level_after_missing(const Plan *plan, int days);

// After an illness with fever, and how long the fever must be over before anything else, in hours.
LevelDecision level_after_fever(const Plan *plan, int *hours);

// So many levels up or down from a level, B1 to A4.
Level level_moved(Level level, int levels);
