#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST_FOLDER = 8, LONGEST_PATH = 4096, MOST_LINKS = 8 };

bool file_read(Arena *arena, const char *path, int limit, Text *text, Error *error) {
    FILE *file = fopen(path, "rb");
    if (!file) return error_set(error, "cannot read %s: %s", path, strerror(errno));
    struct stat status;
    bool good = fstat(fileno(file), &status) == 0;
    if (!good) error_set(error, "cannot read %s: %s", path, strerror(errno));
    else if (!S_ISREG(status.st_mode)) good = error_set(error, "cannot read %s: it is not a file", path);
    else if (status.st_size > limit)
        good = error_set(error, "%s is larger than %d kB, the most Limber reads; split it", path, limit / 1024);
    if (good) {
        char *bytes = arena_alloc(arena, (size_t)status.st_size + 1);
        size_t size = fread(bytes, 1, (size_t)status.st_size, file);
        *text = (Text){bytes, (int)size};
        good = !ferror(file) || error_set(error, "cannot read %s: %s", path, strerror(errno));
    }
    fclose(file);
    return good;
}

// Follows links to the file itself, which may not exist yet. False when that leads nowhere.
static bool follow_links(const char *path, char target[LONGEST_PATH]) {
    if (snprintf(target, LONGEST_PATH, "%s", path) >= LONGEST_PATH) return false;
    for (int followed = 0; followed <= MOST_LINKS; followed++) {
        char link[LONGEST_PATH], next[2 * LONGEST_PATH];
        ssize_t size = readlink(target, link, sizeof link);
        if (size < 0) return true;
        if (size == (ssize_t)sizeof link) return false;
        int folder = link[0] == '/' ? 0 : (int)(path_name(target) - target);
        int length = snprintf(next, sizeof next, "%.*s%.*s", folder, target, (int)size, link);
        if (length >= LONGEST_PATH) return false;
        memcpy(target, next, (size_t)length + 1);
    }
    return false;
}

bool file_write(const char *path, Text text, Error *error) {
    char target[LONGEST_PATH], temporary[LONGEST_PATH];
    if (!follow_links(path, target)) return error_set(error, "cannot write %s: its path or its links are too long", path);
    int length = snprintf(temporary, sizeof temporary, "%s.new", target);
    if (length >= (int)sizeof temporary) return error_set(error, "cannot write %s: the path is too long", path);
    FILE *file = fopen(temporary, "wb");
    if (!file) return error_set(error, "cannot write %s: %s", path, strerror(errno));
    bool good = text.size == 0 || fwrite(text.bytes, 1, (size_t)text.size, file) == (size_t)text.size;
    good = good && fflush(file) == 0 && fsync(fileno(file)) == 0;
    int reason = errno;
    fclose(file); // everything is on the disk, or it has failed already
    if (good && rename(temporary, target) == 0) return true;
    if (good) reason = errno;
    unlink(temporary);
    return error_set(error, "cannot write %s: %s", path, strerror(reason));
}

bool file_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

int64_t file_changed_ns(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) return 0;
    return (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
}

bool folder_make(const char *path, Error *error) {
    char part[LONGEST_PATH];
    size_t length = strlen(path);
    if (length >= sizeof part) return error_set(error, "cannot make the folder %s: the path is too long", path);
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0') continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return error_set(error, "cannot make the folder %s: %s", part, strerror(errno));
    }
    return true;
}

static int by_path(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool list_into(Arena *arena, const char *folder, const char *suffix, int depth, FileList *files, Error *error) {
    DIR *entries = opendir(folder);
    if (!entries && errno == ENOENT) return true;
    if (!entries) return error_set(error, "cannot list the folder %s: %s", folder, strerror(errno));
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(entries));) {
        if (entry->d_name[0] == '.') continue;
        char *path = path_join(arena, folder, entry->d_name);
        struct stat status;
        if (stat(path, &status) != 0) continue; // a link to nowhere
        if (S_ISDIR(status.st_mode)) {
            if (depth < DEEPEST_FOLDER) good = list_into(arena, path, suffix, depth + 1, files, error);
        } else if (!suffix || path_ends_with(path, suffix)) {
            *list_push(arena, &files->paths) = path;
        }
    }
    closedir(entries);
    return good;
}

bool folder_list(Arena *arena, const char *folder, const char *suffix, FileList *files, Error *error) {
    int first = files->paths.count;
    if (!list_into(arena, folder, suffix, 0, files, error)) return false;
    int added = files->paths.count - first;
    if (added > 1) qsort(files->paths.items + first, (size_t)added, sizeof *files->paths.items, by_path);
    return true;
}

void folder_remove(const char *path) {
    Arena arena = {0};
    FileList files = {0};
    Error error;
    struct stat status;
    bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode); // what a link leads to is not ours
    if (is_folder && folder_list(&arena, path, NULL, &files, &error)) {
        size_t length = strlen(path);
        for (int i = 0; i < files.paths.count; i++)
            if (!strchr(files.paths.items[i] + length + 1, '/')) unlink(files.paths.items[i]);
        rmdir(path);
    }
    arena_free(&arena);
}

char *path_join(Arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    return text_format(arena, "%s%s%s", folder, slash ? "" : "/", name);
}

const char *path_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_ends_with(const char *path, const char *suffix) {
    size_t length = strlen(path), end = strlen(suffix);
    return length >= end && strcmp(path + length - end, suffix) == 0;
}

bool path_has_ending(const char *path, const char *const *endings) {
    const char *ending = strrchr(path_name(path), '.');
    for (; ending && *endings; endings++)
        if (strcasecmp(ending, *endings) == 0) return true;
    return false;
}
