#include "session/anew.h"
#include "session/properties.h"

static Session compile(int move, Dose dose, bool without_pacing, bool with_breath) {
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 1, 0), move, dose);
    Session session;
    Error error;
    SessionOptions options = {.level = LEVEL_B1, .without_pacing = without_pacing, .with_breath = with_breath};
    if (!session_compile(&fixture.arena, &fixture.routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    assert_cues(&session);
    return session;
}

// "out 5000 hold 7000": what of these kinds sounds in the first set, in ms from its start.
static const char *sounds(const Session *session, CueKind first, CueKind last) {
    TextBuilder text = {0};
    int64_t start_ms = session->segments.items[1].start_ms;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (cue->segment != 1 || cue->kind < first || cue->kind > last) continue;
        const char *name = strrchr(cue_kind_names[cue->kind], '-') + 1;
        builder_add(&text, "%s%s %d", text.size ? " " : "", name, (int)(cue->at_ms - start_ms));
        if (first == CUE_BREATH_IN) builder_add(&text, "-%d", (int)(cue->end_ms - start_ms));
    }
    const char *copy = text_copy(&fixture.arena, builder_text(&text));
    builder_free(&text);
    return copy;
}

static const char *tones(const Session *session) {
    return sounds(session, CUE_TONE_OUT, CUE_TONE_BACK);
}

static const char *breaths(const Session *session) {
    return sounds(session, CUE_BREATH_IN, CUE_BREATH_OUT);
}

// The tone that starts the set stands for the first "out".
static void test_a_repetition_has_a_tone_for_out_hold_and_back(void **state) {
    (void)state;
    Session session = compile(FIXTURE_CLAM, (Dose){1, 2, 1000, 0}, false, false);
    assert_string_equal(tones(&session), "hold 2000 back 3000 out 5000 hold 7000 back 8000");
    session = compile(FIXTURE_CLAM, (Dose){1, 2, 0, 0}, false, false); // without a pause
    assert_string_equal(tones(&session), "back 2000 out 4000 back 6000");
}

static void test_the_way_back_is_where_one_came_through(void **state) {
    (void)state;
    Session session = compile(FIXTURE_STAND, (Dose){1, 2, 0, 0}, false, false);
    assert_string_equal(tones(&session), "back 3300 out 7700 back 11000");
}

static void test_a_hold_has_its_beginning_and_its_end(void **state) {
    (void)state;
    Session session = compile(FIXTURE_HIP, (Dose){1, 1, 30000, 0}, false, false);
    assert_string_equal(tones(&session), "hold 5000 back 35000");
}

static void test_both_ways_of_a_repetition_have_their_tones(void **state) {
    (void)state;
    Move *cat = &fixture.moves[FIXTURE_CLAM];
    list_push(&fixture.arena, &cat->clip.poses)->name = "COW";
    *list_push(&fixture.arena, &cat->clip.phases) = (Phase){"hollow", 0, 2, 1500, false, BREATH_IN};
    *list_push(&fixture.arena, &cat->clip.phases) = (Phase){"middle", 2, 0, 1500, false, BREATH_OUT};
    Session session = compile(FIXTURE_CLAM, (Dose){1, 2, 1000, 0}, false, false);
    assert_string_equal(tones(&session), "hold 2000 back 3000 out 5000 back 6500 out 8000 hold 10000 back 11000 out 13000 back 14500");
}

static void test_what_is_done_once_goes_out_and_back_too(void **state) {
    (void)state;
    Move *move = &fixture.moves[FIXTURE_STAND]; // lean once, then stand and sit, sit up once
    move->clip.phases.items[0].is_once = true;
    move->clip.phases.items[3].is_once = true;
    Session session = compile(FIXTURE_STAND, (Dose){1, 2, 0, 0}, false, false);
    assert_string_equal(tones(&session), "out 1300 back 3300 out 6300 back 8300");
}

// Where no sentence tells the last way back, its tone is the one that says so.
static void test_the_last_way_back_has_one_tone(void **state) {
    (void)state;
    fixture.moves[FIXTURE_CLAM].cues[SLOT_RELEASE] = NULL;
    for (int without_pacing = 0; without_pacing < 2; without_pacing++) {
        Session session = compile(FIXTURE_CLAM, (Dose){1, 2, 1000, 0}, without_pacing, false);
        assert_string_equal(tones(&session), without_pacing ? "" : "hold 2000 back 3000 out 5000 hold 7000");
        assert_int_equal(count_cues(&session, 1, CUE_TONE_RELEASE), 1);
        assert_string_equal(sounds(&session, CUE_TONE_RELEASE, CUE_TONE_RELEASE), "release 8000");
    }
}

static void test_quick_repetitions_have_one_tone(void **state) {
    (void)state;
    Move *move = &fixture.moves[FIXTURE_STAND];
    for (int i = 0; i < move->clip.phases.count; i++) move->clip.phases.items[i].duration_ms = 300;
    Session session = compile(FIXTURE_STAND, (Dose){1, 4, 0, 0}, false, true);
    assert_string_equal(tones(&session), "out 1200 out 2400 out 3600");
    assert_string_equal(breaths(&session), "");
}

static void test_pacing_and_breath_are_a_choice(void **state) {
    (void)state;
    Session session = compile(FIXTURE_CLAM, (Dose){1, 4, 1000, 0}, true, false);
    assert_string_equal(tones(&session), "");
    assert_string_equal(breaths(&session), "");
    Session paced = compile(FIXTURE_CLAM, (Dose){1, 4, 1000, 0}, false, true);
    assert_string_not_equal(tones(&paced), "");
    assert_string_not_equal(breaths(&paced), "");
    for (int at = 0, i = 0; i < paced.cues.count; i++) { // what is said stays where it is
        const Cue *cue = &paced.cues.items[i];
        if (cue->kind >= CUE_TONE_OUT) continue;
        assert_int_equal(cue->at_ms, session.cues.items[at].at_ms);
        assert_int_equal(cue->kind, session.cues.items[at++].kind);
    }
}

// Opening and the pause are one breath out; it is over with the movement.
static void test_breath_goes_with_the_phases(void **state) {
    (void)state;
    Session session = compile(FIXTURE_CLAM, (Dose){1, 2, 1000, 0}, true, true);
    assert_string_equal(breaths(&session), "out 0-2000 in 3000-5000 out 5000-7000 in 8000-10000");
}

static void test_a_hold_is_breathed_slowly(void **state) {
    (void)state;
    Session session = compile(FIXTURE_BRIDGE, (Dose){1, 1, 18000, 0}, true, true);
    assert_string_equal(breaths(&session), "out 0-3000 in 3000-7000 out 7000-12000 in 12000-16000 out 16000-21000 in 21000-24000");
    fixture.moves[FIXTURE_BRIDGE].clip.phases.items[0].breath = BREATH_IN; // lungs that are full breathe out first
    session = compile(FIXTURE_BRIDGE, (Dose){1, 1, 9000, 0}, true, true);
    assert_string_equal(breaths(&session), "in 0-3000 out 3000-8000 in 8000-12000");
    session = compile(FIXTURE_BRIDGE, (Dose){1, 1, 13400, 0}, true, true); // one long breath, of which a part sounds
    assert_string_equal(breaths(&session), "in 0-3000 out 3000-9000 in 10444-16400");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_repetition_has_a_tone_for_out_hold_and_back),
        TEST(test_the_way_back_is_where_one_came_through),
        TEST(test_a_hold_has_its_beginning_and_its_end),
        TEST(test_both_ways_of_a_repetition_have_their_tones),
        TEST(test_what_is_done_once_goes_out_and_back_too),
        TEST(test_the_last_way_back_has_one_tone),
        TEST(test_quick_repetitions_have_one_tone),
        TEST(test_pacing_and_breath_are_a_choice),
        TEST(test_breath_goes_with_the_phases),
        TEST(test_a_hold_is_breathed_slowly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
