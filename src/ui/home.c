#include "ui/home.h"

#include "ui/paper.h"

#include <math.h>

enum { BUTTON_HEIGHT = 92, BUTTON_GAP = 20, BUTTON_PADDING = 52, FOCUS_RING = 6, FEELING_HEIGHT = 52, FRAMING_HEIGHT = 76 };

typedef struct {
    Canvas *canvas;
    const HomeState *state;
    const Theme *theme;
    Rect column, picture, low; // words and buttons; the figure; how it went
} Home;

static float low_height(const HomeState *state, float width) {
    float height = state->framing ? FRAMING_HEIGHT : 0;
    if (state->feeling) height += FEELING_HEIGHT;
    if (state->calendar.count) height += calendar_height(&state->calendar, width) + 24;
    return height;
}

static Home lay_out(Canvas *canvas, const HomeState *state) {
    Home home = {.canvas = canvas, .state = state, .theme = state->theme};
    float margin = canvas->tall ? 72 : 120, width = canvas->width - 2 * margin;
    float column = canvas->tall ? width : fmaxf(960, width * 0.5f);
    float low = low_height(state, canvas->tall ? width : column);
    home.low = (Rect){margin, canvas->height - 56 - low, width, low};
    home.column = (Rect){margin, 104, column, home.low.y - 104 - 32};
    home.picture = (Rect){margin + column + 24, 140, width - column + margin * 0.5f, canvas->height - 320};
    if (!canvas->tall) return home;
    home.column.height = fminf(home.column.height, 860);
    float top = home.column.y + home.column.height + 24;
    home.picture = (Rect){margin, top, width, home.low.y - top - 24};
    return home;
}

// Sets a text below `y` and returns where it ends.
static float add_words(const Home *home, float y, float height, TextStyle style, const char *words) {
    if (!words) return y;
    Rect used = canvas_text(home->canvas, (Rect){home->column.x, y, home->column.width, height}, style, words);
    return used.y + used.height;
}

// What the words may take, so that the buttons below them find room; usually they need less.
static float draw_words(const Home *home, float room) {
    const HomeState *state = home->state;
    const Theme *theme = home->theme;
    float y = home->column.y, share = fminf(1, (room - 48 - 76) / 470);
    TextStyle over = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = theme->soft_ink};
    y = add_words(home, y, 48, over, state->over) + 12;
    TextStyle title = {FACE_SEMIBOLD, 96, 44, 2, 1.1f, .colour = theme->ink};
    y = add_words(home, y, 220 * share, title, state->title) + 20;
    TextStyle facts = {FACE_REGULAR, 36, TEXT_SMALLEST, 2, 1.25f, .colour = theme->soft_ink};
    y = add_words(home, y, 100 * share, facts, state->facts) + 8;
    TextStyle why = {FACE_MEDIUM, 36, TEXT_SMALLEST, 3, 1.25f, .colour = theme->ink};
    return add_words(home, y, 150 * share, why, state->why) + 36;
}

static void draw_button(const Home *home, Rect box, int index) {
    const Theme *theme = home->theme;
    bool focused = index == home->state->focus;
    Colour ring = colour_mix(theme->paper, theme->focus, 0.35f);
    if (focused) canvas_box(home->canvas, rect_inset(box, -FOCUS_RING, -FOCUS_RING), box.height / 2 + FOCUS_RING, ring);
    canvas_box(home->canvas, box, box.height / 2, focused ? theme->focus : theme->panel);
    TextStyle style = {FACE_SEMIBOLD, 40, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(home->canvas, rect_inset(box, 24, 0), style, home->state->buttons[index]);
    canvas_hit(home->canvas, box, index, 0);
}

// Side by side as far as there is room, then in another row. Returns how high they are; draws them unless it is asked
// only that.
static float set_buttons(const Home *home, float y, bool draws) {
    float x = home->column.x, right = home->column.x + home->column.width, top = y;
    for (int i = 0; i < home->state->button_count; i++) {
        float width = ceilf(canvas_width(home->canvas, home->state->buttons[i], FACE_SEMIBOLD, 40)) + 2 * BUTTON_PADDING;
        width = fminf(width, home->column.width);
        if (x > home->column.x && x + width > right) x = home->column.x, y += BUTTON_HEIGHT + BUTTON_GAP;
        if (draws) draw_button(home, (Rect){x, y, width, BUTTON_HEIGHT}, i);
        x += width + BUTTON_GAP;
    }
    return y + BUTTON_HEIGHT - top;
}

static void draw_low(const Home *home) {
    const HomeState *state = home->state;
    Rect line = home->low;
    TextStyle style = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = home->theme->soft_ink, .place = PLACE_MIDDLE};
    if (state->feeling) {
        line.height = FEELING_HEIGHT;
        canvas_text(home->canvas, line, style, state->feeling);
        line.y += FEELING_HEIGHT;
    }
    if (state->calendar.count) {
        Rect area = {line.x + 6, line.y + 12, home->canvas->tall ? line.width : home->column.width, home->low.height};
        calendar_draw(home->canvas, home->theme, area, &state->calendar);
        line.y += calendar_height(&state->calendar, area.width) + 24;
    }
    line.height = FRAMING_HEIGHT;
    style.size = 28, style.lines = 2;
    if (state->framing) canvas_text(home->canvas, line, style, state->framing);
}

void home_draw(Canvas *canvas, const HomeState *state) {
    Home home = lay_out(canvas, state);
    canvas_backdrop(canvas, state->theme->paper, state->theme->paper_edge);
    demo_draw(canvas, home.picture, state->demo, state->demo_ms, &state->sheets);
    float room = home.column.height - set_buttons(&home, 0, false);
    set_buttons(&home, draw_words(&home, room), true);
    draw_low(&home);
    paper_toast(canvas, state->theme, state->toast);
}
