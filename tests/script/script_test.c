// The tree as text, for lines of every shape; and that no bytes at all can do harm.
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void write_token(const Token *token, TextBuilder *out) {
    static const char *const kinds[] = {"word", "string", "number", "duration", "range", "arrow", "comma"};
    builder_add(out, " %s", kinds[token->kind]);
    if (token->kind == TOKEN_NUMBER) builder_add(out, ":%g", token->number);
    if (token->kind == TOKEN_DURATION) builder_add(out, ":%d", token->ms);
    if (token->kind == TOKEN_RANGE) builder_add(out, ":%g..%g", token->number, token->upper);
    if (token->kind <= TOKEN_STRING) builder_add(out, ":%.*s", TEXT_ARGS(token->text));
}

static void write_tree(const Node *node, int depth, TextBuilder *out) {
    for (; node; node = node->next) {
        builder_add(out, "%*s%s", depth * 2, "", node->is_broken ? "broken" : "-");
        for (int i = 0; i < node->count && !node->is_broken; i++) write_token(&node->tokens[i], out);
        builder_add(out, "\n");
        write_tree(node->children, depth + 1, out);
    }
}

static void expect_read(Text text, const char *tree, int errors) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Source source = {"a.script", text};
    TextBuilder out = {0};
    write_tree(script_read(&arena, &source, &diags), 0, &out);
    assert_string_equal(out.bytes ? out.bytes : "", tree);
    assert_int_equal(diags.errors, errors);
    builder_free(&out);
    arena_free(&arena);
}

static void expect_tree(const char *text, const char *tree) {
    expect_read(text_of(text), tree, 0);
}

static void test_tokens(void **state) {
    (void)state;
    expect_tree("hold childs-pose START c7 a_b", "- word:hold word:childs-pose word:START word:c7 word:a_b\n");
    expect_tree("say \"Lift # your hips.\" \"\"", "- word:say string:Lift # your hips. string:\n");
    expect_tree("a 12 -3.5 0.25 -0", "- word:a number:12 number:-3.5 number:0.25 number:-0\n");
    expect_tree("20s 1m30s 2min 500ms 1.5s 1h", "- duration:20000 duration:90000 duration:120000 duration:500 "
                                                "duration:1500 duration:3600000\n");
    expect_tree("170..190 -3..3 0.5..1.5 -2..-1", "- range:170..190 range:-3..3 range:0.5..1.5 range:-2..-1\n");
    expect_tree("A->B A -> B, C\xE2\x86\x92" "D", "- word:A arrow word:B word:A arrow word:B comma word:C arrow word:D\n");
    expect_tree("3 x 10s 3 \xC3\x97 10s", "- number:3 word:x duration:10000 number:3 word:\xC3\x97 duration:10000\n");
}

static void test_children(void **state) {
    (void)state;
    expect_tree("a\n  b\n    c\n  d\ne\n", "- word:a\n  - word:b\n    - word:c\n  - word:d\n- word:e\n");
    expect_tree("a\n\tb\n\t\tc\nd", "- word:a\n  - word:b\n    - word:c\n- word:d\n");
    expect_tree("a\n\n   # far in\n  b\n# far out\n  c\n", "- word:a\n  - word:b\n  - word:c\n");
    expect_tree("a\n      b\nc\n  d\n", "- word:a\n  - word:b\n- word:c\n  - word:d\n");
}

static void test_line_endings_and_nothing(void **state) {
    (void)state;
    const char *tree = "- word:a\n  - word:b\n- word:c\n";
    expect_tree("a\n  b\nc", tree);
    expect_tree("a\r\n  b\r\nc\r\n", tree);
    expect_tree("a\r  b\rc\r", tree);
    expect_tree("\xEF\xBB\xBF" "a\n  b\nc\n", tree);
    expect_tree("", "");
    expect_tree("\n\r\n\r  \t \n# only this", "");
    expect_tree("\xEF\xBB\xBF", "");
}

static void test_mistakes_keep_their_line(void **state) {
    (void)state;
    expect_read(text_of("a\n  \"b\n  c\n"), "- word:a\n  broken\n  - word:c\n", 1);
    expect_read(text_of("a\n    b\n  c\nd\n"), "- word:a\n  - word:b\nbroken\n- word:d\n", 1);
    expect_read(text_of("a\n  b\n\tc\nd\n"), "- word:a\n  - word:b\nbroken\n- word:d\n", 1);
    expect_read(text_of("12.\n1..\n-\n.\n5..2\n1s2m\n1e5\n"), "broken\nbroken\nbroken\nbroken\nbroken\nbroken\nbroken\n", 7);
    expect_read(text_of("a ! ? $ %\nb"), "broken\n- word:b\n", 1);
    expect_read((Text){"a\0b\nc\n", 6}, "broken\n- word:c\n", 1);
    expect_read(text_of("\xC0\x80\n\xED\xA0\x80\n\xF5\x80\x80\x80\n\xE2\x82\nok"),
                "broken\nbroken\nbroken\nbroken\n- word:ok\n", 4);
}

// `count` times the same bytes.
static Text repeated(TextBuilder *out, const char *bytes, int count) {
    for (int i = 0; i < count; i++) builder_add(out, "%s", bytes);
    return builder_text(out);
}

static int errors_of(Text text, const char **message) {
    static Arena arena; // messages live until the next call
    arena_free(&arena);
    Diags diags = {.arena = &arena};
    Source *source = arena_new(&arena, Source, 1);
    *source = (Source){"a.script", text};
    script_read(&arena, source, &diags);
    *message = diags.list.count ? diags.list.items[0].message : "";
    return diags.errors;
}

static void expect_limit(const char *before, const char *bytes, int most, const char *message) {
    const char *found;
    TextBuilder text = {0};
    builder_add(&text, "%s", before);
    repeated(&text, bytes, most);
    assert_int_equal(errors_of(builder_text(&text), &found), 0);
    repeated(&text, bytes, 1);
    assert_int_equal(errors_of(builder_text(&text), &found), 1);
    assert_string_equal(found, message);
    builder_free(&text);
}

static void test_limits(void **state) {
    (void)state;
    expect_limit("", "#", SCRIPT_MAX_LINE_BYTES, "a line has at most 400 bytes");
    expect_limit("", "a ", SCRIPT_MAX_TOKENS, "a line has at most 64 words");
    expect_limit("", "a\n", SCRIPT_MAX_LINES, "a script has at most 2000 lines");
    expect_limit("", "\n", SCRIPT_MAX_BYTES, "a script has at most 131072 bytes");
    const char *found;
    assert_int_equal(errors_of(text_of("a 1000000 999999s"), &found), 0);
    assert_int_equal(errors_of(text_of("a 1000001"), &found), 1);
    assert_string_equal(found, "'1000001' is too large");
    assert_int_equal(errors_of(text_of("a 1000001s"), &found), 1);
    assert_int_equal(errors_of(text_of("a 1..9999999999999999999999999999"), &found), 1);
    assert_int_equal(errors_of(text_of("a\n b\n  c\n   d\n    e\n     f\n      g\n"), &found), 0);
    assert_int_equal(errors_of(text_of("a\n b\n  c\n   d\n    e\n     f\n      g\n       h\n"), &found), 1);
    assert_string_equal(found, "lines are indented too deep");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_children),
        cmocka_unit_test(test_line_endings_and_nothing),
        cmocka_unit_test(test_mistakes_keep_their_line),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
