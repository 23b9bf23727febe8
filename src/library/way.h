// How one gets from a position to a neighbouring one, and back: the same way backwards.
//
// Poses are those of the first side. A position is mirrored when one arrives there the other way round:
// whoever lies on the left side with the head to the right came from, or goes to, lying with the head to
// the right, where exercises on the back have it to the left. Not an exercise: nothing is held or counted.
#pragma once

#include "library/library.h"

// What is said as one sets out on a stage: the phases that follow one another under one name.
typedef struct {
    const char *stage, *text; // of the unmirrored way
} WaySaying;

struct Way {
    const char *id, *path;
    Position ends[2];
    bool mirrored[2];
    Clip clip; // its id is "way-" and the way's: the name of its sheet
    LIST(WaySaying) sayings;
};

// The sentence of a stage, there or back; NULL for none.
const char *way_saying(const Way *way, const char *stage);
