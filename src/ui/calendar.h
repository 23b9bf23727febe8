// The days of a plan as a row of small squares for each fortnight, or each week where the window is narrow.
#pragma once

#include "coach/coach.h"
#include "ui/canvas.h"
#include "ui/theme.h"

typedef struct {
    DayKind kind;
    DayState state;
    int number; // of the plan, from 1; a day that came again stands there again
} CalendarDay;

typedef struct {
    const CalendarDay *days; // the first day of the plan first
    int count;
} Calendar;

// Height that it takes at this width, units; 0 without days.
float calendar_height(const Calendar *calendar, float width);

// Drawn at the top left of the area. What a colour says a shape says as well: done is full, coming is empty, missed has a
// stroke, rest is round, today has a frame.
void calendar_draw(Canvas *canvas, const Theme *theme, Rect area, const Calendar *calendar);
