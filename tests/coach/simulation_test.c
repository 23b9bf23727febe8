// A thousand people over eight weeks: sore, in pain, missing days, with clocks that are set back and put right. What must
// never happen is stated here a second time, from what each person truly did, without the coach's own reading of it.
#include "coach/person.h"
#include "coach/proposal.h"

#include "session/session.h"

#include <stdlib.h>

enum { PEOPLE = 1000, DAYS = 56, MORNINGS = 7, GREEN = 4, MEASURED_EVERY = 97 };

// What truly happened on a day.
typedef struct {
    bool strength, whole, hurt; // a session that strengthens; to its end; something in it was worse than "go on"
    bool said;
    int soreness, pain, usual;  // of the morning
} TrueDay;

typedef struct {
    uint64_t seed;
    Arena arena;     // of one day
    Person person;
    int day, clock_behind, behind_for, lost;
    double keenness, ache;
    TrueDay days[DAYS + 1];
    int mornings[MORNINGS], morning_count;
    int64_t strength_ms; // true time of the end of the last session that strengthened
    bool is_strong, waits_for_doctor, red_flag_today, has_odd_clock;
    int level, level_day;  // as the plan had it on the day before; -1 none
    const Plan *plan;
    int since;             // first day of what the level rests on
} Life;

static struct {
    int sessions, strength, ups, downs, doctors, asked, plans_over, measured;
} seen;

static Library library;
static Arena library_arena;

// SplitMix64 (Steele, Lea, Flood 2014).
static double chance(Life *life) {
    uint64_t z = (life->seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static bool happens(Life *life, double how_often) {
    return chance(life) < how_often;
}

static int from_1_to_10(double value) {
    return value < 1 ? 1 : value > 10 ? 10 : (int)value;
}

static int64_t true_ms(const Life *life) {
    return (PERSON_FIRST_DAY + life->day) * INT64_C(86400000) + 7 * 3600000;
}

// --- What is done

static void set_clock(Life *life) {
    if (life->behind_for > 0 && --life->behind_for == 0) life->clock_behind -= life->lost;
    if (life->has_odd_clock && happens(life, 0.02)) life->clock_behind += 2 + (int)(chance(life) * 20); // and stays so
    if (life->has_odd_clock && !life->behind_for && happens(life, 0.02)) { // an empty battery, noticed after some days
        life->lost = 365 + (int)(chance(life) * 15000);
        life->clock_behind += life->lost;
        life->behind_for = 1 + (int)(chance(life) * 4);
    }
    life->person.now.zone_min = life->has_odd_clock && happens(life, 0.05) ? (int)(chance(life) * 25 - 12) * 60 : 0;
    life->person.now.at_ms = true_ms(life) - life->clock_behind * INT64_C(86400000) + (int)(chance(life) * 3600000);
    life->person.now.day = date_day_at(life->person.now.at_ms, life->person.now.zone_min);
}

static void tell(Life *life, Entry entry) {
    life->person.now.at_ms += 1000;
    entry.moment = life->person.now;
    diary_add(&life->person.arena, &life->person.diary, &entry);
}

static Decision decide(Life *life) {
    return coach_today(&life->arena, &life->person.diary, &library, life->person.now);
}

static void answer_screen(Life *life) {
    int yes = happens(life, 0.02) ? 1 + (int)(chance(life) * 20) : 0;
    int64_t group = life->person.now.at_ms;
    tell(life, (Entry){.kind = ENTRY_SCREEN, .group = group});
    for (int number = 1; number <= 20; number++) {
        tell(life, (Entry){.kind = ENTRY_SAFETY, .group = group, .number = number,
                           .answer = number == yes ? ANSWER_YES : ANSWER_NO});
        if (number == yes && yes <= 12) life->waits_for_doctor = true;
    }
}

static void begin(Life *life) {
    static const char *const plans[] = {"beginner-2", "beginner-4", "focus-tilt", "focus-uneven", "focus-desk", "advanced-4"};
    int plan = (int)(chance(life) * 6);
    bool strong = life->is_strong = happens(life, 0.4); // and says so
    tell(life, (Entry){.kind = ENTRY_TRAINING, .answer = strong ? ANSWER_YES : ANSWER_NO});
    static const struct { const char *part; Body body; int number; } c1[] = {
        {"both-legs", BODY_WHOLE, 30}, {"one-leg", BODY_RIGHT, 25}, {"one-leg", BODY_LEFT, 25}, {"felt", BODY_WHOLE, 0}};
    for (int i = 0; i < 4; i++) {
        Answer answer = !strong || !c1[i].number ? ANSWER_NO : ANSWER_YES;
        tell(life, (Entry){.kind = ENTRY_CHECK, .group = 1, .id = "C1", .other = c1[i].part, .body = c1[i].body, .answer = answer,
                           .number = answer == ANSWER_YES ? c1[i].number : 0});
    }
    Entry tight = {.kind = ENTRY_CHECK, .group = 1, .id = "C3", .other = "knee", .body = BODY_LEFT, .answer = ANSWER_YES};
    Entry stiff = {.kind = ENTRY_CHECK, .group = 1, .id = "C7", .other = "heel", .body = BODY_RIGHT, .answer = ANSWER_YES};
    if (happens(life, 0.3)) tell(life, stiff);
    if (happens(life, 0.3)) tell(life, tight);
    Level level = plan == 5 || happens(life, 0.3) ? LEVEL_A1 : LEVEL_B1; // whether or not the gate is open
    tell(life, (Entry){.kind = ENTRY_PLAN_START, .id = plans[plan], .level = level, .on_day = life->person.now.day, .number = 1});
    life->since = life->day;
    life->level = -1;
}

static void check_in(Life *life) {
    TrueDay *today = &life->days[life->day];
    TrueDay none = {0}, *before = life->day ? &life->days[life->day - 1] : &none;
    double sore = 1 + chance(life) * 3 + (before->strength ? chance(life) * (happens(life, 0.15) ? 7 : 2) : 0);
    double pain = life->ache + chance(life) * 2 - 1 + (happens(life, 0.06) ? chance(life) * 6 : 0);
    today->said = true;
    today->soreness = from_1_to_10(sore);
    today->pain = from_1_to_10(pain);
    int count = life->morning_count < MORNINGS ? life->morning_count : MORNINGS, sorted[MORNINGS];
    memcpy(sorted, life->mornings, sizeof sorted);
    for (int i = 1; i < count; i++) {
        for (int j = i; j > 0 && sorted[j] < sorted[j - 1]; j--) {
            int swap = sorted[j];
            sorted[j] = sorted[j - 1];
            sorted[j - 1] = swap;
        }
    }
    today->usual = count ? sorted[(count - 1) / 2] : 0;
    life->mornings[life->morning_count++ % MORNINGS] = today->pain;
    life->red_flag_today = happens(life, 0.004);
    if (today->soreness == 10 || today->pain == 10) life->waits_for_doctor = true;
    int64_t group = life->person.now.at_ms;
    Entry entry = {.kind = ENTRY_CHECK_IN, .group = group, .soreness = today->soreness};
    tell(life, entry);
    entry.pain = today->pain;
    tell(life, entry);
    assert_int_not_equal(decide(life).kind, TODAY_SESSION); // two answers are not three
    entry.answer = life->red_flag_today ? ANSWER_YES : ANSWER_NO;
    tell(life, entry);
}

static void feel(Life *life, int64_t group, const char *move) {
    Entry hurt = {.kind = ENTRY_HURT, .group = group, .id = move, .felt = (Felt)(chance(life) * FELTS),
                  .number = (int)(chance(life) * 11)};
    if (hurt.felt == FELT_CHEST && !happens(life, 0.1)) hurt.felt = FELT_WORK;
    tell(life, hurt);
    if (hurt.felt == FELT_CHEST) life->waits_for_doctor = true;
    if (hurt.felt == FELT_INTO_LEG) {
        tell(life, (Entry){.kind = ENTRY_LEG, .group = group, .answer = happens(life, 0.8) ? ANSWER_YES : ANSWER_NO});
    }
    int pain = life->days[life->day].pain, limit = hurt.felt == FELT_WORK ? 5 : pain <= 2 ? 3 : pain <= 5 ? pain + 1 : pain;
    bool graded = hurt.felt == FELT_WORK || hurt.felt == FELT_PAIN;
    bool fine = hurt.felt == FELT_OUT_OF_LEG || (graded && hurt.number >= 1 && hurt.number < limit);
    if (!fine) life->days[life->day].hurt = true;
}

static void train(Life *life, const Decision *decision) {
    TrueDay *today = &life->days[life->day];
    int64_t group = life->person.now.at_ms;
    tell(life, (Entry){.kind = ENTRY_SESSION, .group = group, .id = decision->routine->id, .level = decision->level,
                       .strength = decision->strength, .number = decision->plan_day});
    tell(life, (Entry){.kind = ENTRY_STEP, .group = group, .id = "pelvic-tilt"});
    if (happens(life, 0.05)) feel(life, group, "bridge-hold");
    tell(life, (Entry){.kind = ENTRY_STEP, .group = group, .number = 1, .id = "bridge-hold"});
    bool whole = !happens(life, 0.05);
    if (!happens(life, 0.02)) {
        tell(life, (Entry){.kind = ENTRY_SESSION_END, .group = group, .seconds = 600, .outcome = whole ? OUTCOME_DONE : OUTCOME_LEFT});
    } else {
        whole = false;
    }
    seen.sessions++;
    if (!decision->strength) return;
    seen.strength++;
    today->strength = true;
    today->whole = whole;
    life->strength_ms = true_ms(life);
}

// --- What must never happen

// Whether the next morning that was told after a session, and the session itself, were as they must be to move up.
static bool was_good(const Life *life, int day) {
    int next = day + 1;
    while (next <= life->day && !life->days[next].said) next++;
    if (life->days[day].hurt || next > life->day || life->days[next].soreness > GREEN) return false;
    // A clock that stands still makes two mornings one, and the usual pain another: then only the soreness is compared.
    return life->has_odd_clock || life->days[next].pain <= life->days[next].usual;
}

// The last sessions that strengthened, two of them whole at least, all since the level last changed.
static bool may_rise(const Life *life) {
    int done = 0;
    for (int day = life->day - 1; day >= life->since && done < 2; day--) {
        if (!life->days[day].strength) continue;
        if (!was_good(life, day)) return false;
        done += life->days[day].whole;
    }
    return done == 2;
}

static void watch_level(Life *life, const Decision *decision) {
    if (!decision->plan) return;
    int level = (int)decision->planned_level;
    bool is_new = decision->plan != life->plan;
    if (life->level >= 0 && level > life->level) {
        assert_true(is_new || level == life->level + 1);
        if (!may_rise(life) && !is_new) fail_msg("day %d: from %d to %d", life->day, life->level, level);
        seen.ups++;
    }
    if (life->level >= 0 && level < life->level) seen.downs++;
    if (life->level < 0) assert_true(level <= (life->is_strong ? LEVEL_A1 : LEVEL_B1));
    if (level != life->level) life->since = life->day;
    life->level = level;
    life->plan = decision->plan;
}

static int steps_of(const Routine *routine) {
    int steps = 0;
    for (int i = 0; i < routine->sections.count; i++) steps += routine->sections.items[i].steps.count;
    return steps;
}

// Beside the minutes the routine was designed for: a slot that the self-checks add takes up to three and a half minutes, an
// extra hold of a tight side one and a half.
static void measure(Life *life, const Decision *decision) {
    static const struct { const char *id; Level first; int minutes[LEVEL_COUNT]; } designed[] = {
        {"b-full", LEVEL_B1, {19, 23, 26, 31}}, {"b-stretch", LEVEL_B1, {8, 10, 10, 11}},
        {"a-full-1", LEVEL_A1, {30, 31, 36, 40}}, {"a-full-2", LEVEL_A1, {30, 33, 36, 39}},
        {"a-stretch", LEVEL_A1, {13, 13, 15, 15}}, {"tilt-full", LEVEL_B1, {13, 16, 17, 20, 25, 25, 30, 33}},
        {"tilt-stretch", LEVEL_B1, {6, 7, 8, 9, 9, 9, 10, 10}}, {"uneven-full", LEVEL_B1, {16, 19, 21, 25, 28, 29, 34, 38}},
        {"uneven-stretch", LEVEL_B1, {7, 8, 8, 10, 11, 11, 12, 12}}, {"desk-full", LEVEL_B1, {15, 18, 19, 24, 28, 28, 31, 33}},
        {"desk-stretch", LEVEL_B1, {7, 9, 9, 11, 11, 11, 12, 12}},
    };
    int i = 0;
    while (i < 11 && strcmp(designed[i].id, decision->routine->id)) i++;
    assert_true(i < 11 && decision->level >= designed[i].first);
    int minutes = designed[i].minutes[decision->level - designed[i].first];
    assert_true(minutes > 0); // a level the routine has
    if (seen.sessions % MEASURED_EVERY) return;
    seen.measured++;
    SessionOptions options = {.level = decision->level, .library = &library, .fit = decision->fit};
    Session session;
    Error error = {""};
    if (!session_compile(&life->arena, decision->routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    double lasts = (double)session.length_ms / 60000;
    int added = steps_of(decision->routine) - steps_of(library_routine(&library, text_of(decision->routine->id)));
    if (lasts > minutes * 1.1 + 0.5 + added * 3.5 + 1.5 || lasts < 1.5) fail_msg("%s lasts %.1f minutes", decision->routine->id, lasts);
}

static void watch_session(Life *life, const Decision *decision) {
    assert_false(life->waits_for_doctor);
    assert_false(life->red_flag_today);
    assert_true(life->days[life->day].said);
    assert_true(decision->may_exercise);
    assert_true(decision->level <= decision->planned_level);
    measure(life, decision);
    if (!decision->strength) return;
    const TrueDay *today = &life->days[life->day];
    assert_true(life->day == 0 || !life->days[life->day - 1].strength);
    assert_true(!life->strength_ms || true_ms(life) - life->strength_ms >= INT64_C(86400000));
    assert_true(today->soreness <= GREEN && today->pain <= 5);
    assert_true(life->day == 0 || life->days[life->day - 1].soreness < 7);
    assert_true(!today->usual || life->has_odd_clock || today->pain < today->usual + 2);
    assert_true(decision->may_strengthen);
}

// --- A life

static void choose_again(Life *life) {
    Proposal proposal = coach_proposal(&life->arena, &life->person.diary, &library, life->person.now, true);
    if (!proposal.plan) return;
    seen.plans_over++;
    bool may = may_rise(life);
    assert_true((int)proposal.level <= life->level + may || proposal.level == LEVEL_B1);
    assert_true(proposal.level < LEVEL_A1 || life->level >= LEVEL_A1 || proposal.gate.is_open);
    tell(life, (Entry){.kind = ENTRY_PLAN_START, .id = proposal.plan->id, .level = proposal.level,
                       .on_day = life->person.now.day, .number = proposal.plan_day});
    Decision decision = decide(life);
    if (decision.plan) assert_true(decision.planned_level <= proposal.level);
    life->plan = NULL;
    life->since = life->day;
}

static void live_day(Life *life) {
    set_clock(life);
    if (life->waits_for_doctor && happens(life, 0.2)) {
        tell(life, (Entry){.kind = ENTRY_CLEARED});
        life->waits_for_doctor = false;
    }
    if (happens(life, 0.002)) tell(life, (Entry){.kind = ENTRY_OVERWHELMED});
    if (happens(life, 0.002)) tell(life, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_YES});
    if (happens(life, 0.1)) tell(life, (Entry){.kind = ENTRY_FEVER, .answer = ANSWER_NO});
    Decision decision = decide(life);
    if (decision.kind == TODAY_SCREEN) {
        seen.asked++;
        answer_screen(life);
    }
    check_in(life);
    decision = decide(life);
    if (decision.kind == TODAY_PLAN_OVER) choose_again(life);
    decision = decide(life);
    watch_level(life, &decision);
    if (decision.kind == TODAY_FORBIDDEN) seen.doctors++;
    if (life->waits_for_doctor) assert_int_equal(decision.kind, TODAY_FORBIDDEN);
    bool optional = decision.kind == TODAY_REST_DAY && decision.routine && !life->waits_for_doctor && happens(life, 0.3);
    if (decision.kind == TODAY_SESSION || optional) {
        assert_non_null(decision.routine);
        watch_session(life, &decision);
        train(life, &decision);
    }
}

static void live(uint64_t seed) {
    Life *life = calloc(1, sizeof *life);
    life->seed = seed * UINT64_C(0x2545f4914f6cdd1d) + 1;
    life->keenness = 0.6 + 0.4 * chance(life);
    life->ache = 1 + 4 * chance(life);
    life->has_odd_clock = seed % 2;
    life->level = -1;
    for (life->day = 0; life->day < DAYS; life->day++) {
        arena_reset(&life->arena);
        if (life->day == 0) {
            set_clock(life);
            begin(life);
        }
        if (happens(life, life->keenness)) live_day(life);
        else if (happens(life, 0.05)) life->day += 3 + (int)(chance(life) * 8); // a holiday
        if (life->day > DAYS) life->day = DAYS;
    }
    arena_free(&life->arena);
    arena_free(&life->person.arena);
    free(life);
}

static void test_a_thousand_people_over_eight_weeks(void **state) {
    (void)state;
    for (int i = 0; i < PEOPLE; i++) live((uint64_t)i);
    print_message("%d sessions, %d strengthen; %d levels up, %d down; %d days of waiting for a doctor, %d screens asked; "
                  "%d plans done; %d lengths\n", seen.sessions, seen.strength, seen.ups, seen.downs, seen.doctors, seen.asked,
                  seen.plans_over, seen.measured);
    // It all happened, so that nothing above held by never being tried.
    assert_true(seen.sessions > 10000 && seen.strength > 4000 && seen.ups > 300 && seen.downs > 300);
    assert_true(seen.doctors > 500 && seen.asked > 500 && seen.plans_over > 20 && seen.measured > 100);
}

static int set_up(void **state) {
    static const char *const folders[] = {"assets/moves", "routines"};
    Diags diags = {.arena = &library_arena};
    Error error = {""};
    (void)state;
    return library_read(&library_arena, folders, 2, &library, &diags, &error) && !diags.errors ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&library_arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_thousand_people_over_eight_weeks)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
