#include "library/plan_day.h"

#include "library/load.h"
#include "library/routine.h"

typedef struct {
    PlanDay day;
    Span span;
    bool is_copied; // from the week it is like
} DaySpan;

enum { DAYS = 7, MAX_MISSED_DAYS = 365, MAX_FEVER_HOURS = 240 };

typedef struct {
    Plan *plan;
    Span head;
    bool has_head;
    LIST(Span) week_spans;
    LIST(DaySpan) days; // DAYS for every week; routine NULL and number 0 where nothing is said
} PlanFile;

typedef struct {
    PlanFile *file;
    int first; // of the week's days in the file's list
} WeekReader;

static void read_level(Line *line, void *target) {
    ((PlanFile *)target)->plan->level = level_read(line);
}

static void read_about(Line *line, void *target) {
    ((PlanFile *)target)->plan->about = line_string(line, "a text");
}

static void read_before(Line *line, void *target) {
    *list_push(line->load->arena, &((PlanFile *)target)->plan->before) = line_string(line, "a note");
}

static void read_after(Line *line, void *target) {
    *list_push(line->load->arena, &((PlanFile *)target)->plan->after) = line_string(line, "a note");
}

static const Row head_rows[] = {
    {"level", read_level, .needed = "level beginner"},
    {"about", read_about},
    {"before", read_before, .repeats = true},
    {"after", read_after, .repeats = true},
};
static const Rows head = ROWS("a plan", head_rows);

static void read_head(Line *line, void *target) {
    PlanFile *file = target;
    file->has_head = true;
    file->head = line->node->span;
    file->plan->id = load_header(line, KIND_PLAN);
    file->plan->name = line_string(line, "a name");
    unsigned seen = 0;
    block_read(line->load, line->node->children, &head, file, &seen);
    block_require(line->load, line->node->span, &head, seen);
}

static void read_day(Line *line, void *target) {
    WeekReader *reader = target;
    Span span = line_span(line);
    int number = line_count(line, "the number of the day", 1, DAYS);
    if (line->has_failed) return;
    DaySpan *day = &reader->file->days.items[reader->first + number - 1];
    if (day->day.number && !day->is_copied) line_error(line, span, "day %d is said twice", number);
    DaySpan read = {{.number = number}, line->node->span, false};
    plan_day_read(line, &read.day);
    if (!line->has_failed) *day = read;
}

static const Row day_rows[] = {{"day", read_day, .has_children = true, .repeats = true}};
static const Rows days = ROWS("a week", day_rows);

// `like week 1`: the same days.
static void read_like(Line *line, WeekReader *reader) {
    if (!line_take(line, "week")) line_expected(line, "'week'");
    Span span = line_span(line);
    int like = line_count(line, "the number of a week", 1, MAX_WEEKS);
    if (line->has_failed) return;
    if (like > reader->first / DAYS) {
        line_error(line, span, "week %d does not come before this one", like);
        return;
    }
    for (int i = 0; i < DAYS; i++) {
        DaySpan day = reader->file->days.items[(like - 1) * DAYS + i];
        day.is_copied = true;
        day.span = line->node->span;
        reader->file->days.items[reader->first + i] = day;
    }
}

static void store_days(Line *line, const WeekReader *reader, PlanWeek *week) {
    for (int i = 0; i < DAYS; i++) {
        const DaySpan *day = &reader->file->days.items[reader->first + i];
        if (day->day.number) *list_push(line->load->arena, &week->days) = day->day;
    }
}

static void read_week(Line *line, void *target) {
    PlanFile *file = target;
    int expected = file->plan->weeks.count + 1;
    WeekReader reader = {file, file->days.count};
    Span span = line_span(line);
    PlanWeek week = {.number = line_count(line, "the number of the week", 1, MAX_WEEKS)};
    for (int i = 0; i < DAYS; i++) list_push(line->load->arena, &file->days);
    if (week.number != expected) line_error(line, span, "this is week %d of the plan", expected);
    if (!line_take(line, "at")) {
        Diag *diag = line_error(line, line_span(line), "'at' is expected here");
        line_help(line, diag, "such as: week %d at B1", expected);
    }
    if (!line->has_failed) week.level = week.advanced = level_read(line);
    if (line_take(line, "or")) week.advanced = level_read(line);
    if (line_take(line, "like")) read_like(line, &reader);
    line_end(line);
    unsigned seen = 0;
    block_read(line->load, line->node->children, &days, &reader, &seen);
    store_days(line, &reader, &week);
    if (!week.days.count) {
        Diag *diag = line_error(line, line->node->span, "a week needs days");
        line_help(line, diag, "such as, indented below it: day 1 hips-and-glutes");
    }
    *list_push(line->load->arena, &file->plan->weeks) = week;
    *list_push(line->load->arena, &file->week_spans) = line->node->span;
}

// "once", "twice" or "3 times"
static int read_times(Line *line) {
    if (line_take(line, "once")) return 1;
    if (line_take(line, "twice")) return 2;
    if (!line_is_kind(line, TOKEN_NUMBER)) line_expected(line, "'once' or 'twice'");
    int times = line_count(line, "the number of times", 1, DAYS);
    if (!line_take(line, "times")) line_expected(line, "'times'");
    return times;
}

static void take_words(Line *line, const char *const *words, int count) {
    for (int i = 0; i < count; i++) {
        if (line->has_failed || line_take(line, words[i])) continue;
        line_error(line, line_span(line), "'%s' is expected here", words[i]);
    }
}

#define TAKE_WORDS(line, ...)                                                                        \
    take_words(line, (const char *const[]){__VA_ARGS__},                                             \
               (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)))

static void read_soreness(Line *line, ProgressRule *rule) {
    TAKE_WORDS(line, "next", "morning", "at", "most");
    rule->soreness_at_most = line_count(line, "the soreness", 1, 10);
}

static void read_pain(Line *line, ProgressRule *rule) {
    TAKE_WORDS(line, "at", "most", "usual");
    rule->pain_as_usual = true;
}

static void read_stopped(Line *line, ProgressRule *rule) {
    TAKE_WORDS(line, "exercise", "stopped");
    rule->nothing_stopped = true;
}

static void read_amber(Line *line, ProgressRule *rule) {
    rule->amber = read_times(line);
}

static void read_red(Line *line, ProgressRule *rule) {
    rule->red = read_times(line);
}

// "missed 3 to 6 days" or "missed 7 days"
static void read_missed(Line *line, ProgressRule *rule) {
    rule->missed_from = rule->missed_to = line_count(line, "the number of days", 1, MAX_MISSED_DAYS);
    if (line_take(line, "to")) {
        rule->missed_to = line_count(line, "the number of days", rule->missed_from, MAX_MISSED_DAYS);
    } else if (line_take(line, "or")) {
        TAKE_WORDS(line, "more");
        rule->missed_to = MAX_MISSED_DAYS;
    }
    TAKE_WORDS(line, "days");
}

static void read_fever(Line *line, ProgressRule *rule) {
    TAKE_WORDS(line, "over", "for");
    rule->fever_over_hours = line_count(line, "the number of hours", 1, MAX_FEVER_HOURS);
    TAKE_WORDS(line, "hours");
}

static void read_done(Line *line, ProgressRule *rule) {
    rule->done = line_count(line, "the number of sessions", 1, DAYS);
    TAKE_WORDS(line, "of");
    rule->of = line_count(line, "the number of sessions", 1, DAYS);
    TAKE_WORDS(line, "strength", "sessions", "done");
}

// What a condition is known by, and what reads the rest of it.
static const struct {
    const char *word;
    void (*read)(Line *line, ProgressRule *rule);
} conditions[] = {
    {"soreness", read_soreness}, {"pain", read_pain}, {"no", read_stopped}, {"amber", read_amber},
    {"red", read_red}, {"missed", read_missed}, {"fever", read_fever},
};
enum { CONDITIONS = sizeof conditions / sizeof *conditions };

static void read_condition(Line *line, ProgressRule *rule) {
    for (int i = 0; i < CONDITIONS; i++) {
        if (!line_take(line, conditions[i].word)) continue;
        conditions[i].read(line, rule);
        return;
    }
    if (line_is_kind(line, TOKEN_NUMBER)) {
        read_done(line, rule);
        return;
    }
    Diag *diag = line_error(line, line_span(line), "a condition is expected here");
    line_help(line, diag, "such as: 2 of 3 strength sessions done, soreness next morning at most 4, amber once");
}

// `down 2 levels`, `down for the first session`: how far, and for how long.
static void read_change(Line *line, ProgressRule *rule) {
    rule->levels = rule->kind != PROGRESS_STAY;
    if (rule->kind == PROGRESS_STAY) return;
    if (line_is_kind(line, TOKEN_NUMBER)) {
        rule->levels = line_count(line, "the number of levels", 1, LEVEL_B4 - LEVEL_B1);
        if (!line_take(line, "levels") && !line_take(line, "level")) line_expected(line, "'levels'");
    }
    if (line_take(line, "for")) {
        TAKE_WORDS(line, "the", "first", "session");
        rule->first_session = true;
    }
}

static void read_rule(Line *line, void *target) {
    ProgressRule rule = {.kind = (ProgressKind)line->row->value, .soreness_at_most = -1};
    read_change(line, &rule);
    TAKE_WORDS(line, "when");
    do read_condition(line, &rule);
    while (line_take(line, "and") || line_take(line, "or"));
    if (rule.done > rule.of) line_error(line, line->node->span, "%d of %d cannot be done", rule.done, rule.of);
    *list_push(line->load->arena, &((PlanFile *)target)->plan->progress) = rule;
}

static const Row progress_rows[] = {
    {"up", read_rule, PROGRESS_UP, .repeats = true},
    {"stay", read_rule, PROGRESS_STAY, .repeats = true},
    {"down", read_rule, PROGRESS_DOWN, .repeats = true},
};
static const Rows progress = ROWS("'progress'", progress_rows);

static void read_progress(Line *line, void *target) {
    unsigned seen = 0;
    block_read(line->load, line->node->children, &progress, target, &seen);
}

static const Row top_rows[] = {
    {"plan", read_head, .has_children = true},
    {"week", read_week, .has_children = true, .repeats = true, .needed = "week 1 at B1, with days indented below it"},
    {"progress", read_progress, .has_children = true},
};
static const Rows top = ROWS("a plan", top_rows);

static bool strengthens(const Routine *routine) {
    for (int i = 0; routine && i < routine->sections.count; i++) {
        if (routine->sections.items[i].group == GROUP_STRENGTHEN) return true;
    }
    return false;
}

static bool strength_meets(const PlanDay *before, const PlanDay *day) {
    return (strengthens(before->routine) && strengthens(day->routine)) ||
           (strengthens(before->advanced) && strengthens(day->advanced));
}

// Muscles need 48 hours; a pair inside a week that is a copy was reported where it was written.
static void check_strength(Load *load, const PlanFile *file) {
    for (int i = 1; i < file->days.count; i++) {
        const DaySpan *before = &file->days.items[i - 1], *day = &file->days.items[i];
        if (!strength_meets(&before->day, &day->day)) continue;
        if (before->is_copied && day->is_copied && i % DAYS) continue;
        Diag *diag = load_warning(load, day->span, "strength on two days in a row: week %d day %d and the day before",
                                  i / DAYS + 1, i % DAYS + 1);
        diag_help(load->diags, diag, "stretch or rest between, so that muscles have 48 hours");
    }
}

// At least one day of the week is free.
static void check_rest_days(Load *load, const PlanFile *file) {
    for (int week = 0; week < file->plan->weeks.count; week++) {
        int busy = 0, written = 0;
        for (int i = week * DAYS; i < (week + 1) * DAYS; i++) {
            busy += file->days.items[i].day.routine != NULL;
            written += !file->days.items[i].is_copied;
        }
        if (busy < DAYS || !written) continue;
        Diag *diag = load_warning(load, file->week_spans.items[week], "week %d has no day of rest", week + 1);
        diag_help(load->diags, diag, "such as: day 7 rest");
    }
}

static int steps_up(Level before, Level now) {
    bool is_same_kind = (before < LEVEL_A1) == (now < LEVEL_A1);
    return is_same_kind ? (int)now - (int)before : 0;
}

// One level a week is enough.
static void check_levels(Load *load, const PlanFile *file) {
    for (int i = 1; i < file->plan->weeks.count; i++) {
        const PlanWeek *before = &file->plan->weeks.items[i - 1], *week = &file->plan->weeks.items[i];
        bool is_beginners = steps_up(before->level, week->level) > 1;
        if (!is_beginners && steps_up(before->advanced, week->advanced) <= 1) continue;
        Level from = is_beginners ? before->level : before->advanced, to = is_beginners ? week->level : week->advanced;
        Diag *diag = load_warning(load, file->week_spans.items[i], "from %s to %s in one week", level_names[from], level_names[to]);
        diag_help(load->diags, diag, "one level a week is enough: %s", level_names[from + 1]);
    }
}

static bool has_exercise(const Routine *routine, Level level) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++)
            if (step_exercise(&section->steps.items[j], level)) return true;
    }
    return false;
}

// The routine that has nothing to do on a day at the level of its week; NULL for none.
static const Routine *idle_routine(const PlanDay *day, const PlanWeek *week, Level *level) {
    const Routine *routines[] = {day->routine, day->advanced};
    const Level levels[] = {week->level, week->advanced};
    for (int k = 0; k < 2; k++) {
        *level = levels[k];
        if (routines[k] && !has_exercise(routines[k], levels[k])) return routines[k];
    }
    return NULL;
}

// Once a week.
static void check_doable(Load *load, const PlanFile *file) {
    for (int i = 0; i < file->days.count; i++) {
        Level level;
        const Routine *routine = idle_routine(&file->days.items[i].day, &file->plan->weeks.items[i / DAYS], &level);
        if (!routine) continue;
        load_warning(load, file->days.items[i].span, "'%s' has no exercise at level %s", routine->id, level_names[level]);
        i += DAYS - 1 - i % DAYS;
    }
}

static void put(Load *load, Plan *plan) {
    Library *library = load->library;
    for (int i = 0; i < library->plans.count; i++) {
        if (!text_is(text_of(library->plans.items[i]->id), plan->id)) continue;
        *library->plans.items[i] = *plan;
        return;
    }
    *list_push(load->arena, &library->plans) = plan;
}

void plan_read(Load *load, const Node *tree) {
    PlanFile file = {.plan = arena_new(load->arena, Plan, 1)};
    file.plan->path = load->source->path;
    unsigned seen = 0;
    block_read(load, tree, &top, &file, &seen);
    if (!file.has_head) return;
    block_require(load, file.head, &top, seen);
    if (!load_is_clean(load)) return;
    check_strength(load, &file);
    check_rest_days(load, &file);
    check_levels(load, &file);
    check_doable(load, &file);
    if (load_is_clean(load)) put(load, file.plan);
}
