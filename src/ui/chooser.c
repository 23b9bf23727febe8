#include "ui/pages.h"
#include "ui/paper.h"
#include "ui/rows.h"

#include "base/text.h"

#include <math.h>

enum { ROW_HEIGHT = 146, ROW_GAP = 14, LINE = 38, MOST_PROBLEMS = 3, NEEDS_HEIGHT = 84 };

static const char *const framing[] = {
    "These exercises help many people with ordinary back pain.",
    "They do not diagnose anything. They must never be painful.",
    "Up, Down: choose. Enter: start. S: settings. ?: keys.",
};

enum { FRAMING_LINES = sizeof framing / sizeof *framing };

typedef struct {
    Canvas *canvas;
    const ChooserState *state;
    const Theme *theme;
    Rect list, picture, framing, problems, settings;
} Chooser;

static int problem_lines(const ChooserState *state) {
    if (state->problem_count == 0) return 0;
    bool more = state->problem_count > MOST_PROBLEMS;
    return 1 + (more ? MOST_PROBLEMS + 1 : state->problem_count);
}

static Chooser lay_out(Canvas *canvas, const ChooserState *state) {
    float margin = canvas->tall ? 56 : 120, width = canvas->width - 2 * margin;
    Chooser chooser = {.canvas = canvas, .state = state, .theme = state->theme};
    float problems = (float)(problem_lines(state) * LINE);
    chooser.problems = (Rect){margin, canvas->height - 48 - problems, width, problems};
    float framing_height = FRAMING_LINES * LINE;
    chooser.framing = (Rect){margin, chooser.problems.y - 12 - framing_height, width, framing_height};
    float list_width = canvas->tall ? width : fminf(1000, width * 0.6f);
    chooser.list = (Rect){margin, 212, list_width, chooser.framing.y - 24 - 212};
    if (canvas->tall) chooser.list.height -= 540;
    Rect beside = {margin + list_width + 48, 212, width - list_width - 48, chooser.list.height};
    Rect below = {margin, chooser.list.y + chooser.list.height + 20, width, 500};
    chooser.picture = canvas->tall ? below : beside;
    chooser.settings = (Rect){margin + width - 240, 124, 240, 64};
    return chooser;
}

static void draw_row(const Chooser *chooser, int index, Rect row) {
    Canvas *canvas = chooser->canvas;
    const Theme *theme = chooser->theme;
    const Routine *routine = chooser->state->library->routines.items[index];
    bool focused = index == chooser->state->focus && !chooser->state->settings_focused;
    canvas_box(canvas, row, 28, focused ? theme->focus : theme->card);
    if (focused) canvas->focused = routine->name;
    canvas_hit(canvas, row, index, 0);
    Rect inner = rect_inset(row, 36, 10);
    Colour strong = focused ? theme->white : theme->ink, soft = focused ? theme->white : theme->soft_ink;
    float name_width = inner.width;
    if (chooser->state->minutes[index] > 0) {
        TextStyle style = {FACE_REGULAR, 34, .align = ALIGN_RIGHT, .colour = soft, .place = PLACE_MIDDLE};
        char *minutes = text_format(canvas->list->arena, "%d min", chooser->state->minutes[index]);
        name_width -= canvas_text(canvas, (Rect){inner.x, inner.y, inner.width, 56}, style, minutes).width + 24;
    }
    TextStyle name = {FACE_SEMIBOLD, 42, 30, .colour = strong, .place = PLACE_MIDDLE};
    TextStyle about = {FACE_REGULAR, 30, TEXT_SMALLEST, 2, 1.2f, .colour = soft, .place = PLACE_MIDDLE};
    bool described = routine->about && *routine->about;
    canvas_text(canvas, (Rect){inner.x, inner.y, name_width, described ? 56 : inner.height}, name, routine->name);
    if (described) canvas_text(canvas, (Rect){inner.x, inner.y + 54, inner.width, 72}, about, routine->about);
}

static void draw_rows(const Chooser *chooser) {
    Rows rows = rows_fit(chooser->list, ROW_HEIGHT, ROW_GAP, chooser->state->library->routines.count, chooser->state->focus);
    for (int i = rows.first; i < rows.first + rows.shown; i++) draw_row(chooser, i, rows_place(&rows, i));
    float right = chooser->canvas->tall ? chooser->settings.x - 24 : chooser->list.x + chooser->list.width;
    rows_draw_where(chooser->canvas, chooser->theme, (Rect){right - 200, 116, 200, 72}, &rows);
}

static const Move *first_move(const Routine *routine) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++) {
            const Step *step = &section->steps.items[j];
            const Move *move = step->kind == STEP_SLOT ? step->ladder->rungs[routine->level].move : step->exercise.move;
            if (step->kind != STEP_SAY && move) return move;
        }
    }
    return NULL;
}

// "You need: mat, wall, strap", under the picture. Things that stand for one another have it said in the session.
static void draw_needs(const Chooser *chooser) {
    const Routine *routine = chooser->state->library->routines.items[chooser->state->focus];
    TextBuilder needs = {0};
    for (int prop = 0; prop < PROP_COUNT; prop++)
        if (routine->needs[prop]) builder_add(&needs, "%s%s", needs.size ? ", " : "You need: ", prop_names[prop]);
    if (needs.size) {
        Rect place = chooser->picture;
        place.y += place.height - NEEDS_HEIGHT, place.height = NEEDS_HEIGHT;
        TextStyle style = {FACE_REGULAR, 30, TEXT_SMALLEST, 2, 1.2f, ALIGN_CENTRE, chooser->theme->soft_ink, PLACE_MIDDLE};
        canvas_text(chooser->canvas, place, style, text_copy(chooser->canvas->list->arena, builder_text(&needs)));
    }
    builder_free(&needs);
}

static void draw_picture(const Chooser *chooser) {
    const ChooserState *state = chooser->state;
    const Move *move = first_move(state->library->routines.items[state->focus]);
    float left, right, up, down;
    if (!move || !state->sheets.extent(state->sheets.context, move->id, &left, &right, &up, &down)) return;
    Rect picture = chooser->picture;
    picture.height -= NEEDS_HEIGHT;
    DrawOp *op = canvas_add(chooser->canvas, DRAW_POSTER, picture);
    op->move = move->id;
}

static void draw_way_to_settings(const Chooser *chooser) {
    bool focused = chooser->state->settings_focused;
    const Theme *theme = chooser->theme;
    canvas_box(chooser->canvas, chooser->settings, 32, focused ? theme->focus : theme->card);
    TextStyle style = {FACE_SEMIBOLD, 34, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(chooser->canvas, rect_inset(chooser->settings, 24, 0), style, "Settings");
    if (chooser->state->settings_focused) chooser->canvas->focused = "Settings";
    canvas_hit(chooser->canvas, chooser->settings, -1, 0);
}

static void draw_problems(const Chooser *chooser) {
    const ChooserState *state = chooser->state;
    if (state->problem_count == 0) return;
    Arena *arena = chooser->canvas->list->arena;
    Rect line = chooser->problems;
    line.height = LINE;
    TextStyle style = {FACE_SEMIBOLD, 28, .colour = chooser->theme->groups[GROUP_STRENGTHEN], .place = PLACE_MIDDLE};
    canvas_text(chooser->canvas, line, style, "Left out, because of mistakes:");
    style.face = FACE_REGULAR;
    style.colour = chooser->theme->soft_ink;
    for (int i = 0; i < state->problem_count && i < MOST_PROBLEMS; i++) {
        line.y += LINE;
        canvas_text(chooser->canvas, line, style, state->problems[i]);
    }
    line.y += LINE;
    int more = state->problem_count - MOST_PROBLEMS;
    if (more > 0) canvas_text(chooser->canvas, line, style, text_format(arena, "and %d more: limber check lists them.", more));
}

static void draw_framing(const Chooser *chooser) {
    TextStyle style = {FACE_REGULAR, 30, TEXT_SMALLEST, .colour = chooser->theme->soft_ink, .place = PLACE_MIDDLE};
    Rect line = chooser->framing;
    line.height = LINE;
    for (int i = 0; i < FRAMING_LINES; i++) {
        if (i == FRAMING_LINES - 1) style.face = FACE_MEDIUM;
        canvas_text(chooser->canvas, line, style, framing[i]);
        line.y += LINE;
    }
}

void chooser_draw(Canvas *canvas, const ChooserState *state) {
    Chooser chooser = lay_out(canvas, state);
    const Theme *theme = state->theme;
    Rect box = {chooser.list.x, 108, chooser.list.width - (canvas->tall ? 480 : 260), 84};
    paper_draw(canvas, theme, box, "Choose a session");
    if (state->library->routines.count > 0) {
        draw_rows(&chooser);
        draw_picture(&chooser);
        draw_needs(&chooser);
    } else {
        TextStyle none = {FACE_REGULAR, 40, TEXT_SMALLEST, 3, 1.3f, .colour = theme->ink};
        canvas_text(canvas, chooser.list, none, "No routine was found. limber check says what was read and why.");
    }
    draw_way_to_settings(&chooser);
    draw_framing(&chooser);
    draw_problems(&chooser);
    if (state->has_way_back) paper_back(canvas, theme, canvas->width - 72, 44);
    paper_toast(canvas, theme, state->toast);
}
