// Which plan to choose now: rules 1.2, 1.3 and 3.1 for whoever begins, and what comes after a plan that is done.
#pragma once

#include "coach/choice.h"
#include "coach/gate.h"

typedef struct {
    Choice choice;    // by the safety screen and the self-checks; choice.forbids: no plan, see the text of the tier
    Gate gate;        // to the advanced levels, condition by condition
    const Plan *plan; // NULL when it forbids, or the library has no such plan
    Level level;      // to be written into ENTRY_PLAN_START with
    int plan_day;     // its first day, from 1
    const char *why;  // one sentence
} Proposal;

// `wants_advanced`: what the person asked for; it is granted only through the gate. Lives in the arena.
Proposal coach_proposal(Arena *arena, const Diary *diary, const Library *library, Moment now, bool wants_advanced);
