// Files that were read again while the screens are open: what was chosen stays chosen, what is played goes on.
#include "session/view.h"
#include "support/shipped.h"
#include "ui/fixture.h"
#include "ui/ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena, frame;
    Library library;
} Stage;

static int set_up(void **state) {
    static Stage stage;
    stage = (Stage){0};
    *state = &stage;
    return shipped_read(&stage.arena, &stage.library) ? 0 : -1;
}

static int tear_down(void **state) {
    Stage *stage = *state;
    arena_free(&stage->arena);
    arena_free(&stage->frame);
    return 0;
}

static UiOutput step(Stage *stage, Ui *ui, const char *key, double elapsed_ms) {
    Key pressed = {.name = key};
    UiInput input = {.elapsed_ms = elapsed_ms, .width = 1280, .height = 720, .has_sound = true, .keys = &pressed,
                     .key_count = key ? 1 : 0, .measure = fixture_measure, .sheets = fixture_sheets};
    arena_reset(&stage->frame);
    return ui_step(ui, &input, &stage->frame);
}

static Session compile(Stage *stage, const char *id, Level level) {
    Session session;
    Error error;
    SessionOptions options = {.level = level, .library = &stage->library};
    if (!session_compile(&stage->arena, library_routine(&stage->library, text_of(id)), &options, &session, &error))
        fail_msg("%s", error.sentence);
    return session;
}

static void turn_round(Library *library) {
    for (int i = 0, k = library->routines.count - 1; i < k; i++, k--) {
        Routine *routine = library->routines.items[i];
        library->routines.items[i] = library->routines.items[k];
        library->routines.items[k] = routine;
    }
}

static void test_what_is_chosen_stays_chosen(void **state) {
    Stage *stage = *state;
    UiOptions options = {.library = &stage->library, .tempo = 1};
    Ui *ui = ui_make(&stage->arena, &options);
    for (int i = 0; i < 3; i++) step(stage, ui, "Down", 16);
    const Routine *chosen = ui_chosen_routine(ui);
    assert_ptr_equal(chosen, stage->library.routines.items[3]);
    turn_round(&stage->library);
    static const char *const problems[] = {"a.routine:1: no"};
    ui_library_changed(ui, chosen, problems, 1);
    assert_ptr_equal(ui_chosen_routine(ui), chosen);
    assert_ptr_equal(step(stage, ui, "Return", 16).play.routine, chosen);

    // When it is gone another one is chosen, and none when there is none.
    for (int i = 0; i < 30; i++) step(stage, ui, "Down", 16);
    chosen = ui_chosen_routine(ui);
    stage->library.routines.count = 2;
    ui_library_changed(ui, chosen, NULL, 0);
    assert_ptr_equal(ui_chosen_routine(ui), stage->library.routines.items[1]);
    stage->library.routines.count = 0;
    ui_library_changed(ui, chosen, NULL, 0);
    assert_null(ui_chosen_routine(ui));
    assert_null(step(stage, ui, "Return", 16).play.routine);
}

// At another level there are other sets and lengths, and for some slots other moves.
static void test_what_is_played_goes_on(void **state) {
    Stage *stage = *state;
    Session before = compile(stage, "short", LEVEL_B1), now = compile(stage, "short", LEVEL_B2);
    UiOptions options = {.library = &stage->library, .tempo = 1, .session = &before};
    Ui *ui = ui_make(&stage->arena, &options);
    assert_true(ui_is_playing(ui));
    const Move *bridge = library_move(&stage->library, text_of("bridge-hold"));
    int here = 0;
    while (before.segments.items[here].kind != SEGMENT_WORK || before.segments.items[here].move != bridge) here++;
    for (double at_ms = 0; at_ms < (double)before.segments.items[here].start_ms + 1500; at_ms += 100) step(stage, ui, NULL, 100);
    ui_replace_session(ui, &now);
    const Playhead *playhead = ui_playhead(ui);
    assert_ptr_equal(playhead->session, &now);
    const Segment *segment = &now.segments.items[session_segment_at(&now, playhead->position_ms)];
    assert_ptr_equal(segment->move, bridge);
    assert_int_equal(segment->kind, SEGMENT_WORK);
    assert_int_equal(segment->set, 1);
    assert_int_equal(ui_screen(ui), SCREEN_PLAY);
    // To the end: what was done before and after counts once.
    for (int i = 0; i < 20000 && ui_screen(ui) == SCREEN_PLAY; i++) step(stage, ui, NULL, 100);
    assert_int_equal(ui_screen(ui), SCREEN_FINISH);
    assert_false(ui_is_playing(ui));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_what_is_chosen_stays_chosen),
        TEST(test_what_is_played_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
