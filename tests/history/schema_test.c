// The tables: every field has a column, and a database of every version there ever was is brought up to date.
#include "history/schema.h"

#include "support/folder.h"
#include "history/history.h"
#include "history/people.h"
#include "history/words.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void test_every_field_has_a_column(void **state) {
    (void)state;
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        const SchemaTable *table = &schema_tables[schema_table((EntryKind)kind)];
        const EntryShape *shape = &entry_shapes[kind];
        for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++) {
            bool found = false;
            for (int c = 0; c < table->count; c++) found |= schema_field((EntryKind)kind, &table->columns[c]) == shape->fields[i];
            if (!found) fail_msg("%s of %s has no column in %s", shape->fields[i]->name, shape->name, table->name);
        }
        assert_true(table->count <= SCHEMA_COLUMNS_MAX);
    }
}

static void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
}

// tests/history/old/version-N.sql is what sqlite3's .dump said of a database of version N. A change of the tables adds
// a file for the version before: nothing that a person has may ever be left behind.
static const char *make_old(Arena *arena, const char *state, int version) {
    const char *path = path_join(arena, state, "people/me/history.db");
    const char *dump = text_copy(arena, test_read(arena, text_format(arena, "tests/history/old/version-%d.sql", version)));
    Error error = {0};
    assert_true(folder_make(path_join(arena, state, "people/me"), &error));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run(db, dump);
    run(db, text_format(arena, "PRAGMA user_version = %d", version));
    sqlite3_close(db);
    return path;
}

static void test_every_version(void **state) {
    (void)state;
    for (int version = 1; version <= STORE_VERSION; version++) {
        Arena arena = {0};
        const char *folder = test_folder(&arena), *place = path_join(&arena, folder, "state");
        make_old(&arena, place, version);
        History *history = history_open(&arena, &(HistoryOptions){path_join(&arena, folder, "data"), place, PEOPLE_DEFAULT, 7, 20500});
        const char *problem = history_problem(history);
        if (problem) fail_msg("version %d: %s", version, problem);
        TextBuilder out = {0};
        const Diary *diary = history_diary(history);
        for (int i = 0; i < diary->entries.count; i++) {
            const Entry *entry = &diary->entries.items[i];
            builder_add(&out, "%lld %u ", (long long)entry->order_ms, entry->writer);
            words_write(entry, &out);
            builder_add(&out, "\n");
        }
        assert_golden_text("tests/history/old/diary.txt", builder_text(&out));
        builder_free(&out);
        history_close(history);
        test_folder_remove(folder);
        arena_free(&arena);
    }
}

// A program that makes version N makes the same tables as one that made N - 1 and is brought up to date.
static void test_steps_in_one_go(void **state) {
    (void)state;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    for (int i = 0; i < STORE_VERSION; i++) run(db, schema_steps[i]);
    for (int i = 0; i < SCHEMA_TABLES; i++) {
        for (int c = 0; c < schema_tables[i].count; c++) {
            char sql[200];
            snprintf(sql, sizeof sql, "SELECT %s FROM %s", schema_tables[i].columns[c].name, schema_tables[i].name);
            run(db, sql);
        }
    }
    sqlite3_close(db);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_field_has_a_column),
        cmocka_unit_test(test_every_version),
        cmocka_unit_test(test_steps_in_one_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
