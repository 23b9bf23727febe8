// The last treatment of a recorded or synthesised sentence, and the manifest of a folder of such clips.
//
// Authoring only: `limber-voice` uses it, the player does not.
#pragma once

#include "session/texts.h"
#include "sound/coach.h"

// Reads a sound, cuts it to what sounds, makes it as loud as every other clip, softens its ends, and writes it
// as a WAV of 48 kHz mono floats.
bool finish_clip(const char *in, const char *out, Error *error);

typedef struct {
    int clips, missing;
    int64_t bytes;         // of all clips
    double length_s;       // of all clips
    double quietest, loudest; // LUFS
} FinishSum;

// Writes `voice.txt` for the clips of these texts that are in the folder, with lengths and loudness as measured.
// Every text that has none is named in `missing`.
bool finish_manifest(Arena *arena, const char *folder, const TextList *texts, TextList *missing, FinishSum *sum, Error *error);
