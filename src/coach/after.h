// Rules 4.3 and 4.4: what the next morning says about a session, and a week about the weeks before it. Tables, tried
// from top to bottom.
#pragma once

#include "coach/morning.h"

// The morning after a session.
typedef struct {
    int soreness, pain; // 0 not said
    int usual;          // pain, 0 unknown
    bool stayed_higher; // above usual in the evening as well, or on the morning after that
    bool rose_before;   // so it was after the session before
} NextMorning;

typedef struct {
    const char *row;     // "4.3/5"
    bool counts_up;      // on track: may count towards moving up
    int levels_lower;    // the next full session
    bool leaves_out_last; // of it the exercise that was done last
    Advice advice;
    const char *words;
} AfterDecision;

AfterDecision after_decide(const NextMorning *morning);

// A week that is over; medians of morning pain are doubled, so that halves count. 0: nothing known.
typedef struct {
    int median2, before2, first2; // of this week, of the week before, and of the first
    bool was_up;        // the week before was 2 or more above the first one too
    bool overwhelmed;   // pressed since a doctor was last asked
    int weeks;          // that are over, from 1
    bool has_improved;  // pain, the everyday task, or any self-check, since the beginning
} WeekChange;

typedef struct {
    const char *row;   // "4.4/3"
    bool stops_strength; // until a doctor or physiotherapist says it is fine
    int levels_lower;  // for a week
    Advice advice;
    const char *words;
} WeekDecision;

WeekDecision week_decide(const WeekChange *change);
