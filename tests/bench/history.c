// What ten years of history cost: to open, to add to, to make again from the journal. Prints a table.
//
//   bench-history [FOLDER]    FOLDER is made, filled and left; on the disk that is to be measured
//   CPU=1 bench-history       the time of the processor, for a machine that has other work
#include "history/history.h"
#include "history/people.h"
#include "history/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { YEARS_DAYS = 3650, STEPS = 30, TIMES = 21, ADDED = 200, FIRST_DAY = 17000 };
static const int64_t DAY_MS = 24 * 60 * 60 * 1000;

static double now_ms(void) {
    struct timespec now;
    clock_gettime(getenv("CPU") ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void push(Arena *arena, Diary *diary, Entry entry, int day, int64_t ms) {
    entry.moment = (Moment){day * DAY_MS + ms, day, 0};
    entry.order_ms = entry.moment.at_ms, entry.writer = 1;
    *list_push(arena, &diary->entries) = entry;
}

// A check-in of four entries, a session of thirty steps, its end, and what else a day has: forty in all.
static void fill(Arena *arena, Diary *diary) {
    for (int day = FIRST_DAY; day < FIRST_DAY + YEARS_DAYS; day++) {
        int64_t group = day * DAY_MS;
        for (int i = 1; i <= 4; i++)
            push(arena, diary, (Entry){.kind = ENTRY_CHECK_IN, .group = group, .soreness = i, .pain = i}, day, i);
        push(arena, diary, (Entry){.kind = ENTRY_SESSION, .group = group, .id = "hips-and-glutes", .level = LEVEL_B2}, day, 5);
        for (int i = 0; i < STEPS; i++) {
            const char *move = text_format(arena, "move-%d", (day * 7 + i) % 60);
            push(arena, diary, (Entry){.kind = ENTRY_STEP, .group = group, .id = move, .number = i}, day, 1000 * i + 10000);
        }
        push(arena, diary, (Entry){.kind = ENTRY_SESSION_END, .group = group, .seconds = 900, .effort = 4}, day, 100000);
        for (int i = 0; i < 4; i++) push(arena, diary, (Entry){.kind = ENTRY_BREAK, .id = "break-1"}, day, 200000 + i);
    }
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void print(const char *what, double *times, int count) {
    qsort(times, (size_t)count, sizeof *times, by_size);
    printf("%-44s %9.2f %9.2f %9.2f\n", what, times[0], times[count / 2], times[count - 1]);
}

static History *boot(Arena *arena, const char *folder, int *entries) {
    HistoryOptions options = {path_join(arena, folder, "data"), path_join(arena, folder, "state"), PEOPLE_DEFAULT, 1,
                              FIRST_DAY + YEARS_DAYS};
    History *history = history_open(arena, &options);
    *entries = history_diary(history)->entries.count;
    return history;
}

static void measure_opening(const char *folder) {
    double opening[TIMES], checking[TIMES], loading[TIMES];
    int entries = 0;
    for (int i = 0; i < TIMES; i++) {
        Arena arena = {0};
        double began = now_ms();
        History *history = boot(&arena, folder, &entries);
        opening[i] = now_ms() - began;
        history_close(history);
        arena_reset(&arena);
        StoreNews news;
        Error error;
        Diary diary;
        const char *state = path_join(&arena, folder, "state/people/" PEOPLE_DEFAULT);
        began = now_ms();
        Store *store = store_open(&arena, state, FIRST_DAY, &news, &error);
        checking[i] = now_ms() - began;
        began = now_ms();
        store_load(store, false, &arena, &diary);
        loading[i] = now_ms() - began;
        store_close(store);
        arena_free(&arena);
    }
    print("history_open", opening, TIMES);
    print("  of it the database, checked whole", checking, TIMES);
    print("  of it the diary", loading, TIMES);
    printf("%-44s %9d\n", "entries at hand", entries);
}

static void measure_adding(const char *folder) {
    double adding[ADDED];
    int entries;
    Arena arena = {0};
    History *history = boot(&arena, folder, &entries);
    for (int i = 0; i < ADDED; i++) {
        int day = FIRST_DAY + YEARS_DAYS;
        Entry step = {.kind = ENTRY_STEP, .id = "clam", .number = i, .moment = {day * DAY_MS + i, day, 0}};
        double began = now_ms();
        history_add(history, &step);
        adding[i] = now_ms() - began;
    }
    print("history_add, on the disk when it returns", adding, ADDED);
    Error error;
    double began = now_ms();
    history_rest(history, FIRST_DAY + YEARS_DAYS + 100, &error);
    printf("%-44s %9.2f\n", "a backup copy", now_ms() - began);
    history_close(history);
    arena_free(&arena);
}

static void measure_making(const char *folder) {
    static const char *const parts[] = {"", "-wal", "-shm"};
    Arena arena = {0};
    int entries;
    for (int i = 0; i < 3; i++) unlink(text_format(&arena, "%s/state/people/%s/history.db%s", folder, PEOPLE_DEFAULT, parts[i]));
    double began = now_ms();
    History *history = boot(&arena, folder, &entries);
    printf("%-44s %9.2f\n", "made again from the journal", now_ms() - began);
    history_close(history);
    arena_free(&arena);
}

int main(int count, char **arguments) {
    char made[] = "/tmp/limber-history-XXXXXX";
    const char *folder = count > 1 ? arguments[1] : mkdtemp(made);
    Arena arena = {0};
    Diary diary = {0};
    Error error = {0};
    int entries, added;
    fill(&arena, &diary);
    History *history = boot(&arena, folder, &entries);
    if (!history_take(history, &diary, &added, &error)) fprintf(stderr, "%s\n", error.sentence);
    history_close(history);
    arena_free(&arena);
    printf("%d days, %d entries, in %s\n", YEARS_DAYS, added + entries, folder);
    printf("%-44s %9s %9s %9s\n", "ms", "least", "median", "most");
    measure_opening(folder);
    measure_adding(folder);
    measure_making(folder);
    return error.sentence[0] ? 1 : 0;
}
