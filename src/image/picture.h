// A picture in memory: 8-bit red, green, blue, straight alpha, rows from the top.
#pragma once

#include "base/error.h"

#include <stdint.h>

typedef struct {
    int width, height;
    uint8_t *pixels; // 4 * width * height bytes, owned; NULL in an empty picture
} Picture;

// Transparent black. Out of memory aborts.
Picture picture_make(int width, int height);
void picture_free(Picture *picture);

// PNG and WebP files; reading looks at the bytes and unpacks what is packed by gzip, writing makes packed WebP when
// the name ends in .webp.gz (lossy colours, exact coverage) and else PNG. Reading refuses pictures larger than 16384
// pixels a side.
bool picture_read(const char *path, Picture *picture, Error *error);
bool picture_write(const char *path, const Picture *picture, Error *error);

// Only the size, from the first bytes of the file.
bool picture_read_size(const char *path, int *width, int *height, Error *error);

// Swaps left and right, in place.
void picture_mirror(Picture *picture);

// A new picture of the given size. Shrinks by area average with alpha weighed in, so that
// transparent pixels never bleed into the edge; enlarges bilinearly.
Picture picture_scaled(const Picture *picture, int width, int height);

// A copy of a rectangle that lies inside the picture.
Picture picture_crop(const Picture *picture, int x, int y, int width, int height);
