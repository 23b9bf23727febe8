// Every message that reading a script can give is shown by a golden, word for word: the sources are searched for what is
// reported, and a format that no golden line has is a failure.
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

// What reports something, and what is said besides its text.
static const struct {
    const char *name, *after;
} calls[] = {
    {"line_error", ""},   {"line_help", ""},  {"line_expected", " is expected here"}, {"load_error", ""}, {"load_warning", ""},
    {"diag_error", ""},   {"diag_warning", ""}, {"diag_note", ""}, {"diag_help", ""}, {"lexer_error", ""}, {"report", ""},
    {"refuse", ""},
};
enum { CALLS = sizeof calls / sizeof *calls };

typedef struct {
    Arena arena;
    LIST(Text) shown; // what stands after "error: ", "= " and the like in the goldens
    int formats, missing;
} Messages;

static void add_shown(Messages *messages, Text text) {
    static const char *const marks[] = {": error: ", ": warning: ", ": note: ", "      = "};
    const char *begin = text_copy(&messages->arena, text);
    for (const char *line = begin, *end; *line; line = *end ? end + 1 : end) {
        end = line + strcspn(line, "\n");
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const char *mark = strstr(line, marks[i]);
            if (!mark || mark > end) continue;
            mark += strlen(marks[i]);
            *list_push(&messages->arena, &messages->shown) = (Text){mark, (int)(end - mark)};
            break;
        }
    }
}

static void read_shown(Messages *messages, const char *folder) {
    FileList files = {0};
    Error error = {0};
    assert_true(folder_list(&messages->arena, folder, ".expected", &files, &error));
    for (int i = 0; i < files.paths.count; i++) {
        Text text;
        assert_true(file_read(&messages->arena, files.paths.items[i], 1000000, &text, &error));
        add_shown(messages, text);
    }
}

// Bytes of the printf conversion at the beginning, 0 for none.
static int conversion_size(const char *at) {
    if (*at != '%') return 0;
    int size = 1 + (int)strspn(at + 1, "-+ 0123456789.*l");
    return size + 1;
}

// Whether the whole text can have been made by the format.
static bool is_made_by(Text text, const char *format) {
    int size = 0;
    while (format[size] && !conversion_size(format + size)) size++;
    bool begins = text.size >= size && memcmp(text.bytes, format, (size_t)size) == 0;
    if (!begins) return false;
    Text rest = {text.bytes + size, text.size - size};
    if (!format[size]) return rest.size == 0;
    const char *after = format + size + conversion_size(format + size);
    for (int skip = 0; skip <= rest.size; skip++) {
        if (is_made_by((Text){rest.bytes + skip, rest.size - skip}, after)) return true;
    }
    return false;
}

static bool is_shown(const Messages *messages, const char *format) {
    for (int i = 0; i < messages->shown.count; i++) {
        if (is_made_by(messages->shown.items[i], format)) return true;
    }
    return false;
}

// Where the call that begins after the bracket ends; literals count as nothing.
static const char *end_of_call(const char *at) {
    for (int depth = 1; *at && depth; at++) {
        if (*at == '\'' && at[1] && at[2] == '\'') at += 2;
        else if (*at == '"') {
            for (at++; *at != '"'; at++) at += *at == '\\';
        } else depth += (*at == '(') - (*at == ')');
    }
    return at;
}

// The next literal, neighbours in one; false when there is none before the end.
static bool next_literal(const char **at, const char *end, char literal[1000]) {
    int size = 0;
    const char *quote = *at;
    while (quote < end && *quote != '"') quote++;
    if (quote == end) return false;
    while (quote < end && *quote == '"') {
        for (quote++; *quote != '"'; quote++) {
            quote += *quote == '\\';
            assert_true(size < 990);
            literal[size++] = *quote;
        }
        for (quote++; isspace((unsigned char)*quote); quote++) continue;
    }
    literal[size] = '\0';
    *at = quote;
    return true;
}

// A single word is an argument of a message, and so is what has no letters of its own.
static bool is_format(const char *literal) {
    const char *blank = strchr(literal, ' ');
    return blank && strspn(literal, "%s ") < strlen(literal);
}

static void check_call(Messages *messages, const char *path, const char *at, const char *after) {
    char literal[1000];
    for (const char *end = end_of_call(at); next_literal(&at, end, literal);) {
        if (!is_format(literal) && !*after) continue;
        strcat(literal, after);
        messages->formats++;
        // What is put into another message is found there.
        bool found = is_shown(messages, literal) || is_shown(messages, text_format(&messages->arena, "%%s%s%%s", literal));
        if (found) continue;
        messages->missing++;
        print_error("%s: no golden shows: %s\n", path, literal);
    }
}

static void check_source(Messages *messages, const char *path) {
    Text text;
    Error error = {0};
    assert_true(file_read(&messages->arena, path, 1000000, &text, &error));
    const char *source = text_copy(&messages->arena, text);
    for (int i = 0; i < CALLS; i++) {
        size_t size = strlen(calls[i].name);
        for (const char *at = source; (at = strstr(at, calls[i].name)); at += size) {
            bool is_word = at > source && (isalnum((unsigned char)at[-1]) || at[-1] == '_');
            if (!is_word && at[size] == '(') check_call(messages, path, at + size + 1, calls[i].after);
        }
    }
}

// A limit too large for a golden is met by a test that says its message.
static void add_said(Messages *messages, const char *path) {
    Text text;
    Error error = {0};
    assert_true(file_read(&messages->arena, path, 1000000, &text, &error));
    const char *at = text_copy(&messages->arena, text), *end = at + strlen(at);
    for (char literal[1000]; next_literal(&at, end, literal);) {
        *list_push(&messages->arena, &messages->shown) = text_of(text_copy(&messages->arena, text_of(literal)));
    }
}

static void test_every_message_is_shown(void **state) {
    (void)state;
    static const char *const goldens[] = {"tests/library/golden", "tests/library/batch"};
    static const char *const sources[] = {"src/library", "src/script", "src/base"};
    Messages messages = {.formats = 0};
    for (int i = 0; i < 2; i++) read_shown(&messages, goldens[i]);
    add_said(&messages, "tests/script/script_test.c");
    for (int i = 0; i < 3; i++) {
        FileList files = {0};
        Error error = {0};
        assert_true(folder_list(&messages.arena, sources[i], ".c", &files, &error));
        for (int k = 0; k < files.paths.count; k++) check_source(&messages, files.paths.items[k]);
    }
    assert_true(messages.shown.count > 300 && messages.formats > 120);
    assert_int_equal(messages.missing, 0);
    arena_free(&messages.arena);
}

// The search itself: what it takes for shown and what not.
static void test_formats_and_what_they_make(void **state) {
    (void)state;
    assert_true(is_made_by(text_of("'cat' is held"), "'%s' is held"));
    assert_true(is_made_by(text_of("from 1 to 20 s"), "from %.0f to %d s"));
    assert_false(is_made_by(text_of("'cat' is held up"), "'%s' is held"));
    assert_false(is_made_by(text_of("the 'cat' is held"), "'%s' is held"));
    assert_false(is_made_by(text_of(""), "x"));
    assert_false(is_format("each") || is_format("%s") || is_format("%s %s"));
    assert_true(is_format("a hold has no pause"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_message_is_shown),
        cmocka_unit_test(test_formats_and_what_they_make),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
