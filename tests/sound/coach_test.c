// A voice of clips: good folders, and every way in which one can be broken.
#include "base/file.h"
#include "sound/coach.h"
#include "sound/sound_file.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    char folder[64];
} Fixture;

static Fixture fixture_make(void) {
    Fixture fixture = {.folder = "/tmp/limber-coach-XXXXXX"};
    assert_non_null(mkdtemp(fixture.folder));
    return fixture;
}

static void fixture_end(Fixture *fixture) {
    folder_remove(fixture->folder);
    arena_free(&fixture->arena);
}

static void write_text(Fixture *fixture, const char *name, const char *bytes, int size) {
    Error error = {0};
    if (!file_write(path_join(&fixture->arena, fixture->folder, name), (Text){bytes, size}, &error)) fail_msg("%s", error.sentence);
}

static void write_manifest(Fixture *fixture, const char *text) {
    write_text(fixture, COACH_MANIFEST, text, (int)strlen(text));
}

// A WAV of 16 bits, 48 kHz, mono: a tone.
static void write_wav(Fixture *fixture, const char *name, int samples) {
    unsigned char head[44] = "RIFF____WAVEfmt \x10\0\0\0\x01\0\x01\0\x80\xbb\0\0\0\x77\x01\0\x02\0\x10\0" "data";
    int bytes = 2 * samples, all = 36 + bytes;
    memcpy(head + 4, &all, 4);
    memcpy(head + 40, &bytes, 4);
    char *file = malloc((size_t)(44 + bytes));
    memcpy(file, head, 44);
    for (int i = 0; i < samples; i++) {
        int16_t value = (int16_t)(8000 * sin(0.05 * i));
        memcpy(file + 44 + 2 * i, &value, 2);
    }
    write_text(fixture, name, file, 44 + bytes);
    free(file);
}

static void test_texts_are_found_and_read(void **state) {
    (void)state;
    Fixture fixture = fixture_make();
    Coach coach = {0};
    Error error = {0};
    write_wav(&fixture, "lift.wav", 4800);
    write_manifest(&fixture, "limber-voice 1\r\n# a comment\n\nclip two.wav 700 -18.2 Two.\nclip lift.wav 100 -18.0 Lift, \"now\".");
    if (!coach_add(&fixture.arena, fixture.folder, &coach, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(coach.clips.count, 2);
    assert_null(coach_find(&coach, "Lift."));
    assert_null(coach_find(NULL, "Two."));
    assert_null(coach_find(&(Coach){0}, "Two."));
    assert_int_equal(coach_find(&coach, "Two.")->length_ms, 700);
    const CoachClip *clip = coach_find(&coach, "Lift, \"now\".");
    assert_non_null(clip);
    assert_int_equal(clip->length_ms, 100);
    assert_float_equal(clip->loudness, -18.0, 1e-9);
    SoundClip sound;
    if (!coach_read(clip, &sound, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(sound.count, 4800);
    sound_file_free_clip(&sound);
    fixture_end(&fixture);
}

static void test_the_first_folder_wins_and_the_second_fills_in(void **state) {
    (void)state;
    Fixture own = fixture_make(), shipped = fixture_make();
    Coach coach = {0};
    Error error = {0};
    write_manifest(&own, "limber-voice 1\nclip a.wav 500 -18 Two.\n");
    write_manifest(&shipped, "limber-voice 1\nclip b.wav 600 -18 Three.\nclip c.wav 700 -18 Two.\n");
    assert_true(coach_add(&own.arena, own.folder, &coach, &error));
    assert_true(coach_add(&own.arena, shipped.folder, &coach, &error));
    assert_int_equal(coach.clips.count, 2);
    assert_int_equal(coach_find(&coach, "Two.")->length_ms, 500);
    assert_int_equal(coach_find(&coach, "Three.")->length_ms, 600);
    fixture_end(&own);
    fixture_end(&shipped);
}

static void test_a_manifest_that_is_wrong_is_refused_with_its_line(void **state) {
    (void)state;
    static const struct {
        const char *text, *says;
    } wrong[] = {
        {"", ":1: the first line of a voice is 'limber-voice 1'"},
        {"limber-voice 2\n", ":1: the first line"},
        {"limber-voice 1\nclop a.wav 1 1 A\n", ":2: a line begins with 'clip' or '#'"},
        {"limber-voice 1\nclip\n", ":2: after 'clip' comes the name of a file"},
        {"limber-voice 1\nclip ../a.wav 500 -18 A\n", ":2: after 'clip' comes the name of a file"},
        {"limber-voice 1\nclip .hidden 500 -18 A\n", ":2: after 'clip' comes the name of a file"},
        {"limber-voice 1\nclip a/b.wav 500 -18 A\n", ":2: after 'clip' comes the name of a file"},
        {"limber-voice 1\n\nclip a.wav x -18 A\n", ":3: the length is no number"},
        {"limber-voice 1\nclip a.wav 0 -18 A\n", ":2: the length is no number"},
        {"limber-voice 1\nclip a.wav 99999 -18 A\n", ":2: the length is no number"},
        {"limber-voice 1\nclip a.wav nan -18 A\n", ":2: the length is no number"},
        {"limber-voice 1\nclip a.wav 500 loud A\n", ":2: the loudness is no number"},
        {"limber-voice 1\nclip a.wav 500 -18\n", ":2: the text has to have 1 to 600 bytes"},
        {"limber-voice 1\nclip a.wav 5 -18 A\nclip b.wav 5 -18 A\n", "there are two clips of 'A'"},
    };
    Fixture fixture = fixture_make();
    Coach coach = {0};
    Error error = {0};
    write_manifest(&fixture, "limber-voice 1\nclip a.wav 500 -18 Two.\n");
    assert_true(coach_add(&fixture.arena, fixture.folder, &coach, &error));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        write_manifest(&fixture, wrong[i].text);
        assert_false(coach_add(&fixture.arena, fixture.folder, &coach, &error));
        if (!strstr(error.sentence, wrong[i].says)) fail_msg("'%s' lacks '%s'", error.sentence, wrong[i].says);
        assert_int_equal(coach.clips.count, 1);
    }
    fixture_end(&fixture);
}

static void test_no_folder_is_a_sentence(void **state) {
    (void)state;
    Fixture fixture = fixture_make();
    Coach coach = {0};
    Error error = {0};
    assert_false(coach_add(&fixture.arena, "/nowhere/at/all", &coach, &error));
    assert_non_null(strstr(error.sentence, "/nowhere/at/all/voice.txt"));
    assert_int_equal(coach.clips.count, 0);
    fixture_end(&fixture);
}

// Any bytes: refused or read, never a stop.
static void test_bytes_of_chance(void **state) {
    (void)state;
    static const char alphabet[] = "clip a.wav 500 -18 X\n# \t\r\0\xff/9e";
    Fixture fixture = fixture_make();
    uint64_t random = 1;
    for (int run = 0; run < 500; run++) {
        char text[400] = "limber-voice 1\n";
        int size = 15;
        for (; size < 399; size++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            text[size] = alphabet[(random >> 33) % (sizeof alphabet - 1)];
            if ((random >> 50) % 12 == 0 && size < 390) memcpy(text + size, "\nclip ", 6), size += 5;
        }
        Coach coach = {0};
        Error error = {0};
        write_text(&fixture, COACH_MANIFEST, text, size);
        bool good = coach_add(&fixture.arena, fixture.folder, &coach, &error);
        assert_int_equal(good, error.sentence[0] == '\0');
    }
    fixture_end(&fixture);
}

static void assert_unreadable(Fixture *fixture, const char *file, const char *says) {
    CoachClip clip = {.text = "A", .folder = fixture->folder, .file = file, .length_ms = 500};
    SoundClip sound;
    Error error = {0};
    assert_false(coach_read(&clip, &sound, &error));
    assert_int_equal(sound.count, 0);
    assert_non_null(strstr(error.sentence, file));
    if (!strstr(error.sentence, says)) fail_msg("'%s' lacks '%s'", error.sentence, says);
}

static void test_clips_that_are_missing_or_damaged_give_a_sentence(void **state) {
    (void)state;
    Fixture fixture = fixture_make();
    write_wav(&fixture, "short.wav", 9600); // 200 ms
    write_text(&fixture, "empty.opus", "", 0);
    write_text(&fixture, "noise.opus", "OggS\0\2 this is no sound at all, but a line of text", 50);
    assert_unreadable(&fixture, "short.wav", "is cut off: it lasts 200 ms where 500 are expected");
    assert_unreadable(&fixture, "empty.opus", "cannot be read as sound");
    assert_unreadable(&fixture, "noise.opus", "cannot be read as sound");
    assert_unreadable(&fixture, "none.opus", "No such file");
    assert_unreadable(&fixture, ".", "is no file");
    fixture_end(&fixture);
}

static void test_names_of_files_tell_what_is_in_them(void **state) {
    (void)state;
    char name[COACH_FILE_BYTES], other[COACH_FILE_BYTES];
    coach_file_name("Lift your hips.", name);
    assert_memory_equal(name, "lift-your-hips-", 15);
    assert_string_equal(name + strlen(name) - 5, ".opus");
    coach_file_name("Lift your hips!", other);
    assert_string_not_equal(name, other);
    coach_file_name("Child's pose.", name);
    assert_memory_equal(name, "childs-pose-", 12);
    char text[COACH_TEXT_BYTES + 1] = {0};
    memset(text, 'a', COACH_TEXT_BYTES);
    coach_file_name(text, name);
    assert_int_equal(strlen(name), 40 + 1 + 8 + 5);
    coach_file_name("\xc3\xa9\xff/..", name);
    assert_null(strchr(name, '/'));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_are_found_and_read),
        cmocka_unit_test(test_the_first_folder_wins_and_the_second_fills_in),
        cmocka_unit_test(test_a_manifest_that_is_wrong_is_refused_with_its_line),
        cmocka_unit_test(test_no_folder_is_a_sentence),
        cmocka_unit_test(test_bytes_of_chance),
        cmocka_unit_test(test_clips_that_are_missing_or_damaged_give_a_sentence),
        cmocka_unit_test(test_names_of_files_tell_what_is_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
