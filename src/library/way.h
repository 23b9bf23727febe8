// How one gets from a position to a neighbouring one, and back: the same way backwards.
//
// Poses are those of the first side. A position is mirrored when one arrives there the other way round:
// whoever lies on the left side with the head to the right came from, or goes to, lying with the head to
// the right, where exercises on the back have it to the left. Not an exercise: nothing is held or counted.
#pragma once

#include "library/library.h"

struct Way {
    const char *id;
    Position ends[2];
    bool mirrored[2];
    Clip clip; // its id is "way-" and the way's: the name of its sheet
};
