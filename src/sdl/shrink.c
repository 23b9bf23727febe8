#include "sdl/shrink.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

// Which source pixels make up a target pixel along one axis, and how much of it each is.
typedef struct {
    int first, count;
    uint32_t *weights; // of 65536
} Share;

typedef struct {
    Share *shares; // one a target pixel
    uint32_t *weights;
} Axis;

// Where source edge `edge` lies in the target pixel that begins at `begin`, 0..65536. Weights are
// differences of these, so they never add up to more than the whole.
static uint32_t edge_at(int edge, double left, double size, int begin) {
    double at = left + edge * size - begin;
    return at <= 0 ? 0 : at >= 1 ? 65536 : (uint32_t)(at * 65536 + 0.5);
}

static Axis axis_make(int source, double left, double size, int target) {
    int most = (int)(1 / size) + 3; // source pixels that one target pixel can touch
    Axis axis = {malloc(sizeof(Share) * (size_t)target), malloc(sizeof(uint32_t) * (size_t)target * (size_t)most)};
    assert(axis.shares && axis.weights);
    for (int i = 0; i < target; i++) {
        Share *share = &axis.shares[i];
        int first = (int)floor((i - left) / size), last = (int)floor((i + 1 - left) / size);
        *share = (Share){first < 0 ? 0 : first, 0, axis.weights + (size_t)i * (size_t)most};
        for (int s = share->first; s <= last && s < source && share->count < most; s++)
            share->weights[share->count++] = edge_at(s + 1, left, size, i) - edge_at(s, left, size, i);
    }
    return axis;
}

static void axis_free(Axis *axis) {
    free(axis->shares);
    free(axis->weights);
}

// One source row to the target's width; channels with 8 more bits.
static void shrink_row(const uint32_t *from, const Axis *across, uint16_t *to, int to_width) {
    for (int x = 0; x < to_width; x++, to += 4) {
        const Share *share = &across->shares[x];
        uint32_t sum[4] = {128, 128, 128, 128};
        for (int i = 0; i < share->count; i++) {
            uint32_t pixel = from[share->first + i], weight = share->weights[i];
            for (int c = 0; c < 4; c++) sum[c] += (pixel >> (8 * c) & 0xFF) * weight;
        }
        for (int c = 0; c < 4; c++) to[c] = (uint16_t)(sum[c] >> 8);
    }
}

void pixels_shrink(const uint32_t *from, int width, int height, double left, double top, double size, uint32_t *to,
                   int to_width, int to_height) {
    Axis across = axis_make(width, left, size, to_width), down = axis_make(height, top, size, to_height);
    uint16_t *narrow = malloc(sizeof *narrow * 4 * (size_t)to_width * (size_t)height);
    uint32_t *sums = malloc(sizeof *sums * 4 * (size_t)to_width);
    assert(narrow && sums);
    for (int y = 0; y < height; y++)
        shrink_row(from + (size_t)y * (size_t)width, &across, narrow + (size_t)y * (size_t)to_width * 4, to_width);
    for (int y = 0; y < to_height; y++, to += to_width) {
        for (int i = 0; i < 4 * to_width; i++) sums[i] = 1 << 23;
        for (int s = 0; s < down.shares[y].count; s++) {
            const uint16_t *row = narrow + (size_t)(down.shares[y].first + s) * (size_t)to_width * 4;
            uint32_t weight = down.shares[y].weights[s];
            for (int i = 0; i < 4 * to_width; i++) sums[i] += row[i] * weight;
        }
        for (int x = 0; x < to_width; x++) {
            const uint32_t *sum = sums + 4 * x;
            to[x] = sum[3] >> 24 << 24 | sum[2] >> 24 << 16 | sum[1] >> 24 << 8 | sum[0] >> 24;
        }
    }
    free(narrow);
    free(sums);
    axis_free(&across);
    axis_free(&down);
}
