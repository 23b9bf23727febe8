#include "coach/fitting.h"

#include "coach/choice.h"
#include "coach/tailor.h"

#include <string.h>

enum { SHORTER_MS = 10000, MOST_EASIER = 2, LONG_AGO_DAYS = 60, GREEN = 4, GREEN_SESSIONS = 2 };

typedef LIST(const char *) Names;
typedef LIST(EasierMove) EasierMoves;

typedef struct {
    const Course *course;
    Names hurt, left_out;
    EasierMoves easier;
    Names seen; // moves whose last time is known
} Fitting;

static bool has_name(const Names *names, const char *name) {
    for (int i = 0; i < names->count; i++) {
        if (!strcmp(names->items[i], name)) return true;
    }
    return false;
}

// --- What hurt

static bool is_about_move(const Entry *entry) {
    return (entry->kind == ENTRY_STEP || entry->kind == ENTRY_HURT) && entry->id;
}

// Whether the move was stopped in a session.
static bool was_stopped(const Fitting *fitting, int64_t group, const char *move) {
    const Diary *diary = fitting->course->diary;
    const SessionLog *session = course_session(fitting->course, group);
    for (int i = session ? session->place + 1 : diary->entries.count; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_SESSION || (entry->kind == ENTRY_SESSION_END && entry->group == group)) break;
        if (entry->kind != ENTRY_HURT || entry->group != group || !entry->id) continue;
        if (strcmp(course_planned_move(entry), move)) continue;
        Feeling feeling = course_feeling(fitting->course, session, entry, i);
        if (during_stops(during_decide(&feeling).what)) return true;
    }
    return false;
}

// Sessions in a row, from the last one with the move backwards, in which it was stopped.
static int times_stopped(const Fitting *fitting, const char *move, int from) {
    int64_t group = 0;
    int times = 0;
    for (int i = from; i >= 0; i--) {
        const Entry *entry = &fitting->course->diary->entries.items[i];
        if (!is_about_move(entry) || entry->group == group || strcmp(course_planned_move(entry), move)) continue;
        if (!was_stopped(fitting, entry->group, move)) break;
        group = entry->group;
        times++;
    }
    return times;
}

// What was stopped the last time is easier now; after three times in a row another move does the same.
static void note_stopped(Fitting *fitting) {
    const Course *course = fitting->course;
    for (int i = course->diary->entries.count - 1; i >= 0; i--) {
        const Entry *entry = &course->diary->entries.items[i];
        if (course->elapsed[i] < course_today(course) - LONG_AGO_DAYS) break;
        if (!is_about_move(entry) || has_name(&fitting->seen, course_planned_move(entry))) continue;
        const char *move = course_planned_move(entry);
        *list_push(course->arena, &fitting->seen) = move;
        int times = times_stopped(fitting, move, i);
        if (times > MOST_EASIER) *list_push(course->arena, &fitting->hurt) = move;
        else if (times) *list_push(course->arena, &fitting->easier) = (EasierMove){move, times};
    }
}

// Of the next full session, what was done last before pain rose.
static void note_left_out(Fitting *fitting, const AfterDecision *after) {
    const Course *course = fitting->course;
    for (int i = course->sessions.count - 1; i >= 0; i--) {
        const SessionLog *session = &course->sessions.items[i];
        if (!session->done || session->end_elapsed == course_today(course)) continue;
        bool is_new = session->last_move && !has_name(&fitting->left_out, session->last_move);
        if (after[i].leaves_out_last && is_new) *list_push(course->arena, &fitting->left_out) = session->last_move;
        if (session->strength) break;
    }
}

// --- Sides

static FitSide fit_side(Body body) {
    return body == BODY_RIGHT ? FIT_RIGHT : body == BODY_LEFT ? FIT_LEFT : FIT_NO_SIDE;
}

// The weaker side by the bridge, or where that does not tell, by standing on one leg.
static FitSide weaker_side(const Diary *diary) {
    FitSide side = fit_side(check_result(diary, CHECK_C1, 0).worse);
    return side != FIT_NO_SIDE ? side : fit_side(check_result(diary, CHECK_C1B, 0).worse);
}

static void note_sides(const Course *course, Fit *fit) {
    static const CheckId areas[FIT_AREA_COUNT] = {[FIT_SEAT] = CHECK_C3, [FIT_HIP_FRONT] = CHECK_C2, [FIT_THIGH_BACK] = CHECK_C6};
    int done = 0;
    for (int i = 0; i < course->sessions.count; i++) done += course->sessions.items[i].is_whole;
    fit->first = done % 2 ? LEFT : RIGHT;
    fit->weaker = weaker_side(course->diary);
    for (int area = 0; area < FIT_AREA_COUNT; area++) {
        CheckResult result = check_result(course->diary, areas[area], 0);
        if (result.answer == ANSWER_YES) fit->tighter[area] = fit_side(result.worse);
    }
}

static SkipTags skip_tags_of(const Course *course) {
    TagList tags = {0};
    SkipTags bits = 0;
    screen_tags(course->arena, course->diary, &tags);
    for (int i = 0; i < tags.count; i++) bits |= fit_tag(text_of(tags.items[i]));
    return bits;
}

// Rule 3.2: weights only when the last two sessions at this level were followed by green mornings.
static bool may_take_load(const Course *course, Level level) {
    int green = 0;
    for (int i = course->sessions.count - 1; i >= 0 && green < GREEN_SESSIONS; i--) {
        const SessionLog *session = &course->sessions.items[i];
        bool is_over = session->done && session->end_elapsed < course_today(course);
        if (!is_over || !session->strength || session->level != level) continue;
        int soreness = course->days.items[session->end_elapsed + 1].morning_soreness;
        if (!soreness || soreness > GREEN || session->soreness_after > GREEN) return false;
        green++;
    }
    return green == GREEN_SESSIONS;
}

void fitting_make(const Course *course, const AfterDecision *after, const MorningDecision *morning, Decision *decision) {
    Fitting fitting = {.course = course};
    Fit *fit = &decision->fit;
    note_stopped(&fitting);
    if (decision->strength) note_left_out(&fitting, after);
    if (morning->gentlest) *list_push(course->arena, &fitting.left_out) = "supine-twist";
    note_sides(course, fit);
    fit->skip = skip_tags_of(course);
    fit->only_gentle = morning->action == MORNING_STRETCH_GENTLE;
    fit->hold_shorter_ms = morning->shorter && !decision->strength ? SHORTER_MS : 0;
    fit->easier = fitting.easier.items;
    fit->easier_count = fitting.easier.count;
    fit->hurt = fitting.hurt.items;
    fit->hurt_count = fitting.hurt.count;
    fit->left_out = fitting.left_out.items;
    fit->left_out_count = fitting.left_out.count;
    if (fit->only_gentle) return;
    ChoiceFacts facts = choice_facts(course->diary, false);
    Choice choice = choice_decide(&facts);
    decision->routine = tailor_routine(course->arena, course->library, decision->routine, &choice, decision->strength);
    if (!decision->strength || may_take_load(course, decision->level)) return;
    decision->routine = tailor_without_load(course->arena, course->library, decision->routine, decision->level);
}
