// An hour of cues against a sound device that keeps its own time: when does each really begin?
//
// The device is pretended: its clock runs at another rate than the clock of the program, it asks for a block when it
// begins to play the one before, now and then late, and pictures take their time. What is measured is the mixed
// output: the sample at which something begins to sound, and the moment at which the device plays that sample.
#include "app/announcer.h"
#include "sound/music.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { BLOCK = 1024, HOUR_S = 3600, CUES_MAX = 8000 };

static const double BLOCK_MS = 1000.0 * BLOCK / SOUND_RATE;

typedef struct {
    double rate;         // samples a second of the device, by the clock of the program
    double position_s;   // of the program's clock
    int64_t given;       // samples the device has asked for
    int64_t music_apart; // of the same music mixed alone
    Mixer mixer, alone;  // the latter has the music only
    Session session;
    Cue cues[CUES_MAX];
    double error_ms[CUES_MAX]; // of those heard, in order
    int heard;
    int quiet;           // samples since something sounded
    uint32_t random;
} Hour;

static Hour hour;

static double chance(void) {
    hour.random = hour.random * 1664525u + 1013904223u;
    return (hour.random >> 8) / 16777216.0;
}

// The first sample of every tone that does sound (sample 0 of a clip is silent, being out of silence).
static int onset_in(SoundClip clip) {
    int onset = 0;
    while (fabsf(clip.samples[onset]) < 2e-5f) onset++;
    return onset;
}

static void hear(int64_t sample, int onset) {
    const Cue *cue = &hour.cues[hour.heard];
    double played_s = (double)(sample - onset) / hour.rate;
    hour.error_ms[hour.heard++] = played_s * 1000.0 - (double)cue->at_ms;
}

// The device asks; what it gets is searched for beginnings, without the music.
static void give_block(int onset) {
    float mixed[2 * BLOCK], music[2 * BLOCK];
    mixer_mix(&hour.mixer, mixed, BLOCK);
    mixer_mix(&hour.alone, music, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
        bool sounds = fabsf(mixed[2 * i] - music[2 * i]) >= 2e-5f;
        if (sounds && hour.quiet > SOUND_RATE / 20) hear(hour.given + i, onset);
        hour.quiet = sounds ? 0 : hour.quiet + 1;
    }
    hour.given += BLOCK;
}

static void make_session(int seconds) {
    hour.session = (Session){.length_ms = (int64_t)seconds * 1000 + 2000, .cues.items = hour.cues};
    for (int64_t at_ms = 3000; at_ms < (int64_t)seconds * 1000; at_ms += 611 + (int)(chance() * 600)) {
        hour.cues[hour.session.cues.count++] = (Cue){.at_ms = at_ms, .end_ms = at_ms + 220, .kind = CUE_TONE_HOLD};
    }
}

static void begin_music(Mixer *mixer, Music **music, bool has_music) {
    mixer_start(mixer);
    if (!has_music) return;
    *music = music_open("", 3, false);
    music_play(*music, MUSIC_PLAYS_BED, BED_AIRY);
    mixer_set_music(mixer, (MixerMusic){music_fill, *music});
}

// Pictures 60 times a second, some of them late, and blocks as the device needs them.
static void play(int seconds, double rate, bool has_music) {
    memset(&hour, 0, sizeof hour);
    hour.random = 4, hour.rate = rate, hour.quiet = SOUND_RATE;
    Arena arena = {0};
    Music *music = NULL, *alone = NULL;
    make_session(seconds);
    begin_music(&hour.mixer, &music, has_music);
    begin_music(&hour.alone, &alone, has_music);
    int onset = onset_in(tone_make(&arena, TONE_HOLD));
    Announcer *announcer = announcer_make(&arena, NULL, NULL, NULL);
    Playhead playhead = playhead_start(&hour.session, 0);
    give_block(onset); // a device that plays has one block and asks for the next
    for (double now_s = 0, next_s = 0; !playhead_at_end(&playhead);) {
        double asks_s = (double)(hour.given - BLOCK) / rate + 0.002 * chance();
        if (asks_s < next_s) {
            give_block(onset);
            continue;
        }
        playhead_advance(&playhead, (next_s - now_s) * 1000.0);
        now_s = next_s;
        announcer_step(announcer, &playhead, &hour.mixer, (int64_t)floor(now_s * rate + 0.5));
        next_s += chance() < 0.01 ? 0.12 : 0.0167;
    }
    announcer_end(announcer, &hour.mixer);
    music_close(music);
    music_close(alone);
    arena_free(&arena);
}

// Mean error of the cues in one tenth of the time.
static double mean_in_tenth(int tenth) {
    double sum = 0.0;
    int first = hour.heard * tenth / 10, last = hour.heard * (tenth + 1) / 10;
    for (int i = first; i < last; i++) sum += hour.error_ms[i];
    return sum / (last - first);
}

static void judge(const char *what) {
    double largest = 0.0, drift = mean_in_tenth(9) - mean_in_tenth(0);
    for (int i = 0; i < hour.heard; i++) largest = fmax(largest, fabs(hour.error_ms[i]));
    print_message("%s: %d cues, largest error %.3f ms (a block is %.1f ms), first tenth %+.4f ms, last %+.4f ms\n", what,
                  hour.heard, largest, BLOCK_MS, mean_in_tenth(0), mean_in_tenth(9));
    assert_int_equal(hour.heard, hour.session.cues.count); // none missing, none twice
    assert_true(largest < BLOCK_MS);
    assert_true(largest < 0.6);       // half a millisecond is what the announcer lets be
    assert_true(fabs(drift) < 0.02);  // one sample
}

static void test_an_hour_with_a_true_clock(void **state) {
    (void)state;
    play(HOUR_S, SOUND_RATE, false);
    judge("a device of 48000 Hz");
}

// Sound cards are off by up to a hundred parts in a million: a third of a second in an hour.
static void test_an_hour_with_clocks_that_disagree(void **state) {
    (void)state;
    play(HOUR_S, SOUND_RATE * (1.0 + 100e-6), false);
    judge("a device of 48004.8 Hz");
    play(HOUR_S, SOUND_RATE * (1.0 - 100e-6), false);
    judge("a device of 47995.2 Hz");
}

static void test_ten_minutes_with_music(void **state) {
    (void)state;
    play(600, SOUND_RATE * (1.0 + 50e-6), true);
    judge("under music");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_hour_with_a_true_clock),
        cmocka_unit_test(test_an_hour_with_clocks_that_disagree),
        cmocka_unit_test(test_ten_minutes_with_music),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
