#include "session/plan_pace.h"

#include "session/timing.h"

enum {
    APART_MS = 400,              // from one tone to the next
    QUICK_REPETITION_MS = 2000,
    SLOW_BREATH_MS = 9000,       // as the figure breathes: four parts in, five out
    SLOW_PARTS = 9, SLOW_PARTS_IN = 4,
    SHORTEST_BREATH_MS = 1000,   // shorter ones would only hiss
    LONGEST_BREATH_MS = 6000,
};

// ---- tones ----

typedef struct {
    const Segment *segment;
    const Clip *clip;
    PaceCues *cues;
    Arena *arena;
    int rest;           // the pose that repetitions begin and end with
    bool *visited;      // poses since it was left
    CueKind last;       // what the beats are doing now
    bool begun, is_quick;
    int64_t quiet_until_ms;
    int64_t release_ms; // -1 when told, or when its tone is there
} Pacer;

static void add(PaceCues *cues, Arena *arena, CueKind kind, int64_t at_ms, int64_t end_ms) {
    *list_push(arena, cues) = (Cue){.at_ms = at_ms, .end_ms = end_ms, .kind = kind};
}

static bool is_once(const Pacer *pacer, const Phase *phase) {
    return phase->is_once && pacer->segment->move->mode == MODE_REPS;
}

static int rest_pose(const Pacer *pacer) {
    for (int i = 0; i < pacer->clip->phases.count; i++) {
        const Phase *phase = &pacer->clip->phases.items[i];
        if (!is_once(pacer, phase)) return phase->from;
    }
    return pacer->clip->phases.items[0].from;
}

// The way back leads to a pose one has come through.
static CueKind tone_of(const Pacer *pacer, const Phase *phase) {
    if (phase->is_hold) return CUE_TONE_HOLD;
    if (is_once(pacer, phase)) return phase->to == pacer->rest ? CUE_TONE_OUT : CUE_TONE_BACK;
    return pacer->visited[phase->to] ? CUE_TONE_BACK : CUE_TONE_OUT;
}

static void remember_pose(Pacer *pacer, int pose) {
    if (pose == pacer->rest) {
        for (int i = 0; i < pacer->clip->poses.count; i++) pacer->visited[i] = false;
    }
    pacer->visited[pose] = true;
}

static void add_release(Pacer *pacer) {
    add(pacer->cues, pacer->arena, CUE_TONE_RELEASE, pacer->release_ms, pacer->release_ms + TONE_RELEASE_MS);
    pacer->quiet_until_ms = pacer->release_ms + TONE_RELEASE_MS;
    pacer->release_ms = -1;
}

static void pace(Pacer *pacer, const Beat *beat) {
    const Phase *phase = &pacer->clip->phases.items[beat->phase];
    CueKind kind = tone_of(pacer, phase);
    bool changes = !pacer->begun || kind != pacer->last;
    pacer->begun = !is_once(pacer, phase); // after the way in, out begins anew
    pacer->last = kind;
    remember_pose(pacer, phase->to);
    if (pacer->release_ms >= 0 && beat->start_ms >= pacer->release_ms) {
        add_release(pacer);
        return;
    }
    bool too_quick = pacer->is_quick && kind != CUE_TONE_OUT;
    if (!changes || too_quick || beat->start_ms < pacer->quiet_until_ms) return;
    pacer->quiet_until_ms = beat->start_ms + APART_MS;
    add(pacer->cues, pacer->arena, kind, beat->start_ms, beat->start_ms + TONE_PACE_MS);
}

static void plan_tones(const Planner *planner, const Segment *segment, int64_t release_ms, PaceCues *cues) {
    Arena *arena = planner->voice.arena;
    const Clip *clip = &segment->move->clip;
    Pacer pacer = {.segment = segment, .clip = clip, .cues = cues, .arena = arena, .release_ms = release_ms};
    pacer.rest = rest_pose(&pacer);
    pacer.visited = arena_new(arena, bool, clip->poses.count);
    pacer.visited[pacer.rest] = true;
    pacer.is_quick = segment->end_ms - segment->start_ms < (int64_t)segment->reps * QUICK_REPETITION_MS;
    pacer.quiet_until_ms = segment->start_ms + TONE_START_MS;
    bool paces = !planner->voice.options->without_pacing;
    for (int i = 0; i < segment->beat_count && paces; i++) pace(&pacer, &planner->session->beats.items[segment->first_beat + i]);
    if (pacer.release_ms >= 0) add_release(&pacer);
}

// ---- breath ----

typedef struct {
    PaceCues *cues;
    Arena *arena;
    bool is_full;
} Lungs;

static void breathe(Lungs *lungs, bool in, int64_t start_ms, int64_t end_ms) {
    lungs->is_full = in;
    if (end_ms - start_ms < SHORTEST_BREATH_MS) return;
    if (end_ms - start_ms > LONGEST_BREATH_MS) end_ms = start_ms + LONGEST_BREATH_MS;
    add(lungs->cues, lungs->arena, in ? CUE_BREATH_IN : CUE_BREATH_OUT, start_ms, end_ms);
}

// Whole breaths that end as they begin.
static void breathe_slowly(Lungs *lungs, int64_t start_ms, int64_t end_ms) {
    int64_t breaths = (end_ms - start_ms + SLOW_BREATH_MS / 2) / SLOW_BREATH_MS;
    if (breaths < 1) breaths = 1;
    bool first_in = !lungs->is_full;
    int first_parts = first_in ? SLOW_PARTS_IN : SLOW_PARTS - SLOW_PARTS_IN;
    for (int64_t i = 0; i < breaths; i++) {
        int64_t from_ms = start_ms + (end_ms - start_ms) * i / breaths, to_ms = start_ms + (end_ms - start_ms) * (i + 1) / breaths;
        int64_t turn_ms = from_ms + (to_ms - from_ms) * first_parts / SLOW_PARTS;
        breathe(lungs, first_in, from_ms, turn_ms);
        breathe(lungs, !first_in, turn_ms, to_ms);
    }
}

// One breath goes on through all phases that ask for it; a pause after them is only waited through.
static int64_t breath_end_ms(const Clip *clip, const Beat *beats, int count, int from, Breath breath) {
    int64_t end_ms = beats[from].end_ms;
    for (int i = from + 1; i < count && clip->phases.items[beats[i].phase].breath == breath; i++) {
        if (!clip->phases.items[beats[i].phase].is_hold) end_ms = beats[i].end_ms;
    }
    return end_ms;
}

static void plan_breaths(const Planner *planner, const Segment *segment, PaceCues *cues) {
    const Clip *clip = &segment->move->clip;
    const Beat *beats = &planner->session->beats.items[segment->first_beat];
    Lungs lungs = {.cues = cues, .arena = planner->voice.arena};
    bool begun = false;
    for (int i = 0; i < segment->beat_count; i++) {
        const Phase *phase = &clip->phases.items[beats[i].phase];
        bool in = phase->breath == BREATH_IN;
        if (phase->breath == BREATH_SLOW && phase->is_hold) breathe_slowly(&lungs, beats[i].start_ms, beats[i].end_ms);
        if (!in && phase->breath != BREATH_OUT) continue;
        if (begun && in == lungs.is_full) continue; // the breath that has begun already
        begun = true;
        breathe(&lungs, in, beats[i].start_ms, breath_end_ms(clip, beats, segment->beat_count, i, phase->breath));
    }
}

// Both lists are in order; what they hold is put together.
void plan_pace(const Planner *planner, const Segment *segment, int64_t release_ms, PaceCues *cues) {
    PaceCues tones = {0}, breaths = {0};
    plan_tones(planner, segment, release_ms, &tones);
    if (planner->voice.options->with_breath) plan_breaths(planner, segment, &breaths);
    for (int tone = 0, breath = 0; tone < tones.count || breath < breaths.count;) {
        bool takes_tone = breath == breaths.count ||
                          (tone < tones.count && tones.items[tone].at_ms <= breaths.items[breath].at_ms);
        *list_push(planner->voice.arena, cues) = takes_tone ? tones.items[tone++] : breaths.items[breath++];
    }
}
