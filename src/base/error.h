// What the world did wrong (a missing file, a full disk, no display): one finished sentence.
//
// Mistakes of a script's author are Diags (diag.h); mistakes of a programmer are assert().
#pragma once

#include <stdbool.h>

typedef struct {
    char sentence[512]; // names the file and the remedy; empty while nothing went wrong
} Error;

// Writes the sentence and returns false, so that a function can `return error_set(...)`.
bool error_set(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));
