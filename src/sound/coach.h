// A voice made ahead: clips of sentences in a folder, and a manifest that says which is which.
//
// A voice is any folder with a file `voice.txt` and the sound files it names (assets/README.md says how it is
// written); nothing here speaks what has no clip. Several folders may stand behind one another: a text is
// taken from the first that has it.
#pragma once

#include "base/arena.h"
#include "base/error.h"
#include "sound/mixer.h"

#define COACH_MANIFEST "voice.txt"

enum {
    COACH_MANIFEST_BYTES = 4 * 1000 * 1000,
    COACH_CLIPS_MAX = 20000,
    COACH_TEXT_BYTES = 600, // of one sentence
    COACH_CLIP_MS = 30000,  // of one clip
    COACH_FILE_BYTES = 64   // of a name made by coach_file_name, with its end
};

typedef struct {
    const char *text;
    const char *folder, *file;
    int length_ms;   // as the manifest says: of the decoded sound, rounded up
    double loudness; // LUFS, as level_loudness measures it
} CoachClip;

typedef struct {
    LIST(CoachClip) clips; // sorted by text, each once
} Coach;

// Adds what a folder has and the coach has not; all in the arena. False with a sentence when the manifest cannot
// be used: then the coach is as before.
bool coach_add(Arena *arena, const char *folder, Coach *coach, Error *error);

// Whether a folder is a voice.
bool coach_is_there(Arena *arena, const char *folder);

// The clip of exactly this text, or NULL. A coach of NULL has none.
const CoachClip *coach_find(const Coach *coach, const char *text);

// Reads the sound. False with a sentence when the file is missing, damaged, or much shorter than the manifest
// says. The samples are the caller's: free them with sound_file_free_clip or speak_free, which are the same.
bool coach_read(const CoachClip *clip, SoundClip *sound, Error *error);

// The file a sentence goes by in folders that are made here: its words, and a number made from all of it.
void coach_file_name(const char *text, char name[COACH_FILE_BYTES]);

// Whole milliseconds of so many samples, rounded up.
int coach_length_ms(int samples);
