#include "session/plan.h"

#include "session/plan_pace.h"
#include "session/shape.h"
#include "session/timing.h"

enum {
    HOLD_WAITS_MS = 3000,
    HALFWAY_WAITS_MS = 2000,
    FORM_WAITS_MS = 9000,           // after a hold has begun
    LAST_ONE_WAITS_MS = 700,
    COUNT_AFTER_HOLD_MS = 1000,     // at most, so that it still belongs to the hardest moment
    COUNT_WHOLE_MS = 100,           // where in a repetition is counted is rounded up to this
    HOLD_COUNTED_FROM_MS = 8000,    // shorter holds end without "five, four, three, two, one"
    HOLD_HALVED_FROM_MS = 20000,    // "half way", and form again,
    HOLD_EXPLAINED_AND_HALVED_FROM_MS = 25000, // but this where form was to be explained just before
    HOLD_QUARTERED_FROM_MS = 50000, // a word at each quarter
    HOLD_TOO_SHORT_FOR_BOTH_MS = 15000, // form and hold sentence take turns set by set
    SECONDS_COUNTED = 5,
    FORM_AGAIN_REPETITION = 4,
    REPETITIONS_HALVED_FROM = 10,
    HOLD_SAID_IN_REPETITION = 3,    // after go and form have had theirs
    HOLD_REPETITIONS = 3,           // in one of so many
    BEFORE_FORM_MS = 500,           // of quiet between another sentence and this one
    SENTENCES_APART_MS = 4000,      // in repetitions, where counts come between them
    FORMS_APART_MS = 10000,
    LAST_ONE_FROM = 2,              // repetitions in the set
};

// Quiet between the end of one sentence and the beginning of another, where it is not the usual.
static const struct {
    CueKind before, after;
    int gap_ms;
} gaps[] = {
    {CUE_SECONDS, CUE_SECONDS, 0},
    {CUE_HALFWAY, CUE_FORM, SPOKEN_GAP_MS},
    {CUE_HOLD, CUE_FORM, 2000},    // to feel what the hold sentence speaks of
    {CUE_FORM, CUE_HALFWAY, 4000}, // the half comes first when it is near
    {CUE_FORM, CUE_FORM, 6000},
};

typedef struct {
    CueKind kind;
    const char *text;
    int64_t at_ms, latest_ms; // may begin between them
    int64_t end_by_ms;
    int64_t start_ms, end_ms; // once placed
} Wish;

static const char *text_of_slot(const Planner *planner, const Segment *segment, CueSlot slot) {
    const char *text = segment->move->cues[slot];
    return text ? voice_for_side(&planner->voice, text, segment->side) : NULL;
}

static Shape shape_of_segment(const Segment *segment) {
    return shape_of(segment->move, &(Dose){.hold_ms = segment->hold_ms, .tempo = segment->tempo});
}

int plan_go_ms(const Planner *planner, const Segment *segment) {
    const char *go = text_of_slot(planner, segment, SLOT_GO);
    Shape shape = shape_of_segment(segment);
    bool is_counted = segment->move->mode == MODE_REPS && segment->reps > 1 && shape_counted_every(&shape) == 1;
    if (!go || !is_counted || !plan_says(planner, CUE_GO)) return 0;
    int spoken_ms = voice_ms(&planner->voice, go);
    bool leaves_room = AFTER_TONE_MS + spoken_ms + SPOKEN_GAP_MS <= shape.lead_in_ms + shape.hold_ends_ms;
    return leaves_room ? 0 : spoken_ms + GO_BEFORE_TONE_MS;
}

void plan_go(Planner *planner, const Segment *before) {
    int go_ms = plan_go_ms(planner, before);
    int64_t at_ms = before->end_ms - go_ms;
    if (!go_ms || at_ms < plan_free_ms(planner, before->start_ms)) return;
    plan_say_at(planner, CUE_GO, at_ms, text_of_slot(planner, before, SLOT_GO));
    planner->has_gone = true;
}

typedef struct {
    Planner *planner;
    const Segment *segment;
    WorkPlace place;
    Shape shape;
    LIST(Wish) placed; // in order of time
} Work;

static const char *slot_text(const Work *work, CueSlot slot) {
    return text_of_slot(work->planner, work->segment, slot);
}

static bool is_sentence(CueKind kind) {
    return kind == CUE_FORM || kind == CUE_HOLD || kind == CUE_HALFWAY;
}

static bool counts_repetitions(const Work *work) {
    return work->segment->move->mode == MODE_REPS;
}

static int gap_between(const Work *work, CueKind before, CueKind after) {
    if (counts_repetitions(work) && is_sentence(before) && is_sentence(after)) {
        return before == CUE_FORM && after == CUE_FORM ? FORMS_APART_MS : SENTENCES_APART_MS;
    }
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        if (gaps[i].before == before && gaps[i].after == after) return gaps[i].gap_ms;
    }
    return after == CUE_FORM ? BEFORE_FORM_MS : SPOKEN_GAP_MS;
}

// The first count or sentence that is in the way of this one, which has its times; -1 for none.
static int in_the_way(const Work *work, const Wish *wished) {
    for (int i = 0; i < work->placed.count; i++) {
        const Wish *other = &work->placed.items[i];
        int64_t quiet_until_ms = wished->end_ms + gap_between(work, wished->kind, other->kind);
        if (quiet_until_ms <= other->start_ms) continue;
        if (wished->start_ms >= other->end_ms + gap_between(work, other->kind, wished->kind)) continue;
        return i;
    }
    return -1;
}

// The first moment the wish allows; false when there is none.
static bool find_moment(const Work *work, Wish *wished, int64_t length_ms) {
    wished->start_ms = wished->at_ms;
    while (wished->start_ms <= wished->latest_ms && wished->start_ms + length_ms <= wished->end_by_ms) {
        wished->end_ms = wished->start_ms + length_ms;
        int other = in_the_way(work, wished);
        if (other < 0) return true;
        const Wish *before = &work->placed.items[other];
        wished->start_ms = before->end_ms + gap_between(work, before->kind, wished->kind);
    }
    return false;
}

static void put(Work *work, Wish wished) {
    int at = 0;
    while (at < work->placed.count && work->placed.items[at].start_ms < wished.start_ms) at++;
    list_push(work->planner->voice.arena, &work->placed);
    for (int i = work->placed.count - 1; i > at; i--) work->placed.items[i] = work->placed.items[i - 1];
    work->placed.items[at] = wished;
}

// A sentence wished for at a time, up to `wait_ms` later: placed at once, or left out when there is no
// moment for it. What is wished for first comes first.
static bool wish(Work *work, CueKind kind, const char *text, int64_t at_ms, int64_t wait_ms, int64_t end_by_ms) {
    if (!text || !plan_says(work->planner, kind)) return false;
    Wish wished = {.kind = kind, .text = text, .at_ms = at_ms, .latest_ms = at_ms + wait_ms, .end_by_ms = end_by_ms};
    bool found = find_moment(work, &wished, voice_ms(&work->planner->voice, text));
    if (found) put(work, wished);
    return found;
}

static void wish_for_seconds(Work *work, int64_t ends_ms) {
    for (int left = SECONDS_COUNTED; left > 0; left--) {
        wish(work, CUE_SECONDS, voice_count(&work->planner->voice, left), ends_ms - left * 1000, 0, ends_ms);
    }
}

// The moments inside a hold of some length.
static void wish_for_hold(Work *work) {
    const Segment *segment = work->segment;
    int64_t begins_ms = segment->start_ms + work->shape.turn_ms;
    int64_t ends_ms = segment->start_ms + work->shape.hold_ends_ms, length_ms = ends_ms - begins_ms;
    int64_t half_ms = begins_ms + length_ms / 2;
    const char *form = slot_text(work, SLOT_FORM), *hold = slot_text(work, SLOT_HOLD);
    bool is_explained = work->place.is_first_hearing && form;
    bool is_halved = length_ms >= (is_explained ? HOLD_EXPLAINED_AND_HALVED_FROM_MS : HOLD_HALVED_FROM_MS);
    bool is_form_turn = length_ms < HOLD_TOO_SHORT_FOR_BOTH_MS && segment->set % 2 == 0 && form;
    if (is_form_turn) wish(work, CUE_FORM, form, begins_ms, HOLD_WAITS_MS, ends_ms);
    else wish(work, CUE_HOLD, hold, begins_ms, HOLD_WAITS_MS, ends_ms);
    if (length_ms >= HOLD_QUARTERED_FROM_MS) {
        wish(work, CUE_HOLD, hold ? hold : form, begins_ms + length_ms / 4, HOLD_WAITS_MS, ends_ms);
        wish(work, CUE_HOLD, hold ? hold : form, ends_ms - length_ms / 4, HOLD_WAITS_MS, ends_ms);
    }
    if (length_ms >= HOLD_COUNTED_FROM_MS) wish_for_seconds(work, ends_ms);
    if (is_halved) wish(work, CUE_HALFWAY, voice_half_way, half_ms, HALFWAY_WAITS_MS, ends_ms);
    if (is_explained) wish(work, CUE_FORM, form, segment->start_ms, work->shape.turn_ms + FORM_WAITS_MS, ends_ms);
    if (is_halved) {
        int64_t after_ms = half_ms + voice_ms(&work->planner->voice, voice_half_way) + SPOKEN_GAP_MS;
        wish(work, CUE_FORM, form, after_ms, HALFWAY_WAITS_MS, ends_ms);
    }
}

static int64_t repetition_starts_ms(const Work *work, int repetition) {
    return work->segment->start_ms + work->shape.lead_in_ms + (repetition - 1) * work->shape.length_ms;
}

// Each at the same point of its repetition, so that one can move by them. Where the sentence that starts the movement is
// still spoken at the first turn, that point is later in the hold or soon after it; else the first is not counted.
static void find_count_point(Work *work) {
    Shape *shape = &work->shape;
    if (work->placed.count == 0) return;
    const Wish *go = &work->placed.items[0];
    int64_t free_ms = go->end_ms + gap_between(work, go->kind, CUE_COUNT) - repetition_starts_ms(work, 1);
    if (go->kind != CUE_GO || free_ms <= shape->turn_ms) return;
    free_ms = (free_ms + COUNT_WHOLE_MS - 1) / COUNT_WHOLE_MS * COUNT_WHOLE_MS;
    if (free_ms <= shape->hold_ends_ms + COUNT_AFTER_HOLD_MS) shape->count_ms = free_ms;
}

static void wish_for_counts(Work *work) {
    const Segment *segment = work->segment;
    int every = shape_counted_every(&work->shape);
    find_count_point(work);
    for (int repetition = every; repetition <= segment->reps && segment->reps > 1; repetition += every) {
        int64_t start_ms = repetition_starts_ms(work, repetition);
        if (repetition == segment->reps && every == 1 && segment->reps >= LAST_ONE_FROM) {
            wish(work, CUE_COUNT, voice_last_one, start_ms, LAST_ONE_WAITS_MS, segment->end_ms);
            continue;
        }
        const char *count = voice_count(&work->planner->voice, repetition);
        wish(work, CUE_COUNT, count, start_ms + work->shape.count_ms, 0, segment->end_ms);
    }
}

// Sentences that come with a repetition wait for its count, so that both are heard.
static int64_t after_count_ms(const Work *work, int repetition) {
    const Voice *voice = &work->planner->voice;
    int64_t spoken_ms = voice_ms(voice, voice_count(voice, repetition));
    return repetition_starts_ms(work, repetition) + work->shape.count_ms + spoken_ms + BEFORE_FORM_MS;
}

// Every repetition is counted; the sentences are spoken between two counts, each as soon as it fits.
static void wish_for_repetitions(Work *work) {
    const Segment *segment = work->segment;
    int64_t each_ms = work->shape.length_ms, length_ms = segment->end_ms - segment->start_ms;
    const char *form = slot_text(work, SLOT_FORM), *hold = slot_text(work, SLOT_HOLD);
    wish_for_counts(work);
    if (segment->reps >= REPETITIONS_HALVED_FROM) {
        int64_t wait_ms = each_ms > HALFWAY_WAITS_MS ? each_ms : HALFWAY_WAITS_MS;
        wish(work, CUE_HALFWAY, voice_half_way, after_count_ms(work, segment->reps / 2), wait_ms, segment->end_ms);
    }
    if (work->place.is_first_hearing) {
        wish(work, CUE_FORM, form, segment->start_ms + AFTER_TONE_MS, length_ms, segment->end_ms);
        int repetition = segment->reps < HOLD_SAID_IN_REPETITION ? segment->reps : HOLD_SAID_IN_REPETITION;
        bool has_pause = work->shape.hold_ends_ms > work->shape.turn_ms;
        if (has_pause && work->place.is_first_side) {
            int64_t wait_ms = HOLD_REPETITIONS * each_ms;
            wish(work, CUE_HOLD, hold, after_count_ms(work, repetition), wait_ms, segment->end_ms);
        }
    }
    if (segment->reps > FORM_AGAIN_REPETITION) {
        int64_t at_ms = after_count_ms(work, FORM_AGAIN_REPETITION);
        wish(work, CUE_FORM, form, at_ms, length_ms, repetition_starts_ms(work, segment->reps));
    }
}

void plan_work(Planner *planner, int index, WorkPlace place) {
    const Segment *segment = &planner->session->segments.items[index];
    Work work = {.planner = planner, .segment = segment, .place = place};
    work.shape = shape_of_segment(segment);
    int64_t end_by_ms = segment->end_ms + place.overrun_ms;
    if (!planner->has_gone) wish(&work, CUE_GO, slot_text(&work, SLOT_GO), segment->start_ms + AFTER_TONE_MS, 0, end_by_ms);
    planner->has_gone = false;
    int64_t return_ms = repetition_starts_ms(&work, segment->reps) + work.shape.hold_ends_ms;
    bool is_told = wish(&work, CUE_RELEASE, slot_text(&work, SLOT_RELEASE), return_ms, 0, end_by_ms);
    if (counts_repetitions(&work)) wish_for_repetitions(&work);
    else wish_for_hold(&work);
    plan_tone(planner, CUE_TONE_START, segment->start_ms);
    PaceCues paces = {0};
    plan_pace(planner, segment, is_told ? -1 : return_ms, &paces);
    int pace = 0;
    for (int i = 0; i < work.placed.count; i++) {
        const Wish *placed = &work.placed.items[i];
        for (; pace < paces.count && paces.items[pace].at_ms <= placed->start_ms; pace++) plan_pace_at(planner, &paces.items[pace]);
        plan_say_at(planner, placed->kind, placed->start_ms, placed->text);
    }
    for (; pace < paces.count; pace++) plan_pace_at(planner, &paces.items[pace]);
}
