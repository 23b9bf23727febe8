#include "ui/safety.h"

#include "coach/screen.h"
#include "ui/state.h"

// Steps: the questions, then what is said after a yes in tier 1, 2 and 3 (of question N), then which of the tags of a
// question apply.
enum { SAID = SCREEN_QUESTIONS, WHICH = 2 * SCREEN_QUESTIONS, STEPS_A_QUESTION = SCREEN_TAGS_MAX };

static const char *const no_yes[] = {"No", "Yes"};
static const char *const understood[] = {"I understand"};

static const ScreenQuestion *question_of(int step) {
    if (step < SAID) return &screen_questions[step];
    return step < WHICH ? &screen_questions[step - SAID] : &screen_questions[(step - WHICH) / STEPS_A_QUESTION];
}

static Question ask_which(const ScreenQuestion *asked, int step) {
    return (Question){.over = asked->text, .words = screen_tag_words(asked->tags[(step - WHICH) % STEPS_A_QUESTION]),
                      .answers = no_yes, .answer_count = 2, .hint = "Esc: the question before"};
}

static Question say_tier(const ScreenQuestion *asked) {
    static const char *const titles[] = {"Emergency", "A doctor first", "You can start gently"};
    const char *text = screen_tier_text(asked->tier);
    return (Question){.over = asked->text, .words = titles[asked->tier - 1], .more = text,
                      .also = asked->advice, .spoken = {text, asked->advice}, .answers = understood, .answer_count = 1, .marked = 1,
                      .hint = "Esc: the question before"};
}

static Question safety_question(const Ui *ui, int step) {
    (void)ui;
    const ScreenQuestion *asked = question_of(step);
    if (step >= WHICH) return ask_which(asked, step);
    if (step >= SAID) return say_tier(asked);
    return (Question){.over = "Before you start", .number = asked->number, .count = SCREEN_QUESTIONS, .words = asked->text,
                      .answers = no_yes, .answer_count = 2,
                      .hint = step == 0 ? "What you answer stays on this machine. Esc: not now" : "Esc: the question before"};
}

static int next_question(const ScreenQuestion *asked) {
    return asked->number < SCREEN_QUESTIONS ? asked->number : ASKED_ALL;
}

// Every tag that was not said to apply is taken away again.
static int take_which(Ui *ui, int step, int answer) {
    const ScreenQuestion *asked = question_of(step);
    int tag = (step - WHICH) % STEPS_A_QUESTION;
    ui_write(ui, (Entry){.kind = ENTRY_TAG, .id = asked->tags[tag], .answer = answer ? ANSWER_YES : ANSWER_NO});
    return asked->tags[tag + 1] ? step + 1 : SAID + asked->number - 1;
}

static int safety_answer(Ui *ui, int step, int answer) {
    const ScreenQuestion *asked = question_of(step);
    if (step >= WHICH) return take_which(ui, step, answer);
    if (step >= SAID) return asked->tier < SCREEN_TIERS ? ASKED_ALL : next_question(asked);
    bool matters = (answer == 1) != asked->yes_is_good;
    if (step == 0) ui->coached.screen_group = ui->now.at_ms;
    if (step == 0) ui_write(ui, (Entry){.kind = ENTRY_SCREEN, .group = ui->coached.screen_group});
    ui_write(ui, (Entry){.kind = ENTRY_SAFETY, .group = ui->coached.screen_group, .number = asked->number,
                         .answer = matters ? ANSWER_YES : ANSWER_NO});
    if (!matters) return next_question(asked);
    return asked->asks_which ? WHICH + (asked->number - 1) * STEPS_A_QUESTION : SAID + asked->number - 1;
}

static void safety_over(Ui *ui, UiOutput *out) {
    if (ui->coached.after_safety) ui->coached.after_safety(ui, out);
}

void safety_open(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out) {
    static const Asking asking = {safety_question, safety_answer, safety_over};
    ui->coached.after_safety = over;
    asking_open(ui, &asking, out);
}
