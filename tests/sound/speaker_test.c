#include "base/file.h"
#include "sound/speak.h"
#include "sound/speaker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

static void wait_ms(int ms) {
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000L}, NULL);
}

static bool take_within(Speaker *speaker, const char *text, int limit_ms, SoundClip *clip) {
    for (int waited_ms = 0; waited_ms < limit_ms; waited_ms += 2) {
        if (speaker_take(speaker, text, clip)) return true;
        wait_ms(2);
    }
    return false;
}

static void test_in_the_background_texts_are_ready_later(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(true, NULL);
    SoundClip clip, again;
    assert_true(speaker_request(speaker, "Lift your hips."));
    assert_true(speaker_request(speaker, "Lower."));
    assert_true(take_within(speaker, "Lift your hips.", 20000, &clip));
    assert_true(take_within(speaker, "Lift your hips.", 20000, &again));
    assert_ptr_equal(clip.samples, again.samples);
    SoundClip direct = {0};
    assert_true(take_within(speaker, "Lower.", 20000, &direct));
    assert_true(take_within(speaker, "...", 20000, &again));
    assert_int_equal(again.count, 0);
    speaker_release(speaker, again);
    speaker_release(speaker, direct);
    speaker_release(speaker, clip);
    speaker_release(speaker, clip);
    speaker_close(speaker);
    // The same sound as spoken directly (and only now: one thread at a time).
    direct = speak_text("Lift your hips.");
    assert_true(direct.count > 0);
    speak_free(&direct);
}

static void test_at_once_without_a_thread(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(false, NULL);
    SoundClip clip, direct = speak_text("Half way.");
    assert_true(speaker_take(speaker, "Half way.", &clip));
    assert_int_equal(clip.count, direct.count);
    assert_memory_equal(clip.samples, direct.samples, sizeof(float) * (size_t)clip.count);
    assert_int_equal(speaker_bytes(speaker), sizeof(float) * (size_t)clip.count);
    speaker_release(speaker, clip);
    speak_free(&direct);
    speaker_close(speaker);
}

static void test_memory_is_bounded_and_held_clips_stay(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(false, NULL);
    SoundClip held, clip;
    assert_true(speaker_take(speaker, "This one is being played.", &held));
    float middle = held.samples[held.count / 2];
    int64_t spoken = 0;
    for (int i = 0; spoken < 3 * SPEAKER_CACHE_BYTES / 2; i++) {
        char text[100];
        snprintf(text, sizeof text, "Number %d of a great many long sentences about nothing in particular.", i);
        assert_true(speaker_take(speaker, text, &clip));
        speaker_release(speaker, clip);
        spoken += (int64_t)sizeof(float) * clip.count;
        assert_true(speaker_bytes(speaker) <= SPEAKER_CACHE_BYTES);
    }
    SoundClip still;
    assert_true(speaker_take(speaker, "This one is being played.", &still));
    assert_ptr_equal(still.samples, held.samples);
    assert_float_equal(still.samples[still.count / 2], middle, 0);
    speaker_release(speaker, still);
    speaker_release(speaker, held);
    speaker_close(speaker);
}

static void test_what_is_used_often_is_kept(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(false, NULL);
    SoundClip first, clip;
    assert_true(speaker_take(speaker, "Two.", &first));
    speaker_release(speaker, first);
    for (int i = 0; i < 60; i++) {
        char text[100];
        snprintf(text, sizeof text, "Sentence number %d is spoken once and never again after that.", i);
        assert_true(speaker_take(speaker, text, &clip));
        speaker_release(speaker, clip);
        assert_true(speaker_take(speaker, "Two.", &clip));
        assert_ptr_equal(clip.samples, first.samples);
        speaker_release(speaker, clip);
    }
    speaker_close(speaker);
}

static void test_requests_are_bounded_and_forgotten(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(false, NULL); // nobody speaks before it is taken, so requests pile up
    char text[40];
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        snprintf(text, sizeof text, "%d", i);
        assert_true(speaker_request(speaker, text));
        assert_true(speaker_request(speaker, text));
    }
    assert_false(speaker_request(speaker, "one too many"));
    SoundClip clip;
    assert_false(speaker_take(speaker, "one too many", &clip));
    speaker_forget_requests(speaker);
    assert_true(speaker_take(speaker, "one too many", &clip));
    speaker_release(speaker, clip);
    speaker_close(speaker);
}

// More than is spoken in a second. Returns the last of it.
static const char *request_many(Speaker *speaker) {
    static char text[100];
    for (int i = 0; i < 200; i++) {
        snprintf(text, sizeof text, "Sentence %d, which is going to take some time to be spoken.", i);
        assert_true(speaker_request(speaker, text));
    }
    return text;
}

static void test_what_is_taken_is_spoken_first(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(true, NULL);
    const char *text = request_many(speaker);
    SoundClip clip, last;
    assert_true(speaker_request(speaker, "Rest."));
    assert_true(take_within(speaker, "Rest.", 20000, &clip));
    assert_false(speaker_take(speaker, text, &last)); // asked for before, and still waiting
    speaker_release(speaker, clip);
    speaker_close(speaker);
}

static void test_closing_with_work_left_is_quick(void **state) {
    (void)state;
    Speaker *speaker = speaker_open(true, NULL);
    request_many(speaker);
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    speaker_close(speaker);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(after.tv_sec - before.tv_sec <= 2);
}

// A coach of two sentences: of one the sound is there, of the other it is cut off.
static void write_coach(char *folder, Arena *arena, Coach *coach) {
    enum { SAMPLES = 480 };
    unsigned char file[44 + 2 * SAMPLES] = "RIFF____WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\xbb\0\0\0\x77\x01\0\x02\0\x10\0" "data";
    int bytes = 2 * SAMPLES, all = 36 + bytes;
    memcpy(file + 4, &all, 4);
    memcpy(file + 40, &bytes, 4);
    for (int i = 0; i < SAMPLES; i++) file[45 + 2 * i] = (unsigned char)(i % 60);
    Error error = {0};
    assert_non_null(mkdtemp(folder));
    assert_true(file_write(path_join(arena, folder, "a.wav"), (Text){(const char *)file, sizeof file}, &error));
    assert_true(file_write(path_join(arena, folder, COACH_MANIFEST),
                           text_of("limber-voice 1\nclip a.wav 10 -18 Lift.\nclip a.wav 900 -18 Lower.\n"), &error));
    if (!coach_add(arena, folder, coach, &error)) fail_msg("%s", error.sentence);
}

static void test_the_coach_speaks_what_it_has(void **state) {
    (void)state;
    char folder[] = "/tmp/limber-speaker-XXXXXX";
    Arena arena = {0};
    Coach coach = {0};
    Error error = {0};
    SoundClip clip;
    write_coach(folder, &arena, &coach);
    Speaker *speaker = speaker_open(false, &coach);
    assert_true(speaker_take(speaker, "Lift.", &clip));
    assert_int_equal(clip.count, 480);
    assert_float_equal(clip.samples[30], 30 * 256 / 32768.0, 1e-6);
    speaker_release(speaker, clip);
    assert_false(speaker_trouble(speaker, &error));
    assert_true(speaker_take(speaker, "Rest.", &clip)); // which it has not
    assert_true(clip.count > SOUND_RATE / 10);
    speaker_release(speaker, clip);
    assert_false(speaker_trouble(speaker, &error));
    assert_true(speaker_take(speaker, "Lower.", &clip)); // which is damaged
    assert_true(clip.count > SOUND_RATE / 10);
    speaker_release(speaker, clip);
    assert_true(speaker_trouble(speaker, &error));
    assert_non_null(strstr(error.sentence, "a.wav is cut off"));
    assert_false(speaker_trouble(speaker, &error)); // once
    assert_true(speaker_take(speaker, "Lift.", &clip));
    speaker_set_coach(speaker, NULL);
    SoundClip other;
    assert_true(speaker_take(speaker, "Lift.", &other));
    assert_true(other.count > SOUND_RATE / 10 && clip.count == 480);
    speaker_release(speaker, other);
    assert_float_equal(clip.samples[30], 30 * 256 / 32768.0, 1e-6); // what is held stays
    speaker_release(speaker, clip);
    speaker_close(speaker);
    folder_remove(folder);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_the_background_texts_are_ready_later),
        cmocka_unit_test(test_at_once_without_a_thread),
        cmocka_unit_test(test_memory_is_bounded_and_held_clips_stay),
        cmocka_unit_test(test_what_is_used_often_is_kept),
        cmocka_unit_test(test_requests_are_bounded_and_forgotten),
        cmocka_unit_test(test_what_is_taken_is_spoken_first),
        cmocka_unit_test(test_closing_with_work_left_is_quick),
        cmocka_unit_test(test_the_coach_speaks_what_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
