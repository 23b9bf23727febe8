// The distance field: shapes melt into parts, parts into chains, limbs into the trunk. Everything comes
// twice: the distance alone for walking, and with its gradient for the surface that is met. In closed
// form that costs two distances where differences would cost four, and has no step that is too large.
#include "figure/body.h"

#define FAR_AWAY 100.0f

// How round the edge of a sole is, metres.
#define SOLE_EDGE 0.012f

typedef struct {
    Lanes distance;
    Lanes3 gradient;
} Slope;

// ---- shapes ----

// Scaled along one direction.
LANES_INLINE Lanes3 flattened(const Shape *shape, Lanes3 v) {
    return lanes3_towards(v, shape->cone.flat, shape->cone.flatness * lanes3_on(v, shape->cone.flat));
}

// First order: (|q| - r) / |gradient of |q||; exact at the surface of a cylinder, near it elsewhere.
LANES_INLINE Lanes cone_distance(const Shape *shape, Lanes3 at) {
    Lanes3 from = lanes3_from(at, shape->centre);
    Lanes s = lanes_min(lanes_max(lanes3_on(from, shape->cone.along), lanes(0)), lanes(shape->cone.length));
    Lanes h = s * shape->cone.per_length;
    Lanes radius = shape->cone.radius + h * (shape->cone.slope + shape->cone.bulge * (1.0f - h));
    Lanes3 q = lanes3_towards(from, shape->cone.along, -s);
    if (shape->kind == SHAPE_CONE) return lanes_sqrt(lanes_dot(q, q)) - radius;
    Lanes3 thin = flattened(shape, q), steep = flattened(shape, thin);
    Lanes size = lanes_sqrt(lanes_dot(thin, thin));
    return (size - radius) * size / lanes_max(lanes_sqrt(lanes_dot(steep, steep)), lanes(1e-6f));
}

static Slope cone_slope(const Shape *shape, Lanes3 at) {
    Lanes3 from = lanes3_from(at, shape->centre);
    Point along = shape->cone.along;
    Lanes free = lanes3_on(from, along), s = lanes_min(lanes_max(free, lanes(0)), lanes(shape->cone.length));
    LaneMask between = s == free; // else nearest to an end, which stays when the point moves
    Lanes h = s * shape->cone.per_length;
    Lanes radius = shape->cone.radius + h * (shape->cone.slope + shape->cone.bulge * (1.0f - h));
    Lanes widens = (shape->cone.slope + shape->cone.bulge * (1.0f - 2.0f * h)) * shape->cone.per_length;
    widens = lanes_select(between, widens, lanes(0));
    Lanes3 q = lanes3_towards(from, along, -s);
    if (shape->kind == SHAPE_CONE) {
        Lanes size = lanes_sqrt(lanes_dot(q, q));
        return (Slope){size - radius, lanes3_towards(lanes3_scaled(q, 1.0f / lanes_max(size, lanes(1e-6f))), along, -widens)};
    }
    Lanes3 thin = flattened(shape, q), steep = flattened(shape, thin);
    Lanes size = lanes_max(lanes_sqrt(lanes_dot(thin, thin)), lanes(1e-6f));
    Lanes per_steep = 1.0f / lanes_max(lanes_sqrt(lanes_dot(steep, steep)), lanes(1e-6f));
    Lanes d = (size - radius) * size * per_steep;
    // The rule of quotients for (size^2 - radius * size) / |steep|.
    Lanes3 gradient = lanes3_scaled(steep, (2.0f * size - radius) / size * per_steep);
    gradient = lanes3_along(gradient, flattened(shape, flattened(shape, steep)), -d * per_steep * per_steep);
    gradient = lanes3_towards(gradient, along, lanes_select(between, -lanes3_on(gradient, along), lanes(0)));
    return (Slope){d, lanes3_towards(gradient, along, -widens * size * per_steep)};
}

// The common first-order bound of an ellipsoid's distance: |p/r| (|p/r| - 1) / |p/r^2|.
LANES_INLINE Lanes ball_distance(const Shape *shape, Lanes3 at) {
    Lanes3 from = lanes3_from(at, shape->centre);
    const Point *axes = shape->ball.axes, per_radius = shape->ball.per_radius;
    Lanes3 q = {lanes3_on(from, axes[0]), lanes3_on(from, axes[1]), lanes3_on(from, axes[2])};
    Lanes3 g = {q.x * per_radius.x, q.y * per_radius.y, q.z * per_radius.z};
    Lanes size2 = lanes_dot(q, q);
    return (size2 - lanes_sqrt(size2)) / lanes_max(lanes_sqrt(lanes_dot(g, g)), lanes(1e-6f));
}

static Slope ball_slope(const Shape *shape, Lanes3 at) {
    Lanes3 from = lanes3_from(at, shape->centre);
    const Point *axes = shape->ball.axes, per_radius = shape->ball.per_radius;
    Lanes3 q = {lanes3_on(from, axes[0]), lanes3_on(from, axes[1]), lanes3_on(from, axes[2])};
    Lanes3 g = {q.x * per_radius.x, q.y * per_radius.y, q.z * per_radius.z};
    Lanes size2 = lanes_dot(q, q), size = lanes_max(lanes_sqrt(size2), lanes(1e-6f));
    Lanes per_steep = 1.0f / lanes_max(lanes_sqrt(lanes_dot(g, g)), lanes(1e-6f));
    Lanes d = (size2 - size) * per_steep;
    // The rule of quotients again; what is left is a sum of the axes.
    Lanes by_q = (2.0f - 1.0f / size) * per_steep, by_g = -d * per_steep * per_steep;
    Lanes3 gradient = lanes3_of(0, 0, 0);
    gradient = lanes3_towards(gradient, axes[0], q.x * by_q + g.x * by_g * per_radius.x);
    gradient = lanes3_towards(gradient, axes[1], q.y * by_q + g.y * by_g * per_radius.y);
    gradient = lanes3_towards(gradient, axes[2], q.z * by_q + g.z * by_g * per_radius.z);
    return (Slope){d, gradient};
}

LANES_INLINE Lanes positive_part(Lanes a) { return lanes_max(a, lanes(0)); }

LANES_INLINE Lanes size_of(Lanes a) { return lanes_max(a, -a); }

// Boxes and cylinders with rounded edges (Quilez 2013): exact outside.
static Lanes prop_distance(const Shape *shape, Lanes3 at) {
    Lanes3 from = lanes3_from(at, shape->centre);
    if (shape->kind == SHAPE_BOX) {
        const Point *axes = shape->box.axes, half = shape->box.half;
        float r = shape->box.round;
        Lanes x = size_of(lanes3_on(from, axes[0])) - half.x, y = size_of(lanes3_on(from, axes[1])) - half.y;
        Lanes z = size_of(lanes3_on(from, axes[2])) - half.z;
        Lanes3 out = {positive_part(x + r), positive_part(y + r), positive_part(z + r)};
        return lanes_sqrt(lanes_dot(out, out)) + lanes_min(lanes_max(x, lanes_max(y, z)) + r, lanes(0)) - r;
    }
    float r = shape->cylinder.round;
    Lanes h = lanes3_on(from, shape->cylinder.along);
    Lanes across = lanes_sqrt(positive_part(lanes_dot(from, from) - h * h)) - shape->cylinder.radius + r;
    Lanes beyond = size_of(h) - shape->cylinder.half + r;
    Lanes3 out = {positive_part(across), positive_part(beyond), lanes(0)};
    return lanes_sqrt(lanes_dot(out, out)) + lanes_min(lanes_max(across, beyond), lanes(0)) - r;
}

// Props are simple: differences will do.
static Slope prop_slope(const Shape *shape, Lanes3 at) {
    const float e = 0.0005f;
    Lanes here = prop_distance(shape, at);
    return (Slope){here, {(prop_distance(shape, (Lanes3){at.x + e, at.y, at.z}) - here) * (1 / e),
                          (prop_distance(shape, (Lanes3){at.x, at.y + e, at.z}) - here) * (1 / e),
                          (prop_distance(shape, (Lanes3){at.x, at.y, at.z + e}) - here) * (1 / e)}};
}

LANES_INLINE Lanes shape_distance(const Shape *shape, Lanes3 at) {
    if (shape->kind >= SHAPE_BOX) return prop_distance(shape, at);
    return shape->kind == SHAPE_BALL ? ball_distance(shape, at) : cone_distance(shape, at);
}

static Slope shape_slope(const Shape *shape, Lanes3 at) {
    if (shape->kind >= SHAPE_BOX) return prop_slope(shape, at);
    return shape->kind == SHAPE_BALL ? ball_slope(shape, at) : cone_slope(shape, at);
}

// ---- melting ----

// Quadratic smooth minimum; the plain one where the difference is more than k.
LANES_INLINE Lanes melt(Lanes a, Lanes b, Lanes k, Lanes per_4k) {
    Lanes difference = a - b;
    Lanes h = lanes_max(k - lanes_max(difference, -difference), lanes(0));
    return lanes_min(a, b) - h * h * per_4k;
}

// The same with gradients: near the seam both have a part in it. `farther` becomes the share of the farther one.
LANES_INLINE Slope melt_slopes(Slope a, Slope b, Lanes k, Lanes per_4k, Lanes *farther) {
    Lanes difference = a.distance - b.distance;
    Lanes h = lanes_max(k - lanes_max(difference, -difference), lanes(0));
    *farther = 2.0f * h * per_4k;
    Lanes of_b = lanes_select(difference < 0.0f, *farther, 1.0f - *farther);
    Lanes3 apart = {b.gradient.x - a.gradient.x, b.gradient.y - a.gradient.y, b.gradient.z - a.gradient.z};
    return (Slope){lanes_min(a.distance, b.distance) - h * h * per_4k, lanes3_along(a.gradient, apart, of_b)};
}

LANES_INLINE Slope nearer_slope(Slope a, Slope b) {
    LaneMask first = a.distance < b.distance;
    return (Slope){lanes_min(a.distance, b.distance), lanes3_select(first, a.gradient, b.gradient)};
}

// Melting at a joint, weaker with the distance from it.
LANES_INLINE Lanes melt_at_joint(const Body *body, const ShapeList *list, Lanes a, Lanes b, int number, Lanes3 at) {
    if (list->parts_apart >> number & 1) return lanes_min(a, b);
    const Part *part = &body->parts[number];
    Lanes3 from = lanes3_from(at, part->joint);
    Lanes near = 1.0f - lanes_dot(from, from) * (1.0f / (part->joint_reach * part->joint_reach));
    if (!lanes_any(near > 0.0f)) return lanes_min(a, b);
    Lanes k = part->joint_blend * lanes_max(near, lanes(0)) + 1e-5f;
    return lanes_select(near > 0.0f, melt(a, b, k, 0.25f / k), lanes_min(a, b));
}

static Slope melt_slopes_at_joint(const Body *body, const ShapeList *list, Slope a, Slope b, int number, Lanes3 at) {
    if (list->parts_apart >> number & 1) return nearer_slope(a, b);
    const Part *part = &body->parts[number];
    Lanes3 from = lanes3_from(at, part->joint);
    float per_reach2 = 1.0f / (part->joint_reach * part->joint_reach);
    Lanes near = 1.0f - lanes_dot(from, from) * per_reach2;
    if (!lanes_any(near > 0.0f)) return nearer_slope(a, b);
    Lanes k = part->joint_blend * lanes_max(near, lanes(0)) + 1e-5f, farther;
    Slope melted = melt_slopes(a, b, k, 0.25f / k, &farther);
    // The melting itself grows towards the joint.
    Lanes grows = 2.0f * part->joint_blend * per_reach2 * farther * (1.0f - farther);
    melted.gradient = lanes3_along(melted.gradient, from, grows);
    Slope nearer = nearer_slope(a, b);
    return (Slope){lanes_select(near > 0.0f, melted.distance, nearer.distance),
                   lanes3_select(near > 0.0f, melted.gradient, nearer.gradient)};
}

// ---- the body ----

LANES_INLINE Lanes above_sole(const Part *part, Lanes3 at) { return lanes3_on(at, part->sole_up) - part->sole_height; }

LANES_INLINE Lanes part_distance(const Body *body, const ShapeList *list, int *i, Lanes3 at) {
    const Shape *shape = &body->shapes[list->shapes[*i]];
    int number = shape->part;
    Lanes d = shape_distance(shape, at);
    for (++*i; *i < list->count; ++*i) {
        shape = &body->shapes[list->shapes[*i]];
        if (shape->part != number) break;
        float blend = body->parts[number].blend;
        d = melt(d, shape_distance(shape, at), lanes(blend), lanes(0.25f / blend));
    }
    const Part *part = &body->parts[number];
    if (!part->has_sole) return d;
    return -melt(-d, above_sole(part, at), lanes(SOLE_EDGE), lanes(0.25f / SOLE_EDGE));
}

static Slope part_slope(const Body *body, const ShapeList *list, int *i, Lanes3 at) {
    const Shape *shape = &body->shapes[list->shapes[*i]];
    int number = shape->part;
    Lanes farther;
    Slope d = shape_slope(shape, at);
    for (++*i; *i < list->count; ++*i) {
        shape = &body->shapes[list->shapes[*i]];
        if (shape->part != number) break;
        float blend = body->parts[number].blend;
        d = melt_slopes(d, shape_slope(shape, at), lanes(blend), lanes(0.25f / blend), &farther);
    }
    const Part *part = &body->parts[number];
    if (!part->has_sole) return d;
    Point up = part->sole_up;
    Slope inside = {-d.distance, lanes3_scaled(d.gradient, lanes(-1))}, above = {above_sole(part, at), lanes3_of(up.x, up.y, up.z)};
    Slope cut = melt_slopes(inside, above, lanes(SOLE_EDGE), lanes(0.25f / SOLE_EDGE), &farther);
    return (Slope){-cut.distance, lanes3_scaled(cut.gradient, lanes(-1))};
}

Lanes body_distance(const Body *body, const ShapeList *list, Lanes3 at) {
    Lanes trunk = lanes(FAR_AWAY), all = trunk;
    for (int i = 0; i < list->count;) {
        Chain chain = body->parts[body->shapes[list->shapes[i]].part].chain;
        Lanes limb = part_distance(body, list, &i, at);
        while (i < list->count) {
            int part = body->shapes[list->shapes[i]].part;
            if (body->parts[part].chain != chain) break;
            limb = melt_at_joint(body, list, limb, part_distance(body, list, &i, at), part, at);
        }
        if (chain == CHAIN_TRUNK) all = trunk = limb;
        else all = lanes_min(all, melt_at_joint(body, list, trunk, limb, body->first_part[chain], at));
    }
    return all;
}

// A part's slope; where it is the nearest so far its number is noted.
static Slope noted_slope(const Body *body, const ShapeList *list, int *i, Lanes3 at, Lanes *nearest, LaneMask *best) {
    int32_t part = body->shapes[list->shapes[*i]].part;
    Slope d = part_slope(body, list, i, at);
    LaneMask nearer = d.distance < *nearest;
    *nearest = lanes_min(d.distance, *nearest);
    *best = (nearer & (part - (LaneMask){0})) | (~nearer & *best);
    return d;
}

// What a limb has of its own decides where it ends and the trunk begins: near both, the trunk's parts may be
// farther than the limb's although the surface is the trunk's, which melting has raised.
Surface body_surface(const Body *body, const ShapeList *list, Lanes3 at) {
    Slope trunk = {lanes(FAR_AWAY), lanes3_of(0, 1, 0)}, all = trunk;
    LaneMask of_trunk = {0}, best = {0};
    for (int i = 0; i < list->count;) {
        Chain chain = body->parts[body->shapes[list->shapes[i]].part].chain;
        Lanes nearest = lanes(FAR_AWAY);
        LaneMask part_of_limb = {0};
        Slope limb = noted_slope(body, list, &i, at, &nearest, &part_of_limb);
        while (i < list->count) {
            int part = body->shapes[list->shapes[i]].part;
            if (body->parts[part].chain != chain) break;
            Slope next = noted_slope(body, list, &i, at, &nearest, &part_of_limb);
            limb = melt_slopes_at_joint(body, list, limb, next, part, at);
        }
        if (chain == CHAIN_TRUNK) {
            all = trunk = limb;
            best = of_trunk = part_of_limb;
            continue;
        }
        LaneMask outer = limb.distance < trunk.distance;
        Slope melted = melt_slopes_at_joint(body, list, trunk, limb, body->first_part[chain], at);
        LaneMask nearer = melted.distance < all.distance;
        part_of_limb = (outer & part_of_limb) | (~outer & of_trunk);
        best = (nearer & part_of_limb) | (~nearer & best);
        all = nearer_slope(all, melted);
    }
    return (Surface){all.distance, all.gradient, best};
}
