#include "sound/mixer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { LENGTH = 4800, CHUNK = 1000, FADE = MIXER_FADE_SAMPLES };

static float constant[LENGTH]; // 0.5 throughout: every step of the gain shows
static float out[2 * 72000];

static SoundClip steady(void) {
    for (int i = 0; i < LENGTH; i++) constant[i] = 0.5f;
    return (SoundClip){constant, LENGTH};
}

static float largest_step(const float *samples, int frames) {
    float largest = 0.0f;
    for (int i = 1; i < frames; i++) largest = fmaxf(largest, fabsf(samples[2 * i] - samples[2 * i - 2]));
    return largest;
}

static void test_clips_lie_exact_to_the_sample(void **state) {
    (void)state;
    static const int64_t starts[] = {0, 1, 255, 256, 257, 999, 1000, 7777};
    for (size_t s = 0; s < sizeof starts / sizeof starts[0]; s++) {
        for (int chunk = 1; chunk <= 4096; chunk = chunk * 3 + 1) {
            Mixer mixer;
            mixer_start(&mixer);
            assert_true(mixer_schedule(&mixer, steady(), BUS_VOICE, starts[s], 1));
            for (int at = 0; at < 20000; at += chunk) mixer_mix(&mixer, out + 2 * at, chunk);
            for (int i = 0; i < 20000; i++) {
                bool inside = i >= starts[s] && i < starts[s] + LENGTH;
                if (out[2 * i] != (inside ? 0.5f : 0.0f)) fail_msg("start %d chunk %d sample %d", (int)starts[s], chunk, i);
                if (out[2 * i] != out[2 * i + 1]) fail_msg("left and right differ at %d", i);
            }
            assert_int_equal(mixer.voice_count, 0);
        }
    }
}

static void test_what_is_late_begins_at_once(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_mix(&mixer, out, 777);
    mixer_schedule(&mixer, steady(), BUS_TONE, 3, 1);
    mixer_mix(&mixer, out, LENGTH + 1);
    assert_float_equal(out[0], 0.5f, 0);
    assert_float_equal(out[2 * LENGTH - 2], 0.5f, 0);
    assert_float_equal(out[2 * LENGTH], 0.0f, 0);
}

static void test_a_pause_stops_the_clock_and_fades(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_mix(&mixer, out, CHUNK);
    mixer_pause(&mixer, true);
    mixer_mix(&mixer, out + 2 * CHUNK, 3 * CHUNK);
    assert_int_equal(mixer.position, CHUNK);
    assert_float_equal(out[2 * (CHUNK + FADE)], 0.0f, 0);
    mixer_pause(&mixer, false);
    mixer_mix(&mixer, out + 8 * CHUNK, LENGTH);
    assert_true(largest_step(out, 4 * CHUNK + LENGTH - CHUNK) <= 1.1f / FADE);
    assert_int_equal(mixer.position, CHUNK + LENGTH);
    // The clip goes on where it stopped, so it ends where LENGTH samples of the bus are given out.
    assert_float_equal(out[2 * (4 * CHUNK + LENGTH - CHUNK - 1)], 0.5f, 1e-6);
    assert_float_equal(out[2 * (4 * CHUNK + LENGTH - CHUNK)], 0.0f, 0);
}

static void test_a_pause_taken_back_does_not_click(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_mix(&mixer, out, 500);
    mixer_pause(&mixer, true);
    mixer_mix(&mixer, out + 1000, 300);
    mixer_pause(&mixer, false);
    mixer_mix(&mixer, out + 1600, 3000);
    assert_true(largest_step(out, 3800) <= 1.1f / FADE);
    assert_int_equal(mixer.position, 3800);
}

static void test_a_clip_that_begins_after_a_pause_keeps_its_onset(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_pause(&mixer, true);
    mixer_mix(&mixer, out, 5000);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_mix(&mixer, out, 5000);
    for (int i = 0; i < 10000; i++) assert_float_equal(out[i], 0.0f, 0);
    mixer_pause(&mixer, false);
    mixer_mix(&mixer, out, 10);
    assert_float_equal(out[0], 0.5f, 0);
}

static void test_cancel_fades_what_sounds_and_forgets_the_rest(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 2000, 2);
    mixer_mix(&mixer, out, CHUNK);
    mixer_cancel(&mixer);
    mixer_cancel(&mixer);
    mixer_mix(&mixer, out + 2 * CHUNK, 5000);
    assert_true(largest_step(out, CHUNK + 5000) <= 0.51f / FADE);
    for (int i = CHUNK + FADE; i < CHUNK + 5000; i++) assert_float_equal(out[2 * i], 0.0f, 0);
    assert_int_equal(mixer.voice_count, 0);
}

static void test_cancel_in_a_pause_leaves_nothing_to_resume(void **state) {
    (void)state;
    for (int faded = 0; faded < 2; faded++) {
        Mixer mixer;
        mixer_start(&mixer);
        mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
        mixer_mix(&mixer, out, CHUNK);
        mixer_pause(&mixer, true);
        mixer_mix(&mixer, out, faded ? 2000 : 300);
        mixer_cancel(&mixer);
        mixer_mix(&mixer, out, 2000);
        mixer_pause(&mixer, false);
        mixer_mix(&mixer, out, 2000);
        for (int i = 0; i < 4000; i++) assert_float_equal(out[i], 0.0f, 0);
    }
}

static void test_withdraw_and_fade_go_by_tag(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 3000, 2);
    mixer_mix(&mixer, out, CHUNK);
    assert_false(mixer_withdraw(&mixer, 1)); // has begun
    assert_true(mixer_withdraw(&mixer, 2));
    assert_false(mixer_withdraw(&mixer, 2)); // is gone
    assert_true(mixer_uses(&mixer, steady()));
    mixer_fade(&mixer, 1, 2000);
    mixer_mix(&mixer, out, 4000);
    assert_float_equal(out[2 * 1000], 0.5f, 0);
    assert_float_equal(out[2 * (1000 + FADE / 2)], 0.25f, 0.001);
    assert_float_equal(out[2 * (1000 + FADE)], 0.0f, 0);
    assert_false(mixer_uses(&mixer, steady()));
}

static void test_volume_is_ramped(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mixer_mix(&mixer, out, CHUNK);
    mixer.volume[BUS_VOICE] = 0.0f;
    mixer_mix(&mixer, out + 2 * CHUNK, CHUNK);
    mixer.volume[BUS_VOICE] = 0.8f;
    mixer_mix(&mixer, out + 4 * CHUNK, CHUNK);
    assert_true(largest_step(out, 3 * CHUNK) <= 0.51f / FADE);
    assert_float_equal(out[2 * (2 * CHUNK - 1)], 0.0f, 0);
    assert_float_equal(out[2 * (3 * CHUNK - 1)], 0.4f, 1e-6);
}

static void test_peaks_are_rounded_off(void **state) {
    (void)state;
    static float rising[LENGTH];
    for (int i = 0; i < LENGTH; i++) rising[i] = (float)i / LENGTH;
    Mixer mixer;
    mixer_start(&mixer);
    for (int v = 0; v < MIXER_VOICES; v++) {
        assert_true(mixer_schedule(&mixer, (SoundClip){rising, LENGTH}, BUS_VOICE, 0, v));
    }
    assert_false(mixer_schedule(&mixer, (SoundClip){rising, LENGTH}, BUS_VOICE, 0, 99));
    assert_true(mixer_schedule(&mixer, (SoundClip){rising, 0}, BUS_VOICE, 0, 99)); // nothing takes no place
    mixer_mix(&mixer, out, LENGTH);
    for (int i = 1; i < LENGTH; i++) {
        assert_true(out[2 * i] >= out[2 * i - 2]); // monotonic, so never wrapped
        assert_true(out[2 * i] < 1.0f);
    }
    assert_true(out[2 * LENGTH - 2] > 0.95f);
    assert_float_equal(out[2 * 60], 64.0f * 60 / LENGTH, 1e-4); // below the knee nothing is changed
}

// ---- music ----

// A steady sound to the left only, and how much of it was asked for.
static void fill_steady(void *context, float *stereo, int frames) {
    *(int *)context += frames;
    for (int i = 0; i < frames; i++) stereo[2 * i] = 0.5f, stereo[2 * i + 1] = 0.0f;
}

static void mix_all(Mixer *mixer, int frames) {
    for (int at = 0, chunk; at < frames; at += chunk) {
        chunk = frames - at < 777 ? frames - at : 777;
        mixer_mix(mixer, out + 2 * at, chunk);
    }
}

static void test_music_is_soft_before_a_word_begins_and_comes_back_after_it(void **state) {
    (void)state;
    enum { START = 16000, END = START + LENGTH, FRAMES = 70000 };
    static float silent[LENGTH]; // a word that is not heard, so that only the music is
    Mixer mixer;
    int asked = 0;
    mixer_start(&mixer);
    mixer_set_music(&mixer, (MixerMusic){fill_steady, &asked});
    assert_true(mixer_schedule(&mixer, (SoundClip){silent, LENGTH}, BUS_VOICE, START, 1));
    assert_true(mixer_schedule(&mixer, (SoundClip){silent, LENGTH}, BUS_TONE, 2000, 2)); // tones need no room
    mix_all(&mixer, FRAMES);
    assert_int_equal(asked, FRAMES);
    for (int i = 0; i < FRAMES; i++) assert_true(out[2 * i + 1] == 0.0f);
    for (int i = 0; i < START - MIXER_DUCK_ATTACK_SAMPLES; i++) assert_true(out[2 * i] == 0.5f);
    for (int i = START; i < END + MIXER_DUCK_HOLD_SAMPLES - 1; i++)
        assert_float_equal(out[2 * i], 0.5f * MIXER_DUCK_GAIN, 1e-4);
    int back = END + MIXER_DUCK_HOLD_SAMPLES + MIXER_DUCK_RELEASE_SAMPLES;
    assert_true(out[2 * (back - 1000)] < 0.5f);
    assert_true(out[2 * (back + 1)] == 0.5f);
    assert_true(largest_step(out, FRAMES) < 0.5f / 4000); // smooth, down and up
}

static void test_music_comes_back_in_full(void **state) {
    (void)state;
    Mixer mixer;
    int asked = 0;
    mixer_start(&mixer);
    mixer_set_music(&mixer, (MixerMusic){fill_steady, &asked});
    mixer_schedule(&mixer, steady(), BUS_VOICE, 0, 1);
    mix_all(&mixer, LENGTH + MIXER_DUCK_HOLD_SAMPLES + MIXER_DUCK_RELEASE_SAMPLES + 10);
    mixer_mix(&mixer, out, 100);
    assert_true(out[0] == 0.5f);
    // A voice that is not heard takes no room, and neither does one that was taken back.
    mixer_schedule(&mixer, steady(), BUS_VOICE, mixer.position + 10000, 1);
    mixer_withdraw(&mixer, 1);
    mix_all(&mixer, 20000);
    assert_true(out[2 * 12000] == 0.5f);
    mixer.volume[BUS_VOICE] = 0.0f;
    mix_all(&mixer, 2000);
    mixer_schedule(&mixer, steady(), BUS_VOICE, mixer.position, 1);
    mix_all(&mixer, 4000);
    assert_true(out[2 * 3000] == 0.5f);
}

static void test_music_steps_back_for_a_person(void **state) {
    (void)state;
    Mixer mixer;
    int asked = 0;
    mixer_start(&mixer);
    mixer_set_music(&mixer, (MixerMusic){fill_steady, &asked});
    mixer_step_back(&mixer, true);
    mix_all(&mixer, 20000);
    assert_true(out[2 * MIXER_STEP_BACK_SAMPLES] < 0.001f && out[2 * 19999] == 0.0f);
    assert_true(largest_step(out, 20000) < 0.5f / 2000);
    mixer_step_back(&mixer, false);
    mix_all(&mixer, 70000);
    assert_true(out[2 * 69999] == 0.5f);
}

static void test_limber_knows_when_it_speaks(void **state) {
    (void)state;
    Mixer mixer;
    mixer_start(&mixer);
    assert_true(mixer_schedule(&mixer, steady(), BUS_VOICE, 1000, 1));
    assert_true(mixer_schedule(&mixer, steady(), BUS_TONE, 9000, 2));
    static const struct {
        int frames;
        bool speaks;
    } moments[] = {{500, false}, {600, true}, {LENGTH - 200, true}, {200, false}, {9500 - 6100, false}};
    assert_false(mixer_speaks(&mixer));
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        mixer_mix(&mixer, out, moments[i].frames);
        assert_int_equal(mixer_speaks(&mixer), moments[i].speaks);
    }
}

static void test_music_has_its_own_volume_and_is_not_asked_for_at_none(void **state) {
    (void)state;
    Mixer mixer;
    int asked = 0;
    mixer_start(&mixer);
    mixer_set_music(&mixer, (MixerMusic){fill_steady, &asked});
    mixer.volume[BUS_MUSIC] = 0.5f;
    mixer_mix(&mixer, out, 2000);
    assert_float_equal(out[2 * 1999], 0.25f, 1e-6);
    assert_true(largest_step(out, 2000) < 0.001f);
    mixer.volume[BUS_MUSIC] = 0.0f;
    mixer_mix(&mixer, out, 2000);
    assert_true(out[2 * 1999] == 0.0f);
    int before = asked;
    mixer_mix(&mixer, out, 2000);
    assert_int_equal(asked, before);
    assert_true(mixer_is_silent(&mixer));
}

static void test_music_fades_at_a_pause_and_goes_on_after_it(void **state) {
    (void)state;
    Mixer mixer;
    int asked = 0;
    mixer_start(&mixer);
    mixer_set_music(&mixer, (MixerMusic){fill_steady, &asked});
    mixer_schedule(&mixer, steady(), BUS_TONE, 500, 1);
    mixer_mix(&mixer, out, 1000);
    mixer_pause(&mixer, true);
    mix_all(&mixer, 20000);
    assert_true(largest_step(out, 20000) < 0.002f);
    assert_true(out[2 * MIXER_MUSIC_FADE_SAMPLES / 2] > 0.1f && out[2 * 19999] == 0.0f);
    assert_true(mixer_is_silent(&mixer));
    assert_int_equal(mixer.position, 1000); // the clock stands while the music still fades
    int before = asked;
    mix_all(&mixer, 20000);
    assert_int_equal(asked, before);
    mixer_pause(&mixer, false);
    assert_false(mixer_is_silent(&mixer));
    mix_all(&mixer, 20000);
    assert_int_equal(mixer.position, 21000);
    assert_true(largest_step(out, 3000) < 0.002f); // until the tone ends, as clips of these tests do
    assert_true(out[2 * 19999] == 0.5f);
    mixer_set_music(&mixer, (MixerMusic){0});
    mixer_mix(&mixer, out, 100);
    assert_true(out[0] == 0.0f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clips_lie_exact_to_the_sample),
        cmocka_unit_test(test_what_is_late_begins_at_once),
        cmocka_unit_test(test_a_pause_stops_the_clock_and_fades),
        cmocka_unit_test(test_a_pause_taken_back_does_not_click),
        cmocka_unit_test(test_a_clip_that_begins_after_a_pause_keeps_its_onset),
        cmocka_unit_test(test_cancel_fades_what_sounds_and_forgets_the_rest),
        cmocka_unit_test(test_cancel_in_a_pause_leaves_nothing_to_resume),
        cmocka_unit_test(test_withdraw_and_fade_go_by_tag),
        cmocka_unit_test(test_volume_is_ramped),
        cmocka_unit_test(test_peaks_are_rounded_off),
        cmocka_unit_test(test_music_is_soft_before_a_word_begins_and_comes_back_after_it),
        cmocka_unit_test(test_music_comes_back_in_full),
        cmocka_unit_test(test_music_steps_back_for_a_person),
        cmocka_unit_test(test_limber_knows_when_it_speaks),
        cmocka_unit_test(test_music_has_its_own_volume_and_is_not_asked_for_at_none),
        cmocka_unit_test(test_music_fades_at_a_pause_and_goes_on_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
