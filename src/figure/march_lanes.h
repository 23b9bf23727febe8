// Inside the marcher: what march.c asks of the files that work on lanes. They are compiled three
// times, the second as one (march_wide.c) for processors with AVX2, the third (march_masked.c) for those with
// AVX-512; all give the same bits.
#pragma once

#include "figure/march.h"

typedef struct {
    Point eye, right, up, forward;
    float focal, centre_x, centre_y;
} Lens;

typedef struct {
    March *march;
    const Body *body;
    const Lighting *lighting;
    Lens lens;
    int first_shape; // tiles that may not show it, or one after it, are left out
} MarchJob;

enum { MARCH_TILE = 32 };

// Draws all tiles within the march's bounds.
void march_lanes_draw(const MarchJob *job);

// The second versions.
void march_wide_draw(const MarchJob *job);
void lighting_darken_wide(const Lighting *lighting, const GroundPoint *points, int count, float *dark);

// The third.
void march_masked_draw(const MarchJob *job);
void lighting_darken_masked(const Lighting *lighting, const GroundPoint *points, int count, float *dark);
