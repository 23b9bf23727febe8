#include "ui/chart.h"
#include "ui/fixture.h"
#include "ui/progress_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { MONTH = 28, TEN_YEARS = 3653, CHECKS = 10 };

static const CheckRow checks[CHECKS] = {
    {"Bridge hold", "18 s", "30 s", true, false}, {"One-leg stand", "hips level", "hips level", false, false},
    {"Bed-edge test", "thigh above level", "thigh above level", true, true}, {"Chair figure four", "strong pull", NULL, true, false},
    {"Wall gap", "a fist", "a flat hand", true, false}, {"Hip-bone hands", "level", "level", false, false},
    {"90/90 knee", "bent", "nearly straight", true, false}, {"Knee to wall", "heel lifts", "heel stays", true, false},
    {"Wall head and shoulders", NULL, NULL, false, false}, {"Heel taps", "back lifts", "back stays down", true, false},
};

static Calendar month(void) {
    static CalendarDay days[MONTH];
    for (int i = 0; i < MONTH; i++)
        days[i] = (CalendarDay){i % 7 == 6 ? DAY_REST : i % 2 ? DAY_STRETCH : DAY_STRENGTH, i < 21 ? DAY_DONE : DAY_AHEAD, i + 1};
    return (Calendar){days, MONTH};
}

// Pain that goes from 6 to 2, some days not said; sore after every other day.
static ProgressState story(Arena *arena, int days, ProgressTab tab) {
    float *pain = arena_new(arena, float, days), *usual = arena_new(arena, float, days), *sore = arena_new(arena, float, days);
    float *level = arena_new(arena, float, days), *minutes = arena_new(arena, float, days / 7);
    for (int i = 0; i < days; i++) {
        float part = (float)i / (float)days;
        pain[i] = i % 5 == 3 ? CHART_NONE : 6 - 4 * part + (float)(i % 3 - 1) * 0.7f;
        usual[i] = 6 - 4 * part;
        sore[i] = i % 2 ? 3 : i % 6 == 0 ? 7 : 5;
        level[i] = (float)(int)(4 * part);
    }
    for (int i = 0; i < days / 7; i++) minutes[i] = 40 + 25 * (float)(i % 4);
    return (ProgressState){.tab = tab, .headline = "Clearly better: usual pain went from 6 to 2.", .from = "1 Nov 2026",
                           .to = "28 Nov 2026", .expect = "This is when results usually show.", .days = days,
                           .pain = pain, .usual = usual, .soreness = sore,
                           .level = level, .pain_at_start = 6, .weeks = days / 7, .minutes = minutes, .streak = 12,
                           .sessions = 21, .week_done = 2, .week_planned = 3,
                           .week = "A good week: the next one is a level up.", .calendar = month(),
                           .checks = checks, .check_count = CHECKS, .theme = &theme_light};
}

static DrawList drawn(Arena *arena, const ProgressState *state, int width, int height) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    progress_draw(&canvas, state);
    return list;
}

static void test_progress_is_drawn_as_kept(void **state) {
    (void)state;
    static const char *const paths[] = {"tests/ui/golden/progress-felt.txt", "tests/ui/golden/progress-did.txt",
                                         "tests/ui/golden/progress-checks.txt"};
    for (int tab = 0; tab < PROGRESS_TABS; tab++) {
        Arena arena = {0};
        ProgressState progress = story(&arena, MONTH, (ProgressTab)tab);
        DrawList list = drawn(&arena, &progress, 1920, 1080);
        assert_golden_list(paths[tab], &list);
        arena_free(&arena);
    }
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    static const int spans[] = {0, 1, 3, MONTH, 400, TEN_YEARS};
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        for (int tab = 0; tab < PROGRESS_TABS; tab++) {
            for (int i = 0; i < 6; i++) {
                Arena arena = {0};
                ProgressState progress = story(&arena, spans[i], (ProgressTab)tab);
                DrawList list = drawn(&arena, &progress, size->width, size->height);
                assert_tidy(&list, size->width, size->height, false);
                arena_free(&arena);
            }
        }
    }
}

// What can be told apart has a limit, and so have the strokes that are drawn.
static void test_ten_years_take_no_more_strokes_than_fit(void **state) {
    (void)state;
    Arena arena = {0};
    ProgressState progress = story(&arena, TEN_YEARS, PROGRESS_FELT);
    DrawList list = drawn(&arena, &progress, 3840, 2160);
    assert_true(list.ops.count < 1200);
    arena_free(&arena);
}

static void test_a_line_is_broken_where_nothing_is_known(void **state) {
    (void)state;
    Arena arena = {0};
    float values[40];
    for (int i = 0; i < 40; i++) values[i] = i < 5 || i >= 30 ? 3 : CHART_NONE;
    DrawList list = {.arena = &arena};
    Canvas canvas = canvas_make(&list, fixture_measure, 1920, 1080);
    Chart chart = chart_begin(&canvas, &theme_light, (Rect){0, 0, 1000, 400}, 1, 10, 40, &(ChartFrame){0});
    int before = list.ops.count;
    chart_line(&canvas, &chart, values, 14, 4, theme_light.ink);
    assert_int_equal(list.ops.count - before, 15);
    float longest = 0;
    for (int i = before; i < list.ops.count; i++)
        if (list.ops.items[i].rect.width > longest) longest = list.ops.items[i].rect.width;
    assert_true(longest < 30); // from one day to the next, and none across the gap
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_progress_is_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_ten_years_take_no_more_strokes_than_fit),
        cmocka_unit_test(test_a_line_is_broken_where_nothing_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
