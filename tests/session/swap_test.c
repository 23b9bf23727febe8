// What is done instead of a move that does not suit, row by row of the table, and for all that ships.
#include "session/swap.h"
#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static SkipTags tags_of(const char *names) {
    SkipTags tags = 0;
    for (const char *at = names; *at;) {
        Text name = {at, (int)strcspn(at, ",")};
        if (!fit_tag(name)) fail_msg("no tag is called '%s'", at);
        tags |= fit_tag(name);
        at += name.size + (at[name.size] == ',');
    }
    return tags;
}

static Group phase_of(const Move *move) {
    if (move->group == GROUP_MOBILISE) return GROUP_STRETCH;
    return move->group == GROUP_POSTURE ? GROUP_STRENGTHEN : move->group;
}

// A routine of these moves, those that follow in the same phase in one section.
static Routine routine_of(const char *names) {
    Routine routine = {.id = "made-up", .name = "Made up"};
    Section *section = NULL;
    for (const char *at = names; *at;) {
        Text name = {at, (int)strcspn(at, " ")};
        const Move *move = library_move(&library, name);
        if (!move) fail_msg("no move is called '%s'", at);
        if (!section || section->group != phase_of(move)) {
            section = list_push(&arena, &routine.sections);
            *section = (Section){.group = phase_of(move), .rounds = 1};
        }
        *list_push(&arena, &section->steps) = (Step){
            .kind = STEP_EXERCISE,
            .exercise = {.move = move, .dose = move->beginner, .each_side = move->clip.per_side}};
        at += name.size + (at[name.size] == ' ');
    }
    return routine;
}

// What is done, as "hip-hinge (close to a wall) + clam".
static const char *fitted_words(const char *names, const Fit *fit) {
    Routine *routine = arena_new(&arena, Routine, 1);
    *routine = routine_of(names);
    SessionOptions options = {.library = &library, .fit = *fit};
    Fitted fitted;
    fitted_make(&arena, routine, &options, &fitted);
    TextBuilder words = {0};
    builder_add(&words, "%s", "");
    for (int s = 0; s < fitted.sections.count; s++) {
        for (int i = 0; i < fitted.sections.items[s].steps.count; i++) {
            const Exercise *exercise = &fitted.sections.items[s].steps.items[i].exercise;
            builder_add(&words, "%s%s", words.size ? " + " : "", exercise->move->id);
            if (exercise->note) builder_add(&words, " (%s)", exercise->note);
        }
    }
    const char *copy = text_copy(&arena, builder_text(&words));
    builder_free(&words);
    return copy;
}

static void check(const char *tags, const char *names, const char *expected) {
    const char *words = fitted_words(names, &(Fit){.skip = tags_of(tags)});
    if (strcmp(words, expected) != 0) fail_msg("%s, %s: %s, not %s", tags, names, words, expected);
}

// Tag, move, and what is done instead.
static const char *const rows[][3] = {
    {"floor-transfer", "pigeon-wall", "seated-piriformis"},
    {"floor-transfer", "pigeon-pull", "seated-piriformis"},
    {"floor-transfer", "pigeon-press", "seated-piriformis"},
    {"floor-transfer", "glute-knee-to-chest", "seated-piriformis"},
    {"floor-transfer", "hip-90-90", "seated-piriformis"},
    {"floor-transfer", "hamstring-strap", "hamstring-seated"},
    {"floor-transfer", "half-kneel-hip-flexor", "quad-standing"},
    {"floor-transfer", "low-lunge", "quad-standing"},
    {"floor-transfer", "childs-pose", "doorway-chest"},
    {"floor-transfer", "knees-to-chest", "doorway-chest"},
    {"floor-transfer", "supine-twist", "doorway-chest"},
    {"floor-transfer", "pelvic-tilt", "sit-tall"},
    {"floor-transfer", "cat-cow", "cat-cow-seated"},
    {"floor-transfer", "bridge-hold", "sit-to-stand"},
    {"floor-transfer", "bridge-reps", "sit-to-stand"},
    {"floor-transfer", "bridge-march", "sit-to-stand"},
    {"floor-transfer", "bridge-single", "sit-to-stand"},
    {"floor-transfer", "clam", "leg-raise-standing"},
    {"floor-transfer", "side-leg-raise", "leg-raise-standing"},
    {"floor-transfer", "dead-bug", "wall-plank"},
    {"floor-transfer", "curl-up", "wall-plank"},
    {"floor-transfer", "bird-dog", "wall-plank"},
    {"floor-transfer", "plank", "wall-plank"},
    {"floor-transfer", "side-plank", "wall-plank"},
    {"floor-transfer", "side-plank-full", "wall-plank"},
    {"floor-transfer", "roller-glutes", "ball-wall-glute"},
    {"floor-transfer", "roller-hamstrings", "hamstring-seated"},
    {"floor-transfer", "roller-quads", "quad-standing"},
    {"floor-transfer", "roller-thoracic", "doorway-chest"},
    {"knee-kneel", "half-kneel-hip-flexor", "lunge-stretch-standing"},
    {"knee-kneel", "low-lunge", "lunge-stretch-standing"},
    {"knee-kneel", "cat-cow", "cat-cow-seated"},
    {"knee-kneel", "bird-dog", "dead-bug"},
    {"knee-kneel", "childs-pose", "knees-to-chest"},
    {"knee-bend", "squat", "sit-to-stand (from a higher seat)"},
    {"knee-bend", "sit-to-stand", "sit-to-stand (from a higher seat)"},
    {"knee-bend", "split-squat", "hip-hinge"},
    {"knee-bend", "reverse-lunge", "hip-hinge"},
    {"knee-bend", "quad-standing", "quad-standing (a strap round the ankle, less bend in the knee)"},
    {"knee-bend", "pigeon-wall", "pigeon-wall (less bend in the knee)"},
    {"knee-bend", "pigeon-pull", "pigeon-wall (less bend in the knee)"},
    {"knee-bend", "pigeon-press", "pigeon-wall (less bend in the knee)"},
    {"knee-bend", "seated-piriformis", "seated-piriformis (stay upright, press the knee only lightly)"},
    {"knee-bend", "childs-pose", "knees-to-chest (hands behind the thighs)"},
    {"knee-bend", "hip-90-90", "supine-twist"},
    {"supine-pregnant", "bridge-hold", "clam"},
    {"supine-pregnant", "bridge-reps", "clam"},
    {"supine-pregnant", "bridge-march", "clam"},
    {"supine-pregnant", "bridge-single", "clam"},
    {"supine-pregnant", "dead-bug", "bird-dog"},
    {"supine-pregnant", "curl-up", "bird-dog"},
    {"supine-pregnant", "pigeon-wall", "seated-piriformis"},
    {"supine-pregnant", "pigeon-pull", "seated-piriformis"},
    {"supine-pregnant", "pigeon-press", "seated-piriformis"},
    {"supine-pregnant", "glute-knee-to-chest", "seated-piriformis"},
    {"supine-pregnant", "supine-twist", "seated-piriformis"},
    {"supine-pregnant", "hamstring-strap", "hamstring-seated"},
    {"supine-pregnant", "pelvic-tilt", "cat-cow"},
    {"supine-pregnant", "knees-to-chest", "cat-cow"},
    {"supine-pregnant", "roller-thoracic", "cat-cow"},
    {"prone-pregnant", "plank", "bird-dog"},
    {"prone-pregnant", "roller-quads", "quad-standing"},
    {"spine-flexion", "knees-to-chest", "glute-knee-to-chest"},
    {"spine-flexion", "childs-pose", "glute-knee-to-chest"},
    {"spine-flexion", "curl-up", "bird-dog"},
    {"spine-flexion", "cat-cow", "cat-cow (hollow half only, do not round)"},
    {"spine-flexion", "cat-cow-seated", "cat-cow-seated (hollow half only, do not round)"},
    {"spine-extension", "low-lunge", "half-kneel-hip-flexor (only tuck your tail, do not glide forward)"},
    {"spine-extension", "roller-quads", "half-kneel-hip-flexor (only tuck your tail, do not glide forward)"},
    {"spine-extension", "roller-thoracic", "doorway-chest"},
    {"spine-extension", "plank", "wall-plank"},
    {"spine-extension", "bridge-hold", "bridge-hold (half the height, do not arch)"},
    {"spine-extension", "bridge-reps", "bridge-reps (half the height, do not arch)"},
    {"spine-extension", "bridge-march", "bridge-reps (half the height, do not arch)"},
    {"spine-extension", "bridge-single", "bridge-reps (half the height, do not arch)"},
    {"spine-twist", "supine-twist", "glute-knee-to-chest"},
    {"hip-replacement", "pigeon-wall", "hamstring-seated"},
    {"hip-replacement", "pigeon-pull", "hamstring-seated"},
    {"hip-replacement", "pigeon-press", "hamstring-seated"},
    {"hip-replacement", "glute-knee-to-chest", "hamstring-seated"},
    {"hip-replacement", "seated-piriformis", "hamstring-seated"},
    {"hip-replacement", "knees-to-chest", "hamstring-seated"},
    {"hip-replacement", "supine-twist", "hamstring-seated"},
    {"hip-replacement", "hip-90-90", "hamstring-seated"},
    {"hip-replacement", "half-kneel-hip-flexor", "hamstring-seated"},
    {"hip-replacement", "low-lunge", "hamstring-seated"},
    {"hip-replacement", "lunge-stretch-standing", "hamstring-seated"},
    {"hip-replacement", "roller-glutes", "ball-wall-glute"},
    {"wrist-load", "cat-cow", "cat-cow (on forearms or fists)"},
    {"wrist-load", "hip-90-90", "hip-90-90 (on forearms or fists)"},
    {"wrist-load", "bird-dog", "dead-bug"},
    {"wrist-load", "roller-glutes", "ball-wall-glute"},
    {"wrist-load", "roller-hamstrings", "ball-wall-glute"},
    {"shoulder-load", "plank", "dead-bug"},
    {"shoulder-load", "wall-plank", "dead-bug"},
    {"shoulder-load", "side-plank", "side-leg-raise"},
    {"shoulder-load", "side-plank-full", "side-leg-raise"},
    {"shoulder-load", "roller-quads", "quad-standing"},
    {"shoulder-load", "roller-hamstrings", "ball-wall-glute"},
    {"shoulder-load", "wall-angel", "scapular-squeeze (small and light)"},
    {"shoulder-load", "doorway-chest", "scapular-squeeze (small and light)"},
    {"shoulder-load", "scapular-squeeze", "scapular-squeeze (small and light)"},
    {"nerve-leg", "hamstring-strap", "knees-to-chest (only if it eases)"},
    {"nerve-leg", "hamstring-seated", "walk-drill"},
    {"nerve-leg", "hip-hinge", "pelvic-tilt"},
    {"nerve-leg", "pigeon-pull", "pigeon-wall"},
    {"nerve-leg", "ball-wall-glute", "knees-to-chest (only if it eases)"},
    {"nerve-leg", "roller-glutes", "knees-to-chest (only if it eases)"},
    {"nerve-leg", "roller-hamstrings", "knees-to-chest (only if it eases)"},
    {"clot-skin-bone", "ball-wall-glute", "pigeon-wall"},
    {"clot-skin-bone", "roller-glutes", "pigeon-wall"},
    {"clot-skin-bone", "roller-hamstrings", "hamstring-strap"},
    {"clot-skin-bone", "roller-quads", "half-kneel-hip-flexor"},
    {"clot-skin-bone", "roller-thoracic", "doorway-chest"},
    {"clot-skin-bone", "calf-wall", "hamstring-seated"},
    {"bp-hold", "bridge-hold", "bridge-hold (breathe aloud)"},
    {"bp-hold", "plank", "plank (breathe aloud)"},
    {"bp-hold", "wall-plank", "wall-plank (breathe aloud)"},
    {"bp-hold", "side-plank", "side-plank (breathe aloud)"},
    {"bp-hold", "side-plank-full", "side-plank-full (breathe aloud)"},
    {"balance", "quad-standing", "quad-standing (a hand on the wall)"},
    {"balance", "half-kneel-hip-flexor", "half-kneel-hip-flexor (a hand on a chair)"},
    {"balance", "low-lunge", "low-lunge (a hand on a chair)"},
    {"balance", "split-squat", "split-squat+chair (hold a chair)"},
    {"balance", "reverse-lunge", "split-squat+chair (hold a chair)"},
    {"balance", "calf-wall", "calf-wall (a hand on the wall)"},
    {"balance", "walk-drill", "walk-drill (slowly, a hand on the wall)"},
    {"neck", "curl-up", "dead-bug"},
    {"neck", "roller-thoracic", "doorway-chest"},
    {"neck", "chin-tuck", "doorway-chest"},
    {"abdominal", "dead-bug", "pelvic-tilt"},
    {"abdominal", "curl-up", "pelvic-tilt"},
    {"abdominal", "plank", "pelvic-tilt"},
    {"abdominal", "wall-plank", "pelvic-tilt"},
    {"side-lying", "clam", "bridge-hold (band above the knees)"},
    {"side-lying", "side-leg-raise", "bridge-hold (band above the knees)"},
};

static void test_each_row(void **state) {
    (void)state;
    int listed = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check(rows[i][0], rows[i][1], rows[i][2]);
    for (int i = 0; i < swap_count; i++)
        for (int m = 0; m < SWAP_MOVES && swaps[i].moves[m]; m++) listed++;
    assert_int_equal(sizeof rows / sizeof *rows, listed); // none is without its line here
}

// Every tag of every move that ships is answered, by moves and variants that there are.
static void test_the_table_is_complete(void **state) {
    (void)state;
    for (int i = 0; i < library.moves.count; i++) {
        const Move *move = library.moves.items[i];
        for (int t = 0; t < move->skip.count; t++)
            if (!swap_find(fit_tag(text_of(move->skip.items[t])), move)) fail_msg("%s, %s", move->id, move->skip.items[t]);
    }
    for (int i = 0; i < swap_count; i++) {
        assert_true(fit_tag(text_of(swaps[i].tag)) != 0);
        assert_true(swaps[i].by[0].move || swaps[i].by[0].note);
        for (int m = 0; m < SWAP_MOVES && swaps[i].moves[m]; m++) assert_non_null(library_move(&library, text_of(swaps[i].moves[m])));
        for (int s = 0; s < SUBSTITUTES && swaps[i].by[s].move; s++) {
            const Substitute *by = &swaps[i].by[s];
            const char *id = by->variant ? text_format(&arena, "%s+%s", by->move, by->variant) : by->move;
            const Move *move = library_move(&library, text_of(by->move));
            bool found = move && !by->variant;
            for (int v = 0; move && v < move->variants.count; v++) found |= strcmp(move->variants.items[v]->id, id) == 0;
            if (!found) fail_msg("%s", id);
        }
    }
    assert_int_equal(fit_tag(text_of("knee-knel")), 0);
}

static void test_what_is_there_already_is_not_done_twice(void **state) {
    (void)state;
    check("knee-kneel", "dead-bug bird-dog", "dead-bug + curl-up");
    check("side-lying", "bridge-hold clam side-leg-raise", "bridge-hold + leg-raise-standing + bridge-march");
    check("spine-twist", "supine-twist glute-knee-to-chest", "knees-to-chest + glute-knee-to-chest");
    check("knee-bend", "squat sit-to-stand", "hip-hinge + sit-to-stand (from a higher seat)");
    // What releases may be a stretch over again.
    check("clot-skin-bone", "hamstring-strap bridge-hold roller-hamstrings", "hamstring-strap + bridge-hold + hamstring-strap");
}

static void test_several_tags_are_all_kept_to(void **state) {
    (void)state;
    check("knee-kneel,supine-pregnant", "bird-dog", "side-leg-raise");
    check("floor-transfer,balance", "half-kneel-hip-flexor", "quad-standing (a hand on the wall)");
    check("floor-transfer,knee-bend", "bridge-hold", "sit-to-stand (from a higher seat)");
    check("balance,hip-replacement", "low-lunge", "hamstring-seated");
    check("wrist-load,spine-flexion", "cat-cow", "cat-cow (hollow half only, do not round; on forearms or fists)");
    check("spine-extension,bp-hold", "bridge-hold", "bridge-hold (half the height, do not arch; breathe aloud)");
}

// No phase is left without anything.
static void test_a_phase_is_filled(void **state) {
    (void)state;
    SkipTags all = 0;
    for (int i = 0; i < skip_tag_count; i++) all |= (SkipTags)1 << i;
    Fit fit = {.skip = all};
    const char *words = fitted_words("pigeon-wall bridge-hold roller-glutes", &fit);
    int exercises = 1;
    for (const char *at = words; (at = strstr(at, " + ")); at++) exercises++;
    assert_true(exercises >= 3);
}

static Dose dose_of(const char *tags, const char *move, Dose dose) {
    Routine routine = routine_of(move);
    routine.sections.items[0].steps.items[0].exercise.dose = dose;
    SessionOptions options = {.library = &library, .level = LEVEL_B3, .fit = {.skip = tags_of(tags)}};
    Fitted fitted;
    fitted_make(&arena, &routine, &options, &fitted);
    return fitted.sections.items[0].steps.items[0].exercise.dose;
}

static void test_doses(void **state) {
    (void)state;
    Dose short_holds = dose_of("bp-hold", "bridge-hold", (Dose){3, 1, 20000, 15000});
    assert_int_equal(short_holds.hold_ms, 8000);
    assert_int_equal(short_holds.sets, 6); // as many as are counted, of the 7.5 it takes for the same time
    assert_int_equal(dose_of("bp-hold", "plank", (Dose){2, 1, 10000, 20000}).sets, 3);
    Dose ladder = dose_of("knee-kneel", "bird-dog", (Dose){1, 5, 3000, 0}); // of the ladder of the dead bug at B3
    assert_int_equal(ladder.reps, 5);
    assert_int_equal(ladder.hold_ms, 1000);
    assert_int_equal(dose_of("clot-skin-bone", "roller-hamstrings", (Dose){1, 8, 0, 0}).hold_ms, 45000);
}

static void test_what_hurts(void **state) {
    (void)state;
    const char *low_lunge[] = {"low-lunge"}, *band[] = {"clam+band"}, *nothing_else[] = {"pelvic-tilt"};
    assert_string_equal(fitted_words("low-lunge", &(Fit){.hurt = low_lunge, .hurt_count = 1}), "half-kneel-hip-flexor");
    assert_string_equal(fitted_words("bridge-hold clam", &(Fit){.hurt = band, .hurt_count = 1}),
                        "bridge-hold + leg-raise-standing");
    assert_string_equal(fitted_words("clam low-lunge", &(Fit){.left_out = low_lunge, .left_out_count = 1}), "clam");
    assert_string_equal(fitted_words("clam low-lunge", &(Fit){.left_out = nothing_else, .left_out_count = 1}), "clam + low-lunge");
}

// What is done instead of a move of one's own that kneels.
static const char *own_swapped(Form easier, const char *variant_of) {
    Move own = *library_move(&library, text_of("childs-pose"));
    own.id = "my-pose", own.easier = easier, own.variant_of = variant_of;
    Routine routine = routine_of("childs-pose bridge-hold");
    routine.sections.items[0].steps.items[0].exercise.move = &own;
    SessionOptions options = {.library = &library, .fit.skip = tags_of("knee-kneel")};
    Fitted fitted;
    fitted_make(&arena, &routine, &options, &fitted);
    assert_int_equal(fitted.sections.count, 2);
    assert_int_equal(fitted.sections.items[0].steps.count, 1);
    return fitted.sections.items[0].steps.items[0].exercise.move->id;
}

static void test_moves_of_ones_own(void **state) {
    (void)state;
    assert_string_equal(own_swapped((Form){.id = "calf-wall"}, NULL), "calf-wall");
    assert_string_equal(own_swapped((Form){.id = "cat-cow"}, NULL), "cat-cow-seated"); // which kneels as well, and is swapped in turn
    assert_string_equal(own_swapped((Form){.words = "Higher."}, "childs-pose"), "knees-to-chest");
    assert_string_equal(own_swapped((Form){.id = "gone"}, "gone too"), "seated-piriformis"); // so that the phase is not empty
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_row),
        cmocka_unit_test(test_the_table_is_complete),
        cmocka_unit_test(test_what_is_there_already_is_not_done_twice),
        cmocka_unit_test(test_several_tags_are_all_kept_to),
        cmocka_unit_test(test_a_phase_is_filled),
        cmocka_unit_test(test_doses),
        cmocka_unit_test(test_what_hurts),
        cmocka_unit_test(test_moves_of_ones_own),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
