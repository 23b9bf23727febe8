#include "ui/after.h"

#include "ui/spoken.h"
#include "ui/state.h"
#include "ui/task.h"

static const char *const effort_words[SCALE_END] = {
    "no effort at all", "very easy", "easy", "comfortable", "a little hard", "hard, but fine", "hard", "very hard", "too hard",
    "more than I could do",
};

static Question effort_question(const Ui *ui, int step) {
    (void)ui, (void)step;
    return (Question){.kind = QUESTION_SCALE, .over = "Well done", .words = say_words[SAY_EFFORT], .scale_words = effort_words,
                      .hint = "Keys 1 to 9, and 0 for ten. Esc: rather not say"};
}

// The end of the session is in the diary already; it is written again with what was said.
static int effort_answer(Ui *ui, int step, int answer) {
    (void)step;
    const Entry *end = diary_newest(ui->options.diary, ENTRY_SESSION_END);
    if (end) {
        Entry again = *end;
        again.effort = answer + 1;
        ui_write(ui, again);
    }
    return ASKED_ALL;
}

static void effort_over(Ui *ui, UiOutput *out) {
    task_ask(ui, out);
}

const char *after_next_words(Arena *arena, const Finish *finish, int today) {
    static const char *const days[] = {"on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"};
    if (!finish->next_day || !finish->next_name) return NULL;
    int ahead = finish->next_day - today;
    const char *when = ahead == 0 ? "today" : ahead == 1 ? "tomorrow" : days[date_weekday(finish->next_day)];
    return text_format(arena, "Next: %s, %s.", finish->next_name, when);
}

// The home screen lies under the question.
void after_open(Ui *ui, UiOutput *out) {
    static const Asking asking = {effort_question, effort_answer, effort_over};
    ui->screen = SCREEN_HOME;
    asking_open(ui, &asking, out);
}
