#include "ui/progress_page.h"

#include "ui/chart.h"
#include "ui/paper.h"

#include <math.h>

enum { TOP = 340, TAB_HEIGHT = 72, TAB_GAP = 16, TITLE_HEIGHT = 56, HINT_HEIGHT = 44, CHART_GAP = 36, ROW_HEIGHT = 60,
       LAST_GREEN = 4, LAST_AMBER = 6, GAP_DAYS = 14, PLAN_WIDTH = 964, BUTTON_HEIGHT = 80 };

static const char *const tab_words[PROGRESS_TABS] = {"How it felt", "What you did", "Self-checks"};

typedef struct {
    Canvas *canvas;
    const ProgressState *state;
    const Theme *theme;
    Rect area, hint; // of what the tab shows
} Page;

static Page lay_out(Canvas *canvas, const ProgressState *state) {
    float margin = canvas->tall ? 56 : 120, width = canvas->width - 2 * margin;
    Page page = {.canvas = canvas, .state = state, .theme = state->theme};
    page.hint = (Rect){margin, canvas->height - 56 - HINT_HEIGHT, width, HINT_HEIGHT};
    page.area = (Rect){margin, TOP, width, page.hint.y - 20 - TOP};
    return page;
}

static void draw_tabs(const Page *page) {
    float width = fminf((page->area.width - 2 * TAB_GAP) / PROGRESS_TABS, 340);
    for (int i = 0; i < PROGRESS_TABS; i++) {
        Rect box = {page->area.x + (float)i * (width + TAB_GAP), 184, width, TAB_HEIGHT};
        bool focused = i == (int)page->state->tab;
        canvas_box(page->canvas, box, TAB_HEIGHT / 2.0f, focused ? page->theme->focus : page->theme->card);
        TextStyle style = {FACE_SEMIBOLD, 34, TEXT_SMALLEST, .align = ALIGN_CENTRE, .place = PLACE_MIDDLE,
                           .colour = focused ? page->theme->white : page->theme->ink};
        canvas_text(page->canvas, rect_inset(box, 24, 0), style, tab_words[i]);
        if (focused) page->canvas->focused = tab_words[i];
        canvas_hit(page->canvas, box, i, 0);
    }
}

// Two charts, one over the other, or beside each other where the window is wide and low.
static Rect half_of(const Page *page, int half) {
    Rect box = page->area;
    box.height = (box.height - CHART_GAP) / 2;
    box.y += (float)half * (box.height + CHART_GAP);
    return box;
}

static Rect draw_title(const Page *page, Rect box, const char *title, const char *more) {
    TextStyle style = {FACE_SEMIBOLD, 36, TEXT_SMALLEST, .colour = page->theme->ink, .place = PLACE_MIDDLE};
    Rect line = {box.x, box.y, box.width, TITLE_HEIGHT};
    Rect used = canvas_text(page->canvas, line, style, title);
    style.face = FACE_REGULAR;
    style.colour = page->theme->soft_ink;
    float x = used.x + used.width + 24;
    style.size = 30;
    Rect rest = {x, line.y, fmaxf(0, box.x + box.width - x), TITLE_HEIGHT};
    if (more && canvas_width(page->canvas, more, FACE_REGULAR, 30) <= rest.width) canvas_text(page->canvas, rest, style, more);
    return (Rect){box.x, box.y + TITLE_HEIGHT, box.width, box.height - TITLE_HEIGHT};
}

static Colour light_of(const Theme *theme, float value) {
    return value < LAST_GREEN + 0.5f ? theme->right : value < LAST_AMBER + 0.5f ? theme->amber : theme->wrong;
}

static void draw_felt(const Page *page) {
    static const int numbers[] = {1, 4, 7, 10};
    const ProgressState *state = page->state;
    ChartFrame frame = {.values = numbers, .value_count = 4, .from = state->from, .to = state->to};
    Rect box = draw_title(page, half_of(page, 0), "Pain", "every morning, and what was usual in a week; dots: at the start");
    Chart pain = chart_begin(page->canvas, page->theme, box, 1, 10, state->days, &frame);
    if (state->pain_at_start >= 0) chart_mark(page->canvas, &pain, state->pain_at_start, page->theme->soft_ink);
    chart_dots(page->canvas, &pain, state->pain, state->days > 60 ? 8 : 14, colour_mix(page->theme->paper, page->theme->warm, 0.6f));
    chart_line(page->canvas, &pain, state->usual, GAP_DAYS, 6, page->theme->warm);
    frame.band_low = 3, frame.band_high = 4;
    box = draw_title(page, half_of(page, 1), "Soreness", "of the muscles; 3 to 4 is the aim after exercise");
    Chart soreness = chart_begin(page->canvas, page->theme, box, 0, 10, state->days, &frame);
    chart_columns(page->canvas, &soreness, state->soreness, light_of, page->theme);
}

static Colour strong_colour(const Theme *theme, float value) {
    (void)value;
    return theme->focus;
}

// The scale of minutes ends at a whole number of half hours, so that it rests while more is done.
static float most_minutes(const ProgressState *state) {
    float most = 60;
    for (int i = 0; i < state->weeks; i++) most = fmaxf(most, state->minutes[i]);
    return ceilf(most / 30) * 30;
}

// The days of the plan at the right, where there is room for them beside the level.
static bool draw_plan(const Page *page, Rect box) {
    const Calendar *calendar = &page->state->calendar;
    float height = calendar_height(calendar, PLAN_WIDTH - 12);
    if (height <= 0 || height > box.height - TITLE_HEIGHT || box.width < PLAN_WIDTH + 660) return false;
    Rect right = {box.x + box.width - PLAN_WIDTH, box.y, PLAN_WIDTH, box.height};
    right = draw_title(page, right, "Your plan", NULL);
    calendar_draw(page->canvas, page->theme, (Rect){right.x + 6, right.y + 6, PLAN_WIDTH - 12, height}, calendar);
    return true;
}

static void draw_did(const Page *page) {
    const ProgressState *state = page->state;
    float most = most_minutes(state);
    int numbers[] = {0, (int)most / 2, (int)most};
    ChartFrame frame = {.values = numbers, .value_count = 3, .from = state->from, .to = state->to};
    Rect box = draw_title(page, half_of(page, 0), "Minutes a week", NULL);
    Chart minutes = chart_begin(page->canvas, page->theme, box, 0, most, state->weeks, &frame);
    chart_columns(page->canvas, &minutes, state->minutes, strong_colour, page->theme);
    static const int levels[] = {0, 4, 7};
    static const char *const words[] = {"Beginner 1", "Advanced 1", "Advanced 4"};
    ChartFrame steps = {.values = levels, .value_count = 3, .value_words = words, .from = state->from, .to = state->to};
    box = half_of(page, 1);
    if (draw_plan(page, box)) box.width = box.width - PLAN_WIDTH - 2 * CHART_GAP;
    box = draw_title(page, box, "Level", NULL);
    Chart level = chart_begin(page->canvas, page->theme, box, 0, 7, state->days, &steps);
    chart_line(page->canvas, &level, state->level, state->days, 8, page->theme->focus);
}

// A tick where a weakness is gone, in words as well.
static const char *outcome_of(const CheckRow *row) {
    if (!row->now || !row->before) return "";
    if (row->was_weak && !row->is_weak) return "better";
    return row->is_weak ? "to work on" : "fine";
}

static void draw_check(const Page *page, Rect row, const CheckRow *check) {
    const Theme *theme = page->theme;
    const char *outcome = outcome_of(check);
    bool is_better = check->was_weak && !check->is_weak && check->now && check->before;
    TextStyle style = {FACE_MEDIUM, 32, TEXT_SMALLEST, .colour = theme->ink, .place = PLACE_MIDDLE};
    float name = row.width * 0.4f, column = row.width * 0.2f;
    canvas_text(page->canvas, (Rect){row.x, row.y, name - 20, row.height}, style, check->name);
    style.face = FACE_REGULAR;
    canvas_text(page->canvas, (Rect){row.x + name, row.y, column - 20, row.height}, style, check->before ? check->before : "not done");
    canvas_text(page->canvas, (Rect){row.x + name + column, row.y, column - 20, row.height}, style, check->now ? check->now : "not yet");
    style.face = FACE_SEMIBOLD;
    style.colour = is_better ? theme->right : theme->soft_ink;
    if (*outcome) canvas_text(page->canvas, (Rect){row.x + name + 2 * column, row.y, column, row.height}, style, outcome);
}

static void draw_check_head(const Page *page, Rect row) {
    TextStyle style = {FACE_REGULAR, 30, TEXT_SMALLEST, .colour = page->theme->soft_ink, .place = PLACE_MIDDLE};
    float name = row.width * 0.4f, column = row.width * 0.2f;
    canvas_text(page->canvas, (Rect){row.x + name, row.y, column - 20, row.height}, style, "at the start");
    canvas_text(page->canvas, (Rect){row.x + name + column, row.y, column - 20, row.height}, style, "now");
}

static void draw_checks_button(const Page *page) {
    const char *words = "Do the self-checks";
    float width = ceilf(canvas_width(page->canvas, words, FACE_SEMIBOLD, 36)) + 96;
    Rect box = {page->area.x, page->hint.y - 20 - BUTTON_HEIGHT, fminf(width, page->area.width), BUTTON_HEIGHT};
    canvas_box(page->canvas, box, box.height / 2, page->theme->focus);
    TextStyle style = {FACE_SEMIBOLD, 36, TEXT_SMALLEST, .align = ALIGN_CENTRE, .colour = page->theme->white, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, rect_inset(box, 24, 0), style, words);
    canvas_hit(page->canvas, box, PROGRESS_TABS, 0);
}

static void draw_checks(const Page *page) {
    const ProgressState *state = page->state;
    draw_checks_button(page);
    if (state->check_count == 0) {
        TextStyle none = {FACE_REGULAR, 40, TEXT_SMALLEST, 3, 1.3f, .colour = page->theme->ink};
        canvas_text(page->canvas, page->area, none,
                    "No self-check was done yet. They take about ten minutes and choose the plan that fits.");
        return;
    }
    float room = page->area.height - BUTTON_HEIGHT - 24;
    Rect row = {page->area.x, page->area.y, page->area.width, fminf(ROW_HEIGHT, room / (float)(state->check_count + 1))};
    draw_check_head(page, row);
    for (int i = 0; i < state->check_count; i++) {
        row.y += row.height;
        draw_check(page, row, &state->checks[i]);
    }
}

// One sentence about the page.
static const char *headline_of(Arena *arena, const ProgressState *state) {
    if (state->tab == PROGRESS_FELT) return state->headline;
    if (state->tab == PROGRESS_CHECKS) return state->check_count ? "What you could do at the start, and now." : NULL;
    const char *sessions = state->sessions == 1 ? "session" : "sessions", *days = state->streak == 1 ? "day" : "days";
    char *all = text_format(arena, "%d %s in all.", state->sessions, sessions);
    if (state->streak > 1) all = text_format(arena, "%d %s in all, %d %s in a row.", state->sessions, sessions, state->streak, days);
    if (!state->week_planned) return all;
    return text_format(arena, "%s This week %d of %d full ones.", all, state->week_done, state->week_planned);
}

void progress_draw(Canvas *canvas, const ProgressState *state) {
    static void (*const tabs[PROGRESS_TABS])(const Page *) = {draw_felt, draw_did, draw_checks};
    Page page = lay_out(canvas, state);
    const Theme *theme = state->theme;
    paper_draw(canvas, theme, (Rect){page.area.x, 84, page.area.width, 84}, "Progress");
    paper_back(canvas, theme, canvas->width - (canvas->tall ? 56 : 72), 92);
    draw_tabs(&page);
    TextStyle headline = {FACE_MEDIUM, 38, TEXT_SMALLEST, .colour = theme->ink, .place = PLACE_MIDDLE};
    Rect line = {page.area.x, 268, page.area.width, 60};
    const char *words = headline_of(canvas->list->arena, state);
    if (words && state->days > 0) canvas_text(canvas, line, headline, words);
    if (state->days > 0 || state->tab == PROGRESS_CHECKS) tabs[state->tab](&page);
    const char *week = state->tab == PROGRESS_DID ? state->week : NULL;
    paper_hint(canvas, theme, page.hint, week ? week : state->expect ? state->expect : "Left and Right: the other pages. Esc goes back.");
    paper_toast(canvas, theme, state->toast);
}
