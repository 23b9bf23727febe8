#include "ui/after.h"
#include "ui/by_hand.h"
#include "ui/plans.h"
#include "ui/player.h"
#include "ui/state.h"
#include "ui/progress.h"
#include "ui/today.h"

#include <assert.h>
#include <string.h>

void screen_open(Ui *ui, ScreenKind screen, UiOutput *out) {
    assert(ui->depth < MOST_SCREENS);
    ui->before[ui->depth++] = ui->screen;
    ui->screen = screen;
    if (screen == SCREEN_CHOOSE && !ui->minutes) ui_estimate_minutes(ui);
    ui->shown_ms = 0;
    out->sound_changed = true;
}

void screen_back(Ui *ui, UiOutput *out) {
    assert(ui->depth > 0);
    ui->screen = ui->before[--ui->depth];
    ui->shown_ms = 0;
    out->sound_changed = true;
}

void screen_say(Ui *ui, const char *const *sentences, UiOutput *out) {
    (void)ui;
    out->sound_changed = true;
    int count = 0;
    for (; sentences[count]; count++) {
        assert(count < REMARKS);
        out->remarks[count] = sentences[count];
    }
    out->remarks[count] = NULL;
}

void screen_say_before(const char *sentence, UiOutput *out) {
    assert(!out->remarks[REMARKS - 1]);
    memmove(out->remarks + 1, out->remarks, sizeof *out->remarks * REMARKS);
    out->remarks[0] = sentence;
}

void ui_write(Ui *ui, Entry entry) {
    entry.moment = ui->now;
    ui->options.write(ui->options.diary_owner, &entry);
}

const char *ui_toast_words(const Ui *ui) {
    if (ui->toast_left_ms > 0) return ui->toast;
    bool is_bare_pause = ui->screen == SCREEN_PLAY && ui->playhead.paused && ui->overlay == OVERLAY_NONE;
    if (is_bare_pause) return "Paused. Space goes on.";
    return ui->notice_left_ms > 0 ? ui->options.notice : NULL;
}

static void draw_play(const Ui *ui, const UiInput *input, Canvas *canvas) {
    Comparison comparison = {0};
    Comparing comparing = ui_comparing(ui, &comparison);
    PlayerState state = {
        .comparing = comparing,
        .comparison = comparison,
        .session = ui->session,
        .view = session_view(ui->session, ui_seen_ms(ui)),
        .position_ms = ui_seen_ms(ui),
        .tempo = ui->tempo_percent / 100.0,
        .ready_left_ms = ui->playhead.ready_left_ms,
        .captions = ui->settings.captions,
        .muscle_light = ui->settings.muscle_light,
        .toast = ui_toast_words(ui),
        .sheets = input->sheets,
        .drawings = input->drawings,
        .theme = ui->theme,
    };
    player_draw(canvas, &state);
}

static void draw_chooser(const Ui *ui, const UiInput *input, Canvas *canvas) {
    ChooserState state = {
        .library = ui->options.library,
        .minutes = ui->minutes,
        .focus = ui->focus,
        .settings_focused = ui->settings_focused,
        .has_way_back = ui->depth > 0,
        .problems = ui->options.problems,
        .problem_count = ui->options.problem_count,
        .toast = ui_toast_words(ui),
        .sheets = input->sheets,
        .theme = ui->theme,
    };
    chooser_draw(canvas, &state);
}

// ---- the list of sessions ----

static void play_chosen(Ui *ui, const Routine *routine, UiOutput *out) {
    const UiOptions *options = &ui->options;
    const char *why = NULL;
    if (!options->diary) out->play.routine = routine;
    else out->play = by_hand_wish(ui->arena, options->diary, options->library, ui->now, routine, &why);
    if (why) ui_notify(ui, why);
}

static void choose(Ui *ui, UiOutput *out) {
    if (ui->settings_focused) settings_open(ui);
    else if (ui->options.library->routines.count > 0) play_chosen(ui, ui->options.library->routines.items[ui->focus], out);
}

static void move_focus(Ui *ui, int by) {
    int at = ui->focus + by;
    if (at < 0 || at >= ui->options.library->routines.count) return;
    ui->focus = at;
    ui->settings_focused = false;
}

// Beside the routines there is the way to the settings.
static void choose_act(Ui *ui, Action action, Key key, UiOutput *out) {
    (void)key;
    switch (action) {
    case ACTION_UP: move_focus(ui, -1); break;
    case ACTION_DOWN: move_focus(ui, 1); break;
    case ACTION_LEFT: ui->settings_focused = false; break;
    case ACTION_RIGHT: ui->settings_focused = true; break;
    case ACTION_ENTER: choose(ui, out); break;
    default: break;
    }
}

static void choose_click(Ui *ui, int item, int part, UiOutput *out) {
    (void)part;
    bool was_focused = ui->focus == item && !ui->settings_focused;
    ui->settings_focused = item < 0;
    if (item >= 0) ui->focus = item;
    if (item < 0 || was_focused) choose(ui, out);
}

// ---- the last screen ----

static void draw_finish(const Ui *ui, const UiInput *input, Canvas *canvas) {
    (void)input;
    FinishState finish = ui->finish;
    if (ui->options.diary) {
        finish.praise = ui->coached.finish.praise;
        finish.next = after_next_words(canvas->list->arena, &ui->coached.finish, ui->now.day);
    }
    finish_draw(canvas, &finish);
}

static void finish_act(Ui *ui, Action action, Key key, UiOutput *out) {
    (void)key;
    if (action != ACTION_ENTER) return;
    if (ui->options.diary) after_open(ui, out);
    else out->quit = true;
}

const Screen screens[SCREEN_COUNT] = {
    [SCREEN_CHOOSE] = {draw_chooser, choose_act, choose_click, false},
    [SCREEN_PLAY] = {draw_play, play_act, play_click, true},
    [SCREEN_FINISH] = {draw_finish, finish_act, NULL, false},
    [SCREEN_HOME] = {today_draw, today_act, today_click, false},
    [SCREEN_PLANS] = {plans_screen_draw, plans_screen_act, plans_screen_click, false},
    [SCREEN_PROGRESS] = {progress_screen_draw, progress_screen_act, progress_screen_click, false},
    [SCREEN_ASK] = {asking_draw, asking_act, asking_click, true},
};
