#include "sound/level.h"

#include "sound/mixer.h"

#include <math.h>

// A second-order filter in direct form II transposed.
typedef struct {
    double b0, b1, b2, a1, a2;
    double z1, z2;
} Filter;

// BS.1770-4, tables 1 and 2: the head's shelf and the low cut, for 48 kHz.
static const Filter SHELF = {1.53512485958697, -2.69169618940638, 1.19839281085285,
                             -1.69065929318241, 0.73248077421585, 0, 0};
static const Filter LOW_CUT = {1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621, 0, 0};

enum { BLOCK = SOUND_RATE / 20 };

static double filter_step(Filter *filter, double in) {
    double out = filter->b0 * in + filter->z1;
    filter->z1 = filter->b1 * in - filter->a1 * out + filter->z2;
    filter->z2 = filter->b2 * in - filter->a2 * out;
    return out;
}

static double to_lufs(double mean_square) {
    return mean_square > 0.0 ? -0.691 + 10.0 * log10(mean_square) : -1000.0;
}

// Mean square of the blocks at least `gate_lufs` loud.
static double gated_mean(const float *samples, int count, double gate_lufs) {
    Filter shelf = SHELF, low_cut = LOW_CUT;
    double total = 0.0, square = 0.0;
    int kept = 0, filled = 0;
    for (int i = 0; i < count; i++) {
        double value = filter_step(&low_cut, filter_step(&shelf, samples[i]));
        square += value * value;
        filled++;
        if (filled < BLOCK && i + 1 < count) continue;
        if (to_lufs(square / filled) >= gate_lufs) {
            total += square;
            kept += filled;
        }
        square = 0.0;
        filled = 0;
    }
    return kept > 0 ? total / kept : 0.0;
}

double level_loudness(const float *samples, int count) {
    double loud = to_lufs(gated_mean(samples, count, -70.0));
    return to_lufs(gated_mean(samples, count, loud - 10.0));
}

// Straight up to the knee, bent above it; never above 0.84 (-1.5 dB).
static float bend(float value) {
    const float knee = 0.5f, top = 0.84f;
    float size = fabsf(value);
    if (size <= knee) return value;
    float over = (size - knee) / (top - knee);
    return copysignf(knee + (top - knee) * over / (1.0f + over), value);
}

void level_adjust(float *samples, int count) {
    // Bending makes the clip a little softer, so it is done over from the same start with more gain.
    double loudness = level_loudness(samples, count);
    if (loudness < -70.0) return;
    for (int pass = 0; pass < 10; pass++) {
        float gain = (float)pow(10.0, (LEVEL_TARGET_LUFS - loudness) / 20.0);
        for (int i = 0; i < count; i++) samples[i] = bend(samples[i] * gain);
        loudness = level_loudness(samples, count);
        if (fabs(loudness - LEVEL_TARGET_LUFS) < 0.2) return;
    }
}
