// The way to an exercise laid out in time: its stages, each with the sentence that tells it, slowed down where
// the sentence takes longer than the movement.
//
// Private to the session module. route.h finds the way; here it gets its times and its words.
#pragma once

#include "session/plan.h"
#include "session/route.h"

// Adds passages to the segment begun last, from `at_ms` on, or as soon as nothing is spoken. Returns their end.
int64_t passages_add(Planner *planner, Segment *segment, const Leg *legs, int count, int64_t at_ms);
