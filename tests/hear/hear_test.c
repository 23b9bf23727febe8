// Commands are spoken by the synthesiser of `sound`, which stands in for a person.
#include "hear/listener.h"
#include "hear/utterance.h"
#include "sound/speak.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

enum { ROOM = HEAR_RATE * 8, BLOCK = HEAR_RATE / 60 };

typedef struct {
    int16_t samples[ROOM];
    int count;
} Room;

static Room room;

// The quiet of a room, seeded (Knuth 1997, linear congruential).
static void add_quiet(int ms) {
    uint32_t chance = 1;
    for (int i = 0; i < ms * (HEAR_RATE / 1000) && room.count < ROOM; i++) {
        chance = chance * 1664525u + 1013904223u;
        room.samples[room.count++] = (int16_t)((int)(chance >> 27) - 16);
    }
}

static void add_tone(int ms, double hz) {
    for (int i = 0; i < ms * (HEAR_RATE / 1000) && room.count < ROOM; i++) {
        room.samples[room.count++] = (int16_t)(6000.0 * sin(2.0 * 3.14159265358979 * hz * i / HEAR_RATE));
    }
}

// From 48 to 16 kHz; the voice has nothing above 8.
static void add_words(const char *words) {
    SoundClip clip = speak_text(words);
    for (int i = 0; i + 2 < clip.count && room.count < ROOM; i += 3) {
        float mean = (clip.samples[i] + clip.samples[i + 1] + clip.samples[i + 2]) / 3.0f;
        room.samples[room.count++] = (int16_t)(mean * 20000.0f);
    }
    speak_free(&clip);
}

// Utterances in the room, cut in blocks of an odd size.
static int count_utterances(int *longest) {
    static Utterance utterance;
    utterance_start(&utterance);
    int found = 0;
    *longest = 0;
    for (int at = 0; at < room.count;) {
        bool done;
        int block = room.count - at < 77 ? room.count - at : 77;
        at += utterance_take(&utterance, room.samples + at, block, &done);
        if (!done) continue;
        found++;
        if (utterance.kept_count > *longest) *longest = utterance.kept_count;
        utterance_forget(&utterance);
    }
    return found;
}

static int empty_room(void **state) {
    (void)state;
    room.count = 0;
    return 0;
}

static void test_a_room_without_a_voice_has_no_utterance(void **state) {
    (void)state;
    add_quiet(3000);
    int longest;
    assert_int_equal(count_utterances(&longest), 0);
}

static void test_each_short_sound_is_one_utterance(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++) {
        add_quiet(800);
        add_tone(400, 300.0);
    }
    add_quiet(800);
    int longest;
    assert_int_equal(count_utterances(&longest), 3);
    assert_in_range(longest, HEAR_RATE * 65 / 100, HEAR_RATE * 11 / 10); // with what was before it and after it
}

static void test_a_click_and_a_long_sound_are_left_out(void **state) {
    (void)state;
    add_quiet(800);
    add_tone(50, 300.0);
    add_quiet(800);
    add_tone(3000, 300.0);
    add_quiet(800);
    int longest;
    assert_int_equal(count_utterances(&longest), 0);
}

static void test_a_machine_that_hums_becomes_part_of_the_quiet(void **state) {
    (void)state;
    add_tone(7000, 150.0);
    static Utterance utterance;
    utterance_start(&utterance);
    bool done;
    for (int at = 0; at < room.count;) at += utterance_take(&utterance, room.samples + at, room.count - at, &done);
    assert_true(utterance.quiet_db > -45.0);
}

static void wait_ms(int ms) {
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
}

// Feeds the room as fast as it can, then waits for what is recognised.
static Heard heard_in_room(Listener *listener, bool speaks) {
    for (int at = 0; at < room.count; at += BLOCK) {
        int block = room.count - at < BLOCK ? room.count - at : BLOCK;
        listener_feed(listener, room.samples + at, block, speaks);
    }
    Heard heard = HEARD_NOTHING;
    for (int i = 0; i < 40 && !heard; i++) {
        heard = listener_take(listener);
        if (!heard) wait_ms(20);
    }
    return heard;
}

static Heard say(Listener *listener, const char *words, bool speaks) {
    room.count = 0;
    add_quiet(600);
    add_words(words);
    add_quiet(600);
    return heard_in_room(listener, speaks);
}

static Listener *open_listener(void) {
    Listener *listener;
    Error error = {0};
    if (!listener_open(&listener, &error)) fail_msg("%s", error.sentence);
    wait_ms(400);
    if (listener_has_failed(listener, &error)) {
        print_message("%s\n", error.sentence);
        listener_close(listener);
        skip();
    }
    return listener;
}

static void test_every_command_is_heard(void **state) {
    (void)state;
    Listener *listener = open_listener();
    for (int i = 1; i < HEARD_COUNT; i++) assert_string_equal(heard_words[say(listener, heard_words[i], false)], heard_words[i]);
    listener_close(listener);
}

static void test_other_words_are_no_commands(void **state) {
    (void)state;
    static const char *const others[] = {"what time is it", "hello there", "oh my knee", "where are my keys",
                                         "the weather is lovely", "my back feels better", "thank you", "dinner is ready"};
    Listener *listener = open_listener();
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Heard heard = say(listener, others[i], false);
        if (heard) fail_msg("'%s' was taken for '%s'", others[i], heard_words[heard]);
    }
    listener_close(listener);
}

static void test_the_coach_does_not_command_herself(void **state) {
    (void)state;
    Listener *listener = open_listener();
    assert_int_equal(say(listener, "pause", true), HEARD_NOTHING);
    // Her voice still rings in the room just after she ended; later a person may speak.
    room.count = 0;
    add_words("stop");
    room.count = room.count < HEAR_RATE / 3 ? room.count : HEAR_RATE / 3;
    add_quiet(600);
    assert_int_equal(heard_in_room(listener, false), HEARD_NOTHING);
    assert_int_equal(say(listener, "go on", false), HEARD_GO_ON);
    listener_close(listener);
}

static void test_leaving_forgets_what_waits(void **state) {
    (void)state;
    Listener *listener = open_listener();
    for (int i = 0; i < 10; i++) {
        room.count = 0;
        add_quiet(600);
        add_words("repeat");
        add_quiet(600);
        listener_feed(listener, room.samples, room.count, false);
    }
    listener_close(listener);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_a_room_without_a_voice_has_no_utterance, empty_room),
        cmocka_unit_test_setup(test_each_short_sound_is_one_utterance, empty_room),
        cmocka_unit_test_setup(test_a_click_and_a_long_sound_are_left_out, empty_room),
        cmocka_unit_test_setup(test_a_machine_that_hums_becomes_part_of_the_quiet, empty_room),
        cmocka_unit_test(test_every_command_is_heard),
        cmocka_unit_test(test_other_words_are_no_commands),
        cmocka_unit_test(test_the_coach_does_not_command_herself),
        cmocka_unit_test(test_leaving_forgets_what_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
