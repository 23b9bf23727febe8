// How a session is fitted, as text and back.
#include "app/fit_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char *written(Arena *arena, const Fit *fit, const ChangeList *changes) {
    TextBuilder text = {0};
    fit_text_write(fit, changes, &text);
    const char *copy = text_copy(arena, builder_text(&text));
    builder_free(&text);
    return copy;
}

static void expect_back(const Fit *fit, const ChangeList *changes) {
    Arena arena = {0};
    Fit read;
    ChangeList read_changes;
    const char *text = written(&arena, fit, changes);
    if (!fit_text_read(&arena, text_of(text), &read, &read_changes)) fail_msg("not read: %s", text);
    assert_string_equal(written(&arena, &read, &read_changes), text);
    assert_int_equal(read.skip, fit->skip);
    assert_int_equal(read.minutes, fit->minutes);
    assert_true(read.only_stretch == fit->only_stretch && read.only_gentle == fit->only_gentle);
    assert_true(read.first == fit->first && read.weaker == fit->weaker && read.tighter[FIT_THIGH_BACK] == fit->tighter[FIT_THIGH_BACK]);
    assert_true(read.easier_count == fit->easier_count && read.hurt_count == fit->hurt_count && read.left_out_count == fit->left_out_count);
    assert_int_equal(read_changes.count, changes->count);
    arena_free(&arena);
}

static void test_there_and_back(void **state) {
    (void)state;
    EasierMove easier[] = {{"clam+band", 2}, {"plank", 1}};
    const char *ids[] = {"bridge-hold", "squat"};
    Change change[] = {{CHANGE_EASIER, "clam", 4, 9}, {CHANGE_HURTS, "plank", 7, 12}};
    Fit fit = {.minutes = 12, .skip = 0xffffffff, .first = LEFT, .weaker = FIT_LEFT, .tighter = {FIT_RIGHT, FIT_NO_SIDE, FIT_LEFT},
               .levels_lower = 2, .hold_shorter_ms = 10000, .only_stretch = true, .only_gentle = true, .easier = easier,
               .easier_count = 2, .hurt = ids, .hurt_count = 2, .left_out = ids, .left_out_count = 1};
    ChangeList changes = {change, 2, 2};
    expect_back(&fit, &changes);
    Arena arena = {0};
    Fit read;
    ChangeList back;
    assert_true(fit_text_read(&arena, text_of(written(&arena, &fit, &changes)), &read, &back));
    assert_true(read.easier[0].steps == 2 && strcmp(read.easier[0].move, "clam+band") == 0 && strcmp(read.hurt[1], "squat") == 0);
    assert_true(back.items[1].kind == CHANGE_HURTS && back.items[1].from_work == 7 && back.items[1].from_segment == 12);
    arena_free(&arena);
    expect_back(&(Fit){0}, &(ChangeList){0});
    Fit swapped = {.only_gentle = true};
    expect_back(&swapped, &(ChangeList){0});
}

static void test_what_is_none(void **state) {
    (void)state;
    static const char *const texts[] = {
        "minutes", "minutes=", "minutes=x", "minutes=12x", "minutes=99999999999", "colour=3", "first=7", "weaker=9", "tighter-hip=3",
        "easier=clam", "easier=-1:clam", "change=5:1:1:clam", "change=0:1:clam", "change=0:-1:1:clam", "=", "minutes=1 =",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Arena arena = {0};
        Fit fit;
        ChangeList changes;
        if (fit_text_read(&arena, text_of(texts[i]), &fit, &changes)) fail_msg("read: %s", texts[i]);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_what_is_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
