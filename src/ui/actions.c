#include "ui/state.h"

#include "ui/hurt.h"
#include "ui/keys.h"
#include "ui/paper.h"

#include <stdio.h>
#include <string.h>

typedef void (*Act)(Ui *ui, UiOutput *out);

bool ui_stands(const Ui *ui) {
    return ui->playhead.paused || ui->playhead.ready_left_ms > 0;
}

static void show_toast(Ui *ui, const char *words, int percent) {
    snprintf(ui->toast, sizeof ui->toast, percent >= 0 ? "%s %d %%" : "%s", words, percent);
    ui->toast_left_ms = TOAST_MS;
}

void ui_show_toast(Ui *ui, const char *words) {
    show_toast(ui, words, -1);
}

static void on_or_off(Ui *ui, const char *what, bool on) {
    char words[48];
    snprintf(words, sizeof words, "%s %s", what, on ? "on" : "off");
    show_toast(ui, words, -1);
}

// ---- pause and what lies over the screen ----

static void stand(Ui *ui, Overlay overlay) {
    if (!ui->playhead.paused) playhead_pause(&ui->playhead);
    ui->overlay = overlay;
}

static void go_on(Ui *ui) {
    playhead_resume(&ui->playhead);
    ui->overlay = OVERLAY_NONE;
}

static void act_pause(Ui *ui, UiOutput *out) {
    (void)out;
    if (ui->playhead.paused) go_on(ui);
    else stand(ui, OVERLAY_PAUSED);
}

// Unlike the key, the words "pause" and "go on" never mean their opposite.
static void act_stand(Ui *ui, UiOutput *out) {
    (void)out;
    if (!ui->playhead.paused) stand(ui, OVERLAY_PAUSED);
}

static void act_go_on(Ui *ui, UiOutput *out) {
    (void)out;
    if (ui->playhead.paused) go_on(ui);
}

static void open_keys(Ui *ui, UiOutput *out) {
    (void)out;
    ui->under_keys = ui->playhead.paused && ui->screen == SCREEN_PLAY && ui->overlay == OVERLAY_NONE ? OVERLAY_PAUSED : ui->overlay;
    ui->overlay = OVERLAY_KEYS;
    if (ui->screen == SCREEN_PLAY) stand(ui, OVERLAY_KEYS);
}

static void close_keys(Ui *ui) {
    if (ui->screen == SCREEN_PLAY && ui->under_keys == OVERLAY_NONE) go_on(ui);
    else ui->overlay = ui->under_keys;
}

static void leave_fullscreen(Ui *ui, UiOutput *out) {
    out->leave_fullscreen = true;
    ui->fullscreen = false;
}

// Never ends a session: out of full screen, then the menu, then back out of the menu.
static void act_escape(Ui *ui, UiOutput *out) {
    if (ui->overlay == OVERLAY_MENU) go_on(ui);
    else if (ui->fullscreen) leave_fullscreen(ui, out);
    else {
        stand(ui, OVERLAY_MENU);
        ui->choice = CHOICE_RESUME;
    }
}

static void act_full_screen(Ui *ui, UiOutput *out) {
    out->toggle_fullscreen = !out->toggle_fullscreen;
    ui->fullscreen = !ui->fullscreen;
}

static void act_quit(Ui *ui, UiOutput *out) {
    (void)ui;
    out->quit = true;
}

// ---- place in the session ----

static void seek(Ui *ui, UiOutput *out, double position_ms) {
    playhead_seek(&ui->playhead, position_ms);
    ui->seen_least_ms = ui->playhead.position_ms;
    out->sound_changed = true;
}

static void act_forward(Ui *ui, UiOutput *out) {
    seek(ui, out, ui->playhead.position_ms + SEEK_MS);
}

static void act_back(Ui *ui, UiOutput *out) {
    seek(ui, out, ui->playhead.position_ms - SEEK_MS);
}

static void act_next(Ui *ui, UiOutput *out) {
    playhead_next(&ui->playhead);
    ui->seen_least_ms = ui->playhead.position_ms;
    out->sound_changed = true;
}

static void act_previous(Ui *ui, UiOutput *out) {
    playhead_previous(&ui->playhead);
    ui->seen_least_ms = ui->playhead.position_ms;
    out->sound_changed = true;
}

// From the set that is done or comes next; what hurts is not begun again.
static void ask_for(Ui *ui, ChangeKind kind, int here, UiOutput *out) {
    const Segment *segment = &ui->session->segments.items[here];
    bool is_over = kind == CHANGE_HURTS && segment->kind == SEGMENT_WORK;
    ui->change = (Change){.kind = kind, .move = segment->move->id, .from_segment = here + is_over,
                          .from_work = session_works_before(ui->session, here) + is_over};
    out->change = &ui->change;
}

void play_change(Ui *ui, ChangeKind kind, int segment, UiOutput *out) {
    ask_for(ui, kind, segment, out);
    stand(ui, OVERLAY_PAUSED);
}

void play_stop(Ui *ui, UiOutput *out) {
    ui->screen = SCREEN_HOME;
    ui->overlay = OVERLAY_NONE;
    out->stopped = true;
    out->sound_changed = true;
}

// What hurts is over for today, here and later; what comes next waits until one is ready for it. Where a diary is kept,
// what was felt decides what follows.
static void act_hurts(Ui *ui, UiOutput *out) {
    int here = session_segment_at(ui->session, ui->playhead.position_ms);
    bool is_asked = ui->options.diary && ui->session->segments.items[here].move;
    if (is_asked) {
        stand(ui, OVERLAY_NONE);
        hurt_open(ui, out);
        return;
    }
    if (ui->session->segments.items[here].move) ask_for(ui, CHANGE_HURTS, here, out);
    act_next(ui, out);
    stand(ui, OVERLAY_PAUSED);
    ui->hurts += out->change != NULL;
    if (ui->hurts == 2) ui->toast_left_ms = 0;
    if (ui->hurts == 2) ui_notify(ui, "Two exercises hurt, so what strengthens is over for today. Go on gently, or stop.");
    else show_toast(ui, "Stopped this exercise. Rest, then go on.", -1);
}

// The easier form takes the place of the exercise from this set on; where it is only words, they are shown and said.
static void act_easier(Ui *ui, UiOutput *out) {
    int here = session_segment_at(ui->session, ui->playhead.position_ms);
    const Segment *segment = &ui->session->segments.items[here];
    if (segment->easier) {
        out->remarks[0] = text_copy(ui->arena, text_of(segment->easier)); // the session will be another
        ask_for(ui, CHANGE_EASIER, here, out);
    } else if (segment->move) {
        out->remarks[0] = session_easier(ui->arena, ui->options.library, segment->move, segment->side);
    }
    if (out->remarks[0]) ui_notify(ui, out->remarks[0]);
    else show_toast(ui, "There is no easier way of this", -1);
}

// From where the exercise is got ready for; sentences belong to the exercise before them.
static void act_repeat(Ui *ui, UiOutput *out) {
    const Segment *segments = ui->session->segments.items;
    int here = session_segment_at(ui->session, ui->playhead.position_ms), first = here;
    for (int i = here; i >= 0 && segments[i].step == segments[here].step; i--) {
        if (segments[i].kind == SEGMENT_READY) first = i;
    }
    seek(ui, out, (double)segments[first].start_ms);
}

// ---- sound and tempo ----

static void tell_volume(Ui *ui, const char *of, int percent) {
    if (!ui->has_sound) show_toast(ui, "There is no sound device", -1);
    else if (ui->muted) show_toast(ui, "Sound off", -1);
    else show_toast(ui, of, percent);
}

// To change a volume is also to end the silence.
static void change_volume(Ui *ui, const char *of, int *percent, int by) {
    *percent = *percent + by < 0 ? 0 : *percent + by > 100 ? 100 : *percent + by;
    ui->muted = false;
    tell_volume(ui, of, *percent);
}

static void act_louder(Ui *ui, UiOutput *out) {
    (void)out;
    change_volume(ui, "Voice", &ui->settings.voice_percent, 10);
}

static void act_quieter(Ui *ui, UiOutput *out) {
    (void)out;
    change_volume(ui, "Voice", &ui->settings.voice_percent, -10);
}

static void act_music_louder(Ui *ui, UiOutput *out) {
    (void)out;
    change_volume(ui, "Music", &ui->settings.music_percent, 10);
}

static void act_music_quieter(Ui *ui, UiOutput *out) {
    (void)out;
    change_volume(ui, "Music", &ui->settings.music_percent, -10);
}

static void act_mute(Ui *ui, UiOutput *out) {
    (void)out;
    ui->muted = !ui->muted;
    tell_volume(ui, "Voice", ui->settings.voice_percent);
}

static void set_tempo(Ui *ui, UiOutput *out, int percent) {
    percent = percent < 50 ? 50 : percent > 150 ? 150 : percent;
    if (percent != ui->tempo_percent) {
        ui->tempo_percent = percent;
        playhead_set_tempo(&ui->playhead, percent / 100.0);
        out->sound_changed = true;
    }
    show_toast(ui, "Speed", percent);
}

static void act_slower(Ui *ui, UiOutput *out) {
    set_tempo(ui, out, ui->tempo_percent - 5);
}

static void act_faster(Ui *ui, UiOutput *out) {
    set_tempo(ui, out, ui->tempo_percent + 5);
}

static void act_normal_tempo(Ui *ui, UiOutput *out) {
    set_tempo(ui, out, 100);
}

static void act_light(Ui *ui, UiOutput *out) {
    (void)out;
    ui->settings.muscle_light = !ui->settings.muscle_light;
    on_or_off(ui, "Muscle light", ui->settings.muscle_light);
}

static void act_captions(Ui *ui, UiOutput *out) {
    (void)out;
    ui->settings.captions = !ui->settings.captions;
    on_or_off(ui, "Captions", ui->settings.captions);
}

// Also while paused, when the keys make room for it and come back.
static void act_mistake(Ui *ui, UiOutput *out) {
    (void)out;
    Comparison comparison;
    int here = session_segment_at(ui->session, ui_seen_ms(ui));
    if (!session_comparison(ui->session, here, &comparison)) {
        show_toast(ui, "No mistake is drawn for this", -1);
        return;
    }
    bool shows = ui_comparing(ui, &comparison) == COMPARE_NOW && ui->overlay == OVERLAY_NONE;
    ui->asked = shows ? COMPARE_NOT : COMPARE_NOW;
    ui->asked_step = ui->session->segments.items[here].step;
    if (ui->playhead.paused) ui->overlay = shows ? OVERLAY_PAUSED : OVERLAY_NONE;
}

// ---- the pause menu ----

static void act_settings(Ui *ui, UiOutput *out) {
    (void)out;
    settings_open(ui);
}

static void act_up(Ui *ui, UiOutput *out) {
    (void)out;
    if (ui->overlay == OVERLAY_MENU && ui->choice > 0) ui->choice--;
}

static void act_down(Ui *ui, UiOutput *out) {
    (void)out;
    if (ui->overlay == OVERLAY_MENU && ui->choice < CHOICE_COUNT - 1) ui->choice++;
}

static void leave_for_home(Ui *ui, UiOutput *out) {
    const Segment *segment = &ui->session->segments.items[session_segment_at(ui->session, ui->playhead.position_ms)];
    const char *move = segment->move ? segment->move->name : ui->session->routine->name;
    ui->left_at = text_copy(ui->arena, text_of(move));
    ui->screen = SCREEN_HOME;
    ui->overlay = OVERLAY_NONE;
    ui->depth = 0;
    ui->coached.home_focus = 0;
    out->left = out->sound_changed = true;
}

// Over the session, which stands meanwhile.
static void act_progress(Ui *ui, UiOutput *out) {
    if (!ui->options.diary) return;
    stand(ui, OVERLAY_NONE);
    screen_open(ui, SCREEN_PROGRESS, out);
}

static void act_enter(Ui *ui, UiOutput *out) {
    if (ui->overlay != OVERLAY_MENU) return;
    if (ui->choice == CHOICE_LEAVE && ui->options.diary) leave_for_home(ui, out);
    else if (ui->choice == CHOICE_LEAVE) out->quit = true;
    else if (ui->choice == CHOICE_SETTINGS) settings_open(ui);
    else if (ui->choice == CHOICE_AGAIN) act_repeat(ui, out);
    if (ui->choice == CHOICE_RESUME || ui->choice == CHOICE_AGAIN) go_on(ui);
}

static const Act acts[ACTION_COUNT] = {
    [ACTION_PAUSE] = act_pause,     [ACTION_NEXT] = act_next,         [ACTION_PREVIOUS] = act_previous,
    [ACTION_FORWARD] = act_forward, [ACTION_BACK] = act_back,         [ACTION_LOUDER] = act_louder,
    [ACTION_QUIETER] = act_quieter, [ACTION_MUTE] = act_mute,         [ACTION_SLOWER] = act_slower,
    [ACTION_FASTER] = act_faster,   [ACTION_LIGHT] = act_light,       [ACTION_NORMAL_TEMPO] = act_normal_tempo,
    [ACTION_REPEAT] = act_repeat,   [ACTION_CAPTIONS] = act_captions, [ACTION_FULL_SCREEN] = act_full_screen,
    [ACTION_STAND] = act_stand,     [ACTION_GO_ON] = act_go_on,       [ACTION_HURTS] = act_hurts,
    [ACTION_EASIER] = act_easier,   [ACTION_PROGRESS] = act_progress,
    [ACTION_KEYS] = open_keys,      [ACTION_ESCAPE] = act_escape,     [ACTION_QUIT] = act_quit,
    [ACTION_MISTAKE] = act_mistake, [ACTION_MUSIC_LOUDER] = act_music_louder,
    [ACTION_MUSIC_QUIETER] = act_music_quieter,                       [ACTION_SETTINGS] = act_settings,
    [ACTION_UP] = act_up,           [ACTION_DOWN] = act_down,         [ACTION_ENTER] = act_enter,
};

// What was heard is shown, so that a person sees why something happens.
static void show_heard(Ui *ui, Key key) {
    static const char said[] = "Say ";
    if (strncmp(key.name, said, strlen(said)) != 0) return;
    char words[48];
    snprintf(words, sizeof words, "Heard: %s", key.name + strlen(said));
    show_toast(ui, words, -1);
}

void play_act(Ui *ui, Action action, Key key, UiOutput *out) {
    if (action != ACTION_NONE) show_heard(ui, key);
    if (acts[action]) acts[action](ui, out);
}

void play_click(Ui *ui, int item, int part, UiOutput *out) {
    (void)part;
    if (ui->overlay != OVERLAY_MENU) return;
    ui->choice = (MenuChoice)item;
    act_enter(ui, out);
}

// Back to the screen before; from the first one out of full screen, then out.
static void escape_from_page(Ui *ui, UiOutput *out) {
    if (ui->depth > 0) screen_back(ui, out);
    else if (ui->fullscreen) leave_fullscreen(ui, out);
    else out->quit = true;
}

static bool is_arrow(Action action) {
    return action == ACTION_UP || action == ACTION_DOWN || action == ACTION_LEFT || action == ACTION_RIGHT;
}

// The list of keys lies over every screen.
static void act_on_keys(Ui *ui, Action action) {
    bool closes = action == ACTION_KEYS || action == ACTION_ESCAPE || action == ACTION_PAUSE || action == ACTION_ENTER;
    if (closes) close_keys(ui);
}

void ui_act(Ui *ui, Key key, UiOutput *out) {
    bool in_settings = settings_are_shown(ui), plays = ui->screen == SCREEN_PLAY;
    bool in_list = in_settings || !plays || ui->overlay == OVERLAY_MENU;
    Action action = key_action(key, in_list ? KEYS_IN_LISTS : KEYS_WHILE_PLAYING);
    bool types = asking_takes_text(ui) && ui->overlay == OVERLAY_NONE, is_key = action == ACTION_ESCAPE || action == ACTION_ENTER;
    if (types && !is_key) {
        screens[ui->screen].act(ui, ACTION_NONE, key, out);
        return;
    }
    if (key.repeated && !is_arrow(action)) return;
    if (action == ACTION_QUIT || action == ACTION_FULL_SCREEN) acts[action](ui, out);
    else if (in_settings) settings_act(ui, action, out);
    else if (ui->overlay == OVERLAY_KEYS) act_on_keys(ui, action);
    else if (action == ACTION_KEYS || action == ACTION_SETTINGS) acts[action](ui, out);
    else if (action == ACTION_ESCAPE && !screens[ui->screen].has_way_back) escape_from_page(ui, out);
    else screens[ui->screen].act(ui, action, key, out);
}

void ui_click(Ui *ui, float x, float y, UiOutput *out) {
    int item, part;
    if (!hit_find(&ui->hits, x, y, &item, &part)) return;
    if (item == WAY_BACK) ui_act(ui, (Key){.name = "Escape"}, out);
    else if (settings_are_shown(ui)) settings_click(ui, item, part, out);
    else if (ui->overlay != OVERLAY_KEYS && screens[ui->screen].click) screens[ui->screen].click(ui, item, part, out);
}
