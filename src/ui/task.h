// "My task": one everyday thing that should get easier. Chosen after the first session, and asked about once a week.
#pragma once

#include "ui/asking.h"

// Asks what is due, if anything, over the screen that is shown.
void task_ask(Ui *ui, UiOutput *out);
