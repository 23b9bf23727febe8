// What is known while scripts are read: the library as far as it is, and whose ids were met.
#pragma once

#include "library/line.h"

// Limits of what scripts may say, each with its own message.
enum {
    MAX_STRING = 300, // characters
    MAX_ID = 60,
    MAX_SETS = 20,
    MAX_REPS = 200,
    MAX_ROUNDS = 10,
    MAX_HOLD_MS = 10 * 60000,
    MAX_REST_MS = 10 * 60000,
    MAX_PHASE_MS = 60000,
    MAX_STEPS = 200, // of a routine, slots counted one by one
    MAX_ROUTINE_MS = 3 * 3600000,
    MAX_INCLUDES_DEEP = 8, // routines that include routines
    MAX_WEEKS = 26,
    MAX_DAY_DOSES = 40,
    MAX_POSES = 12,
    MAX_PHASES = 24,
    MAX_CHECKS = 40,
    MAX_VARIANTS = 4, // of a move: each is a sheet of its own
};

typedef enum { KIND_MOVE, KIND_WAY, KIND_LADDER, KIND_ROUTINE, KIND_PLAN, KIND_COUNT } Kind;

extern const char *const kind_names[KIND_COUNT];

// An id that some file gives, whether or not that file is good.
typedef struct {
    Kind kind;
    const char *id, *path;
    int folder; // of those being read; -1: was there before
} Declared;

typedef struct RoutineFile RoutineFile; // routine.h

// A move that is read, but not yet in the library: ids in it may be wrong.
typedef struct {
    Move *move;
    const Source *source;
    const char *instead_of;
    Span id_span;
    bool is_bad;
} MoveRead;

// An id of another move inside a move, looked up when all moves are read.
typedef struct {
    const Source *source;
    Span span;
    Move *move;
    const char **id; // in the move
} Reference;

struct Load {
    Arena *arena;
    Library *library;
    Diags *diags;
    const Source *source; // being read
    int errors_before;    // of the source
    bool is_replacing;    // a thing of the same id is replaced, and nothing said about it
    int folder;           // being read
    const char *instead_of; // path of a file with the same id in an earlier folder; NULL for none
    Span id_span;
    LIST(MoveRead) moves;
    LIST(RoutineFile *) routines; // read, but not yet put together
    LIST(Declared) declared;
    LIST(Reference) references;
};

// Reads the first two words of every script, `KIND id`, and declares the id.
const char *load_header(Line *line, Kind kind);

// What is wrong with an id that is not in the library: unknown, or its file has mistakes.
void load_unknown(Line *line, Kind kind, Span span, Text id);

const Declared *load_declared(const Load *load, Kind kind, Text id);

Diag *load_error(Load *load, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
Diag *load_warning(Load *load, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));

// Says that what was read stands in for what an earlier folder has under the same id, if so.
void load_note_override(Load *load, Kind kind, const char *id, Span span, const char *instead_of);

// No errors were found in the source so far.
bool load_is_clean(const Load *load);

// Every kind of file: reads the tree and puts what it says into the library when that is free of errors.
void move_read(Load *load, const Node *tree);
void way_read(Load *load, const Node *tree);
void ladder_read(Load *load, const Node *tree);
void routine_read(Load *load, const Node *tree);
void plan_read(Load *load, const Node *tree);

// After the moves: the ids in them are looked up, and they are put into the library. After the routines: those that
// include others are put together, all are checked, and put into the library.
void moves_finish(Load *load);
void routines_finish(Load *load);
