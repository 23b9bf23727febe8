#include "image/sheet.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const char folder[] = "build/sheet-test";

// Reads `index` as the index of a sheet; the sentence of a failure is left in `error`.
static bool read_index(Arena *arena, const char *index, Sheet *sheet, Error *error) {
    assert_true(folder_make(folder, error));
    assert_true(file_write(path_join(arena, folder, "sheet.txt"), text_of(index), error));
    *error = (Error){0};
    return sheet_read(arena, folder, sheet, error);
}

static const char good_index[] =
    "limber-sheet 1\n"
    "# by hand\n"
    "move bridge-hold\n"
    "canvas 900 400\n"
    "pixels-per-metre 440\n"
    "key 0123456789abcdef\n"
    "origin 450.5 300\n"
    "stride 1.4\n"
    "close 2.1\n"
    "\n"
    "pages 2\r\n"
    "ground 0 0 0 860 40 20 300 1\n"
    "frame shadow 0 0 50 100 20 20 280 4 body 0 0 80 500 200 100 90 1\n"
    "frame leap 7.5 body 0 0 80 500 200 100 90 1 travel 0.35 pelvis 350.5 180\n"
    "frame   # nobody there\n"
    "frame body 1 0 0 10 10 -5 -5 1 glow 1 0 0 5 5 0 0 2\n"
    "strip motion start top 0 4\n"
    "strip breath top 1 3";

static void hand_written_index_is_read(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error;
    if (!read_index(&arena, good_index, &sheet, &error)) fail_msg("%s", error.sentence);
    assert_string_equal(sheet.move, "bridge-hold");
    assert_int_equal(sheet.width, 900);
    assert_int_equal(sheet.page_count, 2);
    assert_true(sheet.origin_x == 450.5);
    assert_int_equal(sheet.ground.top, 300);
    assert_int_equal(sheet.frames.count, 4);
    assert_int_equal(sheet.frames.items[0].layers[LAYER_SHADOW].step, 4);
    assert_int_equal(sheet.frames.items[0].layers[LAYER_GLOW].width, 0);
    assert_int_equal(sheet.frames.items[2].layers[LAYER_BODY].width, 0);
    assert_int_equal(sheet.frames.items[3].layers[LAYER_BODY].left, -5);
    assert_false(sheet.frames.items[0].has_pelvis);
    assert_true(!sheet.frames.items[0].has_leap && sheet.frames.items[1].has_leap && sheet.frames.items[1].leap == 7.5);
    assert_true(sheet.frames.items[1].has_pelvis && sheet.frames.items[1].pelvis_x == 350.5);
    assert_true(sheet.frames.items[1].pelvis_y == 180);
    assert_true(sheet.close == 2.1 && sheet.stride == 1.4 && sheet.frames.items[1].travel == 0.35 && sheet.frames.items[0].travel == 0);
    assert_string_equal(sheet_page_path(&arena, &sheet, 1), "build/sheet-test/page-1.png");
    unlink("build/sheet-test/page-0.webp.gz"); // of the last run
    assert_true(file_write("build/sheet-test/page-0.webp", text_of("a picture"), &error));
    assert_string_equal(sheet_page_path(&arena, &sheet, 0), "build/sheet-test/page-0.webp");
    assert_true(file_write("build/sheet-test/page-0.webp.gz", text_of("a picture"), &error));
    assert_string_equal(sheet_page_path(&arena, &sheet, 0), "build/sheet-test/page-0.webp.gz");
    arena_free(&arena);
}

static void frames_are_found_there_and_back(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error;
    assert_true(read_index(&arena, good_index, &sheet, &error));
    assert_int_equal(sheet_motion_frame(&sheet, "start", "top", 0), 0);
    assert_int_equal(sheet_motion_frame(&sheet, "start", "top", 1), 3);
    assert_int_equal(sheet_motion_frame(&sheet, "start", "top", 0.4), 1);
    assert_int_equal(sheet_motion_frame(&sheet, "top", "start", 0), 3);
    assert_int_equal(sheet_motion_frame(&sheet, "top", "start", 1), 0);
    assert_int_equal(sheet_motion_frame(&sheet, "top", "start", 0.6), 1);
    assert_int_equal(sheet_motion_frame(&sheet, "start", "top", 7), 3);
    assert_int_equal(sheet_motion_frame(&sheet, "start", "top", NAN), 0);
    assert_int_equal(sheet_motion_frame(&sheet, "start", "end", 0.5), -1);
    assert_int_equal(sheet_breath_frame(&sheet, "top", 0), 1);
    assert_int_equal(sheet_breath_frame(&sheet, "top", 1), 3);
    assert_int_equal(sheet_breath_frame(&sheet, "top", -1), 1);
    assert_int_equal(sheet_breath_frame(&sheet, "start", 0), -1);
    arena_free(&arena);
}

// Frames that say when they are shown are shown until halfway to the next.
static void frames_may_say_when_they_are_shown(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet, again;
    Error error;
    static const char index[] = "limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 4\n"
                                "frame at 0\nframe at 0.1\nframe at 0.5\nframe at 1\nstrip motion a b 0 4\nstrip breath a 0 3\n";
    if (!read_index(&arena, index, &sheet, &error)) fail_msg("%s", error.sentence);
    assert_true(sheet_write(&sheet, folder, &error) && sheet_read(&arena, folder, &again, &error));
    const Sheet *both[] = {&sheet, &again};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", 0.04), 0);
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", 0.06), 1);
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", 0.29), 1);
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", 0.31), 2);
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", 0.76), 3);
        assert_int_equal(sheet_motion_frame(both[i], "b", "a", 0.76), 1);
        assert_int_equal(sheet_motion_frame(both[i], "a", "b", NAN), 0);
        assert_int_equal(sheet_breath_frame(both[i], "a", 0.4), 1); // lungs fill evenly
    }
    arena_free(&arena);
}

// Two frames that leap so far, one second from each other.
static FrameMix mix_after(Arena *arena, const char *leap, double position) {
    Sheet sheet;
    Error error;
    const char *index = text_format(arena, "limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 4\nframe%s\nframe\n"
                                           "strip motion a b 0 2\nstrip breath a 0 2\n", leap);
    if (!read_index(arena, index, &sheet, &error)) fail_msg("%s", error.sentence);
    FrameMix mix = sheet_motion_mix(&sheet, "a", "b", position), back = sheet_motion_mix(&sheet, "b", "a", 1 - position);
    FrameMix breath = sheet_breath_mix(&sheet, "a", position);
    assert_true(back.frame == mix.frame && back.next == mix.next && back.part == mix.part);
    assert_true(breath.frame == mix.frame && breath.next == mix.next && breath.part == mix.part);
    return mix;
}

static void assert_mix(FrameMix mix, int frame, int part) {
    assert_int_equal(mix.frame, frame);
    assert_int_equal(mix.part, part);
    assert_int_equal(mix.next, part ? frame + 1 : frame);
}

// All the time up to 10 pixels, half of it at 15, never from 20 on or when nothing is said.
static void near_frames_are_mixed_and_far_ones_are_not(void **state) {
    (void)state;
    enum { QUARTER = FRAME_MIX_PARTS / 4, HALF = FRAME_MIX_PARTS / 2 };
    static const char *const unmixed[] = {"", " leap 20", " leap 300"};
    Arena arena = {0};
    assert_mix(mix_after(&arena, " leap 10", 0), 0, 0);
    assert_mix(mix_after(&arena, " leap 10", 0.25), 0, QUARTER);
    assert_mix(mix_after(&arena, " leap 10", 0.5), 0, HALF);
    assert_mix(mix_after(&arena, " leap 10", 1), 1, 0);
    assert_mix(mix_after(&arena, " leap 10", 0.99), 1, 0); // as near as parts tell
    assert_mix(mix_after(&arena, " leap 15", 0.25), 0, 0);
    assert_mix(mix_after(&arena, " leap 15", 0.375), 0, QUARTER);
    assert_mix(mix_after(&arena, " leap 15", 0.5), 0, HALF);
    assert_mix(mix_after(&arena, " leap 15", 0.75), 1, 0);
    for (int i = 0; i < 3; i++) {
        assert_mix(mix_after(&arena, unmixed[i], 0.49), 0, 0);
        assert_mix(mix_after(&arena, unmixed[i], 0.51), 1, 0);
    }
    assert_mix(mix_after(&arena, " leap 0.8", 0.3), 0, QUARTER); // no finer than is seen
    assert_mix(mix_after(&arena, " leap 0.8", 0.37), 0, QUARTER);
    assert_mix(mix_after(&arena, " leap 8", NAN), 0, 0);
    arena_free(&arena);
}

static void what_is_written_is_read_back(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet, again;
    Error error;
    assert_true(read_index(&arena, good_index, &sheet, &error));
    if (!sheet_write(&sheet, folder, &error)) fail_msg("%s", error.sentence);
    if (!sheet_read(&arena, folder, &again, &error)) fail_msg("%s", error.sentence);
    assert_string_equal(again.move, sheet.move);
    assert_string_equal(again.key, "0123456789abcdef");
    assert_true(again.pixels_per_metre == sheet.pixels_per_metre && again.origin_x == sheet.origin_x);
    assert_memory_equal(&again.ground, &sheet.ground, sizeof sheet.ground);
    assert_int_equal(again.frames.count, sheet.frames.count);
    assert_int_equal(again.strips.count, sheet.strips.count);
    for (int i = 0; i < sheet.frames.count; i++) {
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            const Cell *a = &sheet.frames.items[i].layers[layer], *b = &again.frames.items[i].layers[layer];
            assert_int_equal(a->width, b->width);
            if (a->width) assert_memory_equal(a, b, sizeof *a);
        }
        assert_int_equal(again.frames.items[i].has_leap, sheet.frames.items[i].has_leap);
        assert_true(again.frames.items[i].leap == sheet.frames.items[i].leap);
        assert_int_equal(again.frames.items[i].has_pelvis, sheet.frames.items[i].has_pelvis);
        assert_true(again.frames.items[i].pelvis_x == sheet.frames.items[i].pelvis_x);
        assert_true(again.close == sheet.close);
        assert_true(again.stride == sheet.stride && again.frames.items[i].travel == sheet.frames.items[i].travel);
    }
    for (int i = 0; i < sheet.strips.count; i++) {
        assert_string_equal(again.strips.items[i].to, sheet.strips.items[i].to);
        assert_int_equal(again.strips.items[i].frame_count, sheet.strips.items[i].frame_count);
    }
    arena_free(&arena);
}

static void a_broken_index_is_refused_with_its_line(void **state) {
    (void)state;
    static const struct {
        const char *index, *said;
    } broken[] = {
        {"", "line 0: the index is empty"},
        {"hello\n", "line 1: this is not the index of a sheet"},
        {"limber-sheet 2\n", "line 1: this sheet is of another version"},
        {"limber-sheet 1\nmove\n", "line 2: a name is missing"},
        {"limber-sheet 1\ncanvas 900\n", "line 2: a number is missing"},
        {"limber-sheet 1\ncanvas 900 99999999\n", "line 2: a number is out of range"},
        {"limber-sheet 1\ncanvas 900 4.5\n", "line 2: a whole number was expected"},
        {"limber-sheet 1\ncanvas 900 nan\n", "line 2: a number was expected"},
        {"limber-sheet 1\ncanvas 900 400 7\n", "line 2: there are words too many"},
        {"limber-sheet 1\ncanvas 900 4000000000000000000000000000000000000000\n", "line 2: a number is too long"},
        {"limber-sheet 1\npages 1\nframe body 1 0 0 1 1 0 0 1\n", "line 3: there is no page of that number"},
        {"limber-sheet 1\npages 1\nframe body 0 0 0 -1 1 0 0 1\n", "line 3: a number is out of range"},
        {"limber-sheet 1\npages 1\nframe body 0 9000 0 9000 1 0 0 1\n", "line 3: the cell reaches beyond"},
        {"limber-sheet 1\npages 1\nframe body 0 0 0 1 1 0 0 0\n", "line 3: a number is out of range"},
        {"limber-sheet 1\nframe nose 1\n", "line 2: a layer is shadow, body or glow"},
        {"limber-sheet 1\nstrip wave start 0 1\n", "line 2: a strip is motion or breath"},
        {"limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 440\n", "line 4: there are no frames"},
        {"limber-sheet 1\ncanvas 9 9\npixels-per-metre 440\nframe\n", "line 4: the line 'move' is missing"},
        {"limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 4\nframe\nstrip breath a 0 2\n",
         "line 6: a strip goes beyond the last frame"},
        {"limber-sheet 1\nframe leap -1\n", "line 2: a number is out of range"},
        {"limber-sheet 1\nframe leap\n", "line 2: a number is missing"},
        {"limber-sheet 1\nframe at 2\n", "line 2: a number is out of range"},
        {"limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 4\nframe at 0\nframe\nstrip motion a b 0 2\n",
         "line 7: the frames of a motion all say 'at'"},
        {"limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 4\nframe at 0\nframe at 0\nstrip motion a b 0 2\n",
         "line 7: the frames of a motion all say 'at'"},
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        Arena arena = {0};
        Sheet sheet;
        Error error;
        assert_false(read_index(&arena, broken[i].index, &sheet, &error));
        if (!strstr(error.sentence, broken[i].said)) fail_msg("%s: not %s", error.sentence, broken[i].said);
        assert_non_null(strstr(error.sentence, "build/sheet-test/sheet.txt"));
        arena_free(&arena);
    }
}

// Cut off anywhere, an index is either still whole or refused; it never does harm.
static void a_cut_index_does_no_harm(void **state) {
    (void)state;
    char cut[sizeof good_index];
    for (size_t length = 0; length < sizeof good_index; length += 3) {
        Arena arena = {0};
        Sheet sheet;
        Error error;
        memcpy(cut, good_index, length);
        cut[length] = '\0';
        bool whole = read_index(&arena, cut, &sheet, &error);
        assert_true(whole || error.sentence[0]);
        if (whole) assert_true(sheet.frames.count > 0 && sheet.width == 900);
        arena_free(&arena);
    }
}

static void too_many_frames_are_refused(void **state) {
    (void)state;
    Arena arena = {0};
    TextBuilder index = {0};
    Sheet sheet;
    Error error;
    builder_add(&index, "limber-sheet 1\nmove a\ncanvas 9 9\npixels-per-metre 440\n");
    for (int i = 0; i < 5000; i++) builder_add(&index, "frame\n");
    assert_false(read_index(&arena, index.bytes, &sheet, &error));
    assert_non_null(strstr(error.sentence, "too many frames"));
    builder_free(&index);
    arena_free(&arena);
}

static void no_sheet_is_a_sentence(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error = {0};
    assert_false(sheet_read(&arena, "build/no-such-sheet", &sheet, &error));
    assert_non_null(strstr(error.sentence, "build/no-such-sheet/sheet.txt"));
    arena_free(&arena);
}

// The example that people start from.
static void the_documented_example_is_read(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    Text readme;
    assert_true(file_read(&arena, "assets/README.md", 100000, &readme, &error));
    const char *text = text_copy(&arena, readme), *begin = strstr(text, "limber-sheet 1\n"), *end = strstr(begin, "```");
    assert_true(folder_make("build/readme-sheet", &error));
    assert_true(file_write("build/readme-sheet/sheet.txt", (Text){begin, (int)(end - begin)}, &error));
    Sheet sheet;
    if (!sheet_read(&arena, "build/readme-sheet", &sheet, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(sheet.frames.count, 3);
    assert_int_equal(sheet_motion_frame(&sheet, "START", "BOTTOM", 1), sheet_breath_frame(&sheet, "BOTTOM", 0));
    assert_true(sheet.ground.width > 0 && sheet.frames.items[1].layers[LAYER_SHADOW].step == 2);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_documented_example_is_read),
        cmocka_unit_test(hand_written_index_is_read),
        cmocka_unit_test(frames_are_found_there_and_back),
        cmocka_unit_test(frames_may_say_when_they_are_shown),
        cmocka_unit_test(near_frames_are_mixed_and_far_ones_are_not),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(a_broken_index_is_refused_with_its_line),
        cmocka_unit_test(a_cut_index_does_no_harm),
        cmocka_unit_test(too_many_frames_are_refused),
        cmocka_unit_test(no_sheet_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
