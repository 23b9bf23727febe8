#include "ui/task.h"

#include "ui/spoken.h"
#include "ui/state.h"

enum { ASK_EASE, ASK_WHICH, WEEK_DAYS = 7, EASIEST = 10, MIDDLE = 5 };

// As they stand in the diary, and on the screen.
static const char *const tasks[] = {"Tie my shoes", "Put on socks", "Get up from a chair", "Lift a bag", "Sleep through the night",
                                    "Sit for an hour", "None of these"};
enum { ANSWERS_OF_WHICH = sizeof tasks / sizeof *tasks, NONE = ANSWERS_OF_WHICH - 1 };

static Question task_question(const Ui *ui, int step) {
    if (step == ASK_WHICH)
        return (Question){.over = "One more thing", .words = say_words[SAY_TASK],
                          .more = "Limber asks about it once a week, so that you see what changes.", .answers = tasks,
                          .answer_count = ANSWERS_OF_WHICH, .hint = "Esc: not now"};
    return (Question){.kind = QUESTION_NUMBER, .over = ui->coached.task, .words = "How easy is it, none to ten?",
                      .spoken = {say_words[SAY_EASE]},
                      .more = "0: I cannot do it. 10: as easy as ever.", .least = 0, .most = EASIEST, .start = MIDDLE, .unit = "of 10",
                      .skip = "Not now", .hint = "Type it, or Left and Right; then Enter. Esc: back"};
}

static int task_answer(Ui *ui, int step, int answer) {
    if (step == ASK_WHICH) {
        if (answer == NONE) return ASKED_ALL;
        ui->coached.task = tasks[answer];
        ui_write(ui, (Entry){.kind = ENTRY_TASK, .text = tasks[answer]});
        return ASK_EASE;
    }
    if (answer != SKIPPED) ui_write(ui, (Entry){.kind = ENTRY_EASE, .number = answer});
    return ASKED_ALL;
}

static void task_over(Ui *ui, UiOutput *out) {
    (void)ui, (void)out;
}

// Sessions that were done, however often their end was written.
static int sessions_done(const Diary *diary) {
    int64_t group = 0;
    int count = 0;
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind != ENTRY_SESSION_END || entry->outcome != OUTCOME_DONE || entry->group == group) continue;
        group = entry->group, count++;
    }
    return count;
}

// Who chose nothing is asked again after seven sessions more.
void task_ask(Ui *ui, UiOutput *out) {
    static const Asking asking = {task_question, task_answer, task_over};
    const Diary *diary = ui->options.diary;
    const Entry *task = diary_newest(diary, ENTRY_TASK), *ease = diary_newest(diary, ENTRY_EASE);
    bool is_due = task ? !ease || ui->now.day - ease->moment.day >= WEEK_DAYS : sessions_done(diary) % WEEK_DAYS == 1;
    if (!is_due) return;
    if (task) ui->coached.task = text_copy(ui->arena, text_of(task->text));
    asking_open_at(ui, &asking, task ? ASK_EASE : ASK_WHICH, out);
}
