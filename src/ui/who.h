// Several people on one machine: who it is, and somebody new, whose name is typed.
#pragma once

#include "ui/asking.h"

typedef struct {
    const char *const *answers; // the people, and somebody new
    const char *suggested;      // a name for who has no keys to type one
    const char *chosen;         // NULL: nobody yet
    bool is_new;
} Who;

// Opens it over the screen that is shown.
void who_open(Ui *ui, UiOutput *out);
bool who_is_asked(const Ui *ui);

// A name as it is shown; in the arena.
const char *who_shown(Arena *arena, const char *name);
