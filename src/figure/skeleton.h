// The body as bones: which angles there are, and where angles put every bone.
//
// World: metres, X to the viewer's right, Y up, Z to the viewer, floor at y = 0. Bone axes: x to the
// front of the body, y up along the bone (towards the head), z to the figure's right; so a thigh
// extends along its -y. Angles are degrees with clinical signs (flexion, abduction and outward
// rotation positive on both sides), applied parent to child as Z-X-Y. Proportions after Drillis &
// Contini (1966) as given by Winter (2009), height 1.70 m; axes after Wu et al. (2002).
#pragma once

#include "base/text.h"
#include "figure/vec.h"

typedef enum { RIGHT, LEFT, SIDES } Side;

// Degrees of freedom. A limb's come as a block for the right side, then the same for the left.
typedef enum {
    DOF_ROOT_X, DOF_ROOT_Y, DOF_ROOT_Z, // hip centre, metres
    DOF_HEADING, DOF_PITCH, DOF_LEAN, DOF_TURN,
    DOF_LUMBAR_F, DOF_LUMBAR_S, DOF_LUMBAR_R,
    DOF_THORAX_F, DOF_THORAX_S, DOF_THORAX_R,
    DOF_NECK_F, DOF_NECK_S, DOF_NECK_R,
    DOF_HEAD_F, DOF_HEAD_S, DOF_HEAD_R,
    DOF_LIMBS, // here the right limb's block begins
    DOF_GIRDLE_P = DOF_LIMBS, DOF_GIRDLE_E,
    DOF_SHOULDER_F, DOF_SHOULDER_A, DOF_SHOULDER_R,
    DOF_ELBOW,
    DOF_FOREARM,          // pronation +: the thumb turns towards the body
    DOF_WRIST_F,          // flexion +: the palm bends towards the forearm; extension -
    DOF_WRIST_A,          // towards the thumb +
    DOF_FINGERS,          // curl, 0 straight to 90 fist
    DOF_HIP_F, DOF_HIP_A, DOF_HIP_R,
    DOF_KNEE, DOF_ANKLE, DOF_TOE,
    DOF_LIMBS_END,
    DOF_COUNT = DOF_LIMBS_END + (DOF_LIMBS_END - DOF_LIMBS)
} Dof;

#define DOF_SIDE(dof, side) ((Dof)((dof) + ((side) == LEFT ? DOF_LIMBS_END - DOF_LIMBS : 0)))

typedef struct {
    double dof[DOF_COUNT];
    // 1: the sole lies level on the floor and the ankle's number is a result; 0: free; between: on the
    // way. It points where the shank does, turned outward by foot_turn degrees.
    double flat_foot[SIDES], foot_turn[SIDES];
    // 1: the palm lies on the floor, wrist and forearm are a result. The fingers continue the forearm;
    // under a steep one they point where the head or the chest does.
    double flat_hand[SIDES];
    // Which way the surface faces that a flat sole or palm lies on; all 0 for the floor.
    Vec foot_faces[SIDES], hand_faces[SIDES];
    Vec hand_points[SIDES]; // where the fingers of a flat palm point; all 0 to follow the forearm
} Pose;

typedef enum {
    BONE_PELVIS, BONE_LUMBAR, BONE_THORAX, BONE_CHEST, // thorax T12-T7, chest T7-C7
    BONE_NECK, BONE_HEAD,
    BONE_LIMBS,
    BONE_UPPER_ARM = BONE_LIMBS, BONE_FOREARM, // pronation turns the hand, not the bone's axes
    BONE_HAND, // x to the thumb; the palm faces -z on the right hand, +z on the left
    BONE_THIGH, BONE_SHANK, BONE_FOOT, BONE_TOES,
    BONE_LIMBS_END,
    BONE_COUNT = BONE_LIMBS_END + (BONE_LIMBS_END - BONE_LIMBS)
} Bone;

#define BONE_SIDE(bone, side) ((Bone)((bone) + ((side) == LEFT ? BONE_LIMBS_END - BONE_LIMBS : 0)))

// Where every bone is: the joint it begins at (nearest the trunk; for the trunk its lower end) and its axes.
typedef struct {
    Vec joint[BONE_COUNT];
    Axes axes[BONE_COUNT];
    double breath; // 0 empty .. 1 full lungs: chest and belly grow by 1.5 % and 2 %
    double fingers[SIDES]; // curl in degrees
} Stance;

// Forward kinematics; lungs empty.
void skeleton_stand(const Pose *pose, Stance *stance);
// The same in parts, for a solver that changes one limb at a time: first the trunk, then limbs.
Axes skeleton_pelvis_axes(const Pose *pose);
void skeleton_stand_trunk(const Pose *pose, Axes pelvis, Stance *stance);
void skeleton_stand_arm(const Pose *pose, Side side, Stance *stance);
void skeleton_stand_leg(const Pose *pose, Side side, Stance *stance);

// Write the pitch, lean and turn that give the pelvis these axes under the pose's heading; and the
// numbers of forearm and wrist that give the hand these axes as seen from the forearm.
void skeleton_set_pelvis(Pose *pose, Axes pelvis);
void skeleton_set_hand(Pose *pose, Side side, Axes hand);

// The range a joint may have in any pose. The root is unlimited. The knee decides with: outward rotation of the hip
// counts as seen, and the shank of a knee bent 60 degrees or more adds up to 25; muscles that cross two joints let a hip
// bend to 85 and an ankle to 20 degrees beside a straight knee, the hamstrings (Gajdosik 1991) and the calf.
typedef struct { double min, max; } AngleRange;
AngleRange skeleton_limit(Dof dof, double knee_deg);
const char *skeleton_dof_name(Dof dof); // such as "hip right flexion", for messages and CSV

typedef struct {
    Bone bone;
    Vec offset; // in the bone's axes
} BonePoint;
Vec stance_point(const Stance *stance, BonePoint point);

// Named points: hip knee ankle heel ball toe shoulder elbow wrist grip fingertip buttock (its middle; each with a
// side), crown head forehead nose c0 c7 chest (its skin) t7 t12 l5 pelvis tailbone (which ignore it). False for an
// unknown name.
bool skeleton_point(Text name, Side side, BonePoint *point);
extern const char *const skeleton_point_names[];
extern const int skeleton_point_count;
