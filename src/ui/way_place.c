#include "ui/way_place.h"

#include <math.h>

typedef struct {
    float x, y;
} Spot;

void stage_fill(DrawOp *op, const FigureView *figure) {
    op->move = figure->way ? figure->way->clip.id : figure->move->id;
    op->from = figure->from;
    op->to = figure->to;
    op->is_motion = figure->is_motion;
    op->mirrored = figure->mirrored;
    op->position = figure->position;
    op->fullness = figure->fullness;
}

// Of one frame; the floor origin where there is no sheet.
FigureBody stage_body(const Stage *stage, const FigureView *figure) {
    DrawOp op = {.kind = DRAW_FIGURE};
    FigureBody body = {0};
    stage_fill(&op, figure);
    if (!stage->sheets->body(stage->sheets->context, &op, &body)) return (FigureBody){0};
    return body;
}

// From the floor origin to the hips, units.
static Spot hips_of(const Stage *stage, const FigureView *figure) {
    FigureBody body = stage_body(stage, figure);
    float scale = stage->pixels_per_metre / stage->canvas->scale;
    return (Spot){(figure->mirrored ? -body.pelvis_x : body.pelvis_x) * scale, -body.pelvis_y * scale};
}

static const char *sheet_of(const FigureView *figure) {
    return figure->way ? figure->way->clip.id : figure->move->id;
}

static FigurePlace own_place(const Stage *stage, const FigureView *figure) {
    return figure_place(stage->canvas, stage->area, stage->pixels_per_metre, stage->sheets, sheet_of(figure), figure->mirrored);
}

// Where the hips are when the picture is at its own place.
static Spot own_hips(const Stage *stage, const FigureView *figure) {
    FigurePlace place = own_place(stage, figure);
    Spot hips = hips_of(stage, figure);
    return (Spot){place.x + hips.x, place.y + hips.y};
}

// A picture that is moved from its own place stays inside the area; upwards it is the frame shown that counts.
static FigurePlace kept_inside(const Stage *stage, const FigureView *figure, FigurePlace place) {
    float left, right, up, down, scale = stage->pixels_per_metre / stage->canvas->scale;
    Rect area = stage->area;
    if (!stage->sheets->extent(stage->sheets->context, sheet_of(figure), &left, &right, &up, &down)) return place;
    float to_left = (figure->mirrored ? right : left) * scale, to_right = (figure->mirrored ? left : right) * scale;
    place.x = fmaxf(fminf(place.x, area.x + area.width - to_right), area.x + to_left);
    place.y = fmaxf(place.y, area.y + stage_body(stage, figure).up * scale);
    place.y = fminf(place.y, area.y + area.height - down * scale);
    return place;
}

static FigureView end_of_passage(const Passage *passage, bool at_its_end) {
    return (FigureView){.way = passage->way, .from = passage->from, .to = passage->to, .is_motion = true,
                        .position = at_its_end, .mirrored = passage->mirrored};
}

// The passages of one leg of the way.
typedef struct {
    int first, last;
} Run;

static bool is_one_leg(const Passage *a, const Passage *b) {
    return a->way == b->way && a->mirrored == b->mirrored;
}

static Run leg_of(const Session *session, const Segment *segment, int passage) {
    const Passage *passages = session->passages.items;
    Run run = {passage, passage};
    while (run.first > segment->first_passage && is_one_leg(&passages[run.first - 1], &passages[passage])) run.first--;
    int end = segment->first_passage + segment->passage_count;
    while (run.last + 1 < end && is_one_leg(&passages[run.last + 1], &passages[passage])) run.last++;
    return run;
}

// The place of the hips where one leg meets the next, or an exercise, which keeps its own.
static Spot meeting(const Stage *stage, const Session *session, int index, int next_passage) {
    const Segment *segment = &session->segments.items[index];
    int first = segment->first_passage, end = first + segment->passage_count;
    const Passage *passages = session->passages.items;
    FigureView before, after;
    bool has_before = next_passage > first || session_figure_before_way(session, index, &before);
    bool has_after = next_passage < end || session_figure_after_way(session, index, &after);
    if (next_passage > first) before = end_of_passage(&passages[next_passage - 1], true);
    if (next_passage < end) after = end_of_passage(&passages[next_passage], false);
    if (next_passage == first && has_before) return own_hips(stage, &before);
    if (next_passage == end && has_after) return own_hips(stage, &after);
    Spot a = own_hips(stage, has_before ? &before : &after), b = own_hips(stage, has_after ? &after : &before);
    return (Spot){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

// The passage that is shown, by what is shown of it.
static int shown_passage(const Session *session, const Segment *segment, const FigureView *figure) {
    int passage = segment->first_passage, last = passage + segment->passage_count - 1;
    for (; passage < last; passage++) {
        const Passage *p = &session->passages.items[passage];
        if (p->way == figure->way && p->from == figure->from && p->to == figure->to && p->mirrored == figure->mirrored) break;
    }
    return passage;
}

static FigurePlace way_place(const Stage *stage, const Session *session, int index, const FigureView *figure) {
    const Passage *passages = session->passages.items;
    int shown = shown_passage(session, &session->segments.items[index], figure);
    Run run = leg_of(session, &session->segments.items[index], shown);
    FigureView first = end_of_passage(&passages[run.first], false), last = end_of_passage(&passages[run.last], true);
    Spot begin = meeting(stage, session, index, run.first), end = meeting(stage, session, index, run.last + 1);
    Spot at_begin = own_hips(stage, &first), at_end = own_hips(stage, &last);
    double length_ms = (double)(passages[shown].end_ms - passages[shown].start_ms);
    double over_ms = (double)(passages[shown].start_ms - passages[run.first].start_ms) + figure->position * length_ms;
    double t = over_ms / (double)(passages[run.last].end_ms - passages[run.first].start_ms);
    float part = (float)(t * t * (3 - 2 * t));
    FigurePlace place = own_place(stage, figure);
    place.x += (begin.x - at_begin.x) * (1 - part) + (end.x - at_end.x) * part;
    place.y += (begin.y - at_begin.y) * (1 - part) + (end.y - at_end.y) * part;
    return kept_inside(stage, figure, place);
}

static FigurePlace rounded(FigurePlace place) {
    return (FigurePlace){roundf(place.x), roundf(place.y)};
}

FigurePlace stage_place(const Stage *stage, const Session *session, int index, const FigureView *figure) {
    FigurePlace place = figure->way ? way_place(stage, session, index, figure) : own_place(stage, figure);
    return rounded(place);
}

static double closeness_of(const Stage *stage, const FigureView *figure) {
    return fmax(stage_body(stage, figure).close, 1);
}

// The hips and the size go from the one's to the other's at one pace, so that every point of the body goes straight.
static Dissolve come_nearer(const Stage *stage, const View *view, Dissolve dissolve) {
    const FigureView *leaving = &view->leaving, *arriving = &view->figure;
    double times = closeness_of(stage, arriving) / closeness_of(stage, leaving), part = view->arrived;
    dissolve.zoom_leaving = 1 + (times - 1) * part;
    dissolve.zoom_arriving = dissolve.zoom_leaving / times;
    Spot from = hips_of(stage, leaving), to = hips_of(stage, arriving);
    float goes = (float)dissolve.zoom_leaving, comes = (float)dissolve.zoom_arriving;
    Spot first = {dissolve.leaving.x + from.x, dissolve.leaving.y + from.y};
    Spot last = {dissolve.arriving.x + to.x, dissolve.arriving.y + to.y};
    Spot hips = {first.x + (last.x - first.x) * (float)part, first.y + (last.y - first.y) * (float)part};
    dissolve.leaving = (FigurePlace){hips.x - from.x * goes, hips.y - from.y * goes};
    dissolve.arriving = (FigurePlace){hips.x - to.x * comes, hips.y - to.y * comes};
    return dissolve;
}

Dissolve stage_dissolve(const Stage *stage, const Session *session, const View *view) {
    const FigureView *leaving = &view->leaving, *arriving = &view->figure;
    int index = view->segment_index;
    Dissolve dissolve = {stage_place(stage, session, index, leaving), stage_place(stage, session, index, arriving), 1, 1};
    bool is_one_sheet = leaving->way == arriving->way && (leaving->way || leaving->move == arriving->move);
    if (is_one_sheet) return dissolve;
    Spot from = hips_of(stage, leaving), to = hips_of(stage, arriving);
    float x = dissolve.leaving.x + from.x - dissolve.arriving.x - to.x;
    float y = dissolve.leaving.y + from.y - dissolve.arriving.y - to.y, part = (float)view->arrived;
    if (closeness_of(stage, leaving) != closeness_of(stage, arriving)) return come_nearer(stage, view, dissolve);
    FigurePlace goes = {dissolve.leaving.x - x * part, dissolve.leaving.y - y * part};
    FigurePlace comes = {dissolve.arriving.x + x * (1 - part), dissolve.arriving.y + y * (1 - part)};
    return (Dissolve){rounded(kept_inside(stage, leaving, goes)), rounded(kept_inside(stage, arriving, comes)), 1, 1};
}
