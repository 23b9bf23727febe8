// A routine while it is read and put together, and what is worth a warning about it.
#pragma once

#include "library/load.h"

// What a routine's file says one after the other: sections, and other routines that it includes.
typedef struct {
    Section section;
    const char *include; // id of a routine; NULL for a section
    Span span;           // of its line
    LIST(Span) spans;    // of the section's steps
} RoutinePart;

struct RoutineFile {
    Routine *routine;
    const Source *source;
    const char *instead_of; // path of what it stands in for; NULL for none
    Span head, id;          // of the line `routine`, and of the id in it
    Span minutes, needs;    // of these lines
    bool has_head, is_bad, is_whole;
    LIST(RoutinePart) parts;
    int steps;              // of its own sections
    LIST(Span) spans;       // of every step of the whole, in order: an included one has that of its `include`
    LIST(Span) section_spans;
};

// A level by its name, or "beginner" (B1) and "advanced" (A1).
Level level_read(Line *line);

// The exercise of a step at a level; NULL for spoken words and for slots the level leaves out.
const Exercise *step_exercise(const Step *step, Level level);

// About how long the routine takes at its own level: the exercises, 10 s to change from one to the
// next, 30 s to check in and to close.
int routine_ms(const Routine *routine);

// Warns of a length far from what is said, sides with unequal time, needless changes between floor and standing, sections
// in an unkind order, and things that are needed but not listed; refuses more than MAX_ROUTINE_MS.
void routine_check(Load *load, const RoutineFile *file);

// Puts the sections of included routines where they belong; false after a report.
bool routine_include(Load *load, RoutineFile *file);
