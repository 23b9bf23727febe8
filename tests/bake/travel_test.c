// The floor under the walking drill: it goes back as fast as the foot that stands.
#include "bake/travel.h"
#include "library/way.h"

#include "support/shipped_library.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static double travel_of(const char *move, BakePlan *plan, const Motion **motion, Frame **frames) {
    const Clip *clip = &library_move(&library, text_of(move))->clip;
    *motion = motion_make(&arena, clip);
    *plan = bake_plan(&arena, clip, *motion, 440);
    *frames = arena_new(&arena, Frame, plan->frame_shots.count);
    return travel_find(clip, *motion, plan, *frames);
}

static Vec point_at(const Motion *motion, const BakePlan *plan, const Strip *strip, int frame, const char *name, Side side) {
    const Shot *shot = &plan->shots.items[plan->frame_shots.items[strip->first_frame + frame]];
    Stance stance;
    BonePoint point;
    motion_stance(motion, shot->from, shot->to, shot->position, 0, NULL, &stance);
    skeleton_point(text_of(name), side, &point);
    return stance_point(&stance, point);
}

// A heel or ball that lies on the floor in two frames that follow one another stays over one mark.
static void test_the_standing_foot_does_not_skate(void **state) {
    (void)state;
    BakePlan plan;
    const Motion *motion;
    Frame *frames;
    double stride = travel_of("walk-drill", &plan, &motion, &frames), before = 0;
    assert_true(stride > 1.3 && stride < 1.5); // two steps of a grown person
    int stands = 0;
    for (int s = 0; s < plan.strips.count; s++) {
        const Strip *strip = &plan.strips.items[s];
        for (int n = 1; strip->kind == STRIP_MOTION && n < strip->frame_count; n++) {
            double now = frames[strip->first_frame + n].travel, last = frames[strip->first_frame + n - 1].travel;
            assert_true(now >= last && last >= before - 1e-9);
            before = last;
            for (int i = 0; i < 4; i++) {
                const char *name = i % 2 ? "heel" : "ball";
                Vec a = point_at(motion, &plan, strip, n - 1, name, (Side)(i / 2));
                Vec b = point_at(motion, &plan, strip, n, name, (Side)(i / 2));
                if (fmax(a.y, b.y) > 0.0005) continue;
                stands++;
                if (fabs(b.x + now - a.x - last) > 0.01) fail_msg("%s skates %.1f cm", name, 100 * (b.x + now - a.x - last));
            }
        }
    }
    assert_true(stands > 40);
}

static void test_nothing_travels_under_who_stays(void **state) {
    (void)state;
    BakePlan plan;
    const Motion *motion;
    Frame *frames;
    assert_true(travel_of("squat", &plan, &motion, &frames) == 0);
    for (int i = 0; i < plan.frame_shots.count; i++) assert_true(frames[i].travel == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_standing_foot_does_not_skate),
        cmocka_unit_test(test_nothing_travels_under_who_stays),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
