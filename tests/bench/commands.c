// How surely are spoken commands heard? bench-commands [--music DB] FILE ...  Sound files named WORDS.SPEAKER.wav with
// dashes for blanks ("go-on.anna.wav"); words that are no command count as other talk. Each is said into a quiet room,
// cut out and recognised as in the program. --music plays the bed, as many decibels below the speaker, until it steps back for the voice.
//
// tests/bench/commands.sh makes such files with the synthesisers that are installed.
#include "hear/utterance.h"
#include "sound/bed.h"
#include "sound/level.h"
#include "sound/sound_file.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A voice is noticed after 60 ms, and what sounds was given out two blocks earlier.
enum { QUIET_S = 1, LONGEST_S = 20, STEPS_BACK_AFTER_MS = 60 + 43 + 16, RATIO = SOUND_RATE / HEAR_RATE };

typedef struct {
    int said, right, wrong, utterances;
} Row;

// The words that a file's name begins with.
static void words_of(const char *path, char words[64]) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    snprintf(words, 64, "%.*s", (int)strcspn(name, "."), name);
    for (char *at = words; *at; at++)
        if (*at == '-') *at = ' ';
}

static int command_of(const char *words) {
    for (int i = 1; i < HEARD_COUNT; i++)
        if (strcmp(words, heard_words[i]) == 0) return i;
    return HEARD_NOTHING;
}

// Music under it, which falls silent as soon as a voice is noticed; before, so loud that the speaker is `below_db` above it.
static float stepped_back(int at) {
    const int begin = (QUIET_S * 1000 + STEPS_BACK_AFTER_MS) * (SOUND_RATE / 1000), fade = MIXER_STEP_BACK_SAMPLES;
    return at < begin ? 1.0f : at > begin + fade ? 0.0f : 1.0f - (float)(at - begin) / (float)fade;
}

static void add_music(float *samples, int count, double speech_lufs, double below_db) {
    float *stereo = calloc((size_t)count * 2, sizeof *stereo);
    Arena arena = {0};
    if (!stereo) abort();
    bed_render(bed_make(&arena, 1), stereo, count);
    for (int i = 0; i < count; i++) stereo[i] = stereo[2 * i];
    float gain = (float)pow(10.0, (speech_lufs - below_db - level_loudness(stereo, count)) / 20.0);
    for (int i = 0; i < count; i++) samples[i] += gain * stepped_back(i) * stereo[i];
    arena_free(&arena);
    free(stereo);
}

// Quiet, the words, quiet; the room itself is never silent (Knuth 1997, linear congruential).
static int say_into_room(SoundClip clip, double music_db, int16_t **room) {
    int quiet = QUIET_S * SOUND_RATE, count = clip.count + 2 * quiet;
    float *samples = calloc((size_t)count, sizeof *samples);
    *room = calloc((size_t)(count / RATIO), sizeof **room);
    if (!samples || !*room) abort();
    memcpy(samples + quiet, clip.samples, sizeof *samples * (size_t)clip.count);
    if (music_db > 0) add_music(samples, count, level_loudness(clip.samples, clip.count), music_db);
    uint32_t chance = 1;
    for (int i = 0; i < count / RATIO; i++) {
        chance = chance * 1664525u + 1013904223u;
        float mean = (samples[RATIO * i] + samples[RATIO * i + 1] + samples[RATIO * i + 2]) / RATIO;
        (*room)[i] = (int16_t)(mean * 16000.0f + (float)((int)(chance >> 27) - 16) / 4);
    }
    free(samples);
    return count / RATIO;
}

static void listen(Recogniser *recogniser, const int16_t *room, int count, int command, Row *row) {
    static Utterance utterance;
    utterance_start(&utterance);
    Heard heard = HEARD_NOTHING;
    for (int at = 0; at < count;) {
        bool done;
        at += utterance_take(&utterance, room + at, count - at, &done);
        if (!done) continue;
        row->utterances++;
        Heard now = recogniser_hear(recogniser, utterance.kept, utterance.kept_count);
        if (now) heard = now;
        utterance_forget(&utterance);
    }
    row->said++;
    row->right += command && (int)heard == command;
    row->wrong += heard && (int)heard != command;
}

static bool measure(Recogniser *recogniser, const char *path, double music_db, Row rows[HEARD_COUNT]) {
    SoundClip clip;
    Error error;
    char words[64];
    if (!sound_file_read_clip(path, LONGEST_S, &clip, &error)) {
        fprintf(stderr, "%s\n", error.sentence);
        return false;
    }
    int16_t *room;
    words_of(path, words);
    int count = say_into_room(clip, music_db, &room), command = command_of(words);
    Row before = rows[command];
    listen(recogniser, room, count, command, &rows[command]);
    if (!command && rows[command].wrong > before.wrong) printf("  '%s' was taken for a command\n", path);
    free(room);
    sound_file_free_clip(&clip);
    return true;
}

int main(int argc, char **argv) {
    Recogniser *recogniser;
    Error error;
    Row rows[HEARD_COUNT] = {{0}};
    double music_db = 0;
    int first = 1;
    if (argc > 2 && strcmp(argv[1], "--music") == 0) music_db = atof(argv[2]), first = 3;
    if (first >= argc) return fprintf(stderr, "usage: bench-commands [--music DB] FILE ...\n"), 2;
    if (!recogniser_open(&recogniser, &error)) return fprintf(stderr, "%s\n", error.sentence), 1;
    for (int i = first; i < argc; i++)
        if (!measure(recogniser, argv[i], music_db, rows)) return 1;
    printf("%-12s %6s %6s %6s %11s\n", "words", "said", "right", "wrong", "utterances");
    for (int i = 1; i < HEARD_COUNT; i++)
        printf("%-12s %6d %6d %6d %11d\n", heard_words[i], rows[i].said, rows[i].right, rows[i].wrong, rows[i].utterances);
    printf("%-12s %6d %6s %6d %11d\n", "other talk", rows[0].said, "", rows[0].wrong, rows[0].utterances);
    recogniser_close(recogniser);
    return 0;
}
