#include "app/announcer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

enum { TOLD_MAX = 4000, SAMPLES_PER_MS = SOUND_RATE / 1000, CUES_MAX = 64 };

typedef struct {
    const Cue *cue;
    int64_t played_ms;
} Told;

// A session, everything that plays it, and what the log was told.
typedef struct {
    Arena arena;
    Session session;
    Cue cues[CUES_MAX];
    Speaker *speaker;
    Announcer *announcer;
    Playhead playhead;
    Mixer mixer;
    bool has_mixer;
    Told told[TOLD_MAX];
    int told_count;
    float out[2 * SOUND_RATE];
} Run;

static Run run;

static void listen(void *context, const Cue *cue, int64_t played_ms) {
    Run *into = context;
    assert_in_range(into->told_count, 0, TOLD_MAX - 1);
    into->told[into->told_count++] = (Told){cue, played_ms};
}

static void add_cue(int64_t at_ms, CueKind kind, const char *text) {
    assert_in_range(run.session.cues.count, 0, CUES_MAX - 1);
    run.cues[run.session.cues.count++] = (Cue){.at_ms = at_ms, .end_ms = at_ms + 500, .kind = kind, .text = text};
}

static void begin(int64_t length_ms) {
    memset(&run, 0, sizeof run);
    run.session.length_ms = length_ms;
    run.session.cues.items = run.cues;
}

static void play(Speaker *speaker, bool has_mixer) {
    run.speaker = speaker;
    run.announcer = announcer_make(&run.arena, speaker, listen, &run);
    run.playhead = playhead_start(&run.session, 0);
    run.has_mixer = has_mixer;
    mixer_start(&run.mixer);
    announcer_step(run.announcer, &run.playhead, has_mixer ? &run.mixer : NULL, 0);
}

static void finish(void) {
    announcer_end(run.announcer, run.has_mixer ? &run.mixer : NULL);
    if (run.speaker) speaker_close(run.speaker);
    arena_free(&run.arena);
}

// One picture; the samples it is worth stay in run.out.
static void step(int ms) {
    if (run.has_mixer) mixer_mix(&run.mixer, run.out, ms * SAMPLES_PER_MS);
    playhead_advance(&run.playhead, ms);
    announcer_step(run.announcer, &run.playhead, run.has_mixer ? &run.mixer : NULL, run.mixer.position);
}

static void seek(double position_ms) {
    playhead_seek(&run.playhead, position_ms);
    announcer_reset(run.announcer, run.has_mixer ? &run.mixer : NULL);
}

static const Told *told_of(int cue) {
    const Told *found = NULL;
    for (int i = 0; i < run.told_count; i++) {
        if (run.told[i].cue != &run.cues[cue]) continue;
        if (found) fail_msg("cue %d was told twice", cue);
        found = &run.told[i];
    }
    if (!found) fail_msg("cue %d was not told", cue);
    return found;
}

static const MixerVoice *sounding(CueKind kind_of_bus) {
    Bus bus = kind_of_bus >= CUE_TONE_START ? BUS_TONE : BUS_VOICE;
    for (int i = 0; i < run.mixer.voice_count; i++) {
        if (run.mixer.voices[i].bus == bus) return &run.mixer.voices[i];
    }
    return NULL;
}

static void add_ordinary_cues(void) {
    add_cue(0, CUE_TONE_START, NULL);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    add_cue(4500, CUE_SETUP, "Kneel on your right knee.");
    add_cue(7000, CUE_GO, "Move forward.");
    for (int i = 0; i < 10; i++) add_cue(9000 + 1000 * i, CUE_COUNT, "Five.");
    add_cue(19500, CUE_HALFWAY, "Half way.");
    add_cue(22000, CUE_TONE_SWITCH, NULL);
    add_cue(22500, CUE_SIDE, "Now the left side.");
    add_cue(25000, CUE_FORM, "Keep your back long.");
    add_cue(28000, CUE_END, "That is it. Well done.");
    add_cue(29900, CUE_TONE_END, NULL);
}

static void test_every_cue_is_played_when_it_is_planned(void **state) {
    (void)state;
    for (int round = 0; round < 3; round++) {
        begin(30000);
        add_ordinary_cues();
        play(speaker_open(false, NULL), true);
        srand((unsigned)round);
        while (!playhead_at_end(&run.playhead)) step(round == 0 ? 20 : 1 + rand() % 120);
        step(200);
        assert_int_equal(run.told_count, run.session.cues.count);
        for (int i = 0; i < run.told_count; i++) {
            assert_ptr_equal(run.told[i].cue, &run.cues[i]);
            assert_int_equal(run.told[i].played_ms, run.cues[i].at_ms);
        }
        finish();
    }
}

static void test_the_sound_begins_at_the_sample(void **state) {
    (void)state;
    begin(6000);
    add_cue(1237, CUE_NAME, "Clam.");
    add_cue(4001, CUE_TONE_SWITCH, NULL);
    play(speaker_open(false, NULL), true);
    int64_t onsets[4], quiet = SOUND_RATE;
    int found = 0;
    while (!playhead_at_end(&run.playhead)) {
        int64_t from = run.mixer.position;
        step(17);
        for (int i = 0; i < 17 * SAMPLES_PER_MS; i++) {
            bool sound = fabsf(run.out[2 * i]) > 1e-6f;
            if (sound && quiet > SOUND_RATE / 2 && found < 4) onsets[found++] = from + i;
            quiet = sound ? 0 : quiet + 1;
        }
    }
    assert_int_equal(found, 2);
    assert_in_range(onsets[0], 1237 * SAMPLES_PER_MS, 1237 * SAMPLES_PER_MS + 5);
    assert_in_range(onsets[1], 4001 * SAMPLES_PER_MS, 4001 * SAMPLES_PER_MS + 20);
    finish();
}

static void assert_one_voice_at_a_time(void) {
    for (int a = 0; a < run.mixer.voice_count; a++) {
        for (int b = 0; b < run.mixer.voice_count; b++) {
            const MixerVoice *first = &run.mixer.voices[a], *second = &run.mixer.voices[b];
            if (a == b || first->bus != BUS_VOICE || second->bus != BUS_VOICE) continue;
            if (second->start < first->start) continue;
            int64_t end = first->start + first->clip.count;
            if (first->fade_at != INT64_MAX && first->fade_at + MIXER_FADE_SAMPLES < end) {
                end = first->fade_at + MIXER_FADE_SAMPLES;
            }
            assert_true(end <= second->start);
        }
    }
}

// Which cues a listener should have met, kept by the simplest possible bookkeeping.
typedef struct {
    int next;
    int count[CUES_MAX];
} Expected;

static void expect_after_seek(Expected *expected) {
    expected->next = 0;
    while (expected->next < run.session.cues.count &&
           (double)run.cues[expected->next].at_ms < run.playhead.position_ms) {
        expected->next++;
    }
}

static void expect_passed(Expected *expected) {
    while (expected->next < run.session.cues.count &&
           (double)run.cues[expected->next].at_ms <= run.playhead.position_ms) {
        expected->count[expected->next++]++;
    }
}

static void do_something(Expected *expected) {
    int what = rand() % 40;
    if (what == 0) {
        seek((double)(rand() % 30000) + 0.5);
        expect_after_seek(expected);
    } else if (what == 1) {
        playhead_pause(&run.playhead);
    } else if (what <= 3) {
        playhead_resume(&run.playhead);
    } else if (what == 4) {
        playhead_set_tempo(&run.playhead, 0.5 + rand() % 11 * 0.1);
    }
    step(1 + rand() % 200);
    expect_passed(expected);
    if (run.has_mixer) assert_one_voice_at_a_time();
}

static void test_each_cue_exactly_once_whatever_happens(void **state) {
    (void)state;
    for (int round = 0; round < 40; round++) {
        begin(30000);
        add_ordinary_cues();
        bool has_mixer = round % 4 != 3;
        play(round % 4 != 2 ? speaker_open(false, NULL) : NULL, has_mixer);
        Expected expected = {0};
        expect_passed(&expected);
        srand((unsigned)round);
        for (int i = 0; i < 600; i++) do_something(&expected);
        finish();
        for (int c = 0; c < run.session.cues.count; c++) {
            int told = 0;
            for (int i = 0; i < run.told_count; i++) told += run.told[i].cue == &run.cues[c];
            if (told != expected.count[c]) {
                fail_msg("round %d, cue %d at %d ms: told %d times, passed %d times", round, c,
                         (int)run.cues[c].at_ms, told, expected.count[c]);
            }
        }
    }
}

static void test_a_name_cuts_a_count(void **state) {
    (void)state;
    begin(5000);
    add_cue(1000, CUE_COUNT, "One hundred and twenty seven.");
    add_cue(1500, CUE_NAME, "Clam.");
    play(speaker_open(false, NULL), true);
    while (run.playhead.position_ms < 1450) step(10);
    assert_one_voice_at_a_time();
    while (!playhead_at_end(&run.playhead)) step(10);
    assert_int_equal(told_of(0)->played_ms, 1000);
    assert_int_equal(told_of(1)->played_ms, 1500);
    finish();
}

static void test_a_name_that_began_is_never_cut(void **state) {
    (void)state;
    SoundClip clip;
    Speaker *speaker = speaker_open(false, NULL);
    assert_true(speaker_take(speaker, "Half-kneeling hip flexor, right side.", &clip));
    int64_t name_ms = clip.count / SAMPLES_PER_MS;
    speaker_release(speaker, clip);
    begin(10000);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    add_cue(1500, CUE_COUNT, "Four.");                  // of no use when the name is over
    add_cue(1000 + name_ms - 300, CUE_SIDE, "Now the left side."); // can wait for that
    play(speaker, true);
    while (run.playhead.position_ms < 1000 + (double)name_ms - 10) {
        step(10);
        const MixerVoice *voice = sounding(CUE_NAME);
        if (voice && run.playhead.position_ms > 1000) assert_int_equal(voice->fade_at, INT64_MAX);
        assert_one_voice_at_a_time();
    }
    while (!playhead_at_end(&run.playhead)) step(10);
    assert_int_equal(told_of(0)->played_ms, 1000);
    assert_int_equal(told_of(1)->played_ms, ANNOUNCER_LEFT_OUT);
    assert_in_range(told_of(2)->played_ms, 1000 + name_ms, 1000 + name_ms + 1);
    finish();
}

// Two that meet, the second in the middle of the first: whether the first is cut for it.
static bool is_cut(CueKind first, CueKind second) {
    begin(9000);
    add_cue(1000, first, "Half-kneeling hip flexor, right side.");
    add_cue(1600, second, "Lift.");
    play(speaker_open(false, NULL), true);
    bool cut = false;
    while (!playhead_at_end(&run.playhead)) {
        step(10);
        assert_one_voice_at_a_time();
        for (int i = 0; i < run.mixer.voice_count; i++) cut |= run.mixer.voices[i].fade_at != INT64_MAX;
    }
    assert_int_equal(told_of(0)->played_ms, 1000);
    int64_t played_ms = told_of(1)->played_ms; // what is not worth a cut waits for the end of the first, or is left out
    if (cut) assert_int_equal(played_ms, 1600);
    else assert_true(played_ms == ANNOUNCER_LEFT_OUT || played_ms > 2500);
    finish();
    return cut;
}

static void test_what_matters_more_cuts_what_matters_less(void **state) {
    (void)state;
    static const CueKind order[] = {CUE_SETUP, CUE_SAFETY, CUE_NEXT, CUE_FORM, CUE_HALFWAY, CUE_COUNT};
    enum { COUNT = sizeof order / sizeof *order };
    for (int first = 0; first < COUNT; first++)
        for (int second = 0; second < COUNT; second++)
            assert_int_equal(is_cut(order[first], order[second]), first > second);
    assert_false(is_cut(CUE_NAME, CUE_SETUP)); // neither is ever cut
    assert_false(is_cut(CUE_SETUP, CUE_NAME));
    assert_false(is_cut(CUE_NOTE, CUE_NAME));
    assert_true(is_cut(CUE_SAFETY, CUE_NAME));
}

static void test_a_remark_is_said_at_once_but_never_cuts_a_name(void **state) {
    (void)state;
    begin(12000);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    play(speaker_open(false, NULL), true);
    while (run.playhead.position_ms < 1500) step(10);
    announcer_remark(run.announcer, "Easier: a shorter step.");
    step(10);
    assert_int_equal(run.mixer.voice_count, 2);
    assert_one_voice_at_a_time();
    int64_t name_end = run.mixer.voices[0].start + run.mixer.voices[0].clip.count;
    assert_int_equal(run.mixer.voices[1].start, name_end);
    while (run.playhead.position_ms < 8000) step(10);
    assert_int_equal(run.mixer.voice_count, 0);
    announcer_remark(run.announcer, "Easier: a shorter step.");
    step(10);
    assert_int_equal(run.mixer.voice_count, 1);
    assert_in_range(run.mixer.position - run.mixer.voices[0].start, 0, 10 * SAMPLES_PER_MS);
    assert_int_equal(told_of(0)->played_ms, 1000); // and the log tells of cues only
    assert_int_equal(run.told_count, 1);
    finish();
}

static void test_a_remark_waits_through_a_pause(void **state) {
    (void)state;
    begin(12000);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    play(speaker_open(false, NULL), true);
    playhead_pause(&run.playhead);
    announcer_remark(run.announcer, "Easier: a shorter step.");
    for (int i = 0; i < 10; i++) step(20);
    assert_int_equal(run.mixer.voice_count, 0);
    playhead_resume(&run.playhead);
    for (int i = 0; i < RESUME_READY_MS / 20 + 3; i++) step(20);
    assert_int_equal(run.mixer.voice_count, 1);
    finish();
}

static void test_what_is_only_shown_makes_no_sound(void **state) {
    (void)state;
    begin(3000);
    add_cue(1000, CUE_SAFETY, "Stop at once if anything hurts.");
    run.cues[0].is_shown_only = true;
    play(speaker_open(false, NULL), true);
    while (!playhead_at_end(&run.playhead)) {
        step(10);
        assert_int_equal(run.mixer.voice_count, 0);
    }
    assert_int_equal(told_of(0)->played_ms, 1000);
    assert_int_equal(speaker_bytes(run.speaker), 0); // nobody spoke it
    finish();
}

static void test_a_pause_keeps_what_was_planned(void **state) {
    (void)state;
    begin(5000);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    add_cue(1040, CUE_TONE_SWITCH, NULL);
    play(speaker_open(false, NULL), true);
    while (run.playhead.position_ms < 1020) step(20); // the name sounds, the tone is set
    playhead_pause(&run.playhead);
    step(20);
    int64_t frozen = run.mixer.position;
    for (int i = 0; i < 50; i++) step(20);
    assert_int_equal(run.mixer.position, frozen);
    playhead_resume(&run.playhead);
    for (int i = 0; i < RESUME_READY_MS / 20 - 1; i++) step(20);
    assert_int_equal(run.mixer.position, frozen); // the countdown is silent
    assert_int_equal(run.told_count, 1);
    for (int i = 0; i < 20; i++) step(20);
    assert_int_equal(told_of(0)->played_ms, 1000);
    assert_int_equal(told_of(1)->played_ms, 1040);
    const MixerVoice *name = sounding(CUE_NAME);
    assert_non_null(name);
    assert_int_equal(name->fade_at, INT64_MAX);
    finish();
}

static void test_a_jump_silences_and_plays_again(void **state) {
    (void)state;
    begin(9000);
    add_cue(1000, CUE_NAME, "Half-kneeling hip flexor, right side.");
    add_cue(6000, CUE_SAY, "Breathe out.");
    play(speaker_open(false, NULL), true);
    while (run.playhead.position_ms < 1500) step(20);
    seek(5900);
    step(20);
    step(20);
    const MixerVoice *voice = sounding(CUE_NAME);
    assert_true(!voice || voice->start > run.mixer.position); // silent, though the next may be set
    while (run.playhead.position_ms < 7000) step(20);
    assert_int_equal(told_of(1)->played_ms, 6000);
    run.told_count = 0;
    playhead_seek(&run.playhead, 900); // a step notices by itself that time went back
    step(20);
    while (run.playhead.position_ms < 2000) step(20);
    assert_int_equal(run.told_count, 1);
    assert_int_equal(told_of(0)->played_ms, 1000);
    finish();
}

static void wait_until_spoken(const char *text) {
    SoundClip clip;
    for (int i = 0; i < 10000; i++) {
        if (speaker_take(run.speaker, text, &clip)) {
            speaker_release(run.speaker, clip);
            return;
        }
        nanosleep(&(struct timespec){0, 2000000}, NULL);
    }
    fail_msg("never spoken");
}

static void test_what_is_not_ready_is_late_or_left_out(void **state) {
    (void)state;
    char endless[390];
    for (size_t i = 0; i < sizeof endless; i++) endless[i] = "breathe "[i % 8];
    endless[sizeof endless - 1] = '\0';
    begin(5000);
    add_cue(10, CUE_NAME, "Clam, right side.");
    add_cue(20, CUE_COUNT, "Eleven.");
    add_cue(3000, CUE_COUNT, "Twelve.");
    Speaker *speaker = speaker_open(true, NULL);
    speaker_request(speaker, endless); // keeps the thread busy for longer than the next lines take
    play(speaker, true);
    step(150);
    assert_int_equal(told_of(1)->played_ms, ANNOUNCER_LEFT_OUT);
    assert_int_equal(run.told_count, 1);
    wait_until_spoken("Clam, right side.");
    step(150);
    step(50);
    assert_int_equal(told_of(0)->played_ms, 300);
    wait_until_spoken("Twelve.");
    while (!playhead_at_end(&run.playhead)) step(50);
    assert_int_equal(told_of(2)->played_ms, 3000);
    finish();
}

static void test_without_sound_cues_are_told_as_planned(void **state) {
    (void)state;
    for (int has_mixer = 0; has_mixer < 2; has_mixer++) {
        begin(30000);
        add_ordinary_cues();
        play(NULL, has_mixer != 0);
        while (!playhead_at_end(&run.playhead)) {
            step(33);
            if (has_mixer) assert_null(sounding(CUE_NAME)); // tones only
        }
        step(33);
        for (int i = 0; i < run.session.cues.count; i++) assert_int_equal(told_of(i)->played_ms, run.cues[i].at_ms);
        finish();
    }
}

static void test_the_log_is_a_table(void **state) {
    (void)state;
    Cue name = {.at_ms = 1500, .kind = CUE_NAME, .text = "Clam."}, tone = {.at_ms = 9, .kind = CUE_TONE_END};
    FILE *file = tmpfile();
    announcer_log_line(file, &name, 1502);
    announcer_log_line(file, &name, ANNOUNCER_LEFT_OUT);
    announcer_log_line(file, &tone, 9);
    rewind(file);
    char text[200] = {0}, wanted[200];
    assert_true(fread(text, 1, sizeof text - 1, file) > 0);
    fclose(file);
    const char *named = cue_kind_names[CUE_NAME];
    snprintf(wanted, sizeof wanted, "1500\t1502\t%s\tClam.\n1500\t-\t%s\tClam.\n9\t9\t%s\t\n", named, named,
             cue_kind_names[CUE_TONE_END]);
    assert_string_equal(text, wanted);
}

static void test_a_breath_is_as_long_as_it_is_at_the_tempo(void **state) {
    (void)state;
    static const double tempos[] = {1.0, 0.5, 1.5};
    static const int in_s[] = {4, 8, 2}; // whole seconds, of a breath of four
    for (int t = 0; t < 3; t++) {
        begin(12000);
        add_cue(1500, CUE_BREATH_IN, NULL);
        add_cue(5500, CUE_BREATH_OUT, NULL);
        run.cues[0].end_ms = 5500, run.cues[1].end_ms = 10500;
        play(NULL, true);
        playhead_set_tempo(&run.playhead, tempos[t]);
        const MixerVoice *breath = NULL;
        while (!(breath = sounding(CUE_BREATH_IN))) step(10);
        assert_int_equal(breath->clip.count, in_s[t] * SOUND_RATE);
        assert_true(llabs(breath->start - (int64_t)(1500 * SAMPLES_PER_MS / tempos[t])) <= SAMPLES_PER_MS);
        SoundClip in = breath->clip;
        while (run.playhead.position_ms < 5600) step(10);
        assert_false(mixer_uses(&run.mixer, in)); // over before the next begins
        assert_non_null(sounding(CUE_BREATH_OUT));
        while (!playhead_at_end(&run.playhead)) step(10);
        assert_int_equal(told_of(0)->played_ms, 1500);
        assert_int_equal(told_of(1)->played_ms, 5500);
        finish();
    }
}

static void test_out_hold_and_back_have_sounds_of_their_own(void **state) {
    (void)state;
    begin(8000);
    add_cue(1000, CUE_TONE_OUT, NULL);
    add_cue(3000, CUE_TONE_HOLD, NULL);
    add_cue(5000, CUE_TONE_BACK, NULL);
    play(NULL, true);
    const float *samples[3];
    for (int i = 0; i < 3; i++) {
        while (run.playhead.position_ms < 1000 + 2000 * i) step(10);
        assert_non_null(sounding(CUE_TONE_OUT));
        samples[i] = sounding(CUE_TONE_OUT)->clip.samples;
    }
    assert_true(samples[0] != samples[1] && samples[1] != samples[2] && samples[0] != samples[2]);
    finish();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_cue_is_played_when_it_is_planned),
        cmocka_unit_test(test_the_sound_begins_at_the_sample),
        cmocka_unit_test(test_each_cue_exactly_once_whatever_happens),
        cmocka_unit_test(test_a_name_cuts_a_count),
        cmocka_unit_test(test_a_name_that_began_is_never_cut),
        cmocka_unit_test(test_what_matters_more_cuts_what_matters_less),
        cmocka_unit_test(test_a_remark_is_said_at_once_but_never_cuts_a_name),
        cmocka_unit_test(test_a_remark_waits_through_a_pause),
        cmocka_unit_test(test_what_is_only_shown_makes_no_sound),
        cmocka_unit_test(test_a_pause_keeps_what_was_planned),
        cmocka_unit_test(test_a_jump_silences_and_plays_again),
        cmocka_unit_test(test_what_is_not_ready_is_late_or_left_out),
        cmocka_unit_test(test_without_sound_cues_are_told_as_planned),
        cmocka_unit_test(test_the_log_is_a_table),
        cmocka_unit_test(test_a_breath_is_as_long_as_it_is_at_the_tempo),
        cmocka_unit_test(test_out_hold_and_back_have_sounds_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
