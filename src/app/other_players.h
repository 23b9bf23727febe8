// Other programs of the desktop that play music or films: asked to pause while Limber plays.
//
// Over MPRIS (Media Player Remote Interfacing Specification 2.2) on the user's message bus. A thread of its own
// does the asking, since a program that hangs takes its time to answer. Without a bus, or without such
// programs, nothing happens: it is a courtesy, not a need.
#pragma once

typedef struct OtherPlayers OtherPlayers;

// NULL when no thread can be had; every function takes NULL and then does nothing.
OtherPlayers *other_players_open(void);

// Pauses whatever plays now. Asked for twice it pauses once.
void other_players_pause(OtherPlayers *players);

// Lets those go on that were paused by the above, unless somebody else has started or stopped them since.
void other_players_go_on(OtherPlayers *players);

// Lets them go on, and waits for that for at most half a second.
void other_players_close(OtherPlayers *players);
