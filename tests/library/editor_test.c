// What editors know of the language is all of it: every word of the tables by which scripts are read stands in both
// grammars and in the fuzzer's word list, and what is JSON can be read.
#include "library/library.h"
#include "support/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    LIST(const char *) items; // each once
} Words;

static bool is_word(Text text) {
    if (!text.size || !isalpha((unsigned char)*text.bytes)) return false;
    for (int i = 0; i < text.size; i++) {
        if (!isalnum((unsigned char)text.bytes[i]) && text.bytes[i] != '-') return false;
    }
    return true;
}

static void add(Words *words, Text word) {
    if (!is_word(word)) return;
    for (int i = 0; i < words->items.count; i++) {
        if (text_is(word, words->items.items[i])) return;
    }
    *list_push(&words->arena, &words->items) = text_copy(&words->arena, word);
}

static void add_all(Words *words, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (names[i]) add(words, text_of(names[i]));
}

// What stands in quotes at the beginning; of no size when nothing does.
static Text quoted(const char *at) {
    if (*at != '"') return text_of("");
    return (Text){at + 1, (int)strcspn(at + 1, "\"")};
}

// Every literal from here to the end of the line.
static void add_literals(Words *words, const char *at) {
    for (const char *end = at + strcspn(at, "\n"); at < end; at++) {
        Text word = quoted(at);
        if (*at != '"') continue;
        add(words, word);
        at += word.size + 1;
    }
}

// Rows of tables, `{"keyword", read_it`; words that are taken from a line one by one; lists of words.
static void add_from_source(Words *words, const char *source) {
    static const char *const takes[] = {"line_take(line, ", "line_take(read->line, ", "read_word(line, "};
    for (const char *at = source; (at = strstr(at, "{\"")); at++) {
        Text word = quoted(at + 1);
        bool is_row = word.bytes[word.size] == '"' && word.bytes[word.size + 1] == ',' && word.bytes[word.size + 2] == ' ' &&
                      word.bytes[word.size + 3] != '"';
        if (is_row) add(words, word);
    }
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++) {
        for (const char *at = source; (at = strstr(at, takes[i])); at++) add(words, quoted(at + strlen(takes[i])));
    }
    for (const char *at = source; (at = strstr(at, "TAKE_WORDS(line, \"")); at++) add_literals(words, at);
    for (const char *at = source; (at = strstr(at, "static const char *const p")); at++) { // places and their plurals
        const char *end = strstr(at, "};");
        for (; end && at < end; at++) {
            Text word = quoted(at);
            if (*at != '"') continue;
            add(words, word);
            at += word.size + 1;
        }
    }
}

static void read_words(Words *words) {
    FileList files = {0};
    Error error = {0};
    assert_true(folder_list(&words->arena, "src/library", ".c", &files, &error));
    for (int i = 0; i < files.paths.count; i++) {
        Text text;
        assert_true(file_read(&words->arena, files.paths.items[i], 1000000, &text, &error));
        add_from_source(words, text_copy(&words->arena, text));
    }
    add_all(words, group_names, GROUP_COUNT);
    add_all(words, position_names, POSITION_COUNT);
    add_all(words, level_names, LEVEL_COUNT);
    add_all(words, skip_tags, skip_tag_count);
    add_all(words, muscle_names, MUSCLE_COUNT);
    add_all(words, prop_names, PROP_COUNT);
    add_all(words, place_names, PLACE_COUNT);
    add_all(words, contact_names, CONTACT_KINDS);
    add_all(words, check_names, CHECK_KINDS);
    add_all(words, breath_names, BREATH_COUNT);
    add_all(words, skeleton_point_names, skeleton_point_count);
}

static const char *read_text(Words *words, const char *path) {
    Text text;
    Error error = {0};
    if (!file_read(&words->arena, path, 1000000, &text, &error)) fail_msg("%s", error.sentence);
    return text_copy(&words->arena, text);
}

// Whether the word stands between two of the characters.
static bool stands_between(const char *text, const char *word, const char *around) {
    size_t size = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at++) {
        if (at > text && strchr(around, at[-1]) && at[size] && strchr(around, at[size])) return true;
    }
    return false;
}

static void test_every_word_is_in_the_grammars(void **state) {
    (void)state;
    static const struct {
        const char *path, *around;
    } places[] = {{"assets/editor/vim/syntax/limber.vim", " \n"},
                  {"assets/editor/vscode/syntaxes/limber.tmLanguage.json", "(|)"},
                  {"tests/fuzz/words.dict", "\""}};
    Words words = {.arena = {0}};
    int missing = 0;
    read_words(&words);
    assert_true(words.items.count > 220);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *text = read_text(&words, places[i].path);
        for (int k = 0; k < words.items.count; k++) {
            if (stands_between(text, words.items.items[k], places[i].around)) continue;
            print_error("%s has no '%s'\n", places[i].path, words.items.items[k]);
            missing++;
        }
    }
    assert_int_equal(missing, 0);
    arena_free(&words.arena);
}

// Some words of each kind of table: so that the search above cannot find too little.
static void test_the_search_finds_all_kinds(void **state) {
    (void)state;
    static const char *const known[] = {"include", "needs", "hold", "B3", "alternate", "as", "strength", "usual", "amber",
                                        "girdle", "pitch", "balls", "thighs", "around", "piriformis", "half-kneeling", "tailbone"};
    Words words = {.arena = {0}};
    read_words(&words);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        bool found = false;
        for (int k = 0; k < words.items.count; k++) found = found || strcmp(words.items.items[k], known[i]) == 0;
        if (!found) fail_msg("'%s' was not found", known[i]);
    }
    arena_free(&words.arena);
}

static void test_json_can_be_read(void **state) {
    (void)state;
    static const char *const paths[] = {"assets/editor/vscode/package.json", "assets/editor/vscode/language-configuration.json",
                                        "assets/editor/vscode/syntaxes/limber.tmLanguage.json"};
    Words words = {.arena = {0}};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        int mistake = json_mistake(text_of(read_text(&words, paths[i])));
        if (mistake >= 0) fail_msg("%s: byte %d is not JSON", paths[i], mistake);
    }
    static const char *const bad[] = {"", "{", "{} x", "[1,]", "{\"a\" 1}", "{\"a\": }", "\"\\x\"", "\"\t\"", "01", "1.",
                                      "\"\xFF\"", "nul"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_true(json_mistake(text_of(bad[i])) >= 0);
    assert_int_equal(json_mistake(text_of(" {\"a\": [1, -2.5e3, null, true, \"\\u00e4\\\"\"], \"b\": {}}\n")), -1);
    arena_free(&words.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_word_is_in_the_grammars),
        cmocka_unit_test(test_the_search_finds_all_kinds),
        cmocka_unit_test(test_json_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
