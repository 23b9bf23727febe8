#include "ui/fixture.h"

#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <math.h>

static float fake_width(void *context, const char *text, Face face, float size) {
    (void)context;
    (void)face;
    return 0.55f * size * (float)text_characters(text_of(text));
}

static bool fake_extent(void *context, const char *move, float *left, float *right, float *up, float *down) {
    (void)context;
    if (strncmp(move, "no-", 3) == 0) return false;
    *left = 1.15f, *right = 1.2f;
    *up = strncmp(move, "tall-", 5) == 0 ? 2.2f : 1.5f;
    *down = 0.2f;
    return true;
}

const TextMeasure fixture_measure = {fake_width, NULL};
// All poses but those of a mistake that nobody drew.
static bool fake_has_pose(void *context, const char *move, const char *pose) {
    (void)context;
    return strncmp(move, "no-", 3) != 0 && strcmp(pose, "UNDRAWN") != 0;
}

// The hips of every figure are over the origin; those of "END" lie farther to the right.
static bool fake_body(void *context, const DrawOp *figure, FigureBody *body) {
    float left, right, down;
    if (!fake_extent(context, figure->move, &left, &right, &body->up, &down)) return false;
    bool walks = strncmp(figure->move, "walk-", 5) == 0; // a metre and a half in its motion
    body->stride = walks ? 1.5f : 0, body->travel = walks ? 1.5f * (float)figure->position : 0;
    body->close = strcmp(figure->from, "NEAR") == 0 ? 2 : 1;
    body->pelvis_x = strcmp(figure->from, "END") == 0 ? 0.3f : 0.1f, body->pelvis_y = 0.5f;
    return true;
}

const SheetMeasure fixture_sheets = {fake_extent, fake_has_pose, fake_body, NULL};

const WindowSize fixture_sizes[] = {
    {1280, 720},  {1366, 768},  {1600, 900},  {1920, 1080}, {2560, 1440}, {3840, 2160}, {800, 600},
    {1024, 768},  {1280, 1024}, {1600, 1200}, {1920, 1200}, {1000, 1000}, {1001, 1000}, {2560, 1080},
    {3440, 1440}, {5120, 1440}, {1080, 1920}, {720, 1280},  {1440, 2560}, {1200, 1600}, {1000, 1001},
    {1080, 2400}, {0, 0},
};

static Move *make_move(Arena *arena, const char *id, const char *name, Group group, const char *feel,
                       Mode mode) {
    Move *move = arena_new(arena, Move, 1);
    *move = (Move){.id = id, .name = name, .group = group, .feel = feel, .mode = mode, .clip.id = id};
    static const Phase phases[] = {
        {.name = "lift", .from = 0, .to = 1, .duration_ms = 2000},
        {.name = "hold", .from = 1, .to = 1, .is_hold = true},
        {.name = "return", .from = 1, .to = 0, .duration_ms = 3000},
    };
    for (int i = 0; i < 3; i++) *list_push(arena, &move->clip.phases) = phases[i];
    list_push(arena, &move->clip.poses)->name = "START";
    list_push(arena, &move->clip.poses)->name = "END";
    return move;
}

// Two seconds there, three back, and the hold between.
static void add_beats(Arena *arena, Session *session, Segment *work, int reps) {
    static const char *const words[] = {"Lift", "Hold", "Return"};
    int64_t length_ms = (work->end_ms - work->start_ms) / reps, at_ms = work->start_ms;
    work->first_beat = session->beats.count;
    work->beat_count = 3 * reps;
    work->reps = reps;
    for (int i = 0; i < work->beat_count; i++) {
        int64_t lengths[] = {2000, length_ms - 5000, 3000};
        Beat *beat = list_push(arena, &session->beats);
        *beat = (Beat){.start_ms = at_ms, .phase = i % 3, .repetition = i / 3 + 1, .word = words[i % 3]};
        beat->end_ms = at_ms += lengths[i % 3];
    }
}

static void say(Arena *arena, Session *session, int segment, CueKind kind, const char *text) {
    Cue *cue = list_push(arena, &session->cues);
    int64_t at_ms = session->segments.items[segment].start_ms + 200;
    *cue = (Cue){.at_ms = at_ms, .end_ms = at_ms + 2500, .kind = kind, .text = text, .segment = segment};
}

static Segment *add(Arena *arena, Session *session, SegmentKind kind, const Move *move, int length_ms, int step) {
    Segment *segment = list_push(arena, &session->segments);
    *segment = (Segment){.kind = kind, .move = move, .start_ms = session->length_ms, .step = step,
                         .end_ms = session->length_ms + length_ms, .sets = 1, .set = 1, .rounds = 1, .round = 1};
    if (move) segment->group = move->group;
    session->length_ms = segment->end_ms;
    return segment;
}

static void add_sides(Arena *arena, Session *session, const Move *move, int work_ms, int step) {
    Segment *ready = add(arena, session, SEGMENT_READY, move, 8000, step);
    ready->each_side = true;
    Segment *first = add(arena, session, SEGMENT_WORK, move, work_ms, step);
    first->each_side = true;
    first->hold_ms = work_ms;
    add_beats(arena, session, first, 1);
    Segment *change = add(arena, session, SEGMENT_SWITCH, move, 5000, step);
    change->each_side = true, change->side = LEFT;
    Segment *second = add(arena, session, SEGMENT_WORK, move, work_ms, step);
    second->each_side = true, second->side = LEFT;
    second->hold_ms = work_ms;
    add_beats(arena, session, second, 1);
}

const Session *fixture_session(Arena *arena) {
    const Move *hip = make_move(arena, "half-kneel-hip-flexor", "Half-kneeling hip flexor", GROUP_STRETCH,
                                "the front of the right hip", MODE_HOLD);
    const Move *clam = make_move(arena, "clam", "Clam", GROUP_STRENGTHEN, "the side of your buttock", MODE_REPS);
    const Move *angel = make_move(arena, "tall-angel", "Wall angel", GROUP_POSTURE, NULL, MODE_HOLD);
    Routine *routine = arena_new(arena, Routine, 1);
    *routine = (Routine){.id = "hips", .name = "Hips and glutes", .level = LEVEL_B2};
    Session *session = arena_new(arena, Session, 1);
    *session = (Session){.routine = routine, .level = LEVEL_B2, .step_count = 3};
    add_sides(arena, session, hip, 30000, 0);
    add(arena, session, SEGMENT_READY, clam, 6000, 1);
    for (int set = 1; set <= 2; set++) {
        Segment *work = add(arena, session, SEGMENT_WORK, clam, 40000, 1);
        work->sets = 2, work->set = set;
        add_beats(arena, session, work, 5);
        if (set == 1) add(arena, session, SEGMENT_REST, clam, 15000, 1);
    }
    add(arena, session, SEGMENT_SAY, NULL, 4000, 1)->text = "Notice how your hips feel.";
    add(arena, session, SEGMENT_READY, angel, 6000, 2)->text = "slowly";
    add_beats(arena, session, add(arena, session, SEGMENT_WORK, angel, 30000, 2), 1);
    add(arena, session, SEGMENT_CLOSE, NULL, 4000, 2);
    say(arena, session, 0, CUE_NAME, "Half-kneeling hip flexor, right side.");
    say(arena, session, 2, CUE_SIDE, "Now the left side.");
    say(arena, session, 8, CUE_SAY, "Notice how your hips feel.");
    say(arena, session, 11, CUE_END, "That is it. Well done.");
    return session;
}

// ---- moments ----

typedef struct {
    const char *name;
    int segment;
    double into_ms;
    View view; // without what follows from the segment
} Moment;

static const Moment moments[] = {
    {"ready", 0, 3200,
     {.phase_word = "Get ready", .number = 5, .ring = 0.4, .caption = "Kneel on your right knee, left foot in front.",
      .figure = {.from = "START", .to = "START"}}},
    {"mistake", 3, 11000,
     {.phase_word = "Hold", .number = 19, .ring = 0.63, .caption = "Tuck your pelvis, then ease forward.",
      .figure = {.from = "END", .to = "END", .fullness = 0.5, .glow = 1, .mirrored = true}}},
    {"hold", 3, 11000,
     {.phase_word = "Hold", .number = 19, .ring = 0.63, .caption = "Tuck your pelvis, then ease forward.",
      .figure = {.from = "END", .to = "END", .fullness = 0.5, .glow = 1, .mirrored = true}}},
    {"reps", 5, 9700,
     {.phase_word = "Open the top knee", .number = 3, .number_of = 10, .ring = 0.2, .phase_ring = 0.6, .caption = "Three.",
      .figure = {.from = "START", .to = "OPEN", .position = 0.4, .is_motion = true, .glow = 0.3}}},
    {"rest", 6, 4000,
     {.phase_word = "Rest", .number = 11, .ring = 0.73, .caption = "Rest. Fifteen seconds.",
      .figure = {.from = "START", .to = "START"}}},
    {"switch", 2, 1000,
     {.phase_word = "Switch sides", .number = 4, .ring = 0.8, .caption = "Now the left side.",
      .figure = {.from = "START", .to = "START", .mirrored = true}}},
    {"say", 8, 500, {.phase_word = "Listen", .caption = "Notice how your hips feel.",
                     .figure = {.from = "START", .to = "START"}}},
    {"close", 11, 500, {.phase_word = "Done", .caption = "That is it. Well done.",
                        .figure = {.from = "START", .to = "START"}}},
    {"missing", 3, 11000,
     {.phase_word = "Hold", .number = 120, .ring = 0.63, .caption = "Tuck your pelvis, then ease forward.",
      .figure = {.from = "END", .to = "END"}}},
    {"countdown", 3, 11000,
     {.phase_word = "Hold", .number = 19, .ring = 0.63, .figure = {.from = "END", .to = "END", .mirrored = true}}},
    {"toast", 10, 1000,
     {.phase_word = "Slide up", .number = 1, .number_of = 12, .ring = 0.01, .phase_ring = 0.5,
      .figure = {.from = "LOW", .to = "HIGH", .position = 0.25, .is_motion = true}}},
    {"long", 3, 11000,
     {.phase_word = "Straighten the knee until it pulls", .number = 100, .number_of = 100, .ring = 1, .phase_ring = 1,
      .caption = "Keep both of your hips level, let the breath go all the way down into the belly, and "
                 "only then ease a little further forward.",
      .figure = {.from = "END", .to = "END", .mirrored = true}}},
    {"absurd", 3, 11000,
     {.phase_word = "Donaudampfschifffahrtsgesellschaftskapitän", .number = 9999, .number_of = 9999, .ring = 1,
      .phase_ring = 1, .figure = {.from = "END", .to = "END"}}},
};

const char *const fixture_moments[] = {"ready", "hold", "reps", "rest", "switch", "say", "close", "missing",
                                       "countdown", "mistake", "toast", "long", "absurd", NULL};

static char *lots(Arena *arena, const char *word, int times) {
    char *words = arena_alloc(arena, strlen(word) * (size_t)times + 1);
    for (int i = 0; i < times; i++) memcpy(words + strlen(word) * (size_t)i, word, strlen(word));
    return words;
}

// Words as long as people may still write, or far longer.
static void lengthen(Arena *arena, PlayerState *state, Segment *segment, bool absurd) {
    Move *move = arena_new(arena, Move, 1);
    *move = *segment->move;
    move->name = absurd ? lots(arena, "Half-kneeling ", 40) : "Supine pigeon prep, part 2: press the knee away";
    move->feel = absurd ? lots(arena, "Rechtsschutzversicherung", 20) : "the front of the right hip and along the right thigh";
    segment->text = absurd ? lots(arena, "hold a chair and ", 30) : "hold the back of a chair";
    segment->sets = segment->set = 10;
    segment->move = state->view.figure.move = state->view.next_move = move;
    state->view.next_each_side = true;
    state->view.left_ms = absurd ? 36000000 : 4000000;
    if (!absurd) return;
    Routine *routine = arena_new(arena, Routine, 1);
    *routine = *state->session->routine;
    routine->name = lots(arena, "Every morning and evening ", 20);
    ((Session *)state->session)->routine = routine;
    state->view.caption = lots(arena, "Breathe in, breathe out, ", 40);
    state->toast = lots(arena, "No sound device ", 30);
}

static void show_mistake(Arena *arena, PlayerState *state, Segment *segment) {
    Move *move = arena_new(arena, Move, 1);
    *move = *segment->move;
    move->mistake = "Front knee sliding far past the toes while the low back arches.";
    move->clip.mistake.name = "WRONG", move->clip.mistake_of = 1;
    segment->move = state->view.figure.move = move;
    state->comparing = COMPARE_NOW;
    assert_true(session_comparison(state->session, 3, &state->comparison));
}

static void fit_to_name(Arena *arena, PlayerState *state, Segment *segment, const char *name) {
    if (strcmp(name, "missing") == 0) {
        Move *move = arena_new(arena, Move, 1);
        *move = *segment->move;
        move->id = "no-sheet";
        segment->move = state->view.figure.move = move;
    }
    if (strcmp(name, "mistake") == 0) show_mistake(arena, state, segment);
    if (strcmp(name, "countdown") == 0) state->ready_left_ms = 2100;
    if (strcmp(name, "toast") == 0) state->toast = "Speed 85 %";
    if (strcmp(name, "long") == 0) lengthen(arena, state, segment, false);
    if (strcmp(name, "absurd") == 0) lengthen(arena, state, segment, true);
}

PlayerState fixture_moment(Arena *arena, const char *name) {
    const Moment *moment = moments;
    while (strcmp(moment->name, name) != 0) moment++;
    const Session *session = fixture_session(arena);
    Segment *segment = &session->segments.items[moment->segment];
    PlayerState state = {.session = session, .view = moment->view, .tempo = 1, .captions = true, .muscle_light = true,
                         .sheets = fixture_sheets, .theme = &theme_light};
    state.position_ms = (double)segment->start_ms + moment->into_ms;
    View *view = &state.view;
    view->segment = segment;
    view->segment_index = moment->segment;
    view->figure.move = segment->move ? segment->move : session->segments.items[moment->segment - 1].move;
    view->left_ms = session->length_ms - (int64_t)state.position_ms;
    for (int i = moment->segment + 1; i < session->segments.count && !view->next_move; i++) {
        const Segment *later = &session->segments.items[i];
        if (later->kind != SEGMENT_READY || later->step == segment->step) continue;
        view->next_move = later->move;
        view->next_each_side = later->each_side;
    }
    fit_to_name(arena, &state, segment, name);
    return state;
}

// ---- what is untidy ----

typedef struct {
    Rect box;
    const DrawOp *op;
} Seen;

static bool apart(Rect a, Rect b) {
    float near = 0.51f; // rounding
    return a.x + a.width <= b.x + near || b.x + b.width <= a.x + near || a.y + a.height <= b.y + near ||
           b.y + b.height <= a.y + near;
}

static bool within(Rect a, Rect b) {
    float near = 1.01f;
    return a.x >= b.x - near && a.y >= b.y - near && a.x + a.width <= b.x + b.width + near &&
           a.y + a.height <= b.y + b.height + near;
}

static bool within_ring(Rect a, const DrawOp *ring) {
    float radius = ring->rect.width / 2, x = ring->rect.x + radius, y = ring->rect.y + radius;
    float far_x = fmaxf(fabsf(a.x - x), fabsf(a.x + a.width - x)), far_y = fmaxf(fabsf(a.y - y), fabsf(a.y + a.height - y));
    return hypotf(far_x, far_y) <= radius - ring->thickness;
}

static Rect box_of(const DrawOp *op) {
    Rect box = op->rect;
    if (op->kind == DRAW_TEXT) {
        float width = fake_width(NULL, op->text, op->face, op->size);
        float part = op->align == ALIGN_LEFT ? 0 : op->align == ALIGN_CENTRE ? 0.5f : 1;
        bool is_number = strspn(op->text, "0123456789") == strlen(op->text); // nothing below the line
        box = (Rect){box.x - part * width, box.y - 0.75f * op->size, width, (is_number ? 0.75f : 0.97f) * op->size};
    } else if (op->kind == DRAW_LINE) {
        float x = fminf(box.x, box.x + box.width), y = fminf(box.y, box.y + box.height);
        box = (Rect){x, y, fabsf(box.width), fabsf(box.height)};
    } else if (op->kind == DRAW_FIGURE) {
        float left = 0, right = 0, up = 0, down = 0, scale = op->pixels_per_metre;
        assert_true(fake_extent(NULL, op->move, &left, &right, &up, &down));
        if (op->mirrored) { float swap = left; left = right, right = swap; }
        box = (Rect){box.x - left * scale, box.y - up * scale, (left + right) * scale, (up + down) * scale};
    }
    return box;
}

static bool may_meet(Seen a, Seen b, bool may_cover_figure) {
    if (apart(a.box, b.box)) return true;
    if (a.op->part != FIGURE_WHOLE && b.op->part != FIGURE_WHOLE) return true; // the two of a dissolve
    if (may_cover_figure && (a.op->kind == DRAW_FIGURE || b.op->kind == DRAW_FIGURE)) return true;
    if (b.op->kind == DRAW_FIGURE && a.op->kind == DRAW_BOX && a.box.height < 20) return true; // a mark of the floor
    if (a.op->kind == DRAW_LINE && b.op->kind != DRAW_TEXT) return true; // of a chart: lines cross, marks lie on them
    if (b.op->kind == DRAW_TEXT && a.op->kind == DRAW_RING) return within_ring(b.box, a.op);
    if (a.op->kind == DRAW_RING && b.op->kind == DRAW_RING) return within(b.box, a.box);
    bool is_stroke = a.op->kind == DRAW_BOX && b.op->kind == DRAW_BOX && fmaxf(a.box.width, b.box.width) < 20;
    if (is_stroke && memcmp(&a.op->colour, &b.op->colour, sizeof(Colour)) == 0) return true; // dots of a line
    if (a.op->kind == DRAW_BOX && a.op->colour.a <= 40) return true; // a band of a chart is only a tint
    if (a.op->kind == DRAW_BOX) return within(b.box, a.box);
    return false;
}

// Or nowhere: what is only made ready is not seen.
static bool is_everywhere(DrawKind kind) {
    return kind == DRAW_BACKDROP || kind == DRAW_DIM || kind == DRAW_SOON;
}

static void assert_layer_tidy(const DrawOp *ops, int count, int width, int height, bool may_cover_figure) {
    Rect window = {0, 0, (float)width, (float)height};
    DrawList none = {0};
    float smallest = TEXT_SMALLEST * canvas_make(&none, fixture_measure, width, height).scale - 0.01f;
    for (int i = 0; i < count; i++) {
        Seen b = {box_of(&ops[i]), &ops[i]};
        const char *what = ops[i].text ? ops[i].text : "a shape";
        if (is_everywhere(ops[i].kind)) continue;
        if (!within(b.box, window)) fail_msg("%dx%d: outside the window: %s", width, height, what);
        if (ops[i].kind == DRAW_TEXT && ops[i].size < smallest) fail_msg("%dx%d: too small: %s", width, height, what);
        for (int j = 0; j < i; j++) {
            if (is_everywhere(ops[j].kind)) continue;
            Seen a = {box_of(&ops[j]), &ops[j]};
            if (may_meet(a, b, may_cover_figure)) continue;
            fail_msg("%dx%d: %s (%g,%g %gx%g) lies over %s (%g,%g %gx%g)", width, height, what, b.box.x, b.box.y,
                     b.box.width, b.box.height, ops[j].text ? ops[j].text : "a shape", a.box.x, a.box.y, a.box.width,
                     a.box.height);
        }
    }
}

void assert_tidy(const DrawList *list, int width, int height, bool may_cover_figure) {
    int first = 0;
    for (int i = 0; i <= list->ops.count; i++) {
        if (i < list->ops.count && list->ops.items[i].kind != DRAW_DIM) continue;
        assert_layer_tidy(list->ops.items + first, i - first, width, height, may_cover_figure);
        first = i;
    }
}

bool list_shows(const DrawList *list, const char *text) {
    for (int i = 0; i < list->ops.count; i++) {
        const char *shown = list->ops.items[i].text;
        if (shown && strstr(shown, text)) return true;
    }
    return false;
}

bool list_shows_just(const DrawList *list, const char *text) {
    for (int i = 0; i < list->ops.count; i++) {
        const char *shown = list->ops.items[i].text;
        if (shown && strcmp(shown, text) == 0) return true;
    }
    return false;
}

void assert_golden_list(const char *path, const DrawList *list) {
    TextBuilder out = {0};
    draw_list_print(list, &out);
    assert_golden_text(path, builder_text(&out));
    builder_free(&out);
}
