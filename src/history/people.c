#include "history/people.h"

#include "base/file.h"
#include "diary/date.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

const char *people_folder(Arena *arena, const char *name) {
    return path_join(arena, "people", name);
}

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool people_list(Arena *arena, const char *data_folder, People *people, Error *error) {
    *people = (People){0};
    const char *folder = path_join(arena, data_folder, "people");
    DIR *entries = opendir(folder);
    if (!entries) return errno == ENOENT || error_set(error, "cannot list the folder %s: %s", folder, strerror(errno));
    Error unused;
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (!people_name_is_good(entry->d_name, &unused) || !is_folder(path_join(arena, folder, entry->d_name))) continue;
        *list_push(arena, &people->names) = text_copy(arena, text_of(entry->d_name));
    }
    closedir(entries);
    if (people->names.count) qsort(people->names.items, (size_t)people->names.count, sizeof *people->names.items, by_name);
    return true;
}

const char *people_find(const People *people, const char *name) {
    for (int i = 0; i < people->names.count; i++)
        if (strcasecmp(people->names.items[i], name) == 0) return people->names.items[i];
    return NULL;
}

static const char *choice_path(Arena *arena, const char *state_folder) {
    return path_join(arena, state_folder, "person");
}

const char *people_current(Arena *arena, const char *data_folder, const char *state_folder) {
    People people;
    Text text;
    Error error;
    if (!people_list(arena, data_folder, &people, &error)) return PEOPLE_DEFAULT;
    bool has_choice = file_read(arena, choice_path(arena, state_folder), 2 * PERSON_NAME_MAX, &text, &error);
    for (int i = 0; has_choice && i < people.names.count; i++)
        if (text_is(text, people.names.items[i])) return people.names.items[i];
    return people.names.count == 1 ? people.names.items[0] : PEOPLE_DEFAULT;
}

bool people_choose(const char *state_folder, const char *name, Error *error) {
    Arena arena = {0};
    bool good = folder_make(state_folder, error) && file_write(choice_path(&arena, state_folder), text_of(name), error);
    arena_free(&arena);
    return good;
}

static bool is_good(const char *name) {
    size_t length = strlen(name);
    if (length == 0 || name[0] == '.' || name[0] == ' ' || name[length - 1] == ' ' || name[length - 1] == '.') return false;
    for (const char *at = name; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7f || strchr("/\\:*?\"<>|", *at)) return false;
    return true;
}

bool people_name_is_good(const char *name, Error *error) {
    if (strlen(name) > PERSON_NAME_MAX)
        return error_set(error, "a person's name is at most %d bytes long; choose a shorter one", PERSON_NAME_MAX);
    return is_good(name) || error_set(error, "'%s' cannot be a person's name: it is a folder's name too, so it has none of "
                                             "/ \\ : * ? \" < > | and neither begins nor ends with a blank or a dot", name);
}

static bool is_free(Arena *arena, const char *data_folder, const char *name, const char *except, Error *error) {
    People people;
    if (!people_name_is_good(name, error) || !people_list(arena, data_folder, &people, error)) return false;
    const char *taken = people_find(&people, name);
    if (!taken || (except && strcmp(taken, except) == 0)) return true;
    return error_set(error, "there is somebody called '%s' already", taken);
}

bool people_add(const char *data_folder, const char *name, Error *error) {
    Arena arena = {0};
    bool good = is_free(&arena, data_folder, name, NULL, error) &&
                folder_make(path_join(&arena, data_folder, people_folder(&arena, name)), error);
    arena_free(&arena);
    return good;
}

static bool is_known(Arena *arena, const char *data_folder, const char *name, Error *error) {
    People people;
    if (!people_list(arena, data_folder, &people, error)) return false;
    for (int i = 0; i < people.names.count; i++)
        if (strcmp(people.names.items[i], name) == 0) return true;
    const char *near = text_nearest(text_of(name), people.names.items, people.names.count);
    if (near) return error_set(error, "there is nobody called '%s'; did you mean '%s'?", name, near);
    return error_set(error, "there is nobody called '%s'", name);
}

// The state comes along when it can: it would be made again.
static bool move_both(Arena *arena, const char *data_folder, const char *state_folder, const char *from, const char *to, Error *error) {
    const char *path = path_join(arena, data_folder, from);
    if (rename(path, path_join(arena, data_folder, to)) != 0)
        return error_set(error, "cannot rename the folder %s: %s", path, strerror(errno));
    Error unused;
    const char *state = path_join(arena, state_folder, to);
    const char *above = text_copy(arena, (Text){state, (int)(path_name(state) - state) - 1});
    if (folder_make(above, &unused)) rename(path_join(arena, state_folder, from), state);
    return true;
}

bool people_rename(const char *data_folder, const char *state_folder, const char *name, const char *to, Error *error) {
    Arena arena = {0};
    bool good = is_known(&arena, data_folder, name, error) && is_free(&arena, data_folder, to, name, error) &&
                move_both(&arena, data_folder, state_folder, people_folder(&arena, name), people_folder(&arena, to), error);
    arena_free(&arena);
    return good;
}

bool people_remove(Arena *arena, const char *data_folder, const char *state_folder, const char *name, int day,
                   const char **kept, Error *error) {
    char date[DATE_SIZE];
    date_write(day, date);
    const char *removed = path_join(arena, data_folder, "people-removed");
    if (!is_known(arena, data_folder, name, error) || !folder_make(removed, error)) return false;
    const char *as = text_format(arena, "people-removed/%s-%s", name, date);
    for (int i = 2; file_exists(path_join(arena, data_folder, as)) && i < 1000; i++)
        as = text_format(arena, "people-removed/%s-%s-%d", name, date, i);
    *kept = path_join(arena, data_folder, as);
    return move_both(arena, data_folder, state_folder, people_folder(arena, name), as, error);
}
