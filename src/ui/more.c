#include "ui/more.h"

#include "ui/safety.h"
#include "ui/self_checks.h"
#include "ui/spoken.h"
#include "ui/state.h"
#include "ui/time_left.h"

typedef void (*Open)(Ui *ui, UiOutput *out);

static void open_sessions(Ui *ui, UiOutput *out) {
    screen_open(ui, SCREEN_CHOOSE, out);
}

static void open_safety(Ui *ui, UiOutput *out) {
    safety_open(ui, NULL, out);
}

static void note_too_much(Ui *ui, UiOutput *out) {
    (void)out;
    ui_write(ui, (Entry){.kind = ENTRY_OVERWHELMED});
}

static void note_fever(Ui *ui, UiOutput *out) {
    (void)out;
    ui_write(ui, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_YES});
}

static void open_settings(Ui *ui, UiOutput *out) {
    (void)out;
    settings_open(ui);
}

static const char *const words[] = {"Less time today", "Another session", "Self-checks",
                                    "Something feels wrong", "This is too much for me", "I have a fever", "Settings",
                                    "Another person"};
static const Open opens[] = {time_left_open, open_sessions, self_checks_open, open_safety, note_too_much, note_fever, open_settings,
                             who_open};
enum { CHOICES = sizeof words / sizeof *words };

static Question more_question(const Ui *ui, int step) {
    (void)step;
    return (Question){.words = say_words[SAY_WANT], .answers = words, .answer_count = CHOICES - (ui->options.people.count == 0),
                      .marked = 1, .hint = "Esc: back"};
}

static int more_answer(Ui *ui, int step, int answer) {
    (void)step;
    ui->coached.said_answer = answer;
    return ASKED_ALL;
}

static void more_over(Ui *ui, UiOutput *out) {
    opens[ui->coached.said_answer](ui, out);
}

void more_open(Ui *ui, UiOutput *out) {
    static const Asking asking = {more_question, more_answer, more_over};
    asking_open(ui, &asking, out);
}
