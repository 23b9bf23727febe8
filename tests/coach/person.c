#include "coach/person.h"

void person_make(Person *person) {
    static const char *const folders[] = {"assets/moves", "routines"};
    memset(person, 0, sizeof *person);
    Diags diags = {.arena = &person->arena};
    Error error = {""};
    if (!library_read(&person->arena, folders, 2, &person->library, &diags, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(diags.errors, 0);
    person->now = (Moment){.day = PERSON_FIRST_DAY};
    person_sleep(person, 0);
}

void person_free(Person *person) {
    arena_free(&person->arena);
}

void person_sleep(Person *person, int days) {
    person->now.day += days;
    person->now.at_ms = person->now.day * INT64_C(86400000) + 7 * 3600000;
}

void person_write(Person *person, Entry entry) {
    person->now.at_ms += 60000;
    entry.moment = person->now;
    diary_add(&person->arena, &person->diary, &entry);
}

void person_screen(Person *person, int yes) {
    int64_t group = person->now.at_ms;
    person_write(person, (Entry){.kind = ENTRY_SCREEN, .group = group});
    for (int number = 1; number <= 20; number++) {
        Answer answer = number == yes ? ANSWER_YES : ANSWER_NO;
        person_write(person, (Entry){.kind = ENTRY_SAFETY, .group = group, .number = number, .answer = answer});
        if (number == yes && yes <= 12) return;
    }
}

void person_start(Person *person, const char *plan, Level level, int plan_day) {
    person_screen(person, 0);
    person_write(person, (Entry){.kind = ENTRY_PLAN_START, .id = plan, .level = level, .on_day = person->now.day,
                                 .number = plan_day});
}

void person_check_in(Person *person, int soreness, int pain, Answer red_flag) {
    person_write(person, (Entry){.kind = ENTRY_CHECK_IN, .group = person->now.at_ms, .when = WHEN_BEFORE,
                                 .soreness = soreness, .pain = pain, .answer = red_flag});
}

Decision person_today(Person *person) {
    return coach_today(&person->arena, &person->diary, &person->library, person->now);
}

int64_t person_begin(Person *person, const Decision *decision) {
    int64_t group = person->now.at_ms;
    person_write(person, (Entry){.kind = ENTRY_SESSION, .group = group, .id = decision->routine->id, .level = decision->level,
                                 .strength = decision->strength, .number = decision->plan_day});
    person_write(person, (Entry){.kind = ENTRY_STEP, .group = group, .id = "pelvic-tilt"});
    return group;
}

void person_end(Person *person, int64_t group, Outcome outcome) {
    person_write(person, (Entry){.kind = ENTRY_SESSION_END, .group = group, .seconds = 900, .effort = 4, .outcome = outcome});
}

Decision person_train(Person *person, int soreness, int pain) {
    person_check_in(person, soreness, pain, ANSWER_NO);
    Decision decision = person_today(person);
    if (decision.kind == TODAY_SESSION) person_end(person, person_begin(person, &decision), OUTCOME_DONE);
    return decision;
}
