#include "bake/contact.h"

#include "bake/plan.h"
#include "figure/scene.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    CARD_WIDTH = CONTACT_CARD_WIDTH, CARD_HEIGHT = CONTACT_CARD_HEIGHT, GAP = CONTACT_GAP,
    EDGE = 14, LABEL_HEIGHT = 60, VIEW_HEIGHT = CARD_HEIGHT - LABEL_HEIGHT, // of the figure
    NAME_SIZE = 18, SMALL_SIZE = 14, LINE_HEIGHT = 16,
};

// Sizes are tried at PROBE_SCALE. Nobody is drawn larger than LARGEST_SCALE. Pixels a metre.
static const double PROBE_SCALE = 50, LARGEST_SCALE = 300;

static const uint8_t paper[4] = {232, 226, 215, 255}, card_colour[4] = {250, 247, 241, 255};
static const uint8_t wrong_card[4] = {252, 237, 232, 255}, wrong_edge[4] = {196, 58, 44, 255};
static const LabelColour dark = {34, 44, 48}, soft = {96, 104, 106}, wrong_ink = {176, 44, 32}, white = {255, 255, 255};

static void fill(Picture *picture, int left, int top, int right, int bottom, const uint8_t colour[4]) {
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++) memcpy(picture->pixels + 4 * ((size_t)y * (size_t)picture->width + (size_t)x), colour, 4);
}

// Lays a picture with straight alpha over an opaque one, in its part above `bottom`.
static void lay_over(Picture *to, const Picture *from, int left, int top, int bottom) {
    for (int y = top < 0 ? -top : 0; y < from->height && top + y < bottom; y++) {
        for (int x = left < 0 ? -left : 0; x < from->width && left + x < to->width; x++) {
            uint8_t *below = to->pixels + 4 * ((size_t)(top + y) * (size_t)to->width + (size_t)(left + x));
            const uint8_t *above = from->pixels + 4 * ((size_t)y * (size_t)from->width + (size_t)x);
            for (int c = 0; c < 3; c++) below[c] = (uint8_t)((above[c] * above[3] + below[c] * (255 - above[3]) + 127) / 255);
        }
    }
}

typedef struct {
    double left, top, right, bottom;
} Bounds;

static void bounds_add(Bounds *bounds, const Patch *patch) {
    if (!patch->picture.width) return;
    bounds->left = fmin(bounds->left, patch->left), bounds->top = fmin(bounds->top, patch->top);
    bounds->right = fmax(bounds->right, patch->left + patch->picture.width);
    bounds->bottom = fmax(bounds->bottom, patch->top + patch->picture.height);
}

typedef struct {
    const Clip *clip;
    Scene scene;
    March march;
    Patch ground;
    int left, top; // where the scene lies on a card
} View;

static View view_make(const Clip *clip, const Stance *stances, int count, double pixels_per_metre) {
    View view = {.clip = clip, .scene = scene_make(clip, stances, count, pixels_per_metre)};
    view.march = march_make(view.scene.width, view.scene.height);
    view.ground = scene_ground(&view.scene);
    return view;
}

static void view_free(View *view) {
    march_free(&view->march);
    patch_free(&view->ground);
}

static void layers_free(SceneLayers *layers) {
    patch_free(&layers->shadow), patch_free(&layers->body), patch_free(&layers->glow);
}

// What figure and ground cover in any of the stances, in pixels of the view.
static Bounds view_bounds(View *view, const Stance *stances, int count) {
    Bounds bounds = {1e9, 1e9, -1e9, -1e9};
    bounds_add(&bounds, &view->ground);
    for (int i = 0; i < count; i++) {
        SceneLayers layers = scene_draw(&view->scene, &view->march, view->clip, &stances[i], 0);
        bounds_add(&bounds, &layers.body);
        layers_free(&layers);
    }
    return bounds;
}

// The largest view that shows everything, tried small first. It stands in the middle, on one line with those beside it.
static View view_fit(const Clip *clip, const Stance *stances, int count) {
    View small = view_make(clip, stances, count, PROBE_SCALE);
    Bounds bounds = view_bounds(&small, stances, count);
    double width = bounds.right - bounds.left, height = bounds.bottom - bounds.top;
    double zoom = fmin((CARD_WIDTH - 2 * EDGE) / width, (VIEW_HEIGHT - 2 * EDGE) / height);
    zoom = fmin(zoom, LARGEST_SCALE / PROBE_SCALE);
    View view = view_make(clip, stances, count, PROBE_SCALE * zoom);
    double middle = (bounds.left + bounds.right) / 2 - small.scene.origin_x, low = bounds.bottom - small.scene.origin_y;
    view.left = (int)lround(CARD_WIDTH / 2.0 - middle * zoom - view.scene.origin_x);
    view.top = (int)lround(VIEW_HEIGHT - EDGE - low * zoom - view.scene.origin_y);
    view_free(&small);
    return view;
}

// What leads to a pose: "lift, 3 s", and whether it is held there.
static void write_phase(const Clip *clip, int pose, TextBuilder *out) {
    const Phase *arrives = NULL, *stays = NULL;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        if (phase->to != pose) continue;
        if (phase->from == pose && !stays) stays = phase;
        if (phase->from != pose && !arrives) arrives = phase;
    }
    if (arrives) builder_add(out, "%s", arrives->name);
    if (arrives && !arrives->is_hold) builder_add(out, ", %g s", arrives->duration_ms / 1000.0);
    if (stays && stays->is_hold) builder_add(out, "%s%s: held", out->size ? "; " : "", stays->name);
    if (stays && !stays->is_hold) builder_add(out, "%s%s, %g s", out->size ? "; " : "", stays->name, stays->duration_ms / 1000.0);
}

// Two lines at most; what is longer ends in the middle of a sentence with dots.
static void write_wrapped(const LabelFont *font, Picture *card, int baseline, LabelColour colour, const char *words) {
    Picture none = {0};
    for (int line = 0; line < 2 && *words; line++) {
        char part[256] = "";
        int taken = 0;
        for (int end = 1; end < 240; end++) {
            if (words[end] && words[end] != ' ') continue;
            char longer[256];
            snprintf(longer, sizeof longer, "%.*s%s", end, words, line && words[end] ? " ..." : "");
            if (label_write(font, &none, EDGE, 0, SMALL_SIZE, colour, longer) > CARD_WIDTH - EDGE) break;
            memcpy(part, longer, sizeof part);
            taken = end;
            if (!words[end]) break;
        }
        label_write(font, card, EDGE, baseline + line * LINE_HEIGHT, SMALL_SIZE, colour, part);
        words += taken;
        while (*words == ' ') words++;
    }
}

static void label_pose(const ContactSheet *sheet, Picture *card, const Clip *clip, int pose, const char *name) {
    TextBuilder phase = {0};
    write_phase(clip, pose, &phase);
    label_write(sheet->font, card, EDGE, VIEW_HEIGHT + 20, NAME_SIZE, dark, name);
    int end = label_write(sheet->font, card, EDGE, VIEW_HEIGHT + 42, SMALL_SIZE, dark, clip->poses.items[pose].name);
    if (phase.size) label_write(sheet->font, card, end + EDGE, VIEW_HEIGHT + 42, SMALL_SIZE, soft, phase.bytes);
    builder_free(&phase);
}

static void label_mistake(const ContactSheet *sheet, Picture *card, ContactWords words) {
    const int thick = 4, height = 26;
    fill(card, 0, 0, CARD_WIDTH, thick, wrong_edge), fill(card, 0, CARD_HEIGHT - thick, CARD_WIDTH, CARD_HEIGHT, wrong_edge);
    fill(card, 0, 0, thick, CARD_HEIGHT, wrong_edge), fill(card, CARD_WIDTH - thick, 0, CARD_WIDTH, CARD_HEIGHT, wrong_edge);
    Picture none = {0};
    int end = label_write(sheet->font, &none, EDGE, 0, SMALL_SIZE, white, "NOT LIKE THIS");
    fill(card, 0, 0, end + EDGE, height, wrong_edge);
    label_write(sheet->font, card, EDGE, 18, SMALL_SIZE, white, "NOT LIKE THIS");
    label_write(sheet->font, card, EDGE, VIEW_HEIGHT + 14, NAME_SIZE, dark, words.name);
    if (words.mistake) write_wrapped(sheet->font, card, VIEW_HEIGHT + 33, wrong_ink, words.mistake);
}

static Picture draw_card(View *view, const Stance *stance, double glow, const uint8_t colour[4]) {
    Picture card = picture_make(CARD_WIDTH, CARD_HEIGHT), canvas = picture_make(view->scene.width, view->scene.height);
    SceneLayers layers = scene_draw(&view->scene, &view->march, view->clip, stance, glow);
    fill(&card, 0, 0, CARD_WIDTH, CARD_HEIGHT, colour);
    patch_over(&canvas, &view->ground);
    patch_over(&canvas, &layers.shadow);
    patch_over(&canvas, &layers.body);
    patch_over(&canvas, &layers.glow);
    lay_over(&card, &canvas, view->left, view->top, VIEW_HEIGHT);
    layers_free(&layers);
    picture_free(&canvas);
    return card;
}

// The first row with room for a whole move, and the column in it; one that is longer than a row begins a new one.
static int room_for(Arena *arena, ContactSheet *sheet, int cards) {
    int row = 0, rows = (cards + CONTACT_COLUMNS - 1) / CONTACT_COLUMNS;
    while (row < sheet->row_ends.count && sheet->row_ends.items[row] + cards > CONTACT_COLUMNS) row++;
    int first = row * CONTACT_COLUMNS + (row < sheet->row_ends.count ? sheet->row_ends.items[row] : 0);
    while (sheet->row_ends.count < row + rows) *list_push(arena, &sheet->row_ends) = 0;
    for (int i = 0; i < cards; i++) sheet->row_ends.items[(first + i) / CONTACT_COLUMNS]++;
    return first;
}

void contact_add(Arena *arena, ContactSheet *sheet, const Clip *clip, const Motion *motion, ContactWords words) {
    int poses = clip->poses.count, count = poses;
    Stance *stances = arena_new(arena, Stance, poses + 1);
    for (int i = 0; i < poses; i++) motion_stance(motion, i, i, 0, 0, NULL, &stances[i]);
    if (clip->mistake.name) {
        Clip *mistake = arena_new(arena, Clip, 1);
        *mistake = clip_of_mistake(arena, clip);
        motion_stance(motion_make(arena, mistake), 1, 1, 0, 0, NULL, &stances[count++]);
    }
    View view = view_fit(clip, stances, count);
    int place = room_for(arena, sheet, count);
    for (int i = 0; i < count; i++) {
        bool is_mistake = i == poses; // its muscles are not the matter
        Picture card = draw_card(&view, &stances[i], is_mistake ? 0 : bake_glow(clip, i), is_mistake ? wrong_card : card_colour);
        if (is_mistake) label_mistake(sheet, &card, words);
        else label_pose(sheet, &card, clip, i, words.name);
        *list_push(arena, &sheet->cards) = card;
        *list_push(arena, &sheet->places) = place + i;
    }
    view_free(&view);
}

Picture contact_picture(const ContactSheet *sheet) {
    int columns = 1;
    for (int i = 0; i < sheet->row_ends.count; i++)
        columns = sheet->row_ends.items[i] > columns ? sheet->row_ends.items[i] : columns;
    Picture whole = picture_make(GAP + columns * (CARD_WIDTH + GAP), GAP + sheet->row_ends.count * (CARD_HEIGHT + GAP));
    fill(&whole, 0, 0, whole.width, whole.height, paper);
    for (int i = 0; i < sheet->cards.count; i++) {
        int column = sheet->places.items[i] % CONTACT_COLUMNS, row = sheet->places.items[i] / CONTACT_COLUMNS;
        lay_over(&whole, &sheet->cards.items[i], GAP + column * (CARD_WIDTH + GAP), GAP + row * (CARD_HEIGHT + GAP), whole.height);
    }
    return whole;
}

void contact_free(ContactSheet *sheet) {
    for (int i = 0; i < sheet->cards.count; i++) picture_free(&sheet->cards.items[i]);
    sheet->cards.count = sheet->places.count = sheet->row_ends.count = 0;
}
