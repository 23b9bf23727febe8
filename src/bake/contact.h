// One picture with every key pose of many moves, to look them over: cards in a grid, six to a row.
//
// All cards of a move are drawn from one place and at one scale, the largest that shows all of it, so that its
// poses can be compared. A move stands in one row where it fits into one; rows are filled up with later moves.
#pragma once

#include "figure/motion.h"
#include "image/label.h"

enum { CONTACT_COLUMNS = 6, CONTACT_CARD_WIDTH = 420, CONTACT_CARD_HEIGHT = 320, CONTACT_GAP = 10 };

typedef struct {
    LIST(Picture) cards; // owned
    LIST(int) places;    // of every card, row * CONTACT_COLUMNS + column
    LIST(int) row_ends;  // of every row, the columns taken
    const LabelFont *font;
} ContactSheet;

// What a card says of its move beside the names in the clip.
typedef struct {
    const char *name;
    const char *mistake; // the sentence about its common mistake; may be NULL
} ContactWords;

// Draws the key poses of a move, each with its muscle light, and its common mistake. Lists grow in the arena.
void contact_add(Arena *arena, ContactSheet *sheet, const Clip *clip, const Motion *motion, ContactWords words);

// All cards in one picture; the caller frees it.
Picture contact_picture(const ContactSheet *sheet);

void contact_free(ContactSheet *sheet);
