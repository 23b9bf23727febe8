// What a person's body needs to be other than the routine says: the Fit of a decision, and slots that are added.
//
// Private to the coach.
#pragma once

#include "coach/after.h"
#include "coach/coach.h"
#include "coach/course.h"

// Completes the fit of a decision that has a routine, and gives it a routine of its own where the self-checks ask for that.
// `after`: what the mornings said about each session of the course.
void fitting_make(const Course *course, const AfterDecision *after, const MorningDecision *morning, Decision *decision);
