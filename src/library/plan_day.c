#include "library/plan_day.h"

#include "library/dose.h"
#include "library/load.h"

#include <string.h>

enum { MOST_OFFERED = 10 };

static const char *const mode_names[] = {"hold", "reps"};

static const Routine *read_routine(Line *line, const char *what) {
    Span span = line_span(line);
    const char *id = line_id(line, what);
    if (line->has_failed) return NULL;
    const Routine *routine = library_routine(line->load->library, text_of(id));
    if (!routine) load_unknown(line, KIND_ROUTINE, span, text_of(id));
    return routine;
}

// The same move or another variant of it: `clam` and `clam+band`.
static bool is_same_move(const Move *a, const Move *b) {
    size_t size = strcspn(a->id, "+");
    return size == strcspn(b->id, "+") && strncmp(a->id, b->id, size) == 0;
}

static bool is_meant(const Step *step, const DayDose *dose) {
    if (dose->slot) return step->kind == STEP_SLOT && step->ladder == dose->slot;
    return step->kind == STEP_EXERCISE && is_same_move(step->exercise.move, dose->exercise.move);
}

static bool has_meant(const Routine *routine, const DayDose *dose) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++)
            if (is_meant(&section->steps.items[j], dose)) return true;
    }
    return false;
}

// The ids of a routine's slots, or of its moves.
static int names_in(const Routine *routine, bool slots, const char *names[MAX_STEPS]) {
    int count = 0;
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count && count < MAX_STEPS; j++) {
            const Step *step = &section->steps.items[j];
            if (slots && step->kind == STEP_SLOT) names[count++] = step->ladder->id;
            if (!slots && step->kind == STEP_EXERCISE) names[count++] = step->exercise.move->id;
        }
    }
    return count;
}

// What could be meant instead, of the day's routine. Its slots have to be named even where the move is known.
static void suggest(Line *line, Diag *diag, const PlanDay *day, const DayDose *dose) {
    const char *names[MAX_STEPS];
    int moves = names_in(day->routine, false, names), count = names_in(day->routine, dose->slot || !moves, names);
    Text word = text_of(dose->slot ? dose->slot->id : dose->exercise.move->id);
    line_suggest(line, diag, word, names, count);
    if (!diag || diag->help) return;
    TextBuilder all = {0};
    for (int i = 0; i < count && i < MOST_OFFERED; i++) builder_add(&all, "%s%s", i ? ", " : "", names[i]);
    if (dose->slot || moves) line_help(line, diag, "it has: %s", all.bytes);
    else line_help(line, diag, "name the slot first: %s", all.bytes);
    builder_free(&all);
}

static void add_dose(Line *line, PlanDay *day, DayDose dose, Span span) {
    if (line->has_failed) return;
    if (!has_meant(day->routine, &dose) && !has_meant(day->advanced, &dose)) {
        Diag *diag = dose.slot ? line_error(line, span, "'%s' has no slot '%s'", day->routine->id, dose.slot->id)
                               : line_error(line, span, "'%s' has no step with '%s'", day->routine->id, dose.exercise.move->id);
        suggest(line, diag, day, &dose);
        return;
    }
    if (day->doses.count == MAX_DAY_DOSES) {
        line_error(line, line->node->span, "a day has at most %d doses of its own", MAX_DAY_DOSES);
        return;
    }
    *list_push(line->load->arena, &day->doses) = dose;
}

// `hold childs-pose 60s`: in every step with this move.
static void read_move_dose(Line *line, void *target) {
    DayDose dose = {.slot = NULL};
    Span span = line_span(line);
    exercise_read(line, (Mode)line->row->value, &dose.exercise);
    add_dose(line, target, dose, span);
}

// `bridge hold bridge-hold 3 x 12s rest 15s`: whatever the slot is at the level.
static void read_slot_dose(Line *line, void *target) {
    Span span = line_span(line);
    Text word = line_word(line, "'hold', 'reps' or a slot");
    if (line->has_failed) return;
    DayDose dose = {.slot = library_ladder(line->load->library, word)};
    if (!dose.slot) {
        load_unknown(line, KIND_LADDER, span, word);
        return;
    }
    int mode = line_take_name(line, mode_names, 2);
    if (mode < 0) line_expected(line, "'hold' or 'reps'");
    else exercise_read(line, (Mode)mode, &dose.exercise);
    add_dose(line, target, dose, span);
}

static const Row dose_rows[] = {
    {"hold", read_move_dose, MODE_HOLD, .repeats = true},
    {"reps", read_move_dose, MODE_REPS, .repeats = true},
};

static void read_doses(Line *line, PlanDay *day) {
    static const Rows doses = {"a day", dose_rows, 2, read_slot_dose};
    const Node *first = line->node->children;
    if (line->has_failed || !first) return;
    if (!day->routine) {
        line_error(line, first->span, "a day of rest has no doses");
        return;
    }
    unsigned seen = 0;
    block_read(line->load, first, &doses, day, &seen);
}

// `b-full`, or `b-full or a-full-1` for beginners and for the advanced; `rest`; and what else belongs to the day.
void plan_day_read(Line *line, PlanDay *day) {
    if (!line_take(line, "rest")) {
        day->routine = day->advanced = read_routine(line, "a routine, or 'rest',");
        if (line_take(line, "or")) day->advanced = read_routine(line, "a routine");
    }
    while (line_take_kind(line, TOKEN_COMMA)) continue;
    if (line_take(line, "also")) day->also = line_string(line, "a note");
    read_doses(line, day);
}

// Later lines of the day win.
static void put_dose(Step *step, const PlanDay *day) {
    for (int i = day->doses.count; i-- > 0;) {
        const DayDose *dose = &day->doses.items[i];
        if (!is_meant(step, dose)) continue;
        *step = (Step){.kind = STEP_EXERCISE, .exercise = dose->exercise};
        return;
    }
}

const Routine *plan_day_routine(Arena *arena, const PlanDay *day, bool advanced) {
    const Routine *written = advanced ? day->advanced : day->routine;
    if (!written || !day->doses.count) return written;
    Routine *routine = arena_new(arena, Routine, 1);
    *routine = *written;
    memset(&routine->sections, 0, sizeof routine->sections);
    for (int i = 0; i < written->sections.count; i++) {
        Section section = written->sections.items[i];
        memset(&section.steps, 0, sizeof section.steps);
        for (int j = 0; j < written->sections.items[i].steps.count; j++) {
            Step *step = list_push(arena, &section.steps);
            *step = written->sections.items[i].steps.items[j];
            put_dose(step, day);
        }
        *list_push(arena, &routine->sections) = section;
    }
    return routine;
}
