#include "bake/bake.h"

#include "bake/key.h"
#include "bake/pages.h"
#include "bake/plan.h"
#include "bake/travel.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCH = 16, POSTER_WIDTH = 480, POSTER_HEIGHT = 270 };

static const double PIXELS_PER_METRE = 440;

typedef struct {
    const Clip *clip;
    const Motion *motion, *mistake; // NULL for none
    Scene scene;
    BakePlan plan;
    const Stance *stances; // of all shots
    const char *key;
    void (*progress)(int percent);
} Job;

// Shots first .. last are drawn by several threads; each takes the next that nobody has.
typedef struct {
    const Job *job;
    SceneLayers *layers;
    int first, next, last;
    long rays;
    pthread_mutex_t lock;
} Batch;

static void *draw_shots(void *argument) {
    Batch *batch = argument;
    const Job *job = batch->job;
    March march = march_make(job->scene.width, job->scene.height);
    for (;;) {
        pthread_mutex_lock(&batch->lock);
        int number = batch->next < batch->last ? batch->next++ : -1;
        pthread_mutex_unlock(&batch->lock);
        if (number < 0) break;
        march.quick = job->plan.shots.items[number].position > 0; // within a motion
        batch->layers[number - batch->first] =
            scene_draw(&job->scene, &march, job->clip, &job->stances[number], job->plan.shots.items[number].glow);
    }
    pthread_mutex_lock(&batch->lock);
    batch->rays += march.rays;
    pthread_mutex_unlock(&batch->lock);
    march_free(&march);
    return NULL;
}

static void run_batch(Batch *batch, int jobs) {
    pthread_t threads[64];
    int started = 0;
    pthread_mutex_init(&batch->lock, NULL);
    while (started < jobs - 1 && started < 64 && pthread_create(&threads[started], NULL, draw_shots, batch) == 0) started++;
    draw_shots(batch);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&batch->lock);
}

// The layers of one shot go on one page, so that a frame needs one page only.
static bool keep_shot(Pages *pages, SceneLayers *layers, Frame *frame, Error *error) {
    const Patch *patches[LAYER_COUNT] = {
        [LAYER_SHADOW] = &layers->shadow, [LAYER_BODY] = &layers->body, [LAYER_GLOW] = &layers->glow};
    bool good = pages_have_room(pages, patches, LAYER_COUNT) || pages_end(pages, error);
    static const Layer order[LAYER_COUNT] = {LAYER_BODY, LAYER_SHADOW, LAYER_GLOW};
    for (int i = 0; i < LAYER_COUNT && good; i++)
        good = pages_add(pages, patches[order[i]], &frame->layers[order[i]], error);
    patch_free(&layers->shadow), patch_free(&layers->body), patch_free(&layers->glow);
    return good;
}

static bool draw_all(const Job *job, int jobs, Pages *pages, Frame *shots, BakeCount *count, Error *error) {
    SceneLayers layers[BATCH];
    bool good = true;
    for (int first = 0; first < job->plan.shots.count && good; first += BATCH) {
        int last = first + BATCH < job->plan.shots.count ? first + BATCH : job->plan.shots.count;
        Batch batch = {.job = job, .layers = layers, .first = first, .next = first, .last = last};
        run_batch(&batch, jobs);
        count->rays += batch.rays;
        for (int i = first; i < last; i++) {
            Error later; // after a failure the rest is only freed
            good = keep_shot(pages, &layers[i - first], &shots[i], good ? error : &later) && good;
        }
        if (job->progress) job->progress(100 * last / job->plan.shots.count);
    }
    return good;
}

static bool write_poster(const Job *job, const char *folder, Error *error) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/poster.png", folder) >= (int)sizeof path)
        return error_set(error, "cannot write into %s: the path is too long", folder);
    Stance stance;
    motion_stance(job->motion, job->plan.poster_pose, job->plan.poster_pose, 0, 0, NULL, &stance);
    March march = march_make(job->scene.width, job->scene.height);
    Picture poster = scene_poster(&job->scene, &march, job->clip, &stance, POSTER_WIDTH, POSTER_HEIGHT);
    bool good = picture_write(path, &poster, error);
    picture_free(&poster);
    march_free(&march);
    return good;
}

static void find_pelvis(const Job *job, const Stance *stance, Frame *frame) {
    frame->has_pelvis = true;
    camera_project(&job->scene.camera, stance->joint[BONE_PELVIS], &frame->pelvis_x, &frame->pelvis_y);
}

static bool write_sheet(Arena *arena, const Job *job, const char *folder, int jobs, BakeCount *count, Error *error) {
    PageWriter writer = {0};
    Pages pages = {.folder = folder, .writer = jobs > 1 ? &writer : NULL};
    Sheet sheet = {.move = job->clip->id, .key = job->key,
                   .width = job->scene.width, .height = job->scene.height,
                   .pixels_per_metre = job->scene.shown_per_metre,
                   .origin_x = job->scene.origin_x, .origin_y = job->scene.origin_y, .close = clip_closeness(job->clip)};
    Patch ground = scene_ground(&job->scene);
    bool good = pages_add(&pages, &ground, &sheet.ground, error);
    patch_free(&ground);
    Frame *shots = arena_new(arena, Frame, job->plan.shots.count);
    good = good && draw_all(job, jobs, &pages, shots, count, error);
    Error later; // what went wrong first is said
    good = pages_finish(&pages, good ? error : &later) && good;
    picture_free(&pages.page);
    for (int i = 0; i < job->plan.frame_shots.count; i++) {
        Frame *frame = list_push(arena, &sheet.frames);
        int shot = job->plan.frame_shots.items[i];
        *frame = shots[shot];
        find_pelvis(job, &job->stances[shot], frame);
        frame->at = job->plan.frame_at.items[i], frame->has_at = frame->at >= 0;
    }
    sheet.stride = travel_find(job->clip, job->motion, &job->plan, sheet.frames.items);
    for (int i = 0; i < job->plan.strips.count; i++) *list_push(arena, &sheet.strips) = job->plan.strips.items[i];
    sheet.page_count = count->pages = pages.page_count;
    count->frames = sheet.frames.count, count->shots = job->plan.shots.count;
    count->width = sheet.width, count->height = sheet.height;
    return good && (job->clip->is_way || write_poster(job, folder, error)) && sheet_write(&sheet, folder, error);
}

// Puts the finished folder where the sheet belongs.
static bool move_into_place(Arena *arena, const char *finished, const char *place, Error *error) {
    char *old = text_format(arena, "%s.old-%ld", place, (long)getpid());
    bool had_one = rename(place, old) == 0;
    if (rename(finished, place) != 0) {
        int reason = errno;
        if (had_one) rename(old, place);
        return error_set(error, "cannot put the sheet at %s: %s", place, strerror(reason));
    }
    if (had_one) folder_remove(old);
    return true;
}

static const Stance *stances_of(Arena *arena, const Job *job) {
    Stance *stances = arena_new(arena, Stance, job->plan.shots.count);
    for (int i = 0; i < job->plan.shots.count; i++) {
        const Shot *shot = &job->plan.shots.items[i];
        const Motion *motion = shot->is_mistake ? job->mistake : job->motion;
        motion_stance(motion, shot->from, shot->to, shot->position, shot->breath, NULL, &stances[i]);
    }
    return stances;
}

// The canvas must hold every key pose, and the ways between them.
static Scene frame_scene(Arena *arena, const Job *job, double pixels_per_metre) {
    int count = 0, shots = job->plan.shots.count;
    Stance *stances = arena_new(arena, Stance, shots);
    for (int i = 0; i < shots; i++) {
        const Shot *shot = &job->plan.shots.items[i];
        if (shot->breath == 0 || shot->breath == 1) stances[count++] = job->stances[i];
    }
    return scene_make(job->clip, stances, count, pixels_per_metre);
}

static const char *key_of(Arena *arena, const Job *job) {
    Key key = key_begin(job->clip, &job->plan, &job->scene);
    for (int i = 0; i < job->plan.shots.count; i++) key_add_shot(&key, &job->plan.shots.items[i], &job->stances[i]);
    return key_text(arena, &key);
}

// Whether the sheet is there, whole, and the one that would be made.
static bool is_up_to_date(Arena *arena, const Job *job, const char *place, BakeCount *count) {
    Sheet sheet;
    Error unsaid;
    if (!file_exists(place) || !sheet_read(arena, place, &sheet, &unsaid)) return false;
    if (!sheet.key || strcmp(sheet.key, job->key) != 0) return false;
    for (int page = 0; page < sheet.page_count; page++)
        if (!file_exists(sheet_page_path(arena, &sheet, page))) return false;
    if (!job->clip->is_way && !file_exists(path_join(arena, place, "poster.png"))) return false;
    *count = (BakeCount){.frames = sheet.frames.count, .shots = job->plan.shots.count, .pages = sheet.page_count,
                         .width = sheet.width, .height = sheet.height, .kept = true};
    return true;
}

// Builds tell by the time of the index whether a sheet is older than its move.
static bool touch_index(Arena *arena, const char *place, Error *error) {
    const char *index = path_join(arena, place, "sheet.txt");
    if (utimensat(AT_FDCWD, index, NULL, 0) == 0) return true;
    return error_set(error, "cannot mark %s as up to date: %s", index, strerror(errno));
}

bool bake_sheet(const Clip *clip, const Motion *motion, const BakeOptions *options, BakeCount *count, Error *error) {
    Arena arena = {0};
    double pixels_per_metre = PIXELS_PER_METRE * options->scale;
    *count = (BakeCount){0};
    Job job = {.clip = clip, .motion = motion, .progress = options->progress};
    job.plan = bake_plan(&arena, clip, motion, pixels_per_metre * clip_closeness(clip));
    Clip mistake = {0};
    if (clip->mistake.name) mistake = clip_of_mistake(&arena, clip), job.mistake = motion_make(&arena, &mistake);
    job.stances = stances_of(&arena, &job);
    job.scene = frame_scene(&arena, &job, pixels_per_metre);
    char *place = path_join(&arena, options->folder, clip->id);
    job.key = key_of(&arena, &job);
    if (is_up_to_date(&arena, &job, place, count)) {
        bool touched = touch_index(&arena, place, error);
        arena_free(&arena);
        return touched;
    }
    char *temporary = text_format(&arena, "%s.new-%ld", place, (long)getpid());
    bool good = folder_make(temporary, error) &&
                write_sheet(&arena, &job, temporary, options->jobs, count, error) &&
                move_into_place(&arena, temporary, place, error);
    if (!good) folder_remove(temporary);
    arena_free(&arena);
    return good;
}
