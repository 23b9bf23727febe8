// What of the desktop works here, found by trying: for a report, not for playing.
//
// Opens and closes what it asks about; no window is ever shown.
#pragma once

#include "base/error.h"
#include "base/text.h"

typedef struct {
    const char *driver;      // "x11"
    int width, height, refresh_hz; // of the first; 0 Hz: it does not say
} VideoFacts;

typedef struct {
    const char *driver;      // "pulseaudio"
    const char *device;      // by its name; NULL when nobody knows
} AudioFacts;

// Texts live in the arena. False with the sentence that playing would stop with, or go on silently with.
bool probe_video(Arena *arena, VideoFacts *facts, Error *error);
bool probe_audio(Arena *arena, AudioFacts *facts, Error *error);

// "SDL 2.26.5, SDL_ttf 2.20.1, SDL_mixer 2.6.2", as they are linked.
const char *probe_versions(Arena *arena);
