// What pages without a playhead say, as it comes out of the mixer.
#include "app/announcer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { SAMPLES_PER_MS = SOUND_RATE / 1000 };

static struct {
    Arena arena;
    Speaker *speaker;
    Announcer *announcer;
    Mixer mixer;
    float out[2 * SOUND_RATE / 10];
} run;

static void step_page(Mixer *mixer, int ms) {
    if (mixer) mixer_mix(mixer, run.out, ms * SAMPLES_PER_MS);
    announcer_idle(run.announcer, mixer);
}

static float loudest(int ms) {
    float peak = 0;
    for (int i = 0; i < 2 * ms * SAMPLES_PER_MS; i++) peak = fmaxf(peak, fabsf(run.out[i]));
    return peak;
}

static void open_page(void) {
    memset(&run, 0, sizeof run);
    run.speaker = speaker_open(false, NULL);
    run.announcer = announcer_make(&run.arena, run.speaker, NULL, NULL);
    mixer_start(&run.mixer);
}

static void close_page(void) {
    announcer_end(run.announcer, &run.mixer);
    speaker_close(run.speaker);
    arena_free(&run.arena);
}

static void test_a_page_is_heard_without_a_session(void **state) {
    (void)state;
    open_page();
    mixer_pause(&run.mixer, true); // as a session under it left it
    announcer_remark(run.announcer, "What did you feel?");
    step_page(&run.mixer, 20);
    assert_int_equal(run.mixer.voice_count, 1);
    for (int i = 0; i < 5; i++) step_page(&run.mixer, 100);
    assert_true(loudest(100) > 0.01f);
    for (int i = 0; i < 40; i++) step_page(&run.mixer, 100);
    assert_int_equal(run.mixer.voice_count, 0); // once
    close_page();
}

static void test_sentences_of_a_page_follow_one_another(void **state) {
    (void)state;
    open_page();
    announcer_remark(run.announcer, "Right side.");
    announcer_remark(run.announcer, "What did you feel?");
    int64_t first_end = 0, second_start = 0;
    for (int i = 0; i < 400 && !second_start; i++) {
        step_page(&run.mixer, 10);
        assert_in_range(run.mixer.voice_count, 0, 1);
        const MixerVoice *voice = run.mixer.voice_count ? &run.mixer.voices[0] : NULL;
        if (voice && !first_end) first_end = voice->start + voice->clip.count;
        if (voice && voice->start >= first_end) second_start = voice->start;
    }
    assert_in_range(second_start - first_end, 400 * SAMPLES_PER_MS, 430 * SAMPLES_PER_MS);
    close_page();
}

static void test_an_answer_cuts_the_question_off(void **state) {
    (void)state;
    open_page();
    announcer_remark(run.announcer, "How sore are your muscles, one to ten?");
    announcer_remark(run.announcer, "What did you feel?");
    for (int i = 0; i < 5; i++) step_page(&run.mixer, 100);
    announcer_reset(run.announcer, &run.mixer);
    for (int i = 0; i < 10; i++) step_page(&run.mixer, 100);
    assert_int_equal(run.mixer.voice_count, 0); // and what would have come is not said either
    announcer_remark(run.announcer, "How much, one to ten?");
    step_page(&run.mixer, 10);
    assert_int_equal(run.mixer.voice_count, 1); // the next at once
    close_page();
}

static void test_the_first_question_waits_for_the_device(void **state) {
    (void)state;
    open_page();
    announcer_remark(run.announcer, "What did you feel?");
    for (int i = 0; i < 30; i++) step_page(NULL, 100);
    announcer_lose_sound(run.announcer); // another device was found
    step_page(&run.mixer, 10);
    assert_int_equal(run.mixer.voice_count, 1);
    close_page();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_is_heard_without_a_session),
        cmocka_unit_test(test_sentences_of_a_page_follow_one_another),
        cmocka_unit_test(test_an_answer_cuts_the_question_off),
        cmocka_unit_test(test_the_first_question_waits_for_the_device),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
