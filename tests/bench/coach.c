// What the coach costs after ten years: to say what today is, how it went, which plan to choose. Prints a table.
//
//   bench-coach [DAYS]    3650 days unless told; times of the processor, the best of several
#include "coach/progress.h"
#include "coach/proposal.h"
#include "support/shipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { YEARS_DAYS = 3650, STEPS = 13, TIMES = 9, FIRST_DAY = 17000, PLAN_DAYS = 28, BREATH_DAYS = 7 };
static const int64_t DAY_MS = 24 * 60 * 60 * 1000;

static double now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void tell(Arena *arena, Diary *diary, int day, int second, Entry entry) {
    entry.moment = (Moment){day * DAY_MS + second * 1000, day, 0};
    diary_add(arena, diary, &entry);
}

// A check-in of three answers, and a session every day but each seventh.
static void live_a_day(Arena *arena, Diary *diary, int day) {
    int64_t group = day * DAY_MS + 60000;
    for (int answered = 1; answered <= 3; answered++)
        tell(arena, diary, day, answered, (Entry){.kind = ENTRY_CHECK_IN, .group = day * DAY_MS + 1000, .soreness = 2 + day % 2,
             .pain = answered > 1 ? 2 + day / 100 % 3 : 0, .answer = answered > 2 ? ANSWER_NO : ANSWER_NONE});
    if (day % BREATH_DAYS == 6) return;
    bool strong = day % 2;
    tell(arena, diary, day, 60, (Entry){.kind = ENTRY_SESSION, .group = group, .id = strong ? "b-full" : "b-stretch", .level = LEVEL_B2,
         .strength = strong, .number = day % PLAN_DAYS + 1});
    for (int i = 0; i < STEPS; i++)
        tell(arena, diary, day, 100 + 60 * i, (Entry){.kind = ENTRY_STEP, .group = group, .id = "clam", .number = i});
    tell(arena, diary, day, 1200, (Entry){.kind = ENTRY_SESSION_END, .group = group, .seconds = 1140});
}

static void fill(Arena *arena, Diary *diary, int days) {
    tell(arena, diary, FIRST_DAY, 0, (Entry){.kind = ENTRY_SCREEN, .group = FIRST_DAY * DAY_MS});
    for (int i = 1; i <= SCREEN_QUESTIONS; i++)
        tell(arena, diary, FIRST_DAY, 0, (Entry){.kind = ENTRY_SAFETY, .group = FIRST_DAY * DAY_MS, .number = i, .answer = ANSWER_NO});
    for (int day = FIRST_DAY; day < FIRST_DAY + days; day++) {
        if ((day - FIRST_DAY) % PLAN_DAYS == 0)
            tell(arena, diary, day, 0, (Entry){.kind = ENTRY_PLAN_START, .id = "beginner-4", .on_day = day, .number = 1});
        live_a_day(arena, diary, day);
    }
}

typedef struct {
    const Diary *diary;
    const Library *library;
    Moment now;
} Person;

static void today(Arena *arena, const Person *person) {
    coach_today(arena, person->diary, person->library, person->now);
}

static void progress(Arena *arena, const Person *person) {
    Progress told;
    coach_progress(arena, person->diary, person->library, person->now, &told);
}

static void proposal(Arena *arena, const Person *person) {
    coach_proposal(arena, person->diary, person->library, person->now, true);
}

static void finish(Arena *arena, const Person *person) {
    coach_after_session(arena, person->diary, person->library, person->now);
}

static void measure(const char *what, void (*work)(Arena *arena, const Person *person), const Person *person) {
    Arena arena = {0};
    double best_ms = 1e9;
    for (int i = 0; i < TIMES; i++) {
        arena_reset(&arena);
        double began = now_ms();
        work(&arena, person);
        double took = now_ms() - began;
        best_ms = took < best_ms ? took : best_ms;
    }
    arena_free(&arena);
    printf("%-20s %8.2f\n", what, best_ms);
}

int main(int argc, char **argv) {
    int days = argc > 1 ? atoi(argv[1]) : YEARS_DAYS;
    Arena arena = {0};
    Library library;
    Diary diary = {0};
    if (!shipped_read(&arena, &library)) return 1;
    fill(&arena, &diary, days);
    Person person = {&diary, &library, {(FIRST_DAY + days) * DAY_MS, FIRST_DAY + days, 0}};
    printf("%d days, %d entries\n%-20s %8s\n", days, diary.entries.count, "", "ms");
    measure("what today is", today, &person);
    measure("how it went", progress, &person);
    measure("which plan", proposal, &person);
    measure("after a session", finish, &person);
    arena_free(&arena);
    return 0;
}
