#include "app/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static bool read_line(const char *line, Options *options, Error *error) {
    static char words[500];
    static char *arguments[40];
    int count = 0;
    strncpy(words, line, sizeof words - 1);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) arguments[count++] = word;
    arguments[count] = NULL;
    return options_read(count, arguments, options, error);
}

static void test_options_may_stand_anywhere(void **state) {
    (void)state;
    Options options;
    Error error = {0};
    assert_true(read_line("limber --level A2 play --from 1m30s hips --size 1280x720 --speed 0.9 --headless", &options, &error));
    assert_int_equal(options.command, COMMAND_PLAY);
    assert_int_equal(options.argument_count, 1);
    assert_string_equal(options.arguments[0], "hips");
    assert_int_equal(options.level, LEVEL_A2);
    assert_int_equal(options.from_ms, 90000);
    assert_int_equal(options.width, 1280);
    assert_true(options.headless && options.has_level && !options.mute);
    assert_true(options.speed > 0.89 && options.speed < 0.91);
}

static void test_talk(void **state) {
    (void)state;
    Options options;
    Error error = {0};
    assert_true(read_line("limber dump x --talk quiet", &options, &error));
    assert_true(options.has_talk && options.talk == TALK_QUIET);
    char *always[] = {"limber", "dump", "x", "--talk", "full always", NULL};
    assert_true(options_read(5, always, &options, &error));
    assert_int_equal(options.talk, TALK_FULL_ALWAYS);
    assert_true(read_line("limber dump x", &options, &error));
    assert_false(options.has_talk);
    assert_false(read_line("limber dump x --talk chatty", &options, &error));
}

static void test_the_person(void **state) {
    (void)state;
    Options options;
    Error error = {0};
    assert_true(read_line("limber play x --minutes 12 --skip knee-kneel,neck --skip balance --first-side left", &options, &error));
    assert_int_equal(options.minutes, 12);
    assert_int_equal(options.skip, fit_tag(text_of("knee-kneel")) | fit_tag(text_of("neck")) | fit_tag(text_of("balance")));
    assert_true(options.has_first_side && options.first_side == LEFT);
    assert_true(read_line("limber play x --first-side right", &options, &error));
    assert_true(options.has_first_side && options.first_side == RIGHT);
    assert_true(read_line("limber play x", &options, &error));
    assert_true(!options.has_first_side && !options.minutes && !options.skip);
    assert_false(read_line("limber play x --skip knee-knel", &options, &error));
    assert_string_equal(error.sentence, "there is no tag 'knee-knel'; did you mean 'knee-kneel'?");
    static const char *const wrong[] = {"--skip ,", "--skip neck,", "--minutes 0", "--minutes 181", "--minutes 2.5",
                                        "--minutes soon", "--first-side l", "--first-side both"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char line[60] = "limber play x ";
        strncat(line, wrong[i], 40);
        if (read_line(line, &options, &error)) fail_msg("accepted %s", wrong[i]);
    }
}

static void test_no_command_is_home(void **state) {
    (void)state;
    Options options;
    Error error = {0};
    assert_true(read_line("limber --windowed", &options, &error));
    assert_int_equal(options.command, COMMAND_HOME);
    assert_int_equal(options.stop_after_ms, -1);
}

static void test_times(void **state) {
    (void)state;
    static const struct {
        const char *line;
        int64_t ms;
    } rows[] = {{"limber play x --from 90", 90000}, {"limber play x --from 250ms", 250}, {"limber play x --from 2min", 120000},
                {"limber play x --from 1h1m1s", 3661000}, {"limber play x --from 0", 0}, {"limber play x --from 1.5s", 1500}};
    Options options;
    Error error = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(read_line(rows[i].line, &options, &error));
        assert_int_equal(options.from_ms, rows[i].ms);
    }
    static const char *const wrong[] = {"-5s", "5x", "s", "25h", "1e400", "nan", "5s-"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char line[60] = "limber play x --from=";
        strncat(line, wrong[i], 20);
        assert_false(read_line(line, &options, &error));
        assert_non_null(strstr(error.sentence, "--from takes a time"));
    }
}

static void test_numbers_have_bounds(void **state) {
    (void)state;
    static const char *const wrong[] = {"--bake-scale 9", "--speed 0.4", "--speed 1.6", "--speed fast", "--speed nan",
                                        "--size 10x10", "--size 1280x", "--size 99999x720", "--size 1280x720p",
                                        "--frame-ms 0", "--frame-ms 33x", "--level B5"};
    Options options;
    Error error = {0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char line[60] = "limber play x ";
        strncat(line, wrong[i], 40);
        if (read_line(line, &options, &error)) fail_msg("accepted %s", wrong[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_may_stand_anywhere),
        cmocka_unit_test(test_talk),
        cmocka_unit_test(test_the_person),
        cmocka_unit_test(test_no_command_is_home),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_numbers_have_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
