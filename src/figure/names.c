#include "figure/proportions.h"
#include "figure/skeleton.h"
#include "figure/vec.h"

#include <assert.h>

typedef struct {
    const char *name;
    AngleRange range;
} Row;

// Ranges after the Merck Manual, Soucie et al. (2011), Gajdosik (1983), White & Panjabi (1990) and
// Kouyoumdjian et al. (2012), widened to what a moving person shows; forearm and wrist after the
// American Academy of Orthopaedic Surgeons (1965): the wrist's extension is that of a loaded palm, and
// the forearm's 80 count what the wrist adds to the turn of the hand.
static const Row trunk_rows[DOF_LIMBS] = {
    [DOF_ROOT_X] = {"root x", {-HUGE_VAL, HUGE_VAL}},
    [DOF_ROOT_Y] = {"root y", {-HUGE_VAL, HUGE_VAL}},
    [DOF_ROOT_Z] = {"root z", {-HUGE_VAL, HUGE_VAL}},
    [DOF_HEADING] = {"pelvis heading", {-HUGE_VAL, HUGE_VAL}},
    [DOF_PITCH] = {"pelvis pitch", {-HUGE_VAL, HUGE_VAL}},
    [DOF_LEAN] = {"pelvis lean", {-HUGE_VAL, HUGE_VAL}},
    [DOF_TURN] = {"pelvis turn", {-HUGE_VAL, HUGE_VAL}},
    [DOF_LUMBAR_F] = {"lumbar flexion", {-20, 55}},
    [DOF_LUMBAR_S] = {"lumbar side bend", {-25, 25}},
    [DOF_LUMBAR_R] = {"lumbar rotation", {-10, 10}},
    [DOF_THORAX_F] = {"thoracic flexion", {-20, 40}},
    [DOF_THORAX_S] = {"thoracic side bend", {-25, 25}},
    [DOF_THORAX_R] = {"thoracic rotation", {-35, 35}},
    [DOF_NECK_F] = {"neck flexion", {-50, 50}},
    [DOF_NECK_S] = {"neck side bend", {-50, 50}},
    [DOF_NECK_R] = {"neck rotation", {-50, 50}},
    [DOF_HEAD_F] = {"head flexion", {-30, 30}},
    [DOF_HEAD_S] = {"head side bend", {-30, 30}},
    [DOF_HEAD_R] = {"head rotation", {-30, 30}},
};

static const Row limb_rows[SIDES][DOF_LIMBS_END - DOF_LIMBS] = {
#define LIMB(side)                                                          \
    {                                                                       \
        [DOF_GIRDLE_P - DOF_LIMBS] = {"girdle " side " protraction", {-25, 25}}, \
        [DOF_GIRDLE_E - DOF_LIMBS] = {"girdle " side " elevation", {-12, 25}},   \
        [DOF_SHOULDER_F - DOF_LIMBS] = {"shoulder " side " flexion", {-60, 180}}, \
        [DOF_SHOULDER_A - DOF_LIMBS] = {"shoulder " side " abduction", {-45, 180}}, \
        [DOF_SHOULDER_R - DOF_LIMBS] = {"shoulder " side " rotation", {-80, 90}}, \
        [DOF_ELBOW - DOF_LIMBS] = {"elbow " side " flexion", {0, 145}},     \
        [DOF_FOREARM - DOF_LIMBS] = {"forearm " side " pronation", {-95, 95}}, \
        [DOF_WRIST_F - DOF_LIMBS] = {"wrist " side " flexion", {-90, 80}},  \
        [DOF_WRIST_A - DOF_LIMBS] = {"wrist " side " abduction", {-35, 25}}, \
        [DOF_FINGERS - DOF_LIMBS] = {"fingers " side " curl", {0, 90}},     \
        [DOF_HIP_F - DOF_LIMBS] = {"hip " side " flexion", {-20, 125}},     \
        [DOF_HIP_A - DOF_LIMBS] = {"hip " side " abduction", {-30, 45}},    \
        [DOF_HIP_R - DOF_LIMBS] = {"hip " side " rotation", {-45, 60}},     \
        [DOF_KNEE - DOF_LIMBS] = {"knee " side " flexion", {0, 145}},       \
        [DOF_ANKLE - DOF_LIMBS] = {"ankle " side " dorsiflexion", {-58, 35}}, \
        [DOF_TOE - DOF_LIMBS] = {"toes " side " extension", {0, 75}},       \
    }
    LIMB("right"), LIMB("left"),
#undef LIMB
};

static const Row *row_of(Dof dof) {
    assert(dof >= 0 && dof < DOF_COUNT);
    if (dof < DOF_LIMBS) return &trunk_rows[dof];
    return dof < DOF_LIMBS_END ? &limb_rows[RIGHT][dof - DOF_LIMBS] : &limb_rows[LEFT][dof - DOF_LIMBS_END];
}

const char *skeleton_dof_name(Dof dof) { return row_of(dof)->name; }

// How far a value has come from one to another, 0..1.
static double part_of(double value, double from, double to) { return fmax(0, fmin(1, (value - from) / (to - from))); }

AngleRange skeleton_limit(Dof dof, double knee_deg) {
    AngleRange range = row_of(dof)->range;
    Dof right = dof < DOF_LIMBS_END ? dof : dof - (DOF_LIMBS_END - DOF_LIMBS);
    if (right == DOF_HIP_R) range.max += 25 * part_of(knee_deg, 0, 60);
    if (right == DOF_HIP_F) range.max -= 40 * (1 - part_of(knee_deg, 10, 50));
    if (right == DOF_ANKLE) range.max -= 15 * (1 - part_of(knee_deg, 0, 15));
    return range;
}

typedef struct {
    Bone bone;
    Vec offset;
    bool paired;
} PointRow;

#define POINTS(X)                                                              \
    X("hip", BONE_THIGH, 0, 0, 0, true)                                        \
    X("knee", BONE_SHANK, 0, 0, 0, true)                                       \
    X("ankle", BONE_FOOT, 0, 0, 0, true)                                       \
    X("heel", BONE_FOOT, -BODY_HEEL, -BODY_ANKLE, 0, true)                     \
    X("ball", BONE_TOES, 0, 0, 0, true)                                        \
    X("toe", BONE_TOES, BODY_TOES, 0, 0, true)                                 \
    X("shoulder", BONE_UPPER_ARM, 0, 0, 0, true)                               \
    X("elbow", BONE_FOREARM, 0, 0, 0, true)                                    \
    X("wrist", BONE_HAND, 0, 0, 0, true)                                       \
    X("grip", BONE_HAND, 0, -BODY_GRIP, 0, true)                               \
    X("fingertip", BONE_HAND, 0, -BODY_HAND, 0, true)                          \
    X("buttock", BONE_PELVIS, -0.02, 0, 0.07, true)                            \
    X("crown", BONE_HEAD, 0, BODY_HEAD, 0, false)                              \
    X("head", BONE_HEAD, 0, BODY_HEAD_CENTRE, 0, false)                        \
    X("forehead", BONE_HEAD, 0.083, 0.155, 0, false)                           \
    X("nose", BONE_HEAD, 0.105, 0.055, 0, false)                               \
    X("c0", BONE_HEAD, 0, 0, 0, false)                                         \
    X("c7", BONE_NECK, 0, 0, 0, false)                                         \
    X("chest", BONE_CHEST, SKIN_CHEST, 0, 0, false)                            \
    X("t7", BONE_CHEST, 0, 0, 0, false)                                        \
    X("t12", BONE_THORAX, 0, 0, 0, false)                                      \
    X("l5", BONE_LUMBAR, 0, 0, 0, false)                                       \
    X("pelvis", BONE_PELVIS, 0, 0, 0, false)                                   \
    X("tailbone", BONE_PELVIS, -0.08, -0.02, 0, false)

#define POINT_NAME(name, bone, x, y, z, paired) name,
#define POINT_ROW(name, bone, x, y, z, paired) {bone, {x, y, z}, paired},

const char *const skeleton_point_names[] = {POINTS(POINT_NAME)};
static const PointRow point_rows[] = {POINTS(POINT_ROW)};
const int skeleton_point_count = sizeof point_rows / sizeof point_rows[0];

bool skeleton_point(Text name, Side side, BonePoint *point) {
    for (int i = 0; i < skeleton_point_count; i++) {
        if (!text_is(name, skeleton_point_names[i])) continue;
        *point = (BonePoint){point_rows[i].bone, point_rows[i].offset};
        if (!point_rows[i].paired) return true;
        if (point->bone >= BONE_LIMBS) point->bone = BONE_SIDE(point->bone, side);
        else if (side == LEFT) point->offset.z = -point->offset.z;
        return true;
    }
    return false;
}
