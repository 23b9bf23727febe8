#include "sdl/sdl.h"

#include "sdl/damage.h"
#include "sdl/figures.h"
#include "sdl/letters.h"
#include "sdl/shapes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

// Decoded pictures that are kept: the whole of most moves at 1080p.
enum { PICTURE_BUDGET_BYTES = 48 * 1024 * 1024 };

// A draw op as it will be painted, or one of the pictures of a figure.
typedef struct {
    const DrawOp *op;
    Area area;
    Stamp stamp;
} Item;

typedef LIST(Item) ItemList;
typedef LIST(Trace) TraceList;

struct Painter {
    Letters *letters;
    Figures *figures;
    Raster raster;
    Raster backdrop;
    uint64_t backdrop_print;
    Arena arenas[2];   // of the list before and of this one, taking turns
    int turn;
    TraceList traces;  // of the list before
};

bool painter_open(const PainterOptions *options, Painter **result, Error *error) {
    Painter *painter = calloc(1, sizeof *painter);
    assert(painter);
    if (letters_open(options->font_folder, &painter->letters, error)) {
        const char *folders[SHEET_FOLDERS] = {options->own_sheet_folder, options->sheet_folder, options->cache_sheet_folder};
        painter->figures = figures_open(folders, options->wait_for_pictures, PICTURE_BUDGET_BYTES);
        *result = painter;
        return true;
    }
    painter_close(painter);
    return false;
}

void painter_close(Painter *painter) {
    if (!painter) return;
    figures_close(painter->figures);
    letters_close(painter->letters);
    raster_free(&painter->raster);
    raster_free(&painter->backdrop);
    arena_free(&painter->arenas[0]);
    arena_free(&painter->arenas[1]);
    free(painter);
}

// ---- where things are ----

// The left end of the pen's way and the baseline, in whole pixels.
static void text_start(const DrawOp *op, const Line *line, int *x, int *y) {
    float shift = op->align == ALIGN_LEFT ? 0 : op->align == ALIGN_CENTRE ? 0.5f : 1;
    Rect start = {op->rect.x - shift * (float)line->advance + 0.5f, op->rect.y + 0.5f, 1, 1};
    Area whole = area_of_rect(start); // keeps wild numbers in bounds
    *x = whole.x, *y = whole.y;
}

static Area text_area(Letters *letters, const DrawOp *op) {
    if (!op->text || !*op->text) return (Area){0};
    const Line *line = letters_line(letters, op->text, op->face, op->size);
    int x, y;
    text_start(op, line, &x, &y);
    return (Area){x + line->left, y - line->baseline, line->width, line->height};
}

static Area op_area(Painter *painter, const DrawOp *op) {
    switch (op->kind) {
    case DRAW_BACKDROP: return area_of_raster(&painter->raster);
    case DRAW_BOX:
    case DRAW_RING:
    case DRAW_DIM: return area_of_rect(op->rect);
    case DRAW_LINE: return shape_line_area(op->rect, op->thickness);
    case DRAW_TEXT: return text_area(painter->letters, op);
    case DRAW_SOON: // nothing is painted
    case DRAW_FIGURE:
    case DRAW_POSTER: break; // their sprites know
    }
    return (Area){0};
}

// Everything that decides how an op looks, where it is included.
static uint64_t op_print(const DrawOp *op) {
    int numbers[] = {(int)op->kind, (int)op->face, (int)op->align};
    float sizes[] = {op->rect.x, op->rect.y, op->rect.width, op->rect.height,
                     op->radius, op->thickness, op->turn, op->size};
    uint64_t print = print_bytes(PRINT_START, numbers, sizeof numbers);
    print = print_bytes(print, sizes, sizeof sizes);
    print = print_bytes(print, &op->colour, sizeof op->colour);
    print = print_bytes(print, &op->colour2, sizeof op->colour2);
    return print_text(print, op->text);
}

// A list being worked out.
typedef struct {
    Arena *arena;
    ItemList items;
    TraceList traces;
} Layout;

static void item_add(Layout *layout, Item item, uint64_t print) {
    if (area_is_empty(item.area)) return;
    *list_push(layout->arena, &layout->items) = item;
    *list_push(layout->arena, &layout->traces) = (Trace){print, item.area};
}

// Every picture of a figure is an item of its own: the mat stays while the body moves.
static void figure_add(Painter *painter, Layout *layout, const DrawOp *op) {
    Stamp stamps[STAMPS_A_FIGURE];
    int count = figures_stamps(painter->figures, op, stamps);
    for (int i = 0; i < count; i++) {
        Stamp *stamp = &stamps[i];
        if (stamp->zoom != 1) {
            Sprite *zoomed = arena_new(layout->arena, Sprite, 2);
            zoomed[0] = sprite_zoomed(stamp->sprite, stamp->zoom);
            if (stamp->next) zoomed[1] = sprite_zoomed(stamp->next, stamp->zoom), stamp->next = &zoomed[1];
            stamp->sprite = &zoomed[0];
        }
        item_add(layout, (Item){op, stamp_area(stamp), *stamp}, stamp->print);
    }
}

static Layout layout_of(Painter *painter, Arena *arena, const DrawList *list) {
    Layout layout = {.arena = arena};
    figures_begin(painter->figures);
    for (int i = 0; i < list->ops.count; i++) {
        const DrawOp *op = &list->ops.items[i];
        if (op->kind == DRAW_SOON) figures_soon(painter->figures, op);
        else if (op->kind == DRAW_FIGURE || op->kind == DRAW_POSTER) figure_add(painter, &layout, op);
        else item_add(&layout, (Item){op, op_area(painter, op), {0}}, op_print(op));
    }
    figures_prefetch(painter->figures, list);
    return layout;
}

// ---- painting one area ----

static void backdrop_paint(Painter *painter, const DrawOp *op, Area clip) {
    uint64_t print = op_print(op);
    Raster *raster = &painter->raster, *backdrop = &painter->backdrop;
    if (painter->backdrop_print != print || backdrop->width != raster->width || backdrop->height != raster->height) {
        raster_free(backdrop);
        *backdrop = backdrop_make(raster->width, raster->height, op->colour, op->colour2);
        painter->backdrop_print = print;
    }
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        size_t at = (size_t)y * (size_t)raster->width + (size_t)clip.x;
        memcpy(raster->pixels + at, backdrop->pixels + at, (size_t)clip.width * sizeof *raster->pixels);
    }
}

static void text_paint(Painter *painter, const DrawOp *op, Area clip) {
    const Line *line = letters_line(painter->letters, op->text, op->face, op->size);
    int x, y;
    text_start(op, line, &x, &y);
    x += line->left, y -= line->baseline;
    clip = area_shared(clip, (Area){x, y, line->width, line->height});
    for (int row = clip.y; row < clip.y + clip.height; row++)
        pixels_over_masked(painter->raster.pixels + (size_t)row * (size_t)painter->raster.width + (size_t)clip.x,
                           line->mask + (size_t)(row - y) * (size_t)line->width + (size_t)(clip.x - x), clip.width,
                           op->colour);
}

static void item_paint(Painter *painter, const Item *item, Area clip) {
    const DrawOp *op = item->op;
    switch (op->kind) {
    case DRAW_BACKDROP: backdrop_paint(painter, op, clip); break;
    case DRAW_BOX: shape_box(&painter->raster, clip, op->rect, op->radius, op->colour); break;
    case DRAW_DIM: shape_box(&painter->raster, clip, op->rect, 0, op->colour); break;
    case DRAW_RING: shape_ring(&painter->raster, clip, op->rect, op->thickness, op->turn, op->colour); break;
    case DRAW_LINE: shape_line(&painter->raster, clip, op->rect, op->thickness, op->colour); break;
    case DRAW_TEXT: text_paint(painter, op, clip); break;
    case DRAW_SOON: break;
    case DRAW_FIGURE:
    case DRAW_POSTER: stamp_paint(&painter->raster, clip, &item->stamp); break;
    }
}

static void area_clear(Raster *raster, Area area) {
    for (int y = area.y; y < area.y + area.height; y++)
        for (int x = area.x; x < area.x + area.width; x++)
            raster->pixels[(size_t)y * (size_t)raster->width + (size_t)x] = 0xFF000000u;
}

static void area_paint(Painter *painter, const ItemList *items, Area area) {
    if (!items->count || items->items[0].op->kind != DRAW_BACKDROP) area_clear(&painter->raster, area);
    for (int i = 0; i < items->count; i++) {
        Area clip = area_shared(area, items->items[i].area);
        if (!area_is_empty(clip)) item_paint(painter, &items->items[i], clip);
    }
}

// ---- a whole list ----

static bool resize(Painter *painter, int width, int height) {
    if (painter->raster.width == width && painter->raster.height == height) return false;
    raster_free(&painter->raster);
    painter->raster = raster_make(width, height);
    return true;
}

const Raster *painter_paint(Painter *painter, const DrawList *list, int width, int height, Area *dirty,
                            int *dirty_count) {
    assert(width > 0 && height > 0);
    Arena *arena = &painter->arenas[painter->turn ^= 1];
    arena_reset(arena);
    bool all = resize(painter, width, height);
    Layout layout = layout_of(painter, arena, list);
    TraceList before = painter->traces;
    Damage damage = {.bounds = area_of_raster(&painter->raster)};
    if (all) damage_add(&damage, damage.bounds);
    else damage_compare(&damage, before.items, before.count, layout.traces.items, layout.traces.count);
    painter->traces = layout.traces;
    for (int i = 0; i < damage.count; i++) area_paint(painter, &layout.items, damage.areas[i]);
    memcpy(dirty, damage.areas, sizeof *dirty * (size_t)damage.count);
    *dirty_count = damage.count;
    return &painter->raster;
}

void painter_look_again(Painter *painter, const char *move) {
    figures_look_again(painter->figures, move);
}

static float measure_width(void *context, const char *text, Face face, float size) {
    return letters_width(context, text, face, size);
}

TextMeasure painter_measure(Painter *painter) {
    return (TextMeasure){measure_width, painter->letters};
}

static bool sheet_extent(void *context, const char *move, float *left, float *right, float *up, float *down) {
    return figures_extent(context, move, left, right, up, down);
}

static bool sheet_has_pose(void *context, const char *move, const char *pose) {
    return figures_have_pose(context, move, pose);
}

static bool sheet_body(void *context, const DrawOp *figure, FigureBody *body) {
    return figures_body(context, figure, body);
}

SheetMeasure painter_sheets(Painter *painter) {
    return (SheetMeasure){sheet_extent, sheet_has_pose, sheet_body, painter->figures};
}

bool painter_is_waiting(const Painter *painter) {
    return figures_are_waiting(painter->figures);
}
