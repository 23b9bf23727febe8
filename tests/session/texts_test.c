// The list of everything that is spoken.
#include "session/anew.h"
#include "session/texts.h"

#include <stdio.h>

static Library library;
static TextList texts;

// A library of the small routine and its moves.
static int set_up(void **state) {
    fixture_set_up(state);
    library = (Library){0};
    for (int i = 0; i < FIXTURE_MOVES; i++) *list_push(&fixture.arena, &library.moves) = &fixture.moves[i];
    *list_push(&fixture.arena, &library.routines) = &fixture.routine;
    return 0;
}

static bool has(const char *text) {
    for (int i = 0; i < texts.items.count; i++) {
        if (strcmp(texts.items.items[i], text) == 0) return true;
    }
    return false;
}

static void test_the_list_is_sorted_and_has_nothing_twice(void **state) {
    (void)state;
    session_texts(&fixture.arena, &library, &texts);
    assert_true(texts.items.count > 150);
    for (int i = 1; i < texts.items.count; i++) assert_true(strcmp(texts.items.items[i - 1], texts.items.items[i]) < 0);
}

static void test_moves_are_there_for_both_sides(void **state) {
    (void)state;
    static const char *const expected[] = {
        "Clam.", "Clam, left side.", "Clam, right side.", "Next: Clam.", "Bridge.",
        "Feel the front of your right hip.", "Feel the front of your left hip.",
        "Kneel on your right knee, left foot in front.", "Kneel on your left knee, right foot in front.",
        "Hold a chair.", "Notice how your hips feel.", // of the routine
    };
    session_texts(&fixture.arena, &library, &texts);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        if (!has(expected[i])) fail_msg("'%s' is not in the list", expected[i]);
    }
    assert_false(has("Bridge, left side."));
}

static void test_an_easier_form_is_said_of_both_sides(void **state) {
    (void)state;
    Move *hip = &fixture.moves[FIXTURE_HIP], *bridge = &fixture.moves[FIXTURE_BRIDGE], *clam = &fixture.moves[FIXTURE_CLAM];
    hip->easier = (Form){.words = "Right hand on a chair."};
    bridge->easier = (Form){.id = "clam"};
    assert_string_equal(session_easier(&fixture.arena, &library, hip, RIGHT), "Easier: Right hand on a chair.");
    assert_string_equal(session_easier(&fixture.arena, &library, hip, LEFT), "Easier: Left hand on a chair.");
    assert_string_equal(session_easier(&fixture.arena, &library, bridge, RIGHT), "Easier: Clam.");
    assert_null(session_easier(&fixture.arena, NULL, bridge, RIGHT));
    assert_null(session_easier(&fixture.arena, &library, clam, RIGHT));
    session_texts(&fixture.arena, &library, &texts);
    assert_true(has("Easier: Right hand on a chair."));
    assert_true(has("Easier: Left hand on a chair."));
    assert_true(has("Easier: Clam."));
}

static void test_what_any_routine_may_need_is_there(void **state) {
    (void)state;
    static const char *const expected[] = {
        "One.", "Thirty-seven.", "Sixty.", "Last one.", "Half way.", "Now the left side.", "Now the right side.", "Rest.",
        "Rest. Five seconds.", "Rest. Fifty-five seconds.", "Rest. One minute.", "Rest. One minute, fifteen seconds.",
        "Rest. Five minutes.", "Next: set two of two.", "Next: set six of six, left side.", "Round two of three.",
        "That is it. Well done.",
    };
    library = (Library){0};
    session_texts(&fixture.arena, &library, &texts);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        if (!has(expected[i])) fail_msg("'%s' is not in the list", expected[i]);
    }
    assert_false(has("Sixty-one."));
}

// However long the voice takes: what is left out with one is in the list, and so is what is said instead.
static int quick(const void *context, const char *text) {
    (void)text;
    return *(const int *)context;
}

static void test_sessions_say_nothing_else(void **state) {
    (void)state;
    static const int lengths_ms[] = {1, 400, 900, 2500, 6000};
    session_texts(&fixture.arena, &library, &texts);
    for (size_t i = 0; i < sizeof lengths_ms / sizeof *lengths_ms; i++) {
        SessionOptions options = {.level = LEVEL_B1, .speech_ms = quick, .speech_context = &lengths_ms[i]};
        Session session;
        Error error;
        assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
        int spoken = 0;
        for (int cue = 0; cue < session.cues.count; cue++) {
            const char *text = session.cues.items[cue].text;
            if (!text) continue;
            if (!has(text)) fail_msg("'%s' is not in the list", text);
            spoken++;
        }
        assert_true(spoken > 5);
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_list_is_sorted_and_has_nothing_twice),
        TEST(test_moves_are_there_for_both_sides),
        TEST(test_an_easier_form_is_said_of_both_sides),
        TEST(test_what_any_routine_may_need_is_there),
        TEST(test_sessions_say_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
