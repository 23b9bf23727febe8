// Which sentence is spoken when, inside one segment that has just been laid out.
//
// Private to the session module. Segments are planned in order; a plan knows when the sentence
// before it ends and never speaks over it. Where two want the same moment the one that plan_work.c asks
// for first gets it: FORM, HALFWAY and HOLD move to a later one, everything else is left out.
#pragma once

#include "session/speech.h"
#include "session/talk.h"

typedef struct {
    Voice voice;
    Session *session;
    int64_t busy_until_ms; // end of the last sentence
    Amount amount;         // of talk, here
    bool has_gone;         // the sentence that starts the next set has been spoken
} Planner;

// Whether the amount of talk has such sentences. What it has not is asked for as well, and is left out by plan_say and
// plan_tone themselves.
bool plan_says(const Planner *planner, CueKind kind);

// Adds one sentence at the first moment from `at_ms` on when nothing is spoken, and returns its end; `at_ms` when it is
// left out.
int64_t plan_say(Planner *planner, CueKind kind, int64_t at_ms, const char *text);
// The same at exactly `at_ms`, which must be free.
int64_t plan_say_at(Planner *planner, CueKind kind, int64_t at_ms, const char *text);
// When that first moment is.
int64_t plan_free_ms(const Planner *planner, int64_t at_ms);
void plan_tone(Planner *planner, CueKind kind, int64_t at_ms);
// A tone or breath that has its times.
void plan_pace_at(Planner *planner, const Cue *cue);

// How long before a set the sentence that starts it begins, where it would last beyond the hold of the first repetition
// and take the place of the first count; 0 where it is spoken while that repetition begins. `segment` is the set, or has
// its move, dose and side.
int plan_go_ms(const Planner *planner, const Segment *segment);
// Says it then, at the end of the segment before the set, where there is room.
void plan_go(Planner *planner, const Segment *before);

// How a WORK segment stands among the others.
typedef struct {
    bool is_first_hearing; // first set in the first round: explain
    bool is_first_side;    // of those that are done
    int overrun_ms;        // how far the release sentence may reach into the next segment
} WorkPlace;

// Tone and sentences of the WORK segment `index`, whose beats are laid out.
void plan_work(Planner *planner, int index, WorkPlace place);
