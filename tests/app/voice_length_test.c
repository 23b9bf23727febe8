// The plan of a session rests on an estimate of how long the voice takes. Here it is held against the voice.
#include "library/way.h"
#include "session/session.h"
#include "sound/speak.h"

#include "support/shipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct {
    double allowed; // largest good estimate by what it really takes
    int sentences, too_short, too_long;
    double least, most; // estimate by what it really takes
} Tally;

static void compare(const char *text, Tally *tally) {
    int spoken_ms = speak_length_ms(text), estimate_ms = session_speech_ms(text);
    if (spoken_ms == 0) fail_msg("nothing is spoken of '%s'", text);
    double share = (double)estimate_ms / spoken_ms;
    bool is_short = estimate_ms < spoken_ms, is_long = share > tally->allowed;
    if (is_short || is_long) print_message("%d ms spoken, %d ms estimated: %s\n", spoken_ms, estimate_ms, text);
    tally->sentences++;
    tally->too_short += is_short;
    tally->too_long += is_long;
    if (tally->least == 0 || share < tally->least) tally->least = share;
    if (share > tally->most) tally->most = share;
}

static void print_tally(const char *what, const Tally *tally) {
    print_message("%s: %d sentences, estimate %.2f to %.2f of what is spoken\n", what, tally->sentences, tally->least,
                  tally->most);
}

static void test_sentences_of_moves_fit_their_estimate(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    Tally tally = {.allowed = 1.55};
    assert_true(shipped_read(&arena, &library));
    for (int m = 0; m < library.moves.count; m++) {
        const Move *move = library.moves.items[m];
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (!move->cues[slot]) continue;
            compare(move->cues[slot], &tally);
            compare(library_mirrored_words(&arena, move->cues[slot]), &tally);
        }
    }
    for (int w = 0; w < library.ways.count; w++) {
        const Way *way = library.ways.items[w];
        for (int i = 0; i < way->sayings.count; i++) {
            compare(way->sayings.items[i].text, &tally);
            compare(library_mirrored_words(&arena, way->sayings.items[i].text), &tally);
        }
    }
    print_tally("moves and ways", &tally);
    assert_true(tally.sentences > 0);
    assert_int_equal(tally.too_short, 0);
    assert_int_equal(tally.too_long, 0);
    arena_free(&arena);
}

// Names, counts and the sentences of routines: none may run into what comes after it.
static void test_what_sessions_say_is_never_longer_than_planned(void **state) {
    (void)state;
    Arena arena = {0};
    Library library = {0};
    Tally tally = {.allowed = 2}; // single words begin and fade like sentences
    assert_true(shipped_read(&arena, &library));
    for (int r = 0; r < library.routines.count; r++) {
        const Routine *routine = library.routines.items[r];
        SessionOptions options = {.level = routine->level, .library = &library};
        Session session = {0};
        Error error = {0};
        if (!session_compile(&arena, routine, &options, &session, &error)) fail_msg("%s", error.sentence);
        for (int c = 0; c < session.cues.count; c++) {
            CueKind kind = session.cues.items[c].kind;
            bool own = kind == CUE_NAME || kind == CUE_SAY || kind == CUE_NEXT || kind == CUE_REST || kind == CUE_SECONDS;
            if (own && session.cues.items[c].text) compare(session.cues.items[c].text, &tally);
        }
    }
    print_tally("sessions", &tally);
    assert_true(tally.sentences > 0);
    assert_int_equal(tally.too_short, 0);
    assert_int_equal(tally.too_long, 0);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences_of_moves_fit_their_estimate),
        cmocka_unit_test(test_what_sessions_say_is_never_longer_than_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
