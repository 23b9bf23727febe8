// Doses and exercises as steps, rungs and moves write them: "3 x 10s rest 15s each side".
#pragma once

#include "library/line.h"

// "[SETS x] TIME" or "[SETS x] REPS", then "pause TIME" and "rest TIME" in any order.
void dose_read(Line *line, Mode mode, Dose *dose);

// "ID DOSE [each side[, alternate] | right side | left side] [with VARIANT] [tempo PHASE TIME] [as NAME]
// [note TEXT]"; the mode is the keyword's.
// Pause and rest are the move's own where the line does not say.
void exercise_read(Line *line, Mode mode, Exercise *exercise);

// A variant of the move by the name that comes next in the line; the move itself after a report.
const Move *move_variant_read(Line *line, const Move *move);

// About how long it takes: 12 s to set up, phases, holds, rests, and 8 s to change sides. One side
// never takes longer than MAX_ROUTINE_MS here.
int exercise_ms(const Exercise *exercise);

// The part of it that is done by one side.
int exercise_side_ms(const Exercise *exercise, Side side);
