// The safety screen: twenty questions, one after another, each written down as it is answered.
#pragma once

#include "ui/asking.h"

// Opens it over the screen that is shown; `over` is called when it ends well or with a yes that forbids exercise.
void safety_open(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out);
