// The first plan: a level is chosen, the safety screen answered, and the plan that follows from both begins today.
#pragma once

#include "ui/ui.h"

void welcome_begin(Ui *ui, bool advanced, UiOutput *out);
