// Makes the sprite sheet of one move: draws every frame of the plan and writes pages, index and poster.
#pragma once

#include "base/error.h"
#include "figure/motion.h"

typedef struct {
    const char *folder; // the sheet becomes folder/ID
    double scale;       // 1 is 440 pixels per metre
    int jobs;           // frames drawn at once
    void (*progress)(int percent); // called when more is drawn; NULL for nobody
    // Asked once, by any thread, while the sheet is drawn: when false the sheet is not put in its place. NULL: not asked
    bool (*passes)(void *asked);
    void *asked;
} BakeOptions;

typedef struct {
    int frames, shots, pages;
    int width, height; // canvas
    long rays;
    bool kept; // the sheet that was there is the one that would be made: it was only touched
} BakeCount;

// Either the whole sheet is there afterwards or what was there before; false also when it does not pass. One that is up to date is kept.
bool bake_sheet(const Clip *clip, const Motion *motion, const BakeOptions *options, BakeCount *count, Error *error);
