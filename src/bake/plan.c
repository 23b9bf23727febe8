#include "bake/plan.h"

#include "figure/vec.h"

enum { BREATH_FRAMES = 7, FEWEST_FRAMES = 6, PROBES = 48 };

// Between two frames the fastest joint goes this far; beyond this many frames a second eyes see no more.
static const double JOINT_PX = 4.5, MOST_FRAMES_PER_SECOND = 20;
static const double WAY_FRAMES_PER_SECOND = 16; // nobody studies a way

double bake_glow(const Clip *clip, int pose) {
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        if (phase->from == pose && phase->to == pose) return 1;
    }
    return clip->phases.count && clip->phases.items[0].from == pose ? 0.3 : 0.85;
}

static int shot_of(Arena *arena, BakePlan *plan, Shot shot) {
    for (int i = 0; i < plan->shots.count; i++) {
        const Shot *s = &plan->shots.items[i];
        if (s->is_mistake != shot.is_mistake) continue;
        if (s->from == shot.from && s->to == shot.to && s->position == shot.position && s->breath == shot.breath) return i;
    }
    shot.frame = plan->frame_shots.count;
    *list_push(arena, &plan->shots) = shot;
    return plan->shots.count - 1;
}

static void add_frame(Arena *arena, BakePlan *plan, Shot shot) {
    if (shot.position <= 0) shot.to = shot.from, shot.position = 0;
    if (shot.position >= 1) shot.from = shot.to, shot.position = 0;
    int number = shot_of(arena, plan, shot);
    *list_push(arena, &plan->frame_shots) = number;
}

// Metres the fastest joint goes in one probe of the way.
static double fastest(const Motion *motion, int from, int to) {
    Stance before, after;
    double most = 0;
    motion_stance(motion, from, to, 0, 0, NULL, &before);
    for (int i = 1; i <= PROBES; i++) {
        motion_stance(motion, from, to, (double)i / PROBES, 0, NULL, &after);
        for (int bone = 0; bone < BONE_COUNT; bone++) most = fmax(most, vec_distance(before.joint[bone], after.joint[bone]));
        before = after;
    }
    return most;
}

static void add_motion(Arena *arena, BakePlan *plan, const Clip *clip, const Motion *motion, const Phase *phase,
                       double pixels_per_metre) {
    double wanted = fastest(motion, phase->from, phase->to) * PROBES * pixels_per_metre / JOINT_PX;
    double most = phase->duration_ms * (clip->is_way ? WAY_FRAMES_PER_SECOND : MOST_FRAMES_PER_SECOND) / 1000;
    int count = (int)ceil(fmin(wanted, most)) + 1;
    if (count < FEWEST_FRAMES) count = FEWEST_FRAMES;
    const Keyframe *poses = clip->poses.items;
    *list_push(arena, &plan->strips) =
        (Strip){STRIP_MOTION, poses[phase->from].name, poses[phase->to].name, plan->frame_shots.count, count};
    double begin = bake_glow(clip, phase->from), end = bake_glow(clip, phase->to);
    for (int i = 0; i < count; i++) {
        double t = (double)i / (count - 1), eased = t * t * (3 - 2 * t);
        add_frame(arena, plan, (Shot){phase->from, phase->to, t, 0, begin + (end - begin) * eased, 0});
    }
}

static void add_breath(Arena *arena, BakePlan *plan, const Clip *clip, int pose) {
    const char *name = clip->poses.items[pose].name;
    for (int i = 0; i < plan->strips.count; i++)
        if (plan->strips.items[i].kind == STRIP_BREATH && plan->strips.items[i].from == name) return;
    *list_push(arena, &plan->strips) = (Strip){STRIP_BREATH, name, name, plan->frame_shots.count, BREATH_FRAMES};
    for (int i = 0; i < BREATH_FRAMES; i++)
        add_frame(arena, plan, (Shot){pose, pose, 0, (double)i / (BREATH_FRAMES - 1), bake_glow(clip, pose), 0});
}

// Still and without muscle light: only the form is wrong.
static void add_mistake(Arena *arena, BakePlan *plan, const Clip *clip) {
    const char *name = clip->mistake.name;
    *list_push(arena, &plan->strips) = (Strip){STRIP_BREATH, name, name, plan->frame_shots.count, 1};
    add_frame(arena, plan, (Shot){.from = 1, .to = 1, .is_mistake = true});
}

// The longest phase between two poses, in either direction, sets their strip; only the first adds it.
static bool is_first_between(const Clip *clip, int index, Phase *longest) {
    *longest = clip->phases.items[index];
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *other = &clip->phases.items[i];
        bool same = (other->from == longest->from && other->to == longest->to) ||
                    (other->from == longest->to && other->to == longest->from);
        if (!same) continue;
        if (i < index) return false;
        if (other->duration_ms > longest->duration_ms) longest->duration_ms = other->duration_ms;
    }
    return true;
}

static int typical_pose(const Clip *clip) {
    int paused = -1;
    for (int i = clip->phases.count - 1; i >= 0; i--) {
        const Phase *phase = &clip->phases.items[i];
        if (phase->is_hold) return phase->to;
        if (phase->from == phase->to) paused = phase->to;
    }
    if (paused >= 0) return paused;
    return clip->phases.count ? clip->phases.items[0].to : clip->poses.count - 1;
}

BakePlan bake_plan(Arena *arena, const Clip *clip, const Motion *motion, double pixels_per_metre) {
    BakePlan plan = {.poster_pose = typical_pose(clip)};
    int first = clip->phases.count ? clip->phases.items[0].from : 0;
    if (!clip->is_way) add_breath(arena, &plan, clip, first);
    for (int i = 0; i < clip->phases.count; i++) {
        Phase phase = clip->phases.items[i];
        if (phase.from == phase.to) add_breath(arena, &plan, clip, phase.from);
        else if (is_first_between(clip, i, &phase)) add_motion(arena, &plan, clip, motion, &phase, pixels_per_metre);
    }
    if (clip->mistake.name) add_mistake(arena, &plan, clip);
    return plan;
}
