#include "figure/tracks.h"

#include "figure/proportions.h"

#include <assert.h>

// A planted point that the key poses put within this distance of one place is meant to stay there;
// a larger change is a step or a slide that the move asks for.
static const double stays_within = 0.05;
// Lower than this in every key pose, the ankle of a kneeling leg lies on the floor too.
static const double shank_lies_below = 0.12;
static const double lies_still_deg = 3;

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

static Track *add_track(Arena *arena, Tracks *tracks, BonePoint point, Vec weight) {
    Track *track = list_push(arena, &tracks->list);
    track->point = point;
    track->at = arena_new(arena, Vec, tracks->count);
    track->weight = arena_new(arena, Vec, tracks->count);
    for (int i = 0; i < tracks->count; i++) {
        track->at[i] = where(&tracks->poses[i], point);
        track->weight[i] = weight;
    }
    return track;
}

static bool holds(const Track *track, int pose) {
    return track->weight[pose].x + track->weight[pose].y + track->weight[pose].z > 0;
}

static Vec middle(const Track *track, int count) {
    Vec sum = {0, 0, 0};
    int held = 0;
    for (int i = 0; i < count; i++)
        if (holds(track, i)) sum = vec_add(sum, track->at[i]), held++;
    return vec_scale(sum, 1.0 / (held ? held : 1));
}

// One place for all key poses when they agree on one.
static void steady(Track *track, int count) {
    Vec place = middle(track, count);
    for (int i = 0; i < count; i++) {
        bool is_near = vec_distance(vec(track->at[i].x, 0, track->at[i].z), vec(place.x, 0, place.z)) <= stays_within / 2;
        if (holds(track, i) && !is_near) return;
    }
    for (int i = 0; i < count; i++) {
        track->at[i].x = place.x;
        track->at[i].z = place.z;
        if (fabs(track->at[i].y - place.y) <= stays_within / 2) track->at[i].y = place.y;
    }
}

// On a way the ends are given: what is planted there stays where they have it, else where it came to be first.
static int placing_pose(const Track *track, int count) {
    int first = 0, last = count - 1;
    while (first < last && !holds(track, first)) first++;
    return first > 0 && holds(track, last) ? last : first;
}

static void anchor(Track *track, int count) {
    Vec place = track->at[placing_pose(track, count)];
    bool spans = holds(track, 0) && holds(track, count - 1);
    if (spans) place = vec_lerp(place, track->at[count - 1], 0.5);
    for (int i = 0; i < count; i++) track->at[i].x = place.x, track->at[i].z = place.z;
}

// Only in the poses of its phases.
static void confine(Track *track, const Clip *clip, const Contact *contact) {
    for (int i = 0; i < clip->poses.count; i++)
        if (!contact_holds_in(clip, contact, i)) track->weight[i] = vec(0, 0, 0);
}

static void rest_on_floor(Track *track, const Tracks *tracks, double rest) {
    for (int i = 0; i < tracks->count; i++) {
        bool is_near = fabs(track->at[i].y - rest) <= TRACK_RESTS_WITHIN || tracks->clip->is_way;
        if (rest >= 0 && is_near) track->at[i].y = rest;
    }
}

// Lies on the floor with whichever skin of these bones is lowest, when that is low enough to be meant
// so; else it lies on something, an arm or a pillow, and keeps its height.
static void lie_on_floor(Track *track, const Tracks *tracks, const Bone *bones, int bone_count) {
    for (int i = 0; i < tracks->count; i++) {
        Stance stance;
        skeleton_stand(&tracks->poses[i], &stance);
        double lowest = HUGE_VAL;
        for (int s = 0; s < skin_count; s++)
            for (int b = 0; b < bone_count; b++) {
                Skin skin = skin_at(s);
                if (skin.centre.bone == bones[b])
                    lowest = fmin(lowest, stance_point(&stance, skin.centre).y - skin.radius);
            }
        track->at[i].y = stance_point(&stance, track->point).y - (lowest <= TRACK_RESTS_WITHIN ? lowest : 0);
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

static void plant_on(Arena *arena, Tracks *tracks, Contact contact, const Obstacle *obstacle) {
    Track *track = add_track(arena, tracks, contact_point(contact), vec(1, 1, 1));
    confine(track, tracks->clip, &contact);
    for (int i = 0; i < tracks->count; i++) press_on(track, i, obstacle, rest_on(contact.kind, contact.on));
    steady(track, tracks->count);
}

// A planted foot keeps the heading that the poses give it; on a way, that of the pose it is placed by.
static void head_foot(const Tracks *tracks, Track *track, Side side) {
    Vec sum = {0, 0, 0};
    for (int i = 0; i < tracks->count; i++) {
        bool is_placed_here = !tracks->clip->is_way || i == placing_pose(track, tracks->count);
        if (!holds(track, i) || !is_placed_here) continue;
        Stance stance;
        skeleton_stand(&tracks->poses[i], &stance);
        sum = vec_add(sum, stance.axes[BONE_SIDE(BONE_FOOT, side)].x);
    }
    track->is_sole = true, track->side = side;
    track->heading = vec_unit(vec(sum.x, 0, sum.z), vec(1, 0, 0));
}

static void plant(Arena *arena, Tracks *tracks, Contact contact) {
    const ContactRow *row = &contact_rows[contact.kind];
    const Obstacle *obstacle = contact.on ? obstacles_find(tracks->obstacles, contact.on) : NULL;
    if (obstacle) {
        plant_on(arena, tracks, contact, obstacle);
        return;
    }
    Track *track = add_track(arena, tracks, contact_point(contact), row->weight);
    confine(track, tracks->clip, &contact);
    bool upright_foot = true;
    for (int i = 0; i < tracks->count; i++)
        upright_foot = upright_foot && (tracks->poses[i].flat_foot[contact.side] >= 1 || !holds(track, i));
    if (tracks->clip->is_way && contact.kind < CONTACT_PELVIS) anchor(track, tracks->count);
    else steady(track, tracks->count);
    static const Bone back[] = {BONE_CHEST, BONE_NECK, BONE_UPPER_ARM, BONE_SIDE(BONE_UPPER_ARM, LEFT)};
    static const Bone head[] = {BONE_HEAD};
    if (contact.kind == CONTACT_SHOULDERS) lie_on_floor(track, tracks, back, 4);
    if (contact.kind == CONTACT_HEAD) lie_on_floor(track, tracks, head, 1);
    if (contact.kind != CONTACT_FOOT || upright_foot) rest_on_floor(track, tracks, row->rest);
    if (contact.kind == CONTACT_FOOT && upright_foot) head_foot(tracks, track, contact.side);
}

// A kneeling shank lies still when the key poses let it.
static void plant_shank(Arena *arena, Tracks *tracks, const Contact *knee) {
    BonePoint ankle = contact_point((Contact){.kind = CONTACT_FOOT, .side = knee->side});
    for (int i = 0; i < tracks->count; i++)
        if (contact_holds_in(tracks->clip, knee, i) && where(&tracks->poses[i], ankle).y > shank_lies_below) return;
    Track *track = add_track(arena, tracks, ankle, vec(0.5, 0.5, 0.5));
    confine(track, tracks->clip, knee);
    if (tracks->clip->is_way) anchor(track, tracks->count);
    else steady(track, tracks->count);
}

// A pelvis that lies as it lay is held by a second point, so that it does not roll either.
static void plant_pelvis(Arena *arena, Tracks *tracks, const Contact *contact) {
    const Axes *first = NULL;
    Axes axes[2];
    for (int i = 0; i < tracks->count; i++) {
        if (!contact_holds_in(tracks->clip, contact, i)) continue;
        axes[first != NULL] = skeleton_pelvis_axes(&tracks->poses[i]);
        if (first && axes_angle_deg(axes[0], axes[1]) > lies_still_deg) return;
        first = axes;
    }
    Track *track = add_track(arena, tracks, (BonePoint){BONE_LUMBAR, {0, 0, 0}}, vec(0.5, 0.5, 0.5));
    confine(track, tracks->clip, contact);
    steady(track, tracks->count);
}

static bool faces_up(Vec faces) { return vec_dot(faces, faces) == 0; }

// A hand that a pose lays on a wall stays there in that pose.
static void hold_wall(Arena *arena, Tracks *tracks, Side side) {
    Track *track = NULL;
    for (int i = 0; i < tracks->count; i++) {
        const HandHold *hold = &tracks->clip->poses.items[i].hands[side];
        const Obstacle *obstacle = hold->prop ? obstacles_find(tracks->obstacles, hold->prop) : NULL;
        if (obstacle && !track) {
            track = add_track(arena, tracks, contact_point((Contact){.kind = CONTACT_HAND, .side = side}), vec(0, 0, 0));
        }
        if (!obstacle) continue;
        press_on(track, i, obstacle, SKIN_WRIST);
        track->weight[i] = vec(1, 1, 1);
    }
    bool is_always = track != NULL;
    for (int i = 0; is_always && i < tracks->count; i++) is_always = track->weight[i].x > 0;
    if (is_always) steady(track, tracks->count);
}

// Flat soles and palms rest on the floor at their height even when they are free to slide.
static void rest_flat(Arena *arena, Tracks *tracks, ContactKind kind, Side side) {
    double rest = contact_rows[kind].rest;
    Track *track = add_track(arena, tracks, contact_point((Contact){.kind = kind, .side = side}), vec(0, 1, 0));
    for (int i = 0; i < tracks->count; i++) {
        const Pose *pose = &tracks->poses[i];
        bool is_flat = (kind == CONTACT_FOOT ? pose->flat_foot : pose->flat_hand)[side] >= 1 &&
                       faces_up((kind == CONTACT_FOOT ? pose->foot_faces : pose->hand_faces)[side]);
        if (is_flat && fabs(track->at[i].y - rest) <= 2 * TRACK_RESTS_WITHIN) track->at[i].y = rest;
        else track->weight[i] = vec(0, 0, 0);
    }
}

// From beginning to end. Parts of the middle have no side.
static bool is_planted(const Clip *clip, ContactKind kind, Side side) {
    for (int i = 0; i < clip->planted.count; i++) {
        const Contact *contact = &clip->planted.items[i];
        bool is_it = contact->kind == kind && (kind >= CONTACT_PELVIS || contact->side == side);
        if (is_it && contact->phase_count == 0) return true;
    }
    return false;
}

bool clip_plants(const Clip *clip, ContactKind kind, Side side, int pose) {
    for (int i = 0; i < clip->planted.count; i++) {
        const Contact *contact = &clip->planted.items[i];
        if (contact->kind == kind && contact->side == side && contact_holds_in(clip, contact, pose)) return true;
    }
    return false;
}

static void track_contacts(Arena *arena, Tracks *tracks) {
    const Clip *clip = tracks->clip;
    const Contact *contacts = clip->planted.items, *end = contacts + clip->planted.count;
    for (const Contact *c = contacts; c < end; c++) plant(arena, tracks, *c);
    for (const Contact *c = contacts; c < end; c++)
        if (c->kind == CONTACT_PELVIS) plant_pelvis(arena, tracks, c);
    for (int side = RIGHT; side < SIDES; side++) {
        for (const Contact *c = contacts; c < end; c++)
            if (c->kind == CONTACT_KNEE && c->side == (Side)side && !is_planted(clip, CONTACT_FOOT, side))
                plant_shank(arena, tracks, c);
        if (!is_planted(clip, CONTACT_FOOT, side)) rest_flat(arena, tracks, CONTACT_FOOT, side);
        if (!is_planted(clip, CONTACT_HAND, side)) rest_flat(arena, tracks, CONTACT_HAND, side);
        hold_wall(arena, tracks, side);
    }
}

static double smaller(double a, double b) { return a < b ? a : b; }

void tracks_contacts(const Tracks *tracks, int from, int to, double share, Contacts *contacts) {
    *contacts = (Contacts){.obstacles = *tracks->obstacles};
    for (int i = 0; i < tracks->list.count; i++) {
        const Track *track = &tracks->list.items[i];
        Vec a = track->weight[from], b = track->weight[to];
        Vec weight = {smaller(a.x, b.x), smaller(a.y, b.y), smaller(a.z, b.z)};
        if (weight.x + weight.y + weight.z > 0)
            contacts_pin(contacts, track->point, vec_lerp(track->at[from], track->at[to], share), weight);
    }
}

void tracks_hold_soles(const Tracks *tracks, int from, int to, Pose *pose) {
    Stance stance;
    skeleton_stand(pose, &stance);
    for (int i = 0; i < tracks->list.count; i++) {
        const Track *track = &tracks->list.items[i];
        if (!track->is_sole || !holds(track, from) || !holds(track, to)) continue;
        Vec shank = stance.axes[BONE_SIDE(BONE_SHANK, track->side)].x, wanted = track->heading;
        double right = DEGREES(atan2(shank.x * wanted.z - shank.z * wanted.x, shank.x * wanted.x + shank.z * wanted.z));
        pose->foot_turn[track->side] = track->side == RIGHT ? right : -right;
    }
}

void tracks_make(Arena *arena, const Clip *clip, const Pose *poses, const Obstacles *obstacles, Tracks *tracks) {
    *tracks = (Tracks){.clip = clip, .obstacles = obstacles, .poses = poses, .count = clip->poses.count};
    track_contacts(arena, tracks);
}
