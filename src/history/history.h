// What one person did and how it felt, kept: the diary, on disk before a screen says so.
//
// Each machine writes a journal of its own, people/NAME/journal-WRITER.log in the data folder, which may live in a service
// that carries files between machines. What all journals say is gathered in a database in the state folder of the machine,
// from which the diary is there at once. The journals are the truth; a database that is lost, damaged, or of another
// version is set aside and made again. Nothing here asks the clock, and nothing that goes wrong ends a session: what
// cannot be written stays in the diary and is tried again.
#pragma once

#include "diary/diary.h"

typedef struct History History;

typedef struct {
    const char *data_folder, *state_folder; // Limber's own
    const char *person;                     // see people.h
    uint32_t writer;                        // the machine's number
    int day;                                // today, to date what is set aside
} HistoryOptions;

// Takes in what the journals gained. There is always a history; what is wrong is told by history_problem. It lives in the
// arena, with its diary, until it is closed.
History *history_open(Arena *arena, const HistoryOptions *options);

// One sentence that was not given back yet, or NULL: a damaged database, a folder that cannot be written ... Each trouble
// is told once.
const char *history_problem(History *history);

// In order. Of steps the newest thousands; history_read_all has every one. The diary stays where it is.
const Diary *history_diary(const History *history);

// Adds an entry, which must be good (entry_is_good), at the end of the diary; its order and writer are set, its texts copied.
// When it returns the entry is on the disk. Where it cannot be, it is in the diary all the same, is tried again with each
// entry after it, and history_problem says so.
const Entry *history_add(History *history, const Entry *entry);

// Every entry, of every machine. False with a sentence when the database cannot be read.
bool history_read_all(History *history, Arena *arena, Diary *all, Error *error);

// Adds entries as they are, with their order and writer, those left out that are there already; returns how many were new.
// False with a sentence when they cannot be written.
bool history_take(History *history, const Diary *entries, int *added, Error *error);

// Writes what waits and, when a week has passed, a backup copy of the database. False with a sentence.
bool history_rest(History *history, int day, Error *error);

typedef struct {
    const char *folder, *database; // of the journals; NULL when the database is in memory
    int entries, journals;
    int unreadable, unknown;       // lines that are torn or changed; of kinds that a newer Limber wrote
    int waiting;                   // lines not written yet
    int backup_day;                // -1: none yet
} HistoryFacts;

HistoryFacts history_facts(History *history);

void history_close(History *history);
