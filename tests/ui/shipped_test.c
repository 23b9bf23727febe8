// Every shipped routine from end to end on the play screen, with the words it really has.
#include "ui/fixture.h"
#include "ui/ui.h"

#include "support/shipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static UiOutput step(Ui *ui, WindowSize size, double elapsed_ms, Arena *frame) {
    UiInput input = {.elapsed_ms = elapsed_ms, .width = size.width, .height = size.height, .has_sound = true,
                     .measure = fixture_measure, .sheets = fixture_sheets};
    arena_reset(frame);
    return ui_step(ui, &input, frame);
}

static void assert_nothing_cut(const DrawList *list, const char *routine) {
    for (int i = 0; i < list->ops.count; i++) {
        const char *text = list->ops.items[i].text;
        if (text && strstr(text, "…")) fail_msg("%s: cut: %s", routine, text);
    }
}

static void play_through(const Library *library, const Routine *routine, WindowSize size) {
    Arena arena = {0}, frame = {0};
    Session session = {0};
    Error error;
    SessionOptions options = {.level = routine->level, .library = library};
    if (!session_compile(&arena, routine, &options, &session, &error)) fail_msg("%s: %s", routine->id, error.sentence);
    UiOptions ui_options = {.library = library, .session = &session, .tempo = 1};
    Ui *ui = ui_make(&arena, &ui_options);
    int steps = 0;
    for (; ui_screen(ui) == SCREEN_PLAY; steps++) {
        UiOutput out = step(ui, size, 900, &frame);
        assert_tidy(&out.list, size.width, size.height, false);
        assert_nothing_cut(&out.list, routine->id);
    }
    assert_int_equal(steps, (session.length_ms + 899) / 900);
    arena_free(&frame);
    arena_free(&arena);
}

static void test_every_routine_is_tidy_from_end_to_end(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    assert_true(shipped_read(&arena, &library));
    const WindowSize sizes[] = {{1280, 720}, {1080, 1920}, {1024, 768}};
    for (int i = 0; i < library.routines.count; i++) {
        for (int j = 0; j < 3; j++) play_through(&library, library.routines.items[i], sizes[j]);
    }
    arena_free(&arena);
}

static void test_the_first_screen_says_how_long_each_takes(void **state) {
    (void)state;
    Arena arena = {0}, frame = {0};
    Library library = {0};
    assert_true(shipped_read(&arena, &library));
    UiOptions options = {.library = &library, .tempo = 1};
    Ui *ui = ui_make(&arena, &options);
    UiOutput out = step(ui, (WindowSize){1920, 1080}, 0, &frame);
    int names = 0, minutes = 0;
    for (int i = 0; i < out.list.ops.count; i++) {
        const char *text = out.list.ops.items[i].text;
        const char *unit = text ? strstr(text, " min") : NULL;
        if (unit) minutes += strcmp(unit, " min") == 0;
        for (int j = 0; text && j < library.routines.count; j++) {
            names += strcmp(text, library.routines.items[j]->name) == 0;
        }
    }
    assert_true(names > 0);
    assert_int_equal(minutes, names);
    assert_nothing_cut(&out.list, "first screen");
    arena_free(&frame);
    arena_free(&arena);
}

// There are more routines than rows: the chosen one is always among those that are shown.
static void test_the_first_screen_goes_with_the_choice(void **state) {
    (void)state;
    Arena arena = {0}, frame = {0};
    Library library = {0};
    assert_true(shipped_read(&arena, &library));
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        UiOptions options = {.library = &library, .tempo = 1};
        Ui *ui = ui_make(&arena, &options);
        for (int i = 0; i < library.routines.count; i++) {
            Key down = {.name = "Down"};
            UiInput input = {.keys = &down, .key_count = i ? 1 : 0, .width = size->width, .height = size->height,
                             .has_sound = true, .measure = fixture_measure, .sheets = fixture_sheets};
            arena_reset(&frame);
            UiOutput out = ui_step(ui, &input, &frame);
            assert_tidy(&out.list, size->width, size->height, false);
            assert_nothing_cut(&out.list, library.routines.items[i]->id);
            if (!list_shows_just(&out.list, library.routines.items[i]->name)) {
                fail_msg("%s is chosen and not shown at %d x %d", library.routines.items[i]->id, size->width, size->height);
            }
        }
    }
    arena_free(&frame);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_routine_is_tidy_from_end_to_end),
        cmocka_unit_test(test_the_first_screen_says_how_long_each_takes),
        cmocka_unit_test(test_the_first_screen_goes_with_the_choice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
