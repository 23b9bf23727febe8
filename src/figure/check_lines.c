#include "figure/balance.h"
#include "figure/checks.h"
#include "figure/proportions.h"

#include <assert.h>

static const Vec up = {0, 1, 0};

// A line seen from the side: the part along the pelvis's z is left out.
static Vec in_sagittal_plane(const Stance *stance, Vec v) {
    Vec z = stance->axes[BONE_PELVIS].z;
    return vec_sub(v, vec_scale(z, vec_dot(v, z)));
}

// The way an upright figure faces.
static Vec forward(const Stance *stance) {
    Vec x = stance->axes[BONE_PELVIS].x;
    return vec_unit(vec(x.x, 0, x.z), vec(1, 0, 0));
}

// How far the bone leans forward of the pelvis, seen from the side.
static double flexion_deg(const Stance *stance, Bone bone) {
    Axes pelvis = stance->axes[BONE_PELVIS];
    Vec y = stance->axes[bone].y;
    return DEGREES(atan2(vec_dot(y, pelvis.x), vec_dot(y, pelvis.y)));
}

// Between lines, which have no direction.
static double between_lines_deg(Vec a, Vec b) {
    double angle = vec_angle_deg(a, b);
    return fmin(angle, 180 - angle);
}

static double from_line(Vec point, Vec begin, Vec end) {
    Vec along = vec_unit(vec_sub(end, begin), up), off = vec_sub(point, begin);
    return vec_length(vec_sub(off, vec_scale(along, vec_dot(off, along))));
}

// How thick the flesh round a point is: that of the ball of skin whose middle it is.
static double flesh_round(BonePoint point) {
    for (int i = 0; i < skin_count; i++) {
        Skin skin = skin_at(i);
        if (skin.centre.bone == point.bone && vec_distance(skin.centre.offset, point.offset) < 1e-9) return skin.radius;
    }
    return 0;
}

// Infinite without a wall, so that no range holds it.
static double wall_gap(const Obstacles *obstacles, BonePoint point, Vec at) {
    const Obstacle *wall = obstacles_find(obstacles, PROP_WALL);
    return wall ? vec_dot(vec_sub(at, wall->at), wall->faces) - flesh_round(point) : HUGE_VAL;
}

static double measure(const Check *check, const Stance *stance, const Obstacles *obstacles) {
    Vec p[CHECK_POINTS_MAX];
    for (int i = 0; i < CHECK_POINTS_MAX; i++) p[i] = stance_point(stance, check->points[i]);
    Vec back = vec_sub(p[0], p[1]), on = vec_sub(p[2], p[1]);
    switch (check->kind) {
    case CHECK_ANGLE: return vec_angle_deg(back, on);
    case CHECK_LINE: return vec_angle_deg(in_sagittal_plane(stance, back), in_sagittal_plane(stance, on));
    case CHECK_HEIGHT: return 100 * p[0].y;
    case CHECK_DISTANCE: return 100 * vec_length(back);
    case CHECK_TILT: return between_lines_deg(back, up);
    case CHECK_ABOVE: return 100 * back.y;
    case CHECK_AHEAD: return 100 * vec_dot(back, forward(stance));
    case CHECK_PLUMB: return 100 * vec_length(vec(back.x, 0, back.z));
    case CHECK_AXIS: return 100 * from_line(p[0], p[1], p[2]);
    case CHECK_PARALLEL: return between_lines_deg(back, vec_sub(p[2], p[3]));
    case CHECK_WIDER: return 100 * (vec_length(back) - vec_distance(p[2], p[3]));
    case CHECK_HEADING: return DEGREES(atan2(-back.z, -back.x));
    case CHECK_LUMBAR: return 2 * flexion_deg(stance, BONE_LUMBAR); // half of the bend is at L5, half at T12
    case CHECK_SPINE: return flexion_deg(stance, BONE_CHEST);
    case CHECK_BALANCE: return 100 * vec_dot(vec_sub(balance_centre(stance), p[0]), forward(stance));
    case CHECK_GAP: return 100 * wall_gap(obstacles, check->points[0], p[0]);
    case CHECK_TURN: case CHECK_MOVES: case CHECK_KINDS: break;
    }
    assert(!"a motion is needed");
    return 0;
}

double check_measure(const Check *check, const Stance *stance, const Stance *from, const Obstacles *obstacles) {
    if (check->kind == CHECK_TURN) {
        Bone bone = check->points[0].bone;
        assert(from);
        return axes_angle_deg(from->axes[bone], stance->axes[bone]);
    }
    return measure(check, stance, obstacles) - (from ? measure(check, from, obstacles) : 0);
}

double check_stretch(const Stance *stance, Bone *most) {
    static const struct {
        Bone a, b;
        double length;
    } bones[] = {{BONE_UPPER_ARM, BONE_FOREARM, BODY_UPPER_ARM}, {BONE_FOREARM, BONE_HAND, BODY_FOREARM},
                 {BONE_THIGH, BONE_SHANK, BODY_THIGH}, {BONE_SHANK, BONE_FOOT, BODY_SHANK}};
    double stretch = 0;
    for (int n = 0; n < 2 * (int)(sizeof bones / sizeof bones[0]); n++) {
        Bone a = BONE_SIDE(bones[n / 2].a, n % 2), b = BONE_SIDE(bones[n / 2].b, n % 2);
        double change = 100 * fabs(vec_distance(stance->joint[a], stance->joint[b]) / bones[n / 2].length - 1);
        if (change >= stretch) stretch = change, *most = a;
    }
    return stretch;
}
