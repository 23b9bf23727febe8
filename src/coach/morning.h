// Rule 4.1: what the answers before a session make of the day. A table, tried from top to bottom; the first row that
// holds decides. It knows nothing of the plan; coach_today puts the two together.
#pragma once

#include "diary/diary.h"

typedef enum {
    MORNING_ASK,             // the answers are not all there
    MORNING_EMERGENCY_CHECK, // the safety screen, no session
    MORNING_DOCTOR_TODAY,
    MORNING_REST,
    MORNING_STRETCH_GENTLE,
    MORNING_REST2,           // no strength today and tomorrow; stretching if comfortable
    MORNING_REST1,           // no strength today; stretching and a walk
    MORNING_FULL_EASY,       // one level lower
    MORNING_FULL,            // on target
    MORNING_FULL_UP,         // counts towards moving up
    MORNING_ACTIONS
} MorningAction;

typedef enum {
    ADVICE_NONE,
    ADVICE_DOCTOR_SOON,   // within a day or two, if it stays
    ADVICE_PROFESSIONAL,  // no change in weeks
    ADVICE_DOCTOR_TODAY,
    ADVICE_EMERGENCY,
    ADVICE_COUNT
} Advice;

// What is known in the morning; numbers are 0 and answers ANSWER_NONE where nothing was said.
typedef struct {
    int soreness, pain; // 1..10
    Answer red_flag;    // "any new numbness, weakness, or trouble with bladder or bowels?"
    int usual;          // pain on other mornings: the median of the last seven before today; 0 on the first day
    int days_above;     // mornings in a row, this one included, with pain 2 or more above what was usual then
    int days_high;      // mornings in a row, this one included, with pain of 6 or 7
    int very_sore_for_days;   // since soreness reached 7, without a lower morning between; 0 when it is lower now or new today
    bool was_very_sore; // 7 or more yesterday
} Morning;

typedef struct {
    const char *row; // "4.1/5a"
    MorningAction action;
    bool gentlest;   // of STRETCH-GENTLE: tilt, knees to chest and walking only
    bool shorter;    // holds are 10 s shorter
    Advice advice;
    const char *why; // one sentence for the person
} MorningDecision;

MorningDecision morning_decide(const Morning *morning);

// The words for a number from 1 to 10, of soreness or of pain.
const char *morning_scale_words(int number);
