#include "session/trim.h"

#include <string.h>

enum { REST_STEP_MS = 5000, LEAST_REST_MS = 15000, MOST_CUTS = 400 };

typedef enum { CUT_REST, CUT_ROUND, CUT_SET, CUT_STEP } CutKind;

typedef struct {
    CutKind kind;
    int section, step; // as in the routine that is cut
    int most_ms;       // CUT_REST: no rest is longer
    bool is_off;       // not needed after all
} Cut;

typedef struct {
    const SessionOptions *options;
    const Fitted *whole;
    Cut cuts[MOST_CUTS];
    int count;
} Trim;

// The phases of a session and what share of its time each has: loosen, strengthen, release.
typedef enum { PHASE_LOOSEN, PHASE_STRENGTHEN, PHASE_RELEASE, PHASE_COUNT } TrimPhase;
static const int share_percent[PHASE_COUNT] = {35, 48, 17};
static const TrimPhase phase_of[GROUP_COUNT] = {
    [GROUP_STRETCH] = PHASE_LOOSEN, [GROUP_MOBILISE] = PHASE_LOOSEN, [GROUP_STRENGTHEN] = PHASE_STRENGTHEN,
    [GROUP_POSTURE] = PHASE_STRENGTHEN, [GROUP_RELEASE] = PHASE_RELEASE,
};

// What a session of ten minutes is made of: it goes last.
static const char *const core[] = {"pigeon-wall", "pigeon-pull", "half-kneel-hip-flexor", "low-lunge", "bridge-hold",
                                   "bridge-reps", "bridge-march", "bridge-single", "clam", NULL};

// ---- cutting ----

static int sets_cut(const Trim *trim, int section, int step) {
    int cut = 0;
    for (int i = 0; i < trim->count; i++) {
        const Cut *at = &trim->cuts[i];
        cut += !at->is_off && at->kind == CUT_SET && at->section == section && at->step == step;
    }
    return cut;
}

static bool is_cut(const Trim *trim, int section, int step) {
    for (int i = 0; i < trim->count; i++) {
        const Cut *at = &trim->cuts[i];
        if (!at->is_off && at->kind == CUT_STEP && at->section == section && at->step == step) return true;
    }
    return false;
}

static int rounds_left(const Trim *trim, int section) {
    int rounds = trim->whole->sections.items[section].rounds;
    for (int i = 0; i < trim->count; i++)
        rounds -= !trim->cuts[i].is_off && trim->cuts[i].kind == CUT_ROUND && trim->cuts[i].section == section;
    return rounds;
}

static int rest_left_ms(const Trim *trim, int rest_ms) {
    for (int i = 0; i < trim->count; i++)
        if (!trim->cuts[i].is_off && trim->cuts[i].kind == CUT_REST && rest_ms > trim->cuts[i].most_ms) rest_ms = trim->cuts[i].most_ms;
    return rest_ms;
}

static FittedSection cut_section(Arena *arena, const Trim *trim, int s) {
    const FittedSection *section = &trim->whole->sections.items[s];
    FittedSection left = {.group = section->group, .rounds = rounds_left(trim, s), .rest_ms = rest_left_ms(trim, section->rest_ms)};
    int exercises = 0, were = 0;
    for (int i = 0; i < section->steps.count; i++) {
        FittedStep step = section->steps.items[i];
        were += step.exercise.move != NULL;
        if (is_cut(trim, s, i)) continue;
        exercises += step.exercise.move != NULL;
        step.exercise.dose.sets -= step.exercise.move ? sets_cut(trim, s, i) : 0;
        step.exercise.dose.rest_ms = rest_left_ms(trim, step.exercise.dose.rest_ms);
        *list_push(arena, &left.steps) = step;
    }
    if (were && !exercises) left.steps.count = 0; // nor is it spoken of
    return left;
}

static Fitted cut_all(Arena *arena, const Trim *trim) {
    Fitted left = *trim->whole;
    left.sections.items = NULL, left.sections.count = left.sections.capacity = 0;
    for (int s = 0; s < trim->whole->sections.count; s++) *list_push(arena, &left.sections) = cut_section(arena, trim, s);
    left.changes.items = NULL, left.changes.count = left.changes.capacity = 0;
    for (int i = 0; i < trim->whole->changes.count; i++) *list_push(arena, &left.changes) = trim->whole->changes.items[i];
    return left;
}

// ---- what is said of it ----

static bool has_cut(const Trim *trim, CutKind kind) {
    for (int i = 0; i < trim->count; i++)
        if (!trim->cuts[i].is_off && trim->cuts[i].kind == kind) return true;
    return false;
}

// What the routine calls them, whatever stands in their place.
static const char *without(Arena *arena, const Trim *trim, int *count) {
    const char *names = NULL;
    for (int s = 0; s < trim->whole->sections.count; s++) {
        for (int i = 0; i < trim->whole->sections.items[s].steps.count; i++) {
            const FittedStep *step = &trim->whole->sections.items[s].steps.items[i];
            if (!is_cut(trim, s, i) || step->is_again) continue;
            const Move *move = step->instead_of ? step->instead_of : step->exercise.move;
            const char *name = step->exercise.name ? step->exercise.name : move->name;
            names = names ? text_format(arena, "%s; %s", names, name) : name;
            (*count)++;
        }
    }
    return names ? text_format(arena, "Without %s.", names) : NULL;
}

static void tell(Arena *arena, const Trim *trim, int64_t takes_ms, Fitted *fitted) {
    static const struct {
        CutKind kind;
        const char *sentence;
    } words[] = {{CUT_REST, "Shorter rests."}, {CUT_ROUND, "Fewer rounds."}, {CUT_SET, "Fewer sets."}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_cut(trim, words[i].kind)) *list_push(arena, &fitted->changes) = words[i].sentence;
    const char *names = without(arena, trim, &fitted->left_out);
    if (names) {
        fitted->left_out_at = fitted->changes.count;
        *list_push(arena, &fitted->changes) = names;
    }
    int minutes = trim->options->fit.minutes;
    if (takes_ms <= (int64_t)minutes * 60000) return;
    *list_push(arena, &fitted->changes) = text_format(arena, "It takes %d minutes: %d %s too few for it.",
                                                      (int)((takes_ms + 59999) / 60000), minutes, minutes == 1 ? "is" : "are");
}

// ---- how long it is ----

// How long it is then, with the sentence that tells of it. Too long for any session counts as forever.
static int64_t length_ms(Arena *scratch, const Trim *trim) {
    arena_reset(scratch);
    Fitted left = cut_all(scratch, trim);
    if (trim->count) tell(scratch, trim, 0, &left);
    Session session;
    Error error;
    return session_lay_out(scratch, &left, trim->options, &session, &error) ? session.length_ms : INT64_MAX;
}

static bool is_short_enough(Arena *scratch, const Trim *trim) {
    return length_ms(scratch, trim) <= (int64_t)trim->options->fit.minutes * 60000;
}

// ---- what goes next ----

static int longest_rest_ms(const Trim *trim) {
    int longest_ms = 0;
    for (int s = 0; s < trim->whole->sections.count; s++) {
        const FittedSection *section = &trim->whole->sections.items[s];
        if (section->rounds > 1 && section->rest_ms > longest_ms) longest_ms = section->rest_ms;
        for (int i = 0; i < section->steps.count; i++) {
            const Exercise *exercise = &section->steps.items[i].exercise;
            if (exercise->move && exercise->dose.sets > 1 && exercise->dose.rest_ms > longest_ms) longest_ms = exercise->dose.rest_ms;
        }
    }
    return rest_left_ms(trim, longest_ms);
}

static bool next_rest(const Trim *trim, Cut *cut) {
    int longest_ms = longest_rest_ms(trim);
    if (longest_ms <= LEAST_REST_MS) return false;
    int most_ms = (longest_ms - 1) / REST_STEP_MS * REST_STEP_MS; // whole, so that it can be said
    *cut = (Cut){.kind = CUT_REST, .most_ms = most_ms < LEAST_REST_MS ? LEAST_REST_MS : most_ms};
    return true;
}

static bool next_round(const Trim *trim, Cut *cut) {
    int most = 1;
    for (int s = 0; s < trim->whole->sections.count; s++) {
        if (rounds_left(trim, s) <= most) continue;
        most = rounds_left(trim, s);
        *cut = (Cut){.kind = CUT_ROUND, .section = s};
    }
    return most > 1;
}

// Of the exercise with most of them, the last one; not fewer repetitions than it is meant for.
static bool next_set(const Trim *trim, Cut *cut) {
    int most = 1;
    for (int s = 0; s < trim->whole->sections.count; s++) {
        for (int i = 0; i < trim->whole->sections.items[s].steps.count; i++) {
            const Exercise *exercise = &trim->whole->sections.items[s].steps.items[i].exercise;
            if (!exercise->move || is_cut(trim, s, i)) continue;
            int sets = exercise->dose.sets - sets_cut(trim, s, i);
            bool is_least = exercise->move->mode == MODE_REPS && (sets - 1) * exercise->dose.reps < fitted_least(exercise->move);
            if (sets < 2 || sets < most || is_least) continue;
            most = sets;
            *cut = (Cut){.kind = CUT_SET, .section = s, .step = i};
        }
    }
    return most > 1;
}

static bool is_core(const FittedStep *step) {
    const Move *move = step->instead_of ? step->instead_of : step->exercise.move;
    for (int i = 0; core[i]; i++)
        if (fitted_is_base(move, core[i])) return true;
    return false;
}

// The higher, the longer it stays. One exercise that loosens the joints comes before what stretches; a second one is the
// first to go.
static int worth(const FittedStep *step, bool is_first) {
    if (step->is_again) return 0;
    if (is_core(step)) return 3;
    return step->exercise.move->group == GROUP_MOBILISE && !is_first ? 1 : 2;
}

static int64_t about_ms(const FittedStep *step) {
    int64_t ms = 0;
    const Exercise *exercise = &step->exercise;
    for (int i = 0; i < exercise->move->clip.phases.count; i++) {
        ms += dose_phase_ms(&exercise->dose, &exercise->move->clip.phases.items[i]);
    }
    return 20000 + ms * exercise->dose.reps * exercise->dose.sets * (exercise->move->clip.per_side && !exercise->one_side ? 2 : 1);
}

typedef struct {
    int exercises;
    int64_t ms;
    int section, step, worth; // of what goes first
} PhaseLeft;

static void look_at_phases(const Trim *trim, PhaseLeft left[PHASE_COUNT]) {
    for (int s = 0; s < trim->whole->sections.count; s++) {
        const FittedSection *section = &trim->whole->sections.items[s];
        PhaseLeft *phase = &left[phase_of[section->group]];
        for (int i = 0; i < section->steps.count; i++) {
            const FittedStep *step = &section->steps.items[i];
            if (!step->exercise.move || is_cut(trim, s, i)) continue;
            int value = worth(step, phase->exercises == 0);
            bool goes_first = phase->exercises == 0 || value <= phase->worth;
            phase->ms += about_ms(step) * section->rounds;
            phase->exercises++;
            if (goes_first) phase->section = s, phase->step = i, phase->worth = value;
        }
    }
}

// Of the phase that has most of its share of the time, as long as every phase keeps one; then the release goes, then what
// loosens.
static bool next_step(const Trim *trim, Cut *cut) {
    static const TrimPhase last[] = {PHASE_RELEASE, PHASE_LOOSEN};
    PhaseLeft left[PHASE_COUNT] = {0};
    look_at_phases(trim, left);
    const PhaseLeft *from = NULL;
    int64_t most = 0;
    int exercises = 0;
    for (int phase = 0; phase < PHASE_COUNT; phase++) {
        exercises += left[phase].exercises;
        if (left[phase].exercises < 2 || left[phase].ms / share_percent[phase] <= most) continue;
        most = left[phase].ms / share_percent[phase];
        from = &left[phase];
    }
    for (int i = 0; i < 2 && !from && exercises > 1; i++)
        if (left[last[i]].exercises) from = &left[last[i]];
    if (!from) return false;
    *cut = (Cut){.kind = CUT_STEP, .section = from->section, .step = from->step};
    return true;
}

static bool next_cut(const Trim *trim, Cut *cut) {
    return next_rest(trim, cut) || next_round(trim, cut) || next_set(trim, cut) || next_step(trim, cut);
}

// The fewest of all cuts, taken in their order, that are enough; all of them where none are.
static bool cut_enough(Arena *scratch, Trim *trim) {
    while (trim->count < MOST_CUTS && next_cut(trim, &trim->cuts[trim->count])) trim->count++;
    int too_few = 0, enough = trim->count;
    if (!is_short_enough(scratch, trim)) return false;
    while (enough - too_few > 1) {
        trim->count = too_few + (enough - too_few) / 2;
        if (is_short_enough(scratch, trim)) enough = trim->count;
        else too_few = trim->count;
    }
    trim->count = enough;
    return true;
}

// There is room again, but nothing is released where nothing is stretched any more.
static bool may_come_back(const Trim *trim, const Cut *cut) {
    PhaseLeft left[PHASE_COUNT] = {0};
    bool releases = cut->kind == CUT_STEP && phase_of[trim->whole->sections.items[cut->section].group] == PHASE_RELEASE;
    if (!releases) return true;
    look_at_phases(trim, left);
    if (left[PHASE_LOOSEN].exercises) return true;
    for (int s = 0; s < trim->whole->sections.count; s++)
        if (phase_of[trim->whole->sections.items[s].group] == PHASE_LOOSEN) return false;
    return true;
}

void fitted_trim(Arena *arena, const SessionOptions *options, Fitted *fitted) {
    SessionOptions as_begun = *options; // what a person asked for on the way is no reason to cut otherwise
    as_begun.changes = NULL, as_begun.change_count = 0;
    Trim *trim = arena_new(arena, Trim, 1);
    *trim = (Trim){.options = &as_begun, .whole = fitted};
    Arena scratch = {0};
    bool fits = is_short_enough(&scratch, trim);
    if (!fits) fits = cut_enough(&scratch, trim);
    for (int i = trim->count - 1; i >= 0 && fits; i--) {
        trim->cuts[i].is_off = true;
        trim->cuts[i].is_off = may_come_back(trim, &trim->cuts[i]) && is_short_enough(&scratch, trim);
    }
    int64_t takes_ms = length_ms(&scratch, trim);
    Fitted left = cut_all(arena, trim);
    if (trim->count) tell(arena, trim, takes_ms, &left);
    arena_free(&scratch);
    *fitted = left;
}
