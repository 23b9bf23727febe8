#include "session/comparison.h"

// After the last word; how long it is shown at least; and the time that is left to see the first pose again.
static const double AFTER_WORDS_MS = 300, LEAST_MS = 2500, BEFORE_START_MS = 1500;

static FigureView still(const Segment *segment, const char *pose) {
    return (FigureView){.move = segment->move, .from = pose, .to = pose, .mirrored = segment->side == LEFT};
}

// A pose that is never held has no picture of its own: it is where the way to it ends.
static FigureView right_form(const Segment *segment) {
    const Clip *clip = &segment->move->clip;
    FigureView view = still(segment, clip->poses.items[clip->mistake_of].name);
    const Phase *way = NULL;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        if (phase->to == clip->mistake_of && phase->from == phase->to) return view;
        if (phase->to == clip->mistake_of && !way) way = phase;
    }
    if (way) view.from = clip->poses.items[way->from].name, view.position = 1, view.is_motion = true;
    return view;
}

bool session_comparison(const Session *session, int index, Comparison *comparison) {
    const Segment *segment = &session->segments.items[index];
    if (!segment->move || !segment->move->clip.mistake.name) return false;
    *comparison = (Comparison){right_form(segment), still(segment, segment->move->clip.mistake.name),
                               segment->move->mistake};
    return true;
}

static bool is_first_of_move(const Session *session, int index) {
    const Segment *segments = session->segments.items;
    for (int i = 0; i < index; i++)
        if (segments[i].move == segments[index].move) return false;
    return true;
}

static double words_end_ms(const Session *session, int index) {
    const Segment *segment = &session->segments.items[index];
    double end_ms = (double)segment->start_ms;
    if (segment->passage_count) { // one is there before one compares
        end_ms = (double)session->passages.items[segment->first_passage + segment->passage_count - 1].end_ms;
    }
    for (int i = 0; i < session->cues.count; i++) {
        const Cue *cue = &session->cues.items[i];
        if (cue->segment == index && (double)cue->end_ms > end_ms) end_ms = (double)cue->end_ms;
    }
    return end_ms;
}

Comparing session_comparing(const Session *session, int index, double at_ms) {
    const Segment *segment = &session->segments.items[index];
    Comparison comparison;
    bool may = segment->kind == SEGMENT_READY && session_comparison(session, index, &comparison) &&
               is_first_of_move(session, index);
    if (!may) return COMPARE_NOT;
    double begin_ms = words_end_ms(session, index) + AFTER_WORDS_MS;
    double end_ms = (double)segment->end_ms - BEFORE_START_MS;
    if (end_ms - begin_ms < LEAST_MS || at_ms >= end_ms) return COMPARE_NOT;
    return at_ms < begin_ms ? COMPARE_SOON : COMPARE_NOW;
}
