// What is shipped reads without a single finding, and says what it should.
#include "figure/motion.h"
#include "library/library.h"

#include "support/shipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    Library library;
} Shipped;

static int set_up(void **state) {
    Shipped *shipped = calloc(1, sizeof *shipped);
    *state = shipped;
    return shipped_read(&shipped->arena, &shipped->library) ? 0 : 1;
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
        // Only who does one side first hears of sides, and of the right one; the belly has none.
        bool says_right = strstr(move->feel, "right") != NULL;
        assert_true(move->clip.per_side || !says_right);
        assert_null(strstr(move->feel, "left"));
    }
}

// Where a mistake is common and seen, it can be shown beside the right form.
static void test_six_moves_show_their_mistake(void **state) {
    const Shipped *shipped = *state;
    static const char *const ids[] = {"bridge-hold", "bridge-reps", "squat", "hip-hinge", "clam", "bird-dog", "plank"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const Move *move = library_move(&shipped->library, text_of(ids[i]));
        assert_non_null(move);
        assert_non_null(move->clip.mistake.name);
        assert_true(move->clip.mistake_of > 0 && move->clip.mistake_of < move->clip.poses.count);
    }
}

// What a dose says that one can see is seen, and what is asked for is checked as strictly as the move.
static void test_what_a_dose_adds_is_a_variant(void **state) {
    const Shipped *shipped = *state;
    static const char *const ids[][3] = {
        {"clam", "band"}, {"side-leg-raise", "band"}, {"plank", "from-the-knees"}, {"split-squat", "chair"},
        {"dead-bug", "legs-only", "knee-bent"}, {"bird-dog", "leg-only"}, {"squat", "load"}, {"hip-hinge", "load"}};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const Move *move = library_move(&shipped->library, text_of(ids[i][0]));
        assert_non_null(move);
        assert_int_equal(move->variants.count, ids[i][2] ? 2 : 1);
        for (int v = 0; v < move->variants.count; v++) {
            assert_string_equal(move->variants.items[v]->variant, ids[i][v + 1]);
            assert_true(move->variants.items[v]->clip.checks.count > 0);
        }
    }
    for (int i = 0; i < shipped->library.ladders.count; i++) {
        for (int level = 0; level < LEVEL_COUNT; level++) {
            const Exercise *rung = &shipped->library.ladders.items[i]->rungs[level];
            static const char *const seen[] = {"band", "knee", "chair", "kg", "only"};
            for (size_t s = 0; rung->note && s < sizeof seen / sizeof *seen; s++)
                if (strstr(rung->note, seen[s])) assert_non_null(rung->move->variant);
        }
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
    assert_true(clip->checks.items[0].max == 180);
    assert_string_equal(clip->checks.items[2].label, "check TOP tilt ankle knee 0..10");
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

// `hand flat back` turns the fingers round, `like` keeps it, and plain `flat` leaves them to the forearm.
static void test_fingers_to_the_back(void **state) {
    const Shipped *shipped = *state;
    const Move *roller = library_move(&shipped->library, text_of("roller-hamstrings"));
    const Move *bird = library_move(&shipped->library, text_of("bird-dog"));
    assert_true(roller && bird);
    for (int i = 0; i < roller->clip.poses.count; i++) {
        const Pose *pose = &roller->clip.poses.items[i].pose;
        Stance stance;
        skeleton_stand(pose, &stance);
        for (int side = RIGHT; side < SIDES; side++) {
            assert_true(pose->flat_hand[side]);
            assert_true(-stance.axes[BONE_SIDE(BONE_HAND, side)].y.x < -0.99); // fingers are at the hand's -y
        }
    }
    Vec points = bird->clip.poses.items[0].pose.hand_points[RIGHT];
    assert_true(points.x == 0 && points.y == 0 && points.z == 0);
}

// A foot is half-flat where it comes over its edge; `like` keeps neither that nor an angle that is said anew.
static void test_half_flat_feet(void **state) {
    const Shipped *shipped = *state;
    const Move *move = library_move(&shipped->library, text_of("hip-90-90"));
    assert_non_null(move);
    const Pose *mid = &move->clip.poses.items[0].pose, *turn = &move->clip.poses.items[1].pose, *half = &move->clip.poses.items[2].pose;
    for (int side = RIGHT; side < SIDES; side++) {
        assert_true(mid->flat_foot[side] == 1 && turn->flat_foot[side] == 0.5 && half->flat_foot[side] == 0);
        assert_true(turn->dof[DOF_SIDE(DOF_ANKLE, side)] < -10);
    }
}

static double lowest_of_foot(const Stance *stance, Side side) {
    static const char *const names[] = {"heel", "ball", "toe"};
    double lowest = 1;
    for (int i = 0; i < 3; i++) {
        BonePoint point;
        assert_true(skeleton_point(text_of(names[i]), side, &point));
        lowest = fmin(lowest, stance_point(stance, point).y);
    }
    return lowest;
}

static int count_mistake_on_its_feet(const Clip *clip) {
    if (!clip->mistake.name) return 0;
    Arena arena = {0};
    Clip wrong = clip_of_mistake(&arena, clip);
    Stance stance, right;
    motion_stance(motion_make(&arena, &wrong), 1, 1, 0, 0, NULL, &stance);
    motion_stance(motion_make(&arena, clip), clip->mistake_of, clip->mistake_of, 0, 0, NULL, &right);
    for (int i = 0; i < clip->planted.count; i++) {
        const Contact *contact = &clip->planted.items[i];
        bool is_foot = contact->kind == CONTACT_FOOT || contact->kind == CONTACT_BALL;
        bool is_on_floor = is_foot && !contact->on && lowest_of_foot(&right, contact->side) < 0.01;
        if (is_on_floor && fabs(lowest_of_foot(&stance, contact->side)) > 0.01)
            fail_msg("%s: a foot of the common mistake is %.3f m above the floor", clip->id,
                     lowest_of_foot(&stance, contact->side));
    }
    arena_free(&arena);
    return 1;
}

// Nobody floats who does it wrong.
static void test_mistakes_stand_on_the_floor(void **state) {
    const Shipped *shipped = *state;
    int seen = 0;
    for (int i = 0; i < shipped->library.moves.count; i++) {
        const Move *move = shipped->library.moves.items[i];
        seen += count_mistake_on_its_feet(&move->clip);
        for (int k = 0; k < move->variants.count; k++) seen += count_mistake_on_its_feet(&move->variants.items[k]->clip);
    }
    assert_true(seen >= 12);
}

// Loosen what is tight, strengthen what is weak, let go: no shipped routine turns that round.
static void test_routines_keep_the_order(void **state) {
    static const int order[GROUP_COUNT] = {
        [GROUP_MOBILISE] = 0, [GROUP_STRETCH] = 0, [GROUP_STRENGTHEN] = 1, [GROUP_RELEASE] = 2, [GROUP_POSTURE] = 1};
    const Shipped *shipped = *state;
    assert_true(shipped->library.routines.count >= 4);
    for (int i = 0; i < shipped->library.routines.count; i++) {
        const Routine *routine = shipped->library.routines.items[i];
        assert_true(routine->about && routine->minutes);
        for (int j = 1; j < routine->sections.count; j++) {
            assert_true(order[routine->sections.items[j - 1].group] <= order[routine->sections.items[j].group]);
        }
    }
}

static void expect_rung(const Library *library, const char *slot, Level level, const char *move, Dose dose) {
    const Ladder *ladder = library_ladder(library, text_of(slot));
    assert_non_null(ladder);
    const Exercise *rung = &ladder->rungs[level];
    assert_non_null(rung->move);
    assert_string_equal(rung->move->id, move);
    assert_int_equal(rung->dose.sets, dose.sets);
    assert_int_equal(rung->dose.reps, dose.reps);
    assert_int_equal(rung->dose.hold_ms, dose.hold_ms);
    if (dose.sets > 1) assert_int_equal(rung->dose.rest_ms, dose.rest_ms);
    assert_int_equal(rung->each_side, rung->move->clip.per_side);
}

// Down more slowly in the third and fourth advanced week, by a third.
static void test_lowering_is_slow_at_the_end(void **state) {
    const Library *library = &((const Shipped *)*state)->library;
    static const char *const slots[] = {"squat", "hinge", "lunge"};
    for (int i = 0; i < 3; i++) {
        const Ladder *ladder = library_ladder(library, text_of(slots[i]));
        for (int level = 0; level < LEVEL_COUNT; level++) {
            const Exercise *rung = &ladder->rungs[level];
            assert_int_equal(level >= LEVEL_A3, rung->dose.tempo.phase != NULL);
            for (int k = 0; rung->dose.tempo.phase && k < rung->move->clip.phases.count; k++) {
                const Phase *phase = &rung->move->clip.phases.items[k];
                if (strcmp(phase->name, rung->dose.tempo.phase) != 0) continue;
                assert_in_range(dose_phase_ms(&rung->dose, phase) * 3, phase->duration_ms * 4, phase->duration_ms * 4 + 200);
            }
        }
    }
}

static void test_ladders_have_the_doses_of_the_plans(void **state) {
    const Library *library = &((const Shipped *)*state)->library;
    expect_rung(library, "cat", LEVEL_B1, "cat-cow", (Dose){1, 5, 1000, 0});
    expect_rung(library, "cat", LEVEL_A4, "cat-cow", (Dose){1, 10, 1000, 0});
    expect_rung(library, "child", LEVEL_B3, "childs-pose", (Dose){1, 1, 45000, 0});
    expect_rung(library, "hipflex", LEVEL_B2, "half-kneel-hip-flexor", (Dose){1, 1, 30000, 0});
    expect_rung(library, "hipflex", LEVEL_B3, "low-lunge", (Dose){1, 1, 20000, 0});
    expect_rung(library, "bridge", LEVEL_B1, "bridge-hold", (Dose){3, 1, 10000, 15000});
    expect_rung(library, "bridge", LEVEL_B4, "bridge-hold", (Dose){4, 1, 20000, 15000});
    expect_rung(library, "bridge", LEVEL_A1, "bridge-reps", (Dose){2, 12, 2000, 30000});
    expect_rung(library, "clam", LEVEL_B3, "clam", (Dose){1, 20, 1000, 0});
    expect_rung(library, "clam", LEVEL_A4, "clam+band", (Dose){1, 20, 3000, 0});
    expect_rung(library, "squat", LEVEL_B4, "squat", (Dose){2, 8, 0, 45000});
    expect_rung(library, "squat", LEVEL_A4, "squat+load", (Dose){2, 15, 1000, 45000});
    expect_rung(library, "birddog", LEVEL_B1, "bird-dog+leg-only", (Dose){1, 3, 2000, 0});
    expect_rung(library, "birddog", LEVEL_A3, "bird-dog", (Dose){1, 6, 10000, 0});
    expect_rung(library, "glute1", LEVEL_B2, "pigeon-wall", (Dose){1, 1, 30000, 0});
    expect_rung(library, "glute1", LEVEL_A3, "pigeon-pull", (Dose){1, 1, 60000, 0});
    expect_rung(library, "glute2", LEVEL_B2, "glute-knee-to-chest", (Dose){1, 1, 30000, 0});
    expect_rung(library, "glute2", LEVEL_A1, "pigeon-press", (Dose){1, 1, 40000, 0});
    expect_rung(library, "ktc", LEVEL_B1, "knees-to-chest", (Dose){1, 1, 20000, 0});
    expect_rung(library, "twist", LEVEL_B1, "supine-twist", (Dose){1, 1, 15000, 0});
    expect_rung(library, "ham", LEVEL_A4, "hamstring-strap", (Dose){1, 1, 60000, 0});
    expect_rung(library, "ham-chair", LEVEL_A4, "hamstring-seated", (Dose){1, 1, 45000, 0});
    expect_rung(library, "roll-glute", LEVEL_B2, "ball-wall-glute", (Dose){1, 4, 5000, 0});
    expect_rung(library, "roll-glute", LEVEL_B3, "roller-glutes", (Dose){1, 8, 0, 0});
    expect_rung(library, "roll-thor", LEVEL_A2, "roller-thoracic", (Dose){1, 8, 5000, 0});
}

// Every routine that uses anything lists it; what it does not list is a finding, and there is none.
static void test_routines_list_what_they_need(void **state) {
    const Shipped *shipped = *state;
    int listed = 0;
    for (int i = 0; i < shipped->library.routines.count; i++) {
        const Routine *routine = shipped->library.routines.items[i];
        listed += routine->has_needs;
        if (!routine->has_needs) assert_string_equal(routine->id, "walk-indoors"); // shoes, perhaps
    }
    assert_int_equal(listed, shipped->library.routines.count - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_move_is_whole),
        cmocka_unit_test(test_six_moves_show_their_mistake),
        cmocka_unit_test(test_what_a_dose_adds_is_a_variant),
        cmocka_unit_test(test_bridge_says_what_its_file_says),
        cmocka_unit_test(test_sides_of_a_move),
        cmocka_unit_test(test_fingers_to_the_back),
        cmocka_unit_test(test_half_flat_feet),
        cmocka_unit_test(test_mistakes_stand_on_the_floor),
        cmocka_unit_test(test_routines_keep_the_order),
        cmocka_unit_test(test_routines_list_what_they_need),
        cmocka_unit_test(test_lowering_is_slow_at_the_end),
        cmocka_unit_test(test_ladders_have_the_doses_of_the_plans),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
