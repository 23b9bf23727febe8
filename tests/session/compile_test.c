#include "session/anew.h"
#include "session/properties.h"
#include "session/timing.h"
#include "session/view.h"

static void test_properties_hold(void **state) {
    (void)state;
    Session session = fixture_compile(&fixture);
    assert_properties(&session);
    assert_int_equal(session.step_count, 6);
}

static int slow_speech(const void *context, const char *text) {
    return (int)strlen(text) * *(const int *)context;
}

// However fast or slow the voice is, nothing is spoken over anything else and every word has its time.
static void test_properties_hold_for_any_voice(void **state) {
    (void)state;
    for (int letter_ms = 5; letter_ms <= 160; letter_ms += 31) {
        SessionOptions options = {.level = LEVEL_B1, .speech_ms = slow_speech, .speech_context = &letter_ms};
        Session session;
        Error error;
        assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
        assert_segments(&session);
        assert_cues(&session);
        assert_words(&session);
        assert_sides(&session);
    }
}

static void assert_kinds(const Session *session, const char *expected) {
    static const char letters[SEGMENT_KINDS] = {'g', 'w', 's', 'r', 'y', 'c'};
    char kinds[64] = "";
    for (int i = 0; i < session->segments.count && i < 63; i++) {
        const Segment *segment = &session->segments.items[i];
        char letter = letters[segment->kind];
        kinds[i] = segment->kind == SEGMENT_WORK && segment->side == LEFT ? 'W' : letter;
    }
    assert_string_equal(kinds, expected);
}

// The routine made of one exercise.
static Session compile_one(int move, Dose dose, bool alternate) {
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 1, 0), move, dose)->alternate = alternate;
    return fixture_compile(&fixture);
}

static void test_sets_sides_and_rests_follow_in_order(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_BRIDGE, (Dose){3, 1, 10000, 15000}, false);
    assert_kinds(&session, "gwrwrwc");
    session = compile_one(FIXTURE_BRIDGE, (Dose){3, 1, 10000, 0}, false);
    assert_kinds(&session, "gwwwc");
    assert_properties(&session);
    session = compile_one(FIXTURE_CLAM, (Dose){2, 8, 1000, 10000}, false);
    assert_kinds(&session, "gwrwsWrWc");
    session = compile_one(FIXTURE_CLAM, (Dose){2, 8, 1000, 10000}, true);
    assert_kinds(&session, "gwsWrwsWc");
    assert_properties(&session);
    session = compile_one(FIXTURE_CLAM, (Dose){2, 8, 1000, 0}, true);
    assert_kinds(&session, "gwsWswsWc");
}

static void test_one_side_alone(void **state) {
    (void)state;
    fixture.routine.sections.count = 0;
    Section *section = fixture_section(&fixture, GROUP_STRETCH, 1, 0);
    Exercise *exercise = fixture_add(&fixture, section, FIXTURE_HIP, (Dose){2, 1, 20000, 10000});
    exercise->each_side = false, exercise->one_side = true, exercise->side = LEFT;
    Session session = fixture_compile(&fixture);
    assert_kinds(&session, "gWrWc");
    assert_string_equal(fixture_cue(&session, CUE_NAME, 0)->text, "Hip flexor stretch, left side.");
    assert_string_equal(fixture_cue(&session, CUE_SETUP, 0)->text, "Kneel on your left knee, right foot in front.");
    assert_true(session_view(&session, 0).figure.mirrored);
    assert_words(&session);
}

static void test_a_hold_lasts_its_time_and_motions_come_on_top(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_HIP, (Dose){1, 1, 30000, 0}, false);
    const Segment *work = &session.segments.items[1];
    assert_int_equal(work->end_ms - work->start_ms, 2000 + 3000 + 30000 + 3000);
    const Beat *beats = &session.beats.items[work->first_beat];
    assert_int_equal(beats[2].end_ms - beats[2].start_ms, 30000);
    assert_string_equal(beats[1].word, "Glide forward");
    assert_string_equal(beats[2].word, "Hold");
}

static void test_a_pause_of_nothing_has_no_beat(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_CLAM, (Dose){1, 5, 0, 0}, false);
    assert_int_equal(session.segments.items[1].beat_count, 10);
    session = compile_one(FIXTURE_CLAM, (Dose){1, 5, 500, 0}, false);
    assert_int_equal(session.segments.items[1].beat_count, 15);
}

static void test_phases_done_once_frame_the_set(void **state) {
    (void)state;
    fixture.moves[FIXTURE_STAND].clip.phases.items[0].is_once = true;
    fixture.moves[FIXTURE_STAND].clip.phases.items[3].is_once = true;
    static const int phases[][2] = {{0, 1}, {1, 1}, {2, 1}, {1, 2}, {2, 2}, {1, 3}, {2, 3}, {3, 3}}; // phase, repetition
    Session session = compile_one(FIXTURE_STAND, (Dose){2, 3, 0, 10000}, false);
    const Segment *work = &session.segments.items[1], *again = &session.segments.items[3];
    assert_int_equal(work->beat_count, 8);
    assert_int_equal(again->beat_count, 8); // every set has its own way in and out
    for (int i = 0; i < 8; i++) {
        const Beat *beat = &session.beats.items[work->first_beat + i];
        assert_int_equal(beat->phase, phases[i][0]);
        assert_int_equal(beat->repetition, phases[i][1]);
        if (i) assert_int_equal(beat->start_ms, beat[-1].end_ms);
    }
    assert_int_equal(work->end_ms - work->start_ms, 1300 + 3 * (2000 + 3000) + 1400);
    session = compile_one(FIXTURE_STAND, (Dose){1, 1, 0, 0}, false);
    assert_int_equal(session.segments.items[1].beat_count, 4);
}

static void test_the_end_of_a_hold_is_counted_on_the_second(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_HIP, (Dose){1, 1, 30000, 0}, false);
    static const char *const words[] = {"Five.", "Four.", "Three.", "Two.", "One."};
    int64_t hold_ends_ms = session.segments.items[1].start_ms + 35000;
    for (int i = 0; i < 5; i++) {
        const Cue *cue = fixture_cue(&session, CUE_SECONDS, i);
        assert_string_equal(cue->text, words[i]);
        assert_int_equal(cue->at_ms, hold_ends_ms - 5000 + i * 1000);
    }
    assert_int_equal(fixture_cue(&session, CUE_RELEASE, 0)->at_ms, hold_ends_ms);
    assert_int_equal(fixture_cue(&session, CUE_HALFWAY, 0)->at_ms, hold_ends_ms - 15000);
}

static void test_words_are_mirrored_on_the_left(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_HIP, (Dose){1, 1, 30000, 0}, false);
    assert_string_equal(fixture_cue(&session, CUE_NAME, 0)->text, "Hip flexor stretch, right side.");
    assert_string_equal(fixture_cue(&session, CUE_SIDE, 0)->text, "Now the left side.");
    assert_string_equal(fixture_cue(&session, CUE_GO, 0)->text, "Squeeze your right buttock and tuck your tail.");
    assert_string_equal(fixture_cue(&session, CUE_GO, 1)->text, "Squeeze your left buttock and tuck your tail.");
}

static void test_counting(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_CLAM, (Dose){1, 12, 1000, 0}, false);
    const Segment *work = &session.segments.items[1];
    const Cue *last = fixture_cue(&session, CUE_COUNT, count_cues(&session, 1, CUE_COUNT) - 1);
    assert_string_equal(last->text, "Last one.");
    assert_int_equal(last->at_ms, work->end_ms - 5000);
    const Cue *eleven = fixture_cue(&session, CUE_COUNT, count_cues(&session, 1, CUE_COUNT) - 2);
    assert_string_equal(eleven->text, "Eleven.");
    assert_int_equal(eleven->at_ms, work->start_ms + 10 * 5000 + 2000);
}

// A voice of which every word takes as long as the test says.
static int even_speech(const void *context, const char *text) {
    int words = 1;
    for (; *text; text++) words += *text == ' ';
    return words * *(const int *)context;
}

static Session compile_clam(int reps, int word_ms) {
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 1, 0), FIXTURE_CLAM, (Dose){1, reps, 1000, 0});
    Session session;
    Error error;
    SessionOptions options = {.level = LEVEL_B1, .speech_ms = even_speech, .speech_context = &word_ms};
    if (!session_compile(&fixture.arena, &fixture.routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    return session;
}

// The n-th cue of a kind in the first set.
static const Cue *cue_in_set(const Session *session, CueKind kind, int skip) {
    const Cue *cue = fixture_cue(session, kind, skip);
    return cue && cue->segment == 1 ? cue : NULL;
}

static void test_sentences_are_spoken_between_two_counts(void **state) {
    (void)state;
    Session session = compile_clam(12, 300);
    const Segment *work = &session.segments.items[1];
    assert_int_equal(count_cues(&session, 1, CUE_COUNT), 12);
    int64_t point_ms = cue_in_set(&session, CUE_COUNT, 0)->at_ms - work->start_ms;
    for (int repetition = 2; repetition < 12; repetition++) {
        const Cue *count = cue_in_set(&session, CUE_COUNT, repetition - 1);
        assert_int_equal(count->at_ms, work->start_ms + (repetition - 1) * 5000 + point_ms);
    }
    const Cue *form = cue_in_set(&session, CUE_FORM, 0);
    assert_int_equal(form->at_ms, cue_in_set(&session, CUE_COUNT, 0)->end_ms + 500);
    const Cue *half = cue_in_set(&session, CUE_HALFWAY, 0);
    assert_int_equal(half->at_ms, cue_in_set(&session, CUE_COUNT, 5)->end_ms + 500);
    const Cue *again = cue_in_set(&session, CUE_FORM, 1);
    assert_true(again->at_ms >= form->end_ms + 10000);
    assert_true(again->at_ms >= half->end_ms + 4000 || half->at_ms >= again->end_ms + 4000);
    const Cue *hold = cue_in_set(&session, CUE_HOLD, 0);
    assert_true(hold->at_ms >= form->end_ms + 4000 && again->at_ms >= hold->end_ms + 4000);
}

static void test_the_first_count_follows_the_first_sentence(void **state) {
    (void)state;
    Session session = compile_clam(12, 260);
    const Cue *go = cue_in_set(&session, CUE_GO, 0), *one = cue_in_set(&session, CUE_COUNT, 0);
    assert_string_equal(one->text, "One.");
    assert_in_range(one->at_ms - session.segments.items[1].start_ms, 2000, 3000); // while the knee is open
    assert_in_range(one->at_ms, go->end_ms + 200, go->end_ms + 300);
}

static void test_every_count_is_at_the_same_point_of_its_repetition(void **state) {
    (void)state;
    for (int word_ms = 100; word_ms <= 700; word_ms += 50) {
        Session session = compile_clam(12, word_ms);
        int64_t start_ms = session.segments.items[1].start_ms;
        int counts = count_cues(&session, 1, CUE_COUNT), first = 0;
        assert_int_equal(counts, 12);
        int64_t point_ms = cue_in_set(&session, CUE_COUNT, 0)->at_ms - start_ms;
        assert_in_range(point_ms, 2000, 3000); // while the knee is open
        for (int i = 0; i < counts - 1; i++) { // the last is told as it begins
            assert_int_equal(cue_in_set(&session, CUE_COUNT, i)->at_ms, start_ms + (first + i) * 5000 + point_ms);
        }
    }
}

static void test_a_sentence_without_room_between_two_counts_is_left_out(void **state) {
    (void)state;
    // A count, quiet, eight words of form and quiet again: 400 + 500 + 3200 + 200 fit into 5000.
    Session session = compile_clam(12, 400);
    assert_non_null(cue_in_set(&session, CUE_FORM, 0));
    session = compile_clam(12, 500);
    assert_null(cue_in_set(&session, CUE_FORM, 0));
    assert_non_null(cue_in_set(&session, CUE_HALFWAY, 0));
}

static void test_half_of_ten_is_called_after_five(void **state) {
    (void)state;
    Session session = compile_clam(10, 300);
    const Cue *half = cue_in_set(&session, CUE_HALFWAY, 0);
    const Cue *five = cue_in_set(&session, CUE_COUNT, 4);
    assert_string_equal(five->text, "Five.");
    assert_int_equal(half->at_ms, five->end_ms + 500);
    assert_null(cue_in_set(&session, CUE_HALFWAY, 1));
    session = compile_clam(9, 300);
    assert_null(cue_in_set(&session, CUE_HALFWAY, 0));
}

static void test_small_sets(void **state) {
    (void)state;
    Session session = compile_clam(2, 300);
    assert_string_equal(cue_in_set(&session, CUE_COUNT, 0)->text, "One.");
    assert_string_equal(cue_in_set(&session, CUE_COUNT, 1)->text, "Last one.");
    session = compile_clam(1, 300); // nothing to count
    assert_null(cue_in_set(&session, CUE_COUNT, 0));
    assert_properties(&session);
}

static void test_half_way_does_not_follow_the_form(void **state) {
    (void)state;
    for (int hold_ms = 20000; hold_ms <= 60000; hold_ms += 1000) {
        Session session = compile_one(FIXTURE_HIP, (Dose){1, 1, hold_ms, 0}, false);
        assert_properties(&session); // these say how far apart they are
        assert_non_null(fixture_cue(&session, CUE_FORM, 0));
    }
}

static void test_quick_repetitions_are_not_all_counted(void **state) {
    (void)state;
    Move *move = &fixture.moves[FIXTURE_STAND];
    for (int i = 0; i < move->clip.phases.count; i++) move->clip.phases.items[i].duration_ms = 300;
    Session session = compile_one(FIXTURE_STAND, (Dose){1, 40, 0, 0}, false);
    for (int i = 0; fixture_cue(&session, CUE_COUNT, i); i++) {
        const char *text = fixture_cue(&session, CUE_COUNT, i)->text;
        bool is_fifth = strstr("Five. Ten. Fifteen. Twenty. Twenty-five. Thirty. Thirty-five. Forty.", text);
        assert_true(is_fifth);
    }
    assert_in_range(count_cues(&session, 1, CUE_COUNT), 5, 8);
}

static void test_rests_say_how_long_and_what_comes(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_CLAM, (Dose){2, 8, 1000, 75000}, true);
    assert_string_equal(fixture_cue(&session, CUE_REST, 0)->text, "Rest. One minute, fifteen seconds.");
    assert_string_equal(fixture_cue(&session, CUE_NEXT, 0)->text, "Next: set two of two, right side.");
    session = compile_one(FIXTURE_BRIDGE, (Dose){2, 1, 10000, 1000}, false); // no time for any word
    assert_null(fixture_cue(&session, CUE_REST, 0));
    assert_null(fixture_cue(&session, CUE_NEXT, 0));
    assert_cues(&session);
}

static int64_t ready_ms(const Session *session, int step) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_READY && segment->step == step) return segment->end_ms - segment->start_ms;
    }
    return 0;
}

static void test_another_exercise_is_announced_at_the_beginning_of_a_rest(void **state) {
    (void)state;
    Session session = fixture_compile(&fixture);
    int rounds = 0;
    for (int i = 0; i < session.cues.count; i++) {
        const Cue *cue = &session.cues.items[i];
        if (cue->kind != CUE_NEXT) continue;
        const Segment *rest = &session.segments.items[cue->segment];
        bool is_early = cue->at_ms - rest->start_ms < rest->end_ms - cue->end_ms;
        bool is_set = strncmp(cue->text, "Next: set ", 10) == 0;
        assert_int_equal(is_early, !is_set);
        rounds += strcmp(cue->text, "Round two of two.") == 0 && strcmp(cue[1].text, "Next: Bridge.") == 0;
    }
    assert_int_equal(rounds, 1);
}

// 0 .. count - 1; seeded, so the same in every run (Knuth 1997, linear congruential).
static int chance(uint64_t *random, int count) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (int)((*random >> 33) % (uint64_t)count);
}

static void add_random_exercise(Section *section, uint64_t *random) {
    int move = chance(random, FIXTURE_MOVES);
    bool is_hold = fixture.moves[move].mode == MODE_HOLD;
    Dose dose = {.sets = 1 + chance(random, 3), .reps = is_hold ? 1 : 1 + chance(random, 25),
                 .hold_ms = chance(random, is_hold ? 60000 : 6000),
                 .rest_ms = chance(random, 2) * chance(random, 40000)};
    fixture_add(&fixture, section, move, dose)->alternate = chance(random, 2);
    if (chance(random, 4) == 0) fixture_say(&fixture, section, "Breathe out.");
}

// The number of exercises, counting every round.
static int make_random_routine(uint64_t *random) {
    int exercises = 0;
    fixture.routine.sections.count = 0;
    for (int sections = 1 + chance(random, 3); sections > 0; sections--) {
        Group group = (Group)chance(random, GROUP_COUNT);
        Section *section = fixture_section(&fixture, group, 1 + chance(random, 3), chance(random, 3) * 7000);
        for (int steps = 1 + chance(random, 4); steps > 0; steps--, exercises += section->rounds) {
            add_random_exercise(section, random);
        }
    }
    return exercises;
}

// Any doses in any order, spoken at any speed.
static void test_properties_hold_for_random_routines(void **state) {
    (void)state;
    uint64_t random = 1;
    for (int trial = 0; trial < 400; trial++) {
        int exercises = make_random_routine(&random);
        int letter_ms = 20 + chance(&random, 80);
        SessionOptions options = {.level = LEVEL_B1, .speech_ms = slow_speech, .speech_context = &letter_ms};
        Session session;
        Error error = {""};
        bool done = session_compile(&fixture.arena, &fixture.routine, &options, &session, &error);
        if (!done) fail_msg("%s", error.sentence);
        assert_int_equal(session.step_count, exercises);
        assert_segments(&session);
        assert_cues(&session);
        assert_sides(&session);
        if (trial % 20 == 0) assert_view(&session);
    }
}

static void test_getting_ready_takes_what_the_change_takes(void **state) {
    (void)state;
    Session session = fixture_compile(&fixture);
    assert_true(ready_ms(&session, 5) > ready_ms(&session, 1)); // from the floor to a chair; on the floor
    assert_true(ready_ms(&session, 3) < ready_ms(&session, 1)); // the second round
    for (int i = 0; i < session.cues.count; i++) {
        const Cue *cue = &session.cues.items[i];
        const Segment *segment = &session.segments.items[cue->segment];
        if (segment->kind != SEGMENT_READY) continue;
        if (cue->kind != CUE_GO && count_cues(&session, cue->segment, CUE_GO)) continue;
        assert_true(cue->end_ms + (cue->kind == CUE_GO ? GO_BEFORE_TONE_MS : READY_AFTER_SPEECH_MS) <= segment->end_ms);
    }
    assert_string_equal(fixture_cue(&session, CUE_NOTE, 0)->text, "Hold a chair.");
}

static void test_the_first_position_gives_time_to_come_from_the_keyboard(void **state) {
    (void)state;
    Session session = compile_one(FIXTURE_BRIDGE, (Dose){1, 1, 10000, 0}, false);
    assert_int_equal(ready_ms(&session, 0), 15000);
    session = compile_one(FIXTURE_STAND, (Dose){1, 8, 0, 0}, false); // and 3 s to fetch the chair
    assert_int_equal(ready_ms(&session, 0), 15000);
    fixture.moves[FIXTURE_STAND].clip.props[PROP_CHAIR] = false;
    fixture.moves[FIXTURE_STAND].cues[SLOT_SETUP] = NULL; // with it there is more to say than that
    session = compile_one(FIXTURE_STAND, (Dose){1, 8, 0, 0}, false);
    assert_int_equal(ready_ms(&session, 0), 12000);
}

static void test_the_same_routine_gives_the_same_session(void **state) {
    (void)state;
    Session a = fixture_compile(&fixture), b = fixture_compile(&fixture);
    TextBuilder first = {0}, second = {0};
    session_dump_json(&a, &first);
    session_dump_json(&b, &second);
    assert_string_equal(first.bytes, second.bytes);
    builder_free(&first);
    builder_free(&second);
}

static void assert_refused(const char *part) {
    Session session;
    Error error = {""};
    SessionOptions options = {.level = LEVEL_B1};
    assert_false(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    if (!strstr(error.sentence, part)) fail_msg("%s", error.sentence);
}

static void test_what_cannot_be_played_is_refused(void **state) {
    (void)state;
    fixture.routine.sections.count = 0;
    assert_refused("no exercise at level B1");
    Ladder ladder = {.id = "bridge"};
    ladder.rungs[LEVEL_A1] = (Exercise){.move = &fixture.moves[FIXTURE_BRIDGE], .dose = {1, 1, 10000, 0}};
    Section *section = fixture_section(&fixture, GROUP_STRENGTHEN, 3, 0);
    *list_push(&fixture.arena, &section->steps) = (Step){.kind = STEP_SLOT, .ladder = &ladder};
    assert_refused("no exercise at level B1");
    fixture_add(&fixture, section, FIXTURE_CLAM, (Dose){1, 0, 0, 0});
    assert_refused("asks for nothing of 'clam'");
    section->steps.count = 0;
    fixture_add(&fixture, section, FIXTURE_CLAM, (Dose){1, 2000000000, 0, 0});
    assert_refused("longer than 3 hours");
    section->steps.count = 0;
    fixture_add(&fixture, section, FIXTURE_BRIDGE, (Dose){2000000000, 1, 1000, 0});
    assert_refused("longer than 3 hours");
    section->steps.count = 0;
    section->rounds = 2000000000;
    fixture_add(&fixture, section, FIXTURE_BRIDGE, (Dose){1, 1, 1000, 0});
    assert_refused("longer than 3 hours");
}

static void test_speech_takes_longer_than_the_voice(void **state) {
    (void)state;
    // As spoken by the voice at its tempo, milliseconds.
    static const struct {
        const char *text;
        int spoken_ms;
    } spoken[] = {
        {"Clam, right side.", 1566},
        {"Eight.", 306},
        {"Fifteen.", 991},
        {"Five.", 601},
        {"Half way.", 796},
        {"Last one.", 1156},
        {"Next: set two of three.", 1966},
        {"Now the left side.", 1476},
        {"One.", 461},
        {"Rest. Fifteen seconds.", 2161},
        {"Rest. Forty-five seconds.", 2486},
        {"Rest. Sixteen seconds.", 2261},
        {"That is it. Well done.", 1501},
        {"Two.", 446},
        {"Squeeze your left buttock and tuck your tail.", 2996},
        {"Let both knees fall slowly to the right.", 2646},
        {"Next: Foam roller: quads and front of hip.", 3326},
        {"Walk your hands in and come up.", 1956},
        {"Step your right foot straight back and drop.", 2586},
        {"Round three of five. Next: Clam.", 2856},
        {"Both knees to chest, left side.", 2496},
        {"Rest. Fifty-seven seconds.", 2536},
        {"Left leg on the roller, right foot flat, hands behind.", 3891},
        {"Step your left foot straight back and drop.", 2721},
        {"Bridge, repetitions, left side.", 2676},
        {"Front shin stays upright. Body tall.", 2871},
        {"Feel the back of your thigh push.", 1781},
        {"Next: Lying knee-drop twist.", 2181},
        {"Rest. Forty-eight seconds.", 2261},
        {"Left foot on the wall, knee at a right angle.", 3121},
        {"Next: Side plank from the knees.", 2576},
        {"Scoot your hips to the back of the seat.", 2146},
        {"Ears over shoulders, shoulders over hips.", 3096},
        {"Single-leg bridge, right side.", 2476},
        {"Ball-on-wall glute release, right side.", 3156},
        {"Keep your chest open and breathe.", 2146},
        {"Nose over toes and stand up.", 2151},
        {"Lift into your bridge and stay there.", 2571},
        {"Hamstring stretch on a chair, left side.", 2951},
        {"Next: set four of five, right side.", 3431},
    };
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++) {
        int estimate_ms = session_speech_ms(spoken[i].text);
        bool is_near = estimate_ms >= spoken[i].spoken_ms && estimate_ms <= spoken[i].spoken_ms * 3 / 2 + 350;
        if (!is_near) fail_msg("%s %d ms, not %d", spoken[i].text, spoken[i].spoken_ms, estimate_ms);
    }
    assert_true(session_speech_ms("Forty-two, forty-three.") > session_speech_ms("Forty-two."));
    assert_true(session_speech_ms("") < 500);
}

// What the routine calls a move is spoken, announced and shown.
static void test_a_routine_may_rename_a_move(void **state) {
    (void)state;
    fixture.routine.sections.items[1].steps.items[0].exercise.name = "Quiet bridge";
    Session session = fixture_compile(&fixture);
    bool is_named = false, is_announced = false, is_old = false;
    for (int i = 0; i < session.cues.count; i++) {
        const char *text = session.cues.items[i].text;
        is_named |= text && strcmp(text, "Quiet bridge.") == 0;
        is_announced |= text && strcmp(text, "Next: Quiet bridge.") == 0;
        is_old |= text && strcmp(text, "Bridge.") == 0;
    }
    assert_true(is_named && is_announced && !is_old);
    for (int i = 0; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        if (segment->move == &fixture.moves[FIXTURE_BRIDGE]) assert_string_equal(segment_name(segment), "Quiet bridge");
        else if (segment->move) assert_string_equal(segment_name(segment), segment->move->name);
    }
}

// A phase with a tempo takes its time in every repetition, the others theirs; what is counted moves with it.
static void test_a_tempo_slows_one_phase(void **state) {
    (void)state;
    Session before = fixture_compile(&fixture);
    Exercise *clam = &fixture.routine.sections.items[1].steps.items[1].exercise;
    clam->dose.tempo = (Tempo){"close", 3500};
    Session now = fixture_compile(&fixture);
    assert_properties(&now);
    assert_int_equal(now.beats.count, before.beats.count);
    int slowed = 0;
    for (int i = 0; i < now.segments.count; i++) {
        const Segment *segment = &now.segments.items[i];
        if (segment->kind != SEGMENT_WORK) continue;
        for (int k = 0; k < segment->beat_count; k++) {
            const Beat *beat = &now.beats.items[segment->first_beat + k], *was = &before.beats.items[segment->first_beat + k];
            bool is_slow = segment->move == clam->move && strcmp(segment->move->clip.phases.items[beat->phase].name, "close") == 0;
            assert_int_equal(beat->end_ms - beat->start_ms, is_slow ? 3500 : was->end_ms - was->start_ms);
            slowed += is_slow;
        }
    }
    assert_int_equal(slowed, 2 * 2 * 12);
    // A phase that the move does not have changes nothing.
    clam->dose.tempo.phase = "lower";
    assert_int_equal(fixture_compile(&fixture).length_ms, before.length_ms);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_properties_hold),
        TEST(test_properties_hold_for_any_voice),
        TEST(test_sets_sides_and_rests_follow_in_order),
        TEST(test_one_side_alone),
        TEST(test_a_routine_may_rename_a_move),
        TEST(test_a_tempo_slows_one_phase),
        TEST(test_a_hold_lasts_its_time_and_motions_come_on_top),
        TEST(test_a_pause_of_nothing_has_no_beat),
        TEST(test_phases_done_once_frame_the_set),
        TEST(test_the_end_of_a_hold_is_counted_on_the_second),
        TEST(test_words_are_mirrored_on_the_left),
        TEST(test_counting),
        TEST(test_sentences_are_spoken_between_two_counts),
        TEST(test_the_first_count_follows_the_first_sentence),
        TEST(test_every_count_is_at_the_same_point_of_its_repetition),
        TEST(test_a_sentence_without_room_between_two_counts_is_left_out),
        TEST(test_half_of_ten_is_called_after_five),
        TEST(test_small_sets),
        TEST(test_half_way_does_not_follow_the_form),
        TEST(test_the_first_position_gives_time_to_come_from_the_keyboard),
        TEST(test_quick_repetitions_are_not_all_counted),
        TEST(test_rests_say_how_long_and_what_comes),
        TEST(test_another_exercise_is_announced_at_the_beginning_of_a_rest),
        TEST(test_properties_hold_for_random_routines),
        TEST(test_getting_ready_takes_what_the_change_takes),
        TEST(test_the_same_routine_gives_the_same_session),
        TEST(test_what_cannot_be_played_is_refused),
        TEST(test_speech_takes_longer_than_the_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
