#include "ui/layout.h"

#include <math.h>

// Largest scale of a figure, units per metre.
#define FIGURE_SCALE 440.0f

enum { CAPTION_HEIGHT = 108, CARD_HEIGHT = 128, FEEL_HEIGHT = 106, RING = 260, BAR_HEIGHT = 16,
       CAPTION_GAP = 28 }; // between the near edge of the mat and the caption

static PlayerLayout header(float margin, float top, float width) {
    float right_width = 260;
    return (PlayerLayout){
        .title = {margin, top, width - 2 * margin - right_width - 40, 40},
        .left = {width - margin - right_width, top, right_width, 40},
    };
}

// The ring with the phase word beside it.
static void place_ring(PlayerLayout *layout, float x, float y, float width) {
    layout->ring = (Rect){x, y, RING, RING};
    layout->phase = (Rect){x + RING + 32, y, width - RING - 32, RING};
}

static PlayerLayout wide_layout(float width, float height) {
    PlayerLayout l = header(72, 54, width);
    float column = 552, x = width - 72 - column, spare = height - 1080;
    float y = 168 + spare * 0.4f; // in a high window the column stays near the middle
    l.bar = (Rect){72, height - 80, width - 144, BAR_HEIGHT};
    l.card = (Rect){x, l.bar.y - 20 - CARD_HEIGHT, column, CARD_HEIGHT};
    l.group = (Rect){x, y, column, 36};
    l.name = (Rect){x, y + 40, column, 150};
    l.side = (Rect){x, y + 206, column, 56};
    place_ring(&l, x, y + 290, column);
    l.feel = (Rect){x, y + 572, column, FEEL_HEIGHT};
    l.words = (Rect){x, y, column, 572 + FEEL_HEIGHT};
    float figure_width = x - 40 - 72;
    l.caption = (Rect){72, l.bar.y - 14 - CAPTION_HEIGHT, figure_width, CAPTION_HEIGHT};
    l.figure = (Rect){72, 116, figure_width, l.caption.y - CAPTION_GAP - 116};
    l.toast = (Rect){72, 104, figure_width, 60};
    return l;
}

static PlayerLayout tall_layout(float width, float height) {
    float margin = 56, x = margin, column = width - 2 * margin, spare = height - 1920;
    PlayerLayout l = header(margin, 56, width);
    l.bar = (Rect){x, height - 88, column, BAR_HEIGHT};
    l.card = (Rect){x, l.bar.y - 28 - CARD_HEIGHT, column, CARD_HEIGHT};
    l.feel = (Rect){x, l.card.y - 24 - FEEL_HEIGHT - spare * 0.1f, column, FEEL_HEIGHT};
    float block = l.feel.y - 24 - 390 - spare * 0.1f, words = column - RING - 72;
    l.group = (Rect){x, block, words, 36};
    l.name = (Rect){x, block + 40, words, 150};
    l.side = (Rect){x, block + 206, words, 56};
    l.phase = (Rect){x, block + 284, words, 106};
    l.ring = (Rect){width - margin - RING, block + 40, RING, RING};
    l.words = (Rect){x, block, column, l.feel.y + FEEL_HEIGHT - block};
    l.caption = (Rect){x, block - 32 - CAPTION_HEIGHT, column, CAPTION_HEIGHT};
    l.figure = (Rect){x, 120, column, l.caption.y - CAPTION_GAP - 120};
    l.toast = (Rect){x, 120, column, 60};
    return l;
}

PlayerLayout player_layout(const Canvas *canvas) {
    return canvas->tall ? tall_layout(canvas->width, canvas->height) : wide_layout(canvas->width, canvas->height);
}

void figure_extent_add(FigureExtent *extent, const SheetMeasure *sheets, const char *move) {
    float left, right, up, down;
    if (!sheets->extent(sheets->context, move, &left, &right, &up, &down)) return;
    extent->height = fmaxf(extent->height, up + down);
    extent->width = fmaxf(extent->width, left + right);
}

float figure_scale(const Canvas *canvas, Rect area, FigureExtent extent) {
    float scale = FIGURE_SCALE;
    if (extent.height * scale > area.height) scale = area.height / extent.height;
    if (extent.width * scale > area.width) scale = area.width / extent.width;
    return scale * canvas->scale;
}

FigurePlace figure_place(const Canvas *canvas, Rect area, float pixels_per_metre, const SheetMeasure *sheets,
                         const char *move, bool mirrored) {
    FigurePlace place = {area.x + area.width / 2, area.y + area.height};
    float left, right, up, down, scale = pixels_per_metre / canvas->scale;
    if (!sheets->extent(sheets->context, move, &left, &right, &up, &down)) return place;
    float to_left = (mirrored ? right : left) * scale, to_right = (mirrored ? left : right) * scale;
    if (place.x - to_left < area.x) place.x = area.x + to_left;
    if (place.x + to_right > area.x + area.width) place.x = area.x + area.width - to_right;
    float spare = area.height - (up + down) * scale;
    place.y -= down * scale + spare * (canvas->tall ? 0.5f : 0.3f);
    return place;
}
