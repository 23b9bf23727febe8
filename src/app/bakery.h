// Sheets of a person's own moves, made while Limber runs: by the program limber-bake, one move after the other, at
// low priority, into the cache folder.
//
// A sheet there is used as long as its move's text is what it was made from. What cannot be drawn is told once and
// not tried again. The program that draws ends with Limber, and nothing half made is left.
#pragma once

#include "app/folders.h"
#include "session/session.h"

typedef struct Bakery Bakery;

// Lives in the arena. `scale` is limber-bake's.
Bakery *bakery_make(Arena *arena, const Folders *folders, double scale);

// Asks for the sheets that a person's own moves in the session need and that are not there.
void bakery_ask(Bakery *bakery, const Session *session);

typedef enum { BAKERY_IDLE, BAKERY_WORKS, BAKERY_MADE, BAKERY_FAILED } BakeryNews;

// Never waits. MADE: the sheet of `*move` is there now. FAILED: `*sentence` says why it is not. Both are told once
// and last as long as the bakery.
BakeryNews bakery_step(Bakery *bakery, const char **move, const char **sentence);

// How much of a move that was asked for is drawn, 0 to 100; -1 when nobody draws it.
int bakery_percent(const Bakery *bakery, const char *move);

// Ends the program that draws, and removes what it began.
void bakery_end(Bakery *bakery);
