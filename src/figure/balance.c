#include "figure/balance.h"

#include "figure/proportions.h"

typedef struct {
    BonePoint centre;
    double mass; // fraction of the body's
    bool paired;
} Segment;

// Fractions from the joint nearest the trunk: thigh and shank 0.433, upper arm 0.436, forearm 0.430, hand 0.506.
static const Segment segments[] = {
    {{BONE_NECK, {0, BODY_NECK + BODY_HEAD_CENTRE, 0}}, 0.081, false},
    {{BONE_CHEST, {0, 0, 0}}, 0.216, false},
    {{BONE_LUMBAR, {0, BODY_LUMBAR / 2, 0}}, 0.139, false},
    {{BONE_PELVIS, {0, BODY_PELVIS / 2, 0}}, 0.142, false},
    {{BONE_THIGH, {0, -0.433 * BODY_THIGH, 0}}, 0.100, true},
    {{BONE_SHANK, {0, -0.433 * BODY_SHANK, 0}}, 0.0465, true},
    {{BONE_FOOT, {0.0675, -BODY_ANKLE / 2, 0}}, 0.0145, true},
    {{BONE_UPPER_ARM, {0, -0.436 * BODY_UPPER_ARM, 0}}, 0.028, true},
    {{BONE_FOREARM, {0, -0.430 * BODY_FOREARM, 0}}, 0.016, true},
    {{BONE_HAND, {0, -0.506 * BODY_HAND, 0}}, 0.006, true},
};

Vec balance_centre(const Stance *stance) {
    Vec sum = {0, 0, 0};
    double mass = 0;
    for (int i = 0; i < (int)(sizeof segments / sizeof segments[0]); i++)
        for (int side = RIGHT; side <= (segments[i].paired ? LEFT : RIGHT); side++) {
            BonePoint point = segments[i].centre;
            if (segments[i].paired) point.bone = BONE_SIDE(point.bone, side);
            sum = vec_add(sum, vec_scale(stance_point(stance, point), segments[i].mass));
            mass += segments[i].mass;
        }
    return vec_scale(sum, 1 / mass);
}

enum { SOLE_CORNERS = 4, CORNERS = SOLE_CORNERS * SIDES };
static const double sole_half_width = 0.045, sole_carries_below = 0.02;

static int sole_corners(const Stance *stance, Vec *corners) {
    int count = 0;
    for (int side = RIGHT; side < SIDES; side++) {
        Bone foot = BONE_SIDE(BONE_FOOT, side);
        for (int i = 0; i < SOLE_CORNERS; i++) {
            Vec offset = {i < 2 ? -BODY_HEEL : BODY_BALL + BODY_TOES, -BODY_ANKLE, i % 2 ? sole_half_width : -sole_half_width};
            Vec corner = stance_point(stance, (BonePoint){foot, offset});
            if (corner.y < sole_carries_below) corners[count++] = corner;
        }
    }
    return count;
}

// Distance of `point` to the left of the line from a to b, seen from above; positive inside a hull
// whose edges run that way round.
static double left_of(Vec a, Vec b, Vec point) {
    double x = b.x - a.x, z = b.z - a.z, length = sqrt(x * x + z * z);
    return length > 0 ? (x * (point.z - a.z) - z * (point.x - a.x)) / length : HUGE_VAL;
}

// An edge of the convex hull is a pair with all other points on its left; the margin is the smallest
// distance to such an edge. With a few dozen points at most, trying all pairs is simple and quick enough.
static double margin_in(const Vec *points, int count, Vec centre) {
    double margin = count >= 3 ? HUGE_VAL : -HUGE_VAL;
    for (int a = 0; a < count; a++)
        for (int b = 0; b < count; b++) {
            bool is_edge = a != b;
            for (int i = 0; i < count && is_edge; i++) is_edge = left_of(points[a], points[b], points[i]) > -1e-9;
            if (is_edge) margin = fmin(margin, left_of(points[a], points[b], centre));
        }
    return margin;
}

double balance_margin(const Stance *stance) {
    Vec corners[CORNERS];
    return margin_in(corners, sole_corners(stance, corners), balance_centre(stance));
}

// Where the ball of skin presses on the floor or a seat it is flat, about so far round its lowest point.
static const double pressed_radius = 0.02, carries_within = 0.02;

static bool is_carried(const Skin *skin, const Obstacles *obstacles, const Stance *stance) {
    const Obstacle *seat = obstacles_find(obstacles, PROP_CHAIR);
    if (stance_point(stance, skin->centre).y - skin->radius < carries_within) return true;
    return seat && skin_distance(*skin, seat, stance) < carries_within;
}

double balance_margin_on(const Stance *stance, const Obstacles *obstacles) {
    enum { POINTS_MAX = 256, ROUND = 4 };
    Vec points[POINTS_MAX];
    int count = sole_corners(stance, points);
    for (int i = 0; i < skin_count && count + ROUND <= POINTS_MAX; i++) {
        Skin skin = skin_at(i);
        if (!is_carried(&skin, obstacles, stance)) continue;
        Vec at = stance_point(stance, skin.centre);
        double round = fmin(pressed_radius, skin.radius);
        for (int corner = 0; corner < ROUND; corner++) {
            double x = corner & 1 ? round : -round, z = corner & 2 ? round : -round;
            points[count++] = vec_add(at, vec(x, 0, z));
        }
    }
    return margin_in(points, count, balance_centre(stance));
}
