// The clock of the machine; everything below takes time as an argument.
#pragma once

// Milliseconds that only go forward, from some moment on.
double clock_ms(void);
