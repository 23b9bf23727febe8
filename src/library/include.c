// Routines that include routines: each is put together once, after those in it.
#include "library/load.h"
#include "library/routine.h"

// The routines that are being put together, each included by the one before, and by which line.
typedef struct {
    RoutineFile *files[MAX_INCLUDES_DEEP + 1];
    const RoutinePart *parts[MAX_INCLUDES_DEEP + 1];
    int count;
} Chain;

static bool visit(Load *load, RoutineFile *file, Chain *chain);

// Of those being read; what stands in for another is read after it.
static RoutineFile *file_of(const Load *load, const char *id) {
    for (int i = load->routines.count; i-- > 0;) {
        if (text_is(text_of(id), load->routines.items[i]->routine->id)) return load->routines.items[i];
    }
    return NULL;
}

static Diag *refuse(Load *load, RoutineFile *file, Span span, const char *message) {
    file->is_bad = true;
    return diag_error(load->diags, file->source, span, "%s", message);
}

// "morning -> evening -> morning", beginning with the one at `first` and then round.
static void write_circle(const Chain *chain, int begin, int first, TextBuilder *out) {
    int length = chain->count - begin;
    for (int i = 0; i <= length; i++) {
        int at = begin + (first - begin + i) % length;
        builder_add(out, "%s%s", i ? " -> " : "", chain->files[at]->routine->id);
    }
}

// Every file of a circle is told where its part of it is.
static void refuse_circle(Load *load, const Chain *chain, int begin) {
    for (int i = begin; i < chain->count; i++) {
        TextBuilder circle = {0};
        write_circle(chain, begin, i, &circle);
        const char *message = text_format(load->arena, "'%s' would include itself", chain->files[i]->routine->id);
        Diag *diag = refuse(load, chain->files[i], chain->parts[i]->span, message);
        diag_help(load->diags, diag, "%s", circle.bytes);
        builder_free(&circle);
    }
}

static void refuse_unknown(Load *load, RoutineFile *file, const RoutinePart *part) {
    Text id = text_of(part->include);
    const Declared *declared = load_declared(load, KIND_ROUTINE, id);
    if (declared) {
        refuse(load, file, part->span, text_format(load->arena, "the routine '%s' is left out: its file %s has mistakes",
                                                   part->include, declared->path));
        return;
    }
    const char **ids = arena_new(load->arena, const char *, load->declared.count + 1);
    int count = 0;
    for (int i = 0; i < load->declared.count; i++) {
        if (load->declared.items[i].kind == KIND_ROUTINE) ids[count++] = load->declared.items[i].id;
    }
    Diag *diag = refuse(load, file, part->span, text_format(load->arena, "no routine is called '%s'", part->include));
    diag_suggest(load->diags, diag, id, ids, count);
}

// The routine included by a part, put together; NULL after a report.
static const Routine *included(Load *load, RoutineFile *file, const RoutinePart *part, Chain *chain) {
    RoutineFile *other = file_of(load, part->include);
    for (int i = 0; i < chain->count; i++) {
        if (chain->files[i] != other) continue;
        refuse_circle(load, chain, i);
        return NULL;
    }
    if (other && chain->count > MAX_INCLUDES_DEEP) {
        refuse(load, file, part->span, text_format(load->arena, "routines include one another at most %d deep", MAX_INCLUDES_DEEP));
        return NULL;
    }
    if (other && visit(load, other, chain)) return other->routine;
    const Routine *routine = other ? NULL : library_routine(load->library, text_of(part->include));
    if (!routine && !file->is_bad) refuse_unknown(load, file, part);
    return routine;
}

static void add_section(Load *load, RoutineFile *file, const Section *section, const RoutinePart *part) {
    if (file->is_bad) return;
    if (file->spans.count + section->steps.count > MAX_STEPS) {
        refuse(load, file, part->span, text_format(load->arena, "a routine has at most %d steps", MAX_STEPS));
        return;
    }
    *list_push(load->arena, &file->routine->sections) = *section;
    *list_push(load->arena, &file->section_spans) = part->span;
    for (int i = 0; i < section->steps.count; i++) {
        *list_push(load->arena, &file->spans) = part->include ? part->span : part->spans.items[i];
    }
}

static void add_part(Load *load, RoutineFile *file, const RoutinePart *part, Chain *chain) {
    if (!part->include) {
        add_section(load, file, &part->section, part);
        return;
    }
    chain->parts[chain->count - 1] = part;
    const Routine *routine = included(load, file, part, chain);
    for (int i = 0; routine && i < routine->sections.count; i++) add_section(load, file, &routine->sections.items[i], part);
}

static bool visit(Load *load, RoutineFile *file, Chain *chain) {
    if (file->is_whole) return !file->is_bad;
    chain->files[chain->count++] = file;
    for (int i = 0; i < file->parts.count; i++) add_part(load, file, &file->parts.items[i], chain);
    chain->count--;
    file->is_whole = true;
    return !file->is_bad;
}

bool routine_include(Load *load, RoutineFile *file) {
    Chain chain = {.count = 0};
    return visit(load, file, &chain);
}
