// After a session: how hard it was, and back to the home screen.
#pragma once

#include "ui/asking.h"

void after_open(Ui *ui, UiOutput *out);
