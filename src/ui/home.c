#include "ui/home.h"

#include "ui/layout.h"
#include "ui/paper.h"

#include <math.h>

enum { BUTTON_HEIGHT = 92, BUTTON_GAP = 20, BUTTON_PADDING = 52, FOCUS_RING = 6, FEELING_HEIGHT = 52, FRAMING_HEIGHT = 76,
       NAV_HEIGHT = 64, NAV_GAP = 12, NAV_PADDING = 32, NAV_SIZE = 32, TOP = 124, COLUMN = 900, CALENDAR_WIDTH = 960, SMALLER_TITLE = 72 };

typedef struct {
    Canvas *canvas;
    const HomeState *state;
    const Theme *theme;
    Rect nav, column, picture, low; // where else one can go; words and buttons; the figure; how it went
} Home;

static float low_height(const HomeState *state, float width) {
    float height = state->framing ? FRAMING_HEIGHT : 0;
    if (state->feeling) height += FEELING_HEIGHT;
    if (state->calendar.count) height += calendar_height(&state->calendar, width) + 24;
    return height;
}

static float button_width(const Canvas *canvas, const char *words, float size, float padding) {
    return ceilf(canvas_width(canvas, words, FACE_SEMIBOLD, size)) + 2 * padding;
}

static int first_nav(const HomeState *state) {
    return state->nav_from ? state->nav_from : state->button_count;
}

static float nav_width(const Canvas *canvas, const HomeState *state) {
    float width = 0;
    for (int i = first_nav(state); i < state->button_count; i++)
        width += button_width(canvas, state->buttons[i], NAV_SIZE, NAV_PADDING) + NAV_GAP;
    return width > 0 ? width - NAV_GAP : 0;
}

// How large the figure would be in a place.
static float size_in(const Home *home, Rect area) {
    FigureExtent extent = {0};
    if (home->state->demo) figure_extent_add(&extent, &home->state->sheets, home->state->demo->segments.items[0].move->id);
    return extent.height > 0 ? figure_scale(home->canvas, area, extent) : 0;
}

// Who lies has a place as wide as it can be above the calendar, who stands one as high as it can be beside it.
static Rect place_picture(const Home *home) {
    float right = home->canvas->width - 32, top = TOP + NAV_HEIGHT + 24, left = home->column.x + home->column.width + 16;
    float beside = fmaxf(left, home->low.x + CALENDAR_WIDTH + 24);
    float below = home->state->framing ? FRAMING_HEIGHT + 56 : 0;
    Rect wide = {left, top, right - left, home->low.y - 24 - top};
    Rect high = {beside, top, right - beside, home->canvas->height - 72 - below - top};
    return size_in(home, high) > size_in(home, wide) ? high : wide;
}

static Home lay_out(Canvas *canvas, const HomeState *state) {
    Home home = {.canvas = canvas, .state = state, .theme = state->theme};
    float margin = canvas->tall ? 60 : 120, width = canvas->width - 2 * margin, nav = nav_width(canvas, state);
    float column = canvas->tall ? width : fmaxf(COLUMN, width * 0.5f), under = canvas->tall ? width : fmaxf(column, CALENDAR_WIDTH);
    float low = low_height(state, under);
    home.nav = (Rect){canvas->width - margin * 0.5f - nav, TOP, nav, NAV_HEIGHT};
    home.low = (Rect){margin, canvas->height - 56 - low, width, low};
    home.column = (Rect){margin, TOP, column, home.low.y - TOP - 32};
    home.picture = place_picture(&home);
    if (!canvas->tall) return home;
    home.column.height = fminf(home.column.height, 860);
    float top = home.column.y + home.column.height + 24;
    home.picture = (Rect){margin, top, width, home.low.y - top - 24};
    home.nav = (Rect){margin, TOP, fminf(nav, width), NAV_HEIGHT};
    if (nav > 0) home.column.y += NAV_HEIGHT + 32, home.column.height -= NAV_HEIGHT + 32;
    return home;
}

// Sets a text below `y` and returns where it ends.
static float add_words(const Home *home, float y, float height, TextStyle style, const char *words) {
    if (!words) return y;
    Rect used = canvas_text(home->canvas, (Rect){home->column.x, y, home->column.width, height}, style, words);
    return used.y + used.height;
}

// A title that is a little too long for one line is rather smaller than broken.
static TextStyle title_style(const Home *home) {
    TextStyle title = {FACE_SEMIBOLD, 88, 44, 2, 1.1f, .colour = home->theme->ink};
    float width = home->state->title ? canvas_width(home->canvas, home->state->title, title.face, title.size) : 0;
    if (width > home->column.width && width * SMALLER_TITLE < home->column.width * title.size)
        title.size = floorf(title.size * home->column.width / width), title.lines = 1;
    return title;
}

// What the words may take, so that the buttons below them find room; usually they need less.
static float draw_words(const Home *home, float room) {
    const HomeState *state = home->state;
    const Theme *theme = home->theme;
    float y = home->column.y, share = fminf(1, (room - 60 - 84) / 470);
    TextStyle over = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    Rect line = {home->column.x, y + 8, home->column.width, 48};
    if (!home->canvas->tall && home->nav.width > 0) line.width = fminf(line.width, home->nav.x - 24 - line.x);
    if (state->over) canvas_text(home->canvas, line, over, state->over);
    y += state->over ? 8 + 48 + 12 : 12;
    y = add_words(home, y, 220 * share, title_style(home), state->title) + 20;
    TextStyle facts = {FACE_REGULAR, 36, TEXT_SMALLEST, 2, 1.25f, .colour = theme->soft_ink};
    y = add_words(home, y, 100 * share, facts, state->facts) + (state->facts ? 20 : 0);
    TextStyle why = {FACE_MEDIUM, 36, TEXT_SMALLEST, 3, 1.25f, .colour = theme->ink};
    return add_words(home, y, 150 * share, why, state->why) + 44;
}

static void draw_button(const Home *home, Rect box, int index) {
    const Theme *theme = home->theme;
    bool focused = index == home->state->focus, is_nav = index >= first_nav(home->state);
    Colour ring = colour_mix(theme->paper, theme->focus, 0.35f);
    if (focused) canvas_box(home->canvas, rect_inset(box, -FOCUS_RING, -FOCUS_RING), box.height / 2 + FOCUS_RING, ring);
    canvas_box(home->canvas, box, box.height / 2, focused ? theme->focus : is_nav ? theme->card : theme->panel);
    TextStyle style = {FACE_SEMIBOLD, is_nav ? NAV_SIZE : 40, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(home->canvas, rect_inset(box, 16, 0), style, home->state->buttons[index]);
    if (focused) home->canvas->focused = home->state->buttons[index];
    canvas_hit(home->canvas, box, index, 0);
}

// Side by side as far as there is room, then in another row. Returns how high they are; draws them unless it is asked
// only that.
static float set_buttons(const Home *home, float y, bool draws) {
    float x = home->column.x, right = home->column.x + home->column.width, top = y;
    for (int i = 0; i < first_nav(home->state); i++) {
        float width = fminf(button_width(home->canvas, home->state->buttons[i], 40, BUTTON_PADDING), home->column.width);
        if (x > home->column.x && x + width > right) x = home->column.x, y += BUTTON_HEIGHT + BUTTON_GAP;
        if (draws) draw_button(home, (Rect){x, y, width, BUTTON_HEIGHT}, i);
        x += width + BUTTON_GAP;
    }
    return y + BUTTON_HEIGHT - top;
}

static void set_nav(const Home *home) {
    float x = home->nav.x, fits = home->nav.width / fmaxf(1, nav_width(home->canvas, home->state));
    for (int i = first_nav(home->state); i < home->state->button_count; i++) {
        float width = button_width(home->canvas, home->state->buttons[i], NAV_SIZE, NAV_PADDING) * fits;
        draw_button(home, (Rect){x, home->nav.y, width, NAV_HEIGHT}, i);
        x += width + NAV_GAP * fits;
    }
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
        float width = home->canvas->tall ? line.width : fmaxf(home->column.width, CALENDAR_WIDTH);
        Rect area = {line.x + 6, line.y + 12, width, home->low.height};
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
    set_nav(&home);
    draw_low(&home);
    paper_toast(canvas, state->theme, state->toast);
}
