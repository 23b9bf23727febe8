// The place in a session, kept while it runs, so that it can be gone on with after a power cut.
//
// One small file in the person's state folder, written whole each time: it is of this machine and of today, and no part of
// the history.
#pragma once

#include "base/error.h"
#include "diary/diary.h"

enum { PLACE_TEXT = 256, PLACE_FIT = 1024 };

typedef struct {
    Moment saved;             // when
    int64_t group;            // of the session's entries: its ENTRY_SESSION
    char routine[PLACE_TEXT]; // id, or the path of its file
    Level level;
    char fit[PLACE_FIT];      // how the routine was fitted (minutes, what is left out), as the caller writes it
    int step, set, round;     // as in Segment
    Side side;
    int64_t at_ms;            // of the session
    int seconds;              // it ran until then
    char what[PLACE_TEXT];    // for a person: "Clam, left side"
} Place;

// The person's folder is that of the history's state. False with a sentence when it cannot be written.
bool place_save(const char *state_folder, const char *person, const Place *place, Error *error);

// False when there is none, or none that can be read; that is never worth a sentence.
bool place_load(const char *state_folder, const char *person, Place *place);
void place_clear(const char *state_folder, const char *person);
