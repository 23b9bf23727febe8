#include "ui/paper.h"

#include "ui/overlay.h"

void paper_draw(Canvas *canvas, const Theme *theme, Rect box, const char *title) {
    canvas_backdrop(canvas, theme->paper, theme->paper_edge);
    TextStyle style = {FACE_SEMIBOLD, 68, 40, .colour = theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, box, style, title);
}

void paper_hint(Canvas *canvas, const Theme *theme, Rect box, const char *words) {
    TextStyle style = {FACE_REGULAR, 30, TEXT_SMALLEST, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, box, style, words);
}

void paper_toast(Canvas *canvas, const Theme *theme, const char *words) {
    if (words) toast_draw(canvas, theme, (Rect){72, 24, canvas->width - 144, 60}, words);
}

void paper_back(Canvas *canvas, const Theme *theme, float right, float y) {
    Rect box = {right - WAY_BACK_WIDTH, y, WAY_BACK_WIDTH, 56};
    canvas_box(canvas, box, box.height / 2, theme->card);
    TextStyle style = {FACE_MEDIUM, 30, TEXT_SMALLEST, .align = ALIGN_CENTRE, .colour = theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, rect_inset(box, 16, 0), style, "Back");
    canvas_hit(canvas, box, WAY_BACK, 0);
}
