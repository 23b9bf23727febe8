// The way from one position to another over the ways of a library: the quickest, and such that one
// arrives the way round that the next exercise is shown.
//
// Private to the session module. A graph of positions, each of them also mirrored; no time line.
#pragma once

#include "library/way.h"

typedef struct {
    const Way *way;
    bool backwards;
    bool mirrored;   // shown mirrored
    bool turns_view; // from here on one is seen from the other side of the mat
} Leg;

enum { ROUTE_LEGS_MAX = 2 * POSITION_COUNT, ROUTE_ANY_SIDE = -1 };

// How many legs lead from a position to another, or to the same one the other way round (0: none are needed, or
// there is no way). `from_mirrored` may be ROUTE_ANY_SIDE. Where the body is as right as it is left, as on the back
// or on hands and knees, one may be seen from the other side instead of turning round: that is a picture mirrored,
// and taken only when it saves a long way.
int route_find(const Library *library, Position from, int from_mirrored, Position to, bool to_mirrored,
               Leg legs[ROUTE_LEGS_MAX]);

// How long a way takes.
int route_way_ms(const Way *way);
