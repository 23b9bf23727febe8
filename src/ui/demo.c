#include "ui/demo.h"

#include "ui/way_place.h"


bool demo_has_picture(const Session *demo, const SheetMeasure *sheets) {
    float left, right, up, down;
    return demo && sheets->extent(sheets->context, demo->segments.items[0].move->id, &left, &right, &up, &down);
}

void demo_draw(Canvas *canvas, Rect area, const Session *demo, double at_ms, const SheetMeasure *sheets) {
    if (!demo_has_picture(demo, sheets)) return;
    FigureView figure = session_demo_view(demo, at_ms);
    FigureExtent extent = {0};
    figure_extent_add(&extent, sheets, figure.move->id);
    float scale = figure_scale(canvas, area, extent);
    FigurePlace place = figure_place(canvas, area, scale, sheets, figure.move->id, figure.mirrored);
    DrawOp *op = canvas_add(canvas, DRAW_FIGURE, (Rect){place.x, place.y, 0, 0});
    stage_fill(op, &figure);
    op->glow = figure.glow;
    op->pixels_per_metre = scale;
}
