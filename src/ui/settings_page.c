#include "ui/pages.h"
#include "ui/paper.h"
#include "ui/rows.h"

#include <math.h>

enum { ROW_HEIGHT = 84, ROW_GAP = 12, VALUE_WIDTH = 460, ARROW_WIDTH = 72, TOP = 212, HELP_HEIGHT = 84, HINT_HEIGHT = 44 };

typedef struct {
    Canvas *canvas;
    const SettingsState *state;
    const Theme *theme;
    Rect list, help, hint;
} Page;

static Page lay_out(Canvas *canvas, const SettingsState *state) {
    float margin = canvas->tall ? 56 : 120, width = fminf(canvas->width - 2 * margin, 1400);
    Page page = {.canvas = canvas, .state = state, .theme = state->theme};
    float x = (canvas->width - width) / 2;
    page.hint = (Rect){x, canvas->height - 44 - HINT_HEIGHT, width, HINT_HEIGHT};
    page.help = (Rect){x, page.hint.y - HELP_HEIGHT, width, HELP_HEIGHT};
    page.list = (Rect){x, TOP, width, page.help.y - 20 - TOP};
    return page;
}

static void draw_arrow(const Page *page, Rect box, int index, int part, Colour colour) {
    TextStyle style = {FACE_SEMIBOLD, 48, .align = ALIGN_CENTRE, .colour = colour, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, box, style, part < 0 ? "‹" : "›");
    canvas_hit(page->canvas, box, index, part);
}

static void draw_row(const Page *page, int index, Rect row) {
    Canvas *canvas = page->canvas;
    const Theme *theme = page->theme;
    const SettingRow *setting = &setting_rows[index];
    bool focused = index == page->state->focus;
    Colour strong = focused ? theme->white : theme->ink, soft = focused ? theme->white : theme->soft_ink;
    canvas_box(canvas, row, 24, focused ? theme->focus : theme->card);
    canvas_hit(canvas, row, index, 0);
    Rect value = {row.x + row.width - VALUE_WIDTH - 12, row.y, VALUE_WIDTH, row.height};
    TextStyle words = {FACE_SEMIBOLD, 40, TEXT_SMALLEST, .colour = strong, .place = PLACE_MIDDLE};
    canvas_text(canvas, (Rect){row.x + 36, row.y, row.width - VALUE_WIDTH - 60, row.height}, words, setting->words);
    TextStyle style = {FACE_REGULAR, 38, TEXT_SMALLEST, .align = ALIGN_CENTRE, .colour = strong, .place = PLACE_MIDDLE};
    const char *shown = setting_shown(canvas->list->arena, setting, page->state->settings);
    canvas_text(canvas, rect_inset(value, ARROW_WIDTH, 0), style, shown);
    if (focused) canvas->focused = text_format(canvas->list->arena, "%s: %s", setting->words, shown);
    draw_arrow(page, (Rect){value.x, row.y, ARROW_WIDTH, row.height}, index, -1, soft);
    draw_arrow(page, (Rect){value.x + VALUE_WIDTH - ARROW_WIDTH, row.y, ARROW_WIDTH, row.height}, index, 1, soft);
}

static void draw_rows(const Page *page) {
    Rows rows = rows_fit(page->list, ROW_HEIGHT, ROW_GAP, setting_count, page->state->focus);
    for (int i = rows.first; i < rows.first + rows.shown; i++) draw_row(page, i, rows_place(&rows, i));
    rows_draw_where(page->canvas, page->theme, (Rect){page->list.x + page->list.width - 240, 116, 240, 72}, &rows);
}

void settings_draw(Canvas *canvas, const SettingsState *state) {
    Page page = lay_out(canvas, state);
    const Theme *theme = state->theme;
    paper_draw(canvas, theme, (Rect){page.list.x, 108, page.list.width - 260 - WAY_BACK_WIDTH - 24, 84}, "Settings");
    paper_back(canvas, theme, page.list.x + page.list.width - 264, 122);
    draw_rows(&page);
    TextStyle help = {FACE_MEDIUM, 34, TEXT_SMALLEST, 2, 1.2f, .colour = theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, page.help, help, setting_rows[state->focus].help);
    paper_hint(canvas, theme, page.hint, "Up and Down choose, Left and Right change, Esc goes back.");
    canvas_hit(canvas, page.hint, -1, 0);
    paper_toast(canvas, theme, state->toast);
}
