// When the common mistake is shown beside the right form, and what is seen then.
#include "session/comparison.h"
#include "session/anew.h"

static Session session;

static int set_up(void **state) {
    fixture_set_up(state);
    Move *bridge = &fixture.moves[FIXTURE_BRIDGE];
    bridge->mistake = "Pushing too high.";
    bridge->clip.mistake.name = "WRONG", bridge->clip.mistake_of = 1;
    session = fixture_compile(&fixture);
    return 0;
}

static int ready_of_bridge(int from) {
    for (int i = from; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        if (segment->kind == SEGMENT_READY && segment->move == &fixture.moves[FIXTURE_BRIDGE]) return i;
    }
    return -1;
}

static void test_both_are_still_and_of_one_move(void **state) {
    (void)state;
    Comparison comparison;
    assert_true(session_comparison(&session, ready_of_bridge(0), &comparison));
    assert_string_equal(comparison.right.from, "TOP");
    assert_string_equal(comparison.wrong.from, "WRONG");
    assert_false(comparison.right.is_motion || comparison.wrong.is_motion || comparison.right.mirrored);
    assert_string_equal(comparison.words, "Pushing too high.");
    assert_false(session_comparison(&session, 0, &comparison)); // the hip flexor shows none
}

static void test_a_pose_that_is_not_held_is_the_end_of_its_way(void **state) {
    (void)state;
    Move *stand = &fixture.moves[FIXTURE_STAND];
    stand->clip.mistake.name = "WRONG", stand->clip.mistake_of = 2;
    Comparison comparison;
    int index = session.segments.count - 1;
    while (session.segments.items[index].move != stand) index--;
    assert_true(session_comparison(&session, index, &comparison));
    assert_true(comparison.right.is_motion && comparison.right.position == 1);
    assert_string_equal(comparison.right.from, "LEAN");
    assert_string_equal(comparison.right.to, "STAND");
}

// Once, after the last word, and never so short that it flashes.
static void test_it_is_shown_once_when_there_is_time(void **state) {
    (void)state;
    int ready = ready_of_bridge(0);
    Segment *segment = &session.segments.items[ready];
    segment->end_ms += 20000; // time enough
    int64_t words_ms = segment->start_ms, now_ms = 0;
    for (int i = 0; i < session.cues.count; i++)
        if (session.cues.items[i].segment == ready) words_ms = session.cues.items[i].end_ms;
    assert_true(words_ms > segment->start_ms);
    int changes = 0;
    Comparing before = COMPARE_NOT;
    for (int64_t at_ms = segment->start_ms; at_ms < segment->end_ms; at_ms += 10) {
        Comparing comparing = session_comparing(&session, ready, (double)at_ms);
        if (comparing == COMPARE_NOW) assert_true(at_ms > words_ms), now_ms += 10;
        changes += comparing != before;
        before = comparing;
    }
    assert_int_equal(changes, 3); // soon, now, over
    assert_true(now_ms > 15000);
    int again = ready_of_bridge(ready + 1); // of the second round
    assert_true(again > ready);
    assert_int_equal(session_comparing(&session, again, (double)session.segments.items[again].end_ms - 1000), COMPARE_NOT);
    segment->end_ms = words_ms + 2000; // too short
    for (int64_t at_ms = segment->start_ms; at_ms < segment->end_ms; at_ms += 10)
        assert_int_equal(session_comparing(&session, ready, (double)at_ms), COMPARE_NOT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_both_are_still_and_of_one_move, set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(test_a_pose_that_is_not_held_is_the_end_of_its_way, set_up, fixture_tear_down),
        cmocka_unit_test_setup_teardown(test_it_is_shown_once_when_there_is_time, set_up, fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
