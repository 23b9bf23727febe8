#include "ui/plans.h"

#include "ui/asking.h"
#include "ui/plans_page.h"
#include "ui/spoken.h"
#include "ui/state.h"

enum { BEGIN_TODAY, BEGIN_TOMORROW, BEGIN_MONDAY, DAYS_A_WEEK = 7 };

static const Plan *focused(const Ui *ui) {
    return ui->options.library->plans.items[ui->coached.plan_focus];
}

void plans_open(Ui *ui, UiOutput *out) {
    const Library *library = ui->options.library;
    for (int i = 0; i < library->plans.count; i++)
        if (library->plans.items[i] == ui->coached.today.plan) ui->coached.plan_focus = i;
    screen_open(ui, SCREEN_PLANS, out);
}

void plans_screen_draw(const Ui *ui, const UiInput *input, Canvas *canvas) {
    (void)input;
    PlansState state = {.library = ui->options.library, .focus = ui->coached.plan_focus, .running = ui->coached.today.plan,
                        .calendar = ui->coached.today_calendar, .toast = ui_toast_words(ui), .theme = ui->theme};
    plans_draw(canvas, &state);
}

void plans_begin(Ui *ui, const char *plan, Level level, int day, int plan_day) {
    const Plan *running = ui->coached.today.plan;
    if (running) ui_write(ui, (Entry){.kind = ENTRY_PLAN_STOP, .id = running->id});
    ui_write(ui, (Entry){.kind = ENTRY_PLAN_START, .id = plan, .level = level, .on_day = day, .number = plan_day});
    ui->coached.home_focus = 0;
}

// The newest level that was chosen, where the plan is for both; else the plan's own.
static Level level_of(const Ui *ui, const Plan *plan) {
    const Entry *chosen = diary_newest(ui->options.diary, ENTRY_LEVEL);
    bool is_advanced = chosen && chosen->level >= LEVEL_A1;
    return is_advanced ? plan->weeks.items[0].advanced : plan->weeks.items[0].level;
}

static Question when_question(const Ui *ui, int step) {
    (void)step;
    static const char *const days[] = {"Today", "Tomorrow", "Next Monday", "Not now"};
    const Plan *plan = focused(ui);
    const char *note = ui->coached.today.plan ? "The plan that runs now ends; what you did stays." : NULL;
    return (Question){.over = plan->name, .words = say_words[SAY_BEGIN_WHEN], .more = plan->about ? plan->about : note,
                      .also = plan->about ? note : NULL, .answers = days, .answer_count = 4, .marked = 1, .hint = "Esc: back"};
}

static int when_answer(Ui *ui, int step, int answer) {
    (void)step;
    int today = ui->now.day, to_monday = DAYS_A_WEEK - (int)date_weekday(today);
    int days[] = {today, today + 1, today + to_monday};
    if (answer <= BEGIN_MONDAY) plans_begin(ui, focused(ui)->id, level_of(ui, focused(ui)), days[answer], 1);
    ui->coached.said_answer = answer;
    return ASKED_ALL;
}

// What was begun is seen on the home screen.
static void when_over(Ui *ui, UiOutput *out) {
    if (ui->coached.said_answer <= BEGIN_MONDAY) screen_back(ui, out);
}

static void ask_when(Ui *ui, UiOutput *out) {
    static const Asking asking = {when_question, when_answer, when_over};
    if (ui->options.library->plans.count > 0) asking_open(ui, &asking, out);
}

void plans_screen_act(Ui *ui, Action action, Key key, UiOutput *out) {
    (void)key;
    int count = ui->options.library->plans.count;
    if (action == ACTION_UP && ui->coached.plan_focus > 0) ui->coached.plan_focus--;
    if (action == ACTION_DOWN && ui->coached.plan_focus < count - 1) ui->coached.plan_focus++;
    if (action == ACTION_ENTER) ask_when(ui, out);
}

void plans_screen_click(Ui *ui, int item, int part, UiOutput *out) {
    (void)part;
    bool was_focused = ui->coached.plan_focus == item;
    ui->coached.plan_focus = item;
    if (was_focused) ask_when(ui, out);
}
