// Where everything of the play screen goes: a pure function of the canvas. Units.
//
// In a wide window the figure stands left of a column of fixed width; on end the column lies below
// it. Places do not depend on what is shown, so nothing jumps from one exercise to the next.
#pragma once

#include "ui/canvas.h"

typedef struct {
    Rect title, left;  // header: routine; time left
    Rect figure;       // the picture, with its mat
    Rect toast;        // one line over the top of the picture
    Rect caption;      // two lines
    Rect group, name;
    Rect side;         // one row: side and set
    Rect ring, phase;
    Rect feel;         // up to three lines
    Rect words;        // group to feel, for a sentence of the routine
    Rect card;         // what is next
    Rect bar;
} PlayerLayout;

PlayerLayout player_layout(const Canvas *canvas);

// How large figures are shown and where their floor origins are: one scale and one floor for all of
// a session, so that the person on screen never changes size.
typedef struct {
    float pixels_per_metre; // window pixels
    float floor_y;          // units
} FigureStage;

// Grows with each move that is to fit; begin with zeros. Metres from the floor origin.
typedef struct {
    float up, down, width;
} FigureExtent;

void figure_extent_add(FigureExtent *extent, const SheetMeasure *sheets, const char *move);
FigureStage figure_stage(const Canvas *canvas, Rect area, FigureExtent extent);

// Where the floor origin of a move goes: the middle of the area if the picture then lies inside it.
float figure_origin_x(const Canvas *canvas, Rect area, FigureStage stage, const SheetMeasure *sheets,
                      const char *move, bool mirrored);
