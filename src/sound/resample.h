// Changes the sampling rate of a whole clip without adding what was not there.
//
// A windowed sinc as a polyphase filter (Crochiere and Rabiner 1983, Multirate Digital Signal
// Processing); Kaiser's window of 80 dB. Not for streams: the clip is in memory.
#pragma once

#include "base/arena.h"

#include <stdint.h>

// Samples that come out of `count`; the length in seconds stays.
int resample_count(int count, int from_rate, int to_rate);

// Fills resample_count(...) floats, -1..1. Rates 8000..48000, `to_rate` not below `from_rate`.
void resample(const int16_t *in, int count, int from_rate, int to_rate, float *out);
