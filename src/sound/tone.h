// Short tones that say start, switch, the way back and end without words, and softer ones that pace a repetition.
#pragma once

#include "sound/mixer.h"

typedef enum { TONE_START, TONE_SWITCH, TONE_END, TONE_RELEASE, TONE_OUT, TONE_HOLD, TONE_BACK, TONE_CLICK, TONE_COUNT } Tone;

// Made once; lives in the arena.
SoundClip tone_make(Arena *arena, Tone tone);
