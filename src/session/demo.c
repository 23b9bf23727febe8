#include "session/demo.h"

#include <math.h>

enum { HOLD_MS = 4000, START_MS = 1200 }; // still for a moment before it begins again

static void add_beat(Arena *arena, Session *demo, int phase, int length_ms) {
    Beat *beat = list_push(arena, &demo->beats);
    *beat = (Beat){.start_ms = demo->length_ms, .end_ms = demo->length_ms + length_ms, .phase = phase, .repetition = 1};
    demo->length_ms = beat->end_ms;
}

const Session *session_demo(Arena *arena, const Move *move, Side side) {
    Session *demo = arena_new(arena, Session, 1);
    const Clip *clip = &move->clip;
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        add_beat(arena, demo, i, phase->is_hold ? HOLD_MS : phase->duration_ms);
    }
    int64_t work_ms = demo->length_ms;
    *list_push(arena, &demo->segments) = (Segment){.kind = SEGMENT_WORK, .end_ms = work_ms, .move = move, .group = move->group,
                                                   .side = side, .set = 1, .sets = 1, .round = 1, .rounds = 1, .reps = 1,
                                                   .beat_count = demo->beats.count};
    demo->length_ms = work_ms + START_MS;
    *list_push(arena, &demo->segments) = (Segment){.kind = SEGMENT_SAY, .start_ms = work_ms, .end_ms = demo->length_ms};
    return demo;
}

FigureView session_demo_view(const Session *demo, double at_ms) {
    return session_view(demo, fmod(at_ms, (double)demo->length_ms)).figure;
}
