#include "figure/motion.h"
#include "figure/proportions.h"

#include "figure/moves.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { FRAMES = 20 };

typedef Clip *(*Maker)(Arena *arena);
static const Maker makers[] = {bridge, squat, clam, bird_dog, childs_pose};
enum { MAKERS = sizeof makers / sizeof makers[0] };

typedef void (*FrameTest)(const Motion *motion, const Phase *phase, double position, const Pose *pose, const Stance *stance);

static void every_frame(const Motion *motion, FrameTest test) {
    const Clip *clip = motion_clip(motion);
    for (int p = 0; p < clip->phases.count; p++)
        for (int frame = 0; frame <= FRAMES; frame++) {
            const Phase *phase = &clip->phases.items[p];
            Pose pose;
            Stance stance;
            double position = frame / (double)FRAMES;
            motion_stance(motion, phase->from, phase->to, position, (frame % 5) / 4.0, &pose, &stance);
            test(motion, phase, position, &pose, &stance);
        }
}

static void every_move(FrameTest test) {
    Arena arena = {0};
    for (int i = 0; i < MAKERS; i++) every_frame(motion_make(&arena, makers[i](&arena)), test);
    arena_free(&arena);
}

static void check_pins(const Motion *motion, const Phase *phase, double position, const Pose *pose, const Stance *stance) {
    (void)pose;
    Contacts contacts;
    motion_contacts(motion, phase->from, phase->to, position, &contacts);
    assert_true(contacts.pin_count > 0);
    for (int i = 0; i < contacts.pin_count; i++) {
        Pin pin = contacts.pins[i];
        Vec off = vec_sub(stance_point(stance, pin.point), pin.at);
        off = vec(pin.weight.x > 0 ? off.x : 0, pin.weight.y > 0 ? off.y : 0, pin.weight.z > 0 ? off.z : 0);
        if (vec_length(off) > 0.005)
            fail_msg("%s at %.2f: bone %d is %.1f mm off", motion_clip(motion)->id, position, (int)pin.point.bone,
                     1000 * vec_length(off));
    }
}

static void test_planted_points_stay(void **state) {
    (void)state;
    every_move(check_pins);
}

static void check_floor(const Motion *motion, const Phase *phase, double position, const Pose *pose, const Stance *stance) {
    (void)pose, (void)phase;
    const char *skin = "";
    double height = skin_lowest(stance, &skin);
    if (height < -0.002) fail_msg("%s at %.2f: %s is %.1f mm deep", motion_clip(motion)->id, position, skin, -1000 * height);
}

static void test_nothing_sinks_into_the_floor(void **state) {
    (void)state;
    every_move(check_floor);
}

static void check_limits(const Motion *motion, const Phase *phase, double position, const Pose *pose, const Stance *stance) {
    (void)stance, (void)phase, (void)position;
    for (int side = RIGHT; side < SIDES; side++)
        for (Dof dof = DOF_LIMBS; dof < DOF_LIMBS_END; dof++) {
            AngleRange range = skeleton_limit(DOF_SIDE(dof, side), pose->dof[DOF_SIDE(DOF_KNEE, side)]);
            double angle = pose->dof[DOF_SIDE(dof, side)];
            if (angle < range.min - 1e-9 || angle > range.max + 1e-9)
                fail_msg("%s: %s is %.1f", motion_clip(motion)->id, skeleton_dof_name(DOF_SIDE(dof, side)), angle);
        }
}

static void test_joints_keep_to_their_ranges(void **state) {
    (void)state;
    every_move(check_limits);
}

static void check_pose_gives_stance(const Motion *motion, const Phase *phase, double position, const Pose *pose,
                                    const Stance *stance) {
    (void)motion, (void)phase, (void)position;
    Stance again;
    skeleton_stand(pose, &again);
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        assert_true(vec_distance(again.joint[bone], stance->joint[bone]) < 1e-12);
        assert_true(axes_angle_deg(again.axes[bone], stance->axes[bone]) < 1e-9);
    }
}

static void test_the_pose_describes_the_stance(void **state) {
    (void)state;
    every_move(check_pose_gives_stance);
}

// The steps between frames are small next to the whole way, so nothing jumps.
static void test_motion_is_smooth_and_begins_at_rest(void **state) {
    (void)state;
    Arena arena = {0};
    enum { FINE = 200 };
    for (int i = 0; i < MAKERS; i++) {
        Motion *motion = motion_make(&arena, makers[i](&arena));
        Stance last;
        double first_step = 0, longest = 0, way = 0;
        for (int frame = 0; frame <= FINE; frame++) {
            Stance stance;
            motion_stance(motion, 0, 1, frame / (double)FINE, 0, NULL, &stance);
            double step = 0;
            for (int bone = 0; frame && bone < BONE_COUNT; bone++)
                step = fmax(step, vec_distance(stance.joint[bone], last.joint[bone]));
            if (frame == 1) first_step = step;
            longest = fmax(longest, step);
            way += step;
            last = stance;
        }
        assert_true(way > 0.1);
        assert_true(longest < 3 * way / FINE);
        assert_true(first_step < 0.2 * longest);
    }
    arena_free(&arena);
}

// A leg that swings forward through its middle pose and back, bending the knee on the way.
static Motion *swing(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "swing";
    ADD_POSE(arena, clip, "BACK", {DOF_ROOT_Y, 1.2}, {DOF_HIP_F, -15});
    ADD_POSE(arena, clip, "MIDDLE", {DOF_ROOT_Y, 1.2}, {DOF_HIP_F, 5}, {DOF_KNEE, 50});
    ADD_POSE(arena, clip, "FRONT", {DOF_ROOT_Y, 1.2}, {DOF_HIP_F, 25});
    static const int ways[][2] = {{0, 1}, {1, 2}, {2, 1}, {1, 0}};
    for (int i = 0; i < 4; i++) {
        add_phase(arena, clip, ways[i][0], ways[i][1], 500);
        clip->phases.items[i].is_through = ways[i][1] == 1;
    }
    return motion_make(arena, clip);
}

static double angle_at(const Motion *motion, int from, int to, double position, Dof dof) {
    Pose pose;
    motion_stance(motion, from, to, position, 0, &pose, NULL);
    return pose.dof[dof];
}

static void test_goes_through_a_pose_without_stopping(void **state) {
    (void)state;
    Arena arena = {0};
    const Motion *motion = swing(&arena);
    const double step = 0.001;
    double before = 5 - angle_at(motion, 0, 1, 1 - step, DOF_HIP_F), after = angle_at(motion, 1, 2, step, DOF_HIP_F) - 5;
    assert_true(before > 10 * step && fabs(after - before) < 0.01 * before);
    assert_true(angle_at(motion, 0, 1, step, DOF_HIP_F) + 15 < step);
    assert_true(25 - angle_at(motion, 1, 2, 1 - step, DOF_HIP_F) < step);
    double highest = 0;
    for (int frame = 0; frame <= FRAMES; frame++) {
        double t = frame / (double)FRAMES, there = angle_at(motion, 0, 1, t, DOF_HIP_F);
        assert_true(fabs(there - angle_at(motion, 1, 0, 1 - t, DOF_HIP_F)) < 1e-6);
        highest = fmax(highest, fmax(angle_at(motion, 0, 1, t, DOF_KNEE), angle_at(motion, 1, 2, t, DOF_KNEE)));
    }
    assert_true(fabs(highest - 50) < 1e-6); // where the knee turns back it does stop
    arena_free(&arena);
}

static void test_ends_of_a_phase_are_the_held_poses(void **state) {
    (void)state;
    Arena arena = {0};
    for (int i = 0; i < MAKERS; i++) {
        Motion *motion = motion_make(&arena, makers[i](&arena));
        for (int end = 0; end < 2; end++) {
            Stance moving, held;
            motion_stance(motion, 0, 1, end, 0, NULL, &moving);
            motion_stance(motion, end, end, 0.4, 0, NULL, &held);
            for (int bone = 0; bone < BONE_COUNT; bone++) {
                assert_true(vec_distance(moving.joint[bone], held.joint[bone]) < 1e-3);
                assert_true(axes_angle_deg(moving.axes[bone], held.axes[bone]) < 0.3);
            }
        }
    }
    arena_free(&arena);
}

static void test_breathing_moves_a_little_but_not_the_contacts(void **state) {
    (void)state;
    Arena arena = {0};
    for (int i = 0; i < MAKERS; i++) {
        Motion *motion = motion_make(&arena, makers[i](&arena));
        Pose empty, full;
        Stance before, after;
        motion_stance(motion, 1, 1, 0, 0, &empty, &before);
        motion_stance(motion, 1, 1, 0, 1, &full, &after);
        assert_true(before.breath == 0 && after.breath == 1);
        double most = 0;
        for (Dof dof = DOF_LUMBAR_F; dof < DOF_COUNT; dof++) most = fmax(most, fabs(full.dof[dof] - empty.dof[dof]));
        if (most < 0.3 || most > 2) fail_msg("%s breathes by %.2f degrees", motion_clip(motion)->id, most);
    }
    arena_free(&arena);
}

static void test_feet_and_palms_lie_flat(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, bridge(&arena));
    for (int frame = 0; frame <= FRAMES; frame++) {
        Stance stance;
        motion_stance(motion, 0, 1, frame / (double)FRAMES, 0.5, NULL, &stance);
        for (int side = RIGHT; side < SIDES; side++) {
            Bone foot = BONE_SIDE(BONE_FOOT, side), hand = BONE_SIDE(BONE_HAND, side);
            assert_true(stance.axes[foot].y.y > 1 - 1e-9 && fabs(stance.joint[foot].y - BODY_ANKLE) < 1e-3);
            assert_true(fabs(stance.axes[hand].z.y) > 0.99 && fabs(stance.joint[hand].y - SKIN_WRIST) < 2e-3);
        }
    }
    arena_free(&arena);
}

// Up in the bridge the upper back still carries: it is not left hanging over the floor.
static void test_a_lying_back_stays_down(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, bridge(&arena));
    for (int frame = 0; frame <= FRAMES; frame++) {
        Stance stance;
        motion_stance(motion, 0, 1, frame / (double)FRAMES, 0, NULL, &stance);
        double lowest = 1;
        for (int i = 0; i < skin_count; i++) {
            Skin skin = skin_at(i);
            bool is_back = skin.centre.bone == BONE_CHEST || skin.centre.bone == BONE_NECK ||
                           skin.centre.bone == BONE_UPPER_ARM;
            if (is_back) lowest = fmin(lowest, stance_point(&stance, skin.centre).y - skin.radius);
        }
        assert_true(fabs(lowest) < 0.006);
    }
    arena_free(&arena);
}

static void test_planted_feet_do_not_swivel(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, squat(&arena));
    Stance first, stance;
    motion_stance(motion, 0, 1, 0, 0, NULL, &first);
    for (int frame = 1; frame <= FRAMES; frame++) {
        motion_stance(motion, 0, 1, frame / (double)FRAMES, 0, NULL, &stance);
        assert_true(axes_angle_deg(first.axes[BONE_FOOT], stance.axes[BONE_FOOT]) < 1e-3);
    }
    arena_free(&arena);
}

// The knees of the two sides do the same in a move that is the same on both.
static void test_both_sides_move_alike(void **state) {
    (void)state;
    Arena arena = {0};
    Motion *motion = motion_make(&arena, squat(&arena));
    Pose pose;
    motion_stance(motion, 0, 1, 0.37, 0.2, &pose, NULL);
    for (Dof dof = DOF_LIMBS; dof < DOF_LIMBS_END; dof++)
        assert_true(fabs(pose.dof[dof] - pose.dof[DOF_SIDE(dof, LEFT)]) < 0.01);
    arena_free(&arena);
}

typedef struct {
    const Motion *motion;
    Stance stances[FRAMES];
} Thread;

static void *sample(void *data) {
    Thread *thread = data;
    for (int i = 0; i < FRAMES; i++)
        motion_stance(thread->motion, 0, 1, i / (double)FRAMES, 0.3, NULL, &thread->stances[i]);
    return NULL;
}

static void test_same_figure_from_every_thread_and_every_time(void **state) {
    (void)state;
    Arena arena = {0};
    const Motion *motions[] = {motion_make(&arena, bird_dog(&arena)), motion_make(&arena, bird_dog(&arena))};
    static Thread threads[4];
    pthread_t ids[4];
    memset(threads, 0, sizeof threads);
    for (int i = 0; i < 4; i++) {
        threads[i].motion = motions[i % 2];
        assert_int_equal(pthread_create(&ids[i], NULL, sample, &threads[i]), 0);
    }
    for (int i = 0; i < 4; i++) pthread_join(ids[i], NULL);
    for (int i = 1; i < 4; i++) assert_memory_equal(threads[i].stances, threads[0].stances, sizeof threads[0].stances);
    arena_free(&arena);
}

// A pin out of reach is met as nearly as the limits allow, and the rest stays sound.
static void test_out_of_reach_is_no_disaster(void **state) {
    (void)state;
    Pose pose = {0};
    pose.dof[DOF_ROOT_Y] = 0.9;
    Contacts contacts = {0};
    BonePoint hand;
    assert_true(skeleton_point(text_of("wrist"), RIGHT, &hand));
    contacts_pin(&contacts, hand, vec(3, 1.4, 0.2), vec(1, 1, 1));
    contacts_solve(&contacts, &pose);
    Stance stance;
    skeleton_stand(&pose, &stance);
    assert_true(stance_point(&stance, hand).x > 1);
    assert_true(skin_lowest(&stance, NULL) > -0.02);
    check_limits(NULL, NULL, 0, &pose, &stance);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_planted_points_stay), cmocka_unit_test(test_nothing_sinks_into_the_floor),
        cmocka_unit_test(test_joints_keep_to_their_ranges), cmocka_unit_test(test_the_pose_describes_the_stance),
        cmocka_unit_test(test_motion_is_smooth_and_begins_at_rest),
        cmocka_unit_test(test_goes_through_a_pose_without_stopping),
        cmocka_unit_test(test_ends_of_a_phase_are_the_held_poses),
        cmocka_unit_test(test_breathing_moves_a_little_but_not_the_contacts),
        cmocka_unit_test(test_feet_and_palms_lie_flat), cmocka_unit_test(test_a_lying_back_stays_down),
        cmocka_unit_test(test_planted_feet_do_not_swivel),
        cmocka_unit_test(test_both_sides_move_alike),
        cmocka_unit_test(test_same_figure_from_every_thread_and_every_time),
        cmocka_unit_test(test_out_of_reach_is_no_disaster),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
