// The diary as a table to read: a heading a day, a line for what was told and for each session what was done in it.
#pragma once

#include "diary/diary.h"

// Names of moves and routines are those of the library; NULL, or what it does not know, is called by its id.
void table_write(const Diary *diary, const Library *library, TextBuilder *out);
