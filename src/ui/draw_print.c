#include "ui/draw.h"

static const char *const kind_names[] = {
    [DRAW_BACKDROP] = "backdrop", [DRAW_BOX] = "box", [DRAW_RING] = "ring", [DRAW_LINE] = "line", [DRAW_TEXT] = "text",
    [DRAW_FIGURE] = "figure", [DRAW_POSTER] = "poster", [DRAW_DIM] = "dim",
    [DRAW_SOON] = "soon",
};
static const char *const face_names[FACE_COUNT] = {"regular", "medium", "semibold", "bold"};
static const char *const align_names[] = {"left", "centre", "right"};

static void print_colour(TextBuilder *out, Colour c) {
    builder_add(out, " #%02x%02x%02x", c.r, c.g, c.b);
    if (c.a != 255) builder_add(out, "/%d", c.a);
}

static void print_figure(TextBuilder *out, const DrawOp *op) {
    builder_add(out, " %s %s", op->move, op->from);
    if (op->is_motion) builder_add(out, "->%s at %.3f", op->to, op->position);
    else builder_add(out, " breath %.3f", op->fullness);
    builder_add(out, " glow %.2f scale %.2f%s", op->glow, (double)op->pixels_per_metre,
                op->mirrored ? " mirrored" : "");
    if (op->part != FIGURE_WHOLE) builder_add(out, op->part == FIGURE_GROUND ? " ground" : " body");
    if (op->faded > 0) builder_add(out, " faded %.3f", op->faded);
    if (op->zoom > 0) builder_add(out, " zoom %.3f", op->zoom);
    if (op->beside) builder_add(out, " beside");
}

static void print_op(TextBuilder *out, const DrawOp *op) {
    builder_add(out, "%-8s %g,%g", kind_names[op->kind], (double)op->rect.x, (double)op->rect.y);
    bool is_figure = op->kind == DRAW_FIGURE || op->kind == DRAW_SOON;
    if (op->kind != DRAW_TEXT && !is_figure) {
        builder_add(out, " %gx%g", (double)op->rect.width, (double)op->rect.height);
    }
    if (is_figure) print_figure(out, op);
    else if (op->kind == DRAW_POSTER) builder_add(out, " %s", op->move);
    else print_colour(out, op->colour);
    if (op->kind == DRAW_BACKDROP) print_colour(out, op->colour2);
    if (op->kind == DRAW_BOX) builder_add(out, " radius %g", (double)op->radius);
    if (op->kind == DRAW_RING) builder_add(out, " thick %g turn %.4f", (double)op->thickness, (double)op->turn);
    if (op->kind == DRAW_LINE) builder_add(out, " thick %g", (double)op->thickness);
    if (op->kind == DRAW_TEXT) {
        builder_add(out, " %s %g %s \"%s\"", face_names[op->face], (double)op->size, align_names[op->align], op->text);
    }
    builder_add(out, "\n");
}

void draw_list_print(const DrawList *list, TextBuilder *out) {
    for (int i = 0; i < list->ops.count; i++) print_op(out, &list->ops.items[i]);
}
