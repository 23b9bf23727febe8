// Questions one after another: a table of functions says what is asked and what follows from an answer; keys, the focus,
// speaking and going back are here.
#pragma once

#include "ui/question.h"

enum { ASKING_STEPS = 64, ASKED_ALL = -1 };

typedef struct {
    // What is asked at a step, from 0; texts must last as long as the screens.
    Question (*question)(const Ui *ui, int step);
    // Takes the answer into the diary. Returns the next step, or ASKED_ALL. Asked again after going back, the newer answer
    // counts.
    int (*answer)(Ui *ui, int step, int answer);
    // All is asked, and the screen of questions was left: opens what comes.
    void (*over)(Ui *ui, UiOutput *out);
} Asking;

typedef struct {
    const Asking *asking;        // NULL: nothing is asked
    int steps[ASKING_STEPS];     // asked so far, the present one last
    int count;
    QuestionFocus focus;
} AskingState;

// The screen (a row of the table of screens).
void asking_draw(const Ui *ui, const UiInput *input, Canvas *canvas);
void asking_act(Ui *ui, Action action, Key key, UiOutput *out);
void asking_click(Ui *ui, int item, int part, UiOutput *out);
void asking_step(Ui *ui, double elapsed_ms, UiOutput *out);

// A name is typed: every key that writes a sign belongs to it.
bool asking_takes_text(const Ui *ui);

// Opens the screen of questions over the one that is shown, and asks the first.
void asking_open(Ui *ui, const Asking *asking, UiOutput *out);
void asking_open_at(Ui *ui, const Asking *asking, int step, UiOutput *out); // begins with another step
