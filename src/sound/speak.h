// Text to speech, offline: the only file that knows the synthesiser.
#pragma once

#include "sound/mixer.h"

// Speaks a sentence into samples at SOUND_RATE, trimmed of silence at both ends, levelled to
// the loudness of every other clip. Safe to call from one thread at a time. The clip is owned by the
// caller: free its samples with speak_free. A count of 0 means there was nothing to say.
SoundClip speak_text(const char *text);
void speak_free(SoundClip *clip);
