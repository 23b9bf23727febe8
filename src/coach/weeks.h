// Rule 4.4 over a course: the medians of its weeks of seven days, and what they say.
//
// Private to the coach.
#pragma once

#include "coach/path.h"

typedef struct {
    int weeks;             // that are over since the first plan began
    WeekDecision decision; // of the last one; row NULL when none is over
    bool stops_strength;   // until cleared
    bool has_improved;     // pain, task or a check, since the beginning
} Weeks;

void weeks_read(const Course *course, const Path *path, const Standing *standing, Weeks *weeks);

// Twice the median of morning pain from one day to before another; 0 when nothing is known.
int weeks_median2(const Course *course, int from, int end);
