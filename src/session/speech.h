// The sentences a session speaks of its own accord, and what the options say they take to speak.
//
// Private to the session module. Sentences of moves and routines come from their files as they are.
#pragma once

#include "session/session.h"

// What planning needs all the time.
typedef struct {
    Arena *arena;
    const SessionOptions *options;
} Voice;

int voice_ms(const Voice *voice, const char *text);

extern const char voice_stop_if_it_hurts[], voice_only_on_muscle[];

// "Forty-five."; 0 to 9999.
const char *voice_count(const Voice *voice, int number);
// What is said the same way in every session.
extern const char voice_stand_on_mat[], voice_stand_at_chair[];
extern const char voice_half_way[], voice_last_one[], voice_end[], voice_fitted[];
// "Clam, right side." or "Clam."
const char *voice_name(const Voice *voice, const char *name, bool each_side, Side side);
// "Next: Clam."
const char *voice_next(const Voice *voice, const char *name);
// "Next: set two of three, left side." or without a side
const char *voice_next_set(const Voice *voice, int set, int sets, bool names_side, Side side);
// "Round two of three."
const char *voice_round(const Voice *voice, int round, int rounds);
// "Rest. Fifteen seconds."; of no length just "Rest."
const char *voice_rest(const Voice *voice, int ms);
// "Hold for twenty seconds." "Ten times. Three sets." Of steps too quick to be counted: "For about one minute."
const char *voice_dose(const Voice *voice, const Move *move, const Dose *dose);
// "Now the left side."
const char *voice_side(Side side);
// The same sentence for the side it is said of: moves are written for the right.
const char *voice_for_side(const Voice *voice, const char *sentence, Side side);
// "hold a chair" -> "Hold a chair."
const char *voice_sentence(const Voice *voice, const char *words);
