#include "session/shape.h"

static const struct {
    int repetition_ms, every;
} count_every[] = {{2500, 1}, {1000, 5}, {0, 10}};

static bool is_lead(const Move *move, int phase) {
    return move->mode == MODE_REPS && move->clip.phases.items[phase].is_once;
}

Shape shape_of(const Move *move, const Dose *dose) {
    const Phase *phases = move->clip.phases.items;
    Shape shape = {.turn_ms = -1, .hold_ends_ms = -1};
    int first = 0, end = move->clip.phases.count;
    for (; first + 1 < end && is_lead(move, first); first++) shape.lead_in_ms += dose_phase_ms(dose, &phases[first]);
    while (end > first + 1 && is_lead(move, end - 1)) end--;
    for (int i = first; i < end; i++) shape.length_ms += dose_phase_ms(dose, &phases[i]);
    int64_t nearest = shape.length_ms, middle_ms = 0, at_ms = 0;
    for (int i = first; i < end; i++) {
        int64_t start_ms = at_ms;
        at_ms += dose_phase_ms(dose, &phases[i]);
        int64_t off = at_ms * 2 > shape.length_ms ? at_ms * 2 - shape.length_ms : shape.length_ms - at_ms * 2;
        if (off < nearest) nearest = off, middle_ms = at_ms;
        if (!phases[i].is_hold || at_ms == start_ms) continue;
        if (shape.turn_ms < 0) shape.turn_ms = start_ms;
        shape.hold_ends_ms = at_ms;
    }
    if (shape.turn_ms < 0) shape.turn_ms = shape.hold_ends_ms = middle_ms;
    shape.count_ms = shape.turn_ms;
    return shape;
}

int shape_counted_every(const Shape *shape) {
    int row = 0;
    while (shape->length_ms < count_every[row].repetition_ms) row++;
    return count_every[row].every;
}
