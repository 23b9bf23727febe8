#include "coach/coach.h"

#include "coach/expect.h"
#include "coach/fitting.h"
#include "coach/situation.h"
#include "coach/spoken.h"

enum { WEEK_DAYS = 7, VERY_SORE = 7, SORE = 5, MOST_SILENT_DAYS = 2, STILL_ON_HOURS = 12, FRESH_HOURS = 20,
       HOUR_MS = 60 * 60 * 1000 };
static const int64_t DAY_MS = 24 * (int64_t)HOUR_MS;

// Everything today is decided from.
typedef struct {
    Situation at;
    const DayLog *day;
    MorningDecision morning;
    Decision *decision;
} Today;

static void advise(Decision *decision, Advice advice) {
    if (advice > decision->advice) decision->advice = advice;
}

static Decision *decide(Today *today, TodayKind kind, const char *row, const char *why) {
    today->decision->kind = kind;
    today->decision->row = row;
    today->decision->why = why;
    return today->decision;
}

// --- The morning

// Whether the newest check-in was answered to the end, on this very day of the calendar and not a day ago in another zone.
static bool is_answered(const Today *today) {
    const Course *course = &today->at.course;
    int i = course->check_ins.count - 1;
    while (i >= 0 && course->check_ins.items[i].when == WHEN_EVENING) i--;
    if (i < 0) return false;
    const CheckInLog *check_in = &course->check_ins.items[i];
    int64_t passed_ms = course->now.at_ms - course->diary->entries.items[check_in->place].moment.at_ms;
    bool is_today = check_in->elapsed == course_today(course) && check_in->day == course->now.day &&
                    check_in->clock_sets == course->clock_sets && passed_ms <= FRESH_HOURS * (int64_t)HOUR_MS;
    return is_today && check_in->soreness && check_in->pain && check_in->red_flag != ANSWER_NONE;
}

typedef bool (*DayTest)(const DayLog *day);

static bool is_above(const DayLog *day) {
    return day->usual && day->pain >= day->usual + 2;
}

static bool is_high(const DayLog *day) {
    return day->pain == 6 || day->pain == 7;
}

// Days in a row until today for which it holds; one day on which nothing was said breaks no row.
static int days_in_a_row(const Course *course, DayTest holds) {
    int count = 0, silent = 0;
    for (int i = course_today(course); i >= 0 && silent < 2; i--) {
        const DayLog *day = &course->days.items[i];
        if (day->pain && !holds(day)) break;
        count += day->pain != 0;
        silent = day->pain ? 0 : silent + 1;
    }
    return count;
}

// Since when soreness has been at 7 or more; a day or two without a word break no row.
static int very_sore_for(const Course *course) {
    int first = course_today(course);
    for (int i = first; i >= 0 && first - i <= MOST_SILENT_DAYS; i--) {
        int soreness = course->days.items[i].soreness;
        if (soreness && soreness < VERY_SORE) break;
        if (soreness) first = i;
    }
    return course_today(course) - first;
}

static Morning morning_of(const Today *today) {
    const Course *course = &today->at.course;
    const DayLog *day = today->day;
    Morning morning = {.soreness = day->soreness, .pain = day->pain, .red_flag = day->red_flag, .usual = day->usual,
                       .days_above = days_in_a_row(course, is_above), .days_high = days_in_a_row(course, is_high),
                       .very_sore_for_days = very_sore_for(course)};
    if (course_today(course) > 0) morning.was_very_sore = day[-1].soreness >= VERY_SORE;
    if (morning.red_flag == ANSWER_NO && !is_answered(today)) morning.red_flag = ANSWER_NONE; // said on another day
    return morning;
}

// --- Levels

static int smaller(int a, int b) {
    return a < b ? a : b;
}

// What the mornings since the last session that strengthened allow: never more than that one less what they say. Gives the
// morning that allows least, NULL when none lowers anything.
static int level_by_mornings(const Today *today, const AfterDecision **why) {
    int most = LEVEL_A4;
    *why = NULL;
    for (int i = today->at.course.sessions.count - 1; i >= 0; i--) {
        const SessionLog *session = &today->at.course.sessions.items[i];
        if (!session->done || session->end_elapsed == course_today(&today->at.course)) continue;
        int lower = today->at.after[i].levels_lower, level = level_moved(session->level, -lower);
        if (lower && level < most) {
            most = level;
            *why = &today->at.after[i];
        }
        if (session->strength) break;
    }
    return most;
}

// Index of the last session that was over before today; -1 when there is none.
static int last_before(const Today *today) {
    int i = today->at.course.sessions.count - 1;
    for (; i >= 0; i--) {
        const SessionLog *session = &today->at.course.sessions.items[i];
        if (session->done && session->end_elapsed < course_today(&today->at.course)) break;
    }
    return i;
}

static const SessionLog *last_session_before(const Today *today) {
    int last = last_before(today);
    return last < 0 ? NULL : &today->at.course.sessions.items[last];
}

static const AfterDecision *last_after(const Today *today) {
    static const AfterDecision none;
    int last = last_before(today);
    return last < 0 ? &none : &today->at.after[last];
}

// Rules that make a day easier do not add up: the lowest level counts.
static Level level_today(const Today *today, bool strength) {
    const Path *path = &today->at.path;
    int level = path->level, easier = level_moved(path->level, -1);
    if (path->easy_return || today->at.weeks.decision.levels_lower) level = smaller(level, easier);
    if (!strength) return (Level)level;
    if (today->morning.action == MORNING_FULL_EASY) level = smaller(level, easier);
    const AfterDecision *why;
    return (Level)smaller(level, level_by_mornings(today, &why));
}

// --- What keeps strength away

// Begun and not ended, and so short a time ago that it is the same session still.
static bool may_go_on(const Today *today, const SessionLog *session) {
    int64_t passed_ms = today->at.course.now.at_ms - session->end_ms;
    if (session->clock_sets != today->at.course.clock_sets) return false;
    return !session->is_ended && passed_ms < STILL_ON_HOURS * (int64_t)HOUR_MS;
}

static const SessionLog *last_strength(const Today *today) {
    for (int i = today->at.course.sessions.count - 1; i >= 0; i--) {
        const SessionLog *session = &today->at.course.sessions.items[i];
        if (session->strength && session->done && !may_go_on(today, session)) return session;
    }
    return NULL;
}

// Never on two days running, and never within a day by the clock, whatever the calendar says. Where the clock was set in
// between, two days must pass after that.
static bool is_too_soon(const Today *today) {
    const SessionLog *last = last_strength(today);
    if (!last) return false;
    int64_t passed_ms = today->at.course.now.at_ms - last->end_ms;
    return today->at.course.sure_days - last->sure_days < 2 || (passed_ms >= 0 && passed_ms < DAY_MS);
}

// Pain went into the leg in the last session, and was gone within ten minutes.
static bool was_in_leg(const Today *today) {
    for (int i = today->at.course.sessions.count - 1; i >= 0; i--) {
        const SessionLog *session = &today->at.course.sessions.items[i];
        if (session->done) return session->into_leg_place >= 0 && session->end_elapsed < course_today(&today->at.course);
    }
    return false;
}

typedef struct {
    const char *row, *why;
} Reason;

typedef enum {
    NO_STRENGTH, WAS_IN_LEG, TOO_SOON, STRETCH_VERY_SORE, STRETCH_SORE, REST_GENTLY, REST_DAY, SOMETHING_NEW, STRETCH_AS_PLANNED,
    IS_DONE, HAS_FEVER, ASKS_SCREEN, HAS_NO_PLAN, NOT_BEGUN, PLAN_DONE, REASONS
} WhyToday;

static const Reason reasons[REASONS] = {
    [NO_STRENGTH] = {"4.4/4", "No strength until a doctor or physiotherapist says it is fine; gentle stretching goes on."},
    [WAS_IN_LEG] = {"4.2/7", "Something went into your leg last time, so today we only stretch."},
    [TOO_SOON] = {"2", "Muscles need a day between, so today we stretch and strength comes next."},
    [STRETCH_VERY_SORE] = {"4.1/6", "Today we stretch, with shorter holds, as your muscles are very sore."},
    [STRETCH_SORE] = {"4.1/7", "Today we stretch; that is fine with sore muscles."},
    [REST_GENTLY] = {"3.4", "A day of rest; if you stretch, then only gently."},
    [REST_DAY] = {"3.4", "A day of rest: a walk or a stretch if you like."},
    [SOMETHING_NEW] = {"4.1/1", "You feel something new, so today is for rest; tomorrow we ask again."},
    [STRETCH_AS_PLANNED] = {"3.4", "Today we stretch, as planned."},
    [IS_DONE] = {"3.4", "Done for today."},
    [HAS_FEVER] = {"4.6/6", "Rest until the fever has been over for two days."},
    [ASKS_SCREEN] = {"5", "A few questions first, so that nothing is overlooked."},
    [HAS_NO_PLAN] = {"3", "Choose a plan, and every day has its session."},
    [NOT_BEGUN] = {"3", "Your plan has not begun yet."},
    [PLAN_DONE] = {"6/5", "Your plan is done. Well done."},
};

void today_spoken(SpokenTake take, void *context) {
    for (int i = 0; i < REASONS; i++) take(context, reasons[i].why);
}

static Decision *decide_for(Today *today, TodayKind kind, WhyToday why) {
    return decide(today, kind, reasons[why].row, reasons[why].why);
}

static Reason against_strength(const Today *today) {
    if (today->at.weeks.stops_strength) return reasons[NO_STRENGTH];
    if (was_in_leg(today)) return reasons[WAS_IN_LEG];
    if (is_too_soon(today)) return reasons[TOO_SOON];
    return (Reason){NULL, NULL};
}

// --- Routines

// In an advanced plan, whoever is below its levels today does what the beginners do on such a day.
static const PlanDay *plan_day(const Today *today, int weekday, Level level) {
    const Path *path = &today->at.path;
    const Plan *base = library_plan(today->at.course.library, text_of("beginner-4"));
    bool is_below = path->plan->level >= LEVEL_A1 && level < LEVEL_A1 && base && base->weeks.count;
    return is_below ? path_plan_day(base, smaller((int)level, base->weeks.count - 1), weekday)
                    : path_plan_day(path->plan, path->week, weekday);
}

// NULL on a day of rest.
static const Routine *routine_on(const Today *today, int weekday, Level level) {
    const PlanDay *day = plan_day(today, weekday, level);
    return day ? plan_day_routine(today->at.course.arena, day, level >= LEVEL_A1) : NULL;
}

// The plan's next day of stretching, from today on; 0 when its week has none.
static int stretch_weekday(const Today *today) {
    for (int i = 0; i < WEEK_DAYS; i++) {
        int weekday = (today->at.path.weekday - 1 + i) % WEEK_DAYS + 1;
        const Routine *routine = routine_on(today, weekday, today->at.path.level);
        if (routine && !path_strengthens(routine)) return weekday;
    }
    return 0;
}

static void take_plan(Today *today) {
    Decision *decision = today->decision;
    const Path *path = &today->at.path;
    const PlanDay *day = plan_day(today, path->weekday, path->level);
    decision->plan = path->plan;
    decision->plan_day = path->week * WEEK_DAYS + path->weekday;
    decision->planned = routine_on(today, path->weekday, path->level);
    decision->planned_level = path->level;
    decision->also = day ? day->also : NULL;
    decision->planned_kind = !decision->planned ? DAY_REST : path_strengthens(decision->planned) ? DAY_STRENGTH : DAY_STRETCH;
}

static void offer(Today *today, int weekday, bool strength) {
    Decision *decision = today->decision;
    decision->strength = strength;
    decision->level = level_today(today, strength);
    decision->routine = routine_on(today, weekday, decision->level);
}

// A plan of nothing but strength has only its own routine to stretch with.
static void offer_stretch(Today *today) {
    int weekday = stretch_weekday(today);
    offer(today, weekday ? weekday : today->at.path.weekday, false);
    today->decision->fit.only_stretch = !weekday;
}

// --- The day

static bool has_fever(const Today *today) {
    const Course *course = &today->at.course;
    if (course->has_fever) return true;
    if (course->fever_over_place < 0) return false;
    int hours;
    level_after_fever(today->at.path.plan, &hours);
    int days = course_today(course) - course->elapsed[course->fever_over_place];
    int64_t passed_ms = course->now.at_ms - course->diary->entries.items[course->fever_over_place].moment.at_ms;
    bool is_long_by_clock = passed_ms >= (int64_t)hours * HOUR_MS;
    return days * 24 < hours || (!is_long_by_clock && days * 24 < hours + 24);
}

static void note_wait(Today *today, int days) {
    today->decision->ask_day = today->at.course.now.day + days;
}

// Where not this morning but something before it made the session easier, that is the reason to tell.
static void tell_why_lower(Today *today) {
    const AfterDecision *after;
    int by_mornings = level_by_mornings(today, &after);
    const Decision *decision = today->decision;
    if (decision->level == today->at.path.level || decision->action == MORNING_FULL_EASY) return;
    if (after && by_mornings == (int)decision->level) decide(today, TODAY_SESSION, after->row, after->words);
    else if (today->at.path.easy_return) decide(today, TODAY_SESSION, "4.6/4", today->at.path.decision.why);
    else decide(today, TODAY_SESSION, "4.4/3", today->at.weeks.decision.words);
}

// A day on which strength is due and the morning allows it.
static void train(Today *today) {
    Reason reason = against_strength(today);
    if (!reason.row) {
        decide(today, TODAY_SESSION, today->morning.row, today->morning.why);
        offer(today, today->at.path.weekday, true);
        tell_why_lower(today);
        return;
    }
    decide(today, TODAY_SESSION, reason.row, reason.why);
    offer_stretch(today);
    if (is_too_soon(today)) note_wait(today, 1);
}

static void stretch(Today *today, const char *row, const char *why) {
    decide(today, TODAY_SESSION, row, why);
    offer_stretch(today);
}

static void stretch_for_soreness(Today *today) {
    stretch(today, today->morning.row, today->morning.why);
    if (today->morning.action == MORNING_REST1) today->decision->also = "Walk 10 minutes.";
    if (today->decision->planned_kind != DAY_STRENGTH) {
        today->decision->why = reasons[today->morning.shorter ? STRETCH_VERY_SORE : STRETCH_SORE].why;
    }
    note_wait(today, today->day->soreness >= VERY_SORE ? 2 : 1);
}

static void stretch_gently(Today *today) {
    stretch(today, today->morning.row, today->morning.why);
    today->decision->also = "A short walk, if it eases.";
}

static void rest_today(Today *today) {
    bool is_gentle = today->morning.action == MORNING_STRETCH_GENTLE;
    decide_for(today, TODAY_REST_DAY, is_gentle ? REST_GENTLY : REST_DAY);
    offer_stretch(today);
}

// What the answers of the morning leave of the plan's day.
static void decide_by_morning(Today *today) {
    const MorningDecision *morning = &today->morning;
    bool rests = today->decision->planned_kind == DAY_REST;
    today->decision->action = morning->action;
    bool is_screened = morning->action == MORNING_EMERGENCY_CHECK; // without anything grave, or today were forbidden
    advise(today->decision, is_screened ? ADVICE_DOCTOR_SOON : morning->advice);
    switch (morning->action) {
    case MORNING_ASK:
        if (rests) rest_today(today);
        else decide(today, TODAY_ASK, morning->row, morning->why);
        return;
    case MORNING_EMERGENCY_CHECK:
        decide(today, TODAY_NO_SESSION, morning->row, reasons[SOMETHING_NEW].why);
        return;
    case MORNING_DOCTOR_TODAY:
    case MORNING_REST: decide(today, TODAY_NO_SESSION, morning->row, morning->why); return;
    default: break;
    }
    if (rests) rest_today(today);
    else if (morning->action == MORNING_STRETCH_GENTLE) stretch_gently(today);
    else if (morning->action <= MORNING_REST1) stretch_for_soreness(today);
    else if (today->decision->planned_kind == DAY_STRENGTH) train(today);
    else stretch(today, reasons[STRETCH_AS_PLANNED].row, reasons[STRETCH_AS_PLANNED].why);
}

// A session of today that was begun: the newest; NULL when there is none.
static const SessionLog *session_today(const Today *today) {
    int last = today->day->last_session;
    if (last < 0) return NULL;
    const SessionLog *session = &today->at.course.sessions.items[last];
    return session->end_elapsed == course_today(&today->at.course) ? session : NULL;
}

static void note_sessions(Today *today) {
    Decision *decision = today->decision;
    const SessionLog *session = session_today(today);
    if (decision->kind != TODAY_SESSION || !session) return;
    decision->may_go_on = may_go_on(today, session);
    if (!decision->may_go_on && (session->strength || !decision->strength)) {
        decide_for(today, TODAY_DONE, IS_DONE);
        offer_stretch(today);
    }
}

// Everything that comes before the plan's day; true when that decides.
static bool is_decided_before(Today *today) {
    const Path *path = &today->at.path;
    const Standing *standing = &today->at.standing;
    int ahead = path->began - course_today(&today->at.course);
    if (standing->row) {
        decide(today, TODAY_FORBIDDEN, standing->row, standing->why);
        advise(today->decision, standing->advice);
    } else if (has_fever(today)) {
        decide_for(today, TODAY_FEVER, HAS_FEVER);
    } else if (standing->asks_screen) {
        decide(today, TODAY_SCREEN, standing->screen_row, reasons[ASKS_SCREEN].why);
    } else if (!path->plan) {
        decide_for(today, TODAY_NO_PLAN, HAS_NO_PLAN);
    } else if (ahead > 0) {
        decide_for(today, TODAY_NOT_YET, NOT_BEGUN);
        note_wait(today, ahead);
    } else if (path->is_over) {
        decide_for(today, TODAY_PLAN_OVER, PLAN_DONE);
    } else {
        return false;
    }
    return true;
}

static bool forbids_all(TodayKind kind) {
    return kind == TODAY_FORBIDDEN || kind == TODAY_FEVER || kind == TODAY_NO_SESSION || kind == TODAY_SCREEN;
}

// For a routine chosen by hand: never more than the answers of the day allow.
static void note_permissions(Today *today) {
    Decision *decision = today->decision;
    bool is_rough = today->morning.action <= MORNING_REST1 && today->morning.action != MORNING_ASK;
    bool is_out = is_rough && today->morning.action <= MORNING_REST;
    decision->may_exercise = !forbids_all(decision->kind) && !is_out;
    decision->may_strengthen = decision->may_exercise && !is_rough && !against_strength(today).row;
}

// What is new since yesterday.
static void note_news(Today *today) {
    Decision *decision = today->decision;
    const Situation *at = &today->at;
    const Course *course = &at->course;
    const SessionLog *last = last_session_before(today);
    if (last && last->end_elapsed == course_today(course) - 1 && today->day->morning_soreness) {
        const AfterDecision *after = last_after(today);
        decision->after = (CoachNews){after->row, after->words};
    }
    bool is_new_week = at->weeks.weeks && (course_today(course) - at->path.first_began) % WEEK_DAYS == 0;
    if (is_new_week) decision->week = (CoachNews){at->weeks.decision.row, at->weeks.decision.words};
    if (at->path.plan && at->path.decided == course_today(course)) {
        decision->step = (CoachNews){at->path.decision.row, at->path.decision.why};
    }
}

Decision coach_today(Arena *arena, const Diary *diary, const Library *library, Moment now) {
    Decision decision = {.row = "", .action = MORNING_ASK};
    Today today = {.decision = &decision};
    situation_read(arena, diary, library, now, &today.at);
    today.day = &today.at.course.days.items[course_today(&today.at.course)];
    Morning morning = morning_of(&today);
    today.morning = morning_decide(&morning);
    decision.expect = expect_words(&today.at.course, &today.at.weeks);
    if (!is_decided_before(&today)) {
        take_plan(&today);
        decide_by_morning(&today);
        note_sessions(&today);
    }
    if (morning.red_flag == ANSWER_YES) decision.action = today.morning.action;
    advise(&decision, today.at.weeks.decision.advice);
    advise(&decision, last_after(&today)->advice);
    note_permissions(&today);
    note_news(&today);
    decision.advice_text = coach_advice_text(decision.advice);
    if (decision.routine) fitting_make(&today.at.course, today.at.after, &today.morning, &decision);
    return decision;
}
