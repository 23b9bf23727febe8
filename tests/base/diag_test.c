#include "base/diag.h"

#include "support/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void expect_written(const Diags *diags, const char *expected) {
    TextBuilder out = {0};
    diags_write(diags, &out);
    assert_string_equal(out.bytes ? out.bytes : "", expected);
    builder_free(&out);
}

static void test_shows_line_carets_and_help(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Source source = {"a.routine", text_of("stretch\r\n  reps cät-caw 5\n")};
    static const char *const names[] = {"cat-cow"};
    Diag *late = diag_warning(&diags, &source, (Span){25, 26}, "five is few");
    (void)late;
    Diag *diag = diag_error(&diags, &source, (Span){16, 24}, "no move is called 'cät-caw'");
    diag_suggest(&diags, diag, text_of("cat-caw"), names, 1);
    assert_int_equal(diags.errors, 1);
    expect_written(&diags, "a.routine:2:8: error: no move is called 'cät-caw'\n"
                           "    2 |   reps cät-caw 5\n"
                           "      |        ^^^^^^^\n"
                           "      = did you mean 'cat-cow'?\n"
                           "a.routine:2:16: warning: five is few\n"
                           "    2 |   reps cät-caw 5\n"
                           "      |                ^\n");
    arena_free(&arena);
}

static void test_end_of_file_and_tabs(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Source source = {"b.move", text_of("a\rb\r\n\tc")};
    diag_error(&diags, &source, (Span){7, 7}, "ends too soon");
    expect_written(&diags, "b.move:3:3: error: ends too soon\n"
                           "    3 | \tc\n"
                           "      | \t ^\n");
    Source empty = {"c.move", text_of("")};
    Diags none = {.arena = &arena};
    diag_error(&none, &empty, (Span){0, 0}, "is empty");
    expect_written(&none, "c.move:1:1: error: is empty\n    1 | \n      | ^\n");
    arena_free(&arena);
}

static void test_json_for_editors(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Source source = {"a \"b\".routine", text_of("stretch\n  reps cät-caw 5\n")};
    TextBuilder out = {0};
    diags_write_json(&diags, &out);
    assert_string_equal(out.bytes, "{\"errors\": 0, \"warnings\": 0, \"notes\": 0, \"findings\": []}\n");
    builder_free(&out);
    diag_note(&diags, &source, (Span){24, 25}, "a\tb \xFF");
    Diag *diag = diag_error(&diags, &source, (Span){15, 23}, "no move is called 'cät-caw'");
    diag_help(&diags, diag, "\\");
    out = (TextBuilder){0};
    diags_write_json(&diags, &out);
    assert_int_equal(json_mistake(builder_text(&out)), -1);
    assert_string_equal(out.bytes,
        "{\"errors\": 1, \"warnings\": 0, \"notes\": 1, \"findings\": [\n"
        "  {\"file\": \"a \\\"b\\\".routine\", \"line\": 2, \"column\": 8, \"end_line\": 2, \"end_column\": 15, "
        "\"severity\": \"error\", \"message\": \"no move is called 'cät-caw'\", \"help\": \"\\\\\"},\n"
        "  {\"file\": \"a \\\"b\\\".routine\", \"line\": 2, \"column\": 16, \"end_line\": 2, \"end_column\": 17, "
        "\"severity\": \"note\", \"message\": \"a\\u0009b \\ufffd\", \"help\": null}\n]}\n");
    builder_free(&out);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shows_line_carets_and_help),
        cmocka_unit_test(test_end_of_file_and_tabs),
        cmocka_unit_test(test_json_for_editors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
