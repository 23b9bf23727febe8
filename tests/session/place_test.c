// Where one is in a session that was worked out anew.
#include "session/fixture.h"
#include "session/place.h"

static Fixture before, now;

static int set_up(void **state) {
    (void)state;
    fixture_make(&before);
    fixture_make(&now);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&before.arena);
    arena_free(&now.arena);
    return 0;
}

// The n-th segment of a kind and move.
static int segment_of(const Session *session, SegmentKind kind, const char *move, int n) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == kind && segment->move && strcmp(segment->move->id, move) == 0 && n-- == 0) return i;
    }
    fail_msg("there is no such segment of %s", move);
    return -1;
}

static double middle_of(const Session *session, int segment) {
    return (double)(session->segments.items[segment].start_ms + session->segments.items[segment].end_ms) / 2;
}

static void test_the_same_session_is_the_same_place(void **state) {
    (void)state;
    Session a = fixture_compile(&before), b = fixture_compile(&now);
    for (double at_ms = 0; at_ms < (double)a.length_ms; at_ms += 777) {
        double found_ms = place_of(&a, at_ms, &b);
        assert_true(found_ms > at_ms - 1 && found_ms < at_ms + 1);
    }
    for (int i = 0; i < a.segments.count; i++) assert_int_equal(place_counterpart(&a, i, &b), i);
}

// Other exercises before and behind it, other lengths: the same set of the same side of the same round, as far into it.
static void test_a_set_is_found_again(void **state) {
    (void)state;
    Section *section = &now.routine.sections.items[1];
    now.routine.sections.items[0].steps.items[0].exercise.dose.hold_ms = 45000;
    section->steps.items[1].exercise.dose.reps = 20;
    fixture_add(&now, section, FIXTURE_STAND, (Dose){1, 8, 0, 0});
    Session a = fixture_compile(&before), b = fixture_compile(&now);
    for (int n = 0; n < 4; n++) {
        int here = segment_of(&a, SEGMENT_WORK, "clam", n), there = segment_of(&b, SEGMENT_WORK, "clam", n);
        assert_int_equal(place_counterpart(&a, here, &b), there);
        double found_ms = place_of(&a, middle_of(&a, here), &b), wanted_ms = middle_of(&b, there);
        assert_true(found_ms > wanted_ms - 1 && found_ms < wanted_ms + 1);
    }
    int second = segment_of(&a, SEGMENT_WORK, "bridge-hold", 4); // set 2 of round 2
    assert_int_equal(place_counterpart(&a, second, &b), segment_of(&b, SEGMENT_WORK, "bridge-hold", 4));
}

static void test_a_set_that_is_no_more_leads_to_its_exercise(void **state) {
    (void)state;
    now.routine.sections.items[1].steps.items[0].exercise.dose.sets = 1;
    Session a = fixture_compile(&before), b = fixture_compile(&now);
    int third = segment_of(&a, SEGMENT_WORK, "bridge-hold", 2);
    assert_int_equal(place_counterpart(&a, third, &b), -1);
    int ready = segment_of(&b, SEGMENT_READY, "bridge-hold", 0);
    assert_true(place_of(&a, middle_of(&a, third), &b) == (double)b.segments.items[ready].start_ms);
}

static void test_an_exercise_that_is_no_more_leads_to_the_one_in_its_turn(void **state) {
    (void)state;
    now.routine.sections.items[1].steps.items[1] = now.routine.sections.items[1].steps.items[0];
    now.routine.sections.items[1].steps.items[1].exercise.move = &now.moves[FIXTURE_STAND];
    now.routine.sections.items[1].steps.items[1].exercise.dose = (Dose){1, 8, 0, 0};
    Session a = fixture_compile(&before), b = fixture_compile(&now);
    int clam = segment_of(&a, SEGMENT_WORK, "clam", 0), stand = segment_of(&b, SEGMENT_READY, "sit-to-stand", 0);
    assert_true(place_of(&a, middle_of(&a, clam), &b) == (double)b.segments.items[stand].start_ms);
    // Beyond what there is now: the last exercise.
    now.routine.sections.count = 1;
    Session c = fixture_compile(&now);
    int hip = segment_of(&c, SEGMENT_READY, "hip-flexor", 0);
    assert_true(place_of(&a, middle_of(&a, clam), &c) == (double)c.segments.items[hip].start_ms);
}

static void test_sentences_and_the_close_are_found(void **state) {
    (void)state;
    now.routine.sections.count--;
    fixture_say(&now, &now.routine.sections.items[0], "Notice how your hips feel.");
    Session a = fixture_compile(&before), b = fixture_compile(&now);
    for (int i = 0; i < a.segments.count; i++) {
        SegmentKind kind = a.segments.items[i].kind;
        if (kind != SEGMENT_SAY && kind != SEGMENT_CLOSE) continue;
        int found = place_counterpart(&a, i, &b);
        assert_true(found >= 0 && b.segments.items[found].kind == kind);
    }
    // Whatever the place, it is in the session.
    for (double at_ms = -5; at_ms < (double)a.length_ms + 5000; at_ms += 501) {
        double found_ms = place_of(&a, at_ms, &b);
        assert_true(found_ms >= 0 && found_ms <= (double)b.length_ms);
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_same_session_is_the_same_place),
        TEST(test_a_set_is_found_again),
        TEST(test_a_set_that_is_no_more_leads_to_its_exercise),
        TEST(test_an_exercise_that_is_no_more_leads_to_the_one_in_its_turn),
        TEST(test_sentences_and_the_close_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
