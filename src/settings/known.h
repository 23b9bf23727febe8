// In how many sessions each move was done and when last, as a text file of lines such as "clam 4 2026-11-21": by this the
// talk fades, and comes back after a break.
//
// Not the history: no doses, and of all days only the last. "clam 4", as older files have it, is read as well. A line
// that is no such line is kept where it is. Days are local ones (diary/date.h).
#pragma once

#include "base/error.h"
#include "base/text.h"

enum {
    KNOWN_TIMES_MAX = 9999,
    // Plans come back to each move within two weeks. Who has left one out for twice as long, and a little forgotten it, is
    // explained it once more: it counts as done so often, one less than where the set-up is left out.
    KNOWN_BREAK_DAYS = 28,
    KNOWN_TIMES_AFTER_BREAK = 2,
    KNOWN_NO_DAY = -1,
};

typedef struct {
    const char *move; // id; a variant is a move of its own
    int times;
    int day; // when last; KNOWN_NO_DAY when the file does not say
} KnownMove;

typedef struct {
    LIST(KnownMove) moves; // in the order of the file
    LIST(Text) others; // lines of any other kind
    int sessions;      // in how many something was done: "sessions 12"
} KnownMoves;

// Reads the file; one that does not exist is empty. Everything lives in the arena. False with a sentence when something
// was wrong with it; what could be read is there all the same.
bool known_read(Arena *arena, const char *path, KnownMoves *known, Error *error);

// 0 for moves that were never done; few for those not done in more than KNOWN_BREAK_DAYS before `today`.
int known_times(const KnownMoves *known, const char *move, int today);

// One session more.
void known_add(Arena *arena, KnownMoves *known, const char *move, int today);

// One session more in which something was done; odd and even ones take turns for ever.
void known_add_session(KnownMoves *known);

// Makes the folder when it is missing.
bool known_write(const char *path, const KnownMoves *known, Error *error);
