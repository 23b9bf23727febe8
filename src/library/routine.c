#include "library/routine.h"

#include "library/dose.h"
#include "library/load.h"

typedef struct {
    RoutineFile *file;
    RoutinePart *part;
} SectionReader;

static const struct {
    const char *word;
    Level level;
} level_words[] = {{"beginner", LEVEL_B1}, {"advanced", LEVEL_A1}};
enum { LEVEL_WORDS = sizeof level_words / sizeof *level_words };

Level level_read(Line *line) {
    const char *names[LEVEL_WORDS + LEVEL_COUNT];
    for (int i = 0; i < LEVEL_WORDS; i++) names[i] = level_words[i].word;
    for (int i = 0; i < LEVEL_COUNT; i++) names[LEVEL_WORDS + i] = level_names[i];
    int index = line_name(line, "level", names, LEVEL_WORDS + LEVEL_COUNT);
    if (index < 0) return LEVEL_B1;
    return index < LEVEL_WORDS ? level_words[index].level : (Level)(index - LEVEL_WORDS);
}

static void read_level(Line *line, void *target) {
    ((RoutineFile *)target)->routine->level = level_read(line);
}

static void read_about(Line *line, void *target) {
    ((RoutineFile *)target)->routine->about = line_string(line, "a text");
}

static void read_minutes(Line *line, void *target) {
    RoutineFile *file = target;
    file->minutes = line->node->span;
    file->routine->minutes = line_count(line, "the number of minutes", 1, MAX_ROUTINE_MS / 60000);
}

// What to have within reach.
static void read_needs(Line *line, void *target) {
    RoutineFile *file = target;
    file->needs = line->node->span;
    file->routine->has_needs = true;
    do {
        int prop = line_name(line, "prop", prop_names, PROP_COUNT);
        if (prop >= 0) file->routine->needs[prop] = true;
        line_take_kind(line, TOKEN_COMMA);
    } while (!line->has_failed && line_next(line));
}

static const Row head_rows[] = {
    {"level", read_level}, {"about", read_about}, {"minutes", read_minutes}, {"needs", read_needs},
};
static const Rows head = ROWS("a routine", head_rows);

static void read_head(Line *line, void *target) {
    RoutineFile *file = target;
    file->has_head = true;
    file->head = line->node->span;
    file->id = line_span(line);
    file->routine->id = load_header(line, KIND_ROUTINE);
    file->instead_of = line->load->instead_of;
    file->routine->name = line_string(line, "a name");
    unsigned seen = 0;
    block_read(line->load, line->node->children, &head, file, &seen);
}

static void add_step(Line *line, SectionReader *reader, Span span, Step step) {
    if (reader->file->steps++ == MAX_STEPS) line_error(line, span, "a routine has at most %d steps", MAX_STEPS);
    if (reader->file->steps > MAX_STEPS) return;
    *list_push(line->load->arena, &reader->part->section.steps) = step;
    *list_push(line->load->arena, &reader->part->spans) = span;
}

static void read_exercise(Line *line, void *target) {
    Step step = {.kind = STEP_EXERCISE};
    exercise_read(line, (Mode)line->row->value, &step.exercise);
    if (!line->has_failed) add_step(line, target, line->node->span, step);
}

static void read_say(Line *line, void *target) {
    Step step = {.kind = STEP_SAY, .say = line_string(line, "a sentence")};
    if (!line->has_failed) add_step(line, target, line->node->span, step);
}

static const Row step_rows[] = {
    {"hold", read_exercise, MODE_HOLD, .repeats = true},
    {"reps", read_exercise, MODE_REPS, .repeats = true},
    {"say", read_say, .repeats = true},
};
enum { STEP_ROWS = sizeof step_rows / sizeof *step_rows };

// A word that stands for a step must be a slot; what is near to it may be either.
static void unknown_slot(Line *line, Span span, Text word) {
    const Library *library = line->load->library;
    if (load_declared(line->load, KIND_LADDER, word)) {
        load_unknown(line, KIND_LADDER, span, word);
        return;
    }
    int count = STEP_ROWS;
    const char **names = arena_new(line->load->arena, const char *, library->ladders.count + STEP_ROWS);
    for (int i = 0; i < STEP_ROWS; i++) names[i] = step_rows[i].keyword;
    for (int i = 0; i < library->ladders.count; i++) names[count++] = library->ladders.items[i]->id;
    Diag *diag = line_error(line, span, "no step or slot is called '%.*s'", TEXT_ARGS(word));
    line_suggest(line, diag, word, names, count);
}

static void read_slot(Line *line, SectionReader *reader) {
    Span span = line_span(line);
    Text word = line_word(line, "a slot");
    if (line->has_failed) return;
    const Ladder *ladder = library_ladder(line->load->library, word);
    if (ladder) add_step(line, reader, span, (Step){.kind = STEP_SLOT, .ladder = ladder});
    else unknown_slot(line, span, word);
}

static void read_slots(Line *line, void *target) {
    line->at = 0;
    while (!line->has_failed && line_next(line)) read_slot(line, target);
}

static bool read_section_option(Line *line, Section *section) {
    if (line_take(line, "rest")) {
        section->rest_ms = line_duration(line, "a time to rest", MAX_REST_MS);
    } else if (line_is_kind(line, TOKEN_NUMBER)) {
        section->rounds = line_count(line, "the number of rounds", 1, MAX_ROUNDS);
        if (!line_take(line, "rounds") && !line_take(line, "round")) line_expected(line, "'rounds'");
    } else {
        return line_take_kind(line, TOKEN_COMMA);
    }
    return true;
}

static void read_section(Line *line, void *target) {
    RoutineFile *file = target;
    RoutinePart part = {.section = {.group = (Group)line->row->value, .rounds = 1}, .span = line->node->span};
    SectionReader reader = {file, &part};
    while (!line->has_failed && line_next(line)) {
        if (!read_section_option(line, &part.section)) read_slot(line, &reader);
    }
    static const Rows steps = {"a section", step_rows, STEP_ROWS, read_slots};
    unsigned seen = 0;
    block_read(line->load, line->node->children, &steps, &reader, &seen);
    if (!part.section.steps.count && !line->node->children) {
        Diag *diag = line_error(line, line->node->span, "'%s' has no steps", line->row->keyword);
        line_help(line, diag, "such as, indented below it: hold childs-pose 30s");
    }
    *list_push(line->load->arena, &file->parts) = part;
}

// `include morning-loosen`: its sections, as if they were written here.
static void read_include(Line *line, void *target) {
    const char *id = line_id(line, "a routine");
    RoutinePart part = {.include = id, .span = line_last(line)};
    RoutineFile *file = target;
    file->routine->includes = true;
    if (!line->has_failed) *list_push(line->load->arena, &file->parts) = part;
}

static const Row top_rows[] = {
    {"routine", read_head, .has_children = true},
    {"stretch", read_section, GROUP_STRETCH, .has_children = true, .repeats = true},
    {"strengthen", read_section, GROUP_STRENGTHEN, .has_children = true, .repeats = true},
    {"release", read_section, GROUP_RELEASE, .has_children = true, .repeats = true},
    {"mobilise", read_section, GROUP_MOBILISE, .has_children = true, .repeats = true},
    {"posture", read_section, GROUP_POSTURE, .has_children = true, .repeats = true},
    {"include", read_include, .repeats = true},
};
static const Rows top = ROWS("a routine", top_rows);

static void put(Load *load, Routine *routine) {
    Library *library = load->library;
    for (int i = 0; i < library->routines.count; i++) {
        if (!text_is(text_of(library->routines.items[i]->id), routine->id)) continue;
        *library->routines.items[i] = *routine;
        return;
    }
    *list_push(load->arena, &library->routines) = routine;
}

void routine_read(Load *load, const Node *tree) {
    RoutineFile *file = arena_new(load->arena, RoutineFile, 1);
    file->routine = arena_new(load->arena, Routine, 1);
    file->source = load->source;
    file->routine->path = load->source->path;
    unsigned seen = 0;
    block_read(load, tree, &top, file, &seen);
    if (!file->has_head) return;
    if (!tree->next) {
        Diag *diag = load_error(load, file->head, "a routine needs sections");
        diag_help(load->diags, diag, "stretch, strengthen, release, mobilise or posture, with steps indented below");
    }
    if (load_is_clean(load)) *list_push(load->arena, &load->routines) = file;
}

void routines_finish(Load *load) {
    for (int i = 0; i < load->routines.count; i++) routine_include(load, load->routines.items[i]);
    for (int i = 0; i < load->routines.count; i++) {
        RoutineFile *file = load->routines.items[i];
        if (file->is_bad) continue;
        load->source = file->source;
        load->errors_before = load->diags->errors;
        routine_check(load, file);
        if (!load_is_clean(load)) continue;
        put(load, file->routine);
        load_note_override(load, KIND_ROUTINE, file->routine->id, file->id, file->instead_of);
    }
    load->routines.count = 0;
}
