// The table `word`: a number for every text that entries hold. Only for the files of this folder.
#pragma once

#include "diary/diary.h"

#include <sqlite3.h>

typedef struct {
    Arena *arena;
    LIST(const char *) words; // by number; NULL where there is none
    int *slots;               // numbers by the hash of their text; 0: free
    int slot_count;           // a power of two
    sqlite3_stmt *read, *add;
} Vocabulary;

// Reads all words; they live in the arena. False when the table is none of ours.
bool vocabulary_open(Vocabulary *vocabulary, Arena *arena, sqlite3 *db);
void vocabulary_close(Vocabulary *vocabulary);

// The number of a word, which is added when it is new; 0 when it cannot be.
int vocabulary_number(Vocabulary *vocabulary, const char *word);

// NULL for a number that is none.
const char *vocabulary_word(const Vocabulary *vocabulary, int64_t number);
