// Where in a plan a person is: every day since it began, played by the rules of moving on, up and down.
//
// Private to the coach. A day of the plan that was missed comes again: days shift, they never double.
#pragma once

#include "coach/after.h"
#include "coach/coach.h"
#include "coach/level.h"
#include "coach/standing.h"

typedef struct {
    int week, weekday; // of the plan: from 0, and 1..7
    DayKind kind;
    DayState state;
    Level level;       // of the plan, before anything made the day easier
    bool was_decided;  // a week ended on this day
    LevelDecision decision;
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
    LevelDecision decision; // the last one
    LIST(PathDay) days;   // from `began` to yesterday
} Path;

// `after` from path_after.
void path_read(const Course *course, const AfterDecision *after, Path *path);

// What the plan has for a day of it; a day it does not say is one of rest. `level` decides between beginners and advanced.
DayKind path_kind(const Plan *plan, int week, int weekday, bool advanced);
const PlanDay *path_plan_day(const Plan *plan, int week, int weekday);
bool path_strengthens(const Routine *routine);

// What the mornings said about each session of the course, in its order; lives in the arena.
const AfterDecision *path_after(const Course *course);
