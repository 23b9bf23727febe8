// What the figure wears. Every edge of a garment is one plane or one ellipsoid in the axes of a bone,
// so edges are clean lines whatever shapes lie under them.
#include "figure/body_maker.h"

static float ellipsoid(Point p, Point centre, Point radii) {
    float x = (p.x - centre.x) / radii.x, y = (p.y - centre.y) / radii.y, z = (p.z - centre.z) / radii.z;
    return x * x + y * y + z * z;
}

// Height above the hem of the top, which lies round the pelvis and a little lower in front.
static float above_hem(const Body *body, Point at) {
    Point pelvis = body_in_bone(body, BONE_PELVIS, at);
    return pelvis.y + 0.10f * pelvis.x - 0.045f;
}

// Height above the hem where a thigh may lift the cloth: the hem then curves up along the crease at the thigh.
// The same for pelvis and thigh, so that it runs on from one to the other.
static float above_lifted_hem(const Body *body, Point at) {
    float height = above_hem(body, at);
    for (int side = RIGHT; side < SIDES && height > 0; side++) {
        Point leg = body_in_bone(body, BONE_SIDE(BONE_THIGH, side), at);
        if (leg.y >= 0.03f) continue;
        float from_axis = sqrtf(leg.x * leg.x + leg.z * leg.z), near = (0.125f - from_axis) / 0.035f;
        near = near < 0 ? 0 : near > 1 ? 1 : near;
        height -= 14 * (0.03f - leg.y) * (0.03f - leg.y) * near * near * (3 - 2 * near);
    }
    return height;
}

static Material trunk_material(const Body *body, const Part *part, Point at) {
    Point chest = body_in_bone(body, BONE_CHEST, at);
    if (ellipsoid(chest, (Point){0.030f, 0.175f, 0}, (Point){0.095f, 0.085f, 0.086f}) < 1) return MATERIAL_SKIN;
    float above = part->bone == BONE_CHEST ? above_hem(body, at) : above_lifted_hem(body, at);
    return above > 0 ? MATERIAL_TOP : MATERIAL_TIGHTS;
}

// Where the hair begins, as seen from the side: how far in front, at heights of the head. From the
// forehead back over the temple, down before the ear, behind it to the nape.
static const float hairline[][2] = {
    {-0.030f, -0.085f}, {0.010f, -0.064f}, {0.032f, -0.048f}, {0.052f, -0.034f}, {0.068f, -0.020f}, {0.084f, 0.002f},
    {0.104f, 0.012f},   {0.120f, 0.017f},  {0.136f, 0.029f},  {0.150f, 0.048f},  {0.166f, 0.066f},  {0.200f, 0.100f},
};

static float hairline_at(float y) {
    enum { COUNT = sizeof hairline / sizeof hairline[0] };
    if (y <= hairline[0][0]) return hairline[0][1];
    for (int i = 1; i < COUNT; i++) {
        float step = (y - hairline[i - 1][0]) / (hairline[i][0] - hairline[i - 1][0]);
        if (step <= 1) return hairline[i - 1][1] + step * (hairline[i][1] - hairline[i - 1][1]);
    }
    return hairline[COUNT - 1][1];
}

// A wave of straight lines, -1 .. 1.
static float zigzag(float x) { return 4 * fabsf(x - floorf(x + 0.5f)) - 1; }

// Strands run towards the bun, so they differ with the direction seen from there.
float body_hair(const Body *body, Point at, float *strand) {
    Point p = body_in_bone(body, BONE_HEAD, at);
    Point q = {p.x + 0.066f, p.y - 0.180f, p.z};
    float size = sqrtf(q.x * q.x + q.y * q.y + q.z * q.z);
    float along = size > 0.042f ? 1 / size : 1 / 0.042f;
    float wave = zigzag(5.1f * q.z * along + 2.3f * q.y * along) + 0.7f * zigzag(11.7f * q.z * along - 7.9f * q.y * along);
    *strand = size > 0.042f ? wave : zigzag(58 * q.y + 31 * q.x) + 0.5f * zigzag(47 * q.z + 90 * q.x);
    float inside = (hairline_at(p.y) - p.x) / 0.009f + 0.5f + 0.16f * wave;
    return inside < 0 ? 0 : inside > 1 ? 1 : inside;
}

static Material head_material(const Body *body, Point at) {
    float strand;
    return body_hair(body, at, &strand) > 0.5f ? MATERIAL_HAIR : MATERIAL_SKIN;
}

static Material arm_material(const Body *body, const Part *part, Point at) {
    if (part->bone != BONE_UPPER_ARM && part->bone != BONE_SIDE(BONE_UPPER_ARM, LEFT)) return MATERIAL_SKIN;
    Point arm = body_in_bone(body, part->bone, at);
    return arm.y - 0.12f * arm.z > -0.125f ? MATERIAL_TOP : MATERIAL_SKIN;
}

static Material leg_material(const Body *body, const Part *part, Side side, Point at) {
    Bone local = part->bone - (side == LEFT ? BONE_LIMBS_END - BONE_LIMBS : 0);
    Point leg = body_in_bone(body, part->bone, at);
    if (local == BONE_THIGH && above_lifted_hem(body, at) > 0) return MATERIAL_TOP;
    if (local == BONE_THIGH) return leg.y > -0.345f ? MATERIAL_TIGHTS : MATERIAL_SKIN;
    if (local == BONE_SHANK) return leg.y > -0.355f ? MATERIAL_SKIN : MATERIAL_SOCK;
    return MATERIAL_SOCK;
}

Material body_material(const Body *body, int number, Point at) {
    const Part *part = &body->parts[number];
    if (part->material) return part->material;
    switch (part->chain) {
    case CHAIN_TRUNK:
        if (part->bone == BONE_HEAD) return head_material(body, at);
        return part->bone == BONE_NECK ? MATERIAL_SKIN : trunk_material(body, part, at);
    case CHAIN_ARM_RIGHT:
    case CHAIN_ARM_LEFT: return arm_material(body, part, at);
    default: return leg_material(body, part, part->chain == CHAIN_LEG_LEFT ? LEFT : RIGHT, at);
    }
}
