// The history of a person: what was added is there, whatever became of files, clocks, disks and other machines.
#include "history/history.h"

#include "support/folder.h"
#include "history/people.h"
#include "history/store.h"
#include "history/words.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <cmocka.h>

enum { FIRST_DAY = 20413 };
static const int64_t DAY_MS = 24 * 60 * 60 * 1000, MORNING_MS = 7 * 60 * 60 * 1000;

// One machine, and what it is told.
typedef struct {
    Arena arena;
    const char *folder, *data, *state;
    History *history;
} Machine;

static void boot(Machine *machine, uint32_t writer, int day) {
    machine->history = history_open(&machine->arena, &(HistoryOptions){machine->data, machine->state, PEOPLE_DEFAULT, writer, day});
}

static void set_up_machine(Machine *machine) {
    *machine = (Machine){0};
    machine->folder = test_folder(&machine->arena);
    machine->data = path_join(&machine->arena, machine->folder, "data");
    machine->state = path_join(&machine->arena, machine->folder, "state");
}

static int set_up(void **state) {
    Machine *machine = calloc(1, sizeof *machine);
    set_up_machine(machine);
    boot(machine, 1, FIRST_DAY);
    assert_null(history_problem(machine->history));
    *state = machine;
    return 0;
}

static void scrap(Machine *machine) {
    history_close(machine->history);
    test_folder_remove(machine->folder);
    arena_free(&machine->arena);
}

static int tear_down(void **state) {
    scrap(*state);
    free(*state);
    return 0;
}

static void reboot(Machine *machine, uint32_t writer, int day) {
    history_close(machine->history);
    boot(machine, writer, day);
}

static Moment moment(int64_t day, int64_t ms) {
    return (Moment){day * DAY_MS + ms, (int)day, 0};
}

static const Entry *add(Machine *machine, const Entry *entry) {
    return history_add(machine->history, entry);
}

static const Entry *note(Machine *machine, int day, int64_t ms, const char *text) {
    return add(machine, &(Entry){.kind = ENTRY_NOTE, .text = text, .moment = moment(day, MORNING_MS + ms)});
}

static const char *as_text(Arena *arena, const Diary *diary) {
    TextBuilder out = {0};
    for (int i = 0; i < diary->entries.count; i++) {
        words_write(&diary->entries.items[i], &out);
        builder_add(&out, "\n");
    }
    const char *text = text_copy(arena, builder_text(&out));
    builder_free(&out);
    return text;
}

static void expect_notes(Machine *machine, const char *expected) {
    TextBuilder out = {0};
    const Diary *diary = history_diary(machine->history);
    for (int i = 0; i < diary->entries.count; i++) builder_add(&out, "%s ", diary->entries.items[i].text);
    assert_string_equal(out.bytes ? out.bytes : "", expected);
    builder_free(&out);
}

static void expect_problem(Machine *machine, const char *words) {
    const char *problem = history_problem(machine->history);
    if (!problem || !strstr(problem, words)) fail_msg("'%s' does not say '%s'", problem ? problem : "nothing", words);
    assert_null(history_problem(machine->history));
}

static const char *journal(Machine *machine, uint32_t writer) {
    return path_join(&machine->arena, machine->data, text_format(&machine->arena, "people/me/journal-%08x.log", writer));
}

static const char *database(Machine *machine) {
    return path_join(&machine->arena, machine->state, "people/me/history.db");
}

static void lose_database(Machine *machine) {
    static const char *const parts[] = {"", "-wal", "-shm"};
    history_close(machine->history);
    for (int i = 0; i < 3; i++) unlink(text_format(&machine->arena, "%s%s", database(machine), parts[i]));
}

static void test_nothing_yet(void **state) {
    Machine *machine = *state;
    assert_int_equal(history_diary(machine->history)->entries.count, 0);
    assert_false(file_exists(machine->data)); // nobody did anything
    HistoryFacts facts = history_facts(machine->history);
    assert_true(facts.entries == 0 && facts.journals == 0 && facts.waiting == 0 && facts.backup_day == -1);
}

static void test_is_there_again(void **state) {
    Machine *machine = *state;
    char text[20] = "one";
    const Entry *added = note(machine, FIRST_DAY, 0, text);
    strcpy(text, "changed");
    assert_string_equal(added->text, "one"); // its texts are its own
    assert_int_equal(added->writer, 1);
    note(machine, FIRST_DAY, 1, "two");
    expect_notes(machine, "one two ");
    reboot(machine, 1, FIRST_DAY);
    expect_notes(machine, "one two ");
    assert_null(history_problem(machine->history));
    lose_database(machine);
    boot(machine, 1, FIRST_DAY);
    expect_notes(machine, "one two ");
    assert_null(history_problem(machine->history));
}

static void add_one_of_each(Machine *machine, int day, int64_t ms) {
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        Entry entry = {.kind = (EntryKind)kind, .moment = moment(day, ms + kind)};
        for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++) {
            const EntryField *field = entry_shapes[kind].fields[i];
            void *place = (char *)&entry + field->offset;
            if (field->type == FIELD_TEXT) *(const char **)place = "some text: \"ä\"\n=";
            else if (field->type == FIELD_LONG) *(int64_t *)place = entry.moment.at_ms;
            else *(int *)place = (int)(field->most < 7 ? field->most : field->least > 0 ? field->least : 7);
        }
        add(machine, &entry);
    }
}

static void test_every_kind(void **state) {
    Machine *machine = *state;
    add_one_of_each(machine, FIRST_DAY, 0);
    const char *before = as_text(&machine->arena, history_diary(machine->history));
    for (int lost = 0; lost < 2; lost++) { // from the database, then from the journal
        if (lost) lose_database(machine);
        else history_close(machine->history);
        boot(machine, 1, FIRST_DAY);
        assert_string_equal(as_text(&machine->arena, history_diary(machine->history)), before);
    }
}

static void test_clock_that_jumps(void **state) {
    Machine *machine = *state;
    note(machine, FIRST_DAY, 0, "a");
    note(machine, FIRST_DAY + 2000, 0, "b"); // the battery of the clock was empty
    note(machine, FIRST_DAY + 1, 0, "c");
    reboot(machine, 1, FIRST_DAY + 1);
    note(machine, 0, 0, "d");
    note(machine, FIRST_DAY + 1, 1, "e");
    expect_notes(machine, "a b c d e ");
    reboot(machine, 1, 0);
    expect_notes(machine, "a b c d e ");
    const Entry *entries = history_diary(machine->history)->entries.items;
    assert_int_equal(entries[2].moment.day, FIRST_DAY + 1); // as the clock said
    assert_int_equal(entries[3].moment.day, 0);
    for (int i = 1; i < 5; i++) assert_true(entries[i].order_ms > entries[i - 1].order_ms);
}

// ---- several machines ----

static void copy_file(Machine *from, const char *path, const char *to) {
    Error error = {0};
    assert_true(folder_make(text_copy(&from->arena, (Text){to, (int)(path_name(to) - to) - 1}), &error));
    test_write(to, test_read(&from->arena, path));
}

static void carry(Machine *from, Machine *to, uint32_t writer) {
    copy_file(from, journal(from, writer), journal(to, writer));
}

static void test_two_machines_on_one_day(void **state) {
    Machine *a = *state, b;
    set_up_machine(&b);
    boot(&b, 2, FIRST_DAY);
    for (int i = 0; i < 20; i++) {
        note(a, FIRST_DAY, i * 10, "a");
        note(&b, FIRST_DAY, i * 10 + i % 3, "b"); // some in the same millisecond
        add_one_of_each(i % 2 ? a : &b, FIRST_DAY, i * 10);
    }
    carry(a, &b, 1);
    carry(&b, a, 2);
    reboot(a, 1, FIRST_DAY);
    reboot(&b, 2, FIRST_DAY);
    const char *merged = as_text(&a->arena, history_diary(a->history));
    assert_int_equal(history_diary(a->history)->entries.count, 40 + 20 * ENTRY_KINDS);
    assert_string_equal(merged, as_text(&b.arena, history_diary(b.history)));
    lose_database(a); // and when it reads its own first, or last
    boot(a, 3, FIRST_DAY);
    assert_string_equal(merged, as_text(&a->arena, history_diary(a->history)));
    note(&b, FIRST_DAY - 5, 0, "after"); // b's clock is behind, and yet it knew of a's
    carry(&b, a, 2);
    reboot(a, 1, FIRST_DAY);
    const Diary *diary = history_diary(a->history);
    assert_string_equal(diary->entries.items[diary->entries.count - 1].text, "after");
    scrap(&b);
}

static void test_copies_of_a_journal(void **state) {
    Machine *machine = *state;
    note(machine, FIRST_DAY, 0, "a");
    note(machine, FIRST_DAY, 1, "b");
    const char *copy = path_join(&machine->arena, machine->data, "people/me/journal-00000001 (conflicted copy).log");
    copy_file(machine, journal(machine, 1), copy);
    note(machine, FIRST_DAY, 2, "c");
    Text whole = test_read(&machine->arena, journal(machine, 1)); // all lines twice in one file
    test_write(journal(machine, 1), text_of(text_format(&machine->arena, "%s%s", whole.bytes, whole.bytes)));
    reboot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b c ");
    lose_database(machine);
    boot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b c ");
    assert_int_equal(history_facts(machine->history).entries, 3);
}

// A copied disk: two machines take themselves for the same.
static void test_a_machine_cloned(void **state) {
    Machine *a = *state, b;
    note(a, FIRST_DAY, 0, "both");
    set_up_machine(&b);
    carry(a, &b, 1);
    boot(&b, 1, FIRST_DAY);
    note(a, FIRST_DAY, 1, "a");
    note(&b, FIRST_DAY, 1, "b");
    copy_file(&b, journal(&b, 1), path_join(&a->arena, a->data, "people/me/journal-00000001.sync-conflict.log"));
    reboot(a, 1, FIRST_DAY);
    expect_notes(a, "both a b ");
    scrap(&b);
}

static void test_two_runs_at_once(void **state) {
    Machine *machine = *state;
    Machine other = *machine;
    other.arena = (Arena){0};
    boot(&other, 1, FIRST_DAY);
    for (int i = 0; i < 10; i++) {
        note(machine, FIRST_DAY, 2 * i, "a");
        note(&other, FIRST_DAY, 2 * i + 1, text_format(&machine->arena, "b%d", i));
    }
    history_close(other.history);
    arena_free(&other.arena);
    reboot(machine, 1, FIRST_DAY);
    assert_int_equal(history_diary(machine->history)->entries.count, 20);
    assert_int_equal(history_facts(machine->history).unreadable, 0);
}

// ---- files that are lost or spoilt ----

static void test_lost_journal(void **state) {
    Machine *machine = *state;
    for (int i = 0; i < 5; i++) note(machine, FIRST_DAY, i, "a");
    add_one_of_each(machine, FIRST_DAY, 10);
    Entry taken = {.kind = ENTRY_NOTE, .text = "from elsewhere", .writer = 99, .order_ms = 5, .moment = moment(FIRST_DAY, 0)};
    Diary file = {.entries = {&taken, 1, 1}};
    Error error = {0};
    int added;
    assert_true(history_take(machine->history, &file, &added, &error));
    const char *before = as_text(&machine->arena, history_diary(machine->history));
    Text whole = test_read(&machine->arena, journal(machine, 1));
    for (int cut = 0; cut < 3; cut++) {
        history_close(machine->history);
        if (cut == 0) unlink(journal(machine, 1));
        else test_write(journal(machine, 1), (Text){whole.bytes, cut == 1 ? whole.size / 2 : 0});
        boot(machine, 1, FIRST_DAY);
        assert_string_equal(as_text(&machine->arena, history_diary(machine->history)), before);
        lose_database(machine); // so the journal is whole again by itself
        boot(machine, 1, FIRST_DAY);
        assert_string_equal(as_text(&machine->arena, history_diary(machine->history)), before);
    }
}

static void test_bad_lines(void **state) {
    Machine *machine = *state;
    note(machine, FIRST_DAY, 0, "a");
    JournalLine unknown = {.order_ms = 5, .writer = 9, .words = text_of("2030-01-01T00:00:00.000+00:00 levitation height=3")};
    TextBuilder lines = {0};
    journal_line_write(&unknown, &lines);
    builder_add(&lines, "something else\n");
    test_write(journal(machine, 9), builder_text(&lines));
    builder_free(&lines);
    reboot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a ");
    HistoryFacts facts = history_facts(machine->history);
    assert_true(facts.journals == 2 && facts.unreadable == 1 && facts.unknown == 1);
    reboot(machine, 1, FIRST_DAY);
    facts = history_facts(machine->history);
    assert_true(facts.unreadable == 1 && facts.unknown == 1);
}

static void spoil(Machine *machine, int how) {
    Text whole = test_read(&machine->arena, database(machine));
    char *bytes = (char *)(uintptr_t)whole.bytes;
    if (how == 0) whole.size = whole.size / 2 + 100;
    if (how == 1) memset(bytes + 4096, 0x5a, (size_t)whole.size - 4096);
    if (how == 2) memset(bytes, 0, 100);
    if (how == 3) whole = text_of("not a database at all, but longer than the head of one would be: it is more than a hundred bytes long");
    if (how == 4) bytes[63] = 99; // user_version
    test_write(database(machine), whole);
}

static void test_spoilt_database(void **state) {
    Machine *machine = *state;
    for (int i = 0; i < 300; i++) note(machine, FIRST_DAY, i, i % 2 ? "a" : "b");
    const char *before = as_text(&machine->arena, history_diary(machine->history));
    for (int how = 0; how < 5; how++) {
        history_close(machine->history);
        spoil(machine, how);
        boot(machine, 1, FIRST_DAY + how);
        expect_problem(machine, how == 4 ? "by a newer Limber" : "was damaged");
        assert_string_equal(as_text(&machine->arena, history_diary(machine->history)), before);
        const char *aside = text_format(&machine->arena, "people/me/history-%s-2025-11-2%d.db", how == 4 ? "newer" : "damaged", 1 + how);
        assert_true(file_exists(path_join(&machine->arena, machine->state, aside)));
        reboot(machine, 1, FIRST_DAY);
        assert_null(history_problem(machine->history));
    }
}

static void test_backups(void **state) {
    Machine *machine = *state;
    Error error = {0};
    for (int day = 0; day < 100; day++) {
        if (day % 2 == 0) note(machine, FIRST_DAY + day, 0, text_format(&machine->arena, "%d", day));
        if (!history_rest(machine->history, FIRST_DAY + day, &error)) fail_msg("%s", error.sentence);
        assert_int_equal(history_facts(machine->history).backup_day, FIRST_DAY + day / 7 * 7);
    }
    FileList backups = {0};
    const char *folder = path_join(&machine->arena, machine->state, "people/me/backup");
    assert_true(folder_list(&machine->arena, folder, NULL, &backups, &error));
    assert_int_equal(backups.paths.count, 8);
    // Everything is lost but the backups, the newest of which is half written.
    history_close(machine->history);
    test_write(database(machine), text_of("rubbish"));
    unlink(journal(machine, 1));
    test_write(backups.paths.items[7], text_of("rubbish, too"));
    boot(machine, 1, FIRST_DAY + 100);
    expect_problem(machine, "was damaged");
    const Diary *diary = history_diary(machine->history);
    assert_string_equal(diary->entries.items[diary->entries.count - 1].text, "90");
    lose_database(machine); // and they have a journal again
    boot(machine, 1, FIRST_DAY + 100);
    assert_int_equal(history_diary(machine->history)->entries.count, 46);
}

// ---- disks that refuse ----

static void test_data_folder_that_refuses(void **state) {
    Machine *machine = *state;
    test_write(machine->data, text_of("a file where the folder should be"));
    note(machine, FIRST_DAY, 0, "a");
    expect_problem(machine, "not kept on disk yet");
    note(machine, FIRST_DAY, 1, "b");
    assert_null(history_problem(machine->history)); // once
    assert_int_equal(history_facts(machine->history).waiting, 2);
    Error error = {0};
    assert_false(history_rest(machine->history, FIRST_DAY, &error));
    assert_non_null(strstr(error.sentence, machine->data));
    reboot(machine, 1, FIRST_DAY);
    while (history_problem(machine->history)) {}
    expect_notes(machine, "a b ");
    unlink(machine->data);
    note(machine, FIRST_DAY, 2, "c");
    assert_int_equal(history_facts(machine->history).waiting, 0);
    lose_database(machine);
    boot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b c ");
}

static void test_waiting_is_written_at_the_next_start(void **state) {
    Machine *machine = *state;
    test_write(machine->data, text_of("a file"));
    note(machine, FIRST_DAY, 0, "a");
    history_close(machine->history);
    unlink(machine->data);
    boot(machine, 1, FIRST_DAY);
    assert_int_equal(history_facts(machine->history).waiting, 0);
    lose_database(machine);
    boot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a ");
}

static void test_state_folder_that_refuses(void **state) {
    Machine *machine = *state;
    note(machine, FIRST_DAY, 0, "a");
    history_close(machine->history);
    machine->state = path_join(&machine->arena, journal(machine, 1), "state");
    boot(machine, 1, FIRST_DAY);
    expect_problem(machine, "the history is read from the journals each time");
    expect_notes(machine, "a ");
    note(machine, FIRST_DAY, 1, "b");
    assert_null(history_problem(machine->history));
    assert_null(history_facts(machine->history).database);
    reboot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b ");
}

static void test_both_refuse(void **state) {
    Machine *machine = *state;
    history_close(machine->history);
    machine->data = machine->state = "/proc/nowhere";
    boot(machine, 1, FIRST_DAY);
    while (history_problem(machine->history)) {}
    note(machine, FIRST_DAY, 0, "a");
    note(machine, FIRST_DAY, 1, "b");
    expect_notes(machine, "a b ");
    expect_problem(machine, "not kept on disk yet");
}

// No file may grow beyond so many bytes, as when the disk is full.
static void limit_files(rlim_t bytes) {
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void test_full_disk(void **state) {
    Machine *machine = *state;
    signal(SIGXFSZ, SIG_IGN);
    note(machine, FIRST_DAY, 0, "a");
    Text before = test_read(&machine->arena, journal(machine, 1));
    limit_files((rlim_t)before.size + 20); // the beginning of a line, but no whole one
    note(machine, FIRST_DAY, 1, "b");
    expect_problem(machine, "not kept on disk yet");
    note(machine, FIRST_DAY, 2, "c");
    expect_notes(machine, "a b c ");
    Text after = test_read(&machine->arena, journal(machine, 1));
    limit_files(RLIM_INFINITY);
    assert_string_equal(before.bytes, after.bytes); // no half line is left
    note(machine, FIRST_DAY, 3, "d");
    assert_int_equal(history_facts(machine->history).waiting, 0);
    reboot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b c d ");
    lose_database(machine);
    boot(machine, 1, FIRST_DAY);
    expect_notes(machine, "a b c d ");
    assert_int_equal(history_facts(machine->history).unreadable, 0);
}

// ---- much ----

static void test_more_steps_than_are_loaded(void **state) {
    Machine *machine = *state;
    Arena scratch = {0};
    Diary many = {0}, all;
    Error error = {0};
    int added;
    enum { STEPS = STORE_STEPS_LOADED + 1000 };
    for (int i = 0; i < STEPS; i++) {
        EntryKind kind = i % 100 ? ENTRY_STEP : ENTRY_SESSION;
        Entry step = {.kind = kind, .id = "clam", .number = i % 100, .moment = moment(FIRST_DAY, i)};
        step.order_ms = step.moment.at_ms, step.writer = 4;
        *list_push(&scratch, &many.entries) = step;
    }
    assert_true(history_take(machine->history, &many, &added, &error));
    assert_int_equal(added, STEPS);
    assert_int_equal(history_diary(machine->history)->entries.count, STORE_STEPS_LOADED + STEPS / 100);
    assert_true(history_read_all(machine->history, &scratch, &all, &error));
    assert_int_equal(all.entries.count, STEPS);
    for (int i = 0; i < STEPS; i++) assert_int_equal(diary_compare(&all.entries.items[i], &many.entries.items[i]), 0);
    assert_true(history_take(machine->history, &many, &added, &error)); // the same once more
    assert_int_equal(added, 0);
    arena_free(&scratch);
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(nothing_yet), TEST(is_there_again), TEST(every_kind), TEST(clock_that_jumps),
        TEST(two_machines_on_one_day),
        TEST(copies_of_a_journal), TEST(a_machine_cloned), TEST(two_runs_at_once), TEST(lost_journal), TEST(bad_lines),
        TEST(spoilt_database), TEST(backups), TEST(data_folder_that_refuses), TEST(waiting_is_written_at_the_next_start),
        TEST(state_folder_that_refuses), TEST(both_refuse), TEST(full_disk), TEST(more_steps_than_are_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
