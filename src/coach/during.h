// Rule 4.2: what to do when something is felt during an exercise. A table, tried from top to bottom.
#pragma once

#include "diary/diary.h"

typedef enum {
    DURING_GO_ON,
    DURING_CRAMP,          // let go, move gently for 20 s, go on with a shorter hold
    DURING_EASE,           // smaller range, 10 s shorter or the easier variant, in the same set
    DURING_OFFER_EASIER,   // stop this exercise; its easier form is offered once
    DURING_EASIER_NEXT,    // stop this exercise; its easier form next time
    DURING_SKIP,           // stop this exercise for today
    DURING_END_STRENGTH,   // stop it, leave out what strengthens, go on with the gentle end or stop
    DURING_STOP,           // stop the session, sit or lie down
    DURING_STOP_AND_ASK,   // stop the session; in ten minutes: is it gone?
    DURING_EMERGENCY,      // stop; tier 1 of the safety screen
    DURING_COUNT
} During;

typedef struct {
    Felt felt;
    int how_much;      // 1..10; 0 not said, which is taken for much
    int pain_before;   // at the check-in; 0 unknown
    bool is_easier;    // this is the easier form already
    int others_stopped; // exercises stopped in this session before this one
} Feeling;

typedef struct {
    const char *row; // "4.2/4"
    During what;
    const char *words; // for the screen and the voice
} DuringDecision;

DuringDecision during_decide(const Feeling *feeling);

// Whether the exercise is over by it.
bool during_stops(During what);
