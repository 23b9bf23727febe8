// A session that a person chooses and no plan: never more than the answers of the day allow, and nothing that the safety
// screen said does not suit the body.
#pragma once

#include "ui/ui.h"

// `why` becomes NULL, or one sentence in the arena: why nothing may be played (the wish has no routine then), or why only
// what stretches is.
PlayWish by_hand_wish(Arena *arena, const Diary *diary, const Library *library, Moment now, const Routine *routine, const char **why);
