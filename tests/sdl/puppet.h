// A sheet for tests and benches: a simple puppet that raises an arm and breathes, on a mat.
//
// It has all that a baked sheet has: trimmed bodies, soft layers stored small, several pages.
#pragma once

#include "image/sheet.h"

typedef struct {
    const char *move;
    double pixels_per_metre;
    int motion_frames, breath_frames;
    int page_side;        // pixels
    const Strip *strips;  // kinds and poses; NULL for "down" and "up", a motion between them and a breath of each
    int strip_count;
    double leap;          // canvas pixels, as the index says it of every frame; 0: it does not
} PuppetOptions;

// Writes SHEETS/MOVE: index, pages and poster. Not being able to ends the program.
void puppet_write(Arena *arena, const char *sheets, const PuppetOptions *options);
