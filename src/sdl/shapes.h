// Filled boxes, rings and the backdrop, with edges smoothed by the exact share of each pixel that
// the shape covers. Paints inside `clip` only, so any part of a shape can be painted again alone.
#pragma once

#include "sdl/raster.h"

// Corners are quarter circles; a radius beyond half the smaller side is that half.
void shape_box(Raster *raster, Area clip, Rect rect, float radius, Colour colour);

// An arc from 12 o'clock clockwise with round ends; its outer edge touches rect. turn 1: a circle.
void shape_ring(Raster *raster, Area clip, Rect rect, float thickness, float turn, Colour colour);

// A stroke with round ends from (rect.x, rect.y) by (rect.width, rect.height), and every pixel it may touch.
void shape_line(Raster *raster, Area clip, Rect rect, float thickness, Colour colour);
Area shape_line_area(Rect rect, float thickness);

// `middle` running to `edge` in the corners with the square of the distance, which leaves no
// visible peak; an ordered dither hides the steps between neighbouring shades.
Raster backdrop_make(int width, int height, Colour middle, Colour edge);
