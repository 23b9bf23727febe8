#include "sound/music.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    RING_FRAMES = 1 << 17,
    PIECE_FRAMES = 4096,
    FLOW_FRAMES = SOUND_RATE / 100, // how quickly it fades when the files come too slowly, and afterwards
    FLOWS_AGAIN_FRAMES = RING_FRAMES / 4,
    NAP_MS = 50,
    NAPS_BEFORE_RETRY = 100, // five seconds: a folder that is empty may be filled
    PROBLEMS_WAITING = 8,
    PART_FRAMES = 256,
};

// What is known of the folder.
typedef enum { FILES_UNKNOWN, FILES_PLAY, FILES_NONE } FilesState;

struct Music {
    Arena arena;
    Bed *bed;
    Jukebox *jukebox;
    MusicPlays plays;
    float bed_level, files_level; // 0..1, straight ramps
    float flow;                   // 0 while the ring is too empty
    bool starved;

    // Between the thread and music_fill; the ring has one writer and one reader.
    bool in_background, has_thread;
    pthread_t thread;
    _Atomic bool closing, wanted;
    _Atomic int files; // FilesState
    _Atomic uint64_t written, read;
    float ring[2 * RING_FRAMES];

    pthread_mutex_t lock; // of what follows
    pthread_cond_t wakes;
    Error problems[PROBLEMS_WAITING];
    int problem_count;
};

// ---- reading ahead ----

static void collect_problems(Music *music) {
    Error error;
    pthread_mutex_lock(&music->lock);
    while (music->problem_count < PROBLEMS_WAITING && jukebox_next_problem(music->jukebox, &error))
        music->problems[music->problem_count++] = error;
    pthread_mutex_unlock(&music->lock);
}

static bool render_files(Music *music, float *stereo, int frames) {
    bool plays = jukebox_render(music->jukebox, stereo, frames);
    collect_problems(music);
    atomic_store(&music->files, plays ? FILES_PLAY : FILES_NONE);
    return plays;
}

static void nap(const Music *music, int times) {
    for (int i = 0; i < times && !atomic_load(&music->closing); i++)
        nanosleep(&(struct timespec){.tv_nsec = NAP_MS * 1000000L}, NULL);
}

static void wait_until_wanted(Music *music) {
    pthread_mutex_lock(&music->lock);
    while (!atomic_load(&music->wanted) && !atomic_load(&music->closing)) pthread_cond_wait(&music->wakes, &music->lock);
    pthread_mutex_unlock(&music->lock);
}

static void *read_ahead(void *context) {
    Music *music = context;
    float piece[2 * PIECE_FRAMES];
    for (;;) {
        wait_until_wanted(music);
        if (atomic_load(&music->closing)) return NULL;
        uint64_t written = atomic_load(&music->written), held = written - atomic_load(&music->read);
        if (held + PIECE_FRAMES > RING_FRAMES) {
            nap(music, 1);
        } else if (render_files(music, piece, PIECE_FRAMES)) {
            size_t at = written % RING_FRAMES; // a multiple of the piece, so that it never goes round
            memcpy(music->ring + 2 * at, piece, sizeof piece);
            atomic_store(&music->written, written + PIECE_FRAMES);
        } else {
            nap(music, NAPS_BEFORE_RETRY);
        }
    }
}

static void set_wanted(Music *music, bool wanted) {
    if (atomic_load(&music->wanted) == wanted) return;
    pthread_mutex_lock(&music->lock);
    atomic_store(&music->wanted, wanted);
    pthread_cond_signal(&music->wakes);
    pthread_mutex_unlock(&music->lock);
}

// ---- opening and closing ----

Music *music_open(const char *folder, uint32_t seed, bool in_background) {
    Music *music = calloc(1, sizeof *music);
    if (!music) abort();
    music->bed = bed_make(&music->arena, seed);
    music->jukebox = jukebox_open(folder, seed);
    pthread_mutex_init(&music->lock, NULL);
    pthread_cond_init(&music->wakes, NULL);
    music->in_background = in_background;
    music->has_thread = in_background && pthread_create(&music->thread, NULL, read_ahead, music) == 0;
    // Without a thread nothing may read files: the bed it is.
    if (in_background && !music->has_thread) atomic_store(&music->files, FILES_NONE);
    return music;
}

void music_close(Music *music) {
    if (!music) return;
    if (music->has_thread) {
        pthread_mutex_lock(&music->lock);
        atomic_store(&music->closing, true);
        pthread_cond_signal(&music->wakes);
        pthread_mutex_unlock(&music->lock);
        pthread_join(music->thread, NULL);
    }
    pthread_cond_destroy(&music->wakes);
    pthread_mutex_destroy(&music->lock);
    jukebox_close(music->jukebox);
    arena_free(&music->arena);
    free(music);
}

void music_play(Music *music, MusicPlays plays, BedMood mood) {
    music->plays = plays;
    bed_set_mood(music->bed, mood);
    set_wanted(music, plays == MUSIC_PLAYS_FILES);
}

bool music_next_problem(Music *music, Error *error) {
    pthread_mutex_lock(&music->lock);
    bool has_problem = music->problem_count > 0;
    if (has_problem) {
        *error = music->problems[0];
        memmove(music->problems, music->problems + 1, sizeof *music->problems * (size_t)--music->problem_count);
    }
    pthread_mutex_unlock(&music->lock);
    return has_problem;
}

// ---- filling ----

static float ramp(float value, float target, float step) {
    if (value < target) return value + step < target ? value + step : target;
    return value - step > target ? value - step : target;
}

static float eased(float x) {
    return x * x * (3.0f - 2.0f * x);
}

// The ring must still hold the fade when it begins, so it begins in time.
static void mind_the_ring(Music *music, int frames) {
    uint64_t held = atomic_load(&music->written) - atomic_load(&music->read);
    if (held < (uint64_t)frames + FLOW_FRAMES) music->starved = true;
    else if (held >= FLOWS_AGAIN_FRAMES) music->starved = false;
}

static void take_from_ring(Music *music, float *stereo, int frames) {
    memset(stereo, 0, sizeof *stereo * 2 * (size_t)frames);
    mind_the_ring(music, frames);
    uint64_t read = atomic_load(&music->read), written = atomic_load(&music->written);
    for (int i = 0; i < frames && read < written; i++) {
        if (music->starved && music->flow == 0.0f) break;
        music->flow = ramp(music->flow, music->starved ? 0.0f : 1.0f, 1.0f / FLOW_FRAMES);
        size_t at = read++ % RING_FRAMES;
        stereo[2 * i] = music->ring[2 * at] * music->flow;
        stereo[2 * i + 1] = music->ring[2 * at + 1] * music->flow;
    }
    atomic_store(&music->read, read);
}

static void add_at_level(float *stereo, const float *part, int frames, float *level, float target) {
    const float step = 1000.0f / SOUND_RATE / MUSIC_FADE_MS;
    for (int i = 0; i < frames; i++) {
        *level = ramp(*level, target, step);
        float gain = eased(*level);
        stereo[2 * i] += gain * part[2 * i];
        stereo[2 * i + 1] += gain * part[2 * i + 1];
    }
}

static void fill_part(Music *music, float *stereo, int frames) {
    float part[2 * PART_FRAMES];
    bool files = music->plays == MUSIC_PLAYS_FILES;
    memset(stereo, 0, sizeof *stereo * 2 * (size_t)frames);
    if (files || music->files_level > 0.0f) {
        if (music->in_background) take_from_ring(music, part, frames);
        else if (atomic_load(&music->files) == FILES_NONE || !render_files(music, part, frames)) memset(part, 0, sizeof part);
        add_at_level(stereo, part, frames, &music->files_level, files && atomic_load(&music->files) == FILES_PLAY ? 1.0f : 0.0f);
    }
    bool bed = music->plays == MUSIC_PLAYS_BED || (files && atomic_load(&music->files) == FILES_NONE);
    if (bed || music->bed_level > 0.0f) {
        bed_render(music->bed, part, frames);
        add_at_level(stereo, part, frames, &music->bed_level, bed ? 1.0f : 0.0f);
    }
}

void music_fill(void *context, float *stereo, int frames) {
    while (frames > 0) {
        int count = frames < PART_FRAMES ? frames : PART_FRAMES;
        fill_part(context, stereo, count);
        stereo += 2 * count;
        frames -= count;
    }
}
