#include "coach/choice.h"

#include "coach/spoken.h"

static bool yes(const ChoiceFacts *facts, CheckId check) {
    return facts->checks[check] == ANSWER_YES;
}

static bool grave(const ChoiceFacts *facts) {
    return facts->tier == 1 || facts->tier == 2;
}

static bool uneven(const ChoiceFacts *facts) {
    return yes(facts, CHECK_C5) && facts->sides_differ;
}

static bool tilted(const ChoiceFacts *facts) {
    return yes(facts, CHECK_C4) && (yes(facts, CHECK_C2) || yes(facts, CHECK_C10));
}

static bool desk(const ChoiceFacts *facts) {
    return yes(facts, CHECK_C8) || yes(facts, CHECK_C9);
}

static bool otherwise(const ChoiceFacts *facts) {
    (void)facts;
    return true;
}

static const struct {
    bool (*holds)(const ChoiceFacts *facts);
    Choice choice;
} rows[] = {
    {grave, {.row = "1.3/1", .forbids = true, .why = "One of your answers comes first: please ask a doctor before any plan."}},
    {uneven, {.row = "1.3/2", .focus = FOCUS_UNEVEN, .plan = "focus-uneven",
              .why = "One of your hips stood higher and your sides differ, so this plan evens them out."}},
    {tilted, {.row = "1.3/3", .focus = FOCUS_TILT, .plan = "focus-tilt",
              .why = "Your hips tip forward, so this plan eases the front and strengthens seat and belly."}},
    {desk, {.row = "1.3/4", .focus = FOCUS_DESK, .plan = "focus-desk",
            .why = "Long sitting or round shoulders showed, so this plan opens the chest and frees the hips."}},
    {otherwise, {.row = "1.3/5", .plan = "beginner-4", .why = "Nothing stood out, so the basic plan suits you."}},
};

typedef struct {
    const char *row;
    SeatRule seat;
} Seat;

// Weak (C1), then tight (C3).
static const Seat seats[2][2] = {
    {{"1.2/NO-NO", SEAT_AS_PLANNED}, {"1.2/NO-YES", SEAT_RELEASE_DAILY}},
    {{"1.2/YES-NO", SEAT_AS_PLANNED}, {"1.2/YES-YES", SEAT_RELEASE_FIRST}},
};

Choice choice_decide(const ChoiceFacts *facts) {
    int row = 0;
    while (!rows[row].holds(facts)) row++;
    Choice choice = rows[row].choice;
    bool advanced = facts->wants_advanced && facts->tier == 0; // rule 1.3/1a: with a yes in tier 3 one starts at B1
    choice.level = advanced ? LEVEL_A1 : LEVEL_B1;
    if (advanced && choice.focus == FOCUS_NONE && !choice.forbids) choice.plan = "advanced-4";
    const Seat *seat = &seats[yes(facts, CHECK_C1)][yes(facts, CHECK_C3)];
    choice.seat_row = seat->row;
    choice.seat = seat->seat;
    choice.adds_ham = yes(facts, CHECK_C6);
    choice.adds_ankle = yes(facts, CHECK_C7);
    choice.adds_breaks = yes(facts, CHECK_C9);
    return choice;
}

void choice_spoken(SpokenTake take, void *context) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) take(context, rows[i].choice.why);
}

ChoiceFacts choice_facts(const Diary *diary, bool wants_advanced) {
    ChoiceFacts facts = {.tier = screen_result(diary).tier, .wants_advanced = wants_advanced};
    for (int check = 0; check < CHECK_COUNT; check++) {
        CheckResult result = check_result(diary, (CheckId)check, 0);
        facts.checks[check] = result.answer;
        if (check <= CHECK_C3) facts.sides_differ |= result.differs;
    }
    return facts;
}
