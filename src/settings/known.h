// In how many sessions each move was done, as a text file of lines such as "clam 4": by this the talk fades.
//
// Not the history: no dates, no doses. A line that is no such line is kept where it is.
#pragma once

#include "base/error.h"
#include "base/text.h"

enum { KNOWN_TIMES_MAX = 9999 };

typedef struct {
    const char *move; // id; a variant is a move of its own
    int times;
} KnownMove;

typedef struct {
    LIST(KnownMove) moves; // in the order of the file
    LIST(Text) others; // lines of any other kind
} KnownMoves;

// Reads the file; one that does not exist is empty. Everything lives in the arena. False with a sentence when something
// was wrong with it; what could be read is there all the same.
bool known_read(Arena *arena, const char *path, KnownMoves *known, Error *error);

// 0 for moves that were never done.
int known_times(const KnownMoves *known, const char *move);

// One session more.
void known_add(Arena *arena, KnownMoves *known, const char *move);

// Makes the folder when it is missing.
bool known_write(const char *path, const KnownMoves *known, Error *error);
