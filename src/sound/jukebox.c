#include "sound/jukebox.h"

#include "base/file.h"
#include "sound/level.h"
#include "sound/sound_file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    FADE_FRAMES = (int64_t)SOUND_RATE * JUKEBOX_FADE_MS / 1000,
    PIECE_FRAMES = 1024,
    EXCERPTS = 8,
    EXCERPT_FRAMES = 3 * SOUND_RATE,
    PROBLEMS_WAITING = 8,
    PROBLEMS_NAMED = 1000,
    DECKS = 2,
};

// A track that plays. It is read as far ahead as it takes to fade, so that its end is known when the fade begins.
typedef struct {
    SoundFile *file; // NULL: nothing plays here
    float *ahead;    // ring of FADE_FRAMES stereo frames
    int first, count;
    bool is_read;    // to its end, or as far as it can be
    int64_t played;
    float gain;
    char *path;
} Deck;

struct Jukebox {
    char *folder;
    Arena arena; // of the order
    FileList files;
    int next;
    char *last;  // path of the track before
    uint32_t random;
    Deck decks[DECKS];
    float piece[2 * PIECE_FRAMES];
    int piece_left; // frames of it not yet given out
    Error problems[PROBLEMS_WAITING];
    int problem_count;
    uint64_t named[PROBLEMS_NAMED]; // hashes of what was told
    int named_count;
};

static const double PI = 3.14159265358979323846;

// xorshift (Marsaglia 2003)
static uint32_t random_below(Jukebox *jukebox, uint32_t limit) {
    jukebox->random ^= jukebox->random << 13;
    jukebox->random ^= jukebox->random >> 17;
    jukebox->random ^= jukebox->random << 5;
    return jukebox->random % limit;
}

Jukebox *jukebox_open(const char *folder, uint32_t seed) {
    Jukebox *jukebox = calloc(1, sizeof *jukebox);
    char *copy = strdup(folder);
    if (!jukebox || !copy) abort();
    jukebox->folder = copy;
    jukebox->random = seed * 2654435761u | 1;
    for (int i = 0; i < DECKS; i++) {
        jukebox->decks[i].ahead = calloc(2 * FADE_FRAMES, sizeof(float));
        if (!jukebox->decks[i].ahead) abort();
    }
    return jukebox;
}

static void stop(Deck *deck) {
    sound_file_close(deck->file);
    free(deck->path);
    deck->path = NULL;
    deck->file = NULL;
}

void jukebox_close(Jukebox *jukebox) {
    if (!jukebox) return;
    for (int i = 0; i < DECKS; i++) {
        stop(&jukebox->decks[i]);
        free(jukebox->decks[i].ahead);
    }
    arena_free(&jukebox->arena);
    free(jukebox->last);
    free(jukebox->folder);
    free(jukebox);
}

// ---- problems ----

// FNV-1a (Fowler, Noll and Vo 1991)
static uint64_t hash_of(const char *text) {
    uint64_t hash = 14695981039346656037u;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash;
}

static void tell_once(Jukebox *jukebox, const char *path, const Error *error) {
    uint64_t hash = hash_of(path);
    for (int i = 0; i < jukebox->named_count; i++) {
        if (jukebox->named[i] == hash) return;
    }
    if (jukebox->named_count == PROBLEMS_NAMED || jukebox->problem_count == PROBLEMS_WAITING) return;
    jukebox->named[jukebox->named_count++] = hash;
    jukebox->problems[jukebox->problem_count++] = *error;
}

bool jukebox_next_problem(Jukebox *jukebox, Error *error) {
    if (jukebox->problem_count == 0) return false;
    *error = jukebox->problems[0];
    memmove(jukebox->problems, jukebox->problems + 1, sizeof *jukebox->problems * (size_t)--jukebox->problem_count);
    return true;
}

// ---- the order ----

bool jukebox_plays(const char *path) {
    static const char *const endings[] = {".ogg", ".oga", ".opus", ".flac", ".mp3", ".wav", NULL};
    return path_has_ending(path, endings);
}

static void swap_paths(const char **paths, int a, int b) {
    const char *path = paths[a];
    paths[a] = paths[b];
    paths[b] = path;
}

// Reads the folder anew, so that what was added meanwhile is played too, and shuffles (Fisher and Yates 1938).
static void shuffle(Jukebox *jukebox) {
    Error error = {0};
    arena_reset(&jukebox->arena);
    jukebox->files = (FileList){0};
    jukebox->next = 0;
    if (!folder_list(&jukebox->arena, jukebox->folder, NULL, &jukebox->files, &error)) tell_once(jukebox, jukebox->folder, &error);
    int count = 0;
    const char **paths = jukebox->files.paths.items;
    for (int i = 0; i < jukebox->files.paths.count && count < JUKEBOX_TRACKS; i++) {
        if (jukebox_plays(paths[i])) paths[count++] = paths[i];
    }
    jukebox->files.paths.count = count;
    for (int i = count - 1; i > 0; i--) {
        int other = (int)random_below(jukebox, (uint32_t)i + 1);
        swap_paths(paths, i, other);
    }
    // What was played last is not played again at once.
    if (count > 1 && jukebox->last && strcmp(paths[0], jukebox->last) == 0) swap_paths(paths, 0, count - 1);
}

// ---- tracks ----

// How loud the track is, by excerpts spread over it; where it cannot be sought in, by its beginning.
static float gain_of(const char *path) {
    SoundFile *file;
    Error error;
    if (!sound_file_open(path, 1, &file, &error)) return 1.0f;
    float *mono = malloc(sizeof *mono * EXCERPTS * EXCERPT_FRAMES);
    if (!mono) abort();
    double length_s = sound_file_length_s(file);
    int count = 0;
    for (int i = 0; i < EXCERPTS; i++) {
        int got = 0;
        bool follows = length_s <= EXCERPTS * EXCERPT_FRAMES / SOUND_RATE;
        if (i > 0 && !follows && !sound_file_seek(file, length_s * i / EXCERPTS)) break;
        bool good = sound_file_read(file, mono + count, EXCERPT_FRAMES, &got, &error);
        count += got;
        if (!good) break;
    }
    double loudness = level_loudness(mono, count);
    free(mono);
    sound_file_close(file);
    if (loudness < -70.0) return 1.0f;
    return (float)pow(10.0, fmin(fmax((JUKEBOX_LUFS - loudness) / 20.0, -2.0), 0.6)); // quiet ones not lifted beyond 12 dB
}

static void refill(Jukebox *jukebox, Deck *deck) {
    while (!deck->is_read && deck->count < FADE_FRAMES) {
        int at = (deck->first + deck->count) % FADE_FRAMES, got = 0;
        int room = at < deck->first ? deck->first - at : FADE_FRAMES - at;
        Error error = {0};
        bool good = sound_file_read(deck->file, deck->ahead + 2 * at, room, &got, &error);
        deck->count += got;
        deck->is_read = !good || got == 0;
        if (!good) tell_once(jukebox, deck->path, &error);
    }
}

// False when the file cannot be played.
static bool start(Jukebox *jukebox, Deck *deck, const char *path) {
    Error error = {0};
    SoundFile *file;
    if (!sound_file_open(path, 2, &file, &error)) {
        tell_once(jukebox, path, &error);
        return false;
    }
    *deck = (Deck){.file = file, .ahead = deck->ahead, .path = strdup(path), .gain = gain_of(path)};
    if (!deck->path) abort();
    refill(jukebox, deck);
    if (deck->count > 0) return true;
    error_set(&error, "%s holds no sound", path);
    tell_once(jukebox, path, &error);
    stop(deck);
    return false;
}

// The next track that can be played; false when there is none in the whole folder.
static bool start_next(Jukebox *jukebox, Deck *deck) {
    bool is_new = false;
    for (;;) {
        if (jukebox->next == jukebox->files.paths.count) {
            if (is_new) return false;
            shuffle(jukebox);
            is_new = true;
            if (jukebox->files.paths.count == 0) return false;
        }
        const char *path = jukebox->files.paths.items[jukebox->next++];
        if (!start(jukebox, deck, path)) continue;
        free(jukebox->last);
        jukebox->last = strdup(path);
        if (!jukebox->last) abort();
        return true;
    }
}

// ---- playing ----

// A quarter of a sine: two tracks that cross are as loud together as one.
static float eased(double part) {
    return part >= 1.0 ? 1.0f : (float)sin(part * PI / 2.0);
}

static void add_deck(Deck *deck, float *stereo, int frames) {
    int count = deck->count < frames ? deck->count : frames;
    for (int i = 0; i < count; i++) {
        int at = (deck->first + i) % FADE_FRAMES;
        float gain = deck->gain;
        if (deck->played + i < FADE_FRAMES) gain *= eased((double)(deck->played + i) / FADE_FRAMES);
        if (deck->is_read) gain *= eased((double)(deck->count - i) / FADE_FRAMES);
        stereo[2 * i] += gain * deck->ahead[2 * at];
        stereo[2 * i + 1] += gain * deck->ahead[2 * at + 1];
    }
    deck->first = (deck->first + count) % FADE_FRAMES;
    deck->count -= count;
    deck->played += count;
    if (deck->is_read && deck->count == 0) stop(deck);
}

// While a track fades out the next one fades in on the other deck.
static bool keep_playing(Jukebox *jukebox) {
    int playing = 0, ending = 0;
    for (int i = 0; i < DECKS; i++) {
        if (jukebox->decks[i].file) refill(jukebox, &jukebox->decks[i]);
        playing += jukebox->decks[i].file != NULL;
        ending += jukebox->decks[i].file && jukebox->decks[i].is_read;
    }
    if (playing > ending || playing == DECKS) return true;
    return start_next(jukebox, &jukebox->decks[jukebox->decks[0].file ? 1 : 0]);
}

// In pieces of one size, so that fades begin at the same sample however the time is cut.
static bool render_piece(Jukebox *jukebox) {
    if (!keep_playing(jukebox)) return false;
    memset(jukebox->piece, 0, sizeof jukebox->piece);
    for (int i = 0; i < DECKS; i++) {
        if (jukebox->decks[i].file) add_deck(&jukebox->decks[i], jukebox->piece, PIECE_FRAMES);
    }
    jukebox->piece_left = PIECE_FRAMES;
    return true;
}

bool jukebox_render(Jukebox *jukebox, float *stereo, int frames) {
    while (frames > 0) {
        if (jukebox->piece_left == 0 && !render_piece(jukebox)) {
            memset(stereo, 0, sizeof *stereo * 2 * (size_t)frames);
            return false;
        }
        int count = jukebox->piece_left < frames ? jukebox->piece_left : frames;
        memcpy(stereo, jukebox->piece + 2 * (PIECE_FRAMES - jukebox->piece_left), sizeof *stereo * 2 * (size_t)count);
        jukebox->piece_left -= count;
        stereo += 2 * count;
        frames -= count;
    }
    return true;
}
