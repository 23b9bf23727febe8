// Everything that is read from scripts, with its meaning: moves, ways between them, ladders, routines, plans.
//
// A file with errors is left out; nothing else stops. Ids are kebab-case and unique per kind.
#pragma once

#include "base/diag.h"
#include "base/error.h"
#include "base/file.h"
#include "library/things.h"

typedef struct {
    LIST(Move *) moves;
    LIST(Way *) ways;
    LIST(Ladder *) ladders;
    LIST(Routine *) routines;
    LIST(Plan *) plans;
} Library;

// Reads every script below the folders: first all moves, then ways, ladders, routines, plans. What a later folder has under
// an id of an earlier one stands in for that, with a note. Findings go to `diags`; false only when a folder cannot be read.
// Everything lives in the arena.
bool library_read(Arena *arena, const char *const *folders, int count, Library *library, Diags *diags, Error *error);

// Reads one more file of any kind (by its ending) into the library. One with the same id is replaced
// where it is, so that pointers to it stay good; when the file has errors the old one stays.
bool library_read_file(Arena *arena, const char *path, Library *library, Diags *diags, Error *error);

// The same for several at once, which may name one another in any order.
bool library_read_files(Arena *arena, const FileList *files, Library *library, Diags *diags, Error *error);

// The same for a text that is in no file (yet); the ending of `path` tells its kind.
bool library_read_text(Arena *arena, const char *path, Text text, Library *library, Diags *diags, Error *error);

// Takes what was read from a file out of the lists; what points to it stays good.
void library_forget(Library *library, const char *path);

// By id; NULL when there is none.
const Move *library_move(const Library *library, Text id);
const Ladder *library_ladder(const Library *library, Text id);
const Routine *library_routine(const Library *library, Text id);
const Plan *library_plan(const Library *library, Text id);

// How long a phase takes in a dose: a hold as the dose says, others as the move or the dose's tempo does.
int dose_phase_ms(const Dose *dose, const Phase *phase);

// The routine as it is done on a day, with the doses the day says; the routine itself when it says none, NULL on a day of
// rest. A copy lives in the arena.
const Routine *plan_day_routine(Arena *arena, const PlanDay *day, bool advanced);

// The sentence said of the other side: swaps the words right and left ("Right" -> "Left"), but leaves
// them where they do not mean a side ("right under your knee", "ten seconds left").
char *library_mirrored_words(Arena *arena, const char *sentence);
