// What the author of a script did wrong, where, and what would be right.
//
// A Diag keeps a byte range; lines, columns and carets are worked out only when it is written.
// Reading a script never stops at a mistake: everything found is collected in one Diags.
#pragma once

#include "base/text.h"

// One file as read. `path` is shown to people as it stands.
typedef struct {
    const char *path;
    Text text;
} Source;

typedef struct {
    int begin, end; // bytes of the source, half open
} Span;

typedef enum { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_COUNT } Severity;

typedef struct {
    Severity severity;
    const Source *source; // must outlive the Diags
    Span span;
    const char *message;
    const char *help; // NULL for none
} Diag;

typedef struct {
    Arena *arena; // holds messages and the list
    LIST(Diag) list;
    int errors, notes; // warnings are the rest
} Diags;

// Adds one finding; the returned Diag is good until the next is added.
Diag *diag_error(Diags *diags, const Source *source, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
Diag *diag_warning(Diags *diags, const Source *source, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

Diag *diag_note(Diags *diags, const Source *source, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// The line that begins with '='.
void diag_help(Diags *diags, Diag *diag, const char *format, ...) __attribute__((format(printf, 3, 4)));

// "did you mean 'X'?" when one of the names is near the word; nothing otherwise.
void diag_suggest(Diags *diags, Diag *diag, Text word, const char *const *names, int count);

// All findings in order of file and place:
//   routines/morning.routine:7:8: error: no move is called 'cat-caw'
//       7 |   reps cat-caw 5
//         |        ^^^^^^^
//         = did you mean 'cat-cow'?
void diags_write(const Diags *diags, TextBuilder *out);

// The same as one JSON object for editors:
//   {"errors": 1, "warnings": 0, "notes": 0, "findings": [
//     {"file": "a.routine", "line": 7, "column": 8, "end_line": 7, "end_column": 15, "severity": "error",
//      "message": "no move is called 'cat-caw'", "help": "did you mean 'cat-cow'?"}]}
// Lines and columns are characters from 1, the end is behind the last character; help may be null.
void diags_write_json(const Diags *diags, TextBuilder *out);

// Line and column, in characters from 1, of a byte of the source.
void source_place(const Source *source, int byte, int *line, int *column);
