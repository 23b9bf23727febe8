#include "sdl/figures.h"
#include "sdl/sdl.h"
#include "sdl/shrink.h"

#include "painting.h"
#include "puppet.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define SHEETS "build/test-sheets"

enum { WIDTH = 480, HEIGHT = 270 };

static const PuppetOptions puppets[] = {
    {"puppet", 100, 6, 4, 512, NULL, 0}, {"other", 100, 3, 2, 300, NULL, 0}, {"torn", 100, 6, 4, 512, NULL, 0},
    {"wild", 100, 2, 2, 512, NULL, 0},  {"near", 100, 6, 4, 300, NULL, 0, 4}};

static int write_sheets(void **state) {
    (void)state;
    Arena arena = {0};
    for (int i = 0; i < 5; i++) puppet_write(&arena, SHEETS, &puppets[i]);
    arena_free(&arena);
    return 0;
}

static Painter *open_painter(bool wait) {
    return painting_open(SHEETS, wait);
}

static const Raster *paint(Painter *painter, const DrawList *list) {
    Area dirty[PAINTER_AREAS];
    int count;
    return painter_paint(painter, list, WIDTH, HEIGHT, dirty, &count);
}

// Paints until nothing is waited for, as a player would.
static const Raster *paint_ready(Painter *painter, const DrawList *list) {
    const Raster *raster = paint(painter, list);
    for (int i = 0; painter_is_waiting(painter); i++) {
        if (i == 5000) fail_msg("still waiting for pictures after five seconds");
        usleep(1000);
        raster = paint(painter, list);
    }
    return raster;
}

static void assert_golden(const char *golden, const DrawList *list) {
    Painter *painter = open_painter(true);
    Picture picture = raster_picture(paint(painter, list));
    assert_golden_picture(golden, &picture, 0);
    picture_free(&picture);
    painter_close(painter);
}

static void test_a_player(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    DrawOp *figure = list_figure(&list, "puppet", 150, 240, 100);
    figure->is_motion = true, figure->to = "up", figure->position = 0.8;
    list_text(&list, 300, 50, ALIGN_LEFT, FACE_SEMIBOLD, 24, "Arm raise");
    list_ring(&list, (Rect){300, 70, 90, 90}, 7, 1, TRACK), list_ring(&list, (Rect){300, 70, 90, 90}, 7, 0.6f, TEAL);
    list_text(&list, 345, 130, ALIGN_CENTRE, FACE_BOLD, 44, "19");
    list_box(&list, (Rect){300, 180, 160, 60}, 10, (Colour){255, 255, 255, 160});
    list_poster(&list, "other", (Rect){305, 185, 60, 50});
    list_text(&list, 372, 215, ALIGN_LEFT, FACE_REGULAR, 16, "Other");
    assert_golden("tests/sdl/golden/player.png", &list);
    arena_free(&arena);
}

// Layers at every kind of scale, on both sides.
static void test_figures_of_other_sizes_and_sides(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    list_figure(&list, "puppet", 70, 130, 53), list_figure(&list, "puppet", 170, 130, 53)->mirrored = true;
    list_figure(&list, "puppet", 70, 260, 20), list_figure(&list, "puppet", 330, 260, 120);
    list_figure(&list, "puppet", 430, 100, 170)->mirrored = true;
    assert_golden("tests/sdl/golden/figures.png", &list);
    arena_free(&arena);
}

static Picture painted_from(const char *own, const char *cache, const char *move) {
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    list_figure(&list, move, 200, 200, 100);
    Painter *painter = NULL;
    Error error = {0};
    PainterOptions options = {FONTS, SHEETS, true, own, cache};
    if (!painter_open(&options, &painter, &error)) fail_msg("%s", error.sentence);
    paint(painter, &list); // a broken page is found out when it is decoded
    Picture picture = raster_picture(paint(painter, &list));
    painter_close(painter);
    arena_free(&arena);
    return picture;
}

static bool same_picture(const char *own, const char *cache, const char *move, const Picture *with) {
    Picture picture = painted_from(own, cache, move);
    bool same = memcmp(picture.pixels, with->pixels, 4 * WIDTH * HEIGHT) == 0;
    picture_free(&picture);
    return same;
}

// Own art comes first; when it is broken, in whatever way, the shipped sheet is shown; the cache comes last.
static void test_own_sheets_come_first_and_broken_ones_do_not_matter(void **state) {
    (void)state;
    static const char own[] = "build/own-sheets", cache[] = "build/cache-sheets";
    Arena arena = {0};
    Error error = {0};
    puppet_write(&arena, own, &(PuppetOptions){"puppet", 80, 6, 4, 512, NULL, 0});
    puppet_write(&arena, cache, &(PuppetOptions){"puppet", 60, 6, 4, 512, NULL, 0});
    puppet_write(&arena, cache, &(PuppetOptions){"mine", 60, 6, 4, 512, NULL, 0});
    Picture shipped = painted_from(NULL, NULL, "puppet"), nothing = painted_from(NULL, NULL, "mine");
    assert_false(same_picture(own, NULL, "puppet", &shipped));
    assert_true(same_picture(NULL, cache, "puppet", &shipped));
    assert_false(same_picture(NULL, cache, "mine", &nothing));
    char *page = path_join(&arena, own, "puppet/page-0.png"), *index = path_join(&arena, own, "puppet/sheet.txt");
    assert_true(file_write(page, text_of("no picture"), &error));
    assert_true(same_picture(own, NULL, "puppet", &shipped));
    static const char *const hostile[] = {
        "", "not a sheet", "limber-sheet 1\nmove puppet\ncanvas 99999999 1\n", "limber-sheet 999\n",
        "limber-sheet 1\nmove puppet\ncanvas 100 100\npixels-per-metre nan\norigin 1e300 -1e300\n"
        "pages 1\nframe body 0 0 0 9 9 0 0 1\n",
        "limber-sheet 1\nmove ../../x\ncanvas 100 100\npixels-per-metre 100\norigin 0 0\n"
        "pages 1\nframe body 0 16000 16000 300 300 0 0 16\n",
        "limber-sheet 1\nmove puppet\ncanvas 9 9\npixels-per-metre 100\norigin 0 0\n"
        "pages 0\nframe\nstrip breath START 0 2000\n"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        assert_true(file_write(index, text_of(hostile[i]), &error));
        if (!same_picture(own, NULL, "puppet", &shipped)) fail_msg("case %zu is shown", i);
    }
    picture_free(&shipped), picture_free(&nothing);
    arena_free(&arena);
}

static double extent_up(const char *const folders[SHEET_FOLDERS], const char *move) {
    Figures *figures = figures_open(folders, true, 1 << 24);
    float left, right, up, down;
    bool known = figures_extent(figures, move, &left, &right, &up, &down);
    figures_close(figures);
    return known ? (double)up : -1;
}

// Own art of a move stands for its variants too, unless there is own art of the variant.
static void test_own_art_of_a_move_stands_for_its_variants(void **state) {
    (void)state;
    static const char own[] = "build/own-variants", shipped[] = "build/shipped-variants";
    static const char *const left_behind[] = {"build/own-variants/puppet+rope", "build/own-variants/puppet"};
    Arena arena = {0};
    Error error = {0};
    for (int i = 0; i < 2; i++) folder_remove(left_behind[i]);
    puppet_write(&arena, shipped, &(PuppetOptions){"puppet", 80, 6, 4, 512, NULL, 0});
    puppet_write(&arena, shipped, &(PuppetOptions){"puppet+rope", 60, 6, 4, 512, NULL, 0});
    const char *const none[SHEET_FOLDERS] = {NULL, shipped, NULL}, *const both[SHEET_FOLDERS] = {own, shipped, NULL};
    const double shipped_up = extent_up(none, "puppet+rope");
    assert_true(shipped_up > 0 && shipped_up == extent_up(both, "puppet+rope"));
    puppet_write(&arena, own, &(PuppetOptions){"puppet", 100, 6, 4, 512, NULL, 0});
    const double own_up = extent_up(both, "puppet");
    assert_true(own_up != shipped_up && own_up == extent_up(both, "puppet+rope"));
    assert_true(own_up == extent_up(both, "puppet+unheard-of"));
    puppet_write(&arena, own, &(PuppetOptions){"puppet+rope", 40, 6, 4, 512, NULL, 0});
    assert_true(extent_up(both, "puppet+rope") != own_up && extent_up(both, "puppet+rope") != shipped_up);
    assert_true(extent_up(both, "puppet") == own_up);
    // What is broken stands for nothing.
    assert_true(file_write(path_join(&arena, own, "puppet+rope/sheet.txt"), text_of("limber-sheet 1\n"), &error));
    assert_true(extent_up(both, "puppet+rope") == own_up);
    assert_true(file_write(path_join(&arena, own, "puppet/sheet.txt"), text_of("limber-sheet 1\n"), &error));
    assert_true(extent_up(both, "puppet+rope") == shipped_up);
    for (int i = 0; i < 2; i++) folder_remove(left_behind[i]);
    arena_free(&arena);
}

// A sheet that is made while the program runs is found when it is looked for again.
static void test_a_sheet_that_comes_later(void **state) {
    (void)state;
    static const char cache[] = "build/late-sheets";
    Arena arena = {0};
    folder_remove("build/late-sheets/late");
    const char *const folders[SHEET_FOLDERS] = {NULL, SHEETS, cache};
    Figures *figures = figures_open(folders, true, 1 << 24);
    float left, right, up, down;
    assert_false(figures_extent(figures, "late", &left, &right, &up, &down));
    puppet_write(&arena, cache, &(PuppetOptions){"late", 60, 6, 4, 512, NULL, 0});
    assert_false(figures_extent(figures, "late", &left, &right, &up, &down));
    figures_look_again(figures, "late");
    assert_true(figures_extent(figures, "late", &left, &right, &up, &down));
    figures_close(figures);
    arena_free(&arena);
}

static void test_a_variant_without_a_sheet_is_shown_as_the_move(void **state) {
    (void)state;
    Painter *painter = open_painter(true);
    Arena arena = {0};
    DrawList move = {.arena = &arena}, variant = {.arena = &arena};
    list_figure(&move, "puppet", 200, 200, 100);
    list_figure(&variant, "puppet+band", 200, 200, 100);
    Picture one = raster_picture(paint(painter, &move)), two = raster_picture(paint(painter, &variant));
    assert_memory_equal(one.pixels, two.pixels, 4 * WIDTH * HEIGHT);
    picture_free(&two);
    puppet_write(&arena, SHEETS, &(PuppetOptions){"puppet+tall", 50, 6, 4, 512, NULL, 0});
    float left, right, up, down, own;
    SheetMeasure sheets = painter_sheets(painter);
    assert_true(sheets.extent(sheets.context, "puppet+band", &left, &right, &up, &down));
    assert_true(sheets.extent(sheets.context, "puppet+tall", &left, &right, &own, &down));
    assert_true(up != own);
    assert_false(sheets.extent(sheets.context, "nobody+band", &left, &right, &up, &down));
    picture_free(&one);
    arena_free(&arena);
    painter_close(painter);
}

static void test_the_other_side_is_the_mirror(void **state) {
    (void)state;
    static const float scales[] = {100, 66.7f, 35, 50, 150, 233.3f};
    Painter *painter = open_painter(true);
    for (int i = 0; i < 12; i++) { // still, and between two frames
        Arena arena = {0};
        DrawList right = {.arena = &arena}, left = {.arena = &arena};
        DrawList *both[] = {&right, &left};
        for (int side = 0; side < 2; side++) {
            DrawOp *op = list_figure(both[side], "near", WIDTH / 2, 200, scales[i % 6]);
            op->mirrored = side, op->is_motion = i >= 6, op->to = "up", op->position = 0.37;
        }
        Picture one = raster_picture(paint(painter, &right)), two = raster_picture(paint(painter, &left));
        assert_true(memcmp(one.pixels, two.pixels, 4 * WIDTH * HEIGHT) != 0);
        picture_mirror(&two);
        assert_memory_equal(one.pixels, two.pixels, 4 * WIDTH * HEIGHT);
        picture_free(&one);
        picture_free(&two);
        arena_free(&arena);
    }
    painter_close(painter);
}

static void test_at_its_own_scale_a_body_is_not_resampled(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error;
    assert_true(sheet_read(&arena, SHEETS "/puppet", &sheet, &error));
    const Cell *cell = &sheet.frames.items[0].layers[LAYER_BODY];
    Picture page;
    assert_true(picture_read(sheet_page_path(&arena, &sheet, cell->page), &page, &error));
    DrawList list = {.arena = &arena};
    list_figure(&list, "puppet", 200, 230, 100)->glow = 0;
    Painter *painter = open_painter(true);
    const Raster *raster = paint(painter, &list);
    int opaque = 0, left = 200 - (int)(sheet.origin_x + 0.5) + cell->left, top = 230 - (int)(sheet.origin_y + 0.5) + cell->top;
    for (int y = 0; y < cell->height; y++)
        for (int x = 0; x < cell->width; x++) {
            const uint8_t *pixel = page.pixels + 4 * ((cell->y + y) * page.width + cell->x + x);
            if (pixel[3] < 255) continue;
            opaque++;
            assert_int_equal(raster->pixels[(top + y) * WIDTH + left + x] & 0xFFFFFF, pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
        }
    assert_true(opaque > 1000);
    picture_free(&page);
    painter_close(painter);
    arena_free(&arena);
}

static void random_figures(unsigned *seed, DrawList *list) {
    list_backdrop(list);
    for (int i = 0; i < 2; i++) {
        *seed = *seed * 1103515245u + 12345u;
        unsigned dice = *seed >> 8;
        const char *move = dice >> 14 & 1 ? "near" : dice & 1 ? "puppet" : "other";
        DrawOp *op = list_figure(list, move, 120 + 200 * (float)i, 240, dice & 2 ? 100 : dice >> 15 & 1 ? 80 : 130);
        op->is_motion = dice & 4, op->to = dice & 4 ? "up" : "down", op->mirrored = dice & 8;
        op->position = (dice >> 4) % 16 / 15.0, op->fullness = (dice >> 8) % 16 / 15.0, op->glow = (dice >> 12) % 3 / 2.0;
        list_poster(list, dice & 1 ? "other" : "puppet", (Rect){400, 10, 60, 60});
    }
}

static void test_changed_figures_equal_figures_painted_from_nothing(void **state) {
    (void)state;
    Painter *painter = open_painter(true), *fresh = open_painter(true);
    unsigned seed = 5;
    for (int round = 0; round < 60; round++) {
        Arena arena = {0};
        DrawList list = {.arena = &arena};
        Area dirty[PAINTER_AREAS];
        int count;
        random_figures(&seed, &list);
        const Raster *changed = paint(painter, &list);
        painter_paint(fresh, &list, 1, 1, dirty, &count);
        assert_memory_equal(changed->pixels, paint(fresh, &list)->pixels, 4 * WIDTH * HEIGHT);
        arena_free(&arena);
    }
    painter_close(painter);
    painter_close(fresh);
}

static void test_the_thread_paints_the_same_and_never_leaves_a_gap(void **state) {
    (void)state;
    Painter *painter = open_painter(false), *at_once = open_painter(true);
    Arena arena = {0};
    DrawList empty = {.arena = &arena}, list = {.arena = &arena};
    list_backdrop(&empty);
    Picture nothing = raster_picture(paint(at_once, &empty));
    list_backdrop(&list);
    DrawOp *figure = list_figure(&list, "puppet", 200, 240, 100);
    assert_memory_equal(paint_ready(painter, &list)->pixels, paint(at_once, &list)->pixels, 4 * WIDTH * HEIGHT);
    for (int i = 0; i <= 10; i++) {
        figure->is_motion = true, figure->to = "up", figure->position = i / 10.0;
        Picture now = raster_picture(paint(painter, &list));
        assert_true(memcmp(now.pixels, nothing.pixels, 4 * WIDTH * HEIGHT) != 0);
        picture_free(&now);
    }
    assert_memory_equal(paint_ready(painter, &list)->pixels, paint(at_once, &list)->pixels, 4 * WIDTH * HEIGHT);
    picture_free(&nothing);
    arena_free(&arena);
    painter_close(painter);
    painter_close(at_once);
}

static void assert_nothing_painted(const char *move, bool extent) {
    Painter *painter = open_painter(false), *at_once = open_painter(true);
    Arena arena = {0};
    DrawList empty = {.arena = &arena}, list = {.arena = &arena};
    list_backdrop(&empty), list_backdrop(&list);
    list_figure(&list, move, 200, 240, 100), list_poster(&list, move, (Rect){300, 10, 80, 80});
    const Raster *plain = paint(at_once, &empty);
    float sides[4];
    assert_memory_equal(paint_ready(painter, &list)->pixels, plain->pixels, 4 * WIDTH * HEIGHT);
    SheetMeasure sheets = painter_sheets(painter);
    assert_int_equal(sheets.extent(sheets.context, move, &sides[0], &sides[1], &sides[2], &sides[3]), extent);
    assert_memory_equal(paint_ready(painter, &list)->pixels, plain->pixels, 4 * WIDTH * HEIGHT);
    arena_free(&arena);
    painter_close(painter);
    painter_close(at_once);
}

static void write_file(const char *path, const char *bytes, int size) {
    Error error;
    assert_true(file_write(path, (Text){bytes, size}, &error));
}

static void test_missing_and_hostile_sheets_paint_nothing(void **state) {
    (void)state;
    static const char huge[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\6\0\0\0";
    Arena arena = {0};
    Error error;
    Text png;
    assert_nothing_painted("no-such-move", false);
    assert_nothing_painted("../test-sheets/puppet", false);
    write_file(SHEETS "/torn/poster.png", "not a picture", 13);
    assert_true(file_read(&arena, SHEETS "/torn/page-0.png", 1 << 24, &png, &error));
    write_file(SHEETS "/torn/page-0.png", png.bytes, png.size / 2);
    assert_nothing_painted("torn", false);
    write_file(SHEETS "/torn/page-0.png", huge, sizeof huge - 1);
    assert_nothing_painted("torn", false);
    assert_int_equal(unlink(SHEETS "/torn/page-0.png"), 0);
    assert_nothing_painted("torn", false);
    write_file(SHEETS "/torn/sheet.txt", "limber-sheet 1\nframe body 99999999999\n\xFF\0\n", 40);
    assert_nothing_painted("torn", false);
    arena_free(&arena);
}

// Cells beyond their page, of absurd sizes and in absurd places: left out, and nothing is harmed.
static void test_wild_cells_are_left_out(void **state) {
    (void)state;
    static const Cell wild[] = {{0, 500, 500, 100, 100, 0, 0, 1}, {0, 0, 0, 16384, 16384, 0, 0, 16}, {0, -5, 0, 10, 10, 0, 0, 1},
                                {0, 0, 0, 20, 20, -16384, 16384, 16}, {77, 0, 0, 20, 20, 0, 0, 1}, {0, 0, 0, 20, 20, 0, 0, 0}};
    for (int i = 0; i < 6; i++) {
        Arena arena = {0};
        Sheet sheet;
        Error error;
        puppet_write(&arena, SHEETS, &puppets[3]);
        assert_true(sheet_read(&arena, SHEETS "/wild", &sheet, &error));
        for (int frame = 0; frame < sheet.frames.count; frame++)
            for (int layer = 0; layer < LAYER_COUNT; layer++) sheet.frames.items[frame].layers[layer] = wild[i];
        assert_true(sheet_write(&sheet, SHEETS "/wild", &error));
        Painter *painter = open_painter(true);
        DrawList list = {.arena = &arena};
        list_figure(&list, "wild", 200, 240, 100), list_figure(&list, "wild", 200, 240, 1.7f);
        list_figure(&list, "wild", 200, 240, 900)->mirrored = true, list_figure(&list, "wild", 1e30f, -1e30f, 1e30f);
        assert_non_null(paint(painter, &list));
        painter_close(painter);
        arena_free(&arena);
    }
}

static void test_pictures_in_memory_stay_bounded(void **state) {
    (void)state;
    enum { BUDGET = 3 * 1000 * 1000 };
    Figures *figures = figures_open((const char *const[SHEET_FOLDERS]){SHEETS}, false, BUDGET);
    Arena arena = {0};
    size_t most = 0;
    for (int round = 0; round < 120; round++) {
        DrawList list = {.arena = &arena};
        DrawOp *op = list_figure(&list, round % 40 < 20 ? "puppet" : "other", 200, 200, 60 + (float)(round / 10) * 7);
        op->is_motion = true, op->to = "up", op->position = round % 10 / 9.0;
        list_poster(&list, "puppet", (Rect){0, 0, 60 + (float)round, 60});
        Stamp stamps[STAMPS_A_FIGURE];
        figures_begin(figures);
        for (int i = 0; i < list.ops.count; i++) figures_stamps(figures, &list.ops.items[i], stamps);
        figures_prefetch(figures, &list);
        size_t bytes = figures_bytes(figures, true);
        most = bytes > most ? bytes : most;
    }
    assert_true(most > BUDGET / 2);
    // Within the budget, and what one frame and the one before it cannot do without.
    assert_true(most < 2 * BUDGET);
    figures_begin(figures);
    figures_begin(figures);
    assert_true(figures_bytes(figures, true) <= BUDGET);
    figures_close(figures);
    arena_free(&arena);
}

static void test_what_comes_next_is_decoded_before_it_is_asked_for(void **state) {
    (void)state;
    Painter *painter = open_painter(false);
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    DrawOp *figure = list_figure(&list, "puppet", 200, 240, 100);
    list_poster(&list, "other", (Rect){300, 10, 80, 80});
    paint_ready(painter, &list);
    usleep(300 * 1000); // far longer than the few small pages take
    figure->is_motion = true, figure->to = "up", figure->position = 1;
    paint(painter, &list);
    assert_false(painter_is_waiting(painter));
    DrawList next = {.arena = &arena};
    list_figure(&next, "other", 200, 240, 100);
    paint(painter, &next);
    assert_false(painter_is_waiting(painter));
    arena_free(&arena);
    painter_close(painter);
}

static void test_extent_is_of_mat_and_bodies(void **state) {
    (void)state;
    Painter *painter = open_painter(true);
    SheetMeasure sheets = painter_sheets(painter);
    float left, right, up, down;
    assert_true(sheets.extent(sheets.context, "puppet", &left, &right, &up, &down));
    assert_true(left > 0.86f && left < 0.92f); // the mat's round end
    assert_true(right > 0.86f && right < 0.92f);
    assert_true(up > 1.85f && up < 1.97f);     // the raised hand
    assert_true(down > 0.1f && down < 0.16f);
    painter_close(painter);
}

static void test_the_hips_are_in_the_middle_where_a_sheet_does_not_say(void **state) {
    (void)state;
    Painter *painter = open_painter(true);
    SheetMeasure sheets = painter_sheets(painter);
    FigureBody low, high;
    DrawOp op = {.kind = DRAW_FIGURE, .move = "puppet", .from = "down", .to = "up", .is_motion = true};
    assert_true(sheets.body(sheets.context, &op, &low));
    op.position = 1;
    assert_true(sheets.body(sheets.context, &op, &high));
    assert_true(high.up > low.up + 0.1f); // a hand above the head
    assert_true(fabsf(high.pelvis_y - high.up / 2) < 0.05f && fabsf(low.pelvis_x) < 0.3f);
    op.move = "nobody";
    assert_false(sheets.body(sheets.context, &op, &low));
    painter_close(painter);
}

// Mat and body apart paint what they paint together; what is faded is not there, and half of it half.
static void test_parts_and_fading(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t *seen[4];
    for (int i = 0; i < 4; i++) {
        DrawList list = {.arena = &arena};
        list_backdrop(&list);
        DrawOp *first = list_figure(&list, "puppet", 150, 240, 100);
        if (i == 1) first->part = FIGURE_GROUND, list_figure(&list, "puppet", 150, 240, 100)->part = FIGURE_BODY;
        if (i >= 2) first->faded = i == 2 ? 1 : 0.5;
        Painter *painter = open_painter(true);
        seen[i] = arena_alloc(&arena, WIDTH * HEIGHT * sizeof **seen);
        memcpy(seen[i], paint(painter, &list)->pixels, WIDTH * HEIGHT * sizeof **seen);
        painter_close(painter);
    }
    assert_memory_equal(seen[0], seen[1], WIDTH * HEIGHT * sizeof **seen);
    int painted = 0, between = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int whole = (int)(seen[0][i] >> 8 & 255), none = (int)(seen[2][i] >> 8 & 255), half = (int)(seen[3][i] >> 8 & 255);
        if (abs(whole - none) < 30) continue;
        painted++;
        between += (half > whole) != (half > none);
    }
    assert_true(painted > 500);
    assert_int_equal(between, painted);
    arena_free(&arena);
}

// Twice as large about its origin, every pixel's colour is found twice as far from there; once as large it is untouched.
static void test_zooming_keeps_the_origin(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t *seen[3];
    for (int i = 0; i < 3; i++) {
        DrawList list = {.arena = &arena};
        list_backdrop(&list);
        DrawOp *op = list_figure(&list, "puppet", 150, 240, i == 1 ? 50 : 100);
        if (i == 1) op->zoom = 2;
        if (i == 2) op->zoom = 1;
        Painter *painter = open_painter(true);
        seen[i] = arena_alloc(&arena, WIDTH * HEIGHT * sizeof **seen);
        memcpy(seen[i], paint(painter, &list)->pixels, WIDTH * HEIGHT * sizeof **seen);
        painter_close(painter);
    }
    assert_memory_equal(seen[0], seen[2], WIDTH * HEIGHT * sizeof **seen);
    int far_off = 0;
    for (int i = 0; i < WIDTH * HEIGHT; i++) far_off += abs((int)(seen[0][i] >> 8 & 255) - (int)(seen[1][i] >> 8 & 255)) > 60;
    assert_true(far_off < WIDTH * HEIGHT / 50); // edges are softer
    arena_free(&arena);
}

static void test_shrinking_keeps_brightness_and_place(void **state) {
    (void)state;
    uint32_t from[12 * 9], to[8 * 6];
    for (int i = 0; i < 12 * 9; i++) from[i] = 0xFF806040;
    pixels_shrink(from, 12, 9, 0, 0, 2.0 / 3, to, 8, 6);
    for (int i = 0; i < 8 * 6; i++) assert_int_equal(to[i], 0xFF806040);
    pixels_shrink(from, 4, 4, 0.5, 1, 0.5, to, 8, 6); // half a pixel in, one pixel down
    assert_int_equal(to[0], 0);
    assert_int_equal(to[8], 0x80403020);
    assert_int_equal(to[9], 0xFF806040);
    assert_int_equal(to[10], 0x80403020);
    assert_int_equal(to[11], 0);
    assert_int_equal(to[3 * 8 + 1], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_player),
        cmocka_unit_test(test_figures_of_other_sizes_and_sides),
        cmocka_unit_test(test_own_sheets_come_first_and_broken_ones_do_not_matter),
        cmocka_unit_test(test_own_art_of_a_move_stands_for_its_variants),
        cmocka_unit_test(test_a_sheet_that_comes_later),
        cmocka_unit_test(test_a_variant_without_a_sheet_is_shown_as_the_move),
        cmocka_unit_test(test_the_other_side_is_the_mirror),
        cmocka_unit_test(test_at_its_own_scale_a_body_is_not_resampled),
        cmocka_unit_test(test_changed_figures_equal_figures_painted_from_nothing),
        cmocka_unit_test(test_the_thread_paints_the_same_and_never_leaves_a_gap),
        cmocka_unit_test(test_missing_and_hostile_sheets_paint_nothing),
        cmocka_unit_test(test_wild_cells_are_left_out),
        cmocka_unit_test(test_pictures_in_memory_stay_bounded),
        cmocka_unit_test(test_what_comes_next_is_decoded_before_it_is_asked_for),
        cmocka_unit_test(test_extent_is_of_mat_and_bodies),
        cmocka_unit_test(test_the_hips_are_in_the_middle_where_a_sheet_does_not_say),
        cmocka_unit_test(test_parts_and_fading),
        cmocka_unit_test(test_zooming_keeps_the_origin),
        cmocka_unit_test(test_shrinking_keeps_brightness_and_place),
    };
    return cmocka_run_group_tests(tests, write_sheets, NULL);
}
