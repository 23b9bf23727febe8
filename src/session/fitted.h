// A routine as it is done at a level by one person: slots taken from their ladders, moves swapped, exercises left out.
//
// Private to the session module. What is done in which order and how much of it; no times.
#pragma once

#include "session/session.h"

enum { FORMS_MAX = 4 };

// An exercise or a sentence. Of an exercise `exercise.note` is what is shown with it.
typedef struct {
    Exercise exercise;      // move NULL: a sentence
    const char *say;
    const Ladder *ladder;   // from which it was taken, at `level`; NULL for none
    Level level;
    const Move *instead_of; // NULL for none
    bool is_swapped;        // it is that, or another form
    const char *spoken[FORMS_MAX]; // the parts of its note, each a sentence
    int spoken_count;
    bool is_again;          // explained just before: one more hold of a tighter side
} FittedStep;

typedef struct {
    Group group;
    int rounds, rest_ms;
    LIST(FittedStep) steps;
} FittedSection;

typedef struct {
    const Routine *routine;
    LIST(FittedSection) sections;
    LIST(const char *) changes; // what is other than in the routine, a sentence each
    int first_swap, swaps;      // which of them tell of exercises swapped
    int left_out_at, left_out;  // which of them tells of exercises left out for want of time, and of how many
} Fitted;

// All of the routine that the options leave, but for the time there is (trim.h). In the arena.
void fitted_make(Arena *arena, const Routine *routine, const SessionOptions *options, Fitted *fitted);

// What is written at the beginning of the session about its changes, NULL when there are none.
const char *fitted_summary(Arena *arena, const Fitted *fitted);

// Works out the session of what is left. The session's arena.
bool session_lay_out(Arena *arena, const Fitted *fitted, const SessionOptions *options, Session *session, Error *error);

extern const char fitted_half_way[];

// A move as a step of its own, with its dose at a level.
FittedStep fitted_step(const SessionOptions *options, const Move *move, Level level, const char *note);

// Whether it is the move of that id, or a variant of it; the id may be a variant's itself.
bool fitted_is_base(const Move *move, const char *id);

// Shortest hold and fewest repetitions of all sets that a move is meant for.
int fitted_least(const Move *move);

// The easier form of an exercise: its slot some level lower, or else the move that its file names. False when there is none
// but words.
bool fitted_easier(Arena *arena, const SessionOptions *options, const FittedStep *step, FittedStep *easier);
// The sentence that tells it: "Easier: Sit to stand."
const char *fitted_easier_words(Arena *arena, const FittedStep *step, const FittedStep *easier);
