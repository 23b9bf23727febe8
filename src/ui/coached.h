// What the screens around the coach remember between steps: today, what is being asked and was answered. Only for the
// files of this folder.
#pragma once

#include "coach/progress.h"
#include "coach/proposal.h"
#include "ui/asking.h"
#include "ui/calendar.h"

// One thing that is asked in the self-checks: the beginning of a check (part -1), or a part of it on one side.
typedef struct {
    CheckId check;
    int part;
    Body body;
} CheckStep;

typedef struct {
    int64_t screen_group, check_in_group; // of what is being answered
    void (*after_safety)(Ui *ui, UiOutput *out), (*after_check_in)(Ui *ui, UiOutput *out);
    int soreness, pain;    // as answered so far
    int hurt_segment;      // where it hurt,
    Felt felt;             // what was felt there,
    DuringDecision felt_decision; // and what follows
    void (*after_leg)(Ui *ui, UiOutput *out);
    bool wants_advanced;   // in the first questions
    int minutes, minutes_day; // that there are, 0 for enough; on which day that was said
    const char *task;      // that is asked about
    int said_answer;       // to the last question that leads somewhere else

    Arena today_arena;     // what follows from the diary, until it grows or another day begins
    Decision today;
    int today_entries, today_day; // of the diary then, and 1 more; when it was
    const Session *today_session; // NULL: none
    const Session *today_demo;
    Calendar today_calendar;
    Progress progress;     // in the same arena
    Finish finish;         // what is said after a session
    NextLevel next_level;  // of the plan
    int home_focus, plan_focus, progress_tab;

    CheckStep check_steps[ASKING_STEPS];
    int check_step_count;
    const char *check_titles[ASKING_STEPS];
    const Session *check_demos[CHECK_COUNT]; // NULL: no figure shows it
    int64_t check_group;
    bool check_hurt;
    Proposal proposal;     // after the self-checks
} Coached;
