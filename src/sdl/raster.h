// The picture the painter paints on, rectangles of it, and the arithmetic of laying one pixel over
// another. Whole numbers only, so that every machine and compiler gives the same bytes.
#pragma once

#include "image/picture.h"
#include "ui/draw.h"

#include <stdint.h>

// Pixels are 0xFFRRGGBB, the layout most window systems take as it is; rows follow without gaps.
typedef struct {
    int width, height;
    uint32_t *pixels; // owned
} Raster;

typedef struct {
    int x, y, width, height;
} Area;

Raster raster_make(int width, int height); // opaque black
void raster_free(Raster *raster);

// A copy for tests and files.
Picture raster_picture(const Raster *raster);

bool area_is_empty(Area area);
Area area_shared(Area a, Area b);    // empty (width 0) when they do not meet
Area area_around(Area a, Area b);    // the smallest that holds both; an empty one adds nothing
Area area_of_rect(Rect rect);        // every pixel that the rectangle touches
Area area_of_raster(const Raster *raster);

// Pixels to lay over others are premultiplied, 0xAARRGGBB: no channel is larger than A.
uint32_t pixel_of_colour(Colour colour, int coverage); // coverage 0..255
uint32_t pixel_of_bytes(const uint8_t *rgba);          // from straight alpha

// Porter and Duff's "over" (1984) on an opaque picture.
void pixels_over(uint32_t *to, const uint32_t *from, int count, int strength);
void pixels_over_mirrored(uint32_t *to, const uint32_t *from, int count, int strength); // from runs backwards
void pixels_fill(uint32_t *to, uint32_t pixel, int count);
void pixels_over_masked(uint32_t *to, const uint8_t *mask, int count, Colour colour);
