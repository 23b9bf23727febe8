#include "figure/skeleton.h"

#include "figure/proportions.h"
#include "figure/vec.h"

static const Vec up = {0, 1, 0};

// Trunk joints: forward bend, side bend to the right, turn to the right; a share of the angle.
static Axes bend(Axes axes, const double *angles, double share) {
    axes = axes_turn_z(axes, -angles[0] * share);
    axes = axes_turn_x(axes, angles[1] * share);
    return axes_turn_y(axes, -angles[2] * share);
}

// Ball joints of limbs: flexion, abduction and outward rotation, the same numbers on both sides.
static Axes swing(Axes axes, const double *angles, Side side) {
    double mirror = side == RIGHT ? -1 : 1;
    axes = axes_turn_z(axes, angles[0]);
    axes = axes_turn_x(axes, mirror * angles[1]);
    return axes_turn_y(axes, mirror * angles[2]);
}

Vec stance_point(const Stance *stance, BonePoint point) {
    return vec_add(stance->joint[point.bone], axes_out(stance->axes[point.bone], point.offset));
}

// A bone begins at `offset` of its parent.
static void attach(Stance *stance, Bone bone, Bone parent, Vec offset, Axes axes) {
    stance->joint[bone] = stance_point(stance, (BonePoint){parent, offset});
    stance->axes[bone] = axes;
}

Axes skeleton_pelvis_axes(const Pose *pose) {
    Axes axes = axes_turn_y(axes_world, -pose->dof[DOF_HEADING]);
    axes = axes_turn_z(axes, pose->dof[DOF_PITCH]);
    axes = axes_turn_x(axes, pose->dof[DOF_LEAN]);
    return axes_turn_y(axes, -pose->dof[DOF_TURN]);
}

void skeleton_set_pelvis(Pose *pose, Axes pelvis) {
    Axes m = axes_seen_from(axes_turn_y(axes_world, -pose->dof[DOF_HEADING]), pelvis);
    double sine = fmax(-1, fmin(1, m.y.z));
    pose->dof[DOF_LEAN] = DEGREES(asin(sine));
    if (1 - fabs(sine) > 1e-10) {
        pose->dof[DOF_PITCH] = DEGREES(atan2(-m.y.x, m.y.y));
        pose->dof[DOF_TURN] = DEGREES(atan2(m.x.z, m.z.z));
        return;
    }
    // Lying exactly on the side, pitch and turn are about one axis: the turn keeps its number.
    double both = DEGREES(atan2(m.x.y, m.x.x));
    pose->dof[DOF_PITCH] = sine < 0 ? both - pose->dof[DOF_TURN] : both + pose->dof[DOF_TURN];
}

void skeleton_set_hand(Pose *pose, Side side, Axes hand) {
    double mirror = side == RIGHT ? 1 : -1;
    double *angles = &pose->dof[DOF_SIDE(DOF_FOREARM, side)] - DOF_FOREARM;
    angles[DOF_WRIST_F] = mirror * DEGREES(asin(fmax(-1, fmin(1, -hand.z.y))));
    angles[DOF_FOREARM] = mirror * DEGREES(atan2(hand.z.x, hand.z.z));
    angles[DOF_WRIST_A] = DEGREES(atan2(hand.x.y, hand.y.y));
}

void skeleton_stand_trunk(const Pose *pose, Axes pelvis, Stance *stance) {
    const double *lumbar = &pose->dof[DOF_LUMBAR_F], *thorax = &pose->dof[DOF_THORAX_F];
    stance->joint[BONE_PELVIS] = vec(pose->dof[DOF_ROOT_X], pose->dof[DOF_ROOT_Y], pose->dof[DOF_ROOT_Z]);
    stance->axes[BONE_PELVIS] = pelvis;
    Axes axes = bend(pelvis, lumbar, 0.5);
    attach(stance, BONE_LUMBAR, BONE_PELVIS, vec(0, BODY_PELVIS, 0), axes);
    axes = bend(bend(axes, lumbar, 0.5), thorax, 0.5);
    attach(stance, BONE_THORAX, BONE_LUMBAR, vec(0, BODY_LUMBAR, 0), axes);
    axes = bend(axes, thorax, 0.5);
    attach(stance, BONE_CHEST, BONE_THORAX, vec(0, BODY_THORAX, 0), axes);
    axes = bend(axes, &pose->dof[DOF_NECK_F], 1);
    attach(stance, BONE_NECK, BONE_CHEST, vec(0, BODY_CHEST, 0), axes);
    axes = bend(axes, &pose->dof[DOF_HEAD_F], 1);
    attach(stance, BONE_HEAD, BONE_NECK, vec(0, BODY_NECK, 0), axes);
}

// From 0 below `low` to 1 above `high`, without a corner.
static double ramp(double low, double high, double value) {
    double t = fmax(0, fmin(1, (value - low) / (high - low)));
    return t * t * (3 - 2 * t);
}

// The part of v along the surface that faces `out`.
static Vec level(Vec v, Vec out) { return vec_sub(v, vec_scale(out, vec_dot(v, out))); }

// Some direction along the surface: forward on the floor, up on a wall.
static Vec along(Vec out) { return fabs(out.y) > 0.5 ? vec(1, 0, 0) : up; }

static Axes flat_foot(Axes shank, Axes foot, Vec out, double turn_right) {
    Vec x = vec_unit(level(shank.x, out), vec_unit(level(foot.x, out), along(out)));
    return axes_turn_y((Axes){x, out, vec_cross(x, out)}, -turn_right);
}

// Fingers go on where the forearm points; a steep forearm points nowhere, so then the chest decides:
// its front when the trunk is upright, the way of the head on all fours, and away from it when the arm
// props up the trunk from behind, where no wrist would bend far enough for anything else.
static Axes flat_hand(Axes chest, Axes forearm, Vec out, Vec points, Side side) {
    const double behind = 0.1;
    Vec trunk = vec_unit(level(vec_add(chest.x, chest.y), out), along(out));
    if (vec_dot(forearm.y, chest.x) > behind) trunk = vec_scale(trunk, -1);
    Vec arm = vec_unit(level(vec_scale(forearm.y, -1), out), trunk);
    Vec fingers = vec_unit(vec_lerp(arm, trunk, ramp(0.6, 0.9, fabs(vec_dot(forearm.y, out)))), trunk);
    fingers = vec_unit(level(points, out), fingers);
    double c = cos(RADIANS(BODY_PALM_SLOPE_DEG)), s = sin(RADIANS(BODY_PALM_SLOPE_DEG));
    Vec y = vec_sub(vec_scale(out, s), vec_scale(fingers, c));
    Vec back = vec_add(vec_scale(out, c), vec_scale(fingers, s));
    Vec z = side == RIGHT ? back : vec_scale(back, -1);
    return (Axes){vec_cross(y, z), y, z};
}

// A palm on a wall or on the body leaves it before the wrist is strained.
static Axes spare_wrist(Axes forearm, Axes hand) {
    const double most = 80;
    double bend = vec_angle_deg(forearm.y, hand.y);
    if (bend <= most) return hand;
    Vec about = vec_unit(axes_back(hand, vec_cross(hand.y, forearm.y)), vec(1, 0, 0));
    return axes_turn_about(hand, vec_scale(about, RADIANS(bend - most)));
}

static Axes partly(Axes loose, Axes flat, double share) {
    return share >= 1 ? flat : axes_blend(loose, flat, share);
}

void skeleton_stand_arm(const Pose *pose, Side side, Stance *stance) {
    const double *angles = &pose->dof[DOF_SIDE(DOF_LIMBS, side)] - DOF_LIMBS;
    double mirror = side == RIGHT ? 1 : -1, p = RADIANS(angles[DOF_GIRDLE_P]), e = RADIANS(angles[DOF_GIRDLE_E]);
    Vec shoulder = {BODY_SHOULDER_HALF * sin(p), BODY_SHOULDER_UP + BODY_SHOULDER_HALF * sin(e),
                    mirror * BODY_SHOULDER_HALF * cos(p) * cos(e)};
    Bone upper = BONE_SIDE(BONE_UPPER_ARM, side), fore = BONE_SIDE(BONE_FOREARM, side);
    attach(stance, upper, BONE_CHEST, shoulder, swing(stance->axes[BONE_CHEST], &angles[DOF_SHOULDER_F], side));
    Axes forearm = axes_turn_z(stance->axes[upper], angles[DOF_ELBOW]);
    attach(stance, fore, upper, vec(0, -BODY_UPPER_ARM, 0), forearm);
    Axes hand = axes_turn_y(forearm, mirror * angles[DOF_FOREARM]);
    hand = axes_turn_z(axes_turn_x(hand, mirror * angles[DOF_WRIST_F]), angles[DOF_WRIST_A]);
    double share = pose->flat_hand[side];
    if (share > 0) {
        Vec out = pose->hand_faces[side];
        Axes flat = flat_hand(stance->axes[BONE_CHEST], forearm, vec_unit(out, up), pose->hand_points[side], side);
        hand = partly(hand, vec_dot(out, out) > 0 ? spare_wrist(forearm, flat) : flat, share);
    }
    attach(stance, BONE_SIDE(BONE_HAND, side), fore, vec(0, -BODY_FOREARM, 0), hand);
    stance->fingers[side] = angles[DOF_FINGERS];
}

void skeleton_stand_leg(const Pose *pose, Side side, Stance *stance) {
    const double *angles = &pose->dof[DOF_SIDE(DOF_LIMBS, side)] - DOF_LIMBS;
    Bone thigh = BONE_SIDE(BONE_THIGH, side), shank = BONE_SIDE(BONE_SHANK, side);
    Bone foot = BONE_SIDE(BONE_FOOT, side);
    Vec hip = {0, 0, side == RIGHT ? BODY_HIP_HALF : -BODY_HIP_HALF};
    attach(stance, thigh, BONE_PELVIS, hip, swing(stance->axes[BONE_PELVIS], &angles[DOF_HIP_F], side));
    attach(stance, shank, thigh, vec(0, -BODY_THIGH, 0), axes_turn_z(stance->axes[thigh], -angles[DOF_KNEE]));
    Axes axes = axes_turn_z(stance->axes[shank], angles[DOF_ANKLE]);
    double share = pose->flat_foot[side], turn = side == RIGHT ? pose->foot_turn[side] : -pose->foot_turn[side];
    if (share > 0) axes = partly(axes, flat_foot(stance->axes[shank], axes, vec_unit(pose->foot_faces[side], up), turn), share);
    attach(stance, foot, shank, vec(0, -BODY_SHANK, 0), axes);
    attach(stance, BONE_SIDE(BONE_TOES, side), foot, vec(BODY_BALL, -BODY_ANKLE, 0),
           axes_turn_z(axes, angles[DOF_TOE]));
}

void skeleton_stand(const Pose *pose, Stance *stance) {
    stance->breath = 0;
    skeleton_stand_trunk(pose, skeleton_pelvis_axes(pose), stance);
    for (int side = RIGHT; side < SIDES; side++) {
        skeleton_stand_arm(pose, side, stance);
        skeleton_stand_leg(pose, side, stance);
    }
}
