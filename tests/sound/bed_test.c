#include "sound/bed.h"
#include "sound/level.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SECONDS = 40, FRAMES = SECONDS * SOUND_RATE };

static float stereo[2 * FRAMES], other[2 * FRAMES];

static Bed *make(Arena *arena, uint32_t seed, BedMood mood) {
    Bed *bed = bed_make(arena, seed);
    bed_set_mood(bed, mood);
    return bed;
}

// One channel of the last part, where the bed has come into its mood.
static const float *channel(int side, int from_s, int *count) {
    static float mono[FRAMES];
    *count = (SECONDS - from_s) * SOUND_RATE;
    for (int i = 0; i < *count; i++) mono[i] = stereo[2 * (i + from_s * SOUND_RATE) + side];
    return mono;
}

// BS.1770: the channels' powers are added.
static double loudness(int from_s) {
    int count;
    const float *mono = channel(0, from_s, &count);
    double left = level_loudness(mono, count);
    mono = channel(1, from_s, &count);
    double right = level_loudness(mono, count);
    return 10.0 * log10(pow(10.0, left / 10.0) + pow(10.0, right / 10.0));
}

static void test_every_mood_is_quiet_and_steady(void **state) {
    (void)state;
    static const double least[BED_MOODS] = {-32.5, -32.5, -33.5, -36.5}, most[BED_MOODS] = {-28.0, -28.0, -28.5, -32.0};
    for (int mood = 0; mood < BED_MOODS; mood++) {
        for (uint32_t seed = 1; seed < 4; seed++) {
            Arena arena = {0};
            bed_render(make(&arena, seed, (BedMood)mood), stereo, FRAMES);
            double lufs = loudness(10), peak = 0.0, square = 0.0;
            for (int i = 20 * SOUND_RATE; i < 2 * FRAMES; i++) {
                peak = fmax(peak, fabs(stereo[i]));
                square += (double)stereo[i] * stereo[i];
            }
            double rms = sqrt(square / (2 * FRAMES - 20 * SOUND_RATE));
            print_message("mood %d seed %u: %.1f LUFS, peak %.1f dB, crest %.1f dB\n", mood, seed, lufs, 20 * log10(peak),
                          20 * log10(peak / rms));
            assert_true(lufs > least[mood] && lufs < most[mood]);
            assert_true(peak < 0.2); // far from any limit
            arena_free(&arena);
        }
    }
}

static void test_it_begins_out_of_silence_and_never_clicks(void **state) {
    (void)state;
    for (int mood = 0; mood < BED_MOODS; mood++) {
        Arena arena = {0};
        bed_render(make(&arena, 5, (BedMood)mood), stereo, FRAMES);
        for (int i = 0; i < 2 * 480; i++) assert_true(fabsf(stereo[i]) < 0.002f);
        // A click is a corner: what is smooth up to 4 kHz bends little from sample to sample.
        for (int i = 4; i < 2 * FRAMES; i++) {
            float corner = fabsf(stereo[i] - 2.0f * stereo[i - 2] + stereo[i - 4]);
            if (corner > 0.004f) fail_msg("mood %d: a corner of %f at %.3f s", mood, corner, i / 2.0 / SOUND_RATE);
        }
        arena_free(&arena);
    }
}

// Energy above a frequency over all energy (a one-pole high-pass, applied four times).
static double share_above(double frequency_hz, int from_s) {
    int count;
    const float *mono = channel(0, from_s, &count);
    double a = exp(-2.0 * 3.14159265358979 * frequency_hz / SOUND_RATE), low[4] = {0}, high = 0.0, all = 0.0;
    for (int i = 0; i < count; i++) {
        double value = mono[i];
        all += value * value;
        for (int pass = 0; pass < 4; pass++) {
            low[pass] = (1.0 - a) * value + a * low[pass];
            value -= low[pass];
        }
        high += value * value;
    }
    return high / all;
}

static void test_nothing_is_harsh_and_low_is_lower_than_airy(void **state) {
    (void)state;
    double brightness[BED_MOODS];
    for (int mood = 0; mood < BED_MOODS; mood++) {
        Arena arena = {0};
        bed_render(make(&arena, 2, (BedMood)mood), stereo, FRAMES);
        assert_true(share_above(6000.0, 10) < 1e-5); // 50 dB down
        brightness[mood] = share_above(500.0, 10);
        arena_free(&arena);
    }
    assert_true(brightness[BED_AIRY] > 2.0 * brightness[BED_LOW]);
    assert_true(brightness[BED_AIRY] > brightness[BED_PULSE]);
}

// How much of the loudness over a third of a second repeats after a second: the envelope's autocorrelation.
static double beats_per_second(int from_s) {
    enum { STEP = SOUND_RATE / 50 };
    int count, steps = 0;
    const float *mono = channel(0, from_s, &count);
    static double envelope[SECONDS * 50];
    for (int at = 0; at + STEP <= count; at += STEP) {
        double square = 0.0;
        for (int i = 0; i < STEP; i++) square += (double)mono[at + i] * mono[at + i];
        envelope[steps++] = sqrt(square);
    }
    for (int i = 25; i < steps - 25; i++) { // what swells slowly does not count
        double around = 0.0;
        for (int k = -25; k < 25; k++) around += envelope[i + k] / 50.0;
        envelope[i - 25] = envelope[i] - around;
    }
    double same = 0.0, later = 0.0;
    for (int i = 0; i + 150 < steps; i++) {
        same += envelope[i] * envelope[i];
        later += envelope[i] * envelope[i + 50];
    }
    return later / same;
}

static void test_only_one_mood_has_a_pulse(void **state) {
    (void)state;
    for (int mood = 0; mood < BED_MOODS; mood++) {
        Arena arena = {0};
        bed_render(make(&arena, 3, (BedMood)mood), stereo, FRAMES);
        double beats = beats_per_second(10);
        print_message("mood %d: %.2f of the envelope comes again after a second\n", mood, beats);
        assert_true(mood == BED_PULSE ? beats > 0.4 : beats < 0.4);
        arena_free(&arena);
    }
}

static void test_however_the_time_is_cut_it_is_the_same(void **state) {
    (void)state;
    Arena arena = {0};
    Bed *whole = bed_make(&arena, 9), *pieces = bed_make(&arena, 9);
    enum { PART = 12 * SOUND_RATE };
    bed_render(whole, stereo, PART);
    bed_set_mood(whole, BED_PULSE);
    bed_render(whole, stereo + 2 * PART, PART);
    for (int at = 0, size = 1; at < 2 * PART; at += size) {
        size = (at * 7 + 13) % 1500 + 1;
        int limit = at < PART ? PART : 2 * PART;
        if (at == PART) bed_set_mood(pieces, BED_PULSE);
        if (at + size > limit) size = limit - at;
        bed_render(pieces, other + 2 * at, size);
    }
    assert_memory_equal(stereo, other, sizeof *stereo * 2 * 2 * PART);
    Bed *another = bed_make(&arena, 10);
    bed_render(another, other, PART);
    assert_memory_not_equal(stereo, other, sizeof *stereo * 2 * PART);
    arena_free(&arena);
}

// How alike two parts of the music are, -1..1.
static double correlation(const float *a, const float *b, int count) {
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (int i = 0; i < count; i++) ab += (double)a[i] * b[i], aa += (double)a[i] * a[i], bb += (double)b[i] * b[i];
    return ab / sqrt(aa * bb);
}

static double rms_of(const float *samples, int count) {
    double square = 0.0;
    for (int i = 0; i < count; i++) square += (double)samples[i] * samples[i];
    return sqrt(square / count);
}

// It goes on: each half minute joins the last, is as loud, and is not the first one over again.
static void test_it_has_no_end_and_no_seam(void **state) {
    (void)state;
    Arena arena = {0};
    Bed *bed = make(&arena, 4, BED_AIRY);
    enum { PART = 30 * SOUND_RATE };
    bed_render(bed, stereo, PART);
    bed_render(bed, stereo, PART); // the first is still coming out of silence
    float last = stereo[2 * PART - 2], worst = 0.0f;
    double alike = 0.0;
    for (int part = 0; part < 30; part++) {
        bed_render(bed, other, PART);
        worst = fmaxf(worst, fabsf(other[0] - last));
        alike = fmax(alike, fabs(correlation(stereo, other, 2 * PART)));
        assert_true(fabs(20.0 * log10(rms_of(other, 2 * PART) / rms_of(stereo, 2 * PART))) < 4.0);
        last = other[2 * PART - 2];
    }
    print_message("largest step where parts join %.4f, largest correlation of two parts %.2f\n", worst, alike);
    assert_true(worst < 0.02f && alike < 0.5);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_mood_is_quiet_and_steady),
        cmocka_unit_test(test_it_begins_out_of_silence_and_never_clicks),
        cmocka_unit_test(test_nothing_is_harsh_and_low_is_lower_than_airy),
        cmocka_unit_test(test_only_one_mood_has_a_pulse),
        cmocka_unit_test(test_however_the_time_is_cut_it_is_the_same),
        cmocka_unit_test(test_it_has_no_end_and_no_seam),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
