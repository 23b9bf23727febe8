// The distance field: shapes melt into parts, parts into chains, limbs into the trunk.
#include "figure/body.h"

static const float FAR_AWAY = 100;

static inline Four3 from_point(Four3 at, Point p) { return (Four3){at.x - p.x, at.y - p.y, at.z - p.z}; }

static inline Four dot_point(Four3 a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

// First order: (|q| - r) / |gradient of |q||; exact at the surface of a cylinder, near it elsewhere.
static inline Four cone_distance(const Shape *shape, Four3 at) {
    Four3 from = from_point(at, shape->centre);
    Four s = four_clamp(dot_point(from, shape->along), 0, shape->length);
    Four h = s * (1.0f / shape->length);
    Four radius = shape->radius + h * (shape->slope + shape->bulge * (1.0f - h));
    Four3 q = {from.x - shape->along.x * s, from.y - shape->along.y * s, from.z - shape->along.z * s};
    if (shape->kind == SHAPE_CONE) return four_sqrt(four_dot(q, q)) - radius;
    Four push = shape->flatness * dot_point(q, shape->flat);
    Four3 thin = {q.x + push * shape->flat.x, q.y + push * shape->flat.y, q.z + push * shape->flat.z};
    Four again = shape->flatness * dot_point(thin, shape->flat);
    Four3 gradient = {thin.x + again * shape->flat.x, thin.y + again * shape->flat.y, thin.z + again * shape->flat.z};
    Four size = four_sqrt(four_dot(thin, thin));
    return (size - radius) * size / four_max(four_sqrt(four_dot(gradient, gradient)), four(1e-6f));
}

// The common first-order bound of an ellipsoid's distance: |p/r| (|p/r| - 1) / |p/r^2|.
static inline Four ball_distance(const Shape *shape, Four3 at) {
    Four3 from = from_point(at, shape->centre);
    const Point *r = &shape->inverse_radii;
    Four3 q = {dot_point(from, shape->axes[0]) * r->x, dot_point(from, shape->axes[1]) * r->y,
               dot_point(from, shape->axes[2]) * r->z};
    Four3 g = {q.x * r->x, q.y * r->y, q.z * r->z};
    Four size = four_sqrt(four_dot(q, q));
    return size * (size - 1.0f) / four_max(four_sqrt(four_dot(g, g)), four(1e-6f));
}

static inline Four shape_distance(const Shape *shape, Four3 at) {
    return shape->kind == SHAPE_BALL ? ball_distance(shape, at) : cone_distance(shape, at);
}

// Quadratic smooth minimum; the plain one where the difference is more than k.
static inline Four melt(Four a, Four b, Four k) {
    Four difference = a - b;
    difference = four_max(difference, -difference);
    Four h = four_max(k - difference, four(0));
    return four_min(a, b) - h * h / (4.0f * k);
}

// Melting at a joint, weaker with the distance from it.
static inline Four melt_at_joint(Four a, Four b, const Part *part, Four3 at) {
    Four3 from = from_point(at, part->joint);
    Four near = four_max(1.0f - four_dot(from, from) * (1.0f / (part->joint_reach * part->joint_reach)), four(0));
    return melt(a, b, part->joint_blend * near + 1e-5f);
}

static inline Four part_distance(const Body *body, const ShapeList *list, int *i, Four3 at) {
    const Part *part = &body->parts[body->shapes[list->shapes[*i]].part];
    int number = body->shapes[list->shapes[*i]].part;
    Four d = shape_distance(&body->shapes[list->shapes[*i]], at);
    for (++*i; *i < list->count && body->shapes[list->shapes[*i]].part == number; ++*i)
        d = melt(d, shape_distance(&body->shapes[list->shapes[*i]], at), four(part->blend));
    return d;
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
