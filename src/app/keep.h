// What lasts from one run to the next: the settings, and in how many sessions each move was done and when last.
//
// Films, and runs with a pretended clock, read what they need and write nothing into a person's own folders; where folders
// are named (--config, --data) they do. What cannot be written is told once, and holds until the program ends.
#pragma once

#include "app/folders.h"
#include "settings/known.h"
#include "ui/ui.h"

typedef struct {
    Arena *arena;
    Settings settings;      // now
    Settings written;       // as the file has them, or would have with what the command line says
    KnownMoves known;
    int today;              // the local day
    const char *settings_path, *known_path; // NULL: not written
    double unwritten_ms;    // how long a change has waited to be written; -1: there is none
    const char *problem;    // with what was read: one sentence, or NULL
    bool is_told;           // that nothing can be written
} Keep;

enum { KEEP_WAIT_MS = 1000 }; // settings are written so long after the last change

// Whatever is wrong with the files, there are settings.
void keep_open(Arena *arena, const Folders *folders, const Options *options, int today, Keep *keep);

// Each returns a sentence to be shown, or NULL. It lasts as long as the arena.
const char *keep_settings(Keep *keep, const Settings *settings);
const char *keep_step(Keep *keep, double elapsed_ms);
const char *keep_done(Keep *keep, const char *move); // in one session more
void keep_session(Keep *keep); // one more; written with the first move done in it
// The side that sessions begin with takes turns, where they are kept.
Side keep_first_side(const Keep *keep);
const char *keep_close(Keep *keep); // writes what waits

// Voices and folders with music that a person can choose from; the lists live in the arena.
NameList keep_voices(Arena *arena, const Folders *folders);
NameList keep_music_folders(Arena *arena, const Folders *folders);
