// Tools shared by the files that put shapes on bones; nothing else includes this.
//
// Offsets are in metres along a bone's axes with z pointing outward (away from the midline) on both
// sides, so that one set of numbers describes a right and a left limb.
#pragma once

#include "figure/body.h"

typedef struct {
    Body *body;
    const Stance *stance;
    Bone bone; // offsets are in its axes
    Side side; // mirrors z
} Maker;

// Begins a part; the shapes that follow belong to it. `joint` is in the bone's axes.
void maker_part(Maker *maker, Chain chain, double blend, Vec joint, double joint_blend, double joint_reach);

// Cuts the part flat at a height of the bone's y axis.
void maker_sole(Maker *maker, double y);

// A round cone between two points with the given radii; `bulge` metres are added half-way.
void maker_cone(Maker *maker, Vec from, Vec to, double radius_from, double radius_to, double bulge);

// The same, `thinner` times thinner along a direction of the bone.
void maker_flat_cone(Maker *maker, Vec from, Vec to, double radius_from, double radius_to, double bulge, Vec flat,
                     double thinner);

// An ellipsoid along the bone's axes, or turned by a pitch about z (degrees, + tips the front up).
void maker_ball(Maker *maker, Vec centre, Vec radii);
void maker_turned_ball(Maker *maker, Vec centre, Vec radii, double pitch_deg);

// A capsule that keeps light away.
void maker_occluder(Maker *maker, Vec from, Vec to, double radius);

// Points of two bones: the second end of a shape may lie on another bone than the first.
Point maker_point(const Maker *maker, Vec offset);

void body_make_trunk(Body *body, const Stance *stance);
void body_make_head(Body *body, const Stance *stance);
void body_make_arm(Body *body, const Stance *stance, Side side);
void body_make_leg(Body *body, const Stance *stance, Side side);

// A point in the axes of a bone, z outward for limbs of both sides.
static inline Point body_in_bone(const Body *body, Bone bone, Point at) {
    Point joint = body->joints[bone], from = {at.x - joint.x, at.y - joint.y, at.z - joint.z};
    const Point *x = &body->axes[bone][0], *y = &body->axes[bone][1], *z = &body->axes[bone][2];
    float out = from.x * z->x + from.y * z->y + from.z * z->z;
    return (Point){from.x * x->x + from.y * x->y + from.z * x->z, from.x * y->x + from.y * y->y + from.z * y->z,
                   bone >= BONE_LIMBS_END ? -out : out};
}
