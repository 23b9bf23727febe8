#include "history/vocabulary.h"

#include <string.h>

enum { MOST_WORDS = 4000000 };

// FNV-1a (Fowler, Noll and Vo 1991).
static uint32_t hash(const char *word) {
    uint32_t sum = 2166136261u;
    for (; *word; word++) sum = (sum ^ (unsigned char)*word) * 16777619u;
    return sum;
}

// The slot of a word, or the free one where it would be.
static int *slot_of(const Vocabulary *vocabulary, const char *word) {
    uint32_t mask = (uint32_t)vocabulary->slot_count - 1, at = hash(word) & mask;
    while (vocabulary->slots[at] && strcmp(vocabulary->words.items[vocabulary->slots[at]], word) != 0) at = (at + 1) & mask;
    return &vocabulary->slots[at];
}

// Half of the slots stay free.
static void make_room(Vocabulary *vocabulary) {
    if (vocabulary->words.count * 2 < vocabulary->slot_count) return;
    vocabulary->slot_count = vocabulary->slot_count ? vocabulary->slot_count * 2 : 1024;
    vocabulary->slots = arena_new(vocabulary->arena, int, vocabulary->slot_count);
    for (int i = 1; i < vocabulary->words.count; i++)
        if (vocabulary->words.items[i]) *slot_of(vocabulary, vocabulary->words.items[i]) = i;
}

static void remember(Vocabulary *vocabulary, int number, Text word) {
    const char *copy = text_copy(vocabulary->arena, word);
    while (vocabulary->words.count <= number) {
        make_room(vocabulary);
        list_push(vocabulary->arena, &vocabulary->words);
    }
    vocabulary->words.items[number] = copy;
    *slot_of(vocabulary, copy) = number;
}

// Also what another run of the program has added meanwhile.
static bool read_on(Vocabulary *vocabulary) {
    int code;
    sqlite3_bind_int(vocabulary->read, 1, vocabulary->words.count);
    while ((code = sqlite3_step(vocabulary->read)) == SQLITE_ROW) {
        int64_t number = sqlite3_column_int64(vocabulary->read, 0);
        Text word = {(const char *)sqlite3_column_text(vocabulary->read, 1), sqlite3_column_bytes(vocabulary->read, 1)};
        if (number < 1 || number > MOST_WORDS || !word.bytes) break;
        remember(vocabulary, (int)number, word);
    }
    sqlite3_reset(vocabulary->read);
    return code == SQLITE_DONE;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    return sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

bool vocabulary_open(Vocabulary *vocabulary, Arena *arena, sqlite3 *db) {
    *vocabulary = (Vocabulary){.arena = arena};
    make_room(vocabulary);
    list_push(arena, &vocabulary->words); // number 0 is no word
    vocabulary->read = prepare(db, "SELECT number, text FROM word WHERE number >= ? ORDER BY number");
    vocabulary->add = prepare(db, "INSERT INTO word(number, text) VALUES(?, ?)");
    return vocabulary->read && vocabulary->add && read_on(vocabulary);
}

void vocabulary_close(Vocabulary *vocabulary) {
    sqlite3_finalize(vocabulary->read);
    sqlite3_finalize(vocabulary->add);
    vocabulary->read = vocabulary->add = NULL;
}

static int add_word(Vocabulary *vocabulary, const char *word) {
    int number = vocabulary->words.count;
    sqlite3_bind_int(vocabulary->add, 1, number);
    sqlite3_bind_text(vocabulary->add, 2, word, -1, SQLITE_STATIC);
    bool good = number <= MOST_WORDS && sqlite3_step(vocabulary->add) == SQLITE_DONE;
    sqlite3_reset(vocabulary->add);
    if (good) remember(vocabulary, number, text_of(word));
    return good ? number : 0;
}

int vocabulary_number(Vocabulary *vocabulary, const char *word) {
    int number = *slot_of(vocabulary, word);
    if (!number) number = add_word(vocabulary, word);
    if (!number && read_on(vocabulary)) number = *slot_of(vocabulary, word);
    return number ? number : add_word(vocabulary, word);
}

const char *vocabulary_word(const Vocabulary *vocabulary, int64_t number) {
    return number > 0 && number < vocabulary->words.count ? vocabulary->words.items[number] : NULL;
}
