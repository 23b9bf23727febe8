#include "session/place.h"

#include "session/view.h"

#include <stdlib.h>
#include <string.h>

static bool is_same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_move(const Segment *a, const Segment *b) {
    return a->move && b->move && strcmp(a->move->id, b->move->id) == 0;
}

static bool is_same(const Segment *a, const Segment *b) {
    if (a->kind != b->kind) return false;
    if (!a->move || !b->move) return !a->move && !b->move && is_same_text(a->text, b->text);
    return is_same_move(a, b) && a->side == b->side && a->set == b->set && a->round == b->round;
}

static int distance(const Segment *a, const Segment *b) {
    return abs(a->step - b->step);
}

int place_counterpart(const Session *before, int segment, const Session *now) {
    const Segment *wanted = &before->segments.items[segment];
    int best = -1;
    for (int i = 0; i < now->segments.count; i++) {
        const Segment *found = &now->segments.items[i];
        if (!is_same(wanted, found)) continue;
        if (best < 0 || distance(wanted, found) < distance(wanted, &now->segments.items[best])) best = i;
    }
    return best;
}

// Where the exercise with the move begins, the nearest in order; -1 for none.
static int ready_of_move(const Segment *wanted, const Session *now) {
    int best = -1;
    for (int i = 0; wanted->move && i < now->segments.count; i++) {
        const Segment *found = &now->segments.items[i];
        if (found->kind != SEGMENT_READY || !is_same_move(wanted, found)) continue;
        if (best < 0 || distance(wanted, found) < distance(wanted, &now->segments.items[best])) best = i;
    }
    return best;
}

// Where the exercise begins whose turn it is; the last one when there are fewer now.
static int ready_of_step(int step, const Session *now) {
    int best = 0;
    for (int i = 0; i < now->segments.count; i++) {
        const Segment *found = &now->segments.items[i];
        if (found->kind == SEGMENT_READY && found->step <= step) best = i;
    }
    return best;
}

double place_of(const Session *before, double at_ms, const Session *now) {
    int here = session_segment_at(before, at_ms), there = place_counterpart(before, here, now);
    const Segment *left = &before->segments.items[here];
    if (there < 0) {
        there = ready_of_move(left, now);
        if (there < 0) there = ready_of_step(left->step, now);
        return (double)now->segments.items[there].start_ms;
    }
    const Segment *found = &now->segments.items[there];
    double part = (at_ms - (double)left->start_ms) / (double)(left->end_ms - left->start_ms);
    part = part < 0 ? 0 : part > 1 ? 1 : part;
    return (double)found->start_ms + part * (double)(found->end_ms - found->start_ms);
}
