// The database of one person on one machine: what the journals say, in tables that open and answer fast.
//
// It is no truth of its own: lost or damaged it is made again, from its newest backup and the journals. So it may be
// written without waiting for the disk. Only this folder and nothing above it knows SQLite.
#pragma once

#include "diary/diary.h"
#include "history/journal.h"

typedef struct Store Store;

enum { STORE_VERSION = 1, STORE_STEPS_LOADED = 5000 };

typedef enum {
    STORE_GOOD,
    STORE_DAMAGED,   // the file was set aside
    STORE_NEWER,     // made by a newer Limber: the file was set aside
    STORE_UNWRITABLE // nothing could be opened; the store is in memory and ends with the program
} StoreNews;

// Opens folder/history.db, or makes it, checks it whole, and brings an older one up to date; see StoreNews for what
// else may have happened, with a sentence. There is always a store. `day` dates what is set aside.
Store *store_open(Arena *arena, const char *folder, int day, StoreNews *news, Error *error);
void store_close(Store *store);

// Many changes at once: nothing is kept of those that are not ended. What cannot be written ends all writing; the
// journals tell it to the next run.
void store_begin(Store *store);
void store_end(Store *store);

// Adds the entry that a line of a journal says, if it is not there yet. False when the database cannot be written.
bool store_put(Store *store, const Entry *entry, uint32_t checksum);

// How far a journal was read, by its name; zero for one that was never read, and for one with entries unknown to the
// program that read it when this one knows more.
void store_journal(Store *store, const char *name, JournalReading *reading, int *unknown);
bool store_set_journal(Store *store, const char *name, const JournalReading *reading, int unknown);

// Lines that could not be written to their journal yet.
void store_waiting(Store *store, TextBuilder *lines);
void store_set_waiting(Store *store, Text lines);

// All entries in their order; of steps only the newest STORE_STEPS_LOADED, unless every step is asked for. The diary
// lives in the arena. False when the database cannot be read.
bool store_load(Store *store, bool every_step, Arena *arena, Diary *diary);

int store_count(Store *store);

// True once something could not be written: the store then lacks entries.
bool store_is_broken(const Store *store);

// NULL when it is in memory.
const char *store_path(const Store *store);

// A copy named by the day, unless there is one of the last seven days; the newest BACKUPS_KEPT (backup.h) stay.
bool store_back_up(Store *store, int day, Error *error);
