// "This hurts": what was felt and how much is asked while the session stands, and what follows is done.
#pragma once

#include "ui/asking.h"

void hurt_open(Ui *ui, UiOutput *out);

// After pain went into the leg: whether it was gone within ten minutes has not been told yet.
bool hurt_asks_for_leg(const Ui *ui);

// Asks that; then `over`.
void hurt_ask_for_leg(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out);
