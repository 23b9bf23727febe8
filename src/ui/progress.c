#include "ui/progress.h"

#include "coach/progress.h"
#include "ui/progress_page.h"
#include "ui/self_checks.h"
#include "ui/state.h"

static const char *const months[] = {"Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"};

static const char *day_words(Arena *arena, int day) {
    Date date = date_of(day);
    return text_format(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

// What is shown of a round of a check: its first measure, or what it came to.
static const char *check_words(Arena *arena, const SelfCheck *check, const CheckResult *result) {
    static const char *const units[] = {[UNIT_SECONDS] = "s", [UNIT_MM] = "mm", [UNIT_HOURS] = "hours", [UNIT_MINUTES] = "min"};
    if (!result->group) return NULL;
    for (int part = 0; check->parts[part].name && check->parts[part].unit >= UNIT_SECONDS; part++) {
        Body body = check->parts[part].each_side ? BODY_RIGHT : BODY_WHOLE;
        if (!result->is_told[part][body]) continue;
        int right = result->numbers[part][body], left = result->numbers[part][BODY_LEFT];
        const char *unit = units[check->parts[part].unit];
        bool both = check->parts[part].each_side && left != right;
        return both ? text_format(arena, "%d and %d %s", right, left, unit) : text_format(arena, "%d %s", right, unit);
    }
    return result->answer == ANSWER_YES ? "to work on" : result->answer == ANSWER_SKIP ? "skipped" : "fine";
}

// The everyday task stands among the checks: what it is all for.
static CheckRow task_row(Arena *arena, const Progress *progress) {
    CheckRow row = {.name = progress->task, .before = text_format(arena, "%d of 10", progress->task_before)};
    row.now = text_format(arena, "%d of 10", progress->task_now);
    row.was_weak = progress->task_before < 10;
    row.is_weak = progress->task_now <= progress->task_before && row.was_weak;
    return row;
}

static int check_rows(Arena *arena, const Progress *progress, CheckRow rows[CHECK_COUNT + 1]) {
    int count = 0;
    if (progress->task && progress->task_before >= 0) rows[count++] = task_row(arena, progress);
    for (int i = 0; i < CHECK_COUNT; i++) {
        const CheckMark *mark = &progress->checks[i];
        if (!mark->now.group) continue;
        bool twice = mark->before.group != mark->now.group;
        rows[count++] = (CheckRow){.name = mark->check->name, .before = check_words(arena, mark->check, &mark->before),
                                   .now = twice ? check_words(arena, mark->check, &mark->now) : NULL,
                                   .was_weak = mark->before.answer == ANSWER_YES, .is_weak = mark->now.answer == ANSWER_YES};
    }
    return count;
}

void progress_screen_draw(const Ui *ui, const UiInput *input, Canvas *canvas) {
    (void)input;
    Arena *arena = canvas->list->arena;
    const Progress *told = &ui->coached.progress;
    CheckRow rows[CHECK_COUNT + 1];
    ProgressState state = {.tab = (ProgressTab)ui->coached.progress_tab, .headline = told->headline, .expect = told->expect,
                           .days = told->days, .pain = told->pain, .usual = told->usual, .soreness = told->soreness,
                           .level = told->level, .pain_at_start = told->pain_at_start, .weeks = told->weeks,
                           .minutes = told->minutes, .streak = told->streak, .sessions = told->sessions, .checks = rows,
                           .calendar = ui->coached.today_calendar,
                           .week_done = ui->coached.next_level.done, .week_planned = ui->coached.next_level.planned,
                           .week = ui->coached.next_level.words,
                           .toast = ui_toast_words(ui), .theme = ui->theme};
    state.check_count = check_rows(arena, told, rows);
    state.from = day_words(arena, told->first_day);
    state.to = told->days > 1 ? day_words(arena, told->first_day + told->days - 1) : NULL;
    progress_draw(canvas, &state);
}

void progress_screen_act(Ui *ui, Action action, Key key, UiOutput *out) {
    (void)key;
    if (action == ACTION_LEFT && ui->coached.progress_tab > 0) ui->coached.progress_tab--;
    if (action == ACTION_RIGHT && ui->coached.progress_tab < PROGRESS_TABS - 1) ui->coached.progress_tab++;
    if (action == ACTION_ENTER && ui->coached.progress_tab == PROGRESS_CHECKS) self_checks_open(ui, out);
}

void progress_screen_click(Ui *ui, int item, int part, UiOutput *out) {
    (void)part;
    if (item < PROGRESS_TABS) ui->coached.progress_tab = item;
    else self_checks_open(ui, out);
}
