// One picture with every key pose of many moves, to look them over: a row for each move.
#pragma once

#include "figure/motion.h"
#include "image/label.h"

enum { CONTACT_FONT_SIZE = 17, CONTACT_COLUMNS = 6 };

typedef struct {
    LIST(Picture) rows; // of one width; owned
    const LabelFont *font;
} ContactSheet;

// Draws the poses of a clip, and its mistake; a clip of more than CONTACT_COLUMNS gets several rows. The list
// lives in the arena.
void contact_add(Arena *arena, ContactSheet *sheet, const Clip *clip, const Motion *motion);

// Puts all rows below each other and writes the picture. False when it cannot be written.
bool contact_write(const ContactSheet *sheet, const char *path, Error *error);
void contact_free(ContactSheet *sheet);
