// Diaries that no person would write, but a file may hold: entries of every kind in any order, with any value a field may
// have. Whatever they say, there is an answer, and what must not be allowed is not.
#include "coach/person.h"
#include "coach/progress.h"
#include "coach/proposal.h"
#include "coach/spoken.h"

enum { DIARIES = 400, MOST_ENTRIES = 160 };

typedef struct {
    Person person;
    uint64_t seed;
} Chaos;

// SplitMix64 (Steele, Lea, Flood 2014).
static uint64_t draw(Chaos *chaos, uint64_t below) {
    uint64_t z = (chaos->seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (z ^ (z >> 31)) % below;
}

static const char *any_text(Chaos *chaos) {
    static const char *const texts[] = {NULL, "", "beginner-4", "advanced-4", "focus-desk", "b-full", "short", "clam", "squat",
                                        "pigeon-wall", "C1", "C5", "both-legs", "one-leg", "first", "knee-kneel", "no such thing"};
    return texts[draw(chaos, sizeof texts / sizeof *texts)];
}

static int64_t any_number(Chaos *chaos, const EntryField *field) {
    uint64_t range = (uint64_t)(field->most - field->least) + 1;
    uint64_t near = range > 12 && draw(chaos, 8) ? 12 : range; // mostly small ones
    return field->least + (int64_t)(near ? draw(chaos, near) : 0);
}

static void fill(Chaos *chaos, Entry *entry, const EntryField *field) {
    char *place = (char *)entry + field->offset;
    if (field->type == FIELD_TEXT) *(const char **)(void *)place = any_text(chaos);
    else if (field->type == FIELD_LONG) *(int64_t *)(void *)place = (int64_t)draw(chaos, 6);
    else *(int *)(void *)place = (int)any_number(chaos, field);
    bool is_start_day = entry->kind == ENTRY_PLAN_START && field->offset == (int)offsetof(Entry, on_day);
    if (is_start_day && draw(chaos, 4)) entry->on_day = entry->moment.day + (int)draw(chaos, 3);
}

static void pass_time(Chaos *chaos) {
    Moment *now = &chaos->person.now;
    static const int days[] = {0, 0, 0, 0, 0, 1, 1, 1, 2, 5, -1, -30, 31, 20000, -20000};
    int day = now->day + days[draw(chaos, sizeof days / sizeof *days)];
    if (day < 0 || day > 100000) day = PERSON_FIRST_DAY;
    now->zone_min = draw(chaos, 10) ? 0 : (int)draw(chaos, 1440) - 720;
    now->at_ms = day * INT64_C(86400000) + (int64_t)draw(chaos, 86400000);
    now->day = date_day_at(now->at_ms, now->zone_min);
}

static void write_anything(Chaos *chaos) {
    Entry entry = {.kind = (EntryKind)draw(chaos, ENTRY_KINDS), .moment = chaos->person.now};
    if (!draw(chaos, 3)) entry.kind = draw(chaos, 2) ? ENTRY_CHECK_IN : ENTRY_SESSION;
    const EntryShape *shape = &entry_shapes[entry.kind];
    for (int i = 0; shape->fields[i]; i++) fill(chaos, &entry, shape->fields[i]);
    assert_true(entry_is_good(&entry));
    diary_add(&chaos->person.arena, &chaos->person.diary, &entry);
}

typedef struct {
    const char *sentence;
    bool found;
} Search;

static void compare(void *context, const char *sentence) {
    Search *search = context;
    search->found = search->found || strcmp(sentence, search->sentence) == 0;
}

// Whatever is said aloud is in the list from which clips are made.
static void assert_listed(const char *sentence) {
    Search search = {sentence, !sentence};
    if (sentence) coach_spoken(compare, &search);
    if (!search.found) fail_msg("not in the list of what is said: %s", sentence);
}

static void assert_sound(const Decision *decision) {
    assert_true((int)decision->kind >= 0 && decision->kind < TODAY_COUNT);
    assert_non_null(decision->row);
    assert_true(decision->why && decision->why[0]);
    assert_true(decision->may_exercise || !decision->may_strengthen);
    if (decision->kind == TODAY_SESSION) assert_true(decision->routine && decision->may_exercise);
    if (decision->strength) assert_true(decision->routine && decision->kind == TODAY_SESSION && decision->may_strengthen);
    if (decision->kind == TODAY_FORBIDDEN) assert_true(!decision->routine && decision->advice >= ADVICE_DOCTOR_TODAY);
    if (decision->routine) assert_true(decision->level <= decision->planned_level);
}

static void ask_everything(Chaos *chaos) {
    Person *person = &chaos->person;
    Arena arena = {0};
    Progress progress;
    Decision decision = coach_today(&arena, &person->diary, &person->library, person->now);
    assert_sound(&decision);
    coach_progress(&arena, &person->diary, &person->library, person->now, &progress);
    assert_true(progress.days > 0 && progress.streak >= 0 && progress.streak <= progress.days);
    Proposal proposal = coach_proposal(&arena, &person->diary, &person->library, person->now, true);
    assert_true(proposal.choice.forbids || proposal.plan);
    if (decision.kind == TODAY_FORBIDDEN) assert_true(proposal.choice.forbids);
    assert_listed(decision.why);
    assert_listed(decision.advice_text);
    assert_listed(proposal.why);
    coach_next_level(&arena, &person->diary, &person->library, person->now);
    assert_non_null(coach_after_session(&arena, &person->diary, &person->library, person->now).praise);
    Decision again = coach_today(&arena, &person->diary, &person->library, person->now);
    assert_int_equal(again.kind, decision.kind);
    assert_string_equal(again.row, decision.row);
    arena_free(&arena);
}

static void test_any_diary_has_an_answer(void **state) {
    (void)state;
    Chaos chaos = {.seed = 1};
    person_make(&chaos.person);
    int kinds[TODAY_COUNT] = {0};
    for (int i = 0; i < DIARIES; i++) {
        chaos.person.diary = (Diary){0};
        chaos.person.now.day = PERSON_FIRST_DAY;
        if (i % 4) person_start(&chaos.person, "beginner-4", LEVEL_B1, 1);
        int count = (int)draw(&chaos, MOST_ENTRIES);
        for (int j = 0; j < count; j++) {
            pass_time(&chaos);
            write_anything(&chaos);
            if (j % 16 == 0) ask_everything(&chaos);
        }
        ask_everything(&chaos);
        Arena arena = {0};
        kinds[coach_today(&arena, &chaos.person.diary, &chaos.person.library, chaos.person.now).kind]++;
        arena_free(&arena);
    }
    assert_true(kinds[TODAY_FORBIDDEN] && kinds[TODAY_SCREEN] && kinds[TODAY_NO_PLAN] && kinds[TODAY_FEVER]);
    person_free(&chaos.person);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_diary_has_an_answer)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
