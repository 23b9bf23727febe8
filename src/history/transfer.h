// The diary as a file for other programs, and back: CSV with a column a field (RFC 4180), or JSON, an array of flat objects.
//
// Both name every entry by its time, order and writer, so that what is taken in twice is there once.
#pragma once

#include "base/error.h"
#include "diary/diary.h"

void transfer_write_csv(const Diary *diary, TextBuilder *out);
void transfer_write_json(const Diary *diary, TextBuilder *out);

// Reads either. Texts live in the arena. Entries come sorted, each once. Without an order an entry is placed by its time.
// False with a sentence that names the line when anything is not understood; then nothing was read.
bool transfer_read(Arena *arena, const char *path, Text text, Diary *diary, Error *error);
