// Killed at any moment: what was confirmed is there, and the database opens without a word.
//
// LIMBER_KILLS=500 kills more often than the tests do.
#include "history/history.h"
#include "history/people.h"

#include "support/folder.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

enum { DAY = 20413, KILLS = 60, LONGEST_LIFE_US = 30000 };

static History *open_history(Arena *arena, const char *folder) {
    HistoryOptions options = {path_join(arena, folder, "data"), path_join(arena, folder, "state"), PEOPLE_DEFAULT, 1, DAY};
    return history_open(arena, &options);
}

// Writes number after number, and says each when it is confirmed; now and then what a session's end does.
static void live(const char *folder, int from, int pipe) {
    Arena arena = {0};
    Error error;
    History *history = open_history(&arena, folder);
    for (int number = from;; number++) {
        Entry entry = {.kind = ENTRY_EASE, .number = number % 10, .moment = {DAY * INT64_C(86400000) + number, DAY, 0}};
        history_add(history, &entry);
        if (write(pipe, &number, sizeof number) != sizeof number) _exit(1);
        if (number % 16 == 0) history_rest(history, DAY + number % 400, &error);
    }
}

static int last_said(int pipe) {
    int number, last = -1;
    while (read(pipe, &number, sizeof number) == sizeof number) last = number;
    return last;
}

static int live_and_die(const char *folder, int from, int life_us) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) live(folder, from, ends[1]);
    close(ends[1]);
    nanosleep(&(struct timespec){.tv_nsec = life_us * 1000L}, NULL);
    kill(child, SIGKILL);
    int last = last_said(ends[0]);
    waitpid(child, NULL, 0);
    close(ends[0]);
    return last;
}

// All numbers from 0 on, once each, and all that were confirmed. Returns how many there are.
static int expect_all(const char *folder, int confirmed) {
    Arena arena = {0};
    History *history = open_history(&arena, folder);
    const char *problem = history_problem(history);
    if (problem) fail_msg("%s", problem);
    const Diary *diary = history_diary(history);
    int count = diary->entries.count;
    if (count < confirmed) fail_msg("%d were confirmed, %d are there", confirmed, count);
    for (int i = 0; i < count; i++) assert_int_equal(diary->entries.items[i].moment.at_ms, DAY * INT64_C(86400000) + i);
    history_close(history);
    arena_free(&arena);
    return count;
}

static void test_killed_at_random(void **state) {
    (void)state;
    Arena arena = {0};
    const char *folder = test_folder(&arena), *often = getenv("LIMBER_KILLS");
    int kills = often ? atoi(often) : KILLS, count = 0;
    unsigned seed = 20261121;
    for (int i = 0; i < kills; i++) {
        seed = seed * 1664525u + 1013904223u;
        int last = live_and_die(folder, count, (int)(seed >> 8) % LONGEST_LIFE_US);
        count = expect_all(folder, last < 0 ? count : last + 1);
    }
    print_message("killed %d times, %d entries\n", kills, count);
    assert_true(count > kills); // it lived long enough to be killed at work
    test_folder_remove(folder);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_killed_at_random)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
