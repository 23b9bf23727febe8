// How it went: series, the streak, the plan's days, good news; the finish of a session; and the fit to a body.
#include "coach/person.h"
#include "coach/progress.h"

static Progress progress_of(Person *person) {
    Progress progress;
    coach_progress(&person->arena, &person->diary, &person->library, person->now, &progress);
    return progress;
}

static void begin(Person *person) {
    person_make(person);
    person_start(person, "beginner-4", LEVEL_B1, 1);
}

static void test_nothing_yet(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    Progress progress = progress_of(&person);
    assert_int_equal(progress.days, 1);
    assert_int_equal(progress.weeks, 1);
    assert_int_equal(progress.sessions, 0);
    assert_int_equal(progress.streak, 0);
    assert_int_equal(progress.plan.count, 0);
    assert_true(progress.pain[0] < 0 && progress.pain_at_start < 0);
    assert_null(progress.headline);
    assert_null(progress.expect);
    person_free(&person);
}

static void test_series(void **state) {
    (void)state;
    Person person;
    begin(&person);
    person_train(&person, 3, 5);
    person_sleep(&person, 1);
    person_train(&person, 6, 3);
    person_sleep(&person, 7);
    person_train(&person, 1, 2);
    Progress progress = progress_of(&person);
    assert_int_equal(progress.first_day, PERSON_FIRST_DAY);
    assert_int_equal(progress.days, 9);
    assert_int_equal((int)progress.pain[0], 5);
    assert_int_equal((int)progress.pain[1], 3);
    assert_true(progress.pain[2] < 0);
    assert_int_equal((int)progress.usual[0], 5);
    assert_int_equal((int)progress.usual[1], 3);
    assert_int_equal((int)progress.usual[8], 3);
    assert_int_equal((int)progress.soreness[1], 6);
    assert_int_equal(progress.weeks, 2);
    assert_int_equal((int)progress.minutes[0], 30);
    assert_int_equal((int)progress.minutes[1], 15);
    assert_int_equal((int)progress.level[8], LEVEL_B1);
    assert_int_equal(progress.said_days, 3);
    assert_int_equal(progress.green_days, 2);
    assert_int_equal(progress.sessions, 3);
    person_free(&person);
}

static void test_the_streak_forgives_rest(void **state) {
    (void)state;
    Person person;
    begin(&person);
    for (int day = 0; day < 7; day++) {
        person_train(&person, 2, 2);
        person_sleep(&person, 1);
    }
    assert_int_equal(progress_of(&person).streak, 7); // the seventh was a day of rest, today is not over
    person_check_in(&person, 6, 2, ANSWER_NO); // too sore, and does nothing
    person_sleep(&person, 1);
    assert_int_equal(progress_of(&person).streak, 8);
    for (int i = 0; i < 5; i++) person_write(&person, (Entry){.kind = ENTRY_BREAK, .id = "break-1"});
    person_sleep(&person, 1);
    assert_int_equal(progress_of(&person).streak, 9);
    person_sleep(&person, 1); // a day without anything
    assert_int_equal(progress_of(&person).streak, 0);
    person_train(&person, 2, 2);
    assert_int_equal(progress_of(&person).streak, 1);
    person_free(&person);
}

static void test_the_days_of_the_plan(void **state) {
    (void)state;
    Person person;
    begin(&person);
    person_train(&person, 2, 2);
    person_sleep(&person, 1);
    person_sleep(&person, 1);     // day 2 missed
    person_train(&person, 2, 2);  // and done
    person_sleep(&person, 1);
    person_train(&person, 5, 2);  // day 3 became stretching
    person_sleep(&person, 1);
    Progress progress = progress_of(&person);
    static const DayState states[] = {DAY_DONE, DAY_MISSED, DAY_DONE, DAY_INSTEAD, DAY_TODAY, DAY_AHEAD};
    static const int days[] = {1, 2, 2, 3, 3, 4};
    for (int i = 0; i < 6; i++) {
        assert_int_equal(progress.plan.items[i].state, states[i]);
        assert_int_equal(progress.plan.items[i].plan_day, days[i]);
    }
    assert_int_equal(progress.plan.count, 28 + 2);
    const PlanMark *last = &progress.plan.items[progress.plan.count - 1];
    assert_int_equal(last->plan_day, 28);
    assert_int_equal(last->kind, DAY_REST);
    assert_int_equal(last->level, LEVEL_B4);
    person_free(&person);
}

static void test_good_news(void **state) {
    (void)state;
    static const struct { int before, now; const char *words; } cases[] = {
        {5, 3, "Clearly better: pain went from 5 to 3."}, {3, 2, "Clearly better: pain went from 3 to 2."},
        {6, 5, "Better: pain went from 6 to 5."}, {4, 4, NULL}, {4, 5, NULL},
    };
    for (int i = 0; i < 5; i++) {
        Person person;
        person_make(&person);
        for (int day = 0; day < 14; day++) {
            person_check_in(&person, 1, day < 7 ? cases[i].before : cases[i].now, ANSWER_NO);
            person_sleep(&person, day < 13);
        }
        Progress progress = progress_of(&person);
        if (cases[i].words) assert_string_equal(progress.headline, cases[i].words);
        else assert_null(progress.headline);
        assert_int_equal((int)progress.pain_at_start, cases[i].before);
        person_free(&person);
    }
}

static void test_checks_and_the_task(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    Progress progress = progress_of(&person);
    assert_int_equal(progress.checks[CHECK_C4].now.group, 0);
    assert_int_equal(progress.task_now, -1);
    for (int round = 1; round <= 2; round++) {
        person_write(&person, (Entry){.kind = ENTRY_CHECK, .group = round, .id = "C4", .other = "fist",
                                      .answer = round == 1 ? ANSWER_YES : ANSWER_NO});
        person_sleep(&person, 14);
    }
    person_write(&person, (Entry){.kind = ENTRY_TASK, .text = "tie my shoes"});
    person_write(&person, (Entry){.kind = ENTRY_EASE, .number = 3});
    person_write(&person, (Entry){.kind = ENTRY_EASE, .number = 6});
    progress = progress_of(&person);
    assert_int_equal(progress.checks[CHECK_C4].before.answer, ANSWER_YES);
    assert_int_equal(progress.checks[CHECK_C4].now.answer, ANSWER_NO);
    assert_int_equal(progress.checks[CHECK_C4].now.day, PERSON_FIRST_DAY + 14);
    assert_string_equal(progress.task, "tie my shoes");
    assert_int_equal(progress.task_before, 3);
    assert_int_equal(progress.task_now, 6);
    person_free(&person);
}

static void test_what_to_expect(void **state) {
    (void)state;
    static const struct { int day; const char *words; } cases[] = {
        {0, "A little sore is fine. Aim for 3 or 4."}, {2, "A little sore is fine. Aim for 3 or 4."},
        {3, "Keep it gentle. Consistency wins."}, {7, "Holds get longer now, and balance steadier."},
        {14, "This is when results usually show."}, {34, "This is when results usually show."},
        {35, "It is time to ask a professional."},
    };
    Person person;
    begin(&person);
    assert_null(person_today(&person).expect);
    person_train(&person, 2, 2);
    int day = 0;
    for (int i = 0; i < 7; i++) {
        person_sleep(&person, cases[i].day - day);
        day = cases[i].day;
        assert_string_equal(person_today(&person).expect, cases[i].words);
    }
    person_free(&person);
}

// --- The end of a session

static void test_the_finish_says_what_comes_next(void **state) {
    (void)state;
    Person person;
    begin(&person);
    person_train(&person, 2, 2);
    Finish finish = coach_after_session(&person.arena, &person.diary, &person.library, person.now);
    assert_int_equal(finish.next_day, person.now.day + 1);
    assert_int_equal(finish.next_kind, DAY_STRETCH);
    assert_string_equal(finish.next_name, library_routine(&person.library, text_of("b-stretch"))->name);
    assert_int_equal(finish.sessions, 1);
    assert_non_null(finish.praise);
    for (int day = 1; day < 6; day++) {
        person_sleep(&person, 1);
        person_train(&person, 2, 2);
    }
    finish = coach_after_session(&person.arena, &person.diary, &person.library, person.now);
    assert_int_equal(finish.next_day, person.now.day + 2); // tomorrow is a day of rest
    assert_int_equal(finish.next_kind, DAY_STRENGTH);
    person_free(&person);
}

static void test_the_week_so_far(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    assert_null(coach_next_level(&person.arena, &person.diary, &person.library, person.now).row);
    person_start(&person, "beginner-4", LEVEL_B1, 1);
    for (int day = 0; day < 4; day++) {
        person_train(&person, 2, 2);
        person_sleep(&person, 1);
    }
    NextLevel next = coach_next_level(&person.arena, &person.diary, &person.library, person.now);
    assert_int_equal(next.done, 2);
    assert_int_equal(next.planned, 3);
    assert_int_equal(next.level, LEVEL_B1);
    assert_int_equal(next.next, LEVEL_B2);
    assert_string_equal(next.row, "4.6/1");
    person_check_in(&person, 7, 2, ANSWER_NO);
    next = coach_next_level(&person.arena, &person.diary, &person.library, person.now);
    assert_int_equal(next.next, LEVEL_B1);
    person_free(&person);
}

static void test_what_is_felt_in_a_session(void **state) {
    (void)state;
    Person person;
    begin(&person);
    person_check_in(&person, 2, 2, ANSWER_NO);
    Decision decision = person_today(&person);
    int64_t group = person_begin(&person, &decision);
    static const struct { const char *move; During what; } felt[] = {
        {"squat", DURING_OFFER_EASIER}, {"squat", DURING_SKIP}, {"clam", DURING_END_STRENGTH}};
    for (int i = 0; i < 3; i++) {
        Entry hurt = {.kind = ENTRY_HURT, .group = group, .id = felt[i].move, .felt = FELT_PAIN, .number = 4};
        During before = coach_felt(&person.arena, &person.diary, &person.library, person.now, &hurt).what;
        person_write(&person, hurt);
        const Entry *written = &person.diary.entries.items[person.diary.entries.count - 1];
        assert_int_equal(before, felt[i].what);
        assert_int_equal(coach_felt(&person.arena, &person.diary, &person.library, person.now, written).what, before);
    }
    person_free(&person);
}

// What was felt is on the disk before how much is asked: said in two entries, it is one feeling.
static void test_how_much_belongs_to_what_was_felt(void **state) {
    (void)state;
    Person person;
    begin(&person);
    person_check_in(&person, 2, 2, ANSWER_NO);
    Decision decision = person_today(&person);
    Entry hurt = {.kind = ENTRY_HURT, .group = person_begin(&person, &decision), .id = "squat", .felt = FELT_WORK};
    assert_int_equal(coach_felt(&person.arena, &person.diary, &person.library, person.now, &hurt).what, DURING_EASIER_NEXT);
    person_write(&person, hurt);
    hurt.number = 3;
    assert_int_equal(coach_felt(&person.arena, &person.diary, &person.library, person.now, &hurt).what, DURING_GO_ON);
    person_write(&person, hurt);
    hurt.felt = FELT_PAIN; // something else, and the first of its kind
    assert_int_equal(coach_felt(&person.arena, &person.diary, &person.library, person.now, &hurt).what, DURING_OFFER_EASIER);
    person_free(&person);
}

// --- The fit

static void hurt_in_session(Person *person, const char *move) {
    Decision decision = {.routine = library_routine(&person->library, text_of("b-stretch"))};
    int64_t group = person_begin(person, &decision);
    person_write(person, (Entry){.kind = ENTRY_STEP, .group = group, .number = 1, .id = move, .outcome = OUTCOME_LEFT});
    person_write(person, (Entry){.kind = ENTRY_HURT, .group = group, .id = move, .felt = FELT_SHARP, .number = 5});
    person_end(person, group, OUTCOME_DONE);
    person_sleep(person, 1);
}

static void test_what_hurt_is_easier_and_then_another(void **state) {
    (void)state;
    Person person;
    begin(&person);
    for (int times = 1; times <= 3; times++) {
        hurt_in_session(&person, "pigeon-wall");
        person_check_in(&person, 2, 2, ANSWER_NO);
        Fit fit = person_today(&person).fit;
        assert_int_equal(fit.easier_count, times < 3);
        assert_int_equal(fit.hurt_count, times == 3);
        if (times < 3) assert_int_equal(fit.easier[0].steps, times);
        assert_string_equal(times < 3 ? fit.easier[0].move : fit.hurt[0], "pigeon-wall");
    }
    Decision decision = {.routine = library_routine(&person.library, text_of("b-stretch"))};
    int64_t group = person_begin(&person, &decision);
    person_write(&person, (Entry){.kind = ENTRY_STEP, .group = group, .id = "clam", .outcome = OUTCOME_SWAPPED, .other = "pigeon-wall"});
    person_end(&person, group, OUTCOME_DONE);
    person_sleep(&person, 1);
    person_check_in(&person, 2, 2, ANSWER_NO);
    Fit fit = person_today(&person).fit;
    assert_int_equal(fit.easier_count + fit.hurt_count, 0); // went well in its other form: tried again
    person_free(&person);
}

static void test_sides_tags_and_turns(void **state) {
    (void)state;
    static const struct { const char *check, *part; Body body; Answer answer; int number; } told[] = {
        {"C1", "one-leg", BODY_RIGHT, ANSWER_YES, 28}, {"C1", "one-leg", BODY_LEFT, ANSWER_YES, 22},
        {"C3", "knee", BODY_RIGHT, ANSWER_YES, 0}, {"C3", "knee", BODY_LEFT, ANSWER_NO, 0},
        {"C2", "thigh", BODY_RIGHT, ANSWER_NO, 0}, {"C2", "thigh", BODY_LEFT, ANSWER_YES, 0},
        {"C6", "bent", BODY_RIGHT, ANSWER_YES, 0}, {"C6", "bent", BODY_LEFT, ANSWER_YES, 0}};
    Person person;
    begin(&person);
    for (int i = 0; i < 8; i++) {
        person_write(&person, (Entry){.kind = ENTRY_CHECK, .group = 1, .id = told[i].check, .other = told[i].part,
                                      .body = told[i].body, .answer = told[i].answer, .number = told[i].number});
    }
    person_write(&person, (Entry){.kind = ENTRY_TAG, .id = "knee-kneel", .answer = ANSWER_YES});
    Fit first = person_train(&person, 2, 2).fit;
    assert_int_equal(first.first, RIGHT);
    assert_int_equal(first.weaker, FIT_LEFT);
    assert_int_equal(first.tighter[FIT_SEAT], FIT_RIGHT);
    assert_int_equal(first.tighter[FIT_HIP_FRONT], FIT_LEFT);
    assert_int_equal(first.tighter[FIT_THIGH_BACK], FIT_NO_SIDE); // both
    assert_int_equal(first.skip, fit_tag(text_of("knee-kneel")));
    person_sleep(&person, 1);
    assert_int_equal(person_train(&person, 2, 2).fit.first, LEFT);
    person_free(&person);
}

static const Step *step_at(const Routine *routine, int section, int step) {
    return &routine->sections.items[section].steps.items[step];
}

static bool has_slot(const Routine *routine, const char *slot) {
    for (int i = 0; i < routine->sections.count; i++) {
        for (int j = 0; j < routine->sections.items[i].steps.count; j++) {
            const Step *step = step_at(routine, i, j);
            if (step->kind == STEP_SLOT && !strcmp(step->ladder->id, slot)) return true;
        }
    }
    return false;
}

static void test_slots_that_checks_add(void **state) {
    (void)state;
    static const struct { const char *check, *part; bool c1; } cases[] = {
        {"C6", "bent"}, {"C7", "heel"}, {"C3", "knee"}, {"C3", "knee", true}};
    for (int i = 0; i < 4; i++) {
        Person person;
        person_make(&person);
        person_write(&person, (Entry){.kind = ENTRY_CHECK, .group = 1, .id = cases[i].check, .other = cases[i].part,
                                      .body = BODY_RIGHT, .answer = ANSWER_YES});
        if (cases[i].c1) {
            person_write(&person, (Entry){.kind = ENTRY_CHECK, .group = 1, .id = "C1", .other = "both-legs",
                                          .answer = ANSWER_YES, .number = 10});
        }
        person_start(&person, "focus-tilt", LEVEL_B1, 1);
        Decision full = person_train(&person, 2, 2);
        person_sleep(&person, 1);
        Decision stretch = person_train(&person, 2, 2);
        assert_string_equal(stretch.routine->id, "tilt-stretch");
        assert_int_equal(has_slot(stretch.routine, "ham"), i == 0); // every stretch day
        assert_false(has_slot(full.routine, "ham"));
        assert_int_equal(has_slot(full.routine, "ankle") && has_slot(stretch.routine, "calf"), i == 1); // every session
        assert_int_equal(full.routine->sections.items[0].group == GROUP_RELEASE, i >= 2);
        assert_int_equal(stretch.routine->sections.items[0].group == GROUP_RELEASE, i == 2);
        if (i >= 2) {
            assert_string_equal(step_at(full.routine, 0, 0)->ladder->id, "roll-glute");
            assert_true(has_slot(full.routine, "glute1") && has_slot(full.routine, "bridge"));
        }
        if (i == 2) assert_true(has_slot(stretch.routine, "glute1") && has_slot(stretch.routine, "glute2"));
        if (i == 3) assert_true(has_slot(full.routine, "clam"));
        const Routine *shipped = library_routine(&person.library, text_of("tilt-full"));
        assert_false(has_slot(shipped, "ankle") || has_slot(shipped, "glute1")); // it stays as it was
        person_free(&person);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_yet),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_the_streak_forgives_rest),
        cmocka_unit_test(test_the_days_of_the_plan),
        cmocka_unit_test(test_good_news),
        cmocka_unit_test(test_checks_and_the_task),
        cmocka_unit_test(test_what_to_expect),
        cmocka_unit_test(test_the_finish_says_what_comes_next),
        cmocka_unit_test(test_the_week_so_far),
        cmocka_unit_test(test_what_is_felt_in_a_session),
        cmocka_unit_test(test_how_much_belongs_to_what_was_felt),
        cmocka_unit_test(test_what_hurt_is_easier_and_then_another),
        cmocka_unit_test(test_sides_tags_and_turns),
        cmocka_unit_test(test_slots_that_checks_add),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
