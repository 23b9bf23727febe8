// What is done instead of a move that does not suit the body: the table of swaps, and the choice from it.
//
// Private to the session module. A swap stays in its phase and takes the dose of what it swaps in at the same level.
#pragma once

#include "session/fitted.h"

// One way to do without: another move, or a form of the same one.
typedef struct {
    const char *move;    // id, or NULL for the move itself
    const char *variant; // or NULL
    const char *note;    // how to do it, or NULL
} Substitute;

enum { SWAP_MOVES = 12, SUBSTITUTES = 6 };

typedef struct {
    const char *tag;
    const char *moves[SWAP_MOVES]; // what is swapped
    Substitute by[SUBSTITUTES];    // the first one that suits and is not there already
    bool is_shortened;             // holds of a few seconds instead, and more of them
} Swap;

extern const Swap swaps[];
extern const int swap_count;

// The row for a move and one tag, NULL when there is none.
const Swap *swap_find(SkipTags tag, const Move *move);

// Whether the tag asks for something else than this move, or for another form of it.
bool swap_concerns(SkipTags tag, const Move *move);

// Swaps all of the routine that does not suit, and says so among the changes.
void swap_all(Arena *arena, const SessionOptions *options, Fitted *fitted);

// The same of one exercise; false when nothing suits.
bool swap_step(Arena *arena, const SessionOptions *options, const FittedStep *step, FittedStep *swapped);
