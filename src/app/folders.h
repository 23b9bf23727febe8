// Where things are: what is shipped, what is baked, what is the user's own.
//
// Shipped files are beside the program when it is installed (../share/limber), else in the source
// folder it was built from. The user's own follow the XDG base directories.
#pragma once

#include "app/options.h"

typedef struct {
    const char *moves, *routines; // shipped scripts
    const char *voices;           // shipped voices, each a folder
    const char *sheets;           // baked sprite sheets
    const char *fonts;
    const char *own_moves, *own_routines, *own_sheets; // in the user's data folder; may not exist
    const char *own_music;        // the same; played when the music is one's own
    const char *own_voices;       // the same: one folder a voice
    const char *settings;     // the file, in the user's config folder; may not exist
    const char *own;          // the user's data folder
    const char *state;        // what only this machine needs for that data folder; may not exist
    const char *machine;      // the file with the machine's number; may not exist
    const char *person;       // who plays: in `own` and in `state` people/PERSON is theirs
    const char *known_moves;  // the file, in the user's data folder; may not exist
    const char *cache_sheets; // in the user's cache folder: sheets of own moves; may not exist
    const char *bake;         // the program that makes them
} Folders;

// Whether a folder of sheets has that of a move.
bool folders_have_sheet(Arena *arena, const char *sheets, const char *move);

// Everything lives in the arena.
Folders folders_find(Arena *arena, const Options *options);
