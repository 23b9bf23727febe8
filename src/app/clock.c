#include "app/clock.h"

#include <time.h>

// A clock may be wrong, but not by eight thousand years: dates have four digits.
static const int64_t LATEST_MS = INT64_C(253402128000000);

double clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

// The zone by what the calendar says of the same second, as summer time may have begun.
Moment clock_moment(void) {
    struct timespec now;
    struct tm local;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t at_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
    if (at_ms < 0) at_ms = 0;
    if (at_ms > LATEST_MS) return (Moment){LATEST_MS, date_day_at(LATEST_MS, 0), 0};
    if (!localtime_r(&now.tv_sec, &local)) return (Moment){at_ms, date_day_at(at_ms, 0), 0};
    int day = date_day((Date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
    int64_t local_s = (int64_t)day * 86400 + local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec;
    return (Moment){at_ms, day, (int)((local_s - now.tv_sec) / 60)};
}
