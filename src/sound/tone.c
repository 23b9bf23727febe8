#include "sound/tone.h"

#include "sound/level.h"

#include <assert.h>
#include <math.h>

typedef struct {
    double ratio, strength, decay;
} Partial;

// Bars and bells ring in partials that die away the faster the higher they are; a reed has odd ones, a flute few.
static const Partial BELL[] = {{1.0, 1.0, 1.0}, {2.0, 0.28, 0.6}, {3.0, 0.10, 0.4}, {4.2, 0.04, 0.25}, {0}};
static const Partial REED[] = {{1.0, 1.0, 1.0}, {3.0, 0.20, 0.6}, {5.0, 0.05, 0.4}, {0}};
static const Partial FLUTE[] = {{1.0, 1.0, 1.0}, {2.0, 0.10, 0.8}, {0}};

// One struck note; it may slide to another pitch.
typedef struct {
    double at_s, frequency_hz, strength;
    double slides_to_hz; // 0: stays
} Note;

typedef struct {
    double length_s;
    double decay_s; // time in which a note falls to 1/e
    double attack_s;
    double softer_db; // than a sentence
    const Partial *timbre;
    Note notes[4];  // a strength of 0 ends the list
} ToneRow;

// Equal temperament on A = 440 Hz: low enough for old ears, high enough for
// small speakers. Short, because a sentence follows. Start rises by a fifth and the way back falls by it, a
// change of sides repeats one note, the end comes down a triad home. The three that pace a repetition are told apart with closed eyes: out
// slides up, hold stays high, back slides down; each has a timbre of its own, and all belong to the key of the bed. The
// click is there to be told from silence exactly.
static const ToneRow TONES[TONE_COUNT] = {
    [TONE_START] = {0.42, 0.13, 0.006, 0, BELL, {{0.00, 523.25, 0.9}, {0.13, 783.99, 1.0}}},
    [TONE_SWITCH] = {0.45, 0.11, 0.006, 0, BELL, {{0.00, 587.33, 1.0}, {0.18, 587.33, 1.0}}},
    [TONE_RELEASE] = {0.42, 0.13, 0.006, 0, BELL, {{0.00, 783.99, 0.9}, {0.13, 523.25, 1.0}}},
    [TONE_END] = {1.20, 0.30, 0.006, 0, BELL, {{0.00, 783.99, 0.9}, {0.20, 659.26, 0.9}, {0.40, 523.25, 1.0}}},
    [TONE_CLICK] = {0.25, 0.03, 0.003, 0, BELL, {{0.00, 1046.50, 1.0}}},
    [TONE_OUT] = {0.22, 0.12, 0.015, 9, REED, {{0.00, 329.63, 1.0, 440.00}}},
    [TONE_HOLD] = {0.22, 0.10, 0.010, 9, BELL, {{0.00, 659.26, 1.0}}},
    [TONE_BACK] = {0.22, 0.12, 0.015, 9, FLUTE, {{0.00, 392.00, 1.0, 293.66}}},
};

static const double PI = 3.14159265358979323846;

// Rises from 0 to 1 with no corner at either end.
static double ease(double x) {
    if (x <= 0.0) return 0.0;
    if (x >= 1.0) return 1.0;
    return 0.5 - 0.5 * cos(PI * x);
}

// Periods since the note began; the slide is straight and takes 0.1 s.
static double periods(const Note *note, double t) {
    const double slide_s = 0.1;
    if (note->slides_to_hz == 0.0) return note->frequency_hz * t;
    double sliding = t < slide_s ? t : slide_s;
    double slid = note->frequency_hz * sliding + (note->slides_to_hz - note->frequency_hz) * sliding * sliding / (2.0 * slide_s);
    return slid + note->slides_to_hz * (t - sliding);
}

static double note_at(const ToneRow *row, const Note *note, double time_s) {
    double t = time_s - note->at_s;
    if (t <= 0.0) return 0.0;
    double sum = 0.0;
    for (const Partial *partial = row->timbre; partial->strength > 0.0; partial++) {
        double phase = 2.0 * PI * periods(note, t) * partial->ratio;
        sum += partial->strength * exp(-t / (row->decay_s * partial->decay)) * sin(phase);
    }
    return note->strength * ease(t / row->attack_s) * sum;
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
            sum += note_at(row, &row->notes[n], time_s);
        }
        samples[i] = (float)(0.2 * sum * ease((row->length_s - time_s) / release_s));
    }
    level_adjust(samples, count);
    float softer = (float)pow(10.0, -row->softer_db / 20.0);
    for (int i = 0; i < count; i++) samples[i] *= softer;
    return (SoundClip){samples, count};
}
