// The files of a music folder, one after the other without end: shuffled, equally loud, each fading into the next.
//
// Reads and decodes where it is called, so not from an audio callback: music.h has a thread for it. Files that cannot be
// played are left out, and each is told of once. Memory stays the same however long it plays.
#pragma once

#include "base/error.h"
#include "sound/mixer.h"

enum {
    JUKEBOX_FADE_MS = 3000,  // from one track into the next
    JUKEBOX_TRACKS = 20000,  // of a folder and those below it; more are left out
};

#define JUKEBOX_LUFS (-28.0) // of every track, as far as excerpts tell

typedef struct Jukebox Jukebox;

// The same seed and files give the same order; it is another each time all were played. The folder need not exist.
Jukebox *jukebox_open(const char *folder, uint32_t seed);
void jukebox_close(Jukebox *jukebox); // NULL is fine

// Whether a file is music by its name.
bool jukebox_plays(const char *path);

// The next stereo frames. False when there is nothing to play: `stereo` is silent then, and the folder is looked
// at anew with the next call.
bool jukebox_render(Jukebox *jukebox, float *stereo, int frames);

// The sentence about a file or the folder that was left out; false when there is none (any more).
bool jukebox_next_problem(Jukebox *jukebox, Error *error);
