#include "figure/props.h"

#include "figure/proportions.h"

// The grip centre of a hand is this far from what its palm lies on.
static const double PALM = 0.012;

// Radii of thigh and shin at equal steps from their upper end to their lower one, of what hands lie on: the front and
// the sides. Measured on the shapes that are drawn.
enum { GIRTHS = 5 };
static const double thigh_girths[GIRTHS] = {0.082, 0.082, 0.080, 0.061, 0.055};
static const double shin_girths[GIRTHS] = {0.052, 0.046, 0.042, 0.036, 0.035};

typedef struct {
    Bone bone;
    Vec upper, lower;     // the middle goes from one to the other with the share
    double radius;
    const double *girths; // instead
    bool paired, is_round; // round: touched from any side, else only across the bone
    double widens;        // by this share of the way down the bone: what lies flat on it leans back as much
} PlaceRow;

static const PlaceRow place_rows[PLACE_COUNT] = {
    [PLACE_NONE] = {BONE_PELVIS, {0, 0, 0}, {0, 0, 0}, 0.10, .is_round = true},
    [PLACE_HIP] = {BONE_PELVIS, {0, 0.085, 0}, {0, 0.085, 0}, 0.145, .widens = 0.25},
    [PLACE_BUTTOCK] = {BONE_PELVIS, {-0.02, 0, 0.07}, {-0.02, 0, 0.07}, 0.08, .paired = true, .is_round = true},
    [PLACE_THIGH] = {BONE_THIGH, {0, 0, 0}, {0, -BODY_THIGH, 0}, .girths = thigh_girths, .paired = true},
    [PLACE_KNEE] = {BONE_SHANK, {0, 0, 0}, {0, 0, 0}, SKIN_KNEE, .paired = true, .is_round = true},
    [PLACE_SHIN] = {BONE_SHANK, {0, 0, 0}, {0, -BODY_SHANK, 0}, .girths = shin_girths, .paired = true},
    [PLACE_ANKLE] = {BONE_FOOT, {0, 0, 0}, {0, 0, 0}, SKIN_ANKLE, .paired = true, .is_round = true},
    [PLACE_FOOT] = {BONE_FOOT, {0.06, -0.035, 0}, {0.06, -0.035, 0}, 0.035, .paired = true, .is_round = true},
    [PLACE_HEAD] = {BONE_HEAD, {0, BODY_HEAD_CENTRE, 0}, {0, BODY_HEAD_CENTRE, 0}, 0.095, .is_round = true},
    [PLACE_CHEST] = {BONE_CHEST, {0, 0, 0}, {0, 0, 0}, SKIN_CHEST},
    [PLACE_BELLY] = {BONE_LUMBAR, {0, 0.03, 0}, {0, 0.03, 0}, SKIN_BELLY},
    [PLACE_BACK] = {BONE_LUMBAR, {-0.01, 0, 0}, {-0.01, 0, 0}, SKIN_BELLY},
    [PLACE_PELVIS] = {BONE_PELVIS, {0, 0, 0}, {0, 0, 0}, SKIN_BACK},
    [PLACE_SHOULDER] = {BONE_UPPER_ARM, {0, 0, 0}, {0, 0, 0}, SKIN_SHOULDER, .paired = true, .is_round = true},
    [PLACE_ELBOW] = {BONE_FOREARM, {0, 0, 0}, {0, 0, 0}, SKIN_ELBOW, .paired = true, .is_round = true},
    [PLACE_HAND] = {BONE_HAND, {0, -BODY_GRIP, 0}, {0, -BODY_GRIP, 0}, 0.012, .paired = true, .is_round = true},
};

static double girth(const double *girths, double share) {
    double at = fmax(0, fmin(1, share)) * (GIRTHS - 1);
    int below = at < GIRTHS - 1 ? (int)at : GIRTHS - 2;
    return girths[below] + (girths[below + 1] - girths[below]) * (at - below);
}

BonePoint place_middle(BodyPlace place, Side side, double share, double *radius) {
    const PlaceRow *row = &place_rows[place];
    BonePoint middle = {row->bone, vec_lerp(row->upper, row->lower, share)};
    *radius = row->girths ? girth(row->girths, share) : row->radius;
    if (!row->paired) return middle;
    if (row->bone >= BONE_LIMBS) middle.bone = BONE_SIDE(row->bone, side);
    if (side == LEFT) middle.offset.z = -middle.offset.z;
    return middle;
}

BonePoint place_under(const Stance *stance, BodyPlace place, Side side, double share, Vec from) {
    double radius;
    BonePoint point = place_middle(place, side, share, &radius);
    Vec out = axes_back(stance->axes[point.bone], vec_sub(from, stance_point(stance, point)));
    if (!place_rows[place].is_round) out.y = 0;
    point.offset = vec_add(point.offset, vec_scale(vec_unit(out, vec(1, 0, 0)), radius + PALM));
    return point;
}

Vec place_faces(const Stance *stance, BodyPlace place, Vec out) {
    Vec up = stance->axes[place_rows[place].bone].y;
    return vec_unit(vec_add(vec_unit(out, vec(0, 1, 0)), vec_scale(up, place_rows[place].widens)), vec(0, 1, 0));
}

// The middle of a roller on the floor below a line of flesh: across the line, seen from the side.
static Vec under_line(Vec on, Vec along, double radius) {
    Vec across = vec_unit(vec(-along.y, along.x, 0), vec(0, 1, 0));
    if (across.y < 0) across = vec_scale(across, -1);
    return vec(on.x - across.x * (radius + ROLLER_RADIUS), ROLLER_RADIUS, 0);
}

static void add_rest(Obstacles *obstacles, BonePoint from, BonePoint to, double radius) {
    if (obstacles->rest_count < RESTS_MAX)
        obstacles->rests[obstacles->rest_count++] = (Rest){obstacles->count, from, to, radius};
}

static void lay_on_thigh(Obstacles *obstacles, const PropUse *use, const Stance *stance, Side side, Obstacle *roller) {
    BonePoint hip = {BONE_SIDE(BONE_THIGH, side), {0, 0, 0}}, knee = {hip.bone, {0, -BODY_THIGH, 0}};
    double radius = 0.075;
    Vec begin = stance_point(stance, hip), end = stance_point(stance, knee);
    roller->at = under_line(vec_lerp(begin, end, use->share), vec_sub(end, begin), radius);
    add_rest(obstacles, hip, knee, radius);
}

static void lay_on_roller(Obstacles *obstacles, const PropUse *use, const Stance *stance, Obstacle *roller) {
    for (int side = RIGHT; side < SIDES; side++) {
        if (!use->at[side]) continue;
        if (use->place == PLACE_THIGH) {
            lay_on_thigh(obstacles, use, stance, side, roller);
            continue;
        }
        double radius;
        BonePoint point = place_middle(use->place, side, 0, &radius);
        if (use->place == PLACE_BACK) point = (BonePoint){BONE_CHEST, {0, 0, 0}}, radius = SKIN_BACK;
        Vec spine = vec_sub(stance->joint[BONE_NECK], stance->joint[BONE_THORAX]);
        roller->at = under_line(stance_point(stance, point), use->place == PLACE_BACK ? spine : vec(1, 0, 0), radius);
        add_rest(obstacles, point, point, radius);
        if (use->place == PLACE_BACK) break; // it has no sides
    }
    roller->at.z = stance->joint[BONE_PELVIS].z;
}

// What rolls on one place, not along a thigh, does so as far to one side of the roller's top as to the other.
static void centre_roll(const Clip *clip, const PropUse *use, Obstacle *roller) {
    double least = roller->home.x, most = roller->home.x;
    for (int i = 0; i < clip->poses.count; i++) {
        double x = clip->poses.items[i].pose.dof[DOF_ROOT_X];
        least = fmin(least, x), most = fmax(most, x);
    }
    if (use->place != PLACE_THIGH) roller->at.x += ((least + most) / 2 - roller->home.x) / 2;
}

static void lay_on_ball(Obstacles *obstacles, const PropUse *use, const Stance *stance, Obstacle *ball) {
    const Obstacle *wall = obstacles_find(obstacles, PROP_WALL);
    if (!wall) return;
    Side side = use->at[LEFT] ? LEFT : RIGHT;
    double radius;
    BonePoint point = place_middle(use->place, side, 0, &radius);
    Vec skin = stance_point(stance, point);
    double to_wall = vec_dot(vec_sub(skin, wall->at), wall->faces);
    ball->faces = wall->faces;
    ball->at = vec_sub(skin, vec_scale(wall->faces, to_wall - BALL_RADIUS));
    add_rest(obstacles, point, point, radius);
}

// What a prop is to the body; false for those that are only drawn.
static bool obstacle_of(Obstacles *obstacles, const PropUse *use, const Stance *stance, Obstacle *obstacle) {
    Vec hips = stance->joint[BONE_PELVIS];
    *obstacle = (Obstacle){.kind = use->kind, .home = hips};
    switch (use->kind) {
    case PROP_WALL:
        obstacle->at = use->is_beside ? vec(0, 0, use->z) : vec(use->x, 0, 0);
        if (use->is_beside) obstacle->faces = vec(0, 0, hips.z >= use->z ? 1 : -1);
        else obstacle->faces = vec(hips.x >= use->x ? 1 : -1, 0, 0);
        return true;
    case PROP_DOORWAY:
        obstacle->at = vec(use->x, 0, 0);
        obstacle->faces = vec(-1, 0, 0);
        obstacle->gap = use->gap / 2;
        return true;
    case PROP_CHAIR:
        obstacle->at = vec(use->x, SEAT_HEIGHT, use->z);
        obstacle->faces = vec(0, 1, 0);
        return true;
    case PROP_ROLLER: lay_on_roller(obstacles, use, stance, obstacle); return true;
    case PROP_BALL: lay_on_ball(obstacles, use, stance, obstacle); return true;
    default: return false;
    }
}

void obstacles_make(const Clip *clip, Obstacles *obstacles) {
    *obstacles = (Obstacles){0};
    Stance stance;
    skeleton_stand(&clip->poses.items[0].pose, &stance);
    for (int i = 0; i < clip->placed.count && obstacles->count < OBSTACLES_MAX; i++) {
        Obstacle obstacle;
        if (!obstacle_of(obstacles, &clip->placed.items[i], &stance, &obstacle)) continue;
        if (obstacle.kind == PROP_ROLLER) centre_roll(clip, &clip->placed.items[i], &obstacle);
        obstacles->items[obstacles->count++] = obstacle;
    }
}

const Obstacle *obstacles_find(const Obstacles *obstacles, Prop kind) {
    for (int i = 0; i < obstacles->count; i++)
        if (obstacles->items[i].kind == kind) return &obstacles->items[i];
    return NULL;
}

Vec obstacle_middle(const Obstacle *obstacle, Vec hips) {
    Vec half = vec_scale(vec_sub(hips, obstacle->home), 0.5);
    if (obstacle->kind == PROP_ROLLER) return vec_add(obstacle->at, vec(half.x, 0, 0));
    if (obstacle->kind == PROP_BALL) return vec_add(obstacle->at, vec(0, half.y, 0));
    return obstacle->at;
}

// From a rectangle with its middle at 0, seen along one axis (Quilez 2013).
static double rectangle(double x, double y) {
    return sqrt(fmax(x, 0) * fmax(x, 0) + fmax(y, 0) * fmax(y, 0)) + fmin(fmax(x, y), 0);
}

static double seat_distance(Vec from_top) {
    double x = fabs(from_top.x) - SEAT_HALF, z = fabs(from_top.z) - SEAT_HALF;
    double y = fabs(from_top.y + SEAT_THICKNESS / 2) - SEAT_THICKNESS / 2;
    return rectangle(rectangle(x, z), y);
}

double obstacle_distance(const Obstacle *obstacle, Vec hips, Vec point) {
    Vec middle = obstacle_middle(obstacle, hips), off = vec_sub(point, middle);
    switch (obstacle->kind) {
    case PROP_WALL: return vec_dot(off, obstacle->faces);
    case PROP_DOORWAY: return rectangle(fabs(off.x - DOORPOST / 2) - DOORPOST / 2, obstacle->gap - fabs(off.z));
    case PROP_CHAIR: return seat_distance(off);
    case PROP_ROLLER: return sqrt(off.x * off.x + off.y * off.y) - ROLLER_RADIUS;
    default: return HUGE_VAL;
    }
}

Vec obstacle_faces(const Obstacle *obstacle) { return obstacle->faces; }

double rest_gap(const Obstacles *obstacles, const Rest *rest, const Stance *stance) {
    const Obstacle *obstacle = &obstacles->items[rest->obstacle];
    Vec middle = obstacle_middle(obstacle, stance->joint[BONE_PELVIS]);
    Vec from = stance_point(stance, rest->from), to = stance_point(stance, rest->to);
    if (obstacle->kind == PROP_BALL)
        return vec_dot(vec_sub(from, middle), obstacle->faces) - rest->radius - BALL_RADIUS;
    from.z = to.z = middle.z = 0; // a roller is long
    Vec line = vec_sub(to, from), off = vec_sub(middle, from);
    double length2 = vec_dot(line, line), share = length2 > 0 ? vec_dot(off, line) / length2 : 0;
    Vec nearest = vec_lerp(from, to, fmax(0, fmin(1, share)));
    return vec_distance(middle, nearest) - rest->radius - ROLLER_RADIUS;
}

bool obstacles_bone_rests(const Obstacles *obstacles, int obstacle, Bone bone) {
    for (int i = 0; i < obstacles->rest_count; i++) {
        const Rest *rest = &obstacles->rests[i];
        bool is_back = rest->from.bone == BONE_CHEST && (bone == BONE_THORAX || bone == BONE_CHEST);
        if (rest->obstacle == obstacle && (rest->from.bone == bone || is_back)) return true;
    }
    return false;
}
