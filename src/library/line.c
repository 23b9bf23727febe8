#include "library/line.h"

#include "library/load.h"

#include <assert.h>
#include <stdio.h>

enum { MAX_NAMES = 64, MAX_OFFERED = 10, LONGEST_MESSAGE = 400 };

Diag *line_error(Line *line, Span span, const char *format, ...) {
    if (line->has_failed) return NULL;
    line->has_failed = true;
    char message[LONGEST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return diag_error(line->load->diags, line->load->source, span, "%s", message);
}

void line_help(Line *line, Diag *diag, const char *format, ...) {
    if (!diag) return;
    char help[LONGEST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(help, sizeof help, format, arguments);
    va_end(arguments);
    diag_help(line->load->diags, diag, "%s", help);
}

void line_suggest(Line *line, Diag *diag, Text word, const char *const *names, int count) {
    if (diag) diag_suggest(line->load->diags, diag, word, names, count);
}

const Token *line_next(const Line *line) {
    return line->at < line->node->count ? &line->node->tokens[line->at] : NULL;
}

Span line_span(const Line *line) {
    const Token *token = line_next(line);
    return token ? token->span : (Span){line->node->span.end, line->node->span.end};
}

Span line_last(const Line *line) {
    return line->at ? line->node->tokens[line->at - 1].span : line->node->span;
}

void line_expected(Line *line, const char *what) {
    line_error(line, line_span(line), "%s is expected here", what);
}

bool line_is_kind(const Line *line, TokenKind kind) {
    const Token *token = line_next(line);
    return token && token->kind == kind;
}

bool line_take_kind(Line *line, TokenKind kind) {
    bool taken = !line->has_failed && line_is_kind(line, kind);
    line->at += taken;
    return taken;
}

bool line_take(Line *line, const char *word) {
    bool taken = !line->has_failed && line_is_kind(line, TOKEN_WORD) && text_is(line_next(line)->text, word);
    line->at += taken;
    return taken;
}

Text line_word(Line *line, const char *what) {
    if (line_take_kind(line, TOKEN_WORD)) return line->node->tokens[line->at - 1].text;
    line_expected(line, what);
    return text_of("");
}

static int index_of(Text word, const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        if (text_is(word, names[i])) return i;
    }
    return -1;
}

int line_take_name(Line *line, const char *const *names, int count) {
    if (line->has_failed || !line_is_kind(line, TOKEN_WORD)) return -1;
    int index = index_of(line_next(line)->text, names, count);
    line->at += index >= 0;
    return index;
}

void line_offer(Line *line, Diag *diag, Text word, const char *const *names, int count) {
    if (text_nearest(word, names, count) || count == 0 || count > MAX_OFFERED) {
        line_suggest(line, diag, word, names, count);
        return;
    }
    TextBuilder all = {0};
    for (int i = 0; i < count; i++) builder_add(&all, "%s%s", i ? ", " : "", names[i]);
    line_help(line, diag, "it is one of: %s", all.bytes);
    builder_free(&all);
}

int line_name(Line *line, const char *kind, const char *const *names, int count) {
    Span span = line_span(line);
    char what[80];
    snprintf(what, sizeof what, "a %s", kind);
    Text word = line_word(line, what);
    if (line->has_failed) return -1;
    int index = index_of(word, names, count);
    if (index >= 0) return index;
    Diag *diag = line_error(line, span, "there is no %s called '%.*s'", kind, TEXT_ARGS(word));
    line_offer(line, diag, word, names, count);
    return -1;
}

static bool is_kebab(Text word) {
    for (int i = 0; i < word.size; i++) {
        char c = word.bytes[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && i) || (c == '-' && i);
        if (!good) return false;
    }
    return word.size > 0;
}

const char *line_id(Line *line, const char *what) {
    Span span = line_span(line);
    Text word = line_word(line, what);
    if (line->has_failed) return "";
    if (!is_kebab(word)) {
        Diag *diag = line_error(line, span, "'%.*s' cannot be an id", TEXT_ARGS(word));
        line_help(line, diag, "ids are small letters, digits and hyphens, such as childs-pose");
    } else if (word.size > MAX_ID) {
        line_error(line, span, "an id has at most %d letters", MAX_ID);
    }
    return text_copy(line->load->arena, word);
}

const char *line_string(Line *line, const char *what) {
    Span span = line_span(line);
    if (!line_take_kind(line, TOKEN_STRING)) {
        const Token *token = line_next(line);
        Diag *diag = line_error(line, span, "%s in quotes is expected here", what);
        if (token && token->kind == TOKEN_WORD) line_help(line, diag, "put '\"' before and after the text");
        return "";
    }
    Text text = line->node->tokens[line->at - 1].text;
    if (!text.size) line_error(line, span, "%s may not be empty", what);
    if (text_characters(text) > MAX_STRING) line_error(line, span, "%s has at most %d characters", what, MAX_STRING);
    return text_copy(line->load->arena, text);
}

double line_number(Line *line, const char *what, double min, double max) {
    Span span = line_span(line);
    if (!line_take_kind(line, TOKEN_NUMBER)) {
        line_expected(line, what);
        return 0;
    }
    double number = line->node->tokens[line->at - 1].number;
    if (number < min || number > max) line_error(line, span, "%s is from %g to %g", what, min, max);
    return number;
}

int line_count(Line *line, const char *what, int min, int max) {
    Span span = line_span(line);
    double number = line_number(line, what, min, max);
    if (!line->has_failed && number != (int)number) line_error(line, span, "%s is a whole number", what);
    return line->has_failed ? 0 : (int)number;
}

int line_duration(Line *line, const char *what, int max_ms) {
    Span span = line_span(line);
    if (!line_take_kind(line, TOKEN_DURATION)) {
        const Token *token = line_next(line);
        Diag *diag = line_error(line, span, "%s is expected here", what);
        if (token && token->kind == TOKEN_NUMBER) {
            line_help(line, diag, "with its unit: %.*ss", TEXT_ARGS(token->text));
        } else {
            line_help(line, diag, "times are written 20s, 1m30s or 2min");
        }
        return 0;
    }
    int ms = line->node->tokens[line->at - 1].ms;
    if (ms > max_ms) line_error(line, span, "%s is at most %d s", what, max_ms / 1000);
    return ms;
}

void line_end(Line *line) {
    const Token *token = line_next(line);
    if (!token) return;
    Span span = {token->span.begin, line->node->span.end};
    line_error(line, span, "nothing more belongs on this line");
}

// A row that was probably meant counts as seen, so that nobody is asked for it as well.
static void unknown_keyword(Line *line, const Rows *rows, unsigned *seen) {
    const Token *token = &line->node->tokens[0];
    if (token->kind != TOKEN_WORD) {
        line_error(line, token->span, "a line begins with a word");
        return;
    }
    const char *names[MAX_NAMES];
    assert(rows->count <= MAX_NAMES);
    for (int i = 0; i < rows->count; i++) names[i] = rows->rows[i].keyword;
    Diag *diag = line_error(line, token->span, "%s has no '%.*s'", rows->what, TEXT_ARGS(token->text));
    line_suggest(line, diag, token->text, names, rows->count);
    const char *meant = text_nearest(token->text, names, rows->count);
    for (int i = 0; i < rows->count; i++) *seen |= names[i] == meant ? 1u << i : 0;
}

static int row_of(const Rows *rows, const Token *token) {
    for (int i = 0; i < rows->count && token->kind == TOKEN_WORD; i++) {
        if (text_is(token->text, rows->rows[i].keyword)) return i;
    }
    return -1;
}

static void refuse_children(Line *line) {
    const Node *child = line->node->children;
    if (!child || child->is_broken) return;
    Text keyword = line->node->tokens[0].text;
    Diag *diag = load_error(line->load, child->span, "no line can be indented under '%.*s'", TEXT_ARGS(keyword));
    diag_help(line->load->diags, diag, "begin it as far left as '%.*s'", TEXT_ARGS(keyword));
}

static void read_row(Line *line, const Rows *rows, void *target, unsigned *seen) {
    const Token *token = &line->node->tokens[0];
    int index = row_of(rows, token);
    line->row = index >= 0 ? &rows->rows[index] : NULL;
    if (!line->row && rows->read_other) {
        rows->read_other(line, target);
        line_end(line);
        refuse_children(line);
    }
    if (!line->row && !rows->read_other) unknown_keyword(line, rows, seen);
    if (!line->row) return;
    if ((*seen & 1u << index) && !line->row->repeats) {
        line_error(line, token->span, "'%s' is said twice", line->row->keyword);
        return;
    }
    *seen |= 1u << index;
    line->at = 1;
    line->row->read(line, target);
    line_end(line);
    if (!line->row->has_children) refuse_children(line);
}

void block_read(Load *load, const Node *first, const Rows *rows, void *target, unsigned *seen) {
    assert(rows->count <= 32);
    for (const Node *node = first; node; node = node->next) {
        Line line = {.load = load, .node = node};
        if (!node->is_broken) read_row(&line, rows, target, seen);
        else if (node->count && row_of(rows, &node->tokens[0]) >= 0) *seen |= 1u << row_of(rows, &node->tokens[0]);
    }
}

void block_require(Load *load, Span span, const Rows *rows, unsigned seen) {
    for (int i = 0; i < rows->count; i++) {
        const Row *row = &rows->rows[i];
        if (!row->needed || (seen & 1u << i)) continue;
        Diag *diag = load_error(load, span, "%s needs '%s'", rows->what, row->keyword);
        diag_help(load->diags, diag, "such as: %s", row->needed);
    }
}
