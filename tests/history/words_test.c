// Entries as words: every kind there and back, and what is not an entry.
#include "history/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static Text written(Arena *arena, const Entry *entry) {
    TextBuilder out = {0};
    words_write(entry, &out);
    Text text = {text_copy(arena, builder_text(&out)), out.size};
    builder_free(&out);
    return text;
}

static void expect_back(Arena *arena, const Entry *entry) {
    Entry read;
    Text words = written(arena, entry);
    assert_true(entry_is_good(entry));
    if (!words_read(arena, words, &read)) fail_msg("not read: %.*s", TEXT_ARGS(words));
    if (diary_compare(entry, &read) != 0) fail_msg("another entry: %.*s", TEXT_ARGS(words));
}

// Sets a field to its n-th value from the least, or from the most backwards.
static void set(Entry *entry, const EntryField *field, bool most) {
    static const char longest[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    void *place = (char *)entry + field->offset;
    if (field->type == FIELD_TEXT) *(const char **)place = most ? longest : "clam";
    else if (field->type == FIELD_LONG) *(int64_t *)place = most ? INT64_C(1763706612123) : field->least;
    else *(int *)place = (int)(most ? field->most : field->least);
}

static void test_every_kind_and_field(void **state) {
    (void)state;
    Arena arena = {0};
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        for (int most = 0; most < 2; most++) {
            Entry entry = {.kind = (EntryKind)kind, .moment = {INT64_C(1763706612123), 20413, 60}};
            for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++) set(&entry, entry_shapes[kind].fields[i], most);
            expect_back(&arena, &entry);
        }
    }
    arena_free(&arena);
}

static void test_reads_well(void **state) {
    (void)state;
    Arena arena = {0};
    Entry entry = {.kind = ENTRY_STEP, .moment = {INT64_C(1763706612123), 20413, 60}, .group = 5, .id = "clam", .number = 3};
    Text words = written(&arena, &entry);
    assert_string_equal(words.bytes, "2025-11-21T07:30:12.123+01:00 step group=5 step=3 id=clam outcome=done");
    arena_free(&arena);
}

// A session that began before midnight stays of its day, wherever the clock is by then.
static void test_day_of_its_own(void **state) {
    (void)state;
    Arena arena = {0};
    Entry entry = {.kind = ENTRY_FEVER, .answer = ANSWER_YES, .moment = {INT64_C(1763706612123), 20412, -210}};
    assert_string_equal(written(&arena, &entry).bytes, "2025-11-21T03:00:12.123-03:30 fever day=2025-11-20 answer=yes");
    expect_back(&arena, &entry);
    entry.moment = (Moment){0, 0, 0};
    expect_back(&arena, &entry);
    entry.moment = (Moment){1000, -1, -300}; // a clock that lost its time, west of Greenwich
    assert_string_equal(written(&arena, &entry).bytes, "1969-12-31T19:00:01.000-05:00 fever answer=yes");
    expect_back(&arena, &entry);
    entry.moment = (Moment){INT64_C(253402214399999), 2932895, 0}; // the end of the year 9999
    expect_back(&arena, &entry);
    arena_free(&arena);
}

static void test_texts_of_any_kind(void **state) {
    (void)state;
    static const char *const texts[] = {"Dr \"Who\" said: yes", "two\nlines\r\n\tand more", "back\\slash", "back \\ slash", "=", " ",
                                        "day=2025-01-01", "ä\xc3\x96 \xe2\x82\xac", "\xff\xfe broken", "\x01\x1f\x7f", "\\x41 no"};
    Arena arena = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Entry entry = {.kind = ENTRY_NOTE, .text = texts[i], .group = 7};
        expect_back(&arena, &entry);
        assert_null(memchr(written(&arena, &entry).bytes, '\n', (size_t)written(&arena, &entry).size));
    }
    arena_free(&arena);
}

static void test_no_entries(void **state) {
    (void)state;
    static const char *const lines[] = {
        "", " ", "2025-11-21T07:30:12.123+01:00", "2025-11-21T07:30:12.123+01:00 juggle",
        "2025-11-21T07:30:12.123+01:00 step group=5 step=3 id=clam outcome=juggled",
        "2025-11-21T07:30:12.123+01:00 step colour=red", "2025-11-21T07:30:12.123+01:00 fever step=3",
        "2025-11-21T07:30:12.123+01:00 check-in soreness=11", "2025-11-21T07:30:12.123+01:00 check-in soreness=-1",
        "2025-11-21T07:30:12.123+01:00 check-in soreness=99999999999999999999",
        "2025-11-21T07:30:12.123+01:00 note text=\"no end", "2025-11-21T07:30:12.123+01:00 note text=\"a\"b",
        "2025-11-21T07:30:12.123+01:00 note text=\"\\x0\"", "2025-11-21T07:30:12.123+01:00 note text=\"\\x00\"",
        "2025-02-30T07:30:12.123+01:00 overwhelmed", "2025-11-21T24:30:12.123+01:00 overwhelmed",
        "2025-11-21 07:30:12.123+01:00 overwhelmed", "1970-01-01T00:30:00.000+01:00 overwhelmed",
        "2025-11-21T07:30:12.123+99:00 overwhelmed", "2025-11-21T07:30:12.123+01:00 overwhelmed day=yesterday",
    };
    Arena arena = {0};
    Entry entry;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (words_read(&arena, text_of(lines[i]), &entry)) fail_msg("read as an entry: %s", lines[i]);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_and_field), cmocka_unit_test(test_reads_well), cmocka_unit_test(test_day_of_its_own),
        cmocka_unit_test(test_texts_of_any_kind),    cmocka_unit_test(test_no_entries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
