// What goes on around a session: other players of the desktop pause for it, and spoken commands are heard.
//
// Both are settings, off as long as nobody asks for them; changed, they act at once. What cannot be had is told on
// screen once, and the session goes on.
#pragma once

#include "app/player.h"

typedef struct Room Room;

Room *room_enter(void);
void room_leave(Room *room); // other players go on

// Call once a picture, before the screens' step. `speaks`: Limber's own voice sounded at the last picture. Adds what was
// heard to the keys of the input.
void room_step(Room *room, Player *player, bool speaks, UiInput *input);

// True while a person speaks, as far as one listens: music steps back.
bool room_hears_voice(const Room *room);
