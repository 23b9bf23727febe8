#include "library/load.h"
#include "library/move.h"

typedef struct {
    Pose pose;
    HandHold hands[SIDES];
    Span spans[DOF_COUNT]; // where each number is written; empty where it is not
    MoveFile *file;
} PoseReader;

static void read_dof(Line *line, Dof dof, PoseReader *reader) {
    reader->spans[dof] = line_span(line);
    reader->pose.dof[dof] = line_number(line, "an angle in degrees", -360, 360);
}

// How far a hip turns and bends, and an ankle bends, depends on the knee, so the limits come when the whole pose is known.
static void check_limits(Load *load, const PoseReader *reader) {
    for (int i = DOF_LUMBAR_F; i < DOF_COUNT; i++) {
        Span span = reader->spans[i];
        bool is_left = i >= DOF_LIMBS_END;
        int right = i - (DOF_LIMBS_END - DOF_LIMBS);
        bool is_said = is_left && span.begin == reader->spans[right].begin; // one number for both sides
        Dof knee = DOF_SIDE(DOF_KNEE, is_left ? LEFT : RIGHT);
        AngleRange limit = skeleton_limit((Dof)i, reader->pose.dof[knee]);
        double angle = reader->pose.dof[i];
        if (span.end == span.begin || is_said || (angle >= limit.min && angle <= limit.max)) continue;
        Diag *diag = load_error(load, span, "%s cannot be %g", skeleton_dof_name((Dof)i), angle);
        diag_help(load->diags, diag, "a body can do %.0f to %.0f", limit.min, limit.max);
    }
}

// `at X Y Z`, in metres.
static void read_place(Line *line, PoseReader *reader) {
    static const char *const names[] = {"the place along x", "the height of the hips", "the place along z"};
    for (int i = 0; i < 3; i++) {
        reader->pose.dof[DOF_ROOT_X + i] = line_number(line, names[i], i == 1 ? 0 : -2, 2);
    }
}

static const struct {
    const char *word;
    Dof dof;
} pelvis_words[] = {{"heading", DOF_HEADING}, {"pitch", DOF_PITCH}, {"lean", DOF_LEAN}, {"turn", DOF_TURN}};

static bool read_pelvis_word(Line *line, PoseReader *reader) {
    for (size_t i = 0; i < sizeof pelvis_words / sizeof *pelvis_words; i++) {
        if (!line_take(line, pelvis_words[i].word)) continue;
        reader->pose.dof[pelvis_words[i].dof] = line_number(line, "an angle in degrees", -180, 180);
        return true;
    }
    if (!line_take(line, "at")) return false;
    read_place(line, reader);
    return true;
}

static void read_pelvis(Line *line, PoseReader *reader) {
    int first = line->at;
    while (!line->has_failed && read_pelvis_word(line, reader)) continue;
    if (line->at == first) line_expected(line, "'pitch', 'heading', 'lean', 'turn' or 'at'");
}

typedef struct {
    const char *name;
    Dof first;
    int count; // of numbers; those left out are 0
    bool is_limb;
} Joint;

enum { HAND = 0, PELVIS = -1 }; // in place of a count: words of their own

static const Joint joints[] = {
    {"pelvis", DOF_HEADING, PELVIS, false},
    {"lumbar", DOF_LUMBAR_F, 3, false},   {"thorax", DOF_THORAX_F, 3, false},
    {"neck", DOF_NECK_F, 3, false},       {"head", DOF_HEAD_F, 3, false},
    {"girdle", DOF_GIRDLE_P, 2, true},    {"shoulder", DOF_SHOULDER_F, 3, true},
    {"elbow", DOF_ELBOW, 1, true},        {"forearm", DOF_FOREARM, 1, true},
    {"wrist", DOF_WRIST_F, 2, true},      {"fingers", DOF_FINGERS, 1, true},
    {"hip", DOF_HIP_F, 3, true},          {"knee", DOF_KNEE, 1, true},
    {"ankle", DOF_ANKLE, 1, true},        {"toe", DOF_TOE, 1, true},
    {"hand", DOF_WRIST_F, HAND, true},
};
enum { JOINTS = sizeof joints / sizeof *joints };

static const Joint *read_joint_name(Line *line) {
    const char *names[JOINTS];
    for (int i = 0; i < JOINTS; i++) names[i] = joints[i].name;
    int index = line_name(line, "joint", names, JOINTS);
    return index >= 0 ? &joints[index] : NULL;
}

static void read_numbers(Line *line, const Joint *joint, Side side, PoseReader *reader) {
    int count = 0;
    for (; count < joint->count && (count == 0 || line_is_kind(line, TOKEN_NUMBER)) && !line->has_failed; count++) {
        read_dof(line, joint->is_limb ? DOF_SIDE(joint->first + count, side) : (Dof)(joint->first + count), reader);
    }
    for (; count < joint->count; count++) {
        reader->pose.dof[joint->is_limb ? DOF_SIDE(joint->first + count, side) : (Dof)(joint->first + count)] = 0;
    }
}

// `hand flat`, `hand flat back` with the fingers to the figure's back, `hand free`, or `hand on knee`, whose
// palm turns to the knee by itself.
static void read_hand(Line *line, Side side, PoseReader *reader) {
    reader->hands[side] = (HandHold){0};
    reader->pose.hand_points[side] = vec(0, 0, 0);
    if (line_take(line, "on")) {
        reader->pose.flat_hand[side] = 1;
        hold_read(line, reader->file, side, &reader->hands[side]);
        return;
    }
    reader->pose.flat_hand[side] = line_take(line, "flat");
    if (!reader->pose.flat_hand[side] && !line_take(line, "free")) line_expected(line, "'flat', 'free' or 'on'");
    if (reader->pose.flat_hand[side] && line_take(line, "back")) reader->pose.hand_points[side] = vec(-1, 0, 0);
}

// Fingers that point back do so wherever the figure faces, which is known when its pose is whole.
static void turn_fingers(Pose *pose) {
    double heading = RADIANS(pose->dof[DOF_HEADING]);
    for (int side = RIGHT; side < SIDES; side++)
        if (vec_length(pose->hand_points[side]) > 0) pose->hand_points[side] = vec(-cos(heading), 0, -sin(heading));
}

static void read_limb(Line *line, const Joint *joint, Side side, PoseReader *reader) {
    if (joint->count == HAND) {
        read_hand(line, side, reader);
        return;
    }
    if (joint->first == DOF_WRIST_F) reader->pose.flat_hand[side] = false;
    if (joint->first == DOF_ANKLE) {
        // A foot that is coming down to the floor or leaving it over an edge is half-flat.
        reader->pose.flat_foot[side] = line_take(line, "half-flat") ? 0.5 : line_take(line, "flat");
        reader->pose.dof[DOF_SIDE(DOF_ANKLE, side)] = 0;
        if (reader->pose.flat_foot[side] && !line_is_kind(line, TOKEN_NUMBER)) return;
    }
    read_numbers(line, joint, side, reader);
}

static void read_joint(Line *line, PoseReader *reader) {
    const Joint *joint = read_joint_name(line);
    if (!joint) return;
    if (joint->count == PELVIS) {
        read_pelvis(line, reader);
        return;
    }
    if (!joint->is_limb) {
        read_numbers(line, joint, RIGHT, reader);
        return;
    }
    bool right = line_take(line, "right"), left = !right && line_take(line, "left");
    int values = line->at;
    if (!left) read_limb(line, joint, RIGHT, reader);
    if (!right && !left) line->at = values; // the same words once more, for the left side
    if (!right) read_limb(line, joint, LEFT, reader);
}

// Several joints may share a line.
static void read_joints(Line *line, void *target) {
    line->at = 0;
    while (!line->has_failed && line_next(line)) read_joint(line, target);
}

static const char *const *pose_names(Arena *arena, const Clip *clip) {
    const char **names = arena_new(arena, const char *, clip->poses.count);
    for (int i = 0; i < clip->poses.count; i++) names[i] = clip->poses.items[i].name;
    return names;
}

int keyframe_read(Line *line, const Clip *clip) {
    return line_name(line, "pose", pose_names(line->load->arena, clip), clip->poses.count);
}

// Also what the pose is like: an index, or -1.
static int read_name(Line *line, Clip *clip, Keyframe *keyframe) {
    Span span = line_span(line);
    keyframe->name = text_copy(line->load->arena, line_word(line, "a name for the pose"));
    bool is_known = clip->mistake.name && text_is(text_of(keyframe->name), clip->mistake.name);
    for (int i = 0; i < clip->poses.count; i++) is_known |= text_is(text_of(keyframe->name), clip->poses.items[i].name);
    if (is_known && !line->has_failed) line_error(line, span, "there is a pose '%s' already", keyframe->name);
    if (clip->poses.count == MAX_POSES) line_error(line, span, "a move has at most %d poses", MAX_POSES);
    if (!line_take(line, "like")) return -1;
    int like = keyframe_read(line, clip);
    if (like < 0) return -1;
    const char *name = keyframe->name;
    *keyframe = clip->poses.items[like];
    keyframe->name = name;
    return like;
}

// The pose of the mistake is kept apart: no phase and no check can name it.
static void add_keyframe(Line *line, MoveFile *file, Keyframe keyframe, int like) {
    Clip *clip = &file->move->clip;
    bool is_mistake = file->mistake && text_is(text_of(keyframe.name), file->mistake);
    if (!is_mistake) {
        if (clip->poses.count <= MAX_POSES) *list_push(line->load->arena, &clip->poses) = keyframe;
        return;
    }
    if (like < 0) line_error(line, line->node->span, "a mistake is like a pose: the one it is the wrong form of");
    clip->mistake = keyframe;
    clip->mistake_of = like;
}

// The lines below the pose's own; what they do not speak of stays.
static void read_body(Line *line, MoveFile *file, Keyframe *keyframe) {
    static const Rows pose = {"a pose", NULL, 0, read_joints};
    unsigned seen = 0;
    PoseReader reader = {.pose = keyframe->pose, .hands = {keyframe->hands[RIGHT], keyframe->hands[LEFT]}, .file = file};
    block_read(line->load, line->node->children, &pose, &reader, &seen);
    check_limits(line->load, &reader);
    turn_fingers(&reader.pose);
    keyframe->pose = reader.pose;
    for (int side = RIGHT; side < SIDES; side++) keyframe->hands[side] = reader.hands[side];
}

void pose_read(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    Keyframe keyframe = {0};
    int like = read_name(line, clip, &keyframe);
    if (line->has_failed && !keyframe.name[0]) return;
    read_body(line, file, &keyframe);
    add_keyframe(line, file, keyframe, like);
}

void pose_change_read(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    bool is_mistake = clip->mistake.name && line_take(line, clip->mistake.name);
    int index = is_mistake ? 0 : keyframe_read(line, clip);
    if (index >= 0) read_body(line, file, is_mistake ? &clip->mistake : &clip->poses.items[index]);
}
