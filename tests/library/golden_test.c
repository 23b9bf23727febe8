// Every message byte for byte: each file in tests/library/golden is read on top of the small library
// in tests/library/fixtures, and what is found is compared with FILE.expected beside it.
#include "library/library.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char *const fixtures[] = {"tests/library/fixtures"};

// What is written when nothing is found, so that no expected file is empty by accident.
static const char nothing[] = "nothing is wrong\n";

static void write_outcome(const Library *before, const Library *after, const Diags *diags, TextBuilder *out) {
    diags_write(diags, out);
    if (!diags->list.count) builder_add(out, nothing);
    int things = after->moves.count + after->ways.count + after->ladders.count + after->routines.count + after->plans.count -
                 before->moves.count - before->ways.count - before->ladders.count - before->routines.count - before->plans.count;
    builder_add(out, things ? "-- in the library\n" : "-- left out\n");
    // A file is left out when it has errors, and only then.
    assert_int_equal(things, diags->errors ? 0 : 1);
}

static void check_case(const char *path) {
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    assert_true(library_read(&arena, fixtures, 1, &library, &diags, &error));
    assert_int_equal(diags.list.count, 0);
    Library before = library;
    assert_true(library_read_file(&arena, path, &library, &diags, &error));
    TextBuilder out = {0};
    write_outcome(&before, &library, &diags, &out);
    assert_golden_text(text_format(&arena, "%s.expected", path), builder_text(&out));
    builder_free(&out);
    arena_free(&arena);
}

static void test_messages(void **state) {
    (void)state;
    static const char *const endings[] = {".move", ".way", ".ladder", ".routine", ".plan"};
    Arena arena = {0};
    Error error = {0};
    int cases = 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        FileList files = {0};
        assert_true(folder_list(&arena, "tests/library/golden", endings[i], &files, &error));
        for (int j = 0; j < files.paths.count; j++, cases++) check_case(files.paths.items[j]);
    }
    assert_true(cases > 60);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_messages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
