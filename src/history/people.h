// The people who use Limber on a machine: a folder each, by their name, and no passwords.
//
// A person's own things are in people/NAME of the data folder, and what only this machine needs in people/NAME of the state
// folder. Nobody is ever deleted: who is removed is kept aside.
#pragma once

#include "base/error.h"
#include "base/text.h"

// Who plays before anybody was named.
#define PEOPLE_DEFAULT "me"

enum { PERSON_NAME_MAX = 40 }; // bytes

typedef struct {
    LIST(const char *) names; // sorted; without the default, unless it has a folder
} People;

// "people/NAME"
const char *people_folder(Arena *arena, const char *name);

bool people_list(Arena *arena, const char *data_folder, People *people, Error *error);

// As there is one of them, without regard to capitals; NULL when there is none.
const char *people_find(const People *people, const char *name);

// Who plays unless another is named: who was chosen last on this machine, or the only one there is, or the default. In the
// arena.
const char *people_current(Arena *arena, const char *data_folder, const char *state_folder);

// From now on this person plays unless another is named.
bool people_choose(const char *state_folder, const char *name, Error *error);

// False with a sentence when a folder cannot be called so on every system that files may be carried to.
bool people_name_is_good(const char *name, Error *error);

// Each is false with a sentence when the name is not good, is taken, is nobody's, or the folder cannot be written.
bool people_add(const char *data_folder, const char *name, Error *error);
bool people_rename(const char *data_folder, const char *state_folder, const char *name, const char *to, Error *error);

// Moves the person's folders to people-removed/NAME-2026-11-21; `kept`, in the arena, is where the data is now.
bool people_remove(Arena *arena, const char *data_folder, const char *state_folder, const char *name, int day,
                   const char **kept, Error *error);
