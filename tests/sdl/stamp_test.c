#include "sdl/stamp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { WIDTH = 40, HEIGHT = 24, HALF = FRAME_MIX_PARTS / 2 };

static const uint32_t PAPER = 0xFFF6F2EAu;

// A sprite of which every pixel is stored, without empty ends unless `pixel` gives them.
typedef struct {
    Sprite sprite;
    RowSpan spans[16];
    uint32_t pixels[256];
} Made;

// A rectangle of noise, premultiplied; every row begins and ends where the seed says.
static void make(Made *made, int left, int top, int width, int height, double size, unsigned seed) {
    made->sprite = (Sprite){.width = width, .height = height, .left = left * size, .top = top * size, .size = size,
                            .spans = made->spans, .pixels = made->pixels};
    double soft = size > 1 ? size / 2 : 0;
    made->sprite.place = (Area){(int)(left * size - soft), (int)(top * size - soft), (int)(width * size + 2 * soft),
                                (int)(height * size + 2 * soft)};
    uint32_t at = 0;
    for (int y = 0; y < height; y++) {
        seed = seed * 1103515245u + 12345u;
        int begin = (int)(seed >> 16) % (width / 2), end = width - (int)(seed >> 20) % (width / 2);
        made->spans[y] = (RowSpan){begin, end, at};
        for (int x = begin; x < end; x++) {
            seed = seed * 1103515245u + 12345u;
            uint32_t alpha = seed >> 30 ? 255 : seed >> 8 & 255;
            uint32_t pixel = alpha << 24;
            for (int c = 0; c < 3; c++) pixel |= ((seed >> (4 + 8 * c) & 255) * alpha / 255) << (8 * c);
            made->pixels[at++] = pixel;
        }
    }
    made->sprite.stored = at;
}

// The pixel of a sprite at a place around the origin, empty beside it.
static uint32_t pixel_at(const Sprite *sprite, int x, int y) {
    int column = x - (int)sprite->left, row = y - (int)sprite->top;
    if (row < 0 || row >= sprite->height) return 0;
    RowSpan span = sprite->spans[row];
    return column >= span.begin && column < span.end ? sprite->pixels[span.at + (uint32_t)(column - span.begin)] : 0;
}

static uint32_t mean_of(uint32_t a, uint32_t b, int part) {
    uint32_t mean = 0;
    for (int c = 0; c < 32; c += 8)
        mean |= (((a >> c & 255) * (uint32_t)(FRAME_MIX_PARTS - part) + (b >> c & 255) * (uint32_t)part +
                  FRAME_MIX_PARTS / 2) / FRAME_MIX_PARTS) << c;
    return mean;
}

static Raster paper(void) {
    Raster raster = raster_make(WIDTH, HEIGHT);
    for (int i = 0; i < WIDTH * HEIGHT; i++) raster.pixels[i] = PAPER;
    return raster;
}

static void assert_same(Raster *one, Raster *two) {
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        if (one->pixels[i] != two->pixels[i])
            fail_msg("pixel %d, %d is %08X, not %08X", i % WIDTH, i / WIDTH, one->pixels[i], two->pixels[i]);
    raster_free(one);
    raster_free(two);
}

// Lays the mean of the two over paper, pixel by pixel, as it is meant to be.
static Raster expected(const Stamp *stamp) {
    Raster raster = paper();
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            int column = stamp->mirrored ? stamp->x - 1 - x : x - stamp->x, row = y - stamp->y;
            uint32_t mean = mean_of(pixel_at(stamp->sprite, column, row), pixel_at(stamp->next, column, row), stamp->part);
            pixels_over(&raster.pixels[y * WIDTH + x], &mean, 1, stamp->strength);
        }
    return raster;
}

static void mixed_pictures_are_their_mean_to_the_byte(void **state) {
    (void)state;
    static const int places[][4] = {{-6, -8, 12, 14}, {-3, -10, 15, 9}, {-6, 1, 8, 8}, {9, -6, 6, 12}, {-9, 8, 4, 3}};
    Made a, b;
    for (unsigned i = 0; i < 200; i++) {
        const int *place = places[i % 5], *other = places[i / 5 % 5];
        make(&a, place[0], place[1], place[2], place[3], 1, i), make(&b, other[0], other[1], other[2], other[3], 1, i + 7);
        assert_true(stamp_can_mix(&a.sprite, &b.sprite));
        Stamp stamp = {.sprite = &a.sprite, .next = &b.sprite, .part = i % 3 ? HALF : (int)i % FRAME_MIX_PARTS, .x = 18, .y = 11,
                       .mirrored = i % 2, .strength = i % 4 ? 255 : 100};
        Raster painted = paper(), meant = expected(&stamp);
        stamp_paint(&painted, (Area){0, 0, WIDTH, HEIGHT}, &stamp);
        assert_same(&painted, &meant);
    }
}

// In pieces, as damage asks for it, or at once.
static void pieces_make_the_whole(void **state) {
    (void)state;
    static const double sizes[] = {1, 2, 1.5};
    Made a, b;
    for (unsigned i = 0; i < 60; i++) {
        double size = sizes[i % 3];
        make(&a, -4, -5, 9, 10, size, i), make(&b, -3, -6, 8, 12, size, i + 50);
        Stamp stamp = {.sprite = &a.sprite, .next = i % 5 ? &b.sprite : NULL, .part = 9, .x = 20, .y = 12, .mirrored = i % 2,
                       .strength = 255};
        Raster whole = paper(), pieces = paper();
        stamp_paint(&whole, (Area){0, 0, WIDTH, HEIGHT}, &stamp);
        for (int x = 0; x < WIDTH; x += 7)
            for (int y = 0; y < HEIGHT; y += 5) stamp_paint(&pieces, (Area){x, y, 7, 5}, &stamp);
        assert_same(&whole, &pieces);
    }
}

// Enlarged, the mean of two pictures differs from the mean of the enlarged ones by rounding alone.
static void mixing_and_enlarging_go_together(void **state) {
    (void)state;
    Made a, b;
    make(&a, -4, -5, 9, 10, 2, 3), make(&b, -3, -4, 8, 9, 2, 4);
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        Stamp stamps[] = {{&a.sprite, &b.sprite, HALF, 20, 12, mirrored, 255, 1, 0}, {&a.sprite, NULL, 0, 20, 12, mirrored, 255, 1, 0},
                          {&b.sprite, NULL, 0, 20, 12, mirrored, 255, 1, 0}};
        Raster rasters[3];
        for (int i = 0; i < 3; i++) {
            rasters[i] = paper();
            stamp_paint(&rasters[i], (Area){0, 0, WIDTH, HEIGHT}, &stamps[i]);
        }
        for (int i = 0; i < WIDTH * HEIGHT; i++)
            for (int c = 0; c < 24; c += 8) {
                int mean = (int)((rasters[1].pixels[i] >> c & 255) + (rasters[2].pixels[i] >> c & 255)) / 2;
                assert_in_range(mean - (int)(rasters[0].pixels[i] >> c & 255) + 10, 7, 13);
            }
        for (int i = 0; i < 3; i++) raster_free(&rasters[i]);
    }
}

// Equal pictures stay as they are, and opaque ones are never seen through.
static void what_does_not_change_does_not_shimmer(void **state) {
    (void)state;
    Made a, b;
    make(&a, -6, -6, 12, 12, 1, 8), make(&b, -6, -6, 12, 12, 1, 8);
    for (int part = 0; part < FRAME_MIX_PARTS; part++) {
        Raster alone = paper(), mixed = paper();
        stamp_paint(&alone, (Area){0, 0, WIDTH, HEIGHT}, &(Stamp){.sprite = &a.sprite, .x = 20, .y = 12, .strength = 255});
        stamp_paint(&mixed, (Area){0, 0, WIDTH, HEIGHT}, &(Stamp){&a.sprite, &b.sprite, part, 20, 12, false, 255, 1, 0});
        assert_same(&alone, &mixed);
    }
}

static void only_what_lies_on_one_grid_is_mixed(void **state) {
    (void)state;
    Made a, b;
    make(&a, 0, 0, 8, 8, 2, 1), make(&b, 1, 1, 8, 8, 2, 2);
    assert_true(stamp_can_mix(&a.sprite, &b.sprite));
    b.sprite.left += 1;
    assert_false(stamp_can_mix(&a.sprite, &b.sprite));
    b.sprite.left -= 1, b.sprite.top += 0.5;
    assert_false(stamp_can_mix(&a.sprite, &b.sprite));
    make(&b, 0, 0, 8, 8, 4, 2);
    assert_false(stamp_can_mix(&a.sprite, &b.sprite));
    make(&b, 2 * SPRITE_LARGEST, 0, 8, 8, 2, 2);
    assert_false(stamp_can_mix(&a.sprite, &b.sprite));
    make(&b, -SPRITE_LARGEST + 4, 0, 8, 8, 2, 2); // both would need more than the largest row
    assert_false(stamp_can_mix(&a.sprite, &b.sprite));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mixed_pictures_are_their_mean_to_the_byte),
        cmocka_unit_test(pieces_make_the_whole),
        cmocka_unit_test(mixing_and_enlarging_go_together),
        cmocka_unit_test(what_does_not_change_does_not_shimmer),
        cmocka_unit_test(only_what_lies_on_one_grid_is_mixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
