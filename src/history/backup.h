// Copies of the database, a week apart, in the folder `backup` beside it. Only for the files of this folder.
#pragma once

#include "base/file.h"

#include <sqlite3.h>

enum { BACKUPS_KEPT = 8, BACKUP_DAYS = 7 };

// Oldest first.
void backup_list(Arena *arena, const char *folder, FileList *backups);

// Makes a copy named by the day, unless the newest is of less than BACKUP_DAYS ago, and removes the oldest beyond
// BACKUPS_KEPT. A newest copy of a later day than today is no copy of today: the clock was wrong.
bool backup_make(sqlite3 *db, const char *folder, int day, Error *error);

// The day of the newest copy; -1 when there is none.
int backup_day(const char *folder);
