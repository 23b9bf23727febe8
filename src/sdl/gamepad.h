// Gamepads: their buttons, and their left stick as four more, by names that the key table knows ("Pad A", "Pad Up").
//
// Plugged in and out at any time. SDL knows the layouts of some hundred pads; what it does not know is not used.
#pragma once

#include <SDL.h>
#include <stdbool.h>

typedef struct {
    int stick_x, stick_y; // -1, 0, 1: which way the stick was last pushed
} Gamepad;

// Without gamepads, or where SDL cannot look for them, nothing happens.
void gamepad_begin(void);
void gamepad_end(void);

// Takes one event. Returns the name of a button that was pressed, or NULL.
const char *gamepad_button(Gamepad *gamepad, const SDL_Event *event);
