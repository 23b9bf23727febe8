#include "figure/prop_shapes.h"

#include "figure/proportions.h"

#include <assert.h>

static Point point_of(Vec v) { return (Point){(float)v.x, (float)v.y, (float)v.z}; }

// Every shape of a prop is a part of its own, far from any joint, so that it melts into nothing.
static Shape *add_shape(Body *body, ShapeKind kind, Material material, Vec middle, double bound) {
    assert(body->shape_count < BODY_SHAPES && body->part_count < BODY_PARTS);
    bool is_first = body->part_count == 0 || body->parts[body->part_count - 1].chain != CHAIN_PROPS;
    if (is_first) body->first_part[CHAIN_PROPS] = body->part_count;
    body->parts[body->part_count] = (Part){.chain = CHAIN_PROPS, .bone = BONE_PELVIS, .material = material,
                                           .blend = 1e-4f, .joint = {0, -1000, 0}, .joint_reach = 1};
    Shape *shape = &body->shapes[body->shape_count++];
    *shape = (Shape){.kind = kind, .part = body->part_count++, .bound_centre = point_of(middle),
                     .bound_radius = (float)bound, .centre = point_of(middle)};
    return shape;
}

// A capsule along the longest edges.
static void bound_box(Shape *shape, Axes axes, Vec half) {
    Vec along = vec_scale(axes.x, half.x), across = vec(0, half.y, half.z);
    if (half.y >= half.x && half.y >= half.z) along = vec_scale(axes.y, half.y), across = vec(half.x, 0, half.z);
    else if (half.z >= half.x) along = vec_scale(axes.z, half.z), across = vec(half.x, half.y, 0);
    shape->bound_half = point_of(along);
    shape->bound_thin = (float)(vec_length(across) + 0.001);
}

static void add_box(Body *body, Material material, Vec middle, Axes axes, Vec half, double round) {
    Shape *shape = add_shape(body, SHAPE_BOX, material, middle, vec_length(half));
    shape->box.axes[0] = point_of(axes.x);
    shape->box.axes[1] = point_of(axes.y);
    shape->box.axes[2] = point_of(axes.z);
    shape->box.half = point_of(half);
    shape->box.round = (float)round;
    bound_box(shape, axes, half);
}

static void add_cylinder(Body *body, Material material, Vec from, Vec to, double radius, double round) {
    Vec span = vec_sub(to, from), middle = vec_lerp(from, to, 0.5);
    double half = vec_length(span) / 2;
    Shape *shape = add_shape(body, SHAPE_CYLINDER, material, middle, sqrt(half * half + radius * radius));
    shape->cylinder.along = point_of(vec_unit(span, vec(0, 0, 1)));
    shape->cylinder.half = (float)half;
    shape->cylinder.radius = (float)radius;
    shape->cylinder.round = (float)round;
}

static void add_occluder(Body *body, Vec from, Vec to, double radius) {
    if (body->occluder_count == BODY_OCCLUDERS) return;
    body->occluders[body->occluder_count++] = (Occluder){point_of(from), point_of(vec_sub(to, from)), (float)radius};
}

// A flat ribbon from one point to the other, its width about along `wide`.
static void add_ribbon(Body *body, Material material, Vec from, Vec to, Vec wide, double width) {
    Vec span = vec_sub(to, from), along = vec_unit(span, vec(0, 1, 0));
    Vec across = vec_unit(vec_sub(wide, vec_scale(along, vec_dot(wide, along))), vec(0, 0, 1));
    Axes axes = {along, across, vec_cross(along, across)};
    body->has_ribbons = true;
    add_box(body, material, vec_lerp(from, to, 0.5), axes, vec(vec_length(span) / 2 + 0.004, width / 2, 0.0035), 0.003);
}

static void add_still(PropScene *props, Material material, Vec middle, Vec half) {
    assert(props->still_count < PROP_BOXES);
    props->still[props->still_count++] = (PropBox){middle, half, material};
}

// What all the figures of a clip reach.
typedef struct {
    Vec low, high;
} Extent;

static Extent extent_of(const Stance *stances, int count) {
    Extent extent = {vec(1e9, 1e9, 1e9), vec(-1e9, -1e9, -1e9)};
    for (int i = 0; i < count; i++)
        for (int bone = 0; bone < BONE_COUNT; bone++) {
            Vec at = stances[i].joint[bone];
            if (bone == BONE_HEAD) at.y += BODY_HEAD;
            if (bone == BONE_HAND || bone == BONE_SIDE(BONE_HAND, LEFT))
                at = vec_sub(at, vec_scale(stances[i].axes[bone].y, BODY_HAND));
            extent.low = vec(fmin(extent.low.x, at.x), fmin(extent.low.y, at.y), fmin(extent.low.z, at.z));
            extent.high = vec(fmax(extent.high.x, at.x), fmax(extent.high.y, at.y), fmax(extent.high.z, at.z));
        }
    return extent;
}

static const double WALL_HALF = 0.035, WALL_ABOVE = 0.12, WALL_BEYOND = 0.20, SKIRTING_HALF = 0.035;

// A piece of wall as high and wide as the figure needs. Seen from behind it ends where it is touched, so
// that the touch can be seen; seen along, a little before the figure's near side.
static void stand_wall(PropScene *props, const Obstacle *wall, Extent extent, Vec towards) {
    double height = props->height, seen = vec_dot(wall->faces, towards);
    bool across_x = fabs(wall->faces.x) > 0.5;
    double low = (across_x ? extent.low.z : extent.low.x) - WALL_BEYOND;
    double high = (across_x ? extent.high.z : extent.high.x) + WALL_BEYOND;
    if (across_x && fabs(seen) < 0.7) {
        double edge = seen < -0.1 ? 0 : 0.26, touch = 0;
        const Obstacle *ball = obstacles_find(&props->obstacles, PROP_BALL);
        if (ball) touch = ball->at.z;
        if (towards.z >= 0) high = touch + edge, low = fmin(low, high - 0.5);
        else low = touch - edge, high = fmax(high, low + 0.5);
    }
    double middle = (low + high) / 2, half = (high - low) / 2;
    Vec at = vec_sub(wall->at, vec_scale(wall->faces, WALL_HALF));
    Vec foot = vec_add(at, vec_scale(wall->faces, 0.012));
    if (across_x) {
        add_still(props, MATERIAL_WALL, vec(at.x, height / 2, middle), vec(WALL_HALF, height / 2, half));
        add_still(props, MATERIAL_SKIRTING, vec(foot.x, SKIRTING_HALF, middle), vec(WALL_HALF, SKIRTING_HALF, half));
        return;
    }
    add_still(props, MATERIAL_WALL, vec(middle, height / 2, at.z), vec(half, height / 2, WALL_HALF));
    add_still(props, MATERIAL_SKIRTING, vec(middle, SKIRTING_HALF, foot.z), vec(half, SKIRTING_HALF, WALL_HALF));
}

// Four legs, a seat, and a low open back that leaves the shoulder blades to be seen.
static int chair_boxes(Vec seat, PropBox boxes[PROP_BOXES]) {
    const double leg = 0.017, out = SEAT_HALF - 0.022, back = 0.80, under = SEAT_HEIGHT - SEAT_THICKNESS;
    int count = 0;
    boxes[count++] = (PropBox){vec(seat.x, SEAT_HEIGHT - SEAT_THICKNESS / 2, seat.z),
                               vec(SEAT_HALF, SEAT_THICKNESS / 2, SEAT_HALF), MATERIAL_WOOD};
    for (int i = 0; i < 4; i++) {
        double x = seat.x + (i & 1 ? out : -out), z = seat.z + (i & 2 ? out : -out), top = i & 1 ? under : back;
        boxes[count++] = (PropBox){vec(x, top / 2, z), vec(leg, top / 2, leg), MATERIAL_WOOD};
    }
    static const double rails[2] = {0.76, 0.63};
    for (int i = 0; i < 2; i++)
        boxes[count++] = (PropBox){vec(seat.x - out, rails[i], seat.z), vec(0.010, 0.032, out), MATERIAL_WOOD};
    for (int i = 0; i < 2; i++) // under the seat, from leg to leg
        boxes[count++] = (PropBox){vec(seat.x, under - 0.03, seat.z + (i ? out : -out)), vec(out, 0.022, 0.010), MATERIAL_WOOD};
    return count;
}

static Vec under_place(const PropUse *use, const Stance *stance) {
    double radius;
    Vec sum = {0, 0, 0};
    int count = 0;
    for (int side = RIGHT; side < SIDES; side++) {
        if (!use->at[side]) continue;
        Vec at = stance_point(stance, place_middle(use->place, side, 0.9, &radius));
        at.y -= radius;
        sum = vec_add(sum, at);
        count++;
    }
    return vec_scale(sum, 1.0 / (count ? count : 1));
}

static PropBox doorpost(const Obstacle *door, double height, int side) {
    const double thick = 0.03;
    return (PropBox){vec(door->at.x + DOORPOST / 2, height / 2, side * (door->gap + thick)),
                     vec(DOORPOST / 2, height / 2, thick), MATERIAL_SKIRTING};
}

PropScene prop_scene_make(const Clip *clip, const Stance *stances, int count, Vec towards) {
    PropScene props = {0};
    if (!clip->placed.count || !count) return props;
    props.clip = clip;
    obstacles_make(clip, &props.obstacles);
    Extent extent = extent_of(stances, count);
    props.height = fmax(0.8, extent.high.y + WALL_ABOVE);
    props.near_side = towards.z < 0 ? -1 : 1;
    props.chair_moves = towards.x < -0.05;
    for (int i = 0; i < props.obstacles.count; i++) {
        const Obstacle *obstacle = &props.obstacles.items[i];
        if (obstacle->kind == PROP_WALL) stand_wall(&props, obstacle, extent, towards);
        if (obstacle->kind == PROP_DOORWAY) { // the far post is behind all
            PropBox post = doorpost(obstacle, props.height, -props.near_side);
            add_still(&props, post.material, post.middle, post.half);
            props.has_veil = true;
        }
        if (obstacle->kind != PROP_CHAIR || props.chair_moves) continue;
        PropBox boxes[PROP_BOXES];
        int parts = chair_boxes(obstacle->at, boxes);
        for (int b = 0; b < parts; b++) add_still(&props, boxes[b].material, boxes[b].middle, boxes[b].half);
    }
    for (int i = 0; i < clip->placed.count && i < PROP_USES; i++)
        props.lies_at[i] = under_place(&clip->placed.items[i], &stances[0]);
    return props;
}

static double edge_of(Material material) { return material == MATERIAL_WOOD ? 0.006 : 0.003; }

void prop_shapes_still(const PropScene *props, Body *body) {
    *body = (Body){0};
    for (int i = 0; i < props->still_count; i++) {
        const PropBox *box = &props->still[i];
        add_box(body, box->material, box->middle, axes_world, box->half, edge_of(box->material));
    }
}

static void add_chair(Body *body, const Obstacle *chair) {
    PropBox boxes[PROP_BOXES];
    int count = chair_boxes(chair->at, boxes);
    for (int i = 0; i < count; i++)
        add_box(body, boxes[i].material, boxes[i].middle, axes_world, boxes[i].half, edge_of(boxes[i].material));
    double reach = SEAT_HALF - 0.03;
    for (int i = -1; i <= 1; i++)
        add_occluder(body, vec(chair->at.x - reach, SEAT_HEIGHT - 0.02, chair->at.z + i * 0.14),
                     vec(chair->at.x + reach, SEAT_HEIGHT - 0.02, chair->at.z + i * 0.14), 0.018);
}

// Its shadow only; what is seen of it is a veil.
static void add_near_post(Body *body, const Obstacle *door, const PropScene *props) {
    PropBox post = doorpost(door, props->height, props->near_side);
    add_occluder(body, vec(post.middle.x, 0.02, post.middle.z), vec(post.middle.x, props->height - 0.05, post.middle.z), 0.025);
}

static const double ROLLER_HALF = 0.30;

static void add_roller(Body *body, const Obstacle *roller, Vec hips) {
    Vec middle = obstacle_middle(roller, hips), half = vec(0, 0, ROLLER_HALF);
    add_cylinder(body, MATERIAL_FOAM, vec_sub(middle, half), vec_add(middle, half), ROLLER_RADIUS, 0.014);
    half.z -= 0.05;
    add_occluder(body, vec_sub(middle, half), vec_add(middle, half), ROLLER_RADIUS - 0.012);
    body->rolls_at = point_of(middle);
    body->rolls_by = (float)((middle.x - roller->at.x) / ROLLER_RADIUS);
}

static void add_ball(Body *body, const Obstacle *ball, Vec hips) {
    Vec middle = obstacle_middle(ball, hips);
    add_cylinder(body, MATERIAL_RUBBER, vec_sub(middle, vec(0, 0, BALL_RADIUS)), vec_add(middle, vec(0, 0, BALL_RADIUS)),
                 BALL_RADIUS, BALL_RADIUS - 1e-4);
    add_occluder(body, middle, vec_add(middle, vec(0, 1e-3, 0)), BALL_RADIUS - 0.008);
    body->rolls_at = point_of(middle);
    body->rolls_by = (float)((middle.y - ball->at.y) / BALL_RADIUS);
}

static Vec grip_of(const Stance *stance, Side side) {
    double out = side == RIGHT ? -0.016 : 0.016; // in the palm
    return stance_point(stance, (BonePoint){BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP, out}});
}

// End to end. It slides through the hands: what does not lie between them and the leg hangs from them.
static const double STRAP_LENGTH = 1.88;

// Returns the piece's length.
static double add_strap_piece(Body *body, Vec from, Vec to, Vec wide) {
    add_ribbon(body, MATERIAL_STRAP, from, to, wide, 0.032);
    return vec_distance(from, to);
}

// Round the sole, or round a thigh or an ankle, and to both hands.
static void add_strap(Body *body, const PropUse *use, const Stance *stance) {
    Side side = use->at[LEFT] ? LEFT : RIGHT;
    bool on_foot = use->place == PLACE_FOOT;
    double radius;
    BonePoint middle = place_middle(use->place, side, 0.6, &radius);
    Vec at = stance_point(stance, middle);
    Axes bone = stance->axes[middle.bone];
    Vec wide = on_foot ? bone.x : bone.y;
    double under = on_foot ? BODY_ANKLE - 0.035 + 0.004 : 0, apart = on_foot ? 0.042 : radius;
    Vec ends[SIDES], grips[SIDES];
    double used = 0;
    for (int hand = RIGHT; hand < SIDES; hand++) {
        Vec out = vec_scale(bone.z, hand == RIGHT ? apart : -apart);
        grips[hand] = grip_of(stance, hand);
        ends[hand] = vec_add(vec_sub(at, vec_scale(bone.y, under)), out);
        Vec edge = vec_add(ends[hand], vec_scale(out, 0.2));
        if (on_foot) { // up beside the foot first, then to the hand
            Vec above = vec_add(edge, vec_scale(bone.y, 0.05));
            used += add_strap_piece(body, edge, above, wide);
            edge = above;
        }
        used += add_strap_piece(body, edge, grips[hand], wide);
    }
    used += add_strap_piece(body, ends[RIGHT], ends[LEFT], wide);
    double hangs = fmax(0.03, (STRAP_LENGTH - used) / 2);
    for (int hand = RIGHT; hand < SIDES; hand++) {
        Vec down = vec_unit(vec(0.06, -1, hand == RIGHT ? 0.12 : -0.12), vec(0, -1, 0));
        add_strap_piece(body, grips[hand], vec_add(grips[hand], vec_scale(down, hangs)), wide);
    }
}

// Bands of the knees lie just above them, those of the ankles too.
static void add_band(Body *body, const PropUse *use, const Stance *stance) {
    const double width = 0.05, over = 0.005;
    if (use->place == PLACE_HAND) {
        add_ribbon(body, MATERIAL_BAND, grip_of(stance, RIGHT), grip_of(stance, LEFT), vec(0, 1, 0), width);
        return;
    }
    BodyPlace place = use->place == PLACE_KNEE ? PLACE_THIGH : use->place == PLACE_ANKLE ? PLACE_SHIN : use->place;
    double share = place == PLACE_THIGH ? 0.84 : place == PLACE_SHIN ? 0.86 : 0.6;
    Vec at[SIDES], along = {0, 0, 0};
    double radius = 0.04;
    for (int side = RIGHT; side < SIDES; side++) {
        BonePoint middle = place_middle(place, side, share, &radius);
        at[side] = stance_point(stance, middle);
        Vec axis = stance->axes[middle.bone].y;
        if (place == PLACE_FOOT) axis = stance->axes[middle.bone].x;
        Vec half = vec_scale(axis, width / 2);
        add_cylinder(body, MATERIAL_BAND, vec_sub(at[side], half), vec_add(at[side], half), radius + over, 0.004);
        along = vec_add(along, axis);
    }
    along = vec_unit(along, vec(0, 1, 0));
    Vec out = vec_unit(vec_cross(along, vec_sub(at[LEFT], at[RIGHT])), vec(1, 0, 0));
    for (int i = -1; i <= 1; i += 2) {
        Vec beside = vec_scale(out, i * (radius + over - 0.003));
        add_ribbon(body, MATERIAL_BAND, vec_add(at[RIGHT], beside), vec_add(at[LEFT], beside), along, width);
    }
}

static void add_pillow(Body *body, Vec top) {
    double half = fmax(0.025, fmin(0.16, top.y + 0.012) / 2);
    add_box(body, MATERIAL_CLOTH, vec(top.x, half, top.z), axes_world, vec(0.15, half, 0.21), half * 0.9);
    add_occluder(body, vec(top.x, half, top.z - 0.12), vec(top.x, half, top.z + 0.12), half);
}

static void add_towel(Body *body, Vec at) {
    add_box(body, MATERIAL_CLOTH, vec(at.x, 0.009, at.z), axes_world, vec(0.13, 0.011, 0.10), 0.010);
}

static void add_weights(Body *body, const PropUse *use, const Stance *stance) {
    for (int side = RIGHT; side < SIDES; side++) {
        if (!use->at[side]) continue;
        Vec grip = grip_of(stance, side), bar = stance->axes[BONE_SIDE(BONE_HAND, side)].x;
        add_cylinder(body, MATERIAL_IRON, vec_sub(grip, vec_scale(bar, 0.08)), vec_add(grip, vec_scale(bar, 0.08)), 0.013, 0.003);
        for (int end = -1; end <= 1; end += 2) {
            Vec from = vec_add(grip, vec_scale(bar, end * 0.058)), to = vec_add(grip, vec_scale(bar, end * 0.105));
            add_cylinder(body, MATERIAL_IRON, from, to, 0.04, 0.008);
        }
        add_occluder(body, vec_sub(grip, vec_scale(bar, 0.08)), vec_add(grip, vec_scale(bar, 0.08)), 0.03);
    }
}

void prop_shapes_add(const PropScene *props, const Stance *stance, Body *body) {
    if (!props->clip) return;
    Vec hips = stance->joint[BONE_PELVIS];
    for (int i = 0; i < props->obstacles.count; i++) {
        const Obstacle *obstacle = &props->obstacles.items[i];
        if (obstacle->kind == PROP_CHAIR && props->chair_moves) add_chair(body, obstacle);
        if (obstacle->kind == PROP_DOORWAY) add_near_post(body, obstacle, props);
        if (obstacle->kind == PROP_ROLLER) add_roller(body, obstacle, hips);
        if (obstacle->kind == PROP_BALL) add_ball(body, obstacle, hips);
    }
    for (int i = 0; i < props->clip->placed.count && i < PROP_USES; i++) {
        const PropUse *use = &props->clip->placed.items[i];
        if (use->kind == PROP_STRAP) add_strap(body, use, stance);
        if (use->kind == PROP_BAND) add_band(body, use, stance);
        if (use->kind == PROP_PILLOW) add_pillow(body, props->lies_at[i]);
        if (use->kind == PROP_TOWEL) add_towel(body, props->lies_at[i]);
        if (use->kind == PROP_WEIGHTS) add_weights(body, use, stance);
    }
}

void prop_shapes_veil(const PropScene *props, Body *body) {
    if (!props->has_veil) return;
    PropBox post = doorpost(obstacles_find(&props->obstacles, PROP_DOORWAY), props->height, props->near_side);
    add_box(body, post.material, post.middle, axes_world, post.half, 0.004);
}

// Marks that show a turn: grooves along a roller that are rays on its ends, a seam round a ball.
float prop_tone(const Body *body, Material material, Point at) {
    if (material == MATERIAL_WALL) return 1.22f; // as bright as paper in spite of its slant to the light
    if (material != MATERIAL_FOAM && material != MATERIAL_RUBBER) return 1;
    float x = at.x - body->rolls_at.x, y = at.y - body->rolls_at.y, r = sqrtf(x * x + y * y);
    float c = cosf(body->rolls_by), s = sinf(body->rolls_by), along = c * x - s * y, across = s * x + c * y;
    if (material == MATERIAL_RUBBER) return fabsf(along) < 0.0022f ? 1.35f : 1;
    if (r < 0.024f) return 0.45f;
    if (r < 0.030f) return 1.5f;
    // Six lines through the middle.
    for (int i = 0; i < 3; i++) {
        static const float lines[3][2] = {{1, 0}, {-0.5f, 0.8660254f}, {-0.5f, -0.8660254f}};
        if (fabsf(along * lines[i][0] + across * lines[i][1]) < 0.0035f) return 1.7f;
    }
    return 1;
}

double prop_hit(const PropScene *props, Vec eye, Vec ray, Vec *normal) {
    double nearest = HUGE_VAL;
    for (int i = 0; i < props->still_count; i++) {
        const PropBox *box = &props->still[i];
        Vec from = vec_sub(box->middle, eye);
        const double to[3] = {from.x, from.y, from.z}, way[3] = {ray.x, ray.y, ray.z};
        const double half[3] = {box->half.x, box->half.y, box->half.z};
        double enter = 0, leave = HUGE_VAL;
        int through = 0;
        for (int axis = 0; axis < 3; axis++) {
            double per = 1 / (fabs(way[axis]) > 1e-9 ? way[axis] : 1e-9), wide = fabs(half[axis] * per);
            if (to[axis] * per - wide > enter) enter = to[axis] * per - wide, through = axis;
            leave = fmin(leave, to[axis] * per + wide);
        }
        if (enter >= leave || enter >= nearest) continue;
        nearest = enter;
        *normal = through == 0 ? vec(ray.x > 0 ? -1 : 1, 0, 0) : through == 1 ? vec(0, ray.y > 0 ? -1 : 1, 0)
                                                                              : vec(0, 0, ray.z > 0 ? -1 : 1);
    }
    return nearest;
}

// From the outline of a box seen from above, negative inside.
static double footprint(const PropBox *box, Vec at) {
    double x = fabs(at.x - box->middle.x) - box->half.x, z = fabs(at.z - box->middle.z) - box->half.z;
    return sqrt(fmax(x, 0) * fmax(x, 0) + fmax(z, 0) * fmax(z, 0)) + fmin(fmax(x, z), 0);
}

// What stands on the floor darkens it this far.
static const double SHADOW_REACH = 0.10;

double prop_floor_shadow(const PropScene *props, const Light *light, Vec floor) {
    double dark = 0;
    for (int i = 0; i < props->still_count; i++) {
        const PropBox *box = &props->still[i];
        double base = box->middle.y - box->half.y, away = footprint(box, floor) / SHADOW_REACH;
        if (base < 0.02) {
            double near = fmax(0, 1 - fmax(away, 0));
            dark = fmax(dark, 0.34 * near * near);
            continue;
        }
        Vec lifted = vec_add(floor, vec(light->key.x / light->key.y * base, 0, light->key.z / light->key.y * base));
        double soft = 0.02 + 0.33 * base, inside = 0.5 - footprint(box, lifted) / (2 * soft);
        dark = fmax(dark, 0.30 * fmax(0, fmin(1, inside)) / (1 + base * base));
    }
    return dark;
}

// The floor shows between, so that nobody takes the mat for running on below the wall.
static const double MAT_TO_WALL = 0.06;

Vec prop_mat_place(const PropScene *props, Vec middle, double half_length) {
    for (int i = 0; i < props->obstacles.count; i++) {
        const Obstacle *wall = &props->obstacles.items[i];
        if (wall->kind != PROP_WALL || wall->faces.x == 0) continue;
        double room = (middle.x - wall->at.x) * wall->faces.x - half_length - MAT_TO_WALL;
        if (room < 0) middle.x -= room * wall->faces.x;
    }
    return middle;
}
