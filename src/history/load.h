// Reads the diary out of the database. Only for the files of this folder.
#pragma once

#include "history/vocabulary.h"

// All entries, and the newest steps up to a number, in their order. The diary lives in the arena, its texts as long as
// the vocabulary. Rows that this program does not understand are left out. False when the database cannot be read.
bool load_diary(sqlite3 *db, Vocabulary *vocabulary, int steps_most, Arena *arena, Diary *diary);
