#include "library/dose.h"

#include "library/load.h"

#include <string.h>

enum { SET_UP_MS = 12000, SWITCH_MS = 8000, LEAST_REST_MS = 10000, MOST_REST_MS = 60000 };

static bool is_times(const Token *token) {
    return token->kind == TOKEN_WORD && (text_is(token->text, "x") || text_is(token->text, "\xC3\x97"));
}

static void read_sets(Line *line, Dose *dose) {
    bool has_sets = line_is_kind(line, TOKEN_NUMBER) && line->at + 1 < line->node->count &&
                    is_times(&line->node->tokens[line->at + 1]);
    if (!has_sets) return;
    dose->sets = line_count(line, "a number of sets", 1, MAX_SETS);
    line->at++;
}

static void read_amount(Line *line, Mode mode, Dose *dose) {
    dose->sets = dose->reps = 1;
    read_sets(line, dose);
    if (mode == MODE_HOLD) {
        dose->hold_ms = line_duration(line, "a time to hold", MAX_HOLD_MS);
    } else if (line_is_kind(line, TOKEN_DURATION)) {
        Diag *diag = line_error(line, line_span(line), "repetitions are counted: a number is expected here");
        line_help(line, diag, "for a pause in each repetition write 'pause %.*s' after the number",
                  TEXT_ARGS(line_next(line)->text));
    } else {
        dose->reps = line_count(line, "a number of repetitions", 1, MAX_REPS);
    }
}

static void read_pause(Line *line, Mode mode, Dose *dose) {
    if (mode == MODE_HOLD) {
        Diag *diag = line_error(line, line_last(line), "a hold has no pause");
        line_help(line, diag, "between several holds write 'rest 15s'");
    }
    dose->hold_ms = line_duration(line, "a time to pause", MAX_HOLD_MS);
}

// True when there was one.
static bool read_dose_option(Line *line, Mode mode, Dose *dose) {
    if (line_take(line, "pause")) {
        read_pause(line, mode, dose);
    } else if (line_take(line, "rest")) {
        dose->rest_ms = line_duration(line, "a time to rest", MAX_REST_MS);
    } else {
        return line_take_kind(line, TOKEN_COMMA);
    }
    return true;
}

void dose_read(Line *line, Mode mode, Dose *dose) {
    read_amount(line, mode, dose);
    while (!line->has_failed && read_dose_option(line, mode, dose)) continue;
}

static void read_side(Line *line, Exercise *exercise, const char *word) {
    if (exercise->each_side || exercise->one_side) line_error(line, line_last(line), "the sides are said twice");
    if (!line_take(line, "side")) {
        Diag *diag = line_error(line, line_span(line), "'side' is expected here");
        line_help(line, diag, "write '%s side'", word);
    }
}

static bool read_side_option(Line *line, Exercise *exercise) {
    if (line_take(line, "each")) {
        read_side(line, exercise, "each");
        exercise->each_side = true;
    } else if (line_take(line, "right") || line_take(line, "left")) {
        bool is_left = text_is(line->node->tokens[line->at - 1].text, "left");
        read_side(line, exercise, is_left ? "left" : "right");
        exercise->one_side = true;
        exercise->side = is_left ? LEFT : RIGHT;
    } else if (line_take(line, "alternate")) {
        if (!exercise->each_side) line_error(line, line_last(line), "'alternate' follows 'each side'");
        exercise->alternate = true;
    } else {
        return false;
    }
    return true;
}

int dose_phase_ms(const Dose *dose, const Phase *phase) {
    if (phase->is_hold) return dose->hold_ms;
    bool is_meant = dose->tempo.phase && strcmp(dose->tempo.phase, phase->name) == 0;
    return is_meant ? dose->tempo.ms : phase->duration_ms;
}

static const char *phase_name(Line *line) {
    if (line_is_kind(line, TOKEN_STRING)) return line_string(line, "a phase");
    Text word = line_word(line, "a phase of the move");
    return text_copy(line->load->arena, word);
}

// `tempo drop 4s`: a phase that takes longer than the move gives it.
static void read_tempo(Line *line, Exercise *exercise) {
    const Clip *clip = &exercise->move->clip;
    const char **names = arena_new(line->load->arena, const char *, clip->phases.count + 1);
    int count = 0, own_ms = -1;
    Span span = line_span(line);
    exercise->dose.tempo.phase = phase_name(line);
    for (int i = 0; i < clip->phases.count && !line->has_failed; i++) {
        if (clip->phases.items[i].is_hold) continue;
        names[count++] = clip->phases.items[i].name;
        if (strcmp(clip->phases.items[i].name, exercise->dose.tempo.phase) == 0) own_ms = clip->phases.items[i].duration_ms;
    }
    if (!line->has_failed && own_ms < 0) {
        Diag *diag = line_error(line, span, "'%s' has no phase '%s'", exercise->move->id, exercise->dose.tempo.phase);
        line_offer(line, diag, text_of(exercise->dose.tempo.phase), names, count);
    }
    span = line_span(line);
    exercise->dose.tempo.ms = line_duration(line, "a time", MAX_PHASE_MS);
    if (line->has_failed || exercise->dose.tempo.ms >= own_ms) return;
    Diag *diag = line_error(line, span, "'%s' takes %g s for that; quicker is not meant", exercise->move->id, own_ms / 1000.0);
    line_help(line, diag, "a tempo makes a phase slower");
}

static bool read_option(Line *line, Mode mode, Exercise *exercise) {
    if (read_dose_option(line, mode, &exercise->dose) || read_side_option(line, exercise)) return true;
    if (line_take(line, "with")) {
        exercise->move = move_variant_read(line, exercise->move);
        return true;
    }
    if (line_take(line, "tempo")) read_tempo(line, exercise);
    else if (line_take(line, "note")) exercise->note = line_string(line, "a note");
    else if (line_take(line, "as")) exercise->name = line_string(line, "a name");
    else return false;
    return true;
}

static void check_sides(Line *line, Span id, const Exercise *exercise) {
    bool says_sides = exercise->each_side || exercise->one_side;
    if (exercise->move->clip.per_side && !says_sides) {
        Diag *diag = line_error(line, id, "'%s' is done with one side at a time", exercise->move->id);
        line_help(line, diag, "add 'each side'");
    } else if (!exercise->move->clip.per_side && says_sides) {
        Diag *diag = line_error(line, id, "'%s' works both sides at once", exercise->move->id);
        line_help(line, diag, "leave out '%s side'",
                  exercise->each_side ? "each" : exercise->side == LEFT ? "left" : "right");
    }
}

static void check_mode(Line *line, Mode mode, const Move *move) {
    if (move->mode == mode) return;
    Diag *diag = line_error(line, line_last(line), "'%s' is %s", move->id,
                            move->mode == MODE_HOLD ? "held, not repeated" : "repeated, not held");
    line_help(line, diag, move->mode == MODE_HOLD ? "write 'hold %s %ds'" : "write 'reps %s %d'", move->id,
              move->mode == MODE_HOLD ? move->beginner.hold_ms / 1000 : move->beginner.reps);
}

static bool has_hold(const Move *move) {
    for (int i = 0; i < move->clip.phases.count; i++) {
        if (move->clip.phases.items[i].is_hold) return true;
    }
    return false;
}

// Doses in use reach from half of the beginner's to one and a half of the advanced one.
static void warn_of_range(Line *line, Span span, const Exercise *exercise) {
    const Move *move = exercise->move;
    bool is_hold = move->mode == MODE_HOLD;
    int amount = is_hold ? exercise->dose.hold_ms / 1000 : exercise->dose.sets * exercise->dose.reps;
    int few = is_hold ? move->beginner.hold_ms / 1000 : move->beginner.sets * move->beginner.reps;
    int many = is_hold ? move->advanced.hold_ms / 1000 : move->advanced.sets * move->advanced.reps;
    int least = few / 2, most = many + many / 2;
    if (amount >= least && amount <= most) return;
    load_warning(line->load, span, is_hold ? "'%s' is meant for holds of %d to %d s, not %d s"
                                           : "'%s' is meant for %d to %d repetitions, not %d",
                 move->id, least, most, amount);
}

// Muscles that worked want a rest between sets, but not so long that they are cold again.
static void warn_of_rest(Line *line, Span span, const Exercise *exercise) {
    const Dose *dose = &exercise->dose;
    if (exercise->move->group != GROUP_STRENGTHEN || dose->sets < 2) return;
    if (exercise->alternate || (dose->rest_ms >= LEAST_REST_MS && dose->rest_ms <= MOST_REST_MS)) return; // one side rests
    Diag *diag = load_warning(line->load, span, "'%s' rests %d s between sets", exercise->move->id, dose->rest_ms / 1000);
    diag_help(line->load->diags, diag, "15 to 45 s are usual, such as: rest 30s");
}

void exercise_read(Line *line, Mode mode, Exercise *exercise) {
    Span id = line_span(line);
    const char *word = line_id(line, "a move");
    if (line->has_failed) return;
    exercise->move = library_move(line->load->library, text_of(word));
    if (!exercise->move) {
        load_unknown(line, KIND_MOVE, id, text_of(word));
        return;
    }
    check_mode(line, mode, exercise->move);
    exercise->dose.rest_ms = exercise->move->beginner.rest_ms;
    if (mode == MODE_REPS) exercise->dose.hold_ms = exercise->move->beginner.hold_ms;
    int first = line->at;
    read_amount(line, mode, &exercise->dose);
    Span amount = {line->node->tokens[first < line->node->count ? first : 0].span.begin, line_last(line).end};
    while (!line->has_failed && read_option(line, mode, exercise)) continue;
    line_end(line);
    check_sides(line, id, exercise);
    if (mode == MODE_REPS && exercise->dose.hold_ms && !has_hold(exercise->move)) {
        line_error(line, id, "'%s' has no phase to pause in", exercise->move->id);
    }
    if (line->has_failed) return;
    warn_of_range(line, amount, exercise);
    warn_of_rest(line, line->node->span, exercise);
}

// All repetitions of a set.
static long long set_ms(const Exercise *exercise) {
    long long ms = 0;
    const Clip *clip = &exercise->move->clip;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        long long length_ms = dose_phase_ms(&exercise->dose, phase);
        ms += phase->is_once ? length_ms : length_ms * exercise->dose.reps;
    }
    return ms;
}

static int one_side_ms(const Exercise *exercise) {
    const Dose *dose = &exercise->dose;
    long long ms = dose->sets * set_ms(exercise) + (dose->sets - 1) * dose->rest_ms;
    return ms > MAX_ROUTINE_MS ? MAX_ROUTINE_MS : (int)ms;
}

int exercise_ms(const Exercise *exercise) {
    int ms = one_side_ms(exercise);
    return SET_UP_MS + (exercise->each_side ? 2 * ms + SWITCH_MS : ms);
}

int exercise_side_ms(const Exercise *exercise, Side side) {
    if (exercise->one_side && exercise->side != side) return 0;
    return one_side_ms(exercise);
}
