// The check-in: how sore, how much pain, anything new that is alarming. One key each, spoken, each written down at once.
#pragma once

#include "ui/asking.h"

// Opens it over the screen that is shown; `over` is called when all is answered.
void check_in_open(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out);
