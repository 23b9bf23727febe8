#include "session/view.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

static const double CAPTION_STAYS_MS = 1500;
static const double BREATH_MS = 9000, BREATH_IN_SHARE = 4.0 / 9; // four seconds in, five out
static const double FULL_BREATH_MS = 6000;                       // shorter breaths are shallower
static const int64_t SHORTEST_WORD_MS = 1000;                    // words that change sooner cannot be read
static const double GLOW_AT_REST = 0.35, GLOW_PASSING = 0.75;    // 1 where the effort is held
enum { DISSOLVE_MS = 450, ZOOM_MS = 1000 }; // from one picture to another that it does not lead to; as the camera comes nearer
static const double JUST_BEFORE_MS = 0.001;
static const double PI = 3.14159265358979323846;

int session_segment_at(const Session *session, double at_ms) {
    int low = 0, high = session->segments.count - 1;
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if ((double)session->segments.items[middle].start_ms <= at_ms) low = middle;
        else high = middle - 1;
    }
    return low;
}

static const Beat *beat_at(const Session *session, const Segment *segment, double at_ms) {
    int low = segment->first_beat, high = segment->first_beat + segment->beat_count - 1;
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if ((double)session->beats.items[middle].start_ms <= at_ms) low = middle;
        else high = middle - 1;
    }
    return &session->beats.items[low];
}

static double share(double at_ms, int64_t start_ms, int64_t end_ms) {
    if (end_ms <= start_ms || at_ms >= (double)end_ms) return 1;
    return at_ms <= (double)start_ms ? 0 : (at_ms - (double)start_ms) / (double)(end_ms - start_ms);
}

static double eased(double share) {
    return (1 - cos(PI * share)) / 2;
}

// Whole breaths between two times, so that both ends are empty lungs.
static double breath_between(double at_ms, int64_t start_ms, int64_t end_ms) {
    double length_ms = (double)(end_ms - start_ms);
    double breaths = floor(length_ms / BREATH_MS + 0.5);
    if (breaths < 1) breaths = 1;
    double depth = length_ms / breaths / FULL_BREATH_MS;
    if (depth > 1) depth = 1;
    double part = share(at_ms, start_ms, end_ms) * breaths;
    part -= floor(part);
    if (part < BREATH_IN_SHARE) return depth * eased(part / BREATH_IN_SHARE);
    return depth * eased((1 - part) / (1 - BREATH_IN_SHARE));
}

// The muscle light is strongest where the effort is held.
static double pose_glow(const Clip *clip, int pose) {
    for (int i = 0; i < clip->phases.count; i++) {
        if (clip->phases.items[i].is_hold && clip->phases.items[i].from == pose) return 1;
    }
    return pose == clip->phases.items[0].from ? GLOW_AT_REST : GLOW_PASSING;
}

static FigureView figure_in_beat(const Segment *segment, const Beat *beat, double at_ms) {
    const Clip *clip = &segment->move->clip;
    const Phase *phase = &clip->phases.items[beat->phase];
    double position = share(at_ms, beat->start_ms, beat->end_ms);
    double from = pose_glow(clip, phase->from), to = pose_glow(clip, phase->to);
    bool is_motion = phase->from != phase->to;
    return (FigureView){
        .move = segment->move,
        .from = clip->poses.items[phase->from].name,
        .to = clip->poses.items[phase->to].name,
        .position = is_motion ? position : 0,
        .fullness = is_motion ? 0 : breath_between(at_ms, beat->start_ms, beat->end_ms),
        .is_motion = is_motion,
        .mirrored = segment->side == LEFT,
        .glow = from + (to - from) * eased(position),
    };
}

// The WORK segment that a waiting segment leads to; NULL when none follows.
static const Segment *work_after(const Session *session, int index) {
    for (int i = index; i < session->segments.count; i++) {
        if (session->segments.items[i].kind == SEGMENT_WORK) return &session->segments.items[i];
    }
    return NULL;
}

// Whether one goes to another position when the waiting is over; until then one stays where one is.
static bool leads_away(const Session *session, int index) {
    const Segment *segment = &session->segments.items[index];
    while (segment->kind == SEGMENT_SAY || segment->kind == SEGMENT_REST) segment++;
    return segment->kind == SEGMENT_READY && segment->passage_count > 0;
}

// The WORK segment whose last pose is still shown while something is said; NULL when the next one is
// shown already, or none came before.
static const Segment *work_before(const Session *session, int index) {
    for (int i = index; i >= 0; i--) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK) return segment;
        bool stays = segment->kind == SEGMENT_SAY || segment->kind == SEGMENT_CLOSE ||
                     (segment->kind == SEGMENT_REST && leads_away(session, i));
        if (!stays) return NULL;
    }
    return NULL;
}

// Breathing in the first or the last pose of some work, from one time to another.
static FigureView figure_breathing(const Session *session, const Segment *work, bool is_over, double at_ms,
                                   int64_t start_ms, int64_t end_ms) {
    const Clip *clip = &work->move->clip;
    const Beat *beats = &session->beats.items[work->first_beat];
    int pose = is_over ? clip->phases.items[beats[work->beat_count - 1].phase].to : clip->phases.items[beats[0].phase].from;
    const char *name = clip->poses.items[pose].name;
    return (FigureView){
        .move = work->move,
        .from = name,
        .to = name,
        .fullness = breath_between(at_ms, start_ms, end_ms),
        .mirrored = work->side == LEFT,
        .glow = pose_glow(clip, pose),
    };
}

// In the first pose of what comes, or while something is said in the last one of what is over.
static FigureView figure_waiting(const Session *session, int index, double at_ms) {
    const Segment *here = &session->segments.items[index];
    const Segment *over = work_before(session, index), *work = over ? over : work_after(session, index);
    if (!work) return (FigureView){0};
    return figure_breathing(session, work, over != NULL, at_ms, here->start_ms, here->end_ms);
}

static const Passage *passage_at(const Session *session, const Segment *segment, double at_ms) {
    const Passage *passage = &session->passages.items[segment->first_passage];
    for (int i = 1; i < segment->passage_count && at_ms >= (double)passage->end_ms; i++) passage++;
    return passage;
}

static FigureView figure_in_passage(const Segment *segment, const Passage *passage, double position) {
    return (FigureView){
        .move = segment->move,
        .way = passage->way,
        .from = passage->from,
        .to = passage->to,
        .position = position,
        .is_motion = true,
        .mirrored = passage->mirrored,
    };
}

static double closeness_of(const FigureView *figure) {
    return figure->way ? 1 : clip_closeness(&figure->move->clip);
}

static int dissolve_ms(const FigureView *before, const FigureView *figure) {
    return closeness_of(before) == closeness_of(figure) ? DISSOLVE_MS : ZOOM_MS;
}

// The picture of the way is there, still, before one sets out; a camera that was near goes back first.
static int64_t way_shown_ms(const Session *session, int index) {
    const Segment *here = &session->segments.items[index], *over = index > 0 ? work_before(session, index - 1) : NULL;
    int64_t start_ms = session->passages.items[here->first_passage].start_ms;
    return start_ms - (over && clip_closeness(&over->move->clip) > 1 ? ZOOM_MS : DISSOLVE_MS);
}

// On the way to another position: first one stays where one was, then one goes, then one is there.
static FigureView figure_going(const Session *session, int index, double at_ms) {
    const Segment *here = &session->segments.items[index];
    const Passage *passage = passage_at(session, here, at_ms);
    const Segment *over = index > 0 ? work_before(session, index - 1) : NULL;
    if (at_ms >= (double)passage->end_ms) {
        return figure_breathing(session, work_after(session, index), false, at_ms, passage->end_ms, here->end_ms);
    }
    int64_t still_ms = way_shown_ms(session, index);
    if (at_ms < (double)still_ms && over) {
        return figure_breathing(session, over, true, at_ms, here->start_ms, still_ms);
    }
    return figure_in_passage(here, passage, share(at_ms, passage->start_ms, passage->end_ms));
}

// What is shown of the figure, whatever was shown before.
static FigureView figure_at(const Session *session, int index, double at_ms) {
    const Segment *segment = &session->segments.items[index];
    if (segment->kind == SEGMENT_WORK) return figure_in_beat(segment, beat_at(session, segment, at_ms), at_ms);
    return segment->passage_count > 0 ? figure_going(session, index, at_ms) : figure_waiting(session, index, at_ms);
}

// The last moment up to `at_ms` when another picture may have begun: a segment, one leg of a way, its end.
static double last_change_ms(const Session *session, int index, double at_ms) {
    const Segment *segment = &session->segments.items[index];
    double last_ms = (double)segment->start_ms;
    for (int i = 0; i < segment->passage_count; i++) {
        const Passage *passage = &session->passages.items[segment->first_passage + i];
        double begin_ms = (double)(i == 0 ? way_shown_ms(session, index) : passage->start_ms), end_ms = (double)passage->end_ms;
        if (begin_ms <= at_ms && begin_ms > last_ms) last_ms = begin_ms;
        if (end_ms <= at_ms) last_ms = end_ms;
    }
    return last_ms;
}

static const char *pose_at_end(const FigureView *figure) {
    return figure->is_motion && figure->position > 0 ? figure->to : figure->from;
}

// Which end of its way a pose is.
static int end_of_way(const Way *way, const char *pose) {
    return strcmp(way->clip.poses.items[0].name, pose) != 0;
}

// Two ways meet in one pose, which both show alike where they show it from one direction.
static bool ways_meet(const FigureView *before, const FigureView *figure) {
    const Way *a = before->way, *b = figure->way;
    int last = end_of_way(a, pose_at_end(before)), first = end_of_way(b, figure->from);
    bool is_one_view = a->clip.camera_az_deg == b->clip.camera_az_deg && a->clip.camera_el_deg == b->clip.camera_el_deg &&
                       (a->clip.camera_az_deg == 0 || before->mirrored == figure->mirrored);
    return is_one_view && a->ends[last] == b->ends[first] &&
           (a->mirrored[last] != before->mirrored) == (b->mirrored[first] != figure->mirrored);
}

// Whether one picture follows from the other: the same figure in the same pose.
static bool follows(const FigureView *before, const FigureView *figure) {
    if (before->way && figure->way && before->way != figure->way) return ways_meet(before, figure);
    if (before->way != figure->way || before->mirrored != figure->mirrored) return false;
    if (!figure->way && before->move != figure->move) return false;
    return strcmp(pose_at_end(before), figure->from) == 0;
}

static void see_figure(View *view, const Session *session, double at_ms) {
    view->figure = figure_at(session, view->segment_index, at_ms);
    double changed_ms = last_change_ms(session, view->segment_index, at_ms);
    view->arrived = 1;
    if (changed_ms <= 0 || at_ms >= changed_ms + ZOOM_MS || !view->figure.move) return;
    double before_ms = changed_ms - JUST_BEFORE_MS;
    FigureView before = figure_at(session, session_segment_at(session, before_ms), before_ms);
    FigureView first = figure_at(session, view->segment_index, changed_ms);
    if (!before.move || follows(&before, &first)) return;
    view->arrived = eased(share(at_ms, (int64_t)changed_ms, (int64_t)changed_ms + dissolve_ms(&before, &first)));
    if (view->arrived < 1) view->leaving = before;
}

static int whole_seconds(double ms) {
    return ms > 0 ? (int)ceil(ms / 1000) : 0;
}

// The hold of a set of one: its seconds run, before it they wait, after it they are over.
static void count_hold(View *view, const Session *session, const Beat *now, double at_ms) {
    const Segment *segment = view->segment;
    const Clip *clip = &segment->move->clip;
    const Beat *beats = &session->beats.items[segment->first_beat];
    int64_t start_ms = segment->end_ms, end_ms = segment->end_ms;
    for (int i = segment->beat_count - 1; i >= 0; i--) {
        if (beats[i].repetition != now->repetition || !clip->phases.items[beats[i].phase].is_hold) continue;
        if (start_ms == segment->end_ms) end_ms = beats[i].end_ms;
        start_ms = beats[i].start_ms;
    }
    double left = 1 - share(at_ms, start_ms, end_ms);
    view->number = whole_seconds(left * (double)(end_ms - start_ms));
    view->ring = left;
}

static int64_t beat_ms(const Beat *beat) {
    return beat->end_ms - beat->start_ms;
}

// The beat whose word is shown: a short one shows the word of the longer of its neighbours in the
// repetition or, where these are short as well, that of the longest there.
static const Beat *worded_beat(const Session *session, const Segment *segment, const Beat *beat) {
    if (beat_ms(beat) >= SHORTEST_WORD_MS) return beat;
    const Beat *first = beat, *last = beat, *begin = &session->beats.items[segment->first_beat];
    while (first > begin && first[-1].repetition == beat->repetition) first--;
    while (last + 1 < begin + segment->beat_count && last[1].repetition == beat->repetition) last++;
    const Beat *longer = beat > first ? beat - 1 : beat;
    if (beat < last && beat_ms(beat + 1) > beat_ms(longer)) longer = beat + 1;
    if (beat_ms(longer) >= SHORTEST_WORD_MS) return longer;
    for (longer = first; first <= last; first++) {
        if (beat_ms(first) > beat_ms(longer)) longer = first;
    }
    return longer;
}

// The word, and how much is over of the beats of this repetition that share it.
static void see_phase(View *view, const Session *session, const Beat *beat, double at_ms) {
    const Segment *segment = view->segment;
    const Beat *begin = &session->beats.items[segment->first_beat], *end = begin + segment->beat_count;
    const Beat *worded = worded_beat(session, segment, beat), *first = beat, *last = beat;
    while (first > begin && worded_beat(session, segment, first - 1) == worded) first--;
    while (last + 1 < end && worded_beat(session, segment, last + 1) == worded) last++;
    view->phase_word = worded->word;
    view->phase_ring = share(at_ms, first->start_ms, last->end_ms);
}

static void see_work(View *view, const Session *session, double at_ms) {
    const Segment *segment = view->segment;
    const Beat *beat = beat_at(session, segment, at_ms);
    see_phase(view, session, beat, at_ms);
    if (segment->move->mode == MODE_HOLD) {
        count_hold(view, session, beat, at_ms);
        return;
    }
    view->number = beat->repetition;
    view->number_of = segment->reps;
    view->ring = share(at_ms, segment->start_ms, segment->end_ms);
}

static void see_waiting(View *view, const Session *session, double at_ms) {
    static const char *const words[SEGMENT_KINDS] = {
        [SEGMENT_READY] = "Get ready", [SEGMENT_WORK] = "", [SEGMENT_SWITCH] = "Switch sides",
        [SEGMENT_REST] = "Rest", [SEGMENT_SAY] = "Listen", [SEGMENT_CLOSE] = "Done",
    };
    const Segment *segment = view->segment;
    bool is_going = view->figure.way && view->figure.position > 0;
    view->phase_word = is_going ? passage_at(session, segment, at_ms)->word : words[segment->kind];
    if (segment->kind == SEGMENT_SAY || segment->kind == SEGMENT_CLOSE) return;
    view->ring = 1 - share(at_ms, segment->start_ms, segment->end_ms);
    view->number = whole_seconds((double)segment->end_ms - at_ms);
}

// The last sentence that began, while it is spoken and a moment longer.
static const char *caption_at(const Session *session, double at_ms) {
    int low = 0, high = session->cues.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if ((double)session->cues.items[middle].at_ms <= at_ms) low = middle + 1;
        else high = middle;
    }
    for (int i = low - 1; i >= 0; i--) {
        const Cue *cue = &session->cues.items[i];
        if (!cue->text) continue;
        return at_ms < (double)cue->end_ms + CAPTION_STAYS_MS ? cue->text : NULL;
    }
    return NULL;
}

static void see_next(View *view, const Session *session) {
    for (int i = view->segment_index + 1; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind != SEGMENT_READY) continue;
        view->next_move = segment->move;
        view->next_name = segment_name(segment);
        view->next_side = segment->side;
        view->next_each_side = segment->each_side;
        return;
    }
}

int session_view_soon(const Session *session, double at_ms, FigureView soon[VIEW_SOON]) {
    int count = 0, index = session_segment_at(session, at_ms);
    while (session->segments.items[index].kind == SEGMENT_WORK || session->segments.items[index].kind == SEGMENT_SAY) index++;
    const Segment *segment = &session->segments.items[index];
    if (segment->passage_count == 0) return 0;
    for (int i = 0; i < segment->passage_count && count < VIEW_SOON; i++) {
        const Passage *passage = &session->passages.items[segment->first_passage + i];
        if ((double)passage->start_ms > at_ms) soon[count++] = figure_in_passage(segment, passage, 0);
    }
    const Segment *work = work_after(session, index);
    if (count < VIEW_SOON) soon[count++] = figure_breathing(session, work, false, 0, 0, 1);
    return count;
}

bool session_figure_before_way(const Session *session, int segment, FigureView *figure) {
    const Segment *over = segment > 0 ? work_before(session, segment - 1) : NULL;
    if (over) *figure = figure_breathing(session, over, true, 0, 0, 1);
    return over != NULL;
}

bool session_figure_after_way(const Session *session, int segment, FigureView *figure) {
    const Segment *work = work_after(session, segment);
    if (work) *figure = figure_breathing(session, work, false, 0, 0, 1);
    return work != NULL;
}

View session_view(const Session *session, double at_ms) {
    double end_ms = (double)session->length_ms;
    if (!(at_ms > 0)) at_ms = 0;
    if (at_ms > end_ms) at_ms = end_ms;
    int index = session_segment_at(session, at_ms);
    View view = {.segment = &session->segments.items[index], .segment_index = index};
    see_figure(&view, session, at_ms);
    if (view.segment->kind == SEGMENT_WORK) see_work(&view, session, at_ms);
    else see_waiting(&view, session, at_ms);
    view.caption = caption_at(session, at_ms);
    see_next(&view, session);
    view.left_ms = (int64_t)ceil(end_ms - at_ms);
    return view;
}
