#include "sound/bed.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    BLOCK = 64,                           // gains are worked out anew so often, and go straight in between
    TICK_BLOCKS = SOUND_RATE / 2 / BLOCK, // half a second: the grid of notes
    TABLE_BITS = 11,
    TABLE_SIZE = 1 << TABLE_BITS,
    LOWEST = 36, NOTES = 48,              // MIDI numbers that may sound: C2 to B5
    VOICES = 4,                           // of a chord
    PLUCKS = 8,
    LINES = 4,                            // of the room
    LINE_SIZE = 4096,
};

typedef enum { LAYER_LOW, LAYER_MIDDLE, LAYER_HIGH, LAYERS } Layer;

// What a mood is made of; everything glides from one to the next.
typedef struct {
    float layers[LAYERS];
    float pulse;
    float pluck, pluck_chance; // how loud, and how likely at a tick
    float chord_s;
} Mood;

static const Mood MOODS[BED_MOODS] = {
    [BED_AIRY] = {{0.40f, 0.80f, 0.55f}, 0.0f, 0.80f, 0.16f, 10.0f},
    [BED_PULSE] = {{0.45f, 0.85f, 0.18f}, 0.85f, 0.50f, 0.07f, 8.0f},
    [BED_LOW] = {{1.00f, 0.90f, 0.00f}, 0.0f, 0.45f, 0.035f, 14.0f},
    [BED_THIN] = {{0.30f, 0.72f, 0.10f}, 0.0f, 0.40f, 0.03f, 12.0f},
};

// A bass and four voices that hardly move from chord to chord; common notes go on sounding. Of the pentatonic scale over
// them, `plucks` has a bit for each note that fits: C D E G A.
typedef struct {
    int bass, voices[VOICES];
    int plucks;
    int next[VOICES]; // chords that may follow; the likelier ones twice
} Chord;

static const Chord CHORDS[] = {
    {36, {55, 60, 62, 64}, 0x1f, {1, 2, 2, 5}}, // C with the ninth
    {45, {55, 60, 62, 64}, 0x1f, {2, 2, 6, 4}}, // A minor seventh with the fourth: the same notes above
    {41, {57, 60, 64, 67}, 0x1f, {0, 3, 7, 6}}, // F major ninth
    {43, {55, 60, 62, 67}, 0x1f, {0, 0, 1, 5}}, // G suspended
    {40, {55, 59, 62, 67}, 0x1e, {5, 5, 2, 2}}, // E minor seventh
    {45, {57, 60, 64, 67}, 0x1f, {2, 6, 3, 4}}, // A minor seventh
    {38, {53, 57, 60, 64}, 0x1f, {3, 7, 7, 0}}, // D minor ninth
    {43, {55, 57, 62, 64}, 0x1f, {0, 0, 4, 1}}, // G with the sixth and the ninth
};

// The pentatonic scale from C5 on; a bit of Chord.plucks each, over and over.
static const int SCALE[] = {72, 74, 76, 79, 81, 84, 86, 88};
enum { SCALE_SIZE = sizeof SCALE / sizeof *SCALE, SCALE_NOTES = 5 };

// Strengths of the harmonics of each layer, and of a plucked note: nothing above the fifth, so nothing is sharp.
static const double HARMONICS[LAYERS + 1][5] = {
    [LAYER_LOW] = {1.0, 0.55, 0.22, 0.08, 0.03},
    [LAYER_MIDDLE] = {1.0, 0.30, 0.12, 0.04, 0.02},
    [LAYER_HIGH] = {1.0, 0.12, 0.03, 0.0, 0.0},
    [LAYERS] = {1.0, 0.16, 0.07, 0.02, 0.0},
};

// One note of the pads: two oscillators a little apart, one more to the left, one more to the right.
typedef struct {
    uint32_t phase[2], step[2];
    float gain, target;
    float drift, drift_step; // a slow swell of its own, in periods
} Note;

typedef struct {
    uint32_t phase, step;
    float gain, rise, decay; // rise 0..1 over the attack
    float rise_step;
    float left, right;
    const float *table;
} Pluck;

struct Bed {
    float tables[LAYERS + 1][TABLE_SIZE];
    Note notes[LAYERS][NOTES];
    Pluck plucks[PLUCKS];
    int next_pluck;
    float lines[LINES][LINE_SIZE], damped[LINES];
    int line_at;
    Mood now, target;
    int chord, beat, at_scale;
    int ticks_left;          // of the chord
    int blocks_left;         // of the tick
    uint32_t random;
    float out[2 * BLOCK];
    int out_at;              // frames of it already given out
};

static const double PI = 3.14159265358979323846;

// xorshift (Marsaglia 2003); 0 .. 1
static float chance(Bed *bed) {
    bed->random ^= bed->random << 13;
    bed->random ^= bed->random >> 17;
    bed->random ^= bed->random << 5;
    return (float)(bed->random >> 8) / 16777216.0f;
}

static uint32_t step_of(double midi, double cents) {
    double hz = 440.0 * pow(2.0, (midi - 69.0 + cents / 100.0) / 12.0);
    return (uint32_t)(hz / SOUND_RATE * 4294967296.0);
}

static float table_at(const float *table, uint32_t phase) {
    uint32_t index = phase >> (32 - TABLE_BITS);
    float part = (float)(phase & ((1u << (32 - TABLE_BITS)) - 1)) * (1.0f / (1u << (32 - TABLE_BITS)));
    float a = table[index], b = table[(index + 1) & (TABLE_SIZE - 1)];
    return a + part * (b - a);
}

static void fill_table(float *table, const double *harmonics) {
    for (int i = 0; i < TABLE_SIZE; i++) {
        double sum = 0.0;
        for (int h = 0; h < 5; h++) sum += harmonics[h] * sin(2.0 * PI * (h + 1) * i / TABLE_SIZE);
        table[i] = (float)sum;
    }
}

// ---- composing ----

static void set_chord(Bed *bed, int chord) {
    bed->chord = chord;
    bed->ticks_left = (int)(bed->now.chord_s * 2.0f + 0.5f);
    for (int layer = 0; layer < LAYERS; layer++) {
        for (int i = 0; i < NOTES; i++) bed->notes[layer][i].target = 0.0f;
    }
    const Chord *now = &CHORDS[chord];
    bed->notes[LAYER_LOW][now->bass - LOWEST].target = 1.0f;
    bed->notes[LAYER_LOW][now->bass + 12 - LOWEST].target = 0.6f; // what small loudspeakers have of the bass
    for (int i = 0; i < VOICES; i++) {
        bed->notes[LAYER_MIDDLE][now->voices[i] - LOWEST].target = 1.0f;
        bed->notes[LAYER_HIGH][now->voices[i] + 12 - LOWEST].target = 1.0f;
    }
}

static void pluck(Bed *bed, int midi, float gain, double attack_s, double decay_s, float pan) {
    Pluck *note = &bed->plucks[bed->next_pluck];
    bed->next_pluck = (bed->next_pluck + 1) % PLUCKS;
    if (note->gain > 1e-3f) return; // never cut one that sounds
    *note = (Pluck){.step = step_of(midi, 0.0), .gain = gain, .table = bed->tables[LAYERS],
                    .rise_step = (float)(BLOCK / (attack_s * SOUND_RATE)), .decay = (float)exp(-BLOCK / (decay_s * SOUND_RATE)),
                    .left = 1.0f - pan, .right = pan};
}

// A walk on the scale that turns at its ends and leaves out what does not fit the chord.
static void pluck_melody(Bed *bed) {
    int by = (int)(chance(bed) * 5.0f) - 2;
    int at = bed->at_scale + (by == 0 ? 1 : by);
    if (at < 0) at = -at;
    if (at >= SCALE_SIZE) at = 2 * (SCALE_SIZE - 1) - at;
    bed->at_scale = at;
    float gain = bed->now.pluck * (0.55f + 0.45f * chance(bed)), pan = 0.25f + 0.5f * chance(bed);
    if (CHORDS[bed->chord].plucks >> (at % SCALE_NOTES) & 1) pluck(bed, SCALE[at], 0.10f * gain, 0.012, 0.75, pan);
}

// Root and fifth in turn, a second apart.
static void pluck_pulse(Bed *bed) {
    static const float accents[] = {1.0f, 0.45f, 0.7f, 0.45f};
    int bass = CHORDS[bed->chord].bass + (bed->beat % 4 == 2 ? 19 : 12);
    float gain = bed->now.pulse * accents[bed->beat % 4];
    if (gain > 0.01f) pluck(bed, bass, 0.19f * gain, 0.04, 0.30, 0.5f);
}

static void tick(Bed *bed) {
    bed->blocks_left = TICK_BLOCKS;
    if (bed->ticks_left-- <= 0) set_chord(bed, CHORDS[bed->chord].next[(int)(chance(bed) * VOICES)]);
    if (bed->ticks_left % 2 == 0) {
        pluck_pulse(bed);
        bed->beat++;
    }
    if (chance(bed) < bed->now.pluck_chance) pluck_melody(bed);
}

static void glide(float *value, float target) {
    const float step = (float)BLOCK * 1000.0f / SOUND_RATE / BED_CHANGE_MS; // of the largest difference there is
    float most = fabsf(target) > 1.0f ? step * 10.0f : step;
    if (fabsf(target - *value) <= most) *value = target;
    else *value += target > *value ? most : -most;
}

static void glide_mood(Bed *bed) {
    for (int layer = 0; layer < LAYERS; layer++) glide(&bed->now.layers[layer], bed->target.layers[layer]);
    glide(&bed->now.pulse, bed->target.pulse);
    glide(&bed->now.pluck, bed->target.pluck);
    glide(&bed->now.pluck_chance, bed->target.pluck_chance);
    glide(&bed->now.chord_s, bed->target.chord_s);
}

// ---- sounding ----

static void add_note(const float *table, Note *note, float layer, float *out) {
    static const float level = 0.0145f, slowness = 0.0011f; // of 64 samples: a note comes and goes within some three seconds
    if (note->gain < 1e-4f && note->target == 0.0f) {
        note->gain = 0.0f;
        return;
    }
    float before = note->gain * (0.8f + 0.2f * table_at(table, (uint32_t)(note->drift * 4294967040.0f)));
    note->gain += slowness * (note->target - note->gain);
    note->drift += note->drift_step;
    if (note->drift >= 1.0f) note->drift -= 1.0f;
    float after = note->gain * (0.8f + 0.2f * table_at(table, (uint32_t)(note->drift * 4294967040.0f)));
    float gain = level * layer * before, step = level * layer * (after - before) / BLOCK;
    for (int i = 0; i < BLOCK; i++) {
        float a = gain * table_at(table, note->phase[0]), b = gain * table_at(table, note->phase[1]);
        out[2 * i] += a + 0.35f * b;
        out[2 * i + 1] += b + 0.35f * a;
        note->phase[0] += note->step[0];
        note->phase[1] += note->step[1];
        gain += step;
    }
}

static float eased(float x) {
    return x * x * (3.0f - 2.0f * x);
}

static void add_pluck(Pluck *note, float *out) {
    if (note->gain <= 1e-4f) return;
    float before = note->gain * eased(note->rise);
    note->rise = note->rise + note->rise_step < 1.0f ? note->rise + note->rise_step : 1.0f;
    note->gain *= note->decay;
    if (note->gain <= 1e-4f) note->gain = 0.0f;
    float after = note->gain * eased(note->rise), step = (after - before) / BLOCK, gain = before;
    for (int i = 0; i < BLOCK; i++) {
        float value = gain * table_at(note->table, note->phase);
        out[2 * i] += note->left * value;
        out[2 * i + 1] += note->right * value;
        note->phase += note->step;
        gain += step;
    }
}

// A small warm room: four delays that feed each other (Jot and Chaigne 1991, feedback delay networks).
static void add_room(Bed *bed, float *out) {
    static const int lengths[LINES] = {1499, 2011, 2767, 3581};
    static const float feedback = 0.40f, damping = 0.35f, send = 0.30f, level = 0.55f;
    for (int i = 0; i < BLOCK; i++) {
        float taps[LINES], sum = 0.0f;
        for (int l = 0; l < LINES; l++) {
            float tap = bed->lines[l][(bed->line_at - lengths[l]) & (LINE_SIZE - 1)];
            bed->damped[l] += (1.0f - damping) * (tap - bed->damped[l]);
            taps[l] = bed->damped[l];
            sum += taps[l];
        }
        // Householder's matrix times 0.8: every line hears the others, and it dies away in about two seconds.
        for (int l = 0; l < LINES; l++) {
            float in = send * out[2 * i + (l & 1)];
            bed->lines[l][bed->line_at & (LINE_SIZE - 1)] = in + 2.0f * feedback * (taps[l] - 0.5f * sum) + 1e-18f;
        }
        bed->line_at = (bed->line_at + 1) & (LINE_SIZE - 1);
        out[2 * i] += level * (taps[0] + taps[2]);
        out[2 * i + 1] += level * (taps[1] + taps[3]);
    }
}

static void render_block(Bed *bed) {
    if (bed->blocks_left-- <= 0) tick(bed);
    glide_mood(bed);
    memset(bed->out, 0, sizeof bed->out);
    for (int layer = 0; layer < LAYERS; layer++) {
        for (int i = 0; i < NOTES; i++) add_note(bed->tables[layer], &bed->notes[layer][i], bed->now.layers[layer], bed->out);
    }
    for (int i = 0; i < PLUCKS; i++) add_pluck(&bed->plucks[i], bed->out);
    add_room(bed, bed->out);
    bed->out_at = 0;
}

Bed *bed_make(Arena *arena, uint32_t seed) {
    Bed *bed = arena_new(arena, Bed, 1);
    bed->random = seed * 2654435761u | 1;
    bed->now = bed->target = MOODS[BED_AIRY];
    for (int t = 0; t <= LAYERS; t++) fill_table(bed->tables[t], HARMONICS[t]);
    for (int layer = 0; layer < LAYERS; layer++) {
        for (int i = 0; i < NOTES; i++) {
            Note *note = &bed->notes[layer][i];
            for (int side = 0; side < 2; side++) {
                note->step[side] = step_of(LOWEST + i, side ? 2.5 : -2.5);
                note->phase[side] = (uint32_t)(chance(bed) * 4294967040.0f);
            }
            note->drift = chance(bed);
            note->drift_step = (0.05f + 0.06f * chance(bed)) * BLOCK / SOUND_RATE;
        }
    }
    bed->at_scale = SCALE_NOTES;
    set_chord(bed, 0);
    bed->out_at = BLOCK;
    return bed;
}

void bed_set_mood(Bed *bed, BedMood mood) {
    assert(mood >= 0 && mood < BED_MOODS);
    bed->target = MOODS[mood];
}

void bed_render(Bed *bed, float *out, int frames) {
    while (frames > 0) {
        if (bed->out_at == BLOCK) render_block(bed);
        int count = BLOCK - bed->out_at < frames ? BLOCK - bed->out_at : frames;
        memcpy(out, bed->out + 2 * bed->out_at, sizeof *out * 2 * (size_t)count);
        bed->out_at += count;
        out += 2 * count;
        frames -= count;
    }
}
