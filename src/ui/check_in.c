#include "ui/check_in.h"

#include "coach/morning.h"
#include "ui/spoken.h"
#include "ui/state.h"

enum { ASK_SORENESS, ASK_PAIN, ASK_RED_FLAG };

static const char *const no_yes[] = {"No", "Yes"};

static const char *const *scale_words(void) {
    static const char *words[SCALE_END];
    for (int i = 0; i < SCALE_END; i++) words[i] = morning_scale_words(i + 1);
    return words;
}

static Question check_in_question(const Ui *ui, int step) {
    (void)ui;
    static const char over[] = "Before today's session", hint[] = "Keys 1 to 9, and 0 for ten. Esc: back";
    if (step == ASK_SORENESS)
        return (Question){.kind = QUESTION_SCALE, .over = over, .number = 1, .count = 3, .words = say_words[SAY_SORENESS],
                          .scale_words = scale_words(), .hint = hint};
    if (step == ASK_PAIN)
        return (Question){.kind = QUESTION_SCALE, .over = over, .number = 2, .count = 3,
                          .words = say_words[SAY_PAIN],
                          .scale_words = scale_words(), .hint = hint};
    return (Question){.over = over, .number = 3, .count = 3, .answers = no_yes, .answer_count = 2,
                      .words = say_words[SAY_RED_FLAG],
                      .hint = "Keys N and Y. Esc: back"};
}

// Written again after each answer, with all that was said by then.
static int check_in_answer(Ui *ui, int step, int answer) {
    Answer red_flag = ANSWER_NONE;
    if (step == ASK_SORENESS) ui->coached.check_in_group = ui->now.at_ms, ui->coached.soreness = answer + 1, ui->coached.pain = 0;
    if (step == ASK_PAIN) ui->coached.pain = answer + 1;
    if (step == ASK_RED_FLAG) red_flag = answer ? ANSWER_YES : ANSWER_NO;
    ui_write(ui, (Entry){.kind = ENTRY_CHECK_IN, .group = ui->coached.check_in_group, .when = WHEN_BEFORE, .soreness = ui->coached.soreness,
                         .pain = ui->coached.pain, .answer = red_flag});
    return step == ASK_RED_FLAG ? ASKED_ALL : step + 1;
}

static void check_in_over(Ui *ui, UiOutput *out) {
    ui->coached.after_check_in(ui, out);
}

void check_in_open(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out) {
    static const Asking asking = {check_in_question, check_in_answer, check_in_over};
    ui->coached.after_check_in = over;
    asking_open(ui, &asking, out);
}
