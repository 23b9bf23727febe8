// Inside the marcher: what march.c asks of the files that work on lanes. They are compiled twice, the
// second time as one (march_wide.c) for processors with AVX2; both give the same bits.
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
} MarchJob;

enum { MARCH_TILE = 32, MARCH_BLOCK = 4 };

// Draws all tiles within the march's bounds.
void march_lanes_draw(const MarchJob *job);

// The second versions.
void march_wide_draw(const MarchJob *job);
void lighting_darken_wide(const Lighting *lighting, const GroundPoint *points, int count, float *dark);
