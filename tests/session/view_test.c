#include "session/anew.h"

#include "session/view.h"

static Session session;

static int set_up(void **state) {
    fixture_set_up(state);
    session = fixture_compile(&fixture);
    return 0;
}

// The n-th segment of a kind, from 0.
static const Segment *segment_of(SegmentKind kind, int skip) {
    for (int i = 0; i < session.segments.count; i++) {
        if (session.segments.items[i].kind == kind && skip-- == 0) return &session.segments.items[i];
    }
    fail();
    return NULL;
}

static View view_in(const Segment *segment, double ms) {
    return session_view(&session, (double)segment->start_ms + ms);
}

static void test_segments_are_half_open(void **state) {
    (void)state;
    for (int i = 0; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        assert_int_equal(session_segment_at(&session, (double)segment->start_ms), i);
        assert_int_equal(session_segment_at(&session, (double)segment->end_ms - 0.01), i);
    }
    assert_int_equal(session_segment_at(&session, -5), 0);
    assert_int_equal(session_segment_at(&session, 1e12), session.segments.count - 1);
}

static void test_a_hold_counts_down(void **state) {
    (void)state;
    const Segment *work = segment_of(SEGMENT_WORK, 0);
    View view = view_in(work, 1000); // tucking
    assert_string_equal(view.phase_word, "Tuck");
    assert_string_equal(view.figure.from, "START");
    assert_string_equal(view.figure.to, "TUCK");
    assert_float_equal(view.figure.position, 0.5, 1e-9);
    assert_true(view.figure.is_motion);
    assert_int_equal(view.number, 30);
    assert_float_equal(view.ring, 1, 1e-9);
    view = view_in(work, 5000 + 11000.5);
    assert_string_equal(view.phase_word, "Hold");
    assert_false(view.figure.is_motion);
    assert_string_equal(view.figure.from, "END");
    assert_int_equal(view.number, 19);
    assert_int_equal(view.number_of, 0);
    assert_float_equal(view.ring, 19.0 / 30, 1e-3);
    assert_float_equal(view.figure.glow, 1, 1e-9);
    view = view_in(work, 36000); // coming back
    assert_string_equal(view.phase_word, "Return");
    assert_int_equal(view.number, 0);
    assert_float_equal(view.ring, 0, 1e-9);
}

static void test_the_breath_is_four_in_and_five_out(void **state) {
    (void)state;
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRETCH, 1, 0), FIXTURE_HIP, (Dose){1, 1, 27000, 0});
    session = fixture_compile(&fixture);
    const Segment *work = segment_of(SEGMENT_WORK, 0);
    for (int breath = 0; breath < 3; breath++) {
        double from_ms = 5000 + breath * 9000;
        assert_float_equal(view_in(work, from_ms).figure.fullness, 0, 1e-6);
        assert_float_equal(view_in(work, from_ms + 2000).figure.fullness, 0.5, 1e-6);
        assert_float_equal(view_in(work, from_ms + 4000).figure.fullness, 1, 1e-6);
        assert_float_equal(view_in(work, from_ms + 6500).figure.fullness, 0.5, 1e-6);
    }
    assert_float_equal(view_in(work, 32000 - 0.001).figure.fullness, 0, 1e-6);
}

static void test_repetitions_count_up(void **state) {
    (void)state;
    const Segment *work = segment_of(SEGMENT_WORK, 5); // the clam on the right
    assert_string_equal(work->move->id, "clam");
    View view = view_in(work, 2 * 5000 + 1000);
    assert_int_equal(view.number, 3);
    assert_int_equal(view.number_of, 12);
    assert_string_equal(view.phase_word, "Open");
    assert_float_equal(view.ring, 11.0 / 60, 1e-9);
    assert_float_equal(view.phase_ring, 0.5, 1e-9);
    assert_false(view.figure.mirrored);
    assert_int_equal(view_in(work, 59999).number, 12);
    assert_true(view_in(segment_of(SEGMENT_WORK, 6), 0).figure.mirrored);
}

static void test_waiting_shows_what_comes(void **state) {
    (void)state;
    View view = view_in(segment_of(SEGMENT_READY, 0), 3500);
    assert_string_equal(view.phase_word, "Get ready");
    assert_string_equal(view.figure.move->id, "hip-flexor");
    assert_string_equal(view.figure.from, "START");
    assert_false(view.figure.is_motion || view.figure.mirrored);
    assert_true(view.figure.fullness > 0);
    assert_int_equal(view.number, (int)(segment_of(SEGMENT_READY, 0)->end_ms / 1000) - 3);
    view = view_in(segment_of(SEGMENT_SWITCH, 0), 100);
    assert_string_equal(view.phase_word, "Switch sides");
    assert_true(view.figure.mirrored);
    view = view_in(segment_of(SEGMENT_REST, 0), 100);
    assert_string_equal(view.phase_word, "Rest");
    assert_string_equal(view.figure.move->id, "bridge-hold");
    view = view_in(segment_of(SEGMENT_SAY, 0), 100); // after the last exercise
    assert_string_equal(view.figure.move->id, "sit-to-stand");
    assert_string_equal(view.figure.from, "SIT");
    assert_int_equal(view.number, 0);
}

static void test_a_sentence_leaves_the_figure_where_it_is(void **state) {
    (void)state;
    fixture.routine.sections.count = 0;
    Section *section = fixture_section(&fixture, GROUP_STRETCH, 2, 20000);
    fixture_say(&fixture, section, "Take your time.");
    fixture_add(&fixture, section, FIXTURE_HIP, (Dose){1, 1, 20000, 0});
    fixture_say(&fixture, section, "Now the buttocks.");
    fixture_add(&fixture, section, FIXTURE_BRIDGE, (Dose){1, 1, 20000, 0});
    session = fixture_compile(&fixture);
    assert_string_equal(view_in(segment_of(SEGMENT_SAY, 0), 100).figure.move->id, "hip-flexor"); // nothing before
    View view = view_in(segment_of(SEGMENT_SAY, 1), 3000);
    assert_string_equal(view.figure.move->id, "hip-flexor");
    assert_string_equal(view.figure.from, "START");
    assert_true(view.figure.mirrored && view.figure.fullness > 0);
    view = view_in(segment_of(SEGMENT_SAY, 2), 100); // the rest before it showed what comes
    assert_string_equal(view.figure.move->id, "hip-flexor");
    assert_false(view.figure.mirrored);
    view = view_in(segment_of(SEGMENT_CLOSE, 0), 3000);
    assert_string_equal(view.figure.move->id, "bridge-hold");
    assert_true(view.figure.fullness > 0);
}

static void test_the_word_of_a_short_phase_is_that_of_a_longer_one(void **state) {
    (void)state;
    static const int lengths_ms[] = {400, 2000, 1200, 400}; // lean, stand, sit back, sit up
    Move *move = &fixture.moves[FIXTURE_STAND];
    for (int i = 0; i < 4; i++) move->clip.phases.items[i].duration_ms = lengths_ms[i];
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_POSTURE, 1, 0), FIXTURE_STAND, (Dose){1, 8, 0, 0});
    session = fixture_compile(&fixture);
    const Segment *work = segment_of(SEGMENT_WORK, 0);
    for (double ms = 0; ms < 4000; ms += 50) {
        View view = view_in(work, 4000 + ms); // the second repetition
        assert_string_equal(view.phase_word, ms < 2400 ? "Stand" : "Sit back");
        assert_float_equal(view.phase_ring, ms < 2400 ? ms / 2400 : (ms - 2400) / 1600, 1e-9);
    }
    assert_string_equal(view_in(work, 4000 + 500).figure.from, "LEAN"); // the figure does them all
    assert_string_equal(view_in(work, 4000 + 3900).figure.from, "LEAN");
    for (int i = 0; i < 4; i++) move->clip.phases.items[i].duration_ms = i == 2 ? 900 : 300; // all short
    session = fixture_compile(&fixture);
    work = segment_of(SEGMENT_WORK, 0);
    for (double ms = 0; ms < 8 * 1800; ms += 50) assert_string_equal(view_in(work, ms).phase_word, "Sit back");
}

static void test_another_picture_dissolves_in(void **state) {
    (void)state;
    const Segment *change = segment_of(SEGMENT_SWITCH, 0), *work = segment_of(SEGMENT_WORK, 0);
    View view = view_in(change, 0);
    assert_true(view.figure.mirrored && view.arrived == 0);
    assert_string_equal(view.leaving.move->id, view.figure.move->id);
    assert_false(view.leaving.mirrored);
    double before = 0;
    for (double ms = 50; ms < 450; ms += 50) {
        view = view_in(change, ms);
        assert_true(view.leaving.move && view.arrived > before);
        assert_string_equal(view.leaving.to, "START"); // still
        before = view.arrived;
    }
    assert_null(view_in(change, 450).leaving.move);
    assert_null(view_in(work, 0).leaving.move); // the pose one got ready in
    assert_null(view_in(work, 100).leaving.move);
    assert_null(session_view(&session, 0).leaving.move); // nothing was there before
}

static double longest_dissolve(void) {
    double begun = -1, longest = 0;
    for (double ms = 0; ms < (double)session.length_ms; ms += 10) {
        View view = session_view(&session, ms);
        bool is_to_bridge = view.leaving.move && view.figure.move == &fixture.moves[FIXTURE_BRIDGE];
        if (!is_to_bridge || view.leaving.move == view.figure.move) begun = -1;
        else if (begun < 0) begun = ms;
        else longest = fmax(longest, ms - begun);
    }
    return longest;
}

// Who is shown larger is come nearer to, which takes longer than looking elsewhere.
static void test_the_camera_takes_its_time(void **state) {
    (void)state;
    assert_true(longest_dissolve() > 400 && longest_dissolve() < 450);
    fixture.moves[FIXTURE_BRIDGE].clip.close = 1.5;
    assert_true(longest_dissolve() > 950 && longest_dissolve() < 1000);
}

static void test_next_is_the_next_exercise(void **state) {
    (void)state;
    View view = view_in(segment_of(SEGMENT_WORK, 0), 0);
    assert_string_equal(view.next_move->id, "bridge-hold");
    assert_false(view.next_each_side);
    view = view_in(segment_of(SEGMENT_WORK, 1), 0);
    assert_string_equal(view.next_move->id, "bridge-hold");
    view = view_in(segment_of(SEGMENT_WORK, 3), 0);
    assert_string_equal(view.next_move->id, "clam");
    assert_true(view.next_each_side && view.next_side == RIGHT);
    view = session_view(&session, (double)session.length_ms - 1);
    assert_null(view.next_move);
    assert_int_equal(view.left_ms, 1);
    assert_string_equal(view.phase_word, "Done");
}

static void test_captions_stay_a_moment(void **state) {
    (void)state;
    const Cue *say = NULL;
    for (int i = 0; i < session.cues.count; i++) {
        if (session.cues.items[i].kind == CUE_SAY) say = &session.cues.items[i];
    }
    assert_non_null(say);
    assert_string_equal(session_view(&session, (double)say->at_ms).caption, say->text);
    assert_string_equal(session_view(&session, (double)say->end_ms + 1000).caption, say->text);
    assert_null(session_view(&session, 100).caption);
    const Segment *rest = segment_of(SEGMENT_REST, 0);
    assert_null(view_in(rest, (double)(rest->end_ms - rest->start_ms) / 2).caption);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_segments_are_half_open),
        TEST(test_a_hold_counts_down),
        TEST(test_the_breath_is_four_in_and_five_out),
        TEST(test_repetitions_count_up),
        TEST(test_waiting_shows_what_comes),
        TEST(test_a_sentence_leaves_the_figure_where_it_is),
        TEST(test_the_word_of_a_short_phase_is_that_of_a_longer_one),
        TEST(test_another_picture_dissolves_in),
        TEST(test_the_camera_takes_its_time),
        TEST(test_next_is_the_next_exercise),
        TEST(test_captions_stay_a_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
