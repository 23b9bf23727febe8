// A script as a tree of lines: what is written, not what it means. Knows no exercise.
//
// A line is tokens; lines indented below it are its children. Mistakes go to Diags, at most one per
// line, and reading goes on; any bytes at all are safe to read.
#pragma once

#include "base/diag.h"

// Limits of one file, each with its own message.
enum {
    SCRIPT_MAX_BYTES = 128 * 1024,
    SCRIPT_MAX_LINES = 2000,      // that are neither empty nor only a comment
    SCRIPT_MAX_LINE_BYTES = 400,
    SCRIPT_MAX_TOKENS = 64,       // in one line
    SCRIPT_MAX_DEPTH = 6,         // lines within lines
    SCRIPT_MAX_NUMBER = 1000000,  // of either sign; also milliseconds of a duration in thousands
};

typedef enum {
    TOKEN_WORD,     // childs-pose, START, c7
    TOKEN_STRING,   // "Lift your hips."
    TOKEN_NUMBER,   // 12, -3.5
    TOKEN_DURATION, // 20s, 1m30s, 2min, 500ms, 1.5s
    TOKEN_RANGE,    // 170..190
    TOKEN_ARROW,    // ->
    TOKEN_COMMA,
} TokenKind;

typedef struct {
    TokenKind kind;
    Span span;     // with the quotes
    Text text;     // as written; of a string what is between the quotes
    double number; // of a range its lower end
    double upper;  // of a range
    int ms;        // of a duration
} Token;

typedef struct Node {
    const Token *tokens;
    int count;              // at least 1 unless broken
    struct Node *children;  // the first line indented below this one
    struct Node *next;      // the next line as far in as this one
    Span span;              // from the first token to the last
    bool is_broken;         // a mistake in it was reported; its tokens and children mean nothing
} Node;

// The first line of the script, or NULL when it says nothing. The tree lives in the arena and points
// into the source's text, from which a byte order mark is dropped.
Node *script_read(Arena *arena, Source *source, Diags *diags);
