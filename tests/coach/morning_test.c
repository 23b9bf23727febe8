// Rule 4.1, row by row.
#include "coach/morning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    const char *row;
    Morning morning;
    MorningAction action;
    Advice advice;
} Case;

#define NO ANSWER_NO
#define YES ANSWER_YES
#define SAID(m, p, r, u) .soreness = m, .pain = p, .red_flag = r, .usual = u

static const Case cases[] = {
    // The red flag is before everything else, also before numbers that are missing.
    {"4.1/1", {SAID(1, 1, YES, 1)}, MORNING_EMERGENCY_CHECK, ADVICE_EMERGENCY},
    {"4.1/1", {SAID(10, 10, YES, 1)}, MORNING_EMERGENCY_CHECK, ADVICE_EMERGENCY},
    {"4.1/1", {SAID(0, 0, YES, 0)}, MORNING_EMERGENCY_CHECK, ADVICE_EMERGENCY},
    {"4.1/2", {SAID(10, 1, NO, 1)}, MORNING_DOCTOR_TODAY, ADVICE_DOCTOR_TODAY},
    {"4.1/2", {SAID(1, 10, NO, 10)}, MORNING_DOCTOR_TODAY, ADVICE_DOCTOR_TODAY},
    {"4.1/2", {SAID(0, 10, ANSWER_NONE, 0)}, MORNING_DOCTOR_TODAY, ADVICE_DOCTOR_TODAY},
    {"4.1/3", {SAID(1, 8, NO, 8)}, MORNING_REST, ADVICE_DOCTOR_SOON},
    {"4.1/3", {SAID(9, 9, NO, 3)}, MORNING_REST, ADVICE_DOCTOR_SOON},
    {"4.1/3", {SAID(0, 8, ANSWER_NONE, 0)}, MORNING_REST, ADVICE_DOCTOR_SOON},
    // Without all three answers nothing else is decided.
    {"4.1/0", {SAID(0, 2, NO, 2)}, MORNING_ASK, ADVICE_NONE},
    {"4.1/0", {SAID(2, 0, NO, 2)}, MORNING_ASK, ADVICE_NONE},
    {"4.1/0", {SAID(2, 2, ANSWER_NONE, 2)}, MORNING_ASK, ADVICE_NONE},
    {"4.1/0", {SAID(2, 2, ANSWER_SKIP, 2)}, MORNING_ASK, ADVICE_NONE},
    {"4.1/0", {SAID(9, 7, ANSWER_NONE, 2)}, MORNING_ASK, ADVICE_NONE},
    {"4.1/4", {SAID(1, 4, NO, 2), .days_above = 2}, MORNING_STRETCH_GENTLE, ADVICE_DOCTOR_SOON},
    {"4.1/4", {SAID(8, 7, NO, 5), .days_above = 3}, MORNING_STRETCH_GENTLE, ADVICE_DOCTOR_SOON},
    {"4.1/5", {SAID(1, 4, NO, 2), .days_above = 1}, MORNING_STRETCH_GENTLE, ADVICE_NONE},
    {"4.1/5", {SAID(1, 3, NO, 1), .days_above = 1}, MORNING_STRETCH_GENTLE, ADVICE_NONE},
    {"4.1/5", {SAID(1, 7, NO, 5), .days_above = 1, .days_high = 1}, MORNING_STRETCH_GENTLE, ADVICE_NONE},
    {"4.1/5a", {SAID(1, 6, NO, 6)}, MORNING_STRETCH_GENTLE, ADVICE_NONE},
    {"4.1/5a", {SAID(1, 7, NO, 7), .days_high = 2}, MORNING_STRETCH_GENTLE, ADVICE_NONE},
    {"4.1/5a", {SAID(1, 6, NO, 6), .days_high = 3}, MORNING_STRETCH_GENTLE, ADVICE_DOCTOR_SOON},
    {"4.1/5a", {SAID(8, 6, NO, 5), .days_high = 1}, MORNING_STRETCH_GENTLE, ADVICE_NONE}, // before sore muscles
    {"4.1/6", {SAID(7, 1, NO, 1)}, MORNING_REST2, ADVICE_NONE},
    {"4.1/6", {SAID(9, 5, NO, 4)}, MORNING_REST2, ADVICE_NONE},
    {"4.1/6", {SAID(7, 1, NO, 1), .very_sore_for_days = 2}, MORNING_REST2, ADVICE_NONE},
    {"4.1/6", {SAID(7, 1, NO, 1), .very_sore_for_days = 3}, MORNING_REST2, ADVICE_DOCTOR_SOON}, // 72 hours
    {"4.1/6", {SAID(2, 1, NO, 1), .was_very_sore = true}, MORNING_REST2, ADVICE_NONE},          // and tomorrow
    {"4.1/5a", {SAID(7, 6, NO, 6), .very_sore_for_days = 3}, MORNING_STRETCH_GENTLE, ADVICE_DOCTOR_SOON},
    {"4.1/7", {SAID(5, 1, NO, 1)}, MORNING_REST1, ADVICE_NONE},
    {"4.1/7", {SAID(6, 5, NO, 5)}, MORNING_REST1, ADVICE_NONE},
    {"4.1/7", {SAID(5, 1, NO, 1), .was_very_sore = true}, MORNING_REST1, ADVICE_NONE},
    {"4.1/8", {SAID(1, 5, NO, 5)}, MORNING_FULL_EASY, ADVICE_NONE},
    {"4.1/8", {SAID(4, 3, NO, 2)}, MORNING_FULL_EASY, ADVICE_NONE},
    {"4.1/8", {SAID(1, 4, NO, 3)}, MORNING_FULL_EASY, ADVICE_NONE},
    {"4.1/8", {SAID(1, 5, NO, 0)}, MORNING_FULL_EASY, ADVICE_NONE}, // the first day is its own measure
    {"4.1/9", {SAID(3, 1, NO, 1)}, MORNING_FULL, ADVICE_NONE},
    {"4.1/9", {SAID(4, 2, NO, 1)}, MORNING_FULL, ADVICE_NONE}, // one more than usual counts from 3 on
    {"4.1/9", {SAID(3, 4, NO, 0)}, MORNING_FULL, ADVICE_NONE},
    {"4.1/10", {SAID(1, 1, NO, 1)}, MORNING_FULL_UP, ADVICE_NONE},
    {"4.1/10", {SAID(2, 4, NO, 4)}, MORNING_FULL_UP, ADVICE_NONE},
    {"4.1/10", {SAID(2, 1, NO, 4)}, MORNING_FULL_UP, ADVICE_NONE},
};

static void test_every_row(void **state) {
    (void)state;
    for (int i = 0; i < (int)(sizeof cases / sizeof *cases); i++) {
        MorningDecision decision = morning_decide(&cases[i].morning);
        if (strcmp(decision.row, cases[i].row) || decision.action != cases[i].action || decision.advice != cases[i].advice) {
            fail_msg("case %d of row %s came to row %s, action %d", i, cases[i].row, decision.row, decision.action);
        }
        assert_true(decision.why && strchr(decision.why, '.') == decision.why + strlen(decision.why) - 1); // one sentence
    }
}

// Whatever is said: more soreness or pain never allows more.
static void test_more_never_allows_more(void **state) {
    (void)state;
    for (int u = 1; u <= 10; u++) {
        for (int m = 1; m <= 10; m++) {
            for (int p = 1; p <= 10; p++) {
                Morning morning = {SAID(m, p, NO, u)};
                MorningAction action = morning_decide(&morning).action;
                Morning sorer = {SAID(m < 10 ? m + 1 : 10, p, NO, u)}, worse = {SAID(m, p < 10 ? p + 1 : 10, NO, u)};
                assert_true(morning_decide(&sorer).action <= action);
                assert_true(morning_decide(&worse).action <= action);
                if (m > 4) assert_true(action <= MORNING_REST1);
            }
        }
    }
}

static void test_rows_that_differ_in_more_than_their_action(void **state) {
    (void)state;
    Morning again = {SAID(1, 4, NO, 2), .days_above = 2}, once = {SAID(1, 4, NO, 2)}, sore = {SAID(7, 1, NO, 1)};
    assert_true(morning_decide(&again).gentlest);
    assert_false(morning_decide(&once).gentlest);
    assert_true(morning_decide(&sore).shorter);
    assert_false(morning_decide(&once).shorter);
}

static void test_words_of_the_scale(void **state) {
    (void)state;
    assert_string_equal(morning_scale_words(1), "none");
    assert_string_equal(morning_scale_words(4), "a little sore");
    assert_string_equal(morning_scale_words(10), "cannot sit or stand");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row),
        cmocka_unit_test(test_more_never_allows_more),
        cmocka_unit_test(test_rows_that_differ_in_more_than_their_action),
        cmocka_unit_test(test_words_of_the_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
