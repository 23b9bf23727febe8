// Where the moments of one repetition lie (the only one of a hold): the turn, the hold, and how often is counted.
//
// Private to the session module. Worked out from the move and its dose, so that it is known before a set is laid out.
#pragma once

#include "session/session.h"

// Times from the start of a repetition. Before the first one of a move with repetitions stands what is done once.
typedef struct {
    int64_t lead_in_ms;
    int64_t length_ms;
    int64_t turn_ms;      // the most effortful point: a hold begins, or the way back
    int64_t hold_ends_ms; // the last hold's end; the turn when there is none
    int64_t count_ms;     // where every repetition is counted: at the turn or a little later
} Shape;

Shape shape_of(const Move *move, const Dose *dose);

// Quick repetitions are not all counted aloud, but every fifth or tenth; 1 for all.
int shape_counted_every(const Shape *shape);
