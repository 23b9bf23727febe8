#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const severity_names[SEVERITY_COUNT] = {"error", "warning", "note"};

static Diag *add(Diags *diags, Severity severity, const Source *source, Span span, const char *format, va_list arguments) {
    char message[400];
    vsnprintf(message, sizeof message, format, arguments);
    Diag *diag = list_push(diags->arena, &diags->list);
    *diag = (Diag){severity, source, span, text_copy(diags->arena, text_of(message)), NULL};
    diags->errors += severity == SEVERITY_ERROR;
    diags->notes += severity == SEVERITY_NOTE;
    return diag;
}

Diag *diag_error(Diags *diags, const Source *source, Span span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Diag *diag = add(diags, SEVERITY_ERROR, source, span, format, arguments);
    va_end(arguments);
    return diag;
}

Diag *diag_warning(Diags *diags, const Source *source, Span span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Diag *diag = add(diags, SEVERITY_WARNING, source, span, format, arguments);
    va_end(arguments);
    return diag;
}

Diag *diag_note(Diags *diags, const Source *source, Span span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Diag *diag = add(diags, SEVERITY_NOTE, source, span, format, arguments);
    va_end(arguments);
    return diag;
}

void diag_help(Diags *diags, Diag *diag, const char *format, ...) {
    char help[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(help, sizeof help, format, arguments);
    va_end(arguments);
    diag->help = text_copy(diags->arena, text_of(help));
}

void diag_suggest(Diags *diags, Diag *diag, Text word, const char *const *names, int count) {
    const char *name = text_nearest(word, names, count);
    if (name) diag_help(diags, diag, "did you mean '%s'?", name);
}

static int line_begin(Text text, int byte) {
    while (byte > 0 && text.bytes[byte - 1] != '\n' && text.bytes[byte - 1] != '\r') byte--;
    return byte;
}

static int line_end(Text text, int byte) {
    while (byte < text.size && text.bytes[byte] != '\n' && text.bytes[byte] != '\r') byte++;
    return byte;
}

// A line ends with LF, CR LF or a lone CR.
static int line_number(Text text, int byte) {
    int line = 1;
    for (int i = 0; i < byte; i++) {
        bool pair = text.bytes[i] == '\r' && i + 1 < text.size && text.bytes[i + 1] == '\n';
        line += (text.bytes[i] == '\n' || text.bytes[i] == '\r') && !pair;
    }
    return line;
}

static Text slice(Text text, int begin, int end) {
    return (Text){text.bytes + begin, end > begin ? end - begin : 0};
}

void source_place(const Source *source, int byte, int *line, int *column) {
    int begin = line_begin(source->text, byte);
    *line = line_number(source->text, byte);
    *column = text_characters(slice(source->text, begin, byte)) + 1;
}

// The blank part under a source line; tabs stay tabs, so that the carets stand where they should.
static void write_blank(TextBuilder *out, Text before) {
    for (int i = 0; i < before.size; i++) {
        unsigned char c = (unsigned char)before.bytes[i];
        if (c == '\t') builder_add(out, "\t");
        else if ((c & 0xC0) != 0x80) builder_add(out, " ");
    }
}

static void write_diag(const Diag *diag, TextBuilder *out) {
    Text text = diag->source->text;
    int line, column;
    source_place(diag->source, diag->span.begin, &line, &column);
    int begin = line_begin(text, diag->span.begin), end = line_end(text, diag->span.begin);
    int mark_end = diag->span.end < end ? diag->span.end : end;
    builder_add(out, "%s:%d:%d: %s: %s\n", diag->source->path, line, column,
                severity_names[diag->severity], diag->message);
    builder_add(out, "%5d | ", line);
    builder_add_text(out, slice(text, begin, end));
    builder_add(out, "\n      | ");
    write_blank(out, slice(text, begin, diag->span.begin));
    int carets = text_characters(slice(text, diag->span.begin, mark_end));
    for (int i = 0; i < (carets ? carets : 1); i++) builder_add(out, "^");
    builder_add(out, "\n");
    if (diag->help) builder_add(out, "      = %s\n", diag->help);
}

static int by_place(const void *left, const void *right) {
    const Diag *a = *(const Diag *const *)left, *b = *(const Diag *const *)right;
    int order = strcmp(a->source->path, b->source->path);
    if (!order) order = (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
    return order ? order : (a > b) - (a < b);
}

// The findings in order of file and place.
static const Diag **sorted_list(Arena *arena, const Diags *diags) {
    const Diag **sorted = arena_new(arena, const Diag *, diags->list.count);
    for (int i = 0; i < diags->list.count; i++) sorted[i] = &diags->list.items[i];
    if (diags->list.count) qsort(sorted, (size_t)diags->list.count, sizeof *sorted, by_place);
    return sorted;
}

void diags_write(const Diags *diags, TextBuilder *out) {
    Arena arena = {0};
    const Diag **sorted = sorted_list(&arena, diags);
    for (int i = 0; i < diags->list.count; i++) write_diag(sorted[i], out);
    arena_free(&arena);
}

static void write_json(const Diag *diag, TextBuilder *out) {
    int line, column, end_line, end_column;
    source_place(diag->source, diag->span.begin, &line, &column);
    source_place(diag->source, diag->span.end, &end_line, &end_column);
    builder_add(out, "{\"file\": ");
    builder_add_json(out, diag->source->path);
    builder_add(out, ", \"line\": %d, \"column\": %d, \"end_line\": %d, \"end_column\": %d, \"severity\": \"%s\", \"message\": ",
                line, column, end_line, end_column, severity_names[diag->severity]);
    builder_add_json(out, diag->message);
    builder_add(out, ", \"help\": ");
    builder_add_json(out, diag->help);
    builder_add(out, "}");
}

void diags_write_json(const Diags *diags, TextBuilder *out) {
    Arena arena = {0};
    const Diag **sorted = sorted_list(&arena, diags);
    builder_add(out, "{\"errors\": %d, \"warnings\": %d, \"notes\": %d, \"findings\": [", diags->errors,
                diags->list.count - diags->errors - diags->notes, diags->notes);
    for (int i = 0; i < diags->list.count; i++) {
        builder_add(out, i ? ",\n  " : "\n  ");
        write_json(sorted[i], out);
    }
    builder_add(out, diags->list.count ? "\n]}\n" : "]}\n");
    arena_free(&arena);
}
