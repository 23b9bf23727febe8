#include "session/properties.h"

#include "session/speech.h"
#include "session/view.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

int count_cues(const Session *session, int segment, CueKind kind) {
    int count = 0;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        count += cue->segment == segment && cue->kind == kind;
    }
    return count;
}

static void assert_beats(const Session *session, const Segment *segment) {
    assert_true(segment->beat_count > 0);
    int64_t at_ms = segment->start_ms;
    for (int i = segment->first_beat; i < segment->first_beat + segment->beat_count; i++) {
        const Beat *beat = &session->beats.items[i];
        const Phase *phase = &segment->move->clip.phases.items[beat->phase];
        assert_int_equal(beat->start_ms, at_ms);
        Dose dose = {.hold_ms = segment->hold_ms, .tempo = segment->tempo};
        assert_int_equal(beat->end_ms - beat->start_ms, dose_phase_ms(&dose, phase));
        assert_in_range(beat->repetition, 1, segment->reps);
        assert_non_null(beat->word);
        at_ms = beat->end_ms;
    }
    assert_int_equal(at_ms, segment->end_ms);
}

void assert_segments(const Session *session) {
    int64_t at_ms = 0;
    int step = 0;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        assert_int_equal(segment->start_ms, at_ms);
        assert_true(segment->end_ms > segment->start_ms);
        at_ms = segment->end_ms;
        bool begins_step = segment->kind == SEGMENT_READY && i > 0;
        assert_in_range(segment->step, step, begins_step ? step + 1 : step);
        step = segment->step;
        assert_true((segment->move == NULL) == (segment->kind == SEGMENT_SAY || segment->kind == SEGMENT_CLOSE));
        if (segment->kind == SEGMENT_WORK) assert_beats(session, segment);
    }
    assert_int_equal(at_ms, session->length_ms);
    assert_int_equal(step + 1, session->step_count);
    assert_int_equal(session->segments.items[session->segments.count - 1].kind, SEGMENT_CLOSE);
}

void assert_cues(const Session *session) {
    int64_t at_ms = 0, quiet_from_ms = 0;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        const Segment *segment = &session->segments.items[cue->segment];
        assert_true(cue->at_ms >= at_ms);
        assert_true(cue->at_ms >= segment->start_ms && cue->at_ms < segment->end_ms);
        assert_true(cue->end_ms > cue->at_ms && cue->end_ms <= session->length_ms);
        assert_true((cue->text == NULL) == (cue->kind >= CUE_TONE_START));
        at_ms = cue->at_ms;
        if (!cue->text) continue;
        if (cue->at_ms < quiet_from_ms) fail_msg("'%s' at %d is spoken over", cue->text, (int)cue->at_ms);
        quiet_from_ms = cue->end_ms;
    }
}

// Every kind of segment says what it must.
void assert_words(const Session *session) {
    for (int i = 0; i < session->segments.count; i++) {
        SegmentKind kind = session->segments.items[i].kind;
        assert_int_equal(count_cues(session, i, CUE_TONE_START), kind == SEGMENT_WORK);
        assert_int_equal(count_cues(session, i, CUE_TONE_SWITCH), kind == SEGMENT_SWITCH);
        assert_int_equal(count_cues(session, i, CUE_TONE_END), kind == SEGMENT_CLOSE);
        assert_int_equal(count_cues(session, i, CUE_NAME), kind == SEGMENT_READY);
        assert_int_equal(count_cues(session, i, CUE_SIDE), kind == SEGMENT_SWITCH);
        assert_int_equal(count_cues(session, i, CUE_SAY), kind == SEGMENT_SAY);
        assert_int_equal(count_cues(session, i, CUE_END), kind == SEGMENT_CLOSE);
        if (kind != SEGMENT_WORK) assert_int_equal(count_cues(session, i, CUE_COUNT), 0);
        int before = i ? count_cues(session, i - 1, CUE_GO) : 0; // where it is too long to be spoken in the set
        if (i && session->segments.items[i - 1].kind == SEGMENT_WORK) before = 0;
        if (kind == SEGMENT_WORK) assert_int_equal(before + count_cues(session, i, CUE_GO), 1);
    }
}

// The repetition a count belongs to by its time; counts come in order and say that number.
static void assert_count(const Session *session, const Segment *segment, const Cue *cue) {
    const Beat *beat = &session->beats.items[segment->first_beat];
    while (beat->end_ms <= cue->at_ms) beat++;
    int repetition = beat->repetition;
    Arena arena = {0};
    Voice voice = {.arena = &arena};
    bool is_last = repetition == segment->reps && strcmp(cue->text, "Last one.") == 0;
    if (!is_last && strcmp(cue->text, voice_count(&voice, repetition)) != 0) {
        fail_msg("%s: '%s' in repetition %d of step %d", segment->move->id, cue->text, repetition, session->step_count);
    }
    arena_free(&arena);
}

// One moves by the counts, so they come at the same point of every repetition; the last is told as it begins.
static void assert_even_counts(const Session *session, int index) {
    const Segment *segment = &session->segments.items[index];
    const Beat *beat = &session->beats.items[segment->first_beat];
    int64_t point_ms = -1;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (cue->segment != index || cue->kind != CUE_COUNT || strcmp(cue->text, "Last one.") == 0) continue;
        while (beat->end_ms <= cue->at_ms) beat++;
        const Beat *begin = beat;
        while (begin > session->beats.items && begin[-1].start_ms >= segment->start_ms && begin[-1].repetition == beat->repetition) begin--;
        while (segment->move->clip.phases.items[begin->phase].is_once) begin++;
        if (point_ms >= 0 && cue->at_ms - begin->start_ms != point_ms) fail_msg("%s: '%s' is off", segment->move->id, cue->text);
        point_ms = cue->at_ms - begin->start_ms;
    }
}

// Every repetition is counted while it lasts; only the first may have no room beside the first sentence, when that could
// not be spoken before.
static void assert_repetitions_counted(const Session *session, int index) {
    const Segment *segment = &session->segments.items[index];
    int64_t repetition_ms = (segment->end_ms - segment->start_ms) / segment->reps;
    int counts = count_cues(session, index, CUE_COUNT);
    assert_int_equal(count_cues(session, index, CUE_SECONDS), 0);
    assert_in_range(counts, 0, segment->reps);
    assert_even_counts(session, index);
    if (repetition_ms < 4000 || segment->reps == 1) return;
    bool has_room_before = segment[-1].kind == SEGMENT_READY || segment[-1].kind == SEGMENT_SWITCH;
    if (counts < segment->reps - !has_room_before) {
        fail_msg("%s: only %d of %d repetitions are counted", segment->move->id, counts, segment->reps);
    }
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (cue->segment == index && cue->kind == CUE_COUNT) assert_count(session, segment, cue);
    }
}

static void assert_counts(const Session *session) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind != SEGMENT_WORK) continue;
        if (segment->move->mode == MODE_REPS) {
            assert_repetitions_counted(session, i);
        } else {
            assert_int_equal(count_cues(session, i, CUE_COUNT), 0);
            if (segment->hold_ms >= 15000) assert_int_equal(count_cues(session, i, CUE_SECONDS), 5);
            bool is_halved = segment->hold_ms >= (segment->set * segment->round > 1 ? 20000 : 25000);
            if (is_halved) assert_int_equal(count_cues(session, i, CUE_HALFWAY), 1);
        }
    }
}

// "Half way." never follows soon after a sentence about the form; in repetitions it comes in its middle.
static void assert_halves(const Session *session) {
    int64_t form_ended_ms = -60000;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (cue->kind == CUE_FORM) form_ended_ms = cue->end_ms;
        if (cue->kind != CUE_HALFWAY) continue;
        const Segment *segment = &session->segments.items[cue->segment];
        if (cue->at_ms - form_ended_ms < 4000) fail_msg("%s: form before half way", segment->move->id);
        double part = (double)(cue->at_ms - segment->start_ms) / (double)(segment->end_ms - segment->start_ms);
        assert_true(part > 0.4 && part < 0.65);
    }
}

// No hold is silent for more than twenty seconds; before it one may be on the way for longer.
static void assert_company(const Session *session) {
    int64_t spoken_ms = 0;
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (!cue->text) continue;
        const Segment *segment = &session->segments.items[cue->segment];
        bool in_hold = segment->kind == SEGMENT_WORK && segment->move->mode == MODE_HOLD;
        if (spoken_ms < segment->start_ms) spoken_ms = segment->start_ms;
        if (in_hold && cue->at_ms - spoken_ms > 20000) {
            fail_msg("%s: silence of %d ms at %d", segment->move->id, (int)(cue->at_ms - spoken_ms), (int)cue->at_ms);
        }
        spoken_ms = cue->end_ms;
    }
}

// Where both sides are done they get the same time.
void assert_sides(const Session *session) {
    int64_t side_ms[SIDES] = {0};
    int step = 0;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->step != step || segment->kind == SEGMENT_CLOSE) {
            if (side_ms[RIGHT] && side_ms[LEFT]) assert_int_equal(side_ms[RIGHT], side_ms[LEFT]);
            side_ms[RIGHT] = side_ms[LEFT] = 0;
        }
        step = segment->step;
        if (segment->kind != SEGMENT_WORK || !segment->each_side) continue;
        side_ms[segment->side] += segment->end_ms - segment->start_ms;
    }
}

static bool is_same_pose(const char *a, const char *b) {
    return strcmp(a, b) == 0;
}

enum { VIEW_STEP_MS = 20 };

// How much of the way from pose to pose passes in a step at most. The phases of walking are short.
static double most_of_way(const FigureView *figure) {
    double most = 0.05;
    const Clip *clip = &figure->move->clip;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        if (phase->is_hold || !is_same_pose(clip->poses.items[phase->from].name, figure->from)) continue;
        if (!is_same_pose(clip->poses.items[phase->to].name, figure->to)) continue;
        most = fmax(most, (double)VIEW_STEP_MS / phase->duration_ms + 0.001);
    }
    return most;
}

// From one moment to the next the figure moves a little, or a segment begins that may show another one.
// A way begins and ends with another picture; inside it one phase goes on where the last one ended.
static bool may_change(const View *before, const View *now) {
    bool begins = before->segment != now->segment, ways_differ = before->figure.way != now->figure.way;
    bool turns = now->figure.way && before->figure.mirrored != now->figure.mirrored;
    if (now->segment->passage_count || now->segment->kind == SEGMENT_READY) return begins || ways_differ || turns;
    return begins && now->segment->kind != SEGMENT_WORK && now->segment->kind != SEGMENT_SAY &&
           now->segment->kind != SEGMENT_CLOSE;
}

// Nothing is cut: what was shown goes while the other comes, unless two ways meet in one picture.
static void assert_dissolves(const View *before, const View *now) {
    const FigureView *a = &before->figure, *b = &now->figure;
    bool ways_meet = a->way && b->way && a->way != b->way;
    if (ways_meet) return;
    assert_true(now->arrived < 0.1);
    assert_ptr_equal(now->leaving.move, a->move);
    assert_ptr_equal(now->leaving.way, a->way);
    assert_int_equal(now->leaving.mirrored, a->mirrored);
}

static void assert_no_jump(const View *before, const View *now) {
    const FigureView *a = &before->figure, *b = &now->figure;
    bool may_cut = may_change(before, now);
    if (a->way != b->way || a->move != b->move || a->mirrored != b->mirrored) {
        assert_true(may_cut);
        assert_dissolves(before, now);
        assert_true(a->fullness < 0.02 && b->fullness < 0.02);
        return;
    }
    assert_true(fabs(a->fullness - b->fullness) < 0.02);
    // The light comes and goes with an eased phase, whose quickest moment is up to twice as fast.
    assert_true(fabs(a->glow - b->glow) < fmax(0.05, 2 * most_of_way(b)));
    bool same_strip = is_same_pose(a->from, b->from) && is_same_pose(a->to, b->to) && b->position >= a->position;
    if (same_strip) {
        assert_true(b->position - a->position < most_of_way(b));
        return;
    }
    double rest = a->is_motion ? 1 - a->position : 0;
    assert_true(rest < most_of_way(a) && b->position < most_of_way(b));
    if (is_same_pose(a->to, b->from)) return;
    assert_true(may_cut);
    assert_dissolves(before, now);
}

// Repetitions are counted up and seconds down, never back.
static void assert_number(const View *before, const View *now) {
    if (before->segment != now->segment) return;
    assert_int_equal(before->number_of, now->number_of);
    if (now->number_of) assert_in_range(now->number, before->number, before->number + 1);
    else assert_true(now->number <= before->number && now->number >= 0);
    if (now->number_of) assert_true(now->ring >= before->ring);
    else assert_true(now->ring <= before->ring);
}

void assert_view(const Session *session) {
    View before = session_view(session, 0);
    assert_int_equal(before.left_ms, session->length_ms);
    for (double at_ms = VIEW_STEP_MS; at_ms < (double)session->length_ms; at_ms += VIEW_STEP_MS) {
        View now = session_view(session, at_ms);
        assert_non_null(now.phase_word);
        assert_non_null(now.figure.move);
        assert_true(now.ring >= 0 && now.ring <= 1 && now.phase_ring >= 0 && now.phase_ring <= 1);
        assert_true(now.figure.fullness >= 0 && now.figure.fullness <= 1);
        assert_true(now.figure.glow >= 0 && now.figure.glow <= 1);
        assert_true(now.left_ms <= before.left_ms && now.left_ms > 0);
        assert_no_jump(&before, &now);
        assert_number(&before, &now);
        before = now;
    }
}

void assert_properties(const Session *session) {
    assert_segments(session);
    assert_cues(session);
    assert_words(session);
    assert_counts(session);
    assert_halves(session);
    assert_company(session);
    assert_sides(session);
    assert_view(session);
}
