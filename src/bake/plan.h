// Which frames a sheet needs: one motion strip per pair of poses, one breath strip per pose that is
// held, one frame of the common mistake where its pose is known. Sampling is even in time and just fine enough for the fastest joint.
#pragma once

#include "figure/motion.h"
#include "image/sheet.h"

// One picture to draw. Equal shots are drawn once.
typedef struct {
    int from, to; // keyframes; equal at the ends of a strip
    double position, breath, glow;
    int frame; // of the sheet, the first that shows it
    bool is_mistake; // keyframes of clip_of_mistake
} Shot;

typedef struct {
    LIST(Shot) shots;      // in the order of the strips, distinct
    LIST(int) frame_shots; // for every frame of the sheet, its shot
    LIST(Strip) strips;
    int poster_pose;       // the pose that stands for the move
} BakePlan;

// How strongly a key pose lights its muscles, 0..1: fully where it is held, little where the move begins.
double bake_glow(const Clip *clip, int pose);

// `pixels_per_metre` decides how far a joint may go between frames.
BakePlan bake_plan(Arena *arena, const Clip *clip, const Motion *motion, double pixels_per_metre);
