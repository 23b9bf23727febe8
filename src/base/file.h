// Files and folders, with a limit on what is read and nothing half-written.
#pragma once

#include "base/error.h"
#include "base/text.h"

#include <stdint.h>

// The whole file, at most `limit` bytes.
bool file_read(Arena *arena, const char *path, int limit, Text *text, Error *error);

// Writes a temporary file beside `path` and renames it, so that the file is either old or new. A link stays a link: what
// it leads to is written.
bool file_write(const char *path, Text text, Error *error);

bool file_exists(const char *path);

// Last change in nanoseconds since 1970; 0 when there is no such file.
int64_t file_changed_ns(const char *path);

// Makes the folder and those above it.
bool folder_make(const char *path, Error *error);

typedef struct {
    LIST(const char *) paths; // folder/name, sorted by bytes
} FileList;

// Adds the files in `folder` and the folders below it whose name ends with `suffix` (NULL for all).
// A folder that does not exist has no files.
bool folder_list(Arena *arena, const char *folder, const char *suffix, FileList *files, Error *error);

// Removes a folder and the files in it, if there is one; folders below it stay, and it with them.
void folder_remove(const char *path);

// "a/b" in the arena.
char *path_join(Arena *arena, const char *folder, const char *name);

// The part after the last '/'.
const char *path_name(const char *path);
bool path_ends_with(const char *path, const char *suffix);

// Whether a path has one of these endings (".ogg"), in capitals or not; a NULL ends the list.
bool path_has_ending(const char *path, const char *const *endings);
