#include "library/library.h"

#include "library/load.h"
#include "library/move.h"
#include "library/way.h"

#include <stdio.h>
#include <string.h>

const char *const kind_names[KIND_COUNT] = {"move", "way", "ladder", "routine", "plan"};

static const struct {
    const char *ending;
    void (*read)(Load *load, const Node *tree);
    const char *begins; // for whoever leaves the first line out
} kinds[KIND_COUNT] = {
    {".move", move_read, "move childs-pose \"Child's pose\""},
    {".way", way_read, "way roll-over"},
    {".ladder", ladder_read, "ladder bridge"},
    {".routine", routine_read, "routine morning \"Morning\""},
    {".plan", plan_read, "plan my-plan \"My plan\""},
};

#define LOAD_DIAG(severity)                                                                          \
    char message[400];                                                                               \
    va_list arguments;                                                                               \
    va_start(arguments, format);                                                                     \
    vsnprintf(message, sizeof message, format, arguments);                                           \
    va_end(arguments);                                                                               \
    return diag_##severity(load->diags, load->source, span, "%s", message)

Diag *load_error(Load *load, Span span, const char *format, ...) {
    LOAD_DIAG(error);
}

Diag *load_warning(Load *load, Span span, const char *format, ...) {
    LOAD_DIAG(warning);
}

bool load_is_clean(const Load *load) {
    return load->diags->errors == load->errors_before;
}

const Declared *load_declared(const Load *load, Kind kind, Text id) {
    for (int i = load->declared.count; i-- > 0;) { // the latest stands in for those before
        const Declared *declared = &load->declared.items[i];
        if (declared->kind == kind && text_is(id, declared->id)) return declared;
    }
    return NULL;
}

void load_note_override(Load *load, Kind kind, const char *id, Span span, const char *instead_of) {
    if (!instead_of || !load_is_clean(load)) return;
    diag_note(load->diags, load->source, span, "this %s '%s' is used instead of the one in %s", kind_names[kind], id, instead_of);
}

const char *load_header(Line *line, Kind kind) {
    Load *load = line->load;
    Span span = line_span(line);
    char what[20];
    snprintf(what, sizeof what, "the %s's id", kind_names[kind]);
    const char *id = line_id(line, what);
    if (line->has_failed) return id;
    const Declared *declared = load_declared(load, kind, text_of(id));
    if (declared && declared->folder == load->folder) {
        line_error(line, span, "there is a %s '%s' already, in %s", kind_names[kind], id, declared->path);
        return id;
    }
    load->instead_of = declared && !load->is_replacing ? declared->path : NULL;
    load->id_span = span;
    *list_push(load->arena, &load->declared) = (Declared){kind, id, load->source->path, load->folder};
    return id;
}

// The ids of one kind that may be used.
static const char **ids_of(const Load *load, Kind kind, int *count) {
    const char **ids = arena_new(load->arena, const char *, load->declared.count);
    *count = 0;
    for (int i = 0; i < load->declared.count; i++) {
        if (load->declared.items[i].kind == kind) ids[(*count)++] = load->declared.items[i].id;
    }
    return ids;
}

void load_unknown(Line *line, Kind kind, Span span, Text id) {
    const Declared *declared = load_declared(line->load, kind, id);
    if (declared) {
        line_error(line, span, "the %s '%.*s' is left out: its file %s has mistakes", kind_names[kind], TEXT_ARGS(id),
                   declared->path);
        return;
    }
    int count;
    const char **ids = ids_of(line->load, kind, &count);
    Diag *diag = line_error(line, span, "no %s is called '%.*s'", kind_names[kind], TEXT_ARGS(id));
    line_suggest(line, diag, id, ids, count);
}

// In place, because exercises point to it; ids of the new one are then looked up in the old one's place.
static void put_move(Load *load, Move *move) {
    Library *library = load->library;
    Move *before = (Move *)library_move(library, text_of(move->id));
    if (!before) {
        *list_push(load->arena, &library->moves) = move;
        return;
    }
    variants_keep(before, move);
    *before = *move;
    for (int i = 0; i < load->references.count; i++) {
        Reference *reference = &load->references.items[i];
        if (reference->move != move) continue;
        reference->id = (const char **)((char *)before + ((char *)reference->id - (char *)move));
        reference->move = before;
    }
}

// Ids nobody has are mistakes.
static void refuse_unknown_links(Load *load) {
    int count;
    const char **ids = ids_of(load, KIND_MOVE, &count);
    for (int i = 0; i < load->references.count; i++) {
        const Reference *reference = &load->references.items[i];
        Text id = text_of(*reference->id);
        if (load_declared(load, KIND_MOVE, id)) continue;
        Diag *diag = diag_error(load->diags, reference->source, reference->span, "no move is called '%s'", *reference->id);
        diag_suggest(load->diags, diag, id, ids, count);
        for (int k = 0; k < load->moves.count; k++) load->moves.items[k].is_bad |= load->moves.items[k].move == reference->move;
    }
}

// What is only left out is not there to be offered.
static void drop_links_to_nothing(Load *load) {
    for (int i = 0; i < load->references.count; i++) {
        const Reference *reference = &load->references.items[i];
        Text id = text_of(*reference->id);
        if (text_is(id, reference->move->id) || library_move(load->library, id)) continue;
        if (load_declared(load, KIND_MOVE, id)) {
            diag_warning(load->diags, reference->source, reference->span, "the move '%s' is left out for its mistakes",
                         *reference->id);
        }
        *reference->id = NULL;
    }
}

void moves_finish(Load *load) {
    refuse_unknown_links(load);
    for (int i = 0; i < load->moves.count; i++) {
        const MoveRead *read = &load->moves.items[i];
        if (read->is_bad) continue;
        put_move(load, read->move);
        load->source = read->source;
        load->errors_before = load->diags->errors;
        load_note_override(load, KIND_MOVE, read->move->id, read->id_span, read->instead_of);
    }
    drop_links_to_nothing(load);
    load->moves.count = load->references.count = 0;
}

// The first line says what the file is about; when it does not, it is not read as anything else.
static void check_begins(Load *load, Kind kind, Node *tree) {
    bool begins = tree && (tree->is_broken || (tree->tokens[0].kind == TOKEN_WORD &&
                                               text_is(tree->tokens[0].text, kind_names[kind])));
    if (begins) return;
    Span span = tree ? tree->tokens[0].span : (Span){0, 0};
    const char *name = kind_names[kind];
    Diag *diag = tree ? load_error(load, span, "a %s begins with '%s'", name, name)
                      : load_error(load, span, "the file is empty");
    diag_help(load->diags, diag, "the first line is such as: %s", kinds[kind].begins);
    if (!tree) return;
    diag_suggest(load->diags, diag, tree->tokens[0].text, &name, 1);
    tree->is_broken = true;
}

static void read_text(Load *load, Kind kind, const char *path, Text text) {
    Source *source = arena_new(load->arena, Source, 1);
    *source = (Source){path, text};
    load->source = source;
    load->errors_before = load->diags->errors;
    load->instead_of = NULL;
    Node *tree = script_read(load->arena, source, load->diags);
    if (tree || load_is_clean(load)) check_begins(load, kind, tree);
    kinds[kind].read(load, tree);
    if (kind == KIND_MOVE || kind == KIND_ROUTINE || !load->instead_of) return; // not yet in the library
    load_note_override(load, kind, load->declared.items[load->declared.count - 1].id, load->id_span, load->instead_of);
}

// A file that cannot be read is left out like one with mistakes.
static void read_file(Load *load, Kind kind, const char *path) {
    Text text = text_of("");
    Error error = {0};
    if (file_read(load->arena, path, SCRIPT_MAX_BYTES, &text, &error)) {
        read_text(load, kind, path, text);
        return;
    }
    Source *source = arena_new(load->arena, Source, 1);
    *source = (Source){path, text_of("")};
    diag_error(load->diags, source, (Span){0, 0}, "%s", error.sentence);
}

static bool read_kind(Load *load, Kind kind, const char *const *folders, int count, Error *error) {
    for (int i = 0; i < count; i++) {
        FileList files = {0};
        load->folder = i;
        if (!folder_list(load->arena, folders[i], kinds[kind].ending, &files, error)) return false;
        for (int j = 0; j < files.paths.count; j++) read_file(load, kind, files.paths.items[j]);
    }
    return true;
}

bool library_read(Arena *arena, const char *const *folders, int count, Library *library, Diags *diags, Error *error) {
    Load load = {.arena = arena, .library = library, .diags = diags};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!read_kind(&load, (Kind)kind, folders, count, error)) return false;
        if (kind == KIND_MOVE) moves_finish(&load);
        if (kind == KIND_ROUTINE) routines_finish(&load);
    }
    return true;
}

static void declare(Load *load, Kind kind, const char *id) {
    *list_push(load->arena, &load->declared) = (Declared){kind, id, "", -1};
}

static void declare_all(Load *load) {
    const Library *library = load->library;
    for (int i = 0; i < library->moves.count; i++) declare(load, KIND_MOVE, library->moves.items[i]->id);
    for (int i = 0; i < library->ways.count; i++) declare(load, KIND_WAY, library->ways.items[i]->id);
    for (int i = 0; i < library->ladders.count; i++) declare(load, KIND_LADDER, library->ladders.items[i]->id);
    for (int i = 0; i < library->routines.count; i++) declare(load, KIND_ROUTINE, library->routines.items[i]->id);
    for (int i = 0; i < library->plans.count; i++) declare(load, KIND_PLAN, library->plans.items[i]->id);
}

static bool kind_of(const char *path, Kind *kind, Error *error) {
    for (int i = 0; i < KIND_COUNT; i++) {
        if (!path_ends_with(path, kinds[i].ending)) continue;
        *kind = (Kind)i;
        return true;
    }
    return error_set(error, "cannot read %s: its name ends in none of .move, .way, .ladder, .routine and .plan", path);
}

bool library_read_file(Arena *arena, const char *path, Library *library, Diags *diags, Error *error) {
    FileList files = {0};
    *list_push(arena, &files.paths) = path;
    return library_read_files(arena, &files, library, diags, error);
}

static bool has_errors(const Diags *diags, int first, const char *path) {
    for (int i = first; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        if (diag->severity == SEVERITY_ERROR && strcmp(diag->source->path, path) == 0) return true;
    }
    return false;
}

static bool is_declared_in(const Load *load, Kind kind, const char *id, const char *path) {
    for (int i = 0; i < load->declared.count; i++) {
        const Declared *declared = &load->declared.items[i];
        if (declared->kind == kind && strcmp(declared->path, path) == 0 && strcmp(declared->id, id) == 0) return true;
    }
    return false;
}

#define FORGET_OLD_IDS(list, kind)                                                                   \
    for (int i = library->list.count; i-- > 0;) {                                                    \
        bool is_old = strcmp(library->list.items[i]->path, path) == 0 &&                             \
                      !is_declared_in(load, kind, library->list.items[i]->id, path);                 \
        if (!is_old) continue;                                                                       \
        library->list.count--;                                                                       \
        memmove(&library->list.items[i], &library->list.items[i + 1],                                \
                sizeof *library->list.items * (size_t)(library->list.count - i));                    \
    }

// What a file said under another id before is no longer there.
static void forget_old_ids(const Load *load, const char *path) {
    Library *library = load->library;
    FORGET_OLD_IDS(moves, KIND_MOVE)
    FORGET_OLD_IDS(ways, KIND_WAY)
    FORGET_OLD_IDS(ladders, KIND_LADDER)
    FORGET_OLD_IDS(routines, KIND_ROUTINE)
    FORGET_OLD_IDS(plans, KIND_PLAN)
}

bool library_read_files(Arena *arena, const FileList *files, Library *library, Diags *diags, Error *error) {
    int first = diags->list.count;
    Load load = {.arena = arena, .library = library, .diags = diags, .is_replacing = true};
    Kind *file_kinds = arena_new(arena, Kind, files->paths.count);
    for (int i = 0; i < files->paths.count; i++) {
        const char *path = files->paths.items[i];
        if (!kind_of(path, &file_kinds[i], error)) return false;
        if (!file_exists(path)) return error_set(error, "cannot read %s: there is no such file", path);
    }
    declare_all(&load);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int i = 0; i < files->paths.count; i++) {
            if ((int)file_kinds[i] == kind) read_file(&load, (Kind)kind, text_copy(arena, text_of(files->paths.items[i])));
        }
        if (kind == KIND_MOVE) moves_finish(&load);
        if (kind == KIND_ROUTINE) routines_finish(&load);
    }
    for (int i = 0; i < files->paths.count; i++) {
        if (!has_errors(diags, first, files->paths.items[i])) forget_old_ids(&load, files->paths.items[i]);
    }
    return true;
}

bool library_read_text(Arena *arena, const char *path, Text text, Library *library, Diags *diags, Error *error) {
    Load load = {.arena = arena, .library = library, .diags = diags, .is_replacing = true};
    Kind kind = KIND_MOVE;
    if (!kind_of(path, &kind, error)) return false;
    declare_all(&load);
    Text copy = {text_copy(arena, text), text.size}; // messages point into it
    read_text(&load, kind, text_copy(arena, text_of(path)), copy);
    moves_finish(&load);
    routines_finish(&load);
    return true;
}

#define FORGET(list)                                                                                 \
    for (int i = library->list.count; i-- > 0;) {                                                    \
        if (strcmp(library->list.items[i]->path, path) != 0) continue;                               \
        library->list.count--;                                                                       \
        memmove(&library->list.items[i], &library->list.items[i + 1],                                \
                sizeof *library->list.items * (size_t)(library->list.count - i));                    \
    }

void library_forget(Library *library, const char *path) {
    FORGET(moves)
    FORGET(ways)
    FORGET(ladders)
    FORGET(routines)
    FORGET(plans)
}

#define FIND(list)                                                                                   \
    for (int i = 0; i < library->list.count; i++) {                                                  \
        if (text_is(id, library->list.items[i]->id)) return library->list.items[i];                  \
    }                                                                                                \
    return NULL

const Move *library_move(const Library *library, Text id) {
    FIND(moves);
}

const Ladder *library_ladder(const Library *library, Text id) {
    FIND(ladders);
}

const Routine *library_routine(const Library *library, Text id) {
    FIND(routines);
}

const Plan *library_plan(const Library *library, Text id) {
    FIND(plans);
}
