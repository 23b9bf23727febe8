// Changes the sampling rate of a whole clip, by libsamplerate (a band-limited sinc; Smith 1984).
//
// Not for streams: sound_file.c has one of those.
#pragma once

#include <stdint.h>

// libsamplerate's SRC_SINC_MEDIUM_QUALITY: images 120 dB down, 90 % of the band.
enum { RESAMPLE_CONVERTER = 1 };

// Samples that come out of `count`; the length in seconds stays.
int resample_count(int count, int from_rate, int to_rate);

// Fills resample_count(...) floats.
void resample(const int16_t *in, int count, int from_rate, int to_rate, float *out);
