#include "session/plan.h"

#include "session/timing.h"

enum {
    HOLD_WAITS_MS = 3000,
    HALFWAY_WAITS_MS = 2000,
    FORM_WAITS_MS = 9000,           // after a hold has begun
    HOLD_COUNTED_FROM_MS = 8000,    // shorter holds end without "five, four, three, two, one"
    HOLD_HALVED_FROM_MS = 20000,    // "half way", and form again
    HOLD_QUARTERED_FROM_MS = 50000, // a word at each quarter
    HOLD_TOO_SHORT_FOR_BOTH_MS = 15000, // form and hold sentence take turns set by set
    SECONDS_COUNTED = 5,
    FORM_AGAIN_REPETITION = 4,
    REPETITIONS_HALVED_FROM = 10,
    HOLD_SAID_IN_REPETITION = 3,    // after go and form have had theirs
    HOLD_BEFORE_FORM_MS = 2000,     // to feel what the hold sentence speaks of
    BEFORE_FORM_MS = 500,           // of quiet between another sentence and this one
    LAST_ONE_FROM = 3,              // repetitions in the set
};

static const char half_way[] = "Half way.";

// Quick repetitions are not all counted aloud.
static const struct {
    int repetition_ms, every;
} count_every[] = {{2500, 1}, {1000, 5}, {0, 10}};

// Who gets a moment that two want.
static const CueKind ranks[] = {
    CUE_GO, CUE_HOLD, CUE_RELEASE, CUE_SECONDS, CUE_FORM, CUE_HALFWAY, CUE_COUNT,
};

typedef struct {
    CueKind kind;
    const char *text;
    int64_t at_ms, latest_ms; // may begin between them
    int64_t end_by_ms;
    int64_t start_ms, end_ms; // once placed
} Wish;

// The times of one repetition (the only one of a hold), from its start.
typedef struct {
    int64_t length_ms;
    int64_t turn_ms;      // the most effortful point: a hold begins, or the way back
    int64_t hold_ends_ms; // the last hold's end; the turn when there is none
} Shape;

typedef struct {
    Planner *planner;
    const Segment *segment;
    WorkPlace place;
    Shape shape;
    LIST(Wish) wishes;
    LIST(Wish) placed; // in order of time
} Work;

static const Beat *beats_of(const Work *work) {
    return &work->planner->session->beats.items[work->segment->first_beat];
}

static Shape shape_of(const Work *work) {
    const Clip *clip = &work->segment->move->clip;
    const Beat *beats = beats_of(work);
    int64_t start_ms = work->segment->start_ms;
    Shape shape = {.turn_ms = -1, .hold_ends_ms = -1};
    int count = 0;
    while (count < work->segment->beat_count && beats[count].repetition == 1) count++;
    shape.length_ms = beats[count - 1].end_ms - start_ms;
    int64_t nearest = shape.length_ms, middle_ms = 0;
    for (int i = 0; i < count; i++) {
        int64_t end_ms = beats[i].end_ms - start_ms;
        int64_t off = end_ms * 2 > shape.length_ms ? end_ms * 2 - shape.length_ms : shape.length_ms - end_ms * 2;
        if (off < nearest) nearest = off, middle_ms = end_ms;
        if (!clip->phases.items[beats[i].phase].is_hold) continue;
        if (shape.turn_ms < 0) shape.turn_ms = beats[i].start_ms - start_ms;
        shape.hold_ends_ms = end_ms;
    }
    if (shape.turn_ms < 0) shape.turn_ms = shape.hold_ends_ms = middle_ms;
    return shape;
}

static const char *slot_text(const Work *work, CueSlot slot) {
    const char *text = work->segment->move->cues[slot];
    return text ? voice_for_side(&work->planner->voice, text, work->segment->side) : NULL;
}

// A sentence wished for at a time, up to `wait_ms` later.
static void wish(Work *work, CueKind kind, const char *text, int64_t at_ms, int64_t wait_ms, int64_t end_by_ms) {
    if (!text) return;
    *list_push(work->planner->voice.arena, &work->wishes) = (Wish){
        .kind = kind, .text = text, .at_ms = at_ms, .latest_ms = at_ms + wait_ms, .end_by_ms = end_by_ms};
}

static int64_t gap_between(CueKind before, CueKind after) {
    if (before == CUE_SECONDS && after == CUE_SECONDS) return 0;
    if (after != CUE_FORM || before == CUE_HALFWAY) return SPOKEN_GAP_MS;
    return before == CUE_HOLD ? HOLD_BEFORE_FORM_MS : BEFORE_FORM_MS;
}

// The first free moment the wish allows; false when there is none.
static bool place_wish(Work *work, Wish wished) {
    int64_t length_ms = voice_ms(&work->planner->voice, wished.text);
    int64_t at_ms = wished.at_ms;
    int before = 0;
    for (; before < work->placed.count; before++) {
        const Wish *other = &work->placed.items[before];
        if (at_ms + length_ms + gap_between(wished.kind, other->kind) <= other->start_ms) break;
        int64_t free_ms = other->end_ms + gap_between(other->kind, wished.kind);
        if (at_ms < free_ms) at_ms = free_ms;
    }
    if (at_ms > wished.latest_ms || at_ms + length_ms > wished.end_by_ms) return false;
    wished.start_ms = at_ms;
    wished.end_ms = at_ms + length_ms;
    list_push(work->planner->voice.arena, &work->placed);
    for (int i = work->placed.count - 1; i > before; i--) work->placed.items[i] = work->placed.items[i - 1];
    work->placed.items[before] = wished;
    return true;
}

// The moments inside a hold of some length.
static void wish_for_hold(Work *work) {
    const Segment *segment = work->segment;
    int64_t begins_ms = segment->start_ms + work->shape.turn_ms;
    int64_t ends_ms = segment->start_ms + work->shape.hold_ends_ms, length_ms = ends_ms - begins_ms;
    const char *form = slot_text(work, SLOT_FORM), *hold = slot_text(work, SLOT_HOLD);
    bool is_form_turn = length_ms < HOLD_TOO_SHORT_FOR_BOTH_MS && segment->set % 2 == 0 && form;
    if (is_form_turn) wish(work, CUE_FORM, form, begins_ms, HOLD_WAITS_MS, ends_ms);
    else wish(work, CUE_HOLD, hold, begins_ms, HOLD_WAITS_MS, ends_ms);
    if (work->place.is_first_hearing) {
        wish(work, CUE_FORM, form, segment->start_ms, work->shape.turn_ms + FORM_WAITS_MS, ends_ms);
    }
    if (length_ms >= HOLD_QUARTERED_FROM_MS) {
        wish(work, CUE_HOLD, hold ? hold : form, begins_ms + length_ms / 4, HOLD_WAITS_MS, ends_ms);
        wish(work, CUE_HOLD, hold ? hold : form, ends_ms - length_ms / 4, HOLD_WAITS_MS, ends_ms);
    }
    if (length_ms >= HOLD_HALVED_FROM_MS) {
        int64_t half_ms = begins_ms + length_ms / 2;
        wish(work, CUE_HALFWAY, half_way, half_ms, HALFWAY_WAITS_MS, ends_ms);
        int64_t after_ms = half_ms + voice_ms(&work->planner->voice, half_way) + SPOKEN_GAP_MS;
        wish(work, CUE_FORM, form, after_ms, HALFWAY_WAITS_MS, ends_ms);
    }
    if (length_ms < HOLD_COUNTED_FROM_MS) return;
    for (int left = SECONDS_COUNTED; left > 0; left--) {
        wish(work, CUE_SECONDS, voice_count(&work->planner->voice, left), ends_ms - left * 1000, 0, ends_ms);
    }
}

static int counted_every(int64_t repetition_ms) {
    int row = 0;
    while (repetition_ms < count_every[row].repetition_ms) row++;
    return count_every[row].every;
}

static void wish_for_counts(Work *work) {
    const Segment *segment = work->segment;
    int64_t each_ms = work->shape.length_ms;
    int every = counted_every(each_ms);
    for (int repetition = every; repetition <= segment->reps; repetition += every) {
        int64_t start_ms = segment->start_ms + (repetition - 1) * each_ms;
        if (repetition == segment->reps && every == 1 && segment->reps >= LAST_ONE_FROM) {
            wish(work, CUE_COUNT, "Last one.", start_ms, 0, start_ms + each_ms);
        } else {
            const char *count = voice_count(&work->planner->voice, repetition);
            wish(work, CUE_COUNT, count, start_ms + work->shape.turn_ms, 0, segment->end_ms);
        }
    }
}

// Sentences that come with a repetition wait for its count, so that both are heard.
static int64_t after_count_ms(const Work *work, int repetition) {
    const Voice *voice = &work->planner->voice;
    int64_t start_ms = work->segment->start_ms + (repetition - 1) * work->shape.length_ms;
    return start_ms + work->shape.turn_ms + voice_ms(voice, voice_count(voice, repetition)) + BEFORE_FORM_MS;
}

static void wish_for_repetitions(Work *work) {
    const Segment *segment = work->segment;
    int64_t each_ms = work->shape.length_ms;
    const char *form = slot_text(work, SLOT_FORM), *hold = slot_text(work, SLOT_HOLD);
    if (work->place.is_first_hearing) {
        int64_t wait_ms = each_ms > FORM_WAITS_MS ? each_ms : FORM_WAITS_MS;
        wish(work, CUE_FORM, form, segment->start_ms, wait_ms, segment->end_ms);
        int repetition = segment->reps < HOLD_SAID_IN_REPETITION ? segment->reps : HOLD_SAID_IN_REPETITION;
        bool has_pause = work->shape.hold_ends_ms > work->shape.turn_ms;
        if (has_pause && work->place.is_first_side) {
            wish(work, CUE_HOLD, hold, after_count_ms(work, repetition), HOLD_WAITS_MS, segment->end_ms);
        }
    }
    if (segment->reps > FORM_AGAIN_REPETITION) {
        int64_t at_ms = after_count_ms(work, FORM_AGAIN_REPETITION);
        wish(work, CUE_FORM, form, at_ms, each_ms, segment->end_ms);
    }
    if (segment->reps >= REPETITIONS_HALVED_FROM) {
        int64_t at_ms = after_count_ms(work, segment->reps / 2);
        wish(work, CUE_HALFWAY, half_way, at_ms, HALFWAY_WAITS_MS, segment->end_ms);
    }
    wish_for_counts(work);
}

static void place_wishes(Work *work) {
    for (size_t rank = 0; rank < sizeof ranks / sizeof *ranks; rank++) {
        for (int i = 0; i < work->wishes.count; i++) {
            if (work->wishes.items[i].kind == ranks[rank]) place_wish(work, work->wishes.items[i]);
        }
    }
}

void plan_work(Planner *planner, int index, WorkPlace place) {
    const Segment *segment = &planner->session->segments.items[index];
    Work work = {.planner = planner, .segment = segment, .place = place};
    work.shape = shape_of(&work);
    wish(&work, CUE_GO, slot_text(&work, SLOT_GO), segment->start_ms + AFTER_TONE_MS, 0,
         segment->end_ms + place.overrun_ms);
    int64_t return_ms = segment->start_ms + (segment->reps - 1) * work.shape.length_ms + work.shape.hold_ends_ms;
    wish(&work, CUE_RELEASE, slot_text(&work, SLOT_RELEASE), return_ms, 0, segment->end_ms + place.overrun_ms);
    if (segment->move->mode == MODE_HOLD) wish_for_hold(&work);
    else wish_for_repetitions(&work);
    place_wishes(&work);
    plan_tone(planner, CUE_TONE_START, segment->start_ms);
    for (int i = 0; i < work.placed.count; i++) {
        const Wish *placed = &work.placed.items[i];
        plan_say_at(planner, placed->kind, placed->start_ms, placed->text);
    }
}
