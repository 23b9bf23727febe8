// Where one is in a session that was worked out anew: because settings or its files changed while it is played.
#pragma once

#include "session/session.h"

// The segment of `now` that is the same thing as a segment of `before`: of the same kind, move, side, set and round (or the
// same sentence), the nearest in order where there are several. -1 when there is none.
int place_counterpart(const Session *before, int segment, const Session *now);

// The moment of `now` that `at_ms` of `before` has become: as far into the same segment; at the beginning of the exercise
// where only that is still there; else at the beginning of the exercise that took its turn.
double place_of(const Session *before, double at_ms, const Session *now);
