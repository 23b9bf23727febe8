#include "library/load.h"
#include "library/move.h"

static bool read_breath(Line *line, Phase *phase) {
    if (!line_take(line, "breathe")) return false;
    int breath = line_name(line, "breath", breath_names, BREATH_COUNT);
    if (breath >= 0) phase->breath = (Breath)breath;
    return true;
}

// "breathe out", "once" and "through", in any order.
static void read_manner(Line *line, Phase *phase) {
    bool has_breath = false, has_more = true;
    while (has_more && !line->has_failed) {
        has_more = false;
        if (!phase->is_once) has_more |= phase->is_once = line_take(line, "once");
        if (!phase->is_through) has_more |= phase->is_through = line_take(line, "through");
        if (!has_breath) has_more |= has_breath = read_breath(line, phase);
    }
    if (!phase->is_through || phase->from != phase->to) return;
    Diag *diag = line_error(line, line_last(line), "a pause cannot go through");
    line_help(line, diag, "'through' is for a phase that leads to another pose");
}

// "START -> TOP" or, for a phase that stays, "TOP".
static void read_ends(Line *line, const Clip *clip, Phase *phase) {
    phase->from = phase->to = keyframe_read(line, clip);
    if (line_take_kind(line, TOKEN_ARROW)) phase->to = keyframe_read(line, clip);
}

static void read_time(Line *line, Phase *phase) {
    Span span = line_span(line);
    phase->is_hold = line_take(line, "hold");
    if (!phase->is_hold) phase->duration_ms = line_duration(line, "a time, or 'hold',", MAX_PHASE_MS);
    if (phase->is_hold && phase->from != phase->to) {
        Diag *diag = line_error(line, span, "only one pose can be held");
        line_help(line, diag, "a time is expected here; then hold the second pose in a phase of its own");
    }
    if (!phase->is_hold && !phase->duration_ms) line_error(line, span, "a phase takes time");
}

static void check_follows(Line *line, const Clip *clip, const Phase *phase) {
    if (line->has_failed || !clip->phases.count) return;
    int before = clip->phases.items[clip->phases.count - 1].to;
    if (before < 0 || before == phase->from) return;
    line_error(line, line->node->span, "this phase begins in %s, but the one before it ends in %s",
               clip->poses.items[phase->from].name, clip->poses.items[before].name);
}

// Name, poses, time and breath.
static void begin_phase(Line *line, const Clip *clip, Phase *phase) {
    *phase = (Phase){0};
    line->at = 0;
    if (line_is_kind(line, TOKEN_STRING)) phase->name = line_string(line, "the name of a phase");
    else phase->name = text_copy(line->load->arena, line_word(line, "the name of a phase"));
    read_ends(line, clip, phase);
    if (!line->has_failed) read_time(line, phase);
    read_manner(line, phase);
}

static void end_phase(Line *line, Clip *clip, Phase *phase) {
    line_end(line);
    if (!line->has_failed) check_follows(line, clip, phase);
    if (clip->phases.count == MAX_PHASES) {
        line_error(line, line->node->span, "a motion has at most %d phases", MAX_PHASES);
    }
    if (line->has_failed) phase->from = phase->to = -1;
    if (clip->phases.count <= MAX_PHASES) *list_push(line->load->arena, &clip->phases) = *phase;
}

static void read_phase(Line *line, void *target) {
    Phase phase;
    begin_phase(line, target, &phase);
    end_phase(line, target, &phase);
}

static void check_loop(Line *line, const Clip *clip) {
    if (!clip->phases.count) {
        Diag *diag = line_error(line, line->node->span, "'motion' needs phases");
        line_help(line, diag, "such as: lift START -> TOP 3s breathe out");
        return;
    }
    int first = clip->phases.items[0].from, last = clip->phases.items[clip->phases.count - 1].to;
    if (first < 0 || last < 0 || first == last) return;
    Diag *diag = line_error(line, line->node->span, "the motion begins in %s, but ends in %s",
                            clip->poses.items[first].name, clip->poses.items[last].name);
    line_help(line, diag, "the last phase leads back to %s", clip->poses.items[first].name);
}

// What is done once leads to what is repeated, or back from it; the repeated part is a loop of its own.
static void check_once(Line *line, const Clip *clip) {
    const Phase *phases = clip->phases.items;
    int first = 0, end = clip->phases.count;
    while (first < end && phases[first].is_once) first++;
    while (end > first && phases[end - 1].is_once) end--;
    if (first == end) {
        line_error(line, line->node->span, "a motion needs a phase that is repeated, without 'once'");
        return;
    }
    for (int i = first; i < end; i++) {
        if (!phases[i].is_once) continue;
        line_error(line, line->node->span, "phases done once stand before or after those that are repeated");
        return;
    }
    if (phases[first].from == phases[end - 1].to) return;
    Diag *diag = line_error(line, line->node->span, "the repeated phases begin in %s, but end in %s",
                            clip->poses.items[phases[first].from].name, clip->poses.items[phases[end - 1].to].name);
    line_help(line, diag, "they end where they begin, without the phases done once");
}

static void check_hold(Line *line, const MoveFile *file) {
    bool has_hold = false;
    for (int i = 0; i < file->move->clip.phases.count; i++) has_hold |= file->move->clip.phases.items[i].is_hold;
    if (has_hold || !file->has_mode || file->move->mode == MODE_REPS) return;
    Diag *diag = line_error(line, line->node->span, "a move that is held needs a phase that holds");
    line_help(line, diag, "such as: stay TOP hold breathe slow");
}

void motion_read(Line *line, void *target) {
    MoveFile *file = target;
    static const Rows phases = {"a motion", NULL, 0, read_phase};
    int errors = line->load->diags->errors;
    unsigned seen = 0;
    block_read(line->load, line->node->children, &phases, &file->move->clip, &seen);
    if (line->load->diags->errors > errors) return;
    check_loop(line, &file->move->clip);
    check_once(line, &file->move->clip);
    check_hold(line, file);
}

static const struct {
    const char *word;
    ContactKind kind;
    bool is_limb, is_plural;
} contact_words[] = {
    {"feet", CONTACT_FOOT, true, true},       {"foot", CONTACT_FOOT, true, false},
    {"balls", CONTACT_BALL, true, true},      {"ball", CONTACT_BALL, true, false},
    {"knees", CONTACT_KNEE, true, true},      {"knee", CONTACT_KNEE, true, false},
    {"hands", CONTACT_HAND, true, true},      {"hand", CONTACT_HAND, true, false},
    {"elbows", CONTACT_ELBOW, true, true},    {"elbow", CONTACT_ELBOW, true, false},
    {"pelvis", CONTACT_PELVIS, false, false}, {"shoulders", CONTACT_SHOULDERS, false, false},
    {"head", CONTACT_HEAD, false, false},
};
enum { CONTACT_WORDS = sizeof contact_words / sizeof *contact_words };

static void plant(Line *line, Clip *clip, Contact contact) {
    *list_push(line->load->arena, &clip->planted) = contact;
}

static void read_contact(Line *line, MoveFile *file) {
    Clip *clip = &file->move->clip;
    const char *names[CONTACT_WORDS];
    for (int i = 0; i < CONTACT_WORDS; i++) names[i] = contact_words[i].word;
    int word = line_name(line, "contact", names, CONTACT_WORDS);
    if (word < 0) return;
    ContactKind kind = contact_words[word].kind;
    bool is_one = contact_words[word].is_limb && !contact_words[word].is_plural;
    bool right = is_one && line_take(line, "right");
    bool left = is_one && !right && line_take(line, "left");
    if (is_one && !right && !left) line_expected(line, "'right' or 'left'");
    Prop on = line_take(line, "on") ? surface_read(line, file) : PROP_MAT;
    if (!left) plant(line, clip, (Contact){kind, RIGHT, on});
    if (left || contact_words[word].is_plural) plant(line, clip, (Contact){kind, LEFT, on});
}

void planted_read(Line *line, void *target) {
    do {
        read_contact(line, target);
        line_take_kind(line, TOKEN_COMMA);
    } while (!line->has_failed && line_next(line));
}

// What the phase before planted as well stays planted.
static void join_contacts(Clip *clip, int known, int phase) {
    int count = clip->planted.count;
    clip->planted.count = known;
    for (int i = known; i < count; i++) {
        Contact *added = &clip->planted.items[i], *before = NULL;
        for (int k = 0; k < clip->planted.count && !before; k++) {
            Contact *contact = &clip->planted.items[k];
            bool is_same = contact->kind == added->kind && contact->side == added->side && contact->on == added->on;
            if (is_same && contact->first_phase + contact->phase_count >= phase) before = contact;
        }
        if (before) before->phase_count = phase + 1 - before->first_phase;
        else clip->planted.items[clip->planted.count++] = (Contact){added->kind, added->side, added->on, phase, 1};
    }
}

static void read_way_phase(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    Phase phase;
    begin_phase(line, clip, &phase);
    if (line_take(line, "back")) phase.back = line_string(line, "what is said on the way back");
    else line_expected(line, "'back'");
    int known = clip->planted.count;
    if (line_take(line, "planted")) planted_read(line, file);
    join_contacts(clip, known, clip->phases.count);
    if (!line->has_failed && phase.from == phase.to) line_error(line, line->node->span, "a way does not wait");
    end_phase(line, clip, &phase);
}

void way_motion_read(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    static const Rows phases = {"a motion", NULL, 0, read_way_phase};
    int errors = line->load->diags->errors;
    unsigned seen = 0;
    block_read(line->load, line->node->children, &phases, file, &seen);
    if (line->load->diags->errors > errors) return;
    if (!clip->phases.count) {
        Diag *diag = line_error(line, line->node->span, "'motion' needs phases");
        line_help(line, diag, "such as: \"Roll over\" BACK -> SIDE 2s back \"Onto your back\" planted head");
        return;
    }
    bool ends = clip->phases.items[0].from == 0 && clip->phases.items[clip->phases.count - 1].to == clip->poses.count - 1;
    if (!ends) line_error(line, line->node->span, "a way begins in its first pose and ends in its last");
}

// How many points each kind of check is about.
static const int check_points[CHECK_KINDS] = {
    [CHECK_ANGLE] = 3, [CHECK_LINE] = 3,   [CHECK_HEIGHT] = 1, [CHECK_DISTANCE] = 2, [CHECK_TILT] = 2,
    [CHECK_ABOVE] = 2, [CHECK_AHEAD] = 2,  [CHECK_PLUMB] = 2,  [CHECK_AXIS] = 3,     [CHECK_PARALLEL] = 4,
    [CHECK_WIDER] = 4, [CHECK_LUMBAR] = 0, [CHECK_SPINE] = 0,  [CHECK_BALANCE] = 1,  [CHECK_GAP] = 1,
    [CHECK_TURN] = 1,  [CHECK_MOVES] = 1,  [CHECK_HEADING] = 2,
};

void point_read(Line *line, BonePoint *point) {
    int name = line_name(line, "point", skeleton_point_names, skeleton_point_count);
    if (name < 0) return;
    bool left = !line_take(line, "right") && line_take(line, "left");
    skeleton_point(text_of(skeleton_point_names[name]), left ? LEFT : RIGHT, point);
}

static void read_limits(Line *line, Check *check) {
    if (!line_take_kind(line, TOKEN_RANGE)) {
        Diag *diag = line_error(line, line_span(line), "a range is expected here");
        line_help(line, diag, "such as: 170..190");
        return;
    }
    const Token *range = &line->node->tokens[line->at - 1];
    check->min = range->number;
    check->max = range->upper;
}

// Of the checks of one pose.
static int read_kind(Line *line) {
    if (line_take(line, check_names[CHECK_MOVES])) {
        Diag *diag = line_error(line, line_last(line), "'moves' is about all poses together");
        line_help(line, diag, "write 'check moves' and the point");
        return -1;
    }
    return line_name(line, "check", check_names, CHECK_MOVES);
}

// "TOP", "TOP from START" or "always", and the kind.
static void read_what(Line *line, const Clip *clip, Check *check) {
    if (line_take(line, check_names[CHECK_MOVES])) {
        check->kind = CHECK_MOVES;
        return;
    }
    if (!line_take(line, "always")) check->pose = keyframe_read(line, clip);
    if (line_take(line, "from")) check->from = keyframe_read(line, clip);
    Span span = line_span(line);
    int kind = read_kind(line);
    check->kind = kind >= 0 ? (CheckKind)kind : CHECK_ANGLE;
    if (check->kind == CHECK_TURN && check->from < 0) {
        Diag *diag = line_error(line, span, "'turn' needs the pose from which it is measured");
        line_help(line, diag, "such as: check TOP from START turn pelvis 0..5");
    }
}

void check_read(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    Check check = {.pose = -1, .from = -1};
    read_what(line, clip, &check);
    if (check.kind == CHECK_GAP) lean_on(line, file, PROP_WALL);
    for (int i = 0; i < check_points[check.kind] && !line->has_failed; i++) point_read(line, &check.points[i]);
    read_limits(line, &check);
    Text text = {line->load->source->text.bytes + line->node->span.begin, line->node->span.end - line->node->span.begin};
    check.label = text_copy(line->load->arena, text);
    if (clip->checks.count == MAX_CHECKS) line_error(line, line->node->span, "a move has at most %d checks", MAX_CHECKS);
    if (clip->checks.count <= MAX_CHECKS) *list_push(line->load->arena, &clip->checks) = check;
}
