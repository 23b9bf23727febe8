#include "ui/canvas.h"

#include "ui/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const TextStyle plain = {FACE_REGULAR, 100, .lines = 4, .leading = 1};

// Sets the text and gives its lines, joined by '|'; at size 100 a character is 55 units wide.
static char *set(Arena *arena, Rect box, TextStyle style, const char *text, Rect *used) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, 1920, 1080);
    Rect came_back = canvas_text(&canvas, box, style, text);
    if (used) *used = came_back;
    const char *lines = "";
    for (int i = 0; i < list.ops.count; i++) {
        lines = text_format(arena, "%s%s%s", lines, i ? "|" : "", list.ops.items[i].text);
    }
    return (char *)lines;
}

static void test_words_wrap(void **state) {
    (void)state;
    Arena arena = {0};
    Rect box = {100, 0, 560, 400}, used;
    assert_string_equal(set(&arena, box, plain, "one two three", &used), "one two|three");
    assert_true(used.x == 100 && used.width > 384 && used.width < 386 && used.height == 200);
    assert_string_equal(set(&arena, box, plain, "  one   two  ", NULL), "one   two");
    assert_string_equal(set(&arena, box, plain, "", &used), "");
    assert_true(used.height == 0);
    arena_free(&arena);
}

static void test_text_shrinks_before_it_is_cut(void **state) {
    (void)state;
    Arena arena = {0};
    TextStyle style = plain;
    Rect box = {0, 0, 560, 100};
    assert_string_equal(set(&arena, box, style, "one two three", NULL), "one two t…"); // the box has one line
    style.smallest = 50;
    assert_string_equal(set(&arena, box, style, "one two three", NULL), "one two three");
    style.lines = 1;
    box.height = 1000;
    assert_string_equal(set(&arena, box, style, "one two three", NULL), "one two three");
    arena_free(&arena);
}

static void test_a_cut_keeps_characters_whole(void **state) {
    (void)state;
    Arena arena = {0};
    TextStyle style = plain;
    style.lines = 1;
    assert_string_equal(set(&arena, (Rect){0, 0, 230, 100}, style, "ßßßßßßß", NULL), "ßßß…");
    assert_string_equal(set(&arena, (Rect){0, 0, 230, 100}, style, "ab cdefg", NULL), "ab…");
    assert_string_equal(set(&arena, (Rect){0, 0, 10, 100}, style, "abc", NULL), "…");
    arena_free(&arena);
}

static void test_centred_lines_are_about_equally_long(void **state) {
    (void)state;
    Arena arena = {0};
    TextStyle style = plain;
    Rect box = {0, 0, 1000, 400};
    assert_string_equal(set(&arena, box, style, "one two three four five", NULL), "one two three four|five");
    style.align = ALIGN_CENTRE;
    assert_string_equal(set(&arena, box, style, "one two three four five", NULL), "one two three|four five");
    arena_free(&arena);
}

static void test_lines_are_placed_in_their_box(void **state) {
    (void)state;
    Arena arena = {0};
    TextStyle style = plain;
    Rect box = {0, 50, 900, 300}, used;
    for (Place place = PLACE_TOP; place <= PLACE_BOTTOM; place++) {
        style.place = place;
        set(&arena, box, style, "one", &used);
        assert_true(used.y == 50 + 100 * (float)place);
    }
    style.align = ALIGN_RIGHT;
    set(&arena, box, style, "one", &used);
    assert_true(used.x > 734 && used.x < 736);
    arena_free(&arena);
}

static void test_units_fit_every_window(void **state) {
    (void)state;
    DrawList list = {0};
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        Canvas canvas = canvas_make(&list, fixture_measure, size->width, size->height);
        assert_true(canvas.tall == (size->height > size->width));
        assert_true(canvas.width >= (canvas.tall ? 1079.9f : 1919.9f));
        assert_true(canvas.height >= (canvas.tall ? 1919.9f : 1079.9f));
    }
}

static void test_shapes_lie_on_pixels(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    Canvas canvas = canvas_make(&list, fixture_measure, 1280, 720);
    canvas_box(&canvas, (Rect){10, 10, 100, 10}, 50, (Colour){0});
    canvas_box(&canvas, (Rect){110, 10, 100, 10}, 50, (Colour){0});
    const DrawOp *a = &list.ops.items[0], *b = &list.ops.items[1];
    assert_true(a->rect.x == 7 && a->rect.x + a->rect.width == b->rect.x); // no gap, no overlap
    assert_true(a->radius == a->rect.height / 2);
    canvas_ring(&canvas, (Rect){0, 0, 100, 100}, 10, 0.33333f, (Colour){0});
    canvas_ring(&canvas, (Rect){0, 0, 100, 100}, 10, 0.33338f, (Colour){0});
    canvas_ring(&canvas, (Rect){0, 0, 100, 100}, 10, 7, (Colour){0});
    const DrawOp *rings = &list.ops.items[2];
    assert_true(rings[0].turn == rings[1].turn && rings[2].turn == 1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_wrap),
        cmocka_unit_test(test_text_shrinks_before_it_is_cut),
        cmocka_unit_test(test_a_cut_keeps_characters_whole),
        cmocka_unit_test(test_centred_lines_are_about_equally_long),
        cmocka_unit_test(test_lines_are_placed_in_their_box),
        cmocka_unit_test(test_units_fit_every_window),
        cmocka_unit_test(test_shapes_lie_on_pixels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
