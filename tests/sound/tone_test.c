#include "sound/breath.h"
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
        double target = tone < TONE_OUT || tone > TONE_BACK ? LEVEL_TARGET_LUFS : LEVEL_TARGET_LUFS - 9.0; // pacing is softer
        assert_float_equal(level_loudness(clip.samples, clip.count), target, 0.5);
    }
    arena_free(&arena);
}

static void test_tones_are_short_and_do_not_click(void **state) {
    (void)state;
    Arena arena = {0};
    for (int tone = 0; tone < TONE_COUNT; tone++) {
        SoundClip clip = tone_make(&arena, (Tone)tone);
        if (tone < TONE_OUT) assert_in_range(clip.count, SOUND_RATE / 4, SOUND_RATE * 5 / 4);
        else assert_in_range(clip.count, SOUND_RATE * 15 / 100, SOUND_RATE / 4);
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

// The frequency among the notes of an octave and a half that is strongest in a part of the clip.
static double pitch_of(SoundClip clip, double from_s, double length_s) {
    double best = 0.0, best_hz = 0.0;
    for (double hz = 250.0; hz < 800.0; hz *= 1.01) {
        double strength = strength_at(clip, from_s, length_s, hz);
        if (strength > best) best = strength, best_hz = hz;
    }
    return best_hz;
}

static void test_out_slides_up_hold_is_high_and_back_slides_down(void **state) {
    (void)state;
    Arena arena = {0};
    SoundClip out = tone_make(&arena, TONE_OUT), hold = tone_make(&arena, TONE_HOLD), back = tone_make(&arena, TONE_BACK);
    assert_true(pitch_of(out, 0.12, 0.1) > 1.15 * pitch_of(out, 0.0, 0.05));
    assert_true(pitch_of(back, 0.12, 0.1) < 0.87 * pitch_of(back, 0.0, 0.05));
    assert_float_equal(pitch_of(hold, 0.12, 0.1), pitch_of(hold, 0.0, 0.05), 40.0);
    assert_true(pitch_of(hold, 0.0, 0.2) > 1.4 * pitch_of(out, 0.12, 0.1));
    assert_true(pitch_of(back, 0.12, 0.1) < 0.75 * pitch_of(out, 0.12, 0.1));
    arena_free(&arena);
}

static double energy(const float *samples, int count) {
    double sum = 0.0;
    for (int i = 0; i < count; i++) sum += (double)samples[i] * samples[i];
    return sum;
}

static void test_breath_swells_softly(void **state) {
    (void)state;
    Arena arena = {0};
    for (int in = 0; in < 2; in++) {
        SoundClip clip = breath_make(&arena, in, 3000), again = breath_make(&arena, in, 3000);
        assert_int_equal(clip.count, 3 * SOUND_RATE);
        assert_memory_equal(clip.samples, again.samples, sizeof *clip.samples * (size_t)clip.count);
        double loudness = level_loudness(clip.samples, clip.count);
        print_message("breath %s: %.1f LUFS\n", in ? "in" : "out", loudness);
        assert_true(loudness > -44.0 && loudness < -32.0); // far below a sentence
        int third = clip.count / 3;
        double first = energy(clip.samples, third), last = energy(clip.samples + 2 * third, third);
        assert_true(in ? last > 2.0 * first : first > 2.0 * last);
        assert_true(fabsf(clip.samples[0]) < 1e-4f && fabsf(clip.samples[clip.count - 1]) < 1e-4f);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tones_are_as_loud_as_the_voice),
        cmocka_unit_test(test_tones_are_short_and_do_not_click),
        cmocka_unit_test(test_each_tone_has_its_figure),
        cmocka_unit_test(test_out_slides_up_hold_is_high_and_back_slides_down),
        cmocka_unit_test(test_breath_swells_softly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
