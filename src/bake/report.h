// What limber-bake prints about a move: its checks and where its joints are.
#pragma once

#include "figure/motion.h"

// Runs every check over every frame. Writes the whole table, or only what failed; true when all passed.
bool report_checks(Arena *arena, const Clip *clip, const Motion *motion, bool whole, TextBuilder *out);

// frame,ms,phase,joint,x,y,z at 60 frames a second; holds are shown for a second.
void report_joints(const Clip *clip, const Motion *motion, TextBuilder *out);
