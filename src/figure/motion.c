#include "figure/motion.h"

#include "figure/proportions.h"

#include <assert.h>

// A planted point that the key poses put within this distance of one place is meant to stay there;
// a larger change is a step or a slide that the move asks for.
static const double stays_within = 0.05;
// Nearer to its resting height than this, a planted point rests on the floor.
static const double rests_within = 0.04;
// Lower than this in every key pose, the ankle of a kneeling leg lies on the floor too.
static const double shank_lies_below = 0.12;
static const double lies_still_deg = 3;

// How one point is held in each key pose.
typedef struct {
    BonePoint point;
    Vec *at;      // by key pose
    Vec *weight;  // by key pose
} Track;

struct Motion {
    const Clip *clip;
    int count;    // of key poses
    Pose *poses;  // settled
    Axes *pelvis; // of the settled poses
    Axes *hands[SIDES]; // of the settled poses, seen from the forearm
    BonePoint *under[SIDES]; // by key pose: the skin a hand lies on
    Obstacles obstacles;
    LIST(Track) tracks;
    Vec foot_heading[SIDES];
    bool foot_is_planted[SIDES]; // flat in every key pose, so it keeps its heading
};

const Clip *motion_clip(const Motion *motion) { return motion->clip; }

typedef struct {
    const char *point;
    double rest; // height when it rests on the floor; negative when that depends on the pose
    Vec weight;
} ContactRow;

// The back and the head roll on their skin, which decides their height.
static const ContactRow contact_rows[CONTACT_KINDS] = {
    [CONTACT_FOOT] = {"ankle", BODY_ANKLE, {1, 1, 1}},    [CONTACT_BALL] = {"ball", 0, {1, 1, 1}},
    [CONTACT_KNEE] = {"knee", SKIN_KNEE, {1, 1, 1}},      [CONTACT_HAND] = {"wrist", SKIN_WRIST, {1, 1, 1}},
    [CONTACT_ELBOW] = {"elbow", SKIN_ELBOW, {1, 1, 1}},   [CONTACT_PELVIS] = {"pelvis", -1, {1, 1, 1}},
    [CONTACT_SHOULDERS] = {NULL, -1, {1, 0.5, 1}},        [CONTACT_HEAD] = {"head", -1, {0.3, 0.3, 0.3}},
};

static BonePoint contact_point(Contact contact) {
    if (contact.kind == CONTACT_SHOULDERS) return (BonePoint){BONE_CHEST, {0, BODY_SHOULDER_UP, 0}};
    BonePoint point;
    bool known = skeleton_point(text_of(contact_rows[contact.kind].point), contact.side, &point);
    assert(known);
    return point;
}

static Vec where(const Pose *pose, BonePoint point) {
    Stance stance;
    skeleton_stand(pose, &stance);
    return stance_point(&stance, point);
}

static Track *add_track(Arena *arena, Motion *motion, BonePoint point, Vec weight) {
    Track *track = list_push(arena, &motion->tracks);
    track->point = point;
    track->at = arena_new(arena, Vec, motion->count);
    track->weight = arena_new(arena, Vec, motion->count);
    for (int i = 0; i < motion->count; i++) {
        track->at[i] = where(&motion->poses[i], point);
        track->weight[i] = weight;
    }
    return track;
}

static Vec middle(const Vec *points, int count) {
    Vec sum = {0, 0, 0};
    for (int i = 0; i < count; i++) sum = vec_add(sum, points[i]);
    return vec_scale(sum, 1.0 / count);
}

// One place for all key poses when they agree on one.
static void steady(Track *track, int count) {
    Vec place = middle(track->at, count);
    for (int i = 0; i < count; i++)
        if (vec_distance(vec(track->at[i].x, 0, track->at[i].z), vec(place.x, 0, place.z)) > stays_within / 2) return;
    for (int i = 0; i < count; i++) {
        track->at[i].x = place.x;
        track->at[i].z = place.z;
        if (fabs(track->at[i].y - place.y) <= stays_within / 2) track->at[i].y = place.y;
    }
}

static void rest_on_floor(Track *track, int count, double rest) {
    for (int i = 0; i < count; i++)
        if (rest >= 0 && fabs(track->at[i].y - rest) <= rests_within) track->at[i].y = rest;
}

// Lies on the floor with whichever skin of these bones is lowest, when that is low enough to be meant
// so; else it lies on something, an arm or a pillow, and keeps its height.
static void lie_on_floor(Track *track, const Motion *motion, const Bone *bones, int bone_count) {
    for (int i = 0; i < motion->count; i++) {
        Stance stance;
        skeleton_stand(&motion->poses[i], &stance);
        double lowest = HUGE_VAL;
        for (int s = 0; s < skin_count; s++)
            for (int b = 0; b < bone_count; b++) {
                Skin skin = skin_at(s);
                if (skin.centre.bone == bones[b])
                    lowest = fmin(lowest, stance_point(&stance, skin.centre).y - skin.radius);
            }
        track->at[i].y = stance_point(&stance, track->point).y - (lowest <= rests_within ? lowest : 0);
    }
}

// How far the point of a contact is from the wall or the seat it rests on.
static double rest_on(ContactKind kind, Prop prop) {
    if (kind == CONTACT_PELVIS) return prop == PROP_CHAIR ? SIT_BONES : SKIN_BACK;
    return contact_rows[kind].rest >= 0 ? contact_rows[kind].rest : SKIN_BACK;
}

static void press_on(Track *track, int i, const Obstacle *obstacle, double rest) {
    double distance = vec_dot(vec_sub(track->at[i], obstacle->at), obstacle->faces);
    track->at[i] = vec_add(track->at[i], vec_scale(obstacle->faces, rest - distance));
}

static void plant_on(Arena *arena, Motion *motion, Contact contact, const Obstacle *obstacle) {
    Track *track = add_track(arena, motion, contact_point(contact), vec(1, 1, 1));
    for (int i = 0; i < motion->count; i++) press_on(track, i, obstacle, rest_on(contact.kind, contact.on));
    steady(track, motion->count);
}

static void plant(Arena *arena, Motion *motion, Contact contact) {
    const ContactRow *row = &contact_rows[contact.kind];
    const Obstacle *obstacle = contact.on ? obstacles_find(&motion->obstacles, contact.on) : NULL;
    if (obstacle) {
        plant_on(arena, motion, contact, obstacle);
        return;
    }
    Track *track = add_track(arena, motion, contact_point(contact), row->weight);
    bool upright_foot = true;
    for (int i = 0; i < motion->count; i++)
        upright_foot = upright_foot && motion->poses[i].flat_foot[contact.side] >= 1;
    steady(track, motion->count);
    static const Bone back[] = {BONE_CHEST, BONE_NECK, BONE_UPPER_ARM, BONE_SIDE(BONE_UPPER_ARM, LEFT)};
    static const Bone head[] = {BONE_HEAD};
    if (contact.kind == CONTACT_SHOULDERS) lie_on_floor(track, motion, back, 4);
    if (contact.kind == CONTACT_HEAD) lie_on_floor(track, motion, head, 1);
    if (contact.kind != CONTACT_FOOT || upright_foot) rest_on_floor(track, motion->count, row->rest);
    if (contact.kind == CONTACT_FOOT && upright_foot) motion->foot_is_planted[contact.side] = true;
}

// A kneeling shank lies still when the key poses let it.
static void plant_shank(Arena *arena, Motion *motion, Side side) {
    BonePoint ankle = contact_point((Contact){.kind = CONTACT_FOOT, .side = side});
    for (int i = 0; i < motion->count; i++)
        if (where(&motion->poses[i], ankle).y > shank_lies_below) return;
    steady(add_track(arena, motion, ankle, vec(0.5, 0.5, 0.5)), motion->count);
}

// A pelvis that lies as it lay is held by a second point, so that it does not roll either.
static void plant_pelvis(Arena *arena, Motion *motion) {
    Axes first = skeleton_pelvis_axes(&motion->poses[0]);
    for (int i = 1; i < motion->count; i++)
        if (axes_angle_deg(first, skeleton_pelvis_axes(&motion->poses[i])) > lies_still_deg) return;
    steady(add_track(arena, motion, (BonePoint){BONE_LUMBAR, {0, 0, 0}}, vec(0.5, 0.5, 0.5)), motion->count);
}

static bool faces_up(Vec faces) { return vec_dot(faces, faces) == 0; }

// A hand that a pose lays on a wall stays there in that pose.
static void hold_wall(Arena *arena, Motion *motion, Side side) {
    Track *track = NULL;
    for (int i = 0; i < motion->count; i++) {
        const HandHold *hold = &motion->clip->poses.items[i].hands[side];
        const Obstacle *obstacle = hold->prop ? obstacles_find(&motion->obstacles, hold->prop) : NULL;
        if (obstacle && !track) {
            track = add_track(arena, motion, contact_point((Contact){.kind = CONTACT_HAND, .side = side}), vec(0, 0, 0));
        }
        if (!obstacle) continue;
        press_on(track, i, obstacle, SKIN_WRIST);
        track->weight[i] = vec(1, 1, 1);
    }
    bool is_always = track != NULL;
    for (int i = 0; is_always && i < motion->count; i++) is_always = track->weight[i].x > 0;
    if (is_always) steady(track, motion->count);
}

// Flat soles and palms rest on the floor at their height even when they are free to slide.
static void rest_flat(Arena *arena, Motion *motion, ContactKind kind, Side side) {
    double rest = contact_rows[kind].rest;
    Track *track = add_track(arena, motion, contact_point((Contact){.kind = kind, .side = side}), vec(0, 1, 0));
    for (int i = 0; i < motion->count; i++) {
        const Pose *pose = &motion->poses[i];
        bool is_flat = (kind == CONTACT_FOOT ? pose->flat_foot : pose->flat_hand)[side] >= 1 &&
                       faces_up((kind == CONTACT_FOOT ? pose->foot_faces : pose->hand_faces)[side]);
        if (is_flat && fabs(track->at[i].y - rest) <= 2 * rests_within) track->at[i].y = rest;
        else track->weight[i] = vec(0, 0, 0);
    }
}

// Parts of the middle have no side.
static bool is_planted(const Clip *clip, ContactKind kind, Side side) {
    for (int i = 0; i < clip->planted.count; i++) {
        const Contact *contact = &clip->planted.items[i];
        if (contact->kind == kind && (kind >= CONTACT_PELVIS || contact->side == side)) return true;
    }
    return false;
}

static void head_feet(Motion *motion) {
    for (int side = RIGHT; side < SIDES; side++) {
        Vec sum = {0, 0, 0};
        for (int i = 0; i < motion->count; i++) {
            Stance stance;
            skeleton_stand(&motion->poses[i], &stance);
            sum = vec_add(sum, stance.axes[BONE_SIDE(BONE_FOOT, side)].x);
        }
        motion->foot_heading[side] = vec_unit(vec(sum.x, 0, sum.z), vec(1, 0, 0));
    }
}

static void track_contacts(Arena *arena, Motion *motion) {
    const Clip *clip = motion->clip;
    for (int i = 0; i < clip->planted.count; i++) plant(arena, motion, clip->planted.items[i]);
    if (is_planted(clip, CONTACT_PELVIS, RIGHT)) plant_pelvis(arena, motion);
    for (int side = RIGHT; side < SIDES; side++) {
        if (is_planted(clip, CONTACT_KNEE, side) && !is_planted(clip, CONTACT_FOOT, side))
            plant_shank(arena, motion, side);
        if (!is_planted(clip, CONTACT_FOOT, side)) rest_flat(arena, motion, CONTACT_FOOT, side);
        if (!is_planted(clip, CONTACT_HAND, side)) rest_flat(arena, motion, CONTACT_HAND, side);
        hold_wall(arena, motion, side);
    }
    head_feet(motion);
}

static double ease(double t) { return t * t * (3 - 2 * t); }

// How far between two key poses. A way stops at either end unless it goes through that pose, coming
// from `before` or going on to `after`; where it stops these are its own ends.
typedef struct {
    int from, to, before, after;
    double position; // 0..1 in time
    double share;    // the same, eased at the ends where it stops
} Way;

// The bends of a cubic whose slope is 1 at its beginning, or at its end.
static double leaving(double t) { return t * (1 - t) * (1 - t); }
static double arriving(double t) { return t * t * (t - 1); }

// The way back between two poses is the way there.
static Way way_between(const Clip *clip, int from, int to, double position) {
    Way way = {from, to, from, to, fmax(0, fmin(1, position)), 0};
    int count = clip->phases.count;
    for (int i = 0; i < count && from != to; i++) {
        const Phase *phase = &clip->phases.items[i], *last = &clip->phases.items[(i + count - 1) % count];
        const Phase *next = &clip->phases.items[(i + 1) % count];
        bool there = phase->from == from && phase->to == to;
        if (!there && (phase->from != to || phase->to != from)) continue;
        int before = last->is_through ? last->from : phase->from;
        int after = phase->is_through && next->from != next->to ? next->to : phase->to;
        way.before = there ? before : after;
        way.after = there ? after : before;
        break;
    }
    way.share = ease(way.position);
    if (way.before != from) way.share += leaving(way.position);
    if (way.after != to) way.share += arriving(way.position);
    return way;
}

// How fast a joint goes through a pose that it reaches by one step and leaves by the next: the harmonic
// mean, and not at all where it turns back, so that it never overshoots (Fritsch & Butland 1984).
static double pace(double step, double next) { return step * next > 0 ? 2 * step * next / (step + next) : 0; }

// A joint's number on its way from a to b, which comes from `before` and goes on to `after`.
static double blend_number(double before, double a, double b, double after, double t) {
    return a + (b - a) * ease(t) + pace(a - before, b - a) * leaving(t) + pace(b - a, after - b) * arriving(t);
}

static double smaller(double a, double b) { return a < b ? a : b; }

static void contacts_at(const Motion *motion, int from, int to, double share, Contacts *contacts) {
    *contacts = (Contacts){.obstacles = motion->obstacles};
    for (int i = 0; i < motion->tracks.count; i++) {
        const Track *track = &motion->tracks.items[i];
        Vec a = track->weight[from], b = track->weight[to];
        Vec weight = {smaller(a.x, b.x), smaller(a.y, b.y), smaller(a.z, b.z)};
        if (weight.x + weight.y + weight.z > 0)
            contacts_pin(contacts, track->point, vec_lerp(track->at[from], track->at[to], share), weight);
    }
}

// A planted foot does not swivel with the knee above it.
static void hold_headings(const Motion *motion, Pose *pose) {
    Stance stance;
    skeleton_stand(pose, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        if (!motion->foot_is_planted[side]) continue;
        Vec shank = stance.axes[BONE_SIDE(BONE_SHANK, side)].x, wanted = motion->foot_heading[side];
        double right = DEGREES(atan2(shank.x * wanted.z - shank.z * wanted.x, shank.x * wanted.x + shank.z * wanted.z));
        pose->foot_turn[side] = side == RIGHT ? right : -right;
    }
}

void motion_contacts(const Motion *motion, int from, int to, double position, Contacts *contacts) {
    contacts_at(motion, from, to, way_between(motion->clip, from, to, position).share, contacts);
}

// What is planted on a wall lies flat on it; a hand on the body has its palm to it. The grip and the
// wrist as given say from which side the hand comes.
static void face_props(Motion *motion, int i) {
    Pose *pose = &motion->poses[i];
    const Clip *clip = motion->clip;
    for (int c = 0; c < clip->planted.count; c++) {
        Contact contact = clip->planted.items[c];
        const Obstacle *obstacle = contact.on ? obstacles_find(&motion->obstacles, contact.on) : NULL;
        if (!obstacle || contact.on == PROP_CHAIR) continue;
        if (contact.kind == CONTACT_FOOT) pose->flat_foot[contact.side] = 1, pose->foot_faces[contact.side] = obstacle->faces;
        if (contact.kind == CONTACT_HAND) pose->flat_hand[contact.side] = 1, pose->hand_faces[contact.side] = obstacle->faces;
    }
    Pose free = *pose;
    free.flat_hand[RIGHT] = free.flat_hand[LEFT] = 0;
    Stance stance;
    skeleton_stand(&free, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        const HandHold *hold = &clip->poses.items[i].hands[side];
        const Obstacle *obstacle = hold->prop ? obstacles_find(&motion->obstacles, hold->prop) : NULL;
        if (obstacle && pose->flat_hand[side] >= 1) pose->hand_faces[side] = obstacle->faces;
        if (!hold->place) continue;
        BonePoint palm = {BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP / 2, 0}};
        BonePoint *under = &motion->under[side][i];
        *under = place_under(&stance, hold->place, hold->side, hold->share, stance_point(&stance, palm));
        double radius;
        BonePoint within = place_middle(hold->place, hold->side, hold->share, &radius);
        Vec out = vec_sub(stance_point(&stance, *under), stance_point(&stance, within));
        if (pose->flat_hand[side] >= 1) pose->hand_faces[side] = vec_unit(out, vec(0, 1, 0));
    }
}

// Palms that are planted lie flat.
static void flatten_hands(const Clip *clip, Pose *pose) {
    for (int side = RIGHT; side < SIDES; side++) {
        if (!faces_up(pose->hand_faces[side])) continue;
        double height = where(pose, contact_point((Contact){.kind = CONTACT_HAND, .side = side})).y;
        if (is_planted(clip, CONTACT_HAND, side) && height < SKIN_WRIST + 2 * rests_within) pose->flat_hand[side] = 1;
    }
}

// Fingers on a wall or on the body stay as they came to lie, however the forearm breathes above them.
static void keep_axes(Motion *motion, int i) {
    Pose *pose = &motion->poses[i];
    Stance stance;
    skeleton_stand(pose, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        if (faces_up(pose->hand_faces[side])) continue;
        const HandHold *hold = &motion->clip->poses.items[i].hands[side];
        bool is_wall = !hold->place && i > 0 && !faces_up(motion->poses[i - 1].hand_faces[side]);
        pose->hand_points[side] = is_wall ? motion->poses[i - 1].hand_points[side]
                                          : vec_scale(stance.axes[BONE_SIDE(BONE_HAND, side)].y, -1);
    }
    skeleton_stand(pose, &stance);
    motion->pelvis[i] = stance.axes[BONE_PELVIS];
    for (int side = RIGHT; side < SIDES; side++)
        motion->hands[side][i] = axes_seen_from(stance.axes[BONE_SIDE(BONE_FOREARM, side)],
                                                stance.axes[BONE_SIDE(BONE_HAND, side)]);
}

static bool same_hold(const HandHold *a, const HandHold *b) {
    return a->place == b->place && a->prop == b->prop && a->side == b->side;
}

// The skin under a hand that lies on the same place in both poses.
static bool under_at(const Motion *motion, int from, int to, double share, Side side, BonePoint *under) {
    const HandHold *a = &motion->clip->poses.items[from].hands[side], *b = &motion->clip->poses.items[to].hands[side];
    if (!a->place || !same_hold(a, b)) return false;
    *under = motion->under[side][from];
    under->offset = vec_lerp(under->offset, motion->under[side][to].offset, share);
    return true;
}

// First the body, then the hands to where their places have come to lie, so that arms reach and legs stay.
static void solve(const Motion *motion, int from, int to, double share, Pose *pose) {
    Contacts contacts;
    contacts_at(motion, from, to, share, &contacts);
    contacts_solve(&contacts, pose);
    Stance stance;
    int pins = contacts.pin_count;
    skeleton_stand(pose, &stance);
    for (int side = RIGHT; side < SIDES; side++) {
        BonePoint under, grip = {BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP, 0}};
        if (under_at(motion, from, to, share, side, &under))
            contacts_pin(&contacts, grip, stance_point(&stance, under), vec(1, 1, 1));
    }
    if (contacts.pin_count > pins) contacts_solve(&contacts, pose);
    hold_headings(motion, pose);
}

double motion_hand_gap(const Motion *motion, int from, int to, double position, const Stance *stance, Side side) {
    BonePoint under, grip = {BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP, 0}};
    if (!under_at(motion, from, to, way_between(motion->clip, from, to, position).share, side, &under)) return 0;
    return vec_distance(stance_point(stance, grip), stance_point(stance, under));
}

Motion *motion_make(Arena *arena, const Clip *clip) {
    assert(clip->poses.count > 0);
    Motion *motion = arena_new(arena, Motion, 1);
    motion->clip = clip;
    motion->count = clip->poses.count;
    motion->poses = arena_new(arena, Pose, motion->count);
    motion->pelvis = arena_new(arena, Axes, motion->count);
    for (int side = RIGHT; side < SIDES; side++) {
        motion->hands[side] = arena_new(arena, Axes, motion->count);
        motion->under[side] = arena_new(arena, BonePoint, motion->count);
    }
    obstacles_make(clip, &motion->obstacles);
    for (int i = 0; i < motion->count; i++) {
        motion->poses[i] = clip->poses.items[i].pose;
        face_props(motion, i);
        flatten_hands(clip, &motion->poses[i]);
    }
    track_contacts(arena, motion);
    for (int i = 0; i < motion->count; i++) {
        solve(motion, i, i, 0, &motion->poses[i]);
        keep_axes(motion, i);
    }
    return motion;
}

// Palms that stay flat stay flat. One that leaves the floor, or comes to it, turns by the wrist: the
// rule for flat hands would swing it about as the forearm rises.
static void blend_hand(const Motion *motion, int from, int to, double share, Side side, Pose *pose) {
    const Pose *before = &motion->poses[from], *after = &motion->poses[to];
    double a = before->flat_hand[side], b = after->flat_hand[side];
    bool stays = same_hold(&motion->clip->poses.items[from].hands[side], &motion->clip->poses.items[to].hands[side]);
    pose->flat_hand[side] = a >= 1 && b >= 1 && stays ? 1 : 0;
    pose->hand_faces[side] = vec_lerp(before->hand_faces[side], after->hand_faces[side], share);
    pose->hand_points[side] = vec_lerp(before->hand_points[side], after->hand_points[side], share);
    if (a == b && (a <= 0 || stays)) return;
    skeleton_set_hand(pose, side, axes_blend(motion->hands[side][from], motion->hands[side][to], share));
    for (Dof dof = DOF_FOREARM; dof <= DOF_WRIST_A; dof++) {
        AngleRange range = skeleton_limit(dof, 0);
        double *angle = &pose->dof[DOF_SIDE(dof, side)];
        *angle = fmax(range.min, fmin(range.max, *angle));
    }
}

static void blend(const Motion *motion, const Way *way, Pose *pose) {
    const Pose *poses = motion->poses, *a = &poses[way->from], *b = &poses[way->to];
    const Pose *before = &poses[way->before], *after = &poses[way->after];
    double t = way->position;
    *pose = *a;
    for (int i = 0; i < DOF_COUNT; i++)
        pose->dof[i] = blend_number(before->dof[i], a->dof[i], b->dof[i], after->dof[i], t);
    for (int i = RIGHT; i < SIDES; i++) {
        pose->flat_foot[i] = blend_number(before->flat_foot[i], a->flat_foot[i], b->flat_foot[i], after->flat_foot[i], t);
        pose->foot_turn[i] = blend_number(before->foot_turn[i], a->foot_turn[i], b->foot_turn[i], after->foot_turn[i], t);
        blend_hand(motion, way->from, way->to, way->share, i, pose);
    }
    skeleton_set_pelvis(pose, axes_blend(motion->pelvis[way->from], motion->pelvis[way->to], way->share));
}

// Full lungs lift the chest and the shoulders a little; the chin stays level.
static void breathe(double breath, Pose *pose) {
    pose->dof[DOF_THORAX_F] -= 1.2 * breath;
    pose->dof[DOF_NECK_F] += 0.8 * breath;
    pose->dof[DOF_GIRDLE_E] += 1.0 * breath;
    pose->dof[DOF_SIDE(DOF_GIRDLE_E, LEFT)] += 1.0 * breath;
}

void motion_stance(const Motion *motion, int from, int to, double position, double breath, Pose *pose, Stance *stance) {
    assert(from >= 0 && from < motion->count && to >= 0 && to < motion->count);
    Way way = way_between(motion->clip, from, to, position);
    Pose own;
    blend(motion, &way, &own);
    breathe(breath, &own);
    solve(motion, from, to, way.share, &own);
    if (pose) *pose = own;
    if (!stance) return;
    skeleton_stand(&own, stance);
    stance->breath = breath;
}

// The level a phase leaves the lungs at; phases before the first are those at the end of the last
// repetition, so the search goes round once.
static double level_after(const Clip *clip, int phase) {
    for (int back = 0; back < clip->phases.count; back++) {
        Breath breath = clip->phases.items[(phase - back + clip->phases.count) % clip->phases.count].breath;
        if (breath == BREATH_IN) return 1;
        if (breath == BREATH_OUT) return 0;
    }
    return 0;
}

double motion_breath(const Clip *clip, int phase, double position) {
    assert(phase >= 0 && phase < clip->phases.count);
    const double in_share = 4.0 / 9; // of a slow breath: 4 s in, 5 s out
    double before = level_after(clip, phase - 1 + clip->phases.count), after = level_after(clip, phase);
    position = fmax(0, fmin(1, position));
    if (clip->phases.items[phase].breath != BREATH_SLOW) return before + (after - before) * ease(position);
    // Full lungs breathe out first.
    double first = before > 0.5 ? 1 - in_share : in_share;
    double change = position < first ? ease(position / first) : 1 - ease((position - first) / (1 - first));
    return before > 0.5 ? 1 - change : change;
}
