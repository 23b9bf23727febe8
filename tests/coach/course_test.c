// A diary read day by day: clocks that are set, zones, the usual pain.
#include "coach/course.h"
#include "coach/person.h"

static Course course_of(Person *person) {
    Course course;
    course_read(&person->arena, &person->diary, &person->library, person->now, &course);
    return course;
}

static void say(Person *person, int pain) {
    person_check_in(person, 1, pain, ANSWER_NO);
}

static void test_days_pass_with_the_calendar(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    say(&person, 2);
    person_sleep(&person, 1);
    say(&person, 3);
    person_sleep(&person, 5);
    Course course = course_of(&person);
    assert_int_equal(course.days.count, 7);
    assert_int_equal(course.days.items[1].pain, 3);
    assert_int_equal(course.days.items[2].pain, 0);
    assert_int_equal(course.days.items[6].day, PERSON_FIRST_DAY + 6);
    person_free(&person);
}

static void test_usual_pain_is_the_lower_median_of_seven_mornings_before(void **state) {
    (void)state;
    static const int pains[] = {9, 3, 2, 5, 4, 1, 6, 2, 7}, usual[] = {0, 9, 3, 3, 3, 4, 3, 4, 3};
    Person person;
    person_make(&person);
    for (int i = 0; i < 9; i++) {
        say(&person, pains[i]);
        assert_int_equal(course_of(&person).days.items[i].usual, usual[i]);
        person_sleep(&person, 1);
    }
    person_free(&person);
}

static int days_passed(Person *person) {
    return course_of(person).days.count - 1;
}

static void test_a_clock_set_back_stops_the_count(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    say(&person, 2);
    person_sleep(&person, 10);
    say(&person, 2);
    assert_int_equal(days_passed(&person), 10);
    person_sleep(&person, -10); // back to the first day, for good
    say(&person, 2);
    assert_int_equal(days_passed(&person), 10);
    person_sleep(&person, 1);
    say(&person, 2);
    assert_int_equal(days_passed(&person), 11);
    person_free(&person);
}

static void test_a_clock_that_was_wrong_for_a_moment_changes_nothing(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    say(&person, 2);
    person_sleep(&person, 10);
    say(&person, 2);
    person_sleep(&person, -PERSON_FIRST_DAY - 10); // 1970
    say(&person, 2);
    assert_int_equal(days_passed(&person), 10);
    person_sleep(&person, PERSON_FIRST_DAY + 10);
    assert_int_equal(days_passed(&person), 10);
    person_sleep(&person, 1);
    assert_int_equal(days_passed(&person), 11);
    person_free(&person);
}

static void test_a_clock_far_ahead_and_put_right_is_bearable(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    say(&person, 2);
    person_sleep(&person, 2000000); // the year 7500
    say(&person, 2);
    int far = days_passed(&person);
    assert_true(far <= 400);
    person_sleep(&person, -2000000);
    say(&person, 2);
    assert_int_equal(days_passed(&person), far);
    person_sleep(&person, 2);
    say(&person, 2);
    assert_int_equal(days_passed(&person), far + 2);
    person_free(&person);
}

static void test_a_clock_that_is_wrong_in_two_ways(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    say(&person, 2);
    person_sleep(&person, -90);
    say(&person, 2);
    person_sleep(&person, 91); // put right
    say(&person, 2);
    assert_int_equal(days_passed(&person), 1);
    person_sleep(&person, -41); // and wrong again, but later than before
    say(&person, 2);
    assert_int_equal(days_passed(&person), 1);
    person_sleep(&person, 2);
    say(&person, 2);
    assert_int_equal(days_passed(&person), 3);
    person_free(&person);
}

static void test_of_one_check_in_the_newest_answer_counts_and_of_a_day_the_worst(void **state) {
    (void)state;
    Person person;
    person_make(&person);
    person_write(&person, (Entry){.kind = ENTRY_CHECK_IN, .group = 5, .soreness = 10});
    person_write(&person, (Entry){.kind = ENTRY_CHECK_IN, .group = 5, .soreness = 1, .pain = 4, .answer = ANSWER_NO});
    Course course = course_of(&person);
    assert_int_equal(course.days.items[0].soreness, 1);
    person_write(&person, (Entry){.kind = ENTRY_CHECK_IN, .group = 6, .soreness = 3, .pain = 2, .answer = ANSWER_NO});
    course = course_of(&person);
    assert_int_equal(course.days.items[0].soreness, 3);
    assert_int_equal(course.days.items[0].pain, 4);
    person_free(&person);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_pass_with_the_calendar),
        cmocka_unit_test(test_usual_pain_is_the_lower_median_of_seven_mornings_before),
        cmocka_unit_test(test_a_clock_set_back_stops_the_count),
        cmocka_unit_test(test_a_clock_that_was_wrong_for_a_moment_changes_nothing),
        cmocka_unit_test(test_a_clock_far_ahead_and_put_right_is_bearable),
        cmocka_unit_test(test_a_clock_that_is_wrong_in_two_ways),
        cmocka_unit_test(test_of_one_check_in_the_newest_answer_counts_and_of_a_day_the_worst),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
