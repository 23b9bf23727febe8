// Which voices and folders with music there are to choose from.
#include "app/keep.h"

#include "base/file.h"
#include "sound/coach.h"
#include "sound/jukebox.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_NAMES = 60, MOST_LOOKED_AT = 400 };

typedef struct {
    LIST(const char *) names;
} Names;

typedef bool (*Fits)(Arena *arena, const char *folder);

// Directly in it; folders as large as libraries are not read to their end.
static bool has_music(Arena *arena, const char *folder) {
    (void)arena;
    DIR *entries = opendir(folder);
    bool found = false;
    int looked_at = 0;
    for (struct dirent *entry; entries && !found && looked_at++ < MOST_LOOKED_AT && (entry = readdir(entries));)
        found = entry->d_name[0] != '.' && jukebox_plays(entry->d_name);
    if (entries) closedir(entries);
    return found;
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The folders directly in one that fit, as paths or just by name.
static void add_folders(Arena *arena, const char *folder, Fits fits, bool as_paths, Names *names) {
    DIR *entries = opendir(folder);
    int looked_at = 0, first = names->names.count;
    for (struct dirent *entry; entries && looked_at++ < MOST_LOOKED_AT && (entry = readdir(entries));) {
        if (entry->d_name[0] == '.' || names->names.count == MOST_NAMES) continue;
        const char *path = path_join(arena, folder, entry->d_name);
        bool is_short = strlen(path) < SETTING_TEXT_SIZE;
        if (!is_short || !is_folder(path) || !fits(arena, path)) continue;
        *list_push(arena, &names->names) = as_paths ? path : path_name(path);
    }
    if (entries) closedir(entries);
    int added = names->names.count - first;
    if (added > 1) qsort(names->names.items + first, (size_t)added, sizeof *names->names.items, by_name);
}

static NameList list_of(const Names *names) {
    return (NameList){names->names.items, names->names.count};
}

NameList keep_voices(Arena *arena, const Folders *folders) {
    Names names = {0};
    add_folders(arena, folders->own_voices, coach_is_there, false, &names);
    return list_of(&names);
}

// The value of XDG_MUSIC_DIR in user-dirs.dirs (xdg-user-dirs): "$HOME/Musik", or an absolute path.
static const char *user_music_folder(Arena *arena) {
    const char *home = getenv("HOME"), *config = getenv("XDG_CONFIG_HOME");
    if (!home || *home != '/') return NULL;
    const char *folder = config && *config == '/' ? config : path_join(arena, home, ".config");
    Text text;
    Error error = {0};
    if (!file_read(arena, path_join(arena, folder, "user-dirs.dirs"), 64 * 1024, &text, &error)) return path_join(arena, home, "Music");
    static const char key[] = "\nXDG_MUSIC_DIR=\"";
    const char *whole = text_format(arena, "\n%s", text_copy(arena, text)), *found = strstr(whole, key);
    const char *value = found ? found + strlen(key) : "", *end = strchr(value, '"');
    if (!found || !end) return path_join(arena, home, "Music");
    const char *path = text_copy(arena, (Text){value, (int)(end - value)});
    return strncmp(path, "$HOME/", 6) == 0 ? path_join(arena, home, path + 6) : path;
}

NameList keep_music_folders(Arena *arena, const Folders *folders) {
    Names names = {0};
    const char *music = user_music_folder(arena);
    add_folders(arena, folders->own_music, has_music, true, &names);
    bool is_short = music && strlen(music) < SETTING_TEXT_SIZE;
    if (is_short && has_music(arena, music)) *list_push(arena, &names.names) = music;
    if (is_short) add_folders(arena, music, has_music, true, &names);
    return list_of(&names);
}
