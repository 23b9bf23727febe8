// "I have less time": how many minutes there are today; the session is made to fit.
#pragma once

#include "ui/asking.h"

void time_left_open(Ui *ui, UiOutput *out);
