// The place in a session: there and back, and nothing from half a file.
#include "history/place.h"

#include "support/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const Place somewhere = {
    .saved = {INT64_C(1763706612123), 20413, 60}, .group = INT64_C(1763706000000), .routine = "my own/hips and glutes.routine",
    .level = LEVEL_A2, .fit = "minutes 12 skip knee-kneel", .step = 12, .set = 2, .round = 1, .side = LEFT, .at_ms = 312400, .seconds = 330,
    .what = "Clam, left side",
};

static int set_up(void **state) {
    Arena *arena = calloc(1, sizeof *arena);
    *state = arena;
    return 0;
}

static int tear_down(void **state) {
    arena_free(*state);
    free(*state);
    return 0;
}

static void expect_same(const Place *a, const Place *b) {
    assert_memory_equal(&a->saved, &b->saved, sizeof a->saved);
    assert_true(a->group == b->group && a->level == b->level && a->step == b->step && a->set == b->set && a->round == b->round);
    assert_true(a->side == b->side && a->at_ms == b->at_ms && a->seconds == b->seconds);
    assert_string_equal(a->routine, b->routine);
    assert_string_equal(a->fit, b->fit);
    assert_string_equal(a->what, b->what);
}

static void test_there_and_back(void **state) {
    const char *folder = test_folder(*state);
    Error error = {0};
    Place read, next = somewhere;
    assert_false(place_load(folder, "me", &read));
    assert_true(place_save(folder, "me", &somewhere, &error));
    assert_true(place_load(folder, "me", &read));
    expect_same(&somewhere, &read);
    next.step++, next.fit[0] = '\0';
    assert_true(place_save(folder, "me", &next, &error));
    assert_true(place_load(folder, "me", &read));
    expect_same(&next, &read);
    assert_false(place_load(folder, "Anna", &read)); // another person's
    place_clear(folder, "me");
    place_clear(folder, "me");
    assert_false(place_load(folder, "me", &read));
    test_folder_remove(folder);
}

static void test_half_a_file(void **state) {
    const char *folder = test_folder(*state), *path = path_join(*state, folder, "people/me/place");
    Error error = {0};
    Place read;
    assert_true(place_save(folder, "me", &somewhere, &error));
    Text whole = test_read(*state, path);
    for (int size = 0; size < whole.size; size++) {
        test_write(path, (Text){whole.bytes, size});
        if (place_load(folder, "me", &read)) fail_msg("read from %d of %d bytes", size, whole.size);
    }
    char *bytes = text_copy(*state, whole);
    bytes[30]++;
    test_write(path, (Text){bytes, whole.size});
    assert_false(place_load(folder, "me", &read));
    test_folder_remove(folder);
}

static void test_folder_that_refuses(void **state) {
    (void)state;
    Error error = {0};
    assert_false(place_save("/proc/nowhere", "me", &somewhere, &error));
    assert_non_null(strstr(error.sentence, "/proc/nowhere"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_there_and_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_half_a_file, set_up, tear_down),
        cmocka_unit_test(test_folder_that_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
