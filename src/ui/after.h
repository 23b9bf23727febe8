// After a session: how hard it was, and back to the home screen.
#pragma once

#include "coach/coach.h"
#include "ui/asking.h"

void after_open(Ui *ui, UiOutput *out);

// When the next session is: "Next: Beginner stretch, tomorrow."; NULL when nothing is due. In the arena.
const char *after_next_words(Arena *arena, const Finish *finish, int today);
