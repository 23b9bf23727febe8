#include "sound/jukebox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "sound/tracks.h"

enum { FLAC = SF_FORMAT_FLAC | SF_FORMAT_PCM_16, TRACKS = 4, STEP = SOUND_RATE / 10 };

// Far enough apart for tenths of a second.
static const double tones_hz[TRACKS] = {400.0, 600.0, 800.0, 1000.0};
static const char *const names[TRACKS] = {"a.flac", "b.ogg", "c.OPUS", "d.mp3"};
static const int formats[TRACKS] = {FLAC, SF_FORMAT_OGG | SF_FORMAT_VORBIS, SF_FORMAT_OGG | SF_FORMAT_OPUS,
                                    SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III};

static void write_tracks(double seconds) {
    for (int t = 0; t < TRACKS; t++) write_track(names[t], formats[t], tones_hz[t], 0.5, seconds);
}

// A letter for each tenth of a second: the track that is loudest then; '.' for silence.
static char *listen(Jukebox *jukebox, int tenths, char *heard) {
    static float stereo[2 * STEP];
    for (int i = 0; i < tenths; i++) {
        assert_true(jukebox_render(jukebox, stereo, STEP));
        double best = 0.002;
        heard[i] = '.';
        for (int t = 0; t < TRACKS; t++) {
            double amplitude = amplitude_at(stereo, STEP, tones_hz[t]);
            if (amplitude > best) best = amplitude, heard[i] = (char)('a' + t);
        }
    }
    heard[tenths] = '\0';
    return heard;
}

// "aaabbb" -> "ab"
static char *order_of(char *heard) {
    int count = 0;
    for (char *at = heard; *at; at++) {
        if (*at != '.' && (count == 0 || heard[count - 1] != *at)) heard[count++] = *at;
    }
    heard[count] = '\0';
    return heard;
}

static void test_all_are_played_before_one_comes_again(void **state) {
    (void)state;
    write_tracks(8.0);
    write_track("notes.txt.wav.backup", FLAC, 440.0, 0.5, 1.0); // not music by its name
    char heard[2001], again[2001], other[2001];
    Jukebox *jukebox = jukebox_open(track_folder, 1);
    order_of(listen(jukebox, 1000, heard));
    assert_true(strlen(heard) >= 16);
    for (int round = 0; round < 4; round++) {
        for (int t = 0; t < TRACKS; t++) assert_non_null(memchr(heard + 4 * round, 'a' + t, 4));
    }
    assert_true(memcmp(heard, heard + 4, 4) != 0 || memcmp(heard, heard + 8, 4) != 0); // shuffled anew
    Error error;
    assert_false(jukebox_next_problem(jukebox, &error));
    jukebox_close(jukebox);
    jukebox = jukebox_open(track_folder, 1);
    assert_string_equal(order_of(listen(jukebox, 1000, again)), heard);
    jukebox_close(jukebox);
    jukebox = jukebox_open(track_folder, 2);
    assert_string_not_equal(order_of(listen(jukebox, 1000, other)), heard);
    jukebox_close(jukebox);
}

// Loudness of each tenth of a second, in relation to the usual one.
static void test_tracks_fade_into_each_other(void **state) {
    (void)state;
    write_tracks(10.0);
    static float stereo[2 * STEP];
    Jukebox *jukebox = jukebox_open(track_folder, 3);
    double usual = 0.0, least = 1.0, most = 0.0;
    float before = 0.0f, largest = 0.0f;
    for (int i = 0; i < 400; i++) {
        assert_true(jukebox_render(jukebox, stereo, STEP));
        double square = 0.0;
        for (int k = 0; k < STEP; k++) square += (double)stereo[2 * k] * stereo[2 * k];
        for (int k = 0; k < STEP; k++) {
            largest = fmaxf(largest, fabsf(stereo[2 * k] - before));
            before = stereo[2 * k];
            assert_true(stereo[2 * k] == stereo[2 * k + 1]); // mono is on both sides
        }
        double rms = sqrt(square / STEP);
        if (i == 0) assert_true(rms < 0.01); // out of silence
        if (i == 45) usual = rms;
        if (i >= 45) least = fmin(least, rms / usual), most = fmax(most, rms / usual);
    }
    print_message("in 35 s of tracks of 10 s the level is %.2f to %.2f of the usual\n", least, most);
    assert_true(least > 0.6 && most < 1.6);
    assert_true(largest < 0.02f); // nothing clicks
    jukebox_close(jukebox);
}

static void test_loud_and_soft_tracks_are_equally_loud(void **state) {
    (void)state;
    folder_remove(track_folder);
    Error error;
    assert_true(folder_make(track_folder, &error));
    write_track("loud.flac", FLAC, 500.0, 0.99, 40.0); // longer than all excerpts
    write_track("soft.flac", FLAC, 700.0, 0.02, 12.0);
    Jukebox *jukebox = jukebox_open(track_folder, 1);
    static float stereo[2 * STEP];
    double loud = 0.0, soft = 0.0;
    for (int i = 0; i < 600; i++) {
        assert_true(jukebox_render(jukebox, stereo, STEP));
        loud = fmax(loud, amplitude_at(stereo, STEP, 500.0));
        soft = fmax(soft, amplitude_at(stereo, STEP, 700.0));
    }
    assert_true(fabs(20.0 * log10(loud / soft)) < 1.5);
    assert_true(loud < 0.08); // a tone of -28 LUFS
    jukebox_close(jukebox);
}

static void test_what_cannot_be_played_is_left_out_and_named_once(void **state) {
    (void)state;
    folder_remove(track_folder);
    Error error;
    assert_true(folder_make(track_folder, &error));
    write_track("a.flac", FLAC, tones_hz[0], 0.5, 5.0);
    write_track("empty.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 440.0, 0.5, 0.0);
    assert_true(file_write(track_path("text.mp3"), text_of("no song"), &error));
    write_track("b.flac", FLAC, tones_hz[1], 0.5, 20.0);
    assert_int_equal(truncate(track_path("b.flac"), 200000), 0); // breaks off in the middle
    assert_int_equal(symlink("/dev/zero", track_path("zero.ogg")), 0);
    Jukebox *jukebox = jukebox_open(track_folder, 1);
    char heard[1001];
    order_of(listen(jukebox, 1000, heard));
    assert_true(strlen(heard) > 8);
    int named = 0, texts = 0, empties = 0, breaks = 0;
    while (jukebox_next_problem(jukebox, &error)) {
        named++;
        texts += strstr(error.sentence, "text.mp3") != NULL;
        empties += strstr(error.sentence, "empty.wav holds no sound") != NULL;
        breaks += strstr(error.sentence, "b.flac is damaged") != NULL;
    }
    assert_int_equal(texts, 1);
    assert_int_equal(empties, 1);
    assert_int_equal(named, 3 + breaks); // what breaks off may look like an end to the decoder
    jukebox_close(jukebox);
}

static void test_an_empty_folder_plays_nothing_until_there_is_something(void **state) {
    (void)state;
    folder_remove(track_folder);
    static float stereo[2 * STEP];
    Jukebox *jukebox = jukebox_open(track_folder, 1);
    for (int i = 0; i < 3; i++) assert_false(jukebox_render(jukebox, stereo, STEP)); // not even the folder
    Error error;
    assert_true(folder_make(track_folder, &error));
    assert_true(file_write(track_path("cover.jpg"), text_of("no song"), &error));
    assert_false(jukebox_render(jukebox, stereo, STEP));
    assert_false(jukebox_next_problem(jukebox, &error));
    write_track("a.flac", FLAC, tones_hz[0], 0.5, 5.0);
    assert_true(jukebox_render(jukebox, stereo, STEP));
    char heard[201];
    assert_string_equal(order_of(listen(jukebox, 200, heard)), "a"); // one track, over and over
    jukebox_close(jukebox);
}

// Kilobytes of memory in use.
static long memory_kb(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static void test_memory_stays_the_same_for_hours(void **state) {
    (void)state;
    write_tracks(4.0); // so short that it is as many tracks as in a day
    static float stereo[2 * SOUND_RATE];
    Jukebox *jukebox = jukebox_open(track_folder, 1);
    long after_minutes = 0;
    for (int second = 0; second < 1800; second++) {
        assert_true(jukebox_render(jukebox, stereo, SOUND_RATE));
        if (second == 300) after_minutes = memory_kb();
    }
    print_message("%ld kB after five minutes, %ld kB after half an hour of tracks of 4 s\n", after_minutes, memory_kb());
    assert_true(memory_kb() < after_minutes + 2000);
    jukebox_close(jukebox);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_played_before_one_comes_again),
        cmocka_unit_test(test_tracks_fade_into_each_other),
        cmocka_unit_test(test_loud_and_soft_tracks_are_equally_loud),
        cmocka_unit_test(test_what_cannot_be_played_is_left_out_and_named_once),
        cmocka_unit_test(test_an_empty_folder_plays_nothing_until_there_is_something),
        cmocka_unit_test(test_memory_stays_the_same_for_hours),
    };
    return cmocka_run_group_tests(tests, make_tracks_folder, remove_tracks_folder);
}
