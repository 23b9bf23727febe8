#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Text text_of(const char *string) {
    return (Text){string, (int)strlen(string)};
}

bool text_is(Text text, const char *string) {
    return text_equal(text, text_of(string));
}

bool text_equal(Text a, Text b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, (size_t)a.size) == 0);
}

char *text_copy(Arena *arena, Text text) {
    char *copy = arena_alloc(arena, (size_t)text.size + 1);
    if (text.size) memcpy(copy, text.bytes, (size_t)text.size);
    return copy;
}

char *text_format(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

int text_character_bytes(Text text) {
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    if (text.size < 1) return 0;
    if (bytes[0] < 0x80) return 1;
    int length = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || length > text.size) return 0;
    for (int i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return 0;
    }
    bool is_overlong = (bytes[0] == 0xE0 && bytes[1] < 0xA0) || (bytes[0] == 0xF0 && bytes[1] < 0x90);
    bool is_outside = (bytes[0] == 0xED && bytes[1] > 0x9F) || (bytes[0] == 0xF4 && bytes[1] > 0x8F);
    return is_overlong || is_outside ? 0 : length;
}

int text_characters(Text text) {
    int characters = 0;
    for (int i = 0; i < text.size; i++) characters += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
    return characters;
}

enum { LONGEST_NAME = 64 };

static int smaller(int a, int b) {
    return a < b ? a : b;
}

// Optimal string alignment: insert, delete, replace, or swap neighbours, one edit each.
static int edit_distance(Text a, Text b) {
    int rows[3][LONGEST_NAME + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= b.size; j++) above[j] = j;
    for (int i = 1; i <= a.size; i++) {
        row[0] = i;
        for (int j = 1; j <= b.size; j++) {
            int differs = a.bytes[i - 1] != b.bytes[j - 1];
            row[j] = smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + differs);
            bool swapped = i > 1 && j > 1 && a.bytes[i - 1] == b.bytes[j - 2] && a.bytes[i - 2] == b.bytes[j - 1];
            if (swapped) row[j] = smaller(row[j], before[j - 2] + 1);
        }
        int *oldest = before;
        before = above, above = row, row = oldest;
    }
    return above[b.size];
}

const char *text_nearest(Text word, const char *const *names, int count) {
    if (word.size > LONGEST_NAME) return NULL;
    int nearest = smaller(3, (word.size + 2) / 3) + 1;
    const char *found = NULL;
    for (int i = 0; i < count; i++) {
        Text name = text_of(names[i]);
        if (name.size > LONGEST_NAME || abs(name.size - word.size) >= nearest) continue;
        int distance = edit_distance(word, name);
        if (distance < nearest) nearest = distance, found = names[i];
    }
    return found;
}

static void reserve(TextBuilder *builder, int more) {
    int needed = builder->size + more + 1;
    if (needed <= builder->capacity) return;
    int capacity = builder->capacity ? builder->capacity : 256;
    while (capacity < needed) capacity *= 2;
    char *bytes = realloc(builder->bytes, (size_t)capacity);
    if (!bytes) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    builder->bytes = bytes;
    builder->capacity = capacity;
}

void builder_add(TextBuilder *builder, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    reserve(builder, size);
    vsnprintf(builder->bytes + builder->size, (size_t)size + 1, format, again);
    va_end(again);
    builder->size += size;
}

void builder_add_text(TextBuilder *builder, Text text) {
    reserve(builder, text.size);
    if (text.size) memcpy(builder->bytes + builder->size, text.bytes, (size_t)text.size);
    builder->size += text.size;
    builder->bytes[builder->size] = '\0';
}

void builder_add_json(TextBuilder *builder, const char *string) {
    if (!string) {
        builder_add(builder, "null");
        return;
    }
    builder_add(builder, "\"");
    for (Text rest = text_of(string); rest.size;) {
        int bytes = text_character_bytes(rest);
        if (!bytes) builder_add(builder, "\\ufffd");
        else if (*rest.bytes == '"' || *rest.bytes == '\\') builder_add(builder, "\\%c", *rest.bytes);
        else if ((unsigned char)*rest.bytes < 0x20) builder_add(builder, "\\u%04x", (unsigned)*rest.bytes);
        else builder_add_text(builder, (Text){rest.bytes, bytes});
        rest = (Text){rest.bytes + (bytes ? bytes : 1), rest.size - (bytes ? bytes : 1)};
    }
    builder_add(builder, "\"");
}

Text builder_text(const TextBuilder *builder) {
    return (Text){builder->bytes ? builder->bytes : "", builder->size};
}

void builder_free(TextBuilder *builder) {
    free(builder->bytes);
    *builder = (TextBuilder){0};
}
