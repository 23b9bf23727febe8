// Which voice is heard: the folder a person names, what Limber has, and how long its sentences take.
#pragma once

#include "app/folders.h"
#include "session/session.h"
#include "sound/coach.h"

// The voice by a name (a folder in the user's or in Limber's own voices), by a path with a '/' in it, or the usual one (NULL
// or empty). What it has no clip of is filled in from the usual one. False with a sentence when a voice cannot be
// used; the coach then has what there is, maybe nothing.
bool voices_open(Arena *arena, const Folders *folders, const char *name, Coach *coach, Error *error);

// For SessionOptions.speech_ms; the context is the Coach. The length of the clip, or the usual estimate.
int voices_speech_ms(const void *coach, const char *text);
