// Where in the session we are: time passed goes in, a position and the cues it passed come out.
//
// Tempo stretches session time against real time. Every cue is handed out exactly once however the
// time is cut; seeking hands out none. Pausing hands out none and takes none back: whoever plays the
// cues freezes with the playhead, through the countdown after it too, so that what is scheduled
// stays right. Clock times and this struct are plain values; nothing here plays or draws.
#pragma once

#include "session/session.h"

typedef struct {
    const Session *session;
    double position_ms;   // session time
    double tempo;         // 0.5 .. 1.5; session milliseconds per real millisecond
    int next_cue;         // first cue not handed out
    bool paused;
    double ready_left_ms; // after a pause: the countdown before time goes on (real ms)
} Playhead;

enum { RESUME_READY_MS = 3000 };

Playhead playhead_start(const Session *session, int64_t from_ms);

// Lets real time pass; stops at the end of the session.
void playhead_advance(Playhead *playhead, double real_ms);

// The next cue whose time is within `ahead_ms` (real) from now, marked as handed out; NULL when there
// is none, and while paused. A cue that a long step has passed is still handed out, late.
const Cue *playhead_take_cue(Playhead *playhead, double ahead_ms);

// Real milliseconds from now until a session time, at this tempo and after the countdown; negative
// when it has passed.
double playhead_real_ms_until(const Playhead *playhead, int64_t at_ms);

// Jumps: cues before the new position count as handed out. Cues handed out ahead but not yet
// reached are handed out again, so the caller must cancel what it has scheduled.
void playhead_seek(Playhead *playhead, double position_ms);
void playhead_next(Playhead *playhead);     // start of the next exercise, then of the end, then the end
void playhead_previous(Playhead *playhead); // start of this exercise, or of the one before in its first 3 s

void playhead_pause(Playhead *playhead);
void playhead_resume(Playhead *playhead);   // begins the 3 s countdown
// Kept within its limits. Cues handed out ahead keep the moment that was theirs at the tempo before.
void playhead_set_tempo(Playhead *playhead, double tempo);
bool playhead_at_end(const Playhead *playhead);
