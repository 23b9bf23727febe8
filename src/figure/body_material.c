// What the figure wears. Every edge of a garment is one plane or one ellipsoid in the axes of a bone,
// so edges are clean lines whatever shapes lie under them.
#include "figure/body_maker.h"

static float ellipsoid(Point p, Point centre, Point radii) {
    float x = (p.x - centre.x) / radii.x, y = (p.y - centre.y) / radii.y, z = (p.z - centre.z) / radii.z;
    return x * x + y * y + z * z;
}

static Material trunk_material(const Body *body, Point at) {
    Point pelvis = body_in_bone(body, BONE_PELVIS, at);
    Point chest = body_in_bone(body, BONE_CHEST, at);
    if (ellipsoid(chest, (Point){0.030f, 0.175f, 0}, (Point){0.095f, 0.085f, 0.086f}) < 1) return MATERIAL_SKIN;
    return pelvis.y + 0.10f * pelvis.x > 0.045f ? MATERIAL_TOP : MATERIAL_TIGHTS;
}

// The hair begins behind a plane through forehead and nape that bends back at the temples.
static Material head_material(const Body *body, Point at) {
    Point head = body_in_bone(body, BONE_HEAD, at);
    float line = -0.084f + 0.93f * head.y - 2.2f * head.z * head.z;
    return head.x < line ? MATERIAL_HAIR : MATERIAL_SKIN;
}

static Material arm_material(const Body *body, const Part *part, Point at) {
    if (part->bone != BONE_UPPER_ARM && part->bone != BONE_SIDE(BONE_UPPER_ARM, LEFT)) return MATERIAL_SKIN;
    Point arm = body_in_bone(body, part->bone, at);
    return arm.y - 0.12f * arm.z > -0.125f ? MATERIAL_TOP : MATERIAL_SKIN;
}

static Material leg_material(const Body *body, const Part *part, Side side, Point at) {
    Bone local = part->bone - (side == LEFT ? BONE_LIMBS_END - BONE_LIMBS : 0);
    Point leg = body_in_bone(body, part->bone, at);
    if (local == BONE_THIGH) return leg.y > -0.345f ? MATERIAL_TIGHTS : MATERIAL_SKIN;
    if (local == BONE_SHANK) return leg.y > -0.355f ? MATERIAL_SKIN : MATERIAL_SOCK;
    return MATERIAL_SOCK;
}

Material body_material(const Body *body, int number, Point at) {
    const Part *part = &body->parts[number];
    switch (part->chain) {
    case CHAIN_TRUNK:
        if (part->bone == BONE_HEAD) return head_material(body, at);
        return part->bone == BONE_NECK ? MATERIAL_SKIN : trunk_material(body, at);
    case CHAIN_ARM_RIGHT:
    case CHAIN_ARM_LEFT: return arm_material(body, part, at);
    default: return leg_material(body, part, part->chain == CHAIN_LEG_LEFT ? LEFT : RIGHT, at);
    }
}
