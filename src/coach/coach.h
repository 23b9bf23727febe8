// The coach: what today is to be, and why, from a person's diary and the plans of the library.
//
// Rules, no screens and no memory of its own: the same diary, library and moment give the same answer. Every decision
// carries the id of the row that made it and one sentence for the person. Everything lives in the arena it
// is given, also what is needed on the way (megabytes for ten years): give one that is reset.
#pragma once

#include "coach/during.h"
#include "coach/morning.h"
#include "session/fit.h"

// Said once, at the very beginning.
extern const char coach_framing[];

typedef enum { DAY_STRENGTH, DAY_STRETCH, DAY_REST } DayKind;

// What became of a day of the plan.
typedef enum {
    DAY_DONE,
    DAY_INSTEAD, // something gentler was done, and the day came again
    DAY_RESTED,  // a day of rest, or one on which the body asked for it
    DAY_MISSED,  // the day came again
    DAY_TODAY,
    DAY_AHEAD
} DayState;

typedef enum {
    TODAY_SESSION,   // `routine` is to be played
    TODAY_REST_DAY,  // of the plan; `routine` is there for who likes to stretch
    TODAY_DONE,      // today's session is done; `routine` is there for who likes to stretch
    TODAY_ASK,       // the check-in first: soreness, pain, red flag
    TODAY_SCREEN,    // the safety screen first
    TODAY_NO_SESSION, // the body says no today
    TODAY_FORBIDDEN, // until a doctor says it is safe (ENTRY_CLEARED)
    TODAY_FEVER,     // until it is over long enough
    TODAY_NO_PLAN,   // none chosen
    TODAY_NOT_YET,   // the plan begins on `ask_day`
    TODAY_PLAN_OVER, // done; see coach_proposal for what could be next
    TODAY_COUNT
} TodayKind;

typedef struct {
    const char *row, *words;
} CoachNews;

typedef struct {
    TodayKind kind;
    MorningAction action;       // of rule 4.1; MORNING_ASK where that was not asked
    const char *row;     // the rule that decided: "4.1/5a", "3.5" for what the plan says
    const char *why;     // one sentence
    Advice advice;
    const char *advice_text; // NULL for none
    const char *also;    // "Walk 10 minutes."; NULL for nothing
    const char *expect;  // what usually happens in this week; NULL before the first session
    // News, each of one sentence with its row; words NULL when there is none today.
    CoachNews after;     // 4.3: what this morning says about the last session
    CoachNews week;      // 4.4: what the week that ended yesterday says
    CoachNews step;      // 4.6: the level went up, down, or stays, from today on
    // What the plan says for today.
    const Plan *plan;    // NULL: none
    int plan_day;        // from 1: seven for each week
    DayKind planned_kind;
    const Routine *planned;
    Level planned_level;
    // What becomes of it. A routine of its own where slots were added or their order changed.
    const Routine *routine; // NULL: no session
    Level level;
    bool strength;       // whether it strengthens
    Fit fit;             // sides, holds, what is left out or easier; its texts live in the arena
    bool may_go_on;      // today's session was begun and not ended
    bool may_exercise;   // whether a routine chosen by hand may be played today,
    bool may_strengthen; // and one that strengthens
    int ask_day;         // local day on which strength may be due again, if soreness is at most 4; 0 when nothing waits
} Decision;

// What today is; `now` is the clock and calendar of the person. The diary's entries may be newer than `now`.
Decision coach_today(Arena *arena, const Diary *diary, const Library *library, Moment now);

// Rule 4.2 for something that was just felt in a session; `hurt` is the ENTRY_HURT as it will be written, or was last.
DuringDecision coach_felt(Arena *arena, const Diary *diary, const Library *library, Moment now, const Entry *hurt);

// What the plan's week comes to so far, and what would become of the level if it ended now.
typedef struct {
    const char *row, *words; // of 4.6; row NULL without a plan
    Level level, next;
    int done, planned;       // sessions that strengthen
} NextLevel;

NextLevel coach_next_level(Arena *arena, const Diary *diary, const Library *library, Moment now);

// At the end of a session: praise, and what comes next.
typedef struct {
    const char *praise;
    int next_day;            // local day of the next session; 0 when nothing is due
    DayKind next_kind;
    const char *next_name;   // of its routine; NULL for none
    int sessions;            // done so far, this one among them
} Finish;

Finish coach_after_session(Arena *arena, const Diary *diary, const Library *library, Moment now);

// The sentence for an advice; NULL for none.
const char *coach_advice_text(Advice advice);
