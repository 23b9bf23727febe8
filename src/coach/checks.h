// The self-checks C1 to C10: what is asked in each, when that comes to YES, and what the newest round in a diary came to.
//
// A check is a training guide and not a diagnosis. Answers are kept as ENTRY_CHECK with the id of the check, the name of the
// part as `other`, and the side; a part that is measured has ANSWER_YES and the number in its unit.
#pragma once

#include "diary/diary.h"

typedef enum { CHECK_C1, CHECK_C1B, CHECK_C2, CHECK_C3, CHECK_C4, CHECK_C5, CHECK_C6, CHECK_C7, CHECK_C8, CHECK_C9,
               CHECK_C10, CHECK_COUNT } CheckId;

typedef enum {
    UNIT_YES_NO,
    UNIT_WHICH_SIDE, // answer NO, or YES with the side as `body`
    UNIT_SECONDS,
    UNIT_MM,
    UNIT_HOURS,
    UNIT_MINUTES
} CheckUnit;

// One question of a check. YES follows from a number below `below` or from `from` on, from sides that differ by more than
// `differ` (0: not asked), or from an answer of yes.
typedef struct {
    const char *name, *ask;
    CheckUnit unit;
    bool each_side;
    bool only_told;  // nothing follows from it for YES or NO
    int below, from, differ;
} CheckPart;

enum { CHECK_PARTS_MAX = 4 };

typedef struct {
    const char *id, *name; // "C1", "Bridge hold"
    const char *steps;     // what to do, for screen and voice
    const char *move;      // id of the move whose figure shows it best; NULL for none
    int seconds;           // about how long it takes
    const CheckPart *parts; // ended by a NULL name
    const char *slots;     // ladders it points to, separated by blanks
} SelfCheck;

extern const SelfCheck self_checks[CHECK_COUNT];

typedef struct {
    int64_t group;   // of the round; 0 when the check was never begun
    int day;         // local day
    Answer answer;   // YES, NO, SKIP (counts as NO for the plan), NONE while parts are missing
    bool differs;    // between the sides
    Body worse;      // the weaker or tighter side; BODY_WHOLE where none is
    bool is_told[CHECK_PARTS_MAX][BODIES];
    Answer answers[CHECK_PARTS_MAX][BODIES];
    int numbers[CHECK_PARTS_MAX][BODIES];
} CheckResult;

// The round number `back` from the end: 0 the newest, 1 the one before it. Rounds without a word about the check do not count.
CheckResult check_result(const Diary *diary, CheckId check, int back);
