#include "session/anew.h"

#include "session/playhead.h"
#include "session/view.h"

static Session session;

static int set_up(void **state) {
    fixture_set_up(state);
    session = fixture_compile(&fixture);
    return 0;
}

// Seeded: the same cuts of time in every run (Knuth 1997, linear congruential).
typedef struct {
    uint64_t state;
} Chance;

static double chance(Chance *chance, double most) {
    chance->state = chance->state * 6364136223846793005u + 1442695040888963407u;
    return (double)(chance->state >> 11) / (double)(1ull << 53) * most;
}

static int cue_index(const Cue *cue) {
    return (int)(cue - session.cues.items);
}

// Takes all cues that are due and checks that they are the ones that must come.
static void take_all(Playhead *playhead, double ahead_ms, int *expected) {
    for (const Cue *cue; (cue = playhead_take_cue(playhead, ahead_ms)) != NULL; (*expected)++) {
        assert_int_equal(cue_index(cue), *expected);
        assert_true(playhead_real_ms_until(playhead, cue->at_ms) <= ahead_ms);
        assert_false(playhead->paused);
    }
    if (playhead->paused || *expected >= session.cues.count) return;
    assert_true(playhead_real_ms_until(playhead, session.cues.items[*expected].at_ms) > ahead_ms);
}

// Time cut anyhow, tempo and pauses anywhere: every cue once, in order.
static void test_every_cue_is_handed_out_once(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        Chance random = {seed};
        Playhead playhead = playhead_start(&session, 0);
        double longest_ms = chance(&random, 3000) + 1;
        int expected = 0;
        while (!playhead_at_end(&playhead)) {
            double what = chance(&random, 100);
            if (what < 2) playhead_set_tempo(&playhead, chance(&random, 2));
            else if (what < 3) playhead_pause(&playhead);
            else if (what < 8) playhead_resume(&playhead);
            if (playhead.paused && chance(&random, 2) < 1) playhead_resume(&playhead);
            playhead_advance(&playhead, chance(&random, longest_ms));
            take_all(&playhead, chance(&random, 300), &expected);
        }
        playhead_resume(&playhead);
        playhead_advance(&playhead, RESUME_READY_MS);
        take_all(&playhead, 0, &expected);
        assert_int_equal(expected, session.cues.count);
    }
}

static int first_cue_from(double at_ms) {
    int i = 0;
    while (i < session.cues.count && (double)session.cues.items[i].at_ms < at_ms) i++;
    return i;
}

static void test_jumps_skip_cues_and_repeat_those_after(void **state) {
    (void)state;
    Chance random = {7};
    Playhead playhead = playhead_start(&session, 0);
    int expected = 0;
    for (int i = 0; i < 20000; i++) {
        if (chance(&random, 100) < 5) {
            playhead_seek(&playhead, chance(&random, 1.1 * (double)session.length_ms) - 1000);
            assert_true(playhead.position_ms >= 0 && playhead.position_ms <= (double)session.length_ms);
            expected = first_cue_from(playhead.position_ms);
        }
        playhead_advance(&playhead, chance(&random, 400));
        take_all(&playhead, 150, &expected);
    }
}

static void test_a_cue_handed_out_ahead_comes_again_after_a_jump_back(void **state) {
    (void)state;
    const Cue *cue = &session.cues.items[3];
    Playhead playhead = playhead_start(&session, cue->at_ms - 100);
    assert_ptr_equal(playhead_take_cue(&playhead, 150), cue);
    assert_null(playhead_take_cue(&playhead, 150));
    playhead_seek(&playhead, (double)cue->at_ms - 50);
    assert_ptr_equal(playhead_take_cue(&playhead, 150), cue);
    playhead_seek(&playhead, (double)cue->at_ms);
    assert_ptr_equal(playhead_take_cue(&playhead, 0), cue);
}

static void test_tempo_stretches_time(void **state) {
    (void)state;
    Playhead playhead = playhead_start(&session, 10000);
    playhead_set_tempo(&playhead, 0.5);
    assert_float_equal(playhead_real_ms_until(&playhead, 11000), 2000, 1e-9);
    playhead_advance(&playhead, 1000);
    assert_float_equal(playhead.position_ms, 10500, 1e-9);
    playhead_set_tempo(&playhead, 9);
    assert_float_equal(playhead.tempo, 1.5, 0);
    playhead_set_tempo(&playhead, 0);
    assert_float_equal(playhead.tempo, 0.5, 0);
    playhead_advance(&playhead, 1e12);
    assert_true(playhead_at_end(&playhead));
    assert_float_equal(playhead.position_ms, (double)session.length_ms, 0);
}

static void test_a_pause_stops_time_and_a_countdown_ends_it(void **state) {
    (void)state;
    const Cue *cue = &session.cues.items[0];
    Playhead playhead = playhead_start(&session, 0);
    playhead_pause(&playhead);
    playhead_advance(&playhead, 5000);
    assert_float_equal(playhead.position_ms, 0, 0);
    assert_null(playhead_take_cue(&playhead, 1e6));
    playhead_resume(&playhead);
    assert_float_equal(playhead_real_ms_until(&playhead, cue->at_ms), RESUME_READY_MS + (double)cue->at_ms, 1e-9);
    playhead_advance(&playhead, 2900);
    assert_float_equal(playhead.position_ms, 0, 0);
    assert_null(playhead_take_cue(&playhead, 300));
    playhead_resume(&playhead); // again: does not begin anew
    playhead_advance(&playhead, 200);
    assert_float_equal(playhead.position_ms, 100, 1e-9);
    double ahead_ms = (double)cue->at_ms;
    assert_ptr_equal(playhead_take_cue(&playhead, ahead_ms), cue);
    playhead_pause(&playhead);
    playhead_resume(&playhead);
    assert_null(playhead_take_cue(&playhead, ahead_ms)); // handed out ahead before the pause, and not again
}

static int step_at(const Playhead *playhead) {
    return session.segments.items[session_segment_at(&session, playhead->position_ms)].step;
}

static SegmentKind kind_at(const Playhead *playhead) {
    return session.segments.items[session_segment_at(&session, playhead->position_ms)].kind;
}

static void test_next_and_previous_go_by_exercises(void **state) {
    (void)state;
    Playhead playhead = playhead_start(&session, 0);
    for (int step = 1; step < session.step_count; step++) {
        playhead_next(&playhead);
        assert_int_equal(step_at(&playhead), step);
        assert_int_equal(kind_at(&playhead), SEGMENT_READY);
        playhead_advance(&playhead, 4000);
    }
    playhead_previous(&playhead); // later than three seconds: the same exercise again
    assert_int_equal(step_at(&playhead), session.step_count - 1);
    playhead_advance(&playhead, 2000);
    playhead_previous(&playhead);
    assert_int_equal(step_at(&playhead), session.step_count - 2);
    playhead_seek(&playhead, 1000);
    playhead_previous(&playhead);
    assert_float_equal(playhead.position_ms, 0, 0);
    playhead_seek(&playhead, (double)session.length_ms - 8000); // in the closing sentence
    assert_int_equal(kind_at(&playhead), SEGMENT_SAY);
    playhead_next(&playhead);
    assert_int_equal(kind_at(&playhead), SEGMENT_CLOSE);
    assert_false(playhead_at_end(&playhead));
    playhead_next(&playhead);
    assert_true(playhead_at_end(&playhead));
    playhead_previous(&playhead);
    assert_int_equal(step_at(&playhead), session.step_count - 1);
    assert_int_equal(kind_at(&playhead), SEGMENT_READY);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_every_cue_is_handed_out_once),
        TEST(test_jumps_skip_cues_and_repeat_those_after),
        TEST(test_a_cue_handed_out_ahead_comes_again_after_a_jump_back),
        TEST(test_tempo_stretches_time),
        TEST(test_a_pause_stops_time_and_a_countdown_ends_it),
        TEST(test_next_and_previous_go_by_exercises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
