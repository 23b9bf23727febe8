// The tables of the rules, row by row: 1.1 to 1.3, 4.2, 4.3, 4.4, 4.6 and the safety screen.
#include "coach/after.h"
#include "coach/choice.h"
#include "coach/during.h"
#include "coach/level.h"
#include "coach/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

// --- 1.1

typedef struct {
    const char *part;
    Body body;
    Answer answer;
    int number;
} Told;

enum { TOLD_MAX = 8 };

typedef struct {
    CheckId check;
    Answer answer;
    Body worse;
    bool differs;
    Told told[TOLD_MAX];
} CheckCase;

#define Y ANSWER_YES
#define N ANSWER_NO
#define SKIP ANSWER_SKIP
#define R BODY_RIGHT
#define L BODY_LEFT
#define W BODY_WHOLE

static const CheckCase check_cases[] = {
    {CHECK_C1, Y, W, false, {{"both-legs", W, Y, 29}}},
    {CHECK_C1, ANSWER_NONE, W, false, {{"both-legs", W, Y, 30}}}, // one leg was not tried
    {CHECK_C1, N, W, false, {{"both-legs", W, Y, 30}, {"one-leg", R, Y, 20}, {"one-leg", L, Y, 20}, {"felt", W, N, 0}}},
    {CHECK_C1, N, R, false, {{"both-legs", W, Y, 30}, {"one-leg", R, Y, 20}, {"one-leg", L, Y, 30}, {"felt", W, N, 0}}},
    {CHECK_C1, Y, L, true, {{"both-legs", W, Y, 30}, {"one-leg", R, Y, 20}, {"one-leg", L, Y, 19}, {"felt", W, N, 0}}},
    {CHECK_C1, Y, R, true, {{"both-legs", W, Y, 30}, {"one-leg", R, Y, 20}, {"one-leg", L, Y, 31}, {"felt", W, N, 0}}},
    {CHECK_C1, Y, W, false, {{"both-legs", W, Y, 30}, {"one-leg", R, Y, 30}, {"one-leg", L, Y, 30}, {"felt", W, Y, 0}}},
    {CHECK_C1, SKIP, W, false, {{"both-legs", W, SKIP, 0}}},
    {CHECK_C1, SKIP, W, false, {{"both-legs", W, Y, 30}, {"one-leg", R, SKIP, 0}}},
    {CHECK_C1, Y, W, false, {{"both-legs", W, Y, 12}, {"one-leg", R, SKIP, 0}}}, // what was shown before it hurt stays
    {CHECK_C1B, N, W, false, {{"drop", R, N, 0}, {"drop", L, N, 0}, {"seconds", R, Y, 20}, {"seconds", L, Y, 20}}},
    {CHECK_C1B, Y, L, true, {{"drop", R, N, 0}, {"drop", L, Y, 0}, {"seconds", R, Y, 20}, {"seconds", L, Y, 20}}},
    {CHECK_C1B, Y, R, true, {{"drop", R, N, 0}, {"drop", L, N, 0}, {"seconds", R, Y, 9}, {"seconds", L, Y, 20}}},
    {CHECK_C2, N, W, false, {{"thigh", R, N, 0}, {"thigh", L, N, 0}}},
    {CHECK_C2, N, W, false, {{"thigh", R, N, 0}, {"thigh", L, N, 0}, {"knee", R, Y, 0}}},
    {CHECK_C2, Y, R, true, {{"thigh", R, Y, 0}, {"thigh", L, N, 0}}},
    {CHECK_C2, Y, W, false, {{"thigh", R, Y, 0}, {"thigh", L, Y, 0}}},
    {CHECK_C2, ANSWER_NONE, W, false, {{"thigh", R, N, 0}}},
    {CHECK_C3, Y, L, true, {{"knee", R, N, 0}, {"knee", L, Y, 0}}},
    {CHECK_C3, N, W, false, {{"knee", R, N, 0}, {"knee", L, N, 0}}},
    {CHECK_C4, Y, W, false, {{"fist", W, Y, 0}}},
    {CHECK_C4, N, W, false, {{"fist", W, Y, 0}, {"fist", W, N, 0}}}, // after the tilts: the second result counts
    {CHECK_C5, Y, R, false, {{"first", R, Y, 0}, {"second", R, Y, 0}, {"third", R, Y, 0}}},
    {CHECK_C5, N, W, false, {{"first", R, Y, 0}, {"second", L, Y, 0}, {"third", R, Y, 0}}},
    {CHECK_C5, N, W, false, {{"first", R, Y, 0}, {"second", R, Y, 0}, {"third", W, N, 0}}},
    {CHECK_C5, Y, L, false, {{"first", L, Y, 0}, {"second", R, Y, 0}, {"second", L, Y, 0}, {"third", L, Y, 0}}}, // a slip
    {CHECK_C5, ANSWER_NONE, W, false, {{"first", R, Y, 0}, {"second", R, Y, 0}}},
    {CHECK_C6, Y, R, true, {{"bent", R, Y, 0}, {"bent", L, N, 0}}},
    {CHECK_C6, N, W, false, {{"bent", R, N, 0}, {"bent", L, N, 0}, {"tingling", W, N, 0}}},
    {CHECK_C7, Y, L, true, {{"heel", R, N, 0}, {"heel", L, Y, 0}}},
    {CHECK_C7, Y, R, true, {{"heel", R, N, 0}, {"heel", L, N, 0}, {"distance", R, Y, 90}, {"distance", L, Y, 111}}},
    {CHECK_C7, N, R, false, {{"heel", R, N, 0}, {"heel", L, N, 0}, {"distance", R, Y, 90}, {"distance", L, Y, 110}}},
    {CHECK_C8, Y, W, false, {{"head", W, Y, 0}}},
    {CHECK_C8, Y, L, true, {{"head", W, N, 0}, {"shoulder", R, N, 0}, {"shoulder", L, Y, 0}}},
    {CHECK_C8, N, W, false, {{"head", W, N, 0}, {"shoulder", R, N, 0}, {"shoulder", L, N, 0}}},
    {CHECK_C9, Y, W, false, {{"hours", W, Y, 6}}},
    {CHECK_C9, Y, W, false, {{"hours", W, Y, 5}, {"longest", W, Y, 61}}},
    {CHECK_C9, N, W, false, {{"hours", W, Y, 5}, {"longest", W, Y, 60}}},
    {CHECK_C10, Y, W, false, {{"lift", W, Y, 0}}},
    {CHECK_C10, N, W, false, {{"lift", W, N, 0}}},
    {CHECK_C10, SKIP, W, false, {{"lift", W, SKIP, 0}}},
    {CHECK_C10, ANSWER_NONE, W, false, {{NULL}}},
};

static void tell(Arena *arena, Diary *diary, int64_t group, CheckId check, const Told *told) {
    Entry entry = {.kind = ENTRY_CHECK, .group = group, .id = self_checks[check].id, .other = told->part, .body = told->body,
                   .answer = told->answer, .number = told->number};
    diary_add(arena, diary, &entry);
}

static void test_every_check(void **state) {
    (void)state;
    for (int i = 0; i < COUNT(check_cases); i++) {
        const CheckCase *it = &check_cases[i];
        Arena arena = {0};
        Diary diary = {0};
        for (int j = 0; j < TOLD_MAX && it->told[j].part; j++) tell(&arena, &diary, 7, it->check, &it->told[j]);
        CheckResult result = check_result(&diary, it->check, 0);
        if (result.answer != it->answer || result.worse != it->worse || result.differs != it->differs) {
            fail_msg("%s, case %d: answer %d, worse %d, differs %d", self_checks[it->check].id, i, result.answer, result.worse,
                     result.differs);
        }
        arena_free(&arena);
    }
}

static void test_rounds_of_checks(void **state) {
    (void)state;
    Arena arena = {0};
    Diary diary = {0};
    tell(&arena, &diary, 1, CHECK_C4, &(Told){"fist", W, Y, 0});
    tell(&arena, &diary, 1, CHECK_C10, &(Told){"lift", W, Y, 0});
    tell(&arena, &diary, 2, CHECK_C4, &(Told){"fist", W, N, 0});
    assert_int_equal(check_result(&diary, CHECK_C4, 0).answer, ANSWER_NO);
    assert_int_equal(check_result(&diary, CHECK_C4, 1).answer, ANSWER_YES);
    assert_int_equal(check_result(&diary, CHECK_C4, 2).group, 0);
    assert_int_equal(check_result(&diary, CHECK_C10, 0).answer, ANSWER_YES); // not asked again
    arena_free(&arena);
}

// --- 1.2 and 1.3

static ChoiceFacts facts_of(const char *yes, int tier, bool differ, bool advanced) {
    ChoiceFacts facts = {.tier = tier, .sides_differ = differ, .wants_advanced = advanced};
    for (int check = 0; check < CHECK_COUNT; check++) {
        char id[8] = " ";
        strcat(strcat(id, self_checks[check].id), " ");
        facts.checks[check] = strstr(yes, id) ? ANSWER_YES : ANSWER_NO;
    }
    return facts;
}

static void test_rule_1_2(void **state) {
    (void)state;
    static const struct { const char *yes, *row; SeatRule seat; } cases[] = {
        {" ", "1.2/NO-NO", SEAT_AS_PLANNED}, {" C3 ", "1.2/NO-YES", SEAT_RELEASE_DAILY},
        {" C1 ", "1.2/YES-NO", SEAT_AS_PLANNED}, {" C1 C3 ", "1.2/YES-YES", SEAT_RELEASE_FIRST},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        ChoiceFacts facts = facts_of(cases[i].yes, 0, false, false);
        Choice choice = choice_decide(&facts);
        assert_string_equal(choice.seat_row, cases[i].row);
        assert_int_equal(choice.seat, cases[i].seat);
    }
}

static void test_rule_1_3(void **state) {
    (void)state;
    static const struct { const char *yes; int tier; bool differ, advanced; const char *row, *plan; Level level; } cases[] = {
        {" ", 1, false, false, "1.3/1", NULL, LEVEL_B1}, {" C5 C8 ", 2, true, true, "1.3/1", NULL, LEVEL_B1},
        {" ", 3, false, true, "1.3/5", "beginner-4", LEVEL_B1}, // 1a: with a yes in tier 3 one starts at B1
        {" C8 ", 3, false, true, "1.3/4", "focus-desk", LEVEL_B1},
        {" C5 C2 ", 0, true, false, "1.3/2", "focus-uneven", LEVEL_B1}, {" C5 ", 0, false, false, "1.3/5", "beginner-4", LEVEL_B1},
        {" C5 C4 C2 C8 ", 0, true, true, "1.3/2", "focus-uneven", LEVEL_A1},
        {" C4 C2 ", 0, false, false, "1.3/3", "focus-tilt", LEVEL_B1}, {" C4 C10 C9 ", 0, false, false, "1.3/3", "focus-tilt", LEVEL_B1},
        {" C4 ", 0, false, false, "1.3/5", "beginner-4", LEVEL_B1}, {" C2 C10 ", 0, false, false, "1.3/5", "beginner-4", LEVEL_B1},
        {" C8 ", 0, false, false, "1.3/4", "focus-desk", LEVEL_B1}, {" C9 ", 0, false, false, "1.3/4", "focus-desk", LEVEL_B1},
        {" ", 0, false, false, "1.3/5", "beginner-4", LEVEL_B1}, {" ", 0, true, true, "1.3/5", "advanced-4", LEVEL_A1},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        ChoiceFacts facts = facts_of(cases[i].yes, cases[i].tier, cases[i].differ, cases[i].advanced);
        Choice choice = choice_decide(&facts);
        if (strcmp(choice.row, cases[i].row)) fail_msg("case %d came to %s", i, choice.row);
        assert_int_equal(choice.forbids, cases[i].plan == NULL);
        if (cases[i].plan) assert_string_equal(choice.plan, cases[i].plan);
        assert_int_equal(choice.level, cases[i].level);
        assert_non_null(choice.why);
    }
}

static void test_rule_1_3_add_ons(void **state) {
    (void)state;
    ChoiceFacts none = facts_of(" ", 0, false, false), all = facts_of(" C6 C7 C9 ", 0, false, false);
    Choice without = choice_decide(&none), with = choice_decide(&all);
    assert_false(without.adds_ham || without.adds_ankle || without.adds_breaks);
    assert_true(with.adds_ham && with.adds_ankle && with.adds_breaks);
    for (int check = 0; check < CHECK_COUNT; check++) none.checks[check] = check % 2 ? ANSWER_SKIP : ANSWER_NONE;
    assert_string_equal(choice_decide(&none).plan, "beginner-4"); // skipped and missing count as NO
    assert_string_equal(choice_decide(&none).seat_row, "1.2/NO-NO");
}

// --- 4.2

static void test_rule_4_2(void **state) {
    (void)state;
    static const struct { const char *row; Feeling feeling; During what; } cases[] = {
        {"4.2/1", {FELT_WORK, 1}, DURING_GO_ON}, {"4.2/1", {FELT_WORK, 4}, DURING_GO_ON},
        {"4.2/2", {FELT_WORK, 5}, DURING_EASE}, {"4.2/2", {FELT_WORK, 6, .others_stopped = 3}, DURING_EASE},
        {"4.2/3", {FELT_WORK, 7}, DURING_EASIER_NEXT}, {"4.2/3", {FELT_WORK, 0}, DURING_EASIER_NEXT},
        {"4.2/1", {FELT_PAIN, 2, .pain_before = 1}, DURING_GO_ON}, {"4.2/4", {FELT_PAIN, 3, .pain_before = 1}, DURING_OFFER_EASIER},
        {"4.2/4", {FELT_PAIN, 3, .pain_before = 2}, DURING_OFFER_EASIER}, {"4.2/4", {FELT_PAIN, 3}, DURING_OFFER_EASIER},
        {"4.2/1", {FELT_PAIN, 3, .pain_before = 3}, DURING_GO_ON}, {"4.2/4", {FELT_PAIN, 4, .pain_before = 3}, DURING_OFFER_EASIER},
        {"4.2/1", {FELT_PAIN, 5, .pain_before = 5}, DURING_GO_ON}, {"4.2/4", {FELT_PAIN, 6, .pain_before = 5}, DURING_OFFER_EASIER},
        {"4.2/4", {FELT_PAIN, 6, .pain_before = 6}, DURING_OFFER_EASIER}, {"4.2/4", {FELT_PAIN, 0, .pain_before = 1}, DURING_OFFER_EASIER},
        {"4.2/4", {FELT_PAIN, 4, .pain_before = 1, .is_easier = true}, DURING_SKIP},
        {"4.2/5", {FELT_SHARP, 1}, DURING_SKIP}, {"4.2/5", {FELT_SHARP, 9, .is_easier = true}, DURING_SKIP},
        {"4.2/6", {FELT_SHARP, 1, .others_stopped = 1}, DURING_END_STRENGTH},
        {"4.2/6", {FELT_PAIN, 5, .others_stopped = 1}, DURING_END_STRENGTH},
        {"4.2/6", {FELT_WORK, 8, .others_stopped = 2}, DURING_END_STRENGTH},
        {"4.2/7", {FELT_INTO_LEG, 1, .others_stopped = 1}, DURING_STOP_AND_ASK}, {"4.2/8", {FELT_OUT_OF_LEG, 5}, DURING_GO_ON},
        {"4.2/9", {FELT_CRAMP, 9}, DURING_CRAMP}, {"4.2/10", {FELT_DIZZY, 1, .others_stopped = 1}, DURING_STOP},
        {"4.2/10", {FELT_CHEST, 1}, DURING_EMERGENCY},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        DuringDecision decision = during_decide(&cases[i].feeling);
        if (strcmp(decision.row, cases[i].row) || decision.what != cases[i].what) fail_msg("case %d came to %s", i, decision.row);
        assert_non_null(decision.words);
    }
    assert_true(during_stops(DURING_OFFER_EASIER) && during_stops(DURING_STOP) && !during_stops(DURING_EASE));
}

// --- 4.3 and 4.4

static void test_rule_4_3(void **state) {
    (void)state;
    static const struct { const char *row; NextMorning morning; bool up; int lower; bool leaves_out; Advice advice; } cases[] = {
        {"4.3/1", {1, 1, 1}, true, 0, false, ADVICE_NONE}, {"4.3/1", {4, 3, 3}, true, 0, false, ADVICE_NONE},
        {"4.3/1", {4, 1, 3}, true, 0, false, ADVICE_NONE}, {"4.3/2", {5, 3, 3}, false, 0, false, ADVICE_NONE},
        {"4.3/2", {6, 1, 3}, false, 0, false, ADVICE_NONE}, {"4.3/3", {7, 3, 3}, false, 1, false, ADVICE_NONE},
        {"4.3/3", {8, 4, 3}, false, 1, false, ADVICE_NONE}, {"4.3/3", {7, 0, 3}, false, 1, false, ADVICE_NONE},
        {"4.3/4", {2, 4, 3}, false, 0, false, ADVICE_NONE}, {"4.3/4", {6, 4, 3}, false, 0, false, ADVICE_NONE},
        {"4.3/5", {2, 5, 3}, false, 1, true, ADVICE_NONE}, {"4.3/5", {2, 4, 3, .stayed_higher = true}, false, 1, true, ADVICE_NONE},
        {"4.3/5", {9, 5, 3}, false, 1, true, ADVICE_NONE}, {"4.3/1", {2, 3, 3, .stayed_higher = true}, true, 0, false, ADVICE_NONE},
        {"4.3/6", {2, 5, 3, .rose_before = true}, false, 2, true, ADVICE_DOCTOR_SOON},
        {"4.3/6", {2, 4, 3, true, true}, false, 2, true, ADVICE_DOCTOR_SOON},
        {"4.3/1", {2, 3, 3, .rose_before = true}, true, 0, false, ADVICE_NONE},
        {"4.3/0", {0, 0, 3}, false, 0, false, ADVICE_NONE}, {"4.3/0", {2, 0, 3}, false, 0, false, ADVICE_NONE},
        {"4.3/0", {0, 2, 3}, false, 0, false, ADVICE_NONE}, {"4.3/0", {2, 2, 0}, false, 0, false, ADVICE_NONE},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        AfterDecision decision = after_decide(&cases[i].morning);
        if (strcmp(decision.row, cases[i].row)) fail_msg("case %d came to %s", i, decision.row);
        assert_int_equal(decision.counts_up, cases[i].up);
        assert_int_equal(decision.levels_lower, cases[i].lower);
        assert_int_equal(decision.leaves_out_last, cases[i].leaves_out);
        assert_int_equal(decision.advice, cases[i].advice);
        assert_non_null(decision.words);
    }
}

static void test_rule_4_4(void **state) {
    (void)state;
    // Medians are doubled: 8 is a pain of 4.
    static const struct { const char *row; WeekChange change; bool stops; int lower; Advice advice; } cases[] = {
        {"4.4/1", {6, 8, 8, .weeks = 2}, false, 0, ADVICE_NONE}, {"4.4/2", {8, 8, 8, .weeks = 2}, false, 0, ADVICE_NONE},
        {"4.4/2", {7, 8, 8, .weeks = 2}, false, 0, ADVICE_NONE}, {"4.4/2", {11, 8, 8, .weeks = 2}, false, 0, ADVICE_NONE},
        {"4.4/2", {0, 8, 8, .weeks = 3}, false, 0, ADVICE_NONE}, {"4.4/2", {8, 0, 0, .weeks = 1}, false, 0, ADVICE_NONE},
        {"4.4/3", {12, 8, 8, .weeks = 2}, false, 1, ADVICE_NONE}, {"4.4/3", {12, 8, 10, .weeks = 5}, false, 1, ADVICE_NONE},
        {"4.4/4", {12, 12, 8, .was_up = true, .weeks = 3}, true, 0, ADVICE_DOCTOR_SOON},
        {"4.4/4", {16, 12, 8, .was_up = true, .weeks = 3}, true, 0, ADVICE_DOCTOR_SOON},
        {"4.4/4", {4, 8, 8, .overwhelmed = true, .weeks = 1}, true, 0, ADVICE_DOCTOR_SOON},
        {"4.4/1", {10, 12, 8, .was_up = true, .weeks = 3}, false, 0, ADVICE_NONE},
        {"4.4/5", {8, 8, 8, .weeks = 4}, false, 0, ADVICE_PROFESSIONAL},
        {"4.4/5", {6, 8, 6, .weeks = 5}, false, 0, ADVICE_PROFESSIONAL},
        {"4.4/2", {8, 8, 8, .weeks = 4, .has_improved = true}, false, 0, ADVICE_NONE},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        WeekDecision decision = week_decide(&cases[i].change);
        if (strcmp(decision.row, cases[i].row)) fail_msg("case %d came to %s", i, decision.row);
        assert_int_equal(decision.stops_strength, cases[i].stops);
        assert_int_equal(decision.levels_lower, cases[i].lower);
        assert_int_equal(decision.advice, cases[i].advice);
    }
    WeekChange early = {8, 8, 8, .weeks = 2}, late = {8, 8, 8, .weeks = 3};
    assert_string_equal(week_decide(&early).words, "A little more soreness at first is normal.");
    assert_string_not_equal(week_decide(&late).words, week_decide(&early).words);
}

// --- 4.6

#define WEEK(d, worst, usual, felt, a, r) {.planned = 3, .done = d, .mornings_known = true, .worst_soreness = worst, \
                                           .pain_as_usual = usual, .nothing_felt_wrong = felt, .amber = a, .red = r}

static void test_rule_4_6(void **state) {
    (void)state;
    static const struct { const char *row; WeekRecord week; int levels; } cases[] = {
        {"4.6/1", WEEK(3, 4, true, true, 0, 0), 1}, {"4.6/1", WEEK(2, 1, true, true, 0, 0), 1},
        {"4.6/0", WEEK(1, 1, true, true, 0, 0), 0}, {"4.6/0", WEEK(3, 5, true, true, 0, 0), 0},
        {"4.6/0", WEEK(3, 4, false, true, 0, 0), 0}, {"4.6/0", WEEK(3, 4, true, false, 0, 0), 0},
        {"4.6/2", WEEK(3, 4, true, true, 1, 0), 0}, // green after strength, amber on another day
        {"4.6/2", WEEK(3, 6, true, true, 1, 0), 0}, {"4.6/3", WEEK(3, 6, true, true, 2, 0), -1},
        {"4.6/3", WEEK(3, 7, true, true, 0, 1), -1}, {"4.6/3", WEEK(3, 4, true, true, 3, 2), -1},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        LevelDecision decision = level_after_week(NULL, &cases[i].week);
        if (strcmp(decision.row, cases[i].row)) fail_msg("case %d came to %s", i, decision.row);
        assert_int_equal(decision.levels, cases[i].levels);
    }
    WeekRecord unknown = WEEK(3, 0, true, true, 0, 0);
    unknown.mornings_known = false;
    assert_int_equal(level_after_week(NULL, &unknown).levels, 0);
}

static void test_rule_4_6_after_a_break(void **state) {
    (void)state;
    static const struct { int days; const char *row; int levels; bool first_session; } cases[] = {
        {0, "4.6/0", 0, false}, {2, "4.6/0", 0, false}, {3, "4.6/4", -1, true}, {6, "4.6/4", -1, true},
        {7, "4.6/5", -2, false}, {365, "4.6/5", -2, false}, {4000, "4.6/5", -2, false},
    };
    for (int i = 0; i < COUNT(cases); i++) {
        LevelDecision decision = level_after_missing(NULL, cases[i].days);
        assert_string_equal(decision.row, cases[i].row);
        assert_int_equal(decision.levels, cases[i].levels);
        assert_int_equal(decision.first_session, cases[i].first_session);
    }
    int hours = 0;
    LevelDecision fever = level_after_fever(NULL, &hours);
    assert_string_equal(fever.row, "4.6/6");
    assert_int_equal(fever.levels, -2);
    assert_int_equal(hours, 48);
    assert_int_equal(level_moved(LEVEL_B2, -2), LEVEL_B1);
    assert_int_equal(level_moved(LEVEL_A4, 1), LEVEL_A4);
    assert_int_equal(level_moved(LEVEL_A1, -1), LEVEL_B4);
}

// --- 5

static void test_every_question_of_the_screen(void **state) {
    (void)state;
    static const int tiers[] = {6, 6, 8};
    int counts[SCREEN_TIERS + 1] = {0};
    for (int number = 1; number <= SCREEN_QUESTIONS; number++) {
        const ScreenQuestion *question = &screen_questions[number - 1];
        assert_int_equal(question->number, number);
        counts[question->tier]++;
        Arena arena = {0};
        Diary diary = {0};
        Entry begin = {.kind = ENTRY_SCREEN, .group = 9};
        diary_add(&arena, &diary, &begin);
        for (int i = 1; i <= number; i++) {
            assert_int_equal(screen_result(&diary).next, i);
            Entry entry = {.kind = ENTRY_SAFETY, .group = 9, .number = i, .answer = i == number ? ANSWER_YES : ANSWER_NO};
            diary_add(&arena, &diary, &entry);
        }
        ScreenResult result = screen_result(&diary);
        assert_int_equal(result.tier, question->tier);
        assert_int_equal(result.is_whole, question->tier < 3 || number == SCREEN_QUESTIONS);
        TagList tags = {0};
        screen_tags(&arena, &diary, &tags);
        int expected = 0;
        while (question->tags[expected]) expected++;
        assert_int_equal(tags.count, expected);
        for (int i = 0; i < tags.count; i++) {
            bool is_known = false;
            for (int j = 0; j < skip_tag_count; j++) is_known |= !strcmp(tags.items[i], skip_tags[j]);
            assert_true(is_known);
        }
        arena_free(&arena);
    }
    for (int tier = 1; tier <= SCREEN_TIERS; tier++) {
        assert_int_equal(counts[tier], tiers[tier - 1]);
        assert_non_null(screen_tier_text(tier));
    }
}

static void test_tags_are_taken_back(void **state) {
    (void)state;
    Arena arena = {0};
    Diary diary = {0};
    TagList tags = {0};
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 1, .number = 20, .answer = ANSWER_YES});
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_TAG, .id = "neck", .answer = ANSWER_NO});
    screen_tags(&arena, &diary, &tags);
    assert_int_equal(tags.count, 4); // all that may be meant, but the one that is not
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 2, .number = 20, .answer = ANSWER_SKIP});
    screen_tags(&arena, &diary, &tags);
    assert_int_equal(tags.count, 4); // an answer that is missing takes nothing away
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 2, .number = 20, .answer = ANSWER_NO});
    screen_tags(&arena, &diary, &tags);
    assert_int_equal(tags.count, 0);
    arena_free(&arena);
}

static void test_contradictory_answers_of_a_screen(void **state) {
    (void)state;
    Arena arena = {0};
    Diary diary = {0};
    assert_false(screen_result(&diary).is_whole);
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SCREEN, .group = 1});
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 1, .number = 8, .answer = ANSWER_YES});
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 1, .number = 2, .answer = ANSWER_YES});
    assert_int_equal(screen_result(&diary).tier, 1); // the gravest wins
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SAFETY, .group = 1, .number = 2, .answer = ANSWER_NO});
    assert_int_equal(screen_result(&diary).tier, 2); // put right before the screen was over
    diary_add(&arena, &diary, &(Entry){.kind = ENTRY_SCREEN, .group = 2});
    assert_false(screen_result(&diary).is_whole);
    assert_int_equal(screen_result(&diary).next, 1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_check),
        cmocka_unit_test(test_rounds_of_checks),
        cmocka_unit_test(test_rule_1_2),
        cmocka_unit_test(test_rule_1_3),
        cmocka_unit_test(test_rule_1_3_add_ons),
        cmocka_unit_test(test_rule_4_2),
        cmocka_unit_test(test_rule_4_3),
        cmocka_unit_test(test_rule_4_4),
        cmocka_unit_test(test_rule_4_6),
        cmocka_unit_test(test_rule_4_6_after_a_break),
        cmocka_unit_test(test_every_question_of_the_screen),
        cmocka_unit_test(test_tags_are_taken_back),
        cmocka_unit_test(test_contradictory_answers_of_a_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
