#include "bake/plan.h"

#include "figure/vec.h"

enum { PROBES = 24, FEWEST_FRAMES = 6, MOST_FRAMES = 600, FEWEST_BREATHS = 4, MOST_BREATHS = 16, MOST_SKINS = 64 };

// Frames a second for a speed on the screen, pixels a second: with the square root of it, so that the steps a slow limb
// is seen to make are short and those of a fast one are not many; but never farther apart than FARTHEST_LEAP_PX, up to which
// the player mixes two frames without an edge being seen double. At half tempo no screen shows more than SLOWED_FPS.
static const double FPS_SQUARED_PER_SPEED = 2, FARTHEST_LEAP_PX = 9.8, SLOWED_FPS = 120;
static const double WAY_SHARE = 0.5; // nobody studies a way

// How far lungs that fill may move the outline between frames; what they add to the chest itself, metres.
static const double BREATH_PX = 0.8, CHEST_GROWS = 0.0025;

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

static void add_frame(Arena *arena, BakePlan *plan, Shot shot, double at) {
    if (shot.position <= 0) shot.to = shot.from, shot.position = 0;
    if (shot.position >= 1) shot.from = shot.to, shot.position = 0;
    int number = shot_of(arena, plan, shot);
    *list_push(arena, &plan->frame_shots) = number;
    *list_push(arena, &plan->frame_at) = at;
}

// Where the skin is seen.
typedef struct {
    double x[MOST_SKINS], y[MOST_SKINS];
} Outline;

static Outline outline_of(const Camera *camera, const Stance *stance) {
    Outline outline;
    for (int i = 0; i < skin_count && i < MOST_SKINS; i++)
        camera_project(camera, stance_point(stance, skin_at(i).centre), &outline.x[i], &outline.y[i]);
    return outline;
}

// Pixels that the part of it which goes farthest goes.
static double farthest(const Outline *before, const Outline *after) {
    double most = 0;
    for (int i = 0; i < skin_count && i < MOST_SKINS; i++) {
        double x = after->x[i] - before->x[i], y = after->y[i] - before->y[i];
        most = fmax(most, sqrt(x * x + y * y));
    }
    return most;
}

double bake_leap(const Camera *camera, const Stance *from, const Stance *to) {
    Outline before = outline_of(camera, from), after = outline_of(camera, to);
    return farthest(&before, &after);
}

static Camera camera_of(const Clip *clip, double pixels_per_metre) {
    return camera_make(clip->camera_az_deg, clip->camera_el_deg, vec(0, 0, 0), pixels_per_metre);
}

// Counts the frames wanted from the beginning of a phase to each probe of it.
static void count_frames(const Clip *clip, const Motion *motion, const Phase *phase, double pixels_per_metre,
                         double counts[PROBES + 1]) {
    Camera camera = camera_of(clip, pixels_per_metre);
    double seconds = phase->duration_ms / 1000.0 / PROBES;
    Outline before, after;
    Stance stance;
    counts[0] = 0;
    for (int i = 0; i <= PROBES; i++) {
        motion_stance(motion, phase->from, phase->to, (double)i / PROBES, 0, NULL, &stance);
        after = outline_of(&camera, &stance);
        if (i > 0) {
            double speed = farthest(&before, &after) / seconds;
            double fps = sqrt(speed * FPS_SQUARED_PER_SPEED) * (clip->is_way ? WAY_SHARE : 1);
            fps = fmax(fps, speed / FARTHEST_LEAP_PX);
            counts[i] = counts[i - 1] + fmin(fps, SLOWED_FPS) * seconds;
        }
        before = after;
    }
}

// The place in time where a count is reached; in ten thousandths, as an index is written.
static double place_of(const double counts[PROBES + 1], double count) {
    int i = 1;
    while (i < PROBES && counts[i] < count) i++;
    double step = counts[i] - counts[i - 1];
    double place = (i - 1 + (step > 0 ? (count - counts[i - 1]) / step : 1)) / PROBES;
    return floor(fmax(0, fmin(1, place)) * 10000 + 0.5) / 10000;
}

static void add_motion(Arena *arena, BakePlan *plan, const Clip *clip, const Motion *motion, const Phase *phase,
                       double pixels_per_metre) {
    double counts[PROBES + 1];
    count_frames(clip, motion, phase, pixels_per_metre, counts);
    int count = (int)fmin(ceil(counts[PROBES]) + 1, MOST_FRAMES);
    if (count < FEWEST_FRAMES) count = FEWEST_FRAMES;
    const Keyframe *poses = clip->poses.items;
    *list_push(arena, &plan->strips) =
        (Strip){STRIP_MOTION, poses[phase->from].name, poses[phase->to].name, plan->frame_shots.count, count};
    double begin = bake_glow(clip, phase->from), end = bake_glow(clip, phase->to);
    bool moves = counts[PROBES] > 0;
    for (int i = 0; i < count; i++) {
        double share = (double)i / (count - 1), t = moves ? place_of(counts, counts[PROBES] * share) : share;
        if (i == 0 || i == count - 1) t = share;
        double eased = t * t * (3 - 2 * t);
        add_frame(arena, plan, (Shot){phase->from, phase->to, t, 0, begin + (end - begin) * eased, 0}, moves ? t : -1);
    }
}

static int breaths_of(const Clip *clip, const Motion *motion, int pose, double pixels_per_metre) {
    Camera camera = camera_of(clip, pixels_per_metre);
    Stance empty, full;
    motion_stance(motion, pose, pose, 0, 0, NULL, &empty);
    motion_stance(motion, pose, pose, 0, 1, NULL, &full);
    Outline before = outline_of(&camera, &empty), after = outline_of(&camera, &full);
    double way = farthest(&before, &after) + CHEST_GROWS * pixels_per_metre;
    return (int)fmax(FEWEST_BREATHS, fmin(ceil(way / BREATH_PX) + 1, MOST_BREATHS));
}

static void add_breath(Arena *arena, BakePlan *plan, const Clip *clip, const Motion *motion, int pose, double pixels_per_metre) {
    const char *name = clip->poses.items[pose].name;
    for (int i = 0; i < plan->strips.count; i++)
        if (plan->strips.items[i].kind == STRIP_BREATH && plan->strips.items[i].from == name) return;
    int count = breaths_of(clip, motion, pose, pixels_per_metre);
    *list_push(arena, &plan->strips) = (Strip){STRIP_BREATH, name, name, plan->frame_shots.count, count};
    for (int i = 0; i < count; i++)
        add_frame(arena, plan, (Shot){pose, pose, 0, (double)i / (count - 1), bake_glow(clip, pose), 0}, -1);
}

// Still and without muscle light: only the form is wrong.
static void add_mistake(Arena *arena, BakePlan *plan, const Clip *clip) {
    const char *name = clip->mistake.name;
    *list_push(arena, &plan->strips) = (Strip){STRIP_BREATH, name, name, plan->frame_shots.count, 1};
    add_frame(arena, plan, (Shot){.from = 1, .to = 1, .is_mistake = true}, -1);
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
    if (!clip->is_way) add_breath(arena, &plan, clip, motion, first, pixels_per_metre);
    for (int i = 0; i < clip->phases.count; i++) {
        Phase phase = clip->phases.items[i];
        if (phase.from == phase.to) add_breath(arena, &plan, clip, motion, phase.from, pixels_per_metre);
        else if (is_first_between(clip, i, &phase)) add_motion(arena, &plan, clip, motion, &phase, pixels_per_metre);
    }
    if (clip->mistake.name) add_mistake(arena, &plan, clip);
    return plan;
}
