#include "bake/report.h"

#include "figure/checks.h"

#include <math.h>

enum { FRAMES_PER_SECOND = 60, HOLD_MS = 1000 };

static void report_frame(const Phase *phase, int frame, double ms, const Stance *stance, TextBuilder *out) {
    static const char *const sides[SIDES] = {"right", "left"};
    for (int i = 0; i < skeleton_point_count; i++) {
        BonePoint point;
        const char *name = skeleton_point_names[i];
        skeleton_point(text_of(name), RIGHT, &point);
        bool paired = point.bone >= BONE_LIMBS || point.offset.z > 0;
        for (int side = RIGHT; side <= (paired ? LEFT : RIGHT); side++) {
            skeleton_point(text_of(name), side, &point);
            Vec at = stance_point(stance, point);
            builder_add(out, "%d,%.1f,\"%s\",%s%s%s,%.4f,%.4f,%.4f\n", frame, ms, phase->name, name, paired ? " " : "",
                        paired ? sides[side] : "", at.x, at.y, at.z);
        }
    }
}

bool report_checks(Arena *arena, const Clip *clip, const Motion *motion, bool whole, TextBuilder *out) {
    CheckReport report = {0};
    checks_run(arena, motion, &report);
    for (int i = 0; i < report.results.count; i++) {
        const CheckResult *result = &report.results.items[i];
        if (result->pass && !whole) continue;
        builder_add(out, "%s  %-5s %-4s %9.2f ", clip->id, result->id, result->pass ? "ok" : "FAIL", result->value);
        if (isfinite(result->min)) builder_add(out, "in %7.2f..%-8.2f", result->min, result->max);
        else builder_add(out, "at most    %-8.2f", result->max);
        builder_add(out, "%s\n", result->label);
    }
    return report.failed == 0;
}

void report_joints(const Clip *clip, const Motion *motion, TextBuilder *out) {
    builder_add(out, "frame,ms,phase,joint,x,y,z\n");
    int frame = 0;
    double begin_ms = 0;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        double duration_ms = phase->duration_ms ? phase->duration_ms : HOLD_MS;
        int count = (int)(duration_ms * FRAMES_PER_SECOND / 1000);
        for (int k = 0; k < count; k++, frame++) {
            Stance stance;
            motion_stance(motion, phase->from, phase->to, (double)k / count, 0, NULL, &stance);
            report_frame(phase, frame, begin_ms + duration_ms * k / count, &stance, out);
        }
        begin_ms += duration_ms;
    }
}
