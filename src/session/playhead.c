#include "session/playhead.h"

#include "session/view.h"

#include <assert.h>
#include <stddef.h>

static const double SLOWEST = 0.5, FASTEST = 1.5;
static const double GO_BACK_MS = 3000; // later than this, "previous" means this exercise again

// The first cue at or after a session time.
static int first_cue_from(const Session *session, double at_ms) {
    int low = 0, high = session->cues.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if ((double)session->cues.items[middle].at_ms < at_ms) low = middle + 1;
        else high = middle;
    }
    return low;
}

Playhead playhead_start(const Session *session, int64_t from_ms) {
    Playhead playhead = {.session = session, .tempo = 1};
    playhead_seek(&playhead, (double)from_ms);
    return playhead;
}

void playhead_advance(Playhead *playhead, double real_ms) {
    assert(real_ms >= 0);
    if (playhead->paused) return;
    if (real_ms <= playhead->ready_left_ms) {
        playhead->ready_left_ms -= real_ms;
        return;
    }
    real_ms -= playhead->ready_left_ms;
    playhead->ready_left_ms = 0;
    playhead->position_ms += real_ms * playhead->tempo;
    double end_ms = (double)playhead->session->length_ms;
    if (playhead->position_ms > end_ms) playhead->position_ms = end_ms;
}

double playhead_real_ms_until(const Playhead *playhead, int64_t at_ms) {
    return playhead->ready_left_ms + ((double)at_ms - playhead->position_ms) / playhead->tempo;
}

const Cue *playhead_take_cue(Playhead *playhead, double ahead_ms) {
    const Session *session = playhead->session;
    if (playhead->paused || playhead->next_cue >= session->cues.count) return NULL;
    const Cue *cue = &session->cues.items[playhead->next_cue];
    if (playhead_real_ms_until(playhead, cue->at_ms) > ahead_ms) return NULL;
    playhead->next_cue++;
    return cue;
}

void playhead_seek(Playhead *playhead, double position_ms) {
    double end_ms = (double)playhead->session->length_ms;
    if (!(position_ms > 0)) position_ms = 0;
    if (position_ms > end_ms) position_ms = end_ms;
    playhead->position_ms = position_ms;
    playhead->next_cue = first_cue_from(playhead->session, position_ms);
}

static int current_segment(const Playhead *playhead) {
    return session_segment_at(playhead->session, playhead->position_ms);
}

// Where an exercise begins. Sentences belong to the exercise before them, so the first segment with
// a move counts, not the first with the number.
static double step_start_ms(const Session *session, int step) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->step == step && segment->kind == SEGMENT_READY) return (double)segment->start_ms;
    }
    return 0;
}

void playhead_next(Playhead *playhead) {
    const Session *session = playhead->session;
    int here = current_segment(playhead);
    double target_ms = (double)session->length_ms;
    for (int i = here + 1; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind != SEGMENT_READY && segment->kind != SEGMENT_CLOSE) continue;
        target_ms = (double)segment->start_ms;
        break;
    }
    playhead_seek(playhead, target_ms);
}

void playhead_previous(Playhead *playhead) {
    const Session *session = playhead->session;
    int step = session->segments.items[current_segment(playhead)].step;
    double start_ms = step_start_ms(session, step);
    if (playhead->position_ms < start_ms + GO_BACK_MS && step > 0) start_ms = step_start_ms(session, step - 1);
    if (playhead->position_ms < start_ms) start_ms = 0;
    playhead_seek(playhead, start_ms);
}

void playhead_pause(Playhead *playhead) {
    playhead->paused = true;
    playhead->ready_left_ms = 0;
}

void playhead_resume(Playhead *playhead) {
    if (!playhead->paused) return;
    playhead->paused = false;
    playhead->ready_left_ms = RESUME_READY_MS;
}

void playhead_set_tempo(Playhead *playhead, double tempo) {
    if (!(tempo >= SLOWEST)) tempo = SLOWEST;
    if (tempo > FASTEST) tempo = FASTEST;
    playhead->tempo = tempo;
}

bool playhead_at_end(const Playhead *playhead) {
    return playhead->position_ms >= (double)playhead->session->length_ms;
}
