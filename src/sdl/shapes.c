#include "sdl/shapes.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

static float clamp01(float value) {
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static int coverage_of(float share) {
    return (int)(clamp01(share) * 255 + 0.5f);
}

static uint32_t *row_of(Raster *raster, int x, int y) {
    return raster->pixels + (size_t)y * (size_t)raster->width + (size_t)x;
}

// How much of the pixel [at, at + 1] lies in [begin, end].
static float overlap(int at, float begin, float end) {
    float low = begin > (float)at ? begin : (float)at;
    float high = end < (float)(at + 1) ? end : (float)(at + 1);
    return clamp01(high - low);
}

// Distance of a pixel's middle beyond the line where the corner's circle begins, 0 before it.
static float beyond(int at, float begin, float end, float radius) {
    float middle = (float)at + 0.5f;
    if (middle < begin + radius) return begin + radius - middle;
    return middle > end - radius ? middle - (end - radius) : 0;
}

static void box_edge(Raster *raster, int y, int from, int to, Rect rect, float radius, Colour colour) {
    float dy = beyond(y, rect.y, rect.y + rect.height, radius);
    float down = overlap(y, rect.y, rect.y + rect.height);
    uint32_t *row = row_of(raster, 0, y);
    for (int x = from; x < to; x++) {
        float dx = beyond(x, rect.x, rect.x + rect.width, radius);
        float share = dx > 0 && dy > 0 ? 0.5f - (sqrtf(dx * dx + dy * dy) - radius)
                                       : down * overlap(x, rect.x, rect.x + rect.width);
        pixels_fill(row + x, pixel_of_colour(colour, coverage_of(share)), 1);
    }
}

// Rounded towards zero and kept in bounds, whatever the value.
static int between(float value, int low, int high) {
    if (!(value > (float)low)) return low;
    return value < (float)high ? (int)value : high;
}

void shape_box(Raster *raster, Area clip, Rect rect, float radius, Colour colour) {
    float largest = (rect.width < rect.height ? rect.width : rect.height) / 2;
    radius = radius < 0 ? 0 : radius > largest ? largest : radius;
    clip = area_shared(clip, area_shared(area_of_rect(rect), area_of_raster(raster)));
    int right = clip.x + clip.width;
    int inner_left = between(ceilf(rect.x + radius), clip.x, right);
    int inner_right = between(floorf(rect.x + rect.width - radius), inner_left, right);
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        box_edge(raster, y, clip.x, inner_left, rect, radius, colour);
        float down = overlap(y, rect.y, rect.y + rect.height);
        uint32_t inner = pixel_of_colour(colour, coverage_of(down));
        pixels_fill(row_of(raster, inner_left, y), inner, inner_right - inner_left);
        box_edge(raster, y, inner_right, right, rect, radius, colour);
    }
}

typedef struct {
    float middle_x, middle_y;
    float radius, half;    // of the middle of the stroke; half its thickness
    float turn;
    float end_x, end_y;    // direction of the end, unit length
} Ring;

static Ring ring_of(Rect rect, float thickness, float turn) {
    float size = rect.width < rect.height ? rect.width : rect.height;
    float half = thickness / 2 < size / 4 ? thickness / 2 : size / 4;
    double angle = clamp01(turn) * 6.283185307179586;
    return (Ring){rect.x + rect.width / 2, rect.y + rect.height / 2, size / 2 - half, half, clamp01(turn),
                  (float)sin(angle), (float)-cos(angle)};
}

// Whether a point lies clockwise between 12 o'clock and the end.
static bool in_sector(const Ring *ring, float x, float y) {
    bool after_start = x >= 0;
    bool before_end = x * ring->end_y - y * ring->end_x >= 0;
    return ring->turn <= 0.5f ? after_start && before_end : after_start || before_end;
}

static float disc_share(const Ring *ring, float x, float y) {
    return 0.5f - (sqrtf(x * x + y * y) - ring->half);
}

static float ring_share(const Ring *ring, float x, float y) {
    float stroke = 0.5f - (fabsf(sqrtf(x * x + y * y) - ring->radius) - ring->half);
    if (stroke <= 0 || ring->turn >= 1 || in_sector(ring, x, y)) return stroke;
    float start = disc_share(ring, x, y + ring->radius);
    float end = disc_share(ring, x - ring->end_x * ring->radius, y - ring->end_y * ring->radius);
    return start > end ? start : end;
}

static void ring_run(Raster *raster, int y, int from, int to, const Ring *ring, Colour colour) {
    uint32_t *row = row_of(raster, 0, y);
    for (int x = from; x < to; x++) {
        float share = ring_share(ring, (float)x + 0.5f - ring->middle_x, (float)y + 0.5f - ring->middle_y);
        if (share > 0) pixels_fill(row + x, pixel_of_colour(colour, coverage_of(share)), 1);
    }
}

void shape_ring(Raster *raster, Area clip, Rect rect, float thickness, float turn, Colour colour) {
    Ring ring = ring_of(rect, thickness, turn);
    if (!(ring.turn > 0) || !(ring.half > 0)) return;
    clip = area_shared(clip, area_shared(area_of_rect(rect), area_of_raster(raster)));
    int right = clip.x + clip.width;
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        float dy = (float)y + 0.5f - ring.middle_y, inner = ring.radius - ring.half - 1.5f;
        float hole = inner > fabsf(dy) ? sqrtf(inner * inner - dy * dy) : 0; // half its width in this row
        int hole_left = between(ceilf(ring.middle_x - hole), clip.x, right);
        int hole_right = between(floorf(ring.middle_x + hole), hole_left, right);
        ring_run(raster, y, clip.x, hole_left, &ring, colour);
        ring_run(raster, y, hole_right, right, &ring, colour);
    }
}

Area shape_line_area(Rect rect, float thickness) {
    float around = thickness / 2 + 1;
    float left = fminf(rect.x, rect.x + rect.width), top = fminf(rect.y, rect.y + rect.height);
    return area_of_rect((Rect){left - around, top - around, fabsf(rect.width) + 2 * around, fabsf(rect.height) + 2 * around});
}

// By the distance of each pixel's middle from the segment.
void shape_line(Raster *raster, Area clip, Rect rect, float thickness, Colour colour) {
    clip = area_shared(clip, area_shared(shape_line_area(rect, thickness), area_of_raster(raster)));
    float length2 = rect.width * rect.width + rect.height * rect.height;
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        uint32_t *row = row_of(raster, 0, y);
        for (int x = clip.x; x < clip.x + clip.width; x++) {
            float dx = (float)x + 0.5f - rect.x, dy = (float)y + 0.5f - rect.y;
            float along = length2 > 0 ? clamp01((dx * rect.width + dy * rect.height) / length2) : 0;
            dx -= along * rect.width, dy -= along * rect.height;
            float share = thickness / 2 + 0.5f - sqrtf(dx * dx + dy * dy);
            if (share > 0) pixels_fill(row + x, pixel_of_colour(colour, coverage_of(share)), 1);
        }
    }
}

// The order of an 8 x 8 dither (Bayer 1973): bits of x ^ y and y, reversed and woven, 0..63.
static int dither_rank(int x, int y) {
    int cross = x ^ y, rank = 0;
    for (int bit = 0; bit < 3; bit++) rank |= (cross >> bit & 1) << (5 - 2 * bit) | (y >> bit & 1) << (4 - 2 * bit);
    return rank;
}

// 16.16 fixed point of one channel at `t` / 65536 of the way.
static int32_t between_channels(uint8_t middle, uint8_t edge, int32_t t) {
    return middle * 65536 + (edge - middle) * t;
}

// Squares of the distances from the middle: 0 there, 32768 (half of the way) at both ends.
static int32_t *squares_of(int size) {
    int32_t *squares = malloc(sizeof *squares * (size_t)(size + 1));
    assert(squares);
    for (int64_t i = 0; i < size; i++) {
        int64_t distance = 2 * i + 1 - size;
        squares[i] = (int32_t)((distance * distance << 15) / ((int64_t)size * size));
    }
    return squares;
}

Raster backdrop_make(int width, int height, Colour middle, Colour edge) {
    Raster raster = raster_make(width, height);
    int32_t *across = squares_of(width), *down = squares_of(height);
    for (int y = 0; y < height; y++) {
        uint32_t *row = row_of(&raster, 0, y);
        int32_t dither[8];
        for (int x = 0; x < 8; x++) dither[x] = (dither_rank(x, y & 7) << 10) + 512;
        for (int x = 0; x < width; x++) {
            int32_t t = across[x] + down[y], half = dither[x & 7];
            row[x] = 0xFF000000u | (uint32_t)((between_channels(middle.r, edge.r, t) + half) >> 16) << 16 |
                     (uint32_t)((between_channels(middle.g, edge.g, t) + half) >> 16) << 8 |
                     (uint32_t)((between_channels(middle.b, edge.b, t) + half) >> 16);
        }
    }
    free(across);
    free(down);
    return raster;
}
