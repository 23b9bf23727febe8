#include "image/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shrinking_weighs_alpha),
        cmocka_unit_test(test_scaling_keeps_even_areas),
        cmocka_unit_test(test_mirror_and_crop),
        cmocka_unit_test(test_png_round_trip_and_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
