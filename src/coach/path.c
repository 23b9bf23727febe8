#include "coach/path.h"

#include "coach/gate.h"

#include <string.h>

enum { WEEK_DAYS = 7, SORE = 5, VERY_SORE = 7, RESTING_PAIN = 8 };

// One plan from the day it begins to the day before another begins, or to yesterday.
typedef struct {
    const Course *course;
    const AfterDecision *after; // of each session
    Path *path;
} Walk;

bool path_strengthens(const Routine *routine) {
    for (int i = 0; routine && i < routine->sections.count; i++) {
        if (routine->sections.items[i].group == GROUP_STRENGTHEN) return true;
    }
    return false;
}

const PlanDay *path_plan_day(const Plan *plan, int week, int weekday) {
    const PlanWeek *days = &plan->weeks.items[week];
    for (int i = 0; i < days->days.count; i++) {
        if (days->days.items[i].number == weekday) return &days->days.items[i];
    }
    return NULL;
}

DayKind path_kind(const Plan *plan, int week, int weekday, bool advanced) {
    const PlanDay *day = path_plan_day(plan, week, weekday);
    const Routine *routine = day ? advanced ? day->advanced : day->routine : NULL;
    if (!routine) return DAY_REST;
    return path_strengthens(routine) ? DAY_STRENGTH : DAY_STRETCH;
}

static Level week_level(const Path *path, int week) {
    const PlanWeek *days = &path->plan->weeks.items[week];
    return path->advanced ? days->advanced : days->level;
}

static const DayLog *day_at(const Course *course, int elapsed) {
    return elapsed >= 0 && elapsed < course->days.count ? &course->days.items[elapsed] : NULL;
}

// --- What mornings say

static bool stayed_higher(const Course *course, int elapsed) {
    const DayLog *day = day_at(course, elapsed), *next = day_at(course, elapsed + 1);
    if (day->evening_pain > day->usual) return true;
    return next && next->morning_pain > day->usual;
}

static bool rose(const AfterDecision *decision) {
    return decision->leaves_out_last;
}

// Whether pain rose after the last session that ended on an earlier day.
static bool rose_before(const Course *course, const AfterDecision *after, int session) {
    for (int i = session - 1; i >= 0; i--) {
        if (!course->sessions.items[i].done) continue;
        if (course->sessions.items[i].end_elapsed < course->sessions.items[session].end_elapsed) return rose(&after[i]);
    }
    return false;
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

static AfterDecision decide_after(const Course *course, const AfterDecision *after, int session) {
    const SessionLog *log = &course->sessions.items[session];
    const DayLog *next = day_at(course, log->end_elapsed + 1);
    NextMorning morning = {.soreness = log->soreness_after, .pain = log->pain_after, .usual = next ? next->usual : 0,
                           .rose_before = rose_before(course, after, session)};
    bool is_known = next && next->morning_soreness && next->morning_pain;
    if (next) {
        morning.soreness = larger(morning.soreness, next->morning_soreness);
        morning.pain = larger(morning.pain, next->morning_pain);
        morning.stayed_higher = next->usual && stayed_higher(course, log->end_elapsed + 1);
    }
    AfterDecision decision = after_decide(&morning);
    if (!is_known) decision.counts_up = false; // what was said on the same day may only make it worse
    return decision;
}

const AfterDecision *path_after(const Course *course) {
    AfterDecision *after = arena_new(course->arena, AfterDecision, course->sessions.count + 1);
    for (int i = 0; i < course->sessions.count; i++) {
        if (course->sessions.items[i].done) after[i] = decide_after(course, after, i);
    }
    return after;
}

// --- The end of a week

static void record_session(const Walk *walk, int session, WeekRecord *record) {
    const SessionLog *log = &walk->course->sessions.items[session];
    if (!log->strength || !log->done) return;
    record->done += log->is_whole;
    record->mornings_known &= walk->after[session].counts_up || strcmp(walk->after[session].row, "4.3/0") != 0;
    record->pain_as_usual &= walk->after[session].counts_up;
    record->nothing_felt_wrong &= !log->has_worse;
    const DayLog *next = day_at(walk->course, log->end_elapsed + 1);
    record->worst_soreness = larger(record->worst_soreness, next ? next->morning_soreness : 0);
    record->worst_soreness = larger(record->worst_soreness, log->soreness_after);
}

static WeekRecord record_week(const Walk *walk, int last) {
    const Path *path = walk->path;
    WeekRecord record = {.mornings_known = true, .pain_as_usual = true, .nothing_felt_wrong = true};
    for (int weekday = 1; weekday <= WEEK_DAYS; weekday++) {
        record.planned += path_kind(path->plan, path->week, weekday, path->advanced) == DAY_STRENGTH;
    }
    for (int i = 0; i < walk->course->sessions.count; i++) {
        int elapsed = walk->course->sessions.items[i].elapsed;
        if (elapsed >= path->week_began && elapsed <= last) record_session(walk, i, &record);
    }
    for (int elapsed = path->week_began; elapsed <= last; elapsed++) {
        int soreness = day_at(walk->course, elapsed)->morning_soreness;
        record.red += soreness >= VERY_SORE;
        record.amber += soreness >= SORE && soreness < VERY_SORE;
    }
    return record;
}

// Level and week of the plan go together; whom a break or a hard week set back below the plan's level climbs first.
static void move_week(Path *path, int levels) {
    bool is_behind = path->level < week_level(path, path->week);
    path->level = level_moved(path->level, levels);
    if (levels < 0) path->week = larger(0, path->week + levels);
    if (levels > 0 && !is_behind) path->week++;
    if (path->week == path->plan->weeks.count) {
        path->is_over = true;
        path->week--;
    } else if (levels > 0 && path->level > week_level(path, path->week)) {
        path->level = week_level(path, path->week);
    }
}

static void begin_week(Path *path, int elapsed) {
    path->weekday = 1;
    path->week_began = elapsed;
}

static void end_week(Walk *walk, int last) {
    Path *path = walk->path;
    WeekRecord record = record_week(walk, last);
    path->decision = level_after_week(path->plan, &record);
    path->decided = last + 1;
    move_week(path, path->decision.levels);
    begin_week(path, last + 1);
}

// --- Day after day

// Soreness that asks for rest, of this day or of yesterday.
static bool rests(const Course *course, int elapsed) {
    const DayLog *before = day_at(course, elapsed - 1);
    return day_at(course, elapsed)->soreness >= SORE || (before && before->soreness >= VERY_SORE);
}

static DayState state_of(const Walk *walk, int elapsed, DayKind kind) {
    const DayLog *day = day_at(walk->course, elapsed);
    if (kind == DAY_REST) return DAY_RESTED;
    if (day->strength || (day->trained && kind == DAY_STRETCH)) return DAY_DONE;
    if (day->trained) return DAY_INSTEAD;
    bool is_excused = rests(walk->course, elapsed) || day->fever || day->pain >= RESTING_PAIN || day->red_flag == ANSWER_YES;
    return is_excused ? DAY_RESTED : DAY_MISSED;
}

// From this day on.
static void lower_for_break(Path *path, LevelDecision decision, int elapsed) {
    path->decision = decision;
    path->decided = elapsed;
    if (decision.first_session) {
        path->easy_return = true;
        return;
    }
    path->easy_return = false;
    path->was_long = true;
    move_week(path, decision.levels);
    begin_week(path, elapsed);
}

// Days without anything count once there was a first session; days of rest, of sore muscles and of fever do not.
static void count_missed(const Walk *walk, int elapsed, DayState state) {
    Path *path = walk->path;
    const DayLog *day = day_at(walk->course, elapsed);
    if (day->trained) {
        path->missed = 0;
        path->was_long = false;
    }
    if (day->strength) path->easy_return = false;
    bool is_free = day->fever || rests(walk->course, elapsed) || (state == DAY_RESTED && day->pain < RESTING_PAIN);
    if (day->last_session >= 0 && !day->trained && !is_free) path->missed++;
}

// What was missed until yesterday, and days the calendar went on by unseen.
static void open_day(const Walk *walk, int elapsed) {
    Path *path = walk->path;
    const DayLog *before = day_at(walk->course, elapsed - 1);
    if (!before || before->last_session < 0) return;
    path->missed += day_at(walk->course, elapsed)->skipped;
    LevelDecision decision = level_after_missing(path->plan, path->missed);
    if (decision.levels >= 0 || path->was_long || (decision.first_session && path->easy_return)) return;
    lower_for_break(path, decision, elapsed);
}

static void end_fever(const Walk *walk, int elapsed) {
    const Course *course = walk->course;
    int place = course->fever_over_place, hours;
    if (place < 0 || course->elapsed[place] != elapsed) return;
    LevelDecision decision = level_after_fever(walk->path->plan, &hours);
    lower_for_break(walk->path, decision, elapsed + 1);
}

static void close_day(Walk *walk, int elapsed) {
    Path *path = walk->path;
    open_day(walk, elapsed);
    DayKind kind = path_kind(path->plan, path->week, path->weekday, path->advanced);
    PathDay day = {elapsed, path->week, path->weekday, kind, state_of(walk, elapsed, kind), path->level};
    if (!path->is_over && (kind == DAY_REST || day.state == DAY_DONE)) path->weekday++;
    count_missed(walk, elapsed, day.state);
    end_fever(walk, elapsed);
    bool was_over = path->is_over;
    if (path->weekday > WEEK_DAYS) end_week(walk, elapsed);
    if (!was_over) *list_push(walk->course->arena, &path->days) = day;
}

static const Plan *plan_by_id(const Course *course, const char *id) {
    const Plan *plan = library_plan(course->library, text_of(id));
    return plan && plan->weeks.count ? plan : NULL;
}

static const Plan *plan_of(const Course *course, const Entry *entry) {
    return entry->id ? plan_by_id(course, entry->id) : NULL;
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

// How many entries there were before the first session of a plan: all that was known when it began.
static int known_at(const Course *course, int place) {
    while (place < course->diary->entries.count && course->diary->entries.items[place].kind != ENTRY_SESSION) place++;
    return place;
}

// Nobody begins above what was earned: B1, or what the plan before led to, or A1 for whom the gate is open.
static Level first_level(const Walk *walk, const Entry *entry, int place) {
    int known = known_at(walk->course, place);
    int most = walk->path->granted;
    Diary diary = *walk->course->diary;
    diary.entries.count = known;
    if ((int)entry->level > most && gate_read(walk->course, walk->after, known, walk->path->four_weeks_done).is_open) {
        most = larger(most, LEVEL_A1);
    }
    if (entry->number <= 1 && screen_result(&diary).tier == SCREEN_TIERS) most = LEVEL_B1;
    return (Level)smaller((int)entry->level, most);
}

// A break between two plans counts like one within a plan.
static void count_break_before(const Walk *walk, int elapsed) {
    Path *path = walk->path;
    const DayLog *day = day_at(walk->course, elapsed);
    if (day->last_session < 0) return;
    int missed = elapsed - walk->course->sessions.items[day->last_session].end_elapsed - 1;
    LevelDecision decision = level_after_missing(NULL, larger(missed, path->missed));
    path->easy_return = decision.first_session;
    if (decision.levels < 0 && !decision.first_session && !path->was_long) {
        path->granted = level_moved(path->granted, decision.levels);
    }
    path->missed = 0;
    path->was_long = false;
}

static void begin_plan(Walk *walk, const Entry *entry, int place) {
    Path *path = walk->path;
    count_break_before(walk, walk->course->elapsed[place]);
    Level level = first_level(walk, entry, place);
    bool goes_on = entry->number > 1 && path->is_over;
    int ahead = entry->on_day - entry->moment.day, day = entry->number > 1 ? entry->number - 1 : 0;
    path->plan = plan_of(walk->course, entry);
    if (path->plan && path->plan->level >= LEVEL_A1 && level < LEVEL_A1) path->plan = plan_by_id(walk->course, "beginner-4");
    if (!path->plan) return;
    path->began = walk->course->elapsed[place] + larger(ahead, 0);
    if (!goes_on) path->first_began = path->began;
    path->advanced = level >= LEVEL_A1;
    path->week = smaller(day / WEEK_DAYS, path->plan->weeks.count - 1);
    path->level = (Level)smaller((int)level, (int)week_level(path, path->week));
    path->advanced = path->level >= LEVEL_A1; // a plan for beginners has no such levels
    path->weekday = day % WEEK_DAYS + 1;
    path->week_began = path->began;
    path->is_over = false;
    path->first_day = path->days.count;
}

// Up to the day before `end`. What it leads to: the level it stands at, one more when it was done well, none of an
// advanced one without the gate.
static void walk_plan(Walk *walk, int end) {
    Path *path = walk->path;
    for (int elapsed = path->began; path->plan && elapsed < end; elapsed++) close_day(walk, elapsed);
    if (!path->plan) return;
    int granted = (int)path->level;
    if (!path->advanced) granted = smaller(granted, LEVEL_B4);
    path->granted = (Level)granted;
    path->four_weeks_done |= path->is_over && path->plan->weeks.count >= 4;
}

void path_read(const Course *course, const AfterDecision *after, Path *path) {
    *path = (Path){.decided = -1};
    Walk walk = {course, after, path};
    for (int i = 0; i < course->diary->entries.count; i++) {
        const Entry *entry = &course->diary->entries.items[i];
        if (entry->kind != ENTRY_PLAN_START && entry->kind != ENTRY_PLAN_STOP) continue;
        walk_plan(&walk, course->elapsed[i]);
        path->plan = NULL;
        if (entry->kind == ENTRY_PLAN_START) begin_plan(&walk, entry, i);
    }
    int today = course_today(course);
    walk_plan(&walk, today);
    if (path->plan && path->began <= today) open_day(&walk, today);
}

WeekRecord path_week_so_far(const Course *course, const AfterDecision *after, const Path *path) {
    Path copy = *path;
    Walk walk = {course, after, &copy};
    return record_week(&walk, course_today(course));
}

void path_step(Path *path) {
    if (++path->weekday <= WEEK_DAYS) return;
    path->weekday = 1;
    if (path->week + 1 < path->plan->weeks.count) path->week++;
}

void path_next_day(const Course *course, const Path *path, Path *tomorrow) {
    *tomorrow = *path;
    Walk walk = {course, NULL, tomorrow};
    int today = course_today(course);
    DayKind kind = path_kind(path->plan, path->week, path->weekday, path->advanced);
    bool is_done = kind == DAY_REST || state_of(&walk, today, kind) == DAY_DONE;
    if (path->began <= today && is_done) path_step(tomorrow);
}

Level path_level_ahead(const Path *path) {
    return (Level)smaller((int)level_moved(path->level, 1), larger((int)path->level, (int)week_level(path, path->week)));
}
