// A journal: the truth about what was done, one text file for each machine and person, one line an entry.
//
//   5f3a9c01 1763706612123 9b02e1c4 2026-11-21T07:30:12.123+01:00 session id=hips-and-glutes level=B1 strength=1
//
// A line is its checksum, its order, the machine that wrote it, and words that say what happened; what the words mean is
// not known here. Lines are only ever added, and a machine adds to its own file only: a service that carries files from
// machine to machine never has to merge two changes of one file. Each line stands for itself: lines that are there twice,
// in another order or another file mean the same, and a line that was torn or changed is passed over.
#pragma once

#include "base/error.h"
#include "base/text.h"

#include <stdint.h>

enum { JOURNAL_LINE_MAX = 2048 };

typedef struct {
    uint32_t checksum;
    int64_t order_ms; // see diary_add; not negative
    uint32_t writer;  // the machine
    Text words;       // without the end of the line
} JournalLine;

// CRC-32 as in ISO 3309 (reflected, polynomial 0xEDB88320).
uint32_t journal_checksum(Text text);

// Works out the checksum and writes the line with its end. Words must be one line of less than JOURNAL_LINE_MAX - 64 bytes.
void journal_line_write(JournalLine *line, TextBuilder *out);

// False for anything that is not a whole line as it was written; ends of lines as other systems write them are taken.
// The words point into the text.
bool journal_line_read(Text text, JournalLine *line);

typedef struct {
    int64_t from, to; // bytes: the last time, whole lines from here were read to there; all before is known
    uint32_t tail;    // checksum of the last bytes before `to`, which tells whether the file only grew
    int lines, unreadable; // of the whole file
} JournalReading;

// Adds lines, each with its end, and returns when they are on the disk. Makes the file and its folder. What a write that
// failed left behind is taken away again, and a torn line before is closed, so that it spoils no other. The reading moves
// on over what was added when it had come to the end of the file.
bool journal_append(const char *path, Text lines, JournalReading *reading, Error *error);

// Reads on from reading->to, or from the beginning when the file did not only grow. Each line that is whole is given to
// `take`; a last one whose end is missing will be given again.
bool journal_read(const char *path, JournalReading *reading, void (*take)(void *context, const JournalLine *line),
                  void *context, Error *error);
