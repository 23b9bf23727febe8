// Short words in a picture, for whoever draws without a window: ASCII, one size.
//
// What is shown on screens is set by sdl/letters.h.
#pragma once

#include "image/picture.h"

typedef struct LabelFont LabelFont;

// A .otf or .ttf file. False when it cannot be read.
bool label_font_open(const char *path, LabelFont **font, Error *error);
void label_font_close(LabelFont *font);

typedef struct {
    uint8_t red, green, blue;
} LabelColour;

// Writes letters over an opaque picture, left end at x, and returns the right end. `size` is the em in pixels;
// what does not fit into the picture is left out, so that an empty picture only measures.
int label_write(const LabelFont *font, Picture *picture, int x, int baseline, double size, LabelColour colour,
                const char *words);
