// Vectors and axes: the small algebra that bones, contacts and pictures share.
//
// Angles are degrees unless the name says otherwise. Axes are rotations (columns orthonormal); they
// are never scaled or mirrored here.
#pragma once

#include <math.h>

typedef struct {
    double x, y, z;
} Vec;

// Columns are the bone's x, y and z axes in the world.
typedef struct {
    Vec x, y, z;
} Axes;

#define RADIANS(degrees) ((degrees) * 0.017453292519943295)
#define DEGREES(radians) ((radians) * 57.295779513082321)

static inline Vec vec(double x, double y, double z) { return (Vec){x, y, z}; }
static inline Vec vec_add(Vec a, Vec b) { return vec(a.x + b.x, a.y + b.y, a.z + b.z); }
static inline Vec vec_sub(Vec a, Vec b) { return vec(a.x - b.x, a.y - b.y, a.z - b.z); }
static inline Vec vec_scale(Vec a, double k) { return vec(a.x * k, a.y * k, a.z * k); }
static inline double vec_dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline double vec_length(Vec a) { return sqrt(vec_dot(a, a)); }
static inline double vec_distance(Vec a, Vec b) { return vec_length(vec_sub(a, b)); }
static inline Vec vec_lerp(Vec a, Vec b, double t) { return vec_add(a, vec_scale(vec_sub(b, a), t)); }
static inline Vec vec_cross(Vec a, Vec b) {
    return vec(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

// Length 1; a vector too short to have a direction gives `otherwise`.
Vec vec_unit(Vec a, Vec otherwise);

// Between two directions, 0..180; 0 when one has no length.
double vec_angle_deg(Vec a, Vec b);

extern const Axes axes_world;

// The axes turned about their own x, y or z axis (right-handed).
Axes axes_turn_x(Axes axes, double deg);
Axes axes_turn_y(Axes axes, double deg);
Axes axes_turn_z(Axes axes, double deg);

// The axes turned about their own `axis`, whose length is the angle in radians.
Axes axes_turn_about(Axes axes, Vec axis);

// The inverse: the axis times angle (at most pi radians) that turns a into b, given in a.
Vec axes_turn_between(Axes a, Axes b);

// `inner`, given in the axes `outer`, as seen in the world.
Axes axes_in(Axes outer, Axes inner);
// The reverse: `inner`, given in the world, as seen in `outer`.
Axes axes_seen_from(Axes outer, Axes inner);

// A vector given in the axes, as seen in the world; and back.
static inline Vec axes_out(Axes axes, Vec v) {
    return vec_add(vec_scale(axes.x, v.x), vec_add(vec_scale(axes.y, v.y), vec_scale(axes.z, v.z)));
}
static inline Vec axes_back(Axes axes, Vec v) { return vec(vec_dot(axes.x, v), vec_dot(axes.y, v), vec_dot(axes.z, v)); }

// The shorter way from a (t = 0) to b (t = 1) at even speed, by quaternions (Shoemake 1985).
Axes axes_blend(Axes a, Axes b, double t);

// How far apart two orientations are, 0..180.
double axes_angle_deg(Axes a, Axes b);
