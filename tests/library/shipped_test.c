// What is shipped reads without a single finding, and says what it should.
#include "library/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *const folders[] = {"assets/moves", "routines"};

typedef struct {
    Arena arena;
    Library library;
} Shipped;

static int set_up(void **state) {
    Shipped *shipped = calloc(1, sizeof *shipped);
    Diags diags = {.arena = &shipped->arena};
    Error error = {0};
    bool good = library_read(&shipped->arena, folders, 2, &shipped->library, &diags, &error);
    TextBuilder out = {0};
    diags_write(&diags, &out);
    if (!good) print_error("%s\n", error.sentence);
    if (out.size) print_error("%s", out.bytes);
    good = good && !out.size;
    builder_free(&out);
    *state = shipped;
    return good ? 0 : 1;
}

static int tear_down(void **state) {
    Shipped *shipped = *state;
    arena_free(&shipped->arena);
    free(shipped);
    return 0;
}

static void test_every_move_is_whole(void **state) {
    const Shipped *shipped = *state;
    assert_true(shipped->library.moves.count >= 10);
    for (int i = 0; i < shipped->library.moves.count; i++) {
        const Move *move = shipped->library.moves.items[i];
        assert_string_equal(move->clip.id, move->id);
        assert_true(move->clip.poses.count >= 2);
        assert_true(move->clip.phases.count >= 2);
        assert_true(move->clip.checks.count > 0);
        assert_true(move->advanced.sets * move->advanced.reps * (move->mode == MODE_HOLD ? move->advanced.hold_ms : 1) >=
                    move->beginner.sets * move->beginner.reps * (move->mode == MODE_HOLD ? move->beginner.hold_ms : 1));
        // Only who does one side first hears of sides, and of the right one.
        bool says_right = strstr(move->feel, "right") != NULL;
        assert_int_equal(says_right, move->clip.per_side);
        assert_null(strstr(move->feel, "left"));
    }
}

static void test_bridge_says_what_its_file_says(void **state) {
    const Shipped *shipped = *state;
    const Move *move = library_move(&shipped->library, text_of("bridge-hold"));
    assert_non_null(move);
    assert_string_equal(move->name, "Bridge");
    assert_int_equal(move->group, GROUP_STRENGTHEN);
    assert_int_equal(move->position, LYING_SUPINE);
    assert_int_equal(move->mode, MODE_HOLD);
    assert_false(move->clip.per_side);
    assert_int_equal(move->beginner.sets, 3);
    assert_int_equal(move->beginner.hold_ms, 15000);
    assert_int_equal(move->beginner.rest_ms, 15000);
    assert_int_equal(move->clip.muscles[MUSCLE_GLUTE_MAX], MUSCLE_WORKS);
    assert_int_equal(move->clip.muscles[MUSCLE_HIP_FLEXORS], MUSCLE_STRETCHES);
    assert_true(move->clip.props[PROP_MAT]);
    assert_string_equal(move->cues[SLOT_HOLD], "Ribs down. Keep breathing.");
    assert_int_equal(move->skip.count, 4);

    const Clip *clip = &move->clip;
    assert_int_equal(clip->poses.count, 2);
    const Pose *start = &clip->poses.items[0].pose, *top = &clip->poses.items[1].pose;
    for (int side = 0; side < SIDES; side++) {
        assert_true(start->dof[DOF_SIDE(DOF_HIP_F, side)] == 63);
        assert_true(top->dof[DOF_SIDE(DOF_HIP_F, side)] == 0);
        assert_true(top->dof[DOF_SIDE(DOF_SHOULDER_A, side)] == 20);
        assert_true(top->flat_foot[side]);
    }
    assert_true(top->dof[DOF_ROOT_Y] == 0.298);
    assert_int_equal(clip->phases.count, 3);
    assert_string_equal(clip->phases.items[0].name, "lift");
    assert_int_equal(clip->phases.items[0].duration_ms, 3000);
    assert_int_equal(clip->phases.items[0].breath, BREATH_OUT);
    assert_true(clip->phases.items[1].is_hold);
    assert_int_equal(clip->phases.items[1].from, 1);
    assert_int_equal(clip->checks.items[0].kind, CHECK_LINE);
    assert_true(clip->checks.items[0].max == 190);
    assert_string_equal(clip->checks.items[1].label, "check TOP tilt ankle knee 0..10");
}

static void test_sides_of_a_move(void **state) {
    const Shipped *shipped = *state;
    const Move *move = library_move(&shipped->library, text_of("bird-dog"));
    assert_non_null(move);
    assert_true(move->clip.per_side);
    const Pose *end = &move->clip.poses.items[1].pose;
    assert_true(end->dof[DOF_HIP_F] == -17);
    assert_true(end->dof[DOF_SIDE(DOF_HIP_F, LEFT)] == 73);
    assert_true(end->flat_hand[RIGHT]);
    assert_false(end->flat_hand[LEFT]);
    assert_int_equal(move->clip.planted.count, 2);
    assert_int_equal(move->clip.planted.items[0].kind, CONTACT_HAND);
    assert_int_equal(move->clip.planted.items[0].side, RIGHT);
    assert_int_equal(move->clip.planted.items[1].kind, CONTACT_KNEE);
    assert_int_equal(move->clip.planted.items[1].side, LEFT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_move_is_whole),
        cmocka_unit_test(test_bridge_says_what_its_file_says),
        cmocka_unit_test(test_sides_of_a_move),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
