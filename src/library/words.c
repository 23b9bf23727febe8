#include "library/library.h"

#include <ctype.h>
#include <string.h>

// Words after "right" that make it mean "exactly".
static const char *const exactly[] = {"under", "above", "below", "behind", "at", "away", "angle", "angles", "now"};
// Words before a word that make it no side: "all right", "ten seconds left".
static const char *const before_right[] = {"all"};
static const char *const before_left[] = {"seconds", "minutes", "time", "is", "are"};

#define ONE_OF(word, words) is_one_of(word, words, sizeof words / sizeof *words)

// Bytes of the letter that comes next, 0 for anything else; letters of two bytes are those of Latin,
// Greek and Cyrillic script, and longer ones are mostly quotes and dashes.
static int letter_bytes(const char *text) {
    unsigned char first = (unsigned char)text[0];
    if (isalpha(first)) return 1;
    return first >= 0xC3 && first <= 0xDF && ((unsigned char)text[1] & 0xC0) == 0x80 ? 2 : 0;
}

static bool same_word(Text word, const char *other) {
    if (word.size != (int)strlen(other)) return false;
    for (int i = 0; i < word.size; i++) {
        if (tolower((unsigned char)word.bytes[i]) != other[i]) return false;
    }
    return true;
}

static bool is_one_of(Text word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (same_word(word, words[i])) return true;
    }
    return false;
}

static Text word_at(const char *text) {
    int size = 0;
    while (letter_bytes(text + size)) size += letter_bytes(text + size);
    return (Text){text, size};
}

static Text next_word(Text word) {
    const char *at = word.bytes + word.size;
    return *at == ' ' ? word_at(at + 1) : (Text){at, 0};
}

static bool is_side(Text before, Text word, const char *side) {
    if (!same_word(word, side)) return false;
    if (strcmp(side, "left") == 0) return !ONE_OF(before, before_left);
    return !ONE_OF(next_word(word), exactly) && !ONE_OF(before, before_right);
}

// The other word in the case of the first two letters of the one: left Left LEFT.
static void add_like(TextBuilder *out, Text word, const char *other) {
    bool first = isupper((unsigned char)word.bytes[0]), all = first && isupper((unsigned char)word.bytes[1]);
    for (int i = 0; other[i]; i++) {
        builder_add(out, "%c", (all || (first && i == 0)) ? toupper((unsigned char)other[i]) : other[i]);
    }
}

char *library_mirrored_words(Arena *arena, const char *sentence) {
    TextBuilder out = {0};
    Text before = {sentence, 0};
    for (const char *at = sentence; *at;) {
        Text word = word_at(at);
        if (!word.size) {
            builder_add(&out, "%c", *at++);
            continue;
        }
        if (is_side(before, word, "right")) add_like(&out, word, "left");
        else if (is_side(before, word, "left")) add_like(&out, word, "right");
        else builder_add_text(&out, word);
        before = word;
        at += word.size;
    }
    char *mirrored = text_copy(arena, builder_text(&out));
    builder_free(&out);
    return mirrored;
}
