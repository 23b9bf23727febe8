// Sentences spoken ahead of time: a thread that speaks what is asked for, and a cache of what it said.
//
// What the coach has a clip of is read, everything else is left to the synthesiser (speak.h).
// Not a queue of sounds: what plays, and when, is the mixer's matter. All functions are called from one
// thread. Clips stay in memory while somebody holds them; of the others the least recently used
// go first when there are more than SPEAKER_CACHE_BYTES.
#pragma once

#include "sound/coach.h"

enum {
    SPEAKER_CACHE_BYTES = 10 * 1000 * 1000, // about 50 s of speech
    SPEAKER_ENTRIES = 256                   // texts known at a time: asked for, held or remembered
};

typedef struct Speaker Speaker;

// In the background a text is ready some time after it was asked for; else (a run that keeps
// its own time) as soon as it is taken. Falls back to the latter when no thread can be had.
// The coach outlives the speaker; NULL: there are no clips.
Speaker *speaker_open(bool in_background, const Coach *coach);
void speaker_close(Speaker *speaker); // nothing may hold a clip any more

// Asks for a text ahead of its time. False when too many are asked for already.
bool speaker_request(Speaker *speaker, const char *text);

// Forgets what was asked for and not begun: after a jump other texts are wanted.
void speaker_forget_requests(Speaker *speaker);

// True when the text is ready; then the clip (a count of 0: nothing to say) is held until it is
// released as often as it was taken. Asks for it when nobody did.
bool speaker_take(Speaker *speaker, const char *text, SoundClip *clip);
void speaker_release(Speaker *speaker, SoundClip clip);

// Another coach from now on; clips that are held stay as they are.
void speaker_set_coach(Speaker *speaker, const Coach *coach);

// True once, with a sentence, when a clip of the coach could not be read; the synthesiser speaks in its place.
bool speaker_trouble(Speaker *speaker, Error *error);

// Bytes of all clips in memory.
int64_t speaker_bytes(Speaker *speaker);
