#include "support/json.h"

#include <ctype.h>
#include <string.h>

enum { DEEPEST = 100 };

typedef struct {
    Text text;
    int at;
} Reader;

static bool read_value(Reader *reader, int depth);

static char peek(const Reader *reader) {
    return reader->at < reader->text.size ? reader->text.bytes[reader->at] : '\0';
}

static void skip_blank(Reader *reader) {
    while (peek(reader) && strchr(" \t\r\n", peek(reader))) reader->at++;
}

static bool take(Reader *reader, char c) {
    skip_blank(reader);
    bool taken = peek(reader) == c;
    reader->at += taken;
    return taken;
}

static bool take_word(Reader *reader, const char *word) {
    int size = (int)strlen(word);
    if (reader->text.size - reader->at < size || memcmp(reader->text.bytes + reader->at, word, (size_t)size) != 0) return false;
    reader->at += size;
    return true;
}

static bool read_escape(Reader *reader) {
    char c = peek(reader);
    reader->at++;
    if (c != 'u') return c && strchr("\"\\/bfnrt", c);
    for (int i = 0; i < 4; i++, reader->at++)
        if (!isxdigit((unsigned char)peek(reader))) return false;
    return true;
}

static bool read_string(Reader *reader) {
    if (!take(reader, '"')) return false;
    while (peek(reader) != '"') {
        Text rest = {reader->text.bytes + reader->at, reader->text.size - reader->at};
        int bytes = text_character_bytes(rest);
        if (!bytes || (unsigned char)peek(reader) < 0x20) return false;
        bool escaped = peek(reader) == '\\';
        reader->at += bytes;
        if (escaped && !read_escape(reader)) return false;
    }
    reader->at++;
    return true;
}

static bool read_digits(Reader *reader) {
    int first = reader->at;
    while (isdigit((unsigned char)peek(reader))) reader->at++;
    return reader->at > first;
}

static bool read_number(Reader *reader) {
    if (peek(reader) == '-') reader->at++;
    bool is_zero = peek(reader) == '0';
    if (is_zero) reader->at++;
    else if (!read_digits(reader)) return false;
    if (peek(reader) == '.') {
        reader->at++;
        if (!read_digits(reader)) return false;
    }
    if (peek(reader) != 'e' && peek(reader) != 'E') return true;
    reader->at++;
    if (peek(reader) == '+' || peek(reader) == '-') reader->at++;
    return read_digits(reader);
}

static bool read_members(Reader *reader, int depth, char end, bool named) {
    if (take(reader, end)) return true;
    do {
        if (named && (!read_string(reader) || !take(reader, ':'))) return false;
        if (!read_value(reader, depth + 1)) return false;
    } while (take(reader, ','));
    return take(reader, end);
}

static bool read_value(Reader *reader, int depth) {
    skip_blank(reader);
    if (depth > DEEPEST) return false;
    if (take(reader, '{')) return read_members(reader, depth, '}', true);
    if (take(reader, '[')) return read_members(reader, depth, ']', false);
    if (peek(reader) == '"') return read_string(reader);
    return take_word(reader, "true") || take_word(reader, "false") || take_word(reader, "null") || read_number(reader);
}

int json_mistake(Text text) {
    Reader reader = {text, 0};
    bool good = read_value(&reader, 0);
    skip_blank(&reader);
    return good && reader.at == text.size ? -1 : reader.at;
}
