// What is seen between two frames of a figure, through the whole painter.
#include "sdl/sdl.h"

#include "painting.h"
#include "puppet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define SHEETS "build/test-mixing"

enum { WIDTH = 480, HEIGHT = 270 };

static int write_sheets(void **state) {
    (void)state;
    static const PuppetOptions puppets[] = {
        {"silent", 100, 6, 4, 512, NULL, 0, 0}, {"near", 100, 6, 4, 300, NULL, 0, 4}, {"far", 100, 6, 4, 512, NULL, 0, 25}};
    Arena arena = {0};
    for (int i = 0; i < 3; i++) puppet_write(&arena, SHEETS, &puppets[i]);
    arena_free(&arena);
    return 0;
}

static Painter *open_painter(void) {
    return painting_open(SHEETS, true);
}

static const Raster *paint(Painter *painter, const DrawList *list) {
    Area dirty[PAINTER_AREAS];
    int count;
    return painter_paint(painter, list, WIDTH, HEIGHT, dirty, &count);
}

static DrawOp *list_raising(DrawList *list, const char *move, double position, float pixels_per_metre) {
    list_backdrop(list);
    DrawOp *op = list_figure(list, move, WIDTH / 2, 240, pixels_per_metre);
    op->is_motion = true, op->to = "up", op->position = position;
    return op;
}

static Picture raising(Painter *painter, const char *move, double position, float pixels_per_metre) {
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    list_raising(&list, move, position, pixels_per_metre);
    Picture picture = raster_picture(paint(painter, &list));
    arena_free(&arena);
    return picture;
}

// At every size: in a small window, its own, and a large one.
static void test_halfway_between_two_frames_both_are_seen_half(void **state) {
    (void)state;
    static const float scales[] = {60, 100, 200};
    Painter *painter = open_painter();
    for (int i = 0; i < 3; i++) {
        Picture before = raising(painter, "near", 0.2, scales[i]), after = raising(painter, "near", 0.4, scales[i]);
        Picture between = raising(painter, "near", 0.3, scales[i]);
        int moved = 0;
        for (int p = 0; p < 4 * WIDTH * HEIGHT; p++) {
            int mean = (before.pixels[p] + after.pixels[p]) / 2;
            assert_in_range(between.pixels[p] - mean + 10, 6, 14);
            moved += abs(before.pixels[p] - after.pixels[p]) > 40;
        }
        assert_true(moved > 200);
        picture_free(&before), picture_free(&after), picture_free(&between);
    }
    painter_close(painter);
}

// One's own art, sheets of before and frames far apart change at once, halfway between.
static void test_far_frames_and_those_that_do_not_say_are_not_mixed(void **state) {
    (void)state;
    static const char *const moves[] = {"silent", "far"};
    Painter *painter = open_painter();
    for (int i = 0; i < 2; i++) {
        Picture frame = raising(painter, moves[i], 0.2, 100), later = raising(painter, moves[i], 0.299, 100);
        Picture next = raising(painter, moves[i], 0.4, 100), sooner = raising(painter, moves[i], 0.301, 100);
        assert_memory_equal(frame.pixels, later.pixels, 4 * WIDTH * HEIGHT);
        assert_memory_equal(next.pixels, sooner.pixels, 4 * WIDTH * HEIGHT);
        assert_memory_not_equal(frame.pixels, next.pixels, 4 * WIDTH * HEIGHT);
        picture_free(&frame), picture_free(&later), picture_free(&next), picture_free(&sooner);
    }
    painter_close(painter);
}

static int areas_painted(Painter *painter, const char *move, double position) {
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    Area dirty[PAINTER_AREAS];
    int count;
    list_raising(&list, move, position, 100);
    painter_paint(painter, &list, WIDTH, HEIGHT, dirty, &count);
    arena_free(&arena);
    return count;
}

static void test_a_still_picture_is_painted_once(void **state) {
    (void)state;
    Painter *painter = open_painter();
    assert_true(areas_painted(painter, "near", 0.3) > 0);
    assert_int_equal(areas_painted(painter, "near", 0.3), 0);
    assert_int_equal(areas_painted(painter, "near", 0.3004), 0); // less than is seen
    assert_true(areas_painted(painter, "near", 0.33) > 0);
    assert_true(areas_painted(painter, "near", 0.4) > 0);
    assert_int_equal(areas_painted(painter, "near", 0.4), 0);
    assert_true(areas_painted(painter, "silent", 0.41) > 0);
    assert_int_equal(areas_painted(painter, "silent", 0.49), 0); // the same frame alone
    painter_close(painter);
}

// A page with 4 x 4 squares of one colour: two of a body, two of its light, one of light that comes and goes.
static void write_squares(Arena *arena, const char *index_end) {
    static const uint8_t colours[5][4] = {{200, 40, 10, 255}, {20, 140, 211, 255}, {255, 0, 0, 128}, {0, 255, 0, 64}, {9, 9, 255, 255}};
    Picture page = picture_make(20, 4);
    Error error;
    for (int i = 0; i < 80; i++) memcpy(page.pixels + 4 * i, colours[i % 20 / 4], 4);
    assert_true(folder_make(SHEETS "/squares", &error) && picture_write(SHEETS "/squares/page-0.png", &page, &error));
    picture_free(&page);
    char *index = text_format(arena, "limber-sheet 1\nmove squares\ncanvas 40 40\npixels-per-metre 100\norigin 20 20\npages 1\n%s",
                              index_end);
    assert_true(file_write(SHEETS "/squares/sheet.txt", text_of(index), &error));
}

static uint32_t square_seen(double position, double glow) {
    Arena arena = {0};
    Painter *painter = open_painter();
    DrawList list = {.arena = &arena};
    list_raising(&list, "squares", position, 100)->glow = glow;
    uint32_t seen = paint(painter, &list)->pixels[(240 - 18) * WIDTH + WIDTH / 2 - 18];
    painter_close(painter);
    arena_free(&arena);
    return seen & 0xFFFFFF;
}

static void test_the_light_of_muscles_is_mixed_as_well(void **state) {
    (void)state;
    Arena arena = {0};
    write_squares(&arena, "frame leap 4 body 0 0 0 4 4 0 0 1 glow 0 8 0 4 4 0 0 1\n"
                          "frame leap 4 body 0 4 0 4 4 0 0 1 glow 0 12 0 4 4 0 0 1\nstrip motion down up 0 2\n");
    assert_int_equal(square_seen(0, 0), 0xC8280A);
    assert_int_equal(square_seen(1, 0), 0x148CD3);
    assert_int_equal(square_seen(0.5, 0), 0x6E5A6F); // (200 + 20) / 2, (40 + 140) / 2, (10 + 211) / 2 rounded
    // The mean of red at 128 and green at 64, premultiplied (64, 32, 0 at 96), over that body.
    uint32_t body = 0xFF6E5A6Fu, light = 0x60402000u;
    pixels_over(&body, &light, 1, 255);
    assert_int_equal(square_seen(0.5, 1), body & 0xFFFFFF);
    write_squares(&arena, "frame leap 4 body 0 0 0 4 4 0 0 1\n"
                          "frame leap 4 body 0 0 0 4 4 0 0 1 glow 0 16 0 4 4 0 0 1\nstrip motion down up 0 2\n");
    body = 0xFFC8280Au, light = 0xFF0909FFu;
    assert_int_equal(square_seen(0, 1), body & 0xFFFFFF);
    pixels_over(&body, &light, 1, 127); // light that comes on is half there
    assert_int_equal(square_seen(0.5, 1), body & 0xFFFFFF);
    assert_int_equal(square_seen(1, 1), 0x0909FF);
    arena_free(&arena);
}

// Layers that were stored small, at places that do not fit together, are those of the nearer frame.
static void test_what_cannot_be_mixed_is_of_the_nearer_frame(void **state) {
    (void)state;
    Arena arena = {0};
    write_squares(&arena, "frame leap 4 body 0 0 0 4 4 0 0 2\nframe leap 4 body 0 4 0 4 4 1 0 2\nstrip motion down up 0 2\n");
    assert_int_equal(square_seen(0.4, 0), 0xC8280A);
    assert_int_equal(square_seen(0.6, 0), 0x148CD3);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_halfway_between_two_frames_both_are_seen_half),
        cmocka_unit_test(test_far_frames_and_those_that_do_not_say_are_not_mixed),
        cmocka_unit_test(test_a_still_picture_is_painted_once),
        cmocka_unit_test(test_the_light_of_muscles_is_mixed_as_well),
        cmocka_unit_test(test_what_cannot_be_mixed_is_of_the_nearer_frame),
    };
    return cmocka_run_group_tests(tests, write_sheets, NULL);
}
