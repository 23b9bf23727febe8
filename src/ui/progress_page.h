// How it went so far, a page for each question one has: how it felt, what was done, what the checks say.
#pragma once

#include "ui/calendar.h"
#include "ui/theme.h"

typedef enum { PROGRESS_FELT, PROGRESS_DID, PROGRESS_CHECKS, PROGRESS_TABS } ProgressTab;

// A self-check at the beginning and now.
typedef struct {
    const char *name;          // "Bridge hold"
    const char *before, *now;  // "18 s"; NULL when it was not done
    bool was_weak, is_weak;    // points to something to work on
} CheckRow;

typedef struct {
    ProgressTab tab;
    const char *headline;      // one sentence about the tab: "Clearly better: from 5 to 3."; NULL for none
    int week_done, week_planned; // full sessions of this week of the plan; none planned: no plan
    const char *week;          // what becomes of the level if the week ended now; NULL without a plan
    const char *expect;        // what usually happens in this week; NULL for none
    const char *from, *to;     // dates of the first and the last day, in words
    int days;                  // of the four below; CHART_NONE where nothing is known
    const float *pain, *usual, *soreness; // 1..10; `usual` is the median of a week
    const float *level;        // 0..7: B1 to A4
    float pain_at_start;       // CHART_NONE: unknown
    int weeks;
    const float *minutes;      // a week
    int streak, sessions;      // days; sessions done in all
    Calendar calendar;         // of the plan
    const CheckRow *checks;
    int check_count;
    const char *toast;         // NULL for none
    const Theme *theme;
} ProgressState;

// A tab is hit by its index, the button of the self-checks by PROGRESS_TABS.
void progress_draw(Canvas *canvas, const ProgressState *state);
