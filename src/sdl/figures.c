#include "sdl/figures.h"

#include "sdl/damage.h"
#include "sdl/loader.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SHEETS = 4096, MOST_PAGES = 1024, SMALLEST_SCALE = 64, LARGEST_SCALE = 1 << 16, LARGEST_POSTER = 8192,
       LONGEST_NAME = 128 };

typedef struct {
    const char *move;
    int folder; // which it is of
    bool good;
    Sheet sheet;
    int shown_frame, shown_scale; // what was painted last; frame -1 for nothing
} KnownSheet;

struct Figures {
    Arena arena; // of sheets
    const char *folders[SHEET_FOLDERS];
    Loader *loader;
    KnownSheet *sheets[MOST_SHEETS];
    int sheet_count;
};

Figures *figures_open(const char *const folders[SHEET_FOLDERS], bool at_once, size_t budget_bytes) {
    Figures *figures = calloc(1, sizeof *figures);
    assert(figures);
    for (int i = 0; i < SHEET_FOLDERS; i++)
        if (folders[i]) figures->folders[i] = text_copy(&figures->arena, text_of(folders[i]));
    figures->loader = loader_open(at_once, budget_bytes);
    return figures;
}

void figures_close(Figures *figures) {
    if (!figures) return;
    loader_close(figures->loader); // its thread reads the sheets
    arena_free(&figures->arena);
    free(figures);
}

// ---- sheets ----

static bool is_bounded(double value, double low, double high) {
    return value >= low && value <= high; // false for what is not a number
}

static bool sheet_is_sound(const Sheet *sheet) {
    return is_bounded(sheet->pixels_per_metre, 1, 10000) && is_bounded(sheet->origin_x, -16384, 16384) &&
           is_bounded(sheet->origin_y, -16384, 16384) && sheet->frames.count > 0;
}

// Ids become names of folders, so nothing that leads elsewhere is let through.
static bool is_plain_name(const char *move) {
    return move && *move && *move != '.' && !strchr(move, '/') && strlen(move) < LONGEST_NAME;
}

static KnownSheet *look_into(Figures *figures, int folder, const char *move) {
    KnownSheet *known = arena_new(&figures->arena, KnownSheet, 1);
    figures->sheets[figures->sheet_count++] = known;
    known->move = text_copy(&figures->arena, text_of(move));
    known->folder = folder;
    known->shown_frame = -1;
    Error error;
    if (!figures->folders[folder]) return known;
    const char *path = path_join(&figures->arena, figures->folders[folder], known->move);
    known->good = sheet_read(&figures->arena, path, &known->sheet, &error) && sheet_is_sound(&known->sheet);
    return known;
}

// Every folder is looked into once. A sheet whose pages turn out to be broken is no good from then on, and the
// next folder is asked.
static KnownSheet *sheet_called(Figures *figures, const char *move) {
    int next = 0;
    for (int i = 0; move && i < figures->sheet_count; i++) {
        KnownSheet *known = figures->sheets[i];
        if (strcmp(known->move, move) != 0) continue;
        if (known->good) return known;
        if (known->folder >= next) next = known->folder + 1;
    }
    if (!is_plain_name(move)) return NULL;
    for (; next < SHEET_FOLDERS && figures->sheet_count < MOST_SHEETS; next++) {
        KnownSheet *known = look_into(figures, next, move);
        if (known->good) return known;
    }
    return NULL;
}

// A variant, "clam+band", that has no sheet is shown as the move itself. So it is where a person drew the move and not
// the variant: the figure is then the same wherever the move is done.
static KnownSheet *good_sheet(Figures *figures, const char *move) {
    KnownSheet *known = sheet_called(figures, move), *of_move;
    const char *plus = move ? strchr(move, '+') : NULL;
    char base[LONGEST_NAME];
    if (!plus || plus - move >= LONGEST_NAME || (known && known->folder == OWN_FOLDER)) return known;
    memcpy(base, move, (size_t)(plus - move));
    base[plus - move] = '\0';
    of_move = sheet_called(figures, base);
    return known && !(of_move && of_move->folder == OWN_FOLDER) ? known : of_move;
}

void figures_look_again(Figures *figures, const char *move) {
    for (int i = 0; i < figures->sheet_count; i++) {
        KnownSheet *known = figures->sheets[i];
        if (!known->good && strcmp(known->move, move) == 0) known->move = ""; // no move is called that
    }
}

static Area area_of_cell(const Cell *cell) {
    return (Area){cell->left, cell->top, cell->width * cell->step, cell->height * cell->step};
}

bool figures_extent(Figures *figures, const char *move, float *left, float *right, float *up, float *down) {
    const KnownSheet *known = good_sheet(figures, move);
    if (!known) return false;
    const Sheet *sheet = &known->sheet;
    Area all = area_of_cell(&sheet->ground);
    for (int i = 0; i < sheet->frames.count; i++)
        all = area_around(all, area_of_cell(&sheet->frames.items[i].layers[LAYER_BODY]));
    double metre = sheet->pixels_per_metre;
    *left = (float)((sheet->origin_x - all.x) / metre), *right = (float)((all.x + all.width - sheet->origin_x) / metre);
    *up = (float)((sheet->origin_y - all.y) / metre), *down = (float)((all.y + all.height - sheet->origin_y) / metre);
    return true;
}

bool figures_have_pose(Figures *figures, const char *move, const char *pose) {
    const KnownSheet *known = good_sheet(figures, move);
    return known && sheet_breath_frame(&known->sheet, pose, 0) >= 0;
}

// ---- frames ----

// The frames asked for, or the nearest thing to them that the sheet has.
static FrameMix mix_of(const Sheet *sheet, const DrawOp *op) {
    FrameMix mix = {-1, -1, 0};
    if (op->is_motion && op->from && op->to) mix = sheet_motion_mix(sheet, op->from, op->to, op->position);
    if (mix.frame < 0 && op->from) mix = sheet_breath_mix(sheet, op->from, op->fullness);
    return mix.frame < 0 || mix.next >= sheet->frames.count ? (FrameMix){0, 0, 0} : mix;
}

static int nearest_of(FrameMix mix) {
    return 2 * mix.part < FRAME_MIX_PARTS ? mix.frame : mix.next;
}

static FigureBody body_of(const Sheet *sheet, const Frame *frame) {
    Area area = area_of_cell(&frame->layers[LAYER_BODY]);
    double x = frame->has_pelvis ? frame->pelvis_x : area.x + area.width / 2.0;
    double y = frame->has_pelvis ? frame->pelvis_y : area.y + area.height / 2.0;
    return (FigureBody){.pelvis_x = (float)((x - sheet->origin_x) / sheet->pixels_per_metre),
                        .pelvis_y = (float)((sheet->origin_y - y) / sheet->pixels_per_metre),
                        .up = (float)((sheet->origin_y - area.y) / sheet->pixels_per_metre),
                        .travel = (float)frame->travel, .stride = (float)sheet->stride,
                        .close = (float)fmax(sheet->close, 1)};
}

static float between(float a, float b, float part) {
    return a + part * (b - a);
}

bool figures_body(Figures *figures, const DrawOp *op, FigureBody *body) {
    const KnownSheet *known = good_sheet(figures, op->move);
    if (!known) return false;
    const Sheet *sheet = &known->sheet;
    FrameMix mix = mix_of(sheet, op);
    FigureBody a = body_of(sheet, &sheet->frames.items[mix.frame]), b = body_of(sheet, &sheet->frames.items[mix.next]);
    float part = (float)mix.part / FRAME_MIX_PARTS;
    *body = a;
    body->pelvis_x = between(a.pelvis_x, b.pelvis_x, part), body->pelvis_y = between(a.pelvis_y, b.pelvis_y, part);
    body->up = between(a.up, b.up, part), body->travel = between(a.travel, b.travel, part);
    return true;
}

static int scale_of(const Sheet *sheet, const DrawOp *op) {
    double scale = floor(op->pixels_per_metre / sheet->pixels_per_metre * SPRITE_SCALE_ONE + 0.5);
    return is_bounded(scale, SMALLEST_SCALE, LARGEST_SCALE) ? (int)scale : 0;
}

static int strength_of(double part) {
    return is_bounded(part, 0, 1) ? (int)(part * 255 + 0.5) : part > 1 ? 255 : 0;
}

// 1 unless the camera moves.
static double zoom_of(const DrawOp *op) {
    return is_bounded(op->zoom, 0.2, 5) ? op->zoom : 1;
}

static int whole(float value) {
    return area_of_rect((Rect){value + 0.5f, 0, 1, 1}).x;
}

static uint64_t sprite_print(uint64_t print, const Sprite *sprite) {
    print = print_bytes(print, &sprite->cell, sizeof(Cell));
    return print_bytes(print, &sprite->place, sizeof(Area));
}

static void stamp_print(Stamp *stamp, const KnownSheet *known, int scale) {
    int numbers[] = {scale, stamp->x, stamp->y, stamp->mirrored, stamp->strength, stamp->part};
    stamp->print = print_bytes(PRINT_START, &known, sizeof known);
    stamp->print = sprite_print(stamp->print, stamp->sprite);
    if (stamp->next) stamp->print = sprite_print(stamp->print, stamp->next);
    stamp->print = print_bytes(stamp->print, numbers, sizeof numbers);
    stamp->print = print_bytes(stamp->print, &stamp->zoom, sizeof stamp->zoom);
}

// What of a layer is painted.
typedef struct {
    const Cell *cell, *next; // next NULL: `cell` alone
    int part, strength;
} LayerMix;

typedef struct {
    LayerMix mixes[STAMPS_A_FIGURE];
    int count;
} Layers;

// Where only one of the two frames has the layer, as light that comes on, it is there by its part.
static void layer_add(Layers *layers, const Cell *cell, const Cell *next, int part, int strength) {
    LayerMix mix = {cell, next, part, strength};
    if (part == 0 || cell_same(cell, next)) mix = (LayerMix){cell, NULL, 0, strength};
    else if (next->width <= 0) mix = (LayerMix){cell, NULL, 0, strength * (FRAME_MIX_PARTS - part) / FRAME_MIX_PARTS};
    else if (cell->width <= 0) mix = (LayerMix){next, NULL, 0, strength * part / FRAME_MIX_PARTS};
    if (mix.cell->width > 0 && mix.strength > 0) layers->mixes[layers->count++] = mix;
}

static Layers layers_of(const Sheet *sheet, FrameMix mix, const DrawOp *op) {
    Layers layers = {0};
    int whole = strength_of(1 - op->faded);
    const Frame *frame = &sheet->frames.items[mix.frame], *next = &sheet->frames.items[mix.next];
    if (op->part != FIGURE_BODY) layer_add(&layers, &sheet->ground, NULL, 0, whole);
    for (int layer = 0; layer < LAYER_COUNT && op->part != FIGURE_GROUND; layer++) {
        int strength = layer == LAYER_GLOW ? strength_of(op->glow * (1 - op->faded)) : whole;
        layer_add(&layers, &frame->layers[layer], &next->layers[layer], mix.part, strength);
    }
    return layers;
}

// The sprite of a cell; NULL while its page is not there, or when the cell does not lie in its page. `worst` becomes
// PACK_WAITING or PACK_BROKEN where that is worse.
static const Sprite *sprite_of(Figures *figures, const KnownSheet *known, const Cell *cell, int scale, PackState *worst) {
    const Pack *pack;
    PackKey key = {.sheet = &known->sheet, .page = cell->page, .scale = scale};
    PackState state = loader_want(figures->loader, key, WANT_NOW, &pack);
    if (state == PACK_BROKEN || *worst == PACK_READY) *worst = state;
    return pack ? pack_find(pack, cell) : NULL;
}

// Layers whose pixels cannot be mixed, or are not all there, are those of the nearer frame.
static Stamp stamp_of(const LayerMix *mix, const Sprite *sprite, const Sprite *next) {
    Stamp stamp = {.sprite = sprite, .strength = mix->strength};
    if (!next) return stamp;
    if (sprite && stamp_can_mix(sprite, next)) stamp.next = next, stamp.part = mix->part;
    else if (!sprite || 2 * mix->part >= FRAME_MIX_PARTS) stamp.sprite = next;
    return stamp;
}

// The stamps of frames, or PACK_WAITING or PACK_BROKEN when a page is not there.
static PackState mix_stamps(Figures *figures, const KnownSheet *known, const DrawOp *op, FrameMix mix, int scale,
                            Stamp *stamps, int *count) {
    Layers layers = layers_of(&known->sheet, mix, op);
    PackState worst = PACK_READY;
    *count = 0;
    for (int i = 0; i < layers.count; i++) {
        const LayerMix *layer = &layers.mixes[i];
        const Sprite *sprite = sprite_of(figures, known, layer->cell, scale, &worst);
        const Sprite *next = layer->next ? sprite_of(figures, known, layer->next, scale, &worst) : NULL;
        if (!sprite && !next) continue;
        Stamp *stamp = &stamps[(*count)++];
        *stamp = stamp_of(layer, sprite, next);
        stamp->x = whole(op->rect.x), stamp->y = whole(op->rect.y), stamp->mirrored = op->mirrored;
        stamp->zoom = zoom_of(op);
        stamp_print(stamp, known, scale);
    }
    return worst;
}

static PackState frame_stamps(Figures *figures, const KnownSheet *known, const DrawOp *op, int frame, int scale,
                              Stamp *stamps, int *count) {
    return mix_stamps(figures, known, op, (FrameMix){frame, frame, 0}, scale, stamps, count);
}

static int figure_stamps(Figures *figures, KnownSheet *known, const DrawOp *op, Stamp *stamps) {
    int count, scale = scale_of(&known->sheet, op);
    if (scale == 0) return 0;
    FrameMix mix = mix_of(&known->sheet, op);
    PackState state = mix_stamps(figures, known, op, mix, scale, stamps, &count);
    if (state == PACK_WAITING && mix.part > 0)
        state = frame_stamps(figures, known, op, nearest_of(mix), scale, stamps, &count);
    if (state == PACK_READY) {
        if (!op->beside) known->shown_frame = nearest_of(mix), known->shown_scale = scale;
        return count;
    }
    if (state == PACK_BROKEN) known->good = false;
    else if (!op->beside && known->shown_frame >= 0 && known->shown_scale == scale &&
             frame_stamps(figures, known, op, known->shown_frame, scale, stamps, &count) == PACK_READY)
        return count;
    return 0;
}

static int poster_stamp(Figures *figures, const KnownSheet *known, const DrawOp *op, Stamp *stamp) {
    Area box = area_of_rect(op->rect);
    if (area_is_empty(box) || box.width > LARGEST_POSTER || box.height > LARGEST_POSTER) return 0;
    const Pack *pack;
    PackKey key = {.sheet = &known->sheet, .page = LOADER_POSTER, .width = box.width, .height = box.height};
    if (loader_want(figures->loader, key, WANT_NOW, &pack) != PACK_READY) return 0;
    *stamp = (Stamp){.sprite = &pack->sprites[0], .x = box.x, .y = box.y, .strength = 255, .zoom = 1};
    if (op->mirrored) stamp->mirrored = true, stamp->x += box.width;
    stamp_print(stamp, known, LOADER_POSTER);
    return 1;
}

void figures_begin(Figures *figures) {
    loader_begin(figures->loader);
}

int figures_stamps(Figures *figures, const DrawOp *op, Stamp stamps[STAMPS_A_FIGURE]) {
    KnownSheet *known = good_sheet(figures, op->move);
    if (!known) return 0;
    if (op->kind == DRAW_POSTER) return poster_stamp(figures, known, op, stamps);
    return figure_stamps(figures, known, op, stamps);
}

// ---- what comes next ----

typedef struct {
    Loader *loader;
    const Sheet *sheet;
    int scale;
    bool asked[MOST_PAGES];
} Prefetch;

static void ask_cell(Prefetch *prefetch, const Cell *cell) {
    if (cell->width <= 0 || cell->page < 0 || cell->page >= MOST_PAGES || prefetch->asked[cell->page]) return;
    prefetch->asked[cell->page] = true;
    PackKey key = {.sheet = prefetch->sheet, .page = cell->page, .scale = prefetch->scale};
    loader_want(prefetch->loader, key, WANT_SOON, NULL);
}

static void ask_frames(Prefetch *prefetch, int from, int count, int step) {
    for (int i = 0; i < count; i++) {
        int frame = from + i * step;
        if (frame < 0 || frame >= prefetch->sheet->frames.count) return;
        for (int layer = 0; layer < LAYER_COUNT; layer++)
            ask_cell(prefetch, &prefetch->sheet->frames.items[frame].layers[layer]);
    }
}

// From the frame of the op to the end of its strip, the way it is played, and then what begins there.
static void ask_rest_of_strip(Prefetch *prefetch, const DrawOp *op) {
    int frame = nearest_of(mix_of(prefetch->sheet, op));
    for (int i = 0; i < prefetch->sheet->strips.count; i++) {
        const Strip *strip = &prefetch->sheet->strips.items[i];
        if (frame < strip->first_frame || frame >= strip->first_frame + strip->frame_count) continue;
        bool backwards = op->is_motion && op->from && strcmp(op->from, strip->from) != 0;
        int left = backwards ? frame - strip->first_frame + 1 : strip->first_frame + strip->frame_count - frame;
        ask_frames(prefetch, frame, left, backwards ? -1 : 1);
    }
    for (int i = 0; op->to && i < prefetch->sheet->strips.count; i++) {
        const Strip *strip = &prefetch->sheet->strips.items[i];
        if (strcmp(strip->from, op->to) == 0) ask_frames(prefetch, strip->first_frame, strip->frame_count, 1);
    }
}

// Mat, first pose and its breath.
static void ask_beginning(Prefetch *prefetch) {
    const Sheet *sheet = prefetch->sheet;
    ask_cell(prefetch, &sheet->ground);
    if (sheet->strips.count == 0) return;
    const char *first = sheet->strips.items[0].from;
    ask_frames(prefetch, sheet->strips.items[0].first_frame, 1, 1);
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        bool breath = strip->kind == STRIP_BREATH && strcmp(strip->from, first) == 0;
        if (breath) ask_frames(prefetch, strip->first_frame, strip->frame_count, 1);
    }
}

static const DrawOp *first_of_kind(const DrawList *list, DrawKind kind) {
    for (int i = 0; i < list->ops.count; i++)
        if (list->ops.items[i].kind == kind && !list->ops.items[i].beside) return &list->ops.items[i];
    return NULL;
}

static Prefetch prefetch_of(Figures *figures, const KnownSheet *known, const DrawOp *figure) {
    return (Prefetch){figures->loader, &known->sheet, scale_of(&known->sheet, figure), {0}};
}

void figures_soon(Figures *figures, const DrawOp *op) {
    const KnownSheet *known = good_sheet(figures, op->move);
    if (!known) return;
    Prefetch prefetch = prefetch_of(figures, known, op);
    if (!prefetch.scale) return;
    ask_cell(&prefetch, &known->sheet.ground);
    ask_frames(&prefetch, nearest_of(mix_of(&known->sheet, op)), 1, 1);
    if (op->is_motion && op->position <= 0) ask_rest_of_strip(&prefetch, op);
}

void figures_prefetch(Figures *figures, const DrawList *list) {
    const DrawOp *figure = first_of_kind(list, DRAW_FIGURE), *poster = first_of_kind(list, DRAW_POSTER);
    const KnownSheet *known = figure ? good_sheet(figures, figure->move) : NULL;
    const KnownSheet *next = figure && poster ? good_sheet(figures, poster->move) : NULL;
    Prefetch prefetch = {0};
    if (known) prefetch = prefetch_of(figures, known, figure);
    if (prefetch.scale) ask_rest_of_strip(&prefetch, figure);
    if (next && next != known) {
        Prefetch beginning = prefetch_of(figures, next, figure);
        if (beginning.scale) ask_beginning(&beginning);
    }
    if (prefetch.scale) ask_frames(&prefetch, 0, known->sheet.frames.count, 1);
}

bool figures_are_waiting(const Figures *figures) {
    return loader_is_waiting(figures->loader);
}

size_t figures_bytes(Figures *figures, bool finish) {
    return loader_bytes(figures->loader, finish);
}
