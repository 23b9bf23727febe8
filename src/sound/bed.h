// A quiet composed bed of music: slow warm chords, sparse plucked notes, a little room; made by code as it plays.
//
// Endless and without a seam: nothing is looped, chords follow each other by chance, the same for the same seed and
// the same moments of change. In C, so that the tones of a session (tone.h) belong to it. Stereo at SOUND_RATE,
// about -30 LUFS. Not a player of files (music.h), and knows nothing of sessions.
#pragma once

#include "sound/mixer.h"

typedef enum {
    BED_AIRY,  // high and open, most plucked notes
    BED_PULSE, // with a soft slow pulse, once a second
    BED_LOW,   // slow and low
    BED_THIN,  // hardly there
    BED_MOODS
} BedMood;

enum { BED_CHANGE_MS = 6000 }; // from one mood to the next

typedef struct Bed Bed;

// Begins out of silence, in BED_AIRY. Lives in the arena; some 60 kB.
Bed *bed_make(Arena *arena, uint32_t seed);

// From now on; the music goes over into it within BED_CHANGE_MS.
void bed_set_mood(Bed *bed, BedMood mood);

// The next frames (2 * frames floats). Never waits; the same however the time is cut.
void bed_render(Bed *bed, float *out, int frames);
