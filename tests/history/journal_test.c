// Journals: lines there and back, and files that were torn, changed, cut, or filled with anything.
#include "history/journal.h"

#include "support/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    const char *folder, *path;
    int64_t orders[100];
    int count;
} Desk;

static int set_up(void **state) {
    Desk *desk = calloc(1, sizeof *desk);
    desk->folder = test_folder(&desk->arena);
    desk->path = path_join(&desk->arena, desk->folder, "people/me/journal-00000001.log");
    *state = desk;
    return 0;
}

static int tear_down(void **state) {
    Desk *desk = *state;
    test_folder_remove(desk->folder);
    arena_free(&desk->arena);
    free(desk);
    return 0;
}

static void append(Desk *desk, int64_t order, const char *words, JournalReading *reading) {
    TextBuilder out = {0};
    Error error = {0};
    JournalLine line = {.order_ms = order, .writer = 1, .words = text_of(words)};
    journal_line_write(&line, &out);
    if (!journal_append(desk->path, builder_text(&out), reading, &error)) fail_msg("%s", error.sentence);
    builder_free(&out);
}

static void take(void *context, const JournalLine *line) {
    Desk *desk = context;
    assert_true(desk->count < 100);
    desk->orders[desk->count++] = line->order_ms;
}

static void read_on(Desk *desk, JournalReading *reading, int expected) {
    Error error = {0};
    desk->count = 0;
    if (!journal_read(desk->path, reading, take, desk, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(desk->count, expected);
}

static void test_checksum(void **state) {
    (void)state;
    assert_int_equal(journal_checksum(text_of("123456789")), 0xcbf43926); // the check value of CRC-32
    assert_int_equal(journal_checksum(text_of("")), 0);
}

static void test_line(void **state) {
    (void)state;
    TextBuilder out = {0};
    JournalLine line = {.order_ms = 17, .writer = 0xabc, .words = text_of("what it was")}, read;
    journal_line_write(&line, &out);
    assert_true(journal_line_read(builder_text(&out), &read));
    assert_true(read.order_ms == 17 && read.writer == 0xabc && text_is(read.words, "what it was"));
    assert_int_equal(read.checksum, line.checksum);
    for (int i = 0; i < out.size - 1; i++) { // any one bit, anywhere
        for (int bit = 0; bit < 8; bit++) {
            out.bytes[i] = (char)(out.bytes[i] ^ 1 << bit);
            if (journal_line_read(builder_text(&out), &read)) fail_msg("read with byte %d changed", i);
            out.bytes[i] = (char)(out.bytes[i] ^ 1 << bit);
        }
    }
    for (int size = 0; size < out.size - 1; size++) assert_false(journal_line_read((Text){out.bytes, size}, &read));
    builder_free(&out);
}

static void test_only_what_is_new(void **state) {
    Desk *desk = *state;
    JournalReading writer = {0}, reader = {0};
    append(desk, 1, "a", &writer);
    append(desk, 2, "b", &writer);
    read_on(desk, &reader, 2);
    assert_true(writer.to == reader.to && writer.tail == reader.tail && writer.lines == 2);
    read_on(desk, &reader, 0);
    append(desk, 3, "c", &writer);
    read_on(desk, &reader, 1);
    assert_int_equal(desk->orders[0], 3);
    assert_true(reader.from > 0 && reader.lines == 3 && reader.unreadable == 0);
}

static void test_torn_last_line(void **state) {
    Desk *desk = *state;
    JournalReading writer = {0}, reader = {0};
    append(desk, 1, "a", &writer);
    append(desk, 2, "bbbbbbbbbbbbbb", &writer);
    Text whole = test_read(&desk->arena, desk->path);
    test_write(desk->path, (Text){whole.bytes, whole.size - 5});
    read_on(desk, &reader, 1);
    assert_int_equal(reader.unreadable, 0); // it may still be on its way
    append(desk, 3, "c", &(JournalReading){0});
    read_on(desk, &reader, 1);
    assert_int_equal(desk->orders[0], 3);
    assert_int_equal(reader.unreadable, 1);
}

static void test_only_the_end_is_missing(void **state) {
    Desk *desk = *state;
    JournalReading writer = {0}, reader = {0};
    append(desk, 1, "a", &writer);
    Text whole = test_read(&desk->arena, desk->path);
    test_write(desk->path, (Text){whole.bytes, whole.size - 1});
    read_on(desk, &reader, 1);
    append(desk, 2, "b", &writer);
    read_on(desk, &reader, 2); // the first once more, as its end is there now
    assert_int_equal(reader.lines, 2);
}

static void test_what_editors_do(void **state) {
    Desk *desk = *state;
    JournalReading writer = {0}, reader = {0};
    for (int i = 1; i <= 3; i++) append(desk, i, "words and words", &writer);
    Text whole = test_read(&desk->arena, desk->path);
    TextBuilder changed = {0};
    builder_add(&changed, "\xef\xbb\xbf");
    for (int i = 0; i < whole.size; i++) builder_add(&changed, whole.bytes[i] == '\n' ? "\r\n" : "%c", whole.bytes[i]);
    builder_add(&changed, "\r\n   \r\n");
    test_write(desk->path, builder_text(&changed));
    builder_free(&changed);
    read_on(desk, &reader, 3);
    assert_int_equal(reader.unreadable, 0);
    append(desk, 4, "more", &writer);
    read_on(desk, &reader, 1);
}

static void test_changed_before_the_end(void **state) {
    Desk *desk = *state;
    JournalReading writer = {0}, reader = {0};
    for (int i = 1; i <= 3; i++) append(desk, i, "words", &writer);
    read_on(desk, &reader, 3);
    Text whole = test_read(&desk->arena, desk->path);
    const char *second = (const char *)memchr(whole.bytes, '\n', (size_t)whole.size) + 1;
    test_write(desk->path, (Text){second, (int)(whole.bytes + whole.size - second)});
    read_on(desk, &reader, 2); // shorter: all is read again
    assert_int_equal(reader.from, 0);
    assert_int_equal(reader.lines, 2);
}

static void test_rubbish(void **state) {
    Desk *desk = *state;
    enum { SIZE = 3 << 20 };
    JournalReading writer = {0}, reader = {0};
    append(desk, 1, "a", &writer);
    Text good = test_read(&desk->arena, desk->path);
    char *bytes = arena_alloc(&desk->arena, SIZE + (size_t)good.size);
    unsigned seed = 12345;
    for (int i = 0; i < SIZE; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (char)(seed >> 24);
        if (i >= SIZE / 2 && bytes[i] == '\n') bytes[i] = 'x'; // one line without end
    }
    bytes[SIZE - 1] = '\n';
    memcpy(bytes + SIZE, good.bytes, (size_t)good.size);
    test_write(desk->path, (Text){bytes, SIZE + good.size});
    read_on(desk, &reader, 1);
    assert_true(reader.unreadable > 1000);
    assert_int_equal(reader.to, SIZE + good.size);
}

static void test_what_is_no_file(void **state) {
    Desk *desk = *state;
    Error error = {0};
    JournalReading reading = {0};
    assert_true(folder_make(desk->path, &error));
    assert_false(journal_read(desk->path, &reading, take, desk, &error));
    assert_non_null(strstr(error.sentence, "journal-00000001.log"));
    error = (Error){0};
    assert_false(journal_append(desk->path, text_of("x\n"), &reading, &error));
    assert_non_null(strstr(error.sentence, "journal-00000001.log"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_checksum),
        cmocka_unit_test(test_line),
        cmocka_unit_test_setup_teardown(test_only_what_is_new, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_torn_last_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_only_the_end_is_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_editors_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_changed_before_the_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rubbish, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_file, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
