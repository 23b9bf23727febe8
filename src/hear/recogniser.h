// Which command an utterance is, if it surely is one: the only file that knows the speech recogniser.
//
// A grammar of the commands stands against a loop of all phones (a filler model, Rohlicek et al. 1989,
// Continuous hidden Markov modeling for speaker-independent word spotting): what fits any sounds better than it fits
// a command is none. Utterances are judged whole, which is far surer than spotting words in a stream.
#pragma once

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

enum { HEAR_RATE = 16000 }; // samples a second, one channel

typedef enum {
    HEARD_NOTHING, HEARD_PAUSE, HEARD_GO_ON, HEARD_NEXT, HEARD_BACK, HEARD_REPEAT, HEARD_EASIER, HEARD_HURTS, HEARD_STOP,
    HEARD_COUNT
} Heard;

// "pause", "go on" ...; NULL for HEARD_NOTHING.
extern const char *const heard_words[HEARD_COUNT];

typedef struct Recogniser Recogniser;

// Takes about 0.1 s. False with a sentence when its model is not installed, or when Limber was built without it.
bool recogniser_open(Recogniser **recogniser, Error *error);
void recogniser_close(Recogniser *recogniser);

// A tenth of the utterance's length in work.
Heard recogniser_hear(Recogniser *recogniser, const int16_t *samples, int count);
