// WebP: how the pages of a sheet are stored. Colours are coded lossily, coverage not at all: it is picture.c that
// packs the whole file. Only picture.c calls this; others read and write pictures by path.
#pragma once

#include "base/text.h"
#include "image/picture.h"

// Whether a file of these first bytes is WebP.
bool webp_is(const uint8_t *bytes, size_t size);

// Width and height of a still picture. False when the bytes are none.
bool webp_size(const uint8_t *bytes, size_t size, int *width, int *height);

// False when the bytes are damaged or cut short.
bool webp_decode(const uint8_t *bytes, size_t size, Picture *picture);

// Adds the coded picture to `out`: always the same bytes for the same picture. False when it is larger
// than 16383 pixels a side.
bool webp_encode(const Picture *picture, TextBuilder *out);
