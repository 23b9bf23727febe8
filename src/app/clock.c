#include "app/clock.h"

#include "diary/date.h"

#include <time.h>

double clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int clock_day(void) {
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local)) return (int)(now / 86400);
    return date_day((Date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}
