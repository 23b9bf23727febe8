// Section 6 of the rules: what usually happens in which week, as one sentence.
//
// Private to the coach.
#pragma once

#include "coach/weeks.h"

// NULL before the first session.
const char *expect_words(const Course *course, const Weeks *weeks);
