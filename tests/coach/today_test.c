// What becomes of a day of the plan: the answers of the morning, the days before, and doctors.
#include "coach/person.h"

static void assert_today(const Decision *decision, TodayKind kind, const char *row, const char *routine, Level level) {
    if (decision->kind != kind || strcmp(decision->row, row)) fail_msg("row %s, kind %d", decision->row, decision->kind);
    if (!routine) {
        assert_null(decision->routine);
        return;
    }
    assert_string_equal(decision->routine->id, routine);
    assert_int_equal(decision->level, level);
}

static void test_a_first_week_as_planned(void **state) {
    (void)state;
    static const char *const routines[] = {"b-full", "b-stretch", "b-full", "b-stretch", "b-full", "b-stretch", "b-stretch"};
    Person person;
    person_make(&person);
    person_start(&person, "beginner-4", LEVEL_B1, 1);
    Decision decision = person_today(&person);
    assert_int_equal(decision.kind, TODAY_ASK);
    for (int day = 0; day < 7; day++) {
        decision = person_train(&person, day ? 3 : 1, 2);
        bool strength = day % 2 == 0 && day < 6;
        assert_int_equal(decision.kind, day < 6 ? TODAY_SESSION : TODAY_REST_DAY);
        assert_string_equal(decision.routine->id, routines[day]);
        assert_int_equal(decision.level, LEVEL_B1);
        assert_int_equal(decision.strength, strength);
        assert_int_equal(decision.plan_day, day + 1);
        if (strength) assert_true(decision.may_strengthen);
        Decision after = person_today(&person);
        assert_int_equal(after.kind, day < 6 ? TODAY_DONE : TODAY_REST_DAY);
        if (strength) assert_false(after.may_strengthen);
        person_sleep(&person, 1);
    }
    decision = person_train(&person, 2, 2);
    assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B2);
    assert_int_equal(decision.plan_day, 8);
    person_free(&person);
}

// The second strength day of a plan, with these answers, after two days of pain 2.
static Decision with_answers(Person *person, int soreness, int pain, Answer red_flag) {
    person_make(person);
    person_start(person, "beginner-4", LEVEL_B1, 1);
    person_train(person, 1, 2);
    person_sleep(person, 1);
    person_train(person, 1, 2);
    person_sleep(person, 1);
    person_check_in(person, soreness, pain, red_flag);
    return person_today(person);
}

static void test_answers_of_a_strength_day(void **state) {
    (void)state;
    static const struct {
        int soreness, pain;
        const char *row;
        TodayKind kind;
        const char *routine;
        bool strength, gentle;
    } cases[] = {
        {1, 10, "4.1/2", TODAY_FORBIDDEN, NULL, false, false}, {10, 1, "4.1/2", TODAY_FORBIDDEN, NULL, false, false},
        {1, 8, "4.1/3", TODAY_NO_SESSION, NULL, false, false}, {1, 4, "4.1/5", TODAY_SESSION, "b-stretch", false, true},
        {1, 6, "4.1/5", TODAY_SESSION, "b-stretch", false, true}, {7, 2, "4.1/6", TODAY_SESSION, "b-stretch", false, false},
        {5, 2, "4.1/7", TODAY_SESSION, "b-stretch", false, false}, {1, 3, "4.1/8", TODAY_SESSION, "b-full", true, false},
        {4, 2, "4.1/9", TODAY_SESSION, "b-full", true, false}, {2, 2, "4.1/10", TODAY_SESSION, "b-full", true, false},
    };
    for (int i = 0; i < (int)(sizeof cases / sizeof *cases); i++) {
        Person person;
        Decision decision = with_answers(&person, cases[i].soreness, cases[i].pain, ANSWER_NO);
        assert_today(&decision, cases[i].kind, cases[i].row, cases[i].routine, LEVEL_B1);
        assert_int_equal(decision.strength, cases[i].strength);
        assert_int_equal(decision.fit.only_gentle, cases[i].gentle);
        if (cases[i].gentle) assert_string_equal(decision.also, "A short walk, if it eases.");
        if (!strcmp(cases[i].row, "4.1/7")) assert_string_equal(decision.also, "Walk 10 minutes.");
        assert_int_equal(decision.fit.hold_shorter_ms, cases[i].soreness == 7 ? 10000 : 0);
        assert_int_equal(decision.may_strengthen, cases[i].strength);
        assert_int_equal(decision.may_exercise, cases[i].routine != NULL);
        person_free(&person);
    }
}

static void test_a_red_flag_asks_the_screen_and_no_session_that_day(void **state) {
    (void)state;
    Person person;
    Decision decision = with_answers(&person, 1, 1, ANSWER_YES);
    assert_today(&decision, TODAY_SCREEN, "4.1/1", NULL, LEVEL_B1);
    assert_int_equal(decision.action, MORNING_EMERGENCY_CHECK);
    assert_false(decision.may_exercise);
    person_screen(&person, 0);
    decision = person_today(&person);
    assert_today(&decision, TODAY_NO_SESSION, "4.1/1", NULL, LEVEL_B1);
    assert_int_equal(decision.advice, ADVICE_DOCTOR_SOON); // nothing grave was said
    person_sleep(&person, 1);
    decision = person_train(&person, 1, 2);
    assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B1);
    person_free(&person);
}

static void test_doctor_answers_hold_until_cleared(void **state) {
    (void)state;
    for (int question = 1; question <= 12; question++) {
        Person person;
        person_make(&person);
        person_start(&person, "beginner-4", LEVEL_B1, 1);
        person_screen(&person, question);
        person_sleep(&person, 1);
        person_screen(&person, 0); // saying no later does not take it back
        Decision decision = person_train(&person, 1, 1);
        assert_today(&decision, TODAY_FORBIDDEN, question <= 6 ? "5/tier-1" : "5/tier-2", NULL, LEVEL_B1);
        assert_non_null(decision.advice_text);
        assert_false(decision.may_exercise);
        person_write(&person, (Entry){.kind = ENTRY_CLEARED});
        decision = person_today(&person);
        assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B1);
        person_free(&person);
    }
}

static void test_a_ten_holds_until_cleared(void **state) {
    (void)state;
    Person person;
    with_answers(&person, 1, 10, ANSWER_NO);
    person_sleep(&person, 3);
    Decision decision = person_train(&person, 1, 2);
    assert_today(&decision, TODAY_FORBIDDEN, "4.1/2", NULL, LEVEL_B1);
    person_write(&person, (Entry){.kind = ENTRY_CLEARED});
    assert_int_equal(person_today(&person).kind, TODAY_SESSION);
    person_free(&person);
}

static void test_an_unfinished_screen_is_asked_to_its_end(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_PLAN_START, .id = "beginner-4", .on_day = person.now.day, .number = 1});
    Decision decision = person_today(&person);
    assert_today(&decision, TODAY_SCREEN, "5", NULL, LEVEL_B1);
    person_write(&person, (Entry){.kind = ENTRY_SCREEN, .group = 7});
    for (int number = 1; number <= 19; number++) {
        person_write(&person, (Entry){.kind = ENTRY_SAFETY, .group = 7, .number = number, .answer = ANSWER_NO});
    }
    assert_int_equal(person_today(&person).kind, TODAY_SCREEN);
    person_write(&person, (Entry){.kind = ENTRY_SAFETY, .group = 7, .number = 20, .answer = ANSWER_NO});
    assert_int_equal(person_today(&person).kind, TODAY_ASK);
    person_free(&person);
}

static void test_very_sore_is_two_days_without_strength(void **state) {
    (void)state;
    Person person;
    Decision decision = with_answers(&person, 7, 2, ANSWER_NO);
    assert_int_equal(decision.ask_day, person.now.day + 2);
    person_sleep(&person, 1);
    decision = person_train(&person, 2, 2);
    assert_today(&decision, TODAY_SESSION, "4.1/6", "b-stretch", LEVEL_B1);
    assert_int_equal(decision.ask_day, person.now.day + 1);
    person_sleep(&person, 1);
    decision = person_train(&person, 2, 2);
    assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B1); // the day that waited
    assert_int_equal(decision.plan_day, 3);
    person_free(&person);
}

static void test_very_sore_for_three_days_is_for_a_doctor(void **state) {
    (void)state;
    Person person;
    with_answers(&person, 8, 2, ANSWER_NO);
    for (int day = 1; day <= 3; day++) {
        person_sleep(&person, 1);
        Decision decision = person_train(&person, 7, 2);
        assert_int_equal(decision.advice, day < 3 ? ADVICE_NONE : ADVICE_DOCTOR_SOON);
    }
    person_free(&person);
}

static void test_pain_above_usual_for_two_days(void **state) {
    (void)state;
    Person person;
    Decision decision = with_answers(&person, 1, 4, ANSWER_NO);
    assert_today(&decision, TODAY_SESSION, "4.1/5", "b-stretch", LEVEL_B1);
    person_sleep(&person, 1);
    person_check_in(&person, 1, 4, ANSWER_NO);
    decision = person_today(&person);
    assert_today(&decision, TODAY_SESSION, "4.1/4", "b-stretch", LEVEL_B1);
    assert_string_equal(decision.fit.left_out[decision.fit.left_out_count - 1], "supine-twist");
    assert_int_equal(decision.advice, ADVICE_DOCTOR_SOON);
    person_free(&person);
}

static void test_yesterdays_answers_are_asked_again(void **state) {
    (void)state;
    Person person;
    with_answers(&person, 2, 2, ANSWER_NO);
    person_sleep(&person, 1);
    assert_int_equal(person_today(&person).kind, TODAY_ASK);
    person_free(&person);
}

static void test_a_clock_set_back_gives_no_second_session(void **state) {
    (void)state;
    Person person;
    Decision decision = with_answers(&person, 2, 2, ANSWER_NO);
    person_end(&person, person_begin(&person, &decision), OUTCOME_DONE);
    person_sleep(&person, -1);
    decision = person_train(&person, 2, 2);
    assert_false(decision.strength);
    assert_false(decision.may_strengthen);
    person_free(&person);
}

static void test_flying_east_gives_no_strength_within_a_day(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_start(&person, "beginner-4", LEVEL_B1, 1);
    person.now.at_ms += 13 * 3600000; // eight in the evening
    person_train(&person, 1, 2);
    person.now.at_ms += 10 * 3600000;
    person.now.zone_min = 12 * 60;    // where it is the evening of the next day by now
    person.now.day = date_day_at(person.now.at_ms, person.now.zone_min);
    person_train(&person, 1, 2);
    person.now.at_ms += 9 * 3600000;
    person.now.day = date_day_at(person.now.at_ms, person.now.zone_min);
    assert_int_equal(person.now.day, PERSON_FIRST_DAY + 2);
    assert_false(person_train(&person, 1, 2).strength);
    person_free(&person);
}

// The same date twice in a row is not the same day when the clock was set in between.
static void test_answers_of_before_the_clock_was_set_do_not_count(void **state) {
    (void)state;
    Person person;
    with_answers(&person, 2, 2, ANSWER_NO);
    int64_t answered_ms = person.now.at_ms;
    person_sleep(&person, -100);
    person_write(&person, (Entry){.kind = ENTRY_NOTE, .text = "The clock is wrong."});
    person_sleep(&person, 100);
    person.now.at_ms = answered_ms + 60000;
    assert_int_equal(person_today(&person).kind, TODAY_ASK);
    person_free(&person);
}

static Decision hurt_last_time(Person *person, Felt felt, Answer gone) {
    Decision decision = with_answers(person, 2, 2, ANSWER_NO);
    int64_t group = person_begin(person, &decision);
    person_write(person, (Entry){.kind = ENTRY_HURT, .group = group, .id = "squat", .felt = felt, .number = 4});
    if (gone != ANSWER_NONE) person_write(person, (Entry){.kind = ENTRY_LEG, .group = group, .answer = gone});
    person_end(person, group, OUTCOME_LEFT);
    person_sleep(person, 2);
    return person_train(person, 2, 2);
}

static void test_pain_that_went_into_the_leg(void **state) {
    (void)state;
    Person person;
    Decision decision = hurt_last_time(&person, FELT_INTO_LEG, ANSWER_YES);
    assert_today(&decision, TODAY_SESSION, "3.4", "b-stretch", LEVEL_B1); // the day of stretching that was due
    assert_false(decision.may_strengthen);
    person_free(&person);
    for (int answered = 0; answered < 2; answered++) { // not gone, or not said
        decision = hurt_last_time(&person, FELT_INTO_LEG, answered ? ANSWER_NO : ANSWER_NONE);
        assert_today(&decision, TODAY_SCREEN, "4.1/1", NULL, LEVEL_B1);
        if (answered) person_screen(&person, 0);
        else person_write(&person, (Entry){.kind = ENTRY_CLEARED});
        assert_int_equal(person_today(&person).kind, TODAY_SESSION);
        person_free(&person);
    }
}

static void test_the_session_after_it_only_stretches(void **state) {
    (void)state;
    Person person;
    with_answers(&person, 2, 2, ANSWER_NO);
    Decision stretch = {.routine = library_routine(&person.library, text_of("b-stretch"))};
    int64_t group = person_begin(&person, &stretch); // by hand, in place of what was due
    person_write(&person, (Entry){.kind = ENTRY_HURT, .group = group, .id = "ham", .felt = FELT_INTO_LEG});
    person_write(&person, (Entry){.kind = ENTRY_LEG, .group = group, .answer = ANSWER_YES});
    person_end(&person, group, OUTCOME_LEFT);
    person_sleep(&person, 1);
    Decision decision = person_train(&person, 2, 2);
    assert_today(&decision, TODAY_SESSION, "4.2/7", "b-stretch", LEVEL_B1);
    assert_false(decision.may_strengthen);
    person_sleep(&person, 1);
    assert_true(person_train(&person, 2, 2).strength);
    person_free(&person);
}

static void test_chest_pain_holds_until_cleared(void **state) {
    (void)state;
    Person person;
    Decision decision = hurt_last_time(&person, FELT_CHEST, ANSWER_NONE);
    assert_today(&decision, TODAY_FORBIDDEN, "4.2/10", NULL, LEVEL_B1);
    assert_int_equal(decision.advice, ADVICE_EMERGENCY);
    person_write(&person, (Entry){.kind = ENTRY_CLEARED});
    assert_int_equal(person_today(&person).kind, TODAY_SESSION);
    person_free(&person);
}

static void test_strength_by_hand_moves_the_next_one(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_start(&person, "beginner-4", LEVEL_B1, 1);
    person_train(&person, 1, 2);
    person_sleep(&person, 1);
    Decision decision = {.routine = library_routine(&person.library, text_of("short")), .strength = true};
    person_end(&person, person_begin(&person, &decision), OUTCOME_DONE);
    person_sleep(&person, 1);
    decision = person_train(&person, 1, 2);
    assert_today(&decision, TODAY_SESSION, "2", "b-stretch", LEVEL_B1);
    assert_int_equal(decision.ask_day, person.now.day + 1);
    person_sleep(&person, 1);
    decision = person_train(&person, 1, 2);
    assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B1);
    person_free(&person);
}

static void test_a_session_that_was_begun_may_go_on(void **state) {
    (void)state;
    Person person;
    Decision decision = with_answers(&person, 2, 2, ANSWER_NO);
    int64_t group = person_begin(&person, &decision);
    decision = person_today(&person);
    assert_today(&decision, TODAY_SESSION, "4.1/10", "b-full", LEVEL_B1);
    assert_true(decision.may_go_on);
    person_end(&person, group, OUTCOME_LEFT);
    assert_int_equal(person_today(&person).kind, TODAY_DONE);
    person_free(&person);
}

static void test_missed_days_shift(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_start(&person, "beginner-4", LEVEL_B1, 1);
    person_train(&person, 1, 2);
    person_sleep(&person, 3);
    Decision decision = person_train(&person, 1, 2);
    assert_int_equal(decision.plan_day, 2);
    assert_string_equal(decision.routine->id, "b-stretch");
    person_free(&person);
}

static void test_no_plan_and_a_plan_ahead(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    Decision decision = person_today(&person);
    assert_int_equal(decision.kind, TODAY_NO_PLAN);
    assert_true(decision.may_exercise && decision.may_strengthen);
    person_screen(&person, 0);
    person_write(&person, (Entry){.kind = ENTRY_PLAN_START, .id = "beginner-4", .on_day = person.now.day + 3, .number = 1});
    decision = person_today(&person);
    assert_int_equal(decision.kind, TODAY_NOT_YET);
    assert_int_equal(decision.ask_day, person.now.day + 3);
    person_sleep(&person, 3);
    assert_int_equal(person_today(&person).kind, TODAY_ASK);
    person_write(&person, (Entry){.kind = ENTRY_PLAN_STOP, .id = "beginner-4"});
    assert_int_equal(person_today(&person).kind, TODAY_NO_PLAN);
    person_free(&person);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_first_week_as_planned),
        cmocka_unit_test(test_answers_of_a_strength_day),
        cmocka_unit_test(test_a_red_flag_asks_the_screen_and_no_session_that_day),
        cmocka_unit_test(test_doctor_answers_hold_until_cleared),
        cmocka_unit_test(test_a_ten_holds_until_cleared),
        cmocka_unit_test(test_an_unfinished_screen_is_asked_to_its_end),
        cmocka_unit_test(test_very_sore_is_two_days_without_strength),
        cmocka_unit_test(test_very_sore_for_three_days_is_for_a_doctor),
        cmocka_unit_test(test_pain_above_usual_for_two_days),
        cmocka_unit_test(test_yesterdays_answers_are_asked_again),
        cmocka_unit_test(test_a_clock_set_back_gives_no_second_session),
        cmocka_unit_test(test_flying_east_gives_no_strength_within_a_day),
        cmocka_unit_test(test_answers_of_before_the_clock_was_set_do_not_count),
        cmocka_unit_test(test_pain_that_went_into_the_leg),
        cmocka_unit_test(test_the_session_after_it_only_stretches),
        cmocka_unit_test(test_chest_pain_holds_until_cleared),
        cmocka_unit_test(test_strength_by_hand_moves_the_next_one),
        cmocka_unit_test(test_a_session_that_was_begun_may_go_on),
        cmocka_unit_test(test_missed_days_shift),
        cmocka_unit_test(test_no_plan_and_a_plan_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
