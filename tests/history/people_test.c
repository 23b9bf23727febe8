// People: names that work as folders everywhere, and nobody's things are ever lost.
#include "history/people.h"

#include "support/folder.h"
#include "history/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { DAY = 20413 };

typedef struct {
    Arena arena;
    const char *folder, *data, *state;
} House;

static int set_up(void **state) {
    House *house = calloc(1, sizeof *house);
    house->folder = test_folder(&house->arena);
    house->data = path_join(&house->arena, house->folder, "data");
    house->state = path_join(&house->arena, house->folder, "state");
    *state = house;
    return 0;
}

static int tear_down(void **state) {
    House *house = *state;
    test_folder_remove(house->folder);
    arena_free(&house->arena);
    free(house);
    return 0;
}

static void expect_people(House *house, const char *expected) {
    People people;
    Error error = {0};
    TextBuilder names = {0};
    if (!people_list(&house->arena, house->data, &people, &error)) fail_msg("%s", error.sentence);
    builder_add(&names, "%s", "");
    for (int i = 0; i < people.names.count; i++) builder_add(&names, "%s,", people.names.items[i]);
    assert_string_equal(names.bytes, expected);
    builder_free(&names);
}

static void expect_no(bool done, const Error *error, const char *words) {
    assert_false(done);
    if (!strstr(error->sentence, words)) fail_msg("'%s' does not say '%s'", error->sentence, words);
}

static void play(House *house, const char *person, const char *what) {
    Arena arena = {0};
    History *history = history_open(&arena, &(HistoryOptions){house->data, house->state, person, 1, DAY});
    history_add(history, &(Entry){.kind = ENTRY_NOTE, .text = what, .moment = {DAY * INT64_C(86400000), DAY, 0}});
    history_close(history);
    arena_free(&arena);
}

static void expect_notes(House *house, const char *person, int count, const char *last) {
    Arena arena = {0};
    History *history = history_open(&arena, &(HistoryOptions){house->data, house->state, person, 1, DAY});
    const Diary *diary = history_diary(history);
    assert_int_equal(diary->entries.count, count);
    if (count) assert_string_equal(diary->entries.items[count - 1].text, last);
    assert_null(history_problem(history));
    history_close(history);
    arena_free(&arena);
}

static void test_names(void **state) {
    (void)state;
    static const char *const good[] = {"Anna", "me", "Jörg", "Mum and Dad", "a", "O'Neill", "anna-2",
                                       "1234567890123456789012345678901234567890"};
    static const char *const bad[] = {"", ".", "..", ".anna", "a/b", "/", "a\nb", " anna", "anna ", "anna.", "a:b", "what?",
                                      "a\\b", "\"a\"", "a\x7f", "12345678901234567890123456789012345678901"};
    Error error = {0};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!people_name_is_good(good[i], &error)) fail_msg("%s", error.sentence);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (people_name_is_good(bad[i], &error)) fail_msg("'%s' is a good name", bad[i]);
}

static void test_each_has_own_things(void **state) {
    House *house = *state;
    Error error = {0};
    expect_people(house, "");
    assert_true(people_add(house->data, "Jörg", &error) && people_add(house->data, "Anna", &error));
    expect_people(house, "Anna,Jörg,");
    play(house, "Anna", "a");
    play(house, "Jörg", "j");
    play(house, "Jörg", "jj");
    expect_notes(house, "Anna", 1, "a");
    expect_notes(house, "Jörg", 2, "jj");
    expect_notes(house, PEOPLE_DEFAULT, 0, NULL);
}

static void test_taken_names(void **state) {
    House *house = *state;
    Error error = {0};
    assert_true(people_add(house->data, "Anna", &error) && people_add(house->data, "Ben", &error));
    expect_no(people_add(house->data, "anna", &error), &error, "somebody called 'Anna'");
    expect_no(people_rename(house->data, house->state, "Ben", "ANNA", &error), &error, "somebody called 'Anna'");
    expect_no(people_rename(house->data, house->state, "Benn", "Carl", &error), &error, "did you mean 'Ben'?");
    expect_no(people_rename(house->data, house->state, "Ben", "../Ben", &error), &error, "cannot be a person's name");
    expect_people(house, "Anna,Ben,");
}

static void test_rename(void **state) {
    House *house = *state;
    Error error = {0};
    play(house, PEOPLE_DEFAULT, "x");
    assert_true(people_rename(house->data, house->state, PEOPLE_DEFAULT, "Anna", &error));
    expect_people(house, "Anna,");
    expect_notes(house, "Anna", 1, "x");
    assert_true(people_rename(house->data, house->state, "Anna", "ANNA", &error)); // only the capitals
    expect_notes(house, "ANNA", 1, "x");
}

static void test_remove_keeps_aside(void **state) {
    House *house = *state;
    Error error = {0};
    for (int i = 0; i < 3; i++) {
        const char *kept = NULL;
        play(house, "Anna", "x");
        expect_notes(house, "Anna", 1, "x"); // and not of the one before
        assert_true(people_remove(&house->arena, house->data, house->state, "Anna", DAY, &kept, &error));
        assert_true(file_exists(path_join(&house->arena, kept, "journal-00000001.log")));
        expect_people(house, "");
    }
    const char *kept;
    expect_no(people_remove(&house->arena, house->data, house->state, "Anna", DAY, &kept, &error), &error, "nobody called 'Anna'");
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(names), TEST(each_has_own_things), TEST(taken_names), TEST(rename), TEST(remove_keeps_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
