// Making a picture smaller by area average, at any position between pixels: neighbouring frames
// that are shrunk each on its own still fit together.
#pragma once

#include <stdint.h>

// `from` has width x height premultiplied pixels that begin at (left, top) of the target and are
// `size` target pixels large, at most 1. Writes the target's pixels [0, to_width) x [0, to_height).
void pixels_shrink(const uint32_t *from, int width, int height, double left, double top, double size, uint32_t *to,
                   int to_width, int to_height);
