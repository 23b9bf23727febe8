// Seeded damage: whatever bytes a journal, an export, a place or the database has become, nothing breaks, and what is read is
// good.
#include "history/history.h"
#include "history/people.h"
#include "history/place.h"
#include "history/transfer.h"
#include "history/words.h"

#include "support/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

enum { DAY = 20413, TEXT_ROUNDS = 4000, DATABASE_ROUNDS = 60 };

static uint32_t seed;

static uint32_t draw(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)(seed >> 8) * below >> 24);
}

// One entry of each kind.
static void fill(Arena *arena, Diary *diary) {
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        Entry entry = {.kind = (EntryKind)kind, .writer = 3, .moment = {DAY * INT64_C(86400000) + kind, DAY, 60}};
        for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++) {
            const EntryField *field = entry_shapes[kind].fields[i];
            void *place = (char *)&entry + field->offset;
            if (field->type == FIELD_TEXT) *(const char **)place = "a \"text\"\n";
            else if (field->type == FIELD_LONG) *(int64_t *)place = 77;
            else *(int *)place = (int)(field->most < 5 ? field->most : 5);
        }
        diary_add(arena, diary, &entry);
    }
}

// A few bytes changed, taken out, or put in twice.
static Text damaged(Arena *arena, Text text) {
    char *bytes = arena_alloc(arena, (size_t)text.size * 2 + 16);
    memcpy(bytes, text.bytes, (size_t)text.size);
    int size = text.size;
    for (uint32_t i = draw(4) + 1; i > 0 && size > 1; i--) {
        int at = (int)draw((uint32_t)size), length = (int)draw((uint32_t)(size - at < 12 ? size - at : 12)) + 1;
        if (length > size - at) length = size - at;
        switch (draw(4)) {
        case 0: bytes[at] = (char)draw(256); break;
        case 1: bytes[at] = "\",\\{}[]:=\n\r -09x"[draw(16)]; break;
        case 2: memmove(bytes + at, bytes + at + length, (size_t)(size - at - length)), size -= length; break;
        default:
            if (size + length <= text.size * 2) memmove(bytes + at + length, bytes + at, (size_t)(size - at)), size += length;
        }
    }
    return (Text){bytes, size};
}

static void expect_good(const Diary *diary) {
    for (int i = 0; i < diary->entries.count; i++) assert_true(entry_is_good(&diary->entries.items[i]));
}

static void test_words(void **state) {
    (void)state;
    Arena arena = {0}, scratch = {0};
    Diary diary = {0};
    fill(&arena, &diary);
    int read = 0;
    for (int round = 0; round < TEXT_ROUNDS; round++) {
        TextBuilder words = {0};
        words_write(&diary.entries.items[round % diary.entries.count], &words);
        Entry entry;
        arena_reset(&scratch);
        bool good = words_read(&scratch, damaged(&scratch, builder_text(&words)), &entry);
        if (good) assert_true(entry_is_good(&entry));
        read += good;
        builder_free(&words);
    }
    assert_true(read > 0 && read < TEXT_ROUNDS);
    arena_free(&arena);
    arena_free(&scratch);
}

static void test_exports(void **state) {
    (void)state;
    void (*const forms[])(const Diary *, TextBuilder *) = {transfer_write_csv, transfer_write_json};
    for (int form = 0; form < 2; form++) {
        Arena arena = {0}, scratch = {0};
        Diary diary = {0}, read;
        TextBuilder text = {0};
        fill(&arena, &diary);
        forms[form](&diary, &text);
        for (int round = 0; round < TEXT_ROUNDS / 4; round++) {
            Error error = {0};
            arena_reset(&scratch);
            bool good = transfer_read(&scratch, "x", damaged(&scratch, builder_text(&text)), &read, &error);
            if (good) expect_good(&read);
            else assert_true(error.sentence[0]);
        }
        builder_free(&text);
        arena_free(&arena);
        arena_free(&scratch);
    }
}

static void test_places(void **state) {
    (void)state;
    Arena arena = {0};
    const char *folder = test_folder(&arena), *path = path_join(&arena, folder, "people/me/place");
    Place place = {.saved = {DAY * INT64_C(86400000), DAY, 60}, .routine = "hips", .fit = "minutes=8", .step = 3, .what = "Clam"}, read;
    Error error = {0};
    assert_true(place_save(folder, "me", &place, &error));
    Text whole = test_read(&arena, path);
    for (int round = 0; round < 200; round++) {
        Text text = damaged(&arena, whole);
        test_write(path, text);
        bool same = text.size == whole.size && memcmp(text.bytes, whole.bytes, (size_t)text.size) == 0;
        assert_int_equal(place_load(folder, "me", &read), same);
    }
    test_folder_remove(folder);
    arena_free(&arena);
}

static History *open_history(Arena *arena, const char *folder) {
    HistoryOptions options = {path_join(arena, folder, "data"), path_join(arena, folder, "state"), PEOPLE_DEFAULT, 3, DAY};
    return history_open(arena, &options);
}

// Bytes of the file are changed anywhere: what was there is there, or it is told and made again.
static void test_databases(void **state) {
    (void)state;
    Arena arena = {0};
    const char *folder = test_folder(&arena), *path = path_join(&arena, folder, "state/people/me/history.db");
    Diary diary = {0};
    Error error = {0};
    int added, told = 0;
    fill(&arena, &diary);
    History *history = open_history(&arena, folder);
    assert_true(history_take(history, &diary, &added, &error));
    history_close(history);
    Text whole = test_read(&arena, path);
    for (int round = 0; round < DATABASE_ROUNDS; round++) {
        Arena scratch = {0};
        char *bytes = arena_alloc(&scratch, (size_t)whole.size);
        memcpy(bytes, whole.bytes, (size_t)whole.size);
        for (int i = 0; i < 200; i++) bytes[draw((uint32_t)whole.size)] = (char)draw(256);
        test_write(path, (Text){bytes, whole.size});
        history = open_history(&scratch, folder);
        told += history_problem(history) != NULL;
        expect_good(history_diary(history));
        history_add(history, &(Entry){.kind = ENTRY_OVERWHELMED, .moment = {DAY * INT64_C(86400000) + round, DAY, 0}});
        history_close(history);
        arena_free(&scratch);
    }
    assert_true(told > DATABASE_ROUNDS / 2);
    unlink(path);
    history = open_history(&arena, folder);
    assert_int_equal(history_diary(history)->entries.count, ENTRY_KINDS + DATABASE_ROUNDS); // the journal has it all
    history_close(history);
    test_folder_remove(folder);
    arena_free(&arena);
}

static int set_seed(void **state) {
    (void)state;
    seed = 20261121;
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_words, set_seed),
        cmocka_unit_test_setup(test_exports, set_seed),
        cmocka_unit_test_setup(test_places, set_seed),
        cmocka_unit_test_setup(test_databases, set_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
