// Names for SDL's events as the key table of the screens knows them.
//
// Keys that write something are named by what they write ("?", "<", "M"), so that they work on
// every keyboard layout; the others, and all with Ctrl, by SDL_GetKeyName.
#pragma once

#include "sdl/gamepad.h"
#include "ui/ui.h"

#include <SDL.h>

enum { KEY_NAMES = 32, LONGEST_KEY_NAME = 32 };

// What was pressed since it was last cleared; more than KEY_NAMES at once are dropped.
typedef struct {
    Key keys[KEY_NAMES];
    char names[KEY_NAMES][LONGEST_KEY_NAME];
    int count;
    Gamepad gamepad;
    bool deaf;      // to the text of a key that was a repetition, or that has a name already
} KeyNames;

void keynames_clear(KeyNames *names);
void keynames_add_event(KeyNames *names, const SDL_Event *event);
