#include "session/swap.h"

#include <string.h>

enum { LEAST_HOLD_MS = 8000, SHORT_SETS = 6, RELEASE_HOLD_MS = 45000, QUEUE = 128 };

// When nothing suits that the table names, so that no phase is empty: in the order in which they are tried.
static const char *const in_need[GROUP_COUNT][5] = {
    [GROUP_STRETCH] = {"seated-piriformis", "hamstring-seated", "calf-wall", "doorway-chest", "ankle-knee-to-wall"},
    [GROUP_STRENGTHEN] = {"hip-hinge", "sit-to-stand", "dead-bug", "scapular-squeeze", "sit-tall"},
    [GROUP_RELEASE] = {"knees-to-chest", "hamstring-seated", "seated-piriformis", "doorway-chest", "ankle-knee-to-wall"},
    [GROUP_MOBILISE] = {"pelvic-tilt", "cat-cow", "ankle-knee-to-wall", "sit-tall"},
    [GROUP_POSTURE] = {"sit-tall", "scapular-squeeze", "chin-tuck", "ankle-knee-to-wall"},
};

static SkipTags tags_of(const Move *move) {
    SkipTags tags = 0;
    for (int i = 0; i < move->skip.count; i++) tags |= fit_tag(text_of(move->skip.items[i]));
    return tags;
}

static bool is_swapped(const Swap *swap, const Move *move) {
    for (int i = 0; i < SWAP_MOVES && swap->moves[i]; i++)
        if (fitted_is_base(move, swap->moves[i])) return true;
    return false;
}

const Swap *swap_find(SkipTags tag, const Move *move) {
    for (int i = 0; i < swap_count; i++)
        if (fit_tag(text_of(swaps[i].tag)) == tag && is_swapped(&swaps[i], move)) return &swaps[i];
    return NULL;
}

bool swap_concerns(SkipTags tag, const Move *move) {
    return (tags_of(move) & tag) || swap_find(tag, move);
}

static bool is_hurt(const Fit *fit, const Move *move) {
    for (int i = 0; i < fit->hurt_count; i++)
        if (fitted_is_base(move, fit->hurt[i])) return true;
    return false;
}

static bool is_left_out(const Fit *fit, const Move *move) {
    for (int i = 0; i < fit->left_out_count; i++)
        if (fitted_is_base(move, fit->left_out[i])) return true;
    return false;
}

static bool suits(const Fit *fit, const Move *move) {
    if (is_hurt(fit, move) || is_left_out(fit, move)) return false;
    for (int i = 0; i < skip_tag_count; i++) {
        SkipTags tag = (SkipTags)1 << i;
        if ((fit->skip & tag) && swap_concerns(tag, move)) return false;
    }
    return true;
}

// The form in which a move suits in spite of a tag; NULL when it does in none.
static const Substitute *form_of(const Swap *swap, const Move *move) {
    for (int i = 0; swap && i < SUBSTITUTES; i++) {
        const Substitute *by = &swap->by[i];
        if (!by->move && !by->note) break;
        if (!by->move || fitted_is_base(move, by->move)) return by;
    }
    return NULL;
}

static const Move *move_of(const Library *library, const Move *self, const Substitute *by) {
    const Move *move = self;
    if (by->move) move = library ? library_move(library, text_of(by->move)) : NULL;
    for (int i = 0; move && by->variant && i < move->variants.count; i++)
        if (strcmp(move->variants.items[i]->variant, by->variant) == 0) return move->variants.items[i];
    return move;
}

static void add_note(FittedStep *step, const char *note) {
    for (int i = 0; i < step->spoken_count; i++)
        if (strcmp(step->spoken[i], note) == 0) return;
    if (step->spoken_count < FORMS_MAX) step->spoken[step->spoken_count++] = note;
}

// Holds of a few seconds, breathing, and more of them.
static void shorten(FittedStep *step) {
    Dose *dose = &step->exercise.dose;
    if (step->exercise.move->mode != MODE_HOLD || dose->hold_ms <= LEAST_HOLD_MS) return;
    int sets = (dose->sets * dose->hold_ms + LEAST_HOLD_MS - 1) / LEAST_HOLD_MS;
    dose->hold_ms = LEAST_HOLD_MS;
    dose->sets = sets > SHORT_SETS ? SHORT_SETS : sets;
    if (!dose->rest_ms) dose->rest_ms = step->exercise.move->advanced.rest_ms;
}

// Brings a step into the forms that all tags of the person ask for. False when one of them asks for another move.
static bool adapt(const SessionOptions *options, FittedStep *step) {
    for (int i = 0; i < skip_tag_count; i++) {
        SkipTags tag = (SkipTags)1 << i;
        if (!(options->fit.skip & tag) || !swap_concerns(tag, step->exercise.move)) continue;
        const Swap *swap = swap_find(tag, step->exercise.move);
        const Substitute *form = form_of(swap, step->exercise.move);
        if (!form) return false;
        if (swap->is_shortened && step->exercise.dose.hold_ms <= LEAST_HOLD_MS && !(tags_of(step->exercise.move) & tag)) continue;
        step->exercise.move = move_of(options->library, step->exercise.move, form);
        if (form->note) add_note(step, form->note);
        if (swap->is_shortened) shorten(step);
    }
    return !is_hurt(&options->fit, step->exercise.move) && !is_left_out(&options->fit, step->exercise.move);
}

// What may be done instead, nearest first: of every tag that asks for it, then what may be done instead of that.
typedef struct {
    const Move *moves[QUEUE];
    const Substitute *by[QUEUE];
    int count;
} Queue;

static void queue_add(Queue *queue, const Move *move, const Substitute *by) {
    for (int i = 0; i < queue->count; i++)
        if (queue->moves[i] == move) return;
    if (!move || queue->count == QUEUE) return;
    queue->moves[queue->count] = move;
    queue->by[queue->count++] = by;
}

static void queue_row(Queue *queue, const SessionOptions *options, const Swap *swap, const Move *move) {
    for (int i = 0; swap && i < SUBSTITUTES; i++) {
        const Substitute *by = &swap->by[i];
        if (!by->move && !by->note) break;
        queue_add(queue, move_of(options->library, move, by), by);
    }
}

static void queue_instead(Queue *queue, const SessionOptions *options, const Move *move) {
    const Library *library = options->library;
    const Move *easier = library && move->easier.id ? library_move(library, text_of(move->easier.id)) : NULL;
    const Move *base = library && move->variant_of ? library_move(library, text_of(move->variant_of)) : NULL;
    bool hurts = is_hurt(&options->fit, move), has_row = false;
    if (hurts) queue_add(queue, easier, NULL);
    for (int i = 0; i < swap_count; i++) {
        bool asks = hurts || (options->fit.skip & fit_tag(text_of(swaps[i].tag)));
        if (!asks || !is_swapped(&swaps[i], move)) continue;
        queue_row(queue, options, &swaps[i], move);
        has_row = true;
    }
    if (has_row || hurts) return;
    queue_add(queue, easier, NULL); // of moves of one's own, which the table does not know
    for (int i = 0; base && i < swap_count; i++) {
        bool asks = options->fit.skip & fit_tag(text_of(swaps[i].tag));
        if (asks && is_swapped(&swaps[i], base)) queue_row(queue, options, &swaps[i], base);
    }
}

// Where in the routine a step stands.
typedef struct {
    const Fitted *fitted;
    int section, step;
} Place;

// Whether a move is done elsewhere. What releases may be the stretches over again, for longer.
static bool is_done(const SessionOptions *options, const Place *place, const Move *move) {
    if (!place) return false;
    for (int s = 0; s < place->fitted->sections.count; s++) {
        const FittedSection *section = &place->fitted->sections.items[s];
        bool may_repeat = place->fitted->sections.items[place->section].group == GROUP_RELEASE && move->group == GROUP_STRETCH;
        if (may_repeat && s != place->section) continue;
        for (int i = 0; i < section->steps.count; i++) {
            const Move *other = section->steps.items[i].exercise.move;
            if (!other || (s == place->section && i == place->step) || !fitted_is_base(other, move->id)) continue;
            FittedStep as_it_will_be = section->steps.items[i];
            if (adapt(options, &as_it_will_be)) return true;
        }
    }
    return false;
}

static FittedStep stand_in(const SessionOptions *options, const FittedStep *step, const Move *move, const Substitute *by) {
    FittedStep now = *step;
    const Move *own = step->exercise.move;
    if (!fitted_is_base(move, own->id)) {
        now = fitted_step(options, move, step->level, NULL);
        now.instead_of = step->instead_of ? step->instead_of : own;
    }
    now.exercise.move = move;
    if (by && by->note) add_note(&now, by->note);
    return now;
}

static void join_notes(Arena *arena, FittedStep *step) {
    const char *note = NULL;
    for (int i = 0; i < step->spoken_count; i++)
        note = note ? text_format(arena, "%s; %s", note, step->spoken[i]) : step->spoken[i];
    step->exercise.note = note;
}

static bool find(const SessionOptions *options, const FittedStep *step, const Place *place, FittedStep *swapped) {
    Queue queue = {0};
    queue_instead(&queue, options, step->exercise.move);
    for (int i = 0; i < queue.count; i++) {
        FittedStep now = stand_in(options, step, queue.moves[i], queue.by[i]);
        if (adapt(options, &now) && !is_done(options, place, now.exercise.move)) {
            *swapped = now;
            return true;
        }
        if (!suits(&options->fit, queue.moves[i])) queue_instead(&queue, options, queue.moves[i]);
    }
    return false;
}

static bool is_concerned(const SessionOptions *options, const Move *move) {
    return !suits(&options->fit, move);
}

bool swap_step(Arena *arena, const SessionOptions *options, const FittedStep *step, FittedStep *swapped) {
    *swapped = *step;
    if (!is_concerned(options, step->exercise.move)) return true;
    if (!find(options, step, NULL, swapped)) return false;
    join_notes(arena, swapped);
    return true;
}

// A stretch in the place of a roller is held for longer, as far as it is meant to be.
static void lengthen(FittedStep *step, Group group) {
    const Move *move = step->exercise.move;
    bool takes_long = group == GROUP_RELEASE && move->group == GROUP_STRETCH && move->mode == MODE_HOLD && step->instead_of &&
                      step->instead_of->group == GROUP_RELEASE;
    int most_ms = move->advanced.hold_ms + move->advanced.hold_ms / 2;
    int hold_ms = RELEASE_HOLD_MS < most_ms ? RELEASE_HOLD_MS : most_ms;
    if (takes_long && step->exercise.dose.hold_ms < hold_ms) step->exercise.dose.hold_ms = hold_ms;
}

static void tell_swap(Arena *arena, Fitted *fitted, const FittedStep *before, const FittedStep *now) {
    const char *was = before->exercise.move->name, *is = now ? now->exercise.move->name : NULL, *told;
    if (!now) told = text_format(arena, "Without %s.", was);
    else if (now->instead_of && now->instead_of != before->instead_of) told = text_format(arena, "%s instead of %s.", is, was);
    else told = text_format(arena, "%s: %s.", is, now->spoken[now->spoken_count - 1]);
    *list_push(arena, &fitted->changes) = told;
    fitted->swaps++;
}

static void swap_in(Arena *arena, const SessionOptions *options, Fitted *fitted, int s, int *at) {
    FittedSection *section = &fitted->sections.items[s];
    FittedStep *step = &section->steps.items[*at], now;
    Place place = {fitted, s, *at};
    if (!step->exercise.move || !is_concerned(options, step->exercise.move)) return;
    bool found = find(options, step, &place, &now);
    if (found) {
        now.is_swapped = true;
        join_notes(arena, &now);
        lengthen(&now, section->group);
    }
    tell_swap(arena, fitted, step, found ? &now : NULL);
    if (found) {
        *step = now;
        return;
    }
    for (int i = *at; i + 1 < section->steps.count; i++) section->steps.items[i] = section->steps.items[i + 1];
    section->steps.count--;
    (*at)--;
}

static bool has_exercise(const FittedSection *section) {
    for (int i = 0; i < section->steps.count; i++)
        if (section->steps.items[i].exercise.move) return true;
    return false;
}

// Something else of the same kind where a phase would be empty.
static void fill(Arena *arena, const SessionOptions *options, Fitted *fitted, int s, Level level) {
    FittedSection *section = &fitted->sections.items[s];
    Place place = {fitted, s, -1};
    for (int i = 0; i < 5 && in_need[section->group][i] && options->library; i++) {
        const Move *move = library_move(options->library, text_of(in_need[section->group][i]));
        if (!move) continue;
        FittedStep step = fitted_step(options, move, level, NULL);
        if (!adapt(options, &step) || is_done(options, &place, move)) continue;
        join_notes(arena, &step);
        *list_push(arena, &section->steps) = step;
        *list_push(arena, &fitted->changes) = text_format(arena, "%s as well.", move->name);
        fitted->swaps++;
        return;
    }
}

void swap_all(Arena *arena, const SessionOptions *options, Fitted *fitted) {
    fitted->first_swap = fitted->changes.count;
    for (int s = 0; s < fitted->sections.count; s++) {
        bool had_one = has_exercise(&fitted->sections.items[s]);
        for (int i = 0; i < fitted->sections.items[s].steps.count; i++) swap_in(arena, options, fitted, s, &i);
        if (had_one && !has_exercise(&fitted->sections.items[s])) fill(arena, options, fitted, s, options->level);
    }
}
