#include "app/scripts.h"

#include "base/file.h"
#include "library/routine.h"
#include "library/way.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const endings[] = {".move", ".way", ".ladder", ".routine", ".plan"}; // what is read first comes first
enum { ENDING_COUNT = sizeof endings / sizeof *endings };

// ---- order ----

static bool strengthens(const Routine *routine) {
    for (int i = 0; i < routine->sections.count; i++)
        if (routine->sections.items[i].group == GROUP_STRENGTHEN) return true;
    return false;
}

enum { LONGEST_BREAK_MS = 4 * 60000 };

// Whole sessions, stretches, breaks.
static int sort_of(const Routine *routine, int ms) {
    if (ms <= LONGEST_BREAK_MS) return 2;
    return strengthens(routine) ? 0 : 1;
}

static int by_offer(const void *left, const void *right) {
    const Routine *a = *(const Routine *const *)left, *b = *(const Routine *const *)right;
    int a_ms = routine_ms(a), b_ms = routine_ms(b);
    int order = (a->level >= LEVEL_A1) - (b->level >= LEVEL_A1);
    if (!order) order = sort_of(a, a_ms) - sort_of(b, b_ms);
    if (!order) order = (a_ms > b_ms) - (a_ms < b_ms);
    return order ? order : strcmp(a->id, b->id);
}

static void sort(Library *library) {
    if (library->routines.count) qsort(library->routines.items, (size_t)library->routines.count, sizeof *library->routines.items, by_offer);
}

bool scripts_read(Arena *arena, const Folders *folders, Scripts *scripts, Error *error) {
    *scripts = (Scripts){.diags = {.arena = arena}};
    const char *const all[] = {folders->moves, folders->routines, folders->own_moves, folders->own_routines};
    if (!library_read(arena, all, 4, &scripts->library, &scripts->diags, error)) return false;
    sort(&scripts->library);
    return true;
}

bool scripts_is_file_name(const char *name) {
    return strchr(name, '/') || path_ends_with(name, ".routine");
}

static const Routine *routine_of_file(Arena *arena, Scripts *scripts, const char *path, Error *error) {
    int errors_before = scripts->diags.errors;
    if (!library_read_file(arena, path, &scripts->library, &scripts->diags, error)) return NULL;
    if (scripts->diags.errors > errors_before) {
        error_set(error, "%s cannot be played before that is put right", path);
        return NULL;
    }
    for (int i = scripts->library.routines.count; i-- > 0;)
        if (strcmp(scripts->library.routines.items[i]->path, path) == 0) return scripts->library.routines.items[i];
    error_set(error, "%s is not a routine; its first line should be: routine an-id \"A name\"", path);
    return NULL;
}

const Routine *scripts_routine(Arena *arena, Scripts *scripts, const char *name, Error *error) {
    if (scripts_is_file_name(name)) return routine_of_file(arena, scripts, name, error);
    const Library *library = &scripts->library;
    const Routine *routine = library_routine(library, text_of(name));
    if (routine) return routine;
    const char **ids = arena_new(arena, const char *, library->routines.count + 1);
    for (int i = 0; i < library->routines.count; i++) ids[i] = library->routines.items[i]->id;
    const char *near = text_nearest(text_of(name), ids, library->routines.count);
    if (near) error_set(error, "no routine is called '%s'; did you mean '%s'?", name, near);
    else error_set(error, "no routine is called '%s'; limber lists them under More, Another session", name);
    return NULL;
}

void scripts_print(const Diags *diags) {
    TextBuilder text = {0};
    diags_write(diags, &text);
    if (text.size) fwrite(text.bytes, 1, (size_t)text.size, stderr);
    builder_free(&text);
}

const char *scripts_stand_ins(Arena *arena, const Diags *diags) {
    const char *first = NULL;
    for (int i = 0; i < diags->list.count && !first; i++) {
        const Diag *diag = &diags->list.items[i];
        if (diag->severity != SEVERITY_NOTE) continue;
        Text id = {diag->source->text.bytes + diag->span.begin, diag->span.end - diag->span.begin};
        first = text_copy(arena, id);
    }
    if (!first) return NULL;
    if (diags->notes == 1) return text_format(arena, "Your own '%s' is used instead of Limber's.", first);
    return text_format(arena, "Your own '%s' and %d more are used instead of Limber's.", first, diags->notes - 1);
}

int scripts_problems(Arena *arena, const Diags *diags, const char *const **lines) {
    const char **found = arena_new(arena, const char *, diags->list.count + 1);
    const Source *last = NULL;
    int count = 0;
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        if (diag->severity != SEVERITY_ERROR || diag->source == last) continue;
        int line, column;
        last = diag->source;
        source_place(diag->source, diag->span.begin, &line, &column);
        found[count++] = text_format(arena, "%s:%d: %s", path_name(diag->source->path), line, diag->message);
    }
    *lines = found;
    return count;
}

// The files a person named, those in folders sorted so that moves are known before routines use them.
static bool collect(Arena *arena, const char *const *names, int count, FileList *files, Error *error) {
    for (int ending = 0; ending < ENDING_COUNT; ending++) {
        for (int i = 0; i < count; i++) {
            struct stat status;
            if (stat(names[i], &status) != 0) return error_set(error, "cannot read %s: there is no such file or folder", names[i]);
            if (S_ISDIR(status.st_mode)) {
                if (!folder_list(arena, names[i], endings[ending], files, error)) return false;
            } else if (path_ends_with(names[i], endings[ending])) {
                *list_push(arena, &files->paths) = names[i];
            }
        }
    }
    return true;
}

bool scripts_have_ending(const char *path) {
    for (int i = 0; i < ENDING_COUNT; i++)
        if (path_ends_with(path, endings[i])) return true;
    return false;
}

static bool check_named(Arena *arena, const char *const *names, int count, Scripts *scripts, int *files_read, Error *error) {
    FileList files = {0};
    for (int i = 0; i < count; i++) {
        struct stat status;
        bool is_file = stat(names[i], &status) == 0 && !S_ISDIR(status.st_mode);
        if (is_file && !scripts_have_ending(names[i]))
            return error_set(error, "%s is no script; their names end with .move, .way, .ladder, .routine or .plan", names[i]);
    }
    if (!collect(arena, names, count, &files, error)) return false;
    scripts->diags = (Diags){.arena = arena}; // what is wrong elsewhere was not asked
    *files_read = files.paths.count;
    return library_read_files(arena, &files, &scripts->library, &scripts->diags, error);
}

static void print_count(const char *before, int count, const char *thing) {
    printf("%s%d %s%s", before, count, thing, count == 1 ? "" : "s");
}

static void print_sum(const Scripts *scripts, bool named, int files) {
    const Library *library = &scripts->library;
    if (named) {
        print_count("", files, "file");
    } else {
        print_count("", library->moves.count, "move");
        print_count(", ", library->ladders.count, "ladder");
        print_count(", ", library->routines.count, "routine");
        print_count(", ", library->plans.count, "plan");
    }
    print_count(": ", scripts->diags.errors, "error");
    print_count(", ", scripts->diags.list.count - scripts->diags.errors - scripts->diags.notes, "warning");
    if (scripts->diags.notes) print_count(", ", scripts->diags.notes, "note");
    printf("\n");
}

// All of it or nothing: an editor never reads half an object.
static void print_json(const Diags *diags) {
    TextBuilder text = {0};
    diags_write_json(diags, &text);
    fwrite(text.bytes, 1, (size_t)text.size, stdout);
    builder_free(&text);
}

int scripts_check(Arena *arena, const Folders *folders, const char *const *names, int count, bool json) {
    Error error = {0};
    Scripts scripts;
    int files = 0;
    bool good = scripts_read(arena, folders, &scripts, &error);
    if (good && count) good = check_named(arena, names, count, &scripts, &files, &error);
    if (!good) {
        fprintf(stderr, "limber: %s\n", error.sentence);
        return 1;
    }
    if (json) {
        print_json(&scripts.diags);
    } else {
        scripts_print(&scripts.diags);
        print_sum(&scripts, count > 0, files);
    }
    return scripts.diags.errors ? 1 : 0;
}

// ---- reading again ----

enum { LAYERS = 5 }; // shipped moves and routines, one's own, and a file that was named

static int layer_of(const Folders *folders, const char *path) {
    const char *const all[] = {folders->moves, folders->routines, folders->own_moves, folders->own_routines};
    for (int i = 0; i < LAYERS - 1; i++) {
        size_t size = strlen(all[i]);
        if (strncmp(path, all[i], size) == 0 && path[size] == '/') return i;
    }
    return LAYERS - 1;
}

static bool is_among(const FileList *files, const char *path) {
    for (int i = 0; i < files->paths.count; i++)
        if (strcmp(files->paths.items[i], path) == 0) return true;
    return false;
}

static void add_once(Arena *arena, FileList *files, const char *path) {
    if (!is_among(files, path) && file_exists(path)) *list_push(arena, &files->paths) = text_copy(arena, text_of(path));
}

// What changed; what had mistakes, which may be gone now; what stands in for a changed file; what includes changed routines.
static void add_concerned(Arena *arena, const FileList *changed, const Scripts *scripts, FileList *files) {
    for (int i = 0; i < changed->paths.count; i++) add_once(arena, files, changed->paths.items[i]);
    for (int i = 0; i < scripts->diags.list.count; i++) {
        const Diag *diag = &scripts->diags.list.items[i];
        if (diag->severity != SEVERITY_WARNING) add_once(arena, files, diag->source->path);
    }
    for (int i = 0; i < scripts->library.routines.count; i++) {
        const Routine *routine = scripts->library.routines.items[i];
        if (routine->includes) add_once(arena, files, routine->path);
    }
}

// What stood behind something that is gone is there again: all of it is read.
static bool add_all(Arena *arena, const Folders *folders, FileList *files, Error *error) {
    const char *const all[] = {folders->moves, folders->routines, folders->own_moves, folders->own_routines};
    FileList found = {0};
    for (int i = 0; i < LAYERS - 1; i++)
        if (!folder_list(arena, all[i], NULL, &found, error)) return false;
    for (int i = 0; i < found.paths.count; i++)
        if (scripts_have_ending(found.paths.items[i])) add_once(arena, files, found.paths.items[i]);
    return true;
}

// Later layers stand in for those before. Files are read with all others of their layer.
static bool read_layers(Arena *arena, const Folders *folders, const FileList *files, Scripts *scripts, Diags *diags, Error *error) {
    for (int layer = 0; layer < LAYERS; layer++) {
        FileList list = {0};
        for (int i = 0; i < files->paths.count; i++)
            if (layer_of(folders, files->paths.items[i]) == layer) *list_push(arena, &list.paths) = files->paths.items[i];
        if (list.paths.count && !library_read_files(arena, &list, &scripts->library, diags, error)) return false;
    }
    return true;
}

// What was found before in files that were read again is no longer so; that they stand in for others still is.
static void renew_findings(Diags *all, const FileList *read, const FileList *gone, const Diags *found) {
    Diags kept = {.arena = all->arena};
    for (int i = 0; i < all->list.count; i++) {
        const Diag *diag = &all->list.items[i];
        bool is_old = is_among(gone, diag->source->path) || (diag->severity != SEVERITY_NOTE && is_among(read, diag->source->path));
        if (!is_old) *list_push(kept.arena, &kept.list) = *diag;
    }
    for (int i = 0; i < found->list.count; i++) *list_push(kept.arena, &kept.list) = found->list.items[i];
    for (int i = 0; i < kept.list.count; i++) {
        kept.errors += kept.list.items[i].severity == SEVERITY_ERROR;
        kept.notes += kept.list.items[i].severity == SEVERITY_NOTE;
    }
    *all = kept;
}

#define IS_IN(list)                                                                                  \
    for (int i = 0; i < library->list.count; i++) {                                                  \
        if (strcmp(library->list.items[i]->path, path) == 0 && text_is(id, library->list.items[i]->id)) return true; \
    }

static bool is_in_library(const Library *library, const char *path, Text id) {
    IS_IN(moves)
    IS_IN(ways)
    IS_IN(ladders)
    IS_IN(routines)
    IS_IN(plans)
    return false;
}

// What stood in for another under an id that its file no longer has: the other one is wanted again.
static bool uncovers(const Scripts *scripts, FileList *files, Arena *arena) {
    bool found = false;
    for (int i = 0; i < scripts->diags.list.count; i++) {
        const Diag *diag = &scripts->diags.list.items[i];
        Text id = {diag->source->text.bytes + diag->span.begin, diag->span.end - diag->span.begin};
        if (diag->severity != SEVERITY_NOTE || is_in_library(&scripts->library, diag->source->path, id)) continue;
        *list_push(arena, &files->paths) = diag->source->path;
        found = true;
    }
    return found;
}

static const char *what_to_tell(Arena *arena, const FileList *changed, const FileList *gone, const Diags *found) {
    for (int i = 0; i < found->list.count; i++) {
        const Diag *diag = &found->list.items[i];
        if (diag->severity != SEVERITY_ERROR || !is_among(changed, diag->source->path)) continue;
        int line, column;
        source_place(diag->source, diag->span.begin, &line, &column);
        return text_format(arena, "%s:%d: %s. It stays as it was.", path_name(diag->source->path), line, diag->message);
    }
    int count = changed->paths.count;
    if (count > 1) return text_format(arena, "%d files were read again.", count);
    if (count) return text_format(arena, "%s was read again.", path_name(changed->paths.items[0]));
    return text_format(arena, "%s is gone.", path_name(gone->paths.items[0]));
}

bool scripts_read_again(Arena *arena, const Folders *folders, const FileList *changed, const FileList *gone, Scripts *scripts,
                        const char **told, Error *error) {
    FileList files = {0};
    Diags found = {.arena = arena};
    add_concerned(arena, changed, scripts, &files);
    if (gone->paths.count && !add_all(arena, folders, &files, error)) return false;
    for (int i = 0; i < gone->paths.count; i++) library_forget(&scripts->library, gone->paths.items[i]);
    if (!read_layers(arena, folders, &files, scripts, &found, error)) return false;
    FileList no_more = *gone, all = {0};
    if (uncovers(scripts, &no_more, arena)) {
        if (!add_all(arena, folders, &all, error) || !read_layers(arena, folders, &all, scripts, &found, error)) return false;
    }
    renew_findings(&scripts->diags, &files, &no_more, &found);
    sort(&scripts->library);
    *told = what_to_tell(arena, changed, gone, &found);
    return true;
}
