// What the next week's level of a plan depends on, as the plan says it. Whether a rule is met is not
// decided here.
#pragma once

#include <stdbool.h>

typedef enum { PROGRESS_UP, PROGRESS_STAY, PROGRESS_DOWN } ProgressKind;

// `up when 2 of 3 strength sessions done and soreness next morning at most 4`
typedef struct {
    ProgressKind kind;
    int levels;            // by how many; 0 to stay
    bool first_session;    // only that of the next week
    int done, of;          // strength sessions; 0 when not asked
    int soreness_at_most;  // -1 when not asked
    bool pain_as_usual;    // in the mornings, or less
    bool nothing_stopped;  // no exercise was, because it hurt
    int amber, red;        // mornings with soreness of 5 or 6, and from 7 on; reached by any of them; 0 when not asked
    int missed_from, missed_to; // days without a session; 0 when not asked
    int fever_over_hours;  // 0 when not asked
} ProgressRule;
