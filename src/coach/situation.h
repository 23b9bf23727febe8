// Everything that is known of a person today, read from the diary once.
//
// Private to the coach.
#pragma once

#include "coach/gate.h"
#include "coach/weeks.h"

typedef struct {
    Course course;
    const AfterDecision *after; // of each session of the course
    Path path;
    Standing standing;
    Weeks weeks;
} Situation;

void situation_read(Arena *arena, const Diary *diary, const Library *library, Moment now, Situation *situation);

// Rule 3.1 as it stands now.
Gate situation_gate(const Situation *situation);
