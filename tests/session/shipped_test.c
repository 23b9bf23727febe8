// Every routine that comes with Limber, at every level it can be played at.
#include "session/properties.h"
#include "session/route.h"

#include "support/golden.h"
#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static Session compile(const char *id, Level level) {
    const Routine *routine = library_routine(&library, text_of(id));
    if (!routine) fail_msg("no routine is called '%s'", id);
    Session session;
    Error error;
    if (!session_compile(&arena, routine, &(SessionOptions){.level = level, .library = &library}, &session, &error)) {
        fail_msg("%s", error.sentence);
    }
    return session;
}

static void test_properties_hold_for_all_routines(void **state) {
    (void)state;
    assert_true(library.routines.count > 0);
    int sessions = 0;
    for (int i = 0; i < library.routines.count; i++) {
        const Routine *routine = library.routines.items[i];
        for (int level = 0; level < LEVEL_COUNT; level++) {
            Session session;
            Error error;
            bool done = session_compile(&arena, routine, &(SessionOptions){.level = (Level)level, .library = &library}, &session, &error);
            if (!done && level == (int)routine->level) fail_msg("%s", error.sentence);
            if (!done) continue;
            assert_properties(&session);
            sessions++;
        }
    }
    assert_true(sessions >= library.routines.count);
}

// Nobody waits longer than a routine says, and twenty minutes are about twenty minutes.
static void test_routines_last_what_they_say(void **state) {
    (void)state;
    for (int i = 0; i < library.routines.count; i++) {
        const Routine *routine = library.routines.items[i];
        Session session = compile(routine->id, routine->level);
        double minutes = (double)session.length_ms / 60000;
        if (routine->minutes && minutes > routine->minutes + 1) {
            fail_msg("%s says %d minutes and lasts %.1f", routine->id, routine->minutes, minutes);
        }
    }
    Session session = compile("twenty-minutes", LEVEL_B1);
    assert_in_range(session.length_ms, 18 * 60000, 21 * 60000);
}

// From everywhere to everywhere, the right way round, in at most half a minute.
static void test_there_is_a_way_between_all_positions(void **state) {
    (void)state;
    for (int i = 0; i < 4 * POSITION_COUNT * POSITION_COUNT; i++) {
        Position from = (Position)(i / 4 % POSITION_COUNT), to = (Position)(i / 4 / POSITION_COUNT);
        if (from == to) continue;
        Leg legs[ROUTE_LEGS_MAX];
        int count = route_find(&library, from, i % 2, to, i / 2 % 2, legs), ms = 0;
        for (int leg = 0; leg < count; leg++) ms += route_way_ms(legs[leg].way);
        if (!count || ms > 30000) fail_msg("%s to %s: %d legs, %d ms", position_names[from], position_names[to], count, ms);
        const Way *last = legs[count - 1].way;
        int end = !legs[count - 1].backwards;
        assert_int_equal(last->ends[end], to);
        bool is_uneven = to == LYING_SIDE || to == HALF_KNEELING; // elsewhere the last step may be the view's
        if (is_uneven) assert_int_equal(last->mirrored[end] != legs[count - 1].mirrored, i / 2 % 2);
    }
}

// Who lies on one side rolls over, who kneels on one knee changes it; others are seen from the other side.
static void test_sides_are_changed_by_moving(void **state) {
    (void)state;
    for (int i = 0; i < 2 * POSITION_COUNT; i++) {
        Position position = (Position)(i / 2);
        Leg legs[ROUTE_LEGS_MAX];
        int count = route_find(&library, position, i % 2, position, !(i % 2), legs);
        bool moves = position == LYING_SIDE || position == HALF_KNEELING;
        assert_int_equal(count, moves ? 2 : 0);
        if (!moves) continue;
        assert_ptr_equal(legs[0].way, legs[1].way);
        assert_string_equal(legs[0].way->id, position == LYING_SIDE ? "roll-over" : "one-foot-forward");
        assert_true(legs[0].backwards && !legs[1].backwards && legs[0].mirrored == i % 2 && legs[1].mirrored != i % 2);
        assert_true(!legs[0].turns_view && legs[1].turns_view);
    }
}

// A person with closed eyes hears every stage of every way, there and back.
static void test_every_stage_is_said(void **state) {
    (void)state;
    for (int i = 0; i < library.ways.count; i++) {
        const Way *way = library.ways.items[i];
        const Phase *phases = way->clip.phases.items;
        int silent = 0;
        for (int n = 0; n < way->clip.phases.count; n++) {
            if (!way_saying(way, phases[n].back)) fail_msg("%s does not say '%s'", way->id, phases[n].back);
            silent += !way_saying(way, phases[n].name);
        }
        assert_true(way_saying(way, phases[0].name));
        assert_true(silent <= 1); // one word may tell two short stages
    }
}

static void assert_dump(const char *id, Level level, void (*dump)(const Session *, TextBuilder *), const char *ending) {
    Session session = compile(id, level);
    TextBuilder text = {0};
    dump(&session, &text);
    char path[128];
    snprintf(path, sizeof path, "tests/session/golden/%s-%s.%s", id, level_names[level], ending);
    assert_golden_text(path, builder_text(&text));
    builder_free(&text);
}

static void test_dumps(void **state) {
    (void)state;
    assert_dump("hips-and-glutes", LEVEL_B1, session_dump, "txt");
    assert_dump("hips-and-glutes", LEVEL_B1, session_dump_json, "json");
    assert_dump("strong-seat", LEVEL_A1, session_dump, "txt");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_properties_hold_for_all_routines),
        cmocka_unit_test(test_routines_last_what_they_say),
        cmocka_unit_test(test_there_is_a_way_between_all_positions),
        cmocka_unit_test(test_sides_are_changed_by_moving),
        cmocka_unit_test(test_every_stage_is_said),
        cmocka_unit_test(test_dumps),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
