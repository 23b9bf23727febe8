// Cuts a spoken clip to its sound, so that sample 0 is where the word begins, and softens both ends.
#pragma once

typedef struct {
    int begin, end; // samples, half open
} TrimRange;

// The part between the first and the last 5 ms that are louder than 40 dB below the loudest, with room for the fades:
// synthesisers and microphones put near silence before and after. Empty for silence.
TrimRange trim_sounding_part(const float *samples, int count);

// Fades in within 2 ms and out within 10: short enough not to soften a consonant, long enough not to click.
void trim_fade_ends(float *samples, int count);
