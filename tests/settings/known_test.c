#include "settings/known.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static Arena arena;
static char *folder, *path;

static int make_folder(void **state) {
    (void)state;
    folder = text_copy(&arena, text_of("/tmp/limber-known-XXXXXX"));
    if (!mkdtemp(folder)) return -1;
    path = path_join(&arena, folder, "data/known-moves");
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    folder_remove(path_join(&arena, folder, "data"));
    folder_remove(folder);
    arena_free(&arena);
    return 0;
}

static const char *written(void) {
    Text text;
    Error error = {0};
    if (!file_read(&arena, path, 100000, &text, &error)) fail_msg("%s", error.sentence);
    return text_copy(&arena, text);
}

static void write_file(const char *text) {
    Error error = {0};
    assert_true(folder_make(path_join(&arena, folder, "data"), &error));
    assert_true(file_write(path, text_of(text), &error));
}

static void test_sessions_are_counted(void **state) {
    (void)state;
    KnownMoves known;
    Error error = {0};
    assert_true(known_read(&arena, path, &known, &error)); // none yet
    assert_int_equal(known_times(&known, "clam"), 0);
    known_add(&arena, &known, "clam");
    known_add(&arena, &known, "clam+band");
    known_add(&arena, &known, "clam");
    assert_true(known_write(path, &known, &error)); // and its folder is made
    assert_string_equal(written(), "# In how many sessions each move was done. Limber explains a move less the better you know it.\n"
                                   "clam 2\nclam+band 1\n");
    assert_true(known_read(&arena, path, &known, &error));
    assert_int_equal(known_times(&known, "clam"), 2);
    assert_int_equal(known_times(&known, "clam+band"), 1);
    assert_int_equal(known_times(&known, "cla"), 0);
}

static void test_what_a_person_wrote_is_kept(void **state) {
    (void)state;
    KnownMoves known;
    Error error = {0};
    write_file("# forget the bridge\nclam   7\r\n\nbridge lots\nclam 8\nplank 99999\nsquat 9999");
    assert_false(known_read(&arena, path, &known, &error));
    assert_non_null(strstr(error.sentence, "known-moves:4: a line is a move and a number, such as 'clam 4'"));
    assert_int_equal(known_times(&known, "clam"), 8);
    assert_int_equal(known_times(&known, "bridge"), 0);
    known_add(&arena, &known, "squat"); // no more than that
    assert_true(known_write(path, &known, &error));
    assert_string_equal(written(), "# forget the bridge\nbridge lots\nplank 99999\nclam 8\nsquat 9999\n");
}

static void test_any_bytes_are_read(void **state) {
    (void)state;
    uint32_t seed = 3;
    for (int round = 0; round < 300; round++) {
        char bytes[120];
        Text text = {bytes, sizeof bytes};
        for (int i = 0; i < text.size; i++) {
            seed = seed * 1664525 + 1013904223;
            bytes[i] = "clam 12#\n\r\0+-\xff\t"[seed >> 24 & 15];
        }
        Error error = {0};
        KnownMoves known, again;
        assert_true(file_write(path, text, &error));
        known_read(&arena, path, &known, &error);
        assert_true(known_write(path, &known, &error));
        known_read(&arena, path, &again, &error);
        assert_int_equal(again.moves.count, known.moves.count);
    }
}

static void test_what_cannot_be_written_is_told(void **state) {
    (void)state;
    KnownMoves known = {0};
    Error error = {0};
    known_add(&arena, &known, "clam");
    assert_false(known_write("/proc/nowhere/known-moves", &known, &error));
    assert_non_null(strstr(error.sentence, "/proc/nowhere"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sessions_are_counted),
        cmocka_unit_test(test_what_a_person_wrote_is_kept),
        cmocka_unit_test(test_any_bytes_are_read),
        cmocka_unit_test(test_what_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
