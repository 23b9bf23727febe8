#include "session/demo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

// Up in two seconds, a hold, down in three.
static Move *make_bridge(Arena *arena) {
    Move *move = arena_new(arena, Move, 1);
    *move = (Move){.id = "bridge", .name = "Bridge", .clip.id = "bridge"};
    static const Phase phases[] = {{.name = "lift", .from = 0, .to = 1, .duration_ms = 2000},
                                   {.name = "hold", .from = 1, .to = 1, .is_hold = true},
                                   {.name = "lower", .from = 1, .to = 0, .duration_ms = 3000}};
    for (int i = 0; i < 3; i++) *list_push(arena, &move->clip.phases) = phases[i];
    list_push(arena, &move->clip.poses)->name = "START";
    list_push(arena, &move->clip.poses)->name = "END";
    return move;
}

static void test_a_move_is_shown_over_and_over(void **state) {
    (void)state;
    Arena arena = {0};
    const Session *demo = session_demo(&arena, make_bridge(&arena), LEFT);
    FigureView figure = session_demo_view(demo, 1000);
    assert_true(figure.is_motion && figure.mirrored);
    assert_string_equal(figure.to, "END");
    assert_true(figure.position == 0.5);
    figure = session_demo_view(demo, 4000);
    assert_false(figure.is_motion);
    assert_string_equal(figure.from, "END");
    figure = session_demo_view(demo, 6500);
    assert_string_equal(figure.to, "START");
    figure = session_demo_view(demo, (double)demo->length_ms - 10); // at rest
    assert_false(figure.is_motion);
    assert_string_equal(figure.from, "START");
    for (int round = 1; round < 5; round++) {
        FigureView later = session_demo_view(demo, 1000.0 + (double)(round * demo->length_ms));
        assert_true(later.is_motion && later.position == 0.5);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_move_is_shown_over_and_over)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
