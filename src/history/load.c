#include "history/load.h"

#include "history/schema.h"

#include <stdio.h>
#include <string.h>

enum { BASE_COLUMNS = 6, SEQUENCE_BITS = 10 };

// Words become numbers of this program once, and are looked up from then on: 1 and the number; -1 when there is none;
// 0 when it was not looked up yet.
typedef struct {
    const Vocabulary *vocabulary;
    int words;
    int *kinds;
    int *values[SCHEMA_COLUMNS_MAX];
} Meanings;

// One table, row by row.
typedef struct {
    const SchemaTable *table;
    sqlite3_stmt *rows;
    Meanings meanings;
    const EntryField *fields[ENTRY_KINDS][SCHEMA_COLUMNS_MAX];
    int code;         // of the last row
    int64_t sequence; // of it, while the code is SQLITE_ROW
    Entry entry;
    bool understood;
} Rows;

static int meaning(int *known, const char *word, const char *const *words, int least, int most) {
    for (int i = least; *known == 0 && i <= most; i++)
        if (word && strcmp(word, words[i]) == 0) *known = i + 1;
    if (*known == 0) *known = -1;
    return *known > 0 ? *known - 1 : -1;
}

static int kind_of(Meanings *meanings, int64_t word) {
    if (word <= 0 || word >= meanings->words) return -1;
    const char *names[ENTRY_KINDS];
    int *known = &meanings->kinds[word];
    for (int i = 0; *known == 0 && i < ENTRY_KINDS; i++) names[i] = entry_shapes[i].name;
    return meaning(known, vocabulary_word(meanings->vocabulary, word), names, 0, ENTRY_KINDS - 1);
}

static bool set_field(Rows *rows, int column, const EntryField *field, int64_t value) {
    void *place = (char *)&rows->entry + field->offset;
    Meanings *meanings = &rows->meanings;
    if (field->type == FIELD_LONG) return *(int64_t *)place = value, true;
    if (field->type == FIELD_INT) return *(int *)place = (int)value, value == (int)value;
    const char *word = vocabulary_word(meanings->vocabulary, value);
    if (field->type == FIELD_TEXT) return *(const char **)place = word, value == 0 || word;
    if (value <= 0 || value >= meanings->words) return false;
    int known = meaning(&meanings->values[column][value], word, field->words, (int)field->least, (int)field->most);
    *(int *)place = known;
    return known >= 0;
}

static bool read_row(Rows *rows) {
    Entry *entry = &rows->entry;
    sqlite3_stmt *row = rows->rows;
    rows->sequence = sqlite3_column_int64(row, 0);
    *entry = (Entry){.order_ms = rows->sequence >> SEQUENCE_BITS, .writer = (uint32_t)sqlite3_column_int64(row, 1)};
    entry->moment = (Moment){sqlite3_column_int64(row, 2), sqlite3_column_int(row, 3), sqlite3_column_int(row, 4)};
    if (entry->moment.at_ms == 0 && sqlite3_column_type(row, 2) == SQLITE_NULL) entry->moment.at_ms = entry->order_ms;
    int kind = kind_of(&rows->meanings, sqlite3_column_int64(row, 5));
    if (kind < 0) return false;
    entry->kind = (EntryKind)kind;
    for (int i = 0; i < rows->table->count; i++) {
        const EntryField *field = rows->fields[kind][i];
        if (field && !set_field(rows, i, field, sqlite3_column_int64(row, BASE_COLUMNS + i))) return false;
    }
    return entry_is_good(entry);
}

static void next_row(Rows *rows) {
    rows->code = sqlite3_step(rows->rows);
    if (rows->code == SQLITE_ROW) rows->understood = read_row(rows);
}

static bool open_rows(Rows *rows, sqlite3 *db, Vocabulary *vocabulary, Arena *scratch, const SchemaTable *table, const char *which) {
    *rows = (Rows){.table = table, .meanings = {.vocabulary = vocabulary, .words = vocabulary->words.count}};
    rows->meanings.kinds = arena_new(scratch, int, rows->meanings.words);
    for (int i = 0; i < table->count; i++) rows->meanings.values[i] = arena_new(scratch, int, rows->meanings.words);
    for (int kind = 0; kind < ENTRY_KINDS; kind++)
        for (int i = 0; i < table->count; i++) rows->fields[kind][i] = schema_field((EntryKind)kind, &table->columns[i]);
    TextBuilder sql = {0};
    builder_add(&sql, "SELECT sequence, writer, at_ms, day, zone_min, kind");
    for (int i = 0; i < table->count; i++) builder_add(&sql, ", %s", table->columns[i].name);
    builder_add(&sql, " FROM %s %s ORDER BY sequence", table->name, which);
    bool good = sqlite3_prepare_v2(db, sql.bytes, -1, &rows->rows, NULL) == SQLITE_OK;
    builder_free(&sql);
    if (good) next_row(rows);
    return good;
}

static bool comes_first(const Rows *a, const Rows *b) {
    return a->code == SQLITE_ROW && (b->code != SQLITE_ROW || a->sequence <= b->sequence);
}

// Both tables are in order; so the whole is put together without sorting, but for what machines wrote at the same moment.
static void merge(Rows *a, Rows *b, Arena *arena, Diary *diary) {
    bool in_order = true;
    while (a->code == SQLITE_ROW || b->code == SQLITE_ROW) {
        Rows *rows = comes_first(a, b) ? a : b;
        if (rows->understood) {
            *list_push(arena, &diary->entries) = rows->entry;
            int count = diary->entries.count;
            in_order = in_order && (count < 2 || diary_compare(&diary->entries.items[count - 2], &rows->entry) < 0);
        }
        next_row(rows);
    }
    if (!in_order) diary_sort(diary);
}

bool load_diary(sqlite3 *db, Vocabulary *vocabulary, int steps_most, Arena *arena, Diary *diary) {
    *diary = (Diary){0};
    Arena scratch = {0};
    Rows entries, steps = {.code = SQLITE_DONE};
    char newest[120];
    snprintf(newest, sizeof newest, "WHERE sequence >= ifnull((SELECT sequence FROM step ORDER BY sequence DESC LIMIT 1 OFFSET %d), 0)",
             steps_most - 1);
    bool good = open_rows(&entries, db, vocabulary, &scratch, &schema_tables[TABLE_ENTRY], "") &&
                open_rows(&steps, db, vocabulary, &scratch, &schema_tables[TABLE_STEP], newest);
    if (good) merge(&entries, &steps, arena, diary);
    good = good && entries.code == SQLITE_DONE && steps.code == SQLITE_DONE;
    sqlite3_finalize(entries.rows);
    sqlite3_finalize(steps.rows);
    arena_free(&scratch);
    return good;
}
