#include "session/fit.h"

#include "session/fitted.h"
#include "session/swap.h"

#include <string.h>

enum {
    NAMES_LISTED = 3,     // with more swaps, each is told when it comes
    WHOLE_HOLD_MS = 5000, // how long a hold is, is said
};

SkipTags fit_tag(Text name) {
    for (int i = 0; i < skip_tag_count; i++)
        if (text_is(name, skip_tags[i])) return (SkipTags)1 << i;
    return 0;
}

static bool is_listed(const char *const *ids, int count, const Move *move) {
    for (int i = 0; i < count; i++)
        if (fitted_is_base(move, ids[i])) return true;
    return false;
}

static FittedStep taken(const Step *step, Level level) {
    FittedStep fitted = {.level = level};
    if (step->kind == STEP_SAY) {
        fitted.say = step->say;
        return fitted;
    }
    if (step->kind == STEP_SLOT) fitted.ladder = step->ladder, fitted.exercise = step->ladder->rungs[level];
    else fitted.exercise = step->exercise;
    if (fitted.exercise.note) fitted.spoken[fitted.spoken_count++] = fitted.exercise.note;
    return fitted;
}

static FittedStep eased(Arena *arena, const SessionOptions *options, FittedStep step) {
    for (int i = 0; i < options->fit.easier_count; i++) {
        const EasierMove *easier = &options->fit.easier[i];
        if (strcmp(easier->move, step.exercise.move->id) != 0) continue;
        for (int n = 0; n < easier->steps; n++) {
            FittedStep form;
            if (fitted_easier(arena, options, &step, &form)) step = form;
        }
        break;
    }
    return step;
}

static void take_section(Arena *arena, const Section *section, const SessionOptions *options, Fitted *fitted) {
    const Fit *fit = &options->fit;
    int lower = fit->levels_lower < (int)options->level ? fit->levels_lower : (int)options->level;
    Level level = (Level)((int)options->level - lower);
    bool stretches = section->group == GROUP_STRETCH || section->group == GROUP_MOBILISE;
    if (fit->only_stretch && !stretches) return;
    FittedSection *taking = list_push(arena, &fitted->sections);
    *taking = (FittedSection){.group = section->group, .rounds = section->rounds, .rest_ms = section->rest_ms};
    for (int i = 0; i < section->steps.count; i++) {
        FittedStep step = taken(&section->steps.items[i], level);
        if (!step.say && !step.exercise.move) continue;
        if (!step.say) step = eased(arena, options, step);
        *list_push(arena, &taking->steps) = step;
    }
}

// Nothing but what eases most backs on a bad day.
static void take_gentle(Arena *arena, const SessionOptions *options, Fitted *fitted) {
    static const struct {
        const char *move, *note;
    } gentle[] = {{"pelvic-tilt", NULL}, {"knees-to-chest", NULL}, {"supine-twist", fitted_half_way}};
    FittedSection *section = list_push(arena, &fitted->sections);
    *section = (FittedSection){.group = GROUP_STRETCH, .rounds = 1};
    for (size_t i = 0; i < sizeof gentle / sizeof *gentle; i++) {
        const Move *move = options->library ? library_move(options->library, text_of(gentle[i].move)) : NULL;
        if (move) *list_push(arena, &section->steps) = fitted_step(options, move, options->level, gentle[i].note);
    }
    *list_push(arena, &fitted->changes) = "Only what is gentle.";
}

static void leave_out(Arena *arena, const Fit *fit, Fitted *fitted) {
    for (int s = 0; s < fitted->sections.count; s++) {
        FittedSection *section = &fitted->sections.items[s];
        int kept = 0;
        for (int i = 0; i < section->steps.count; i++) {
            const Move *move = section->steps.items[i].exercise.move;
            bool leaves = move && is_listed(fit->left_out, fit->left_out_count, move);
            if (leaves) *list_push(arena, &fitted->changes) = text_format(arena, "Without %s.", move->name);
            else section->steps.items[kept++] = section->steps.items[i];
        }
        section->steps.count = kept;
    }
}

static bool is_stretch_held(const FittedStep *step) {
    return step->exercise.move && step->exercise.move->group == GROUP_STRETCH && step->exercise.move->mode == MODE_HOLD;
}

static void shorten_holds(Arena *arena, int by_ms, Fitted *fitted) {
    bool has_shortened = false;
    for (int s = 0; s < fitted->sections.count; s++) {
        for (int i = 0; i < fitted->sections.items[s].steps.count; i++) {
            FittedStep *step = &fitted->sections.items[s].steps.items[i];
            if (!is_stretch_held(step)) continue;
            int least_ms = fitted_least(step->exercise.move) * 1000, hold_ms = step->exercise.dose.hold_ms - by_ms;
            if (hold_ms < least_ms) hold_ms = (least_ms + WHOLE_HOLD_MS - 1) / WHOLE_HOLD_MS * WHOLE_HOLD_MS;
            if (hold_ms >= step->exercise.dose.hold_ms) continue;
            step->exercise.dose.hold_ms = hold_ms;
            has_shortened = true;
        }
    }
    if (has_shortened) *list_push(arena, &fitted->changes) = "Shorter holds.";
}

// By the muscle that a stretch of the area is for.
static FitSide tighter_side(const Fit *fit, const FittedStep *step) {
    static const Muscle muscles[FIT_AREA_COUNT] = {MUSCLE_PIRIFORMIS, MUSCLE_HIP_FLEXORS, MUSCLE_HAMSTRINGS};
    if (!is_stretch_held(step) || !step->exercise.move->clip.per_side || step->exercise.one_side) return FIT_NO_SIDE;
    for (int area = 0; area < FIT_AREA_COUNT; area++)
        if (step->exercise.move->clip.muscles[muscles[area]] == MUSCLE_STRETCHES) return fit->tighter[area];
    return FIT_NO_SIDE;
}

static void add_tighter(Arena *arena, const Fit *fit, Fitted *fitted) {
    for (int s = 0; s < fitted->sections.count; s++) {
        FittedSection *section = &fitted->sections.items[s];
        FittedSection fuller = *section;
        fuller.steps.items = NULL, fuller.steps.count = fuller.steps.capacity = 0;
        for (int i = 0; i < section->steps.count; i++) {
            FittedStep step = section->steps.items[i];
            *list_push(arena, &fuller.steps) = step;
            FitSide side = tighter_side(fit, &step);
            if (side == FIT_NO_SIDE) continue;
            step.exercise.one_side = true, step.exercise.each_side = false;
            step.exercise.side = (Side)(side - FIT_RIGHT);
            step.exercise.dose.sets = 1;
            step.is_again = true;
            *list_push(arena, &fuller.steps) = step;
            *list_push(arena, &fitted->changes) = text_format(arena, "%s: once more on the %s.", step.exercise.move->name,
                                                              step.exercise.side == LEFT ? "left" : "right");
        }
        *section = fuller;
    }
}

void fitted_make(Arena *arena, const Routine *routine, const SessionOptions *options, Fitted *fitted) {
    const Fit *fit = &options->fit;
    *fitted = (Fitted){.routine = routine};
    if (fit->only_gentle) take_gentle(arena, options, fitted);
    else for (int i = 0; i < routine->sections.count; i++) take_section(arena, &routine->sections.items[i], options, fitted);
    if (fit->left_out_count) leave_out(arena, fit, fitted);
    if (fit->skip || fit->hurt_count) swap_all(arena, options, fitted);
    if (fit->hold_shorter_ms > 0) shorten_holds(arena, fit->hold_shorter_ms, fitted);
    add_tighter(arena, fit, fitted);
}

// Those that are left.
static int swapped(const Fitted *fitted) {
    int count = 0;
    for (int s = 0; s < fitted->sections.count; s++)
        for (int i = 0; i < fitted->sections.items[s].steps.count; i++) count += fitted->sections.items[s].steps.items[i].is_swapped;
    return count;
}

const char *fitted_summary(Arena *arena, const Fitted *fitted) {
    if (!fitted->changes.count) return NULL;
    TextBuilder text = {0};
    for (int i = 0; i < fitted->changes.count; i++) {
        bool is_swap = i >= fitted->first_swap && i < fitted->first_swap + fitted->swaps && fitted->swaps > NAMES_LISTED;
        bool is_left_out = i == fitted->left_out_at && fitted->left_out > NAMES_LISTED;
        if (is_swap && i > fitted->first_swap) continue;
        int left = is_swap ? swapped(fitted) : 0;
        builder_add(&text, "%s", text.size ? " " : "");
        if (is_swap) builder_add(&text, "%d exercise%s swapped.", left, left == 1 ? " is" : "s are");
        else if (is_left_out) builder_add(&text, "%d exercises are left out.", fitted->left_out);
        else builder_add(&text, "%s", fitted->changes.items[i]);
    }
    const char *summary = text_copy(arena, builder_text(&text));
    builder_free(&text);
    return summary;
}
