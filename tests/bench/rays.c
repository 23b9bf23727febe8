// How fast figures are drawn: a few key poses by a plain marcher and by the one that bakes, in one run;
// then, with -o, whole moves as limber-bake makes them. Run in the top folder.
//
//     bench-rays [--scale 0.125] [-o FOLDER MOVE...]
#include "bake/bake.h"
#include "figure/scene.h"
#include "library/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SAMPLES = 4, MOST_STEPS = 256 };

static const double PIXELS_PER_METRE = 440;
static const char *const shown[] = {"bridge-reps", "squat", "bird-dog"};

typedef struct {
    double scale;
    const char *folder; // NULL: no whole moves
    char **moves;
    int move_count;
} Options;

typedef struct {
    double seconds;
    long rays, hits;
} Took;

static double now_s(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// ---- the plain marcher: every pixel of the canvas, every shape at every step ----

typedef struct {
    const Scene *scene;
    const Body *body;
    ShapeList all;
    Lighting lighting;
} Naive;

// Where the rays of some samples go; samples are counted row by row, a pixel's one after the other.
static Lanes3 directions(const Scene *scene, long sample, int together) {
    Lanes3 rays;
    for (int lane = 0; lane < LANES; lane++) {
        long number = sample + lane % together, pixel = number / SAMPLES;
        double x = (double)(pixel % scene->width) + (number & 1 ? 0.75 : 0.25);
        double y = (double)(pixel / scene->width) + (number & 2 ? 0.75 : 0.25);
        Vec ray = vec_unit(camera_ray(&scene->camera, x, y), scene->camera.forward);
        rays.x[lane] = (float)ray.x, rays.y[lane] = (float)ray.y, rays.z[lane] = (float)ray.z;
    }
    return rays;
}

// Walks the rays and lights what they meet. Returns the lanes that met something.
static LaneMask see(const Naive *naive, Lanes3 ray, Lanes3 *colour) {
    const Vec eye = naive->scene->camera.eye;
    Lanes3 from = lanes3_of((float)eye.x, (float)eye.y, (float)eye.z);
    Lanes walked = lanes(0);
    LaneMask active = walked < 1.0f, hit = {0};
    for (int step = 0; step < MOST_STEPS && lanes_any(active); step++) {
        Lanes d = body_distance(naive->body, &naive->all, lanes3_along(from, ray, walked));
        LaneMask arrived = d < 0.0006f;
        hit |= active & arrived;
        active &= ~arrived & (walked < 12.0f);
        walked += lanes_select(active, d * 0.96f, lanes(0));
    }
    if (!lanes_any(hit)) return hit;
    Lanes3 at = lanes3_along(from, ray, walked);
    Surface surface = body_surface(naive->body, &naive->all, at);
    Lanes length = lanes_sqrt(lanes_dot(surface.gradient, surface.gradient));
    Lanes3 normal = lanes3_scaled(surface.gradient, 1.0f / lanes_max(length, lanes(1e-9f)));
    *colour = lighting_shade(&naive->lighting, at, normal, ray, lanes3_of(0.5f, 0.5f, 0.5f), hit);
    return hit;
}

// `together` rays, 1 or LANES, are walked at a time; a single one fills all lanes, so a marcher of single numbers
// would lie between the two. Coverage and light only:
// materials, muscles and the shadow on the ground are left out.
static Took draw_naively(const Scene *scene, const Body *body, int together, float *light) {
    Naive naive = {.scene = scene, .body = body};
    Took took = {0};
    double begun = now_s();
    body_all_shapes(body, &naive.all);
    lighting_make(body, &scene->light, &naive.lighting);
    took.rays = (long)scene->width * scene->height * SAMPLES; // a multiple of LANES: sides are multiples of 4
    for (long sample = 0; sample < took.rays; sample += together) {
        Lanes3 colour = lanes3_of(0, 0, 0);
        LaneMask hit = see(&naive, directions(scene, sample, together), &colour);
        for (int lane = 0; lane < together; lane++) {
            if (!hit[lane]) continue;
            took.hits++;
            light[(sample + lane) / SAMPLES] += (colour.x[lane] + colour.y[lane] + colour.z[lane]) / (3 * SAMPLES);
        }
    }
    took.seconds = now_s() - begun;
    return took;
}

// ---- the one that bakes ----

// `without`: 1 leaves AVX-512 unused, 2 AVX2 as well, where the processor has them.
static Took draw_finally(const Scene *scene, const Clip *clip, const Stance *stance, int without) {
    March march = march_make(scene->width, scene->height);
    march.no_masks = without > 0, march.narrow = without > 1;
    Took took = {0};
    int times = 0;
    double begun = now_s();
    do {
        SceneLayers layers = scene_draw(scene, &march, clip, stance, 1);
        patch_free(&layers.shadow), patch_free(&layers.body), patch_free(&layers.glow);
        took.seconds = (now_s() - begun) / ++times;
    } while (now_s() - begun < 0.2);
    took.rays = march.rays / times;
    double cover = 0;
    for (long i = 0; i < (long)scene->width * scene->height; i++) cover += (double)march.samples[i].cover;
    took.hits = (long)(cover * SAMPLES);
    march_free(&march);
    return took;
}

static void print_row(const char *move, const char *pose, const char *how, Took took, double against) {
    printf("%-12s %-12s %-16s %9ld %9ld %10.0f %10.4f %8.1f\n", move, pose, how, took.hits, took.rays,
           (double)took.rays / took.seconds, took.seconds, against / took.seconds);
}

static void compare(const Clip *clip, int pose, double scale) {
    Arena arena = {0};
    Stance stance;
    motion_stance(motion_make(&arena, clip), pose, pose, 0, 0, NULL, &stance);
    Scene scene = scene_make(clip, &stance, 1, PIXELS_PER_METRE * scale);
    Body *body = arena_new(&arena, Body, 1);
    body_make(&stance, body);
    prop_shapes_add(&scene.props, &stance, body);
    float *light = arena_new(&arena, float, scene.width * scene.height);
    const char *name = clip->poses.items[pose].name;
    Took one = draw_naively(&scene, body, 1, light), all = draw_naively(&scene, body, LANES, light);
    print_row(clip->id, name, "naive, one ray", one, one.seconds);
    print_row(clip->id, name, "naive, eight", all, one.seconds);
    static const char *const ways[] = {"final", "final, AVX2", "final, plain"};
    for (int i = 0; i < 3; i++) print_row(clip->id, name, ways[i], draw_finally(&scene, clip, &stance, i), one.seconds);
    arena_free(&arena);
}

static bool bake(const Clip *clip, const Options *options, Error *error) {
    Arena arena = {0};
    BakeOptions bake = {options->folder, options->scale, (int)sysconf(_SC_NPROCESSORS_ONLN)};
    BakeCount count;
    double begun = now_s();
    bool good = bake_sheet(clip, motion_make(&arena, clip), &bake, &count, error);
    if (good && count.kept) printf("%-25s up to date\n", clip->id);
    else if (good) printf("%-25s %6d frames %9.2f s\n", clip->id, count.shots, now_s() - begun);
    arena_free(&arena);
    return good;
}

static bool run(Arena *arena, const Options *options, Error *error) {
    static const char *const folders[] = {"assets/moves"};
    Library library = {0};
    Diags diags = {.arena = arena};
    if (!library_read(arena, folders, 1, &library, &diags, error)) return false;
    printf("%-12s %-12s %-16s %9s %9s %10s %10s %8s\n", "move", "pose", "drawn", "hits", "rays", "rays/s", "s/frame", "ratio");
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        const Move *move = library_move(&library, text_of(shown[i]));
        if (!move) return error_set(error, "there is no move called %s; run this in the top folder", shown[i]);
        for (int pose = 0; pose < move->clip.poses.count && pose < 2; pose++) compare(&move->clip, pose, options->scale);
    }
    for (int i = 0; i < options->move_count; i++) {
        const Move *move = library_move(&library, text_of(options->moves[i]));
        if (!move) return error_set(error, "there is no move called %s in assets/moves", options->moves[i]);
        if (!bake(&move->clip, options, error)) return false;
    }
    return true;
}

int main(int count, char **words) {
    Options options = {.scale = 0.125};
    int word = 1;
    for (; word + 1 < count && words[word][0] == '-'; word += 2) {
        if (strcmp(words[word], "--scale") == 0) options.scale = atof(words[word + 1]);
        else if (strcmp(words[word], "-o") == 0) options.folder = words[word + 1];
        else break;
    }
    options.moves = words + word, options.move_count = count - word;
    if (options.scale < 0.05 || options.scale > 4 || (options.move_count > 0) != (options.folder != NULL)) {
        fputs("usage: bench-rays [--scale 0.05 to 4] [-o FOLDER MOVE...]\n", stderr);
        return 2;
    }
    Arena arena = {0};
    Error error = {0};
    bool good = run(&arena, &options, &error);
    if (!good) fprintf(stderr, "bench-rays: %s\n", error.sentence);
    arena_free(&arena);
    return good ? 0 : 1;
}
