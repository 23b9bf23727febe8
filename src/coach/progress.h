// How it went so far, as series for charts and tables. Numbers and states; what they look like is not decided here.
//
// One value for each day that passed since the first entry, for each week, for each day of the plan. Lives in the arena.
#pragma once

#include "coach/checks.h"
#include "coach/coach.h"

#define PROGRESS_NONE (-1.0f) // nothing is known of this day

typedef struct {
    DayKind kind;
    DayState state;
    Level level;   // as the plan had it; of days ahead as it would be if all goes well
    int plan_day;  // from 1; a day that came again stands there again
} PlanMark;

typedef struct {
    const SelfCheck *check;
    CheckResult before, now; // the first and the newest round; the same when there was one, group 0 when none
} CheckMark;

typedef struct {
    int first_day;          // local day of the first value
    int days;
    const float *pain;      // of the morning, 1..10
    const float *usual;     // the median of the seven mornings up to that one
    const float *soreness;  // the worst of the day
    const float *level;     // 0..7, B1 to A4: of the newest session that strengthens
    float pain_at_start;    // median of the first week; PROGRESS_NONE: unknown
    int weeks;              // of seven days since the first
    const float *minutes;   // exercised in each
    int green_days, said_days; // mornings with soreness of at most 4, and all on which it was said
    int sessions;           // done in all
    int streak;             // days in a row until today; days of rest count, and sore muscles break nothing
    LIST(PlanMark) plan;    // of the plan that goes on, from its first day to its last
    CheckMark checks[CHECK_COUNT];
    const char *task;       // the everyday task; NULL for none
    int task_before, task_now; // how easy, 0..10; -1 unknown
    const char *headline;   // one sentence about pain: "Clearly better: from 5 to 3."; NULL while there is none
    const char *expect;     // what usually happens in this week; NULL before the first session
} Progress;

void coach_progress(Arena *arena, const Diary *diary, const Library *library, Moment now, Progress *progress);
