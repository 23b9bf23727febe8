// A sprite as it goes onto the raster, or two that follow each other in time, mixed.
//
// Mixing is done where pixels are stored, before they are enlarged: it costs the same in every window. What both sprites
// show stays as it is, what only one shows is there by its part, and nothing is seen through that is opaque in both.
#pragma once

#include "sdl/sprite.h"

typedef struct {
    const Sprite *sprite;
    const Sprite *next; // NULL: `sprite` alone
    int part;           // of FRAME_MIX_PARTS, of `next`; the rest is of `sprite`
    int x, y;           // where the origin goes
    bool mirrored;      // about the origin
    int strength;       // 0..255
    double zoom;        // how many times larger about its origin the sprites were made; 1: not
    uint64_t print;     // fingerprint of all of it
} Stamp;

// Whether the stored pixels of the two lie on one grid, as those of baked sheets do.
bool stamp_can_mix(const Sprite *sprite, const Sprite *next);

Area stamp_area(const Stamp *stamp);

// Strength and mirror are applied to the mixed picture. Mixed channels are rounded to the nearest.
void stamp_paint(Raster *raster, Area clip, const Stamp *stamp);
