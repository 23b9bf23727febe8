#include "sound/music.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "sound/tracks.h"

enum { FLAC = SF_FORMAT_FLAC | SF_FORMAT_PCM_16, BLOCK = 1024, FADE = SOUND_RATE * MUSIC_FADE_MS / 1000 };

static float heard[2 * 30 * SOUND_RATE], other[2 * 30 * SOUND_RATE];

static void wait_ms(int ms) {
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
}

// As a device asks for it, so many times quicker.
static void fill(Music *music, float *stereo, int frames, int quicker) {
    for (int at = 0, count; at < frames; at += count) {
        count = frames - at < BLOCK ? frames - at : BLOCK;
        music_fill(music, stereo + 2 * at, count);
        if (quicker) nanosleep(&(struct timespec){.tv_nsec = 1000000000L / SOUND_RATE * BLOCK / quicker}, NULL);
    }
}

static float largest_step(const float *stereo, int frames) {
    float largest = 0.0f;
    for (int i = 1; i < frames; i++) largest = fmaxf(largest, fabsf(stereo[2 * i] - stereo[2 * i - 2]));
    return largest;
}

static double rms_of(const float *stereo, int frames) {
    double square = 0.0;
    for (int i = 0; i < 2 * frames; i++) square += (double)stereo[i] * stereo[i];
    return sqrt(square / (2 * frames));
}

static void empty_folder(void) {
    Error error;
    folder_remove(track_folder);
    assert_true(folder_make(track_folder, &error));
}

static void test_nothing_plays_until_it_is_told(void **state) {
    (void)state;
    Music *music = music_open(track_folder, 1, true);
    fill(music, heard, SOUND_RATE, 0);
    assert_true(rms_of(heard, SOUND_RATE) == 0.0);
    music_close(music);
    music_close(NULL);
}

static void test_the_bed_comes_and_goes_smoothly(void **state) {
    (void)state;
    Music *music = music_open(track_folder, 1, true);
    music_play(music, MUSIC_PLAYS_BED, BED_PULSE);
    fill(music, heard, 12 * SOUND_RATE, 0);
    assert_true(rms_of(heard, 100) < 1e-4 && rms_of(heard + 2 * 10 * SOUND_RATE, SOUND_RATE) > 0.005);
    music_play(music, MUSIC_PLAYS_NOTHING, BED_PULSE);
    fill(music, heard + 2 * 12 * SOUND_RATE, 5 * SOUND_RATE, 0);
    assert_true(rms_of(heard + 2 * (12 * SOUND_RATE + FADE / 4), 1000) > 0.001);
    assert_true(rms_of(heard + 2 * (12 * SOUND_RATE + FADE), SOUND_RATE) == 0.0);
    assert_true(largest_step(heard, 17 * SOUND_RATE) < 0.02f);
    music_close(music);
}

static void test_files_are_read_on_a_thread(void **state) {
    (void)state;
    empty_folder();
    write_track("only.flac", FLAC, 500.0, 0.5, 30.0);
    Music *music = music_open(track_folder, 1, true);
    music_play(music, MUSIC_PLAYS_FILES, BED_AIRY);
    wait_ms(300);
    fill(music, heard, 10 * SOUND_RATE, 10);
    assert_true(largest_step(heard, 10 * SOUND_RATE) < 0.01f);
    const float *later = heard + 2 * 8 * SOUND_RATE;
    assert_true(amplitude_at(later, SOUND_RATE, 500.0) > 0.03);
    assert_true(rms_of(later, SOUND_RATE) < 0.08 && rms_of(heard, 50) < 1e-3); // nothing but the file, out of silence
    Error error;
    assert_false(music_next_problem(music, &error));
    music_close(music);
}

// Asked for quicker than files can be read it is silent for a while, but neither waits nor clicks.
static void test_a_ring_run_dry_does_not_click(void **state) {
    (void)state;
    Music *music = music_open(track_folder, 1, true);
    music_play(music, MUSIC_PLAYS_FILES, BED_AIRY);
    wait_ms(300);
    for (int burst = 0; burst < 6; burst++) {
        fill(music, heard + 2 * burst * 4 * SOUND_RATE, 4 * SOUND_RATE, 0);
        wait_ms(150);
    }
    int frames = 24 * SOUND_RATE, silent = 0, sounding = 0;
    for (int i = 0; i + 1000 < frames; i += 1000) {
        if (rms_of(heard + 2 * i, 1000) == 0.0) silent++;
        else sounding++;
    }
    assert_true(silent > 10 && sounding > 10);
    assert_true(largest_step(heard, frames) < 0.01f);
    music_close(music);
}

static void test_a_folder_with_nothing_to_play_gives_the_bed(void **state) {
    (void)state;
    empty_folder();
    Error error;
    assert_true(file_write(track_path("broken.ogg"), text_of("no song"), &error));
    for (int in_background = 0; in_background < 2; in_background++) {
        Music *music = music_open(track_folder, 1, in_background);
        music_play(music, MUSIC_PLAYS_FILES, BED_LOW);
        fill(music, heard, BLOCK, 0);
        wait_ms(in_background ? 300 : 0);
        fill(music, heard, 8 * SOUND_RATE, 0);
        assert_true(rms_of(heard + 2 * 7 * SOUND_RATE, SOUND_RATE) > 0.005);
        assert_true(music_next_problem(music, &error));
        assert_non_null(strstr(error.sentence, "broken.ogg"));
        assert_false(music_next_problem(music, &error));
        music_close(music);
    }
}

static void test_from_files_to_the_bed_and_back_without_a_gap(void **state) {
    (void)state;
    empty_folder();
    write_track("only.flac", FLAC, 500.0, 0.5, 30.0);
    Music *music = music_open(track_folder, 1, false);
    for (int part = 0; part < 3; part++) {
        music_play(music, part == 1 ? MUSIC_PLAYS_BED : MUSIC_PLAYS_FILES, BED_AIRY);
        fill(music, heard + 2 * part * 9 * SOUND_RATE, 9 * SOUND_RATE, 0);
    }
    assert_true(amplitude_at(heard + 2 * 7 * SOUND_RATE, SOUND_RATE, 500.0) > 0.03);
    assert_true(amplitude_at(heard + 2 * 16 * SOUND_RATE, SOUND_RATE, 500.0) < 0.005);
    assert_true(amplitude_at(heard + 2 * 25 * SOUND_RATE, SOUND_RATE, 500.0) > 0.03);
    for (int i = 5 * SOUND_RATE; i < 26 * SOUND_RATE; i += 4800) assert_true(rms_of(heard + 2 * i, 4800) > 0.001);
    assert_true(largest_step(heard, 27 * SOUND_RATE) < 0.02f);
    music_close(music);
}

static void test_a_run_that_keeps_its_own_time_has_the_same_music(void **state) {
    (void)state;
    write_track("second.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 700.0, 0.5, 7.0);
    for (int run = 0; run < 2; run++) {
        Music *music = music_open(track_folder, 5, false);
        music_play(music, MUSIC_PLAYS_FILES, BED_AIRY);
        for (int at = 0, count; at < 25 * SOUND_RATE; at += count) {
            count = run ? 256 : 700;
            if (count > 25 * SOUND_RATE - at) count = 25 * SOUND_RATE - at;
            music_fill(music, (run ? other : heard) + 2 * at, count);
        }
        music_close(music);
    }
    assert_memory_equal(heard, other, sizeof *heard * 2 * 25 * SOUND_RATE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_plays_until_it_is_told),
        cmocka_unit_test(test_the_bed_comes_and_goes_smoothly),
        cmocka_unit_test(test_files_are_read_on_a_thread),
        cmocka_unit_test(test_a_ring_run_dry_does_not_click),
        cmocka_unit_test(test_a_folder_with_nothing_to_play_gives_the_bed),
        cmocka_unit_test(test_from_files_to_the_bed_and_back_without_a_gap),
        cmocka_unit_test(test_a_run_that_keeps_its_own_time_has_the_same_music),
    };
    return cmocka_run_group_tests(tests, make_tracks_folder, remove_tracks_folder);
}
