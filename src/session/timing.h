// How long a session takes for what is not exercise: getting ready, changing sides, saying things.
//
// Private to the session module: the numbers behind session_compile, in milliseconds.
#pragma once

#include "session/session.h"

enum {
    LONGEST_SESSION_MS = 3 * 60 * 60 * 1000,
    MOST_BEATS = 100000,

    READY_ROUND_SAVES_MS = 4000, // in later rounds the exercise is known,
    READY_ROUND_MS = 6000,       // but nobody hurries more than this
    READY_AFTER_SPEECH_MS = 1000,
    LOOK_AFTER_WAY_MS = 3000,    // at the first pose, when the way there has been shown,
    COMPARE_AFTER_WAY_MS = 4500, // and at the common mistake of a move
    LOOK_AFTER_TURN_MS = 1500,   // at the same exercise again, of the other side
    TURN_VIEW_MS = 500,          // the way stops while it begins to be seen from the other side
    SWITCH_AFTER_SPEECH_MS = 500,
    SAY_AFTER_SPEECH_MS = 1500,
    SAY_LEAST_MS = 4000,
    READ_WORD_MS = 300,          // of what is only written; 200 words a minute
    CLOSE_LEAST_MS = 5000,

    FIRST_WORD_MS = 1000,        // a session does not begin with a voice: sound devices need a moment, people too
    LEAD_MS = 300,               // of quiet before a segment's first word
    SPOKEN_GAP_MS = 200,         // between two sentences
    TONE_START_MS = 420, TONE_SWITCH_MS = 450, TONE_RELEASE_MS = 420, TONE_END_MS = 1200, // as they sound
    TONE_PACE_MS = 220,
    AFTER_TONE_MS = 500,         // the first word after one
    BEFORE_GO_MS = 500,          // of quiet before the sentence that starts a set, where it is spoken before its tone,
    GO_BEFORE_TONE_MS = 400,     // and after it
};

// From one position to the next, with what has to be fetched on the way; `from` NULL at the beginning.
int timing_change_ms(const Move *from, const Move *to);

// Turning round to work the other side.
int timing_switch_ms(const Move *move);
