#include "app/soundtrack.h"

#include "base/file.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Mixer mixer;
static float out[2 * SOUND_RATE];
static Segment segments[] = {
    {.kind = SEGMENT_WORK, .start_ms = 0, .end_ms = 60000, .group = GROUP_STRENGTHEN},
    {.kind = SEGMENT_REST, .start_ms = 60000, .end_ms = 120000, .group = GROUP_STRENGTHEN},
    {.kind = SEGMENT_WORK, .start_ms = 120000, .end_ms = 180000, .group = GROUP_STRETCH},
};
static Session session = {.length_ms = 180000, .segments = {segments, 3, 3}};

// Root mean square of the last of some seconds.
static double hear(Soundtrack *soundtrack, const Session *played, double from_s, int seconds, const Settings *settings) {
    for (int i = 0; i < seconds; i++) {
        soundtrack_step(soundtrack, played, (from_s + i) * 1000.0, settings, &mixer);
        mixer_mix(&mixer, out, SOUND_RATE);
    }
    double square = 0.0;
    for (int i = 0; i < 2 * SOUND_RATE; i++) square += (double)out[i] * out[i];
    return sqrt(square / (2 * SOUND_RATE));
}

static Settings with_music(MusicKind kind) {
    Settings settings = settings_default();
    settings.music = kind;
    return settings;
}

static void test_music_plays_under_a_session_only(void **state) {
    (void)state;
    Arena arena = {0};
    Settings settings = with_music(MUSIC_BED);
    Soundtrack *soundtrack = soundtrack_make(&arena, "", 1, false);
    mixer_start(&mixer);
    assert_true(hear(soundtrack, NULL, 0, 3, &settings) == 0.0);
    assert_null(mixer.music.fill); // not even made
    assert_true(hear(soundtrack, &session, 0, 20, &settings) > 0.003);
    assert_true(hear(soundtrack, NULL, 0, 1, &settings) > 0.001); // fading
    assert_true(hear(soundtrack, NULL, 0, 4, &settings) == 0.0);
    mixer_set_music(&mixer, (MixerMusic){0});
    soundtrack_end(soundtrack);
    arena_free(&arena);
}

static void test_the_mood_follows_the_session(void **state) {
    (void)state;
    Arena arena = {0};
    Settings settings = with_music(MUSIC_BED);
    Soundtrack *soundtrack = soundtrack_make(&arena, "", 1, false);
    mixer_start(&mixer);
    double work = hear(soundtrack, &session, 20, 30, &settings), rest = hear(soundtrack, &session, 70, 30, &settings);
    assert_true(rest < 0.8 * work);
    double stretch = hear(soundtrack, &session, 130, 30, &settings);
    assert_true(stretch > 1.15 * rest);
    soundtrack_end(soundtrack);
    arena_free(&arena);
}

static void test_off_is_off(void **state) {
    (void)state;
    Arena arena = {0};
    Settings settings = with_music(MUSIC_OFF), bed = with_music(MUSIC_BED);
    Soundtrack *soundtrack = soundtrack_make(&arena, "", 1, false);
    mixer_start(&mixer);
    assert_true(hear(soundtrack, &session, 0, 10, &settings) == 0.0);
    assert_true(hear(soundtrack, &session, 10, 10, &bed) > 0.003);
    assert_true(hear(soundtrack, &session, 20, 4, &settings) == 0.0);
    soundtrack_end(soundtrack);
    arena_free(&arena);
}

static void test_what_cannot_be_played_is_told_and_another_folder_is_tried(void **state) {
    (void)state;
    Arena arena = {0};
    char folder[] = "/tmp/limber-soundtrack-XXXXXX";
    Error error;
    assert_non_null(mkdtemp(folder));
    assert_true(file_write(path_join(&arena, folder, "a.ogg"), text_of("no song"), &error));
    Settings settings = with_music(MUSIC_OWN);
    Soundtrack *soundtrack = soundtrack_make(&arena, folder, 1, false);
    mixer_start(&mixer);
    assert_true(hear(soundtrack, &session, 0, 10, &settings) > 0.003); // the bed instead
    assert_true(soundtrack_next_problem(soundtrack, &error));
    assert_non_null(strstr(error.sentence, "a.ogg"));
    assert_false(soundtrack_next_problem(soundtrack, &error));
    char *other = path_join(&arena, folder, "other");
    assert_true(folder_make(other, &error));
    assert_true(file_write(path_join(&arena, other, "b.mp3"), text_of("no song"), &error));
    snprintf(settings.music_folder, sizeof settings.music_folder, "%s", other);
    hear(soundtrack, &session, 10, 2, &settings);
    assert_true(soundtrack_next_problem(soundtrack, &error));
    assert_non_null(strstr(error.sentence, "b.mp3"));
    soundtrack_end(soundtrack);
    folder_remove(other);
    folder_remove(folder);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_music_plays_under_a_session_only),
        cmocka_unit_test(test_the_mood_follows_the_session),
        cmocka_unit_test(test_off_is_off),
        cmocka_unit_test(test_what_cannot_be_played_is_told_and_another_folder_is_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
