#include "history/store.h"

#include "base/file.h"
#include "history/backup.h"
#include "history/load.h"
#include "history/schema.h"
#include "history/vocabulary.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BASE_COLUMNS = 7, SEQUENCE_BITS = 10, BUSY_MS = 500 }; // BASE_COLUMNS: sequence to kind

struct Store {
    Arena *arena;
    sqlite3 *db;
    const char *folder; // NULL: in memory
    Vocabulary vocabulary;
    sqlite3_stmt *put[SCHEMA_TABLES], *find[SCHEMA_TABLES], *put_machine;
    bool broken;        // it could not be written: what it says of itself is not to be relied on any more
    uint32_t machines[64]; // the writers that are known to be in their table
    int machine_count;
};

// ---- opening ----

static bool run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

// The first column of the first row as a number; -1 when there is none.
static int64_t ask(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

// Every page and every row is looked at; what only an index could tell is left to the journals.
static bool is_whole(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    bool whole = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL) == SQLITE_OK &&
                 sqlite3_step(statement) == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    return whole;
}

static bool is_damage(int code) {
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT;
}

static bool bring_up_to_date(sqlite3 *db, int version) {
    bool good = true;
    for (; good && version < STORE_VERSION; version++) {
        char mark[100];
        snprintf(mark, sizeof mark, "PRAGMA user_version = %d; UPDATE journal SET read_to = 0, tail = 0; COMMIT", version + 1);
        good = run(db, "BEGIN IMMEDIATE") && run(db, schema_steps[version]) && run(db, mark);
        if (!good) run(db, "ROLLBACK");
    }
    return good;
}

static StoreNews set_up(sqlite3 *db) {
    sqlite3_busy_timeout(db, BUSY_MS);
    bool good = run(db, "PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    int64_t version = good ? ask(db, "PRAGMA user_version") : -1;
    if (version > STORE_VERSION) return STORE_NEWER;
    if (version > 0 && !is_whole(db)) return STORE_DAMAGED;
    if (version >= 0 && bring_up_to_date(db, (int)version)) return STORE_GOOD;
    bool is_foreign = version == 0 && sqlite3_errcode(db) == SQLITE_ERROR; // it has tables of another program
    return is_damage(sqlite3_errcode(db)) || is_foreign ? STORE_DAMAGED : STORE_UNWRITABLE;
}

// ---- statements ----

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    return sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

static void add_columns(TextBuilder *sql, const SchemaTable *table) {
    builder_add(sql, "sequence, checksum, writer, at_ms, day, zone_min, kind");
    for (int i = 0; i < table->count; i++) builder_add(sql, ", %s", table->columns[i].name);
}

static sqlite3_stmt *prepare_put(sqlite3 *db, const SchemaTable *table) {
    TextBuilder sql = {0};
    builder_add(&sql, "INSERT OR IGNORE INTO %s(", table->name);
    add_columns(&sql, table);
    builder_add(&sql, ") VALUES(?");
    for (int i = 1; i < BASE_COLUMNS + table->count; i++) builder_add(&sql, ",?");
    builder_add(&sql, ")");
    sqlite3_stmt *statement = prepare(db, sql.bytes);
    builder_free(&sql);
    return statement;
}

static bool prepare_all(Store *store) {
    bool good = vocabulary_open(&store->vocabulary, store->arena, store->db);
    for (int i = 0; i < SCHEMA_TABLES; i++) {
        store->put[i] = prepare_put(store->db, &schema_tables[i]);
        const char *find = text_format(store->arena, "SELECT checksum, writer FROM %s WHERE sequence = ?", schema_tables[i].name);
        store->find[i] = prepare(store->db, find);
        good = good && store->put[i] && store->find[i];
    }
    store->put_machine = prepare(store->db, "INSERT OR IGNORE INTO machine VALUES(?)");
    return good && store->put_machine;
}

static void finalize_all(Store *store) {
    vocabulary_close(&store->vocabulary);
    for (int i = 0; i < SCHEMA_TABLES; i++) {
        sqlite3_finalize(store->put[i]);
        sqlite3_finalize(store->find[i]);
    }
    sqlite3_finalize(store->put_machine);
}

// What fails here would fail whenever the store is used: the file is not what it should be.
static bool open_at(Store *store, const char *path, StoreNews *news) {
    int code = sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    *news = code == SQLITE_OK ? set_up(store->db) : is_damage(code) ? STORE_DAMAGED : STORE_UNWRITABLE;
    if (*news == STORE_GOOD && prepare_all(store)) return true;
    if (*news == STORE_GOOD) *news = STORE_DAMAGED;
    finalize_all(store);
    sqlite3_close(store->db);
    return false;
}

// ---- what cannot be used is set aside ----

// "history-damaged-2026-11-21.db", or "...-2.db" when there is one.
static const char *aside_name(Arena *arena, const char *folder, const char *why, int day) {
    char date[DATE_SIZE];
    date_write(day, date);
    const char *path = path_join(arena, folder, text_format(arena, "history-%s-%s.db", why, date));
    for (int i = 2; file_exists(path) && i < 1000; i++)
        path = path_join(arena, folder, text_format(arena, "history-%s-%s-%d.db", why, date, i));
    return path;
}

static const char *set_aside(Arena *arena, const char *folder, const char *path, const char *why, int day) {
    static const char *const parts[] = {"", "-wal", "-shm"};
    const char *aside = aside_name(arena, folder, why, day);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        rename(text_format(arena, "%s%s", path, parts[i]), text_format(arena, "%s%s", aside, parts[i]));
    return aside;
}

// The newest backup that is whole becomes the database; the journals know what came after it.
static bool restore(Store *store, const char *folder, const char *path) {
    FileList backups = {0};
    Error error;
    backup_list(store->arena, folder, &backups);
    for (int i = backups.paths.count - 1; i >= 0; i--) {
        Arena scratch = {0};
        Text text;
        StoreNews news = STORE_UNWRITABLE;
        bool copied = file_read(&scratch, backups.paths.items[i], INT32_MAX - 1, &text, &error) && file_write(path, text, &error);
        arena_free(&scratch);
        if (copied && open_at(store, path, &news)) return true;
        unlink(path);
    }
    return false;
}

static bool begin_anew(Store *store, const char *folder, const char *path, int day, StoreNews news, Error *error) {
    bool is_newer = news == STORE_NEWER;
    const char *aside = set_aside(store->arena, folder, path, is_newer ? "newer" : "damaged", day);
    error_set(error, "the history database %s: it is kept as %s, and was made again from the journals",
              is_newer ? "was made by a newer Limber" : "was damaged", aside);
    StoreNews again;
    return restore(store, folder, path) || open_at(store, path, &again);
}

Store *store_open(Arena *arena, const char *folder, int day, StoreNews *news, Error *error) {
    Store *store = arena_new(arena, Store, 1);
    *store = (Store){.arena = arena, .folder = folder};
    const char *path = path_join(arena, folder, "history.db");
    *news = STORE_UNWRITABLE;
    if (folder_make(folder, error) && open_at(store, path, news)) return store;
    bool is_bad = *news != STORE_UNWRITABLE;
    if (is_bad && begin_anew(store, folder, path, day, *news, error)) return store;
    error_set(error, "cannot write %s: the history is read from the journals each time; see to the folder's rights and space", path);
    *news = STORE_UNWRITABLE;
    store->folder = NULL;
    StoreNews always;
    bool in_memory = open_at(store, ":memory:", &always);
    assert(in_memory);
    return store;
}

void store_close(Store *store) {
    finalize_all(store);
    sqlite3_close(store->db);
}

void store_begin(Store *store) {
    store->broken = store->broken || !run(store->db, "BEGIN IMMEDIATE");
}

void store_end(Store *store) {
    if (sqlite3_get_autocommit(store->db)) return;
    if (!store->broken && run(store->db, "COMMIT")) return;
    store->broken = true;
    run(store->db, "ROLLBACK");
}

// ---- adding ----

static bool step_once(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

static bool put_machine(Store *store, uint32_t writer) {
    for (int i = 0; i < store->machine_count; i++)
        if (store->machines[i] == writer) return true;
    sqlite3_bind_int64(store->put_machine, 1, writer);
    if (!step_once(store->put_machine)) return false;
    int most = sizeof store->machines / sizeof *store->machines;
    if (store->machine_count < most) store->machines[store->machine_count++] = writer;
    return true;
}

static const char *word_of(const Entry *entry, const EntryField *field) {
    const void *place = (const char *)entry + field->offset;
    if (field->type == FIELD_TEXT) return *(const char *const *)place;
    return field->words[*(const int *)place];
}

static bool bind_field(Store *store, sqlite3_stmt *statement, int at, const Entry *entry, const EntryField *field) {
    const void *place = field ? (const char *)entry + field->offset : NULL;
    if (!field) return sqlite3_bind_null(statement, at) == SQLITE_OK;
    if (field->type == FIELD_LONG) return sqlite3_bind_int64(statement, at, *(const int64_t *)place) == SQLITE_OK;
    if (field->type == FIELD_INT) return sqlite3_bind_int(statement, at, *(const int *)place) == SQLITE_OK;
    const char *word = word_of(entry, field);
    if (!word) return sqlite3_bind_null(statement, at) == SQLITE_OK;
    int number = vocabulary_number(&store->vocabulary, word);
    return number > 0 && sqlite3_bind_int(statement, at, number) == SQLITE_OK;
}

static bool bind_entry(Store *store, sqlite3_stmt *statement, const Entry *entry, uint32_t checksum) {
    const SchemaTable *table = &schema_tables[schema_table(entry->kind)];
    const int64_t base[] = {0, checksum, entry->writer, entry->moment.at_ms, entry->moment.day, entry->moment.zone_min};
    for (int i = 1; i < BASE_COLUMNS - 1; i++) sqlite3_bind_int64(statement, i + 1, base[i]);
    if (entry->moment.at_ms == entry->order_ms) sqlite3_bind_null(statement, 4);
    int kind = vocabulary_number(&store->vocabulary, entry_shapes[entry->kind].name);
    bool good = kind > 0 && sqlite3_bind_int(statement, BASE_COLUMNS, kind) == SQLITE_OK;
    for (int i = 0; good && i < table->count; i++)
        good = bind_field(store, statement, BASE_COLUMNS + 1 + i, entry, schema_field(entry->kind, &table->columns[i]));
    return good;
}

static bool is_there(Store *store, int table, int64_t sequence, uint32_t writer, uint32_t checksum) {
    sqlite3_stmt *find = store->find[table];
    sqlite3_bind_int64(find, 1, sequence);
    bool same = sqlite3_step(find) == SQLITE_ROW && (uint32_t)sqlite3_column_int64(find, 0) == checksum &&
                (uint32_t)sqlite3_column_int64(find, 1) == writer;
    sqlite3_reset(find);
    return same;
}

static bool put(Store *store, const Entry *entry, uint32_t checksum) {
    int table = schema_table(entry->kind);
    sqlite3_stmt *add = store->put[table];
    if (!put_machine(store, entry->writer) || !bind_entry(store, add, entry, checksum)) return false;
    int64_t sequence = entry->order_ms << SEQUENCE_BITS | entry->writer >> (32 - SEQUENCE_BITS);
    for (int i = 0; i < 1 << SEQUENCE_BITS; i++, sequence++) {
        sqlite3_bind_int64(add, 1, sequence);
        if (!step_once(add)) return false;
        if (sqlite3_changes(store->db) > 0 || is_there(store, table, sequence, entry->writer, checksum)) return true;
    }
    return false;
}

bool store_put(Store *store, const Entry *entry, uint32_t checksum) {
    store->broken = store->broken || !put(store, entry, checksum);
    return !store->broken;
}

// ---- journals and what waits ----

void store_journal(Store *store, const char *name, JournalReading *reading, int *unknown) {
    *reading = (JournalReading){0};
    *unknown = 0;
    sqlite3_stmt *statement = prepare(store->db, "SELECT read_to, tail, lines, unreadable, unknown FROM journal WHERE name = ?"
                                                 " AND (unknown = 0 OR vocabulary = ?)");
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, schema_vocabulary());
    if (sqlite3_step(statement) == SQLITE_ROW) {
        reading->from = reading->to = sqlite3_column_int64(statement, 0);
        reading->tail = (uint32_t)sqlite3_column_int64(statement, 1);
        reading->lines = sqlite3_column_int(statement, 2);
        reading->unreadable = sqlite3_column_int(statement, 3);
        *unknown = sqlite3_column_int(statement, 4);
    }
    sqlite3_finalize(statement);
}

bool store_set_journal(Store *store, const char *name, const JournalReading *reading, int unknown) {
    sqlite3_stmt *statement = prepare(store->db, "INSERT OR REPLACE INTO journal VALUES(?,?,?,?,?,?,?)");
    const int64_t values[] = {reading->to, reading->tail, reading->lines, reading->unreadable, unknown, schema_vocabulary()};
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    for (int i = 0; i < 6; i++) sqlite3_bind_int64(statement, 2 + i, values[i]);
    store->broken = store->broken || sqlite3_step(statement) != SQLITE_DONE;
    sqlite3_finalize(statement);
    return !store->broken;
}

void store_waiting(Store *store, TextBuilder *lines) {
    sqlite3_stmt *statement = prepare(store->db, "SELECT line FROM waiting ORDER BY rowid");
    while (sqlite3_step(statement) == SQLITE_ROW) builder_add(lines, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
}

void store_set_waiting(Store *store, Text lines) {
    if (!run(store->db, "DELETE FROM waiting") || lines.size == 0) return;
    sqlite3_stmt *statement = prepare(store->db, "INSERT INTO waiting VALUES(?)");
    sqlite3_bind_text(statement, 1, lines.bytes, lines.size, SQLITE_STATIC);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
}

// ---- reading ----

bool store_load(Store *store, bool every_step, Arena *arena, Diary *diary) {
    return load_diary(store->db, &store->vocabulary, every_step ? INT32_MAX : STORE_STEPS_LOADED, arena, diary);
}

int store_count(Store *store) {
    return (int)ask(store->db, "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM step)");
}

bool store_back_up(Store *store, int day, Error *error) {
    return !store->folder || backup_make(store->db, store->folder, day, error);
}

bool store_is_broken(const Store *store) {
    return store->broken;
}

const char *store_path(const Store *store) {
    return store->folder ? path_join(store->arena, store->folder, "history.db") : NULL;
}
