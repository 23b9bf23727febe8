#include "sdl/sdl.h"

#include <SDL.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { RECORDED = 2 * SOUND_RATE };

typedef struct {
    float samples[RECORDED];
    int64_t end;
} Recording;

static Recording recording;

static void record(void *context, const float *stereo, int frames, int64_t position, double time_s) {
    Recording *into = context;
    (void)time_s;
    for (int i = 0; i < frames && position + i < RECORDED; i++) into->samples[position + i] = stereo[2 * i];
    into->end = position + frames;
}

// A device that plays in time and that nobody hears.
static Audio *open_dummy(void) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    Audio *audio;
    Error error = {0};
    if (!audio_open(&audio, &error)) fail_msg("%s", error.sentence);
    return audio;
}

// The same, a moment after a clip of one second has begun.
static Audio *open_talking(void) {
    static float clip[SOUND_RATE];
    Audio *audio = open_dummy();
    mixer_schedule(audio_lock(audio), (SoundClip){clip, SOUND_RATE}, BUS_VOICE, 0, 1);
    audio_unlock(audio);
    SDL_Delay(50);
    return audio;
}

static Audio *open_nothing(Error *error) {
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    Audio *audio;
    assert_false(audio_open(&audio, error));
    return audio;
}

static void test_the_device_plays_what_was_scheduled_where_it_was(void **state) {
    (void)state;
    static float clip[100];
    for (int i = 0; i < 100; i++) clip[i] = 0.25f;
    Audio *audio = open_dummy();
    audio_tap(audio, record, &recording);
    int64_t begin = audio_position(audio) + SOUND_RATE / 4;
    mixer_schedule(audio_lock(audio), (SoundClip){clip, 100}, BUS_VOICE, begin, 1);
    audio_unlock(audio);
    for (int i = 0; i < 200 && audio_position(audio) < begin + SOUND_RATE / 10; i++) SDL_Delay(10);
    audio_tap(audio, NULL, NULL);
    assert_true(recording.end > begin + 100);
    for (int64_t i = 0; i < 1000; i++) {
        bool inside = i >= 500 && i < 600;
        assert_float_equal(recording.samples[begin - 500 + i], inside ? 0.25f : 0.0f, 0);
    }
    audio_close(audio);
}

// Looks 100 times whether the position runs with the clock, between the device's blocks of 21 ms too.
static int even_looks(Audio *audio) {
    int64_t begin = audio_position(audio);
    Uint64 begin_count = SDL_GetPerformanceCounter();
    int even = 0;
    for (int i = 0; i < 100; i++) {
        SDL_Delay(3);
        double real_s = (double)(SDL_GetPerformanceCounter() - begin_count) / (double)SDL_GetPerformanceFrequency();
        double bus_s = (double)(audio_position(audio) - begin) / SOUND_RATE;
        if (fabs(bus_s - real_s) < 0.008) even++;
    }
    return even;
}

static void test_the_position_runs_evenly(void **state) {
    (void)state;
    Audio *audio = open_dummy();
    SDL_Delay(300);
    // This device is a thread that sleeps, so a busy machine shakes it: one quiet spell has to be found.
    int even = 0;
    for (int attempt = 0; attempt < 20 && even < 90; attempt++) even = even_looks(audio);
    assert_true(even >= 90);
    audio_close(audio);
}

static void test_leaving_does_not_wait(void **state) {
    (void)state;
    Audio *audio = open_talking();
    Uint32 before_ms = SDL_GetTicks();
    audio_close(audio);
    assert_true(SDL_GetTicks() - before_ms < 600);
}

static void test_without_a_device_a_sentence_says_so(void **state) {
    (void)state;
    Error error = {0};
    Audio *audio = open_nothing(&error);
    assert_false(audio_plays(audio));
    assert_non_null(strstr(error.sentence, "no sound device could be opened ("));
    assert_non_null(strstr(error.sentence, "Limber plays on silently"));
    audio_close(audio);
}

// Steps in pictures of 16 ms until there is news; AUDIO_NO_NEWS when there is none for six seconds.
static AudioNews next_news(Audio *audio) {
    AudioNews news = AUDIO_NO_NEWS;
    for (int i = 0; i < 375 && news == AUDIO_NO_NEWS; i++) {
        SDL_Delay(16);
        news = audio_step(audio, 16.0);
    }
    return news;
}

static void pull_the_plug(Uint32 device, bool microphone) {
    SDL_Event event = {.adevice = {.type = SDL_AUDIODEVICEREMOVED, .which = device, .iscapture = microphone}};
    SDL_PushEvent(&event);
}

static void test_a_device_that_went_away_is_looked_for_and_plays_again(void **state) {
    (void)state;
    Audio *audio = open_talking();
    pull_the_plug(0, false); // one that was never opened
    pull_the_plug(2, true);
    assert_int_equal(audio_step(audio, 16.0), AUDIO_NO_NEWS);
    pull_the_plug(2, false);
    assert_int_equal(audio_step(audio, 16.0), AUDIO_GONE);
    assert_false(audio_plays(audio));
    assert_int_equal(audio_lock(audio)->voice_count, 0); // no clip is read any more
    audio_unlock(audio);
    assert_int_equal(next_news(audio), AUDIO_BACK);
    assert_true(audio_plays(audio));
    int64_t before = audio_position(audio);
    SDL_Delay(300);
    assert_true(audio_position(audio) > before + SOUND_RATE / 10);
    audio_close(audio);
}

static void test_a_device_that_comes_later_is_found(void **state) {
    (void)state;
    Error error = {0};
    Audio *audio = open_nothing(&error);
    assert_int_equal(audio_step(audio, 16.0), AUDIO_NO_NEWS);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    assert_int_equal(next_news(audio), AUDIO_BACK);
    audio_close(audio);
}

static void test_leaving_ends_the_search(void **state) {
    (void)state;
    Error error = {0};
    Audio *audio = open_nothing(&error);
    Uint32 before_ms = SDL_GetTicks();
    audio_close(audio);
    assert_true(SDL_GetTicks() - before_ms < 600);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_device_plays_what_was_scheduled_where_it_was),
        cmocka_unit_test(test_the_position_runs_evenly),
        cmocka_unit_test(test_leaving_does_not_wait),
        cmocka_unit_test(test_a_device_that_went_away_is_looked_for_and_plays_again),
        cmocka_unit_test(test_a_device_that_comes_later_is_found),
        cmocka_unit_test(test_leaving_ends_the_search),
        cmocka_unit_test(test_without_a_device_a_sentence_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
