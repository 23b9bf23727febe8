#include "figure/balance.h"
#include "figure/checks.h"

#include "figure/moves.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static Arena arena;

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static CheckReport run(Clip *clip) {
    CheckReport report;
    checks_run(&arena, motion_make(&arena, clip), &report);
    return report;
}

// The result of a rule; a rule that comes twice is the failed one, if any.
static const CheckResult *result_of(const CheckReport *report, const char *id) {
    const CheckResult *found = NULL;
    for (int i = 0; i < report->results.count; i++) {
        const CheckResult *result = &report->results.items[i];
        if (strcmp(result->id, id) == 0 && (!found || !result->pass)) found = result;
    }
    return found;
}

static bool passes(const CheckReport *report, const char *id) {
    const CheckResult *result = result_of(report, id);
    assert_non_null(result);
    return result->pass;
}

static void expect_all_pass(Clip *clip) {
    CheckReport report = run(clip);
    assert_true(report.results.count >= 8);
    for (int i = 0; i < report.results.count; i++) {
        const CheckResult *result = &report.results.items[i];
        if (!result->pass) fail_msg("%s %s %s: %.2f", clip->id, result->id, result->label, result->value);
    }
    assert_int_equal(report.failed, 0);
}

static void test_sound_moves_pass(void **state) {
    (void)state;
    expect_all_pass(bridge(&arena));
    expect_all_pass(squat(&arena));
    expect_all_pass(clam(&arena));
    expect_all_pass(bird_dog(&arena));
    expect_all_pass(childs_pose(&arena));
}

static void test_rules_apply_where_they_mean_something(void **state) {
    (void)state;
    CheckReport squatting = run(squat(&arena)), dog = run(bird_dog(&arena));
    assert_non_null(result_of(&squatting, "U9"));
    assert_non_null(result_of(&squatting, "U6"));
    assert_null(result_of(&dog, "U9")); // not standing
    assert_null(result_of(&dog, "U6")); // one side works
    assert_null(result_of(&dog, "U5")); // no flat foot
}

static void test_out_of_reach_contacts_are_found(void **state) {
    (void)state;
    Clip *clip = squat(&arena);
    clip->poses.items[1].pose.dof[DOF_ROOT_Y] = 1.2; // the feet stay, the legs are too short
    CheckReport report = run(clip);
    assert_true(passes(&report, "U8"));
    assert_true(passes(&report, "U3"));
    clip = bridge(&arena);
    clip->poses.items[1].pose.dof[DOF_KNEE] = 20; // the foot is planted elsewhere: another place, a slide
    clip->poses.items[1].pose.dof[DOF_ROOT_X] = 3;
    report = run(clip);
    assert_true(report.failed > 0);
}

static void test_angles_out_of_range_are_found(void **state) {
    (void)state;
    Clip *clip = clam(&arena);
    clip->poses.items[0].pose.dof[DOF_WRIST_F] = -120; // not for the solver to mend
    CheckReport report = run(clip);
    assert_false(passes(&report, "U3"));
    assert_non_null(strstr(result_of(&report, "U3")->label, "wrist right flexion"));
    assert_true(result_of(&report, "U3")->value > 29 && result_of(&report, "U3")->value < 31);
}

static void test_hurry_is_found(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.items[0].duration_ms = 600;
    CheckReport report = run(clip);
    assert_false(passes(&report, "U4"));
    assert_non_null(strstr(result_of(&report, "U4")->label, "move at"));
    clip->phases.items[0].duration_ms = 150;
    report = run(clip);
    assert_false(passes(&report, "U12"));
}

static void test_a_repetition_that_does_not_come_back_is_found(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.count = 2; // it stays up
    CheckReport report = run(clip);
    assert_false(passes(&report, "U7"));
}

static void test_falling_over_is_found(void **state) {
    (void)state;
    Clip *clip = squat(&arena);
    for (int side = RIGHT; side < SIDES; side++) clip->poses.items[1].pose.dof[DOF_SIDE(DOF_SHOULDER_F, side)] = -60;
    clip->poses.items[1].pose.dof[DOF_ROOT_X] = -0.4;
    clip->poses.items[1].pose.dof[DOF_PITCH] = 0; // sits on a chair that is not there
    CheckReport report = run(clip);
    assert_false(passes(&report, "U9"));
    assert_true(result_of(&report, "U9")->value > 5);
}

static void test_own_lines_are_measured(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    static const struct {
        CheckKind kind;
        int pose, from;
        const char *points[3];
        double min, max;
        bool pass;
    } rows[] = {
        {CHECK_LINE, 1, -1, {"shoulder", "hip", "knee"}, 170, 180, true},
        {CHECK_LINE, 0, -1, {"shoulder", "hip", "knee"}, 170, 180, false},
        {CHECK_ANGLE, 1, -1, {"hip", "knee", "ankle"}, 58, 68, true},
        {CHECK_TILT, 1, -1, {"knee", "ankle"}, 0, 10, true},
        {CHECK_HEIGHT, 1, -1, {"hip"}, 26, 32, true},
        {CHECK_HEIGHT, -1, -1, {"hip"}, 26, 32, false}, // START lies on the floor
        {CHECK_DISTANCE, -1, -1, {"hip", "knee"}, 41.6, 41.7, true},
        {CHECK_MOVES, -1, -1, {"ankle"}, 0, 1, true},
        {CHECK_MOVES, -1, -1, {"knee"}, 0, 1, false},
        {CHECK_HEIGHT, 1, 0, {"pelvis"}, 15, 28, true},
        {CHECK_HEIGHT, 0, 1, {"pelvis"}, 15, 28, false}, // it sinks
        {CHECK_TURN, 1, 0, {"pelvis"}, 20, 30, true},
        {CHECK_TURN, -1, 0, {"pelvis"}, 0, 20, false},
        {CHECK_LUMBAR, -1, 0, {NULL}, -5, 5, true},
    };
    int count = sizeof rows / sizeof rows[0];
    for (int i = 0; i < count; i++) {
        Check *check = list_push(&arena, &clip->checks);
        *check = (Check){.kind = rows[i].kind, .pose = rows[i].pose, .from = rows[i].from, .label = "line"};
        check->min = rows[i].min, check->max = rows[i].max;
        for (int p = 0; p < 3 && rows[i].points[p]; p++)
            assert_true(skeleton_point(text_of(rows[i].points[p]), RIGHT, &check->points[p]));
    }
    CheckReport report = run(clip);
    const CheckResult *own = &report.results.items[report.results.count - count];
    for (int i = 0; i < count; i++) {
        assert_string_equal(own[i].id, "check");
        if (own[i].pass != rows[i].pass) fail_msg("line %d: %.2f", i, own[i].value);
    }
    assert_int_equal(report.failed, 5);
}

static void test_balance(void **state) {
    (void)state;
    Pose pose = {0};
    pose.dof[DOF_ROOT_Y] = 0.9005;
    Stance stance;
    skeleton_stand(&pose, &stance);
    Vec centre = balance_centre(&stance);
    assert_true(centre.y > 0.9 && centre.y < 1.0); // Winter: a little above the hips
    assert_true(fabs(centre.z) < 1e-12);
    double margin = balance_margin(&stance);
    assert_true(margin > 0.04 && margin < 0.07); // as far as the heels are behind it
    pose.dof[DOF_ROOT_Y] = 1.1;
    skeleton_stand(&pose, &stance);
    assert_true(balance_margin(&stance) < -1e6); // hovering
    pose.dof[DOF_ROOT_Y] = 0.9005;
    pose.dof[DOF_HIP_F] = 60; // on the left leg, which is beside the middle
    skeleton_stand(&pose, &stance);
    assert_true(balance_margin(&stance) < -0.02);
}

static void test_whatever_touches_the_floor_carries(void **state) {
    (void)state;
    Obstacles none = {0}, chair = {.count = 1};
    chair.items[0] = (Obstacle){.kind = PROP_CHAIR, .at = {0, SEAT_HEIGHT, 0}, .faces = {0, 1, 0}};
    Pose pose = {0};
    pose.dof[DOF_ROOT_Y] = 0.9005;
    Stance stance;
    skeleton_stand(&pose, &stance);
    double on_feet = balance_margin(&stance);
    assert_true(balance_margin_on(&stance, &none) >= on_feet - 1e-9);
    assert_true(balance_margin_on(&stance, &none) < on_feet + 0.02);
    pose.dof[DOF_ROOT_Y] = SEAT_HEIGHT + 0.085; // legs straight ahead in the air
    pose.dof[DOF_HIP_F] = pose.dof[DOF_SIDE(DOF_HIP_F, LEFT)] = 90;
    skeleton_stand(&pose, &stance);
    assert_true(balance_margin_on(&stance, &none) < -1e6);
    assert_true(balance_margin_on(&stance, &chair) > -1); // something carries
}

static const CheckResult *stops_check(const Clip *clip) {
    CheckReport report;
    checks_run(&arena, motion_make(&arena, clip), &report);
    for (int i = 0; i < report.results.count; i++)
        if (strcmp(report.results.items[i].id, "U9") == 0) return &report.results.items[i];
    return NULL;
}

// A way may pass through a pose nobody could stay in, but not stop there.
static void test_ways_stop_in_balance(void **state) {
    (void)state;
    Clip clip = {.id = "way-lean", .is_way = true};
    const double lean[] = {0, 25, 0}; // about the ankles, like a plank
    static const char *const names[] = {"UP", "LEAN", "BACK"};
    for (int i = 0; i < 3; i++) {
        Keyframe *pose = list_push(&arena, &clip.poses);
        *pose = (Keyframe){.name = names[i], .pose = {.dof = {[DOF_ROOT_Y] = 0.9005}}};
        for (int side = 0; side < SIDES; side++) pose->pose.flat_foot[side] = 1;
        pose->pose.dof[DOF_PITCH] = -lean[i];
    }
    *list_push(&arena, &clip.phases) = (Phase){.name = "lean", .from = 0, .to = 1, .duration_ms = 3000, .back = "back"};
    *list_push(&arena, &clip.phases) = (Phase){.name = "rise", .from = 1, .to = 2, .duration_ms = 3000, .back = "down"};
    const CheckResult *result = stops_check(&clip);
    assert_non_null(result);
    assert_false(result->pass);
    clip.phases.items[0].is_through = true;
    result = stops_check(&clip);
    assert_non_null(result);
    if (!result->pass) fail_msg("%s %g", result->label, result->value);
}

static void test_breath_never_jumps(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    static const Breath breaths[][3] = {{BREATH_OUT, BREATH_SLOW, BREATH_IN}, {BREATH_IN, BREATH_SLOW, BREATH_OUT},
                                        {BREATH_OUT, BREATH_OUT, BREATH_IN}, {BREATH_NONE, BREATH_SLOW, BREATH_NONE}};
    for (int row = 0; row < 4; row++) {
        for (int i = 0; i < 3; i++) clip->phases.items[i].breath = breaths[row][i];
        double most = 0;
        for (int i = 0; i < 3; i++) {
            assert_true(fabs(motion_breath(clip, i, 1) - motion_breath(clip, (i + 1) % 3, 0)) < 1e-12);
            for (int t = 0; t <= 20; t++) most = fmax(most, motion_breath(clip, i, t / 20.0));
        }
        assert_true(most > 0.99 && most <= 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_sound_moves_pass, end),
        cmocka_unit_test_teardown(test_rules_apply_where_they_mean_something, end),
        cmocka_unit_test_teardown(test_out_of_reach_contacts_are_found, end),
        cmocka_unit_test_teardown(test_angles_out_of_range_are_found, end),
        cmocka_unit_test_teardown(test_hurry_is_found, end),
        cmocka_unit_test_teardown(test_a_repetition_that_does_not_come_back_is_found, end),
        cmocka_unit_test_teardown(test_falling_over_is_found, end),
        cmocka_unit_test_teardown(test_own_lines_are_measured, end),
        cmocka_unit_test_teardown(test_balance, end),
        cmocka_unit_test_teardown(test_whatever_touches_the_floor_carries, end),
        cmocka_unit_test_teardown(test_ways_stop_in_balance, end),
        cmocka_unit_test_teardown(test_breath_never_jumps, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
