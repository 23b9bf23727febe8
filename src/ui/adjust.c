// The settings and the search for the sound delay: what keys and clicks do there.
#include "ui/state.h"

#include <stddef.h>
#include <string.h>

enum { CLICKS = 600, CLICK_EVERY_MS = 1000, CLICK_MS = 60, SAMPLE_AT_MS = 100, SAMPLE_MS = 1600 };

bool settings_are_shown(const Ui *ui) {
    return ui->overlay == OVERLAY_SETTINGS || ui->overlay == OVERLAY_DELAY;
}

void settings_open(Ui *ui) {
    if (ui->screen == SCREEN_PLAY && !ui->playhead.paused) playhead_pause(&ui->playhead);
    bool is_bare = ui->overlay == OVERLAY_NONE || ui->overlay == OVERLAY_KEYS;
    ui->under_settings = ui->screen == SCREEN_PLAY && is_bare ? OVERLAY_PAUSED : is_bare ? OVERLAY_NONE : ui->overlay;
    ui->overlay = OVERLAY_SETTINGS;
}

// ---- the sound delay ----

static const SettingRow *focused_row(const Ui *ui) {
    return &setting_rows[ui->setting_focus];
}

static bool is_delay(const SettingRow *row) {
    return row->kind == SETTING_NUMBER && row->offset == offsetof(Settings, sound_delay_ms);
}

// Ten minutes of clicks as a session of its own, so that they go the way of every cue.
static Session *make_clicks(Arena *arena) {
    Session *clicks = arena_new(arena, Session, 1);
    clicks->length_ms = (CLICKS + 1) * CLICK_EVERY_MS;
    Segment *segment = list_push(arena, &clicks->segments);
    *segment = (Segment){.kind = SEGMENT_REST, .end_ms = clicks->length_ms, .set = 1, .sets = 1, .round = 1, .rounds = 1};
    for (int i = 1; i <= CLICKS; i++) {
        int64_t at_ms = (int64_t)i * CLICK_EVERY_MS;
        *list_push(arena, &clicks->cues) = (Cue){.at_ms = at_ms, .end_ms = at_ms + CLICK_MS, .kind = CUE_TONE_CLICK};
    }
    return clicks;
}

static void open_delay(Ui *ui, UiOutput *out) {
    if (!ui->clicks) ui->clicks = make_clicks(ui->arena);
    ui->click_playhead = playhead_start(ui->clicks, 0);
    ui->trial_delay_ms = ui->settings.sound_delay_ms;
    ui->overlay = OVERLAY_DELAY;
    out->sound_changed = true;
}

// What was planned of the session was cancelled for the clicks, and is handed out again.
static void close_delay(Ui *ui, bool keeps, UiOutput *out) {
    if (keeps) ui->settings.sound_delay_ms = ui->trial_delay_ms;
    ui->overlay = OVERLAY_SETTINGS;
    if (ui->screen == SCREEN_PLAY) playhead_seek(&ui->playhead, ui->playhead.position_ms);
    out->sound_changed = true;
}

static void step_delay(Ui *ui, int by) {
    Settings trial = ui->settings;
    trial.sound_delay_ms = ui->trial_delay_ms;
    setting_step(focused_row(ui), &trial, by);
    ui->trial_delay_ms = trial.sound_delay_ms;
}

static void delay_act(Ui *ui, Action action, UiOutput *out) {
    switch (action) {
    case ACTION_LEFT: step_delay(ui, -1); break;
    case ACTION_RIGHT: step_delay(ui, 1); break;
    case ACTION_ENTER: close_delay(ui, true, out); break;
    case ACTION_ESCAPE: close_delay(ui, false, out); break;
    default: break;
    }
}

// ---- how loud it is ----

static Session *make_sample(Arena *arena, CueKind kind, const char *text) {
    Session *sample = arena_new(arena, Session, 1);
    sample->length_ms = SAMPLE_MS;
    Segment *segment = list_push(arena, &sample->segments);
    *segment = (Segment){.kind = SEGMENT_REST, .end_ms = SAMPLE_MS, .set = 1, .sets = 1, .round = 1, .rounds = 1};
    *list_push(arena, &sample->cues) = (Cue){.at_ms = SAMPLE_AT_MS, .end_ms = SAMPLE_MS, .kind = kind, .text = text};
    return sample;
}

// A volume that was changed is heard at once, also while the session stands.
static void play_sample(Ui *ui, const SettingRow *row) {
    bool is_voice = row->offset == offsetof(Settings, voice_percent), is_tone = row->offset == offsetof(Settings, tone_percent);
    if (!is_voice && !is_tone) return;
    ui->muted = false;
    Session **sample = &ui->samples[is_tone];
    if (!*sample) *sample = make_sample(ui->arena, is_tone ? CUE_TONE_START : CUE_HALFWAY, is_tone ? NULL : "Half way.");
    ui->sample_playhead = playhead_start(*sample, 0);
}

// For a sample the announcer has given up what it had planned of the session.
static void leave_settings(Ui *ui) {
    ui->overlay = ui->under_settings;
    if (ui->screen == SCREEN_PLAY && ui->sample_playhead.session) playhead_seek(&ui->playhead, ui->playhead.position_ms);
    ui->sample_playhead = (Playhead){0};
}

// ---- the rows ----

// Names go round through what there is; the empty one stands for the usual.
static void step_name(Ui *ui, const SettingRow *row, int by) {
    bool is_voice = row->offset == offsetof(Settings, voice);
    NameList list = is_voice ? ui->options.voices : ui->options.music_folders;
    if (list.count == 0) ui_show_toast(ui, is_voice ? "There is no other voice" : "There is no other folder with music");
    if (list.count == 0) return;
    int at = 0; // from 1
    for (int i = 0; i < list.count; i++)
        if (strcmp(list.names[i], setting_name(row, &ui->settings)) == 0) at = i + 1;
    at = (at + by + list.count + 1) % (list.count + 1);
    setting_set_name(row, &ui->settings, at ? list.names[at - 1] : "");
}

static void step_row(Ui *ui, int by) {
    const SettingRow *row = focused_row(ui);
    if (row->kind == SETTING_NAME) step_name(ui, row, by);
    else setting_step(row, &ui->settings, by);
    play_sample(ui, row);
}

static void enter_row(Ui *ui, UiOutput *out) {
    const SettingRow *row = focused_row(ui);
    if (is_delay(row)) open_delay(ui, out);
    else if (row->kind != SETTING_NUMBER) step_row(ui, 1);
}

void settings_act(Ui *ui, Action action, UiOutput *out) {
    if (ui->overlay == OVERLAY_DELAY) {
        delay_act(ui, action, out);
        return;
    }
    switch (action) {
    case ACTION_UP: ui->setting_focus -= ui->setting_focus > 0; break;
    case ACTION_DOWN: ui->setting_focus += ui->setting_focus < setting_count - 1; break;
    case ACTION_LEFT: step_row(ui, -1); break;
    case ACTION_RIGHT: step_row(ui, 1); break;
    case ACTION_ENTER: enter_row(ui, out); break;
    case ACTION_ESCAPE:
    case ACTION_SETTINGS: leave_settings(ui); break;
    default: break;
    }
}

void settings_click(Ui *ui, int item, int part, UiOutput *out) {
    if (ui->overlay == OVERLAY_DELAY) {
        if (part) step_delay(ui, part);
        else close_delay(ui, item == 1, out);
    } else if (item < 0) {
        leave_settings(ui);
    } else {
        bool was_focused = ui->setting_focus == item;
        ui->setting_focus = item;
        if (part) step_row(ui, part);
        else if (was_focused) enter_row(ui, out);
    }
}
