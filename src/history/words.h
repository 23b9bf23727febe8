// One entry of a diary as words, and back: what a line of a journal says.
//
//   2026-11-21T07:30:12.123+01:00 step part-of=1763706612123 step=3 id=clam outcome=done
//
// The names are those of the table of kinds (diary.h): numbers and texts that are zero are left out, texts with anything
// but plain characters stand in quotes. The day follows from the time and its zone; where it does not, it is said.
#pragma once

#include "diary/diary.h"

// Adds the words, without an end of line. The entry must be good (entry_is_good) and of the years 1970 to 9999. Order and
// writer are not among the words.
void words_write(const Entry *entry, TextBuilder *out);

// False when the words are not those of an entry that is known here. Texts live in the arena.
bool words_read(Arena *arena, Text words, Entry *entry);

// "2026-11-21T07:30:12.123+01:00", in the zone of the moment, and back.
enum { WORDS_TIME_SIZE = 80 };
void words_time_write(const Moment *moment, char text[WORDS_TIME_SIZE]);
bool words_time_read(Text text, Moment *moment); // its day follows from it

// A field of an entry as text: a word, a number, or the text itself; in the arena. Empty when it is zero.
const char *words_value(Arena *arena, const Entry *entry, const EntryField *field);

// The other way; false when the field does not allow it. An empty value is zero.
bool words_set_value(Arena *arena, Entry *entry, const EntryField *field, Text value);
bool words_kind(Text name, EntryKind *kind);
