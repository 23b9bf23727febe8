#include "figure/march.h"

#include "figure/march_lanes.h"

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
    march.starts = calloc((pixels / MARCH_BLOCK + 1) / MARCH_BLOCK + (size_t)(width + height) + 1, sizeof *march.starts);
    if (!march.samples || !march.keys || !march.depths || !march.starts) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
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

static void clear(March *march) {
    for (int y = march->top; y < march->bottom; y++) {
        size_t begin = (size_t)y * (size_t)march->width + (size_t)march->left, count = (size_t)(march->right - march->left);
        memset(march->samples + begin, 0, count * sizeof *march->samples);
        memset(march->keys + begin, 0, count);
    }
}

// Whether the processor takes eight numbers at once.
static bool is_wide(void) {
#ifdef LIMBER_MARCH_WIDE
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

void march_draw(March *march, const Body *body, const Camera *camera, const Light *light) {
    Lighting lighting;
    lighting_make(body, light, &lighting);
    MarchJob job = {march, body, &lighting, lens_of(camera)};
    clear(march);
    find_bounds(march, body, camera);
#ifdef LIMBER_MARCH_WIDE
    if (is_wide() && !march->narrow) {
        march_wide_draw(&job);
        return;
    }
#endif
    march_lanes_draw(&job);
}

void march_darken(const March *march, const Body *body, const Light *light, const GroundPoint *points, int count, float *dark) {
    Lighting lighting;
    lighting_make(body, light, &lighting);
#ifdef LIMBER_MARCH_WIDE
    if (is_wide() && !march->narrow) {
        lighting_darken_wide(&lighting, points, count, dark);
        return;
    }
#endif
    lighting_darken(&lighting, points, count, dark);
}
