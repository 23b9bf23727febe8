// The right form of a move beside its common mistake: what is seen of both, and when a session shows them
// of its own accord.
#pragma once

#include "session/view.h"

typedef struct {
    FigureView right, wrong; // both still, so that nothing but the form differs
    const char *words;       // what the mistake is
} Comparison;

// Of the exercise of a segment; false when its move shows no mistake.
bool session_comparison(const Session *session, int segment, Comparison *comparison);

typedef enum { COMPARE_NOT, COMPARE_SOON, COMPARE_NOW } Comparing;

// While getting ready for a move for the first time, after the last word, if there is time to look.
Comparing session_comparing(const Session *session, int segment, double at_ms);
