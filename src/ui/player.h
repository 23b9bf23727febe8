// The play screen: what a View says, as a draw list. Knows nothing of keys or of time passing.
#pragma once

#include "session/comparison.h"
#include "session/playhead.h"
#include "session/view.h"
#include "ui/canvas.h"
#include "ui/theme.h"

typedef struct {
    const Session *session;
    View view;
    double position_ms;
    double tempo;         // for the time left
    double ready_left_ms; // the countdown after a pause; 0 for none
    bool captions;
    bool muscle_light;
    Comparing comparing;  // shows, or will soon show, the mistake beside the right form
    Comparison comparison;
    const char *toast;    // NULL for none
    SheetMeasure sheets;
    DrawingMeasure drawings;
    const Theme *theme;
} PlayerState;

void player_draw(Canvas *canvas, const PlayerState *state);

// "12:40", "1:02:05".
char *player_clock(Arena *arena, int64_t ms);

// The bar at the bottom, in its own file.
void player_bar_draw(Canvas *canvas, const PlayerState *state, Rect bar);
