// Every sentence that sessions may speak: the list from which a voice is recorded or made ahead.
//
// What the library's routines say, at every level, and what any routine made of its moves may say: all
// sentences of all moves said of both sides, counts, usual rests and sets. Not the order, not the times.
#pragma once

#include "session/session.h"

typedef struct {
    LIST(const char *) items; // sorted by bytes, each once
} TextList;

enum {
    TEXTS_COUNTED = 60,          // repetitions counted aloud
    TEXTS_TIMES = 30,            // how many are announced
    TEXTS_SETS = 6,              // sets and rounds of an exercise
    TEXTS_RESTS_MS = 5 * 60000,  // rests up to here, in steps of a quarter of a minute
    TEXTS_SHORT_RESTS_MS = 60000 // and up to here in steps of five seconds
};

// The list and its texts live in the arena.
void session_texts(Arena *arena, const Library *library, TextList *texts);
