#include "ui/rows.h"
#include "ui/fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const Rect area = {100, 200, 600, 340}; // three rows of 100 with 20 between them

static void test_the_focused_row_is_always_shown(void **state) {
    (void)state;
    for (int count = 0; count < 9; count++) {
        for (int focus = 0; focus < count; focus++) {
            Rows rows = rows_fit(area, 100, 20, count, focus);
            assert_int_equal(rows.shown, count < 3 ? count : 3);
            assert_true(rows.first >= 0 && rows.first + rows.shown <= count);
            assert_true(focus >= rows.first && focus < rows.first + rows.shown);
        }
    }
    assert_int_equal(rows_fit(area, 100, 20, 0, 0).shown, 0);
}

static void test_rows_lie_one_below_the_other(void **state) {
    (void)state;
    Rows rows = rows_fit(area, 100, 20, 8, 4);
    assert_int_equal(rows.first, 3);
    Rect first = rows_place(&rows, 3), last = rows_place(&rows, 5);
    assert_true(first.x == 100 && first.y == 200 && first.width == 600 && first.height == 100);
    assert_true(last.y + last.height == area.y + area.height);
    assert_int_equal(rows_fit((Rect){0, 0, 600, 339}, 100, 20, 8, 4).shown, 2);
}

static void test_where_one_is_is_said_when_some_are_hidden(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = {.arena = &arena};
    Canvas canvas = canvas_make(&list, fixture_measure, 1920, 1080);
    Rows all = rows_fit(area, 100, 20, 3, 1), some = rows_fit(area, 100, 20, 8, 4);
    rows_draw_where(&canvas, &theme_light, area, &all);
    assert_int_equal(list.ops.count, 0);
    rows_draw_where(&canvas, &theme_light, area, &some);
    assert_true(list_shows_just(&list, "5 of 8"));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_focused_row_is_always_shown),
        cmocka_unit_test(test_rows_lie_one_below_the_other),
        cmocka_unit_test(test_where_one_is_is_said_when_some_are_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
