#include "bake/travel.h"

#include <string.h>

enum { STEPS = 24, CONTACTS_WATCHED = 4 }; // steps of a phase; heel and ball of both feet

// Along the way the figure goes, and the height.
typedef struct {
    double x[CONTACTS_WATCHED], y[CONTACTS_WATCHED];
} Feet;

static Feet feet_at(const Motion *motion, const Phase *phase, double position) {
    static const char *const names[] = {"heel", "ball"};
    Stance stance;
    Feet feet;
    motion_stance(motion, phase->from, phase->to, position, 0, NULL, &stance);
    for (int i = 0; i < CONTACTS_WATCHED; i++) {
        BonePoint point;
        skeleton_point(text_of(names[i % 2]), i / 2 ? LEFT : RIGHT, &point);
        Vec at = stance_point(&stance, point);
        feet.x[i] = at.x, feet.y[i] = at.y;
    }
    return feet;
}

// What stands lies lowest before and after; it goes back by as much as the figure has come forward.
static double step_between(const Feet *before, const Feet *after) {
    int stands = 0;
    for (int i = 1; i < CONTACTS_WATCHED; i++)
        if (fmax(before->y[i], after->y[i]) < fmax(before->y[stands], after->y[stands])) stands = i;
    return before->x[stands] - after->x[stands];
}

static const Strip *strip_of(const BakePlan *plan, const Clip *clip, const Phase *phase) {
    for (int i = 0; i < plan->strips.count; i++) {
        const Strip *strip = &plan->strips.items[i];
        if (strip->kind == STRIP_MOTION && strcmp(strip->from, clip->poses.items[phase->from].name) == 0 &&
            strcmp(strip->to, clip->poses.items[phase->to].name) == 0) return strip;
    }
    return NULL;
}

double travel_find(const Clip *clip, const Motion *motion, const BakePlan *plan, Frame *frames) {
    double come = 0;
    for (int i = 0; i < clip->phases.count && clip_walks(clip); i++) {
        const Phase *phase = &clip->phases.items[i];
        double by_step[STEPS + 1] = {come};
        Feet before = feet_at(motion, phase, 0);
        for (int step = 1; step <= STEPS; step++) {
            Feet after = feet_at(motion, phase, step / (double)STEPS);
            by_step[step] = by_step[step - 1] + step_between(&before, &after);
            before = after;
        }
        come = by_step[STEPS];
        const Strip *strip = strip_of(plan, clip, phase);
        for (int n = 0; strip && n < strip->frame_count; n++) {
            double at = plan->frame_at.items[strip->first_frame + n];
            double place = (at >= 0 ? at : n / (double)(strip->frame_count - 1)) * STEPS;
            int step = place >= STEPS ? STEPS - 1 : (int)place;
            frames[strip->first_frame + n].travel = by_step[step] + (by_step[step + 1] - by_step[step]) * (place - step);
        }
    }
    return come;
}
