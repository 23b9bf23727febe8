#include "settings/settings.h"

#include "base/file.h"
#include "support/golden.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static Settings read_good(const char *text) {
    Settings settings;
    Error error = {0};
    if (!settings_read_text("settings", text_of(text), &settings, &error)) fail_msg("%s", error.sentence);
    return settings;
}

static void assert_refused(const char *text, const char *sentence, Settings *settings) {
    Error error = {0};
    assert_false(settings_read_text("settings", text_of(text), settings, &error));
    assert_string_equal(error.sentence, sentence);
}

static const SettingRow *row(const char *id) {
    const SettingRow *found = setting_row(text_of(id));
    assert_non_null(found);
    return found;
}

static void test_the_table_is_whole(void **state) {
    (void)state;
    Settings settings = settings_default();
    Arena arena = {0};
    for (int i = 0; i < setting_count; i++) {
        const SettingRow *at = &setting_rows[i];
        assert_ptr_equal(setting_row(text_of(at->id)), at); // ids are there once
        assert_true(strlen(at->words) > 2 && strlen(at->help) > 10 && at->help[strlen(at->help) - 1] == '.');
        if (at->kind == SETTING_NAME) continue;
        assert_true(at->least < at->most && at->step > 0);
        assert_in_range(at->normal - at->least, 0, at->most - at->least);
        assert_int_equal(setting_value(at, &settings), at->normal);
        for (int choice = 0; at->kind != SETTING_NUMBER && choice <= at->most; choice++) {
            assert_non_null(at->values[choice]);
            assert_non_null(at->shown[choice]);
        }
        if (at->kind != SETTING_NUMBER) assert_null(at->values[at->most + 1]);
    }
    assert_null(setting_row(text_of("volume")));
    arena_free(&arena);
}

static void test_a_file_says_what_is_other_than_usual(void **state) {
    (void)state;
    Settings settings = read_good("");
    Settings usual = settings_default();
    assert_memory_equal(&settings, &usual, sizeof usual);
    settings = read_good("# loud here\n\n  talk   Full Always \r\ncaptions off\nvoice-volume 35\ntone-volume 40 %\n"
                         "music-volume 0%\nsound-delay -130 ms\nmusic own\nmusic-folder /home/me/Slow songs, 2\n"
                         "voice anna\npause-players ON\nsomething new\n");
    assert_int_equal(settings.talk, TALK_FULL_ALWAYS);
    assert_int_equal(settings.captions, 0);
    assert_int_equal(settings.voice_percent, 35);
    assert_int_equal(settings.tone_percent, 40);
    assert_int_equal(settings.music_percent, 0);
    assert_int_equal(settings.sound_delay_ms, -130);
    assert_int_equal(settings.music, MUSIC_OWN);
    assert_string_equal(settings.music_folder, "/home/me/Slow songs, 2");
    assert_string_equal(settings.voice, "anna");
    assert_int_equal(settings.pause_players, 1);
}

static void test_a_damaged_line_is_told_and_left_out(void **state) {
    (void)state;
    Settings settings;
    assert_refused("voice-volume loud\ncaptions off\n",
                   "voice-volume takes a number from 0 to 100, not 'loud', so line 1 of settings is left out", &settings);
    assert_int_equal(settings.voice_percent, 100);
    assert_int_equal(settings.captions, 0); // the rest is as written
    assert_refused("\ntalk chatty",
                   "talk takes full, full always, short or quiet, not 'chatty', so line 2 of settings is left out", &settings);
    assert_refused("captions\nsound-delay 501\nmusic 3",
                   "captions takes off or on, not '', so line 1 of settings is left out, and 2 more", &settings);
    static const char *const wrong[] = {"voice-volume", "voice-volume -1", "voice-volume 1e2", "voice-volume 50 ms",
                                        "voice-volume %", "voice-volume 99999999999999999999", "talk full alway",
                                        "talk fullalways", "captions on on", "voice an\001na"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Error error = {0};
        assert_false(settings_read_text("settings", text_of(wrong[i]), &settings, &error));
        Settings usual = settings_default();
        assert_memory_equal(&settings, &usual, sizeof usual);
    }
    char long_name[2 * SETTING_TEXT_SIZE] = "voice ";
    memset(long_name + 6, 'a', SETTING_TEXT_SIZE);
    assert_refused(long_name, "voice takes a name of at most 511 letters, not "
                              "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...', so line 1 of settings is left out", &settings);
}

static void test_any_bytes_are_read(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 4000; round++) {
        char bytes[200];
        int size = 0;
        while (size < (int)sizeof bytes - 40) {
            seed = seed * 1664525 + 1013904223;
            int part = (int)(seed >> 24) % (setting_count + 6);
            if (part < setting_count) size += snprintf(bytes + size, 40, "%s ", setting_rows[part].id);
            else if (part == setting_count) bytes[size++] = '\n';
            else bytes[size++] = (char)(seed >> 16);
        }
        Settings settings, again;
        Error error = {0};
        Text text = {bytes, size};
        Arena arena = {0};
        settings_read_text("settings", text, &settings, &error);
        Settings usual = settings_default();
        for (int i = 0; i < setting_count; i++) {
            const SettingRow *at = &setting_rows[i];
            if (at->kind == SETTING_NAME) assert_true(strlen(setting_name(at, &settings)) < SETTING_TEXT_SIZE);
            else assert_in_range(setting_value(at, &settings) - at->least, 0, at->most - at->least);
        }
        // What is written from it reads back the same.
        settings_read_text("settings", settings_written(&arena, (Text){0}, &usual, &settings), &again, &error);
        assert_memory_equal(&again, &settings, sizeof again);
        arena_free(&arena);
    }
}

static void test_steps_stay_within_limits(void **state) {
    (void)state;
    Settings settings = settings_default();
    setting_step(row("voice-volume"), &settings, 1);
    assert_int_equal(settings.voice_percent, 100);
    setting_step(row("voice-volume"), &settings, -1);
    assert_int_equal(settings.voice_percent, 90);
    settings.voice_percent = 35; // written by hand
    setting_step(row("voice-volume"), &settings, 1);
    assert_int_equal(settings.voice_percent, 40);
    settings.voice_percent = 35;
    setting_step(row("voice-volume"), &settings, -1);
    assert_int_equal(settings.voice_percent, 30);
    settings.sound_delay_ms = -125;
    setting_step(row("sound-delay"), &settings, -1);
    assert_int_equal(settings.sound_delay_ms, -130);
    settings.sound_delay_ms = -125;
    setting_step(row("sound-delay"), &settings, 1);
    assert_int_equal(settings.sound_delay_ms, -120);
    for (int i = 0; i < 200; i++) setting_step(row("sound-delay"), &settings, 1);
    assert_int_equal(settings.sound_delay_ms, 500);
    for (int i = 0; i < 200; i++) setting_step(row("sound-delay"), &settings, -1);
    assert_int_equal(settings.sound_delay_ms, -200);
    setting_step(row("talk"), &settings, -1); // choices go round
    assert_int_equal(settings.talk, TALK_QUIET);
    setting_step(row("talk"), &settings, 1);
    assert_int_equal(settings.talk, TALK_FULL);
    setting_step(row("captions"), &settings, 1);
    assert_int_equal(settings.captions, 0);
}

static void test_values_are_shown_in_words(void **state) {
    (void)state;
    Arena arena = {0};
    Settings settings = settings_default();
    assert_string_equal(setting_shown(&arena, row("captions"), &settings), "On");
    assert_string_equal(setting_shown(&arena, row("voice-volume"), &settings), "100 %");
    assert_string_equal(setting_shown(&arena, row("sound-delay"), &settings), "0 ms");
    assert_string_equal(setting_shown(&arena, row("talk"), &settings), "Full, less later");
    assert_string_equal(setting_shown(&arena, row("voice"), &settings), "Limber's own");
    setting_set_name(row("voice"), &settings, "anna");
    assert_string_equal(setting_shown(&arena, row("voice"), &settings), "anna");
    arena_free(&arena);
}

static void assert_written(const char *text, const Settings *before, const Settings *now, const char *expected) {
    Arena arena = {0};
    Text written = settings_written(&arena, text_of(text), before, now);
    assert_string_equal(text_copy(&arena, written), expected);
    arena_free(&arena);
}

static void test_only_what_changed_is_written(void **state) {
    (void)state;
    Settings before = settings_default(), now = before;
    const char *mine = "# mine\n\n  voice-volume  90   # no\r\nfuture thing 3\ncaptions oof\ntalk short";
    assert_written(mine, &before, &now, "# mine\n\n  voice-volume  90   # no\r\nfuture thing 3\ncaptions oof\ntalk short\n");
    now.voice_percent = 80;
    now.sound_delay_ms = -20;
    assert_written(mine, &before, &now,
                   "# mine\n\n  voice-volume 80 %\r\nfuture thing 3\ncaptions oof\ntalk short\nsound-delay -20 ms\n");
    now = before, now.captions = 0, now.talk = TALK_FULL_ALWAYS;
    assert_written("talk short\ncaptions oof\ntalk quiet\n", &before, &now,
                   "talk full always\ncaptions off\ntalk full always\n");
    strcpy(before.music_folder, "/old");
    assert_written("music-folder /old\n", &before, &now, "music-folder\ntalk full always\ncaptions off\n");
}

// ---- real files ----

static char *scratch_folder(Arena *arena) {
    char *folder = text_copy(arena, text_of("/tmp/limber-settings-XXXXXX"));
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void test_a_file_is_made_and_kept(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *folder = scratch_folder(&arena), *path = path_join(&arena, folder, "deep/settings");
    Settings usual = settings_default(), settings, now = usual;
    assert_true(settings_read(&arena, path, &settings, &error)); // no file: nothing wrong
    assert_memory_equal(&settings, &usual, sizeof usual);
    now.voice_percent = 70;
    assert_true(settings_write(&arena, path, &usual, &now, &error));
    Text text;
    assert_true(file_read(&arena, path, 4096, &text, &error));
    assert_golden_text("tests/settings/golden/first.txt", text);
    // Somebody changes the file meanwhile; only what is changed here is changed there.
    assert_true(file_write(path, text_of("voice-volume 70 %\ncaptions off # no\ntalk quiet\n"), &error));
    settings = now, settings.tone_percent = 50;
    assert_true(settings_write(&arena, path, &now, &settings, &error));
    assert_true(file_read(&arena, path, 4096, &text, &error));
    assert_string_equal(text_copy(&arena, text), "voice-volume 70 %\ncaptions off # no\ntalk quiet\ntone-volume 50 %\n");
    assert_false(settings_read(&arena, path, &settings, &error)); // "off # no" is not a value
    assert_int_equal(settings.talk, TALK_QUIET);
    unlink(path);
    folder_remove(path_join(&arena, folder, "deep"));
    folder_remove(folder);
    arena_free(&arena);
}

static void test_what_cannot_be_written_is_told(void **state) {
    (void)state;
    Arena arena = {0};
    Error error = {0};
    char *folder = scratch_folder(&arena), *path = path_join(&arena, folder, "settings");
    Settings usual = settings_default(), now = usual, settings;
    now.captions = 0;
    assert_false(settings_write(&arena, "/proc/nowhere/settings", &usual, &now, &error));
    assert_non_null(strstr(error.sentence, "/proc/nowhere"));
    assert_int_equal(mkdir(path, 0700), 0); // a folder where the file should be
    assert_false(settings_read(&arena, path, &settings, &error));
    assert_non_null(strstr(error.sentence, path));
    assert_memory_equal(&settings, &usual, sizeof usual);
    assert_false(settings_write(&arena, path, &usual, &now, &error));
    rmdir(path);
    char *large = arena_alloc(&arena, 70000);
    memset(large, '\n', 70000);
    assert_true(file_write(path, (Text){large, 70000}, &error));
    assert_false(settings_read(&arena, path, &settings, &error));
    assert_false(settings_write(&arena, path, &usual, &now, &error)); // what was not read is not lost
    unlink(path);
    rmdir(folder);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_table_is_whole),
        cmocka_unit_test(test_a_file_says_what_is_other_than_usual),
        cmocka_unit_test(test_a_damaged_line_is_told_and_left_out),
        cmocka_unit_test(test_any_bytes_are_read),
        cmocka_unit_test(test_steps_stay_within_limits),
        cmocka_unit_test(test_values_are_shown_in_words),
        cmocka_unit_test(test_only_what_changed_is_written),
        cmocka_unit_test(test_a_file_is_made_and_kept),
        cmocka_unit_test(test_what_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
