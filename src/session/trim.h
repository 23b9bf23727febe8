// A routine cut to the time there is.
//
// Private to the session module. Rests go first, then rounds and sets, then exercises; what turns out not to be needed comes
// back. Never a hold or the repetitions of a set, never one side.
#pragma once

#include "session/fitted.h"

// Cuts until the session is at most `fit.minutes` long, or nothing more can go, and says so among the changes.
void fitted_trim(Arena *arena, const SessionOptions *options, Fitted *fitted);
