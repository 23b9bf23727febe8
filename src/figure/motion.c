#include "figure/motion.h"

#include "figure/proportions.h"
#include "figure/tracks.h"

#include <assert.h>

// Where a phase of a way would go through the floor, the solver leaves the blend quickly. What it adds is
// known beforehand at this many moments of the phase and spread over the neighbouring ones.
enum { KNOTS = 33 };
typedef struct {
    int from, to;
    double dof[KNOTS][DOF_COUNT];
    Vec turn[KNOTS]; // of the pelvis, about its own axes
} Detour;

struct Motion {
    const Clip *clip;
    int count;    // of key poses
    Pose *poses;  // settled
    Axes *pelvis; // of the settled poses
    Axes *hands[SIDES]; // of the settled poses, seen from the forearm
    BonePoint *under[SIDES]; // by key pose: the skin a hand lies on
    Obstacles obstacles;
    Tracks tracks;
    LIST(Detour) detours; // of a way, one a phase
};

const Clip *motion_clip(const Motion *motion) { return motion->clip; }

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

void motion_contacts(const Motion *motion, int from, int to, double position, Contacts *contacts) {
    tracks_contacts(&motion->tracks, from, to, way_between(motion->clip, from, to, position).share, contacts);
}

// What is planted on a wall lies flat on it; a hand on the body has its palm to it. The grip and the
// wrist as given say from which side the hand comes.
static void face_props(Motion *motion, int i) {
    Pose *pose = &motion->poses[i];
    const Clip *clip = motion->clip;
    for (int c = 0; c < clip->planted.count; c++) {
        Contact contact = clip->planted.items[c];
        if (!contact_holds_in(clip, &contact, i)) continue;
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
        if (pose->flat_hand[side] >= 1) pose->hand_faces[side] = place_faces(&stance, hold->place, out);
    }
}

static bool faces_up(Vec faces) { return vec_dot(faces, faces) == 0; }

static double wrist_height(const Pose *pose, Side side) {
    Stance stance;
    BonePoint wrist = {BONE_SIDE(BONE_HAND, side), {0, 0, 0}};
    skeleton_stand(pose, &stance);
    return stance_point(&stance, wrist).y;
}

// Palms that are planted lie flat.
static void flatten_hands(const Clip *clip, int i, Pose *pose) {
    for (int side = RIGHT; side < SIDES; side++) {
        if (!faces_up(pose->hand_faces[side]) || !clip_plants(clip, CONTACT_HAND, side, i)) continue;
        if (wrist_height(pose, side) < SKIN_WRIST + 2 * TRACK_RESTS_WITHIN) pose->flat_hand[side] = 1;
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
    tracks_contacts(&motion->tracks, from, to, share, &contacts);
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
    tracks_hold_soles(&motion->tracks, from, to, pose);
}

double motion_hand_gap(const Motion *motion, int from, int to, double position, const Stance *stance, Side side) {
    BonePoint under, grip = {BONE_SIDE(BONE_HAND, side), {0, -BODY_GRIP, 0}};
    if (!under_at(motion, from, to, way_between(motion->clip, from, to, position).share, side, &under)) return 0;
    return vec_distance(stance_point(stance, grip), stance_point(stance, under));
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

static const Detour *detour_of(const Motion *motion, int from, int to) {
    for (int i = 0; i < motion->detours.count; i++)
        if (motion->detours.items[i].from == from && motion->detours.items[i].to == to) return &motion->detours.items[i];
    return NULL;
}

// Adds the detour at a position in time, between two of its moments.
static void follow(const Detour *detour, double position, Pose *pose) {
    int knot = (int)(position * (KNOTS - 1));
    if (knot > KNOTS - 2) knot = KNOTS - 2;
    double t = position * (KNOTS - 1) - knot;
    const double *a = detour->dof[knot], *b = detour->dof[knot + 1];
    Axes pelvis = skeleton_pelvis_axes(pose);
    for (int i = 0; i < DOF_COUNT; i++)
        if (i < DOF_HEADING || i > DOF_TURN) pose->dof[i] += a[i] + (b[i] - a[i]) * t;
    skeleton_set_pelvis(pose, axes_turn_about(pelvis, vec_lerp(detour->turn[knot], detour->turn[knot + 1], t)));
}

// One knot to the next lies a little nearer to their mean; the ends are the key poses and stay.
static void spread(Detour *detour, int times) {
    for (int n = 0; n < times; n++) {
        Detour before = *detour;
        for (int k = 1; k < KNOTS - 1; k++) {
            for (int i = 0; i < DOF_COUNT; i++)
                detour->dof[k][i] = (before.dof[k - 1][i] + 2 * before.dof[k][i] + before.dof[k + 1][i]) / 4;
            Vec sides = vec_lerp(before.turn[k - 1], before.turn[k + 1], 0.5);
            detour->turn[k] = vec_lerp(before.turn[k], sides, 0.5);
        }
    }
}

static void measure_detour(const Motion *motion, Detour *detour, const Detour *known) {
    for (int k = 1; k < KNOTS - 1; k++) {
        Way way = way_between(motion->clip, detour->from, detour->to, (double)k / (KNOTS - 1));
        Pose straight, solved;
        blend(motion, &way, &straight);
        solved = straight;
        if (known) follow(known, way.position, &solved);
        solve(motion, detour->from, detour->to, way.share, &solved);
        for (int i = 0; i < DOF_COUNT; i++) detour->dof[k][i] = solved.dof[i] - straight.dof[i];
        detour->turn[k] = axes_turn_between(skeleton_pelvis_axes(&straight), skeleton_pelvis_axes(&solved));
    }
}

// Twice: what is spread is in the floor again here and there, by less.
static void plan_detours(Arena *arena, Motion *motion) {
    const Clip *clip = motion->clip;
    for (int i = 0; i < clip->phases.count && clip->is_way; i++) {
        Detour *first = arena_new(arena, Detour, 1), *second = list_push(arena, &motion->detours);
        first->from = second->from = clip->phases.items[i].from;
        first->to = second->to = clip->phases.items[i].to;
        measure_detour(motion, first, NULL);
        spread(first, 12);
        *second = (Detour){.from = first->from, .to = first->to};
        measure_detour(motion, second, first);
        spread(second, 8);
    }
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
        flatten_hands(clip, i, &motion->poses[i]);
    }
    tracks_make(arena, clip, motion->poses, &motion->obstacles, &motion->tracks);
    for (int i = 0; i < motion->count; i++) {
        // The poses of a way meet different contacts on either side: no strain may be left to spring back.
        for (int pass = 0; pass < (clip->is_way ? 6 : 1); pass++) solve(motion, i, i, 0, &motion->poses[i]);
        keep_axes(motion, i);
    }
    plan_detours(arena, motion);
    return motion;
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
    const Detour *detour = detour_of(motion, from, to);
    if (detour) follow(detour, way.position, &own);
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
