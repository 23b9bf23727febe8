// Text to speech, offline: the only file that knows the synthesiser.
#pragma once

#include "sound/mixer.h"

enum { SPEAK_MAX_BYTES = 400 }; // of one sentence; the rest is not spoken

// Speaks a sentence into samples at SOUND_RATE, trimmed of silence at both ends (sample 0 is where
// the sound begins), levelled to the loudness of every other clip (level.h). Safe to call from one
// thread at a time. The clip is owned by the caller: free its samples with speak_free. A count of 0
// means there was nothing to say. About 10 ms of work for each second of speech.
SoundClip speak_text(const char *text);
void speak_free(SoundClip *clip);

// "flite 2.2 with the voice rms"
const char *speak_version(void);

// How long speak_text's clip is, in whole milliseconds rounded up. As much work as speaking it.
int speak_length_ms(const char *text);
