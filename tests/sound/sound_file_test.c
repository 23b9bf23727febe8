#include "sound/sound_file.h"

#include "base/file.h"

#include <math.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

// libsndfile 1.2 forgets some memory of libvorbis when an Ogg header is broken; the leak checker looks past that.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libvorbis";
}

static const double PI = 3.14159265358979323846;
static char folder[64];

static const char *in_folder(const char *name) {
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

typedef struct {
    const char *name;
    int format;
    int rate, channels;
    double worst; // furthest a sample may be from the sine that was written
} Written;

static const Written FORMATS[] = {
    {"pcm.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 44100, 2, 0.001},
    {"old.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 8000, 1, 0.02},
    {"float.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, 0.00001},
    {"six.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 96000, 6, 0.001},
    {"lossless.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 96000, 2, 0.001},
    {"vorbis.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 44100, 2, 0.05},
    {"speech.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 0.05},
    {"song.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100, 2, 0.05},
};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof FORMATS[0] };

// `seconds` of 440 Hz at half level, the same in every channel.
static void write_sine(const char *path, int format, int rate, int channels, double seconds) {
    SF_INFO info = {.samplerate = rate, .channels = channels, .format = format};
    SNDFILE *out = sf_open(path, SFM_WRITE, &info);
    assert_non_null(out);
    float frame[SOUND_FILE_CHANNELS + 1];
    for (int i = 0; i < (int)(seconds * rate); i++) {
        for (int c = 0; c < channels; c++) frame[c] = (float)(0.5 * sin(2.0 * PI * 440.0 * i / rate));
        assert_int_equal(sf_writef_float(out, frame, 1), 1);
    }
    sf_close(out);
}

// How far the samples are from the sine, at the shift (codecs may delay a little) that fits best.
static double distance_from_sine(const float *samples, int count, int channels) {
    double best = 1e9;
    for (int shift = -60; shift <= 60; shift++) {
        double worst = 0.0;
        for (int i = 4800; i < count - 4800; i++) {
            double sine = 0.5 * sin(2.0 * PI * 440.0 * (i + shift) / SOUND_RATE);
            worst = fmax(worst, fabs(samples[i * channels] - sine));
        }
        best = fmin(best, worst);
    }
    return best;
}

static void test_every_format_comes_out_at_one_rate(void **state) {
    (void)state;
    for (int f = 0; f < FORMAT_COUNT; f++) {
        const char *path = in_folder(FORMATS[f].name);
        write_sine(path, FORMATS[f].format, FORMATS[f].rate, FORMATS[f].channels, 1.0);
        SoundClip clip;
        Error error = {0};
        if (!sound_file_read_clip(path, 5.0, &clip, &error)) fail_msg("%s", error.sentence);
        assert_in_range(clip.count, SOUND_RATE - 64, SOUND_RATE + 2400); // a coder may add a frame of its own
        double off = distance_from_sine(clip.samples, SOUND_RATE, 1);
        if (off > FORMATS[f].worst) fail_msg("%s is off by %f", FORMATS[f].name, off);
        sound_file_free_clip(&clip);
        assert_null(clip.samples);
    }
}

static void test_pieces_of_any_size_are_the_same_sound(void **state) {
    (void)state;
    const char *path = in_folder("pieces.flac");
    write_sine(path, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 44100, 2, 1.0);
    static float whole[2 * 2 * SOUND_RATE], pieces[2 * 2 * SOUND_RATE];
    SoundFile *file;
    Error error = {0};
    int count = 0, got = 0;
    assert_true(sound_file_open(path, 2, &file, &error));
    assert_float_equal(sound_file_length_s(file), 1.0, 1e-6);
    assert_true(sound_file_read(file, whole, 2 * SOUND_RATE, &count, &error));
    assert_in_range(count, SOUND_RATE - 2, SOUND_RATE + 2);
    assert_true(sound_file_read(file, pieces, 10, &got, &error)); // the end stays the end
    assert_int_equal(got, 0);
    sound_file_close(file);
    assert_true(sound_file_open(path, 2, &file, &error));
    int at = 0;
    for (int size = 1; at < count; size = size * 3 % 1009 + 1) {
        assert_true(sound_file_read(file, pieces + 2 * at, size, &got, &error));
        assert_true(got > 0);
        at += got;
    }
    sound_file_close(file);
    assert_int_equal(at, count);
    for (int i = 0; i < 2 * count; i++) assert_float_equal(pieces[i], whole[i], 1e-6);
}

static void test_seeking(void **state) {
    (void)state;
    for (int f = 0; f < FORMAT_COUNT; f++) {
        const char *path = in_folder(FORMATS[f].name);
        SoundFile *file;
        Error error = {0};
        static float read[SOUND_RATE];
        int got;
        write_sine(path, FORMATS[f].format, FORMATS[f].rate, FORMATS[f].channels, 1.0);
        assert_true(sound_file_open(path, 1, &file, &error));
        assert_true(sound_file_seek(file, 0.5));
        assert_true(sound_file_read(file, read, SOUND_RATE, &got, &error));
        assert_in_range(got, SOUND_RATE / 2 - 64, SOUND_RATE / 2 + 2400);
        bool is_exact = (FORMATS[f].format & SF_FORMAT_TYPEMASK) != SF_FORMAT_MPEG; // MP3 is near
        double off = distance_from_sine(read, SOUND_RATE / 2, 1); // half a second is 220 whole periods
        if (is_exact && off > FORMATS[f].worst) fail_msg("%s is off by %f", FORMATS[f].name, off);
        assert_true(sound_file_seek(file, 0.0)); // and back
        assert_true(sound_file_read(file, read, 100, &got, &error));
        assert_int_equal(got, 100);
        sound_file_close(file);
    }
}

static void test_left_stays_left_and_mono_is_both(void **state) {
    (void)state;
    const char *path = in_folder("sides.wav");
    SF_INFO info = {.samplerate = SOUND_RATE, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT};
    SNDFILE *out = sf_open(path, SFM_WRITE, &info);
    const float frames[] = {0.5f, 0.0f, NAN, 7.0f, -INFINITY, 0.25f};
    sf_writef_float(out, frames, 3);
    sf_close(out);
    SoundFile *file;
    Error error = {0};
    float read[8];
    int got;
    assert_true(sound_file_open(path, 2, &file, &error));
    assert_true(sound_file_read(file, read, 4, &got, &error));
    sound_file_close(file);
    assert_int_equal(got, 3);
    const float tamed[] = {0.5f, 0.0f, 0.0f, 1.0f, -1.0f, 0.25f};
    for (int i = 0; i < 6; i++) assert_float_equal(read[i], tamed[i], 1e-6);
    SoundClip clip;
    assert_true(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_float_equal(clip.samples[0], 0.25, 1e-6);
    sound_file_free_clip(&clip);
}

static void test_what_is_no_sound_is_refused_with_a_sentence(void **state) {
    (void)state;
    SoundClip clip;
    Error error = {0};
    const char *path = in_folder("missing.ogg");
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_non_null(strstr(error.sentence, "missing.ogg"));
    assert_false(sound_file_read_clip(folder, 1.0, &clip, &error));
    path = in_folder("pipe.ogg");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error)); // and does not wait
    assert_false(sound_file_read_clip("-", 1.0, &clip, &error));
    path = in_folder("text.mp3");
    assert_true(file_write(path, text_of("this is a shopping list, not a song"), &error));
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_non_null(strstr(error.sentence, "text.mp3 cannot be read as sound"));
    assert_true(file_write(path, text_of(""), &error));
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
}

static void test_limits(void **state) {
    (void)state;
    SoundClip clip;
    Error error = {0};
    const char *path = in_folder("many.wav");
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, SOUND_FILE_CHANNELS + 1, 0.1);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_non_null(strstr(error.sentence, "has 9 channels"));
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 4000, 1, 0.1);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 384000, 1, 0.1);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 1.01);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_non_null(strstr(error.sentence, "longer than the 1 seconds"));
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 1.0);
    assert_true(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_int_equal(clip.count, SOUND_RATE);
    sound_file_free_clip(&clip);
    write_sine(path, SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0.0);
    assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    assert_non_null(strstr(error.sentence, "holds no sound"));
}

// A small generator of its own: the same bytes are broken on every machine.
static uint32_t next(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// Whatever becomes of it, it ends, and every sample is within its bounds.
static void read_broken(const char *path) {
    SoundFile *file;
    Error error = {0};
    if (!sound_file_open(path, 2, &file, &error)) {
        assert_true(strlen(error.sentence) > 0);
        return;
    }
    static float piece[2 * 4096];
    int got = 1;
    bool good = true;
    for (int rounds = 0; good && got > 0 && rounds < 1000; rounds++) {
        good = sound_file_read(file, piece, 4096, &got, &error);
        for (int i = 0; i < 2 * got; i++) assert_true(piece[i] >= -1.0f && piece[i] <= 1.0f);
    }
    if (!good) assert_non_null(strstr(error.sentence, "is damaged"));
    sound_file_close(file);
}

// What is written to standard error meanwhile, in bytes.
static long told_meanwhile(void (*act)(const char *), const char *path) {
    FILE *caught = tmpfile();
    int before = dup(STDERR_FILENO);
    assert_non_null(caught);
    assert_true(before >= 0);
    fflush(stderr);
    dup2(fileno(caught), STDERR_FILENO);
    act(path);
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    struct stat about;
    fstat(fileno(caught), &about);
    fclose(caught);
    return (long)about.st_size;
}

static void test_odd_mp3_files_are_read_without_a_word(void **state) {
    (void)state;
    const char *path = in_folder("odd.mp3");
    write_sine(path, SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100, 2, 2.0);
    Arena arena = {0};
    Text whole;
    Error error = {0};
    assert_true(file_read(&arena, path, 1 << 20, &whole, &error));
    char *bytes = text_copy(&arena, (Text){whole.bytes, whole.size});
    memcpy(bytes, whole.bytes, (size_t)whole.size);
    uint32_t seed = 5;
    for (int round = 0; round < 60; round++) {
        for (int i = 0; i < 40; i++) bytes[400 + (int)(next(&seed) % (uint32_t)(whole.size - 400))] = (char)next(&seed);
        int size = round % 3 ? whole.size : (int)(next(&seed) % (uint32_t)whole.size);
        assert_true(file_write(path, (Text){bytes, size}, &error));
        assert_int_equal(told_meanwhile(read_broken, path), 0);
    }
    arena_free(&arena);
}

// A tag at the beginning, as most songs have: larger than any frame, and before other kinds of files as well.
static void test_a_tag_comes_before_the_music(void **state) {
    (void)state;
    const int formats[] = {SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, SF_FORMAT_FLAC | SF_FORMAT_PCM_16};
    for (int i = 0; i < 2; i++) {
        Arena arena = {0};
        Text song;
        Error error = {0};
        write_sine(in_folder("song"), formats[i], 44100, 2, 1.0);
        assert_true(file_read(&arena, in_folder("song"), 1 << 20, &song, &error));
        enum { TAG = 70000 };
        char *bytes = arena_new(&arena, char, TAG + song.size);
        memcpy(bytes, "ID3\4\0\0\0", 7);
        bytes[7] = (TAG - 10) >> 14, bytes[8] = (TAG - 10) >> 7 & 127, bytes[9] = (TAG - 10) & 127;
        memcpy(bytes + TAG, song.bytes, (size_t)song.size);
        const char *path = in_folder("tagged");
        assert_true(file_write(path, (Text){bytes, TAG + song.size}, &error));
        SoundClip clip;
        if (!sound_file_read_clip(path, 5.0, &clip, &error)) fail_msg("%s", error.sentence);
        assert_in_range(clip.count, SOUND_RATE - 64, SOUND_RATE + 2400);
        assert_true(distance_from_sine(clip.samples, SOUND_RATE, 1) < 0.05);
        sound_file_free_clip(&clip);
        arena_free(&arena);
    }
}

static void test_broken_files_end_in_a_sentence(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t seed = 7;
    for (int f = 0; f < FORMAT_COUNT; f++) {
        char good[128];
        snprintf(good, sizeof good, "%s", in_folder(FORMATS[f].name));
        write_sine(good, FORMATS[f].format, FORMATS[f].rate, FORMATS[f].channels, 0.3);
        Text text;
        Error error = {0};
        assert_true(file_read(&arena, good, 1 << 22, &text, &error));
        const char *broken = in_folder("broken");
        for (int round = 0; round < 40; round++) {
            char *bytes = arena_alloc(&arena, (size_t)text.size);
            memcpy(bytes, text.bytes, (size_t)text.size);
            int within = round % 2 ? text.size : (text.size < 200 ? text.size : 200); // headers as often as data
            for (int i = 0; i < 1 + round / 4; i++) bytes[next(&seed) % (uint32_t)within] = (char)next(&seed);
            int size = round % 5 == 0 ? (int)(next(&seed) % (uint32_t)text.size) : text.size;
            assert_true(file_write(broken, (Text){bytes, size}, &error));
            read_broken(broken);
        }
    }
    arena_free(&arena);
}

static int open_descriptors(void) {
    int count = 0;
    for (int i = 0; i < 512; i++) count += lseek(i, 0, SEEK_CUR) >= 0;
    return count;
}

static void test_refused_files_leave_nothing_open(void **state) {
    (void)state;
    Error error = {0};
    SoundClip clip;
    const char *path = in_folder("closed.ogg");
    assert_true(file_write(path, text_of("OggS, but nothing else of it"), &error));
    int before = open_descriptors();
    for (int i = 0; i < 20; i++) assert_false(sound_file_read_clip(path, 1.0, &clip, &error));
    for (int i = 0; i < 20; i++) assert_false(sound_file_read_clip(folder, 1.0, &clip, &error));
    assert_int_equal(open_descriptors(), before);
}

static int make_folder(void **state) {
    (void)state;
    strcpy(folder, "/tmp/limber-sound-file-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    (void)state;
    folder_remove(folder);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_format_comes_out_at_one_rate),
        cmocka_unit_test(test_pieces_of_any_size_are_the_same_sound),
        cmocka_unit_test(test_seeking),
        cmocka_unit_test(test_left_stays_left_and_mono_is_both),
        cmocka_unit_test(test_what_is_no_sound_is_refused_with_a_sentence),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_broken_files_end_in_a_sentence),
        cmocka_unit_test(test_refused_files_leave_nothing_open),
        cmocka_unit_test(test_odd_mp3_files_are_read_without_a_word),
        cmocka_unit_test(test_a_tag_comes_before_the_music),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
