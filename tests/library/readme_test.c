// What routines/README.md says is true: its scripts read without a finding, and it names every name.
#include "library/library.h"

#include "support/shipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char readme[] = "routines/README.md";

// The next block between ``` lines; false when there is none.
static bool next_block(const char **at, Text *block) {
    const char *begin = strstr(*at, "\n```\n");
    if (!begin) return false;
    begin += 5;
    const char *end = strstr(begin, "\n```\n");
    assert_non_null(end);
    *block = (Text){begin, (int)(end - begin) + 1};
    *at = end + 5;
    return true;
}

// What kind of script a block is by its first keyword; NULL for other blocks.
static const char *name_of(const char *block) {
    static const char *const keywords[] = {"move ", "way ", "ladder ", "routine ", "plan "};
    static const char *const names[] = {"a.move", "a.way", "a.ladder", "a.routine", "a.plan"};
    if (*block == '#') block = strchr(block, '\n') + 1;
    for (int i = 0; i < 5; i++) {
        if (strncmp(block, keywords[i], strlen(keywords[i])) == 0) return names[i];
    }
    return NULL;
}

static void test_examples_are_good(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    Text text, block;
    assert_true(shipped_read(&arena, &library));
    assert_true(file_read(&arena, readme, 100000, &text, &error));
    int examples = 0;
    for (const char *at = text_copy(&arena, text); next_block(&at, &block);) {
        const char *name = name_of(block.bytes);
        if (!name) continue;
        assert_true(library_read_text(&arena, name, block, &library, &diags, &error));
        examples++;
    }
    TextBuilder out = {0};
    diags_write(&diags, &out);
    assert_string_equal(out.bytes ? out.bytes : "", "");
    assert_int_equal(examples, 7);
    builder_free(&out);
    arena_free(&arena);
}

static void expect_named(const char *text, const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        char quoted[64] = "`";
        strcat(strcat(quoted, names[i]), "`");
        if (!strstr(text, quoted)) fail_msg("%s does not name %s", readme, quoted);
    }
}

static void test_every_name_is_there(void **state) {
    (void)state;
    static const char *const keywords[] = {
        "feel", "mistake", "say", "setup", "go", "form", "hold", "release", "motion", "planted", "check", "needs", "works",
        "stretches", "skip",
        "include ROUTINE", "as \"...\"", "note \"...\"",
        "variant-of", "easier", "harder", "pause", "rest", "each side", "up", "stay", "down", "girdle",
        "lumbar", "thorax", "neck", "head", "shoulder", "elbow", "forearm", "wrist", "hand", "fingers", "hip", "knee", "ankle",
        "toe", "heading", "pitch", "lean", "turn",
    };
    Arena arena = {0};
    Error error = {0};
    Text text;
    assert_true(file_read(&arena, readme, 100000, &text, &error));
    const char *string = text_copy(&arena, text);
    expect_named(string, keywords, sizeof keywords / sizeof *keywords);
    expect_named(string, group_names, GROUP_COUNT);
    expect_named(string, position_names, POSITION_COUNT);
    expect_named(string, level_names, LEVEL_COUNT);
    expect_named(string, skip_tags, skip_tag_count);
    expect_named(string, muscle_names, MUSCLE_COUNT);
    expect_named(string, prop_names, PROP_COUNT);
    expect_named(string, contact_names, CONTACT_KINDS);
    expect_named(string, breath_names, BREATH_COUNT);
    expect_named(string, skeleton_point_names, skeleton_point_count);
    for (int i = 0; i < CHECK_KINDS; i++) assert_non_null(strstr(string, check_names[i]));
    arena_free(&arena);
}

static void test_all_that_is_shipped_is_there(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    Error error = {0};
    Text text;
    assert_true(shipped_read(&arena, &library));
    assert_true(file_read(&arena, readme, 100000, &text, &error));
    const char *string = text_copy(&arena, text);
    for (int i = 0; i < library.routines.count; i++) expect_named(string, &library.routines.items[i]->id, 1);
    for (int i = 0; i < library.plans.count; i++) expect_named(string, &library.plans.items[i]->id, 1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples_are_good),
        cmocka_unit_test(test_every_name_is_there),
        cmocka_unit_test(test_all_that_is_shipped_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
