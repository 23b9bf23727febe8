#include "coach/progress.h"

#include "coach/expect.h"
#include "coach/situation.h"

enum { WEEK_DAYS = 7, GREEN = 4, SORE = 5, VERY_SORE = 7, BREAKS_OF_A_DAY = 5 };

typedef struct {
    Arena *arena;
    Situation at;
    Progress *progress;
} Reader;

static float known(int number) {
    return number ? (float)number : PROGRESS_NONE;
}

// --- Days and weeks

static void read_days(Reader *reader) {
    const Course *course = &reader->at.course;
    int days = course->days.count;
    float *pain = arena_new(reader->arena, float, days), *usual = arena_new(reader->arena, float, days);
    float *soreness = arena_new(reader->arena, float, days);
    for (int i = 0; i < days; i++) {
        const DayLog *day = &course->days.items[i];
        pain[i] = known(day->morning_pain);
        soreness[i] = known(day->soreness);
        // The usual pain of the next morning is the median up to this one; the last day has none after it yet.
        usual[i] = known(i + 1 < days ? day[1].usual : course_usual(course, i));
        reader->progress->said_days += day->morning_soreness != 0;
        reader->progress->green_days += day->morning_soreness && day->morning_soreness <= GREEN;
    }
    reader->progress->days = days;
    reader->progress->first_day = course->days.items[0].day;
    reader->progress->pain = pain;
    reader->progress->usual = usual;
    reader->progress->soreness = soreness;
}

static void read_sessions(Reader *reader) {
    const Course *course = &reader->at.course;
    Progress *progress = reader->progress;
    progress->weeks = (course->days.count + WEEK_DAYS - 1) / WEEK_DAYS;
    float *minutes = arena_new(reader->arena, float, progress->weeks);
    float *level = arena_new(reader->arena, float, course->days.count);
    for (int i = 0; i < course->days.count; i++) level[i] = PROGRESS_NONE;
    for (int i = 0; i < course->sessions.count; i++) {
        const SessionLog *session = &course->sessions.items[i];
        if (!session->done) continue;
        progress->sessions++;
        minutes[session->elapsed / WEEK_DAYS] += (float)session->seconds / 60;
        if (session->strength) level[session->elapsed] = (float)session->level;
    }
    for (int i = 1; i < course->days.count; i++) {
        if (level[i] < 0) level[i] = level[i - 1];
    }
    progress->minutes = minutes;
    progress->level = level;
}

// --- The streak

// A day of rest of the plan, of any plan so far.
static bool is_rest_day(const Path *path, int elapsed) {
    for (int i = path->days.count - 1; i >= 0; i--) {
        if (path->days.items[i].elapsed == elapsed) return path->days.items[i].state == DAY_RESTED;
    }
    return false;
}

static bool is_kept(const Reader *reader, int elapsed) {
    const Course *course = &reader->at.course;
    const DayLog *day = &course->days.items[elapsed];
    if (day->trained || day->breaks >= BREAKS_OF_A_DAY) return true;
    bool is_sore = day->soreness >= SORE || (elapsed > 0 && day[-1].soreness >= VERY_SORE);
    return day->last_session >= 0 && (is_sore || is_rest_day(&reader->at.path, elapsed));
}

// Today breaks nothing: it is not over.
static void read_streak(Reader *reader) {
    int elapsed = course_today(&reader->at.course);
    if (is_kept(reader, elapsed)) reader->progress->streak++;
    while (--elapsed >= 0 && is_kept(reader, elapsed)) reader->progress->streak++;
}

// --- The plan

static void mark_past(Reader *reader) {
    const Path *path = &reader->at.path;
    for (int i = path->first_day; i < path->days.count; i++) {
        const PathDay *day = &path->days.items[i];
        *list_push(reader->arena, &reader->progress->plan) =
            (PlanMark){day->kind, day->state, day->level, day->week * WEEK_DAYS + day->weekday};
    }
}

static void mark_ahead(Reader *reader) {
    Path ahead = reader->at.path;
    bool is_today = ahead.began <= course_today(&reader->at.course);
    for (;;) {
        int plan_day = ahead.week * WEEK_DAYS + ahead.weekday;
        *list_push(reader->arena, &reader->progress->plan) =
            (PlanMark){path_kind(ahead.plan, ahead.week, ahead.weekday, ahead.advanced), is_today ? DAY_TODAY : DAY_AHEAD,
                       ahead.level, plan_day};
        if (plan_day == ahead.plan->weeks.count * WEEK_DAYS) return;
        is_today = false;
        path_step(&ahead);
        if (ahead.weekday == 1) ahead.level = path_level_ahead(&ahead);
    }
}

static void read_plan(Reader *reader) {
    const Path *path = &reader->at.path;
    if (!path->plan) return;
    mark_past(reader);
    if (!path->is_over) mark_ahead(reader);
}

// --- Checks and the task

static void read_checks(Reader *reader) {
    const Diary *diary = reader->at.course.diary;
    for (int i = 0; i < CHECK_COUNT; i++) {
        CheckMark *mark = &reader->progress->checks[i];
        mark->check = &self_checks[i];
        mark->now = mark->before = check_result(diary, (CheckId)i, 0);
        for (int back = 1; ; back++) {
            CheckResult result = check_result(diary, (CheckId)i, back);
            if (!result.group) break;
            mark->before = result;
        }
    }
}

static void read_task(Reader *reader) {
    const Diary *diary = reader->at.course.diary;
    Progress *progress = reader->progress;
    progress->task_before = progress->task_now = -1;
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_TASK) {
            progress->task = entry->text;
            progress->task_before = progress->task_now = -1;
        }
        if (entry->kind != ENTRY_EASE) continue;
        progress->task_now = entry->number;
        if (progress->task_before < 0) progress->task_before = entry->number;
    }
}

// --- The good news

// Twice a number as words: "3" or "3.5".
static const char *half(Arena *arena, int number2) {
    return text_format(arena, number2 % 2 ? "%d.5" : "%d", number2 / 2);
}

// Down by 2 points or by 30 % is what people call clearly better (consensus: Ostelo et al. 2008).
static void read_headline(Reader *reader) {
    const Course *course = &reader->at.course;
    int days = course->days.count;
    int start2 = weeks_median2(course, 0, WEEK_DAYS), now2 = weeks_median2(course, days - WEEK_DAYS, days);
    reader->progress->pain_at_start = start2 ? (float)start2 / 2 : PROGRESS_NONE;
    if (!start2 || !now2 || days <= WEEK_DAYS || now2 >= start2) return;
    bool is_clear = start2 - now2 >= 4 || (start2 - now2) * 10 >= start2 * 3;
    reader->progress->headline = text_format(reader->arena, "%s: pain went from %s to %s.", is_clear ? "Clearly better" : "Better",
                                             half(reader->arena, start2), half(reader->arena, now2));
}

void coach_progress(Arena *arena, const Diary *diary, const Library *library, Moment now, Progress *progress) {
    Reader reader = {.arena = arena, .progress = progress};
    *progress = (Progress){0};
    situation_read(arena, diary, library, now, &reader.at);
    read_days(&reader);
    read_sessions(&reader);
    read_streak(&reader);
    read_plan(&reader);
    read_checks(&reader);
    read_task(&reader);
    read_headline(&reader);
    progress->expect = expect_words(&reader.at.course, &reader.at.weeks);
}
