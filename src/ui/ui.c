#include "ui/ui.h"

#include "ui/going_on.h"
#include "session/place.h"
#include "ui/state.h"
#include "ui/today.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

// How long each routine takes at its own level; found out once, in memory given back at once.
void ui_estimate_minutes(Ui *ui) {
    const Library *library = ui->options.library;
    ui->minutes = arena_new(ui->arena, int, library->routines.count + 1);
    Arena scratch = {0};
    for (int i = 0; i < library->routines.count; i++) {
        const Routine *routine = library->routines.items[i];
        SessionOptions options = ui->options.how;
        options.level = routine->level;
        options.library = library;
        Session session = {0};
        Error error;
        bool plays = session_compile(&scratch, routine, &options, &session, &error);
        if (plays) ui->minutes[i] = (int)((session.length_ms + 30000) / 60000);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

// The home page of a person; without a diary, the routines.
static void begin_with_pages(Ui *ui) {
    ui->screen = ui->options.diary ? SCREEN_HOME : SCREEN_CHOOSE;
    ui_estimate_minutes(ui);
}

static const Theme *theme_of(const Ui *ui) {
    return ui->settings.dark ? &theme_dark : &theme_light;
}

Ui *ui_make(Arena *arena, const UiOptions *options) {
    Ui *ui = arena_new(arena, Ui, 1);
    ui->arena = arena;
    ui->options = *options;
    ui->muted = options->muted;
    ui->settings = ui->settings_before = options->settings ? *options->settings : settings_default();
    ui->theme = theme_of(ui);
    ui->tempo_percent = (int)lround(fmin(fmax(options->tempo, 0.5), 1.5) * 100);
    ui->notice_left_ms = options->notice ? NOTICE_MS : 0;
    if (options->session) ui_play(ui, options->session, options->from_ms);
    else begin_with_pages(ui);
    return ui;
}

void ui_close(Ui *ui) {
    arena_free(&ui->coached.today_arena);
}

void ui_play(Ui *ui, const Session *session, int64_t from_ms) {
    ui->screen = SCREEN_PLAY;
    ui->left_at = NULL;
    ui->depth = 0;
    ui->overlay = OVERLAY_NONE;
    ui->session = session;
    ui->playhead = playhead_start(session, from_ms);
    ui->seen_least_ms = ui->playhead.position_ms;
    playhead_set_tempo(&ui->playhead, ui->tempo_percent / 100.0);
    ui->asked = COMPARE_SOON;
    ui->active_ms = 0;
    ui->hurts = 0;
    ui->played_ms = arena_new(ui->arena, double, session->segments.count + 1);
}

void ui_change_session(Ui *ui, const Session *session, const Change *change) {
    assert(ui->screen == SCREEN_PLAY);
    double at_ms = (double)session_changed_ms(session, change);
    double *played_ms = arena_new(ui->arena, double, session->segments.count + 1);
    int begins = session_segment_at(session, at_ms);
    for (int i = 0; i < begins && i < ui->session->segments.count; i++) played_ms[i] = ui->played_ms[i];
    ui->played_ms = played_ms;
    ui->session = ui->playhead.session = session;
    playhead_seek(&ui->playhead, at_ms);
    ui->seen_least_ms = ui->playhead.position_ms;
    ui->asked = COMPARE_SOON;
}

void ui_replace_session(Ui *ui, const Session *session) {
    double place_ms = place_of(ui->session, ui->playhead.position_ms, session);
    double *played_ms = arena_new(ui->arena, double, session->segments.count + 1);
    for (int i = 0; i < ui->session->segments.count; i++) {
        int now = ui->played_ms[i] > 0 ? place_counterpart(ui->session, i, session) : -1;
        const Segment *before = &ui->session->segments.items[i];
        double part = ui->played_ms[i] / (double)(before->end_ms - before->start_ms);
        if (now >= 0) played_ms[now] = part * (double)(session->segments.items[now].end_ms - session->segments.items[now].start_ms);
    }
    ui->played_ms = played_ms;
    ui->session = ui->playhead.session = session;
    playhead_seek(&ui->playhead, place_ms);
    ui->seen_least_ms = 0;
}

const Routine *ui_chosen_routine(const Ui *ui) {
    const Library *library = ui->options.library;
    return ui->focus < library->routines.count ? library->routines.items[ui->focus] : NULL;
}

void ui_library_changed(Ui *ui, const Routine *chosen, const char *const *problems, int problem_count) {
    const Library *library = ui->options.library;
    int last = library->routines.count - 1;
    ui->focus = ui->focus > last ? last : ui->focus;
    ui->focus = ui->focus < 0 ? 0 : ui->focus;
    for (int i = 0; i <= last; i++)
        if (library->routines.items[i] == chosen) ui->focus = i;
    ui->options.problems = problems;
    ui->options.problem_count = problem_count;
    if (ui->minutes) ui_estimate_minutes(ui);
    ui->coached.today_entries = 0; // today points to what may be gone
}

const Settings *ui_settings(const Ui *ui) {
    return &ui->settings;
}

void ui_forget_place(Ui *ui) {
    ui->left_at = NULL;
}

void ui_notify(Ui *ui, const char *notice) {
    ui->options.notice = notice;
    ui->notice_left_ms = NOTICE_MS;
}

static bool plays_sample(const Ui *ui) {
    return ui->overlay == OVERLAY_SETTINGS && ui->sample_playhead.session && !playhead_at_end(&ui->sample_playhead);
}

Playhead *ui_playhead(Ui *ui) {
    if (ui->overlay == OVERLAY_DELAY) return &ui->click_playhead;
    if (plays_sample(ui)) return &ui->sample_playhead;
    return ui->screen == SCREEN_PLAY ? &ui->playhead : NULL;
}

ScreenKind ui_screen(const Ui *ui) {
    return ui->screen;
}

bool ui_is_playing(const Ui *ui) {
    bool plays = ui->screen == SCREEN_PLAY;
    for (int i = 0; i < ui->depth; i++) plays = plays || ui->before[i] == SCREEN_PLAY;
    return plays;
}

static const Move *play_on(Ui *ui, double elapsed_ms, int *done_step) {
    double before = ui->playhead.position_ms;
    playhead_advance(&ui->playhead, elapsed_ms);
    tally_add(ui, before, ui->playhead.position_ms);
    ui->active_ms += (ui->playhead.position_ms - before) / ui->playhead.tempo;
    return tally_done(ui, before, ui->playhead.position_ms, done_step);
}

static void let_time_pass(Ui *ui, double elapsed_ms, UiOutput *out) {
    ui->toast_left_ms = fmax(0, ui->toast_left_ms - elapsed_ms);
    ui->notice_left_ms = fmax(0, ui->notice_left_ms - elapsed_ms);
    ui->shown_ms += elapsed_ms;
    if (ui->screen == SCREEN_PLAY) out->done = play_on(ui, elapsed_ms, &out->done_step);
    if (ui->screen == SCREEN_ASK && ui->overlay == OVERLAY_NONE) asking_step(ui, elapsed_ms, out);
    if (plays_sample(ui)) playhead_advance(&ui->sample_playhead, elapsed_ms);
    if (ui->overlay != OVERLAY_DELAY) return;
    playhead_advance(&ui->click_playhead, elapsed_ms);
    if (playhead_at_end(&ui->click_playhead)) playhead_seek(&ui->click_playhead, 0);
}

// The picture waits for the sound, not the other way: so no cue is ever too late to be given out, wherever one jumps to,
// and pausing stops both at the same word.
double ui_seen_ms(const Ui *ui) {
    double delay_ms = ui->has_sound ? ui->settings.sound_delay_ms * ui->playhead.tempo : 0;
    return fmax(ui->playhead.position_ms - delay_ms, fmin(ui->seen_least_ms, ui->playhead.position_ms));
}

static void finish_at_end(Ui *ui) {
    if (ui->screen != SCREEN_PLAY || !playhead_at_end(&ui->playhead)) return;
    ui->screen = SCREEN_FINISH;
    ui->overlay = OVERLAY_NONE;
    ui->finish = tally_finish(ui);
}

// What was asked for holds for one exercise.
Comparing ui_comparing(const Ui *ui, Comparison *comparison) {
    double at_ms = ui_seen_ms(ui);
    int here = session_segment_at(ui->session, at_ms);
    if (!session_comparison(ui->session, here, comparison)) return COMPARE_NOT;
    bool is_asked = ui->asked != COMPARE_SOON && ui->asked_step == ui->session->segments.items[here].step;
    return is_asked ? ui->asked : session_comparing(ui->session, here, at_ms);
}

static void draw_settings(const Ui *ui, Canvas *canvas) {
    SettingsState state = {&ui->settings, ui->setting_focus, ui_toast_words(ui), ui->theme};
    settings_draw(canvas, &state);
}

static void draw_delay(const Ui *ui, Canvas *canvas) {
    double seen_ms = ui->click_playhead.position_ms - ui->trial_delay_ms;
    DelayState state = {seen_ms, ui->trial_delay_ms, ui->has_sound, ui->theme};
    delay_draw(canvas, &state);
}

// Returns the words of what has the focus, or NULL.
static const char *draw(const Ui *ui, const UiInput *input, DrawList *list, HitList *hits) {
    Canvas canvas = canvas_make(list, input->measure, input->width, input->height);
    canvas.hits = hits;
    hits->count = 0;
    if (ui->overlay == OVERLAY_SETTINGS) draw_settings(ui, &canvas);
    else if (ui->overlay == OVERLAY_DELAY) draw_delay(ui, &canvas);
    else screens[ui->screen].draw(ui, input, &canvas);
    overlay_draw(&canvas, ui->theme, ui->overlay, ui->choice);
    return canvas.focused;
}

// The clicks are heard even by who turned the tones off.
static void tell_volumes(const Ui *ui, UiOutput *out) {
    const Settings *settings = &ui->settings;
    bool clicks = ui->overlay == OVERLAY_DELAY;
    int all = ui->muted && !clicks ? 0 : 1, tone_percent = clicks && settings->tone_percent < 50 ? 50 : settings->tone_percent;
    out->voice_volume = (float)(all * settings->voice_percent) / 100;
    out->music_volume = (float)(all * settings->music_percent) / 100;
    out->tone_volume = (float)(all * tone_percent) / 100;
}

// Not while a session is played, which may be of today as it was, or questions are answered: after years of days it takes a
// moment.
static bool shows_today(const Ui *ui) {
    bool is_known = ui->coached.today_day != 0;
    return ui->screen != SCREEN_PLAY && ui->screen != SCREEN_ASK && !(is_known && ui_is_playing(ui));
}

static void ask_who(Ui *ui, UiOutput *out) {
    ui->options.asks_who = false;
    if (ui->screen == SCREEN_HOME) who_open(ui, out);
}

// Once, and not when a session that was cut off can be gone on with: that comes first.
static void begin_today(Ui *ui, UiOutput *out) {
    if (who_is_asked(ui)) return;
    ui->options.start_today = false;
    if (ui->screen == SCREEN_HOME) today_start(ui, out);
}

// What gets the focus is said, for who chose that; a sentence of the screen comes before it.
static void speak_focus(Ui *ui, const char *focused, UiOutput *out) {
    bool is_new = focused && strncmp(ui->focused, focused, sizeof ui->focused - 1) != 0;
    snprintf(ui->focused, sizeof ui->focused, "%s", focused ? focused : "");
    if (!is_new || !ui->settings.speak_focus || out->remarks[0]) return;
    screen_say(ui, (const char *const[]){text_copy(ui->arena, text_of(focused)), NULL}, out);
    if (ui->screen == SCREEN_PLAY) playhead_seek(&ui->playhead, ui->playhead.position_ms); // what was planned is handed out again
}

UiOutput ui_step(Ui *ui, const UiInput *input, Arena *frame) {
    UiOutput out = {.quit = input->close_asked, .list.arena = frame};
    ui->settings_before = ui->settings;
    ui->fullscreen = input->fullscreen;
    ui->has_sound = input->has_sound;
    ui->now = input->now;
    if (ui->options.diary && shows_today(ui)) today_refresh(ui);
    let_time_pass(ui, input->elapsed_ms, &out);
    if (ui->options.asks_who) ask_who(ui, &out);
    if (!who_is_asked(ui) && (ui->screen != SCREEN_ASK || ui->options.go_on_at)) going_on_step(ui, &out);
    if (ui->options.start_today) begin_today(ui, &out);
    if (input->clicked) ui_click(ui, input->click_x, input->click_y, &out);
    for (int i = 0; i < input->key_count; i++) ui_act(ui, input->keys[i], &out);
    finish_at_end(ui);
    out.sound_paused = ui->screen == SCREEN_PLAY && ui_stands(ui);
    ui->theme = theme_of(ui);
    tell_volumes(ui, &out);
    out.settings_changed = memcmp(&ui->settings, &ui->settings_before, sizeof ui->settings) != 0;
    if (input->width > 0 && input->height > 0) speak_focus(ui, draw(ui, input, &out.list, &ui->hits), &out);
    if (ui->settings.talk == (int)TALK_QUIET) out.remarks[0] = NULL; // then it is only written
    return out;
}
