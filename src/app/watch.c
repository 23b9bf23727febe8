#include "app/watch.h"

#include "app/scripts.h"

#include <string.h>
#include <sys/stat.h>

enum { MOST_FOLDERS = 8 };

// What tells one state of a file from another.
typedef struct {
    int64_t changed_ns, size, number;
} Stamp;

typedef struct {
    const char *path;
    Stamp stamp;
} Seen;

typedef LIST(Seen) SeenList;

// One place after the other, in each sorted by path.
typedef struct {
    Arena arena;
    SeenList places[MOST_FOLDERS + 1];
} Look;

struct Watch {
    Arena *arena;
    const char *folders[MOST_FOLDERS];
    int count;
    const char *file;
    Look known;   // what was told
    Look latest;  // the last look
};

static bool stamp_of(const char *path, Stamp *stamp) {
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    *stamp = (Stamp){(int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec, (int64_t)status.st_size,
                     (int64_t)status.st_ino};
    return true;
}

static bool is_same_stamp(Stamp a, Stamp b) {
    return a.changed_ns == b.changed_ns && a.size == b.size && a.number == b.number;
}

static void add(Look *look, SeenList *list, const char *path) {
    Stamp stamp;
    if (scripts_have_ending(path) && stamp_of(path, &stamp)) *list_push(&look->arena, list) = (Seen){path, stamp};
}

// The file that is named may be in one of the folders, under another path.
static bool is_in_folders(const Look *look, int folders, int64_t number) {
    for (int i = 0; i < folders; i++) {
        for (int k = 0; k < look->places[i].count; k++)
            if (look->places[i].items[k].stamp.number == number) return true;
    }
    return false;
}

static void look_around(const Watch *watch, Look *look) {
    for (int i = 0; i < watch->count; i++) {
        FileList files = {0};
        Error error;
        folder_list(&look->arena, watch->folders[i], NULL, &files, &error); // what cannot be listed has nothing new
        for (int k = 0; k < files.paths.count; k++) add(look, &look->places[i], files.paths.items[k]);
    }
    Stamp stamp;
    if (!watch->file || !stamp_of(watch->file, &stamp) || is_in_folders(look, watch->count, stamp.number)) return;
    add(look, &look->places[watch->count], watch->file);
}

static const Seen *find(const SeenList *list, const char *path) {
    int low = 0, high = list->count;
    while (low < high) {
        int middle = (low + high) / 2, order = strcmp(list->items[middle].path, path);
        if (order == 0) return &list->items[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

Watch *watch_make(Arena *arena, const char *const *folders, int count, const char *file) {
    Watch *watch = arena_new(arena, Watch, 1);
    watch->arena = arena;
    for (int i = 0; i < count && i < MOST_FOLDERS; i++) watch->folders[watch->count++] = folders[i];
    watch->file = file;
    look_around(watch, &watch->known);
    look_around(watch, &watch->latest);
    return watch;
}

static void keep(Look *known, SeenList *list, const Seen *seen) {
    Seen *old = (Seen *)find(list, seen->path);
    if (old) {
        old->stamp = seen->stamp;
        return;
    }
    int at = list->count;
    list_push(&known->arena, list);
    while (at > 0 && strcmp(list->items[at - 1].path, seen->path) > 0) list->items[at] = list->items[at - 1], at--;
    list->items[at] = (Seen){text_copy(&known->arena, text_of(seen->path)), seen->stamp};
}

// Other than what is known, and as it was at the look before.
static void tell_changed(Watch *watch, int place, const Look *now, Arena *frame, FileList *changed) {
    for (int i = 0; i < now->places[place].count; i++) {
        const Seen *seen = &now->places[place].items[i];
        const Seen *known = find(&watch->known.places[place], seen->path), *before = find(&watch->latest.places[place], seen->path);
        if (known && is_same_stamp(known->stamp, seen->stamp)) continue;
        if (!before || !is_same_stamp(before->stamp, seen->stamp)) continue;
        keep(&watch->known, &watch->known.places[place], seen);
        *list_push(frame, &changed->paths) = text_copy(frame, text_of(seen->path));
    }
}

static void tell_gone(Watch *watch, int place, const Look *now, Arena *frame, FileList *gone) {
    SeenList *known = &watch->known.places[place];
    for (int i = known->count; i-- > 0;) {
        const char *path = known->items[i].path;
        if (find(&now->places[place], path) || find(&watch->latest.places[place], path)) continue;
        *list_push(frame, &gone->paths) = text_copy(frame, text_of(path));
        memmove(&known->items[i], &known->items[i + 1], sizeof *known->items * (size_t)(known->count - i - 1));
        known->count--;
    }
}

bool watch_look(Watch *watch, Arena *frame, FileList *changed, FileList *gone) {
    Look now = {.arena = {0}};
    look_around(watch, &now);
    for (int place = 0; place <= watch->count; place++) {
        tell_changed(watch, place, &now, frame, changed);
        tell_gone(watch, place, &now, frame, gone);
    }
    arena_free(&watch->latest.arena);
    watch->latest = now;
    return changed->paths.count || gone->paths.count;
}

void watch_end(Watch *watch) {
    arena_free(&watch->known.arena);
    arena_free(&watch->latest.arena);
}
