#include "ui/plans_page.h"

#include "ui/paper.h"
#include "ui/rows.h"

#include <math.h>

enum { TOP = 212, ROW_HEIGHT = 104, ROW_GAP = 14, HINT_HEIGHT = 44, LINE = 46 };

typedef struct {
    Canvas *canvas;
    const PlansState *state;
    const Theme *theme;
    Rect list, plan, hint;
} Page;

static Page lay_out(Canvas *canvas, const PlansState *state) {
    float margin = canvas->tall ? 56 : 120, width = canvas->width - 2 * margin;
    Page page = {.canvas = canvas, .state = state, .theme = state->theme};
    page.hint = (Rect){margin, canvas->height - 56 - HINT_HEIGHT, width, HINT_HEIGHT};
    float height = page.hint.y - 24 - TOP, list = (float)(state->library->plans.count * (ROW_HEIGHT + ROW_GAP));
    if (canvas->tall) {
        page.list = (Rect){margin, TOP, width, fminf(list, height - 760)};
        float top = page.list.y + page.list.height + 40;
        page.plan = (Rect){margin, top, width, page.hint.y - 24 - top};
    } else {
        page.list = (Rect){margin, TOP, width * 0.42f, height};
        page.plan = (Rect){margin + width * 0.42f + 72, TOP, width * 0.58f - 72, height};
    }
    return page;
}

DayKind plans_day_kind(const Routine *routine) {
    if (!routine) return DAY_REST;
    for (int i = 0; i < routine->sections.count; i++)
        if (routine->sections.items[i].group == GROUP_STRENGTHEN) return DAY_STRENGTH;
    return DAY_STRETCH;
}

static void draw_row(const Page *page, int index, Rect row) {
    const Plan *plan = page->state->library->plans.items[index];
    const Theme *theme = page->theme;
    bool focused = index == page->state->focus;
    canvas_box(page->canvas, row, 28, focused ? theme->focus : theme->card);
    if (focused) page->canvas->focused = plan->name;
    canvas_hit(page->canvas, row, index, 0);
    TextStyle name = {FACE_SEMIBOLD, 40, TEXT_SMALLEST, .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    bool runs = plan == page->state->running;
    Rect box = rect_inset(row, 36, 8);
    if (runs) box.width -= 190;
    canvas_text(page->canvas, box, name, plan->name);
    TextStyle now = {FACE_REGULAR, 30, TEXT_SMALLEST, .align = ALIGN_RIGHT, .colour = focused ? theme->white : theme->soft_ink,
                     .place = PLACE_MIDDLE};
    if (runs) canvas_text(page->canvas, (Rect){box.x + box.width + 10, box.y, 180, box.height}, now, "your plan");
}

static void draw_rows(const Page *page) {
    Rows rows = rows_fit(page->list, ROW_HEIGHT, ROW_GAP, page->state->library->plans.count, page->state->focus);
    for (int i = rows.first; i < rows.first + rows.shown; i++) draw_row(page, i, rows_place(&rows, i));
}

// The days of a plan that nobody has begun.
static Calendar days_of(Arena *arena, const Plan *plan) {
    LIST(CalendarDay) days = {0};
    for (int i = 0; i < plan->weeks.count; i++) {
        const PlanWeek *week = &plan->weeks.items[i];
        for (int j = 0; j < week->days.count; j++) {
            CalendarDay day = {plans_day_kind(week->days.items[j].routine), DAY_AHEAD, days.count + 1};
            *list_push(arena, &days) = day;
        }
    }
    return (Calendar){days.items, days.count};
}

static char *facts_of(Arena *arena, const Plan *plan, const Calendar *days) {
    int counts[3] = {0};
    for (int i = 0; i < days->count; i++) counts[days->days[i].kind]++;
    return text_format(arena, "%d weeks: %d full sessions, %d stretches, %d rests", plan->weeks.count,
                       counts[DAY_STRENGTH], counts[DAY_STRETCH], counts[DAY_REST]);
}

static void draw_plan(const Page *page) {
    const Plan *plan = page->state->library->plans.items[page->state->focus];
    Arena *arena = page->canvas->list->arena;
    const Theme *theme = page->theme;
    Calendar days = plan == page->state->running ? page->state->calendar : days_of(arena, plan), fresh = days_of(arena, plan);
    float y = page->plan.y, width = page->plan.width, calendar = calendar_height(&days, width - 12);
    TextStyle about = {FACE_MEDIUM, 40, TEXT_SMALLEST, 4, 1.3f, .colour = theme->ink};
    Rect used = canvas_text(page->canvas, (Rect){page->plan.x, y, width, 212}, about, plan->about ? plan->about : plan->name);
    y = used.y + used.height + 24;
    TextStyle facts = {FACE_REGULAR, 34, TEXT_SMALLEST, 3, 1.3f, .colour = theme->soft_ink};
    used = canvas_text(page->canvas, (Rect){page->plan.x, y, width, 136}, facts, facts_of(arena, plan, &fresh));
    y = used.y + used.height + 36;
    calendar_draw(page->canvas, theme, (Rect){page->plan.x + 6, y, width - 12, calendar}, &days);
    y += calendar + 36;
    if (plan->before.count == 0 || plan == page->state->running) return;
    Rect box = {page->plan.x, y, width, fmaxf(0, page->plan.y + page->plan.height - y)};
    if (box.height >= LINE) canvas_text(page->canvas, box, facts, plan->before.items[0]);
}

void plans_draw(Canvas *canvas, const PlansState *state) {
    Page page = lay_out(canvas, state);
    const Theme *theme = state->theme;
    paper_draw(canvas, theme, (Rect){page.list.x, 108, canvas->width - 2 * page.list.x, 84}, "Plans");
    paper_back(canvas, theme, canvas->width - (canvas->tall ? 56 : 72), 116);
    draw_rows(&page);
    if (state->library->plans.count > 0) draw_plan(&page);
    paper_hint(canvas, theme, page.hint, "Up and Down choose, Enter begins a plan, Esc goes back.");
    paper_toast(canvas, theme, state->toast);
}
