#include "ui/compare.h"

#include "ui/layout.h"

#include <math.h>

enum { TOP = 64, BOTTOM = 16, GAP = 24, LABEL = 80, MARK = 52, PADDING = 20 };

typedef struct {
    Rect card, label, figure;
} Half;

static Half half_of(const Canvas *canvas, Rect area, int number) {
    Half half = {.card = {area.x, area.y + TOP, area.width, area.height - TOP - BOTTOM}}; // a message has room above
    if (canvas->tall) {
        half.card.height = (half.card.height - GAP) / 2;
        half.card.y += (float)number * (half.card.height + GAP);
    } else {
        half.card.width = (half.card.width - GAP) / 2;
        half.card.x += (float)number * (half.card.width + GAP);
    }
    Rect inner = rect_inset(half.card, PADDING, PADDING);
    half.label = (Rect){inner.x, inner.y, inner.width, LABEL - PADDING};
    half.figure = (Rect){inner.x, inner.y + LABEL, inner.width, inner.height - LABEL};
    return half;
}

static float scale_in(const Canvas *canvas, Rect area, const Comparison *comparison, const SheetMeasure *sheets) {
    FigureExtent extent = {0};
    figure_extent_add(&extent, sheets, comparison->right.move->id);
    return figure_scale(canvas, area, extent);
}

static void figure_op(Canvas *canvas, DrawKind kind, Rect area, const FigureView *figure, float scale,
                      const SheetMeasure *sheets) {
    FigurePlace place = figure_place(canvas, area, scale, sheets, figure->move->id, figure->mirrored);
    DrawOp *op = canvas_add(canvas, kind, (Rect){place.x, place.y, 0, 0});
    op->move = figure->move->id;
    op->from = figure->from, op->to = figure->to;
    op->is_motion = figure->is_motion, op->position = figure->position;
    op->mirrored = figure->mirrored;
    op->pixels_per_metre = scale;
    op->beside = true;
}

// A stroke is a row of dots; places are shares of the mark.
static void draw_stroke(Canvas *canvas, Rect mark, const float *from, const float *to, Colour colour) {
    float thickness = mark.width * 0.13f, dx = (to[0] - from[0]) * mark.width, dy = (to[1] - from[1]) * mark.height;
    int dots = (int)ceilf(hypotf(dx, dy) / (thickness * 0.25f));
    for (int i = 0; i <= dots; i++) {
        float part = (float)i / (float)dots;
        float x = mark.x + from[0] * mark.width + part * dx, y = mark.y + from[1] * mark.height + part * dy;
        canvas_box(canvas, (Rect){x - thickness / 2, y - thickness / 2, thickness, thickness}, thickness / 2, colour);
    }
}

// A tick or a cross in a disc: shape and word tell them apart as well as the colour.
static void draw_mark(Canvas *canvas, const Theme *theme, Rect mark, bool is_right) {
    static const float tick[] = {0.28f, 0.53f, 0.44f, 0.68f, 0.73f, 0.35f};
    static const float cross[] = {0.33f, 0.33f, 0.67f, 0.67f, 0.33f, 0.67f, 0.67f, 0.33f};
    canvas_box(canvas, mark, mark.width / 2, is_right ? theme->right : theme->wrong);
    const float *points = is_right ? tick : cross;
    draw_stroke(canvas, mark, points, points + 2, theme->white);
    draw_stroke(canvas, mark, is_right ? points + 2 : points + 4, is_right ? points + 4 : points + 6, theme->white);
}

static void draw_label(Canvas *canvas, const Theme *theme, Rect label, bool is_right) {
    Rect mark = {label.x, label.y + (label.height - MARK) / 2, MARK, MARK};
    draw_mark(canvas, theme, mark, is_right);
    TextStyle style = {FACE_SEMIBOLD, 34, TEXT_SMALLEST, .colour = theme->ink, .place = PLACE_MIDDLE};
    Rect words = {mark.x + MARK + 16, label.y, label.width - MARK - 16, label.height};
    canvas_text(canvas, words, style, is_right ? "Like this" : "Common mistake");
}

void compare_draw(Canvas *canvas, const Theme *theme, Rect area, const Comparison *comparison, const SheetMeasure *sheets) {
    for (int i = 0; i < 2; i++) {
        Half half = half_of(canvas, area, i);
        canvas_box(canvas, half.card, 24, theme->card);
        draw_label(canvas, theme, half.label, i == 0);
        figure_op(canvas, DRAW_FIGURE, half.figure, i == 0 ? &comparison->right : &comparison->wrong,
                  scale_in(canvas, half.figure, comparison, sheets), sheets);
    }
}

void compare_prepare(Canvas *canvas, Rect area, const Comparison *comparison, const SheetMeasure *sheets) {
    Rect figure = half_of(canvas, area, 0).figure;
    float scale = scale_in(canvas, figure, comparison, sheets);
    figure_op(canvas, DRAW_SOON, figure, &comparison->right, scale, sheets);
    figure_op(canvas, DRAW_SOON, figure, &comparison->wrong, scale, sheets);
}
