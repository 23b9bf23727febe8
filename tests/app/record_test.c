// What the history gets of a session, and going on with one that was cut off: the real player, a pretended clock.
#include "app/player.h"
#include "base/file.h"
#include "support/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

enum { DAY = 20778, STEP_MS = 500 };
static const int64_t MORNING_MS = DAY * INT64_C(86400000) + 7 * INT64_C(3600000);

typedef struct {
    Arena arena;
    Options options;
    Folders folders;
    Scripts scripts;
    Player player;
    UiOutput out;
    const char *folder;
    double passed_ms;
} Stage;

static Stage stage;

static int make_folder(void **state) {
    (void)state;
    stage = (Stage){0};
    stage.folder = test_home(&stage.arena);
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    test_folder_remove(stage.folder);
    arena_free(&stage.arena);
    return 0;
}

static Moment now(void) {
    return (Moment){MORNING_MS + (int64_t)stage.passed_ms, DAY, 0};
}

// A new run of the program, on the same folders. `routine` NULL is the home page.
static void start(const char *routine, const char *more) {
    Error error = {0};
    char *words[] = {"limber", "--mute", "--data", path_join(&stage.arena, stage.folder, "data"), "--config",
                     path_join(&stage.arena, stage.folder, "config"), (char *)more, NULL, NULL, NULL};
    int count = more ? 7 : 6;
    if (routine) words[count++] = "play", words[count++] = (char *)routine;
    assert_true(options_read(count, words, &stage.options, &error));
    stage.folders = folders_find(&stage.arena, &stage.options);
    assert_true(scripts_read(&stage.arena, &stage.folders, &stage.scripts, &error));
    const Routine *found = routine ? scripts_routine(&stage.arena, &stage.scripts, routine, &error) : NULL;
    PlayerStart how = {.routine = found, .wait = true, .now = now()};
    if (!player_open(&stage.arena, &stage.options, &stage.folders, &stage.scripts, &how, &stage.player, &error))
        fail_msg("%s", error.sentence);
}

static void step(const char *key, double elapsed_ms) {
    Key pressed = {.name = key};
    UiInput input = player_input(&stage.player, 640, 360);
    input.keys = &pressed;
    input.key_count = key != NULL;
    stage.passed_ms += elapsed_ms;
    input.elapsed_ms = elapsed_ms;
    input.now = now();
    stage.out = player_step(&stage.player, &input);
    player_announce(&stage.player, &stage.out, NULL, 0);
}

static void play_until(double position_ms) {
    for (Playhead *playhead; (playhead = ui_playhead(stage.player.ui)) && playhead->position_ms < position_ms;) step(NULL, STEP_MS);
}

static void stop(void) {
    player_end_sound(&stage.player, NULL);
    player_close(&stage.player);
}

// As a power cut ends it: nothing more is written.
static void cut_off(void) {
    history_close(stage.player.record.history);
    stage.player.record.history = NULL;
    stage.player.record.session = NULL;
    stop();
}

// Entries of the newest session, of a kind; -1 outcome: any.
static int count(EntryKind kind, int outcome) {
    Arena arena = {0};
    History *history = history_open(&arena, &(HistoryOptions){stage.folders.own, stage.folders.state, stage.folders.person, 9, DAY});
    const Diary *diary = history_diary(history);
    int64_t group = 0;
    int found = 0;
    for (int i = 0; i < diary->entries.count; i++)
        if (diary->entries.items[i].kind == ENTRY_SESSION) group = diary->entries.items[i].group;
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        found += entry->kind == kind && entry->group == group && (outcome < 0 || (int)entry->outcome == outcome);
    }
    history_close(history);
    arena_free(&arena);
    return found;
}

static int exercises(void) {
    int steps = 0, last = -1;
    for (int i = 0; i < stage.player.session->segments.count; i++) {
        const Segment *segment = &stage.player.session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && segment->step != last) last = segment->step, steps++;
    }
    return steps;
}

static double middle_of_step(int which, SegmentKind kind) {
    for (int i = 0; i < stage.player.session->segments.count; i++) {
        const Segment *segment = &stage.player.session->segments.items[i];
        if (segment->step == which && segment->kind == kind) return (double)(segment->start_ms + segment->end_ms) / 2;
    }
    fail_msg("no such step");
    return 0;
}

static void test_whole_session(void **state) {
    (void)state;
    start("hips-and-glutes", NULL);
    assert_int_equal(count(ENTRY_SESSION, -1), 1); // before anything else
    int all = exercises();
    play_until(middle_of_step(1, SEGMENT_WORK));
    assert_int_equal(count(ENTRY_STEP, OUTCOME_DONE), 1); // what is finished is on disk
    play_until(1e9);
    assert_int_equal(count(ENTRY_STEP, OUTCOME_DONE), all);
    assert_int_equal(count(ENTRY_SESSION_END, OUTCOME_DONE), 1);
    stop();
    assert_int_equal(count(ENTRY_STEP, -1), all);
    assert_int_equal(count(ENTRY_SESSION_END, -1), 1);
    Place place;
    assert_false(place_load(stage.folders.state, stage.folders.person, &place));
}

static void test_left_out_and_left(void **state) {
    (void)state;
    start("hips-and-glutes", NULL);
    step(">", STEP_MS);
    step(">", STEP_MS);
    play_until(middle_of_step(3, SEGMENT_WORK));
    stop();
    assert_int_equal(count(ENTRY_STEP, OUTCOME_LEFT), 2);
    assert_int_equal(count(ENTRY_STEP, OUTCOME_DONE), 1);
    assert_int_equal(count(ENTRY_SESSION_END, -1), 0); // its place is kept
    start("hips-and-glutes", NULL);
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_ASK);
    step("2", STEP_MS); // no, thank you
    assert_int_equal(count(ENTRY_SESSION_END, OUTCOME_LEFT), 0); // of the new session
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY);
    stop();
}

static void cut_off_in_step(int which) {
    start("hips-and-glutes", NULL);
    play_until(middle_of_step(which, SEGMENT_WORK));
    cut_off();
    stage.passed_ms += 5 * 60000;
}

static void expect_to_go_on(int which, const char *routine) {
    start(routine, NULL);
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_ASK);
    step("Return", STEP_MS);
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY);
    const Session *session = stage.player.session;
    int here = session_segment_at(session, ui_playhead(stage.player.ui)->position_ms);
    assert_int_equal(session->segments.items[here].step, which);
    assert_int_equal(count(ENTRY_SESSION_END, -1), 0);
}

static void test_goes_on(void **state) {
    (void)state;
    for (int home = 0; home < 2; home++) {
        cut_off_in_step(2);
        int before = count(ENTRY_STEP, OUTCOME_DONE);
        assert_int_equal(before, 2);
        expect_to_go_on(2, home ? NULL : "hips-and-glutes");
        int all = exercises();
        play_until(1e9);
        stop();
        assert_int_equal(count(ENTRY_STEP, OUTCOME_DONE), all);
        assert_int_equal(count(ENTRY_STEP, -1), all);
        assert_int_equal(count(ENTRY_SESSION_END, OUTCOME_DONE), 1);
        stage.passed_ms += 3600000;
    }
}

// Cut off again and again: each exercise is told once.
static void test_cut_off_in_every_step(void **state) {
    (void)state;
    start("hips-and-glutes", NULL);
    int all = exercises();
    for (int which = 1; which < all; which++) {
        play_until(middle_of_step(which, SEGMENT_READY));
        cut_off();
        expect_to_go_on(which, "hips-and-glutes");
    }
    play_until(1e9);
    stop();
    assert_int_equal(count(ENTRY_STEP, OUTCOME_DONE), all);
    assert_int_equal(count(ENTRY_STEP, -1), all);
}

static void test_does_not_go_on(void **state) {
    (void)state;
    static const char *const keys[] = {"2", "Escape"};
    for (int i = 0; i < 2; i++) {
        cut_off_in_step(1);
        start("hips-and-glutes", NULL);
        step(NULL, STEP_MS);
        step(keys[i], STEP_MS);
        assert_int_equal(count(ENTRY_SESSION_END, OUTCOME_LEFT), 0); // of the new session
        step(NULL, STEP_MS);
        assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY);
        assert_true(ui_playhead(stage.player.ui)->position_ms < 5000);
        stop();
        start("hips-and-glutes", NULL);
        step(NULL, STEP_MS);
        assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY); // asked once
        stop();
    }
}

static void test_not_offered(void **state) {
    (void)state;
    cut_off_in_step(1);
    start("break-1", NULL); // another one was asked for
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY);
    stop();
    cut_off_in_step(1);
    stage.passed_ms += 13 * 3600000.0; // it is too long ago
    start("hips-and-glutes", NULL);
    step(NULL, STEP_MS);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_PLAY);
    stop();
}

static void test_as_it_was_fitted(void **state) {
    (void)state;
    start("hips-and-glutes", NULL);
    int64_t whole_ms = stage.player.session->length_ms;
    cut_off();
    start("hips-and-glutes", "--minutes=8");
    int64_t fitted_ms = stage.player.session->length_ms;
    assert_true(fitted_ms < whole_ms);
    play_until(middle_of_step(2, SEGMENT_WORK));
    cut_off();
    expect_to_go_on(2, "hips-and-glutes"); // without saying so again
    assert_int_equal(stage.player.session->length_ms, fitted_ms);
    stop();
}

static void test_folders_that_refuse(void **state) {
    (void)state;
    test_write(path_join(&stage.arena, stage.folder, "data"), text_of("a file"));
    test_write(path_join(&stage.arena, stage.folder, "state"), text_of("a file"));
    Error error = {0};
    assert_true(options_read(4, (char *[]){"limber", "--mute", "play", "break-1", NULL}, &stage.options, &error));
    stage.options.data = path_join(&stage.arena, stage.folder, "data");
    stage.folders = folders_find(&stage.arena, &stage.options);
    stage.folders.own_moves = stage.folders.own_routines = path_join(&stage.arena, stage.folder, "none");
    assert_true(scripts_read(&stage.arena, &stage.folders, &stage.scripts, &error));
    PlayerStart how = {.routine = scripts_routine(&stage.arena, &stage.scripts, "break-1", &error), .wait = true, .now = now()};
    assert_true(player_open(&stage.arena, &stage.options, &stage.folders, &stage.scripts, &how, &stage.player, &error));
    play_until(1e9);
    assert_int_equal(ui_screen(stage.player.ui), SCREEN_FINISH);
    assert_int_equal(history_diary(stage.player.record.history)->entries.count, 4); // in memory
    stop();
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, make_folder, remove_folder)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(whole_session), TEST(left_out_and_left), TEST(goes_on), TEST(cut_off_in_every_step), TEST(does_not_go_on),
        TEST(not_offered), TEST(as_it_was_fitted), TEST(folders_that_refuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
