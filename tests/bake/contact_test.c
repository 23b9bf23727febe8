#include "bake/contact.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char inter[] = "/usr/share/fonts/opentype/inter/Inter-Medium.otf";

// Stands with one arm higher in each of so many poses.
static Clip arm_clip(Arena *arena, int poses) {
    static const char *const names[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    Clip clip = {.id = "arm", .camera_az_deg = 20, .camera_el_deg = 10};
    clip.muscles[MUSCLE_QUADS] = MUSCLE_WORKS;
    for (int i = 0; i < poses; i++) {
        Keyframe keyframe = {.name = names[i], .pose = {.dof = {[DOF_ROOT_Y] = 0.9005}}};
        keyframe.pose.dof[DOF_SHOULDER_F] = 90.0 * i / poses;
        *list_push(arena, &clip.poses) = keyframe;
    }
    *list_push(arena, &clip.phases) = (Phase){"lift", 0, poses - 1, 2000, false, BREATH_IN};
    *list_push(arena, &clip.phases) = (Phase){"stay", poses - 1, poses - 1, 0, true, BREATH_SLOW};
    *list_push(arena, &clip.phases) = (Phase){"lower", poses - 1, 0, 2000, false, BREATH_OUT};
    return clip;
}

static LabelFont *font_open(void) {
    LabelFont *font;
    Error error = {0};
    if (!label_font_open(inter, &font, &error)) fail_msg("%s", error.sentence);
    return font;
}

static const ContactWords words = {"Arm", "Lifting the shoulder with the arm."};

static void add(Arena *arena, ContactSheet *sheet, int poses) {
    Clip *clip = arena_new(arena, Clip, 1);
    *clip = arm_clip(arena, poses);
    contact_add(arena, sheet, clip, motion_make(arena, clip), words);
}

static const uint8_t *pixel_at(const Picture *picture, int x, int y) {
    return picture->pixels + 4 * ((size_t)y * (size_t)picture->width + (size_t)x);
}

// 3, 4, 2 and 8 cards: the move of two goes beside the first, the long one takes rows of its own.
static void moves_stay_together_and_fill_the_rows(void **state) {
    (void)state;
    static const int poses[] = {3, 4, 2, 8}, places[] = {0, 1, 2, 6, 7, 8, 9, 3, 4, 12, 13, 14, 15, 16, 17, 18, 19};
    Arena arena = {0};
    LabelFont *font = font_open();
    ContactSheet sheet = {.font = font};
    for (int i = 0; i < 4; i++) add(&arena, &sheet, poses[i]);
    assert_int_equal(sheet.cards.count, 17);
    for (int i = 0; i < 17; i++) assert_int_equal(sheet.places.items[i], places[i]);
    Picture whole = contact_picture(&sheet);
    assert_int_equal(whole.width, CONTACT_GAP + 6 * (CONTACT_CARD_WIDTH + CONTACT_GAP));
    assert_int_equal(whole.height, CONTACT_GAP + 4 * (CONTACT_CARD_HEIGHT + CONTACT_GAP));
    const uint8_t *empty = pixel_at(&whole, 10 + 5 * 430 + 200, 150), *taken = pixel_at(&whole, 10 + 4 * 430 + 3, 150);
    assert_memory_not_equal(empty, taken, 4);
    picture_free(&whole);
    contact_free(&sheet);
    label_font_close(font);
    arena_free(&arena);
}

// How red the figure is, summed over the card.
static int warmth(const Picture *card) {
    int sum = 0;
    for (int y = 0; y < CONTACT_CARD_HEIGHT - 64; y++) {
        for (int x = 0; x < card->width; x++) {
            const uint8_t *pixel = pixel_at(card, x, y);
            sum += pixel[0] > pixel[2] ? pixel[0] - pixel[2] : 0;
        }
    }
    return sum;
}

// Its muscles shine where a pose is held more than where the move begins; the mistake has a red edge instead.
static void cards_show_muscles_and_the_mistake(void **state) {
    (void)state;
    Arena arena = {0};
    LabelFont *font = font_open();
    ContactSheet sheet = {.font = font}, again = {.font = font};
    Clip clip = arm_clip(&arena, 2);
    clip.mistake = clip.poses.items[1], clip.mistake.name = "WRONG", clip.mistake_of = 1;
    contact_add(&arena, &sheet, &clip, motion_make(&arena, &clip), words);
    contact_add(&arena, &again, &clip, motion_make(&arena, &clip), words);
    assert_int_equal(sheet.cards.count, 3);
    const Picture *cards = sheet.cards.items;
    assert_true(warmth(&cards[1]) > warmth(&cards[0]) + 10000);
    const uint8_t *right = pixel_at(&cards[1], 1, 100), *wrong = pixel_at(&cards[2], 1, 100);
    assert_true(right[0] - right[1] < 10 && wrong[0] - wrong[1] > 100);
    for (int i = 0; i < 3; i++) // drawn again, the same bytes
        assert_memory_equal(cards[i].pixels, again.cards.items[i].pixels, 4 * CONTACT_CARD_WIDTH * CONTACT_CARD_HEIGHT);
    contact_free(&sheet);
    contact_free(&again);
    label_font_close(font);
    arena_free(&arena);
}

// One card: the picture is as wide as it is.
static void few_cards_make_a_narrow_picture(void **state) {
    (void)state;
    Arena arena = {0};
    LabelFont *font = font_open();
    ContactSheet sheet = {.font = font};
    add(&arena, &sheet, 1);
    Picture whole = contact_picture(&sheet);
    assert_int_equal(whole.width, CONTACT_CARD_WIDTH + 2 * CONTACT_GAP);
    assert_int_equal(whole.height, CONTACT_CARD_HEIGHT + 2 * CONTACT_GAP);
    picture_free(&whole);
    contact_free(&sheet);
    label_font_close(font);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_stay_together_and_fill_the_rows),
        cmocka_unit_test(cards_show_muscles_and_the_mistake),
        cmocka_unit_test(few_cards_make_a_narrow_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
