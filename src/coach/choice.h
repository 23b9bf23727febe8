// Rules 1.2, 1.3 and 3.1: which plan suits a person, from the safety screen and the self-checks, and why.
#pragma once

#include "coach/checks.h"
#include "coach/screen.h"

typedef enum { FOCUS_NONE, FOCUS_UNEVEN, FOCUS_TILT, FOCUS_DESK, FOCUS_COUNT } Focus;

// What the answers are to rules 1.2 and 1.3; those that are missing or were skipped count as NO.
typedef struct {
    int tier;             // the gravest yes of the safety screen; 0 none
    Answer checks[CHECK_COUNT];
    bool sides_differ;    // in C1, C1b, C2 or C3
    bool wants_advanced;  // and the gate of 3.1 is open
} ChoiceFacts;

// How tight and weak seats are loosened: which of it comes first.
typedef enum {
    SEAT_AS_PLANNED,
    SEAT_RELEASE_DAILY, // the release first, then both stretches of the seat, every day
    SEAT_RELEASE_FIRST, // release, stretch, then bridge and clam
} SeatRule;

typedef struct {
    const char *row;     // of 1.3: "1", "1a", "2" .. "5"
    bool forbids;        // no plan; the text of the tier is shown
    Focus focus;
    const char *plan;    // id; NULL when it forbids
    Level level;
    const char *seat_row; // of 1.2: "1.2/NO-YES"
    SeatRule seat;
    bool adds_ham, adds_ankle, adds_breaks;
    const char *why;     // one sentence
} Choice;

Choice choice_decide(const ChoiceFacts *facts);

// The facts a diary holds; the gate is the caller's to know.
ChoiceFacts choice_facts(const Diary *diary, bool wants_advanced);
