// Appends to a draw list in units: a window of 16:9 is 1920 x 1080 of them at any size, a wider or
// higher one has more of one kind, and a window on end is at least 1080 x 1920. Text is fitted here.
#pragma once

#include "ui/draw.h"

// What can be clicked, as the last picture had it: places in pixels, and what the page calls them.
enum { MOST_HITS = 64 };
typedef struct {
    struct {
        Rect rect;
        int item, part;
    } items[MOST_HITS];
    int count;
} HitList;

typedef struct {
    DrawList *list;
    HitList *hits; // NULL: nobody asks
    TextMeasure measure;
    float scale;         // pixels per unit
    float width, height; // of the window, units
    bool tall;           // on end
    const char *focused; // words of what has the focus in this picture, for who listens; NULL when nothing has
} Canvas;

// The smallest text, units.
#define TEXT_SMALLEST 28.0f

typedef enum { PLACE_TOP, PLACE_MIDDLE, PLACE_BOTTOM } Place;

// How a text is set in its box. It shrinks from `size` towards `smallest` to keep within `lines` and
// the height of the box; what does not fit then ends in an ellipsis. Centred lines are made about
// equally long.
typedef struct {
    Face face;
    float size, smallest; // smallest 0: does not shrink
    int lines;            // at most MOST_LINES; 0 means 1
    float leading;        // line height by size; 0 means 1.2
    Align align;
    Colour colour;
    Place place;          // of the lines in the height of the box
} TextStyle;

enum { MOST_LINES = 8 };

Canvas canvas_make(DrawList *list, TextMeasure measure, int width, int height);

DrawOp *canvas_add(Canvas *canvas, DrawKind kind, Rect units);
void canvas_backdrop(Canvas *canvas, Colour middle, Colour edge);
void canvas_box(Canvas *canvas, Rect units, float radius, Colour colour);
void canvas_ring(Canvas *canvas, Rect units, float thickness, float turn, Colour colour);

// A straight stroke with round ends.
void canvas_line(Canvas *canvas, float x, float y, float to_x, float to_y, float thickness, Colour colour);

// Width of one line, units.
float canvas_width(const Canvas *canvas, const char *text, Face face, float size);

// Sets the text in the box. The used part of the box comes back: x and width of the longest line.
Rect canvas_text(Canvas *canvas, Rect box, TextStyle style, const char *text);

// The box can be clicked; what is added later lies on top.
void canvas_hit(Canvas *canvas, Rect units, int item, int part);

// What lies at a place in the window; false when nothing can be clicked there.
bool hit_find(const HitList *hits, float x, float y, int *item, int *part);

Rect rect_inset(Rect rect, float x, float y);
