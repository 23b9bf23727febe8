// What is recorded while Limber runs: the person's history, the session as it is done, and the place in it.
//
// Films, and runs with a pretended clock unless a data folder is named, record nothing. Every trouble is told once, and
// nothing that goes wrong here ends a session.
#pragma once

#include "app/folders.h"
#include "history/history.h"
#include "history/place.h"
#include "session/playhead.h"
#include "ui/ui.h"

typedef struct {
    Arena *arena;
    const Folders *folders;
    History *history;       // NULL: nothing is recorded
    Moment now;             // of the last step
    const Session *session; // that runs; NULL: none
    int64_t group;          // of its entries
    int *told;              // by step: 1 + Outcome of its entry; 0 for none yet
    int step;               // the furthest that is told of, or begun
    int segment;            // where the playhead was
    double active_ms;
    const char *fit;        // of the session, as text
    bool is_place_told;     // that the place cannot be kept
    const char *problem;    // with the place: one sentence not given back yet
} Record;

// Opens the history of the person. `now` dates what it has to set aside.
void record_open(Arena *arena, const Options *options, const Folders *folders, Moment now, Record *record);

// The next sentence to be told, or NULL; it lasts as long as the arena.
const char *record_problem(Record *record);

// Adds an entry as a screen asks for it; the owner of the diary is the Record.
void record_write(void *record, const Entry *entry);

// A session begins, as it was wished (plan_day, and strength where it is coached). Or it goes on from a place that was kept:
// then its entries go on too.
void record_begin(Record *record, const Session *session, const PlayWish *wish, const Place *from);

// How it is fitted, to be kept with the place; lasts as long as the session.
void record_fit(Record *record, const char *fit);

// The session was worked out anew: what was told stays told.
void record_replace(Record *record, const Session *session);

// After each step of the screens: what was done of the session since, with the exercise that was done just now (its step,
// or -1), is on the disk when it returns.
void record_step(Record *record, const Playhead *playhead, double elapsed_ms, int done_step);

// The session is at its end, or was left; nothing happens when none runs.
void record_end(Record *record, Outcome outcome);

// The session was left, and can be gone on with from its place; where none is kept yet it ends.
void record_keep(Record *record);

void record_close(Record *record);

// The place that was kept when a session was cut off, within the last hours, when nothing was told or done since. False when
// there is none.
bool record_place(Record *record, Place *place);

// The session of a place is not gone on with: it was left there.
void record_leave_place(Record *record);

// Where in the session a place is now.
int64_t record_place_ms(const Session *session, const Place *place);
