// Days and dates, there and back, at the edges of months, years and zones.
#include "diary/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void test_known_days(void **state) {
    (void)state;
    static const struct { Date date; int day; Weekday weekday; } known[] = {
        {{1970, 1, 1}, 0, THURSDAY}, {{1969, 12, 31}, -1, WEDNESDAY}, {{2000, 2, 29}, 11016, TUESDAY},
        {{2026, 11, 21}, 20778, SATURDAY}, {{2024, 12, 31}, 20088, TUESDAY}, {{2100, 3, 1}, 47541, MONDAY},
    };
    for (int i = 0; i < (int)(sizeof known / sizeof *known); i++) {
        assert_int_equal(date_day(known[i].date), known[i].day);
        assert_int_equal(date_weekday(known[i].day), known[i].weekday);
    }
}

static void test_every_day_of_800_years_there_and_back(void **state) {
    (void)state;
    Date before = date_of(-146097);
    for (int day = -146096; day < 146097; day++) {
        Date date = date_of(day);
        assert_int_equal(date_day(date), day);
        assert_int_equal((date_weekday(day) + 6) % 7, date_weekday(day - 1));
        bool follows = date.day == before.day + 1 ? date.month == before.month && date.year == before.year
                                                  : date.day == 1 && before.day >= 28 &&
                                                        (date.month == before.month + 1 ||
                                                         (date.month == 1 && before.month == 12 && date.year == before.year + 1));
        assert_true(follows);
        before = date;
    }
}

static void test_the_local_day_turns_at_local_midnight(void **state) {
    (void)state;
    const int64_t noon = 20778 * INT64_C(86400000) + 12 * 3600000;
    assert_int_equal(date_day_at(noon, 0), 20778);
    assert_int_equal(date_day_at(noon, 11 * 60 + 59), 20778);
    assert_int_equal(date_day_at(noon, 12 * 60), 20779);
    assert_int_equal(date_day_at(noon, -12 * 60), 20778);
    assert_int_equal(date_day_at(noon - 1, -12 * 60), 20777);
    assert_int_equal(date_day_at(-1, 0), -1);
}

static void test_dates_are_read_and_written(void **state) {
    (void)state;
    int day = 0;
    char text[DATE_SIZE];
    assert_true(date_read(text_of("2026-12-01"), &day));
    date_write(day, text);
    assert_string_equal(text, "2026-12-01");
    assert_true(date_read(text_of("2024-02-29"), &day));
    static const char *const wrong[] = {"2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-1-01", "2026-12-00",
                                        "26-12-01", "2026/12/01", "2026-12-01 ", "1969-12-31", "", "2026-12-0x"};
    for (int i = 0; i < (int)(sizeof wrong / sizeof *wrong); i++) assert_false(date_read(text_of(wrong[i]), &day));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_every_day_of_800_years_there_and_back),
        cmocka_unit_test(test_the_local_day_turns_at_local_midnight),
        cmocka_unit_test(test_dates_are_read_and_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
