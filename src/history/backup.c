#include "history/backup.h"

#include "diary/date.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char name_head[] = "history-", name_end[] = ".db";

// "history-2026-11-21.db"
static bool read_name(const char *path, int *day) {
    const char *name = path_name(path);
    size_t head = strlen(name_head), length = head + 10 + strlen(name_end);
    if (strlen(name) != length || strncmp(name, name_head, head) != 0) return false;
    return path_ends_with(name, name_end) && date_read((Text){name + head, 10}, day);
}

void backup_list(Arena *arena, const char *folder, FileList *backups) {
    FileList all = {0};
    Error error;
    if (!folder_list(arena, path_join(arena, folder, "backup"), name_end, &all, &error)) return;
    for (int i = 0, day; i < all.paths.count; i++)
        if (read_name(all.paths.items[i], &day)) *list_push(arena, &backups->paths) = all.paths.items[i];
}

static int newest_day(const FileList *backups) {
    int day = -1;
    if (backups->paths.count) read_name(backups->paths.items[backups->paths.count - 1], &day);
    return day;
}

int backup_day(const char *folder) {
    Arena arena = {0};
    FileList backups = {0};
    backup_list(&arena, folder, &backups);
    int day = newest_day(&backups);
    arena_free(&arena);
    return day;
}

static bool copy_to(Arena *arena, sqlite3 *db, const char *path, Error *error) {
    const char *unfinished = text_format(arena, "%s.new", path);
    unlink(unfinished); // of a run that was ended within
    char *sql = sqlite3_mprintf("VACUUM INTO %Q", unfinished);
    bool good = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_free(sql);
    if (good && rename(unfinished, path) == 0) return true;
    error_set(error, "cannot write the backup %s: %s", path, good ? strerror(errno) : sqlite3_errmsg(db));
    unlink(unfinished);
    return false;
}

bool backup_make(sqlite3 *db, const char *folder, int day, Error *error) {
    Arena arena = {0};
    FileList backups = {0};
    backup_list(&arena, folder, &backups);
    int newest = newest_day(&backups);
    bool is_due = newest < 0 || day < newest || day - newest >= BACKUP_DAYS, good = true;
    if (is_due) {
        const char *place = path_join(&arena, folder, "backup");
        char date[DATE_SIZE];
        date_write(day, date);
        const char *path = path_join(&arena, place, text_format(&arena, "%s%s%s", name_head, date, name_end));
        good = folder_make(place, error) && copy_to(&arena, db, path, error);
    }
    if (good && is_due) {
        backups = (FileList){0};
        backup_list(&arena, folder, &backups);
        for (int i = 0; i + BACKUPS_KEPT < backups.paths.count; i++) unlink(backups.paths.items[i]);
    }
    arena_free(&arena);
    return good;
}
