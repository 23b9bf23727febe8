#include "ui/pages.h"

#include <math.h>

// A ball that bounces once a second: people judge when it lands about as exactly as they hear a click (Hove, Iversen,
// Zhang and Repp 2013, Synchronization with competing visual and auditory rhythms), better than something that swings.
enum { BALL = 84, BOUNCE_HEIGHT = 330, GROUND_WIDTH = 620, PAGE_HEIGHT = 912, WIDEST = 1400 };

static void draw_centred(Canvas *canvas, Rect box, TextStyle style, const char *words) {
    style.align = ALIGN_CENTRE;
    style.place = PLACE_MIDDLE;
    canvas_text(canvas, box, style, words);
}

// Thrown up at one whole second, it lands at the next.
static float height_of_ball(double seen_ms) {
    double part = seen_ms / 1000 - floor(seen_ms / 1000);
    return (float)(4 * part * (1 - part)) * BOUNCE_HEIGHT;
}

static void draw_ball(Canvas *canvas, const DelayState *state, float top) {
    float ground = top + BOUNCE_HEIGHT + BALL, middle = canvas->width / 2;
    canvas_box(canvas, (Rect){middle - GROUND_WIDTH / 2.0f, ground, GROUND_WIDTH, 10}, 5, state->theme->track);
    float y = ground - BALL - height_of_ball(state->seen_ms);
    canvas_box(canvas, (Rect){middle - BALL / 2.0f, y, BALL, BALL}, BALL / 2.0f, state->theme->focus);
}

static void draw_button(Canvas *canvas, const Theme *theme, Rect box, const char *words, int item, int part) {
    canvas_box(canvas, box, box.height / 2, theme->card);
    TextStyle style = {FACE_SEMIBOLD, 36, TEXT_SMALLEST, .colour = theme->ink};
    draw_centred(canvas, rect_inset(box, 24, 0), style, words);
    canvas_hit(canvas, box, item, part);
}

void delay_draw(Canvas *canvas, const DelayState *state) {
    const Theme *theme = state->theme;
    float top = (canvas->height - PAGE_HEIGHT) / 2, middle = canvas->width / 2;
    float width = fminf(canvas->width - 112, WIDEST), left = (canvas->width - width) / 2;
    canvas_backdrop(canvas, theme->paper, theme->paper_edge);
    TextStyle title = {FACE_SEMIBOLD, 68, 40, .colour = theme->ink};
    draw_centred(canvas, (Rect){left, top, width, 84}, title, "Sound delay");
    TextStyle how = {FACE_REGULAR, 40, TEXT_SMALLEST, 2, 1.25f, .colour = theme->soft_ink};
    draw_centred(canvas, (Rect){left, top + 92, width, 110}, how,
                 state->has_sound ? "Press Left and Right until you hear the click as the ball lands."
                                  : "There is no sound device, so there is no click to hear.");
    draw_ball(canvas, state, top + 220);
    TextStyle number = {FACE_BOLD, 104, 72, .colour = theme->ink};
    const char *value = text_format(canvas->list->arena, "%d ms", state->delay_ms);
    draw_centred(canvas, (Rect){middle - 260, top + 672, 520, 120}, number, value);
    draw_button(canvas, theme, (Rect){middle - 420, top + 686, 140, 92}, "‹", 0, -1);
    draw_button(canvas, theme, (Rect){middle + 280, top + 686, 140, 92}, "›", 0, 1);
    draw_button(canvas, theme, (Rect){middle - 420, top + 820, 400, 80}, "Enter keeps it", 1, 0);
    draw_button(canvas, theme, (Rect){middle + 20, top + 820, 400, 80}, "Esc leaves it", -1, 0);
}
