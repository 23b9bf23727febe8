// Where the figure goes while one is on the way from one exercise to the next, and while one picture of it
// dissolves into another: its hips are at one place of the window where two pictures meet, so that the person
// neither jumps nor is seen twice.
#pragma once

#include "session/view.h"
#include "ui/layout.h"

typedef struct {
    const Canvas *canvas;
    Rect area;               // for the picture
    float pixels_per_metre;  // of the window
    const SheetMeasure *sheets;
} Stage;

// `figure` is of a moment of the segment `index`. An exercise stays at its own place; a way begins where the
// hips were before it, and glides to where they will be.
FigurePlace stage_place(const Stage *stage, const Session *session, int index, const FigureView *figure);

// Where both pictures of a dissolve go: the hips of both at one place, which passes from the first's to the
// second's. The two sides of one picture stay where they are. Where the one is seen from nearer than the other the
// camera goes there meanwhile: both are zoomed alike, so that the person grows without a jump.
typedef struct {
    FigurePlace leaving, arriving;
    double zoom_leaving, zoom_arriving; // 1 where both are seen from one distance
} Dissolve;

Dissolve stage_dissolve(const Stage *stage, const Session *session, const View *view);

// How far one who walks has come in this frame; `stride` is 0 of who does not.
FigureBody stage_body(const Stage *stage, const FigureView *figure);

// What an op says of the picture, without its place.
void stage_fill(DrawOp *op, const FigureView *figure);
