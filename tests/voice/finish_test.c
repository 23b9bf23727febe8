// Clips cut, levelled and written down as they should be, from sounds made here.
#include "base/file.h"
#include "sound/level.h"
#include "sound/sound_file.h"
#include "voice/finish.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Arena arena;
static char folder[64];

static int begin(void **state) {
    (void)state;
    strncpy(folder, "/tmp/limber-finish-XXXXXX", sizeof folder - 1);
    return mkdtemp(folder) ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    folder_remove(folder);
    arena_free(&arena);
    return 0;
}

// 16 bits, 48 kHz, mono: silence, a tone of this height, silence.
static const char *write_tone(const char *name, int before, int tone, int after, double height) {
    unsigned char head[44] = "RIFF____WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\xbb\0\0\0\x77\x01\0\x02\0\x10\0" "data";
    int samples = before + tone + after, bytes = 2 * samples, all = 36 + bytes;
    memcpy(head + 4, &all, 4);
    memcpy(head + 40, &bytes, 4);
    char *file = arena_alloc(&arena, (size_t)(44 + bytes));
    memcpy(file, head, 44);
    for (int i = 0; i < tone; i++) {
        int16_t value = (int16_t)(32767 * height * sin(0.06 * i));
        memcpy(file + 44 + 2 * (before + i), &value, 2);
    }
    Error error;
    const char *path = path_join(&arena, folder, name);
    if (!file_write(path, (Text){file, 44 + bytes}, &error)) fail_msg("%s", error.sentence);
    return path;
}

static void test_a_clip_is_cut_and_levelled(void **state) {
    (void)state;
    static const double heights[] = {0.01, 0.1, 0.9};
    for (int i = 0; i < 3; i++) {
        Error error = {0};
        SoundClip sound;
        const char *in = write_tone("in.wav", 20000, 24000, 30000, heights[i]), *out = path_join(&arena, folder, "out.wav");
        if (!finish_clip(in, out, &error)) fail_msg("%s", error.sentence);
        if (!sound_file_read_clip(out, 10, &sound, &error)) fail_msg("%s", error.sentence);
        assert_in_range(sound.count, 24000, 24000 + SOUND_RATE * 3 / 100);
        assert_float_equal(level_loudness(sound.samples, sound.count), LEVEL_TARGET_LUFS, 0.4);
        assert_true(fabsf(sound.samples[0]) < 0.01f && sound.samples[sound.count - 1] == 0.0f);
        sound_file_free_clip(&sound);
    }
}

static void test_silence_and_what_is_no_sound_are_refused(void **state) {
    (void)state;
    Error error = {0};
    const char *silent = write_tone("silent.wav", 1000, 0, 1000, 0), *out = path_join(&arena, folder, "none.wav");
    assert_false(finish_clip(silent, out, &error));
    assert_non_null(strstr(error.sentence, "is silent"));
    assert_false(finish_clip("tests/voice/finish_test.c", out, &error));
    assert_non_null(strstr(error.sentence, "tests/voice/finish_test.c"));
    assert_false(file_exists(out));
}

static void test_the_manifest_says_what_is_there_and_what_is_missing(void **state) {
    (void)state;
    TextList texts = {0}, missing = {0};
    FinishSum sum;
    Error error = {0};
    char name[COACH_FILE_BYTES];
    *list_push(&arena, &texts.items) = "Lift.";
    *list_push(&arena, &texts.items) = "Lower.";
    coach_file_name("Lower.", name);
    write_tone(name, 0, 24000, 0, 0.2); // what kind of sound file it is its content says
    if (!finish_manifest(&arena, folder, &texts, &missing, &sum, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(sum.clips, 1);
    assert_int_equal(sum.missing, 1);
    assert_int_equal(sum.bytes, 48044);
    assert_float_equal(sum.length_s, 0.5, 1e-9);
    assert_string_equal(missing.items.items[0], "Lift.");
    Coach coach = {0};
    if (!coach_add(&arena, folder, &coach, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(coach.clips.count, 1);
    const CoachClip *clip = coach_find(&coach, "Lower.");
    assert_int_equal(clip->length_ms, 500);
    assert_true(fabs(clip->loudness - sum.loudest) < 0.06);
    SoundClip sound;
    if (!coach_read(clip, &sound, &error)) fail_msg("%s", error.sentence);
    sound_file_free_clip(&sound);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clip_is_cut_and_levelled),
        cmocka_unit_test(test_silence_and_what_is_no_sound_are_refused),
        cmocka_unit_test(test_the_manifest_says_what_is_there_and_what_is_missing),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
