#include "figure/body.h"

#include "figure/poses.h"
#include "figure/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

static void make(const Pose *pose, double breath, Stance *stance, Body *body) {
    skeleton_stand(pose, stance);
    stance->breath = breath;
    body_make(stance, body);
}

static double distance_to(const Body *body, const ShapeList *list, Vec at) {
    return body_distance(body, list, lanes3_of((float)at.x, (float)at.y, (float)at.z))[0];
}

static double distance(const Body *body, Vec at) {
    ShapeList all;
    body_all_shapes(body, &all);
    return distance_to(body, &all, at);
}

// Walks from outside towards `to` until the surface is met.
static Vec surface(const Body *body, Vec from, Vec to) {
    Vec direction = vec_unit(vec_sub(to, from), vec(1, 0, 0));
    Vec at = from;
    for (int i = 0; i < 300; i++) at = vec_add(at, vec_scale(direction, 0.9 * distance(body, at)));
    assert_true(fabs(distance(body, at)) < 1e-3);
    return at;
}

static void a_standing_body_has_the_size_of_a_person(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    make(&test_poses[0].pose, 0, &stance, &body);
    double sole = surface(&body, vec(0.1, -1, 0.085), vec(0.1, 1, 0.085)).y;
    assert_true(sole > -0.006 && sole < 0.006);
    double crown = surface(&body, vec(0, 3, 0), vec(0, 0, 0)).y;
    assert_true(crown > 1.68 && crown < 1.74);
    double shoulder = surface(&body, vec(0, 1.37, 3), vec(0, 1.37, 0)).z;
    assert_true(shoulder > 0.20 && shoulder < 0.245);
    double belly = surface(&body, vec(3, 1.03, 0), vec(0, 1.03, 0)).x;
    assert_true(belly > 0.075 && belly < 0.105);
    double back = surface(&body, vec(-3, 1.26, 0), vec(0, 1.26, 0)).x;
    assert_true(back > -0.115 && back < -0.080);
}

static void a_standing_body_is_symmetrical(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    make(&test_poses[0].pose, 0.5, &stance, &body);
    srand(1);
    for (int i = 0; i < 2000; i++) {
        Vec at = vec(rand() % 800 / 1000.0 - 0.4, rand() % 1800 / 1000.0, rand() % 400 / 1000.0);
        double here = distance(&body, at), there = distance(&body, vec(at.x, at.y, -at.z));
        if (fabs(here) < 0.004) assert_true(fabs(here - there) < 5e-4);
    }
}

// Rays walk by the distance, so it must not grow faster than one walks.
static void the_distance_is_safe_to_walk_near_the_surface(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    srand(2);
    for (int p = 0; p < TEST_POSES; p++) {
        make(&test_poses[p].pose, 1, &stance, &body);
        for (int i = 0; i < 4000; i++) {
            Vec joint = stance.joint[rand() % BONE_COUNT];
            Vec at = vec_add(joint, vec(rand() % 400 / 1000.0 - 0.2, rand() % 400 / 1000.0 - 0.2, rand() % 400 / 1000.0 - 0.2));
            Vec step = vec_scale(vec_unit(vec(rand() % 200 - 100, rand() % 200 - 100, rand() % 200 - 100), vec(1, 0, 0)), 0.002);
            double here = distance(&body, at), there = distance(&body, vec_add(at, step));
            if (here > -0.005 && here < 0.03) assert_true(fabs(there - here) < 0.002 * 1.30);
        }
    }
}

// Only the shapes of some bones.
static void list_of(const Body *body, Bone first, Bone last, ShapeList *list) {
    *list = (ShapeList){0};
    for (int i = 0; i < body->shape_count; i++) {
        Bone bone = body->parts[body->shapes[i].part].bone;
        if (bone >= first && bone <= last) list->shapes[list->count++] = (short)i;
    }
}

// The gradient in closed form is the one of differences, wherever a ray may end.
static void the_gradient_is_where_the_distance_grows(void **state) {
    (void)state;
    static Body body;
    ShapeList all;
    const double e = 1e-4;
    int compared = 0, apart = 0;
    srand(4);
    for (int pose = 0; pose < TEST_POSES; pose++) {
        Stance stance;
        make(&test_poses[pose].pose, 0, &stance, &body);
        body_all_shapes(&body, &all);
        for (int i = 0; i < 4000; i++) {
            Point centre = body.shapes[rand() % body.shape_count].bound_centre;
            Vec at = vec(centre.x + rand() % 200 / 1000.0 - 0.1, centre.y + rand() % 200 / 1000.0 - 0.1,
                         centre.z + rand() % 200 / 1000.0 - 0.1);
            double here = distance_to(&body, &all, at);
            if (fabs(here) > 0.01) continue;
            Surface surface = body_surface(&body, &all, lanes3_of((float)at.x, (float)at.y, (float)at.z));
            assert_true(fabs(surface.distance[0] - here) < 1e-5);
            Vec closed = vec(surface.gradient.x[0], surface.gradient.y[0], surface.gradient.z[0]), steps[3];
            for (int axis = 0; axis < 3; axis++)
                steps[axis] = vec(axis == 0 ? e : 0, axis == 1 ? e : 0, axis == 2 ? e : 0);
            double slopes[3];
            for (int axis = 0; axis < 3; axis++)
                slopes[axis] = (distance_to(&body, &all, vec_add(at, steps[axis])) -
                                distance_to(&body, &all, vec_sub(at, steps[axis]))) / (2 * e);
            compared++;
            apart += vec_distance(closed, vec(slopes[0], slopes[1], slopes[2])) > 0.05;
        }
    }
    assert_true(compared > 2000);
    assert_true(apart * 200 < compared); // only creases, where the difference takes in both sides
}

static void a_calf_does_not_melt_into_the_thigh(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    Pose pose = test_poses[0].pose;
    pose.dof[DOF_SIDE(DOF_KNEE, LEFT)] = 142;
    make(&pose, 0, &stance, &body);
    Bone thigh = BONE_SIDE(BONE_THIGH, LEFT), shank = BONE_SIDE(BONE_SHANK, LEFT);
    ShapeList thighs, shanks, both;
    list_of(&body, thigh, thigh, &thighs);
    list_of(&body, shank, shank, &shanks);
    list_of(&body, thigh, shank, &both);
    Vec hip = stance.joint[thigh], knee = stance.joint[shank], ankle = stance.joint[BONE_SIDE(BONE_FOOT, LEFT)];
    for (double share = 0.35; share < 0.9; share += 0.05) { // between the two, well away from the knee
        Vec at = vec_lerp(vec_lerp(knee, hip, share), vec_lerp(knee, ankle, share), 0.55);
        double apart = fmin(distance_to(&body, &thighs, at), distance_to(&body, &shanks, at));
        assert_true(fabs(distance_to(&body, &both, at) - apart) < 1e-5);
    }
    double most = 0; // but round the knee there is no crack
    for (int i = 0; i < 5000; i++) {
        Vec at = vec_add(knee, vec(rand() % 140 / 1000.0 - 0.07, rand() % 140 / 1000.0 - 0.07, rand() % 140 / 1000.0 - 0.07));
        double apart = fmin(distance_to(&body, &thighs, at), distance_to(&body, &shanks, at));
        most = fmax(most, apart - distance_to(&body, &both, at));
    }
    assert_true(most > 0.001 && most < 0.01);
}

static Material material_towards(const Body *body, Vec from, Vec to) {
    ShapeList all;
    body_all_shapes(body, &all);
    Vec at = surface(body, from, to);
    Surface met = body_surface(body, &all, lanes3_of((float)at.x, (float)at.y, (float)at.z));
    return body_material(body, met.part[0], (Point){(float)at.x, (float)at.y, (float)at.z});
}

static void everybody_is_dressed(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    make(&test_poses[0].pose, 0, &stance, &body);
    static const struct {
        double height, z;
        Material front, back;
    } rows[] = {
        {1.68, 0, MATERIAL_HAIR, MATERIAL_HAIR},     {1.58, 0, MATERIAL_SKIN, MATERIAL_HAIR},
        {1.48, 0, MATERIAL_SKIN, MATERIAL_SKIN},     {1.25, 0, MATERIAL_TOP, MATERIAL_TOP},
        {1.00, 0, MATERIAL_TOP, MATERIAL_TOP},       {0.90, 0.06, MATERIAL_TIGHTS, MATERIAL_TIGHTS},
        {0.60, 0.085, MATERIAL_TIGHTS, MATERIAL_TIGHTS}, {0.48, 0.085, MATERIAL_SKIN, MATERIAL_SKIN},
        {0.25, 0.085, MATERIAL_SKIN, MATERIAL_SKIN}, {0.09, 0.085, MATERIAL_SOCK, MATERIAL_SOCK},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int side = -1; side <= 1; side += 2) {
            double z = side * rows[i].z;
            assert_int_equal(material_towards(&body, vec(2, rows[i].height, z), vec(0, rows[i].height, z)), rows[i].front);
            assert_int_equal(material_towards(&body, vec(-2, rows[i].height, z), vec(0, rows[i].height, z)), rows[i].back);
        }
    }
}

static void a_breath_lifts_belly_and_chest(void **state) {
    (void)state;
    static Body empty, full;
    Stance stance;
    make(&test_poses[0].pose, 0, &stance, &empty);
    make(&test_poses[0].pose, 1, &stance, &full);
    double belly = surface(&full, vec(3, 1.05, 0), vec(0, 1.05, 0)).x - surface(&empty, vec(3, 1.05, 0), vec(0, 1.05, 0)).x;
    double chest = surface(&full, vec(3, 1.22, 0), vec(0, 1.22, 0)).x - surface(&empty, vec(3, 1.22, 0), vec(0, 1.22, 0)).x;
    double back = surface(&full, vec(-3, 1.05, 0), vec(0, 1.05, 0)).x - surface(&empty, vec(-3, 1.05, 0), vec(0, 1.05, 0)).x;
    assert_true(belly > 0.004 && belly < 0.015);
    assert_true(chest > 0.002 && chest < 0.010);
    assert_true(fabs(back) < 0.001);
}

static void fingers_curl_towards_the_palm(void **state) {
    (void)state;
    static Body straight, fist;
    Stance stance;
    Pose pose = test_poses[0].pose;
    make(&pose, 0, &stance, &straight);
    pose.dof[DOF_FINGERS] = pose.dof[DOF_SIDE(DOF_FINGERS, LEFT)] = 90;
    make(&pose, 0, &stance, &fist);
    for (int side = 0; side < SIDES; side++) {
        Vec tip = stance_point(&stance, (BonePoint){BONE_SIDE(BONE_HAND, side), vec(0.012, -0.165, 0)});
        ShapeList hand;
        list_of(&straight, BONE_SIDE(BONE_HAND, side), BONE_SIDE(BONE_HAND, side), &hand);
        assert_true(distance_to(&straight, &hand, tip) < 0.004);
        assert_true(distance_to(&fist, &hand, tip) > 0.03);
        double palm = side == LEFT ? 1 : -1; // palms of hanging arms face the body
        Vec under = stance_point(&stance, (BonePoint){BONE_SIDE(BONE_HAND, side), vec(0.010, -0.09, palm * 0.045)});
        assert_true(distance_to(&fist, &hand, under) < distance_to(&straight, &hand, under) - 0.005);
    }
}

static void muscles_light_one_side_of_a_move_done_per_side(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    Clip clip = {.id = "test", .per_side = true};
    clip.muscles[MUSCLE_QUADS] = MUSCLE_WORKS;
    clip.muscles[MUSCLE_HAMSTRINGS] = MUSCLE_STRETCHES;
    make(&test_poses[0].pose, 0, &stance, &body);
    body_add_muscles(&body, &stance, &clip, 0.5);
    assert_int_equal(body.field_count, 2);
    for (int i = 0; i < body.field_count; i++) {
        assert_true(body.fields[i].centre.z > 0); // the right leg of a figure that faces right
        assert_int_equal(body.fields[i].chains, 1 << CHAIN_LEG_RIGHT);
        assert_true(body.fields[i].warm + body.fields[i].cool == 0.5f);
    }
    assert_true(body.fields[0].warm > 0 && body.fields[1].cool > 0);
    clip.per_side = false;
    make(&test_poses[0].pose, 0, &stance, &body);
    body_add_muscles(&body, &stance, &clip, 1);
    assert_int_equal(body.field_count, 4);
    clip.muscles[MUSCLE_ABS] = MUSCLE_WORKS; // lie in the middle, once
    make(&test_poses[0].pose, 0, &stance, &body);
    body_add_muscles(&body, &stance, &clip, 1);
    assert_int_equal(body.field_count, 6);
}

// The left foot in the air: only the right leg is lit; both on the floor: both, by half.
static void the_light_of_walking_is_on_the_leg_that_stands(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    Clip clip = {.id = "walk"};
    Phase phase = {.is_through = true};
    clip.phases.items = &phase, clip.phases.count = 1;
    clip.muscles[MUSCLE_CALVES] = MUSCLE_WORKS;
    Pose pose = {0};
    pose.dof[DOF_ROOT_Y] = 0.9005;
    for (int lifted = 0; lifted < 2; lifted++) {
        if (lifted) pose.dof[DOF_SIDE(DOF_KNEE, LEFT)] = 60;
        make(&pose, 0, &stance, &body);
        body_add_muscles(&body, &stance, &clip, 1);
        assert_int_equal(body.field_count, 2);
        for (int i = 0; i < 2; i++) {
            float expected = lifted ? (body.fields[i].centre.z > 0 ? 1 : 0) : 0.5f;
            assert_true(fabsf(body.fields[i].warm - expected) < 1e-4f);
        }
    }
}

static void every_muscle_lies_under_the_surface(void **state) {
    (void)state;
    static Body body;
    Stance stance;
    for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
        Clip clip = {.id = "test"};
        clip.muscles[muscle] = MUSCLE_WORKS;
        make(&test_poses[0].pose, 0, &stance, &body);
        body_add_muscles(&body, &stance, &clip, 1);
        assert_true(body.field_count > 0);
        for (int i = 0; i < body.field_count; i++) {
            Point c = body.fields[i].centre;
            assert_true(fabs(distance(&body, vec(c.x, c.y, c.z))) < 0.05);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_standing_body_has_the_size_of_a_person),
        cmocka_unit_test(a_standing_body_is_symmetrical),
        cmocka_unit_test(the_distance_is_safe_to_walk_near_the_surface),
        cmocka_unit_test(the_gradient_is_where_the_distance_grows),
        cmocka_unit_test(a_calf_does_not_melt_into_the_thigh),
        cmocka_unit_test(everybody_is_dressed),
        cmocka_unit_test(a_breath_lifts_belly_and_chest),
        cmocka_unit_test(fingers_curl_towards_the_palm),
        cmocka_unit_test(muscles_light_one_side_of_a_move_done_per_side),
        cmocka_unit_test(the_light_of_walking_is_on_the_leg_that_stands),
        cmocka_unit_test(every_muscle_lies_under_the_surface),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
