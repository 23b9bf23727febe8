#include "sdl/stamp.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WHOLE = 256, RED_BLUE = 0x00FF00FF };

// Where the stored pixels of a stamp lie: those of its sprite, or a grid that holds both.
typedef struct {
    int left, top;           // stored pixels from the first of the sprite
    int next_left, next_top; // where the next sprite begins in the grid
    int width, height;
} Grid;

static Grid grid_of(const Sprite *sprite, const Sprite *next) {
    if (!next) return (Grid){0, 0, 0, 0, sprite->width, sprite->height};
    int x = (int)lround((next->left - sprite->left) / sprite->size), y = (int)lround((next->top - sprite->top) / sprite->size);
    int left = x < 0 ? x : 0, top = y < 0 ? y : 0;
    int right = x + next->width > sprite->width ? x + next->width : sprite->width;
    int bottom = y + next->height > sprite->height ? y + next->height : sprite->height;
    return (Grid){left, top, x - left, y - top, right - left, bottom - top};
}

static bool is_whole(double pixels) {
    return fabs(pixels) < SPRITE_LARGEST && fabs(pixels - round(pixels)) < 0.001;
}

bool stamp_can_mix(const Sprite *sprite, const Sprite *next) {
    double size = sprite->size;
    if (fabs(size - next->size) > 1e-9) return false;
    if (!is_whole((next->left - sprite->left) / size) || !is_whole((next->top - sprite->top) / size)) return false;
    Grid grid = grid_of(sprite, next);
    return grid.width <= SPRITE_LARGEST && grid.height <= SPRITE_LARGEST;
}

static Area place_of(const Stamp *stamp) {
    return stamp->next ? area_around(stamp->sprite->place, stamp->next->place) : stamp->sprite->place;
}

Area stamp_area(const Stamp *stamp) {
    Area area = place_of(stamp);
    if (stamp->mirrored) area.x = -(area.x + area.width);
    area.x += stamp->x, area.y += stamp->y;
    return area;
}

// ---- stored pixels ----

// a and b mixed, `part` of WHOLE of b; two channels at a time.
static inline uint32_t mixed(uint32_t a, uint32_t b, uint32_t part) {
    uint32_t low = ((a & RED_BLUE) * (WHOLE - part) + (b & RED_BLUE) * part) >> 8 & RED_BLUE;
    uint32_t high = ((a >> 8 & RED_BLUE) * (WHOLE - part) + (b >> 8 & RED_BLUE) * part) & ~(uint32_t)RED_BLUE;
    return low | high;
}

// The same for many, rounded; byte by byte, as compilers know how to do sixteen at a time.
static void mix_pixels(uint32_t *restrict to, const uint32_t *restrict a, const uint32_t *restrict b, int count, uint32_t part) {
    uint8_t *restrict bytes = (uint8_t *)to;
    const uint8_t *restrict of_a = (const uint8_t *)a, *restrict of_b = (const uint8_t *)b;
    uint16_t share_b = (uint16_t)part, share_a = (uint16_t)(WHOLE - part);
    for (int i = 0; i < 4 * count; i++) bytes[i] = (uint8_t)((uint16_t)(of_a[i] * share_a + of_b[i] * share_b + WHOLE / 2) >> 8);
}

// `part` of WHOLE of each.
static void fade_pixels(uint32_t *restrict to, const uint32_t *restrict from, int count, uint32_t part) {
    uint8_t *restrict bytes = (uint8_t *)to;
    const uint8_t *restrict of = (const uint8_t *)from;
    uint16_t share = (uint16_t)part;
    for (int i = 0; i < 4 * count; i++) bytes[i] = (uint8_t)((uint16_t)(of[i] * share + WHOLE / 2) >> 8);
}

// Columns that are not empty.
typedef struct {
    int begin, end;
} Filled;

static Filled filled_around(Filled a, Filled b) {
    if (a.begin >= a.end) return b;
    if (b.begin >= b.end) return a;
    return (Filled){a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

static Filled filled_shared(Filled a, Filled b) {
    return (Filled){a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
}

// A stored row of one sprite, moved to the right.
typedef struct {
    Filled filled;
    int first;              // the column of the first pixel
    const uint32_t *pixels;
} StoredRow;

static StoredRow stored_row(const Sprite *sprite, int row, int right) {
    if (row < 0 || row >= sprite->height) return (StoredRow){{0, 0}, 0, sprite->pixels};
    RowSpan span = sprite->spans[row];
    return (StoredRow){{span.begin + right, span.end + right}, span.begin + right, sprite->pixels + span.at};
}

static const uint32_t *stored_from(const StoredRow *row, int column) {
    return row->pixels + (column - row->first);
}

static void copy(uint32_t *to, const StoredRow *row, Filled columns) {
    if (columns.begin >= columns.end) return;
    memcpy(to + columns.begin, stored_from(row, columns.begin), sizeof *to * (size_t)(columns.end - columns.begin));
}

static void fade(uint32_t *to, const StoredRow *row, int begin, int end, uint32_t part) {
    if (begin < end) fade_pixels(to + begin, stored_from(row, begin), end - begin, part);
}

// What of two rows lies within `columns`, mixed. Where only one is, the other is empty.
static void mix(uint32_t *to, StoredRow a, StoredRow b, Filled columns, uint32_t part) {
    a.filled = filled_shared(a.filled, columns), b.filled = filled_shared(b.filled, columns);
    Filled both = filled_shared(a.filled, b.filled);
    if (both.begin >= both.end) { // side by side
        memset(to + columns.begin, 0, sizeof *to * (size_t)(columns.end - columns.begin));
        fade(to, &a, a.filled.begin, a.filled.end, WHOLE - part);
        fade(to, &b, b.filled.begin, b.filled.end, part);
        return;
    }
    fade(to, &a, a.filled.begin, both.begin, WHOLE - part);
    fade(to, &b, b.filled.begin, both.begin, part);
    mix_pixels(to + both.begin, stored_from(&a, both.begin), stored_from(&b, both.begin), both.end - both.begin, part);
    fade(to, &a, both.end, a.filled.end, WHOLE - part);
    fade(to, &b, both.end, b.filled.end, part);
}

// A row of the grid within `columns`; returns which of them it wrote, the others are empty.
static Filled grid_row(const Stamp *stamp, const Grid *grid, int row, Filled columns, uint32_t *to) {
    StoredRow a = stored_row(stamp->sprite, row + grid->top, -grid->left);
    if (!stamp->next) {
        columns = filled_shared(columns, a.filled);
        copy(to, &a, columns);
        return columns;
    }
    StoredRow b = stored_row(stamp->next, row - grid->next_top, grid->next_left);
    columns = filled_shared(columns, filled_around(a.filled, b.filled));
    if (columns.begin < columns.end) mix(to, a, b, columns, (uint32_t)stamp->part * WHOLE / FRAME_MIX_PARTS);
    return columns;
}

// ---- onto the raster ----

// Which columns of a stamp's area lie in `clip`, counted from its left end before it is mirrored.
static Filled columns_in(Area clip, Area area, bool mirrored) {
    int begin = clip.x - area.x, end = begin + clip.width;
    return mirrored ? (Filled){area.width - end, area.width - begin} : (Filled){begin, end};
}

// `pixels` are of `columns` of the area.
static void lay(Raster *raster, const Stamp *stamp, Area area, int y, Filled columns, const uint32_t *pixels) {
    uint32_t *row = raster->pixels + (size_t)y * (size_t)raster->width;
    int count = columns.end - columns.begin;
    if (stamp->mirrored)
        pixels_over_mirrored(row + area.x + area.width - columns.end, pixels + count - 1, count, stamp->strength);
    else pixels_over(row + area.x + columns.begin, pixels, count, stamp->strength);
}

// A stored pixel is a pixel of the screen.
static void paint_plain(Raster *raster, Area clip, Area area, const Stamp *stamp) {
    Grid grid = grid_of(stamp->sprite, stamp->next);
    Filled columns = columns_in(clip, area, stamp->mirrored);
    uint32_t row[SPRITE_LARGEST];
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        if (!stamp->next) {
            StoredRow stored = stored_row(stamp->sprite, y - area.y, 0);
            Filled filled = filled_shared(columns, stored.filled);
            if (filled.begin < filled.end) lay(raster, stamp, area, y, filled, stored_from(&stored, filled.begin));
        } else {
            Filled filled = grid_row(stamp, &grid, y - area.y, columns, row);
            if (filled.begin < filled.end) lay(raster, stamp, area, y, filled, row + filled.begin);
        }
    }
}

// A piece of a stamp that is painted larger than it is stored, or smaller.
typedef struct {
    const Stamp *stamp;
    Grid grid;
    Area place;
    double left, top, size;
    uint32_t rows[2][SPRITE_LARGEST]; // a row of the grid and the one below it
    Filled filled[2];
    int row, first;                      // which the first of them is, and which of `rows` that is
    uint32_t stored[SPRITE_LARGEST + 2]; // the two mixed, between empty ends
    Filled columns;                      // of the piece
    int at[SPRITE_LARGEST];              // where its columns lie in `stored`, 24.8 fixed point, ascending
    uint32_t shown[SPRITE_LARGEST];      // its last row
} Enlarging;

// 24.8 fixed point: which stored pixel's middle lies before a screen pixel's, and how far.
static int stored_at(int place, int offset, double begin, double size) {
    return (int)floor(((place + offset + 0.5 - begin) / size - 0.5) * 256);
}

static void place_columns(Enlarging *piece, Filled columns) {
    piece->columns = columns;
    for (int i = columns.begin; i < columns.end; i++) {
        int at = stored_at(piece->place.x, i, piece->left, piece->size) + 256, last = piece->grid.width << 8;
        piece->at[i - columns.begin] = at < 0 ? 0 : at > last + 255 ? last + 255 : at;
    }
}

static void fill_row(Enlarging *piece, int which, int row) {
    Filled all = {0, piece->grid.width};
    uint32_t *to = piece->rows[which];
    Filled filled = grid_row(piece->stamp, &piece->grid, row, all, to);
    if (filled.begin >= filled.end) filled = (Filled){0, 0};
    piece->filled[which] = filled;
}

// Makes `rows` hold row `row` and the next; going down, one of them is there already.
static void take_rows(Enlarging *piece, int row) {
    if (piece->row == row) return;
    bool is_next = piece->row == row - 1;
    if (is_next) piece->first ^= 1;
    else fill_row(piece, piece->first, row);
    fill_row(piece, piece->first ^ 1, row + 1);
    piece->row = row;
}

static void clear_beside(uint32_t *row, Filled filled, Filled columns) {
    if (filled.begin >= filled.end) filled.begin = filled.end = columns.begin;
    for (int x = columns.begin; x < filled.begin; x++) row[x] = 0;
    for (int x = filled.end; x < columns.end; x++) row[x] = 0;
}

// What is between two stored rows; returns the stored columns that are not empty.
static Filled mix_rows(Enlarging *piece, int at) {
    take_rows(piece, at >> 8);
    uint32_t *above = piece->rows[piece->first], *below = piece->rows[piece->first ^ 1], part = (uint32_t)(at & 255);
    Filled filled = filled_around(piece->filled[piece->first], piece->filled[piece->first ^ 1]);
    if (filled.begin >= filled.end) return filled;
    clear_beside(above, piece->filled[piece->first], filled);
    clear_beside(below, piece->filled[piece->first ^ 1], filled);
    piece->filled[0] = piece->filled[1] = filled;
    for (int x = filled.begin; x < filled.end; x++) piece->stored[x + 1] = mixed(above[x], below[x], part);
    piece->stored[filled.begin] = piece->stored[filled.end + 1] = 0;
    return filled;
}

// The first column of the piece that lies at `at` or after it.
static int column_from(const Enlarging *piece, int at) {
    int low = 0, high = piece->columns.end - piece->columns.begin;
    while (low < high) {
        int middle = (low + high) / 2;
        if (piece->at[middle] < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Returns the columns of the area that were enlarged.
static Filled enlarge_row(Enlarging *piece, Filled filled) {
    int begin = column_from(piece, filled.begin << 8), end = column_from(piece, (filled.end + 1) << 8);
    for (int i = begin; i < end; i++) {
        const uint32_t *stored = piece->stored + (piece->at[i] >> 8);
        piece->shown[i] = mixed(stored[0], stored[1], (uint32_t)(piece->at[i] & 255));
    }
    return (Filled){piece->columns.begin + begin, piece->columns.begin + end};
}

static void enlarging_begin(Enlarging *piece, const Stamp *stamp) {
    const Sprite *sprite = stamp->sprite;
    piece->stamp = stamp, piece->grid = grid_of(sprite, stamp->next), piece->place = place_of(stamp);
    piece->size = sprite->size;
    piece->left = sprite->left + piece->grid.left * sprite->size, piece->top = sprite->top + piece->grid.top * sprite->size;
    piece->row = INT_MIN, piece->first = 0;
}

static void paint_enlarged(Raster *raster, Area clip, Area area, const Stamp *stamp) {
    Enlarging piece;
    enlarging_begin(&piece, stamp);
    Filled all = columns_in(clip, area, stamp->mirrored);
    for (int begin = all.begin; begin < all.end; begin += SPRITE_LARGEST) {
        place_columns(&piece, filled_shared(all, (Filled){begin, begin + SPRITE_LARGEST}));
        for (int y = clip.y; y < clip.y + clip.height; y++) {
            Filled filled = mix_rows(&piece, stored_at(piece.place.y, y - area.y, piece.top, piece.size));
            if (filled.begin >= filled.end) continue;
            filled = enlarge_row(&piece, filled);
            if (filled.begin < filled.end) lay(raster, stamp, area, y, filled, piece.shown + (filled.begin - begin));
        }
    }
}

void stamp_paint(Raster *raster, Area clip, const Stamp *stamp) {
    Area area = stamp_area(stamp);
    clip = area_shared(clip, area_shared(area, area_of_raster(raster)));
    if (area_is_empty(clip)) return;
    if (stamp->sprite->size != 1) paint_enlarged(raster, clip, area, stamp);
    else paint_plain(raster, clip, area, stamp);
}
