#include "session/speech.h"

#include "session/shape.h"
#include "session/timing.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>
#include <string.h>

// Fitted over every sentence of the library to the voice at the tempo it is used at (milliseconds),
// and rounded up, so that no sentence comes out shorter than it is spoken and few by more than half longer.
enum {
    SENTENCE_MS = 324, // to begin and to fade
    WORD_MS = 284,     // with its first syllable
    SYLLABLE_MS = 51,  // each one more
    LONG_VOWEL_MS = 56,
    STOP_MS = 20,      // p, t, k
    CONTINUANT_MS = 54, // s, l, m
    SMALL_SYLLABLE_MS = 253, // of "with" and "from", which have no stress
    TINY_SYLLABLE_MS = 177,  // of "the" and "to"
    DRAWN_MS = 57,     // for words that sound longer than they are written
    LONG_DRAWN_MS = 175, // and for those that sound much longer
    COMMA_MS = 352,
    FULL_STOP_MS = 51, // beyond the time of a new sentence
    DIGIT_MS = 450,
};

enum { NUMBER_MAX = 9999 }; // that has words

static const char *const tiny_words[] = {"a", "eight", "other", "the", "to", "you", NULL};
static const char *const small_words[] = {
    "an", "and", "as", "at", "by", "for", "from", "if", "in", "is", "it", "not", "of", "on", "or",
    "then", "with", "your", NULL,
};
static const char *const drawn_words[] = {
    "blades", "buttocks", "cat", "chest", "cow", "fifty", "five", "four", "knees", "last", "nine", "off", "one",
    "push", "seven", "sides", "six", "slowly", "squeeze", "stretch", "tailbone", "tilt", "toes", NULL,
};
static const char *const long_drawn_words[] = {
    "eighteen", "fifteen", "fourteen", "nineteen", "rest", "seconds", "seventeen", "sixteen", "thirteen", NULL,
};
static const char *const long_vowels[] = {"ai", "ar", "ay", "ea", "ee", "igh", "oa", "oo", "or", "ou", "ow", NULL};

// One word in small letters; longer ones are cut, which only makes them a little too short.
typedef struct {
    char letters[24];
    int size;
} Word;

static bool is_one_of(const Word *word, const char *const *words) {
    for (; *words; words++) {
        if (strcmp(word->letters, *words) == 0) return true;
    }
    return false;
}

static bool is_in(char letter, const char *letters) {
    return letter && strchr(letters, letter) != NULL;
}

static bool ends_in_silent_e(const Word *word) {
    return word->size > 2 && word->letters[word->size - 1] == 'e' && !is_in(word->letters[word->size - 2], "aeiouyl");
}

// Groups of vowels, not counting a silent e at the end.
static int syllables(const Word *word) {
    int groups = 0;
    for (int i = 0; i < word->size; i++) {
        groups += is_in(word->letters[i], "aeiouy") && !(i && is_in(word->letters[i - 1], "aeiouy"));
    }
    if (ends_in_silent_e(word) && groups > 1) groups--;
    return groups ? groups : 1;
}

static int vowels_drawn(const Word *word) {
    int found = 0;
    for (int i = 0; i < word->size; i++) {
        for (const char *const *vowel = long_vowels; *vowel; vowel++) {
            size_t size = strlen(*vowel);
            if (strncmp(word->letters + i, *vowel, size) != 0) continue;
            found++;
            i += (int)size - 1;
            break;
        }
    }
    return found + (ends_in_silent_e(word) && is_in(word->letters[word->size - 3], "aeiou"));
}

static int word_ms(const Word *word) {
    if (is_one_of(word, tiny_words)) return TINY_SYLLABLE_MS * syllables(word);
    if (is_one_of(word, small_words)) return SMALL_SYLLABLE_MS * syllables(word);
    int ms = WORD_MS + SYLLABLE_MS * (syllables(word) - 1) + LONG_VOWEL_MS * vowels_drawn(word);
    if (is_one_of(word, drawn_words)) ms += DRAWN_MS;
    if (is_one_of(word, long_drawn_words)) ms += LONG_DRAWN_MS;
    for (int i = 0; i < word->size; i++) {
        if (is_in(word->letters[i], "bcdghkpqtwy")) ms += STOP_MS;
        else if (!is_in(word->letters[i], "aeiou")) ms += CONTINUANT_MS;
    }
    return ms;
}

static const char *read_word(const char *text, Word *word) {
    *word = (Word){.size = 0};
    for (; isalpha((unsigned char)*text); text++) {
        if (word->size == (int)sizeof word->letters - 1) continue;
        word->letters[word->size++] = (char)tolower((unsigned char)*text);
    }
    return text;
}

int session_speech_ms(const char *text) {
    int ms = SENTENCE_MS, pause_ms = 0; // a pause is heard only when something follows
    while (*text) {
        Word word;
        const char *after = read_word(text, &word);
        if (word.size) ms += pause_ms + word_ms(&word), pause_ms = 0;
        else if (isdigit((unsigned char)*text)) ms += pause_ms + DIGIT_MS, pause_ms = 0;
        else if (is_in(*text, ",;:")) pause_ms += COMMA_MS;
        else if (is_in(*text, ".!?")) pause_ms += FULL_STOP_MS;
        text = word.size ? after : text + 1;
    }
    return ms;
}

const char voice_half_way[] = "Half way.", voice_last_one[] = "Last one.", voice_end[] = "That is it. Well done.";
const char voice_stand_on_mat[] = "Stand on your mat.", voice_stand_at_chair[] = "Stand in front of your chair.";
const char voice_fitted[] = "This session is fitted to you.";
const char voice_stop_if_it_hurts[] = "Stop at once if anything hurts.";
const char voice_only_on_muscle[] = "Roll on muscle only, slowly, and never into sharp pain.";

int voice_ms(const Voice *voice, const char *text) {
    const SessionOptions *options = voice->options;
    int ms = options->speech_ms ? options->speech_ms(options->speech_context, text) : session_speech_ms(text);
    return ms > 0 ? ms : 0;
}

// "forty-five"
static const char *number_words(const Voice *voice, int number) {
    static const char *const ones[] = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    };
    static const char *const tens[] = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    };
    assert(number >= 0 && number <= NUMBER_MAX);
    if (number < 20) return ones[number];
    if (number < 100) {
        const char *ten = tens[number / 10];
        return number % 10 ? text_format(voice->arena, "%s-%s", ten, ones[number % 10]) : ten;
    }
    int unit = number < 1000 ? 100 : 1000;
    const char *head = text_format(voice->arena, "%s %s", number_words(voice, number / unit),
                                   unit == 100 ? "hundred" : "thousand");
    if (number % unit == 0) return head;
    return text_format(voice->arena, "%s %s", head, number_words(voice, number % unit));
}

const char *voice_sentence(const Voice *voice, const char *words) {
    size_t size = strlen(words);
    bool is_closed = size && strchr(".!?", words[size - 1]);
    char *sentence = text_format(voice->arena, is_closed ? "%s" : "%s.", words);
    sentence[0] = (char)toupper((unsigned char)sentence[0]);
    return sentence;
}

const char *voice_count(const Voice *voice, int number) {
    return voice_sentence(voice, number_words(voice, number));
}

static const char *amount(const Voice *voice, int number, const char *unit) {
    return text_format(voice->arena, "%s %s%s", number_words(voice, number), unit, number == 1 ? "" : "s");
}

// "one minute, thirty seconds"
static const char *duration_words(const Voice *voice, int ms) {
    int seconds = (ms + 500) / 1000;
    if (seconds < 60) return amount(voice, seconds, "second");
    if (seconds % 60 == 0) return amount(voice, seconds / 60, "minute");
    return text_format(voice->arena, "%s, %s", amount(voice, seconds / 60, "minute"),
                       amount(voice, seconds % 60, "second"));
}

const char *voice_name(const Voice *voice, const char *name, bool each_side, Side side) {
    if (!each_side) return voice_sentence(voice, name);
    return text_format(voice->arena, "%s, %s side.", name, side == LEFT ? "left" : "right");
}

const char *voice_next(const Voice *voice, const char *name) {
    return voice_sentence(voice, text_format(voice->arena, "Next: %s", name));
}

const char *voice_next_set(const Voice *voice, int set, int sets, bool names_side, Side side) {
    const char *next = text_format(voice->arena, "Next: set %s of %s", number_words(voice, set), number_words(voice, sets));
    return voice_name(voice, next, names_side, side);
}

const char *voice_round(const Voice *voice, int round, int rounds) {
    return text_format(voice->arena, "Round %s of %s.", number_words(voice, round), number_words(voice, rounds));
}

const char *voice_rest(const Voice *voice, int ms) {
    if (!ms) return "Rest.";
    return text_format(voice->arena, "Rest. %s", voice_sentence(voice, duration_words(voice, ms)));
}

// Holds and quick steps by the clock, all else by its number.
static const char *one_set(const Voice *voice, const Move *move, const Dose *dose) {
    Shape shape = shape_of(move, dose);
    if (move->mode == MODE_HOLD) return text_format(voice->arena, "Hold for %s", duration_words(voice, dose->hold_ms));
    int times = dose->reps < NUMBER_MAX ? dose->reps : NUMBER_MAX;
    if (shape_counted_every(&shape) == 1) return times == 1 ? "Once" : amount(voice, times, "time");
    int64_t ms = dose->reps * shape.length_ms;
    if (ms > 10000) ms = (ms + 2500) / 5000 * 5000;
    return text_format(voice->arena, "For about %s", duration_words(voice, ms < LONGEST_SESSION_MS ? (int)ms : LONGEST_SESSION_MS));
}

const char *voice_dose(const Voice *voice, const Move *move, const Dose *dose) {
    const char *set = voice_sentence(voice, one_set(voice, move, dose));
    if (dose->sets < 2) return set;
    int sets = dose->sets < NUMBER_MAX ? dose->sets : NUMBER_MAX;
    return text_format(voice->arena, "%s %s", set, voice_sentence(voice, amount(voice, sets, "set")));
}

const char *voice_side(Side side) {
    return side == LEFT ? "Now the left side." : "Now the right side.";
}

const char *voice_for_side(const Voice *voice, const char *sentence, Side side) {
    return side == LEFT ? library_mirrored_words(voice->arena, sentence) : sentence;
}

const char *session_easier(Arena *arena, const Library *library, const Move *move, Side side) {
    const Form *form = &move->easier;
    const Move *other = form->id && library ? library_move(library, text_of(form->id)) : NULL;
    if (form->words) {
        const char *words = text_format(arena, "Easier: %s", form->words);
        return side == LEFT ? library_mirrored_words(arena, words) : words;
    }
    return other ? text_format(arena, "Easier: %s.", other->name) : NULL;
}
