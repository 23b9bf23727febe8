#include "diary/date.h"

#include <assert.h>
#include <stdio.h>

enum { ERA_YEARS = 400, ERA_DAYS = 146097, DAYS_TO_1970 = 719468 }; // an era begins on 1 March
static const int64_t DAY_MS = 24 * 60 * 60 * 1000;

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

int date_day(Date date) {
    int year = date.year - (date.month <= 2);
    int era = (int)floor_divide(year, ERA_YEARS);
    int year_of_era = year - era * ERA_YEARS;
    int month_from_march = (date.month + 9) % 12;
    int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - DAYS_TO_1970;
}

Date date_of(int day) {
    int from_march = day + DAYS_TO_1970;
    int era = (int)floor_divide(from_march, ERA_DAYS);
    int day_of_era = from_march - era * ERA_DAYS;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (Date){.year = year_of_era + era * ERA_YEARS + (month <= 2), .month = month,
                  .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

Weekday date_weekday(int day) {
    int from_thursday = day % 7; // 1 January 1970 was a Thursday
    return (Weekday)((from_thursday + THURSDAY + 7) % 7);
}

int date_day_at(int64_t at_ms, int zone_min) {
    return (int)floor_divide(at_ms + (int64_t)zone_min * 60000, DAY_MS);
}

static bool read_digits(const char *bytes, int count, int *number) {
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (bytes[i] < '0' || bytes[i] > '9') return false;
        *number = *number * 10 + bytes[i] - '0';
    }
    return true;
}

bool date_read(Text text, int *day) {
    Date date;
    if (text.size != 10 || text.bytes[4] != '-' || text.bytes[7] != '-') return false;
    if (!read_digits(text.bytes, 4, &date.year) || !read_digits(text.bytes + 5, 2, &date.month) ||
        !read_digits(text.bytes + 8, 2, &date.day)) return false;
    if (date.year < 1970 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
    *day = date_day(date);
    return date_of(*day).day == date.day; // 30 February is 1 or 2 March
}

void date_write(int day, char text[DATE_SIZE]) {
    Date date = date_of(day);
    assert(date.year >= 0 && date.year <= 9999);
    snprintf(text, DATE_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
}
