// The first screen: today's session and one focused button to begin it.
#pragma once

#include "ui/calendar.h"
#include "ui/demo.h"
#include "ui/theme.h"

enum { HOME_BUTTONS_MAX = 6 };

typedef struct {
    const char *over;   // "Beginner, 4 weeks  ·  week 2 of 4, day 3"; NULL for none
    const char *title;  // "Hips and glutes"
    const char *facts;  // "18 minutes  ·  9 exercises  ·  a mat, a wall"; NULL for none
    const char *why;    // one sentence: what is different today and why; NULL for nothing
    const char *buttons[HOME_BUTTONS_MAX]; // the first is the one to press
    int button_count, focus;
    int nav_from; // from this one on they lead elsewhere, and stand small in a corner; 0: none do
    const char *feeling; // "Soreness last time: 3 of 10. Right on target."; NULL for none
    Calendar calendar;   // without days: no plan
    const char *framing; // "These exercises help ..."
    const Session *demo; // the figure; NULL for none
    double demo_ms;
    SheetMeasure sheets;
    const char *toast;   // NULL for none
    const Theme *theme;
} HomeState;

// A button is hit by its index.
void home_draw(Canvas *canvas, const HomeState *state);
