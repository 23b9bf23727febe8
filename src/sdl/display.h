// The display, before there is a window on it.
//
// Private to the sdl module.
#pragma once

#include "base/error.h"

#include <stdbool.h>

// Starts SDL's video; SDL_QuitSubSystem(SDL_INIT_VIDEO) ends it. False with a sentence when there is no display.
bool display_open(Error *error);
