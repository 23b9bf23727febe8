#include "session/passages.h"

#include "session/timing.h"

#include <stddef.h>
#include <string.h>

// The phases of one leg, each as long as it is drawn.
static void add_leg(Planner *planner, const Leg *leg) {
    const Clip *clip = &leg->way->clip;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[leg->backwards ? clip->phases.count - 1 - i : i];
        const char *ends[] = {clip->poses.items[phase->from].name, clip->poses.items[phase->to].name};
        *list_push(planner->voice.arena, &planner->session->passages) = (Passage){
            .end_ms = phase->duration_ms, .way = leg->way, .mirrored = leg->mirrored,
            .from = ends[leg->backwards], .to = ends[!leg->backwards],
            .word = leg->backwards ? phase->back : phase->name};
    }
}

static bool begins_stage(const Passage *passage, int number) {
    const Passage *before = passage - 1;
    return number == 0 || before->way != passage->way || before->mirrored != passage->mirrored ||
           strcmp(before->word, passage->word) != 0;
}

static const char *sentence_at(const Planner *planner, const Passage *passage, int number) {
    const char *text = begins_stage(passage, number) ? way_saying(passage->way, passage->word) : NULL;
    return text ? voice_for_side(&planner->voice, text, passage->mirrored ? LEFT : RIGHT) : NULL;
}

// From here to the next sentence or turn of the view; `drawn_ms` is how long that takes as it is drawn.
static int next_pause(const Planner *planner, const Segment *segment, int number, int64_t *drawn_ms) {
    const Passage *passages = &planner->session->passages.items[segment->first_passage];
    *drawn_ms = 0;
    do {
        *drawn_ms += passages[number].end_ms - passages[number].start_ms;
        number++;
    } while (number < segment->passage_count && !passages[number].turns_view &&
             !sentence_at(planner, &passages[number], number));
    return number;
}

// Puts passages after one another, all of them slower by the same share.
static int64_t lay_out(Passage *passages, int count, int64_t at_ms, int64_t drawn_ms, int64_t length_ms) {
    int64_t over_ms = 0;
    for (int i = 0; i < count; i++) {
        int64_t own_ms = passages[i].end_ms - passages[i].start_ms;
        passages[i].start_ms = at_ms + over_ms * length_ms / drawn_ms;
        over_ms += own_ms;
        passages[i].end_ms = at_ms + over_ms * length_ms / drawn_ms;
    }
    return at_ms + length_ms;
}

int64_t passages_add(Planner *planner, Segment *segment, const Leg *legs, int count, int64_t at_ms) {
    Session *session = planner->session;
    segment->first_passage = session->passages.count;
    for (int i = 0; i < count; i++) {
        int first = session->passages.count;
        add_leg(planner, &legs[i]);
        session->passages.items[first].turns_view = legs[i].turns_view;
    }
    segment->passage_count = session->passages.count - segment->first_passage;
    if (count && plan_says(planner, CUE_GUIDE)) at_ms = plan_free_ms(planner, at_ms);
    for (int i = 0; i < segment->passage_count;) {
        Passage *passages = &session->passages.items[segment->first_passage + i];
        int64_t drawn_ms, length_ms;
        int end = next_pause(planner, segment, i, &drawn_ms);
        if (passages->turns_view) at_ms += TURN_VIEW_MS;
        const char *text = sentence_at(planner, passages, i);
        int64_t spoken_ms = text ? plan_say(planner, CUE_GUIDE, at_ms, text) : at_ms;
        length_ms = spoken_ms > at_ms ? spoken_ms + SPOKEN_GAP_MS - at_ms : 0;
        at_ms = lay_out(passages, end - i, at_ms, drawn_ms, length_ms > drawn_ms ? length_ms : drawn_ms);
        i = end;
    }
    return at_ms;
}
