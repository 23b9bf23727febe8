// The self-checks C1 to C10: shown by the figure, spoken, timed where something is held; then what they say.
#pragma once

#include "ui/ui.h"

void self_checks_open(Ui *ui, UiOutput *out);
