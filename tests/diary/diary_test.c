// Entries keep to their shape, and diaries of several machines and wrong clocks come to one order.
#include "diary/diary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Entry note(int64_t at_ms, const char *text) {
    return (Entry){.kind = ENTRY_NOTE, .moment = {.at_ms = at_ms, .day = (int)(at_ms / 86400000)}, .text = text};
}

static void test_every_kind_has_a_name_of_its_own(void **state) {
    (void)state;
    for (int i = 0; i < ENTRY_KINDS; i++) {
        assert_non_null(entry_shapes[i].name);
        for (int j = 0; j < i; j++) assert_string_not_equal(entry_shapes[i].name, entry_shapes[j].name);
        assert_null(entry_shapes[i].fields[ENTRY_FIELDS_MAX - 1]); // room for the end
    }
}

static void test_an_entry_is_good_within_its_shape(void **state) {
    (void)state;
    Entry entry = {.kind = ENTRY_CHECK_IN, .soreness = 10, .pain = 0, .answer = ANSWER_NO, .group = 5};
    assert_true(entry_is_good(&entry));
    entry.soreness = 11;
    assert_false(entry_is_good(&entry));
    entry.soreness = -1;
    assert_false(entry_is_good(&entry));
    entry.soreness = 1;
    entry.id = "clam"; // a check-in has no move
    assert_false(entry_is_good(&entry));
    entry.id = NULL;
    entry.seconds = 1;
    assert_false(entry_is_good(&entry));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .moment = {.at_ms = -1}}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .moment = {.day = -2}}));
    assert_true(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .moment = {.day = -1, .zone_min = -720}}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .moment = {.zone_min = 24 * 60 + 1}}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_SAFETY, .number = 21}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_SAFETY}));
    assert_true(entry_is_good(&(Entry){.kind = ENTRY_SAFETY, .number = 20, .answer = ANSWER_YES}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_SESSION, .level = LEVEL_COUNT}));
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_KINDS}));
    char longer[ENTRY_TEXT_BYTES + 2];
    memset(longer, 'a', sizeof longer);
    longer[ENTRY_TEXT_BYTES + 1] = '\0';
    assert_false(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .text = longer}));
    assert_true(entry_is_good(&(Entry){.kind = ENTRY_NOTE, .text = longer + 1}));
}

static void test_a_clock_set_back_does_not_change_the_order(void **state) {
    (void)state;
    Arena arena = {0};
    Diary diary = {0};
    static const int64_t times[] = {5000, 9000, 1000, 1000, 9000, 9004};
    static const char *const words[] = {"a", "b", "c", "d", "e", "f"};
    for (int i = 0; i < 6; i++) {
        Entry entry = note(times[i], words[i]);
        diary_add(&arena, &diary, &entry);
    }
    diary_sort(&diary);
    assert_int_equal(diary.entries.count, 6);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(diary.entries.items[i].text, words[i]);
        assert_int_equal(diary.entries.items[i].moment.at_ms, times[i]); // what the clock said is kept
    }
    arena_free(&arena);
}

static void test_two_machines_merge_the_same_either_way(void **state) {
    (void)state;
    Arena arena = {0};
    Diary one = {0}, two = {0}, a = {0}, b = {0};
    for (int i = 0; i < 50; i++) {
        Entry entry = note(1000 + 10 * (i % 20), i % 2 ? "odd" : "even");
        entry.writer = 1 + (uint32_t)(i % 2);
        diary_add(&arena, i % 2 ? &one : &two, &entry);
    }
    for (int i = 0; i < 25; i++) {
        *list_push(&arena, &a.entries) = one.entries.items[i];
        *list_push(&arena, &b.entries) = two.entries.items[24 - i];
    }
    for (int i = 0; i < 25; i++) {
        *list_push(&arena, &a.entries) = two.entries.items[i];
        *list_push(&arena, &b.entries) = one.entries.items[24 - i];
        *list_push(&arena, &b.entries) = one.entries.items[i]; // and some twice
    }
    diary_sort(&a);
    diary_sort(&b);
    assert_int_equal(a.entries.count, 50);
    assert_int_equal(b.entries.count, 50);
    for (int i = 0; i < 50; i++) assert_int_equal(diary_compare(&a.entries.items[i], &b.entries.items[i]), 0);
    arena_free(&arena);
}

static void test_the_newest_of_a_kind_is_found(void **state) {
    (void)state;
    Arena arena = {0};
    Diary diary = {0};
    assert_null(diary_newest(&diary, ENTRY_NOTE));
    Entry first = note(1000, "first"), second = note(2000, "second"), fever = {.kind = ENTRY_FEVER, .moment = {.at_ms = 3000}};
    diary_add(&arena, &diary, &first);
    diary_add(&arena, &diary, &second);
    diary_add(&arena, &diary, &fever);
    assert_string_equal(diary_newest(&diary, ENTRY_NOTE)->text, "second");
    assert_ptr_equal(diary_newest(&diary, ENTRY_FEVER), &diary.entries.items[2]);
    assert_null(diary_newest(&diary, ENTRY_LEVEL));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_has_a_name_of_its_own),
        cmocka_unit_test(test_an_entry_is_good_within_its_shape),
        cmocka_unit_test(test_a_clock_set_back_does_not_change_the_order),
        cmocka_unit_test(test_two_machines_merge_the_same_either_way),
        cmocka_unit_test(test_the_newest_of_a_kind_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
