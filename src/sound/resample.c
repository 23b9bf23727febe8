#include "sound/resample.h"

#include <assert.h>
#include <math.h>

enum { HALF_TAPS = 24, TAPS = 2 * HALF_TAPS };

static const double PI = 3.14159265358979323846;

// Modified Bessel function of order 0, by its power series (Abramowitz and Stegun 1964, 9.6.12).
static double bessel_i0(double x) {
    double term = 1.0, sum = 1.0;
    for (int k = 1; k < 60; k++) {
        term *= (x / (2.0 * k)) * (x / (2.0 * k));
        sum += term;
    }
    return sum;
}

// The filter at a distance in samples of the input. Kaiser 1974: beta 8 keeps images 80 dB down.
static double filter_at(double distance) {
    const double beta = 8.0, cutoff = 0.94;
    double edge = distance / HALF_TAPS;
    if (fabs(edge) >= 1.0) return 0.0;
    double x = PI * cutoff * distance;
    double sinc = fabs(x) < 1e-9 ? 1.0 : sin(x) / x;
    return cutoff * sinc * bessel_i0(beta * sqrt(1.0 - edge * edge)) / bessel_i0(beta);
}

static int greatest_divisor(int a, int b) {
    while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int resample_count(int count, int from_rate, int to_rate) {
    return (int)((int64_t)count * to_rate / from_rate);
}

// One row of taps for each place an output sample may have between two input samples.
static float *make_phases(Arena *arena, int phases) {
    float *taps = arena_new(arena, float, phases *TAPS);
    for (int phase = 0; phase < phases; phase++) {
        double sum = 0.0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += filter_at(tap - (HALF_TAPS - 1) - (double)phase / phases);
        }
        for (int tap = 0; tap < TAPS; tap++) {
            double value = filter_at(tap - (HALF_TAPS - 1) - (double)phase / phases);
            taps[phase * TAPS + tap] = (float)(value / sum); // every phase passes a constant unchanged
        }
    }
    return taps;
}

static float filtered(const int16_t *in, int count, int64_t first, const float *taps) {
    float sum = 0.0f;
    for (int tap = 0; tap < TAPS; tap++) {
        int64_t at = first + tap;
        if (at >= 0 && at < count) sum += taps[tap] * (float)in[at];
    }
    return sum / 32768.0f;
}

void resample(const int16_t *in, int count, int from_rate, int to_rate, float *out) {
    assert(from_rate >= 8000 && to_rate >= from_rate && to_rate <= 48000);
    int divisor = greatest_divisor(from_rate, to_rate);
    int phases = to_rate / divisor, step = from_rate / divisor;
    Arena arena = {0};
    const float *taps = make_phases(&arena, phases);
    int out_count = resample_count(count, from_rate, to_rate);
    for (int i = 0; i < out_count; i++) {
        int64_t at = (int64_t)i * step;
        int64_t first = at / phases - (HALF_TAPS - 1);
        out[i] = filtered(in, count, first, taps + (at % phases) * TAPS);
    }
    arena_free(&arena);
}
