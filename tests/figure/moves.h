// Five moves as numbers, for tests of motion and checks; not the shipped scripts.
#pragma once

#include "figure/clip.h"

typedef struct {
    Dof dof;
    double value;
} Angle;

#define LEFT_OF(dof) DOF_SIDE(dof, LEFT)
#define BOTH(dof, value) {dof, value}, {DOF_SIDE(dof, LEFT), value}

static Pose *add_pose(Arena *arena, Clip *clip, const char *name, const Angle *angles, int count) {
    Keyframe *key = list_push(arena, &clip->poses);
    key->name = name;
    for (int i = 0; i < count; i++) key->pose.dof[angles[i].dof] = angles[i].value;
    return &key->pose;
}

#define ADD_POSE(arena, clip, name, ...)                                                            \
    add_pose(arena, clip, name, (const Angle[]){__VA_ARGS__},                                       \
             (int)(sizeof((const Angle[]){__VA_ARGS__}) / sizeof(Angle)))

static void add_phase(Arena *arena, Clip *clip, int from, int to, int ms) {
    *list_push(arena, &clip->phases) = (Phase){.name = from == to ? "stay" : "move", .from = from, .to = to,
        .duration_ms = ms, .is_hold = ms == 0, .breath = from == to ? BREATH_SLOW : BREATH_OUT};
}

static void add_contact(Arena *arena, Clip *clip, ContactKind kind, Side side) {
    *list_push(arena, &clip->planted) = (Contact){kind, side};
}

static void there_and_back(Arena *arena, Clip *clip, int there_ms, int back_ms) {
    add_phase(arena, clip, 0, 1, there_ms);
    add_phase(arena, clip, 1, 1, 0);
    add_phase(arena, clip, 1, 0, back_ms);
}

static inline Clip *bridge(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "bridge-reps";
    Pose *start = ADD_POSE(arena, clip, "START", {DOF_PITCH, 90}, {DOF_ROOT_X, 0.087}, {DOF_ROOT_Y, 0.1},
                           BOTH(DOF_HIP_F, 63), BOTH(DOF_KNEE, 140), BOTH(DOF_ANKLE, -13),
                           BOTH(DOF_SHOULDER_F, -6), BOTH(DOF_SHOULDER_A, 20));
    start->flat_foot[RIGHT] = start->flat_foot[LEFT] = 1;
    Pose *top = ADD_POSE(arena, clip, "TOP", {DOF_PITCH, 117}, {DOF_ROOT_Y, 0.298}, {DOF_THORAX_F, 3},
                         {DOF_NECK_F, 26}, {DOF_HEAD_F, 8}, BOTH(DOF_KNEE, 117),
                         BOTH(DOF_SHOULDER_F, -30), BOTH(DOF_SHOULDER_A, 20));
    top->flat_foot[RIGHT] = top->flat_foot[LEFT] = 1;
    there_and_back(arena, clip, 2000, 3000);
    for (int side = RIGHT; side < SIDES; side++) {
        add_contact(arena, clip, CONTACT_FOOT, side);
        add_contact(arena, clip, CONTACT_HAND, side);
    }
    add_contact(arena, clip, CONTACT_SHOULDERS, RIGHT);
    return clip;
}

static inline Clip *squat(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "squat";
    clip->is_standing = true;
    Pose *start = ADD_POSE(arena, clip, "START", {DOF_ROOT_Y, 0.898}, BOTH(DOF_HIP_F, 3), BOTH(DOF_HIP_A, 3),
                           BOTH(DOF_KNEE, 5), BOTH(DOF_ANKLE, 1), BOTH(DOF_SHOULDER_A, 8), BOTH(DOF_ELBOW, 8));
    start->flat_foot[RIGHT] = start->flat_foot[LEFT] = 1;
    Pose *bottom = ADD_POSE(arena, clip, "BOTTOM", {DOF_PITCH, -45}, {DOF_ROOT_X, -0.207}, {DOF_ROOT_Y, 0.6},
                            {DOF_LUMBAR_F, 2}, {DOF_NECK_F, -8}, {DOF_HEAD_F, -6}, BOTH(DOF_HIP_F, 112),
                            BOTH(DOF_HIP_A, 15), BOTH(DOF_HIP_R, 8), BOTH(DOF_KNEE, 93), BOTH(DOF_ANKLE, 25),
                            BOTH(DOF_SHOULDER_F, 133), BOTH(DOF_ELBOW, 5));
    bottom->flat_foot[RIGHT] = bottom->flat_foot[LEFT] = 1;
    there_and_back(arena, clip, 3000, 2000);
    add_contact(arena, clip, CONTACT_FOOT, RIGHT);
    add_contact(arena, clip, CONTACT_FOOT, LEFT);
    return clip;
}

static inline Clip *clam(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "clam";
    clip->per_side = true;
    for (int i = 0; i < 2; i++)
        ADD_POSE(arena, clip, i ? "OPEN" : "START", {DOF_HEADING, 90}, {DOF_LEAN, -90}, {DOF_ROOT_Y, 0.17},
                 {DOF_HIP_F, i ? -1 : 10}, {DOF_HIP_A, i ? 17 : -12}, {DOF_HIP_R, i ? 38 : 5}, {DOF_KNEE, 90},
                 {DOF_SHOULDER_F, -39}, {DOF_SHOULDER_A, 23}, {DOF_SHOULDER_R, -23}, {DOF_ELBOW, 94},
                 {LEFT_OF(DOF_HIP_F), 10}, {LEFT_OF(DOF_HIP_A), 4}, {LEFT_OF(DOF_HIP_R), -1},
                 {LEFT_OF(DOF_KNEE), 90}, {LEFT_OF(DOF_SHOULDER_F), 106}, {LEFT_OF(DOF_SHOULDER_A), -10},
                 {LEFT_OF(DOF_SHOULDER_R), -13}, {LEFT_OF(DOF_ELBOW), 138});
    there_and_back(arena, clip, 2000, 2000);
    add_contact(arena, clip, CONTACT_FOOT, RIGHT);
    add_contact(arena, clip, CONTACT_FOOT, LEFT);
    add_contact(arena, clip, CONTACT_PELVIS, RIGHT);
    return clip;
}

#define ALL_FOURS(right_hip, right_knee, left_shoulder)                                                          \
    {DOF_PITCH, -73}, {DOF_ROOT_Y, 0.471}, {DOF_HIP_F, right_hip}, {LEFT_OF(DOF_HIP_F), 73}, BOTH(DOF_HIP_A, 1), \
    {DOF_KNEE, right_knee}, {LEFT_OF(DOF_KNEE), 93}, {LEFT_OF(DOF_ANKLE), -49}, {DOF_SHOULDER_F, 69},            \
    {LEFT_OF(DOF_SHOULDER_F), left_shoulder}, {DOF_ELBOW, 10}

static inline Clip *bird_dog(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "bird-dog";
    clip->per_side = true;
    Pose *start = ADD_POSE(arena, clip, "START", ALL_FOURS(73, 93, 69), {LEFT_OF(DOF_ELBOW), 10}, {DOF_ANKLE, -49});
    start->flat_hand[RIGHT] = start->flat_hand[LEFT] = 1;
    Pose *end = ADD_POSE(arena, clip, "END", ALL_FOURS(-17, 2, 163), {LEFT_OF(DOF_ELBOW), 2});
    end->flat_hand[RIGHT] = 1;
    there_and_back(arena, clip, 2000, 2000);
    add_contact(arena, clip, CONTACT_HAND, RIGHT);
    add_contact(arena, clip, CONTACT_KNEE, LEFT);
    return clip;
}

static inline Clip *childs_pose(Arena *arena) {
    Clip *clip = arena_new(arena, Clip, 1);
    clip->id = "childs-pose";
    Pose *start = ADD_POSE(arena, clip, "START", {DOF_PITCH, -71}, {DOF_ROOT_Y, 0.455}, BOTH(DOF_HIP_F, 71),
                           BOTH(DOF_HIP_A, 16), BOTH(DOF_KNEE, 93), BOTH(DOF_ANKLE, -48), BOTH(DOF_SHOULDER_F, 67),
                           BOTH(DOF_ELBOW, 12));
    start->flat_hand[RIGHT] = start->flat_hand[LEFT] = 1;
    Pose *end = ADD_POSE(arena, clip, "END", {DOF_PITCH, -69}, {DOF_ROOT_X, -0.289}, {DOF_ROOT_Y, 0.318},
                         {DOF_LUMBAR_F, 36}, {DOF_THORAX_F, 18}, {DOF_NECK_F, 4}, BOTH(DOF_GIRDLE_E, 15),
                         BOTH(DOF_HIP_F, 117), BOTH(DOF_HIP_A, 16), BOTH(DOF_KNEE, 142), BOTH(DOF_ANKLE, -49),
                         BOTH(DOF_SHOULDER_F, 172), BOTH(DOF_SHOULDER_A, 36), BOTH(DOF_SHOULDER_R, -57),
                         BOTH(DOF_ELBOW, 79));
    end->flat_hand[RIGHT] = end->flat_hand[LEFT] = 1;
    there_and_back(arena, clip, 4000, 4000);
    add_contact(arena, clip, CONTACT_KNEE, RIGHT);
    add_contact(arena, clip, CONTACT_KNEE, LEFT);
    return clip;
}
