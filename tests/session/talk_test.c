// How much is said, for every routine that comes with Limber and for a small one; with voices of any speed.
#include "session/fixture.h"
#include "session/properties.h"
#include "session/talk.h"
#include "session/timing.h"
#include "support/shipped.h"

static Arena arena;
static Library library;
static Fixture fixture;

static int set_up(void **state) {
    (void)state;
    fixture_make(&fixture);
    return shipped_read(&arena, &library) ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&fixture.arena);
    arena_free(&arena);
    return 0;
}

static int times(const void *context, const char *move) {
    (void)move;
    return *(const int *)context;
}

static int all_but_clam(const void *context, const char *move) {
    return strcmp(move, "clam") == 0 ? 0 : *(const int *)context;
}

// ---- the small routine ----

static Session compile_fixture(SessionOptions options) {
    Session session;
    Error error = {""};
    if (!session_compile(&fixture.arena, &fixture.routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    return session;
}

static Session compile_known(Talk talk, int times_done) {
    int *context = arena_new(&fixture.arena, int, 1);
    *context = times_done;
    return compile_fixture((SessionOptions){.talk = talk, .times_done = times, .times_context = context});
}

static int count_kind(const Session *session, CueKind kind) {
    int count = 0;
    for (int i = 0; i < session->cues.count; i++) count += session->cues.items[i].kind == kind;
    return count;
}

static void assert_kinds(const Session *session, const bool *expected) {
    for (int kind = 0; kind < CUE_KINDS; kind++) {
        if ((count_kind(session, (CueKind)kind) > 0) != expected[kind]) {
            fail_msg("talk %s: %s is %s", talk_names[session->talk], cue_kind_names[kind], expected[kind] ? "missing" : "said");
        }
    }
}

static const bool full[CUE_KINDS] = {
    [CUE_NAME] = true, [CUE_SETUP] = true, [CUE_NOTE] = true, [CUE_DOSE] = true, [CUE_SAFETY] = true, [CUE_GO] = true, [CUE_FORM] = true,
    [CUE_HOLD] = true, [CUE_RELEASE] = true, [CUE_SIDE] = true, [CUE_COUNT] = true, [CUE_HALFWAY] = true,
    [CUE_SECONDS] = true, [CUE_REST] = true, [CUE_NEXT] = true, [CUE_SAY] = true, [CUE_END] = true,
    [CUE_TONE_START] = true, [CUE_TONE_SWITCH] = true, [CUE_TONE_END] = true,
    [CUE_TONE_OUT] = true, [CUE_TONE_HOLD] = true, [CUE_TONE_BACK] = true,
};
static const bool brief[CUE_KINDS] = {
    [CUE_NAME] = true, [CUE_NOTE] = true, [CUE_SAFETY] = true, [CUE_SIDE] = true, [CUE_COUNT] = true,
    [CUE_HALFWAY] = true, [CUE_SECONDS] = true, [CUE_NEXT] = true, [CUE_SAY] = true, [CUE_END] = true,
    [CUE_TONE_START] = true, [CUE_TONE_SWITCH] = true, [CUE_TONE_RELEASE] = true, [CUE_TONE_END] = true,
    [CUE_TONE_OUT] = true, [CUE_TONE_HOLD] = true, [CUE_TONE_BACK] = true,
};
static const bool quiet[CUE_KINDS] = {
    [CUE_SAFETY] = true, [CUE_SAY] = true, [CUE_END] = true, // shown
    [CUE_TONE_START] = true, [CUE_TONE_SWITCH] = true, [CUE_TONE_RELEASE] = true, [CUE_TONE_END] = true,
    [CUE_TONE_OUT] = true, [CUE_TONE_HOLD] = true, [CUE_TONE_BACK] = true,
};

static void test_each_amount_has_its_sentences(void **state) {
    (void)state;
    Session session = compile_known(TALK_FULL, 0);
    assert_kinds(&session, full);
    session = compile_known(TALK_FULL_ALWAYS, 1000);
    assert_kinds(&session, full);
    session = compile_known(TALK_SHORT, 0);
    assert_kinds(&session, brief);
    session = compile_known(TALK_QUIET, 0);
    assert_kinds(&session, quiet);
}

static void test_talk_fades_as_a_move_gets_known(void **state) {
    (void)state;
    bool reminded[CUE_KINDS];
    memcpy(reminded, full, sizeof full);
    reminded[CUE_SETUP] = false;
    for (int done = 0; done < 9; done++) {
        Session session = compile_known(TALK_FULL, done);
        if (done >= 3 && done < 6) {
            assert_kinds(&session, reminded);
            continue;
        }
        bool expected[CUE_KINDS];
        memcpy(expected, done < 3 ? full : brief, sizeof expected);
        assert_kinds(&session, expected);
    }
}

static void test_each_move_fades_by_itself(void **state) {
    (void)state;
    int done = 100;
    Session session = compile_fixture((SessionOptions){.times_done = all_but_clam, .times_context = &done});
    for (int i = 0; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        if (segment->kind != SEGMENT_WORK) continue;
        bool is_new = strcmp(segment->move->id, "clam") == 0;
        assert_int_equal(count_cues(&session, i, CUE_GO) + count_cues(&session, i - 1, CUE_GO), is_new);
        assert_int_equal(count_cues(&session, i, CUE_RELEASE), is_new);
        assert_int_equal(count_cues(&session, i, CUE_TONE_RELEASE), !is_new);
    }
    assert_true(count_kind(&session, CUE_SETUP) > 0);
}

static void test_quiet_shows_what_is_of_safety(void **state) {
    (void)state;
    Session session = compile_known(TALK_QUIET, 0);
    int shown = 0;
    for (int i = 0; i < session.cues.count; i++) {
        const Cue *cue = &session.cues.items[i];
        assert_int_equal(cue->text != NULL, cue->is_shown_only); // nothing is spoken
        shown += cue->kind == CUE_SAFETY;
    }
    assert_int_equal(shown, 1);
    session = compile_known(TALK_SHORT, 0);
    for (int i = 0; i < session.cues.count; i++) assert_false(session.cues.items[i].is_shown_only);
}

static void test_rolling_is_warned_of_once(void **state) {
    (void)state;
    fixture.moves[FIXTURE_BRIDGE].clip.props[PROP_ROLLER] = true; // in two rounds
    Session session = compile_known(TALK_SHORT, 0);
    assert_int_equal(count_kind(&session, CUE_SAFETY), 2);
    for (int i = 0, seen = 0; i < session.cues.count; i++) {
        const Cue *cue = &session.cues.items[i];
        if (cue->kind != CUE_SAFETY) continue;
        assert_string_equal(cue->text, seen++ ? "Roll on muscle only, slowly, and never into sharp pain."
                                              : "Stop at once if anything hurts.");
    }
    fixture.moves[FIXTURE_BRIDGE].clip.props[PROP_ROLLER] = false;
}

// The same exercises at the same doses; only waiting gets shorter, and never too short for the body.
static void test_less_talk_is_less_waiting(void **state) {
    (void)state;
    Session whole = compile_known(TALK_FULL, 0), known = compile_known(TALK_FULL, 9);
    assert_true(known.length_ms <= whole.length_ms);
    for (int talk = TALK_SHORT; talk < TALK_COUNT; talk++) {
        Session session = compile_known((Talk)talk, 0);
        const Move *before = NULL;
        assert_int_equal(session.segments.count, whole.segments.count);
        for (int i = 0; i < session.segments.count; i++) {
            const Segment *a = &whole.segments.items[i], *b = &session.segments.items[i];
            int64_t a_ms = a->end_ms - a->start_ms, b_ms = b->end_ms - b->start_ms;
            assert_int_equal(a->kind, b->kind);
            if (a->kind == SEGMENT_WORK || a->kind == SEGMENT_REST) assert_int_equal(a_ms, b_ms);
            else assert_true(b_ms <= a_ms);
            if (b->kind == SEGMENT_READY && b->round == 1) assert_true(b_ms >= timing_change_ms(before, b->move));
            if (b->kind == SEGMENT_SWITCH) assert_true(b_ms >= timing_switch_ms(b->move));
            if (b->kind == SEGMENT_WORK) before = b->move;
        }
    }
}

// ---- every routine ----

typedef struct {
    Talk talk;
    int times_done;
    Amount amount;
} Case;

static const Case cases[] = {
    {TALK_FULL, 0, AMOUNT_FULL},   {TALK_FULL, 4, AMOUNT_REMIND},  {TALK_FULL, 9, AMOUNT_SHORT},
    {TALK_FULL_ALWAYS, 9, AMOUNT_FULL}, {TALK_SHORT, 0, AMOUNT_SHORT}, {TALK_QUIET, 0, AMOUNT_QUIET},
};

// Names, set-ups and warnings are whole, and there is a moment left after them.
static void assert_explained(const Session *session, Amount amount) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK) {
            assert_int_equal(count_cues(session, i, CUE_TONE_START), 1);
            // The way back is told by a sentence or by a tone.
            assert_int_equal(count_cues(session, i, CUE_TONE_RELEASE) + count_cues(session, i, CUE_RELEASE), 1);
            if (amount >= AMOUNT_SHORT) assert_int_equal(count_cues(session, i, CUE_RELEASE), 0);
        }
        if (segment->kind != SEGMENT_READY) continue;
        assert_int_equal(count_cues(session, i, CUE_NAME), amount != AMOUNT_QUIET);
        bool explains = amount == AMOUNT_FULL && segment->round == 1 && segment->move->cues[SLOT_SETUP];
        assert_int_equal(count_cues(session, i, CUE_SETUP), explains);
    }
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        const Segment *segment = &session->segments.items[cue->segment];
        int after_ms = cue->kind == CUE_GO ? GO_BEFORE_TONE_MS : READY_AFTER_SPEECH_MS;
        bool is_last = cue->kind == CUE_GO || !count_cues(session, cue->segment, CUE_GO);
        if (segment->kind == SEGMENT_READY && is_last) assert_true(cue->end_ms + after_ms <= segment->end_ms);
        if (cue->kind == CUE_SETUP || cue->kind == CUE_SIDE) assert_true(cue->end_ms <= segment->end_ms);
    }
}

static void compile_all(const Case *how, int (*speech_ms)(const void *, const char *), const void *context) {
    int sessions = 0;
    for (int i = 0; i < library.routines.count * LEVEL_COUNT; i++) {
        Arena scratch = {0};
        SessionOptions options = {.level = (Level)(i % LEVEL_COUNT), .library = &library, .talk = how->talk,
                                  .times_done = times, .times_context = &how->times_done,
                                  .speech_ms = speech_ms, .speech_context = context};
        Session session;
        Error error;
        if (session_compile(&scratch, library.routines.items[i / LEVEL_COUNT], &options, &session, &error)) {
            assert_segments(&session);
            assert_cues(&session); // no two sentences overlap
            assert_sides(&session);
            assert_explained(&session, how->amount);
            sessions++;
        }
        arena_free(&scratch);
    }
    assert_true(sessions >= library.routines.count);
}

static void test_all_routines_at_all_levels_in_every_talk(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) compile_all(&cases[i], NULL, NULL);
}

static int slow_ms(const void *context, const char *text) {
    return *(const int *)context * session_speech_ms(text) / 100;
}

static int any_ms(const void *context, const char *text) {
    uint32_t seed = *(const uint32_t *)context;
    for (; *text; text++) seed = (seed ^ (unsigned char)*text) * 16777619u;
    return (int)(seed >> 8) % 9000;
}

static void test_any_voice_can_say_it(void **state) {
    (void)state;
    for (int percent = 20; percent <= 400; percent += 190) compile_all(&cases[0], slow_ms, &percent);
    for (uint32_t seed = 1; seed <= 2; seed++) compile_all(&cases[seed], any_ms, &seed);
}

// A slow voice: the time to get ready grows by as much as the set-up needs, and counts make room.
static void test_words_that_matter_get_their_time(void **state) {
    (void)state;
    int slow = 400, usual = 100;
    Session session = compile_fixture((SessionOptions){.speech_ms = slow_ms, .speech_context = &slow});
    Session quick = compile_fixture((SessionOptions){.speech_ms = slow_ms, .speech_context = &usual});
    assert_true(session.segments.items[0].end_ms > 2 * quick.segments.items[0].end_ms);
    assert_int_equal(count_kind(&session, CUE_NAME), count_kind(&quick, CUE_NAME));
    assert_int_equal(count_kind(&session, CUE_GO), count_kind(&quick, CUE_GO));
    assert_int_equal(count_kind(&session, CUE_RELEASE) + count_kind(&session, CUE_TONE_RELEASE),
                     count_kind(&quick, CUE_RELEASE));
    assert_int_equal(count_kind(&session, CUE_SAFETY), count_kind(&quick, CUE_SAFETY));
    assert_true(count_kind(&session, CUE_COUNT) < count_kind(&quick, CUE_COUNT));
    assert_true(count_kind(&session, CUE_SECONDS) < count_kind(&quick, CUE_SECONDS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_amount_has_its_sentences),
        cmocka_unit_test(test_talk_fades_as_a_move_gets_known),
        cmocka_unit_test(test_each_move_fades_by_itself),
        cmocka_unit_test(test_quiet_shows_what_is_of_safety),
        cmocka_unit_test(test_rolling_is_warned_of_once),
        cmocka_unit_test(test_less_talk_is_less_waiting),
        cmocka_unit_test(test_all_routines_at_all_levels_in_every_talk),
        cmocka_unit_test(test_any_voice_can_say_it),
        cmocka_unit_test(test_words_that_matter_get_their_time),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
