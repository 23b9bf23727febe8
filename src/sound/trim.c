#include "sound/trim.h"

#include "sound/mixer.h"

#include <stdlib.h>

enum { BLOCK = SOUND_RATE / 200 };

static const double FAINT = 1e-4; // -40 dB

// So that fades are over before the sound begins, and begin after it ended: a last "t" is no longer than they are.
enum { BLOCKS_BEFORE = 1, BLOCKS_AFTER = 2 };

TrimRange trim_sounding_part(const float *samples, int count) {
    int blocks = count / BLOCK;
    double loudest = 0.0;
    double *power = calloc((size_t)blocks + 1, sizeof *power);
    if (!power) abort();
    for (int b = 0; b < blocks; b++) {
        for (int i = b * BLOCK; i < (b + 1) * BLOCK; i++) power[b] += (double)samples[i] * samples[i];
        if (power[b] > loudest) loudest = power[b];
    }
    int first = 0, last = blocks - 1;
    while (first < blocks && power[first] < loudest * FAINT) first++;
    while (last > first && power[last] < loudest * FAINT) last--;
    free(power);
    if (loudest == 0.0 || first >= blocks) return (TrimRange){0, 0};
    first = first > BLOCKS_BEFORE ? first - BLOCKS_BEFORE : 0;
    last = last + BLOCKS_AFTER < blocks ? last + BLOCKS_AFTER : blocks - 1;
    return (TrimRange){first * BLOCK, (last + 1) * BLOCK};
}

void trim_fade_ends(float *samples, int count) {
    int in = SOUND_RATE / 500, out = SOUND_RATE / 100;
    for (int i = 0; i < in && i < count; i++) samples[i] *= (float)(i + 1) / (float)in;
    for (int i = 0; i < out && i < count; i++) samples[count - 1 - i] *= (float)i / (float)out;
}
