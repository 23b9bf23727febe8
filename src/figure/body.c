#include "figure/body.h"

#include "figure/body_maker.h"

#include <assert.h>

static Point point_of(Vec v) { return (Point){(float)v.x, (float)v.y, (float)v.z}; }

static Point minus(Point a, Point b) { return (Point){a.x - b.x, a.y - b.y, a.z - b.z}; }

static float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static Vec outward(const Maker *maker, Vec offset) {
    return (Vec){offset.x, offset.y, maker->side == LEFT ? -offset.z : offset.z};
}

Point maker_point(const Maker *maker, Vec offset) {
    return point_of(stance_point(maker->stance, (BonePoint){maker->bone, outward(maker, offset)}));
}

static Point maker_direction(const Maker *maker, Vec direction) {
    Vec d = outward(maker, direction);
    const Axes *a = &maker->stance->axes[maker->bone];
    return point_of((Vec){a->x.x * d.x + a->y.x * d.y + a->z.x * d.z, a->x.y * d.x + a->y.y * d.y + a->z.y * d.z,
                          a->x.z * d.x + a->y.z * d.y + a->z.z * d.z});
}

void maker_part(Maker *maker, Chain chain, double blend, Vec joint, double joint_blend, double joint_reach) {
    Body *body = maker->body;
    assert(body->part_count < BODY_PARTS);
    if (body->part_count == 0 || body->parts[body->part_count - 1].chain != chain)
        body->first_part[chain] = body->part_count;
    body->parts[body->part_count++] =
        (Part){.chain = chain, .bone = maker->bone, .blend = (float)blend, .joint = maker_point(maker, joint),
               .joint_blend = (float)joint_blend, .joint_reach = (float)joint_reach};
}

void maker_sole(Maker *maker, double y) {
    Part *part = &maker->body->parts[maker->body->part_count - 1];
    Point on = maker_point(maker, (Vec){0, y, 0});
    part->has_sole = true;
    part->sole_up = maker_direction(maker, (Vec){0, 1, 0});
    part->sole_height = dot(on, part->sole_up);
}

static Shape *add_shape(Maker *maker, ShapeKind kind) {
    Body *body = maker->body;
    assert(body->shape_count < BODY_SHAPES && body->part_count > 0);
    Shape *shape = &body->shapes[body->shape_count++];
    *shape = (Shape){.kind = kind, .part = body->part_count - 1};
    return shape;
}

void maker_cone(Maker *maker, Vec from, Vec to, double radius_from, double radius_to, double bulge) {
    Shape *shape = add_shape(maker, SHAPE_CONE);
    Point begin = maker_point(maker, from), span = minus(maker_point(maker, to), begin);
    float length = sqrtf(dot(span, span));
    shape->centre = begin;
    shape->cone.along = (Point){span.x / length, span.y / length, span.z / length};
    shape->cone.length = length;
    shape->cone.per_length = 1 / length;
    shape->cone.radius = (float)radius_from;
    shape->cone.slope = (float)(radius_to - radius_from);
    shape->cone.bulge = (float)(4 * bulge);
    shape->bound_centre = (Point){begin.x + span.x / 2, begin.y + span.y / 2, begin.z + span.z / 2};
    double widest = radius_from > radius_to ? radius_from : radius_to;
    shape->bound_thin = (float)(widest + (bulge > 0 ? bulge : 0));
    shape->bound_radius = length / 2 + shape->bound_thin;
    shape->bound_half = (Point){span.x / 2, span.y / 2, span.z / 2};
}

void maker_flat_cone(Maker *maker, Vec from, Vec to, double radius_from, double radius_to, double bulge, Vec flat,
                     double thinner) {
    maker_cone(maker, from, to, radius_from, radius_to, bulge);
    Shape *shape = &maker->body->shapes[maker->body->shape_count - 1];
    shape->kind = SHAPE_FLAT_CONE;
    Point thin = maker_direction(maker, flat);
    shape->cone.flat = thin;
    shape->cone.flatness = (float)(thinner - 1);
}

void maker_turned_ball(Maker *maker, Vec centre, Vec radii, double pitch_deg) {
    Shape *shape = add_shape(maker, SHAPE_BALL);
    double angle = pitch_deg * 3.14159265358979323846 / 180, c = cos(angle), s = sin(angle);
    Point middle = shape->bound_centre = maker_point(maker, centre);
    shape->centre = middle;
    const Vec axes[3] = {{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
    const float per_radius[3] = {(float)(1 / radii.x), (float)(1 / radii.y), (float)(1 / radii.z)};
    for (int i = 0; i < 3; i++) {
        Point axis = maker_direction(maker, axes[i]);
        shape->ball.axes[i] = (Point){axis.x * per_radius[i], axis.y * per_radius[i], axis.z * per_radius[i]};
    }
    shape->ball.per_radius = (Point){per_radius[0], per_radius[1], per_radius[2]};
    // A capsule along the longest axis, as thick as the second longest.
    const double sizes[3] = {radii.x, radii.y, radii.z};
    int longest = radii.x > radii.y ? 0 : 1;
    if (radii.z > sizes[longest]) longest = 2;
    double second = fmax(sizes[(longest + 1) % 3], sizes[(longest + 2) % 3]), beyond = sizes[longest] - second;
    Point axis = maker_direction(maker, axes[longest]);
    shape->bound_radius = (float)sizes[longest];
    shape->bound_thin = (float)second;
    shape->bound_half = (Point){axis.x * (float)beyond, axis.y * (float)beyond, axis.z * (float)beyond};
}

void maker_ball(Maker *maker, Vec centre, Vec radii) { maker_turned_ball(maker, centre, radii, 0); }

void maker_occluder(Maker *maker, Vec from, Vec to, double radius) {
    Body *body = maker->body;
    assert(body->occluder_count < BODY_OCCLUDERS);
    Point begin = maker_point(maker, from);
    body->occluders[body->occluder_count++] = (Occluder){begin, minus(maker_point(maker, to), begin), (float)radius};
}

static void keep_axes(Body *body, const Stance *stance) {
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        const Axes *axes = &stance->axes[bone];
        body->joints[bone] = point_of(stance->joint[bone]);
        body->axes[bone][0] = point_of(axes->x);
        body->axes[bone][1] = point_of(axes->y);
        body->axes[bone][2] = point_of(axes->z);
    }
}

// Shapes shape the surface beyond themselves where they melt: their bounds must hold that too.
static void grow_bounds(Body *body) {
    for (int i = 0; i < body->shape_count; i++) {
        const Part *part = &body->parts[body->shapes[i].part];
        float melts = fmaxf(part->blend, part->joint_blend);
        if (part->chain == CHAIN_TRUNK && part->bone != BONE_HEAD) melts = 0.085f;
        else if (body->shapes[i].part + 1 < body->part_count) melts = fmaxf(melts, part[1].joint_blend);
        body->shapes[i].bound_radius += 0.8f * melts;
        body->shapes[i].bound_thin += 0.8f * melts;
    }
}

void body_make(const Stance *stance, Body *body) {
    *body = (Body){0};
    keep_axes(body, stance);
    body_make_trunk(body, stance);
    body_make_head(body, stance);
    body_make_arm(body, stance, RIGHT);
    body_make_arm(body, stance, LEFT);
    body_make_leg(body, stance, RIGHT);
    body_make_leg(body, stance, LEFT);
    grow_bounds(body);
}

void body_all_shapes(const Body *body, ShapeList *list) {
    *list = (ShapeList){.count = body->shape_count};
    for (int i = 0; i < body->shape_count; i++) list->shapes[i] = (short)i;
}
