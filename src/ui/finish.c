#include "base/text.h"
#include "ui/pages.h"

typedef struct {
    int number;
    const char *one, *many;
} Figure;

static void draw_figures(Canvas *canvas, const Theme *theme, Rect row, const Figure *figures, int count) {
    float width = row.width / (float)count;
    for (int i = 0; i < count; i++) {
        Rect box = {row.x + width * (float)i, row.y, width, 150};
        TextStyle large = {FACE_BOLD, 128, 72, .align = ALIGN_CENTRE, .colour = theme->focus, .place = PLACE_MIDDLE};
        canvas_text(canvas, box, large, text_format(canvas->list->arena, "%d", figures[i].number));
        TextStyle small = {FACE_REGULAR, 36, TEXT_SMALLEST, .align = ALIGN_CENTRE, .colour = theme->soft_ink};
        canvas_text(canvas, (Rect){box.x, row.y + 150, width, 48}, small,
                    figures[i].number == 1 ? figures[i].one : figures[i].many);
    }
}

static void draw_centred(Canvas *canvas, float y, float height, TextStyle style, const char *words) {
    style.align = ALIGN_CENTRE;
    style.place = PLACE_MIDDLE;
    canvas_text(canvas, (Rect){72, y, canvas->width - 144, height}, style, words);
}

void finish_draw(Canvas *canvas, const FinishState *state) {
    const Theme *theme = state->theme;
    canvas_backdrop(canvas, theme->paper, theme->paper_edge);
    float top = (canvas->height - 800) / 2, width = canvas->tall ? 936 : 1200;
    bool did_some = state->exercises > 0;
    TextStyle title = {FACE_SEMIBOLD, 104, 56, .colour = theme->ink};
    draw_centred(canvas, top, 130, title, did_some ? "Well done." : "You are at the end.");
    TextStyle about = {FACE_REGULAR, 44, TEXT_SMALLEST, 2, 1.2f, .colour = theme->soft_ink};
    draw_centred(canvas, top + 140, 110, about, state->routine);
    const Figure figures[] = {
        {state->minutes, "minute", "minutes"},
        {state->exercises, "exercise", "exercises"},
        {state->moves, "different move", "different moves"},
    };
    if (did_some) draw_figures(canvas, theme, (Rect){(canvas->width - width) / 2, top + 300, width, 200}, figures, 3);
    TextStyle calm = {FACE_REGULAR, 40, TEXT_SMALLEST, 2, 1.25f, .colour = theme->ink};
    const char *praise = state->praise ? state->praise : "That was time well spent. Get up slowly.";
    const char *skipped = "Nothing was played this time. Come back when it suits you.";
    draw_centred(canvas, top + 560, 110, calm, did_some ? praise : skipped);
    TextStyle next = {FACE_MEDIUM, 36, TEXT_SMALLEST, .colour = theme->focus};
    if (state->next) draw_centred(canvas, top + 664, 48, next, state->next);
    TextStyle hint = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = theme->soft_ink};
    draw_centred(canvas, top + 720, 48, hint, state->hint);
}
