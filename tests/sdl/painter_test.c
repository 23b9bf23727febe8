#include "sdl/sdl.h"

#include "painting.h"
#include "support/golden.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Painter *open_painter(void) {
    return painting_open("build", true);
}

static const Raster *paint(Painter *painter, const DrawList *list, int width, int height) {
    Area dirty[PAINTER_AREAS];
    int count;
    return painter_paint(painter, list, width, height, dirty, &count);
}

static void assert_painted(const char *golden, const DrawList *list, int width, int height) {
    Painter *painter = open_painter();
    Picture picture = raster_picture(paint(painter, list, width, height));
    assert_golden_picture(golden, &picture, 0);
    picture_free(&picture);
    painter_close(painter);
}

static void test_boxes(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    list_box(&list, (Rect){20, 20, 120, 60}, 0, TEAL);
    list_box(&list, (Rect){160.25f, 20.5f, 120, 60}, 16, TEAL);
    list_box(&list, (Rect){300, 20, 120, 60}, 999, (Colour){0x1D, 0x7F, 0x86, 128});
    list_box(&list, (Rect){20, 100, 0.5f, 80}, 0, INK);
    list_box(&list, (Rect){40, 100.25f, 240, 0.5f}, 0, INK);
    list_box(&list, (Rect){40, 120, 60, 60}, 30, INK);
    list_box(&list, (Rect){120.5f, 120.5f, 7, 7}, 3.5f, INK);
    list_box(&list, (Rect){-40, 190, 100, 100}, 20, INK);
    list_add(&list, DRAW_DIM, (Rect){300, 0, 300, 300}, (Colour){0, 0, 0, 90});
    assert_painted("tests/sdl/golden/boxes.png", &list, 480, 240);
    arena_free(&arena);
}

static void test_rings(void **state) {
    (void)state;
    static const float turns[] = {0, 0.001f, 0.125f, 0.25f, 0.5f, 0.51f, 0.75f, 0.98f, 1, 1.5f};
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    for (int i = 0; i < 10; i++) {
        Rect rect = {12.0f + 96.0f * (float)(i % 5), 12.0f + 96.0f * (float)(i / 5), 84, 84};
        list_ring(&list, rect, 12, 1, TRACK);
        list_ring(&list, rect, 12, turns[i], TEAL);
    }
    assert_painted("tests/sdl/golden/rings.png", &list, 492, 204);
    arena_free(&arena);
}

static void add_line(DrawList *list, float x, float y, float dx, float dy, float thickness) {
    list_add(list, DRAW_LINE, (Rect){x, y, dx, dy}, TEAL)->thickness = thickness;
}

static void test_lines(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_backdrop(&list);
    for (int i = 0; i < 8; i++) add_line(&list, 60, 60, 50 * (float)cos(i * 0.785398), 50 * (float)sin(i * 0.785398), 1 + (float)i);
    add_line(&list, 150, 20, 0, 0, 12); // a dot
    add_line(&list, 150, 60, 80, 0, 1);
    add_line(&list, 150.5f, 80, 0, 40, 0.5f);
    add_line(&list, 180, 100, 300, 100, 30); // over the edge
    assert_painted("tests/sdl/golden/lines.png", &list, 260, 120);
    arena_free(&arena);
}

static void test_text(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_add(&list, DRAW_BACKDROP, (Rect){0}, PAPER)->colour2 = PAPER;
    for (int face = 0; face < FACE_COUNT; face++)
        list_text(&list, 20, 50 + 45 * (float)face, ALIGN_LEFT, (Face)face, 36, "Half-kneeling AVATAR, Type 12:40");
    list_box(&list, (Rect){400, 200, 1, 90}, 0, TEAL);
    list_box(&list, (Rect){0, 250, 800, 1}, 0, TEAL);
    list_text(&list, 400, 250, ALIGN_RIGHT, FACE_BOLD, 68, "right");
    list_text(&list, 400, 250, ALIGN_LEFT, FACE_BOLD, 68, "left");
    list_text(&list, 400, 310, ALIGN_CENTRE, FACE_REGULAR, 28,
              "Ångström \xC2\xB7 caf\xC3\xA9 \xE2\x80\x9Cjust so\xE2\x80\x9D \xE2\x80\x93 j\xE1\xBA\xA4");
    list_text(&list, 20, 440, ALIGN_LEFT, FACE_BOLD, 128, "119");
    list_text(&list, 320, 440, ALIGN_LEFT, FACE_BOLD, 128, "888");
    assert_painted("tests/sdl/golden/text.png", &list, 800, 480);
    arena_free(&arena);
}

static void test_figures_of_a_counter_have_equal_widths(void **state) {
    (void)state;
    Painter *painter = open_painter();
    TextMeasure measure = painter_measure(painter);
    float widest = measure.width(measure.context, "8888", FACE_BOLD, 128);
    assert_true(widest > 200);
    assert_true(measure.width(measure.context, "1111", FACE_BOLD, 128) == widest);
    float early = measure.width(measure.context, "10:41", FACE_BOLD, 128);
    assert_true(measure.width(measure.context, "38:27", FACE_BOLD, 128) == early);
    assert_true(measure.width(measure.context, "", FACE_BOLD, 128) == 0);
    painter_close(painter);
}

static void test_missing_fonts_are_an_error_that_names_the_file(void **state) {
    (void)state;
    Painter *painter = NULL;
    Error error = {0};
    assert_false(painter_open(&(PainterOptions){.font_folder = "no/fonts", .sheet_folder = "build"}, &painter, &error));
    assert_non_null(strstr(error.sentence, "no/fonts/Inter-Regular.otf"));
    assert_non_null(strstr(error.sentence, "fonts-inter"));
}

static void test_an_empty_list_is_black(void **state) {
    (void)state;
    Painter *painter = open_painter();
    DrawList list = {0};
    const Raster *raster = paint(painter, &list, 64, 32);
    for (int i = 0; i < 64 * 32; i++) assert_int_equal(raster->pixels[i], 0xFF000000u);
    painter_close(painter);
}

static void test_wild_numbers_do_no_harm(void **state) {
    (void)state;
    static const float wild[] = {-1e30f, 1e30f, 0.0f / 1.0f, -1e9f, 3e9f, 1e-30f};
    Painter *painter = open_painter();
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    float not_a_number = strtof("nan", NULL);
    for (int i = 0; i < 6 * 6; i++) {
        Rect rect = {wild[i % 6], wild[i / 6], wild[(i + 1) % 6], wild[(i / 6 + 2) % 6]};
        list_box(&list, rect, wild[i % 5], INK);
        list_ring(&list, rect, wild[i % 4], not_a_number, INK);
        list_ring(&list, rect, wild[i % 3], 0.3f, INK);
        list_text(&list, rect.x, rect.y, ALIGN_CENTRE, FACE_BOLD, rect.width, "wild");
        rect.x = not_a_number;
        list_box(&list, rect, not_a_number, TEAL);
        list_text(&list, rect.x, rect.y, ALIGN_CENTRE, FACE_BOLD, not_a_number, "\xFF\xC0 wild \xE2");
    }
    assert_non_null(paint(painter, &list, 100, 100));
    arena_free(&arena);
    painter_close(painter);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_rings),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_figures_of_a_counter_have_equal_widths),
        cmocka_unit_test(test_missing_fonts_are_an_error_that_names_the_file),
        cmocka_unit_test(test_an_empty_list_is_black),
        cmocka_unit_test(test_wild_numbers_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
