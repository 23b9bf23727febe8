// How much is said of an exercise: which kinds of cues each amount of talk has, and how it fades as a move gets known.
//
// Private to the session module. Tables only; the planner asks before it says anything.
#pragma once

#include "session/session.h"

typedef enum {
    AMOUNT_FULL,   // everything
    AMOUNT_REMIND, // no set-up: one knows how to lie, not yet what to mind
    AMOUNT_SHORT,  // name, side, counts, and what is next
    AMOUNT_QUIET,  // tones
    AMOUNT_COUNT
} Amount;

typedef enum { SAID, SHOWN, LEFT_OUT } Saying; // SHOWN: written, not spoken

enum {
    REMIND_FROM_TIMES = 3, // sessions in which a move was done before its set-up is left out
    SHORT_FROM_TIMES = 6,  // and before the rest is
};

Amount talk_amount(const SessionOptions *options, const Move *move);

// Of what belongs to no exercise.
Amount talk_amount_between(const SessionOptions *options);

Saying talk_saying(Amount amount, CueKind kind);
