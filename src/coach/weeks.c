#include "coach/weeks.h"

#include "coach/checks.h"

enum { WEEK_DAYS = 7, CLEARLY_EASIER = 2 };

int weeks_median2(const Course *course, int from, int end) {
    int counts[11] = {0}, count = 0;
    for (int i = from < 0 ? 0 : from; i < end && i < course->days.count; i++) { // the first week may not be full yet
        int pain = course->days.items[i].morning_pain;
        if (!pain) continue;
        counts[pain]++;
        count++;
    }
    int lower = 0, upper = 0;
    for (int pain = 1, seen = 0; pain <= 10; pain++) {
        seen += counts[pain];
        if (!lower && seen * 2 >= count) lower = pain;
        if (!upper && seen * 2 > count) upper = pain;
    }
    return count ? lower + upper : 0;
}

static bool task_is_easier(const Diary *diary) {
    int first = -1, last = -1;
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_TASK) first = last = -1; // another task
        if (entry->kind != ENTRY_EASE) continue;
        last = entry->number;
        if (first < 0) first = last;
    }
    return first >= 0 && last >= first + CLEARLY_EASIER;
}

static bool a_check_is_better(const Diary *diary) {
    for (int check = 0; check < CHECK_COUNT; check++) {
        if (check_result(diary, (CheckId)check, 0).answer != ANSWER_NO) continue;
        for (int back = 1; ; back++) {
            CheckResult before = check_result(diary, (CheckId)check, back);
            if (!before.group) break;
            if (before.answer == ANSWER_YES) return true;
        }
    }
    return false;
}

static WeekChange change_of(const Course *course, int first, int week, bool has_improved) {
    int begins = first + week * WEEK_DAYS;
    WeekChange change = {.weeks = week + 1, .first2 = weeks_median2(course, first, first + WEEK_DAYS),
                         .median2 = weeks_median2(course, begins, begins + WEEK_DAYS), .has_improved = has_improved};
    if (week == 0) return change;
    change.before2 = weeks_median2(course, begins - WEEK_DAYS, begins);
    change.was_up = change.before2 && change.first2 && change.before2 >= change.first2 + 2 * CLEARLY_EASIER;
    return change;
}

void weeks_read(const Course *course, const Path *path, const Standing *standing, Weeks *weeks) {
    *weeks = (Weeks){0};
    int first = path->first_began;
    if (path->plan) weeks->weeks = (course_today(course) - first) / WEEK_DAYS;
    if (weeks->weeks < 0) weeks->weeks = 0;
    int last2 = weeks->weeks ? change_of(course, first, weeks->weeks - 1, false).median2 : 0;
    int first2 = weeks_median2(course, first, first + WEEK_DAYS);
    weeks->has_improved = (last2 && first2 && last2 <= first2 - 2) || task_is_easier(course->diary) ||
                          a_check_is_better(course->diary);
    int cleared = standing->cleared_place < 0 ? -1 : course->elapsed[standing->cleared_place];
    weeks->stops_strength = standing->stops_strength;
    for (int week = 0; week < weeks->weeks; week++) {
        WeekChange change = change_of(course, first, week, weeks->has_improved);
        weeks->decision = week_decide(&change);
        bool is_cleared = first + (week + 1) * WEEK_DAYS <= cleared;
        if (weeks->decision.stops_strength && !is_cleared) weeks->stops_strength = true;
    }
    if (!standing->stops_strength) return;
    WeekChange change = {.overwhelmed = true, .weeks = weeks->weeks};
    weeks->decision = week_decide(&change);
}
