// What is needed now and then: another session, the self-checks, what to do when something feels wrong.
#pragma once

#include "ui/asking.h"

void more_open(Ui *ui, UiOutput *out);
