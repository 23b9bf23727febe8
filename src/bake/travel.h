// How far a figure that walks on the spot has come in each frame: the floor goes back under it as fast as the foot
// that stands on it. Knows no pictures; bake.c writes the metres into the sheet.
#pragma once

#include "bake/plan.h"

// Writes `travel` of every frame of the plan's motion strips, and returns the metres of one repetition; 0, and
// nothing is written, for a clip that does not walk.
double travel_find(const Clip *clip, const Motion *motion, const BakePlan *plan, Frame *frames);
