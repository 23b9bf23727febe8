// The parts of a move file: while it is read, and the readers of its poses, motion and checks.
#pragma once

#include "library/line.h"

typedef struct {
    Move *move;
    Span head; // of the line `move`
    bool has_head, has_mode, mode_is_bad;
    bool has_dose[2];
} MoveFile;

// `pose TOP like START` and the joints below it.
void pose_read(Line *line, void *target);

// `motion` and its phases; they follow on one another and end where they began.
void motion_read(Line *line, void *target);

// `planted feet shoulders`
void planted_read(Line *line, void *target);

// `check TOP line shoulder hip knee 170..190`
void check_read(Line *line, void *target);

// A pose by the name that comes next in the line; -1 after a report.
int keyframe_read(Line *line, const Clip *clip);
