// Charts for reading from a sofa: few marks, large words, a value for each day or week.
//
// However long the time, no more strokes are drawn than can be told apart: days that share one are averaged.
#pragma once

#include "ui/canvas.h"
#include "ui/theme.h"

#define CHART_NONE (-1.0f) // nothing is known of this day

typedef struct {
    Rect area;            // of the marks; words stand left of it and below
    float low, high;      // values at its bottom and top
    int count;            // of days or weeks from its left to its right
} Chart;

// What is written along the sides.
typedef struct {
    const int *values;    // written at the left, each with a fine line across
    int value_count;
    const char *const *value_words; // in place of the numbers; NULL for numbers
    const char *from, *to; // below: the first and the last day
    float band_low, band_high; // a coloured band of good values; equal for none
} ChartFrame;

// Fits a chart into a box, with room for the words, and draws what does not depend on the values.
Chart chart_begin(Canvas *canvas, const Theme *theme, Rect box, float low, float high, int count, const ChartFrame *frame);

// A line through what is known; it is broken where nothing is known for longer than `gap`.
void chart_line(Canvas *canvas, const Chart *chart, const float *values, int gap, float thickness, Colour colour);

// A dot for each known value.
void chart_dots(Canvas *canvas, const Chart *chart, const float *values, float size, Colour colour);

// A column for each known value, coloured by it.
void chart_columns(Canvas *canvas, const Chart *chart, const float *values, Colour (*colour)(const Theme *, float), const Theme *theme);

// A dotted line across at a value.
void chart_mark(Canvas *canvas, const Chart *chart, float value, Colour colour);
