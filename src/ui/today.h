// The home screen: what the coach makes of today, and what its buttons lead to.
#pragma once

#include "ui/asking.h"
#include "ui/home.h"

// What a button of the home screen does. One row each in a table of today.c, with its words.
typedef enum {
    HOME_NOTHING, HOME_START, HOME_STRETCH, HOME_ANSWER, HOME_GO_ON, HOME_SAFETY, HOME_CLEARED, HOME_WELL_AGAIN, HOME_BEGINNER,
    HOME_ADVANCED, HOME_CHOOSE, HOME_PLANS, HOME_PROGRESS, HOME_MORE, HOME_CHOICES
} HomeChoice;

void today_draw(const Ui *ui, const UiInput *input, Canvas *canvas);
void today_act(Ui *ui, Action action, Key key, UiOutput *out);
void today_click(Ui *ui, int item, int part, UiOutput *out);

// Works today out anew when the diary grew or another day began.
void today_refresh(Ui *ui);

// Straight into today's session: the check-in where it is due, then what follows from it.
void today_start(Ui *ui, UiOutput *out);
