#include "ui/calendar.h"


enum { WEEK = 7, CELL = 56, GAP = 12, FRAME = 5 };

static int columns_in(float width) {
    int weeks = (int)((width + GAP) / (WEEK * (CELL + GAP)));
    return (weeks >= 2 ? 2 : 1) * WEEK;
}

float calendar_height(const Calendar *calendar, float width) {
    int columns = columns_in(width), rows = (calendar->count + columns - 1) / columns;
    return rows > 0 ? (float)(rows * (CELL + GAP) - GAP) : 0;
}

// Strengthening is the strong colour, stretching a light one of the same, rest the paper's.
static Colour done_colour(const Theme *theme, DayKind kind) {
    if (kind == DAY_STRENGTH) return theme->focus;
    return colour_mix(theme->paper, theme->focus, kind == DAY_STRETCH ? 0.4f : 0.15f);
}

static void draw_day(Canvas *canvas, const Theme *theme, Rect cell, int number, CalendarDay day) {
    float radius = day.kind == DAY_REST ? cell.width / 2 : 14;
    bool is_done = day.state == DAY_DONE || day.state == DAY_RESTED || day.state == DAY_INSTEAD, is_today = day.state == DAY_TODAY;
    if (is_today) {
        canvas_box(canvas, rect_inset(cell, -FRAME, -FRAME), radius + FRAME, theme->warm);
        canvas_box(canvas, cell, radius, theme->panel);
    } else {
        Colour coming = colour_mix(theme->paper_edge, theme->track, 0.5f);
        canvas_box(canvas, cell, radius, is_done ? done_colour(theme, day.state == DAY_INSTEAD ? DAY_STRETCH : day.kind) : coming);
    }
    bool is_dark = day.state == DAY_DONE && day.kind == DAY_STRENGTH;
    TextStyle style = {is_today ? FACE_SEMIBOLD : FACE_REGULAR, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = is_dark ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, cell, style, text_format(canvas->list->arena, "%d", number));
    Rect stroke = {cell.x + 14, cell.y + cell.height - 10, cell.width - 28, 4};
    if (day.state == DAY_MISSED) canvas_box(canvas, stroke, 2, theme->soft_ink);
}

void calendar_draw(Canvas *canvas, const Theme *theme, Rect area, const Calendar *calendar) {
    int columns = columns_in(area.width);
    for (int i = 0; i < calendar->count; i++) {
        Rect cell = {area.x + (float)(i % columns * (CELL + GAP)), area.y + (float)(i / columns * (CELL + GAP)), CELL, CELL};
        draw_day(canvas, theme, cell, calendar->days[i].number, calendar->days[i]);
    }
}
