// What is said before a set: how much of it there is, and what to do where that is long.
#include "session/anew.h"
#include "session/properties.h"
#include "session/timing.h"

// A voice of which every word takes long.
static int slow_words(const void *context, const char *text) {
    (void)context;
    int words = 1;
    for (; *text; text++) words += *text == ' ';
    return words * 420;
}

static Session compile_clam(Dose dose) {
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 1, 0), FIXTURE_CLAM, dose);
    Session session;
    Error error;
    SessionOptions options = {.level = LEVEL_B1, .speech_ms = slow_words};
    if (!session_compile(&fixture.arena, &fixture.routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    return session;
}

// With a sentence that would last beyond the first pause, the sentence comes before the tone that starts the set.
static void test_a_long_first_sentence_is_spoken_before_its_set(void **state) {
    (void)state;
    Session session = compile_clam((Dose){1, 12, 1000, 0});
    const Segment *ready = &session.segments.items[0];
    const Cue *go = fixture_cue(&session, CUE_GO, 0), *one = fixture_cue(&session, CUE_COUNT, 0);
    assert_int_equal(go->segment, 0);
    assert_int_equal(go->end_ms + GO_BEFORE_TONE_MS, ready->end_ms);
    assert_string_equal(one->text, "One.");
    assert_int_equal(one->at_ms, ready->end_ms + 2000);
    go = fixture_cue(&session, CUE_GO, 1); // of the other side
    assert_int_equal(session.segments.items[go->segment].kind, SEGMENT_SWITCH);
    assert_int_equal(session.segments.items[go->segment].side, LEFT);
    assert_null(fixture_cue(&session, CUE_GO, 2));
}

// Sets with a rest between them: "Next: ..." comes first. Without a rest the sentence stays in the set.
static void test_a_long_first_sentence_finds_room_in_a_rest(void **state) {
    (void)state;
    for (int rest_ms = 0; rest_ms <= 20000; rest_ms += 2000) {
        Session session = compile_clam((Dose){2, 6, 1000, rest_ms});
        assert_cues(&session);
        const Cue *second = fixture_cue(&session, CUE_GO, 1), *next = fixture_cue(&session, CUE_NEXT, 0);
        bool in_rest = session.segments.items[second->segment].kind == SEGMENT_REST;
        assert_int_equal(in_rest, rest_ms >= 10000);
        if (in_rest && next) assert_true(next->end_ms + SPOKEN_GAP_MS <= second->at_ms);
    }
}

static const char *dose_of(int move, Dose dose) {
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 2, 0), move, dose);
    Session session = fixture_compile(&fixture);
    assert_null(fixture_cue(&session, CUE_DOSE, 1)); // nor in the second round
    const Cue *cue = fixture_cue(&session, CUE_DOSE, 0);
    assert_int_equal(session.segments.items[cue->segment].kind, SEGMENT_READY);
    return cue->text;
}

static void test_the_dose_is_told_before_the_first_set(void **state) {
    (void)state;
    assert_string_equal(dose_of(FIXTURE_HIP, (Dose){1, 1, 30000, 0}), "Hold for thirty seconds.");
    assert_string_equal(dose_of(FIXTURE_BRIDGE, (Dose){3, 1, 90000, 15000}), "Hold for one minute, thirty seconds. Three sets.");
    assert_string_equal(dose_of(FIXTURE_CLAM, (Dose){2, 12, 1000, 0}), "Twelve times. Two sets.");
    assert_string_equal(dose_of(FIXTURE_CLAM, (Dose){1, 1, 1000, 0}), "Once.");
    Phase *phases = fixture.moves[FIXTURE_CLAM].clip.phases.items;
    phases[0].duration_ms = phases[2].duration_ms = 500; // too quick to be counted one by one
    assert_string_equal(dose_of(FIXTURE_CLAM, (Dose){1, 48, 0, 0}), "For about fifty seconds.");
    assert_string_equal(dose_of(FIXTURE_CLAM, (Dose){1, 7, 0, 0}), "For about seven seconds.");
    assert_string_equal(dose_of(FIXTURE_CLAM, (Dose){1, 120, 0, 0}), "For about two minutes.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_long_first_sentence_is_spoken_before_its_set),
        TEST(test_a_long_first_sentence_finds_room_in_a_rest),
        TEST(test_the_dose_is_told_before_the_first_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
