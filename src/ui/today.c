#include "ui/today.h"

#include "ui/check_in.h"
#include "ui/hurt.h"
#include "ui/more.h"
#include "ui/plans.h"
#include "ui/safety.h"
#include "ui/state.h"
#include "ui/welcome.h"

static const char *const choice_words[HOME_CHOICES] = {
    [HOME_START] = "Start",
    [HOME_STRETCH] = "Stretch only",
    [HOME_ANSWER] = "Start",
    [HOME_GO_ON] = "Go on",
    [HOME_SAFETY] = "Safety questions",
    [HOME_CLEARED] = "A doctor says it is safe",
    [HOME_WELL_AGAIN] = "The fever is over",
    [HOME_BEGINNER] = "Beginner",
    [HOME_ADVANCED] = "Advanced",
    [HOME_CHOOSE] = "Just one session",
    [HOME_PLANS] = "Plans",
    [HOME_PROGRESS] = "Progress",
    [HOME_MORE] = "More",
};

// What each kind of day offers; the first is the one to press. `title` where the day has no session of its own.
static const struct {
    const char *title;
    HomeChoice choices[HOME_BUTTONS_MAX + 1]; // ended by HOME_NOTHING
} offers[TODAY_COUNT] = {
    [TODAY_SESSION] = {NULL, {HOME_START, HOME_STRETCH, HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
    [TODAY_REST_DAY] = {"A day of rest", {HOME_STRETCH, HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
    [TODAY_DONE] = {"Done for today", {HOME_STRETCH, HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
    [TODAY_ASK] = {NULL, {HOME_ANSWER, HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
    [TODAY_SCREEN] = {"A few questions first", {HOME_SAFETY, HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
    [TODAY_NO_SESSION] = {"No session today", {HOME_PROGRESS, HOME_PLANS, HOME_MORE}},
    [TODAY_FORBIDDEN] = {"A doctor first", {HOME_CLEARED, HOME_SAFETY, HOME_MORE}},
    [TODAY_FEVER] = {"Get well first", {HOME_WELL_AGAIN, HOME_MORE}},
    [TODAY_NO_PLAN] = {"Which plan suits you?", {HOME_BEGINNER, HOME_ADVANCED, HOME_CHOOSE, HOME_PLANS, HOME_MORE}},
    [TODAY_NOT_YET] = {"Your plan begins soon", {HOME_PLANS, HOME_CHOOSE, HOME_MORE}},
    [TODAY_PLAN_OVER] = {"You finished the plan", {HOME_PLANS, HOME_PROGRESS, HOME_MORE}},
};

typedef struct {
    HomeChoice choices[HOME_BUTTONS_MAX + 1]; // ended by HOME_NOTHING
    int count, nav_from; // what only leads elsewhere stands apart; the first never does
} Offer;

// Who stretches anyway need not choose it.
static Offer offer_of(const Ui *ui) {
    const Decision *today = &ui->coached.today;
    Offer offer = {0};
    if (ui->left_at) offer.choices[offer.count++] = HOME_GO_ON;
    for (const HomeChoice *choice = offers[today->kind].choices; *choice != HOME_NOTHING; choice++) {
        bool says_nothing = *choice == HOME_STRETCH && today->kind == TODAY_SESSION && !today->strength;
        if (!says_nothing) offer.choices[offer.count++] = *choice;
    }
    offer.nav_from = offer.count;
    while (offer.nav_from > 1 && offer.choices[offer.nav_from - 1] >= HOME_CHOOSE) offer.nav_from--;
    return offer;
}

// ---- what today is ----

static const Routine *routine_of(const Decision *today) {
    return today->routine ? today->routine : today->planned;
}

// What the coach decided, within the minutes there are.
static Fit fit_today(const Ui *ui) {
    Fit fit = ui->coached.today.fit;
    if (ui->coached.minutes_day == ui->now.day) fit.minutes = ui->coached.minutes;
    return fit;
}

// How long it takes and what one needs for it. Without a session that can be made there is nothing to tell.
static void work_out_session(Ui *ui) {
    const Routine *routine = routine_of(&ui->coached.today);
    ui->coached.today_session = NULL;
    if (!routine) return;
    SessionOptions how = ui->options.how;
    how.library = ui->options.library;
    how.level = ui->coached.today.routine ? ui->coached.today.level : ui->coached.today.planned_level;
    how.fit = fit_today(ui);
    Session *session = arena_new(&ui->coached.today_arena, Session, 1);
    Error error;
    if (session_compile(&ui->coached.today_arena, routine, &how, session, &error)) ui->coached.today_session = session;
}

// Of what is done today, first of all what strengthens, and rather a whole figure than a close one; else what anybody can do.
static const Move *move_to_show(const Ui *ui) {
    const Session *session = ui->coached.today_session;
    const Move *found = NULL;
    int best = 0;
    for (int i = 0; session && i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind != SEGMENT_WORK) continue;
        int worth = 1 + 2 * (segment->move->clip.close == 0) + (segment->group == GROUP_STRENGTHEN);
        if (worth > best) best = worth, found = segment->move;
    }
    return found ? found : library_move(ui->options.library, text_of("cat-cow"));
}

// Days that came again stand in the plan once.
static void work_out_calendar(Ui *ui) {
    int count = ui->coached.progress.plan.count;
    CalendarDay *days = arena_new(&ui->coached.today_arena, CalendarDay, count + 1);
    for (int i = 0; i < count; i++) {
        const PlanMark *mark = &ui->coached.progress.plan.items[i];
        days[i] = (CalendarDay){mark->kind, mark->state, mark->plan_day};
    }
    ui->coached.today_calendar = (Calendar){days, count};
}

void today_refresh(Ui *ui) {
    const Diary *diary = ui->options.diary;
    bool is_fresh = ui->coached.today_day == ui->now.day && ui->coached.today_entries == diary->entries.count + 1;
    if (is_fresh) return;
    arena_reset(&ui->coached.today_arena);
    ui->coached.today = coach_today(&ui->coached.today_arena, diary, ui->options.library, ui->now);
    ui->coached.today_day = ui->now.day;
    ui->coached.today_entries = diary->entries.count + 1; // so that 0 is never fresh
    coach_progress(&ui->coached.today_arena, diary, ui->options.library, ui->now, &ui->coached.progress);
    ui->coached.next_level = coach_next_level(&ui->coached.today_arena, diary, ui->options.library, ui->now);
    ui->coached.finish = coach_after_session(&ui->coached.today_arena, diary, ui->options.library, ui->now);
    work_out_calendar(ui);
    work_out_session(ui);
    const Move *move = move_to_show(ui);
    ui->coached.today_demo = move ? session_demo(&ui->coached.today_arena, move, RIGHT) : NULL;
    if (ui->coached.home_focus >= offer_of(ui).count) ui->coached.home_focus = 0;
}

// ---- its words ----

static const char *plan_line(Arena *arena, const Decision *today) {
    const Plan *plan = today->plan;
    if (!plan || today->plan_day < 1) return plan ? plan->name : NULL;
    int week = (today->plan_day + 6) / 7, day = (today->plan_day - 1) % 7 + 1;
    return text_format(arena, "%s  ·  week %d of %d, day %d", plan->name, week, plan->weeks.count, day);
}

// Whose page it is, where there are several people.
static const char *over_line(Arena *arena, const Ui *ui) {
    const char *plan = plan_line(arena, &ui->coached.today);
    if (ui->options.people.count < 2 || !ui->options.person) return plan;
    const char *name = who_shown(arena, ui->options.person);
    return plan ? text_format(arena, "%s  ·  %s", name, plan) : name;
}

static const char *prop_words(Prop prop) {
    static const char *const words[PROP_COUNT] = {
        [PROP_MAT] = "a mat", [PROP_WALL] = "a wall", [PROP_CHAIR] = "a chair", [PROP_ROLLER] = "a roller", [PROP_BALL] = "a ball",
        [PROP_STRAP] = "a strap", [PROP_BAND] = "a band", [PROP_PILLOW] = "a cushion", [PROP_TOWEL] = "a towel",
        [PROP_DOORWAY] = "a doorway", [PROP_WEIGHTS] = "weights",
    };
    return words[prop];
}

static void note_props(const Session *session, bool needed[PROP_COUNT]) {
    for (int i = 0; i < session->segments.count; i++) {
        const Move *move = session->segments.items[i].move;
        if (!move) continue;
        needed[PROP_MAT] = needed[PROP_MAT] || (move->position != STANDING && move->position != SEATED_CHAIR);
        for (int prop = 0; prop < PROP_COUNT; prop++) needed[prop] = needed[prop] || move->clip.props[prop];
    }
}

static char *facts_line(Arena *arena, const Session *session) {
    bool needed[PROP_COUNT] = {false};
    TextBuilder line = {0};
    int minutes = (int)((session->length_ms + 30000) / 60000);
    builder_add(&line, "%d minutes  ·  %d exercises", minutes, session->step_count);
    note_props(session, needed);
    const char *between = "  ·  ";
    for (int prop = 0; prop < PROP_COUNT; prop++) {
        if (needed[prop]) builder_add(&line, "%s%s", between, prop_words((Prop)prop)), between = ", ";
    }
    char *copy = text_copy(arena, builder_text(&line));
    builder_free(&line);
    return copy;
}

static const Entry *newest_soreness(const Diary *diary) {
    for (int i = diary->entries.count - 1; i >= 0; i--) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_CHECK_IN && entry->soreness) return entry;
    }
    return NULL;
}

static const char *feeling_line(Arena *arena, const Diary *diary) {
    const Entry *entry = newest_soreness(diary);
    if (!entry) return NULL;
    const char *comment = entry->soreness >= 3 && entry->soreness <= 4 ? "  Right on target." : "";
    return text_format(arena, "Soreness last time: %d of 10.%s", entry->soreness, comment);
}

// What is new: advice first, then a step of the level, the week, the last session; on other days what else the plan has.
static const char *news_of(const Decision *today) {
    const char *news[] = {today->advice_text, today->step.words, today->week.words, today->after.words, today->also};
    for (size_t i = 0; i < sizeof news / sizeof *news; i++)
        if (news[i]) return news[i];
    return NULL;
}

static const char *why_line(Arena *arena, const Decision *today) {
    const char *more = news_of(today);
    return more ? text_format(arena, "%s %s", today->why, more) : today->why;
}

static bool is_new_here(const Ui *ui) {
    return ui->options.diary->entries.count == 0;
}

static HomeState home_state(const Ui *ui, const UiInput *input, Arena *arena) {
    const Decision *today = &ui->coached.today;
    const Routine *routine = routine_of(today);
    const char *title = offers[today->kind].title;
    Offer offer = offer_of(ui);
    HomeState home = {.over = over_line(arena, ui), .title = title || !routine ? title : routine->name,
                      .facts = ui->coached.today_session && !title ? facts_line(arena, ui->coached.today_session) : NULL,
                      .why = why_line(arena, today), .button_count = offer.count, .focus = ui->coached.home_focus,
                      .nav_from = offer.nav_from,
                      .feeling = feeling_line(arena, ui->options.diary), .demo = ui->coached.today_demo, .demo_ms = ui->shown_ms,
                      .sheets = input->sheets, .toast = ui_toast_words(ui), .theme = ui->theme};
    if (ui->left_at) home.why = text_format(arena, "You left at %s.", ui->left_at);
    for (int i = 0; i < home.button_count; i++) home.buttons[i] = choice_words[offer.choices[i]];
    if (is_new_here(ui)) home.title = "Welcome to Limber", home.framing = coach_framing;
    home.calendar = ui->coached.today_calendar;
    return home;
}

void today_draw(const Ui *ui, const UiInput *input, Canvas *canvas) {
    HomeState home = home_state(ui, input, canvas->list->arena);
    home_draw(canvas, &home);
}

// ---- what its buttons do ----

static void play_today(Ui *ui, bool only_stretch, UiOutput *out) {
    const Decision *today = &ui->coached.today;
    if (!today->routine) return;
    out->play = (PlayWish){.routine = today->routine, .is_coached = true, .level = today->level, .fit = fit_today(ui),
                           .plan_day = today->plan_day, .strength = today->strength && !only_stretch};
    out->play.fit.only_stretch = out->play.fit.only_stretch || only_stretch;
}

enum { SAID_START, SAID_LATER };

// What follows from the answers, and why, before it begins.
static Question say_today(const Ui *ui, int step) {
    (void)step;
    static const char *const start[] = {"Start", "Not now"}, *const good[] = {"Good"};
    const Decision *today = &ui->coached.today;
    bool plays = today->routine != NULL && today->kind == TODAY_SESSION;
    const char *title = offers[today->kind].title;
    return (Question){.over = "Today", .words = title || !today->routine ? title : today->routine->name, .more = today->why,
                      .also = today->advice_text, .spoken = {today->why, today->advice_text}, .answers = plays ? start : good,
                      .answer_count = plays ? 2 : 1, .marked = 1, .demo = ui->coached.today_demo};
}

static int take_said(Ui *ui, int step, int answer) {
    (void)step;
    ui->coached.said_answer = answer;
    return ASKED_ALL;
}

static void after_said(Ui *ui, UiOutput *out) {
    if (ui->coached.said_answer == SAID_START && ui->coached.today.kind == TODAY_SESSION) play_today(ui, false, out);
}

static void tell_today(Ui *ui, UiOutput *out) {
    static const Asking asking = {say_today, take_said, after_said};
    today_refresh(ui);
    if (ui->coached.today.kind == TODAY_SCREEN) safety_open(ui, tell_today, out);
    else asking_open(ui, &asking, out);
}

void today_start(Ui *ui, UiOutput *out) {
    today_refresh(ui);
    if (hurt_asks_for_leg(ui)) {
        hurt_ask_for_leg(ui, today_start, out);
        return;
    }
    switch (ui->coached.today.kind) {
    case TODAY_SESSION: play_today(ui, false, out); break;
    case TODAY_ASK: check_in_open(ui, tell_today, out); break;
    case TODAY_SCREEN: safety_open(ui, NULL, out); break;
    default: break;
    }
}

static void go_on_with_it(Ui *ui, UiOutput *out) {
    ui->left_at = NULL;
    out->go_on = GO_ON_YES;
}

static void choose(Ui *ui, HomeChoice choice, UiOutput *out) {
    switch (choice) {
    case HOME_GO_ON: go_on_with_it(ui, out); break;
    case HOME_START:
    case HOME_ANSWER: today_start(ui, out); break;
    case HOME_STRETCH: play_today(ui, true, out); break;
    case HOME_SAFETY: safety_open(ui, NULL, out); break;
    case HOME_CLEARED: ui_write(ui, (Entry){.kind = ENTRY_CLEARED}); break;
    case HOME_WELL_AGAIN: ui_write(ui, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_NO}); break;
    case HOME_BEGINNER: welcome_begin(ui, false, out); break;
    case HOME_ADVANCED: welcome_begin(ui, true, out); break;
    case HOME_CHOOSE: screen_open(ui, SCREEN_CHOOSE, out); break;
    case HOME_PLANS: plans_open(ui, out); break;
    case HOME_PROGRESS: screen_open(ui, SCREEN_PROGRESS, out); break;
    case HOME_MORE: more_open(ui, out); break;
    case HOME_NOTHING:
    case HOME_CHOICES: break;
    }
}

void today_act(Ui *ui, Action action, Key key, UiOutput *out) {
    (void)key;
    Offer offer = offer_of(ui);
    bool is_on = action == ACTION_RIGHT || action == ACTION_DOWN, is_back = action == ACTION_LEFT || action == ACTION_UP;
    if (is_on && ui->coached.home_focus < offer.count - 1) ui->coached.home_focus++;
    if (is_back && ui->coached.home_focus > 0) ui->coached.home_focus--;
    if (action == ACTION_ENTER) choose(ui, offer.choices[ui->coached.home_focus], out);
}

void today_click(Ui *ui, int item, int part, UiOutput *out) {
    (void)part;
    ui->coached.home_focus = item;
    choose(ui, offer_of(ui).choices[item], out);
}
