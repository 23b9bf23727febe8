// One question, filling the window: a few answers to choose from, or a number from 1 to 10.
//
// Nothing is chosen for the person: the focus begins on no answer unless the caller sets it. Every answer has a key.
#pragma once

#include "ui/demo.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { NO_ANSWER = -1, SCALE_END = 10, MOST_ANSWERS = 10 };

typedef struct {
    const char *over;      // a line above: "Before today's session"; NULL for none
    const char *words;     // the question itself
    const char *more;      // what to know for it; NULL for nothing
    const char *const *answers; // words on the buttons; the keys are 1, 2, ..., and Y and N where these are the first letters
    int answer_count;      // 0: a scale from 1 to 10, of which answer i is the number i + 1
    const char *const *scale_words; // of a scale: what each number means
    const char *hint;      // a line below: what Esc does; NULL for none
    const Session *demo;   // a figure moving beside the words; NULL for none
    double demo_ms;        // how long it has been moving
    SheetMeasure sheets;
    const char *toast;     // NULL for none
    const Theme *theme;
} Question;

// The answer at `focus` is marked. An answer is hit by its index.
void question_draw(Canvas *canvas, const Question *question, int focus);

// What a key does to the focus. Returns the answer that was given, or NO_ANSWER.
int question_act(const Question *question, int *focus, Action action, Key key);
