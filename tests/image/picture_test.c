#include "image/picture.h"

#include "base/file.h"

#include <math.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <cmocka.h>

static void set(Picture *picture, int x, int y, uint8_t grey, uint8_t alpha) {
    uint8_t *pixel = picture->pixels + 4 * (y * picture->width + x);
    pixel[0] = pixel[1] = pixel[2] = grey;
    pixel[3] = alpha;
}

static void test_shrinking_weighs_alpha(void **state) {
    (void)state;
    Picture picture = picture_make(2, 2);
    set(&picture, 0, 0, 200, 255);
    Picture small = picture_scaled(&picture, 1, 1);
    assert_int_equal(small.pixels[0], 200); // transparent black did not darken it
    assert_int_equal(small.pixels[3], 64);
    picture_free(&small);
    picture_free(&picture);
}

static void test_scaling_keeps_even_areas(void **state) {
    (void)state;
    Picture picture = picture_make(7, 5);
    for (int i = 0; i < 35; i++) set(&picture, i % 7, i / 7, 120, 255);
    for (int size = 1; size < 20; size++) {
        Picture scaled = picture_scaled(&picture, size, 20 - size);
        for (int i = 0; i < scaled.width * scaled.height; i++) {
            assert_int_equal(scaled.pixels[4 * i], 120);
            assert_int_equal(scaled.pixels[4 * i + 3], 255);
        }
        picture_free(&scaled);
    }
    picture_free(&picture);
}

static void test_mirror_and_crop(void **state) {
    (void)state;
    Picture picture = picture_make(3, 1);
    for (int x = 0; x < 3; x++) set(&picture, x, 0, (uint8_t)x, 255);
    picture_mirror(&picture);
    assert_int_equal(picture.pixels[0], 2);
    Picture crop = picture_crop(&picture, 1, 0, 2, 1);
    assert_int_equal(crop.pixels[0], 1);
    assert_int_equal(crop.pixels[4], 0);
    picture_free(&crop);
    picture_free(&picture);
}

static void test_png_round_trip_and_refusals(void **state) {
    (void)state;
    Picture picture = picture_make(5, 4), back = {0};
    for (int i = 0; i < 20; i++) set(&picture, i % 5, i / 5, (uint8_t)(i * 9), (uint8_t)(i * 12));
    Error error = {0};
    const char *path = "/tmp/limber-picture-test.png";
    assert_true(picture_write(path, &picture, &error));
    assert_true(picture_read(path, &back, &error));
    assert_memory_equal(back.pixels, picture.pixels, 80);
    assert_int_equal(truncate(path, 30), 0);
    picture_free(&back);
    assert_false(picture_read(path, &back, &error));
    assert_non_null(strstr(error.sentence, path));
    unlink(path);
    assert_false(picture_read(path, &back, &error));
    assert_false(picture_write("/nowhere/a.png", &picture, &error));
    picture_free(&picture);
}

// A soft disc of many colours, as frames are: no colour where there is no coverage.
static Picture disc(void) {
    Picture picture = picture_make(203, 155);
    for (int y = 0; y < picture.height; y++) {
        for (int x = 0; x < picture.width; x++) {
            double inside = 60.5 - sqrt((x - 100.0) * (x - 100) + (y - 77.0) * (y - 77));
            uint8_t *pixel = picture.pixels + 4 * (y * picture.width + x);
            if (inside <= 0) continue;
            pixel[0] = 220, pixel[1] = (uint8_t)(120 + x / 3), pixel[2] = (uint8_t)(90 + y / 2);
            pixel[3] = inside >= 1 ? 255 : (uint8_t)(inside * 255);
        }
    }
    return picture;
}

static void test_webp_keeps_coverage_and_nearly_the_colours(void **state) {
    (void)state;
    Picture picture = disc(), back = {0};
    Error error = {0};
    const char *path = "/tmp/limber-picture-test.webp.gz";
    int width = 0, height = 0;
    if (!picture_write(path, &picture, &error)) fail_msg("%s", error.sentence);
    assert_true(picture_read_size(path, &width, &height, &error));
    assert_true(width == 203 && height == 155);
    assert_true(picture_read(path, &back, &error));
    for (int i = 0; i < width * height; i++) {
        assert_int_equal(back.pixels[4 * i + 3], picture.pixels[4 * i + 3]);
        if (!picture.pixels[4 * i + 3]) continue;
        for (int c = 0; c < 3; c++) { // no fringe either: what little is seen of an edge is as near as the middle
            int seen = abs(back.pixels[4 * i + c] - picture.pixels[4 * i + c]) * picture.pixels[4 * i + 3] / 255;
            assert_in_range(seen, 0, 12);
        }
    }
    picture_free(&back);
    picture_free(&picture);
    unlink(path);
}

// As own art may be: nobody must pack it.
static void test_webp_is_read_unpacked_too(void **state) {
    (void)state;
    Picture picture = disc(), packed = {0}, plain = {0};
    Error error = {0};
    static char bytes[1 << 20];
    const char *path = "/tmp/limber-picture-test.webp.gz", *unpacked = "/tmp/limber-picture-test.webp";
    assert_true(picture_write(path, &picture, &error));
    gzFile file = gzopen(path, "rb");
    int size = gzread(file, bytes, sizeof bytes), width = 0, height = 0;
    assert_int_equal(gzclose_r(file), Z_OK);
    assert_in_range(size, 12, sizeof bytes - 1);
    assert_memory_equal(bytes + 8, "WEBP", 4);
    assert_true(file_write(unpacked, (Text){bytes, size}, &error));
    assert_true(picture_read(path, &packed, &error) && picture_read(unpacked, &plain, &error));
    assert_true(picture_read_size(unpacked, &width, &height, &error));
    assert_true(width == packed.width && height == packed.height);
    assert_memory_equal(packed.pixels, plain.pixels, 4 * (size_t)width * (size_t)height);
    picture_free(&picture), picture_free(&packed), picture_free(&plain);
    unlink(path), unlink(unpacked);
}

// Cut short anywhere or with bytes turned over, a file gives a picture or a sentence that names it.
static void test_broken_webp_is_a_sentence(void **state) {
    (void)state;
    Arena arena = {0};
    Picture picture = disc(), back;
    Error error = {0};
    Text whole;
    const char *path = "/tmp/limber-picture-test.webp.gz";
    assert_true(picture_write(path, &picture, &error));
    assert_true(file_read(&arena, path, 1 << 20, &whole, &error));
    for (int size = 0; size < whole.size - 1; size += size < 64 ? 1 : 211) {
        assert_true(file_write(path, (Text){whole.bytes, size}, &error));
        error = (Error){0};
        assert_false(picture_read(path, &back, &error));
        assert_non_null(strstr(error.sentence, path));
    }
    char *bytes = arena_alloc(&arena, (size_t)whole.size);
    for (int i = 0; i < 200; i++) {
        memcpy(bytes, whole.bytes, (size_t)whole.size);
        for (int k = 0; k < 4; k++) bytes[(i * 37 + k * k * 101 + 12) % whole.size] ^= (char)(i + 1);
        assert_true(file_write(path, (Text){bytes, whole.size}, &error));
        error = (Error){0};
        if (picture_read(path, &back, &error)) picture_free(&back);
        else assert_non_null(strstr(error.sentence, path));
    }
    picture_free(&picture);
    unlink(path);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shrinking_weighs_alpha),
        cmocka_unit_test(test_scaling_keeps_even_areas),
        cmocka_unit_test(test_mirror_and_crop),
        cmocka_unit_test(test_png_round_trip_and_refusals),
        cmocka_unit_test(test_webp_keeps_coverage_and_nearly_the_colours),
        cmocka_unit_test(test_webp_is_read_unpacked_too),
        cmocka_unit_test(test_broken_webp_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
