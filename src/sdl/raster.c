#include "sdl/raster.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RED_BLUE = 0x00FF00FF, OPAQUE = 255, FARTHEST = 1 << 20 };

Raster raster_make(int width, int height) {
    Raster raster = {width, height, malloc((size_t)width * (size_t)height * sizeof(uint32_t))};
    if (!raster.pixels && width && height) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    for (size_t i = 0; i < (size_t)width * (size_t)height; i++) raster.pixels[i] = 0xFF000000u;
    return raster;
}

void raster_free(Raster *raster) {
    free(raster->pixels);
    *raster = (Raster){0};
}

Picture raster_picture(const Raster *raster) {
    Picture picture = picture_make(raster->width, raster->height);
    for (size_t i = 0; i < (size_t)raster->width * (size_t)raster->height; i++) {
        uint32_t pixel = raster->pixels[i];
        picture.pixels[4 * i] = (uint8_t)(pixel >> 16);
        picture.pixels[4 * i + 1] = (uint8_t)(pixel >> 8);
        picture.pixels[4 * i + 2] = (uint8_t)pixel;
        picture.pixels[4 * i + 3] = (uint8_t)(pixel >> 24);
    }
    return picture;
}

bool area_is_empty(Area area) {
    return area.width <= 0 || area.height <= 0;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

static int most(int a, int b) {
    return a > b ? a : b;
}

Area area_shared(Area a, Area b) {
    int left = most(a.x, b.x), top = most(a.y, b.y);
    int right = least(a.x + a.width, b.x + b.width), bottom = least(a.y + a.height, b.y + b.height);
    if (right <= left || bottom <= top) return (Area){0};
    return (Area){left, top, right - left, bottom - top};
}

Area area_around(Area a, Area b) {
    if (area_is_empty(a)) return b;
    if (area_is_empty(b)) return a;
    int left = least(a.x, b.x), top = least(a.y, b.y);
    int right = most(a.x + a.width, b.x + b.width), bottom = most(a.y + a.height, b.y + b.height);
    return (Area){left, top, right - left, bottom - top};
}

// Sizes come from windows and scripts: whatever they are, sums of two never overflow.
static int whole(float value) {
    if (!(value > -FARTHEST)) return -FARTHEST;
    return value < FARTHEST ? (int)value : FARTHEST;
}

Area area_of_rect(Rect rect) {
    int left = whole(floorf(rect.x)), top = whole(floorf(rect.y));
    int right = whole(ceilf(rect.x + rect.width)), bottom = whole(ceilf(rect.y + rect.height));
    if (right <= left || bottom <= top) return (Area){0};
    return (Area){left, top, right - left, bottom - top};
}

Area area_of_raster(const Raster *raster) {
    return (Area){0, 0, raster->width, raster->height};
}

// value / 255, rounded, for value <= 255 * 255.
static uint32_t by_255(uint32_t value) {
    value += 128;
    return (value + (value >> 8)) >> 8;
}

// Each of the four channels times part / 255, rounded; two channels at a time.
static inline uint32_t scaled(uint32_t pixel, uint32_t part) {
    uint32_t low = (pixel & RED_BLUE) * part + 0x00800080u;
    uint32_t high = ((pixel >> 8) & RED_BLUE) * part + 0x00800080u;
    low = ((low + ((low >> 8) & RED_BLUE)) >> 8) & RED_BLUE;
    high = (high + ((high >> 8) & RED_BLUE)) & ~(uint32_t)RED_BLUE;
    return low | high;
}

uint32_t pixel_of_colour(Colour colour, int coverage) {
    uint32_t alpha = by_255((uint32_t)coverage * colour.a);
    return alpha << 24 | by_255(colour.r * alpha) << 16 | by_255(colour.g * alpha) << 8 | by_255(colour.b * alpha);
}

uint32_t pixel_of_bytes(const uint8_t *rgba) {
    return pixel_of_colour((Colour){rgba[0], rgba[1], rgba[2], rgba[3]}, OPAQUE);
}

static inline uint32_t over(uint32_t to, uint32_t from) {
    uint32_t alpha = from >> 24;
    if (alpha == OPAQUE) return from;
    if (alpha == 0) return to;
    return (from + scaled(to, OPAQUE - alpha)) | 0xFF000000u;
}

void pixels_over(uint32_t *to, const uint32_t *from, int count, int strength) {
    if (strength == OPAQUE) {
        for (int i = 0; i < count; i++) to[i] = over(to[i], from[i]);
    } else {
        for (int i = 0; i < count; i++) to[i] = over(to[i], scaled(from[i], (uint32_t)strength));
    }
}

void pixels_over_mirrored(uint32_t *to, const uint32_t *from, int count, int strength) {
    if (strength == OPAQUE) {
        for (int i = 0; i < count; i++) to[i] = over(to[i], from[-i]);
    } else {
        for (int i = 0; i < count; i++) to[i] = over(to[i], scaled(from[-i], (uint32_t)strength));
    }
}

void pixels_fill(uint32_t *to, uint32_t pixel, int count) {
    for (int i = 0; i < count; i++) to[i] = over(to[i], pixel);
}

void pixels_over_masked(uint32_t *to, const uint8_t *mask, int count, Colour colour) {
    uint32_t full = pixel_of_colour(colour, OPAQUE);
    for (int i = 0; i < count; i++)
        if (mask[i]) to[i] = over(to[i], mask[i] == OPAQUE ? full : pixel_of_colour(colour, mask[i]));
}
