#include "figure/props.h"

#include "figure/checks.h"
#include "figure/march.h"
#include "figure/proportions.h"
#include "figure/scene.h"

#include "figure/moves.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { FRAMES = 20 };

static PropUse *place(Arena *arena, Clip *clip, PropUse use) {
    PropUse *placed = list_push(arena, &clip->placed);
    *placed = use;
    return placed;
}

// Rocking on both thighs, forearms on the floor.
static Clip *thigh_rocking(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "rocking";
    for (int i = 0; i < 2; i++)
        ADD_POSE(arena, clip, i ? "HIGH" : "LOW", {DOF_PITCH, i ? -79 : -82}, {DOF_ROOT_X, i ? -0.09 : 0.06},
                 {DOF_ROOT_Y, i ? 0.257 : 0.273}, {DOF_NECK_F, -6}, BOTH(DOF_HIP_F, i ? -1 : 2), BOTH(DOF_KNEE, 4),
                 BOTH(DOF_ANKLE, -40), BOTH(DOF_SHOULDER_F, i ? 92 : 66), BOTH(DOF_ELBOW, i ? 76 : 104));
    there_and_back(arena, clip, 4000, 4000);
    add_contact(arena, clip, CONTACT_ELBOW, RIGHT);
    add_contact(arena, clip, CONTACT_ELBOW, LEFT);
    place(arena, clip, (PropUse){.kind = PROP_ROLLER, .place = PLACE_THIGH, .at = {true, true}, .share = 0.74});
    return clip;
}

static Clip *leaning_at_wall(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "leaning";
    clip->is_standing = clip->per_side = true;
    for (int i = 0; i < 2; i++) {
        Pose *pose = ADD_POSE(arena, clip, i ? "END" : "START",
                              {DOF_PITCH, i ? -12 : -4}, {DOF_ROOT_X, i ? -0.1 : -0.21}, {DOF_ROOT_Y, i ? 0.838 : 0.872},
                              {DOF_HIP_F, i ? -10 : -7}, {DOF_SHOULDER_F, i ? 49 : 59}, {DOF_SHOULDER_R, i ? -5 : -3},
                              {DOF_KNEE, i ? 0 : 7}, {DOF_ELBOW, i ? 114 : 59}, {LEFT_OF(DOF_HIP_F), i ? 41 : 20},
                              {LEFT_OF(DOF_SHOULDER_F), i ? 49 : 59}, {LEFT_OF(DOF_SHOULDER_R), i ? -5 : -3},
                              {LEFT_OF(DOF_ELBOW), i ? 114 : 59}, {DOF_SHOULDER_A, i ? 3 : 0},
                              {LEFT_OF(DOF_SHOULDER_A), i ? 3 : 0}, {LEFT_OF(DOF_KNEE), i ? 41 : 0});
        pose->flat_foot[RIGHT] = pose->flat_foot[LEFT] = 1;
    }
    there_and_back(arena, clip, 3000, 3000);
    for (int side = RIGHT; side < SIDES; side++) {
        add_contact(arena, clip, CONTACT_FOOT, side);
        *list_push(arena, &clip->planted) = (Contact){CONTACT_HAND, side, PROP_WALL};
    }
    place(arena, clip, (PropUse){.kind = PROP_WALL, .x = 0.5});
    return clip;
}

static Clip *sitting(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "sitting";
    for (int i = 0; i < 2; i++) {
        Pose *pose = ADD_POSE(arena, clip, i ? "END" : "START", {DOF_ROOT_Y, 0.50}, {DOF_PITCH, i ? -20 : 0},
                              BOTH(DOF_HIP_F, i ? 106 : 86), BOTH(DOF_HIP_A, 4), BOTH(DOF_KNEE, 86),
                              BOTH(DOF_SHOULDER_F, i ? 12 : -10), BOTH(DOF_SHOULDER_R, -12), BOTH(DOF_ELBOW, 75));
        pose->flat_foot[RIGHT] = pose->flat_foot[LEFT] = pose->flat_hand[RIGHT] = pose->flat_hand[LEFT] = 1;
        for (int side = RIGHT; side < SIDES; side++)
            clip->poses.items[i].hands[side] = (HandHold){.place = PLACE_THIGH, .side = side, .share = 0.8};
    }
    there_and_back(arena, clip, 3000, 3000);
    add_contact(arena, clip, CONTACT_FOOT, RIGHT);
    add_contact(arena, clip, CONTACT_FOOT, LEFT);
    *list_push(arena, &clip->planted) = (Contact){CONTACT_PELVIS, RIGHT, PROP_CHAIR};
    place(arena, clip, (PropUse){.kind = PROP_CHAIR, .x = 0.03});
    return clip;
}

static void stance_at(const Motion *motion, int frame, Stance *stance) {
    motion_stance(motion, 0, 1, frame / (double)FRAMES, 0.5, NULL, stance);
}

static Obstacles obstacles_of(const Motion *motion) {
    Contacts contacts;
    motion_contacts(motion, 0, 0, 0, &contacts);
    return contacts.obstacles;
}

static void test_distances(void **state) {
    (void)state;
    Vec hips = {0, 1, 0};
    Obstacle wall = {.kind = PROP_WALL, .at = {0.5, 0, 0}, .faces = {-1, 0, 0}};
    assert_true(fabs(obstacle_distance(&wall, hips, vec(0.2, 1, 3)) - 0.3) < 1e-12);
    assert_true(fabs(obstacle_distance(&wall, hips, vec(0.6, 1, 3)) + 0.1) < 1e-12);
    Obstacle seat = {.kind = PROP_CHAIR, .at = {0, SEAT_HEIGHT, 0}, .faces = {0, 1, 0}};
    assert_true(fabs(obstacle_distance(&seat, hips, vec(0.1, SEAT_HEIGHT + 0.2, 0)) - 0.2) < 1e-12);
    assert_true(fabs(obstacle_distance(&seat, hips, vec(SEAT_HALF + 0.3, SEAT_HEIGHT - 0.01, 0)) - 0.3) < 1e-12);
    assert_true(fabs(obstacle_distance(&seat, hips, vec(0.1, SEAT_HEIGHT - 0.01, 0)) + 0.01) < 1e-12);
    Obstacle door = {.kind = PROP_DOORWAY, .at = {0, 0, 0}, .faces = {-1, 0, 0}, .gap = 0.5};
    assert_true(fabs(obstacle_distance(&door, hips, vec(0.05, 1, 0.2)) - 0.3) < 1e-12);
    assert_true(fabs(obstacle_distance(&door, hips, vec(-0.2, 1, 0.9)) - 0.2) < 1e-12);
    assert_true(obstacle_distance(&door, hips, vec(DOORPOST / 2, 1, -0.9)) < -0.05);
    Obstacle roller = {.kind = PROP_ROLLER, .at = {0, ROLLER_RADIUS, 0}, .home = hips};
    assert_true(fabs(obstacle_distance(&roller, hips, vec(0, 0.25, 1)) - 0.25 + 2 * ROLLER_RADIUS) < 1e-12);
    assert_true(fabs(obstacle_distance(&roller, vec(0.2, 1, 0), vec(0.1, 0.25, 1)) - 0.25 + 2 * ROLLER_RADIUS) < 1e-12);
}

static void test_a_wall_faces_the_figure(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = leaning_at_wall(&arena);
    Obstacles obstacles;
    obstacles_make(clip, &obstacles);
    assert_true(obstacles.items[0].faces.x == -1);
    clip->placed.items[0] = (PropUse){.kind = PROP_WALL, .x = -0.6};
    obstacles_make(clip, &obstacles);
    assert_true(obstacles.items[0].faces.x == 1);
    clip->placed.items[0] = (PropUse){.kind = PROP_WALL, .z = -0.6, .is_beside = true};
    obstacles_make(clip, &obstacles);
    assert_true(obstacles.items[0].faces.z == 1 && obstacles.items[0].at.z == -0.6);
    arena_free(&arena);
}

static void test_palms_stay_flat_on_the_wall(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, leaning_at_wall(&arena));
    Obstacles obstacles = obstacles_of(motion);
    Vec first[SIDES];
    for (int frame = 0; frame <= FRAMES; frame++) {
        Stance stance;
        stance_at(motion, frame, &stance);
        assert_true(skin_nearest(&obstacles, &stance, NULL) > -0.002);
        for (int side = RIGHT; side < SIDES; side++) {
            Bone hand = BONE_SIDE(BONE_HAND, side);
            if (frame == 0) first[side] = stance.joint[hand];
            assert_true(vec_distance(first[side], stance.joint[hand]) < 0.002);
            assert_true(fabs(stance.joint[hand].x + SKIN_WRIST - 0.5) < 0.002);
            assert_true(fabs(stance.axes[hand].z.x) > 0.99); // the palm
            assert_true(stance.axes[hand].y.y < -0.8);       // fingers up
        }
    }
    arena_free(&arena);
}

static void test_a_roller_goes_half_as_far_and_carries(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, thigh_rocking(&arena));
    Obstacles obstacles = obstacles_of(motion);
    assert_int_equal(obstacles.rest_count, 2);
    Stance low, high;
    stance_at(motion, 0, &low);
    stance_at(motion, FRAMES, &high);
    Vec from = obstacle_middle(&obstacles.items[0], low.joint[BONE_PELVIS]);
    Vec to = obstacle_middle(&obstacles.items[0], high.joint[BONE_PELVIS]);
    double hips = high.joint[BONE_PELVIS].x - low.joint[BONE_PELVIS].x;
    assert_true(hips < -0.13);
    assert_true(fabs(to.x - from.x - hips / 2) < 1e-12 && from.y == ROLLER_RADIUS);
    for (int frame = 0; frame <= FRAMES; frame++) {
        Stance stance;
        stance_at(motion, frame, &stance);
        for (int i = 0; i < 2; i++) assert_true(fabs(rest_gap(&obstacles, &obstacles.rests[i], &stance)) < 0.001);
        assert_true(skin_nearest(&obstacles, &stance, NULL) > 0);
    }
    arena_free(&arena);
}

// One place of the body rolls over the top of the roller, as far to one side as to the other.
static void test_a_buttock_rolls_to_both_sides(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = thigh_rocking(&arena);
    clip->placed.items[0].place = PLACE_BUTTOCK;
    Obstacles obstacles;
    obstacles_make(clip, &obstacles);
    double ahead[2];
    for (int i = 0; i < 2; i++) {
        Stance stance;
        skeleton_stand(&clip->poses.items[i].pose, &stance);
        Vec buttock = stance_point(&stance, obstacles.rests[0].from);
        ahead[i] = buttock.x - obstacle_middle(&obstacles.items[0], stance.joint[BONE_PELVIS]).x;
    }
    assert_true(fabs(ahead[0] - ahead[1]) > 0.06 && fabs(ahead[0] + ahead[1]) < 0.004); // the hips pitch by 3 degrees
    arena_free(&arena);
}

static void test_sitting_bones_and_hands_on_thighs(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, sitting(&arena));
    Obstacles obstacles = obstacles_of(motion);
    for (int frame = 0; frame <= FRAMES; frame++) {
        Stance stance;
        stance_at(motion, frame, &stance);
        assert_true(fabs(stance.joint[BONE_PELVIS].y - SEAT_HEIGHT - SIT_BONES) < 0.003);
        assert_true(skin_nearest(&obstacles, &stance, NULL) > -0.003);
        for (int side = RIGHT; side < SIDES; side++) {
            assert_true(motion_hand_gap(motion, 0, 1, frame / (double)FRAMES, &stance, side) < 0.01);
            double radius;
            Vec thigh = stance_point(&stance, place_middle(PLACE_THIGH, side, 0.8, &radius));
            BonePoint grip = {BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP, 0}};
            double away = vec_distance(thigh, stance_point(&stance, grip));
            assert_true(away > radius && away < radius + 0.03);
            // The palm looks at the thigh.
            Vec palm = vec_scale(stance.axes[BONE_SIDE(BONE_HAND, side)].z, side == RIGHT ? -1 : 1);
            assert_true(vec_angle_deg(palm, vec_sub(thigh, stance_point(&stance, grip))) < 35);
        }
    }
    arena_free(&arena);
}

// Legs stay where they were: the arms do the reaching.
static void test_hands_do_not_pull_the_body(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = sitting(&arena);
    Stance with, without;
    motion_stance(motion_make(&arena, clip), 1, 1, 0, 0, NULL, &with);
    for (int i = 0; i < 4; i++) clip->poses.items[i / 2].hands[i % 2] = (HandHold){0};
    motion_stance(motion_make(&arena, clip), 1, 1, 0, 0, NULL, &without);
    for (Bone bone = BONE_THIGH; bone <= BONE_FOOT; bone++)
        assert_true(vec_distance(with.joint[bone], without.joint[bone]) < 0.01);
    arena_free(&arena);
}

static const CheckResult *worst_of(const CheckReport *report, const char *id, const char *label) {
    for (int i = 0; i < report->results.count; i++)
        if (strcmp(report->results.items[i].id, id) == 0 && strstr(report->results.items[i].label, label))
            return &report->results.items[i];
    return NULL;
}

static void test_checks_find_what_is_wrong(void **state) {
    (void)state;
    Arena arena = {0};
    CheckReport report;
    checks_run(&arena, motion_make(&arena, sitting(&arena)), &report);
    const CheckResult *depth = worst_of(&report, "U2", "prop"), *hand = worst_of(&report, "U10", "hand");
    assert_non_null(depth);
    assert_non_null(hand);
    assert_true(depth->pass && hand->pass);
    // No hand reaches the foot while the other is on the head.
    Clip *far = sitting(&arena);
    for (int i = 0; i < 2; i++) far->poses.items[i].hands[RIGHT] = (HandHold){.place = PLACE_HEAD};
    for (int i = 0; i < 2; i++) far->poses.items[i].hands[LEFT] = (HandHold){.place = PLACE_FOOT, .side = LEFT};
    checks_run(&arena, motion_make(&arena, far), &report);
    assert_false(worst_of(&report, "U10", "hand")->pass);
    // A wall stands where the shanks must be.
    Clip *wall = sitting(&arena);
    place(&arena, wall, (PropUse){.kind = PROP_WALL, .x = 0.30});
    checks_run(&arena, motion_make(&arena, wall), &report);
    assert_false(worst_of(&report, "U2", "prop")->pass);
    // Who leans needs no balance; who does not, does.
    checks_run(&arena, motion_make(&arena, leaning_at_wall(&arena)), &report);
    assert_null(worst_of(&report, "U9", "soles"));
    checks_run(&arena, motion_make(&arena, squat(&arena)), &report);
    assert_non_null(worst_of(&report, "U9", "soles"));
    assert_null(worst_of(&report, "U2", "prop"));
    arena_free(&arena);
}

// The shapes of a material, and the length of them all together.
static int shapes_of(const Body *body, Material material, double *length) {
    int count = 0;
    *length = 0;
    for (int i = 0; i < body->shape_count; i++) {
        if (body->parts[body->shapes[i].part].material != material) continue;
        *length += 2.0 * (double)body->shapes[i].box.half.x;
        count++;
    }
    return count;
}

static void test_a_strap_keeps_its_length(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = sitting(&arena);
    place(&arena, clip, (PropUse){.kind = PROP_STRAP, .place = PLACE_FOOT, .at = {true, false}});
    double lengths[2];
    for (int i = 0; i < 2; i++) {
        Pose pose = clip->poses.items[0].pose;
        pose.dof[DOF_HIP_F] += 25 + 12 * i; // the foot comes towards the hands
        Stance stance;
        skeleton_stand(&pose, &stance);
        PropScene props = prop_scene_make(clip, &stance, 1, vec(0, 0, 1));
        Body *body = arena_new(&arena, Body, 1);
        prop_shapes_add(&props, &stance, body);
        assert_int_equal(shapes_of(body, MATERIAL_STRAP, &lengths[i]), 7);
        assert_true(body->has_ribbons);
    }
    assert_true(fabs(lengths[0] - lengths[1]) < 1e-5);
    arena_free(&arena);
}

static void test_the_near_doorpost_is_a_veil(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = squat(&arena);
    place(&arena, clip, (PropUse){.kind = PROP_DOORWAY, .x = 0.42, .gap = 1});
    Stance stance;
    skeleton_stand(&clip->poses.items[0].pose, &stance);
    PropScene props = prop_scene_make(clip, &stance, 1, vec(0.6, 0.1, 0.8));
    Body *body = arena_new(&arena, Body, 1);
    prop_shapes_add(&props, &stance, body);
    assert_int_equal(body->shape_count, 0);
    assert_true(props.has_veil);
    prop_shapes_veil(&props, body);
    assert_int_equal(body->shape_count, 1);
    assert_true(body->shapes[0].centre.z > 0);
    assert_true(props.still_count == 1 && props.still[0].middle.z < 0);
    clip->placed.count = 0;
    props = prop_scene_make(clip, &stance, 1, vec(0.6, 0.1, 0.8));
    assert_false(props.has_veil);
    arena_free(&arena);
}

static void test_the_mat_lies_under_hands_and_before_walls(void **state) {
    (void)state;
    Arena arena = {0};
    Clip *clip = thigh_rocking(&arena);
    clip->props[PROP_MAT] = true;
    for (int i = 0; i < 2; i++) clip->poses.items[i].pose.flat_hand[RIGHT] = clip->poses.items[i].pose.flat_hand[LEFT] = 1;
    Motion *motion = motion_make(&arena, clip);
    Stance stances[2];
    for (int i = 0; i < 2; i++) motion_stance(motion, i, i, 0, 0, NULL, &stances[i]);
    double tip = stance_point(&stances[0], (BonePoint){BONE_HAND, {0, -BODY_HAND, 0}}).x;
    assert_true(scene_make(clip, stances, 2, 100).mat.x + 0.93 > tip);
    place(&arena, clip, (PropUse){.kind = PROP_WALL, .x = tip + 0.2});
    Scene scene = scene_make(clip, stances, 2, 100);
    assert_true(scene.mat.x + 0.93 < tip + 0.2 - 0.05);
    arena_free(&arena);
}

// Lying on the back with one arm stretched out sideways on the floor.
static double mat_beside(const Contact *planted, double arm_deg) {
    Arena arena = {0};
    Clip clip = {.id = "reach", .camera_el_deg = 20};
    Keyframe *key = list_push(&arena, &clip.poses);
    key->pose.dof[DOF_PITCH] = 90, key->pose.dof[DOF_ROOT_Y] = 0.1;
    key->pose.dof[DOF_SHOULDER_F] = key->pose.dof[DOF_SIDE(DOF_SHOULDER_F, LEFT)] = -9;
    key->pose.dof[DOF_SHOULDER_A] = arm_deg;
    clip.props[PROP_MAT] = true;
    if (planted) *list_push(&arena, &clip.planted) = *planted;
    Stance stance;
    skeleton_stand(&key->pose, &stance);
    double z = scene_make(&clip, &stance, 1, 100).mat.z;
    arena_free(&arena);
    return z;
}

// Across, the mat moves as far as it takes: under all, or if it is too narrow under the arms that bear weight.
static void test_the_mat_lies_under_arms_that_bear_weight(void **state) {
    (void)state;
    Contact hand = {CONTACT_HAND, RIGHT}, other = {CONTACT_HAND, LEFT}, off = {CONTACT_HAND, RIGHT, PROP_WALL};
    double middle = mat_beside(NULL, 0);
    assert_true(fabs(middle) < 0.06);
    assert_true(mat_beside(&hand, 40) > middle + 0.1);
    assert_true(mat_beside(&other, 40) < mat_beside(&hand, 40) - 0.1);
    assert_true(fabs(mat_beside(&off, 40) - mat_beside(NULL, 40)) < 1e-9);
}

// Every prop, once: what is drawn around the figure and on it.
static void draw(Clip *clip, double az, double el, const char *golden) {
    Arena arena = {0};
    clip->camera_az_deg = az, clip->camera_el_deg = el;
    Motion *motion = motion_make(&arena, clip);
    Stance stance;
    motion_stance(motion, 1, 1, 0, 0, NULL, &stance);
    Scene scene = scene_make(clip, &stance, 1, 120);
    March march = march_make(scene.width, scene.height);
    Picture picture = scene_poster(&scene, &march, clip, &stance, 1000, 1000);
    assert_golden_picture(golden, &picture, 2);
    picture_free(&picture);
    march_free(&march);
    arena_free(&arena);
}

static void test_pictures(void **state) {
    (void)state;
    Arena arena = {0};
    draw(leaning_at_wall(&arena), 0, 6, "tests/figure/golden/props-wall.png");
    Clip *rocking = thigh_rocking(&arena);
    rocking->props[PROP_MAT] = true;
    draw(rocking, 20, 12, "tests/figure/golden/props-roller.png");
    Clip *chair = sitting(&arena);
    place(&arena, chair, (PropUse){.kind = PROP_BAND, .place = PLACE_KNEE, .at = {true, true}});
    place(&arena, chair, (PropUse){.kind = PROP_STRAP, .place = PLACE_FOOT, .at = {true, false}});
    place(&arena, chair, (PropUse){.kind = PROP_WEIGHTS, .place = PLACE_HAND, .at = {true, true}});
    draw(chair, -35, 10, "tests/figure/golden/props-chair.png");
    Clip *door = squat(&arena);
    place(&arena, door, (PropUse){.kind = PROP_DOORWAY, .x = 0.42, .gap = 1});
    place(&arena, door, (PropUse){.kind = PROP_WALL, .x = -0.4});
    place(&arena, door, (PropUse){.kind = PROP_BALL, .place = PLACE_BUTTOCK, .at = {true, false}});
    draw(door, 40, 10, "tests/figure/golden/props-door.png");
    Clip *soft = bridge(&arena);
    soft->props[PROP_MAT] = true;
    place(&arena, soft, (PropUse){.kind = PROP_PILLOW, .place = PLACE_HEAD, .at = {true, true}});
    place(&arena, soft, (PropUse){.kind = PROP_TOWEL, .place = PLACE_PELVIS, .at = {true, true}});
    draw(soft, 20, 14, "tests/figure/golden/props-soft.png");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_a_wall_faces_the_figure),
        cmocka_unit_test(test_palms_stay_flat_on_the_wall),
        cmocka_unit_test(test_a_roller_goes_half_as_far_and_carries),
        cmocka_unit_test(test_a_buttock_rolls_to_both_sides),
        cmocka_unit_test(test_sitting_bones_and_hands_on_thighs),
        cmocka_unit_test(test_hands_do_not_pull_the_body),
        cmocka_unit_test(test_checks_find_what_is_wrong),
        cmocka_unit_test(test_a_strap_keeps_its_length),
        cmocka_unit_test(test_the_near_doorpost_is_a_veil),
        cmocka_unit_test(test_the_mat_lies_under_hands_and_before_walls),
        cmocka_unit_test(test_the_mat_lies_under_arms_that_bear_weight),
        cmocka_unit_test(test_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
