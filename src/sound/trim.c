#include "sound/trim.h"

#include "sound/mixer.h"

#include <stdlib.h>

enum { BLOCK = SOUND_RATE / 200 };

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
    while (first < blocks && power[first] < loudest * 1e-4) first++;
    while (last > first && power[last] < loudest * 2.5e-5) last--;
    free(power);
    if (loudest == 0.0 || first >= blocks) return (TrimRange){0, 0};
    return (TrimRange){first * BLOCK, (last + 1) * BLOCK};
}

void trim_fade_ends(float *samples, int count) {
    int in = SOUND_RATE / 500, out = SOUND_RATE / 100;
    for (int i = 0; i < in && i < count; i++) samples[i] *= (float)(i + 1) / (float)in;
    for (int i = 0; i < out && i < count; i++) samples[count - 1 - i] *= (float)i / (float)out;
}
