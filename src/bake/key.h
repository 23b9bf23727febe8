// Tells whether a sheet is still what would be baked: a number made of all that its pictures show and of
// the sources that draw them. Words of a move, and code that draws nothing, are not in it.
#pragma once

#include "figure/scene.h"
#include "bake/plan.h"

// Adds up numbers (FNV-1a of 64 bits over their bytes; Fowler, Noll and Vo 1991).
typedef struct {
    uint64_t hash;
} Key;

// Begins with the sources and with what is the same in all frames.
Key key_begin(const Clip *clip, const BakePlan *plan, const Scene *scene);

// One shot: the stance it shows.
void key_add_shot(Key *key, const Shot *shot, const Stance *stance);

// Sixteen digits in the arena, for the sheet's index.
const char *key_text(Arena *arena, const Key *key);
