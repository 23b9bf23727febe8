// How long every routine of the plans takes at every level, beside the minutes it was designed for.
//
// The design counts 12 s of set-up for an exercise, 10 s to change to the next and 30 s to check in and
// close; the estimate of the library counts the same way. A session begins after the check-in and takes
// the time that a change of position and its words really need, mostly less than 22 s: it is a little
// shorter. LIMBER_MINUTES=1 prints the table.
#include "library/routine.h"
#include "session/session.h"

#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

typedef struct {
    const char *routine;
    Level first;
    int minutes[LEVEL_COUNT]; // from `first` on; 0 after the last
} Designed;

static const Designed table[] = {
    {"b-full", LEVEL_B1, {19, 23, 26, 31}},
    {"b-stretch", LEVEL_B1, {8, 10, 10, 11}},
    {"a-full-1", LEVEL_A1, {30, 31, 36, 40}},
    {"a-full-2", LEVEL_A1, {30, 33, 36, 39}},
    {"a-stretch", LEVEL_A1, {13, 13, 15, 15}},
    {"tilt-full", LEVEL_B1, {13, 16, 17, 20, 25, 25, 30, 33}},
    {"tilt-stretch", LEVEL_B1, {6, 7, 8, 9, 9, 9, 10, 10}},
    {"uneven-full", LEVEL_B1, {16, 19, 21, 25, 28, 29, 34, 38}},
    {"uneven-stretch", LEVEL_B1, {7, 8, 8, 10, 11, 11, 12, 12}},
    {"desk-full", LEVEL_B1, {15, 18, 19, 24, 28, 28, 31, 33}},
    {"desk-stretch", LEVEL_B1, {7, 9, 9, 11, 11, 11, 12, 12}},
    {"short", LEVEL_B1, {7, 9, 10, 12, 12, 11, 14, 16}},
};

static const double check_in_minutes = 0.5;

static double estimated_minutes(const Routine *routine, Level level) {
    Routine at_level = *routine;
    at_level.level = level;
    return routine_ms(&at_level) / 60000.0;
}

static double session_minutes(const Routine *routine, Level level) {
    Session session;
    Error error;
    if (!session_compile(&arena, routine, &(SessionOptions){.level = level, .library = &library}, &session, &error)) {
        fail_msg("%s", error.sentence);
    }
    return (double)session.length_ms / 60000;
}

// Whether minutes that were rounded agree with others within a part of them.
static bool agrees(double minutes, int designed, double part) {
    return fabs(minutes - designed) <= designed * part + 0.5;
}

typedef void (*Visit)(const Routine *routine, Level level, int designed);

static void for_each(Visit visit) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const Routine *routine = library_routine(&library, text_of(table[i].routine));
        if (!routine) fail_msg("no routine is called '%s'", table[i].routine);
        assert_int_equal(routine->minutes, table[i].minutes[routine->level - table[i].first]);
        for (int j = 0; j < LEVEL_COUNT && table[i].minutes[j]; j++) {
            visit(routine, table[i].first + (Level)j, table[i].minutes[j]);
        }
    }
}

static void check_estimate(const Routine *routine, Level level, int designed) {
    double minutes = estimated_minutes(routine, level);
    if (agrees(minutes, designed, 0.1)) return;
    print_error("%s at %s is designed for %d min, estimated %.1f\n", routine->id, level_names[level], designed, minutes);
    fail();
}

static void test_estimates_agree_with_the_design(void **state) {
    (void)state;
    for_each(check_estimate);
}

static void print_row(const Routine *routine, Level level, int designed) {
    print_message("%-15s %s  designed %2d  estimated %4.1f  session %4.1f\n", routine->id, level_names[level], designed,
                  estimated_minutes(routine, level), session_minutes(routine, level));
}

static void check_session(const Routine *routine, Level level, int designed) {
    double minutes = session_minutes(routine, level) + check_in_minutes;
    if (agrees(minutes, designed, 0.1)) return;
    print_error("%s at %s is designed for %d min and lasts %.1f with the check-in\n", routine->id, level_names[level], designed, minutes);
    fail();
}

static void test_sessions_agree_with_the_design(void **state) {
    (void)state;
    if (getenv("LIMBER_MINUTES")) for_each(print_row);
    for_each(check_session);
}

static bool is_designed(const Routine *routine, Level level) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int at = (int)level - (int)table[i].first;
        if (text_is(text_of(table[i].routine), routine->id)) return at >= 0 && at < LEVEL_COUNT && table[i].minutes[at];
    }
    return false;
}

// Whatever the plans ask for, of beginners and of the advanced, is in the table above.
static void test_every_day_of_the_plans_is_in_the_table(void **state) {
    (void)state;
    int days = 0;
    for (int i = 0; i < library.plans.count; i++) {
        const Plan *plan = library.plans.items[i];
        for (int k = 0; k < plan->weeks.count; k++) {
            const PlanWeek *week = &plan->weeks.items[k];
            for (int d = 0; d < week->days.count; d++) {
                const PlanDay *day = &week->days.items[d];
                if (!day->routine) continue;
                days++;
                if (!is_designed(day->routine, week->level)) fail_msg("%s at %s", day->routine->id, level_names[week->level]);
                if (!is_designed(day->advanced, week->advanced)) fail_msg("%s at %s", day->advanced->id, level_names[week->advanced]);
            }
        }
    }
    assert_int_equal(days, (2 + 5 * 4) * 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_estimates_agree_with_the_design),
        cmocka_unit_test(test_sessions_agree_with_the_design),
        cmocka_unit_test(test_every_day_of_the_plans_is_in_the_table),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
