#include "support/folder.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

const char *test_folder(Arena *arena) {
    const char *build = getenv("LIMBER_BUILD");
    char *path = path_join(arena, build ? build : "/tmp", "test-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

const char *test_home(Arena *arena) {
    const char *folder = test_folder(arena);
    setenv("XDG_STATE_HOME", path_join(arena, folder, "state"), 1);
    setenv("XDG_CACHE_HOME", path_join(arena, folder, "cache"), 1);
    return folder;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)place;
    if (kind == FTW_DNR || kind == FTW_NS) return 0;
    return remove(path);
}

void test_folder_remove(const char *path) {
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

Text test_read(Arena *arena, const char *path) {
    Text text = {0};
    Error error = {0};
    if (!file_read(arena, path, 1 << 30, &text, &error)) fail_msg("%s", error.sentence);
    return text;
}

void test_write(const char *path, Text text) {
    Error error = {0};
    if (!file_write(path, text, &error)) fail_msg("%s", error.sentence);
}
