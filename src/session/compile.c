#include "session/fitted.h"
#include "session/passages.h"
#include "session/plan.h"
#include "session/timing.h"
#include "session/trim.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

const char *const segment_kind_names[SEGMENT_KINDS] = {"ready", "work", "switch", "rest", "say", "close"};
const char *const cue_kind_names[CUE_KINDS] = {
    "name", "setup", "go", "form", "hold", "release", "note", "dose", "safety", "guide", "side", "count", "halfway", "seconds",
    "rest", "next", "say", "end", "tone-start", "tone-switch", "tone-end", "tone-release",
    "tone-out", "tone-hold", "tone-back", "tone-click", "breath-in", "breath-out",
};

enum {
    NEXT_BEFORE_END_MS = 1000, // "Next: ..." is over this long before the rest is
    REST_WORDS_AFTER_MS = 500,
    RELEASE_OVERRUN_MS = 3000,
    STOPPED_ENDS_STRENGTHENING = 2, // exercises stopped because they hurt
    WHOLE_MS = 500,            // lengths that speech decides are rounded up to this
};

typedef struct {
    Planner planner;
    Session *session;
    const Move *last_move; // what the person did before
    bool last_mirrored;
    int step;              // -1 before the first exercise
    int works;             // WORK segments so far
    bool has_warned;       // of rolling on what is no muscle
    bool too_long;
} Compiler;

// One exercise and where it stands.
typedef struct {
    const FittedStep *step;
    const Exercise *exercise; // of the step
    const FittedSection *section;
    int round, rounds;
    const char *easier; // see Segment
    int sides;      // how many are done, beginning with `first`
    Side first;
    bool has_sides; // whether they are worth naming
} Turn;

const char *segment_name(const Segment *segment) {
    return segment->name ? segment->name : segment->move->name;
}

static int64_t now_ms(const Compiler *compiler) {
    const Session *session = compiler->session;
    return session->segments.count ? session->segments.items[session->segments.count - 1].end_ms : 0;
}

// Begins a segment at the end of the last one; its end is set when its words are placed.
static Segment *begin(Compiler *compiler, SegmentKind kind) {
    int64_t start_ms = now_ms(compiler);
    Segment *segment = list_push(compiler->planner.voice.arena, &compiler->session->segments);
    *segment = (Segment){.kind = kind, .start_ms = start_ms, .end_ms = start_ms, .set = 1, .sets = 1,
                         .round = 1, .rounds = 1, .step = compiler->step > 0 ? compiler->step : 0};
    return segment;
}

static void end_at(Compiler *compiler, Segment *segment, int64_t end_ms) {
    segment->end_ms = end_ms;
    if (segment->end_ms > LONGEST_SESSION_MS) compiler->too_long = true;
}

// Ends a segment of words: as long as the body needs, and until a while after they are spoken.
static void end_after(Compiler *compiler, Segment *segment, int least_ms, int64_t spoken_ms) {
    int64_t length_ms = spoken_ms - segment->start_ms;
    if (length_ms < least_ms) length_ms = least_ms;
    end_at(compiler, segment, segment->start_ms + (length_ms + WHOLE_MS - 1) / WHOLE_MS * WHOLE_MS);
}

// A segment of an exercise, of one set and side of it.
static Segment *begin_turn(Compiler *compiler, SegmentKind kind, const Turn *turn, int set, Side side) {
    const Exercise *exercise = turn->exercise;
    Segment *segment = begin(compiler, kind);
    segment->move = exercise->move;
    segment->name = exercise->name;
    segment->group = turn->section->group;
    segment->side = side;
    segment->each_side = turn->has_sides;
    segment->set = set, segment->sets = exercise->dose.sets;
    segment->round = turn->round, segment->rounds = turn->rounds;
    segment->reps = exercise->dose.reps, segment->hold_ms = exercise->dose.hold_ms;
    segment->tempo = exercise->dose.tempo;
    segment->text = exercise->note;
    const Move *instead_of = turn->step->instead_of;
    if (instead_of) segment->swapped_from = instead_of->id, segment->swapped_name = instead_of->name;
    segment->easier = turn->easier;
    return segment;
}

// The way from where the person is, standing at the beginning, to where the exercise begins. Returns
// its end, or `at_ms` where there is none.
static int64_t add_way(Compiler *compiler, Segment *segment, int64_t at_ms) {
    Leg legs[ROUTE_LEGS_MAX];
    const Move *last = compiler->last_move;
    int from_mirrored = last ? compiler->last_mirrored : ROUTE_ANY_SIDE;
    int count = route_find(compiler->planner.voice.options->library, last ? last->position : STANDING, from_mirrored,
                           segment->move->position, segment->side == LEFT, legs);
    // Who has closed their eyes already must know where to stand.
    bool is_on_chair = segment->move->position == SEATED_CHAIR;
    const char *start = is_on_chair ? voice_stand_at_chair : voice_stand_on_mat;
    if (!last && count) at_ms = plan_say(&compiler->planner, CUE_GUIDE, at_ms, start);
    return passages_add(&compiler->planner, segment, legs, count, at_ms);
}

static bool is_rolled(const Move *move) {
    return move->clip.props[PROP_ROLLER] || move->clip.props[PROP_BALL];
}

// What must not be got wrong, said once a session where it first matters.
static int64_t say_safety(Compiler *compiler, const Move *move, int64_t at_ms) {
    Planner *planner = &compiler->planner;
    if (compiler->step == 0) at_ms = plan_say(planner, CUE_SAFETY, at_ms, voice_stop_if_it_hurts);
    if (is_rolled(move) && !compiler->has_warned) at_ms = plan_say(planner, CUE_SAFETY, at_ms, voice_only_on_muscle);
    compiler->has_warned |= is_rolled(move);
    return at_ms;
}

static void turn_place(const Turn *turn, int index, int *set, Side *side) {
    int sets = turn->exercise->dose.sets;
    *set = (turn->exercise->alternate ? index / turn->sides : index % sets) + 1;
    int turned = turn->exercise->alternate ? index % turn->sides : index / sets;
    *side = turned ? (turn->first == RIGHT ? LEFT : RIGHT) : turn->first;
}

// Of the turn that comes next, mostly the first.
static void add_ready(Compiler *compiler, const Turn *turn, int place) {
    Planner *planner = &compiler->planner;
    planner->amount = talk_amount(planner->voice.options, turn->exercise->move);
    const Move *move = turn->exercise->move;
    compiler->step++;
    int set;
    Side side;
    turn_place(turn, place, &set, &side);
    Segment *segment = begin_turn(compiler, SEGMENT_READY, turn, set, side);
    const char *name = voice_name(&planner->voice, segment_name(segment), turn->has_sides, side);
    int64_t spoken_ms = plan_say(planner, CUE_NAME, segment->start_ms + LEAD_MS, name);
    int64_t there_ms = add_way(compiler, segment, spoken_ms);
    int change_ms = timing_change_ms(compiler->last_move, move);
    bool explains = turn->round == 1 && !turn->step->is_again;
    if (explains) {
        const char *setup = move->cues[SLOT_SETUP];
        if (setup) {
            setup = voice_for_side(&planner->voice, setup, side);
            spoken_ms = plan_say(planner, CUE_SETUP, spoken_ms, setup);
        }
        for (int i = 0; i < turn->step->spoken_count; i++) {
            const char *note = voice_sentence(&planner->voice, turn->step->spoken[i]);
            spoken_ms = plan_say(planner, CUE_NOTE, spoken_ms, note);
        }
        spoken_ms = say_safety(compiler, move, spoken_ms);
        spoken_ms = plan_say(planner, CUE_DOSE, spoken_ms, voice_dose(&planner->voice, move, &turn->exercise->dose));
    } else {
        change_ms -= READY_ROUND_SAVES_MS;
        if (change_ms < READY_ROUND_MS) change_ms = READY_ROUND_MS;
    }
    bool compares = explains && move->clip.mistake.name && planner->amount == AMOUNT_FULL;
    int way_ms = (int)(there_ms - segment->start_ms) + (compares ? COMPARE_AFTER_WAY_MS : LOOK_AFTER_WAY_MS);
    if (segment->passage_count && change_ms < way_ms) change_ms = way_ms;
    int go_ms = plan_go_ms(planner, segment);
    end_after(compiler, segment, change_ms, spoken_ms + (go_ms ? BEFORE_GO_MS + go_ms : READY_AFTER_SPEECH_MS));
    plan_go(planner, segment);
    compiler->last_move = move;
    compiler->last_mirrored = side == LEFT;
}

// "glide-forward" -> "Glide forward"; every pause is called Hold.
static const char *phase_word(const Compiler *compiler, const Phase *phase) {
    if (phase->is_hold) return "Hold";
    char *word = text_copy(compiler->planner.voice.arena, text_of(phase->name));
    for (char *at = word; *at; at++) *at = *at == '-' ? ' ' : *at;
    word[0] = (char)toupper((unsigned char)word[0]);
    return word;
}

// A phase done once is played before the first repetition, or after the last when it follows repeated phases.
static bool is_played(const Clip *clip, int phase, int repetition, int repetitions) {
    if (!clip->phases.items[phase].is_once) return true;
    bool leads_in = true;
    for (int i = 0; i < phase; i++) leads_in = leads_in && clip->phases.items[i].is_once;
    return repetition == (leads_in ? 1 : repetitions);
}

// The phases of every repetition; pauses of no length are left out.
static void add_beats(Compiler *compiler, Segment *segment) {
    Session *session = compiler->session;
    const Clip *clip = &segment->move->clip;
    Dose dose = {.hold_ms = segment->hold_ms, .tempo = segment->tempo};
    const char **words = arena_new(compiler->planner.voice.arena, const char *, clip->phases.count);
    for (int phase = 0; phase < clip->phases.count; phase++) {
        words[phase] = phase_word(compiler, &clip->phases.items[phase]);
    }
    segment->first_beat = session->beats.count;
    int64_t at_ms = segment->start_ms;
    for (int repetition = 1; repetition <= segment->reps; repetition++) {
        for (int phase = 0; phase < clip->phases.count; phase++) {
            const Phase *played = &clip->phases.items[phase];
            int64_t length_ms = dose_phase_ms(&dose, played);
            if (length_ms <= 0 || !is_played(clip, phase, repetition, segment->reps)) continue;
            *list_push(compiler->planner.voice.arena, &session->beats) = (Beat){
                .start_ms = at_ms, .end_ms = at_ms + length_ms, .phase = phase, .repetition = repetition,
                .word = words[phase]};
            at_ms += length_ms;
        }
        compiler->too_long |= session->beats.count > MOST_BEATS || at_ms > LONGEST_SESSION_MS;
        if (compiler->too_long) break;
    }
    segment->beat_count = session->beats.count - segment->first_beat;
    segment->end_ms = at_ms;
}

static void add_work(Compiler *compiler, const Turn *turn, int set, Side side, int overrun_ms) {
    compiler->works++;
    Segment *segment = begin_turn(compiler, SEGMENT_WORK, turn, set, side);
    compiler->last_mirrored = side == LEFT;
    add_beats(compiler, segment);
    if (compiler->too_long) return;
    WorkPlace place = {.is_first_hearing = set == 1 && turn->round == 1 && !turn->step->is_again, .is_first_side = side == turn->first,
                       .overrun_ms = overrun_ms};
    plan_work(&compiler->planner, compiler->session->segments.count - 1, place);
}

static void add_switch(Compiler *compiler, const Turn *turn, int set, Side side) {
    Planner *planner = &compiler->planner;
    const Move *move = turn->exercise->move;
    Segment *segment = begin_turn(compiler, SEGMENT_SWITCH, turn, set, side);
    plan_tone(planner, CUE_TONE_SWITCH, segment->start_ms);
    int64_t spoken_ms = plan_say(planner, CUE_SIDE, segment->start_ms + AFTER_TONE_MS, voice_side(side));
    int64_t there_ms = add_way(compiler, segment, spoken_ms);
    int go_ms = plan_go_ms(planner, segment);
    int least_ms = timing_switch_ms(move), way_ms = (int)(there_ms - segment->start_ms) + LOOK_AFTER_TURN_MS;
    if (segment->passage_count && least_ms < way_ms) least_ms = way_ms;
    int after_ms = go_ms ? BEFORE_GO_MS + go_ms : SWITCH_AFTER_SPEECH_MS;
    end_after(compiler, segment, least_ms, (go_ms ? planner->busy_until_ms : spoken_ms) + after_ms);
    if (set == 1 && turn->round == 1 && move->cues[SLOT_SETUP] && plan_says(planner, CUE_SETUP)) {
        const char *setup = voice_for_side(&planner->voice, move->cues[SLOT_SETUP], side);
        int64_t at_ms = plan_free_ms(planner, spoken_ms);
        bool fits = at_ms + voice_ms(&planner->voice, setup) + after_ms <= segment->end_ms;
        if (fits) plan_say_at(planner, CUE_SETUP, at_ms, setup);
    }
    plan_go(planner, segment);
}

// "Rest. Fifteen seconds.", as far as there is time.
static void plan_rest(Compiler *compiler, const Segment *segment) {
    Planner *planner = &compiler->planner;
    int length_ms = (int)(segment->end_ms - segment->start_ms);
    const char *texts[] = {voice_rest(&planner->voice, length_ms), voice_rest(&planner->voice, 0)};
    for (int i = 0; i < 2 && plan_says(planner, CUE_REST); i++) {
        int64_t at_ms = plan_free_ms(planner, segment->start_ms + LEAD_MS);
        if (at_ms + voice_ms(&planner->voice, texts[i]) + REST_WORDS_AFTER_MS > segment->end_ms) continue;
        plan_say_at(planner, CUE_REST, at_ms, texts[i]);
        break;
    }
}

// What comes after a rest, as far as there is time: a set is called when it is about to begin, another exercise
// at once, as there is a name to come and perhaps a thing to fetch.
static void plan_next(Compiler *compiler, const Segment *segment, const char *next, bool at_once) {
    Planner *planner = &compiler->planner;
    int64_t free_ms = plan_free_ms(planner, segment->start_ms + LEAD_MS);
    int64_t latest_ms = segment->end_ms - NEXT_BEFORE_END_MS - voice_ms(&planner->voice, next);
    int go_ms = at_once ? 0 : plan_go_ms(planner, segment);
    if (latest_ms - go_ms >= free_ms) latest_ms -= go_ms;
    if (latest_ms >= free_ms && plan_says(planner, CUE_NEXT)) plan_say_at(planner, CUE_NEXT, at_once ? free_ms : latest_ms, next);
}

static void add_rest_between_sets(Compiler *compiler, const Turn *turn, int set, Side side) {
    const Voice *voice = &compiler->planner.voice;
    Segment *segment = begin_turn(compiler, SEGMENT_REST, turn, set, side);
    end_at(compiler, segment, segment->start_ms + turn->exercise->dose.rest_ms);
    bool names_side = turn->sides == SIDES && turn->exercise->alternate; // it changes in the rest
    plan_rest(compiler, segment);
    plan_next(compiler, segment, voice_next_set(voice, set, turn->exercise->dose.sets, names_side, side), false);
    plan_go(&compiler->planner, segment);
}

static void add_rest_between_rounds(Compiler *compiler, const Turn *next_turn) {
    const Voice *voice = &compiler->planner.voice;
    compiler->planner.amount = talk_amount(voice->options, next_turn->exercise->move);
    Segment *segment = begin_turn(compiler, SEGMENT_REST, next_turn, 1, next_turn->first);
    segment->text = NULL;
    end_at(compiler, segment, segment->start_ms + next_turn->section->rest_ms);
    plan_rest(compiler, segment);
    plan_next(compiler, segment, voice_round(voice, next_turn->round, next_turn->rounds), true);
    plan_next(compiler, segment, voice_next(voice, segment_name(segment)), true);
}

// What lies between two turns of an exercise.
static SegmentKind between(const Turn *turn, int index) {
    int set, set_before;
    Side side, side_before;
    turn_place(turn, index, &set, &side);
    turn_place(turn, index - 1, &set_before, &side_before);
    if (set > set_before && turn->exercise->dose.rest_ms > 0) return SEGMENT_REST;
    return side == side_before ? SEGMENT_WORK : SEGMENT_SWITCH;
}

// How far the last words of a turn may reach into what follows it.
static int overrun_ms(const Turn *turn, int index, int turns) {
    SegmentKind follows = index + 1 < turns ? between(turn, index + 1) : SEGMENT_READY;
    if (follows == SEGMENT_WORK) return 0;
    int rest_ms = turn->exercise->dose.rest_ms;
    return follows == SEGMENT_REST && rest_ms < RELEASE_OVERRUN_MS ? rest_ms / 2 : RELEASE_OVERRUN_MS;
}

// A move that has sides is done on both, unless one is asked for; the weaker side first where it has to grow stronger.
static Turn turn_of(const Compiler *compiler, const FittedSection *section, const FittedStep *step, int round, int rounds) {
    const SessionOptions *options = compiler->planner.voice.options;
    const Exercise *exercise = &step->exercise;
    bool has_sides = exercise->each_side || exercise->one_side || exercise->move->clip.per_side;
    bool weaker_first = options->fit.weaker != FIT_NO_SIDE && section->group == GROUP_STRENGTHEN;
    Side first = weaker_first ? (Side)(options->fit.weaker - FIT_RIGHT) : options->fit.first;
    FittedStep easier;
    const char *words = NULL;
    Arena *arena = compiler->planner.voice.arena;
    if (fitted_easier(arena, options, step, &easier)) words = fitted_easier_words(arena, step, &easier);
    return (Turn){
        .step = step, .exercise = exercise, .section = section, .round = round, .rounds = rounds,
        .sides = has_sides && !exercise->one_side ? SIDES : 1,
        .first = exercise->one_side ? exercise->side : has_sides ? first : RIGHT,
        .has_sides = has_sides,
        .easier = words,
    };
}

static int turns_of(const Turn *turn) {
    return turn->exercise->dose.sets * turn->sides;
}

// Whether what comes now is left out because it hurts, or because two moves hurt and this strengthens.
static bool is_over(const Compiler *compiler, const Move *move, Group group) {
    const SessionOptions *options = compiler->planner.voice.options;
    int hurts = 0;
    for (int i = 0; i < options->change_count; i++) {
        const Change *change = &options->changes[i];
        if (change->kind != CHANGE_HURTS || change->from_work > compiler->works) continue;
        if (fitted_is_base(move, change->move)) return true;
        if (++hurts >= STOPPED_ENDS_STRENGTHENING && group == GROUP_STRENGTHEN) return true;
    }
    return false;
}

// What the step has become by now, in the easier forms that were asked for. In the arena.
static const FittedStep *eased(Compiler *compiler, const FittedStep *step) {
    const SessionOptions *options = compiler->planner.voice.options;
    Arena *arena = compiler->planner.voice.arena;
    for (int i = 0; i < options->change_count; i++) {
        const Change *change = &options->changes[i];
        FittedStep easier;
        if (change->kind != CHANGE_EASIER || change->from_work > compiler->works) continue;
        if (strcmp(change->move, step->exercise.move->id) != 0 || !fitted_easier(arena, options, step, &easier)) continue;
        FittedStep *now = arena_new(arena, FittedStep, 1);
        *now = easier;
        step = now;
    }
    return step;
}

// The turn of the easier exercise that stands where another one had come to.
static int same_place(const Turn *now, int set, Side side) {
    int sets = now->exercise->dose.sets;
    if (set > sets) set = sets;
    for (int i = 0; i < turns_of(now); i++) {
        int at_set;
        Side at_side;
        turn_place(now, i, &at_set, &at_side);
        if (at_set == set && (at_side == side || now->sides == 1)) return i;
    }
    return 0;
}

static void compile_turns(Compiler *compiler, Turn turn, int from) {
    for (int i = from; i < turns_of(&turn) && !compiler->too_long; i++) {
        int set;
        Side side;
        turn_place(&turn, i, &set, &side);
        if (i > from && is_over(compiler, turn.exercise->move, turn.section->group)) return;
        const FittedStep *now = i > from ? eased(compiler, turn.step) : turn.step;
        if (now != turn.step) {
            Turn easier = turn_of(compiler, turn.section, now, turn.round, turn.rounds);
            int place = same_place(&easier, set, side);
            add_ready(compiler, &easier, place);
            compile_turns(compiler, easier, place);
            return;
        }
        SegmentKind gap = i > from ? between(&turn, i) : SEGMENT_WORK;
        if (gap == SEGMENT_REST) add_rest_between_sets(compiler, &turn, set, side);
        if (gap == SEGMENT_SWITCH) add_switch(compiler, &turn, set, side);
        add_work(compiler, &turn, set, side, overrun_ms(&turn, i, turns_of(&turn)));
    }
}

static void compile_exercise(Compiler *compiler, const FittedSection *section, const FittedStep *step, int round, int rounds) {
    step = eased(compiler, step);
    if (is_over(compiler, step->exercise.move, section->group)) return;
    Turn turn = turn_of(compiler, section, step, round, rounds);
    add_ready(compiler, &turn, 0);
    compile_turns(compiler, turn, 0);
}

// What is written may say more than what is spoken.
static void add_say(Compiler *compiler, Group group, const char *text, const char *spoken) {
    Segment *segment = begin(compiler, SEGMENT_SAY);
    compiler->planner.amount = talk_amount_between(compiler->planner.voice.options);
    segment->group = group;
    segment->text = text;
    int64_t spoken_ms = plan_say(&compiler->planner, CUE_SAY, segment->start_ms + LEAD_MS, spoken);
    int words = 1;
    for (const char *at = text; *at; at++) words += *at == ' ';
    int read_ms = text == spoken ? 0 : words * READ_WORD_MS;
    end_after(compiler, segment, read_ms > SAY_LEAST_MS ? read_ms : SAY_LEAST_MS, spoken_ms + SAY_AFTER_SPEECH_MS);
}

static void add_close(Compiler *compiler) {
    Segment *segment = begin(compiler, SEGMENT_CLOSE);
    compiler->planner.amount = talk_amount_between(compiler->planner.voice.options);
    segment->group = segment > compiler->session->segments.items ? segment[-1].group : GROUP_STRETCH;
    int64_t spoken_ms = plan_say(&compiler->planner, CUE_END, segment->start_ms + LEAD_MS, voice_end);
    plan_tone(&compiler->planner, CUE_TONE_END, spoken_ms + SPOKEN_GAP_MS);
    end_after(compiler, segment, CLOSE_LEAST_MS, spoken_ms + SPOKEN_GAP_MS + TONE_END_MS);
}

static const FittedStep *first_exercise(const Compiler *compiler, const FittedSection *section) {
    for (int i = 0; i < section->steps.count; i++) {
        const FittedStep *step = &section->steps.items[i];
        if (step->exercise.move && !is_over(compiler, step->exercise.move, section->group)) return step;
    }
    return NULL;
}

static void compile_section(Compiler *compiler, const FittedSection *section) {
    int rounds = first_exercise(compiler, section) && section->rounds > 1 ? section->rounds : 1;
    for (int round = 1; round <= rounds && !compiler->too_long; round++) {
        const FittedStep *first = first_exercise(compiler, section);
        if (round > 1 && !first) return;
        if (round > 1 && section->rest_ms > 0) {
            Turn next = turn_of(compiler, section, eased(compiler, first), round, rounds);
            add_rest_between_rounds(compiler, &next);
        }
        for (int i = 0; i < section->steps.count && !compiler->too_long; i++) {
            const FittedStep *step = &section->steps.items[i];
            if (step->exercise.move) compile_exercise(compiler, section, step, round, rounds);
            else add_say(compiler, section->group, step->say, step->say);
        }
    }
}

static bool is_playable(const Routine *routine, const Exercise *exercise, Error *error) {
    const Move *move = exercise->move;
    int64_t length_ms = 0;
    for (int i = 0; i < move->clip.phases.count; i++) {
        length_ms += dose_phase_ms(&exercise->dose, &move->clip.phases.items[i]);
    }
    if (length_ms > 0 && exercise->dose.sets > 0 && exercise->dose.reps > 0) return true;
    return error_set(error, "Routine '%s' asks for nothing of '%s': give it a time, repetitions and at least one set.",
                     routine->id, move->id);
}

static bool check_exercises(const Fitted *fitted, const SessionOptions *options, Error *error) {
    int exercises = 0;
    for (int s = 0; s < fitted->sections.count; s++) {
        const FittedSection *section = &fitted->sections.items[s];
        for (int i = 0; i < section->steps.count; i++) {
            const Exercise *exercise = &section->steps.items[i].exercise;
            if (!exercise->move) continue;
            if (!is_playable(fitted->routine, exercise, error)) return false;
            exercises++;
        }
    }
    if (exercises) return true;
    const char *id = fitted->routine->id;
    if (fitted->changes.count) return error_set(error, "Routine '%s' has no exercise left for you: choose another routine.", id);
    return error_set(error, "Routine '%s' has no exercise at level %s: choose another level.", id, level_names[options->level]);
}

bool session_lay_out(Arena *arena, const Fitted *fitted, const SessionOptions *options, Session *session, Error *error) {
    const Routine *routine = fitted->routine;
    *session = (Session){.routine = routine, .level = options->level, .talk = options->talk};
    Compiler compiler = {.planner = {.voice = {.arena = arena, .options = options}, .session = session},
                         .session = session, .step = -1};
    session->changes.items = fitted->changes.items, session->changes.count = fitted->changes.count;
    const char *summary = fitted_summary(arena, fitted);
    if (summary) add_say(&compiler, fitted->sections.items[0].group, summary, voice_fitted);
    for (int i = 0; i < fitted->sections.count && !compiler.too_long; i++) {
        compile_section(&compiler, &fitted->sections.items[i]);
    }
    if (compiler.too_long) {
        return error_set(error, "Routine '%s' lasts longer than %d hours: leave out exercises or rounds.", routine->id,
                         LONGEST_SESSION_MS / (60 * 60 * 1000));
    }
    add_close(&compiler);
    session->length_ms = now_ms(&compiler);
    session->step_count = compiler.step < 0 ? 1 : compiler.step + 1; // all of it may have hurt
    return true;
}

bool session_compile(Arena *arena, const Routine *routine, const SessionOptions *options,
                     Session *session, Error *error) {
    Fitted fitted;
    *session = (Session){.routine = routine, .level = options->level, .talk = options->talk};
    fitted_make(arena, routine, options, &fitted);
    if (!check_exercises(&fitted, options, error)) return false;
    if (options->fit.minutes) fitted_trim(arena, options, &fitted);
    if (!session_lay_out(arena, &fitted, options, session, error)) return false;
    session->is_too_long = options->fit.minutes && session->length_ms > (int64_t)options->fit.minutes * 60000;
    return true;
}

int session_works_before(const Session *session, int segment) {
    int works = 0;
    for (int i = 0; i < segment; i++) works += session->segments.items[i].kind == SEGMENT_WORK;
    return works;
}

int64_t session_changed_ms(const Session *session, const Change *change) {
    const Segment *segments = session->segments.items;
    int at = 0, works = 0, last = session->segments.count - 1;
    if (change->kind == CHANGE_HURTS) return segments[change->from_segment < last ? change->from_segment : last].start_ms;
    while (works < change->from_work && at < last) works += segments[at++].kind == SEGMENT_WORK;
    while (at < last && segments[at].kind != SEGMENT_WORK) at++;
    while (at > 0 && segments[at].kind != SEGMENT_READY && segments[at].kind != SEGMENT_CLOSE) at--;
    return segments[at].start_ms;
}
