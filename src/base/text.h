// Text: slices of bytes that somebody else owns, building longer text, and near misses of names.
//
// A Text is UTF-8 but may hold any bytes; nothing here fails on malformed input.
#pragma once

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>

typedef struct {
    const char *bytes; // not terminated
    int size;
} Text;

// For printf's "%.*s".
#define TEXT_ARGS(text) (text).size, (text).bytes

Text text_of(const char *string);
bool text_is(Text text, const char *string);
bool text_equal(Text a, Text b);

// A terminated copy in the arena.
char *text_copy(Arena *arena, Text text);

// printf into the arena.
char *text_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Number of characters (code points; a stray byte counts as one).
int text_characters(Text text);

// How many bytes the character at the front of the text has; 0 when it is not UTF-8 (RFC 3629), or there is none.
int text_character_bytes(Text text);

// The name nearest to `word` by edit distance (Damerau 1964: a swap of neighbours is one edit), or
// NULL when none is near enough to be a likely slip: at most a third of the word, and at most 3.
const char *text_nearest(Text word, const char *const *names, int count);

// Text that grows; zero-initialise to begin, builder_free at the end.
typedef struct {
    char *bytes; // terminated once anything was added
    int size, capacity;
} TextBuilder;

void builder_add(TextBuilder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));
void builder_add_text(TextBuilder *builder, Text text);
// As a JSON string (RFC 8259), null for NULL; what is not UTF-8 becomes the replacement character.
void builder_add_json(TextBuilder *builder, const char *string);

Text builder_text(const TextBuilder *builder);
void builder_free(TextBuilder *builder);
