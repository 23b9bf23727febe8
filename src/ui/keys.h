// Which key does what, as one table, and the same table as help.
//
// A key that writes a sign is named by the sign, whatever it takes to write it; others by
// SDL_GetKeyName. The mouse adds "MouseRight" and "MouseDouble" (a double click of the left button), a gamepad "Pad A" and so on.
#pragma once

#include "ui/ui.h"

typedef enum {
    KEYS_WHILE_PLAYING = 1, // and while paused
    KEYS_IN_LISTS = 2,      // first screen, pause menu, finish
    KEYS_EVERYWHERE = 3,
} KeysWhere;

typedef enum { PLAIN, SHIFT, CTRL, ANY_SHIFT } Modifier;

typedef struct {
    const char *name; // compared without regard to case
    Modifier modifier;
    KeysWhere where;
    Action action;
    const char *shown; // the keys of the action as help shows them; NULL: another key for a row above
    const char *label;
} KeyRow;

// The table, ended by a row without a name.
extern const KeyRow key_rows[];

// ACTION_NONE when the key means nothing there.
Action key_action(Key key, KeysWhere where);
