// The plans there are, each with its days.
#pragma once

#include "ui/calendar.h"
#include "ui/theme.h"

typedef struct {
    const Library *library;
    int focus;            // index of a plan
    const Plan *running;  // NULL: none
    Calendar calendar;    // of the plan that runs: what was done of it
    const char *toast;    // NULL for none
    const Theme *theme;
} PlansState;

// A plan is hit by its index.
void plans_draw(Canvas *canvas, const PlansState *state);

// Whether a routine strengthens, stretches only, or (NULL) there is none.
DayKind plans_day_kind(const Routine *routine);
