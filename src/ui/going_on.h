// "Go on at Clam, left side?" after a session that was cut off by a power cut: asked once, over the first screen.
#pragma once

#include "ui/asking.h"

typedef struct {
    bool is_asked;
    GoOn answer;
    const char *words; // of the question
} GoingOn;

// Asks when there is something to go on with (UiOptions.go_on_at), and says what was answered.
void going_on_step(Ui *ui, UiOutput *out);
