// Export and import: every entry there and back in both forms, what a spreadsheet makes of it, and files that are wrong;
// and the table for reading.
#include "history/transfer.h"

#include "history/table.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const int64_t DAY_MS = 24 * 60 * 60 * 1000;

// Every kind with its fields at their least, with middling values, and with texts that are hard to write.
static void fill(Arena *arena, Diary *diary) {
    static const char *const texts[] = {"clam", "Knees, \"hips\" and more;\r\nback\\slash", " \t\x01 = ä\xe2\x82\xac \x7f'"};
    for (int i = 0; i < 3 * ENTRY_KINDS; i++) {
        Moment moment = {20413 * DAY_MS + i, 20413 - i % 3, i % 3 * -90};
        Entry entry = {.kind = (EntryKind)(i % ENTRY_KINDS), .writer = 7u + (unsigned)i % 2, .moment = moment};
        for (int j = 0; j < ENTRY_FIELDS_MAX && entry_shapes[entry.kind].fields[j]; j++) {
            const EntryField *field = entry_shapes[entry.kind].fields[j];
            void *place = (char *)&entry + field->offset;
            int64_t value = i < ENTRY_KINDS ? field->least : field->most < 6 ? field->most : 6;
            if (field->type == FIELD_TEXT) *(const char **)place = texts[i / ENTRY_KINDS];
            else if (field->type == FIELD_LONG) *(int64_t *)place = 20413 * DAY_MS;
            else *(int *)place = (int)value;
        }
        diary_add(arena, diary, &entry);
    }
}

static void expect_same(const Diary *a, const Diary *b) {
    assert_int_equal(a->entries.count, b->entries.count);
    for (int i = 0; i < a->entries.count; i++)
        if (diary_compare(&a->entries.items[i], &b->entries.items[i]) != 0) fail_msg("entry %d is another", i);
}

static void test_there_and_back(void **state) {
    (void)state;
    void (*const forms[])(const Diary *, TextBuilder *) = {transfer_write_csv, transfer_write_json};
    for (int empty = 0; empty < 2; empty++) {
        for (int i = 0; i < 2; i++) {
            Arena arena = {0};
            Diary diary = {0}, read;
            TextBuilder text = {0};
            Error error = {0};
            if (!empty) fill(&arena, &diary);
            forms[i](&diary, &text);
            if (!transfer_read(&arena, "x", builder_text(&text), &read, &error)) fail_msg("%s", error.sentence);
            expect_same(&diary, &read);
            builder_free(&text);
            arena_free(&arena);
        }
    }
}

static void expect_read(const char *text, const char *expected) {
    Arena arena = {0};
    Diary read;
    Error error = {0};
    TextBuilder again = {0};
    if (!transfer_read(&arena, "x", text_of(text), &read, &error)) fail_msg("%s", error.sentence);
    transfer_write_json(&read, &again);
    assert_string_equal(again.bytes, expected);
    builder_free(&again);
    arena_free(&arena);
}

// Other columns in another order, empty lines, other ends of lines, lines twice, no order and no writer.
static void test_by_hand(void **state) {
    (void)state;
    expect_read("\xef\xbb\xbfkind,pain,soreness,when,time\n\"check-in\",2,3,morning,2026-11-21T07:30:00.000+01:00\n\n"
                "check-in,2,3,morning,2026-11-21T07:30:00.000+01:00",
                "[\n{\"time\": \"2026-11-21T07:30:00.000+01:00\", \"day\": \"2026-11-21\", \"kind\": \"check-in\", \"when\": \"morning\", "
                "\"soreness\": 3, \"pain\": 2, \"answer\": \"none\", \"order\": 1795242600000, \"writer\": \"00000000\"}\n]\n");
    expect_read(" [ {\"kind\" : \"note\" ,\n\t\"text\":\"\\u00e4\\ud83d\\ude00\\/\\\"\", \"time\":\"2026-11-21T07:30:00.000+00:00\"} ] ",
                "[\n{\"time\": \"2026-11-21T07:30:00.000+00:00\", \"day\": \"2026-11-21\", \"kind\": \"note\", "
                "\"text\": \"\xc3\xa4\xf0\x9f\x98\x80/\\\"\", \"order\": 1795246200000, \"writer\": \"00000000\"}\n]\n");
}

static void test_what_is_wrong_is_told(void **state) {
    (void)state;
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"", "x:1: there is no line of names"},
        {"time,kind\nyesterday,note\n", "x:2: not a time like 2026-11-21T07:30:00.000+01:00: 'yesterday'"},
        {"time,kind\n2026-11-21T07:30:00.000+01:00,noted\n", "x:2: there is no kind of entry called 'noted'"},
        {"time\n2026-11-21T07:30:00.000+01:00\n", "x:2: there is no kind of entry in"},
        {"time,day,kind\n2026-11-21T07:30:00.000+01:00,21.11.2026,note\n", "x:2: not a day like 2026-11-21: '21.11.2026'"},
        {"time,kind,soreness\n2026-11-21T07:30:00.000+01:00,check-in,3\n2026-11-21T07:31:00.000+01:00,check-in,11\n",
         "x:3: 'soreness' of a check-in cannot be '11'; nothing was taken in"},
        {"time,kind,soreness\n2026-11-21T07:30:00.000+01:00,note,3\n", "x:2: 'soreness' of a note cannot be '3'"},
        {"time,kind,text\n2026-11-21T07:30:00.000+01:00,note,\"two\nlines\"\nx,y\n", "x:4: not a time"},
        {"time,kind,writer\n2026-11-21T07:30:00.000+01:00,note,xyz\n", "x:2: 'writer' of a note cannot be 'xyz'"},
        {"time,kind,order\n2026-11-21T07:30:00.000+01:00,note,-5\n", "x:2: 'order' of a note cannot be '-5'"},
        {"time,kind\n2026-11-21T07:30:00.000+01:00,note,more\n", "x:2: more cells than names, from 'more'"},
        {"[", "x:1: not JSON as Limber writes it"},
        {"[\n{\"kind\": \"note\"},\n", "x:2: not a time"},
        {"[\n{\"kind\": \"note\", \"time\": \"2026-11-21T07:30:00.000+01:00\"},\n", "x:3: not JSON"},
        {"[{\"kind\": null}]", "x:1: not JSON"},
        {"[{\"kind\": \"\\ud8\"}]", "x:1: not JSON"},
        {"[{\"kind", "x:1: not JSON"},
        {"[{\"kind\\", "x:1: not JSON"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = {0};
        Diary read;
        Error error = {0};
        if (transfer_read(&arena, "x", text_of(cases[i].text), &read, &error)) fail_msg("was read: %s", cases[i].text);
        if (!strstr(error.sentence, cases[i].told)) fail_msg("'%s' does not say '%s'", error.sentence, cases[i].told);
        arena_free(&arena);
    }
}

static void add(Arena *arena, Diary *diary, int day, int minute, Entry entry) {
    entry.moment = (Moment){day * DAY_MS + minute * INT64_C(60000), day, 60};
    diary_add(arena, diary, &entry);
}

static void test_table(void **state) {
    (void)state;
    enum { DAY = 20413 };
    Arena arena = {0};
    Diary diary = {0};
    TextBuilder out = {0};
    table_write(&diary, NULL, &out);
    add(&arena, &diary, DAY, 360, (Entry){.kind = ENTRY_PLAN_START, .id = "two-weeks", .on_day = DAY});
    Entry check_in = {.kind = ENTRY_CHECK_IN, .group = 1, .soreness = 3};
    add(&arena, &diary, DAY, 360, check_in); // each answer is written
    check_in.pain = 2;
    add(&arena, &diary, DAY, 360, check_in);
    check_in.answer = ANSWER_NO;
    add(&arena, &diary, DAY, 360, check_in);
    add(&arena, &diary, DAY, 361, (Entry){.kind = ENTRY_SESSION, .group = 2, .id = "hips", .level = LEVEL_B2, .strength = 1});
    for (int i = 0; i < 5; i++) {
        Outcome outcome = i == 3 ? OUTCOME_LEFT : OUTCOME_DONE;
        add(&arena, &diary, DAY, 362 + i, (Entry){.kind = ENTRY_STEP, .group = 2, .number = i, .id = "clam", .outcome = outcome});
    }
    add(&arena, &diary, DAY, 366, (Entry){.kind = ENTRY_HURT, .group = 2, .id = "clam", .felt = FELT_SHARP, .number = 4});
    add(&arena, &diary, DAY, 380, (Entry){.kind = ENTRY_SESSION_END, .group = 2, .seconds = 860, .effort = 0});
    add(&arena, &diary, DAY, 381, (Entry){.kind = ENTRY_SESSION_END, .group = 2, .seconds = 860, .effort = 5}); // asked afterwards
    add(&arena, &diary, DAY + 1, 1430, (Entry){.kind = ENTRY_SESSION, .group = 3, .id = "break-1"});
    add(&arena, &diary, DAY + 3, 0, (Entry){.kind = ENTRY_NOTE, .text = "a note of\ntwo lines"});
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        Entry entry = {.kind = (EntryKind)kind};
        if (kind == ENTRY_SESSION || kind == ENTRY_SESSION_END || kind == ENTRY_STEP) continue;
        for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++) {
            const EntryField *field = entry_shapes[kind].fields[i];
            if (field->type == FIELD_LONG) entry.group = 3;
            if (field->type == FIELD_INT || field->type == FIELD_WORD) *(int *)(void *)((char *)&entry + field->offset) = 1;
        }
        add(&arena, &diary, DAY + 4, 600 + kind, entry);
    }
    table_write(&diary, NULL, &out);
    assert_golden_text("tests/history/golden/table.txt", builder_text(&out));
    builder_free(&out);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_what_is_wrong_is_told),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
