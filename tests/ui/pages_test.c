#include "ui/fixture.h"
#include "ui/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { MANY = 12 };

static const char *const problems[] = {
    "routines/morning.routine:7:8: no move is called 'cat-caw'",
    "routines/evening.routine:3:1: a duration needs a unit",
    "routines/plans/mine.plan:1:1: no routine is called 'evening'",
    "assets/moves/own.move:9:3: no joint is called 'hipp'",
    "assets/moves/other.move:1:1: a move begins with its name",
};

// Routines that begin with a sentence, then a clam.
static Library *make_library(Arena *arena, int count) {
    Library *library = arena_new(arena, Library, 1);
    Move *clam = arena_new(arena, Move, 1);
    *clam = (Move){.id = "clam", .name = "Clam"};
    for (int i = 0; i < count; i++) {
        Routine *routine = arena_new(arena, Routine, 1);
        *routine = (Routine){.name = text_format(arena, "Hips and glutes, part %d", i + 1)};
        if (i % 3 != 1) routine->about = "Loosens the front of the hips, then wakes up the glutes.";
        Section *section = list_push(arena, &routine->sections);
        *list_push(arena, &section->steps) = (Step){.kind = STEP_SAY, .say = "Welcome."};
        *list_push(arena, &section->steps) = (Step){.kind = STEP_EXERCISE, .exercise.move = clam};
        *list_push(arena, &library->routines) = routine;
    }
    return library;
}

static DrawList draw_chooser(Arena *arena, int routines, int focus, int problem_count, int width, int height) {
    static const int minutes[MANY] = {18, 7, 0, 120, 12, 9, 5, 5, 5, 5, 5, 5};
    ChooserState state = {.library = make_library(arena, routines), .minutes = minutes, .focus = focus, .problems = problems,
                          .problem_count = problem_count, .sheets = fixture_sheets, .theme = &theme_light};
    if (problem_count > 3) state.toast = "No sound device could be opened, so the session is silent.";
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    chooser_draw(&canvas, &state);
    return list;
}

static DrawList draw_finish(Arena *arena, int minutes, int exercises, int width, int height) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    FinishState state = {"Hips and glutes", minutes, exercises, exercises, .hint = "Enter leaves.", .theme = &theme_light};
    finish_draw(&canvas, &state);
    return list;
}

static void test_pages_are_drawn_as_kept(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = draw_chooser(&arena, 3, 0, 2, 1920, 1080);
    assert_golden_list("tests/ui/golden/chooser.txt", &list);
    list = draw_finish(&arena, 18, 9, 1920, 1080);
    assert_golden_list("tests/ui/golden/finish.txt", &list);
    arena_free(&arena);
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        Arena arena = {0};
        for (int problem_count = 0; problem_count <= 5; problem_count += 5) {
            for (int focus = 0; focus < MANY; focus += 4) {
                DrawList list = draw_chooser(&arena, MANY, focus, problem_count, size->width, size->height);
                assert_tidy(&list, size->width, size->height, false);
                assert_false(list_shows(&list, "…"));
                assert_true(list_shows(&list, text_format(&arena, "part %d", focus + 1))); // scrolled into sight
            }
        }
        DrawList list = draw_finish(&arena, 120, 24, size->width, size->height);
        assert_tidy(&list, size->width, size->height, false);
        arena_free(&arena);
    }
}

static void test_the_first_screen_is_honest(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = draw_chooser(&arena, 2, 0, 5, 1280, 720);
    assert_true(list_shows(&list, "These exercises help many people with ordinary back pain."));
    assert_true(list_shows(&list, "They do not diagnose anything. They must never be painful."));
    assert_true(list_shows(&list, "cat-caw"));
    assert_true(list_shows(&list, "and 2 more"));
    assert_true(list_shows(&list, "18 min"));
    list = draw_chooser(&arena, 0, 0, 0, 1280, 720);
    assert_true(list_shows(&list, "No routine was found."));
    assert_false(list_shows(&list, "Left out"));
    arena_free(&arena);
}

static void test_the_last_screen_counts_what_was_done(void **state) {
    (void)state;
    Arena arena = {0};
    DrawList list = draw_finish(&arena, 1, 1, 1280, 720);
    assert_true(list_shows(&list, "minute"));
    assert_false(list_shows(&list, "minutes"));
    list = draw_finish(&arena, 0, 0, 1280, 720);
    assert_false(list_shows(&list, "Well done"));
    arena_free(&arena);
}

static void assert_readable(const Theme *theme) {
    const Colour strong[] = {theme->focus, theme->right, theme->amber, theme->wrong};
    for (int edge = 0; edge < 2; edge++) {
        Colour paper = edge ? theme->paper_edge : theme->paper;
        assert_true(colour_contrast(theme->ink, paper) >= 7);
        assert_true(colour_contrast(theme->soft_ink, paper) >= 4.5);
        for (int group = 0; group < GROUP_COUNT; group++) assert_true(colour_contrast(theme->groups[group], paper) >= 3);
        for (int i = 0; i < 4; i++) assert_true(colour_contrast(strong[i], paper) >= 3);
    }
    assert_true(colour_contrast(theme->ink, theme->panel) >= 7);
    assert_true(colour_contrast(theme->soft_ink, theme->panel) >= 4.5);
    for (int group = 0; group < GROUP_COUNT; group++) assert_true(colour_contrast(theme->white, theme->groups[group]) >= 4.5);
    for (int i = 0; i < 4; i++) assert_true(colour_contrast(theme->white, strong[i]) >= 4.5);
}

static void test_text_can_be_read(void **state) {
    (void)state;
    assert_readable(&theme_light);
    assert_readable(&theme_dark);
    assert_true(colour_contrast((Colour){0, 0, 0, 255}, theme_light.white) > 20.9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_are_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_the_first_screen_is_honest),
        cmocka_unit_test(test_the_last_screen_counts_what_was_done),
        cmocka_unit_test(test_text_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
