#include "ui/rows.h"

#include "base/text.h"

Rows rows_fit(Rect area, float height, float gap, int count, int focus) {
    int room = (int)((area.height + gap) / (height + gap)), shown = room < count ? room : count;
    int first = focus - shown / 2;
    if (first > count - shown) first = count - shown;
    if (first < 0) first = 0;
    return (Rows){area, height, gap, count, focus, first, shown};
}

Rect rows_place(const Rows *rows, int index) {
    float y = rows->area.y + (float)(index - rows->first) * (rows->height + rows->gap);
    return (Rect){rows->area.x, y, rows->area.width, rows->height};
}

void rows_draw_where(Canvas *canvas, const Theme *theme, Rect box, const Rows *rows) {
    if (rows->shown == rows->count) return;
    TextStyle style = {FACE_REGULAR, 32, .align = ALIGN_RIGHT, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, box, style, text_format(canvas->list->arena, "%d of %d", rows->focus + 1, rows->count));
}
