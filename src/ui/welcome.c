#include "ui/welcome.h"

#include "coach/proposal.h"
#include "ui/plans.h"
#include "ui/safety.h"
#include "ui/state.h"

static void begin_plan(Ui *ui, UiOutput *out) {
    (void)out;
    Proposal proposal =
        coach_proposal(&ui->coached.today_arena, ui->options.diary, ui->options.library, ui->now, ui->coached.wants_advanced);
    if (!proposal.plan) return;
    plans_begin(ui, proposal.plan->id, proposal.level, ui->now.day, proposal.plan_day);
    ui_notify(ui, text_copy(ui->arena, text_of(proposal.why)));
}

void welcome_begin(Ui *ui, bool advanced, UiOutput *out) {
    ui->coached.wants_advanced = advanced;
    ui_write(ui, (Entry){.kind = ENTRY_LEVEL, .level = advanced ? LEVEL_A1 : LEVEL_B1});
    safety_open(ui, begin_plan, out);
}
