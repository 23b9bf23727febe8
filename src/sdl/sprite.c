#include "sdl/sprite.h"

#include "sdl/shrink.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LARGEST_PAGE = 8192,     // pixels a side
    LARGEST_STEP = 64,
    FARTHEST_CELL = 1 << 16, // canvas pixels
    SPRITES_A_PAGE = 8192
};

// ---- where a sprite goes ----

static Area area_between(double left, double top, double right, double bottom) {
    int x = (int)floor(left), y = (int)floor(top);
    return (Area){x, y, (int)ceil(right) - x, (int)ceil(bottom) - y};
}

static Sprite outline(double left, double top, double size, int width, int height) {
    Sprite sprite = {.width = width, .height = height, .left = left, .top = top, .size = size};
    double soft = size > 1 ? size / 2 : 0; // enlarging fades out half a stored pixel beyond the edge
    sprite.place = area_between(left - soft, top - soft, left + width * size + soft, top + height * size + soft);
    return sprite;
}

// Where a cell goes at a scale, without its pixels: `place`, `left`, `top` and `size`.
static Sprite outline_of(const Sheet *sheet, const Cell *cell, int scale) {
    double by = (double)scale / SPRITE_SCALE_ONE;
    double origin_x = floor(sheet->origin_x * by + 0.5), origin_y = floor(sheet->origin_y * by + 0.5);
    double left = cell->left * by - origin_x, top = cell->top * by - origin_y;
    Sprite sprite = outline(left, top, cell->step * by, cell->width, cell->height);
    sprite.cell = *cell;
    return sprite;
}

bool cell_same(const Cell *a, const Cell *b) {
    return a->page == b->page && a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height &&
           a->left == b->left && a->top == b->top && a->step == b->step;
}

const Sprite *pack_find(const Pack *pack, const Cell *cell) {
    for (int i = 0; i < pack->count; i++)
        if (cell_same(&pack->sprites[i].cell, cell)) return &pack->sprites[i];
    return NULL;
}

static bool is_near(int value) {
    return value > -FARTHEST_CELL && value < FARTHEST_CELL;
}

static bool cell_is_sound(const Cell *cell) {
    return cell->width > 0 && cell->height > 0 && cell->width <= SPRITE_LARGEST && cell->height <= SPRITE_LARGEST &&
           cell->x >= 0 && cell->y >= 0 && cell->x < LARGEST_PAGE && cell->y < LARGEST_PAGE && cell->step >= 1 &&
           cell->step <= LARGEST_STEP && is_near(cell->left) && is_near(cell->top);
}

// ---- making sprites from pictures ----

// Cuts the empty ends off every row: about half of a body's rectangle.
static void cut_to_spans(Sprite *sprite) {
    uint32_t at = 0;
    for (int y = 0; y < sprite->height; y++) {
        const uint32_t *row = sprite->pixels + (size_t)y * (size_t)sprite->width;
        RowSpan span = {0, sprite->width, at};
        while (span.begin < span.end && row[span.begin] == 0) span.begin++;
        while (span.end > span.begin && row[span.end - 1] == 0) span.end--;
        memmove(sprite->pixels + at, row + span.begin, sizeof *row * (size_t)(span.end - span.begin));
        at += (uint32_t)(span.end - span.begin);
        sprite->spans[y] = span;
    }
    sprite->stored = at;
    uint32_t *fitting = realloc(sprite->pixels, sizeof *fitting * ((size_t)at + 1));
    if (fitting) sprite->pixels = fitting;
}

static void sprite_allocate(Sprite *sprite, int width, int height) {
    sprite->width = width, sprite->height = height;
    sprite->pixels = malloc(sizeof *sprite->pixels * (size_t)width * (size_t)height);
    sprite->spans = malloc(sizeof *sprite->spans * (size_t)height);
    assert(sprite->pixels && sprite->spans);
}

static void read_pixels(Sprite *sprite, const Picture *picture, int x, int y) {
    uint32_t *to = sprite->pixels;
    for (int row = 0; row < sprite->height; row++) {
        const uint8_t *from = picture->pixels + 4 * ((size_t)(y + row) * (size_t)picture->width + (size_t)x);
        for (int column = 0; column < sprite->width; column++, from += 4) *to++ = pixel_of_bytes(from);
    }
}

// Replaces the pixels by what is seen of them at their size, one for each pixel of the screen.
static void shrink(Sprite *sprite) {
    Sprite full = *sprite;
    sprite_allocate(sprite, full.place.width, full.place.height);
    pixels_shrink(full.pixels, full.width, full.height, full.left - full.place.x, full.top - full.place.y, full.size,
                  sprite->pixels, sprite->width, sprite->height);
    sprite->left = full.place.x, sprite->top = full.place.y, sprite->size = 1;
    free(full.pixels);
    free(full.spans);
}

// Fills an outline with the part of the picture that begins at (x, y).
static void sprite_fill(Sprite *sprite, const Picture *picture, int x, int y) {
    sprite_allocate(sprite, sprite->width, sprite->height);
    read_pixels(sprite, picture, x, y);
    bool whole = sprite->size == 1 && sprite->left == sprite->place.x && sprite->top == sprite->place.y;
    if (sprite->size <= 1 && !whole) shrink(sprite);
    cut_to_spans(sprite);
}

static size_t sprite_bytes(const Sprite *sprite) {
    return sprite->stored * sizeof(uint32_t) + (size_t)sprite->height * sizeof(RowSpan);
}

// Before anything is decoded: as if no row had empty ends.
static size_t sprite_bytes_at_most(const Sprite *sprite) {
    size_t whole = (size_t)sprite->width * (size_t)sprite->height;
    size_t shrunk = (size_t)sprite->place.width * (size_t)sprite->place.height;
    return (sprite->size < 1 ? shrunk : whole) * sizeof(uint32_t);
}

// ---- pages ----

static const Cell *cell_number(const Sheet *sheet, int number) {
    if (number == 0) return &sheet->ground;
    return &sheet->frames.items[(number - 1) / LAYER_COUNT].layers[(number - 1) % LAYER_COUNT];
}

static int cell_count(const Sheet *sheet) {
    return 1 + sheet->frames.count * LAYER_COUNT;
}

size_t pack_bytes_at_most(const Sheet *sheet, int page, int scale) {
    size_t bytes = 0;
    for (int i = 0; i < cell_count(sheet); i++) {
        const Cell *cell = cell_number(sheet, i);
        if (cell->page != page || !cell_is_sound(cell)) continue;
        Sprite sprite = outline_of(sheet, cell, scale);
        bytes += sprite_bytes_at_most(&sprite);
    }
    return bytes;
}

// A huge picture is refused before it takes memory.
static bool check_size(const char *path, int largest, Error *error) {
    int width, height;
    if (!picture_read_size(path, &width, &height, error)) return false;
    if (width <= largest && height <= largest) return true;
    return error_set(error, "%s is not a picture of at most %d pixels a side", path, largest);
}

static void pack_add_cells(Pack *pack, const Sheet *sheet, int page, int scale, const Picture *picture) {
    for (int i = 0; i < cell_count(sheet) && pack->count < SPRITES_A_PAGE; i++) {
        const Cell *cell = cell_number(sheet, i);
        bool inside = cell->page == page && cell_is_sound(cell) && cell->x + cell->width <= picture->width &&
                      cell->y + cell->height <= picture->height;
        if (!inside || pack_find(pack, cell)) continue;
        Sprite *sprite = &pack->sprites[pack->count++];
        *sprite = outline_of(sheet, cell, scale);
        sprite_fill(sprite, picture, cell->x, cell->y);
        pack->bytes += sprite_bytes(sprite);
    }
}

static Sprite *sprites_for(int count) {
    Sprite *sprites = calloc((size_t)count, sizeof *sprites);
    assert(sprites);
    return sprites;
}

bool pack_read_page(const Sheet *sheet, int page, int scale, Pack *pack, Error *error) {
    Arena arena = {0};
    Picture picture = {0};
    const char *path = sheet_page_path(&arena, sheet, page);
    bool good = check_size(path, LARGEST_PAGE, error) && picture_read(path, &picture, error);
    if (good) {
        int count = cell_count(sheet) < SPRITES_A_PAGE ? cell_count(sheet) : SPRITES_A_PAGE;
        *pack = (Pack){.sprites = sprites_for(count)};
        pack_add_cells(pack, sheet, page, scale, &picture);
        picture_free(&picture);
    }
    arena_free(&arena);
    return good;
}

bool pack_read_poster(const Sheet *sheet, int width, int height, Pack *pack, Error *error) {
    Arena arena = {0};
    Picture picture = {0};
    const char *path = path_join(&arena, sheet->folder, "poster.png");
    bool good = check_size(path, SPRITE_LARGEST, error) && picture_read(path, &picture, error);
    if (good) {
        double across = (double)width / picture.width, down = (double)height / picture.height;
        double size = across < down ? across : down;
        *pack = (Pack){.sprites = sprites_for(1), .count = 1};
        *pack->sprites = outline((width - picture.width * size) / 2, (height - picture.height * size) / 2, size,
                                 picture.width, picture.height);
        sprite_fill(pack->sprites, &picture, 0, 0);
        pack->bytes = sprite_bytes(pack->sprites);
        picture_free(&picture);
    }
    arena_free(&arena);
    return good;
}

void pack_free(Pack *pack) {
    for (int i = 0; i < pack->count; i++) {
        free(pack->sprites[i].pixels);
        free(pack->sprites[i].spans);
    }
    free(pack->sprites);
    *pack = (Pack){0};
}

Sprite sprite_zoomed(const Sprite *sprite, double zoom) {
    Sprite zoomed = outline(sprite->left * zoom, sprite->top * zoom, sprite->size * zoom, sprite->width, sprite->height);
    zoomed.cell = sprite->cell, zoomed.spans = sprite->spans, zoomed.pixels = sprite->pixels, zoomed.stored = sprite->stored;
    return zoomed;
}
