// A few poses for tests that draw, as a script would give them; both sides are spelled out.
#pragma once

#include "figure/clip.h"

#define L (DOF_LIMBS_END - DOF_LIMBS)

typedef struct {
    const char *name;
    double az_deg, el_deg;
    Pose pose;
} TestPose;

static const TestPose test_poses[] = {
    {"standing", 25, 8, {.dof = {[DOF_ROOT_Y] = 0.9005}}},
    {"half-kneeling", 35, 12,
     {.dof = {[DOF_PITCH] = 6, [DOF_ROOT_X] = 0.09, [DOF_ROOT_Y] = 0.462, [DOF_LUMBAR_F] = 6,
              [DOF_HIP_F] = -18, [DOF_HIP_A] = 1, [DOF_KNEE] = 80, [DOF_ANKLE] = -49,
              [DOF_SHOULDER_F] = -34, [DOF_SHOULDER_A] = 31, [DOF_SHOULDER_R] = -36, [DOF_ELBOW] = 96,
              [DOF_HIP_F + L] = 86, [DOF_HIP_A + L] = 1, [DOF_KNEE + L] = 103, [DOF_ANKLE + L] = 11,
              [DOF_SHOULDER_F + L] = -34, [DOF_SHOULDER_A + L] = 31, [DOF_SHOULDER_R + L] = -36, [DOF_ELBOW + L] = 96},
      .flat_foot = {[LEFT] = true}}},
    {"bridge", 0, 6,
     {.dof = {[DOF_PITCH] = 117, [DOF_ROOT_Y] = 0.298, [DOF_THORAX_F] = 3, [DOF_NECK_F] = 26, [DOF_HEAD_F] = 8,
              [DOF_SHOULDER_F] = -30, [DOF_SHOULDER_A] = 20, [DOF_KNEE] = 117,
              [DOF_SHOULDER_F + L] = -30, [DOF_SHOULDER_A + L] = 20, [DOF_KNEE + L] = 117},
      .flat_foot = {[LEFT] = true, [RIGHT] = true}}},
    {"squat", 25, 8,
     {.dof = {[DOF_PITCH] = -45, [DOF_ROOT_X] = -0.207, [DOF_ROOT_Y] = 0.6, [DOF_LUMBAR_F] = 2, [DOF_NECK_F] = -8,
              [DOF_HEAD_F] = -6, [DOF_HIP_F] = 112, [DOF_HIP_A] = 15, [DOF_HIP_R] = 8, [DOF_SHOULDER_F] = 133,
              [DOF_KNEE] = 93, [DOF_ANKLE] = 25, [DOF_ELBOW] = 5, [DOF_FINGERS] = 40,
              [DOF_HIP_F + L] = 112, [DOF_HIP_A + L] = 15, [DOF_HIP_R + L] = 8, [DOF_SHOULDER_F + L] = 133,
              [DOF_KNEE + L] = 93, [DOF_ANKLE + L] = 25, [DOF_ELBOW + L] = 5},
      .flat_foot = {[LEFT] = true, [RIGHT] = true}}},
    {"on-all-fours", 0, 6,
     {.dof = {[DOF_PITCH] = -73, [DOF_ROOT_Y] = 0.471, [DOF_HIP_F] = -17, [DOF_SHOULDER_F] = 69, [DOF_KNEE] = 2,
              [DOF_ELBOW] = 10, [DOF_HIP_F + L] = 73, [DOF_HIP_A + L] = 1, [DOF_SHOULDER_F + L] = 163,
              [DOF_KNEE + L] = 93, [DOF_ANKLE + L] = -49, [DOF_ELBOW + L] = 2}}},
    {"on-the-side", 0, 14,
     {.dof = {[DOF_HEADING] = 90, [DOF_LEAN] = -90, [DOF_ROOT_Y] = 0.17, [DOF_HIP_F] = -1, [DOF_HIP_A] = 17,
              [DOF_HIP_R] = 38, [DOF_SHOULDER_F] = -39, [DOF_SHOULDER_A] = 23, [DOF_SHOULDER_R] = -23, [DOF_KNEE] = 90,
              [DOF_ELBOW] = 94, [DOF_HIP_F + L] = 10, [DOF_HIP_A + L] = 4, [DOF_HIP_R + L] = -1,
              [DOF_SHOULDER_F + L] = 106, [DOF_SHOULDER_A + L] = -10, [DOF_SHOULDER_R + L] = -13, [DOF_KNEE + L] = 90,
              [DOF_ELBOW + L] = 138}}},
};

enum { TEST_POSES = sizeof test_poses / sizeof test_poses[0] };

#undef L
