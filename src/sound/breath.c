#include "sound/breath.h"

#include <assert.h>
#include <math.h>

static const double PI = 3.14159265358979323846;
static const double GAIN = 0.24; // brings the filtered noise to about -40 LUFS, 22 dB below a sentence

// A band-pass that may be tuned while it runs (Chamberlin 1985, state variable filter).
typedef struct {
    double low, band;
} Band;

static double band_step(Band *filter, double in, double centre_hz) {
    const double damping = 1.1;
    double f = 2.0 * sin(PI * centre_hz / SOUND_RATE);
    filter->low += f * filter->band;
    filter->band += f * (in - filter->low - damping * filter->band);
    return filter->band;
}

// A linear congruential generator (Knuth 1997); -1..1.
static double noise(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return (double)(int32_t)*seed / 2147483648.0;
}

// In swells for two thirds of its time, out for a quarter.
static double swell(bool in, double part) {
    double top = in ? 0.66 : 0.25;
    double x = part < top ? part / top : (1.0 - part) / (1.0 - top);
    double eased = 0.5 - 0.5 * cos(PI * x);
    return in || part < top ? eased : eased * x;
}

SoundClip breath_make(Arena *arena, bool in, int length_ms) {
    assert(length_ms > 0 && length_ms <= 60000);
    int count = (int)((int64_t)length_ms * SOUND_RATE / 1000);
    float *samples = arena_new(arena, float, count);
    Band first = {0}, second = {0};
    uint32_t seed = in ? 1 : 2;
    for (int i = 0; i < count; i++) {
        double part = (double)i / count;
        double centre_hz = in ? 700.0 + 500.0 * part : 620.0 - 260.0 * part;
        double value = band_step(&second, band_step(&first, noise(&seed), centre_hz), centre_hz);
        samples[i] = (float)(GAIN * value * swell(in, part));
    }
    return (SoundClip){samples, count};
}
