// Where muscles lie under the surface, after the attachments in Moore, Clinically Oriented Anatomy.
#include "figure/body_maker.h"

#include <assert.h>

enum { TRUNK = 1, ARM = 2, LEG = 4 }; // chains the light may fall on; limbs: of the same side

typedef struct {
    Muscle muscle;
    Bone bone;
    int shown_on;
    Vec centre, radii; // metres in the bone's axes, z outward; a centre on the midline is there once
} Region;

static const Region regions[] = {
    {MUSCLE_GLUTE_MAX, BONE_PELVIS, TRUNK | LEG, {-0.080, -0.020, 0.075}, {0.090, 0.105, 0.090}},
    {MUSCLE_GLUTE_MAX, BONE_THIGH, TRUNK | LEG, {-0.065, -0.030, 0.010}, {0.065, 0.090, 0.075}},
    {MUSCLE_GLUTE_MED, BONE_PELVIS, TRUNK | LEG, {-0.025, 0.045, 0.130}, {0.080, 0.080, 0.080}},
    {MUSCLE_GLUTE_MIN, BONE_PELVIS, TRUNK | LEG, {0.015, 0.030, 0.135}, {0.065, 0.065, 0.065}},
    {MUSCLE_PIRIFORMIS, BONE_PELVIS, TRUNK | LEG, {-0.085, 0.000, 0.090}, {0.070, 0.055, 0.080}},
    {MUSCLE_HIP_FLEXORS, BONE_PELVIS, TRUNK | LEG, {0.070, 0.020, 0.080}, {0.065, 0.090, 0.065}},
    {MUSCLE_HIP_FLEXORS, BONE_THIGH, TRUNK | LEG, {0.060, -0.070, 0.000}, {0.065, 0.130, 0.070}},
    {MUSCLE_QUADS, BONE_THIGH, LEG, {0.062, -0.200, 0.010}, {0.065, 0.190, 0.080}},
    {MUSCLE_HAMSTRINGS, BONE_THIGH, LEG, {-0.060, -0.210, 0.000}, {0.065, 0.190, 0.075}},
    {MUSCLE_ADDUCTORS, BONE_THIGH, LEG, {0.000, -0.130, -0.070}, {0.065, 0.140, 0.060}},
    {MUSCLE_CALVES, BONE_SHANK, LEG, {-0.045, -0.140, 0.000}, {0.055, 0.150, 0.065}},
    {MUSCLE_ABS, BONE_LUMBAR, TRUNK, {0.090, 0.050, 0.000}, {0.065, 0.140, 0.080}},
    {MUSCLE_ABS, BONE_THORAX, TRUNK, {0.095, 0.020, 0.000}, {0.055, 0.090, 0.075}},
    {MUSCLE_OBLIQUES, BONE_LUMBAR, TRUNK, {0.045, 0.060, 0.110}, {0.080, 0.130, 0.065}},
    {MUSCLE_TRANSVERSUS, BONE_LUMBAR, TRUNK, {0.070, 0.020, 0.000}, {0.080, 0.085, 0.130}},
    {MUSCLE_ERECTORS, BONE_LUMBAR, TRUNK, {-0.085, 0.050, 0.040}, {0.055, 0.150, 0.055}},
    {MUSCLE_ERECTORS, BONE_THORAX, TRUNK, {-0.090, 0.080, 0.040}, {0.050, 0.130, 0.050}},
    {MUSCLE_LATS, BONE_THORAX, TRUNK, {-0.060, 0.080, 0.115}, {0.085, 0.150, 0.065}},
    {MUSCLE_PECS, BONE_CHEST, TRUNK, {0.090, 0.030, 0.075}, {0.060, 0.075, 0.085}},
    {MUSCLE_RHOMBOIDS, BONE_CHEST, TRUNK, {-0.090, 0.030, 0.050}, {0.055, 0.085, 0.060}},
    {MUSCLE_TRAPS, BONE_CHEST, TRUNK, {-0.050, 0.130, 0.075}, {0.075, 0.055, 0.095}},
    {MUSCLE_NECK_FLEXORS, BONE_NECK, TRUNK, {0.050, 0.025, 0.000}, {0.040, 0.070, 0.060}},
};

static unsigned chains_of(int shown_on, Side side) {
    unsigned chains = shown_on & TRUNK ? 1u << CHAIN_TRUNK : 0;
    if (shown_on & ARM) chains |= 1u << (side == LEFT ? CHAIN_ARM_LEFT : CHAIN_ARM_RIGHT);
    if (shown_on & LEG) chains |= 1u << (side == LEFT ? CHAIN_LEG_LEFT : CHAIN_LEG_RIGHT);
    return chains;
}

static void add_region(Body *body, const Stance *stance, const Region *region, Side side, MuscleUse use, float strength) {
    Bone bone = region->bone >= BONE_LIMBS ? BONE_SIDE(region->bone, side) : region->bone;
    Maker maker = {body, stance, bone, side};
    assert(body->field_count < BODY_FIELDS);
    MuscleField *field = &body->fields[body->field_count++];
    *field = (MuscleField){.chains = chains_of(region->shown_on, side), .centre = maker_point(&maker, region->centre)};
    for (int i = 0; i < 3; i++) field->axes[i] = body->axes[bone][i];
    field->inverse_radii =
        (Point){(float)(1 / region->radii.x), (float)(1 / region->radii.y), (float)(1 / region->radii.z)};
    if (use == MUSCLE_WORKS) field->warm = strength;
    else field->cool = strength;
}

// Who walks works with the leg that stands: the one whose foot is lower, both while both are on the floor.
static double share_of_side(const Stance *stance, const Clip *clip, Side side) {
    static const double clear_of_floor = 0.02; // metres
    if (!clip_walks(clip)) return 1;
    double height[SIDES];
    for (int i = 0; i < SIDES; i++) {
        BonePoint heel, ball;
        skeleton_point(text_of("heel"), (Side)i, &heel);
        skeleton_point(text_of("ball"), (Side)i, &ball);
        height[i] = fmin(stance_point(stance, heel).y, stance_point(stance, ball).y);
    }
    double lower = (height[!side] - height[side]) / clear_of_floor;
    return fmax(0, fmin(1, 0.5 + 0.5 * lower));
}

void body_add_muscles(Body *body, const Stance *stance, const Clip *clip, double strength) {
    for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++) {
        const Region *region = &regions[i];
        MuscleUse use = clip->muscles[region->muscle];
        if (use == MUSCLE_REST) continue;
        bool once = region->bone < BONE_LIMBS && region->centre.z == 0;
        double right = once ? strength : strength * share_of_side(stance, clip, RIGHT);
        add_region(body, stance, region, RIGHT, use, (float)right);
        if (once || clip->per_side) continue;
        add_region(body, stance, region, LEFT, use, (float)(strength * share_of_side(stance, clip, LEFT)));
    }
}
