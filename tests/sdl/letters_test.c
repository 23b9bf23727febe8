#include "sdl/letters.h"

#include "lists.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Letters *open_letters(void) {
    Letters *letters = NULL;
    Error error = {0};
    if (!letters_open(FONTS, &letters, &error)) fail_msg("%s", error.sentence);
    return letters;
}

static void test_what_is_kept_stays_bounded(void **state) {
    (void)state;
    Letters *letters = open_letters();
    int fonts, lines, bytes;
    for (int i = 0; i < 3 * LETTERS_LINES; i++) {
        char text[32];
        snprintf(text, sizeof text, "line %d", i);
        assert_true(letters_line(letters, text, FACE_REGULAR, 28)->width > 0);
    }
    for (int size = 10; size < 10 + 2 * LETTERS_FONTS; size++) letters_line(letters, "size", FACE_BOLD, (float)size);
    letters_kept(letters, &fonts, &lines, &bytes);
    assert_int_equal(lines, LETTERS_LINES);
    assert_int_equal(fonts, LETTERS_FONTS);
    for (int i = 0; i < 30; i++) {
        char text[200];
        snprintf(text, sizeof text, "%d big lines fill the room long before there are many of them", i);
        letters_line(letters, text, FACE_BOLD, 300);
        letters_kept(letters, &fonts, &lines, &bytes);
        assert_true(bytes <= LETTERS_LINE_BYTES);
    }
    assert_true(lines < LETTERS_LINES);
    letters_close(letters);
}

static void test_a_line_kept_equals_a_line_made_again(void **state) {
    (void)state;
    Letters *letters = open_letters(), *other = open_letters();
    letters_line(letters, "Half-kneeling 12", FACE_MEDIUM, 44);
    for (int i = 0; i < 2 * LETTERS_LINES; i++) {
        char text[32];
        snprintf(text, sizeof text, "%d", i);
        letters_line(letters, text, FACE_MEDIUM, 44);
    }
    const Line *again = letters_line(letters, "Half-kneeling 12", FACE_MEDIUM, 44);
    const Line *first = letters_line(other, "Half-kneeling 12", FACE_MEDIUM, 44);
    assert_int_equal(again->width, first->width);
    assert_int_equal(again->height, first->height);
    assert_memory_equal(again->mask, first->mask, (size_t)first->width * (size_t)first->height);
    letters_close(letters);
    letters_close(other);
}

static void test_endless_text_is_cut_at_a_character(void **state) {
    (void)state;
    Letters *letters = open_letters();
    static char longest[4001], cut[1000];
    for (int i = 0; i < 2000; i++) memcpy(longest + 2 * i, "\xC3\xA9", 2);
    memcpy(cut, longest, 998); // 1000 bytes are 500 whole characters
    float all = letters_width(letters, longest, FACE_REGULAR, 28);
    float less = letters_width(letters, cut, FACE_REGULAR, 28);
    assert_true(less > 0 && all > less && all < less * 1.01f);
    assert_int_equal((int)all, letters_line(letters, longest, FACE_REGULAR, 28)->advance);
    letters_close(letters);
}

static void test_size_is_the_em_and_the_baseline_is_exact(void **state) {
    (void)state;
    Letters *letters = open_letters();
    const Line *capital = letters_line(letters, "H", FACE_BOLD, 110);
    // Inter's capitals are 1490 of 2048 units high and stand on the baseline.
    assert_int_equal(capital->height, 80);
    assert_int_equal(capital->baseline, 80);
    const Line *accent = letters_line(letters, "\xE1\xBA\xA4", FACE_BOLD, 110); // rises above the ascent of 107
    assert_true(accent->baseline > 107);
    assert_int_equal(accent->height, accent->baseline);
    letters_close(letters);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_kept_stays_bounded),
        cmocka_unit_test(test_a_line_kept_equals_a_line_made_again),
        cmocka_unit_test(test_endless_text_is_cut_at_a_character),
        cmocka_unit_test(test_size_is_the_em_and_the_baseline_is_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
