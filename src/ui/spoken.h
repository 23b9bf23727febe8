// What the screens say of their own accord: each sentence by its name, so that the list from which clips are made cannot lack
// one.
//
// The same words are the question that is shown, but where something is shown that has no clip, as a name. What the coach
// says is in coach/spoken.h, what a session says in session/texts.h.
#pragma once

#include "coach/spoken.h"

typedef enum {
    SAY_SORENESS, SAY_PAIN, SAY_RED_FLAG,            // check-in
    SAY_FELT, SAY_HOW_MUCH, SAY_LEG,                 // something hurts
    SAY_TIME, SAY_EFFORT, SAY_WANT, SAY_BEGIN_WHEN,  // today's minutes, after a session, more, plans
    SAY_TASK, SAY_EASE,                              // one everyday task
    SAY_GO_ON, SAY_WHO, SAY_NAME,                    // with a session that was cut off; several people
    SAY_RIGHT, SAY_LEFT,                             // sides of a self-check
    SAY_BEGIN, SAY_TEN, SAY_TWENTY, SAY_THIRTY,      // of a time that is taken: every ten seconds
    SAY_COUNT
} Say;

extern const char *const say_words[SAY_COUNT];

enum { SAY_TENS = SAY_COUNT - SAY_BEGIN };

// Gives every sentence once.
void ui_spoken(SpokenTake take, void *context);
