#include "library/move.h"

#include "library/dose.h"
#include "library/load.h"

static const char *const mode_names[] = {"hold", "reps"};
static const char *const dose_names[] = {"beginner", "advanced"};

static void read_group(Line *line, void *target) {
    int group = line_name(line, "group", group_names, GROUP_COUNT);
    if (group >= 0) ((MoveFile *)target)->move->group = (Group)group;
}

static void read_position(Line *line, void *target) {
    Move *move = ((MoveFile *)target)->move;
    int position = line_name(line, "position", position_names, POSITION_COUNT);
    if (position >= 0) move->position = (Position)position;
    move->clip.is_standing = position == STANDING;
}

static void read_mode(Line *line, void *target) {
    MoveFile *file = target;
    int mode = line_name(line, "mode", mode_names, 2);
    if (mode >= 0) file->move->mode = (Mode)mode;
    file->has_mode = true;
    file->mode_is_bad = mode < 0;
    line_take_kind(line, TOKEN_COMMA);
    if (!line_take(line, "each")) return;
    if (!line_take(line, "side")) line_expected(line, "'side'");
    file->move->clip.per_side = true;
}

void camera_read(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    clip->camera_el_deg = 6; // a little above the hips, so that the mat shows
    if (!line_take(line, "side")) {
        if (line_take(line, "az")) clip->camera_az_deg = line_number(line, "the angle round the figure", -180, 180);
        else line_expected(line, "'side' or 'az'");
    }
    if (line_take(line, "el")) clip->camera_el_deg = line_number(line, "the angle above the floor", -10, 60);
}

static void read_camera(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    camera_read(line, target);
    if (!line_take(line, "close")) return;
    clip->close = line_number(line, "how many times larger", 1, 4);
    if (!line_take(line, "on")) {
        line_expected(line, "'on' and what is in the middle");
        return;
    }
    point_read(line, &clip->close_on);
}

void needs_read(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    do {
        int prop = line_name(line, "prop", prop_names, PROP_COUNT);
        if (prop >= 0) clip->props[prop] = true;
        line_take_kind(line, TOKEN_COMMA);
    } while (!line->has_failed && line_next(line));
}

// `works` and `stretches`
static void read_muscles(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    do {
        Span span = line_span(line);
        int muscle = line_name(line, "muscle", muscle_names, MUSCLE_COUNT);
        if (muscle >= 0 && clip->muscles[muscle] != MUSCLE_REST) {
            line_error(line, span, "'%s' is named twice", muscle_names[muscle]);
        }
        if (muscle >= 0) clip->muscles[muscle] = (MuscleUse)line->row->value;
        line_take_kind(line, TOKEN_COMMA);
    } while (!line->has_failed && line_next(line));
}

static void read_skip(Line *line, void *target) {
    Move *move = ((MoveFile *)target)->move;
    do {
        int tag = line_name(line, "skip tag", skip_tags, skip_tag_count);
        if (tag >= 0) *list_push(line->load->arena, &move->skip) = skip_tags[tag];
        line_take_kind(line, TOKEN_COMMA);
    } while (!line->has_failed && line_next(line));
}

static void read_reference(Line *line, Move *move, const char **id) {
    Span span = line_span(line);
    *id = line_id(line, "a move");
    if (line->has_failed) return;
    *list_push(line->load->arena, &line->load->references) = (Reference){line->load->source, span, move, id};
}

static void read_variant_of(Line *line, void *target) {
    Move *move = ((MoveFile *)target)->move;
    read_reference(line, move, &move->variant_of);
}

// `easier bridge-reps`, `easier "Half height."`, or both in this order
static void read_form(Line *line, void *target) {
    Move *move = ((MoveFile *)target)->move;
    Form *form = line->row->value ? &move->harder : &move->easier;
    bool has_move = line_is_kind(line, TOKEN_WORD);
    if (has_move) read_reference(line, move, &form->id);
    if (!line->has_failed && (!has_move || line->at < line->node->count)) form->words = line_string(line, "a move or a text");
}

static void read_dose(Line *line, void *target) {
    MoveFile *file = target;
    int which = line_name(line, "dose", dose_names, 2);
    if (which < 0) return;
    if (file->has_dose[which]) line_error(line, line_last(line), "the %s dose is said twice", dose_names[which]);
    file->has_dose[which] = true;
    file->doses[which] = line->node->span;
    if (file->mode_is_bad) line->at = line->node->count; // nobody knows what the numbers mean
    else if (file->has_mode) dose_read(line, file->move->mode, which ? &file->move->advanced : &file->move->beginner);
    else line_error(line, line->node->span, "the line 'mode' stands above the doses");
}

enum { LONGEST_STRETCH_MS = 60000 };

// All that is held, or all repetitions.
static int amount_of(const Dose *dose, Mode mode) {
    return mode == MODE_HOLD ? dose->sets * dose->hold_ms : dose->sets * dose->reps;
}

static void check_doses(Load *load, const MoveFile *file) {
    const Move *move = file->move;
    if (!load_is_clean(load)) return;
    if (amount_of(&move->advanced, move->mode) < amount_of(&move->beginner, move->mode)) {
        load_warning(load, file->doses[1], "the advanced do less of it than beginners");
    }
    const Dose *doses[] = {&move->beginner, &move->advanced};
    for (int i = 0; i < 2; i++) {
        if (move->group != GROUP_STRETCH || move->mode != MODE_HOLD || doses[i]->hold_ms <= LONGEST_STRETCH_MS) continue;
        Diag *diag = load_warning(load, file->doses[i], "a stretch of %d s", doses[i]->hold_ms / 1000);
        diag_help(load->diags, diag, "20 to 45 s do what a stretch can do, 60 s are the most");
    }
}

static void read_feel(Line *line, void *target) {
    ((MoveFile *)target)->move->feel = line_string(line, "a text");
}

// `mistake "..."`, or with the pose that shows it: `mistake WRONG "..."`
static void read_mistake(Line *line, void *target) {
    MoveFile *file = target;
    if (line_is_kind(line, TOKEN_WORD) && line->at + 1 < line->node->count) {
        file->mistake_span = line_span(line);
        file->mistake = text_copy(line->load->arena, line_word(line, "the pose of the mistake"));
    }
    file->move->mistake = line_string(line, "a text");
}

static void check_mistake(Load *load, const MoveFile *file) {
    if (!file->mistake || file->move->clip.mistake.name || !load_is_clean(load)) return;
    Diag *diag = load_error(load, file->mistake_span, "no pose is called '%s'", file->mistake);
    diag_help(load->diags, diag, "below the other poses: pose %s like the pose it is the wrong form of", file->mistake);
}

static const Row head_rows[] = {
    {"group", read_group, .needed = "group stretch"},
    {"position", read_position, .needed = "position supine"},
    {"mode", read_mode, .needed = "mode hold, each side"},
    {"camera", read_camera, .needed = "camera side"},
    {"needs", needs_read},
    {"works", read_muscles, MUSCLE_WORKS},
    {"stretches", read_muscles, MUSCLE_STRETCHES},
    {"skip", read_skip},
    {"variant-of", read_variant_of},
    {"easier", read_form, 0},
    {"harder", read_form, 1},
    {"dose", read_dose, .repeats = true, .needed = "dose beginner 30s"},
    {"feel", read_feel, .needed = "feel \"the back of the right thigh\""},
    {"mistake", read_mistake, .needed = "mistake \"Holding the breath.\""},
};
static const Rows head = ROWS("a move", head_rows);

static void read_head(Line *line, void *target) {
    MoveFile *file = target;
    file->head = line->node->span;
    file->has_head = true;
    file->move->id = load_header(line, KIND_MOVE);
    file->move->name = line_string(line, "a name");
    unsigned seen = 0;
    block_read(line->load, line->node->children, &head, file, &seen);
    block_require(line->load, line->node->span, &head, seen);
    bool has_doses = file->has_dose[0] && file->has_dose[1];
    if (!has_doses && (file->has_dose[0] || file->has_dose[1])) {
        load_error(line->load, line->node->span, "a move needs 'dose %s'", dose_names[file->has_dose[0]]);
    }
}

static void read_cue(Line *line, void *target) {
    ((MoveFile *)target)->move->cues[line->row->value] = line_string(line, "a sentence");
}

static const Row say_rows[] = {
    {"setup", read_cue, SLOT_SETUP, .needed = "setup \"Lie on your back, knees bent.\""},
    {"go", read_cue, SLOT_GO, .needed = "go \"Breathe out and lift your hips.\""},
    {"form", read_cue, SLOT_FORM, .needed = "form \"Keep your knees apart.\""},
    {"hold", read_cue, SLOT_HOLD},
    {"release", read_cue, SLOT_RELEASE, .needed = "release \"Lower slowly.\""},
};
static const Rows say = ROWS("'say'", say_rows);

static void read_say(Line *line, void *target) {
    unsigned seen = 0;
    block_read(line->load, line->node->children, &say, target, &seen);
    block_require(line->load, line->node->span, &say, seen);
}

void cues_read(Line *line, void *target) {
    unsigned seen = 0;
    block_read(line->load, line->node->children, &say, target, &seen);
}

static const Row top_rows[] = {
    {"move", read_head, .has_children = true},
    {"say", read_say, .has_children = true, .needed = "say, with the sentences indented below it"},
    {"pose", pose_read, .has_children = true, .repeats = true, .needed = "pose START"},
    {"motion", motion_read, .has_children = true, .needed = "motion, with the phases indented below it"},
    {"prop", prop_read, .repeats = true},
    {"planted", planted_read},
    {"check", check_read, .repeats = true},
    {"variant", variant_read, .has_children = true, .repeats = true},
};
static const Rows top = ROWS("a move", top_rows);

void move_read(Load *load, const Node *tree) {
    MoveFile file = {.move = arena_new(load->arena, Move, 1)};
    unsigned seen = 0;
    block_read(load, tree, &top, &file, &seen);
    if (!file.has_head) return;
    file.move->clip.id = file.move->id;
    file.move->path = load->source->path;
    block_require(load, file.head, &top, seen);
    leanings_check(load, &file);
    check_mistake(load, &file);
    check_doses(load, &file);
    variants_make(load, &file);
    if (load_is_clean(load)) {
        *list_push(load->arena, &load->moves) = (MoveRead){file.move, load->source, load->instead_of, load->id_span, false};
    }
}
