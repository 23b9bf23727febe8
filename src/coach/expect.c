#include "coach/expect.h"

// Days since the first session, until which the words hold.
static const struct {
    int last_day;
    const char *words;
} rows[] = {
    {3, "A little sore is fine. Aim for 3 or 4."},
    {7, "Keep it gentle. Consistency wins."},
    {14, "Holds get longer now, and balance steadier."},
    {35, "This is when results usually show."},
};
enum { ROWS = sizeof rows / sizeof *rows };

static int first_session_day(const Course *course) {
    for (int i = 0; i < course->days.count; i++) {
        if (course->days.items[i].trained) return i;
    }
    return -1;
}

const char *expect_words(const Course *course, const Weeks *weeks) {
    int first = first_session_day(course);
    if (first < 0) return NULL;
    int day = course_today(course) - first + 1;
    for (int i = 0; i < ROWS; i++) {
        if (day <= rows[i].last_day) return rows[i].words;
    }
    return weeks->has_improved ? "Two sessions and daily stretching keep it; or go on to the next plan."
                               : "It is time to ask a professional.";
}
