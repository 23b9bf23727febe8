// What a person sees at moments of a whole session, with the baked figure: pixel for pixel.
#include "app/player.h"

#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

enum { WIDTH = 640, HEIGHT = 360, TOLERANCE = 2 };

typedef struct {
    Arena arena;
    Options options;
    Scripts scripts;
    Player player;
} Stage;

static void raise_curtain(Stage *stage) {
    Error error = {0};
    char *arguments[] = {"limber", "play", "hips-and-glutes", "--no-voice", "--headless", NULL};
    setenv("XDG_DATA_HOME", "/proc/nowhere", 1); // nobody's own things, and nothing is left behind
    setenv("XDG_CONFIG_HOME", "/proc/nowhere", 1);
    assert_true(options_read(5, arguments, &stage->options, &error));
    Folders folders = folders_find(&stage->arena, &stage->options);
    folders.voices = "tests/app/silent";
    folders.sheets = path_join(&stage->arena, getenv("LIMBER_BUILD"), "sheets");
    assert_true(scripts_read(&stage->arena, &folders, &stage->scripts, &error));
    const Routine *routine = scripts_routine(&stage->arena, &stage->scripts, stage->options.arguments[0], &error);
    PlayerStart start = {.routine = routine, .wait = true};
    if (!player_open(&stage->arena, &stage->options, &folders, &stage->scripts, &start, &stage->player, &error))
        fail_msg("%s", error.sentence);
}

static void expect_screen(Player *player, double elapsed_ms, const char *key, const char *name) {
    Key pressed = {.name = key};
    UiInput input = player_input(player, WIDTH, HEIGHT);
    input.elapsed_ms = elapsed_ms;
    input.has_sound = true;
    input.keys = &pressed;
    input.key_count = key != NULL;
    UiOutput output = player_step(player, &input);
    Area dirty[PAINTER_AREAS];
    int count;
    Picture picture = raster_picture(painter_paint(player->painter, &output.list, WIDTH, HEIGHT, dirty, &count));
    char path[100];
    snprintf(path, sizeof path, "tests/app/golden/%s.png", name);
    assert_golden_picture(path, &picture, TOLERANCE);
    picture_free(&picture);
}

// The middle of the first segment of a kind, at or after a segment.
static double middle_of(const Session *session, SegmentKind kind, int from) {
    for (int i = from; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == kind) return (double)(segment->start_ms + segment->end_ms) / 2;
    }
    fail_msg("the session has no %s after segment %d", segment_kind_names[kind], from);
    return 0;
}

static void test_a_session_as_it_is_seen(void **state) {
    (void)state;
    Stage stage = {0};
    raise_curtain(&stage);
    const Session *session = stage.player.session;
    const struct {
        double at_ms;
        const char *name;
    } moments[] = {
        {middle_of(session, SEGMENT_WORK, 0), "hold"},
        {middle_of(session, SEGMENT_SWITCH, 0), "switch-sides"},
        {middle_of(session, SEGMENT_REST, 0), "rest"},
    };
    double now_ms = 0;
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        expect_screen(&stage.player, moments[i].at_ms - now_ms, NULL, moments[i].name);
        now_ms = moments[i].at_ms;
    }
    expect_screen(&stage.player, (double)session->length_ms + 1 - now_ms, NULL, "finish");
    player_end_sound(&stage.player, NULL);
    player_close(&stage.player);
    arena_free(&stage.arena);
}

static void test_pause(void **state) {
    (void)state;
    Stage stage = {0};
    raise_curtain(&stage);
    expect_screen(&stage.player, 25000, "Space", "paused");
    player_end_sound(&stage.player, NULL);
    player_close(&stage.player);
    arena_free(&stage.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_session_as_it_is_seen),
        cmocka_unit_test(test_pause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
