// Every rule U1 to U12 fails a figure that breaks it, and the line that says so names the move, where the worst
// moment is, the value and its range. (U8 cannot fail by a pose: bones are as long as they are; see check_stretch.)
#include "bake/report.h"

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

static const char *report_of(Clip *clip, bool *passed) {
    TextBuilder out = {0};
    *passed = report_checks(&arena, clip, motion_make(&arena, clip), false, &out);
    const char *text = text_copy(&arena, builder_text(&out));
    builder_free(&out);
    return text;
}

// That a line of the report says "MOVE RULE FAIL" and every one of the words.
static void expect_failure(Clip *clip, const char *rule, const char *const words[4]) {
    bool passed;
    const char *report = report_of(clip, &passed), *head = text_format(&arena, "%s  %-5s FAIL", clip->id, rule);
    assert_false(passed);
    for (const char *at = strstr(report, head); at; at = strstr(at + 1, head)) {
        const char *line = text_copy(&arena, (Text){at, (int)strcspn(at, "\n")});
        bool has_all = true;
        for (int i = 0; i < 4 && words[i]; i++) has_all = has_all && strstr(line, words[i]);
        if (has_all) return;
    }
    fail_msg("no line '%s' with '%s' in:\n%s", head, words[0], report);
}

#define EXPECT_FAILURE(clip, rule, ...) expect_failure(clip, rule, (const char *const[4]){__VA_ARGS__})

static double *angle(Clip *clip, int pose, Dof dof) { return &clip->poses.items[pose].pose.dof[dof]; }

static void test_a_sound_move_says_nothing(void **state) {
    (void)state;
    bool passed;
    const char *report = report_of(bridge(&arena), &passed);
    assert_true(passed);
    assert_string_equal(report, "");
}

static void set_both(Clip *clip, int pose, Dof dof, double value) {
    for (int side = RIGHT; side < SIDES; side++) *angle(clip, pose, DOF_SIDE(dof, side)) = value;
}

static void test_u1_planted_points_leave_their_place(void **state) {
    (void)state;
    Clip *clip = bird_dog(&arena);
    add_contact(&arena, clip, CONTACT_ELBOW, RIGHT); // with the hand: both cannot stay while the arm straightens
    *angle(clip, 0, DOF_ELBOW) = 90;
    EXPECT_FAILURE(clip, "U1", "planted points move, cm", "at most    0.50", "right wrist, move at");
}

static void test_u2_sinking_into_the_floor(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    add_contact(&arena, clip, CONTACT_PELVIS, RIGHT); // held 8 cm too deep
    for (int pose = 0; pose < 2; pose++) *angle(clip, pose, DOF_ROOT_Y) = 0.02;
    EXPECT_FAILURE(clip, "U2", "depth below the floor, cm", "at most    1.20", ", stay at");
}

static void test_u3_beyond_the_range_of_a_joint(void **state) {
    (void)state;
    Clip *clip = clam(&arena);
    *angle(clip, 0, DOF_WRIST_F) = -91;
    EXPECT_FAILURE(clip, "U3", "1.00 at most    0.01", "beyond the joint's range, degrees", "wrist right flexion, move at 0 %");
}

static void test_u4_hurry(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.items[0].duration_ms = 600;
    EXPECT_FAILURE(clip, "U4", "joint speed, degrees/s", "at most    90.00", "move at");
}

static void test_u5_a_flat_foot_in_the_air(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->planted.count = 0;
    for (int pose = 0; pose < 2; pose++) *angle(clip, pose, DOF_ROOT_Y) += 0.3;
    EXPECT_FAILURE(clip, "U5", "flat feet off the floor, cm", "at most    0.50", "ankle, move at");
}

static void test_u6_one_side_forgotten(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    *angle(clip, 1, DOF_ELBOW) = 4;
    EXPECT_FAILURE(clip, "U6", "4.00 at most    1.00", "without a mirror image, degrees: elbow", "of TOP");
    clip = squat(&arena); // a step stance is one from beginning to end
    *angle(clip, 1, DOF_HIP_F) -= 40;
    EXPECT_FAILURE(clip, "U6", "40.00 at most    1.00", "of BOTTOM");
}

static void test_u7_it_does_not_come_back(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.count = 2;
    EXPECT_FAILURE(clip, "U7", "first and last figure differ, cm", "at most    0.50");
    EXPECT_FAILURE(clip, "U7", "first and last figure differ, degrees", "at most    0.50");
}

static void test_u9_falling_over(void **state) {
    (void)state;
    Clip *clip = squat(&arena);
    set_both(clip, 1, DOF_SHOULDER_F, -60);
    *angle(clip, 1, DOF_ROOT_X) = -0.4;
    *angle(clip, 1, DOF_PITCH) = 0;
    EXPECT_FAILURE(clip, "U9", "outside the soles, cm", "at most    2.00", "centre of mass, move at");
}

static void test_u10_a_hand_does_not_reach_its_place(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    for (int pose = 0; pose < 2; pose++) clip->poses.items[pose].hands[RIGHT] = (HandHold){.place = PLACE_KNEE, .side = LEFT};
    EXPECT_FAILURE(clip, "U10", "hand off its place, cm", "at most    3.00", "right wrist, move at");
}

// Stretched to the limit every breath pulls at the shoulders and the neck.
static void test_u11_a_hold_that_moves(void **state) {
    (void)state;
    Clip *clip = childs_pose(&arena);
    for (int side = RIGHT; side < SIDES; side++) add_contact(&arena, clip, CONTACT_HAND, side);
    set_both(clip, 1, DOF_SHOULDER_F, 100);
    set_both(clip, 1, DOF_ELBOW, 30);
    clip->poses.items[0] = clip->poses.items[1];
    EXPECT_FAILURE(clip, "U11", "a hold moves, degrees", "at most    2.00", "stay at");
}

static void test_u12_a_jerk(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.items[0].duration_ms = 150;
    EXPECT_FAILURE(clip, "U12", "joint acceleration, degrees/s2", "at most    1000.00", "move at");
}

// A pose with one value wrong would pass, so the line is about every frame; and it says which.
static void test_a_line_of_the_move(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    Check check = {.kind = CHECK_HEIGHT, .pose = -1, .from = 0, .max = 15, .label = "check always from START height hip 0..15"};
    assert_true(skeleton_point(text_of("hip"), RIGHT, &check.points[0]));
    *list_push(&arena, &clip->checks) = check;
    EXPECT_FAILURE(clip, "check", "in    0.00..15.00", "check always from START height hip 0..15: stay at");
}

static int count_of(const char *text, const char *word) {
    int count = 0;
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) count++;
    return count;
}

// Points of the trunk with two sides are there twice; names with commas stay one column.
static void test_joints_are_a_table(void **state) {
    (void)state;
    Clip *clip = bridge(&arena);
    clip->phases.items[0].name = "up, slowly";
    TextBuilder out = {0};
    report_joints(clip, motion_make(&arena, clip), &out);
    const char *text = text_copy(&arena, builder_text(&out));
    builder_free(&out);
    assert_non_null(strstr(text, "frame,ms,phase,joint,x,y,z\n0,0.0,\"up, slowly\",hip right,"));
    int frames = 60 * (2 + 1 + 3);
    assert_int_equal(count_of(text, ",buttock left,"), frames);
    assert_int_equal(count_of(text, ",buttock right,"), frames);
    assert_int_equal(count_of(text, ",nose,"), frames);
    assert_int_equal(count_of(text, "\"up, slowly\","), 120 * count_of(text, "\n0,0.0,"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_a_sound_move_says_nothing, end),
        cmocka_unit_test_teardown(test_u1_planted_points_leave_their_place, end),
        cmocka_unit_test_teardown(test_u2_sinking_into_the_floor, end),
        cmocka_unit_test_teardown(test_u3_beyond_the_range_of_a_joint, end),
        cmocka_unit_test_teardown(test_u4_hurry, end),
        cmocka_unit_test_teardown(test_u5_a_flat_foot_in_the_air, end),
        cmocka_unit_test_teardown(test_u6_one_side_forgotten, end),
        cmocka_unit_test_teardown(test_u7_it_does_not_come_back, end),
        cmocka_unit_test_teardown(test_u9_falling_over, end),
        cmocka_unit_test_teardown(test_u10_a_hand_does_not_reach_its_place, end),
        cmocka_unit_test_teardown(test_u11_a_hold_that_moves, end),
        cmocka_unit_test_teardown(test_u12_a_jerk, end),
        cmocka_unit_test_teardown(test_a_line_of_the_move, end),
        cmocka_unit_test_teardown(test_joints_are_a_table, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
