// The ways between positions that come with Limber: each is sound, and all of them hang together.
#include "figure/checks.h"
#include "library/way.h"

#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void test_every_way_passes_its_checks(void **state) {
    (void)state;
    assert_true(library.ways.count > 0);
    for (int i = 0; i < library.ways.count; i++) {
        const Clip *clip = &library.ways.items[i]->clip;
        CheckReport report;
        checks_run(&arena, motion_make(&arena, clip), &report);
        bool is_balanced = false;
        for (int n = 0; n < report.results.count; n++) {
            const CheckResult *result = &report.results.items[n];
            is_balanced |= strcmp(result->id, "U9") == 0;
            if (!result->pass) fail_msg("%s: %s %s is %g", clip->id, result->id, result->label, result->value);
        }
        assert_true(is_balanced); // wherever it stops
    }
}

static Stance end_of(const Way *way, int end) {
    Stance stance;
    int pose = end ? way->clip.poses.count - 1 : 0;
    motion_stance(motion_make(&arena, &way->clip), pose, pose, 0, 0, NULL, &stance);
    return stance;
}

// Limbs of the other side follow as a block.
static int other_bone(int bone) {
    const int limb = BONE_LIMBS_END - BONE_LIMBS;
    if (bone < BONE_LIMBS) return bone;
    return bone < BONE_LIMBS_END ? bone + limb : bone - limb;
}

static double distance_cm(const Stance *a, const Stance *b, bool mirrored) {
    double most = 0;
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        Vec at = b->joint[mirrored ? other_bone(bone) : bone];
        if (mirrored) at.x = -at.x;
        most = fmax(most, 100 * vec_distance(a->joint[bone], at));
    }
    return most;
}

// Where two ways meet in a position they meet in one pose, at one place of the mat.
static void test_ways_meet(void **state) {
    (void)state;
    for (int n = 0; n < 2 * library.ways.count; n++) {
        const Way *way = library.ways.items[n / 2];
        Stance here = end_of(way, n % 2);
        for (int m = 0; m < n; m++) {
            const Way *other = library.ways.items[m / 2];
            if (way->ends[n % 2] != other->ends[m % 2]) continue;
            Stance there = end_of(other, m % 2);
            double apart = distance_cm(&here, &there, way->mirrored[n % 2] != other->mirrored[m % 2]);
            if (apart > 2) fail_msg("%s and %s meet %.1f cm apart", way->id, other->id, apart);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_passes_its_checks),
        cmocka_unit_test(test_ways_meet),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
