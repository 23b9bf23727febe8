// Where everything of the play screen goes: a pure function of the canvas. Units.
//
// In a wide window the figure stands left of a column of fixed width; on end the column lies below
// it. Places do not depend on what is shown, so nothing jumps from one exercise to the next.
#pragma once

#include "ui/canvas.h"

typedef struct {
    Rect title, left;  // header: routine; time left
    Rect figure;       // the picture, with its mat; a gap lies between it and the caption
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

// What the pictures of a session need, metres; begin with zeros and add each move.
typedef struct {
    float height, width;
} FigureExtent;

void figure_extent_add(FigureExtent *extent, const SheetMeasure *sheets, const char *move);

// One scale for all of a session, so that the person on screen never changes size. Window pixels per metre.
float figure_scale(const Canvas *canvas, Rect area, FigureExtent extent);

// Where the floor origin of a move goes (units): the middle of the area if the picture then lies inside
// it, and so far down that a low picture does not lie at the very bottom.
typedef struct {
    float x, y;
} FigurePlace;

FigurePlace figure_place(const Canvas *canvas, Rect area, float pixels_per_metre, const SheetMeasure *sheets,
                         const char *move, bool mirrored);
