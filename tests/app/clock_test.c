// The clock and the calendar agree in every zone.
#include "app/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <cmocka.h>

// POSIX rules, so that no table of zones is needed; east of Greenwich has a minus there. None has summer time.
static void test_zones(void **state) {
    (void)state;
    static const struct {
        const char *rule;
        int zone_min;
    } zones[] = {{"UTC0", 0}, {"AAA-1", 60}, {"BBB-5:45", 345}, {"CCC3:30", -210}, {"DDD-14", 840}, {"EEE12", -720}, {"FFF-12:45", 765}};
    int64_t before_ms = 0;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        setenv("TZ", zones[i].rule, 1);
        tzset();
        Moment now = clock_moment();
        assert_int_equal(now.zone_min, zones[i].zone_min);
        assert_int_equal(now.day, date_day_at(now.at_ms, now.zone_min));
        assert_true(now.at_ms >= before_ms); // the zone does not move the clock
        before_ms = now.at_ms;
    }
}

static void test_summer_time(void **state) {
    (void)state;
    setenv("TZ", "WWW0SSS-2,0/0,365/23", 1); // it is always summer, two hours ahead
    tzset();
    Moment now = clock_moment();
    assert_int_equal(now.zone_min, 120);
    assert_int_equal(now.day, date_day_at(now.at_ms, 120));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_zones), cmocka_unit_test(test_summer_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
