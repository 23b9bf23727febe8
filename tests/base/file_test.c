#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[] = "/tmp/limber-file-XXXXXX";

static void test_write_then_read(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *deep = path_join(&arena, folder, "one/two");
    assert_true(folder_make(deep, &error));
    char *path = path_join(&arena, deep, "a.move");
    assert_true(file_write(path, text_of("hello"), &error));
    Text text;
    assert_true(file_read(&arena, path, 100, &text, &error));
    assert_true(text_is(text, "hello"));
    assert_true(file_changed_ns(path) > 0);
    FileList files = {0};
    assert_true(folder_list(&arena, folder, ".move", &files, &error));
    assert_int_equal(files.paths.count, 1);
    assert_string_equal(files.paths.items[0], path);
    arena_free(&arena);
}

static void test_refusals_name_the_file(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    Text text;
    assert_false(file_read(&arena, "/nowhere/at-all", 10, &text, &error));
    assert_string_equal(error.sentence, "cannot read /nowhere/at-all: No such file or directory");
    assert_false(file_read(&arena, folder, 10, &text, &error));
    assert_non_null(strstr(error.sentence, "it is not a file"));
    char *path = path_join(&arena, folder, "big");
    assert_true(file_write(path, text_of("0123456789"), &error));
    assert_false(file_read(&arena, path, 5, &text, &error));
    assert_non_null(strstr(error.sentence, path));
    assert_false(file_write("/nowhere/at-all", text, &error));
    FileList files = {0};
    assert_true(folder_list(&arena, "/nowhere/at-all", NULL, &files, &error));
    assert_int_equal(files.paths.count, 0);
    arena_free(&arena);
}

// Only the folder itself: not what a link leads to, nor folders below.
static void test_a_folder_is_removed_with_its_files(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *flat = path_join(&arena, folder, "flat"), *deep = path_join(&arena, folder, "nested/deep");
    assert_true(folder_make(flat, &error) && folder_make(deep, &error));
    assert_true(file_write(path_join(&arena, flat, "a"), text_of("a"), &error));
    assert_true(file_write(path_join(&arena, deep, "b"), text_of("b"), &error));
    char *link = path_join(&arena, folder, "link");
    assert_int_equal(symlink(flat, link), 0);
    folder_remove(link);
    assert_true(file_exists(path_join(&arena, flat, "a")));
    folder_remove(path_join(&arena, folder, "nested"));
    assert_true(file_exists(path_join(&arena, deep, "b")));
    folder_remove(flat);
    assert_false(file_exists(flat));
    folder_remove(flat); // nothing to do
    unlink(link);
    folder_remove(deep);
    folder_remove(path_join(&arena, folder, "nested"));
    arena_free(&arena);
}

// A full disk leaves the old file as it was. /dev/full cannot be renamed over, so write through it.
static void test_a_full_disk_says_so(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *path = path_join(&arena, folder, "kept");
    assert_true(file_write(path, text_of("old"), &error));
    char *temporary = path_join(&arena, folder, "kept.new");
    assert_int_equal(symlink("/dev/full", temporary), 0);
    assert_false(file_write(path, text_of("new"), &error));
    assert_non_null(strstr(error.sentence, "No space left on device"));
    Text text;
    assert_true(file_read(&arena, path, 100, &text, &error));
    assert_true(text_is(text, "old"));
    arena_free(&arena);
}

// Settings are often links into a folder of their own.
static void test_a_link_stays_a_link(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *first = path_join(&arena, folder, "first"), *second = path_join(&arena, folder, "second"), to[100] = "";
    char *file = path_join(&arena, folder, "linked");
    assert_int_equal(symlink("second", first), 0); // beside it
    assert_int_equal(symlink(file, second), 0);
    for (int round = 0; round < 2; round++) { // to nothing, then to a file
        assert_true(file_write(first, text_of(round ? "new" : "old"), &error));
        Text text;
        assert_true(file_read(&arena, file, 100, &text, &error));
        assert_true(text_is(text, round ? "new" : "old"));
        assert_int_equal(readlink(first, to, sizeof to), strlen("second"));
    }
    char *endless = path_join(&arena, folder, "endless");
    assert_int_equal(symlink("endless", endless), 0);
    assert_false(file_write(endless, text_of("x"), &error));
    assert_non_null(strstr(error.sentence, "endless"));
    arena_free(&arena);
}

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    char command[100];
    strcpy(command, "rm -rf ");
    strcat(command, folder);
    return system(command);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write_then_read),
        cmocka_unit_test(test_refusals_name_the_file),
        cmocka_unit_test(test_a_folder_is_removed_with_its_files),
        cmocka_unit_test(test_a_full_disk_says_so),
        cmocka_unit_test(test_a_link_stays_a_link),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
