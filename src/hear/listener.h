// Listens for spoken commands: a microphone's samples go in, commands that were surely heard come out.
//
// A thread of its own recognises; nothing here waits for it. While Limber itself speaks the ear is closed, so that the
// coach never commands herself; her voice rings on in the room for a moment, and so does the closing.
#pragma once

#include "hear/recogniser.h"

enum { LISTENER_RINGS_MS = 400 };

typedef struct Listener Listener;

// False with a sentence when no thread can be had for it.
bool listener_open(Listener **listener, Error *error);
void listener_close(Listener *listener); // takes NULL; waits for what is being recognised: some 50 ms

// True with a sentence when the recogniser turned out not to be there: nothing will be heard.
bool listener_has_failed(Listener *listener, Error *error);

// Gives samples at HEAR_RATE, in order. `speaks`: Limber's own voice sounds meanwhile.
void listener_feed(Listener *listener, const int16_t *samples, int count, bool speaks);

// True while somebody says something: time for the music to step back.
bool listener_hears_voice(const Listener *listener);

// The next command, in the order they were said; HEARD_NOTHING for none. What was no command is not told.
Heard listener_take(Listener *listener);
