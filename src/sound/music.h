// The music under a session: the composed bed, a folder of one's own, or none; fading from one into the other.
//
// A source for the mixer (MixerMusic): music_fill never waits. Files are read ahead on a thread into a ring of 2.7 s.
// All functions but music_fill are for one thread, and not while music_fill runs: live, with the mixer locked.
#pragma once

#include "sound/bed.h"
#include "sound/jukebox.h"

typedef enum { MUSIC_PLAYS_NOTHING, MUSIC_PLAYS_BED, MUSIC_PLAYS_FILES } MusicPlays;

enum { MUSIC_FADE_MS = 2500 }; // in, out, and from one kind to another

typedef struct Music Music;

// In the background files are read on a thread; else as they are asked for (a run that keeps its own time, which then
// always gives the same music). The folder need not exist.
Music *music_open(const char *folder, uint32_t seed, bool in_background);
void music_close(Music *music); // the mixer must not ask any more; NULL is fine

// What is to play from now on. A folder without a file that can be played gives the bed.
void music_play(Music *music, MusicPlays plays, BedMood mood);

// The `fill` of MixerMusic; the context is the Music.
void music_fill(void *music, float *stereo, int frames);

// The sentence about a file or folder that was left out, each once; false when there is none (any more).
bool music_next_problem(Music *music, Error *error);
