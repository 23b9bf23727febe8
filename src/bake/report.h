// What limber-bake prints about a move: where its joints are.
#pragma once

#include "figure/motion.h"

// frame,ms,phase,joint,x,y,z at 60 frames a second; holds are shown for a second.
void report_joints(const Clip *clip, const Motion *motion, TextBuilder *out);
