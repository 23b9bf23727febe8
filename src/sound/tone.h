// Short tones that say start, switch, the way back and end without words.
#pragma once

#include "sound/mixer.h"

typedef enum { TONE_START, TONE_SWITCH, TONE_END, TONE_RELEASE, TONE_COUNT } Tone;

// Made once; lives in the arena.
SoundClip tone_make(Arena *arena, Tone tone);
