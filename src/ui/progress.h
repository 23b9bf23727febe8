// The screen of progress: what the coach can tell of it, as charts.
#pragma once

#include "ui/canvas.h"
#include "ui/ui.h"

void progress_screen_draw(const Ui *ui, const UiInput *input, Canvas *canvas);
void progress_screen_act(Ui *ui, Action action, Key key, UiOutput *out);
void progress_screen_click(Ui *ui, int item, int part, UiOutput *out);
