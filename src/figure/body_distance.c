// The distance field: shapes melt into parts, parts into chains, limbs into the trunk.
#include "figure/body.h"

static const float FAR_AWAY = 100;

// How round the edge of a sole is, metres.
static const float SOLE_EDGE = 0.012f;

#define INLINE static inline __attribute__((always_inline))

INLINE Four3 minus(Four3 a, Four3 b) { return (Four3){a.x - b.x, a.y - b.y, a.z - b.z}; }

// First order: (|q| - r) / |gradient of |q||; exact at the surface of a cylinder, near it elsewhere.
INLINE Four cone_distance(const Shape *shape, Four3 at) {
    Four3 from = minus(at, shape->centre), along = shape->cone.along;
    Four s = four_min(four_max(four_dot(from, along), four(0)), shape->cone.length);
    Four h = s * shape->cone.per_length;
    Four radius = shape->cone.radius + h * (shape->cone.slope + shape->cone.bulge * (1.0f - h));
    Four3 q = {from.x - along.x * s, from.y - along.y * s, from.z - along.z * s};
    if (shape->kind == SHAPE_CONE) return four_sqrt(four_dot(q, q)) - radius;
    Four3 flat = shape->cone.flat;
    Four push = shape->cone.flatness * four_dot(q, flat);
    Four3 thin = four3_along(q, flat, push);
    Four3 gradient = four3_along(thin, flat, shape->cone.flatness * four_dot(thin, flat));
    Four size = four_sqrt(four_dot(thin, thin));
    return (size - radius) * size / four_max(four_sqrt(four_dot(gradient, gradient)), four(1e-6f));
}

// The common first-order bound of an ellipsoid's distance: |p/r| (|p/r| - 1) / |p/r^2|.
INLINE Four ball_distance(const Shape *shape, Four3 at) {
    Four3 from = minus(at, shape->centre), per_radius = shape->ball.per_radius;
    const Four3 *axes = shape->ball.axes;
    Four3 q = {four_dot(from, axes[0]), four_dot(from, axes[1]), four_dot(from, axes[2])};
    Four3 g = {q.x * per_radius.x, q.y * per_radius.y, q.z * per_radius.z};
    Four size2 = four_dot(q, q);
    return (size2 - four_sqrt(size2)) / four_max(four_sqrt(four_dot(g, g)), four(1e-6f));
}

static Four positive_part(Four a) { return four_max(a, four(0)); }

static Four size_of(Four a) { return four_max(a, -a); }

// Boxes and cylinders with rounded edges (Quilez 2013): exact outside.
static Four prop_distance(const Shape *shape, Four3 at) {
    Four3 from = minus(at, shape->centre);
    if (shape->kind == SHAPE_BOX) {
        const Four3 *axes = shape->box.axes, half = shape->box.half;
        Four x = size_of(four_dot(from, axes[0])) - half.x, y = size_of(four_dot(from, axes[1])) - half.y;
        Four z = size_of(four_dot(from, axes[2])) - half.z, r = shape->box.round;
        Four3 out = {positive_part(x + r), positive_part(y + r), positive_part(z + r)};
        return four_sqrt(four_dot(out, out)) + four_min(four_max(x, four_max(y, z)) + r, four(0)) - r;
    }
    Four h = four_dot(from, shape->cylinder.along), r = shape->cylinder.round;
    Four across = four_sqrt(positive_part(four_dot(from, from) - h * h)) - shape->cylinder.radius + r;
    Four beyond = size_of(h) - shape->cylinder.half + r;
    Four3 out = {positive_part(across), positive_part(beyond), four(0)};
    return four_sqrt(four_dot(out, out)) + four_min(four_max(across, beyond), four(0)) - r;
}

INLINE Four shape_distance(const Shape *shape, Four3 at) {
    if (shape->kind >= SHAPE_BOX) return prop_distance(shape, at);
    return shape->kind == SHAPE_BALL ? ball_distance(shape, at) : cone_distance(shape, at);
}

// Quadratic smooth minimum; the plain one where the difference is more than k.
INLINE Four melt(Four a, Four b, Four k, Four per_4k) {
    Four difference = a - b;
    Four h = four_max(k - four_max(difference, -difference), four(0));
    return four_min(a, b) - h * h * per_4k;
}

// Melting at a joint, weaker with the distance from it.
static Four melt_at_joint(Four a, Four b, const Part *part, Four3 at) {
    Four3 from = {at.x - part->joint.x, at.y - part->joint.y, at.z - part->joint.z};
    Four near = 1.0f - four_dot(from, from) * (1.0f / (part->joint_reach * part->joint_reach));
    if (!four_any(near > 0.0f)) return four_min(a, b);
    Four k = part->joint_blend * four_max(near, four(0)) + 1e-5f;
    return melt(a, b, k, 0.25f / k);
}

INLINE Four part_distance(const Body *body, const ShapeList *list, int *i, Four3 at) {
    const Shape *shape = &body->shapes[list->shapes[*i]];
    int number = shape->part;
    Four d = shape_distance(shape, at);
    for (++*i; *i < list->count; ++*i) {
        shape = &body->shapes[list->shapes[*i]];
        if (shape->part != number) break;
        float blend = body->parts[number].blend;
        d = melt(d, shape_distance(shape, at), four(blend), four(0.25f / blend));
    }
    const Part *part = &body->parts[number];
    if (!part->has_sole) return d;
    Four above = part->sole_up.x * at.x + part->sole_up.y * at.y + part->sole_up.z * at.z - part->sole_height;
    return -melt(-d, above, four(SOLE_EDGE), four(0.25f / SOLE_EDGE));
}

Four body_distance(const Body *body, const ShapeList *list, Four3 at) {
    Four trunk = four(FAR_AWAY), all = trunk;
    for (int i = 0; i < list->count;) {
        Chain chain = body->parts[body->shapes[list->shapes[i]].part].chain;
        Four limb = part_distance(body, list, &i, at);
        while (i < list->count) {
            const Part *part = &body->parts[body->shapes[list->shapes[i]].part];
            if (part->chain != chain) break;
            limb = melt_at_joint(limb, part_distance(body, list, &i, at), part, at);
        }
        if (chain == CHAIN_TRUNK) all = trunk = limb;
        else all = four_min(all, melt_at_joint(trunk, limb, &body->parts[body->first_part[chain]], at));
    }
    return all;
}

void body_nearest_part(const Body *body, const ShapeList *list, Four3 at, int parts[4]) {
    Four nearest = four(FAR_AWAY);
    FourMask best = {0};
    for (int i = 0; i < list->count;) {
        int part = body->shapes[list->shapes[i]].part;
        Four d = part_distance(body, list, &i, at);
        FourMask nearer = d < nearest;
        nearest = four_min(d, nearest);
        best = (nearer & (FourMask){part, part, part, part}) | (~nearer & best);
    }
    for (int lane = 0; lane < 4; lane++) parts[lane] = best[lane];
}
