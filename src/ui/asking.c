#include "ui/asking.h"

#include "ui/state.h"

#include <assert.h>

static int step_of(const AskingState *state) {
    return state->steps[state->count - 1];
}

static void say(Ui *ui, const Question *question, UiOutput *out) {
    const char *const words[] = {question->words, NULL};
    screen_say(ui, question->spoken[0] ? question->spoken : words, out);
}

// Every question is said as it appears, for who lies on the mat already.
static void ask(Ui *ui, int step, UiOutput *out) {
    AskingState *state = &ui->asking;
    assert(state->count < ASKING_STEPS);
    state->steps[state->count++] = step;
    Question question = state->asking->question(ui, step);
    state->focus = question_begin(&question);
    say(ui, &question, out);
}

void asking_open_at(Ui *ui, const Asking *asking, int step, UiOutput *out) {
    screen_open(ui, SCREEN_ASK, out);
    ui->asking = (AskingState){.asking = asking};
    ask(ui, step, out);
}

void asking_open(Ui *ui, const Asking *asking, UiOutput *out) {
    asking_open_at(ui, asking, 0, out);
}

static void take(Ui *ui, int answer, UiOutput *out) {
    const Asking *asking = ui->asking.asking;
    int next = asking->answer(ui, step_of(&ui->asking), answer);
    if (next != ASKED_ALL) {
        ask(ui, next, out);
        return;
    }
    screen_back(ui, out);
    asking->over(ui, out);
}

// One question back; from the first one away.
static void go_back(Ui *ui, UiOutput *out) {
    AskingState *state = &ui->asking;
    if (state->count == 1) {
        screen_back(ui, out);
        return;
    }
    state->count -= 2;
    ask(ui, state->steps[state->count], out);
}

static Question present(const Ui *ui) {
    return ui->asking.asking->question(ui, step_of(&ui->asking));
}

bool asking_takes_text(const Ui *ui) {
    return ui->screen == SCREEN_ASK && present(ui).kind == QUESTION_NAME;
}

void asking_draw(const Ui *ui, const UiInput *input, Canvas *canvas) {
    Question question = present(ui);
    question.demo_ms = ui->shown_ms;
    question.sheets = input->sheets;
    question.theme = ui->theme;
    question.toast = ui_toast_words(ui);
    question_draw(canvas, &question, &ui->asking.focus);
}

void asking_act(Ui *ui, Action action, Key key, UiOutput *out) {
    Question question = present(ui);
    if (action == ACTION_ESCAPE) {
        go_back(ui, out);
        return;
    }
    int answer = question_act(&question, &ui->asking.focus, action, key);
    if (answer != NO_ANSWER) take(ui, answer, out);
}

void asking_click(Ui *ui, int item, int part, UiOutput *out) {
    Question question = present(ui);
    int answer = question_click(&question, &ui->asking.focus, item, part);
    if (answer != NO_ANSWER) take(ui, answer, out);
}

void asking_step(Ui *ui, double elapsed_ms, UiOutput *out) {
    Question question = present(ui);
    const char *said;
    int answer = question_step(&question, &ui->asking.focus, elapsed_ms, &said);
    const char *const words[] = {said, NULL};
    if (answer != NO_ANSWER) take(ui, answer, out);
    if (said && answer != NO_ANSWER) screen_say_before(said, out); // who holds something hears first that the time is over
    else if (said) screen_say(ui, words, out);
}
