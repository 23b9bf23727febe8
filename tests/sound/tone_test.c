#include "sound/level.h"
#include "sound/tone.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

// Strength of one frequency in a stretch of the clip (Goertzel 1958).
static double strength_at(SoundClip clip, double from_s, double length_s, double frequency_hz) {
    double step = 2.0 * cos(2.0 * 3.14159265358979 * frequency_hz / SOUND_RATE), a = 0.0, b = 0.0;
    int first = (int)(from_s * SOUND_RATE), count = (int)(length_s * SOUND_RATE);
    for (int i = first; i < first + count && i < clip.count; i++) {
        double c = clip.samples[i] + step * a - b;
        b = a;
        a = c;
    }
    return sqrt(fmax(a * a + b * b - step * a * b, 0.0)) / count;
}

static void test_tones_are_as_loud_as_the_voice(void **state) {
    (void)state;
    Arena arena = {0};
    for (int tone = 0; tone < TONE_COUNT; tone++) {
        SoundClip clip = tone_make(&arena, (Tone)tone);
        assert_float_equal(level_loudness(clip.samples, clip.count), LEVEL_TARGET_LUFS, 0.5);
    }
    arena_free(&arena);
}

static void test_tones_are_short_and_do_not_click(void **state) {
    (void)state;
    Arena arena = {0};
    for (int tone = 0; tone < TONE_COUNT; tone++) {
        SoundClip clip = tone_make(&arena, (Tone)tone);
        assert_in_range(clip.count, SOUND_RATE / 4, SOUND_RATE * 5 / 4);
        assert_float_equal(clip.samples[0], 0.0f, 0.001);
        assert_float_equal(clip.samples[clip.count - 1], 0.0f, 0.001);
        for (int i = 0; i < clip.count; i++) {
            assert_true(fabsf(clip.samples[i]) <= 0.842f); // -1.5 dB
            if (i > 0) assert_true(fabsf(clip.samples[i] - clip.samples[i - 1]) < 0.2f);
        }
    }
    arena_free(&arena);
}

static void test_each_tone_has_its_figure(void **state) {
    (void)state;
    Arena arena = {0};
    SoundClip start = tone_make(&arena, TONE_START), end = tone_make(&arena, TONE_END);
    SoundClip change = tone_make(&arena, TONE_SWITCH);
    assert_true(strength_at(start, 0.01, 0.12, 523.25) > 4 * strength_at(start, 0.01, 0.12, 783.99));
    assert_true(strength_at(start, 0.25, 0.17, 783.99) > 1.5 * strength_at(start, 0.25, 0.17, 523.25));
    double first = strength_at(change, 0.0, 0.17, 587.33), second = strength_at(change, 0.18, 0.17, 587.33);
    assert_true(second > 0.7 * first && second < 1.6 * first);
    assert_true(strength_at(end, 0.01, 0.2, 783.99) > 4 * strength_at(end, 0.01, 0.2, 523.25));
    SoundClip back = tone_make(&arena, TONE_RELEASE);
    assert_true(strength_at(back, 0.01, 0.12, 783.99) > 4 * strength_at(back, 0.01, 0.12, 523.25));
    assert_true(strength_at(back, 0.25, 0.17, 523.25) > 1.5 * strength_at(back, 0.25, 0.17, 783.99));
    assert_true(strength_at(end, 0.6, 0.5, 523.25) > strength_at(end, 0.6, 0.5, 783.99));
    // Hardly anything where ears hear sharpness.
    assert_true(strength_at(start, 0.0, 0.5, 5000) < 0.001);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tones_are_as_loud_as_the_voice),
        cmocka_unit_test(test_tones_are_short_and_do_not_click),
        cmocka_unit_test(test_each_tone_has_its_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
