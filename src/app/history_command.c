#include "app/history_command.h"

#include "app/machine.h"
#include "app/scripts.h"
#include "base/file.h"
#include "history/history.h"
#include "history/people.h"
#include "history/table.h"
#include "history/transfer.h"

#include <stdio.h>
#include <string.h>

enum { IMPORT_LIMIT = 512 * 1024 * 1024 };

static int fail(int code, const Error *error) {
    fprintf(stderr, "limber: %s\n", error->sentence);
    return code;
}

// ---- history ----

static int print(const TextBuilder *text) {
    bool good = fwrite(text->bytes ? text->bytes : "", 1, (size_t)text->size, stdout) == (size_t)text->size && fflush(stdout) == 0;
    return good ? 0 : 3;
}

static int show(Arena *arena, History *history, const Options *options, const Folders *folders) {
    Diary all;
    Scripts scripts;
    Error error = {0};
    TextBuilder text = {0};
    if (!history_read_all(history, arena, &all, &error)) return fail(3, &error);
    if (options->csv) transfer_write_csv(&all, &text);
    else if (options->json) transfer_write_json(&all, &text);
    else table_write(&all, scripts_read(arena, folders, &scripts, &error) ? &scripts.library : NULL, &text);
    int code = print(&text);
    builder_free(&text);
    return code;
}

static int take_in(Arena *arena, History *history, const char *path) {
    Text text;
    Diary entries;
    Error error = {0};
    int added;
    if (!file_read(arena, path, IMPORT_LIMIT, &text, &error)) return fail(1, &error);
    if (!transfer_read(arena, path, text, &entries, &error)) return fail(1, &error);
    if (!history_take(history, &entries, &added, &error)) return fail(3, &error);
    printf("%d of %d entries are new.\n", added, entries.entries.count);
    return 0;
}

int history_command(Arena *arena, const Options *options, const Folders *folders, Moment now) {
    const char *const *arguments = options->arguments;
    Error error = {0};
    bool is_import = options->argument_count > 0 && strcmp(arguments[0], "import") == 0;
    if (options->argument_count > 0 && (!is_import || options->argument_count != 2)) {
        error_set(&error, "limber history takes nothing, or: import FILE; limber --help shows how");
        return fail(2, &error);
    }
    HistoryOptions how = {folders->own, folders->state, folders->person, machine_number(arena, folders->machine), now.day};
    History *history = history_open(arena, &how);
    for (const char *problem; (problem = history_problem(history));) fprintf(stderr, "limber: %s\n", problem);
    int code = is_import ? take_in(arena, history, arguments[1]) : show(arena, history, options, folders);
    history_close(history);
    return code;
}

// ---- people ----

static int list_people(Arena *arena, const Folders *folders) {
    People people;
    Error error = {0};
    if (!people_list(arena, folders->own, &people, &error)) return fail(3, &error);
    if (people.names.count == 0) printf("Nobody has played yet.\n");
    for (int i = 0; i < people.names.count; i++)
        printf("%s %s\n", strcmp(people.names.items[i], folders->person) == 0 ? "*" : " ", people.names.items[i]);
    return 0;
}

static int remove_person(Arena *arena, const Folders *folders, const char *name, int day) {
    const char *kept;
    Error error = {0};
    if (!people_remove(arena, folders->own, folders->state, name, day, &kept, &error)) return fail(1, &error);
    printf("%s plays no more; what was theirs is kept in %s.\n", name, kept);
    return 0;
}

static int choose_person(Arena *arena, const Folders *folders, const char *name) {
    People people;
    Error error = {0};
    if (!people_list(arena, folders->own, &people, &error)) return fail(3, &error);
    const char *found = people_find(&people, name);
    if (!found) {
        error_set(&error, "there is nobody called '%s'; limber people lists who there is", name);
        return fail(1, &error);
    }
    if (!people_choose(folders->state, found, &error)) return fail(3, &error);
    printf("From now on %s plays.\n", found);
    return 0;
}

int people_command(Arena *arena, const Options *options, const Folders *folders, Moment now) {
    const char *const *words = options->arguments;
    Error error = {0};
    int count = options->argument_count;
    if (count == 0) return list_people(arena, folders);
    if (count == 2 && strcmp(words[0], "remove") == 0) return remove_person(arena, folders, words[1], now.day);
    if (count == 2 && strcmp(words[0], "add") == 0) return people_add(folders->own, words[1], &error) ? 0 : fail(1, &error);
    if (count == 2 && strcmp(words[0], "choose") == 0) return choose_person(arena, folders, words[1]);
    if (count == 3 && strcmp(words[0], "rename") == 0)
        return people_rename(folders->own, folders->state, words[1], words[2], &error) ? 0 : fail(1, &error);
    error_set(&error, "limber people takes nothing, or one of: add NAME, choose NAME, rename NAME NEW, remove NAME");
    return fail(2, &error);
}
