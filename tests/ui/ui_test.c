#include "ui/seat.h"

static void sit_down_at(Seat *seat, int64_t from_ms) {
    *seat = (Seat){0};
    seat->session = fixture_session(&seat->arena);
    UiOptions options = {.session = seat->session, .tempo = 1, .from_ms = from_ms};
    seat->ui = ui_make(&seat->arena, &options);
}

static void press_with_shift(Seat *seat, const char *name) {
    Key key = {.name = name, .shift = true};
    step_with(seat, (UiInput){.keys = &key, .key_count = 1, .elapsed_ms = 10});
}

static double position(Seat *seat) {
    return ui_playhead(seat->ui)->position_ms;
}

static void test_a_pause_keeps_the_place(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 10000);
    wait_ms(&seat, 1000);
    assert_false(seat.out.sound_paused);
    press(&seat, "Space");
    assert_true(seat.out.sound_paused);
    assert_true(shows(&seat, "Paused"));
    char *before = printed(&seat, &seat.arena);
    for (int i = 0; i < 100; i++) wait_ms(&seat, 100);
    assert_true(position(&seat) == 11000);
    assert_string_equal(printed(&seat, &seat.arena), before);
    press(&seat, "Space");
    assert_true(seat.out.sound_paused); // while it counts down
    assert_false(shows(&seat, "Paused"));
    const char *numbers[] = {"3", "2", "1"};
    for (int i = 0; i < 3; i++) {
        assert_true(shows(&seat, "ready"));
        assert_true(shows_just(&seat, numbers[i]));
        wait_ms(&seat, 1000);
    }
    assert_false(seat.out.sound_paused);
    assert_false(seat.out.sound_changed); // what was scheduled is still right
    wait_ms(&seat, 500);
    assert_true(position(&seat) == 11500);
    get_up(&seat);
}

static void test_right_click_and_media_keys_pause(void **state) {
    (void)state;
    const char *keys[] = {"MouseRight", "AudioPlay"};
    for (int i = 0; i < 2; i++) {
        Seat seat;
        sit_down_at(&seat, 0);
        press(&seat, keys[i]);
        assert_true(ui_playhead(seat.ui)->paused);
        get_up(&seat);
    }
}

static void test_next_previous_and_again(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 20000);
    const Segment *segments = seat.session->segments.items;
    press(&seat, ">");
    assert_true(seat.out.sound_changed);
    assert_true(position(&seat) == (double)segments[4].start_ms); // the clam is got ready for
    wait_ms(&seat, 1000);
    assert_false(seat.out.sound_changed);
    press(&seat, "PageUp");
    assert_true(position(&seat) == 0);
    press(&seat, ">");
    wait_ms(&seat, 50000);
    press(&seat, "<");
    assert_true(position(&seat) == (double)segments[4].start_ms);
    wait_ms(&seat, 60000);
    press(&seat, "R");
    assert_true(seat.out.sound_changed);
    assert_true(position(&seat) == (double)segments[4].start_ms);
    get_up(&seat);
}

static bool is_paused(Seat *seat) {
    return ui_playhead(seat->ui)->paused;
}

static void test_spoken_commands_never_mean_their_opposite(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press(&seat, "Say go on");
    assert_false(is_paused(&seat));
    press(&seat, "Say pause");
    assert_true(is_paused(&seat));
    assert_true(shows(&seat, "Heard: pause"));
    press(&seat, "Say stop");
    press(&seat, "Say pause");
    assert_true(is_paused(&seat));
    press(&seat, "Say go on");
    assert_false(is_paused(&seat));
    double before = position(&seat);
    press(&seat, "Say next");
    assert_true(position(&seat) > before);
    press(&seat, "Say back");
    assert_float_equal(position(&seat), before, 0);
    press(&seat, "Say nothing of the kind");
    assert_false(shows(&seat, "nothing of the kind"));
    get_up(&seat);
}

static void test_what_hurts_is_over_and_the_next_waits(void **state) {
    (void)state;
    static const char *const ways[] = {"X", "Say this hurts"};
    for (int i = 0; i < 2; i++) {
        Seat seat, other;
        sit_down_at(&seat, 0);
        sit_down_at(&other, 0);
        press(&other, "PageDown");
        press(&seat, ways[i]);
        assert_float_equal(position(&seat), position(&other), 0);
        assert_true(is_paused(&seat));
        assert_true(shows(&seat, "Stopped this exercise."));
        get_up(&seat);
        get_up(&other);
    }
}

static void test_an_easier_way_is_shown_and_said(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press(&seat, "-");
    const Move *move = seat.session->segments.items[session_segment_at(seat.session, position(&seat))].move;
    assert_null(seat.out.remarks[0]);
    assert_true(shows(&seat, "There is no easier way of this"));
    ((Move *)move)->easier.words = "Half the range.";
    press(&seat, "Say easier");
    assert_string_equal(seat.out.remarks[0], "Easier: Half the range.");
    wait_ms(&seat, 3000);
    assert_true(shows(&seat, "Easier: Half the range."));
    assert_null(seat.out.remarks[0]);
    get_up(&seat);
}

// What hurts is asked to be left out from here on; and of what can be exchanged the exchange is asked for.
static void test_the_session_is_to_be_changed(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press(&seat, "X");
    assert_non_null(seat.out.change);
    assert_int_equal(seat.out.change->kind, CHANGE_HURTS);
    assert_string_equal(seat.out.change->move, "half-kneel-hip-flexor");
    assert_true(seat.out.change->from_work == 0 && seat.out.change->from_segment == 0);
    wait_ms(&seat, 10);
    assert_null(seat.out.change);
    get_up(&seat);
    sit_down_at(&seat, 9000); // in the first hold
    press(&seat, "X");
    assert_true(seat.out.change->from_work == 1 && seat.out.change->from_segment == 2);
    press(&seat, "X"); // a second one
    assert_string_equal(seat.out.change->move, "clam");
    assert_true(shows(&seat, "Two exercises hurt"));
    get_up(&seat);
    sit_down_at(&seat, 9000);
    ((Session *)seat.session)->segments.items[1].easier = "Easier: Clam.";
    press(&seat, "-");
    assert_string_equal(seat.out.remarks[0], "Easier: Clam.");
    assert_int_equal(seat.out.change->kind, CHANGE_EASIER);
    assert_int_equal(seat.out.change->from_work, 0);
    get_up(&seat);
}

static void test_seeking_stays_within_the_session(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 7000);
    press(&seat, "Right");
    assert_true(seat.out.sound_changed && position(&seat) == 12000);
    press(&seat, "Left");
    press(&seat, "Left");
    press(&seat, "Left");
    assert_true(position(&seat) == 0);
    get_up(&seat);
}

static void test_volume_and_mute(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    wait_ms(&seat, 10);
    assert_true(seat.out.voice_volume == 1);
    press(&seat, "9");
    press(&seat, "Down");
    assert_true(seat.out.voice_volume > 0.79f && seat.out.voice_volume < 0.81f);
    assert_true(shows(&seat, "Voice 80 %"));
    press(&seat, "M");
    assert_true(seat.out.voice_volume == 0);
    assert_true(shows(&seat, "Sound off"));
    assert_false(seat.out.sound_paused);
    press(&seat, "0"); // louder also ends the silence
    assert_true(seat.out.voice_volume > 0.89f);
    for (int i = 0; i < 20; i++) press(&seat, "Up");
    assert_true(seat.out.voice_volume == 1);
    for (int i = 0; i < 20; i++) press(&seat, "9");
    assert_true(seat.out.voice_volume == 0);
    assert_true(shows(&seat, "Voice 0 %"));
    wait_ms(&seat, 3000);
    assert_false(shows(&seat, "Voice"));
    seat.is_silent = true;
    press(&seat, "0");
    assert_true(shows(&seat, "There is no sound device"));
    get_up(&seat);
}

static void test_music_has_its_own_volume(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press_with_shift(&seat, "9");
    press_with_shift(&seat, "Down");
    assert_true(shows(&seat, "Music 80 %"));
    assert_float_equal(seat.out.music_volume, 0.8, 0.001);
    assert_float_equal(seat.out.voice_volume, 1.0, 0.001);
    press(&seat, "M");
    assert_true(seat.out.music_volume == 0 && seat.out.voice_volume == 0);
    press_with_shift(&seat, "Up");
    assert_float_equal(seat.out.music_volume, 0.9, 0.001);
    assert_float_equal(seat.out.voice_volume, 1.0, 0.001);
    for (int i = 0; i < 20; i++) press_with_shift(&seat, "0");
    assert_true(seat.out.music_volume == 1);
    get_up(&seat);
}

static void test_tempo_stretches_time(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    wait_ms(&seat, 0);
    assert_true(shows(&seat, "3:38"));
    for (int i = 0; i < 12; i++) press(&seat, "[");
    assert_false(seat.out.sound_changed); // already the slowest
    assert_true(shows(&seat, "Speed 50 %"));
    assert_true(shows(&seat, "7:16"));
    wait_ms(&seat, 1000);
    assert_true(position(&seat) == 500);
    press(&seat, "Backspace");
    assert_true(seat.out.sound_changed);
    press(&seat, "]");
    wait_ms(&seat, 1000);
    assert_true(position(&seat) > 1549 && position(&seat) < 1551);
    get_up(&seat);
}

static void test_light_and_captions(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 1000);
    wait_ms(&seat, 0);
    assert_true(shows(&seat, "flexor, right side."));
    press(&seat, "C");
    assert_false(shows(&seat, "flexor, right side."));
    assert_true(shows(&seat, "Captions off"));
    press(&seat, "H");
    assert_true(shows(&seat, "Muscle light off"));
    press(&seat, "H");
    assert_true(shows(&seat, "Muscle light on"));
    get_up(&seat);
}

static const DrawOp *figure_beside(const Seat *seat, int number) {
    for (int i = 0; i < seat->out.list.ops.count; i++) {
        const DrawOp *op = &seat->out.list.ops.items[i];
        if (op->kind == DRAW_FIGURE && op->beside && number-- == 0) return op;
    }
    return NULL;
}

static void test_the_mistake_beside_the_right_form(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 12000);
    Move *move = (Move *)seat.session->segments.items[0].move;
    press(&seat, "E");
    assert_null(figure_beside(&seat, 0)); // it has none
    move->mistake = "Leaning back.";
    move->clip.mistake.name = "WRONG", move->clip.mistake_of = 1;
    press(&seat, "E");
    assert_string_equal(figure_beside(&seat, 0)->from, "END");
    assert_string_equal(figure_beside(&seat, 1)->from, "WRONG");
    assert_true(shows(&seat, "Common mistake") && shows(&seat, "Leaning back."));
    press(&seat, "E");
    assert_null(figure_beside(&seat, 0));
    wait_ms(&seat, 2000); // the message goes
    // While paused it takes the place of the keys, and gives it back.
    press(&seat, "Space");
    press(&seat, "E");
    assert_non_null(figure_beside(&seat, 1));
    assert_true(shows(&seat, "Paused. Space goes on."));
    press(&seat, "E");
    assert_true(shows(&seat, "Paused"));
    press(&seat, "E");
    press(&seat, "Space");
    wait_ms(&seat, RESUME_READY_MS + 100);
    assert_non_null(figure_beside(&seat, 1));
    press(&seat, "PageDown"); // of this exercise only
    press(&seat, "PageUp");
    get_up(&seat);
}

static void test_escape_never_ends_a_session(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 10000);
    seat.fullscreen = true;
    press(&seat, "Escape");
    assert_true(seat.out.leave_fullscreen);
    assert_false(ui_playhead(seat.ui)->paused);
    seat.fullscreen = false;
    press(&seat, "Escape");
    assert_false(seat.out.leave_fullscreen);
    assert_true(shows(&seat, "Start this exercise again"));
    assert_true(seat.out.sound_paused);
    for (int i = 0; i < 9; i++) {
        press(&seat, "Escape");
        assert_false(seat.out.quit);
    }
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY);
    get_up(&seat);
}

static void test_pause_menu(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 20000);
    press(&seat, "Escape");
    press(&seat, "Return"); // go on
    assert_true(position(&seat) == 20000 && !ui_playhead(seat.ui)->paused);
    press(&seat, "Escape");
    press(&seat, "Up"); // already the first
    press(&seat, "Down");
    press(&seat, "Return");
    assert_true(position(&seat) == 0 && seat.out.sound_changed && seat.out.sound_paused);
    wait_ms(&seat, 3100);
    assert_false(seat.out.sound_paused);
    assert_true(seat.out.voice_volume == 1); // the arrows moved the choice, not the volume
    press(&seat, "Escape");
    press(&seat, "Down");
    press(&seat, "Down");
    press(&seat, "Down");
    assert_false(seat.out.quit);
    press(&seat, "Return");
    assert_true(seat.out.quit);
    get_up(&seat);
}

static void test_leaving(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press(&seat, "Q");
    assert_true(seat.out.quit);
    step_with(&seat, (UiInput){.close_asked = true});
    assert_true(seat.out.quit);
    press(&seat, "F11");
    assert_true(seat.out.toggle_fullscreen && !seat.out.quit);
    get_up(&seat);
}

static void test_the_list_of_keys_waits(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 10000);
    press(&seat, "?");
    assert_true(shows(&seat, "Muscle light") && seat.out.sound_paused);
    press(&seat, "9"); // nothing else works while it is read
    wait_ms(&seat, 5000);
    assert_true(seat.out.voice_volume == 1 && position(&seat) == 10000);
    press(&seat, "?");
    assert_false(shows(&seat, "Muscle light"));
    wait_ms(&seat, 3500);
    assert_true(position(&seat) == 10500);
    press(&seat, "Space");
    press(&seat, "F1");
    press(&seat, "Escape"); // back to the pause it came from
    assert_true(shows(&seat, "Paused") && seat.out.sound_paused);
    get_up(&seat);
}

static void test_the_end_says_what_was_done(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    while (ui_screen(seat.ui) == SCREEN_PLAY) wait_ms(&seat, 333);
    assert_null(ui_playhead(seat.ui));
    assert_false(seat.out.sound_paused);
    wait_ms(&seat, 1000);
    assert_true(shows(&seat, "Well done."));
    assert_true(shows_just(&seat, "3") && shows(&seat, "different moves") && shows(&seat, "minutes"));
    assert_false(seat.out.quit);
    assert_true(shows_just(&seat, "4")); // minutes
    press(&seat, "Return");
    assert_true(seat.out.quit);
    get_up(&seat);
    sit_down_at(&seat, 0);
    for (int i = 0; i < 10; i++) press(&seat, "["); // half as fast: twice the minutes
    while (ui_screen(seat.ui) == SCREEN_PLAY) wait_ms(&seat, 333);
    assert_true(shows_just(&seat, "7"));
    get_up(&seat);
}

static void test_what_was_skipped_does_not_count(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    press(&seat, ">"); // not the first
    wait_ms(&seat, 110000); // the clam
    for (int i = 0; i < 9; i++) press(&seat, ">");
    assert_true(ui_screen(seat.ui) == SCREEN_FINISH);
    assert_true(shows(&seat, "different move") && !shows(&seat, "different moves"));
    get_up(&seat);
    sit_down_at(&seat, 0);
    for (int i = 0; i < 9; i++) press(&seat, ">");
    assert_true(shows(&seat, "Nothing was played"));
    get_up(&seat);
}

static void test_a_whole_session_is_tidy(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 0);
    for (wait_ms(&seat, 0); ui_screen(seat.ui) == SCREEN_PLAY; wait_ms(&seat, 400)) {
        assert_tidy(&seat.out.list, 1280, 720, false);
        assert_false(seat.out.sound_changed);
    }
    get_up(&seat);
}

// Numbers change once a second; between frames of the picture hardly anything does.
static void test_a_hold_hardly_changes(void **state) {
    (void)state;
    Seat seat;
    sit_down_at(&seat, 20000);
    wait_ms(&seat, 0);
    Arena arena = {0};
    char *before = printed(&seat, &arena);
    int changes = 0;
    for (int i = 0; i < 1000; i++) {
        wait_ms(&seat, 1);
        char *now = printed(&seat, &arena);
        changes += strcmp(now, before) != 0;
        before = now;
    }
    assert_true(changes > 10);
    assert_true(changes < 150);
    arena_free(&arena);
    get_up(&seat);
}

static void test_choosing_a_routine(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    const char *names[] = {"Hips and glutes", "Desk break"};
    for (int i = 0; i < 2; i++) {
        Routine *routine = arena_new(&arena, Routine, 1);
        routine->name = names[i];
        *list_push(&arena, &library.routines) = routine;
    }
    UiOptions options = {.library = &library, .tempo = 1, .notice = "No sound device was found."};
    Seat seat = {0};
    seat.ui = ui_make(&seat.arena, &options);
    seat.session = fixture_session(&seat.arena);
    wait_ms(&seat, 0);
    assert_null(ui_playhead(seat.ui));
    assert_true(shows(&seat, "Desk break") && shows(&seat, "No sound device was found."));
    assert_null(seat.out.play.routine);
    press(&seat, "Up");
    press(&seat, "Down");
    press(&seat, "Down");
    press(&seat, "Return");
    assert_ptr_equal(seat.out.play.routine, library.routines.items[1]);
    ui_play(seat.ui, seat.session, 0);
    wait_ms(&seat, 10000);
    assert_null(seat.out.play.routine);
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY && position(&seat) == 10000);
    assert_false(shows(&seat, "No sound device")); // long enough
    get_up(&seat);
    arena_free(&arena);
}

static void test_the_first_screen_can_be_left(void **state) {
    (void)state;
    Library library = {0};
    UiOptions options = {.library = &library, .tempo = 1};
    Seat seat = {.fullscreen = true};
    seat.ui = ui_make(&seat.arena, &options);
    press(&seat, "Return"); // there is nothing to choose
    assert_null(seat.out.play.routine);
    press(&seat, "?");
    press(&seat, "?");
    press(&seat, "Escape");
    assert_true(seat.out.leave_fullscreen && !seat.out.quit);
    seat.fullscreen = false;
    press(&seat, "Escape");
    assert_true(seat.out.quit);
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pause_keeps_the_place),
        cmocka_unit_test(test_right_click_and_media_keys_pause),
        cmocka_unit_test(test_next_previous_and_again),
        cmocka_unit_test(test_spoken_commands_never_mean_their_opposite),
        cmocka_unit_test(test_what_hurts_is_over_and_the_next_waits),
        cmocka_unit_test(test_an_easier_way_is_shown_and_said),
        cmocka_unit_test(test_the_session_is_to_be_changed),
        cmocka_unit_test(test_seeking_stays_within_the_session),
        cmocka_unit_test(test_volume_and_mute),
        cmocka_unit_test(test_music_has_its_own_volume),
        cmocka_unit_test(test_tempo_stretches_time),
        cmocka_unit_test(test_light_and_captions),
        cmocka_unit_test(test_the_mistake_beside_the_right_form),
        cmocka_unit_test(test_escape_never_ends_a_session),
        cmocka_unit_test(test_pause_menu),
        cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_the_list_of_keys_waits),
        cmocka_unit_test(test_the_end_says_what_was_done),
        cmocka_unit_test(test_what_was_skipped_does_not_count),
        cmocka_unit_test(test_a_whole_session_is_tidy),
        cmocka_unit_test(test_a_hold_hardly_changes),
        cmocka_unit_test(test_choosing_a_routine),
        cmocka_unit_test(test_the_first_screen_can_be_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
