#include "script/lexer.h"

#include <string.h>

typedef struct {
    const Source *source;
    Span line;
    int at;
    Token *tokens;
    int count;
    Diags *diags;
    bool is_broken;
} Lexer;

// Later mistakes of the same line mostly follow from the first and are not shown.
#define lexer_error(lexer, span, ...)                                                                \
    ((lexer)->is_broken ? NULL                                                                       \
                        : ((lexer)->is_broken = true,                                                \
                           diag_error((lexer)->diags, (lexer)->source, (span), __VA_ARGS__)))

static int peek(const Lexer *lexer, int ahead) {
    int byte = lexer->at + ahead;
    return byte < lexer->line.end ? (unsigned char)lexer->source->text.bytes[byte] : -1;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool is_blank(int c) {
    return c == ' ' || c == '\t';
}

static bool is_arrow(const Lexer *lexer) {
    if (peek(lexer, 0) == '-' && peek(lexer, 1) == '>') return true;
    return peek(lexer, 0) == 0xE2 && peek(lexer, 1) == 0x86 && peek(lexer, 2) == 0x92; // U+2192
}

static Token *push(Lexer *lexer, TokenKind kind, int begin, int end) {
    if (lexer->count == SCRIPT_MAX_TOKENS) {
        lexer_error(lexer, ((Span){begin, end}), "a line has at most %d words", SCRIPT_MAX_TOKENS);
        return NULL;
    }
    Token *token = &lexer->tokens[lexer->count++];
    Text text = {lexer->source->text.bytes + begin, end - begin};
    *token = (Token){.kind = kind, .span = {begin, end}, .text = text};
    return token;
}

// A quote that is not closed ends with its line, so that the lines below are still read.
static void read_string(Lexer *lexer) {
    int begin = lexer->at++;
    while (peek(lexer, 0) >= 0 && peek(lexer, 0) != '"') lexer->at++;
    int end = lexer->at;
    if (peek(lexer, 0) == '"') {
        lexer->at++;
    } else {
        Diag *diag = lexer_error(lexer, ((Span){begin, end}), "the closing quote is missing");
        if (diag) diag_help(lexer->diags, diag, "a text begins and ends with '\"' on the same line");
    }
    Token *token = push(lexer, TOKEN_STRING, begin, lexer->at);
    if (token) token->text = (Text){lexer->source->text.bytes + begin + 1, end - begin - 1};
}

typedef struct {
    Text rest; // what is still to be read
    bool is_too_large;
} Digits;

// A number without exponent at the front of the rest; false when there is none.
static bool take_number(Digits *digits, double *number) {
    const char *bytes = digits->rest.bytes;
    int size = digits->rest.size, at = 0;
    bool negative = at < size && bytes[at] == '-';
    at += negative;
    int first = at;
    double value = 0;
    for (; at < size && is_digit(bytes[at]); at++) value = value * 10 + (bytes[at] - '0');
    int count = at - first;
    if (at + 1 < size && bytes[at] == '.' && is_digit(bytes[at + 1])) {
        double scale = 1, fraction = 0;
        for (at++; at < size && is_digit(bytes[at]); at++, count++) {
            if (scale < 1e9) fraction = fraction * 10 + (bytes[at] - '0'), scale *= 10;
        }
        value += fraction / scale;
    }
    digits->is_too_large |= value > SCRIPT_MAX_NUMBER;
    digits->rest = (Text){bytes + at, size - at};
    *number = negative ? -value : value;
    return count > 0;
}

static const struct {
    const char *unit;
    double ms;
} units[] = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"m", 60000}, {"h", 3600000}};

// The milliseconds of one of the unit at the front of the rest; 0 when there is none.
static double take_unit(Digits *digits) {
    int size = 0;
    while (size < digits->rest.size && is_letter((unsigned char)digits->rest.bytes[size])) size++;
    Text word = {digits->rest.bytes, size};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!text_is(word, units[i].unit)) continue;
        digits->rest = (Text){word.bytes + size, digits->rest.size - size};
        return units[i].ms;
    }
    return 0;
}

// "1m30s": numbers with falling units.
static bool read_duration(Digits *digits, double number, Token *token) {
    double ms = 0, last = 1e9;
    do {
        double unit = take_unit(digits);
        if (unit == 0 || unit >= last || number < 0) return false;
        ms += number * unit;
        last = unit;
    } while (digits->rest.size && take_number(digits, &number));
    digits->is_too_large |= ms > SCRIPT_MAX_NUMBER * 1000.0;
    token->kind = TOKEN_DURATION;
    if (!digits->is_too_large) token->ms = (int)(ms + 0.5);
    return digits->rest.size == 0;
}

static bool read_range(Digits *digits, Token *token) {
    token->kind = TOKEN_RANGE;
    digits->rest = (Text){digits->rest.bytes + 2, digits->rest.size - 2};
    return take_number(digits, &token->upper) && digits->rest.size == 0;
}

static bool read_digits(Digits *digits, Token *token) {
    if (!take_number(digits, &token->number)) return false;
    if (digits->rest.size == 0) return true;
    if (digits->rest.size >= 2 && memcmp(digits->rest.bytes, "..", 2) == 0) return read_range(digits, token);
    return read_duration(digits, token->number, token);
}

static void read_number(Lexer *lexer, Span span) {
    Token *token = push(lexer, TOKEN_NUMBER, span.begin, span.end);
    if (!token) return;
    Digits digits = {token->text, false};
    Text text = token->text;
    if (!read_digits(&digits, token)) {
        Diag *diag = lexer_error(lexer, span, "'%.*s' is neither a number nor a time", TEXT_ARGS(text));
        if (diag) diag_help(lexer->diags, diag, "times are written 20s, 1m30s, 2min or 500ms; '3 x 10s' has spaces");
    } else if (digits.is_too_large) {
        lexer_error(lexer, span, "'%.*s' is too large", TEXT_ARGS(text));
    } else if (token->kind == TOKEN_RANGE && token->number > token->upper) {
        Diag *diag = lexer_error(lexer, span, "the range '%.*s' ends before it begins", TEXT_ARGS(text));
        if (diag) diag_help(lexer->diags, diag, "the smaller number comes first");
    }
}

static bool ends_chunk(const Lexer *lexer) {
    int c = peek(lexer, 0);
    return c < 0 || is_blank(c) || c == ',' || c == '"' || c == '#' || is_arrow(lexer);
}

static void read_chunk(Lexer *lexer) {
    int begin = lexer->at;
    bool is_word = is_letter(peek(lexer, 0));
    bool is_number = is_digit(peek(lexer, 0)) || (peek(lexer, 0) == '-' && is_digit(peek(lexer, 1)));
    bool is_odd = false;
    do {
        int c = peek(lexer, 0);
        is_odd |= is_word && !is_letter(c) && !is_digit(c) && c != '-' && c != '_';
        lexer->at++;
    } while (!ends_chunk(lexer));
    Span span = {begin, lexer->at};
    Text text = {lexer->source->text.bytes + begin, span.end - span.begin};
    if (is_number) {
        read_number(lexer, span);
    } else if (is_word && !is_odd) {
        push(lexer, TOKEN_WORD, span.begin, span.end);
    } else {
        Diag *diag = lexer_error(lexer, span, "'%.*s' is not a word of this language", TEXT_ARGS(text));
        if (diag) diag_help(lexer->diags, diag, "texts stand in quotes, remarks after '#'");
    }
}

static void read_token(Lexer *lexer) {
    int begin = lexer->at;
    if (peek(lexer, 0) == ',') {
        lexer->at++;
        push(lexer, TOKEN_COMMA, begin, lexer->at);
    } else if (peek(lexer, 0) == '"') {
        read_string(lexer);
    } else if (is_arrow(lexer)) {
        lexer->at += peek(lexer, 0) == '-' ? 2 : 3;
        push(lexer, TOKEN_ARROW, begin, lexer->at);
    } else {
        read_chunk(lexer);
    }
}

static void check_bytes(Lexer *lexer) {
    const char *bytes = lexer->source->text.bytes;
    for (int at = lexer->line.begin; at < lexer->line.end && !lexer->is_broken;) {
        unsigned char byte = (unsigned char)bytes[at];
        int length = text_character_bytes((Text){bytes + at, lexer->line.end - at});
        Span span = {at, at + 1};
        if (!length) {
            Diag *diag = lexer_error(lexer, span, "byte %02X is not UTF-8 text", byte);
            if (diag) diag_help(lexer->diags, diag, "save the file as UTF-8");
        } else if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
            lexer_error(lexer, span, "a control character (%02X) has no place in a script", byte);
        }
        at += length ? length : 1;
    }
}

int lexer_line(const Source *source, Span line, Token *tokens, Diags *diags, bool *is_broken) {
    Lexer lexer = {.source = source, .line = line, .at = line.begin, .tokens = tokens, .diags = diags};
    if (line.end - line.begin > SCRIPT_MAX_LINE_BYTES) {
        Span rest = {line.begin + SCRIPT_MAX_LINE_BYTES, line.end};
        lexer_error(&lexer, rest, "a line has at most %d bytes", SCRIPT_MAX_LINE_BYTES);
    }
    check_bytes(&lexer);
    while (!lexer.is_broken && peek(&lexer, 0) >= 0 && peek(&lexer, 0) != '#') {
        if (is_blank(peek(&lexer, 0))) lexer.at++;
        else read_token(&lexer);
    }
    *is_broken = lexer.is_broken;
    return lexer.count;
}
