#include "sound/level.h"
#include "sound/resample.h"
#include "sound/speak.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *const SENTENCES[] = {
    "Lift your hips.",
    "Half-kneeling hip flexor stretch, right side.",
    "Three.",
    "Six.",
    "Half way.",
    "Rest. Fifteen seconds.",
    "Slowly lower. Breathe out.",
    "That is it. Well done.",
};
enum { SENTENCE_COUNT = sizeof SENTENCES / sizeof SENTENCES[0] };

static void test_clips_are_equally_loud_with_room_above(void **state) {
    (void)state;
    for (int s = 0; s < SENTENCE_COUNT; s++) {
        SoundClip clip = speak_text(SENTENCES[s]);
        float peak = 0.0f;
        for (int i = 0; i < clip.count; i++) peak = fmaxf(peak, fabsf(clip.samples[i]));
        double loudness = level_loudness(clip.samples, clip.count);
        print_message("%6.2f s %6.1f LUFS peak %5.1f dB  %s\n", (double)clip.count / SOUND_RATE, loudness,
                      20.0 * log10(peak), SENTENCES[s]);
        assert_true(fabs(loudness - LEVEL_TARGET_LUFS) < 1.0);
        assert_true(peak < 0.842f);
        speak_free(&clip);
    }
}

static double power_db(const float *samples, int count) {
    double sum = 0.0;
    for (int i = 0; i < count; i++) sum += (double)samples[i] * samples[i];
    return 10.0 * log10(sum / count + 1e-12);
}

static void test_clips_begin_and_end_with_sound(void **state) {
    (void)state;
    for (int s = 0; s < SENTENCE_COUNT; s++) {
        SoundClip clip = speak_text(SENTENCES[s]);
        assert_true(power_db(clip.samples, SOUND_RATE / 100) > -62.0);
        assert_true(power_db(clip.samples, SOUND_RATE / 20) > -50.0);
        assert_true(power_db(clip.samples + clip.count - SOUND_RATE / 20, SOUND_RATE / 20) > -66.0);
        assert_true(fabsf(clip.samples[0]) < 0.01f);
        assert_float_equal(clip.samples[clip.count - 1], 0.0f, 0);
        speak_free(&clip);
    }
}

static void test_the_same_text_is_spoken_the_same_way(void **state) {
    (void)state;
    SoundClip first = speak_text(SENTENCES[1]), between = speak_text(SENTENCES[0]), second = speak_text(SENTENCES[1]);
    assert_int_equal(first.count, second.count);
    assert_memory_equal(first.samples, second.samples, sizeof(float) * (size_t)first.count);
    assert_true(between.count < first.count);
    assert_int_equal(speak_length_ms(SENTENCES[1]), (first.count * 1000LL + SOUND_RATE - 1) / SOUND_RATE);
    speak_free(&first);
    speak_free(&between);
    speak_free(&second);
}

static void test_nothing_to_say_is_no_sound(void **state) {
    (void)state;
    static const char *const nothing[] = {"", " ", "...", "\n\t", "-", "\xe2\x80\x93", "\xff\xfe", "?!"};
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        SoundClip clip = speak_text(nothing[i]);
        assert_int_equal(clip.count, 0);
        assert_null(clip.samples);
        speak_free(&clip);
    }
}

static void test_odd_texts_are_spoken(void **state) {
    (void)state;
    static const char *const odd[] = {"Cat\xe2\x80\x93" "cow.", "Don\xe2\x80\x99t.", "90\xc2\xb0", "3 \xc3\x97 8", "%s%n",
                                      "zzz", "\xc3( two", "<b>&amp;</b>", "a\"b'c\\d"};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        SoundClip clip = speak_text(odd[i]);
        if (clip.count < SOUND_RATE / 20 || clip.count > 6 * SOUND_RATE) fail_msg("'%s': %d", odd[i], clip.count);
        speak_free(&clip);
    }
}

static void test_long_texts_are_limited(void **state) {
    (void)state;
    char text[20001], word[20001];
    for (int i = 0; i < 20000; i++) text[i] = "breathe "[i % 8];
    memset(word, 'a', 20000);
    text[20000] = word[20000] = '\0';
    int longest_ms = speak_length_ms(text);
    assert_in_range(longest_ms, 15000, 60000);
    text[SPEAK_MAX_BYTES] = '\0';
    assert_int_equal(speak_length_ms(text), longest_ms);
    SoundClip clip = speak_text(word); // one word beyond the limit leaves nothing to cut to
    assert_int_equal(clip.count, 0);
    speak_free(&clip);
}

static void test_resampling_keeps_a_tone_and_adds_no_images(void **state) {
    (void)state;
    enum { COUNT = 16000 };
    static int16_t in[COUNT];
    static float out[3 * COUNT];
    const double pi = 3.14159265358979;
    static const double tones_hz[] = {100.0, 1000.0, 3000.0, 6500.0};
    for (int t = 0; t < 4; t++) {
        for (int i = 0; i < COUNT; i++) in[i] = (int16_t)lrint(16384.0 * sin(2.0 * pi * tones_hz[t] * i / 16000.0));
        assert_int_equal(resample_count(COUNT, 16000, SOUND_RATE), 3 * COUNT);
        resample(in, COUNT, 16000, SOUND_RATE, out);
        double worst = 0.0;
        for (int i = 200; i < 3 * COUNT - 200; i++) {
            worst = fmax(worst, fabs(out[i] - 0.5 * sin(2.0 * pi * tones_hz[t] * i / SOUND_RATE)));
        }
        assert_true(worst < 0.0005); // -60 dB of the tone
    }
    for (int i = 0; i < COUNT; i++) in[i] = 12345;
    assert_int_equal(resample_count(COUNT, 22050, SOUND_RATE), 34829);
    resample(in, COUNT, 22050, SOUND_RATE, out);
    for (int i = 200; i < 34600; i++) assert_float_equal(out[i], 12345.0 / 32768.0, 1e-5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clips_are_equally_loud_with_room_above),
        cmocka_unit_test(test_clips_begin_and_end_with_sound),
        cmocka_unit_test(test_the_same_text_is_spoken_the_same_way),
        cmocka_unit_test(test_nothing_to_say_is_no_sound),
        cmocka_unit_test(test_odd_texts_are_spoken),
        cmocka_unit_test(test_long_texts_are_limited),
        cmocka_unit_test(test_resampling_keeps_a_tone_and_adds_no_images),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
