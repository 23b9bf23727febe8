#include "ui/state.h"

#include <math.h>

void tally_add(Ui *ui, double from_ms, double to_ms) {
    for (int i = 0; i < ui->session->segments.count; i++) {
        const Segment *segment = &ui->session->segments.items[i];
        double begin = fmax(from_ms, (double)segment->start_ms), end = fmin(to_ms, (double)segment->end_ms);
        if (end > begin) ui->played_ms[i] += end - begin;
    }
}

// One exercise: the segments from `first` on that share its step.
typedef struct {
    int end; // index after the last
    double work_ms, played_ms;
    const Move *move;
} Exercised;

static Exercised exercised_from(const Ui *ui, int first) {
    const Segment *segments = ui->session->segments.items;
    Exercised exercise = {.end = first};
    for (; exercise.end < ui->session->segments.count; exercise.end++) {
        const Segment *segment = &segments[exercise.end];
        if (segment->step != segments[first].step) break;
        if (segment->kind != SEGMENT_WORK) continue;
        double length = (double)(segment->end_ms - segment->start_ms);
        exercise.work_ms += length;
        exercise.played_ms += fmin(ui->played_ms[exercise.end], length); // played twice is done once
        exercise.move = segment->move;
    }
    return exercise;
}

const Move *tally_done(const Ui *ui, double from_ms, double to_ms, int *step) {
    const Session *session = ui->session;
    for (int i = 0; i < session->segments.count;) {
        Exercised exercise = exercised_from(ui, i);
        int last = -1;
        for (int j = i; j < exercise.end; j++)
            if (session->segments.items[j].kind == SEGMENT_WORK) last = j;
        i = exercise.end;
        if (last < 0) continue;
        double end_ms = (double)session->segments.items[last].end_ms;
        bool ends_now = from_ms < end_ms && end_ms <= to_ms;
        if (!ends_now || exercise.played_ms * 2 < exercise.work_ms) continue;
        *step = session->segments.items[last].step;
        return exercise.move;
    }
    return NULL;
}

static bool is_among(const Move *move, const Move *const *moves, int count) {
    for (int i = 0; i < count; i++) {
        if (moves[i] == move) return true;
    }
    return false;
}

FinishState tally_finish(const Ui *ui) {
    const Session *session = ui->session;
    FinishState finish = {.routine = session->routine->name, .theme = ui->theme,
                          .hint = ui->options.diary ? "Enter goes on." : "Enter leaves."};
    const Move **moves = arena_new(ui->arena, const Move *, session->segments.count + 1);
    for (int i = 0; i < session->segments.count;) {
        Exercised exercise = exercised_from(ui, i);
        i = exercise.end;
        if (exercise.work_ms <= 0 || exercise.played_ms * 2 < exercise.work_ms) continue;
        finish.exercises++;
        if (!is_among(exercise.move, moves, finish.moves)) moves[finish.moves++] = exercise.move;
    }
    finish.minutes = (int)fmax(1, round(ui->active_ms / 60000));
    return finish;
}
