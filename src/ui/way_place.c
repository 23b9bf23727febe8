#include "ui/way_place.h"

#include <math.h>

typedef struct {
    const Canvas *canvas;
    Rect area;
    float scale;
    const SheetMeasure *sheets;
} Stage;

static FigurePlace place_on(const Stage *stage, const char *sheet, bool mirrored) {
    return figure_place(stage->canvas, stage->area, stage->scale, stage->sheets, sheet, mirrored);
}

// What was shown before the segment; NULL at the beginning.
static const Segment *shown_before(const Session *session, int index) {
    for (int i = index - 1; i >= 0; i--)
        if (session->segments.items[i].kind == SEGMENT_WORK) return &session->segments.items[i];
    return NULL;
}

// The passage that is shown, by what is shown of it.
static int shown_passage(const Session *session, const View *view) {
    int passage = view->segment->first_passage, last = passage + view->segment->passage_count - 1;
    for (; passage < last; passage++) {
        const Passage *p = &session->passages.items[passage];
        if (p->way == view->figure.way && p->from == view->figure.from && p->mirrored == view->figure.mirrored) break;
    }
    return passage;
}

// The floor of what is beside a way in time: of another way, an exercise, or none.
static float floor_of(const Stage *stage, const Session *session, const View *view, int passage, float own) {
    int first = view->segment->first_passage, end = first + view->segment->passage_count;
    const Segment *segment = passage < first ? shown_before(session, view->segment_index) : view->segment;
    if (passage >= first && passage < end) {
        const Passage *p = &session->passages.items[passage];
        return place_on(stage, p->way->clip.id, p->mirrored).y;
    }
    return segment ? place_on(stage, segment->move->id, segment->side == LEFT).y : own;
}

FigurePlace way_place(const Canvas *canvas, Rect area, float pixels_per_metre, const SheetMeasure *sheets,
                      const Session *session, const View *view) {
    Stage stage = {canvas, area, pixels_per_metre, sheets};
    const Passage *passages = session->passages.items;
    int shown = shown_passage(session, view), first = shown, last = shown;
    int begin = view->segment->first_passage, end = begin + view->segment->passage_count;
    while (first > begin && passages[first - 1].way == passages[shown].way) first--;
    while (last + 1 < end && passages[last + 1].way == passages[shown].way) last++;
    FigurePlace place = place_on(&stage, passages[shown].way->clip.id, passages[shown].mirrored);
    // A lower floor leaves room for both.
    float from = fmaxf(place.y, floor_of(&stage, session, view, first - 1, place.y));
    float to = fmaxf(place.y, floor_of(&stage, session, view, last + 1, place.y));
    double length_ms = (double)(passages[shown].end_ms - passages[shown].start_ms);
    double over_ms = (double)(passages[shown].start_ms - passages[first].start_ms) + view->figure.position * length_ms;
    double t = over_ms / (double)(passages[last].end_ms - passages[first].start_ms);
    place.y = roundf(from + (to - from) * (float)(t * t * (3 - 2 * t)));
    return place;
}
