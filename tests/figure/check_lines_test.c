// The kinds of `check` lines: what each measures, with its unit and sign, and that it fails when it should.
#include "figure/checks.h"
#include "figure/proportions.h"

#include "figure/moves.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static Check line(CheckKind kind, const char *const points[CHECK_POINTS_MAX]) {
    Check check = {.kind = kind, .pose = -1, .from = -1};
    for (int i = 0; i < CHECK_POINTS_MAX && points[i]; i++) {
        bool left = points[i][0] == '-'; // "-knee" is the left one
        assert_true(skeleton_point(text_of(points[i] + left), left ? LEFT : RIGHT, &check.points[i]));
    }
    return check;
}

#define LINE(kind, ...) line(kind, (const char *const[CHECK_POINTS_MAX]){__VA_ARGS__})

static Stance stand(const Angle *angles, int count) {
    Pose pose = {.dof = {[DOF_ROOT_Y] = 0.9005}};
    for (int i = 0; i < count; i++) pose.dof[angles[i].dof] = angles[i].value;
    Stance stance;
    skeleton_stand(&pose, &stance);
    return stance;
}

#define STAND(...) \
    stand((const Angle[]){__VA_ARGS__}, (int)(sizeof((const Angle[]){__VA_ARGS__}) / sizeof(Angle)))

static void expect_near(double value, double expected) {
    if (fabs(value - expected) > 1e-9) fail_msg("%.12f is not %.12f", value, expected);
}

static void expect(Check check, Stance stance, double expected) {
    expect_near(check_measure(&check, &stance, NULL, NULL), expected);
}

static void test_heights_and_plumb_lines(void **state) {
    (void)state;
    Stance straight = STAND({DOF_HEADING, 0});
    expect(LINE(CHECK_HEIGHT, "ankle"), straight, 6.6);
    expect(LINE(CHECK_ABOVE, "knee", "ankle"), straight, 100 * BODY_SHANK);
    expect(LINE(CHECK_ABOVE, "ankle", "knee"), straight, -100 * BODY_SHANK);
    expect(LINE(CHECK_PLUMB, "shoulder", "wrist"), straight, 0);
    expect(LINE(CHECK_PLUMB, "hip", "-hip"), straight, 200 * BODY_HIP_HALF);
    expect(LINE(CHECK_AXIS, "-hip", "hip", "ankle"), straight, 200 * BODY_HIP_HALF);
    expect(LINE(CHECK_AXIS, "-knee", "hip", "ankle"), straight, 200 * BODY_HIP_HALF); // the line goes on at both ends
}

// Before is where the pelvis faces, wherever the figure looks.
static void test_ahead_follows_the_heading(void **state) {
    (void)state;
    for (int heading = 0; heading < 360; heading += 45) {
        Stance reaching = STAND({DOF_HEADING, heading}, {DOF_SHOULDER_F, 90});
        expect(LINE(CHECK_AHEAD, "wrist", "shoulder"), reaching, 100 * (BODY_UPPER_ARM + BODY_FOREARM));
        expect(LINE(CHECK_AHEAD, "shoulder", "wrist"), reaching, -100 * (BODY_UPPER_ARM + BODY_FOREARM));
        expect(LINE(CHECK_AHEAD, "hip", "-hip"), reaching, 0);
    }
}

static void test_heading_is_seen_from_above(void **state) {
    (void)state;
    Stance out = STAND({DOF_HIP_R, 12}, {LEFT_OF(DOF_HIP_R), 12}); // toes out: the right ones to the viewer
    expect(LINE(CHECK_HEADING, "heel", "ball"), out, 12);
    expect(LINE(CHECK_HEADING, "-heel", "-ball"), out, -12);
    Stance faces = STAND({DOF_HEADING, 90}, {DOF_ANKLE, -30});
    expect(LINE(CHECK_HEADING, "heel", "ball"), faces, 90);
    expect(LINE(CHECK_HEADING, "ball", "heel"), faces, -90);
}

static void test_lines_have_no_direction(void **state) {
    (void)state;
    Stance stance = STAND({DOF_HIP_F, 20}, {LEFT_OF(DOF_HIP_F), 5});
    expect(LINE(CHECK_PARALLEL, "hip", "knee", "-hip", "-knee"), stance, 15);
    expect(LINE(CHECK_PARALLEL, "knee", "hip", "-hip", "-knee"), stance, 15);
    expect(LINE(CHECK_TILT, "hip", "knee"), stance, 20);
    expect(LINE(CHECK_TILT, "knee", "hip"), stance, 20);
}

static void test_wider(void **state) {
    (void)state;
    Stance apart = STAND(BOTH(DOF_HIP_A, 30));
    double knees = 2 * BODY_THIGH * sin(RADIANS(30)), ankles = 2 * (BODY_THIGH + BODY_SHANK) * sin(RADIANS(30));
    expect(LINE(CHECK_WIDER, "knee", "-knee", "ankle", "-ankle"), apart, 100 * (knees - ankles));
    expect(LINE(CHECK_WIDER, "ankle", "-ankle", "knee", "-knee"), apart, 100 * (ankles - knees));
}

// Forward is positive, and the pose of the pelvis does not matter.
static void test_bends_of_the_spine(void **state) {
    (void)state;
    for (int pitch = -90; pitch <= 90; pitch += 30) {
        Stance round = STAND({DOF_PITCH, pitch}, {DOF_LEAN, 20}, {DOF_LUMBAR_F, 30}, {DOF_THORAX_F, 12});
        expect(LINE(CHECK_LUMBAR, NULL), round, 30);
        expect(LINE(CHECK_SPINE, NULL), round, 42);
        Stance arched = STAND({DOF_PITCH, pitch}, {DOF_LUMBAR_F, -14}, {DOF_THORAX_F, -6});
        expect(LINE(CHECK_LUMBAR, NULL), arched, -14);
        expect(LINE(CHECK_SPINE, NULL), arched, -20);
    }
}

static void test_balance_is_before_a_point(void **state) {
    (void)state;
    Stance straight = STAND({DOF_HEADING, 70}), reaching = STAND({DOF_HEADING, 70}, BOTH(DOF_SHOULDER_F, 90));
    Check check = LINE(CHECK_BALANCE, "ankle");
    double before = check_measure(&check, &straight, NULL, NULL), after = check_measure(&check, &reaching, NULL, NULL);
    assert_true(fabs(before) < 1 && after > before + 2.5); // both arms are a tenth of the mass, 30 cm further ahead
    expect_near(check_measure(&check, &reaching, &straight, NULL), after - before);
}

// A turn is seen about every axis; the change of any other line has a sign.
static void test_changes(void **state) {
    (void)state;
    static const Dof ways[] = {DOF_PITCH, DOF_LEAN, DOF_TURN};
    Stance straight = STAND({DOF_HEADING, 0});
    for (int i = 0; i < 3; i++) {
        Check turn = LINE(CHECK_TURN, "pelvis"), head = LINE(CHECK_TURN, "head");
        Stance turned = STAND({ways[i], -7});
        expect_near(check_measure(&turn, &turned, &straight, NULL), 7);
        expect_near(check_measure(&head, &turned, &straight, NULL), 7);
    }
    Stance low = STAND({DOF_ROOT_Y, 0.75});
    Check height = LINE(CHECK_HEIGHT, "pelvis");
    expect_near(check_measure(&height, &low, &straight, NULL), -15.05);
    expect_near(check_measure(&height, &straight, &low, NULL), 15.05);
}

static void test_the_gap_is_from_the_skin(void **state) {
    (void)state;
    Obstacles walls = {.count = 1, .items = {{.kind = PROP_WALL, .at = {0.3, 0, 0}, .faces = {-1, 0, 0}}}}, none = {0};
    Stance straight = STAND({DOF_HEADING, 0});
    Check knee = LINE(CHECK_GAP, "knee"), toe = LINE(CHECK_GAP, "toe"), buttock = LINE(CHECK_GAP, "buttock");
    expect_near(check_measure(&knee, &straight, NULL, &walls), 30 - 100 * SKIN_KNEE);
    expect_near(check_measure(&toe, &straight, NULL, &walls), 30 - 100 * (BODY_BALL + BODY_TOES)); // bare
    expect_near(check_measure(&buttock, &straight, NULL, &walls), 30 + 2 - 8);
    assert_true(check_measure(&knee, &straight, NULL, &none) > 1e9); // no wall, no range
}

static void test_paired_points_of_the_trunk(void **state) {
    (void)state;
    BonePoint right, left;
    assert_true(skeleton_point(text_of("buttock"), RIGHT, &right) && skeleton_point(text_of("buttock"), LEFT, &left));
    assert_int_equal(right.bone, BONE_PELVIS);
    assert_int_equal(left.bone, BONE_PELVIS);
    assert_true(right.offset.z > 0 && left.offset.z == -right.offset.z && left.offset.x == right.offset.x);
}

static void test_stretch_names_the_bone(void **state) {
    (void)state;
    Stance stance = STAND({DOF_HEADING, 0});
    Bone most = BONE_PELVIS;
    assert_true(check_stretch(&stance, &most) < 1e-9);
    Bone knee = BONE_SIDE(BONE_SHANK, LEFT);
    stance.joint[knee].y -= 0.01 * BODY_THIGH;
    expect_near(check_stretch(&stance, &most), 1); // the shank is the longer bone and loses less
    assert_int_equal(most, BONE_SIDE(BONE_THIGH, LEFT));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heights_and_plumb_lines),
        cmocka_unit_test(test_ahead_follows_the_heading),
        cmocka_unit_test(test_heading_is_seen_from_above),
        cmocka_unit_test(test_lines_have_no_direction),
        cmocka_unit_test(test_wider),
        cmocka_unit_test(test_bends_of_the_spine),
        cmocka_unit_test(test_balance_is_before_a_point),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_the_gap_is_from_the_skin),
        cmocka_unit_test(test_paired_points_of_the_trunk),
        cmocka_unit_test(test_stretch_names_the_bone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
