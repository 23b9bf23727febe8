// The settings, the search for the sound delay, and what becomes of a delay: pages and what keys and clicks do there.
#include "ui/pages.h"
#include "ui/seat.h"

#include <math.h>

static const char *const voices[] = {"anna", "ben"};

static void sit_down(Seat *seat, bool plays, const Settings *settings) {
    *seat = (Seat){0};
    for (int i = 0; i < 3; i++) {
        Routine *routine = arena_new(&seat->arena, Routine, 1);
        routine->name = text_format(&seat->arena, "Routine %d", i);
        *list_push(&seat->arena, &seat->library.routines) = routine;
    }
    UiOptions options = {.library = &seat->library, .tempo = 1, .settings = settings, .voices = {voices, 2}};
    if (plays) options.session = fixture_session(&seat->arena);
    seat->ui = ui_make(&seat->arena, &options);
}

static void hold_down(Seat *seat, const char *name, int times) {
    Key key = {.name = name, .repeated = true};
    for (int i = 0; i < times; i++) step_with(seat, (UiInput){.keys = &key, .key_count = 1});
}

static const DrawOp *text_op(const Seat *seat, const char *text) {
    for (int i = 0; i < seat->out.list.ops.count; i++) {
        const DrawOp *op = &seat->out.list.ops.items[i];
        if (op->text && strcmp(op->text, text) == 0) return op;
    }
    return NULL;
}

// In the middle of a text that is shown.
static void click(Seat *seat, const char *text) {
    const DrawOp *op = text_op(seat, text);
    if (!op) fail_msg("'%s' is not shown", text);
    UiInput input = {.clicked = true};
    float width = fixture_measure.width(NULL, text, op->face, op->size);
    input.click_x = op->rect.x + (op->align == ALIGN_CENTRE ? 0 : op->align == ALIGN_RIGHT ? -width / 2 : width / 2);
    input.click_y = op->rect.y - op->size / 3;
    step_with(seat, input);
}

static void go_to(Seat *seat, const char *id) {
    for (int i = 0; i < setting_count; i++) press(seat, "Up");
    const SettingRow *row = setting_row(text_of(id));
    for (int i = 0; i < row - setting_rows; i++) press(seat, "Down");
    assert_true(shows(seat, row->help) || shows(seat, row->words));
}

static const Settings *now(const Seat *seat) {
    return ui_settings(seat->ui);
}

static void test_settings_are_reached_and_left(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, false, NULL);
    wait_ms(&seat, 0);
    press(&seat, "S");
    assert_true(shows(&seat, "Amount of talk"));
    press(&seat, "Escape");
    assert_true(shows(&seat, "Choose a session") && !seat.out.quit);
    press(&seat, "Right"); // a remote control has no letters
    press(&seat, "Return");
    assert_true(shows(&seat, "Amount of talk") && !seat.out.play.routine);
    press(&seat, "Escape");
    press(&seat, "Left");
    press(&seat, "Return");
    assert_ptr_equal(seat.out.play.routine, seat.library.routines.items[0]);
    click(&seat, "Settings");
    assert_true(shows(&seat, "Amount of talk"));
    click(&seat, "Back");
    assert_true(shows(&seat, "Choose a session"));
    click(&seat, "Routine 1");
    assert_null(seat.out.play.routine);
    click(&seat, "Routine 1");
    assert_ptr_equal(seat.out.play.routine, seat.library.routines.items[1]);
    get_up(&seat);
}

static void test_a_session_waits_for_its_settings(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, true, NULL);
    wait_ms(&seat, 9000);
    press(&seat, "Escape");
    press(&seat, "Down");
    press(&seat, "Down");
    press(&seat, "Return");
    assert_true(shows(&seat, "Amount of talk") && seat.out.sound_paused);
    wait_ms(&seat, 5000);
    press(&seat, "Space"); // changes the row, does not go on
    assert_int_equal(now(&seat)->talk, TALK_FULL_ALWAYS);
    press(&seat, "Escape");
    assert_true(shows(&seat, "Start this exercise again"));
    click(&seat, "Go on");
    wait_ms(&seat, 3000);
    assert_float_equal(ui_playhead(seat.ui)->position_ms, 9000, 0.001);
    assert_false(seat.out.sound_paused);
    press(&seat, "S"); // and straight from playing
    assert_true(shows(&seat, "Amount of talk") && seat.out.sound_paused);
    press(&seat, "S");
    assert_true(shows(&seat, "Paused"));
    get_up(&seat);
}

static void test_changes_act_at_once_and_are_told(void **state) {
    (void)state;
    Seat seat;
    Settings before = settings_default();
    before.voice_percent = 70;
    sit_down(&seat, true, &before);
    wait_ms(&seat, 10);
    assert_float_equal(seat.out.voice_volume, 0.7, 0.001);
    assert_false(seat.out.settings_changed);
    press(&seat, "Up"); // while playing: the volume
    assert_true(seat.out.settings_changed);
    assert_int_equal(now(&seat)->voice_percent, 80);
    wait_ms(&seat, 10);
    assert_false(seat.out.settings_changed);
    press(&seat, "C");
    assert_true(seat.out.settings_changed && !now(&seat)->captions);
    press(&seat, "H");
    assert_true(seat.out.settings_changed && !now(&seat)->muscle_light);
    press(&seat, "S");
    assert_false(seat.out.settings_changed);
    go_to(&seat, "tone-volume");
    press(&seat, "Left");
    assert_true(seat.out.settings_changed);
    assert_float_equal(seat.out.tone_volume, 0.9, 0.001);
    assert_float_equal(seat.out.voice_volume, 0.8, 0.001);
    hold_down(&seat, "Left", 20);
    assert_int_equal(now(&seat)->tone_percent, 0);
    assert_true(shows(&seat, "0 %"));
    press(&seat, "Left");
    assert_false(seat.out.settings_changed); // it is at its end
    hold_down(&seat, "Return", 3); // held down does nothing more
    assert_int_equal(now(&seat)->tone_percent, 0);
    get_up(&seat);
}

static void test_a_volume_is_heard_when_it_is_changed(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, true, NULL);
    wait_ms(&seat, 5000);
    const Session *session = ui_playhead(seat.ui)->session;
    press(&seat, "S");
    go_to(&seat, "tone-volume");
    assert_ptr_equal(ui_playhead(seat.ui)->session, session);
    press(&seat, "Left");
    assert_int_equal(ui_playhead(seat.ui)->session->cues.items[0].kind, CUE_TONE_START);
    wait_ms(&seat, 200);
    go_to(&seat, "voice-volume");
    press(&seat, "Left");
    const Playhead *sample = ui_playhead(seat.ui);
    assert_string_equal(sample->session->cues.items[0].text, "Half way.");
    assert_true(sample->position_ms == 0 && !sample->paused);
    wait_ms(&seat, 2000);
    assert_ptr_equal(ui_playhead(seat.ui)->session, session); // it is over
    assert_true(ui_playhead(seat.ui)->paused && ui_playhead(seat.ui)->position_ms == 5000);
    press(&seat, "Left");
    press(&seat, "Escape"); // in the middle of it
    assert_ptr_equal(ui_playhead(seat.ui)->session, session);
    get_up(&seat);
    sit_down(&seat, false, NULL);
    press(&seat, "S");
    go_to(&seat, "voice-volume");
    press(&seat, "Left");
    assert_non_null(ui_playhead(seat.ui));
    wait_ms(&seat, 2000);
    assert_null(ui_playhead(seat.ui));
    get_up(&seat);
}

static void test_names_go_round_what_there_is(void **state) {
    (void)state;
    Seat seat;
    Settings before = settings_default();
    setting_set_name(setting_row(text_of("voice")), &before, "gone");
    sit_down(&seat, false, &before);
    press(&seat, "S");
    go_to(&seat, "voice");
    assert_true(shows(&seat, "gone"));
    press(&seat, "Right");
    assert_string_equal(now(&seat)->voice, "anna");
    press(&seat, "Right");
    assert_string_equal(now(&seat)->voice, "ben");
    press(&seat, "Right");
    assert_string_equal(now(&seat)->voice, "");
    press(&seat, "Left");
    assert_string_equal(now(&seat)->voice, "ben");
    go_to(&seat, "music-folder");
    press(&seat, "Right");
    assert_false(seat.out.settings_changed);
    assert_true(shows(&seat, "There is no other folder with music"));
    get_up(&seat);
}

static void test_what_gets_the_focus_is_said(void **state) {
    (void)state;
    Seat seat;
    Settings settings = settings_default();
    sit_down(&seat, false, &settings);
    wait_ms(&seat, 0);
    press(&seat, "Down");
    assert_null(seat.out.remarks[0]); // only for who chose it
    get_up(&seat);
    settings.speak_focus = 1;
    sit_down(&seat, false, &settings);
    wait_ms(&seat, 0);
    press(&seat, "Down");
    assert_string_equal(seat.out.remarks[0], "Routine 1");
    wait_ms(&seat, 100);
    assert_null(seat.out.remarks[0]); // once
    press(&seat, "Right");
    assert_string_equal(seat.out.remarks[0], "Settings");
    press(&seat, "Return");
    go_to(&seat, "captions");
    assert_string_equal(seat.out.remarks[0], "Captions: On");
    press(&seat, "Right");
    assert_string_equal(seat.out.remarks[0], "Captions: Off");
    get_up(&seat);
    sit_down(&seat, true, &settings);
    wait_ms(&seat, 5000);
    press(&seat, "Escape");
    assert_string_equal(seat.out.remarks[0], "Go on");
    press(&seat, "Down");
    assert_string_equal(seat.out.remarks[0], "Start this exercise again");
    assert_true(seat.out.sound_paused);
    get_up(&seat);
}

static void test_it_can_be_dark(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, false, NULL);
    press(&seat, "S");
    assert_memory_equal(&seat.out.list.ops.items[0].colour, &theme_light.paper, sizeof(Colour));
    go_to(&seat, "theme");
    press(&seat, "Right");
    wait_ms(&seat, 0);
    assert_memory_equal(&seat.out.list.ops.items[0].colour, &theme_dark.paper, sizeof(Colour));
    get_up(&seat);
}

static void test_the_mouse_changes_rows(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, false, NULL);
    press(&seat, "S");
    click(&seat, "Captions"); // focuses,
    assert_false(seat.out.settings_changed);
    click(&seat, "Captions"); // and changes
    assert_int_equal(now(&seat)->captions, 0);
    click(&seat, "Full, less later");
    click(&seat, "‹"); // of the first row
    assert_int_equal(now(&seat)->talk, TALK_QUIET);
    get_up(&seat);
}

// ---- the sound delay ----

static double ball_y(const Seat *seat) {
    const DrawOp *ball = NULL;
    for (int i = 0; i < seat->out.list.ops.count; i++) {
        const DrawOp *op = &seat->out.list.ops.items[i];
        if (op->kind == DRAW_BOX && fabsf(op->rect.width - op->rect.height) < 1.5f) ball = op;
    }
    assert_non_null(ball);
    return ball->rect.y;
}

static void open_delay(Seat *seat) {
    press(seat, "S");
    go_to(seat, "sound-delay");
    press(seat, "Return");
}

static void test_the_ball_lands_when_the_click_is_heard(void **state) {
    (void)state;
    Seat seat;
    Settings before = settings_default();
    before.sound_delay_ms = 150;
    sit_down(&seat, false, &before);
    open_delay(&seat);
    assert_true(shows(&seat, "150 ms") && seat.out.sound_changed);
    assert_true(seat.out.tone_volume >= 0.5f);
    const Session *clicks = ui_playhead(seat.ui)->session;
    assert_int_equal(clicks->cues.items[0].at_ms, 1000);
    assert_int_equal(clicks->cues.items[0].kind, CUE_TONE_CLICK);
    double lowest = 0, lowest_at = 0;
    wait_ms(&seat, 700);
    for (int at_ms = 700; at_ms < 1500; at_ms++, wait_ms(&seat, 1)) {
        if (ball_y(&seat) <= lowest) continue;
        lowest = ball_y(&seat), lowest_at = at_ms;
    }
    assert_in_range((int)lowest_at, 1148, 1150); // 150 ms after the click is given out; pixels are coarse
    get_up(&seat);
}

static void test_the_delay_is_kept_or_left(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, true, NULL);
    wait_ms(&seat, 12345);
    open_delay(&seat);
    press(&seat, "Right");
    hold_down(&seat, "Right", 11);
    assert_true(shows(&seat, "120 ms"));
    assert_false(seat.out.settings_changed);
    press(&seat, "Escape");
    assert_int_equal(now(&seat)->sound_delay_ms, 0);
    assert_true(shows(&seat, "Amount of talk") || shows(&seat, "Sound delay"));
    press(&seat, "Return");
    click(&seat, "›");
    click(&seat, "‹");
    click(&seat, "‹");
    assert_true(shows(&seat, "-10 ms"));
    click(&seat, "Enter keeps it");
    assert_true(seat.out.settings_changed && seat.out.sound_changed);
    assert_int_equal(now(&seat)->sound_delay_ms, -10);
    press(&seat, "Escape");
    assert_float_equal(ui_playhead(seat.ui)->position_ms, 12345, 0.001); // the session has waited
    seat.is_silent = true;
    open_delay(&seat);
    assert_true(shows(&seat, "There is no sound device"));
    get_up(&seat);
}

static void test_clicks_never_end(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, false, NULL);
    open_delay(&seat);
    for (int i = 0; i < 5000; i++) wait_ms(&seat, 250);
    const Playhead *playhead = ui_playhead(seat.ui);
    assert_true(playhead->next_cue < playhead->session->cues.count && playhead->position_ms < 601000);
    get_up(&seat);
}

// What is seen is what would be seen that much earlier, or later, without a delay; cues stay where they are.
static void test_the_picture_waits_for_the_sound(void **state) {
    (void)state;
    static const int delays[] = {180, 500, -200};
    for (int i = 0; i < 3; i++) {
        Seat late, usual;
        Settings settings = settings_default();
        settings.sound_delay_ms = delays[i];
        sit_down(&late, true, &settings);
        sit_down(&usual, true, NULL);
        wait_ms(&late, 16000);
        wait_ms(&usual, 16000 - delays[i]);
        assert_string_equal(printed(&late, &late.arena), printed(&usual, &usual.arena));
        assert_float_equal(ui_playhead(late.ui)->position_ms, 16000, 0);
        press(&late, "]"); // at another tempo the delay is still one of real time
        press(&usual, "]");
        wait_ms(&late, 10000);
        wait_ms(&usual, 10000);
        double seen = 16000 + 10000 * 1.05 - delays[i] * 1.05;
        usual.is_silent = true; // nothing is heard, so nothing is waited for
        playhead_seek(ui_playhead(usual.ui), seen);
        wait_ms(&usual, 0);
        assert_string_equal(printed(&late, &late.arena), printed(&usual, &usual.arena));
        get_up(&late);
        get_up(&usual);
    }
}

static void test_a_jump_is_seen_at_once(void **state) {
    (void)state;
    Seat late, usual;
    Settings settings = settings_default();
    settings.sound_delay_ms = 300;
    sit_down(&late, true, &settings);
    sit_down(&usual, true, NULL);
    wait_ms(&late, 20000);
    wait_ms(&usual, 20000);
    press(&late, ">");
    press(&usual, ">");
    assert_string_equal(printed(&late, &late.arena), printed(&usual, &usual.arena));
    wait_ms(&late, 300); // and stands until the sound has come
    assert_string_equal(printed(&late, &late.arena), printed(&usual, &usual.arena));
    wait_ms(&late, 700);
    wait_ms(&usual, 700);
    press(&late, "Space");
    press(&usual, "Space");
    assert_string_equal(printed(&late, &late.arena), printed(&usual, &usual.arena));
    get_up(&late);
    get_up(&usual);
}

// ---- exercises that are done ----

static void test_each_exercise_is_told_when_it_is_done(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, true, NULL);
    const Session *session = ui_playhead(seat.ui)->session;
    int told = 0;
    while (ui_screen(seat.ui) == SCREEN_PLAY) {
        double before = ui_playhead(seat.ui)->position_ms;
        wait_ms(&seat, 500);
        if (!seat.out.done) continue;
        told++;
        const Segment *ended = &session->segments.items[session_segment_at(session, before)];
        assert_ptr_equal(seat.out.done, ended->move);
        assert_int_equal(ended->kind, SEGMENT_WORK);
    }
    int exercises = 0;
    for (int i = 0; i < session->segments.count; i++) exercises += session->segments.items[i].kind == SEGMENT_READY;
    assert_int_equal(told, exercises);
    int steps = session->step_count;
    get_up(&seat);
    sit_down(&seat, true, NULL); // what was jumped over is not done
    for (int i = 0; i <= steps; i++) {
        wait_ms(&seat, 100);
        assert_null(seat.out.done);
        if (ui_screen(seat.ui) == SCREEN_PLAY) press(&seat, ">");
    }
    get_up(&seat);
}

// ---- as they are drawn ----

static DrawList draw(Arena *arena, int page, int focus, int width, int height, const char *toast) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    Settings settings = settings_default();
    setting_set_name(setting_row(text_of("music-folder")), &settings, "/home/somebody/Music/Slow and calm, for the evening, volume 2");
    if (page == 0) settings_draw(&canvas, &(SettingsState){&settings, focus, toast, &theme_light});
    else delay_draw(&canvas, &(DelayState){focus * 100, -200 + focus * 50, focus % 2, &theme_light});
    return list;
}

static void test_pages_are_drawn_as_kept(void **state) {
    (void)state;
    static const char *const names[] = {"settings", "delay"};
    for (int page = 0; page < 2; page++) {
        Arena arena = {0};
        DrawList list = draw(&arena, page, page ? 7 : 3, 1920, 1080, NULL);
        assert_golden_list(text_format(&arena, "tests/ui/golden/%s.txt", names[page]), &list);
        arena_free(&arena);
    }
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        for (int focus = 0; focus < setting_count; focus++) {
            for (int page = 0; page < 2; page++) {
                Arena arena = {0};
                const char *toast = focus % 2 ? "The settings cannot be kept: cannot write /home/me/.config/limber/settings" : NULL;
                DrawList list = draw(&arena, page, focus, size->width, size->height, toast);
                assert_tidy(&list, size->width, size->height, false);
                arena_free(&arena);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings_are_reached_and_left),
        cmocka_unit_test(test_a_session_waits_for_its_settings),
        cmocka_unit_test(test_changes_act_at_once_and_are_told),
        cmocka_unit_test(test_a_volume_is_heard_when_it_is_changed),
        cmocka_unit_test(test_names_go_round_what_there_is),
        cmocka_unit_test(test_what_gets_the_focus_is_said),
        cmocka_unit_test(test_it_can_be_dark),
        cmocka_unit_test(test_the_mouse_changes_rows),
        cmocka_unit_test(test_the_ball_lands_when_the_click_is_heard),
        cmocka_unit_test(test_the_delay_is_kept_or_left),
        cmocka_unit_test(test_clicks_never_end),
        cmocka_unit_test(test_the_picture_waits_for_the_sound),
        cmocka_unit_test(test_a_jump_is_seen_at_once),
        cmocka_unit_test(test_each_exercise_is_told_when_it_is_done),
        cmocka_unit_test(test_pages_are_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
