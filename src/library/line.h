// Reading one line of a script word by word, with the messages; and blocks of lines by tables.
//
// Every reader takes what it reads from the line, or reports what is wrong and returns a neutral
// value; after the first mistake in a line nothing more of it is reported.
#pragma once

#include "library/library.h"
#include "script/script.h"

typedef struct Load Load;
typedef struct Row Row;

typedef struct {
    Load *load;
    const Node *node;
    const Row *row; // by which it is read
    int at;         // token to be read next
    bool has_failed;
} Line;

// One keyword, and what reads the rest of its line.
struct Row {
    const char *keyword;
    void (*read)(Line *line, void *target);
    int value;          // for rows that share a reader
    bool has_children;  // `read` reads the lines below
    bool repeats;       // may stand more than once
    const char *needed; // an example for whoever leaves it out; NULL when that is allowed
};

typedef struct {
    const char *what; // "a move", for messages
    const Row *rows;
    int count;
    // Reads a line that begins with none of the keywords; NULL when there is no such line.
    void (*read_other)(Line *line, void *target);
} Rows;

#define ROWS(what, rows) {what, rows, (int)(sizeof(rows) / sizeof *(rows)), NULL}

// Reads the lines from `first` on; *seen gets bit n when row n was met, well written or not.
void block_read(Load *load, const Node *first, const Rows *rows, void *target, unsigned *seen);

// Reports every needed row that was not seen.
void block_require(Load *load, Span span, const Rows *rows, unsigned seen);

// Reports a mistake, once for each line; NULL when one was reported before.
Diag *line_error(Line *line, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
void line_help(Line *line, Diag *diag, const char *format, ...) __attribute__((format(printf, 3, 4)));
void line_suggest(Line *line, Diag *diag, Text word, const char *const *names, int count);

// The name that is near, or all of them when they are few.
void line_offer(Line *line, Diag *diag, Text word, const char *const *names, int count);

// The next token, or NULL at the end; and the place where it is, or should be.
const Token *line_next(const Line *line);
Span line_span(const Line *line);
// Where the token read last is.
Span line_last(const Line *line);

// "a time is expected here" and the like; `what` begins with an article.
void line_expected(Line *line, const char *what);

// Takes the next token when it is this word (or of this kind), and says whether it was.
bool line_take(Line *line, const char *word);
bool line_take_kind(Line *line, TokenKind kind);
bool line_is_kind(const Line *line, TokenKind kind);

Text line_word(Line *line, const char *what);
// One of the names: its index, or -1 after "there is no KIND called 'word'" and a suggestion.
int line_name(Line *line, const char *kind, const char *const *names, int count);
// As line_name, but without a word when the next token is none of the names.
int line_take_name(Line *line, const char *const *names, int count);
const char *line_id(Line *line, const char *what);       // kebab-case
const char *line_string(Line *line, const char *what);   // in the arena, not empty
double line_number(Line *line, const char *what, double min, double max);
int line_count(Line *line, const char *what, int min, int max);
int line_duration(Line *line, const char *what, int max_ms);

// Reports what is left over.
void line_end(Line *line);
