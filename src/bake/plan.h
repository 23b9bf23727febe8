// Which frames a sheet needs: one motion strip per pair of poses, one breath strip per pose that is
// held, one frame of the common mistake where its pose is known. Where the figure is fast on the screen frames follow each
// other quickly, where it is slow they are few; the player mixes them in between.
#pragma once

#include "figure/march.h"
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
    LIST(double) frame_at; // and its place in time in a motion strip, 0..1; of other strips -1
    LIST(Strip) strips;
    int poster_pose;       // the pose that stands for the move
} BakePlan;

// How strongly a key pose lights its muscles, 0..1: fully where it is held, little where the move begins.
double bake_glow(const Clip *clip, int pose);

// Pixels between two stances of the part of the skin that goes farthest.
double bake_leap(const Camera *camera, const Stance *from, const Stance *to);

// `pixels_per_metre` decides how far the body may go between frames.
BakePlan bake_plan(Arena *arena, const Clip *clip, const Motion *motion, double pixels_per_metre);
