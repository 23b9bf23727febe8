#include "support/shipped.h"
#include "ui/plans.h"
#include "ui/plans_page.h"
#include "ui/seat.h"

static DrawList drawn(Arena *arena, const PlansState *state, int width, int height) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    plans_draw(&canvas, state);
    return list;
}

static void test_plans_are_drawn_as_kept(void **state) {
    (void)state;
    Arena arena = {0};
    Library library;
    assert_true(shipped_read(&arena, &library));
    PlansState plans = {.library = &library, .focus = 1, .theme = &theme_light};
    DrawList list = drawn(&arena, &plans, 1920, 1080);
    assert_golden_list("tests/ui/golden/plans.txt", &list);
    arena_free(&arena);
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    Arena library_arena = {0};
    Library library;
    assert_true(shipped_read(&library_arena, &library));
    static CalendarDay days[28];
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        for (int focus = 0; focus < library.plans.count; focus++) {
            Arena arena = {0};
            PlansState plans = {.library = &library, .focus = focus, .running = library.plans.items[0],
                                .calendar = {days, 28}, .theme = &theme_light};
            DrawList list = drawn(&arena, &plans, size->width, size->height);
            assert_tidy(&list, size->width, size->height, false);
            for (int op = 0; op < list.ops.count; op++)
                assert_true(!list.ops.items[op].text || !strstr(list.ops.items[op].text, "…"));
            arena_free(&arena);
        }
    }
    arena_free(&library_arena);
}

static void test_days_have_their_kind(void **state) {
    (void)state;
    Arena arena = {0};
    Library library;
    assert_true(shipped_read(&arena, &library));
    assert_int_equal(plans_day_kind(library_routine(&library, text_of("b-full"))), DAY_STRENGTH);
    assert_int_equal(plans_day_kind(library_routine(&library, text_of("b-stretch"))), DAY_STRETCH);
    assert_int_equal(plans_day_kind(NULL), DAY_REST);
    arena_free(&arena);
}

// A plan for both begins at the level of whoever chose it last: the first of the diary were advanced, now a beginner plays.
static void test_the_newest_level_counts(void **state) {
    (void)state;
    static const Level levels[] = {LEVEL_A1, LEVEL_B1};
    Seat seat = {.now = {.at_ms = 20000 * INT64_C(86400000), .day = 20000}};
    assert_true(shipped_read(&seat.arena, &seat.library));
    UiOptions options = {.library = &seat.library, .diary = &seat.diary, .write = write_down, .diary_owner = &seat, .tempo = 1};
    seat.ui = ui_make(&seat.arena, &options);
    for (int i = 0; i < 2; i++) {
        write_down(&seat, &(Entry){.kind = ENTRY_LEVEL, .moment = seat.now, .level = levels[i]});
        press(&seat, NULL);
        UiOutput out = {.list.arena = &seat.frame};
        plans_open(seat.ui, &out);
        for (int k = 0; k < seat.library.plans.count; k++) press(&seat, "Up");
        for (int k = 0; strcmp(seat.library.plans.items[k]->id, "focus-tilt"); k++) press(&seat, "Down");
        press(&seat, "Return");
        press(&seat, "1"); // today
        press(&seat, NULL);
        const Entry *start = diary_newest(&seat.diary, ENTRY_PLAN_START);
        assert_string_equal(start->id, "focus-tilt");
        assert_int_equal(start->level, levels[i]);
    }
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plans_are_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_days_have_their_kind),
        cmocka_unit_test(test_the_newest_level_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
