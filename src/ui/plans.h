// The screen of plans: which one, and from when.
#pragma once

#include "ui/canvas.h"
#include "ui/ui.h"

// Opens it over the screen that is shown, at the plan that runs.
void plans_open(Ui *ui, UiOutput *out);

void plans_screen_draw(const Ui *ui, const UiInput *input, Canvas *canvas);
void plans_screen_act(Ui *ui, Action action, Key key, UiOutput *out);
void plans_screen_click(Ui *ui, int item, int part, UiOutput *out);

// Begins a plan on a local day with one of its days, counted from 1, and ends the one before.
void plans_begin(Ui *ui, const char *plan, Level level, int day, int plan_day);
