#include "coach/course.h"

#include <string.h>

// A clock: so many days more have passed than its calendar says. One for every time the clock was set.
typedef struct {
    int last_day, offset;
} Calendar;

typedef struct {
    Course *course;
    LIST(Calendar) calendars;
    int calendar; // in use
    int day;      // of the entry before
    int elapsed;
} Reader;

enum { MOST_GAP_DAYS = 400, MOST_WAIT_DAYS = 3, USUAL_MORNINGS = 7, LEAST_SECONDS = 60, MOST_STOPPED = 8,
       LATE_CHECK_INS = 16 };

static int larger(int a, int b) {
    return a > b ? a : b;
}

// Whether a clock known from before may be the one that says this day: it went on from where it was left and, when the
// calendar jumped back, no time has passed by it. One that would stop the count for long is not believed.
static bool may_be(const Reader *reader, const Calendar *calendar, int day) {
    int elapsed = day + calendar->offset;
    if (day < reader->day) return elapsed == reader->elapsed;
    return day >= calendar->last_day && elapsed >= reader->elapsed - MOST_WAIT_DAYS;
}

// That by which the fewest days have passed; a new one when none can be it.
static int nearest_calendar(Reader *reader, int day) {
    int nearest = -1;
    for (int i = 0; i < reader->calendars.count; i++) {
        const Calendar *calendar = &reader->calendars.items[i];
        if (!may_be(reader, calendar, day)) continue;
        if (nearest < 0 || calendar->offset < reader->calendars.items[nearest].offset) nearest = i;
    }
    bool is_far = nearest >= 0 && day + reader->calendars.items[nearest].offset > reader->elapsed + MOST_GAP_DAYS;
    if (nearest >= 0 && !is_far) return nearest;
    int offset = reader->elapsed + (is_far ? MOST_GAP_DAYS : 0) - day;
    *list_push(reader->course->arena, &reader->calendars) = (Calendar){day, offset};
    return reader->calendars.count - 1;
}

// How many days have passed for sure when the calendar says this day.
static int count_day(Reader *reader, int day) {
    int calendar = nearest_calendar(reader, day), before = reader->elapsed;
    reader->calendars.items[calendar].last_day = day;
    reader->elapsed = larger(before, day + reader->calendars.items[calendar].offset);
    bool was_set = calendar != reader->calendar || day < reader->day;
    if (was_set) reader->course->clock_sets++;
    else reader->course->sure_days += reader->elapsed - before;
    reader->calendar = calendar;
    reader->day = day;
    return reader->elapsed;
}

static void reach_day(Reader *reader, int day) {
    Course *course = reader->course;
    int elapsed = count_day(reader, day);
    while (course->days.count <= elapsed) {
        int next = course->days.count ? course->days.items[course->days.count - 1].day + 1 : day;
        bool is_here = course->days.count == elapsed;
        *list_push(course->arena, &course->days) =
            (DayLog){.day = is_here ? day : next, .skipped = is_here ? larger(0, day - next) : 0, .last_session = -1};
    }
    DayLog *log = &course->days.items[elapsed];
    log->skipped += larger(0, day - log->day);
    log->day = larger(day, log->day);
}

static SessionLog *find_session(const Course *course, int64_t group) {
    for (int i = course->sessions.count - 1; i >= 0; i--) {
        if (course->sessions.items[i].group == group) return &course->sessions.items[i];
    }
    return NULL;
}

const SessionLog *course_session(const Course *course, int64_t group) {
    return find_session(course, group);
}

// One that was begun lately: its answers are given one after another.
static CheckInLog *find_check_in(const Course *course, int64_t group) {
    int last = course->check_ins.count - 1;
    for (int i = last; i >= 0 && i > last - LATE_CHECK_INS; i--) {
        if (course->check_ins.items[i].group == group) return &course->check_ins.items[i];
    }
    return NULL;
}

static void read_check_in(Course *course, const Entry *entry, int place) {
    CheckInLog *log = find_check_in(course, entry->group);
    if (!log) log = list_push(course->arena, &course->check_ins);
    *log = (CheckInLog){entry->group, course->elapsed[place], entry->moment.day, entry->when, entry->soreness, entry->pain,
                        entry->answer, course->sessions.count, place, course->clock_sets};
}

const char *course_planned_move(const Entry *entry) {
    return entry->other && (entry->kind != ENTRY_STEP || entry->outcome == OUTCOME_SWAPPED) ? entry->other : entry->id;
}

static void read_step(Course *course, const Entry *entry, int elapsed) {
    SessionLog *session = find_session(course, entry->group);
    if (!session || entry->outcome == OUTCOME_LEFT) return;
    session->done++;
    session->last_move = course_planned_move(entry);
    session->end_elapsed = elapsed;
    session->end_ms = entry->moment.at_ms;
    session->sure_days = course->sure_days;
    session->clock_sets = course->clock_sets;
}

static void read_end(Course *course, const Entry *entry) {
    SessionLog *session = find_session(course, entry->group);
    if (!session) return;
    session->is_ended = true;
    session->is_whole = entry->outcome == OUTCOME_DONE;
    bool is_something = session->is_whole || entry->seconds >= LEAST_SECONDS; // steps of long ago may be gone
    if (!session->done && is_something) session->done = 1;
    session->seconds = entry->seconds;
    session->effort = entry->effort;
}

// Adds the move to those that were stopped; false when it was among them.
static bool note_stopped(const char *stopped[MOST_STOPPED], int *count, const char *move) {
    for (int i = 0; i < *count; i++) {
        if (!strcmp(stopped[i], move)) return false;
    }
    if (*count < MOST_STOPPED) stopped[(*count)++] = move;
    return true;
}

// What was felt is written down at once, and again with how much: that is one feeling.
static bool is_same_feeling(const Entry *before, const Entry *after) {
    return after->kind == ENTRY_HURT && after->group == before->group && after->felt == before->felt && before->id && after->id &&
           !strcmp(before->id, after->id) && !before->number && after->number;
}

// Whether the next thing that was felt after a place in the session is the same, or else what is felt now.
static bool is_said_again(const Diary *diary, int place, const Entry *now) {
    const Entry *before = &diary->entries.items[place];
    for (int i = place + 1; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_HURT && entry->group == before->group) return is_same_feeling(before, entry);
    }
    return is_same_feeling(before, now);
}

Feeling course_feeling(const Course *course, const SessionLog *session, const Entry *hurt, int place) {
    Feeling feeling = {hurt->felt, hurt->number, session->pain_before, false, 0};
    const char *stopped[MOST_STOPPED], *move = hurt->id ? course_planned_move(hurt) : "";
    int count = 0;
    for (int i = session->place + 1; i < place; i++) {
        const Entry *entry = &course->diary->entries.items[i];
        if (entry->kind != ENTRY_HURT || entry->group != session->group || !entry->id) continue;
        if (is_said_again(course->diary, i, hurt)) continue;
        bool is_same = !strcmp(course_planned_move(entry), move);
        Feeling before = {entry->felt, entry->number, session->pain_before, false, 0};
        if (!during_stops(during_decide(&before).what)) continue;
        feeling.is_easier |= is_same;
        if (!is_same) note_stopped(stopped, &count, course_planned_move(entry));
    }
    feeling.others_stopped = count;
    return feeling;
}

static void read_hurt(Course *course, const Entry *entry, int place) {
    SessionLog *session = find_session(course, entry->group);
    if (!session || is_said_again(course->diary, place, entry)) return;
    Feeling feeling = course_feeling(course, session, entry, place);
    session->has_worse |= during_decide(&feeling).what != DURING_GO_ON;
    if (entry->felt != FELT_INTO_LEG) return;
    session->into_leg_place = place;
    session->leg_is_gone = ANSWER_NONE;
}

static int pain_on(const Course *course, int elapsed) {
    for (int i = course->check_ins.count - 1; i >= 0; i--) {
        if (course->check_ins.items[i].elapsed == elapsed) return course->check_ins.items[i].pain;
    }
    return 0;
}

static void read_session(Course *course, const Entry *entry, int place) {
    int elapsed = course->elapsed[place];
    if (find_session(course, entry->group)) return;
    *list_push(course->arena, &course->sessions) =
        (SessionLog){.group = entry->group, .routine = entry->id, .level = entry->level, .strength = entry->strength,
                     .place = place, .pain_before = pain_on(course, elapsed), .elapsed = elapsed, .end_elapsed = elapsed,
                     .end_ms = entry->moment.at_ms, .into_leg_place = -1, .sure_days = course->sure_days,
                     .clock_sets = course->clock_sets};
}

static void read_leg(Course *course, const Entry *entry) {
    SessionLog *session = find_session(course, entry->group);
    if (session) session->leg_is_gone = entry->answer;
}

static void read_fever(Course *course, const Entry *entry, int place) {
    if (entry->answer == ANSWER_NO && course->has_fever) course->fever_over_place = place;
    course->has_fever = entry->answer == ANSWER_YES;
}

static void read_entry(Course *course, int place, int elapsed) {
    const Entry *entry = &course->diary->entries.items[place];
    switch ((int)entry->kind) {
    case ENTRY_CHECK_IN: read_check_in(course, entry, place); break;
    case ENTRY_SESSION: read_session(course, entry, place); break;
    case ENTRY_STEP: read_step(course, entry, elapsed); break;
    case ENTRY_SESSION_END: read_end(course, entry); break;
    case ENTRY_HURT: read_hurt(course, entry, place); break;
    case ENTRY_LEG: read_leg(course, entry); break;
    case ENTRY_FEVER: read_fever(course, entry, place); break;
    case ENTRY_BREAK: course->days.items[elapsed].breaks++; break;
    default: break;
    }
}

static void note_after(Course *course, const CheckInLog *check_in) {
    for (int i = check_in->after - 1; i >= 0; i--) {
        SessionLog *session = &course->sessions.items[i];
        if (session->end_elapsed != check_in->elapsed) break;
        session->soreness_after = larger(session->soreness_after, check_in->soreness);
        session->pain_after = larger(session->pain_after, check_in->pain);
    }
}

static void add_up_check_ins(Course *course) {
    for (int i = 0; i < course->check_ins.count; i++) {
        const CheckInLog *check_in = &course->check_ins.items[i];
        DayLog *day = &course->days.items[check_in->elapsed];
        if (check_in->red_flag == ANSWER_YES || day->red_flag == ANSWER_NONE) day->red_flag = check_in->red_flag;
        day->soreness = larger(day->soreness, check_in->soreness);
        if (check_in->when == WHEN_EVENING) {
            day->evening_pain = check_in->pain;
            day->pain = larger(day->pain, check_in->pain);
            continue;
        }
        day->pain = larger(day->pain, check_in->pain);
        day->morning_soreness = larger(day->morning_soreness, check_in->soreness);
        day->morning_pain = larger(day->morning_pain, check_in->pain);
        note_after(course, check_in);
    }
}

static void add_up_sessions(Course *course) {
    for (int i = 0; i < course->sessions.count; i++) {
        const SessionLog *session = &course->sessions.items[i];
        if (!session->done) continue;
        for (int elapsed = session->elapsed; elapsed <= session->end_elapsed; elapsed++) {
            course->days.items[elapsed].trained = true;
            course->days.items[elapsed].strength |= session->strength;
        }
        course->days.items[session->end_elapsed].last_session = i;
    }
    for (int i = 1; i < course->days.count; i++) {
        DayLog *day = &course->days.items[i];
        if (day->last_session < 0) day->last_session = course->days.items[i - 1].last_session;
    }
}

static int lower_median(const int *numbers, int count) {
    int counts[11] = {0}; // pain and soreness go from 1 to 10
    for (int i = 0; i < count; i++) counts[numbers[i]]++;
    int number = 0;
    for (int seen = 0; count && seen < (count + 1) / 2; seen += counts[number]) number++;
    return number;
}

int course_usual(const Course *course, int elapsed) {
    int mornings[USUAL_MORNINGS], count = 0;
    for (int i = elapsed; i >= 0 && count < USUAL_MORNINGS; i--) {
        if (course->days.items[i].morning_pain) mornings[count++] = course->days.items[i].morning_pain;
    }
    return lower_median(mornings, count);
}

static void add_up_usual(Course *course) {
    int mornings[USUAL_MORNINGS], count = 0;
    for (int i = 0; i < course->days.count; i++) {
        DayLog *day = &course->days.items[i];
        day->usual = lower_median(mornings, count < USUAL_MORNINGS ? count : USUAL_MORNINGS);
        if (day->morning_pain) mornings[count++ % USUAL_MORNINGS] = day->morning_pain;
    }
}

static void mark_fever(Course *course, int from) {
    for (int i = from; i < course->days.count; i++) course->days.items[i].fever = true;
}

void course_read(Arena *arena, const Diary *diary, const Library *library, Moment now, Course *course) {
    *course = (Course){.arena = arena, .diary = diary, .library = library, .now = now, .fever_over_place = -1};
    Reader reader = {.course = course};
    int first_day = diary->entries.count ? diary->entries.items[0].moment.day : now.day;
    *list_push(arena, &reader.calendars) = (Calendar){first_day, -first_day};
    reader.day = first_day;
    course->elapsed = arena_new(arena, int, diary->entries.count + 1);
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        int days = course->days.count;
        reach_day(&reader, entry->moment.day);
        if (course->has_fever) mark_fever(course, days);
        course->elapsed[i] = reader.elapsed;
        read_entry(course, i, reader.elapsed);
        course->days.items[reader.elapsed].fever |= course->has_fever;
    }
    int days = course->days.count;
    reach_day(&reader, now.day);
    if (course->has_fever) mark_fever(course, days);
    add_up_check_ins(course);
    add_up_sessions(course);
    add_up_usual(course);
}

int course_today(const Course *course) {
    return course->days.count - 1;
}
