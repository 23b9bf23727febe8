#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_characters_are_code_points(void **state) {
    (void)state;
    assert_int_equal(text_characters(text_of("")), 0);
    assert_int_equal(text_characters(text_of("cat–cow")), 7);
    assert_int_equal(text_characters((Text){"\x80\xff", 2}), 1); // a stray continuation byte is part of nothing
}

static void test_nearest_finds_slips_only(void **state) {
    (void)state;
    static const char *const names[] = {"cat-cow", "clam", "childs-pose", "squat"};
    assert_string_equal(text_nearest(text_of("cat-caw"), names, 4), "cat-cow");
    assert_string_equal(text_nearest(text_of("sqaut"), names, 4), "squat");
    assert_string_equal(text_nearest(text_of("child-pose"), names, 4), "childs-pose");
    assert_null(text_nearest(text_of("bridge"), names, 4));
    assert_null(text_nearest(text_of(""), names, 4));
    char longest[200];
    memset(longest, 'a', sizeof longest);
    assert_null(text_nearest((Text){longest, sizeof longest}, names, 4));
}

static void test_builder_grows(void **state) {
    (void)state;
    TextBuilder builder = {0};
    assert_int_equal(builder_text(&builder).size, 0);
    for (int i = 0; i < 1000; i++) builder_add(&builder, "%d,", i % 10);
    builder_add_text(&builder, text_of("end"));
    assert_int_equal(builder.size, 2003);
    assert_string_equal(builder.bytes + 1998, "9,end");
    builder_free(&builder);
}

static void test_lists_keep_their_items(void **state) {
    (void)state;
    Arena arena = {0};
    LIST(int) numbers = {0};
    for (int i = 0; i < 100000; i++) *list_push(&arena, &numbers) = i;
    for (int i = 0; i < 100000; i++) assert_int_equal(numbers.items[i], i);
    arena_reset(&arena);
    char *zeroed = arena_alloc(&arena, 100);
    for (int i = 0; i < 100; i++) assert_int_equal(zeroed[i], 0);
    assert_string_equal(text_format(&arena, "%s-%d", "a", 7), "a-7");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_characters_are_code_points),
        cmocka_unit_test(test_nearest_finds_slips_only),
        cmocka_unit_test(test_builder_grows),
        cmocka_unit_test(test_lists_keep_their_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
