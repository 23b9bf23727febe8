// A diary read day by day: what was said and done on each day that passed, and in each session.
//
// Private to the coach. Days are counted by what has passed for sure: a clock that is set back stops the count until it
// is past the day it had reached before, so that nothing is allowed twice or too early. What the calendar said is kept.
#pragma once

#include "coach/during.h"
#include "coach/screen.h"

typedef struct {
    int day;            // of the calendar; the latest when there were several
    int skipped;        // days the calendar went on by, beyond the one that is counted
    int soreness, pain; // the worst said on this day; 0 nothing said
    Answer red_flag;    // YES if it was ever; NO when it was answered
    int morning_soreness, morning_pain; // the worst of the morning and before sessions
    int evening_pain;
    int usual;          // pain: the lower median of the last seven mornings before this day; 0 unknown
    bool trained;       // something was done
    bool strength;      // something that strengthens was done
    bool fever;         // on this day, or over since it
    int breaks;
    int last_session;   // of those done, on this day or before; -1 none
} DayLog;

typedef struct {
    int64_t group;
    const char *routine;
    Level level;
    bool strength;
    int place;                // in the diary, of its beginning
    int pain_before;          // said on that day before it; 0 nothing
    int elapsed, end_elapsed; // days on which it began, and on which the last was done
    int64_t end_ms;           // when the last was done
    int sure_days, clock_sets; // of the course, by then
    int done;                 // exercises; 1 where only the whole is known
    bool is_ended, is_whole;
    int seconds, effort;
    const char *last_move;    // done last, as the routine has it
    bool has_worse;           // any row of 4.2 but "go on"
    int into_leg_place;       // in the diary; -1: pain did not move into the leg
    Answer leg_is_gone;
    int soreness_after, pain_after; // worst said on the day it was done, after it
} SessionLog;

typedef struct {
    int64_t group;
    int elapsed, day;
    When when;
    int soreness, pain;
    Answer red_flag;
    int after; // sessions begun before it
    int place; // in the diary, of its newest answer
    int clock_sets; // of the course, by then
} CheckInLog;

typedef struct {
    Arena *arena;
    const Diary *diary;
    const Library *library;
    Moment now;
    LIST(DayLog) days; // the last one is today
    LIST(SessionLog) sessions;
    LIST(CheckInLog) check_ins;
    int *elapsed;      // of each entry of the diary
    int clock_sets;    // times that the clock was set, as far as one can tell
    int sure_days;     // that passed without the clock being set: between two of these none counts
    bool has_fever;    // it began and is not over
    int fever_over_place; // in the diary, where the last one ended; -1 none
} Course;

// Everything up to `now`; lives in the arena.
void course_read(Arena *arena, const Diary *diary, const Library *library, Moment now, Course *course);

int course_today(const Course *course);

// The session with this key; NULL when there is none.
const SessionLog *course_session(const Course *course, int64_t group);

// The move of the routine that a step or what hurt was about, whatever was done in its place.
const char *course_planned_move(const Entry *entry);

// What rule 4.2 asks about something felt at a place in the diary: the session so far, and how it began.
Feeling course_feeling(const Course *course, const SessionLog *session, const Entry *hurt, int place);

// Pain on the last seven mornings up to a day and with it: the median, 0 when nothing is known. Half-way between two it is the
// lower one, which is the more careful measure.
int course_usual(const Course *course, int elapsed);
