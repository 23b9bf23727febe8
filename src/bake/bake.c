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

enum { AHEAD = 16, MOST_JOBS = 64, POSTER_WIDTH = 480, POSTER_HEIGHT = 270 };

static const double PIXELS_PER_METRE = 440;

typedef struct {
    const Clip *clip;
    const Motion *motion, *mistake; // NULL for none
    Scene scene;
    BakePlan plan;
    const Stance *stances; // of all shots
    const char *key;
    const BakeOptions *options;
} Job;

// What threads that bake one sheet share. Each does what is most urgent and nobody does yet: put the next picture on
// its page, and a full page into its file, or draw the next picture, or the poster. So none waits for another,
// and pictures come to lie on pages in their order, whoever drew them. What the move must pass takes as long as many
// pictures, so that comes first.
typedef struct {
    const Job *job;
    Pages *pages;
    Frame *shots;
    SceneLayers layers[AHEAD]; // of shots that are drawn and not kept yet, at their number modulo AHEAD
    bool drawn[AHEAD];
    int next, kept;            // shots that somebody draws or has drawn, and that are on pages
    bool keeping;              // somebody is
    bool passing_taken, poster_taken, good;
    Error error;               // the first
    long rays;
    pthread_mutex_t lock;      // held but for drawing and writing
    pthread_cond_t changed;
} Team;

static void free_layers(SceneLayers *layers) {
    patch_free(&layers->shadow), patch_free(&layers->body), patch_free(&layers->glow);
}

// The layers of one shot go on one page, so that a frame needs one page only.
static bool keep_shot(Pages *pages, SceneLayers *layers, Frame *frame, Error *error) {
    const Patch *patches[LAYER_COUNT] = {
        [LAYER_SHADOW] = &layers->shadow, [LAYER_BODY] = &layers->body, [LAYER_GLOW] = &layers->glow};
    bool good = pages_have_room(pages, patches, LAYER_COUNT) || pages_end(pages, error);
    static const Layer order[LAYER_COUNT] = {LAYER_BODY, LAYER_SHADOW, LAYER_GLOW};
    for (int i = 0; i < LAYER_COUNT && good; i++)
        good = pages_add(pages, patches[order[i]], &frame->layers[order[i]], error);
    free_layers(layers);
    return good;
}

static bool write_poster(const Job *job, March *march, const char *folder, Error *error) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/poster.png", folder) >= (int)sizeof path)
        return error_set(error, "cannot write into %s: the path is too long", folder);
    Stance stance;
    motion_stance(job->motion, job->plan.poster_pose, job->plan.poster_pose, 0, 0, NULL, &stance);
    march->quick = false;
    Picture poster = scene_poster(&job->scene, march, job->clip, &stance, POSTER_WIDTH, POSTER_HEIGHT);
    bool good = picture_write(path, &poster, error);
    picture_free(&poster);
    return good;
}

static void note(Team *team, bool good, const Error *error) {
    if (!good && team->good) team->error = *error;
    team->good = team->good && good;
}

static bool passes(const BakeOptions *options, const Clip *clip, Error *error) {
    return !options->passes || options->passes(options->asked) || error_set(error, "%s fails a check", clip->id);
}

static void ask_whether_passes(Team *team) {
    Error error;
    team->passing_taken = true;
    pthread_mutex_unlock(&team->lock);
    bool good = passes(team->job->options, team->job->clip, &error);
    pthread_mutex_lock(&team->lock);
    note(team, good, &error);
}

static void keep_next(Team *team) {
    int number = team->kept;
    Error error;
    team->keeping = true;
    pthread_mutex_unlock(&team->lock);
    bool good = keep_shot(team->pages, &team->layers[number % AHEAD], &team->shots[number], &error);
    pthread_mutex_lock(&team->lock);
    note(team, good, &error);
    team->drawn[number % AHEAD] = team->keeping = false;
    team->kept++;
    if (team->job->options->progress) team->job->options->progress(100 * team->kept / team->job->plan.shots.count);
}

static void draw_next(Team *team, March *march) {
    const Job *job = team->job;
    int number = team->next++;
    const Shot *shot = &job->plan.shots.items[number];
    pthread_mutex_unlock(&team->lock);
    march->quick = shot->position > 0; // within a motion
    SceneLayers layers = scene_draw(&job->scene, march, job->clip, &job->stances[number], shot->glow);
    pthread_mutex_lock(&team->lock);
    team->layers[number % AHEAD] = layers;
    team->drawn[number % AHEAD] = true;
}

static void draw_poster(Team *team, March *march) {
    Error error;
    team->poster_taken = true;
    pthread_mutex_unlock(&team->lock);
    bool good = write_poster(team->job, march, team->pages->folder, &error);
    pthread_mutex_lock(&team->lock);
    note(team, good, &error);
}

static void *work(void *argument) {
    Team *team = argument;
    const Job *job = team->job;
    int count = job->plan.shots.count;
    March march = march_make(job->scene.width, job->scene.height);
    pthread_mutex_lock(&team->lock);
    while (team->good && (team->kept < count || !team->poster_taken)) {
        if (!team->passing_taken) ask_whether_passes(team);
        else if (!team->keeping && team->drawn[team->kept % AHEAD]) keep_next(team);
        else if (team->next < count && team->next < team->kept + AHEAD) draw_next(team, &march);
        else if (!team->poster_taken) draw_poster(team, &march);
        else {
            pthread_cond_wait(&team->changed, &team->lock);
            continue;
        }
        pthread_cond_broadcast(&team->changed);
    }
    team->rays += march.rays;
    pthread_mutex_unlock(&team->lock);
    march_free(&march);
    return NULL;
}

static bool draw_all(const Job *job, Pages *pages, Frame *shots, BakeCount *count, Error *error) {
    Team team = {.job = job, .pages = pages, .shots = shots, .good = true, .poster_taken = job->clip->is_way};
    pthread_t threads[MOST_JOBS];
    int started = 0;
    pthread_mutex_init(&team.lock, NULL);
    pthread_cond_init(&team.changed, NULL);
    while (started < job->options->jobs - 1 && started < MOST_JOBS && pthread_create(&threads[started], NULL, work, &team) == 0) started++;
    work(&team);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
    pthread_cond_destroy(&team.changed);
    pthread_mutex_destroy(&team.lock);
    for (int i = 0; i < AHEAD; i++)
        if (team.drawn[i]) free_layers(&team.layers[i]); // after a failure
    count->rays = team.rays;
    if (!team.good) *error = team.error;
    return team.good;
}

static void find_pelvis(const Job *job, const Stance *stance, Frame *frame) {
    frame->has_pelvis = true;
    camera_project(&job->scene.camera, stance->joint[BONE_PELVIS], &frame->pelvis_x, &frame->pelvis_y);
}

// How far it is from each frame to the next of its strip.
static void find_leaps(const Job *job, Frame *frames) {
    const int *shots = job->plan.frame_shots.items;
    for (int i = 0; i < job->plan.strips.count; i++) {
        const Strip *strip = &job->plan.strips.items[i];
        for (int f = strip->first_frame; f + 1 < strip->first_frame + strip->frame_count; f++) {
            frames[f].has_leap = true;
            frames[f].leap = bake_leap(&job->scene.camera, &job->stances[shots[f]], &job->stances[shots[f + 1]]);
        }
    }
}

static bool write_sheet(Arena *arena, const Job *job, const char *folder, BakeCount *count, Error *error) {
    Pages pages = {.folder = folder};
    Sheet sheet = {.move = job->clip->id, .key = job->key,
                   .width = job->scene.width, .height = job->scene.height,
                   .pixels_per_metre = job->scene.shown_per_metre,
                   .origin_x = job->scene.origin_x, .origin_y = job->scene.origin_y, .close = clip_closeness(job->clip)};
    Patch ground = scene_ground(&job->scene);
    bool good = pages_add(&pages, &ground, &sheet.ground, error);
    patch_free(&ground);
    Frame *shots = arena_new(arena, Frame, job->plan.shots.count);
    good = good && draw_all(job, &pages, shots, count, error);
    Error later; // what went wrong first is said
    good = pages_end(&pages, good ? error : &later) && good;
    picture_free(&pages.page);
    for (int i = 0; i < job->plan.frame_shots.count; i++) {
        Frame *frame = list_push(arena, &sheet.frames);
        int shot = job->plan.frame_shots.items[i];
        *frame = shots[shot];
        find_pelvis(job, &job->stances[shot], frame);
        frame->at = job->plan.frame_at.items[i], frame->has_at = frame->at >= 0;
    }
    find_leaps(job, sheet.frames.items);
    sheet.stride = travel_find(job->clip, job->motion, &job->plan, sheet.frames.items);
    for (int i = 0; i < job->plan.strips.count; i++) *list_push(arena, &sheet.strips) = job->plan.strips.items[i];
    sheet.page_count = count->pages = pages.page_count;
    count->frames = sheet.frames.count, count->shots = job->plan.shots.count;
    count->width = sheet.width, count->height = sheet.height;
    return good && sheet_write(&sheet, folder, error);
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
    Job job = {.clip = clip, .motion = motion, .options = options};
    job.plan = bake_plan(&arena, clip, motion, pixels_per_metre * clip_closeness(clip));
    Clip mistake = {0};
    if (clip->mistake.name) mistake = clip_of_mistake(&arena, clip), job.mistake = motion_make(&arena, &mistake);
    job.stances = stances_of(&arena, &job);
    job.scene = frame_scene(&arena, &job, pixels_per_metre);
    char *place = path_join(&arena, options->folder, clip->id);
    job.key = key_of(&arena, &job);
    if (is_up_to_date(&arena, &job, place, count)) {
        bool touched = passes(options, clip, error) && touch_index(&arena, place, error);
        arena_free(&arena);
        return touched;
    }
    char *temporary = text_format(&arena, "%s.new-%ld", place, (long)getpid());
    bool good = folder_make(temporary, error) &&
                write_sheet(&arena, &job, temporary, count, error) &&
                move_into_place(&arena, temporary, place, error);
    if (!good) folder_remove(temporary);
    arena_free(&arena);
    return good;
}
