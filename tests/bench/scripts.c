// What reading and compiling cost: bench-scripts [REPEATS]. The best of several times, in ms of the processor; 1 when a limit is passed.
//
//   check of everything shipped, compile of every day of each plan at its level: below 50 ms
//   1,250 to 10,000 sets of a session, steps of routines: twice as many cost about twice as much, in compiling and in checking
#include "session/session.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LIMIT_MS = 50, KEPT_BYTES = 1 << 30, STEPS_A_FILE = 125 };
static const double most_growth = 2.6; // for twice the steps
static const char *const folders[] = {"assets/moves", "routines"};

static double now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

typedef struct {
    const Library *library;
    const Plan *plan;       // or
    const Routine *routine; // compiled, or
    int steps;              // checked: a text of so many
} Job;

typedef void (*Run)(const Job *job, Arena *arena);

static double best_ms(Run run, const Job *job, int repeats) {
    double best = 1e9;
    for (int i = 0; i < repeats; i++) {
        Arena arena = {0};
        double begin = now_ms();
        run(job, &arena);
        double took = now_ms() - begin;
        arena_free(&arena);
        best = took < best ? took : best;
    }
    return best;
}

static void check_shipped(const Job *job, Arena *arena) {
    (void)job;
    Library library = {0};
    Diags diags = {.arena = arena};
    Error error = {0};
    if (!library_read(arena, folders, 2, &library, &diags, &error) || diags.list.count) {
        fprintf(stderr, "bench-scripts: what is shipped has findings; run it from the top folder. %s\n", error.sentence);
        exit(1);
    }
}

static void compile(const Job *job, Arena *arena, const Routine *routine, Level level) {
    Session session;
    Error error;
    SessionOptions options = {.level = level, .library = job->library};
    if (session_compile(arena, routine, &options, &session, &error)) return;
    fprintf(stderr, "bench-scripts: %s\n", error.sentence);
    exit(1);
}

static void compile_plan(const Job *job, Arena *arena) {
    for (int i = 0; i < job->plan->weeks.count; i++) {
        const PlanWeek *week = &job->plan->weeks.items[i];
        for (int k = 0; k < week->days.count; k++) {
            const Routine *routine = plan_day_routine(arena, &week->days.items[k], false);
            if (routine) compile(job, arena, routine, week->level);
        }
    }
}

static void compile_routine(const Job *job, Arena *arena) {
    compile(job, arena, job->routine, LEVEL_B1);
}

static void check_steps(const Job *job, Arena *arena) {
    for (int file = 0; file * STEPS_A_FILE < job->steps; file++) {
        Library library = *job->library;
        Diags diags = {.arena = arena};
        Error error = {0};
        TextBuilder text = {0};
        builder_add(&text, "routine bench-%d \"Bench\"\nstretch\n", file);
        int count = job->steps - file * STEPS_A_FILE;
        for (int i = 0; i < count && i < STEPS_A_FILE; i++) builder_add(&text, "  hold childs-pose %ds\n", 20 + i % 3);
        bool good = library_read_text(arena, "bench.routine", builder_text(&text), &library, &diags, &error);
        builder_free(&text);
        if (good && !diags.list.count) continue;
        TextBuilder found = {0};
        diags_write(&diags, &found);
        fprintf(stderr, "%s", found.bytes);
        exit(1);
    }
}

// So many sets, as a session is no longer than three hours: the quickest move there can be, up and down in a second.
static const Routine *routine_of(Arena *arena, int steps) {
    static const char *const names[] = {"up", "down"};
    Move *move = arena_new(arena, Move, 1);
    *move = (Move){.id = "quick", .name = "Quick", .position = STANDING, .mode = MODE_REPS,
                   .cues = {"Stand.", "Up.", "Tall.", NULL, "Down."}};
    for (int i = 0; i < 2; i++) {
        list_push(arena, &move->clip.poses)->name = names[i];
        *list_push(arena, &move->clip.phases) = (Phase){.name = names[i], .from = i, .to = !i, .duration_ms = 400};
    }
    Routine *routine = arena_new(arena, Routine, 1);
    *routine = (Routine){.id = "bench", .name = "Bench"};
    Section *section = list_push(arena, &routine->sections);
    *section = (Section){.group = GROUP_MOBILISE, .rounds = 1};
    *list_push(arena, &section->steps) = (Step){.kind = STEP_EXERCISE, .exercise = {.move = move, .dose = {steps, 1, 0, 0}}};
    return routine;
}

static bool print_limited(const char *what, double ms) {
    printf("%-34s %8.2f ms   limit %d ms%s\n", what, ms, LIMIT_MS, ms < LIMIT_MS ? "" : "   TOO SLOW");
    return ms < LIMIT_MS;
}

static bool print_growth(const char *what, Run run, const Library *library, int repeats) {
    bool good = true;
    double before = 0;
    for (int steps = 1250; steps <= 10000; steps *= 2) {
        Arena arena = {0};
        Job job = {.library = library, .routine = routine_of(&arena, steps), .steps = steps};
        double ms = best_ms(run, &job, repeats), growth = before > 0 ? ms / before : 0;
        bool fits = growth < most_growth;
        if (before > 0) printf("%-24s %6d %8.2f ms   %.2f times%s\n", what, steps, ms, growth, fits ? "" : "   NOT LINEAR");
        else printf("%-24s %6d %8.2f ms\n", what, steps, ms);
        good = good && fits;
        before = ms;
        arena_free(&arena);
    }
    return good;
}

int main(int argc, char **argv) {
    int repeats = argc > 1 ? atoi(argv[1]) : 9;
    mallopt(M_MMAP_MAX, 0), mallopt(M_TRIM_THRESHOLD, KEPT_BYTES); // pages fresh from the system cost as much as the work
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    if (repeats < 1 || !library_read(&arena, folders, 2, &library, &diags, &error)) {
        fprintf(stderr, "bench-scripts: %s\n", repeats < 1 ? "how often is a number from 1" : error.sentence);
        return 2;
    }
    bool good = print_limited("check of everything shipped", best_ms(check_shipped, &(Job){.library = &library}, repeats));
    for (int i = 0; i < library.plans.count; i++) {
        Job job = {.library = &library, .plan = library.plans.items[i]};
        good &= print_limited(text_format(&arena, "compile of %s, all days", job.plan->id), best_ms(compile_plan, &job, repeats));
    }
    good &= print_growth("compile a session, sets", compile_routine, &library, repeats);
    good &= print_growth("check routines, steps", check_steps, &library, repeats);
    arena_free(&arena);
    return good ? 0 : 1;
}
