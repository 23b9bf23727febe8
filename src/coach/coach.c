#include "coach/coach.h"

#include "coach/situation.h"
#include "coach/spoken.h"

enum { LOOK_AHEAD_DAYS = 7 };

const char coach_framing[] =
    "These exercises help many people with ordinary back pain. They do not diagnose anything. They must never be painful.";

const char *coach_advice_text(Advice advice) {
    static const char *const texts[ADVICE_COUNT] = {
        [ADVICE_DOCTOR_SOON] = "Please call your doctor within the next one or two days if it stays like this.",
        [ADVICE_PROFESSIONAL] = "It is time to ask a professional: a physiotherapist or your doctor.",
    };
    if (advice == ADVICE_EMERGENCY) return screen_tier_text(1);
    return advice == ADVICE_DOCTOR_TODAY ? screen_tier_text(2) : texts[advice];
}

void advice_spoken(SpokenTake take, void *context) {
    for (int advice = ADVICE_NONE + 1; advice < ADVICE_COUNT; advice++) take(context, coach_advice_text((Advice)advice));
}

DuringDecision coach_felt(Arena *arena, const Diary *diary, const Library *library, Moment now, const Entry *hurt) {
    Course course;
    course_read(arena, diary, library, now, &course);
    const SessionLog *session = course_session(&course, hurt->group);
    Feeling feeling = {hurt->felt, hurt->number, 0, false, 0};
    int count = diary->entries.count;
    bool is_written = count && hurt == &diary->entries.items[count - 1];
    if (session) feeling = course_feeling(&course, session, hurt, count - is_written);
    return during_decide(&feeling);
}

NextLevel coach_next_level(Arena *arena, const Diary *diary, const Library *library, Moment now) {
    Situation at;
    situation_read(arena, diary, library, now, &at);
    NextLevel next = {.level = at.path.level, .next = at.path.level};
    if (!at.path.plan || at.path.is_over) return next;
    WeekRecord week = path_week_so_far(&at.course, at.after, &at.path);
    LevelDecision decision = level_after_week(at.path.plan, &week);
    next.row = decision.row;
    next.words = decision.why;
    next.next = level_moved(at.path.level, decision.levels);
    next.done = week.done;
    next.planned = week.planned;
    return next;
}

// The first day from tomorrow on for which the plan has a session, should each day go as planned.
static void look_ahead(const Situation *at, Finish *finish) {
    const Path *path = &at->path;
    Path ahead;
    path_next_day(&at->course, path, &ahead);
    for (int days = 1; days <= LOOK_AHEAD_DAYS; days++) {
        const PlanDay *day = path_plan_day(ahead.plan, ahead.week, ahead.weekday);
        const Routine *routine = !day ? NULL : ahead.advanced ? day->advanced : day->routine;
        if (routine) {
            finish->next_day = at->course.now.day + days;
            finish->next_kind = path_strengthens(routine) ? DAY_STRENGTH : DAY_STRETCH;
            finish->next_name = routine->name;
            return;
        }
        path_step(&ahead);
    }
}

Finish coach_after_session(Arena *arena, const Diary *diary, const Library *library, Moment now) {
    static const char *const praises[] = {"Well done.", "That was good for your back.", "One more done. Well done."};
    Situation at;
    situation_read(arena, diary, library, now, &at);
    Finish finish = {.praise = praises[0]};
    for (int i = 0; i < at.course.sessions.count; i++) finish.sessions += at.course.sessions.items[i].done > 0;
    finish.praise = praises[finish.sessions % 3];
    if (at.path.plan && !at.path.is_over) look_ahead(&at, &finish);
    return finish;
}
