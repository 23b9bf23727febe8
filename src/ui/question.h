// One question, filling the window: a few answers to choose from, a number from 1 to 10, any number, a name, or a time that is
// taken while something is held.
//
// Nothing is chosen for the person: the focus begins on no answer unless the caller sets it. Every answer has a key.
#pragma once

#include "ui/demo.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { NO_ANSWER = -1, SKIPPED = -2, SCALE_END = 10, QUESTION_SPOKEN = 2, NAME_SIZE = 41 };

typedef enum { QUESTION_CHOICE, QUESTION_SCALE, QUESTION_NUMBER, QUESTION_TIMER, QUESTION_NAME } QuestionKind;

typedef struct {
    QuestionKind kind;
    const char *over;      // a line above: "Before today's session"; NULL for none
    int number, count;     // of how many questions this is which; 0 when that is not said
    const char *words;     // the question itself
    const char *spoken[QUESTION_SPOKEN + 1]; // what is said as it appears, in a row, ended by NULL; none: the question
    const char *more, *also; // what to know for it, in a row; NULL for nothing
    const char *const *answers; // CHOICE: words on the buttons; the keys are 1, 2, ... and first letters that differ
    int answer_count;
    int marked;            // CHOICE: the answer marked at the beginning, from 1; 0 for none
    const char *const *scale_words; // SCALE: what each number means
    int least, most, start; // NUMBER: its range and where it begins; TIMER: seconds at which it stops by itself
    const char *unit;      // NUMBER, TIMER: "minutes"
    const char *suggested; // NAME: what is there before anything is typed
    const char *skip;      // NUMBER, TIMER: words on a button to answer nothing; NULL for none
    const char *hint;      // a line below: what Esc does; NULL for none
    const Session *demo;   // a figure moving beside the words; NULL for none
    double demo_ms;        // how long it has been moving
    SheetMeasure sheets;
    const char *toast;     // NULL for none
    const Theme *theme;
} Question;

// What the person is about to answer.
typedef struct {
    int at;           // the marked answer; of SCALE the number less 1, of NUMBER the number
    bool is_typed;    // a digit more is added to the number
    char text[NAME_SIZE]; // of NAME; is_typed: by the person
    bool on_skip;     // the button to answer nothing
    bool is_timed;    // the timer was begun
    double timer_ms;  // and runs since 0; before that there are some seconds to get ready
} QuestionFocus;

QuestionFocus question_begin(const Question *question);

// Answers are hit by their index; of NUMBER with part -1 and 1 for one less and more; the button to skip is SKIPPED.
void question_draw(Canvas *canvas, const Question *question, const QuestionFocus *focus);

// What a key does. Returns the answer that was given: an index, of SCALE the number less 1, of NUMBER the number, of
// TIMER the seconds, of NAME 0; SKIPPED; or NO_ANSWER.
int question_act(const Question *question, QuestionFocus *focus, Action action, Key key);
int question_click(const Question *question, QuestionFocus *focus, int item, int part);

// Lets time pass. Returns the seconds when a timer has come to its end, else NO_ANSWER. `said` becomes what is to be said
// now: that it begins, and every ten seconds.
int question_step(const Question *question, QuestionFocus *focus, double elapsed_ms, const char **said);
