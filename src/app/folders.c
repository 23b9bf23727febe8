#include "app/folders.h"

#include "base/file.h"
#include "history/journal.h"
#include "history/people.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The folder of the running program, or NULL.
static char *program_folder(Arena *arena) {
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    if (size <= 0 || size == (ssize_t)sizeof path) return NULL;
    Text text = {path, (int)size};
    while (text.size > 1 && text.bytes[text.size - 1] != '/') text.size--;
    return text_copy(arena, (Text){path, text.size - 1});
}

// Limber's folder in one of the user's base folders; a relative value of the variable is to be ignored.
static const char *base_folder(Arena *arena, const char *variable, const char *in_home) {
    const char *home = getenv("HOME"), *folder = getenv(variable);
    if (folder && *folder == '/') return path_join(arena, folder, "limber");
    return path_join(arena, home && *home ? home : "/", in_home);
}

bool folders_have_sheet(Arena *arena, const char *sheets, const char *move) {
    return file_exists(path_join(arena, path_join(arena, sheets, move), "sheet.txt"));
}

// A data folder that was named has a state of its own, by its path.
static const char *state_folder(Arena *arena, const char *state, const char *data) {
    char here[4096];
    if (!data) return state;
    const char *path = data[0] == '/' || !getcwd(here, sizeof here) ? data : path_join(arena, here, data);
    return path_join(arena, state, text_format(arena, "at-%08x", (unsigned)journal_checksum(text_of(path))));
}

Folders folders_find(Arena *arena, const Options *options) {
    const char *program = program_folder(arena);
    const char *installed = program ? path_join(arena, program, "../share/limber") : NULL;
    bool is_installed = installed && file_exists(path_join(arena, installed, "moves"));
    const char *own = options->data ? options->data : base_folder(arena, "XDG_DATA_HOME", ".local/share/limber");
    const char *config = options->config ? options->config : base_folder(arena, "XDG_CONFIG_HOME", ".config/limber");
    const char *base = base_folder(arena, "XDG_STATE_HOME", ".local/state/limber");
    const char *state = state_folder(arena, base, options->data);
    const char *person = options->person ? options->person : people_current(arena, own, state);
    bool is_default = strcmp(person, PEOPLE_DEFAULT) == 0;
    return (Folders){
        .own = own,
        .state = state,
        .machine = path_join(arena, base, "machine"),
        .person = person,
        .moves = is_installed ? path_join(arena, installed, "moves") : LIMBER_SOURCE "/assets/moves",
        .routines = is_installed ? path_join(arena, installed, "routines") : LIMBER_SOURCE "/routines",
        .voices = is_installed ? path_join(arena, installed, "voice") : LIMBER_SOURCE "/assets/voice",
        .sheets = is_installed ? path_join(arena, installed, "sheets") : LIMBER_BINARY "/sheets",
        .fonts = "/usr/share/fonts/opentype/inter",
        .own_moves = path_join(arena, own, "moves"),
        .own_routines = path_join(arena, own, "routines"),
        .own_sheets = path_join(arena, own, "sheets"),
        .own_voices = path_join(arena, own, "voice"),
        .own_music = path_join(arena, own, "music"),
        .settings = path_join(arena, config, "settings"),
        .known_moves = path_join(arena, is_default ? own : path_join(arena, own, people_folder(arena, person)), "known-moves"),
        .cache_sheets = path_join(arena, base_folder(arena, "XDG_CACHE_HOME", ".cache/limber"), "sheets"),
        .bake = path_join(arena, program ? program : ".", "limber-bake"),
    };
}
