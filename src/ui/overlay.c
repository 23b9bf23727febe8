#include "ui/overlay.h"

#include "ui/keys.h"

#include <math.h>

enum { PADDING = 52, TITLE_HEIGHT = 84, HINT_HEIGHT = 44, KEY_ROW = 48, CHOICE_ROW = 96 };

static const char *const choice_words[CHOICE_COUNT] = {
    [CHOICE_RESUME] = "Go on",
    [CHOICE_AGAIN] = "Start this exercise again",
    [CHOICE_SETTINGS] = "Settings",
    [CHOICE_LEAVE] = "Leave",
};

static int help_count(void) {
    int count = 0;
    for (const KeyRow *row = key_rows; row->name; row++) count += row->shown != NULL;
    return count;
}

// A panel in the middle of the window with its title and a line below it; the rest comes back.
static Rect draw_panel(Canvas *canvas, const Theme *theme, float width, float content, const char *title,
                       const char *hint) {
    float height = content + TITLE_HEIGHT + HINT_HEIGHT + 28 + 2 * PADDING;
    Rect panel = {(canvas->width - width) / 2, (canvas->height - height) / 2, width, height};
    canvas_box(canvas, panel, 36, theme->panel);
    Rect inner = rect_inset(panel, PADDING, PADDING);
    TextStyle large = {FACE_SEMIBOLD, 68, .colour = theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, (Rect){inner.x, inner.y, inner.width, TITLE_HEIGHT}, large, title);
    TextStyle small = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, (Rect){inner.x, inner.y + TITLE_HEIGHT, inner.width, HINT_HEIGHT}, small, hint);
    return (Rect){inner.x, inner.y + TITLE_HEIGHT + HINT_HEIGHT + 28, inner.width, content};
}

static void draw_key_row(Canvas *canvas, const Theme *theme, Rect row, const KeyRow *key) {
    float keys = row.width * 0.5f;
    TextStyle style = {FACE_SEMIBOLD, 30, TEXT_SMALLEST, .colour = theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, (Rect){row.x, row.y, keys - 16, row.height}, style, key->shown);
    style.face = FACE_REGULAR;
    style.colour = theme->soft_ink;
    canvas_text(canvas, (Rect){row.x + keys, row.y, row.width - keys, row.height}, style, key->label);
}

// Two columns of rows where the window is wide, one on end.
static void draw_keys(Canvas *canvas, const Theme *theme, const char *title, const char *hint) {
    int columns = canvas->tall ? 1 : 2, in_column = (help_count() + columns - 1) / columns, i = 0;
    Rect area = draw_panel(canvas, theme, canvas->tall ? 920 : 1480, (float)(in_column * KEY_ROW), title, hint);
    float gap = 48, width = (area.width - gap * (float)(columns - 1)) / (float)columns;
    for (const KeyRow *row = key_rows; row->name; row++) {
        if (!row->shown) continue;
        Rect at = {area.x + (float)(i / in_column) * (width + gap), area.y + (float)(i % in_column * KEY_ROW), width,
                   KEY_ROW};
        draw_key_row(canvas, theme, at, row);
        i++;
    }
}

static void draw_menu(Canvas *canvas, const Theme *theme, MenuChoice focused) {
    Rect area = draw_panel(canvas, theme, 820, CHOICE_COUNT * CHOICE_ROW, "Paused", "Up, Down, then Enter");
    for (int i = 0; i < CHOICE_COUNT; i++) {
        bool is_focused = i == (int)focused;
        Rect row = {area.x, area.y + (float)(i * CHOICE_ROW), area.width, CHOICE_ROW - 16};
        canvas_box(canvas, row, row.height / 2, is_focused ? theme->focus : colour_mix(theme->panel, theme->track, 0.35f));
        TextStyle style = {FACE_SEMIBOLD, 38, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                           .colour = is_focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
        canvas_text(canvas, rect_inset(row, 32, 0), style, choice_words[i]);
        if (is_focused) canvas->focused = choice_words[i];
        canvas_hit(canvas, row, i, 0);
    }
}

void overlay_draw(Canvas *canvas, const Theme *theme, Overlay overlay, MenuChoice choice) {
    if (overlay == OVERLAY_NONE || overlay >= OVERLAY_SETTINGS) return;
    if (canvas->hits) canvas->hits->count = 0; // what lies under the veil is out of reach
    DrawOp *veil = canvas_add(canvas, DRAW_DIM, (Rect){0, 0, canvas->width, canvas->height});
    veil->colour = theme->veil;
    if (overlay == OVERLAY_MENU) draw_menu(canvas, theme, choice);
    else if (overlay == OVERLAY_PAUSED) draw_keys(canvas, theme, "Paused", "Space goes on, after 3 seconds to get ready.");
    else draw_keys(canvas, theme, "Keys", "Esc or ? closes this list.");
}

void toast_draw(Canvas *canvas, const Theme *theme, Rect box, const char *words) {
    TextStyle style = {FACE_MEDIUM, 30, TEXT_SMALLEST, 1, .align = ALIGN_CENTRE, .colour = theme->ink, .place = PLACE_MIDDLE};
    float margin = 36, width = ceilf(canvas_width(canvas, words, style.face, style.size)) + 2 * margin, height = 60;
    if (width > box.width) width = box.width, height = 96, style.lines = 2;
    box = (Rect){box.x + (box.width - width) / 2, box.y, width, height};
    canvas_box(canvas, box, height == 60 ? 30 : 24, theme->panel);
    canvas_text(canvas, rect_inset(box, margin, 0), style, words);
}
