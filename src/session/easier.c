#include "session/fitted.h"

#include "session/swap.h"

#include <string.h>

const char fitted_half_way[] = "half way only";

bool fitted_is_base(const Move *move, const char *id) {
    size_t size = strcspn(id, "+");
    return strncmp(move->id, id, size) == 0 && (move->id[size] == 0 || move->id[size] == '+');
}

int fitted_least(const Move *move) {
    if (move->mode == MODE_HOLD) return move->beginner.hold_ms / 1000 / 2;
    return move->beginner.sets * move->beginner.reps / 2;
}

static const Exercise *rung_of(const Library *library, const Move *move, Level level) {
    for (int i = 0; i < library->ladders.count; i++) {
        const Exercise *rung = &library->ladders.items[i]->rungs[level];
        if (rung->move == move) return rung;
    }
    return NULL;
}

// Of a ladder that has the move there, else the move's own.
static Dose dose_of(const Library *library, const Move *move, Level level) {
    const Exercise *rung = library ? rung_of(library, move, level) : NULL;
    if (rung) return rung->dose;
    return level < LEVEL_A1 ? move->beginner : move->advanced;
}

FittedStep fitted_step(const SessionOptions *options, const Move *move, Level level, const char *note) {
    FittedStep step = {.exercise = {.move = move, .dose = dose_of(options->library, move, level),
                                    .each_side = move->clip.per_side, .note = note}, .level = level};
    if (note) step.spoken[step.spoken_count++] = note;
    return step;
}

// Of one side, in all sets.
static int64_t work_ms(const Exercise *exercise) {
    int64_t ms = 0;
    const Clip *clip = &exercise->move->clip;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        int64_t length_ms = dose_phase_ms(&exercise->dose, phase);
        ms += phase->is_once ? length_ms : length_ms * exercise->dose.reps;
    }
    return ms * exercise->dose.sets;
}

// The next rung below that is another movement, or less of the same.
static const Exercise *rung_below(const Ladder *ladder, const Exercise *exercise, bool takes_less, int *level) {
    for ((*level)--; *level >= 0; (*level)--) {
        const Exercise *rung = &ladder->rungs[*level];
        if (!rung->move) return NULL;
        if (rung->move != exercise->move || (takes_less && work_ms(rung) < work_ms(exercise))) return rung;
    }
    return NULL;
}

// What a ladder that has the move somewhere has below it; NULL for none.
static const Exercise *easier_elsewhere(const Library *library, const Exercise *exercise) {
    for (int i = 0; i < library->ladders.count * LEVEL_COUNT; i++) {
        const Ladder *ladder = library->ladders.items[i / LEVEL_COUNT];
        int level = i % LEVEL_COUNT;
        if (ladder->rungs[level].move == exercise->move) return rung_below(ladder, exercise, false, &level);
    }
    return NULL;
}

static bool easier_form(const SessionOptions *options, const FittedStep *step, FittedStep *easier) {
    const Library *library = options->library;
    const Move *move = NULL;
    int level = (int)step->level;
    const Exercise *rung = step->ladder ? rung_below(step->ladder, &step->exercise, true, &level) : NULL;
    if (rung) {
        *easier = (FittedStep){.exercise = *rung, .ladder = step->ladder, .level = (Level)level, .instead_of = step->instead_of};
        if (rung->note) easier->spoken[easier->spoken_count++] = rung->note;
        return true;
    }
    if (!library) return false;
    rung = step->ladder ? NULL : easier_elsewhere(library, &step->exercise);
    if (rung) move = rung->move;
    else if (step->exercise.move->easier.id) move = library_move(library, text_of(step->exercise.move->easier.id));
    if (!move) return false;
    *easier = fitted_step(options, move, step->level, rung ? rung->note : NULL);
    easier->instead_of = step->instead_of;
    return true;
}

// Of two easier forms that do not suit the body none is left.
bool fitted_easier(Arena *arena, const SessionOptions *options, const FittedStep *step, FittedStep *easier) {
    FittedStep form;
    if (!easier_form(options, step, &form) || !swap_step(arena, options, &form, easier)) return false;
    return easier->exercise.move != step->exercise.move || work_ms(&easier->exercise) < work_ms(&step->exercise);
}

const char *fitted_easier_words(Arena *arena, const FittedStep *step, const FittedStep *easier) {
    const Move *before = step->exercise.move, *now = easier->exercise.move;
    if (now == before) return "Easier: a little less of it.";
    if (!fitted_is_base(now, before->id)) return text_format(arena, "Easier: %s.", now->name);
    if (easier->spoken_count) return text_format(arena, "Easier: %s.", easier->spoken[0]);
    return before->variant ? text_format(arena, "Easier: without the %s.", before->variant)
                           : text_format(arena, "Easier: %s.", now->name);
}
