// A plan over its weeks: up, once more, down, breaks, fever, pain that rises, and what follows when it is done.
#include "coach/person.h"
#include "coach/proposal.h"

#include "session/session.h"

// A week of the plan with these numbers on the morning of each day; sleeps to the next morning after each.
static void live_week(Person *person, int soreness, int pain) {
    for (int day = 0; day < 7; day++) {
        person_train(person, soreness, pain);
        person_sleep(person, 1);
    }
}

static Decision morning(Person *person, int soreness, int pain) {
    person_check_in(person, soreness, pain, ANSWER_NO);
    return person_today(person);
}

static void begin(Person *person, const char *plan) {
    person_make(person);
    person_start(person, plan, LEVEL_B1, 1);
}

static void assert_step(Person *person, const char *row, Level level, int plan_day) {
    Decision decision = morning(person, 2, 2);
    assert_non_null(decision.step.row);
    assert_string_equal(decision.step.row, row);
    assert_non_null(decision.step.words);
    assert_int_equal(decision.planned_level, level);
    assert_int_equal(decision.plan_day, plan_day);
}

static void test_good_weeks_go_up_to_the_end(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    for (int week = 1; week < 4; week++) {
        live_week(&person, 3, 2);
        assert_step(&person, "4.6/1", (Level)week, week * 7 + 1);
    }
    live_week(&person, 3, 2);
    Decision decision = person_today(&person);
    assert_int_equal(decision.kind, TODAY_PLAN_OVER);
    Proposal proposal = coach_proposal(&person.arena, &person.diary, &person.library, person.now, true);
    assert_string_equal(proposal.plan->id, "beginner-4"); // C1 was never shown: the gate is closed
    assert_int_equal(proposal.plan_day, 22);
    assert_int_equal(proposal.level, LEVEL_B4);
    assert_false(proposal.gate.is_open);
    assert_true(proposal.gate.conditions[0].holds);
    assert_false(proposal.gate.conditions[1].holds);
    person_free(&person);
}

static void test_an_amber_morning_repeats_the_week_and_two_step_back(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    live_week(&person, 3, 2);
    for (int day = 0; day < 7; day++) {
        person_train(&person, day == 3 ? 5 : 3, 2);
        person_sleep(&person, 1);
    }
    assert_step(&person, "4.6/2", LEVEL_B2, 8);
    for (int day = 0; day < 7; day++) {
        person_train(&person, day == 1 || day == 3 ? 5 : 3, 2);
        person_sleep(&person, 1);
    }
    assert_step(&person, "4.6/3", LEVEL_B1, 1);
    person_free(&person);
}

static void test_an_unanswered_morning_raises_nothing(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    for (int day = 0; day < 7; day++) {
        if (day != 5) person_train(&person, 2, 2);
        else { // trains by hand, without a word, on the morning after the last full session
            Decision decision = {.routine = library_routine(&person.library, text_of("b-stretch"))};
            person_end(&person, person_begin(&person, &decision), OUTCOME_DONE);
        }
        person_sleep(&person, 1);
    }
    assert_step(&person, "4.6/0", LEVEL_B1, 1);
    person_free(&person);
}

static void test_sessions_that_were_left_raise_nothing(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    for (int day = 0; day < 7; day++) {
        Decision decision = morning(&person, 2, 2);
        bool whole = day == 0 || day % 2;
        if (decision.kind == TODAY_SESSION) person_end(&person, person_begin(&person, &decision), whole ? OUTCOME_DONE : OUTCOME_LEFT);
        person_sleep(&person, 1);
    }
    assert_step(&person, "4.6/0", LEVEL_B1, 1);
    person_free(&person);
}

static void test_something_that_hurt_raises_nothing(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    for (int day = 0; day < 7; day++) {
        Decision decision = morning(&person, 2, 2);
        if (decision.kind == TODAY_SESSION) {
            int64_t group = person_begin(&person, &decision);
            if (day == 4) person_write(&person, (Entry){.kind = ENTRY_HURT, .group = group, .id = "clam", .felt = FELT_WORK, .number = 6});
            person_end(&person, group, OUTCOME_DONE);
        }
        person_sleep(&person, 1);
    }
    assert_step(&person, "4.6/0", LEVEL_B1, 1);
    person_free(&person);
}

// At B3, on the first day of its week.
static void at_b3(Person *person) {
    begin(person, "beginner-4");
    live_week(person, 3, 2);
    live_week(person, 3, 2);
}

static void test_breaks(void **state) {
    (void)state;
    static const struct { int days; Level planned, today; const char *row; } cases[] = {
        {2, LEVEL_B3, LEVEL_B3, "4.1/10"}, {3, LEVEL_B3, LEVEL_B2, "4.6/4"}, {6, LEVEL_B3, LEVEL_B2, "4.6/4"},
        {7, LEVEL_B1, LEVEL_B1, "4.1/10"}, {30, LEVEL_B1, LEVEL_B1, "4.1/10"},
    };
    for (int i = 0; i < 5; i++) {
        Person person;
        at_b3(&person);
        person_sleep(&person, cases[i].days);
        Decision decision = morning(&person, 2, 2);
        assert_int_equal(decision.planned_level, cases[i].planned);
        assert_int_equal(decision.level, cases[i].today);
        assert_string_equal(decision.row, cases[i].row);
        assert_true(decision.strength);
        if (cases[i].today == LEVEL_B2) { // only the first session
            person_end(&person, person_begin(&person, &decision), OUTCOME_DONE);
            person_sleep(&person, 1);
            person_train(&person, 2, 2);
            person_sleep(&person, 1);
            assert_int_equal(morning(&person, 2, 2).level, LEVEL_B3);
        }
        person_free(&person);
    }
}

static void test_after_a_break_stretching_does_not_count_as_the_first_session(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    person_train(&person, 2, 2);
    person_sleep(&person, 5); // a day of stretching is due
    Decision decision = person_train(&person, 2, 2);
    assert_int_equal(decision.level, LEVEL_B2);
    assert_false(decision.strength);
    person_sleep(&person, 1);
    decision = person_train(&person, 2, 2);
    assert_true(decision.strength);
    assert_int_equal(decision.level, LEVEL_B2);
    person_free(&person);
}

static void test_a_break_between_two_plans(void **state) {
    (void)state;
    static const struct { int days; Level level; } cases[] = {{1, LEVEL_B3}, {5, LEVEL_B2}, {20, LEVEL_B1}};
    for (int i = 0; i < 3; i++) {
        Person person;
        at_b3(&person);
        person_train(&person, 2, 2);
        person_write(&person, (Entry){.kind = ENTRY_PLAN_STOP, .id = "beginner-4"});
        person_sleep(&person, cases[i].days + 1);
        person_start(&person, "beginner-4", LEVEL_B3, 15);
        assert_int_equal(morning(&person, 2, 2).level, cases[i].level);
        person_free(&person);
    }
}

// A clock that is set back, and put right weeks later, cannot tell how many days were missed: the calendar's count lowers.
static void test_days_that_only_the_calendar_saw(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    person_train(&person, 2, 2);
    person_sleep(&person, -40);
    person_check_in(&person, 2, 2, ANSWER_NO);
    person_sleep(&person, 60); // twenty days after the last session
    assert_int_equal(morning(&person, 2, 2).level, LEVEL_B1);
    person_free(&person);
}

static void test_a_break_with_sore_days_is_none(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    for (int day = 0; day < 5; day++) {
        Decision decision = morning(&person, 6, 2);
        assert_string_equal(decision.row, "4.1/7");
        person_sleep(&person, 1);
    }
    assert_int_equal(morning(&person, 2, 2).level, LEVEL_B3);
    person_free(&person);
}

static void test_fever(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    person_write(&person, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_YES});
    assert_int_equal(morning(&person, 2, 2).kind, TODAY_FEVER);
    person_sleep(&person, 9);
    assert_int_equal(morning(&person, 2, 2).kind, TODAY_FEVER);
    person_write(&person, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_NO});
    person_sleep(&person, 1);
    assert_int_equal(morning(&person, 2, 2).kind, TODAY_FEVER);
    person_sleep(&person, 1);
    person.now.at_ms -= 3600000; // an hour short of two days
    assert_int_equal(morning(&person, 2, 2).kind, TODAY_FEVER);
    person_sleep(&person, 1);
    Decision decision = morning(&person, 2, 2);
    assert_int_equal(decision.kind, TODAY_SESSION);
    assert_int_equal(decision.planned_level, LEVEL_B1); // two levels down, not more for the days that were missed
    person_free(&person);
}

static void test_pain_that_rose_after_a_session(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    Decision decision = morning(&person, 2, 2);
    int64_t group = person_begin(&person, &decision);
    person_write(&person, (Entry){.kind = ENTRY_STEP, .group = group, .number = 1, .id = "squat"});
    person_end(&person, group, OUTCOME_DONE);
    person_sleep(&person, 1);
    decision = person_train(&person, 2, 4);
    assert_string_equal(decision.after.row, "4.3/5");
    assert_string_equal(decision.row, "4.1/5");
    person_sleep(&person, 1);
    decision = morning(&person, 2, 2);
    assert_true(decision.strength);
    assert_int_equal(decision.level, LEVEL_B2); // the next full session, at the level of the plan less one
    assert_int_equal(decision.planned_level, LEVEL_B3);
    person_free(&person);
}

static void test_pain_that_rose_leaves_out_what_came_last(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    Decision decision = morning(&person, 2, 2);
    int64_t group = person_begin(&person, &decision);
    person_write(&person, (Entry){.kind = ENTRY_STEP, .group = group, .number = 1, .id = "squat"});
    person_end(&person, group, OUTCOME_DONE);
    person_sleep(&person, 1);
    morning(&person, 2, 4); // and rests
    person_sleep(&person, 1);
    person_train(&person, 2, 2); // the stretching that was due
    person_sleep(&person, 1);
    decision = morning(&person, 2, 2);
    assert_true(decision.strength);
    assert_int_equal(decision.level, LEVEL_B2);
    assert_int_equal(decision.fit.left_out_count, 1);
    assert_string_equal(decision.fit.left_out[0], "squat");
    person_free(&person);
}

static void test_very_sore_makes_the_next_session_a_level_lower(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    person_train(&person, 2, 2);
    person_sleep(&person, 1);
    person_train(&person, 7, 2);
    person_sleep(&person, 1);
    assert_false(person_train(&person, 2, 2).strength);
    person_sleep(&person, 1);
    Decision decision = person_train(&person, 2, 2);
    assert_true(decision.strength);
    assert_int_equal(decision.level, LEVEL_B2);
    assert_string_equal(decision.row, "4.3/3");
    person_free(&person);
}

static void test_pain_of_weeks(void **state) {
    (void)state;
    Person person;
    begin(&person, "beginner-4");
    live_week(&person, 2, 2);
    live_week(&person, 2, 4);
    Decision decision = morning(&person, 2, 4);
    assert_string_equal(decision.week.row, "4.4/3");
    assert_int_equal(decision.level, LEVEL_B1);
    live_week(&person, 2, 4);
    decision = morning(&person, 2, 4);
    assert_string_equal(decision.week.row, "4.4/4"); // two weeks in a row two above the first
    assert_int_equal(decision.advice, ADVICE_DOCTOR_SOON);
    assert_false(decision.strength || decision.may_strengthen);
    assert_true(decision.may_exercise);
    person_write(&person, (Entry){.kind = ENTRY_CLEARED});
    person_sleep(&person, 2);
    assert_true(morning(&person, 2, 4).may_strengthen);
    person_free(&person);
}

static void test_overwhelmed(void **state) {
    (void)state;
    Person person;
    at_b3(&person);
    person_write(&person, (Entry){.kind = ENTRY_OVERWHELMED});
    Decision decision = morning(&person, 2, 2);
    assert_string_equal(decision.row, "4.4/4");
    assert_false(decision.strength);
    assert_int_equal(decision.advice, ADVICE_DOCTOR_SOON);
    person_sleep(&person, 10);
    assert_false(morning(&person, 2, 2).strength);
    person_write(&person, (Entry){.kind = ENTRY_CLEARED});
    assert_true(person_today(&person).strength);
    person_free(&person);
}

static void test_no_change_in_four_weeks_is_for_a_professional(void **state) {
    (void)state;
    for (int eased = 0; eased < 2; eased++) {
        Person person;
        begin(&person, "beginner-4");
        person_write(&person, (Entry){.kind = ENTRY_TASK, .text = "tie my shoes"});
        person_write(&person, (Entry){.kind = ENTRY_EASE, .number = 3});
        for (int week = 0; week < 4; week++) live_week(&person, 2, 3);
        person_write(&person, (Entry){.kind = ENTRY_EASE, .number = eased ? 5 : 4});
        assert_int_equal(morning(&person, 2, 3).advice, eased ? ADVICE_NONE : ADVICE_PROFESSIONAL);
        person_free(&person);
    }
}

// --- The gate, and plans

static void pass_c1(Person *person) {
    static const struct { const char *part; Body body; Answer answer; int number; } told[] = {
        {"both-legs", BODY_WHOLE, ANSWER_YES, 30}, {"one-leg", BODY_RIGHT, ANSWER_YES, 25},
        {"one-leg", BODY_LEFT, ANSWER_YES, 25}, {"felt", BODY_WHOLE, ANSWER_NO, 0}};
    for (int i = 0; i < 4; i++) {
        person_write(person, (Entry){.kind = ENTRY_CHECK, .group = 1, .id = "C1", .other = told[i].part, .body = told[i].body,
                                     .answer = told[i].answer, .number = told[i].number});
    }
}

static void test_the_gate(void **state) {
    (void)state;
    for (int missing = 0; missing <= 5; missing++) {
        Person person;
        person_make(&person);
        person_write(&person, (Entry){.kind = ENTRY_TRAINING, .answer = missing == 1 ? ANSWER_NO : ANSWER_YES});
        if (missing != 2) pass_c1(&person);
        if (missing == 5) {
            person_start(&person, "beginner-4", LEVEL_B1, 1);
            person_train(&person, 2, 3);
            person_sleep(&person, 1);
            person_check_in(&person, 5, 3, ANSWER_NO);
            person_sleep(&person, 1);
        }
        person_screen(&person, 0);
        if (missing == 4) person_write(&person, (Entry){.kind = ENTRY_TAG, .id = "shoulder-load", .answer = ANSWER_YES});
        person_check_in(&person, 2, missing == 3 ? 5 : 3, ANSWER_NO);
        Proposal proposal = coach_proposal(&person.arena, &person.diary, &person.library, person.now, true);
        assert_int_equal(proposal.gate.is_open, missing == 0);
        for (int i = 0; i < GATE_CONDITIONS; i++) assert_int_equal(proposal.gate.conditions[i].holds, i + 1 != missing);
        assert_string_equal(proposal.plan->id, missing ? "beginner-4" : "advanced-4");
        person_write(&person, (Entry){.kind = ENTRY_PLAN_START, .id = "advanced-4", .level = LEVEL_A1,
                                      .on_day = person.now.day, .number = 1}); // whatever was proposed
        Decision decision = person_today(&person);
        assert_int_equal(decision.planned_level, missing ? LEVEL_B1 : LEVEL_A1);
        assert_string_equal(decision.plan->id, missing ? "beginner-4" : "advanced-4");
        person_free(&person);
    }
}

static void test_tier_three_begins_at_b1(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_TRAINING, .answer = ANSWER_YES});
    pass_c1(&person);
    person_check_in(&person, 1, 1, ANSWER_NO);
    person_screen(&person, 14);
    person_write(&person, (Entry){.kind = ENTRY_PLAN_START, .id = "focus-desk", .level = LEVEL_A1, .on_day = person.now.day, .number = 1});
    assert_int_equal(person_today(&person).planned_level, LEVEL_B1);
    person_free(&person);
}

static void test_nobody_begins_above_what_was_earned(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_start(&person, "beginner-4", LEVEL_B4, 22);
    assert_int_equal(person_today(&person).planned_level, LEVEL_B1);
    person_free(&person);
    begin(&person, "beginner-2");
    live_week(&person, 2, 2);
    live_week(&person, 2, 2);
    Proposal proposal = coach_proposal(&person.arena, &person.diary, &person.library, person.now, false);
    assert_string_equal(proposal.plan->id, "beginner-4");
    assert_int_equal(proposal.plan_day, 15);
    assert_int_equal(proposal.level, LEVEL_B3);
    person_start(&person, "beginner-4", proposal.level, proposal.plan_day);
    Decision decision = morning(&person, 2, 2);
    assert_int_equal(decision.planned_level, LEVEL_B3);
    assert_int_equal(decision.plan_day, 15);
    person_free(&person);
}

static void test_a_plan_for_beginners_leads_to_no_advanced_level(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_TRAINING, .answer = ANSWER_YES});
    pass_c1(&person);
    person_check_in(&person, 1, 2, ANSWER_NO);
    person_start(&person, "beginner-4", LEVEL_A1, 1); // the gate is open, the plan has no such level
    assert_int_equal(person_today(&person).planned_level, LEVEL_B1);
    for (int week = 0; week < 4; week++) live_week(&person, 2, 2);
    Proposal open = coach_proposal(&person.arena, &person.diary, &person.library, person.now, false);
    assert_string_equal(open.plan->id, "advanced-4");
    assert_int_equal(open.level, LEVEL_A1);
    person_write(&person, (Entry){.kind = ENTRY_TAG, .id = "shoulder-load", .answer = ANSWER_YES});
    Proposal closed = coach_proposal(&person.arena, &person.diary, &person.library, person.now, true);
    assert_string_equal(closed.plan->id, "beginner-4");
    assert_int_equal(closed.level, LEVEL_B4);
    person_free(&person);
}

static void test_below_the_advanced_levels_one_does_what_beginners_do(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_TRAINING, .answer = ANSWER_YES});
    pass_c1(&person);
    person_check_in(&person, 1, 3, ANSWER_NO);
    person_start(&person, "advanced-4", LEVEL_A1, 1);
    Decision decision = person_train(&person, 1, 3);
    assert_string_equal(decision.routine->id, "a-full-1");
    person_sleep(&person, 1);
    person_train(&person, 1, 3);
    person_sleep(&person, 1);
    decision = morning(&person, 1, 4); // one level easier: B4
    assert_int_equal(decision.level, LEVEL_B4);
    assert_string_equal(decision.routine->id, "b-full");
    person_free(&person);
}

// How many exercises the session has with weights.
static int loads(Person *person, const Decision *decision) {
    SessionOptions options = {.level = decision->level, .library = &person->library, .fit = decision->fit};
    Session session;
    Error error = {""};
    if (!session_compile(&person->arena, decision->routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    int count = 0;
    for (int i = 0; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        const char *variant = segment->kind == SEGMENT_WORK ? segment->move->variant : NULL;
        count += variant && !strcmp(variant, "load");
    }
    return count;
}

static void test_weights_come_after_two_green_mornings_at_the_level(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_TRAINING, .answer = ANSWER_YES});
    pass_c1(&person);
    person_check_in(&person, 1, 2, ANSWER_NO);
    person_start(&person, "advanced-4", LEVEL_A1, 1);
    live_week(&person, 2, 2);
    live_week(&person, 2, 2);
    int seen[3];
    for (int day = 0; day < 5; day++) {
        Decision decision = morning(&person, 2, 2);
        assert_int_equal(decision.level, LEVEL_A3);
        if (day % 2 == 0) seen[day / 2] = loads(&person, &decision);
        person_end(&person, person_begin(&person, &decision), OUTCOME_DONE);
        person_sleep(&person, 1);
    }
    assert_int_equal(seen[0] + seen[1], 0);
    assert_true(seen[2] > 0);
    person_free(&person);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_weeks_go_up_to_the_end),
        cmocka_unit_test(test_an_amber_morning_repeats_the_week_and_two_step_back),
        cmocka_unit_test(test_an_unanswered_morning_raises_nothing),
        cmocka_unit_test(test_sessions_that_were_left_raise_nothing),
        cmocka_unit_test(test_something_that_hurt_raises_nothing),
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_after_a_break_stretching_does_not_count_as_the_first_session),
        cmocka_unit_test(test_a_break_between_two_plans),
        cmocka_unit_test(test_days_that_only_the_calendar_saw),
        cmocka_unit_test(test_a_break_with_sore_days_is_none),
        cmocka_unit_test(test_fever),
        cmocka_unit_test(test_pain_that_rose_after_a_session),
        cmocka_unit_test(test_pain_that_rose_leaves_out_what_came_last),
        cmocka_unit_test(test_very_sore_makes_the_next_session_a_level_lower),
        cmocka_unit_test(test_pain_of_weeks),
        cmocka_unit_test(test_overwhelmed),
        cmocka_unit_test(test_no_change_in_four_weeks_is_for_a_professional),
        cmocka_unit_test(test_the_gate),
        cmocka_unit_test(test_tier_three_begins_at_b1),
        cmocka_unit_test(test_nobody_begins_above_what_was_earned),
        cmocka_unit_test(test_a_plan_for_beginners_leads_to_no_advanced_level),
        cmocka_unit_test(test_weights_come_after_two_green_mornings_at_the_level),
        cmocka_unit_test(test_below_the_advanced_levels_one_does_what_beginners_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
