#include "figure/checks.h"

#include "figure/balance.h"

// One figure of the film that is checked: all phases in order at their tabled durations.
typedef struct {
    int phase, from, to;
    double position, ms; // ms since the phase began
    Pose pose;
    Stance stance;
    double breath;
} Frame;

typedef struct {
    Arena *arena;
    const Motion *motion;
    const Clip *clip;
    CheckReport *report;
    LIST(Frame) frames;
} Film;

// A hold only breathes, so slowly that fewer frames show all of it.
enum { FRAME_MS = 33, HOLD_FRAME_MS = 100 };

// The worst value of a rule so far and where it was.
typedef struct {
    double value;
    const char *what;
    const Frame *frame;
} Worst;

static void worse(Worst *worst, double value, const char *what, const Frame *frame) {
    if (worst->what && value <= worst->value) return;
    *worst = (Worst){value, what, frame};
}

static void add_result(Film *film, const char *id, const char *label, double value, double min, double max) {
    bool pass = value >= min && value <= max;
    *list_push(film->arena, &film->report->results) = (CheckResult){id, label, value, min, max, pass};
    film->report->failed += !pass;
}

static void add_worst(Film *film, const char *id, const char *rule, Worst worst, double max) {
    if (!worst.what) return;
    const char *phase = worst.frame ? film->clip->phases.items[worst.frame->phase].name : "";
    int percent = worst.frame ? (int)(100 * worst.frame->position + 0.5) : 0;
    const char *label = worst.frame ? text_format(film->arena, "%s: %s, %s at %d %%", rule, worst.what, phase, percent)
                                    : text_format(film->arena, "%s: %s", rule, worst.what);
    add_result(film, id, label, worst.value, -HUGE_VAL, max);
}

static void shoot(Film *film) {
    for (int i = 0; i < film->clip->phases.count; i++) {
        const Phase *phase = &film->clip->phases.items[i];
        int ms = phase->is_hold || phase->duration_ms <= 0 ? BREATH_SLOW_MS : phase->duration_ms;
        int frame_ms = phase->is_hold ? HOLD_FRAME_MS : FRAME_MS, count = (ms + frame_ms - 1) / frame_ms;
        for (int n = 0; n <= count; n++) {
            Frame *frame = list_push(film->arena, &film->frames);
            *frame = (Frame){.phase = i, .from = phase->from, .to = phase->to, .position = n / (double)count};
            frame->ms = frame->position * ms;
            frame->breath = motion_breath(film->clip, i, frame->position);
            motion_stance(film->motion, phase->from, phase->to, frame->position, frame->breath, &frame->pose, &frame->stance);
        }
    }
}

static const char *bone_name(Bone bone) {
    static const char *const names[BONE_COUNT] = {
        "pelvis", "lumbar spine", "thoracic spine", "chest", "neck", "head",
        "right shoulder", "right elbow", "right wrist", "right hip", "right knee", "right ankle", "right toes",
        "left shoulder", "left elbow", "left wrist", "left hip", "left knee", "left ankle", "left toes",
    };
    return names[bone];
}

// The bone a bone hangs on; the pelvis on itself.
static Bone parent(Bone bone) {
    if (bone < BONE_LIMBS) return bone == BONE_PELVIS ? BONE_PELVIS : bone - 1;
    Bone right = bone >= BONE_LIMBS_END ? bone - (BONE_LIMBS_END - BONE_LIMBS) : bone;
    if (right == BONE_UPPER_ARM) return BONE_CHEST;
    return right == BONE_THIGH ? BONE_PELVIS : bone - 1;
}

// Planted points against their places; what only leans on a place (weight below 1) may roll.
static void check_planted(Film *film) {
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        Contacts contacts;
        motion_contacts(film->motion, frame->from, frame->to, frame->position, &contacts);
        for (int p = 0; p < contacts.pin_count; p++) {
            Pin pin = contacts.pins[p];
            Vec off = vec_sub(stance_point(&frame->stance, pin.point), pin.at);
            off = vec(pin.weight.x >= 1 ? off.x : 0, pin.weight.y >= 1 ? off.y : 0, pin.weight.z >= 1 ? off.z : 0);
            worse(&worst, 100 * vec_length(off), bone_name(pin.point.bone), frame);
        }
    }
    add_worst(film, "U1", "planted points move, cm", worst, 0.5);
}

static void check_floor(Film *film) {
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++) {
        const char *skin = "";
        double height = skin_lowest(&film->frames.items[i].stance, &skin);
        worse(&worst, -100 * height, skin, &film->frames.items[i]);
    }
    add_worst(film, "U2", "depth below the floor, cm", worst, 1.2);
}

// Through a wall, a seat or a roller; and loose from what it lies on.
static void check_props(Film *film) {
    Worst depth = {0}, gap = {0}, hand = {0};
    Contacts contacts;
    motion_contacts(film->motion, 0, 0, 0, &contacts);
    const Obstacles *obstacles = &contacts.obstacles;
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        const char *skin = "";
        double nearest = skin_nearest(obstacles, &frame->stance, &skin);
        if (obstacles->count) worse(&depth, -100 * nearest, skin, frame);
        for (int r = 0; r < obstacles->rest_count; r++)
            worse(&gap, 100 * fabs(rest_gap(obstacles, &obstacles->rests[r], &frame->stance)),
                  bone_name(obstacles->rests[r].from.bone), frame);
        for (int side = RIGHT; side < SIDES; side++)
            worse(&hand, 100 * motion_hand_gap(film->motion, frame->from, frame->to, frame->position, &frame->stance, side),
                  bone_name(BONE_SIDE(BONE_HAND, side)), frame);
    }
    add_worst(film, "U2", "depth in a prop, cm (negative: before it)", depth, 1.2);
    add_worst(film, "U2", "off the roller or ball, cm", gap, 0.5);
    bool holds = false;
    for (int i = 0; i < film->clip->poses.count; i++)
        holds |= film->clip->poses.items[i].hands[RIGHT].place || film->clip->poses.items[i].hands[LEFT].place;
    if (holds) add_worst(film, "U10", "hand off its place, cm", hand, 3);
}

static double outside(double angle, AngleRange range) { return fmax(angle - range.max, range.min - angle); }

// What a flat foot or palm makes of the ankle and the wrist is not in the pose, so it is measured.
static void check_flat_limits(Worst *worst, const Frame *frame, Side side) {
    const Axes *axes = frame->stance.axes;
    Axes shank = axes[BONE_SIDE(BONE_SHANK, side)], foot = axes[BONE_SIDE(BONE_FOOT, side)];
    double ankle = DEGREES(atan2(vec_dot(foot.x, shank.y), vec_dot(foot.x, shank.x)));
    Dof dof = DOF_SIDE(DOF_ANKLE, side);
    if (frame->pose.flat_foot[side] > 0)
        worse(worst, outside(ankle, skeleton_limit(dof, frame->pose.dof[DOF_SIDE(DOF_KNEE, side)])), skeleton_dof_name(dof), frame);
    double wrist = vec_angle_deg(axes[BONE_SIDE(BONE_FOREARM, side)].y, axes[BONE_SIDE(BONE_HAND, side)].y);
    dof = DOF_SIDE(DOF_WRIST_F, side);
    if (frame->pose.flat_hand[side] > 0)
        worse(worst, wrist + skeleton_limit(dof, 0).min, skeleton_dof_name(dof), frame);
}

static void check_limits(Film *film) {
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        for (Dof dof = DOF_LUMBAR_F; dof < DOF_COUNT; dof++) {
            Side side = dof >= DOF_LIMBS_END ? LEFT : RIGHT;
            bool is_result = dof == DOF_SIDE(DOF_ANKLE, side) && frame->pose.flat_foot[side] > 0;
            double knee = frame->pose.dof[DOF_SIDE(DOF_KNEE, side)];
            if (!is_result)
                worse(&worst, outside(frame->pose.dof[dof], skeleton_limit(dof, knee)), skeleton_dof_name(dof), frame);
        }
        check_flat_limits(&worst, frame, RIGHT);
        check_flat_limits(&worst, frame, LEFT);
    }
    add_worst(film, "U3", "beyond the joint's range, degrees (negative: inside)", worst, 0.01);
}

// How fast a bone turns against the one it hangs on, degrees per second, between neighbouring frames.
static Vec turning(const Frame *a, const Frame *b, Bone bone) {
    double seconds = (b->ms - a->ms) / 1000;
    Axes before = a->stance.axes[bone], after = b->stance.axes[bone];
    if (bone != BONE_PELVIS) {
        before = axes_seen_from(a->stance.axes[parent(bone)], before);
        after = axes_seen_from(b->stance.axes[parent(bone)], after);
    }
    return vec_scale(axes_turn_between(before, after), DEGREES(1) / seconds);
}

// Of one who walks the knee reaches 400 degrees/s, the ankle pushes off in a tenth of a second, and every step is a
// fall that the other foot catches.
static double fastest_joint(const Clip *clip) {
    if (clip_walks(clip)) return 400;
    if (clip->is_way) return 150; // getting up from a chair the knees reach that
    return clip->is_standing || clip->props[PROP_CHAIR] ? 120 : 90;
}

static void check_speed(Film *film) {
    Worst speed = {0}, acceleration = {0};
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        Vec last = {0, 0, 0};
        for (int i = 1; i < film->frames.count; i++) {
            const Frame *a = &film->frames.items[i - 1], *b = &film->frames.items[i];
            if (a->phase != b->phase) continue; // the same figure twice
            Vec now = turning(a, b, bone);
            worse(&speed, vec_length(now), bone_name(bone), b);
            worse(&acceleration, vec_distance(now, last) * 1000 / (b->ms - a->ms), bone_name(bone), b);
            last = now;
        }
    }
    add_worst(film, "U4", "joint speed, degrees/s", speed, fastest_joint(film->clip));
    // A jump of a third of a degree between two frames would exceed this; on a way, of two thirds.
    double most = clip_walks(film->clip) ? 8000 : film->clip->is_way ? 2000 : 1000;
    add_worst(film, "U12", "joint acceleration, degrees/s2", acceleration, most);
}

static void check_flat_feet(Film *film) {
    Worst height = {0}, pitch = {0};
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        for (int side = RIGHT; side < SIDES; side++) {
            Vec faces = frame->pose.foot_faces[side];
            if (frame->pose.flat_foot[side] < 1 || vec_dot(faces, faces) > 0) continue; // a wall's are pinned
            const char *name = bone_name(BONE_SIDE(BONE_FOOT, side));
            BonePoint points[2];
            skeleton_point(text_of("heel"), side, &points[0]);
            skeleton_point(text_of("ball"), side, &points[1]);
            for (int p = 0; p < 2; p++) worse(&height, 100 * fabs(stance_point(&frame->stance, points[p]).y), name, frame);
            Vec forward = frame->stance.axes[points[0].bone].x;
            worse(&pitch, DEGREES(fabs(asin(fmax(-1, fmin(1, forward.y))))), name, frame);
        }
    }
    add_worst(film, "U5", "flat feet off the floor, cm", height, 0.5);
    add_worst(film, "U5", "flat feet tilted, degrees", pitch, 2);
}

// How much the limbs of one pose differ from those of the other, seen in a mirror. Legs may be left out.
static double asymmetry(const Pose *pose, const Pose *other, bool with_legs, Dof *most) {
    double worst = 0;
    for (Dof dof = DOF_LIMBS; dof < DOF_COUNT; dof++) {
        Dof right = dof < DOF_LIMBS_END ? dof : dof - (DOF_LIMBS_END - DOF_LIMBS);
        Dof opposite = dof == right ? DOF_SIDE(dof, LEFT) : right;
        if (right >= DOF_HIP_F && !with_legs) continue;
        double difference = fabs(pose->dof[dof] - other->dof[opposite]);
        if (difference >= worst) worst = difference, *most = dof;
    }
    return worst;
}

// One foot stands before the other from beginning to end, so only the arms move alike.
static bool is_step_stance(const Clip *clip) {
    int feet = 0;
    for (int i = 0; i < clip->planted.count; i++) feet += clip->planted.items[i].kind == CONTACT_FOOT;
    bool differs = feet == SIDES;
    for (int i = 0; i < clip->poses.count; i++) {
        const double *dof = clip->poses.items[i].pose.dof;
        differs = differs && fabs(dof[DOF_HIP_F] - dof[DOF_SIDE(DOF_HIP_F, LEFT)]) > 5;
    }
    return differs;
}

// Both sides move at once when every pose is its own mirror image. Where they take turns inside a repetition,
// each pose is the image of another one.
static void check_mirror_images(Film *film, bool with_legs) {
    Worst worst = {0};
    const Clip *clip = film->clip;
    for (int i = 0; i < clip->poses.count; i++) {
        double least = HUGE_VAL;
        Dof dof = DOF_LIMBS, nearest = DOF_LIMBS;
        for (int k = 0; k < clip->poses.count; k++) {
            double difference = asymmetry(&clip->poses.items[i].pose, &clip->poses.items[k].pose, with_legs, &dof);
            if (difference < least) least = difference, nearest = dof;
        }
        worse(&worst, least, text_format(film->arena, "%s of %s", skeleton_dof_name(nearest), clip->poses.items[i].name), NULL);
    }
    add_worst(film, "U6", "a pose without a mirror image, degrees", worst, 1);
}

static bool is_symmetrical(const Clip *clip, bool with_legs) {
    Dof dof;
    for (int i = 0; i < clip->poses.count; i++) {
        const Pose *pose = &clip->poses.items[i].pose;
        if (asymmetry(pose, pose, with_legs, &dof) > 1) return false;
    }
    return true;
}

static void check_symmetry(Film *film) {
    if (film->clip->per_side || film->clip->is_way) return;
    bool with_legs = !is_step_stance(film->clip);
    check_mirror_images(film, with_legs);
    if (!is_symmetrical(film->clip, with_legs)) return;
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++) {
        Dof dof = DOF_LIMBS;
        const Pose *pose = &film->frames.items[i].pose;
        worse(&worst, asymmetry(pose, pose, with_legs, &dof), skeleton_dof_name(dof), &film->frames.items[i]);
    }
    add_worst(film, "U6", "right and left differ, degrees", worst, 1);
}

// The largest change of any joint, degrees, and of any place, cm, between two stances.
static void difference(const Stance *a, const Stance *b, Worst *angle, Worst *place, const Frame *frame) {
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        Bone below = parent(bone);
        Axes before = bone ? axes_seen_from(a->axes[below], a->axes[bone]) : a->axes[bone];
        Axes after = bone ? axes_seen_from(b->axes[below], b->axes[bone]) : b->axes[bone];
        worse(angle, axes_angle_deg(before, after), bone_name(bone), frame);
        worse(place, 100 * vec_distance(a->joint[bone], b->joint[bone]), bone_name(bone), frame);
    }
}

static void check_loop(Film *film) {
    if (film->frames.count == 0 || film->clip->is_way) return;
    Worst angle = {0}, place = {0};
    difference(&film->frames.items[0].stance, &film->frames.items[film->frames.count - 1].stance, &angle, &place, NULL);
    add_worst(film, "U7", "first and last figure differ, degrees", angle, 0.5);
    add_worst(film, "U7", "first and last figure differ, cm", place, 0.5);
}

// Where a phase of a way begins the figure is where the phase before has left it.
static void check_joins(Film *film) {
    Worst place = {0}, angle = {0};
    for (int i = 1; i < film->frames.count && film->clip->is_way; i++) {
        const Frame *a = &film->frames.items[i - 1], *b = &film->frames.items[i];
        if (a->phase != b->phase) difference(&a->stance, &b->stance, &angle, &place, b);
    }
    add_worst(film, "U12", "jumps from phase to phase, cm", place, 3);
}

static void check_lengths(Film *film) {
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++) {
        Bone most = BONE_PELVIS;
        double change = check_stretch(&film->frames.items[i].stance, &most);
        worse(&worst, change, bone_name(most), &film->frames.items[i]);
    }
    add_worst(film, "U8", "bone lengths change, %", worst, 0.5);
}

// A wall carries part of the weight.
static bool leans(const Clip *clip) {
    bool leans = false;
    for (int i = 0; i < clip->planted.count; i++) leans |= clip->planted.items[i].on != PROP_MAT;
    for (int i = 0; i < 2 * clip->poses.count; i++) leans |= clip->poses.items[i / 2].hands[i % 2].prop != PROP_MAT;
    for (int i = 0; i < clip->placed.count; i++) leans |= clip->placed.items[i].kind == PROP_BALL;
    return leans;
}

static void check_balance(Film *film) {
    if (!film->clip->is_standing || leans(film->clip) || clip_walks(film->clip)) return;
    Worst worst = {0};
    for (int i = 0; i < film->frames.count; i++)
        worse(&worst, -100 * balance_margin(&film->frames.items[i].stance), "centre of mass", &film->frames.items[i]);
    add_worst(film, "U9", "outside the soles, cm (negative: inside)", worst, 2);
}

// A way stops at its key poses, where whoever hesitates has to be able to stay: the weight is over what touches the
// floor or the chair. Between them one may swing over an edge, as everyone does who rises or steps, and a phase that
// goes `through` its last pose does not stop there.
static void check_stops(Film *film) {
    if (!film->clip->is_way) return;
    Worst worst = {0};
    Contacts contacts;
    motion_contacts(film->motion, 0, 0, 0, &contacts);
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        bool stops = frame->position >= 1 && !film->clip->phases.items[frame->phase].is_through;
        if (!stops && i > 0) continue;
        worse(&worst, -100 * balance_margin_on(&frame->stance, &contacts.obstacles), "centre of mass", frame);
    }
    add_worst(film, "U9", "outside what carries it where one stops, cm (negative: inside)", worst, 2);
}

static void check_holds(Film *film) {
    Worst angle = {0}, place = {0};
    for (int i = 0; i < film->frames.count; i++) {
        const Frame *frame = &film->frames.items[i];
        if (frame->from != frame->to) continue;
        Stance held;
        motion_stance(film->motion, frame->from, frame->to, 0, 0, NULL, &held);
        difference(&held, &frame->stance, &angle, &place, frame);
    }
    add_worst(film, "U11", "a hold moves, degrees", angle, 2);
}

static double farthest_apart(const Film *film, BonePoint point) {
    double most = 0;
    for (int a = 0; a < film->frames.count; a++) {
        Vec at = stance_point(&film->frames.items[a].stance, point);
        for (int b = 0; b < a; b++)
            most = fmax(most, vec_distance(at, stance_point(&film->frames.items[b].stance, point)));
    }
    return 100 * most;
}

// A line about every frame reports the value nearest to failing, and where it was.
static void measure_frames(Film *film, const Check *check, const Stance *from, const Obstacles *obstacles) {
    double value = 0, margin = HUGE_VAL;
    const Frame *frame = NULL;
    for (int i = 0; i < film->frames.count; i++) {
        double measured = check_measure(check, &film->frames.items[i].stance, from, obstacles);
        double inside = fmin(measured - check->min, check->max - measured);
        if (inside < margin) value = measured, margin = inside, frame = &film->frames.items[i];
    }
    if (!frame) return;
    const char *label = text_format(film->arena, "%s: %s at %d %%", check->label,
                                    film->clip->phases.items[frame->phase].name, (int)(100 * frame->position + 0.5));
    add_result(film, "check", label, value, check->min, check->max);
}

static void check_own_line(Film *film, const Check *check, const Obstacles *obstacles) {
    if (check->kind == CHECK_MOVES) {
        add_result(film, "check", check->label, farthest_apart(film, check->points[0]), check->min, check->max);
        return;
    }
    Stance from, stance;
    if (check->from >= 0) motion_stance(film->motion, check->from, check->from, 0, 0, NULL, &from);
    const Stance *reference = check->from >= 0 ? &from : NULL;
    if (check->pose < 0) {
        measure_frames(film, check, reference, obstacles);
        return;
    }
    motion_stance(film->motion, check->pose, check->pose, 0, 0, NULL, &stance);
    add_result(film, "check", check->label, check_measure(check, &stance, reference, obstacles), check->min, check->max);
}

static void check_own_lines(Film *film) {
    Contacts contacts;
    motion_contacts(film->motion, 0, 0, 0, &contacts);
    for (int i = 0; i < film->clip->checks.count; i++)
        check_own_line(film, &film->clip->checks.items[i], &contacts.obstacles);
}

// A mistake is wrong in form only: it keeps to what a body, the floor and the props allow.
static void check_mistake(Film *film) {
    if (!film->clip->mistake.name) return;
    Clip *clip = arena_new(film->arena, Clip, 1);
    *clip = clip_of_mistake(film->arena, film->clip);
    Film still = {.arena = film->arena, .motion = motion_make(film->arena, clip), .clip = clip, .report = film->report};
    Frame *frame = list_push(still.arena, &still.frames);
    *frame = (Frame){.from = 1, .to = 1};
    motion_stance(still.motion, 1, 1, 0, 0, &frame->pose, &frame->stance);
    check_floor(&still);
    check_props(&still);
    check_limits(&still);
}

void checks_run(Arena *arena, const Motion *motion, CheckReport *report) {
    *report = (CheckReport){0};
    Film film = {.arena = arena, .motion = motion, .clip = motion_clip(motion), .report = report};
    shoot(&film);
    check_planted(&film);
    check_floor(&film);
    check_props(&film);
    check_limits(&film);
    check_speed(&film);
    check_flat_feet(&film);
    check_symmetry(&film);
    check_loop(&film);
    check_joins(&film);
    check_lengths(&film);
    check_balance(&film);
    check_stops(&film);
    check_holds(&film);
    check_own_lines(&film);
    check_mistake(&film);
}
