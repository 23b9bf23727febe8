// The screens around the coach as a person sees them, with the baked figure: pixel for pixel, two weeks into a plan.
#include "app/player.h"
#include "coach/screen.h"

#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

enum { WIDTH = 960, HEIGHT = 540, TOLERANCE = 2, FIRST_DAY = 20600, DAYS = 10 };
static const int64_t DAY_MS = INT64_C(86400000);

typedef struct {
    Arena arena;
    char folder[64];
    Options options;
    Folders folders;
    Scripts scripts;
    Player player;
    Moment now;
} Stage;

static void write_down(Stage *stage, Entry entry) {
    stage->now.at_ms += 1000;
    entry.moment = stage->now;
    record_write(&stage->player.record, &entry);
}

static void go_to_day(Stage *stage, int day) {
    stage->now = (Moment){.at_ms = (FIRST_DAY + day) * DAY_MS + DAY_MS / 3, .day = FIRST_DAY + day};
}

// A beginner who does what the plan says, and gets better.
static void live_through(Stage *stage) {
    static const int soreness[] = {2, 3, 4, 3, 2};
    go_to_day(stage, 0);
    write_down(stage, (Entry){.kind = ENTRY_LEVEL, .level = LEVEL_B1});
    int64_t screen = stage->now.at_ms;
    write_down(stage, (Entry){.kind = ENTRY_SCREEN, .group = screen});
    for (int i = 1; i <= SCREEN_QUESTIONS; i++)
        write_down(stage, (Entry){.kind = ENTRY_SAFETY, .group = screen, .number = i, .answer = ANSWER_NO});
    write_down(stage, (Entry){.kind = ENTRY_PLAN_START, .id = "beginner-4", .level = LEVEL_B1, .on_day = FIRST_DAY, .number = 1});
    for (int day = 0; day < DAYS; day++) {
        go_to_day(stage, day);
        write_down(stage, (Entry){.kind = ENTRY_CHECK_IN, .group = stage->now.at_ms, .when = WHEN_BEFORE, .soreness = soreness[day % 5],
                                  .pain = 5 - day / 3, .answer = ANSWER_NO});
        if (day % 7 == 6) continue;
        int64_t group = stage->now.at_ms;
        bool strength = day % 7 % 2 == 0;
        write_down(stage, (Entry){.kind = ENTRY_SESSION, .group = group, .id = strength ? "b-full" : "b-stretch", .level = LEVEL_B1,
                                  .strength = strength, .number = day + 1});
        write_down(stage, (Entry){.kind = ENTRY_SESSION_END, .group = group, .seconds = strength ? 1140 : 480, .effort = 5});
    }
    go_to_day(stage, DAYS);
}

static void raise_curtain(Stage *stage) {
    Error error = {0};
    snprintf(stage->folder, sizeof stage->folder, "/tmp/limber-screens-XXXXXX");
    assert_non_null(mkdtemp(stage->folder));
    char *arguments[] = {"limber", "--no-voice", "--headless", "--data", stage->folder, NULL};
    setenv("XDG_CONFIG_HOME", "/proc/nowhere", 1); // nobody's own things
    setenv("XDG_STATE_HOME", stage->folder, 1);
    assert_true(options_read(5, arguments, &stage->options, &error));
    stage->folders = folders_find(&stage->arena, &stage->options);
    stage->folders.voices = "tests/app/silent";
    stage->folders.sheets = path_join(&stage->arena, getenv("LIMBER_BUILD"), "sheets");
    assert_true(scripts_read(&stage->arena, &stage->folders, &stage->scripts, &error));
    go_to_day(stage, 0);
    PlayerStart start = {.wait = true, .now = stage->now};
    if (!player_open(&stage->arena, &stage->options, &stage->folders, &stage->scripts, &start, &stage->player, &error))
        fail_msg("%s", error.sentence);
    live_through(stage);
}

static void let_fall(Stage *stage) {
    player_end_sound(&stage->player, NULL);
    player_close(&stage->player);
    assert_int_equal(system(text_format(&stage->arena, "rm -r %s", stage->folder)), 0);
    arena_free(&stage->arena);
}

static void press(Stage *stage, const char *key, const char *picture) {
    Key pressed = {.name = key};
    stage->now.at_ms += 1000;
    UiInput input = player_input(&stage->player, WIDTH, HEIGHT);
    input.elapsed_ms = key ? 0 : 900;
    input.now = stage->now;
    input.has_sound = true;
    input.keys = &pressed;
    input.key_count = key != NULL;
    UiOutput output = player_step(&stage->player, &input);
    if (!picture) return;
    Area dirty[PAINTER_AREAS];
    int count;
    Picture seen = raster_picture(painter_paint(stage->player.painter, &output.list, WIDTH, HEIGHT, dirty, &count));
    char path[100];
    snprintf(path, sizeof path, "tests/app/golden/%s.png", picture);
    assert_golden_picture(path, &seen, TOLERANCE);
    picture_free(&seen);
}

static void press_all(Stage *stage, const char *const *keys) {
    for (; *keys; keys++) press(stage, *keys, NULL);
}

static void test_home_and_the_check_in(void **state) {
    (void)state;
    Stage stage = {0};
    raise_curtain(&stage);
    press(&stage, NULL, "home");
    press(&stage, "Return", "check-in");
    press(&stage, "3", NULL);
    press(&stage, "2", NULL);
    press(&stage, "N", "today");
    let_fall(&stage);
}

static void test_progress_and_plans(void **state) {
    (void)state;
    Stage stage = {0};
    raise_curtain(&stage);
    press_all(&stage, (const char *const[]){"Right", "Return", NULL});
    press(&stage, NULL, "plans");
    press_all(&stage, (const char *const[]){"Escape", "Right", "Return", NULL});
    press(&stage, NULL, "progress-felt");
    press(&stage, "Right", "progress-did");
    press(&stage, "Right", "progress-checks");
    let_fall(&stage);
}

static void test_a_self_check(void **state) {
    (void)state;
    Stage stage = {0};
    raise_curtain(&stage);
    press_all(&stage, (const char *const[]){"Right", "Right", "Right", "Return", NULL});
    press(&stage, NULL, "more");
    press(&stage, "3", NULL);
    press(&stage, NULL, "self-check");
    press(&stage, "Return", NULL);
    press(&stage, "Return", NULL);
    for (int i = 0; i < 9; i++) press(&stage, NULL, NULL);
    press(&stage, NULL, "self-check-timed");
    let_fall(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_home_and_the_check_in),
        cmocka_unit_test(test_progress_and_plans),
        cmocka_unit_test(test_a_self_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
