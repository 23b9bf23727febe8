// A routine while it is read, and what is worth a warning about it.
#pragma once

#include "library/line.h"

typedef struct {
    Routine *routine;
    Span head;      // of the line `routine`
    Span minutes;   // of the line `minutes`
    bool has_head;
    int steps;
    LIST(Span) spans; // of every step, in order
} RoutineFile;

// A level by its name, or "beginner" (B1) and "advanced" (A1).
Level level_read(Line *line);

// The exercise of a step at a level; NULL for spoken words and for slots the level leaves out.
const Exercise *step_exercise(const Step *step, Level level);

// About how long the routine takes at its own level: the exercises, 10 s to change from one to the
// next, 30 s to check in and to close.
int routine_ms(const Routine *routine);

// Warns of a length far from what is said, sides with unequal time, and needless changes between
// floor and standing; refuses more than MAX_ROUTINE_MS.
void routine_check(Load *load, const RoutineFile *file);
