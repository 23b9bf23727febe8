// A move shown by itself, over and over: for pages that speak of it, and are no session.
#pragma once

#include "session/view.h"

// One repetition of every phase, with a hold of a few seconds where there is one, and the way back where the phases end
// elsewhere than they began. In the arena.
const Session *session_demo(Arena *arena, const Move *move, Side side);

// The picture of the figure so long after the beginning; it begins again at the end.
FigureView session_demo_view(const Session *demo, double at_ms);
