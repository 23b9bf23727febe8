// Short ways to write draw lists in the tests of the painter.
#pragma once

#include "sdl/sdl.h"

#define FONTS "/usr/share/fonts/opentype/inter"

static const Colour PAPER = {0xF6, 0xF2, 0xEA, 255}, PAPER_EDGE = {0xDD, 0xD5, 0xC7, 255}, INK = {0x1F, 0x2A, 0x33, 255},
                    TEAL = {0x1D, 0x7F, 0x86, 255}, TRACK = {0xD2, 0xCA, 0xBB, 255}, WHITE = {255, 255, 255, 255};

static inline DrawOp *list_add(DrawList *list, DrawKind kind, Rect rect, Colour colour) {
    DrawOp *op = list_push(list->arena, &list->ops);
    op->kind = kind, op->rect = rect, op->colour = colour;
    return op;
}

static inline void list_backdrop(DrawList *list) {
    list_add(list, DRAW_BACKDROP, (Rect){0}, PAPER)->colour2 = PAPER_EDGE;
}

static inline void list_box(DrawList *list, Rect rect, float radius, Colour colour) {
    list_add(list, DRAW_BOX, rect, colour)->radius = radius;
}

static inline void list_ring(DrawList *list, Rect rect, float thickness, float turn, Colour colour) {
    DrawOp *op = list_add(list, DRAW_RING, rect, colour);
    op->thickness = thickness, op->turn = turn;
}

static inline void list_text(DrawList *list, float x, float y, Align align, Face face, float size, const char *text) {
    DrawOp *op = list_add(list, DRAW_TEXT, (Rect){x, y, 0, 0}, INK);
    op->align = align, op->face = face, op->size = size, op->text = text;
}

static inline DrawOp *list_figure(DrawList *list, const char *move, float x, float y, float pixels_per_metre) {
    DrawOp *op = list_add(list, DRAW_FIGURE, (Rect){x, y, 0, 0}, INK);
    op->move = move, op->from = op->to = "down", op->pixels_per_metre = pixels_per_metre, op->glow = 1;
    return op;
}

static inline void list_poster(DrawList *list, const char *move, Rect rect) {
    list_add(list, DRAW_POSTER, rect, INK)->move = move;
}
