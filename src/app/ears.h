// Spoken commands of a person: the microphone and the listener joined, told as keys of the key table ("Say pause").
//
// Nothing but keys comes out: what a command does is the screens' matter.
#pragma once

#include "base/error.h"
#include "ui/ui.h"

enum { EARS_KEYS = 8 };

typedef struct Ears Ears;

// False with a sentence when there is no microphone.
bool ears_open(Ears **ears, Error *error);
void ears_close(Ears *ears); // takes NULL

// Call once a picture. `speaks`: Limber's own voice sounds now. Writes what was heard to `keys` (room for EARS_KEYS) and
// returns how many.
int ears_step(Ears *ears, bool speaks, Key *keys);

// True while somebody speaks: music steps back.
bool ears_hear_voice(const Ears *ears);

// True with a sentence once the microphone was pulled out, or when the recogniser turned out not to be there.
bool ears_have_failed(Ears *ears, Error *error);
