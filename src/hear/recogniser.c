#include "hear/recogniser.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const heard_words[HEARD_COUNT] = {
    [HEARD_PAUSE] = "pause", [HEARD_GO_ON] = "go on", [HEARD_NEXT] = "next", [HEARD_BACK] = "back",
    [HEARD_REPEAT] = "repeat", [HEARD_EASIER] = "easier",
    [HEARD_HURTS] = "this hurts", [HEARD_STOP] = "stop",
};

#ifdef LIMBER_HEARS

#include <pocketsphinx.h>
#include <sphinxbase/err.h>
#include <sphinxbase/fsg_model.h>

struct Recogniser {
    ps_decoder_t *decoder;
};

// A word as the recogniser knows it, with its phones in American English (the alphabet of the CMU dictionary).
// A second way of saying it has a number after it.
static const struct {
    const char *word, *phones;
} pronunciations[] = {
    {"pause", "P AO Z"}, {"go", "G OW"}, {"on", "AA N"}, {"on(2)", "AO N"}, {"next", "N EH K S T"},
    {"next(2)", "N EH K S"}, {"back", "B AE K"}, {"repeat", "R IH P IY T"}, {"repeat(2)", "R IY P IY T"},
    {"easier", "IY Z IY ER"}, {"this", "DH IH S"}, {"hurts", "HH ER T S"}, {"stop", "S T AA P"},
};

static const char *const phones[] = {
    "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY", "JH", "K",
    "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH",
};

// Chosen on 80 commands and 200 other short utterances of ten voices: one phone of the filler costs as much as
// hits begin to be missed. Dearer, and other speech is taken for commands.
static const double PHONE_CHANCE = 0.01, COMMAND_CHANCE = 0.1;
static const float LANGUAGE_WEIGHT = 6.5f;

// States of the grammar: from BEGIN to END through a command, or through phones any number of times.
enum { BEGIN, END, FILLER, PHONE, GO, THIS, STATES };

static const struct {
    int from, to;
    double chance;
    const char *word;
} commands[] = {
    {BEGIN, END, COMMAND_CHANCE, "pause"}, {BEGIN, END, COMMAND_CHANCE, "next"},
    {BEGIN, END, COMMAND_CHANCE, "back"}, {BEGIN, END, COMMAND_CHANCE, "repeat"},
    {BEGIN, END, COMMAND_CHANCE, "stop"}, {BEGIN, END, COMMAND_CHANCE, "easier"}, {BEGIN, GO, COMMAND_CHANCE, "go"}, {GO, END, 1.0, "on"},
    {BEGIN, THIS, COMMAND_CHANCE, "this"}, {THIS, END, 1.0, "hurts"},
};

#define COUNT(table) ((int)(sizeof(table) / sizeof(table)[0]))

// A phone as a word of its own: "_AA".
static void phone_word(char word[8], const char *phone) {
    snprintf(word, 8, "_%s", phone);
}

static void add_words(ps_decoder_t *decoder) {
    char word[8];
    for (int i = 0; i < COUNT(pronunciations); i++) {
        ps_add_word(decoder, pronunciations[i].word, pronunciations[i].phones, FALSE);
    }
    for (int i = 0; i < COUNT(phones); i++) {
        phone_word(word, phones[i]);
        ps_add_word(decoder, word, phones[i], FALSE);
    }
}

static int weight_of(const fsg_model_t *grammar, logmath_t *log, double chance) {
    return (int)((float)logmath_log(log, chance) * grammar->lw);
}

static fsg_model_t *make_grammar(ps_decoder_t *decoder) {
    logmath_t *log = ps_get_logmath(decoder);
    fsg_model_t *grammar = fsg_model_init("commands", log, LANGUAGE_WEIGHT, STATES);
    grammar->start_state = BEGIN;
    grammar->final_state = END;
    for (int i = 0; i < COUNT(commands); i++) {
        fsg_model_trans_add(grammar, commands[i].from, commands[i].to, weight_of(grammar, log, commands[i].chance),
                            fsg_model_word_add(grammar, commands[i].word));
    }
    char word[8];
    for (int i = 0; i < COUNT(phones); i++) {
        phone_word(word, phones[i]);
        fsg_model_trans_add(grammar, FILLER, PHONE, weight_of(grammar, log, PHONE_CHANCE),
                            fsg_model_word_add(grammar, word));
    }
    static const int free_ways[][2] = {{BEGIN, FILLER}, {PHONE, FILLER}, {PHONE, END}};
    for (int i = 0; i < COUNT(free_ways); i++) fsg_model_null_trans_add(grammar, free_ways[i][0], free_ways[i][1], 0);
    glist_free(fsg_model_null_trans_closure(grammar, NULL));
    return grammar;
}

static ps_decoder_t *make_decoder(void) {
    err_set_logfp(NULL);
    cmd_ln_t *how = cmd_ln_init(NULL, ps_args(), TRUE, "-hmm", LIMBER_HEAR_MODEL, "-fillprob", "1e-8", "-beam", "1e-60",
                                "-wbeam", "1e-40", "-bestpath", "no", NULL);
    ps_decoder_t *decoder = how ? ps_init(how) : NULL;
    if (how) cmd_ln_free_r(how);
    return decoder;
}

bool recogniser_open(Recogniser **recogniser, Error *error) {
    *recogniser = NULL;
    ps_decoder_t *decoder = make_decoder();
    if (!decoder) {
        return error_set(error, "voice commands are off: %s cannot be read; install the package pocketsphinx-en-us",
                         LIMBER_HEAR_MODEL);
    }
    add_words(decoder);
    fsg_model_t *grammar = make_grammar(decoder);
    bool set = ps_set_fsg(decoder, "commands", grammar) == 0 && ps_set_search(decoder, "commands") == 0;
    fsg_model_free(grammar);
    if (!set) {
        ps_free(decoder);
        return error_set(error, "voice commands are off: the recogniser does not take the list of commands");
    }
    *recogniser = calloc(1, sizeof **recogniser);
    if (!*recogniser) abort();
    (*recogniser)->decoder = decoder;
    return true;
}

void recogniser_close(Recogniser *recogniser) {
    if (!recogniser) return;
    ps_free(recogniser->decoder);
    free(recogniser);
}

static Heard command_of(const char *words) {
    for (int i = 1; i < HEARD_COUNT; i++) {
        if (words && strcmp(words, heard_words[i]) == 0) return (Heard)i;
    }
    return HEARD_NOTHING;
}

Heard recogniser_hear(Recogniser *recogniser, const int16_t *samples, int count) {
    ps_decoder_t *decoder = recogniser->decoder;
    if (ps_start_utt(decoder) != 0) return HEARD_NOTHING;
    ps_process_raw(decoder, samples, (size_t)count, FALSE, TRUE);
    ps_end_utt(decoder);
    int score;
    return command_of(ps_get_hyp(decoder, &score));
}

#else

bool recogniser_open(Recogniser **recogniser, Error *error) {
    *recogniser = NULL;
    return error_set(error, "voice commands are off: this Limber was built without them (pocketsphinx was not there)");
}

void recogniser_close(Recogniser *recogniser) {
    assert(!recogniser);
}

Heard recogniser_hear(Recogniser *recogniser, const int16_t *samples, int count) {
    (void)recogniser, (void)samples, (void)count;
    return HEARD_NOTHING;
}

#endif
