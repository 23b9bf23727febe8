// A list of rows where there may not be room for all: as many as fit, the focused one among them. What is in a row is drawn by
// the page.
#pragma once

#include "ui/canvas.h"
#include "ui/theme.h"

typedef struct {
    Rect area;         // units
    float height, gap; // of a row, and below it
    int count, focus;  // of the whole list; which row has the focus
    int first, shown;  // worked out: the index of the first row there is room for, and how many
} Rows;

Rows rows_fit(Rect area, float height, float gap, int count, int focus);

// Where the row of an index from first to first + shown - 1 goes.
Rect rows_place(const Rows *rows, int index);

// "3 of 12" at the right end of the box; nothing when all rows are shown.
void rows_draw_where(Canvas *canvas, const Theme *theme, Rect box, const Rows *rows);
