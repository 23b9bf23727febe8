#include "ui/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Key key;
    Action playing, in_lists;
} Expected;

static const Expected expected[] = {
    {{"Space"}, ACTION_PAUSE, ACTION_ENTER},
    {{"MouseRight"}, ACTION_PAUSE, ACTION_NONE},
    {{"P", .ctrl = true}, ACTION_PAUSE, ACTION_NONE},
    {{"P"}, ACTION_NONE, ACTION_NONE},
    {{"AudioPlay"}, ACTION_PAUSE, ACTION_NONE},
    {{">"}, ACTION_NEXT, ACTION_NONE},
    {{"."}, ACTION_NONE, ACTION_NONE},
    {{"<"}, ACTION_PREVIOUS, ACTION_NONE},
    {{"PageDown"}, ACTION_NEXT, ACTION_NONE},
    {{"PageUp"}, ACTION_PREVIOUS, ACTION_NONE},
    {{"F", .ctrl = true}, ACTION_NEXT, ACTION_NONE},
    {{"B", .ctrl = true}, ACTION_PREVIOUS, ACTION_NONE},
    {{"AudioNext"}, ACTION_NEXT, ACTION_NONE},
    {{"AudioPrev"}, ACTION_PREVIOUS, ACTION_NONE},
    {{"Right"}, ACTION_FORWARD, ACTION_RIGHT},
    {{"Left"}, ACTION_BACK, ACTION_LEFT},
    {{"S"}, ACTION_SETTINGS, ACTION_SETTINGS},
    {{"Up"}, ACTION_LOUDER, ACTION_UP},
    {{"Down"}, ACTION_QUIETER, ACTION_DOWN},
    {{"Up", .shift = true}, ACTION_MUSIC_LOUDER, ACTION_NONE},
    {{"Down", .shift = true}, ACTION_MUSIC_QUIETER, ACTION_NONE},
    {{"0", .shift = true}, ACTION_MUSIC_LOUDER, ACTION_NONE},
    {{"9", .shift = true}, ACTION_MUSIC_QUIETER, ACTION_NONE},
    {{"9", .shift = true, .ctrl = true}, ACTION_NONE, ACTION_NONE},
    {{"0"}, ACTION_LOUDER, ACTION_NONE},
    {{"9"}, ACTION_QUIETER, ACTION_NONE},
    {{"M"}, ACTION_MUTE, ACTION_NONE},
    {{"m"}, ACTION_MUTE, ACTION_NONE},
    {{"["}, ACTION_SLOWER, ACTION_NONE},
    {{"]"}, ACTION_FASTER, ACTION_NONE},
    {{"Backspace"}, ACTION_NORMAL_TEMPO, ACTION_NONE},
    {{"R"}, ACTION_REPEAT, ACTION_NONE},
    {{"H"}, ACTION_LIGHT, ACTION_NONE},
    {{"C"}, ACTION_CAPTIONS, ACTION_NONE},
    {{"F"}, ACTION_FULL_SCREEN, ACTION_FULL_SCREEN},
    {{"F11"}, ACTION_FULL_SCREEN, ACTION_FULL_SCREEN},
    {{"MouseDouble"}, ACTION_FULL_SCREEN, ACTION_NONE},
    {{"?"}, ACTION_KEYS, ACTION_KEYS},
    {{"Escape"}, ACTION_ESCAPE, ACTION_ESCAPE},
    {{"Q"}, ACTION_QUIT, ACTION_QUIT},
    {{"Q", .ctrl = true}, ACTION_NONE, ACTION_NONE},
    {{"Return"}, ACTION_NONE, ACTION_ENTER},
    {{"Keypad Enter"}, ACTION_NONE, ACTION_ENTER},
    {{"X"}, ACTION_HURTS, ACTION_NONE},
    {{"Pad A"}, ACTION_PAUSE, ACTION_ENTER},
    {{"Pad B"}, ACTION_ESCAPE, ACTION_ESCAPE},
    {{"Pad X"}, ACTION_HURTS, ACTION_NONE},
    {{"Pad Y"}, ACTION_EASIER, ACTION_NONE},
    {{"Pad Left"}, ACTION_BACK, ACTION_LEFT},
    {{"Pad Down"}, ACTION_QUIETER, ACTION_DOWN},
    {{"Pad Right Shoulder"}, ACTION_NEXT, ACTION_NONE},
    {{"Say pause"}, ACTION_STAND, ACTION_NONE},
    {{"Say stop"}, ACTION_STAND, ACTION_NONE},
    {{"Say go on"}, ACTION_GO_ON, ACTION_NONE},
    {{"Say next"}, ACTION_NEXT, ACTION_NONE},
    {{"Say back"}, ACTION_PREVIOUS, ACTION_NONE},
    {{"Say repeat"}, ACTION_REPEAT, ACTION_NONE},
    {{"-"}, ACTION_EASIER, ACTION_NONE},
    {{"Say easier"}, ACTION_EASIER, ACTION_NONE},
    {{"Say this hurts"}, ACTION_HURTS, ACTION_NONE},
    {{"Z"}, ACTION_NONE, ACTION_NONE},
    {{""}, ACTION_NONE, ACTION_NONE},
};

static void test_keys_do_what_the_table_says(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const Expected *row = &expected[i];
        Action playing = key_action(row->key, KEYS_WHILE_PLAYING), listed = key_action(row->key, KEYS_IN_LISTS);
        if (playing != row->playing || listed != row->in_lists) fail_msg("the key '%s'", row->key.name);
    }
}

// A second row for the same key would never be reached.
static void test_no_row_hides_another(void **state) {
    (void)state;
    for (const KeyRow *row = key_rows; row->name; row++) {
        Key key = {row->name, row->modifier == SHIFT, row->modifier == CTRL};
        for (KeysWhere where = KEYS_WHILE_PLAYING; where <= KEYS_IN_LISTS; where++) {
            if (row->where & where) assert_int_equal(key_action(key, where), row->action);
        }
    }
}

static void test_every_action_has_a_key_and_help(void **state) {
    (void)state;
    bool has_key[ACTION_COUNT] = {0}, has_help[ACTION_COUNT] = {0};
    for (const KeyRow *row = key_rows; row->name; row++) {
        has_key[row->action] = true;
        has_help[row->action] |= row->shown != NULL;
        assert_true((row->shown != NULL) == (row->label != NULL));
    }
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        assert_true(has_key[action]);
        bool is_for_lists = action >= ACTION_UP && action <= ACTION_ENTER;
        bool is_only_said = action == ACTION_STAND || action == ACTION_GO_ON;
        assert_true(has_help[action] || is_for_lists || is_only_said);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_do_what_the_table_says),
        cmocka_unit_test(test_no_row_hides_another),
        cmocka_unit_test(test_every_action_has_a_key_and_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
