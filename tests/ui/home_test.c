#include "ui/fixture.h"
#include "ui/home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { DAYS = 28, TODAY = 9 };

static const char FRAMING[] = "These exercises help many people with ordinary back pain. They do not diagnose anything. "
                              "They must never be painful.";

static Calendar month(void) {
    static CalendarDay days[DAYS];
    for (int i = 0; i < DAYS; i++) {
        days[i].number = i + 1;
        days[i].kind = i % 7 == 6 ? DAY_REST : i % 2 ? DAY_STRETCH : DAY_STRENGTH;
        days[i].state = i < TODAY ? DAY_DONE : i == TODAY ? DAY_TODAY : DAY_AHEAD;
    }
    days[3].state = DAY_MISSED;
    return (Calendar){days, DAYS};
}

static HomeState day_ten(void) {
    return (HomeState){
        .over = "Beginner, 4 weeks  ·  week 2 of 4, day 3", .title = "Hips and glutes",
        .facts = "18 minutes  ·  9 exercises  ·  a mat, a wall, a chair",
        .why = "You were a little sore. That is the aim after exercise.",
        .buttons = {"Start", "Stretch only", "Plans", "Progress", "More"}, .button_count = 5, .nav_from = 2,
        .feeling = "Soreness last time: 3 of 10. Right on target.", .calendar = month(), .framing = FRAMING,
        .sheets = fixture_sheets, .theme = &theme_light,
    };
}

static HomeState longest(void) {
    HomeState home = day_ten();
    home.over = "One hip higher, for who is advanced  ·  week 4 of 4, day 7  ·  Somebody with a long name";
    home.title = "Shoulders, neck and everything that sits at a desk";
    home.facts = "120 minutes  ·  24 exercises  ·  a mat, a wall, a chair, a strap, a band, a roller, a ball, a towel, a cushion";
    home.why = "Your pain was two more than is usual for you, the second day in a row, so today is gentle: tilts and knees to the "
               "chest, only if they ease. Call your doctor in the next days.";
    home.buttons[1] = "Something feels wrong", home.buttons[5] = "Another person", home.button_count = 6;
    return home;
}

static DrawList drawn(Arena *arena, const HomeState *state, int width, int height) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    home_draw(&canvas, state);
    return list;
}

static void test_home_is_drawn_as_kept(void **state) {
    (void)state;
    Arena arena = {0};
    HomeState home = day_ten();
    DrawList list = drawn(&arena, &home, 1920, 1080);
    assert_golden_list("tests/ui/golden/home.txt", &list);
    arena_free(&arena);
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    const HomeState welcome = {.title = "Welcome", .buttons = {"Beginner"}, .button_count = 1, .theme = &theme_light};
    const HomeState homes[] = {day_ten(), longest(), welcome};
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        for (int i = 0; i < 3; i++) {
            Arena arena = {0};
            DrawList list = drawn(&arena, &homes[i], size->width, size->height);
            assert_tidy(&list, size->width, size->height, false);
            arena_free(&arena);
        }
    }
}

static void test_what_a_colour_says_a_shape_says_too(void **state) {
    (void)state;
    Arena arena = {0};
    CalendarDay days[] = {{DAY_STRETCH, DAY_AHEAD}, {DAY_STRETCH, DAY_MISSED}, {DAY_REST, DAY_AHEAD}};
    int ops[3];
    float radius[3];
    for (int i = 0; i < 3; i++) {
        DrawList list = {.arena = &arena};
        Canvas canvas = canvas_make(&list, fixture_measure, 1920, 1080);
        calendar_draw(&canvas, &theme_light, (Rect){0, 0, 1000, 200}, &(Calendar){&days[i], 1});
        ops[i] = list.ops.count;
        radius[i] = list.ops.items[0].radius;
    }
    assert_true(ops[1] > ops[0]);     // a stroke
    assert_true(radius[2] > radius[0]); // round
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_home_is_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_what_a_colour_says_a_shape_says_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
