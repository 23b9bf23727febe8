// The clock of the machine; everything below takes time as an argument.
#pragma once

// Milliseconds that only go forward, from some moment on.
double clock_ms(void);

// The day on the wall calendar, as diary/date.h counts them.
int clock_day(void);
