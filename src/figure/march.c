#include "figure/march.h"

#include "figure/march_lanes.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Point point_of(Vec v) { return (Point){(float)v.x, (float)v.y, (float)v.z}; }

static Lens lens_of(const Camera *c) {
    return (Lens){point_of(c->eye), point_of(c->right), point_of(c->up), point_of(c->forward),
                  (float)c->focal_px, (float)c->centre_x, (float)c->centre_y};
}

March march_make(int width, int height) {
    March march = {.width = width, .height = height};
    size_t pixels = (size_t)width * (size_t)height;
    march.samples = calloc(pixels, sizeof *march.samples);
    march.keys = calloc(pixels, 1);
    march.depths = calloc(pixels, sizeof *march.depths);
    march.blocks_across = (width + MARCH_BLOCK - 1) / MARCH_BLOCK;
    size_t blocks = (size_t)march.blocks_across * (size_t)((height + MARCH_BLOCK - 1) / MARCH_BLOCK);
    march.starts = malloc(blocks * sizeof *march.starts);
    if (!march.samples || !march.keys || !march.depths || !march.starts) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    for (size_t i = 0; i < blocks; i++) march.starts[i] = -1;
    return march;
}

void march_free(March *march) {
    free(march->samples);
    free(march->keys);
    free(march->depths);
    free(march->starts);
    *march = (March){0};
}

static int within(double value, int most) { return value < 0 ? 0 : value > most ? most : (int)value; }

// The part of the canvas the body may cover, on whole tiles.
static void find_bounds(March *march, const Body *body, const Camera *camera) {
    double left = march->width, top = march->height, right = 0, bottom = 0;
    for (int i = 0; i < body->shape_count; i++) {
        const Shape *shape = &body->shapes[i];
        double x, y;
        Vec centre = vec(shape->bound_centre.x, shape->bound_centre.y, shape->bound_centre.z);
        double radius = camera_project(camera, centre, &x, &y) * shape->bound_radius;
        left = fmin(left, x - radius), right = fmax(right, x + radius);
        top = fmin(top, y - radius), bottom = fmax(bottom, y + radius);
    }
    march->left = within(left, march->width) / MARCH_TILE * MARCH_TILE;
    march->top = within(top, march->height) / MARCH_TILE * MARCH_TILE;
    march->right = within(right + 1, march->width);
    march->bottom = within(bottom + 1, march->height);
}

// Only what blocks that see something hold is ever other than nothing.
static void clear(March *march) {
    for (int y = march->top; y < march->bottom; y++) {
        for (int x = march->left; x < march->right; x += MARCH_BLOCK) {
            if (!march_shows(march, x, y)) continue;
            size_t begin = (size_t)y * (size_t)march->width + (size_t)x;
            size_t count = (size_t)(x + MARCH_BLOCK < march->width ? MARCH_BLOCK : march->width - x);
            memset(march->samples + begin, 0, count * sizeof *march->samples);
            memset(march->keys + begin, 0, count);
        }
    }
    size_t blocks = (size_t)march->blocks_across * (size_t)((march->height + MARCH_BLOCK - 1) / MARCH_BLOCK);
    for (size_t i = 0; i < blocks; i++) march->starts[i] = -1;
}

typedef struct {
    void (*draw)(const MarchJob *job);
    void (*darken)(const Lighting *lighting, const GroundPoint *points, int count, float *dark);
} Drawers;

// Those that suit the processor best.
static Drawers drawers_for(const March *march) {
    Drawers drawers = {march_lanes_draw, lighting_darken};
#ifdef LIMBER_MARCH_WIDE
    if (march->narrow) return drawers;
    bool masked = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                  __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
    if (masked && !march->no_masks) return (Drawers){march_masked_draw, lighting_darken_masked};
    if (__builtin_cpu_supports("avx2")) return (Drawers){march_wide_draw, lighting_darken_wide};
#else
    (void)march;
#endif
    return drawers;
}

void march_draw(March *march, const Body *body, const Camera *camera, const Light *light) {
    march_draw_around(march, body, 0, camera, light);
}

void march_draw_around(March *march, const Body *body, int first_shape, const Camera *camera, const Light *light) {
    Lighting lighting;
    lighting_make(body, light, &lighting);
    MarchJob job = {march, body, &lighting, lens_of(camera), first_shape};
    clear(march);
    find_bounds(march, body, camera);
    drawers_for(march).draw(&job);
}

void march_join_shown(March *march, const March *other) {
    assert(march->width == other->width && march->height == other->height);
    for (int y = other->top; y < other->bottom; y += MARCH_BLOCK)
        for (int x = other->left; x < other->right; x += MARCH_BLOCK) {
            size_t i = (size_t)(y / MARCH_BLOCK) * (size_t)march->blocks_across + (size_t)(x / MARCH_BLOCK);
            if (march->starts[i] < 0) march->starts[i] = other->starts[i];
        }
    march->left = other->left < march->left ? other->left : march->left;
    march->top = other->top < march->top ? other->top : march->top;
    march->right = other->right > march->right ? other->right : march->right;
    march->bottom = other->bottom > march->bottom ? other->bottom : march->bottom;
}

void march_darken(const March *march, const Body *body, const Light *light, const GroundPoint *points, int count, float *dark) {
    Lighting lighting;
    lighting_make(body, light, &lighting);
    drawers_for(march).darken(&lighting, points, count, dark);
}
