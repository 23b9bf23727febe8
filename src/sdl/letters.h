// Lines of text as masks: Inter in four weights, figures of equal width, rendered once and kept for
// as long as they are in use. Nothing here knows colours or places.
#pragma once

#include "base/error.h"
#include "ui/draw.h"

typedef struct Letters Letters;

// Bounds on what is kept.
enum { LETTERS_FONTS = 24, LETTERS_LINES = 256, LETTERS_LINE_BYTES = 16 * 1024 * 1024 };

// One rendered line. `mask` has `width` x `height` bytes; its left edge belongs `left` pixels from
// the pen, its row `baseline` on the baseline.
typedef struct {
    int width, height, left, baseline;
    int advance; // how far the pen moves, pixels
    uint8_t *mask;
} Line;

// False when a face cannot be read from the folder.
bool letters_open(const char *folder, Letters **letters, Error *error);
void letters_close(Letters *letters);

// `size` is the em in pixels, rounded; text beyond 1000 bytes is not shown. The line stays good
// until the next call.
const Line *letters_line(Letters *letters, const char *text, Face face, float size);

// Pixels, without rendering.
float letters_width(Letters *letters, const char *text, Face face, float size);

// How much is kept now, for tests.
void letters_kept(const Letters *letters, int *fonts, int *lines, int *bytes);
