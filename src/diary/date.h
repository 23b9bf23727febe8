// Dates by local day: a day is a number, days since 1 January 1970 in the calendar of where the person is.
//
// Pure arithmetic of the Gregorian calendar; what day it is now, and in what zone, is told by the caller.
#pragma once

#include "base/text.h"

#include <stdint.h>

typedef enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY } Weekday;

typedef struct {
    int year, month, day; // month 1..12, day 1..31
} Date;

// When something was: by the clock, and by the calendar on the wall.
typedef struct {
    int64_t at_ms; // UTC, milliseconds since 1970, as the machine's clock said
    int day;       // local day
    int zone_min;  // local time minus UTC, minutes, east positive, DST included
} Moment;

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): days_from_civil and civil_from_days.
int date_day(Date date);
Date date_of(int day);

Weekday date_weekday(int day);

// The local day of a UTC time where clocks are so many minutes ahead of UTC.
int date_day_at(int64_t at_ms, int zone_min);

// "2026-12-01" to its day; false for anything that is not a date of the years 1970 to 9999.
bool date_read(Text text, int *day);

enum { DATE_SIZE = 16 };
// "2026-12-01"; years 0 to 9999.
void date_write(int day, char text[DATE_SIZE]);
