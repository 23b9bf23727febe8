#include "ui/welcome.h"

#include "coach/choice.h"
#include "ui/safety.h"
#include "ui/state.h"

static Choice choice_now(const Ui *ui) {
    ChoiceFacts facts = choice_facts(ui->options.diary, ui->wants_advanced);
    return choice_decide(&facts);
}

static void begin_plan(Ui *ui, UiOutput *out) {
    (void)out;
    Choice choice = choice_now(ui);
    if (choice.forbids || !choice.plan) return;
    ui_write(ui, (Entry){.kind = ENTRY_PLAN_START, .id = choice.plan, .level = choice.level, .on_day = ui->now.day, .number = 1});
    ui_notify(ui, choice.why);
    ui->home_focus = 0;
}

void welcome_begin(Ui *ui, bool advanced, UiOutput *out) {
    ui->wants_advanced = advanced;
    ui_write(ui, (Entry){.kind = ENTRY_LEVEL, .level = advanced ? LEVEL_A1 : LEVEL_B1});
    safety_open(ui, begin_plan, out);
}
