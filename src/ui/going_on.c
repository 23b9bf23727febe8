#include "ui/going_on.h"

#include "ui/spoken.h"
#include "ui/state.h"

enum { ANSWER_GO_ON };

static Question going_on_question(const Ui *ui, int step) {
    static const char *const answers[] = {"Go on", "No, thank you"};
    (void)step;
    return (Question){.over = "Your last session was cut off", .words = ui->going_on.words,
                      .spoken = {say_words[SAY_GO_ON]},
                      .more = "What you did until then is kept either way.", .answers = answers, .answer_count = 2, .marked = 1,
                      .hint = "Enter: go on. Esc: leave it"};
}

static int going_on_answer(Ui *ui, int step, int answer) {
    (void)step;
    ui->going_on.answer = answer == ANSWER_GO_ON ? GO_ON_YES : GO_ON_NO;
    return ASKED_ALL;
}

static void going_on_over(Ui *ui, UiOutput *out) {
    (void)ui, (void)out; // what follows is the app's
}

void going_on_step(Ui *ui, UiOutput *out) {
    static const Asking asking = {going_on_question, going_on_answer, going_on_over};
    if (ui->options.go_on_at) {
        ui->going_on.words = text_format(ui->arena, "Go on at %s?", ui->options.go_on_at);
        ui->options.go_on_at = NULL;
        ui->going_on.is_asked = true;
        asking_open(ui, &asking, out);
        return;
    }
    if (!ui->going_on.is_asked || ui->screen == SCREEN_ASK) return;
    out->go_on = ui->going_on.answer == GO_ON_YES ? GO_ON_YES : GO_ON_NO; // also when one went away without an answer
    ui->going_on.is_asked = false;
}
