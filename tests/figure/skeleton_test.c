#include "figure/proportions.h"
#include "figure/skeleton.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

// "dof right|left|- value" triples are clumsy in C; a pose is a list of these instead.
typedef struct {
    Dof dof;
    double value;
} Angle;

typedef struct {
    const char *name;
    Side side;
    Vec at;
} Expected;

#define R(dof) dof
#define L(dof) DOF_SIDE(dof, LEFT)

static Pose pose_of(const Angle *angles, int count) {
    Pose pose = {0};
    for (int i = 0; i < count; i++) pose.dof[angles[i].dof] = angles[i].value;
    return pose;
}

static void expect_points(const Pose *pose, const Expected *expected, int count) {
    Stance stance;
    skeleton_stand(pose, &stance);
    for (int i = 0; i < count; i++) {
        BonePoint point;
        assert_true(skeleton_point(text_of(expected[i].name), expected[i].side, &point));
        Vec at = stance_point(&stance, point);
        if (vec_distance(at, expected[i].at) > 0.01)
            fail_msg("%s side %d at %.3f %.3f %.3f", expected[i].name, (int)expected[i].side, at.x, at.y, at.z);
    }
}

#define EXPECT(pose, ...) do {                                                             \
        const Expected list[] = {__VA_ARGS__};                                             \
        expect_points(&(pose), list, (int)(sizeof list / sizeof list[0]));                 \
    } while (0)
#define POSE(...) pose_of((const Angle[]){__VA_ARGS__}, (int)(sizeof((const Angle[]){__VA_ARGS__}) / sizeof(Angle)))

static void test_standing_straight(void **state) {
    (void)state;
    Pose pose = POSE({DOF_ROOT_Y, 0.9005});
    EXPECT(pose, {"crown", RIGHT, {0, 1.701, 0}}, {"shoulder", RIGHT, {0, 1.391, 0.180}},
           {"wrist", RIGHT, {0, 0.827, 0.180}}, {"knee", RIGHT, {0, 0.484, 0.085}},
           {"ankle", RIGHT, {0, 0.066, 0.085}}, {"toe", RIGHT, {0.190, 0, 0.085}},
           {"toe", LEFT, {0.190, 0, -0.085}});
}

static void test_bridge_top(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, 117}, {DOF_ROOT_Y, 0.298}, {DOF_THORAX_F, 3}, {DOF_NECK_F, 26}, {DOF_HEAD_F, 8},
                     {R(DOF_SHOULDER_F), -30}, {R(DOF_SHOULDER_A), 20}, {R(DOF_KNEE), 117},
                     {L(DOF_SHOULDER_F), -30}, {L(DOF_SHOULDER_A), 20}, {L(DOF_KNEE), 117});
    EXPECT(pose, {"shoulder", RIGHT, {-0.441, 0.084, 0.180}}, {"hip", RIGHT, {0, 0.298, 0.085}},
           {"knee", RIGHT, {0.371, 0.487, 0.085}}, {"ankle", RIGHT, {0.371, 0.069, 0.085}},
           {"c7", RIGHT, {-0.468, 0.072, 0}}, {"crown", RIGHT, {-0.745, 0.108, 0}});
}

static void test_clam_open(void **state) {
    (void)state;
    Pose pose = POSE({DOF_HEADING, 90}, {DOF_LEAN, -90}, {DOF_ROOT_Y, 0.17},
                     {R(DOF_HIP_F), -1}, {R(DOF_HIP_A), 17}, {R(DOF_HIP_R), 38}, {R(DOF_KNEE), 90},
                     {R(DOF_SHOULDER_F), -39}, {R(DOF_SHOULDER_A), 23}, {R(DOF_SHOULDER_R), -23}, {R(DOF_ELBOW), 94},
                     {L(DOF_HIP_F), 10}, {L(DOF_HIP_A), 4}, {L(DOF_HIP_R), -1}, {L(DOF_KNEE), 90},
                     {L(DOF_SHOULDER_F), 106}, {L(DOF_SHOULDER_A), -10}, {L(DOF_SHOULDER_R), -13}, {L(DOF_ELBOW), 138});
    EXPECT(pose, {"hip", RIGHT, {0, 0.255, 0}}, {"knee", RIGHT, {-0.398, 0.377, -0.007}},
           {"ankle", RIGHT, {-0.468, 0.131, -0.338}}, {"knee", LEFT, {-0.409, 0.056, 0.072}},
           {"shoulder", RIGHT, {0.490, 0.350, 0}}, {"elbow", RIGHT, {0.264, 0.473, -0.183}});
}

static void test_pigeon_end(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, 97}, {DOF_ROOT_Y, 0.118}, {DOF_LUMBAR_F, 7}, {DOF_HEAD_F, 5},
                     {R(DOF_HIP_F), 121}, {R(DOF_HIP_A), 36}, {R(DOF_HIP_R), 81}, {R(DOF_KNEE), 121},
                     {R(DOF_ANKLE), 10}, {R(DOF_SHOULDER_F), 9}, {R(DOF_SHOULDER_A), -15}, {R(DOF_SHOULDER_R), -13},
                     {R(DOF_ELBOW), 40}, {L(DOF_HIP_F), 98}, {L(DOF_HIP_A), -4}, {L(DOF_KNEE), 95},
                     {L(DOF_SHOULDER_F), 4}, {L(DOF_SHOULDER_A), -2}, {L(DOF_SHOULDER_R), -11}, {L(DOF_ELBOW), 53});
    EXPECT(pose, {"knee", RIGHT, {-0.207, 0.384, 0.330}}, {"ankle", RIGHT, {-0.184, 0.445, -0.083}},
           {"knee", LEFT, {-0.108, 0.519, -0.056}}, {"ankle", LEFT, {0.304, 0.592, -0.058}},
           {"elbow", RIGHT, {-0.188, 0.145, 0.098}}, {"wrist", RIGHT, {-0.040, 0.326, 0.014}});
}

static void test_bird_dog_end(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, -73}, {DOF_ROOT_Y, 0.471}, {R(DOF_HIP_F), -17}, {R(DOF_KNEE), 2},
                     {R(DOF_SHOULDER_F), 69}, {R(DOF_ELBOW), 10}, {L(DOF_HIP_F), 73}, {L(DOF_HIP_A), 1},
                     {L(DOF_KNEE), 93}, {L(DOF_ANKLE), -49}, {L(DOF_SHOULDER_F), 163}, {L(DOF_ELBOW), 2});
    EXPECT(pose, {"knee", RIGHT, {-0.417, 0.471, 0.085}}, {"ankle", RIGHT, {-0.834, 0.486, 0.085}},
           {"wrist", LEFT, {1.032, 0.623, -0.180}}, {"wrist", RIGHT, {0.472, 0.052, 0.180}},
           {"c7", RIGHT, {0.497, 0.623, 0}}, {"knee", LEFT, {0, 0.055, -0.092}});
}

static void test_palms_flat_on_all_fours_with_fingers_forward(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, -73}, {DOF_ROOT_Y, 0.471}, {R(DOF_SHOULDER_F), 69}, {R(DOF_ELBOW), 10},
                     {L(DOF_SHOULDER_F), 69}, {L(DOF_ELBOW), 10});
    pose.flat_hand[RIGHT] = pose.flat_hand[LEFT] = 1;
    Stance stance;
    skeleton_stand(&pose, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        Axes hand = stance.axes[BONE_SIDE(BONE_HAND, side)];
        double outward = side == RIGHT ? 1 : -1;
        assert_true(-hand.y.x > 0.99);            // fingers to the head
        assert_true(hand.z.y * outward > 0.99);   // back of the hand up
        assert_true(hand.x.z * outward < -0.99);  // thumbs to each other
        assert_true(BODY_HAND * -hand.y.y < 0 && fabs(BODY_HAND * hand.y.y - (SKIN_WRIST - SKIN_FINGER)) < 1e-4);
    }
}

static void test_palms_flat_behind_a_seated_trunk_point_away(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, 24}, {DOF_ROOT_Y, 0.095}, {R(DOF_SHOULDER_F), -37}, {R(DOF_SHOULDER_A), 13}, {R(DOF_ELBOW), 10},
                     {L(DOF_SHOULDER_F), -37}, {L(DOF_SHOULDER_A), 13}, {L(DOF_ELBOW), 10});
    pose.flat_hand[RIGHT] = pose.flat_hand[LEFT] = 1;
    Stance stance;
    skeleton_stand(&pose, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        Axes hand = stance.axes[BONE_SIDE(BONE_HAND, side)], forearm = stance.axes[BONE_SIDE(BONE_FOREARM, side)];
        assert_true(-hand.y.x < -0.8);
        assert_true(vec_angle_deg(hand.y, forearm.y) < 90); // which a wrist can do
    }
}

static void test_palms_flat_beside_the_body_lying(void **state) {
    (void)state;
    Pose pose = POSE({DOF_PITCH, 90}, {DOF_ROOT_Y, 0.1}, {R(DOF_SHOULDER_F), -6}, {R(DOF_SHOULDER_A), 20});
    pose.flat_hand[RIGHT] = 1;
    Stance stance;
    skeleton_stand(&pose, &stance);
    Axes hand = stance.axes[BONE_SIDE(BONE_HAND, RIGHT)];
    assert_true(-hand.y.x > 0.9 && hand.z.y > 0.99); // fingers towards the feet, which are at +x
}

static void test_flat_foot_is_level_whatever_the_shank_does(void **state) {
    (void)state;
    for (int knee = 0; knee <= 140; knee += 20) {
        Pose pose = POSE({DOF_ROOT_Y, 0.7}, {R(DOF_HIP_F), 40}, {R(DOF_HIP_A), 15}, {R(DOF_KNEE), knee});
        pose.flat_foot[RIGHT] = 1;
        Stance stance;
        skeleton_stand(&pose, &stance);
        assert_true(stance.axes[BONE_FOOT].y.y > 1 - 1e-12);
        assert_true(fabs(vec_length(stance.axes[BONE_FOOT].z) - 1) < 1e-12);
        assert_true(vec_dot(stance.axes[BONE_FOOT].x, stance.axes[BONE_SHANK].x) > 0);
    }
}

static void test_half_flat_is_half_way(void **state) {
    (void)state;
    Pose pose = POSE({DOF_ROOT_Y, 0.9}, {R(DOF_ANKLE), -40});
    Stance loose, half;
    skeleton_stand(&pose, &loose);
    pose.flat_foot[RIGHT] = 0.5;
    skeleton_stand(&pose, &half);
    assert_true(fabs(axes_angle_deg(loose.axes[BONE_FOOT], half.axes[BONE_FOOT]) - 20) < 1e-9);
}

// Left and right agree in the sign of every angle: a mirrored pose gives the mirrored figure.
static void test_both_sides_mean_the_same(void **state) {
    (void)state;
    for (Dof dof = DOF_LIMBS; dof < DOF_LIMBS_END; dof++) {
        Pose pose = POSE({R(DOF_ELBOW), 20}, {L(DOF_ELBOW), 20}, {dof, 17}, {DOF_SIDE(dof, LEFT), 17});
        Stance stance;
        skeleton_stand(&pose, &stance);
        for (int i = 0; i < skeleton_point_count; i++) {
            BonePoint right, left;
            assert_true(skeleton_point(text_of(skeleton_point_names[i]), RIGHT, &right));
            assert_true(skeleton_point(text_of(skeleton_point_names[i]), LEFT, &left));
            Vec a = stance_point(&stance, right), b = stance_point(&stance, left);
            assert_true(vec_distance(a, vec(b.x, b.y, -b.z)) < 1e-12);
        }
    }
}

static void test_signs_of_wrist_and_forearm(void **state) {
    (void)state;
    Stance stance;
    BonePoint tip;
    skeleton_point(text_of("fingertip"), RIGHT, &tip);
    Pose pose = POSE({DOF_WRIST_F, 30}); // palms face the thighs, at smaller z
    skeleton_stand(&pose, &stance);
    assert_true(stance_point(&stance, tip).z < BODY_SHOULDER_HALF - 0.05);
    pose = POSE({DOF_WRIST_A, 20});
    skeleton_stand(&pose, &stance);
    assert_true(stance_point(&stance, tip).x > 0.05); // thumbs are forward
    pose = POSE({DOF_FOREARM, 90});
    skeleton_stand(&pose, &stance);
    assert_true(stance.axes[BONE_HAND].x.z < -0.99); // thumb to the body
}

static void test_pelvis_angles_come_back(void **state) {
    (void)state;
    static const double rows[][4] = {{0, 0, 0, 0}, {90, 0, -90, 0}, {30, 117, 20, -40}, {90, 25, 90, 10},
                                     {-60, -89, 60, 5}, {0, 90, 0, 0}};
    for (int i = 0; i < (int)(sizeof rows / sizeof rows[0]); i++) {
        Pose pose = POSE({DOF_HEADING, rows[i][0]}, {DOF_PITCH, rows[i][1]}, {DOF_LEAN, rows[i][2]}, {DOF_TURN, rows[i][3]});
        Axes pelvis = skeleton_pelvis_axes(&pose);
        Pose again = POSE({DOF_HEADING, rows[i][0]}, {DOF_TURN, rows[i][3]});
        skeleton_set_pelvis(&again, pelvis);
        assert_true(axes_angle_deg(skeleton_pelvis_axes(&again), pelvis) < 1e-5);
        if (rows[i][2] < 89 && rows[i][2] > -89) assert_true(fabs(again.dof[DOF_PITCH] - rows[i][1]) < 1e-6);
    }
}

static void test_hand_angles_come_back(void **state) {
    (void)state;
    for (int side = RIGHT; side < SIDES; side++) {
        Pose pose = POSE({DOF_SIDE(DOF_FOREARM, side), 70}, {DOF_SIDE(DOF_WRIST_F, side), -80},
                         {DOF_SIDE(DOF_WRIST_A, side), 12});
        Stance stance;
        skeleton_stand(&pose, &stance);
        Pose again = {0};
        skeleton_set_hand(&again, side, axes_seen_from(stance.axes[BONE_SIDE(BONE_FOREARM, side)],
                                                       stance.axes[BONE_SIDE(BONE_HAND, side)]));
        for (Dof dof = DOF_FOREARM; dof <= DOF_WRIST_A; dof++)
            assert_true(fabs(again.dof[DOF_SIDE(dof, side)] - pose.dof[DOF_SIDE(dof, side)]) < 1e-6);
    }
}

static void test_blend_takes_the_short_way_at_even_speed(void **state) {
    (void)state;
    Axes a = axes_turn_y(axes_world, 170), b = axes_turn_y(axes_world, -170);
    assert_true(fabs(axes_angle_deg(a, b) - 20) < 1e-9);
    for (int i = 0; i <= 4; i++)
        assert_true(fabs(axes_angle_deg(a, axes_blend(a, b, i / 4.0)) - 5 * i) < 1e-9);
    assert_true(axes_angle_deg(axes_blend(a, a, 0.3), a) < 1e-12);
}

static void test_limits_and_names(void **state) {
    (void)state;
    for (Dof dof = 0; dof < DOF_COUNT; dof++) {
        assert_non_null(skeleton_dof_name(dof));
        assert_true(skeleton_limit(dof, 0).min < skeleton_limit(dof, 0).max);
    }
    assert_string_equal(skeleton_dof_name(DOF_SIDE(DOF_HIP_F, LEFT)), "hip left flexion");
    assert_true(skeleton_limit(DOF_HIP_R, 10).max < 65 && skeleton_limit(DOF_HIP_R, 60).max == 85);
    assert_true(skeleton_limit(DOF_SIDE(DOF_HIP_R, LEFT), 140).max == 85);
    assert_true(skeleton_limit(DOF_KNEE, 0).max == 145);
    assert_true(skeleton_limit(DOF_HIP_F, 3).max == 85 && skeleton_limit(DOF_SIDE(DOF_HIP_F, LEFT), 90).max == 125);
    assert_true(skeleton_limit(DOF_ANKLE, 0).max == 20 && skeleton_limit(DOF_SIDE(DOF_ANKLE, LEFT), 20).max == 35);
    for (int knee = 0; knee < 60; knee++) { // without a jump
        assert_true(fabs(skeleton_limit(DOF_HIP_F, knee + 1).max - skeleton_limit(DOF_HIP_F, knee).max) < 1.01);
        assert_true(fabs(skeleton_limit(DOF_ANKLE, knee + 1).max - skeleton_limit(DOF_ANKLE, knee).max) < 1.01);
    }
    BonePoint point;
    assert_false(skeleton_point(text_of("chin"), RIGHT, &point));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standing_straight), cmocka_unit_test(test_bridge_top),
        cmocka_unit_test(test_clam_open), cmocka_unit_test(test_pigeon_end), cmocka_unit_test(test_bird_dog_end),
        cmocka_unit_test(test_palms_flat_on_all_fours_with_fingers_forward),
        cmocka_unit_test(test_palms_flat_behind_a_seated_trunk_point_away),
        cmocka_unit_test(test_palms_flat_beside_the_body_lying),
        cmocka_unit_test(test_flat_foot_is_level_whatever_the_shank_does), cmocka_unit_test(test_half_flat_is_half_way),
        cmocka_unit_test(test_both_sides_mean_the_same), cmocka_unit_test(test_signs_of_wrist_and_forearm),
        cmocka_unit_test(test_pelvis_angles_come_back), cmocka_unit_test(test_hand_angles_come_back),
        cmocka_unit_test(test_blend_takes_the_short_way_at_even_speed), cmocka_unit_test(test_limits_and_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
