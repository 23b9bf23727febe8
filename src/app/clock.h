// The clock of the machine; everything below takes time as an argument.
#pragma once

#include "diary/date.h"

// Milliseconds that only go forward, from some moment on.
double clock_ms(void);

// Now, by the clock and by the calendar on the wall.
Moment clock_moment(void);
