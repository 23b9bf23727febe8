// Scripts that are saved while Limber runs are read again: lists show them, and a session goes on with them where it was.
#pragma once

#include "app/player.h"

// Looks now and then, as time passes. Between player_step and player_announce, and without the lock of the mixer: reading
// takes a while.
void reload_step(Player *player, double elapsed_ms);
