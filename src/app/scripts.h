// The library as the program sees it: shipped scripts and the user's own, and what is wrong with them.
#pragma once

#include "app/folders.h"

typedef struct {
    Library library;
    Diags diags; // of everything read so far
} Scripts;

// Reads everything shipped and everything of the user's own. False when a folder cannot be read. Routines are in the order in
// which they are offered: for beginners, then for the advanced; each first whole sessions, then those that only stretch, then
// short breaks; the shorter first.
bool scripts_read(Arena *arena, const Folders *folders, Scripts *scripts, Error *error);

// The routine a person names, by id or by file. NULL with a sentence when there is none or when its
// file has errors (those are in the diags).
const Routine *scripts_routine(Arena *arena, Scripts *scripts, const char *name, Error *error);

// The command `check`: prints what is wrong with the files and folders named (everything when none
// is), as text or as one JSON object, and returns the exit code.
int scripts_check(Arena *arena, const Folders *folders, const char *const *names, int count, bool json);

// Reads again what was saved, what includes other routines, and what had mistakes, as these may be gone with it; forgets what
// is gone. Things that are read again stay where they are, so pointers to them stay good; one with mistakes stays as it was.
// `*told` is a sentence about it, in the arena: the first mistake there is now, or what was read.
bool scripts_read_again(Arena *arena, const Folders *folders, const FileList *changed, const FileList *gone, Scripts *scripts,
                        const char **told, Error *error);

// Whether a name is that of a file and not an id; and whether a file's name is that of a script.
bool scripts_is_file_name(const char *name);
bool scripts_have_ending(const char *path);

// All findings on standard error.
void scripts_print(const Diags *diags);

// "Your own 'short' is used instead of Limber's.", or NULL when nothing of the user's own stands in for anything.
const char *scripts_stand_ins(Arena *arena, const Diags *diags);

// One line for each file that was left out of the library: "routines/a.routine:7:8: no move ...".
int scripts_problems(Arena *arena, const Diags *diags, const char *const **lines);
