// A frame as data: a list of things to paint, back to front. `sdl` paints it; tests print it.
//
// Coordinates are window pixels (the screen code has scaled its 1080p units already).
#pragma once

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    float x, y, width, height;
} Rect;

typedef struct {
    uint8_t r, g, b, a;
} Colour;

typedef enum { FACE_REGULAR, FACE_MEDIUM, FACE_SEMIBOLD, FACE_BOLD, FACE_COUNT } Face;
typedef enum { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;

typedef enum {
    DRAW_BACKDROP, // whole window, radial from `colour` in the middle to `colour2` at the edge
    DRAW_BOX,      // rect filled with colour, corners rounded by radius
    DRAW_RING,     // circle in rect, `thickness` wide, from 12 o'clock clockwise for `turn` 0..1, round ends
    DRAW_LINE,     // from (rect.x, rect.y) by (rect.width, rect.height), which may be negative; `thickness` wide, round ends
    DRAW_TEXT,     // one line; rect.x by align, rect.y = baseline; tabular figures
    DRAW_FIGURE,   // a frame of a move's sheet, origin of the floor at (rect.x, rect.y)
    DRAW_POSTER,   // the move's poster fitted into rect
    DRAW_SOON,     // a figure that will be shown soon: nothing is painted, its pictures are made ready
    DRAW_DIM,      // rect covered by colour (a veil over everything before)
} DrawKind;

// Which pictures of a figure: two figures that pass into each other stand before both their mats.
typedef enum { FIGURE_WHOLE, FIGURE_GROUND, FIGURE_BODY } FigurePart;

typedef struct {
    DrawKind kind;
    Rect rect;
    Colour colour, colour2;
    float radius, thickness, turn;
    const char *text;      // lives as long as the list
    Face face;
    float size;            // text height in pixels (em)
    Align align;
    const char *move;      // id, for figures and posters
    const char *from, *to; // poses
    double position, fullness, glow;
    double faded;          // 0 as it is, 1 not to be seen; of figures
    FigurePart part;
    bool is_motion, mirrored;
    bool beside;           // one of two figures: rather nothing than another pose while it is not ready
    float pixels_per_metre; // figures are painted at this scale
    double zoom;            // and so many times larger about their origin, while the camera moves; 0: not
} DrawOp;

typedef struct {
    LIST(DrawOp) ops;
    Arena *arena; // of the frame
} DrawList;

// Asks how wide a line would be in pixels; screens lay text out with it.
typedef struct {
    float (*width)(void *context, const char *text, Face face, float size);
    void *context;
} TextMeasure;

// One frame of a figure, of the first side: metres from the floor origin, to the right and up.
typedef struct {
    float pelvis_x, pelvis_y;
    float up; // its highest point
    float travel, stride; // of one who walks: how far by now, and in a repetition; 0 of others
    float close; // how many times larger than others the person is shown
} FigureBody;

// What screens may ask about a move's picture.
typedef struct {
    // False when there is no sheet. Metres, of the first side: how far the picture (with its mat)
    // reaches left, right, up and down from the floor origin.
    bool (*extent)(void *context, const char *move, float *left, float *right, float *up, float *down);
    // Whether the move's sheet shows this pose held; what a person drew may not have all.
    bool (*has_pose)(void *context, const char *move, const char *pose);
    // The frame that an op of a figure shows; false without a sheet. Where the sheet does not say where the
    // hips are it is the middle of the picture.
    bool (*body)(void *context, const DrawOp *figure, FigureBody *body);
    void *context;
} SheetMeasure;

// How much of a move's picture is drawn, 0 to 100, while that is being done; -1 when nobody draws it.
typedef struct {
    int (*percent)(void *context, const char *move);
    void *context;
} DrawingMeasure;

// One line an operation, for tests and for looking at.
void draw_list_print(const DrawList *list, TextBuilder *out);
