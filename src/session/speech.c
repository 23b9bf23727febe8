#include "session/speech.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

// Fitted to the voice over every sentence of the library (milliseconds): the parts of speech that
// take time, rounded up so that no sentence comes out shorter than it is spoken.
enum {
    SENTENCE_MS = 275,  // to begin and to fade
    SYLLABLE_MS = 141,
    SMALL_SYLLABLE_MS = 227, // of "the", "and": with what joins them to the next word
    WORD_MS = 210,
    CONSONANT_MS = 16,
    COMMA_MS = 399,
    STOP_MS = 160, // beyond the time of a new sentence
    DIGIT_MS = 450,
};

static const char *const small_words[] = {
    "a", "an", "and", "as", "at", "by", "for", "from", "if", "in", "is", "it", "not", "of", "on",
    "or", "the", "then", "to", "with", "you", "your",
};

static bool is_small_word(const char *word, int size) {
    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++) {
        if ((int)strlen(small_words[i]) != size) continue;
        int same = 0;
        while (same < size && tolower((unsigned char)word[same]) == small_words[i][same]) same++;
        if (same == size) return true;
    }
    return false;
}

static bool is_vowel(char letter, bool with_y) {
    char small = (char)tolower((unsigned char)letter);
    return small && (strchr("aeiou", small) || (with_y && small == 'y'));
}

// Groups of vowels, not counting a silent e at the end.
static int syllables(const char *word, int size) {
    int groups = 0;
    for (int i = 0; i < size; i++) groups += is_vowel(word[i], true) && (i == 0 || !is_vowel(word[i - 1], true));
    bool silent_e = size > 2 && tolower((unsigned char)word[size - 1]) == 'e' && !is_vowel(word[size - 2], true) &&
                    tolower((unsigned char)word[size - 2]) != 'l';
    if (silent_e && groups > 1) groups--;
    return groups ? groups : 1;
}

static int word_ms(const char *word, int size) {
    if (is_small_word(word, size)) return SMALL_SYLLABLE_MS * syllables(word, size);
    int ms = WORD_MS + SYLLABLE_MS * syllables(word, size);
    for (int i = 0; i < size; i++) ms += is_vowel(word[i], false) ? 0 : CONSONANT_MS;
    return ms;
}

static bool is_letter(char c) {
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

int session_speech_ms(const char *text) {
    int ms = SENTENCE_MS, pause_ms = 0;
    for (const char *at = text; *at;) {
        int size = 0;
        while (is_letter(at[size])) size++;
        if (size || isdigit((unsigned char)*at)) ms += pause_ms, pause_ms = 0; // a pause at the end is silence
        if (size) ms += word_ms(at, size), at += size;
        else if (isdigit((unsigned char)*at)) ms += DIGIT_MS, at++;
        else if (strchr(",;:", *at)) pause_ms += COMMA_MS, at++;
        else if (strchr(".!?", *at)) pause_ms += STOP_MS, at++;
        else at++;
    }
    return ms;
}

int voice_ms(const Voice *voice, const char *text) {
    const SessionOptions *options = voice->options;
    int ms = options->speech_ms ? options->speech_ms(options->speech_context, text) : session_speech_ms(text);
    return ms > 0 ? ms : 0;
}

const char *voice_number(const Voice *voice, int number) {
    static const char *const ones[] = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    };
    static const char *const tens[] = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    };
    assert(number >= 0 && number < 10000);
    if (number < 20) return ones[number];
    if (number < 100) {
        return number % 10 ? text_format(voice->arena, "%s-%s", tens[number / 10], ones[number % 10]) : tens[number / 10];
    }
    int unit = number < 1000 ? 100 : 1000;
    const char *head = text_format(voice->arena, "%s %s", voice_number(voice, number / unit),
                                   unit == 100 ? "hundred" : "thousand");
    if (number % unit == 0) return head;
    return text_format(voice->arena, "%s %s", head, voice_number(voice, number % unit));
}

const char *voice_sentence(const Voice *voice, const char *words) {
    size_t size = strlen(words);
    bool is_closed = size && strchr(".!?", words[size - 1]);
    char *sentence = text_format(voice->arena, is_closed ? "%s" : "%s.", words);
    sentence[0] = (char)toupper((unsigned char)sentence[0]);
    return sentence;
}

const char *voice_count(const Voice *voice, int number) {
    return voice_sentence(voice, voice_number(voice, number));
}

static const char *amount(const Voice *voice, int number, const char *unit) {
    return text_format(voice->arena, "%s %s%s", voice_number(voice, number), unit, number == 1 ? "" : "s");
}

const char *voice_duration(const Voice *voice, int ms) {
    int seconds = (ms + 500) / 1000;
    if (seconds < 60) return amount(voice, seconds, "second");
    if (seconds % 60 == 0) return amount(voice, seconds / 60, "minute");
    return text_format(voice->arena, "%s, %s", amount(voice, seconds / 60, "minute"), amount(voice, seconds % 60, "second"));
}

const char *voice_name(const Voice *voice, const char *name, bool each_side, Side side) {
    if (!each_side) return voice_sentence(voice, name);
    return text_format(voice->arena, "%s, %s side.", name, side == LEFT ? "left" : "right");
}

const char *voice_side(Side side) {
    return side == LEFT ? "Now the left side." : "Now the right side.";
}

const char *voice_for_side(const Voice *voice, const char *sentence, Side side) {
    return side == LEFT ? library_mirrored_words(voice->arena, sentence) : sentence;
}
