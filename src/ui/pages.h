// The first screen, where a routine is chosen, and the last one, which says what was done.
#pragma once

#include "library/library.h"
#include "ui/canvas.h"
#include "ui/theme.h"

typedef struct {
    const Library *library;
    const int *minutes;      // for each routine; 0 where it cannot be worked out
    int focus;               // index of a routine
    const char *const *problems;
    int problem_count;
    const char *toast;       // NULL for none
    SheetMeasure sheets;
    const Theme *theme;
} ChooserState;

void chooser_draw(Canvas *canvas, const ChooserState *state);

typedef struct {
    const char *routine;
    int minutes, exercises, moves; // what was really done
    const Theme *theme;
} FinishState;

void finish_draw(Canvas *canvas, const FinishState *state);
