// The coach that comes with Limber: a clip for everything that is said, each as long, as loud and as clean as it should be.
#include "base/file.h"
#include "sound/coach.h"
#include "sound/level.h"
#include "sound/sound_file.h"
#include "support/shipped.h"
#include "voice/texts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const char FOLDER[] = "assets/voice/coach";
enum { BLOCK = SOUND_RATE / 200, MOST_BYTES = 12 * 1000 * 1000 };

static Arena arena;
static TextList texts;
static Coach coach;

static int read_all(void **state) {
    (void)state;
    Library *library = arena_new(&arena, Library, 1);
    Error error = {0};
    if (!shipped_read(&arena, library)) return -1;
    if (!coach_add(&arena, FOLDER, &coach, &error)) {
        print_error("%s\n", error.sentence);
        return -1;
    }
    voice_texts(&arena, library, &texts);
    return 0;
}

static int free_all(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static bool is_text(const char *text) {
    for (int i = 0; i < texts.items.count; i++)
        if (strcmp(texts.items.items[i], text) == 0) return true;
    return false;
}

static void test_every_text_has_a_clip_and_every_clip_a_text(void **state) {
    (void)state;
    int missing = 0, gone = 0;
    for (int i = 0; i < texts.items.count; i++) {
        if (coach_find(&coach, texts.items.items[i])) continue;
        print_error("no clip: %s\n", texts.items.items[i]);
        missing++;
    }
    for (int i = 0; i < coach.clips.count; i++) {
        if (is_text(coach.clips.items[i].text)) continue;
        print_error("nothing says any more: %s\n", coach.clips.items[i].text);
        gone++;
    }
    if (missing || gone) fail_msg("run assets/voice/make.sh, which makes %d clips and removes %d", missing, gone);
}

// What is longer than a clip may be has to be said as several sentences.
static void test_every_text_fits_a_clip(void **state) {
    (void)state;
    for (int i = 0; i < texts.items.count; i++) assert_in_range(strlen(texts.items.items[i]), 1, COACH_TEXT_BYTES - 1);
    for (int i = 0; i < coach.clips.count; i++) assert_in_range(coach.clips.items[i].length_ms, 1, COACH_CLIP_MS);
}

// The name of a file comes from its text, so that a clip of another text cannot stand in its place.
static void test_files_are_those_of_their_texts(void **state) {
    (void)state;
    FileList files = {0};
    Error error;
    char name[COACH_FILE_BYTES];
    for (int i = 0; i < coach.clips.count; i++) {
        coach_file_name(coach.clips.items[i].text, name);
        assert_string_equal(coach.clips.items[i].file, name);
    }
    assert_true(folder_list(&arena, FOLDER, ".opus", &files, &error));
    assert_int_equal(files.paths.count, coach.clips.count);
}

static double power(const float *samples, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += (double)samples[i] * samples[i];
    return sum / count;
}

// Milliseconds at an end in which every 5 ms are 50 dB below the loudest 5 ms of the clip.
static int silence_ms(const SoundClip *sound, bool at_end) {
    int blocks = sound->count / BLOCK, silent = 0;
    double loudest = 0;
    for (int b = 0; b < blocks; b++) loudest = fmax(loudest, power(sound->samples + b * BLOCK, BLOCK));
    while (silent < blocks) {
        int begin = at_end ? sound->count - (silent + 1) * BLOCK : silent * BLOCK;
        if (power(sound->samples + begin, BLOCK) > loudest * 1e-5) break;
        silent++;
    }
    return silent * 5;
}

static int complain(const CoachClip *clip, bool good, const char *what, double value) {
    if (!good) print_error("%s: %s %.3f\n", clip->text, what, value);
    return !good;
}

static int faults_of(const CoachClip *clip, const SoundClip *sound) {
    float peak = 0;
    for (int i = 0; i < sound->count; i++) peak = fmaxf(peak, fabsf(sound->samples[i]));
    double loudness = level_loudness(sound->samples, sound->count);
    int length_ms = coach_length_ms(sound->count), faults = 0;
    faults += complain(clip, length_ms == clip->length_ms, "ms long, not as the manifest says", length_ms);
    faults += complain(clip, fabs(loudness - clip->loudness) < 0.1, "LUFS, not as the manifest says", loudness);
    faults += complain(clip, fabs(loudness - LEVEL_TARGET_LUFS) < 1.0, "LUFS, not like the others", loudness);
    faults += complain(clip, peak < 0.891f, "of full scale, over -1 dB", peak);
    faults += complain(clip, silence_ms(sound, false) < 10, "ms of silence at the beginning", silence_ms(sound, false));
    faults += complain(clip, silence_ms(sound, true) < 60, "ms of silence at the end", silence_ms(sound, true));
    faults += complain(clip, fabsf(sound->samples[0]) < 0.01f, "a click at the beginning", sound->samples[0]);
    faults += complain(clip, fabsf(sound->samples[sound->count - 1]) < 0.01f, "a click at the end", sound->samples[sound->count - 1]);
    return faults;
}

static void test_clips_are_equally_loud_trimmed_and_without_clicks(void **state) {
    (void)state;
    int faults = 0;
    for (int i = 0; i < coach.clips.count; i++) {
        SoundClip sound;
        Error error;
        if (!coach_read(&coach.clips.items[i], &sound, &error)) fail_msg("%s", error.sentence);
        faults += faults_of(&coach.clips.items[i], &sound);
        sound_file_free_clip(&sound);
    }
    assert_int_equal(faults, 0);
}

static void test_the_folder_is_small(void **state) {
    (void)state;
    FileList files = {0};
    Error error;
    int64_t bytes = 0;
    assert_true(folder_list(&arena, FOLDER, NULL, &files, &error));
    for (int i = 0; i < files.paths.count; i++) {
        Text text;
        if (!file_read(&arena, files.paths.items[i], 1000000, &text, &error)) fail_msg("%s", error.sentence);
        bytes += text.size;
    }
    print_message("%d clips, %.1f MB, %.1f kB each\n", coach.clips.count, (double)bytes / 1e6, (double)bytes / 1e3 / coach.clips.count);
    assert_in_range(bytes, 1, MOST_BYTES);
}

// Counts to one second each: the last five of a hold are one second apart.
static void test_counts_fit_into_their_second(void **state) {
    (void)state;
    static const char *const counts[] = {"One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.", "Ten."};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const CoachClip *clip = coach_find(&coach, counts[i]);
        if (!clip || clip->length_ms > 800) fail_msg("%s %d ms", counts[i], clip ? clip->length_ms : 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_text_has_a_clip_and_every_clip_a_text),
        cmocka_unit_test(test_every_text_fits_a_clip),
        cmocka_unit_test(test_files_are_those_of_their_texts),
        cmocka_unit_test(test_clips_are_equally_loud_trimmed_and_without_clicks),
        cmocka_unit_test(test_the_folder_is_small),
        cmocka_unit_test(test_counts_fit_into_their_second),
    };
    return cmocka_run_group_tests(tests, read_all, free_all);
}
