#include "sound/tone.h"

#include "sound/level.h"

#include <assert.h>
#include <math.h>

// One struck note. Bars and bells ring in partials that die away the faster the higher they are.
typedef struct {
    double at_s, frequency_hz, strength;
} Note;

typedef struct {
    double length_s;
    double decay_s; // time in which a note falls to 1/e
    Note notes[4];  // a strength of 0 ends the list
} ToneRow;

// Equal temperament on A = 440 Hz (C5 523.3, D5 587.3, E5 659.3, G5 784.0): low enough for old ears, high enough for
// small speakers. Short, because a sentence follows. Start rises by a fifth and the way back falls by it, a change of
// sides repeats one note, the end comes down a triad home.
static const ToneRow TONES[TONE_COUNT] = {
    [TONE_START] = {0.42, 0.13, {{0.00, 523.25, 0.9}, {0.13, 783.99, 1.0}}},
    [TONE_SWITCH] = {0.45, 0.11, {{0.00, 587.33, 1.0}, {0.18, 587.33, 1.0}}},
    [TONE_RELEASE] = {0.42, 0.13, {{0.00, 783.99, 0.9}, {0.13, 523.25, 1.0}}},
    [TONE_END] = {1.20, 0.30, {{0.00, 783.99, 0.9}, {0.20, 659.26, 0.9}, {0.40, 523.25, 1.0}}},
};

static const struct {
    double ratio, strength, decay;
} PARTIALS[] = {{1.0, 1.0, 1.0}, {2.0, 0.28, 0.6}, {3.0, 0.10, 0.4}, {4.2, 0.04, 0.25}};

static const double PI = 3.14159265358979323846;

// Rises from 0 to 1 with no corner at either end.
static double ease(double x) {
    if (x <= 0.0) return 0.0;
    if (x >= 1.0) return 1.0;
    return 0.5 - 0.5 * cos(PI * x);
}

static double note_at(const Note *note, double decay_s, double time_s) {
    const double attack_s = 0.006;
    double t = time_s - note->at_s;
    if (t <= 0.0) return 0.0;
    double sum = 0.0;
    for (size_t i = 0; i < sizeof PARTIALS / sizeof PARTIALS[0]; i++) {
        double phase = 2.0 * PI * note->frequency_hz * PARTIALS[i].ratio * t;
        sum += PARTIALS[i].strength * exp(-t / (decay_s * PARTIALS[i].decay)) * sin(phase);
    }
    return note->strength * ease(t / attack_s) * sum;
}

SoundClip tone_make(Arena *arena, Tone tone) {
    assert(tone >= 0 && tone < TONE_COUNT);
    const ToneRow *row = &TONES[tone];
    const double release_s = 0.10;
    int count = (int)(row->length_s * SOUND_RATE);
    float *samples = arena_new(arena, float, count);
    for (int i = 0; i < count; i++) {
        double time_s = (double)i / SOUND_RATE, sum = 0.0;
        for (int n = 0; n < 4 && row->notes[n].strength > 0.0; n++) {
            sum += note_at(&row->notes[n], row->decay_s, time_s);
        }
        samples[i] = (float)(0.2 * sum * ease((row->length_s - time_s) / release_s));
    }
    level_adjust(samples, count);
    return (SoundClip){samples, count};
}
