// Is a motion sound? Rules that hold for every move, and the lines `check ...` of the move itself,
// measured over all frames.
//
// Rules: U1 planted points stay, U2 nothing sinks into the floor or a prop and what lies on a roller stays there,
// U3 joints keep to their ranges,
// U4 joints move slowly enough, U5 flat feet are flat, U6 moves of both sides are symmetrical,
// U7 a repetition ends as it began, U8 bones keep their lengths, U9 standing figures are balanced, and ways wherever they stop,
// U10 hands are where the poses lay them, U11 a hold is still but for breathing, U12 nothing starts or
// stops suddenly. Who leans on a wall needs no balance. The pose of the common mistake has to keep to U2, U3
// and U10 only.
#pragma once

#include "figure/motion.h"

typedef struct {
    const char *id;    // "U1" ..., or "check" for a line of the move
    const char *label; // the rule and where the worst value was, or the line as written
    double value, min, max;
    bool pass;
} CheckResult;

typedef struct {
    LIST(CheckResult) results;
    int failed;
} CheckReport;

// Runs all rules that apply to the clip, and its own lines. Results live in the arena.
void checks_run(Arena *arena, const Motion *motion, CheckReport *report);

// One line of a move in a stance: degrees or centimetres. `from` is the stance after the word from, or NULL for the
// value itself; `obstacles` are asked for the wall. Not for CHECK_MOVES, which needs the motion.
double check_measure(const Check *check, const Stance *stance, const Stance *from, const Obstacles *obstacles);

// The most that a bone of a limb is longer or shorter than it should be, percent, and the bone it begins at.
double check_stretch(const Stance *stance, Bone *most);
