// Whole pages: the list of sessions, the last one, which says what was done, and the settings.
#pragma once

#include "library/library.h"
#include "settings/settings.h"
#include "ui/canvas.h"
#include "ui/theme.h"

typedef struct {
    const Library *library;
    const int *minutes;      // for each routine; 0 where it cannot be worked out
    int focus;               // index of a routine
    bool settings_focused;   // then not on the routine
    bool has_way_back;       // a screen lies under it
    const char *const *problems;
    int problem_count;
    const char *toast;       // NULL for none
    SheetMeasure sheets;
    const Theme *theme;
} ChooserState;

// A routine is hit by its index, the way to the settings by -1.
void chooser_draw(Canvas *canvas, const ChooserState *state);

typedef struct {
    const char *routine;
    int minutes, exercises, moves; // what was really done
    const char *praise, *next;     // what is said of it, and what comes next; NULL: the usual, nothing
    const char *hint;              // what Enter does
    const Theme *theme;
} FinishState;

void finish_draw(Canvas *canvas, const FinishState *state);

typedef struct {
    const Settings *settings;
    int focus;              // index of a row
    const char *toast;      // NULL for none
    const Theme *theme;
} SettingsState;

// A row is hit by its index, with part -1 and 1 for one step down and up; the way back is -1.
void settings_draw(Canvas *canvas, const SettingsState *state);

typedef struct {
    double seen_ms;         // a ball lands at every whole second of it
    int delay_ms;
    bool has_sound;
    const Theme *theme;
} DelayState;

// Hit by 0 with part -1 and 1 for one step, by 1 to keep the delay, by -1 to leave it as it was.
void delay_draw(Canvas *canvas, const DelayState *state);
