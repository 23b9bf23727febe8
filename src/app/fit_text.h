// How a session was fitted to the person, as one line of text: so that it can be kept with the place in it, and copied.
#pragma once

#include "session/fit.h"

typedef LIST(Change) ChangeList;

// "minutes=12 skip=40 first=1 hurt=clam change=0:7:12:plank"; nothing where nothing was fitted.
void fit_text_write(const Fit *fit, const ChangeList *changes, TextBuilder *out);

// What it points to lives in the arena. False when the text is none of these.
bool fit_text_read(Arena *arena, Text text, Fit *fit, ChangeList *changes);
