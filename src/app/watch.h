// Which scripts were saved since the last look, seen from the time, size and number of each file.
//
// Editors write in several ways (in place, beside it and renamed, after a backup): a file counts as changed when it is other
// than it was and stayed the same between two looks, and as gone when it is missing in two.
#pragma once

#include "base/error.h"
#include "base/file.h"

typedef struct Watch Watch;

// Watches all scripts in the folders, and one more file (NULL for none). Lives in the arena; the first look finds nothing new.
Watch *watch_make(Arena *arena, const char *const *folders, int count, const char *file);

// Whether anything changed; the paths live in `frame`. A file that is new counts as changed.
bool watch_look(Watch *watch, Arena *frame, FileList *changed, FileList *gone);

void watch_end(Watch *watch);
