// Where in a plan a person is: every day since it began, played by the rules of moving on, up and down.
//
// Private to the coach. A day of the plan that was missed comes again: days shift, they never double.
#pragma once

#include "coach/after.h"
#include "coach/coach.h"
#include "coach/level.h"
#include "coach/standing.h"

typedef struct {
    int elapsed;       // day of the course
    int week, weekday; // of the plan: from 0, and 1..7
    DayKind kind;
    DayState state;
    Level level;       // of the plan, before anything made the day easier
} PathDay;

typedef struct {
    const Plan *plan;     // NULL: none was chosen, or it was stopped
    bool advanced;        // begun at an advanced level
    int began;            // first day, counted as in the course; may lie ahead
    int first_began;      // of the first plan since nothing was begun: what weeks are compared with
    int week, weekday;    // what is due
    int week_began;
    Level level;
    Level granted;        // what the next plan may begin with
    bool four_weeks_done; // of a beginner's plan, in this one or before
    bool is_over;         // its last week was done
    bool easy_return;     // the first session after a break is a level easier
    int missed;           // days in a row
    bool was_long;        // the break has lowered the level already
    LevelDecision decision; // the last one,
    int decided;          // on this day of the course it began to hold; -1 none yet
    LIST(PathDay) days;   // until yesterday, of all plans so far
    int first_day;        // of these, of this plan
} Path;

// `after` from path_after.
void path_read(const Course *course, const AfterDecision *after, Path *path);

// What the plan has for a day of it; a day it does not say is one of rest. `level` decides between beginners and advanced.
DayKind path_kind(const Plan *plan, int week, int weekday, bool advanced);
const PlanDay *path_plan_day(const Plan *plan, int week, int weekday);
bool path_strengthens(const Routine *routine);

// What the mornings said about each session of the course, in its order; lives in the arena.
const AfterDecision *path_after(const Course *course);

// The week so far, until today, as it would be judged if it ended now.
WeekRecord path_week_so_far(const Course *course, const AfterDecision *after, const Path *path);

// Tomorrow, if the plan's day counts as what was done today so far.
void path_next_day(const Course *course, const Path *path, Path *tomorrow);

// One day of the plan on; after its last day it stays there.
void path_step(Path *path);

// The level of a week that is begun with path_step, one up at most.
Level path_level_ahead(const Path *path);
