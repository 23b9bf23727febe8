// The shipped plans, day by day, and the slots of the routines they are made of.
#include "library/library.h"

#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

// "stretch tilt cat, strengthen bridge": what is spoken is left out.
static const struct {
    const char *id, *name, *slots;
} routines[] = {
    {"b-full", "Beginner full session",
     "stretch tilt cat glute1 hipflex ham, strengthen bridge clam squat lunge abs birddog, release roll-glute roll-ham child"},
    {"b-stretch", "Beginner daily stretch", "stretch tilt ktc glute1 glute2 hipflex ham"},
    {"a-full-1", "Advanced session 1: hips and sides",
     "stretch cat hipflex glute1 ham, strengthen bridge squat clam sideplank abs, release roll-glute roll-quad child"},
    {"a-full-2", "Advanced session 2: legs and back",
     "stretch hips9090 quad glute2 calf, strengthen lunge hinge sidelift birddog plank, release roll-ham roll-thor twist"},
    {"a-stretch", "Advanced daily stretch", "stretch cat hipflex glute1 glute2 ham twist"},
    {"tilt-full", "Focus: hips tipped forward",
     "stretch tilt hipflex quad ktc, strengthen bridge abs plank hinge, release roll-glute roll-quad child"},
    {"tilt-stretch", "Focus stretch: hips tipped forward", "stretch tilt ktc hipflex quad child"},
    {"uneven-full", "Focus: one hip higher",
     "stretch cat glute1 glute2 hipflex, strengthen clam sidelift bridge abs walk, release roll-glute twist"},
    {"uneven-stretch", "Focus stretch: one hip higher", "stretch cat glute1 glute2 hipflex twist"},
    {"desk-full", "Focus: desk and posture",
     "stretch chest glute-chair hipflex ham-chair, strengthen angel scap chin squat bridge birddog, release roll-thor roll-ham"},
    {"desk-stretch", "Focus stretch: desk and posture", "stretch tall chest glute-chair ham-chair calf cat"},
    {"short", "Ten-minute fallback", "stretch glute1 hipflex, strengthen bridge clam"},
};

static void write_slots(const Routine *routine, TextBuilder *out) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        builder_add(out, "%s%s", i ? ", " : "", group_names[section->group]);
        for (int j = 0; j < section->steps.count; j++) {
            const Step *step = &section->steps.items[j];
            assert_int_not_equal(step->kind, STEP_EXERCISE);
            if (step->kind == STEP_SLOT) builder_add(out, " %s", step->ladder->id);
        }
    }
}

static void test_routines_are_made_of_their_slots(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof routines / sizeof *routines; i++) {
        const Routine *routine = library_routine(&library, text_of(routines[i].id));
        if (!routine) fail_msg("no routine is called '%s'", routines[i].id);
        assert_string_equal(routine->name, routines[i].name);
        TextBuilder out = {0};
        write_slots(routine, &out);
        assert_string_equal(out.bytes, routines[i].slots);
        builder_free(&out);
    }
}

// A week as "LEVEL: seven days"; '-' is rest, and what the advanced do follows a '/'.
typedef struct {
    const char *id;
    const char *weeks[5];
} Planned;

#define BEGINNER ": b-full b-stretch b-full b-stretch b-full b-stretch -"
#define SESSION_1 ": a-full-1 a-stretch a-full-2 a-stretch a-full-1 a-stretch -"
#define SESSION_2 ": a-full-2 a-stretch a-full-1 a-stretch a-full-2 a-stretch -"
#define FOCUS(id, base)                                                                                  \
    ": " id "-full " id "-stretch b-full/" base " " id "-stretch " id "-full " id "-stretch -"
#define FOUR_WEEKS(days) {"B1/A1" days, "B2/A2" days, "B3/A3" days, "B4/A4" days}

static const Planned plans[] = {
    {"beginner-2", {"B1" BEGINNER, "B2" BEGINNER}},
    {"beginner-4", {"B1" BEGINNER, "B2" BEGINNER, "B3" BEGINNER, "B4" BEGINNER}},
    {"advanced-4", {"A1" SESSION_1, "A2" SESSION_2, "A3" SESSION_1, "A4" SESSION_2}},
    {"focus-tilt", FOUR_WEEKS(FOCUS("tilt", "a-full-1"))},
    {"focus-uneven", FOUR_WEEKS(FOCUS("uneven", "a-full-1"))},
    {"focus-desk", FOUR_WEEKS(FOCUS("desk", "a-full-2"))},
};

static const Plan *plan_of(const Planned *planned) {
    const Plan *plan = library_plan(&library, text_of(planned->id));
    if (!plan) fail_msg("no plan is called '%s'", planned->id);
    return plan;
}

static void write_week(const PlanWeek *week, TextBuilder *out) {
    builder_add(out, "%s", level_names[week->level]);
    if (week->advanced != week->level) builder_add(out, "/%s", level_names[week->advanced]);
    builder_add(out, ":");
    for (int i = 0; i < week->days.count; i++) {
        const PlanDay *day = &week->days.items[i];
        assert_int_equal(day->number, i + 1);
        builder_add(out, " %s", day->routine ? day->routine->id : "-");
        if (day->advanced != day->routine) builder_add(out, "/%s", day->advanced->id);
    }
}

static void test_plans_day_by_day(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        const Plan *plan = plan_of(&plans[i]);
        for (int week = 0; week < plan->weeks.count; week++) {
            TextBuilder out = {0};
            write_week(&plan->weeks.items[week], &out);
            assert_non_null(plans[i].weeks[week]);
            assert_string_equal(out.bytes, plans[i].weeks[week]);
            builder_free(&out);
        }
        assert_null(plans[i].weeks[plan->weeks.count]);
    }
}

static const PlanDay *last_day(const PlanWeek *week) {
    return &week->days.items[week->days.count - 1];
}

// Every plan points to the self-checks, asks for a walk each week, and ends with what shows progress.
static void test_notes_of_the_days(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        const Plan *plan = plan_of(&plans[i]);
        assert_true(plan->about && plan->before.count && plan->after.count);
        assert_non_null(strstr(plan->weeks.items[0].days.items[0].also, "self-checks"));
        for (int week = 0; week < plan->weeks.count; week++) {
            const PlanDay *days = plan->weeks.items[week].days.items;
            assert_non_null(strstr(days[5].also, "Walk"));
            if (week) assert_null(days[0].also);
            assert_non_null(last_day(&plan->weeks.items[week])->also);
        }
        assert_non_null(strstr(last_day(&plan->weeks.items[plan->weeks.count - 1])->also, "epeat"));
    }
}

// All plans go on by the same rules.
static void test_rules_of_progress(void **state) {
    (void)state;
    static const ProgressRule rules[] = {
        {PROGRESS_UP, .levels = 1, .done = 2, .of = 3, .soreness_at_most = 4, .pain_as_usual = true, .nothing_stopped = true},
        {PROGRESS_STAY, .soreness_at_most = -1, .amber = 1},
        {PROGRESS_DOWN, .levels = 1, .soreness_at_most = -1, .amber = 2, .red = 1},
        {PROGRESS_DOWN, .levels = 1, .first_session = true, .soreness_at_most = -1, .missed_from = 3, .missed_to = 6},
        {PROGRESS_DOWN, .levels = 2, .soreness_at_most = -1, .missed_from = 7, .missed_to = 365},
        {PROGRESS_DOWN, .levels = 2, .soreness_at_most = -1, .fever_over_hours = 48},
    };
    enum { RULES = sizeof rules / sizeof *rules };
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        const Plan *plan = plan_of(&plans[i]);
        assert_int_equal(plan->progress.count, RULES);
        for (int j = 0; j < RULES; j++) {
            const ProgressRule *rule = &plan->progress.items[j];
            assert_int_equal(rule->kind, rules[j].kind);
            assert_int_equal(rule->levels, rules[j].levels);
            assert_int_equal(rule->first_session, rules[j].first_session);
            assert_int_equal(rule->done, rules[j].done);
            assert_int_equal(rule->of, rules[j].of);
            assert_int_equal(rule->soreness_at_most, rules[j].soreness_at_most);
            assert_int_equal(rule->pain_as_usual, rules[j].pain_as_usual);
            assert_int_equal(rule->nothing_stopped, rules[j].nothing_stopped);
            assert_int_equal(rule->amber, rules[j].amber);
            assert_int_equal(rule->red, rules[j].red);
            assert_int_equal(rule->missed_from, rules[j].missed_from);
            assert_int_equal(rule->missed_to, rules[j].missed_to);
            assert_int_equal(rule->fever_over_hours, rules[j].fever_over_hours);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_routines_are_made_of_their_slots),
        cmocka_unit_test(test_plans_day_by_day),
        cmocka_unit_test(test_notes_of_the_days),
        cmocka_unit_test(test_rules_of_progress),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
