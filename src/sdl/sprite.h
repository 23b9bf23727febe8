// The pictures of a sheet made ready for painting: premultiplied, and at the size they are shown.
//
// Sheets are drawn for a window 1080 pixels high; there nothing is resampled. In smaller windows
// sprites are shrunk once, when decoded. What is stored small (soft layers, and everything in larger
// windows) is enlarged while it is painted, so that it stays small in memory.
#pragma once

#include "image/sheet.h"
#include "sdl/raster.h"

typedef struct {
    int begin, end; // columns of the row that are not empty, and stored
    uint32_t at;    // of column `begin` in the pixels
} RowSpan;

typedef struct {
    Cell cell;           // which part of the sheet it shows; unused in a poster
    Area place;          // pixels around the origin: the floor's for cells, the rect's corner for posters
    int width, height;   // stored pixels
    double left, top;    // where the stored pixels begin, around the origin
    double size;         // of a stored pixel on the screen; 1: painted as it is, without being mixed
    RowSpan *spans;      // one a stored row
    uint32_t *pixels;
    size_t stored;       // how many of them there are
} Sprite;

// All sprites of one page, or a poster as one sprite.
typedef struct {
    Sprite *sprites;
    int count;
    size_t bytes;
} Pack;

// Scales are in 1/4096, so that equal sizes of windows find equal sprites. Larger than SPRITE_LARGEST, in stored pixels a
// side, none is.
enum { SPRITE_SCALE_ONE = 4096, SPRITE_LARGEST = 4096 };

// The most that the page can take in memory.
size_t pack_bytes_at_most(const Sheet *sheet, int page, int scale);

// Decodes a page; cells that reach outside it are left out. Any thread may call these.
bool pack_read_page(const Sheet *sheet, int page, int scale, Pack *pack, Error *error);
// The sheet's poster, as large as fits into width x height, in the middle of it.
bool pack_read_poster(const Sheet *sheet, int width, int height, Pack *pack, Error *error);
void pack_free(Pack *pack);

bool cell_same(const Cell *a, const Cell *b);
const Sprite *pack_find(const Pack *pack, const Cell *cell); // NULL when it is not there

// The same pixels, shown so many times larger (or smaller) about the origin; good as long as the sprite.
Sprite sprite_zoomed(const Sprite *sprite, double zoom);
