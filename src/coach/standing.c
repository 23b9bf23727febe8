#include "coach/standing.h"

#include "coach/spoken.h"

typedef enum { WHY_TIER_1, WHY_TIER_2, WHY_TEN, WHY_CHEST, WHYS } Why;

static const struct {
    const char *row;
    Advice advice;
    const char *words;
} whys[WHYS] = {
    [WHY_TIER_1] = {"5/tier-1", ADVICE_EMERGENCY, "One of your answers needs to be seen as an emergency, so there is no session until a "
                                                  "doctor says it is safe."},
    [WHY_TIER_2] = {"5/tier-2", ADVICE_DOCTOR_TODAY,
                    "One of your answers needs a doctor's look first, so there is no session until a doctor says it is safe."},
    [WHY_TEN] = {"4.1/2", ADVICE_DOCTOR_TODAY, "After a 10 there is no session until a doctor says it is safe."},
    [WHY_CHEST] = {"4.2/10", ADVICE_EMERGENCY, "After chest pain there is no session until a doctor says it is safe."},
};

void standing_spoken(SpokenTake take, void *context) {
    for (int why = 0; why < WHYS; why++) take(context, whys[why].words);
}

typedef struct {
    Standing standing;
    const Course *course;
    Answer answers[SCREEN_QUESTIONS + 1]; // of the screen being read
    int64_t group;
    int ask_place;  // in the diary, of what makes a new screen necessary; -1 nothing
    int plan_place; // of the choice of a plan, for which one of the same or the day before will do; -1 none
} Reader;

static void forbid(Reader *reader, Why why) {
    if (reader->standing.row && reader->standing.advice >= whys[why].advice) return; // the gravest reason is the one to tell
    reader->standing.row = whys[why].row;
    reader->standing.advice = whys[why].advice;
    reader->standing.why = whys[why].words;
}

static void forbid_by_question(Reader *reader, int number) {
    int tier = screen_questions[number - 1].tier;
    if (tier == 1) forbid(reader, WHY_TIER_1);
    if (tier == 2) forbid(reader, WHY_TIER_2);
}

// The screen that was being read is over: what was answered yes in tiers 1 and 2 stays until cleared.
static void close_screen(Reader *reader) {
    for (int number = 1; number <= SCREEN_QUESTIONS; number++) {
        if (reader->answers[number] == ANSWER_YES) forbid_by_question(reader, number);
    }
}

static void forget_answers(Reader *reader) {
    for (int number = 0; number <= SCREEN_QUESTIONS; number++) reader->answers[number] = ANSWER_NONE;
}

static void clear(Reader *reader, int place) {
    forget_answers(reader);
    reader->standing = (Standing){.cleared_place = place};
    reader->ask_place = reader->plan_place = -1;
}

// Of a check-in only the newest answers count: a slip that was put right at once forbids nothing.
static void read_check_ins(Reader *reader) {
    for (int i = 0; i < reader->course->check_ins.count; i++) {
        const CheckInLog *check_in = &reader->course->check_ins.items[i];
        if (check_in->place < reader->standing.cleared_place) continue;
        if (check_in->soreness == 10 || check_in->pain == 10) forbid(reader, WHY_TEN);
        if (check_in->red_flag == ANSWER_YES && check_in->place > reader->ask_place) reader->ask_place = check_in->place;
    }
}

// Pain that moved into the leg and is not said to be gone.
static void read_legs(Reader *reader) {
    for (int i = 0; i < reader->course->sessions.count; i++) {
        const SessionLog *session = &reader->course->sessions.items[i];
        if (session->into_leg_place < 0 || session->leg_is_gone == ANSWER_YES) continue;
        if (session->into_leg_place < reader->standing.cleared_place) continue;
        if (session->into_leg_place > reader->ask_place) reader->ask_place = session->into_leg_place;
    }
}

static void read_entry(Reader *reader, const Entry *entry, int place) {
    switch ((int)entry->kind) {
    case ENTRY_SCREEN:
        close_screen(reader);
        forget_answers(reader);
        reader->group = entry->group;
        break;
    case ENTRY_SAFETY:
        if (entry->group == reader->group) reader->answers[entry->number] = entry->answer;
        else if (entry->answer == ANSWER_YES) forbid_by_question(reader, entry->number); // of a screen on another machine
        break;
    case ENTRY_HURT:
        if (entry->felt == FELT_CHEST) forbid(reader, WHY_CHEST);
        break;
    case ENTRY_PLAN_START: reader->plan_place = place; break;
    case ENTRY_OVERWHELMED: reader->standing.stops_strength = true; break;
    case ENTRY_CLEARED: clear(reader, place); break;
    default: break;
    }
}

// A whole screen since; for a plan that was chosen, also one on that day or the day before. Without a plan, and without
// anything that calls for it, it is not asked.
static const char *why_ask(const Reader *reader) {
    ScreenResult screen = screen_result(reader->course->diary);
    const int *elapsed = reader->course->elapsed;
    const Standing *standing = &reader->standing;
    if (reader->ask_place > screen.first_place || (reader->ask_place >= 0 && !screen.is_whole)) return "4.1/1";
    if (reader->plan_place < 0 || standing->cleared_place > screen.place) return NULL;
    if (!screen.is_whole) return "5";
    bool is_new = reader->plan_place <= screen.first_place || elapsed[screen.place] + 1 >= elapsed[reader->plan_place];
    return is_new ? NULL : "5";
}

Standing standing_read(const Course *course) {
    Reader reader = {.standing = {.cleared_place = -1}, .course = course, .ask_place = -1, .plan_place = -1};
    for (int i = 0; i < course->diary->entries.count; i++) read_entry(&reader, &course->diary->entries.items[i], i);
    close_screen(&reader);
    read_check_ins(&reader);
    read_legs(&reader);
    reader.standing.screen_row = why_ask(&reader);
    reader.standing.asks_screen = reader.standing.screen_row != NULL;
    return reader.standing;
}
