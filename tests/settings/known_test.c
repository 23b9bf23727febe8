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

enum { TODAY = 20778 }; // 2026-11-21

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
    assert_int_equal(known_times(&known, "clam", TODAY), 0);
    known_add(&arena, &known, "clam", TODAY);
    known_add(&arena, &known, "clam+band", TODAY);
    known_add(&arena, &known, "clam", TODAY);
    assert_true(known_write(path, &known, &error)); // and its folder is made
    assert_string_equal(written(), "# In how many sessions each move was done, and when last. "
                                   "Limber explains a move less the better you know it.\n"
                                   "clam 2 2026-11-21\nclam+band 1 2026-11-21\n");
    assert_true(known_read(&arena, path, &known, &error));
    assert_int_equal(known_times(&known, "clam", TODAY), 2);
    assert_int_equal(known_times(&known, "clam+band", TODAY), 1);
    assert_int_equal(known_times(&known, "cla", TODAY), 0);
}

static void test_sessions_have_a_line_of_their_own(void **state) {
    (void)state;
    KnownMoves known;
    Error error = {0};
    write_file("# mine\nsessions 9998\nclam 1\n");
    assert_true(known_read(&arena, path, &known, &error));
    assert_int_equal(known.sessions, 9998);
    assert_int_equal(known.moves.count, 1);
    known_add_session(&known);
    assert_true(known_write(path, &known, &error));
    assert_string_equal(written(), "# mine\nsessions 9999\nclam 1\n");
    for (int i = 0; i < 3; i++) {
        int before = known.sessions;
        known_add_session(&known);
        assert_true(known.sessions % 2 != before % 2 && known.sessions <= 9999);
    }
}

static void test_what_a_person_wrote_is_kept(void **state) {
    (void)state;
    KnownMoves known;
    Error error = {0};
    write_file("# forget the bridge\nclam   7\r\n\nbridge lots\nclam 8\nplank 99999\nsquat 9999");
    assert_false(known_read(&arena, path, &known, &error));
    assert_non_null(strstr(error.sentence, "known-moves:4: a line is a move, a number and a day, such as 'clam 4 2026-11-21'"));
    assert_int_equal(known_times(&known, "clam", TODAY), 8);
    assert_int_equal(known_times(&known, "bridge", TODAY), 0);
    known_add(&arena, &known, "squat", TODAY); // no more than that
    assert_true(known_write(path, &known, &error));
    assert_string_equal(written(), "# forget the bridge\nbridge lots\nplank 99999\nclam 8\nsquat 9999 2026-11-21\n");
}

static void test_dates_are_read_where_they_are(void **state) {
    (void)state;
    KnownMoves known;
    Error error = {0};
    write_file("clam 7 2026-11-01\r\nplank 5  2026-11-20\nsquat 6\n"
               "bridge 6 2026-02-30\nlunge 6 yesterday\ncat-cow 6 2026-11-02 x\n");
    assert_false(known_read(&arena, path, &known, &error));
    assert_non_null(strstr(error.sentence, "known-moves:4:"));
    assert_int_equal(known.moves.count, 3);
    assert_int_equal(known.others.count, 3);
    assert_int_equal(known.moves.items[0].day, TODAY - 20);
    assert_int_equal(known.moves.items[1].day, TODAY - 1);
    assert_int_equal(known.moves.items[2].day, KNOWN_NO_DAY);
}

// Known for long: after four weeks without it a move is explained once more, and fades again from there.
static void test_a_break_brings_the_words_back(void **state) {
    (void)state;
    KnownMoves known = {0};
    for (int i = 0; i < 9; i++) known_add(&arena, &known, "clam", TODAY + i);
    known_add(&arena, &known, "plank", TODAY + 8);
    int last = TODAY + 8;
    assert_int_equal(known_times(&known, "clam", last), 9);
    assert_int_equal(known_times(&known, "clam", last + 28), 9);
    assert_int_equal(known_times(&known, "clam", last + 29), 2);
    assert_int_equal(known_times(&known, "plank", last + 29), 1); // never more than before
    assert_int_equal(known_times(&known, "clam", last - 300), 9); // by a clock that was wrong
    known_add(&arena, &known, "clam", last + 29);
    assert_int_equal(known_times(&known, "clam", last + 29), 3);
    assert_int_equal(known_times(&known, "clam", last + 50), 3);
    write_file("clam 9\n"); // nobody knows since when
    Error error = {0};
    assert_true(known_read(&arena, path, &known, &error));
    assert_int_equal(known_times(&known, "clam", last + 1000), 9);
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
    known_add(&arena, &known, "clam", TODAY);
    assert_false(known_write("/proc/nowhere/known-moves", &known, &error));
    assert_non_null(strstr(error.sentence, "/proc/nowhere"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sessions_are_counted),
        cmocka_unit_test(test_sessions_have_a_line_of_their_own),
        cmocka_unit_test(test_what_a_person_wrote_is_kept),
        cmocka_unit_test(test_dates_are_read_where_they_are),
        cmocka_unit_test(test_a_break_brings_the_words_back),
        cmocka_unit_test(test_any_bytes_are_read),
        cmocka_unit_test(test_what_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
