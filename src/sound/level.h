// How loud a clip is to the ear, and making clips equally loud.
//
// Loudness after ITU-R BS.1770-4 (2015): K-weighting and gating, with 50 ms blocks in place of
// 400 ms ones because a spoken number is shorter than that. In LUFS of one channel at SOUND_RATE.
#pragma once

// The level of every clip. Loud enough for a laptop across the room, with room above for peaks.
#define LEVEL_TARGET_LUFS (-18.0)

// Loudness of what is not silence; below -70 for nothing.
double level_loudness(const float *samples, int count);

// Makes the clip LEVEL_TARGET_LUFS loud. Peaks are bent smoothly to stay below -1.5 dB; a clip that is
// silent stays so.
void level_adjust(float *samples, int count);
