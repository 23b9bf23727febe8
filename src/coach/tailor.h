// A plan's routine with the slots that the self-checks add, and the release of the seat where it does most good.
//
// Private to the coach.
#pragma once

#include "coach/choice.h"
#include "library/library.h"

// The routine itself when nothing changes, else a copy in the arena. `strength`: it is a full session.
const Routine *tailor_routine(Arena *arena, const Library *library, const Routine *routine, const Choice *choice,
                              bool strength);

// The routine with everything that takes weights at this level done without; itself when nothing does.
const Routine *tailor_without_load(Arena *arena, const Library *library, const Routine *routine, Level level);
