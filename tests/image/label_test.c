// Words in pictures: where they go, and what is no font.
#include "image/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char inter[] = "/usr/share/fonts/opentype/inter/Inter-Medium.otf";

static int dark_pixels(const Picture *picture, int from, int to) {
    int dark = 0;
    for (int y = 0; y < picture->height; y++)
        for (int x = from; x < to; x++) dark += picture->pixels[4 * (y * picture->width + x)] < 128;
    return dark;
}

static const LabelColour black = {0, 0, 0};

static void words_are_written_from_left_to_right(void **state) {
    (void)state;
    Error error = {0};
    LabelFont *font;
    if (!label_font_open(inter, &font, &error)) fail_msg("%s", error.sentence);
    Picture picture = picture_make(200, 30);
    memset(picture.pixels, 255, 4 * 200 * 30);
    int end = label_write(font, &picture, 10, 22, 17, black, "squat WRONG");
    assert_true(end > 80 && end < 140);
    assert_int_equal(dark_pixels(&picture, 0, 9), 0);
    assert_true(dark_pixels(&picture, 10, end) > 100);
    assert_int_equal(dark_pixels(&picture, end + 1, 200), 0);
    assert_int_equal(label_write(font, &picture, 10, 22, 17, black, ""), 11);
    label_write(font, &picture, 150, 4, 40, black, "beyond \xC3\xA4 all edges"); // nothing is written outside
    picture_free(&picture);
    assert_int_equal(label_write(font, &picture, 10, 22, 17, black, "squat WRONG"), end); // only measured
    label_font_close(font);
}

// Letters have the colour asked for where they cover the picture wholly, and mix with it at their edges.
static void letters_have_their_colour(void **state) {
    (void)state;
    Error error = {0};
    LabelFont *font;
    if (!label_font_open(inter, &font, &error)) fail_msg("%s", error.sentence);
    Picture picture = picture_make(60, 60);
    memset(picture.pixels, 255, 4 * 60 * 60);
    label_write(font, &picture, 10, 50, 60, (LabelColour){200, 40, 20}, "I");
    int pure = 0;
    for (int i = 0; i < 60 * 60; i++) {
        const uint8_t *pixel = picture.pixels + 4 * i;
        pure += pixel[0] == 200 && pixel[1] == 40 && pixel[2] == 20;
        assert_true(pixel[0] >= 200 && pixel[1] >= 40 && pixel[2] >= 20 && pixel[3] == 255);
    }
    assert_true(pure > 100);
    picture_free(&picture);
    label_font_close(font);
}

static void what_is_no_font_is_a_sentence(void **state) {
    (void)state;
    LabelFont *font;
    Error error = {0};
    assert_false(label_font_open("README.md", &font, &error));
    assert_non_null(strstr(error.sentence, "README.md is not a font"));
    assert_false(label_font_open("nothing.otf", &font, &error));
    assert_non_null(strstr(error.sentence, "nothing.otf"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_written_from_left_to_right),
        cmocka_unit_test(letters_have_their_colour),
        cmocka_unit_test(what_is_no_font_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
