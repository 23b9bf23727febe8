#include "history/transfer.h"

#include "history/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Columns before and after those of the fields.
enum { COLUMN_TIME, COLUMN_DAY, COLUMN_KIND, FIRST_FIELDS, FIELDS_MAX = 64, JSON_TEXT_MAX = 2048 };
static const char *const first_names[FIRST_FIELDS] = {"time", "day", "kind"};

// Every name a field has in some kind, once, in the order of the table of kinds.
static int field_names(const char *names[FIELDS_MAX]) {
    int count = 0;
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++) {
            const char *name = entry_shapes[kind].fields[i]->name;
            int at = 0;
            while (at < count && strcmp(names[at], name) != 0) at++;
            if (at == count && count < FIELDS_MAX) names[count++] = name;
        }
    }
    return count;
}

static const EntryField *find_field(EntryKind kind, Text name) {
    for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[kind].fields[i]; i++)
        if (text_is(name, entry_shapes[kind].fields[i]->name)) return entry_shapes[kind].fields[i];
    return NULL;
}

// ---- CSV ----

static void add_cell(TextBuilder *out, const char *value) {
    if (!value[strcspn(value, ",\"\r\n")] && value[0] != ' ' && value[0] != '\0') {
        builder_add(out, "%s", value);
        return;
    }
    if (!*value) return;
    builder_add(out, "\"");
    for (; *value; value++) builder_add(out, *value == '"' ? "\"\"" : "%c", *value);
    builder_add(out, "\"");
}

void transfer_write_csv(const Diary *diary, TextBuilder *out) {
    const char *names[FIELDS_MAX];
    int count = field_names(names);
    Arena scratch = {0};
    builder_add(out, "time,day,kind");
    for (int i = 0; i < count; i++) builder_add(out, ",%s", names[i]);
    builder_add(out, ",order,writer\r\n");
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        char time[WORDS_TIME_SIZE], day[DATE_SIZE];
        words_time_write(&entry->moment, time);
        date_write(entry->moment.day, day);
        builder_add(out, "%s,%s,%s", time, day, entry_shapes[entry->kind].name);
        for (int j = 0; j < count; j++) {
            const EntryField *field = find_field(entry->kind, text_of(names[j]));
            builder_add(out, ",");
            if (field) add_cell(out, words_value(&scratch, entry, field));
        }
        builder_add(out, ",%" PRId64 ",%08" PRIx32 "\r\n", entry->order_ms, entry->writer);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

// ---- JSON ----

static void add_json_text(TextBuilder *out, const char *text) {
    builder_add(out, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\') builder_add(out, "\\%c", c);
        else if (c < ' ' || c == 0x7f) builder_add(out, "\\u%04x", c);
        else builder_add(out, "%c", c);
    }
    builder_add(out, "\"");
}

static void add_json_entry(TextBuilder *out, Arena *scratch, const Entry *entry) {
    char time[WORDS_TIME_SIZE], day[DATE_SIZE];
    words_time_write(&entry->moment, time);
    date_write(entry->moment.day, day);
    builder_add(out, "{\"time\": \"%s\", \"day\": \"%s\", \"kind\": \"%s\"", time, day, entry_shapes[entry->kind].name);
    for (int i = 0; i < ENTRY_FIELDS_MAX && entry_shapes[entry->kind].fields[i]; i++) {
        const EntryField *field = entry_shapes[entry->kind].fields[i];
        const char *value = words_value(scratch, entry, field);
        if (!*value) continue;
        builder_add(out, ", \"%s\": ", field->name);
        if (field->type == FIELD_INT || field->type == FIELD_LONG) builder_add(out, "%s", value);
        else add_json_text(out, value);
    }
    builder_add(out, ", \"order\": %" PRId64 ", \"writer\": \"%08" PRIx32 "\"}", entry->order_ms, entry->writer);
}

void transfer_write_json(const Diary *diary, TextBuilder *out) {
    Arena scratch = {0};
    builder_add(out, "[");
    for (int i = 0; i < diary->entries.count; i++) {
        builder_add(out, i ? ",\n" : "\n");
        add_json_entry(out, &scratch, &diary->entries.items[i]);
        arena_reset(&scratch);
    }
    builder_add(out, "\n]\n");
    arena_free(&scratch);
}

// ---- reading: names and values, whatever the file ----

typedef struct {
    Text name, value;
} Cell;

typedef struct {
    Arena *arena;
    const char *path;
    const char *at, *end;
    int line;
    LIST(Cell) cells; // of the present entry
    Diary *diary;
    Error *error;
} Reader;

static bool complain(Reader *reader, const char *what, Text word) {
    return error_set(reader->error, "%s:%d: %s '%.*s'; nothing was taken in", reader->path, reader->line, what,
                     word.size > 60 ? 60 : word.size, word.bytes);
}

static bool read_number(Text text, int base, int64_t *number) {
    char digits[24], *end;
    if (text.size == 0 || text.size >= (int)sizeof digits) return false;
    snprintf(digits, sizeof digits, "%.*s", TEXT_ARGS(text));
    *number = strtoll(digits, &end, base);
    return !*end && *number >= 0;
}

static const Cell *find_cell(const Reader *reader, const char *name) {
    for (int i = 0; i < reader->cells.count; i++)
        if (text_is(reader->cells.items[i].name, name)) return &reader->cells.items[i];
    return NULL;
}

static bool read_writer(Text value, Entry *entry) {
    int64_t number;
    if (!read_number(value, 16, &number) || number > UINT32_MAX) return false;
    entry->writer = (uint32_t)number;
    return true;
}

static bool set_cell(Reader *reader, Entry *entry, const Cell *cell) {
    if (cell->value.size == 0) return true;
    for (int i = 0; i < FIRST_FIELDS; i++)
        if (text_is(cell->name, first_names[i])) return true; // these came first
    if (text_is(cell->name, "order")) return read_number(cell->value, 10, &entry->order_ms);
    if (text_is(cell->name, "writer")) return read_writer(cell->value, entry);
    const EntryField *field = find_field(entry->kind, cell->name);
    return field && words_set_value(reader->arena, entry, field, cell->value);
}

// The day is only read where it is not that of the time.
static bool read_moment(Reader *reader, Moment *moment) {
    static const Cell nothing;
    const Cell *time = find_cell(reader, "time"), *day = find_cell(reader, "day");
    char of_time[DATE_SIZE];
    if (!time) time = &nothing;
    if (!words_time_read(time->value, moment)) return complain(reader, "not a time like 2026-11-21T07:30:00.000+01:00:", time->value);
    date_write(moment->day, of_time);
    if (!day || day->value.size == 0 || text_is(day->value, of_time) || date_read(day->value, &moment->day)) return true;
    return complain(reader, "not a day like 2026-11-21:", day->value);
}

// The cells make an entry.
static bool take_entry(Reader *reader) {
    Entry entry = {0};
    const Cell *kind = find_cell(reader, "kind");
    if (!read_moment(reader, &entry.moment)) return false;
    if (!kind) return complain(reader, "there is no kind of entry in", text_of("this line"));
    if (!words_kind(kind->value, &entry.kind)) return complain(reader, "there is no kind of entry called", kind->value);
    entry.order_ms = entry.moment.at_ms;
    for (int i = 0; i < reader->cells.count; i++) {
        const Cell *cell = &reader->cells.items[i];
        if (set_cell(reader, &entry, cell)) continue;
        const char *kind_name = entry_shapes[entry.kind].name;
        return complain(reader, text_format(reader->arena, "'%.*s' of a %s cannot be", TEXT_ARGS(cell->name), kind_name), cell->value);
    }
    if (!entry_is_good(&entry)) return complain(reader, "not a whole entry:", kind->value);
    *list_push(reader->arena, &reader->diary->entries) = entry;
    return true;
}

static int peek(const Reader *reader) {
    return reader->at < reader->end ? (unsigned char)*reader->at : -1;
}

// ---- CSV ----

static Text read_quoted_cell(Reader *reader) {
    char *bytes = arena_alloc(reader->arena, (size_t)(reader->end - reader->at) + 1);
    int size = 0;
    for (reader->at++; peek(reader) >= 0; reader->at++) {
        if (*reader->at == '"' && (reader->at + 1 == reader->end || reader->at[1] != '"')) break;
        reader->at += *reader->at == '"';
        reader->line += *reader->at == '\n';
        bytes[size++] = *reader->at;
    }
    if (peek(reader) == '"') reader->at++;
    return (Text){bytes, size};
}

static Text read_cell(Reader *reader) {
    if (peek(reader) == '"') return read_quoted_cell(reader);
    const char *begin = reader->at;
    while (peek(reader) >= 0 && !strchr(",\r\n", peek(reader))) reader->at++;
    return (Text){begin, (int)(reader->at - begin)};
}

// One line; false at the end of the file.
static bool read_row(Reader *reader, Cell *cells, int most, int *count) {
    *count = 0;
    if (peek(reader) < 0) return false;
    for (;;) {
        Text value = read_cell(reader);
        if (*count < most) cells[(*count)++].value = value;
        if (peek(reader) != ',') break;
        reader->at++;
    }
    while (peek(reader) >= 0 && *reader->at != '\n') reader->at++;
    reader->at += peek(reader) == '\n';
    return true;
}

static bool read_csv(Reader *reader) {
    enum { CELLS = FIELDS_MAX + 8 };
    Cell names[CELLS], row[CELLS];
    int name_count, count;
    if (!read_row(reader, names, CELLS, &name_count)) return complain(reader, "there is no line of names", text_of(""));
    for (reader->line = 2; read_row(reader, row, CELLS, &count); reader->line++) {
        reader->cells.count = 0;
        if (count == 1 && row[0].value.size == 0) continue; // an empty line
        for (int i = 0; i < count && i < name_count; i++)
            *list_push(reader->arena, &reader->cells) = (Cell){names[i].value, row[i].value};
        if (count > name_count) return complain(reader, "more cells than names, from", row[name_count].value);
        if (!take_entry(reader)) return false;
    }
    return true;
}

// ---- JSON ----

static void skip_blanks(Reader *reader) {
    for (; peek(reader) >= 0 && strchr(" \t\r\n", peek(reader)); reader->at++) reader->line += *reader->at == '\n';
}

static bool take_sign(Reader *reader, char sign) {
    skip_blanks(reader);
    if (peek(reader) != sign) return false;
    reader->at++;
    return true;
}

// The four digits after \u.
static bool read_code(Reader *reader, int *code) {
    *code = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        int c = peek(reader);
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return false;
        *code = *code << 4 | digit;
    }
    return true;
}

static int write_code(char *bytes, int code) {
    if (code < 0x80) return bytes[0] = (char)code, 1;
    if (code < 0x800) return bytes[0] = (char)(0xc0 | code >> 6), bytes[1] = (char)(0x80 | (code & 0x3f)), 2;
    int size = 0;
    if (code >= 0x10000) bytes[size++] = (char)(0xf0 | code >> 18), bytes[size++] = (char)(0x80 | (code >> 12 & 0x3f));
    else bytes[size++] = (char)(0xe0 | code >> 12);
    bytes[size++] = (char)(0x80 | (code >> 6 & 0x3f));
    bytes[size++] = (char)(0x80 | (code & 0x3f));
    return size;
}

// What follows a backslash. Characters beyond 16 bits are pairs.
static int read_escape(Reader *reader, char *bytes) {
    static const char signs[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    int code, low, c = peek(reader);
    const char *sign = c > 0 ? strchr(signs, c) : NULL;
    if (c >= 0) reader->at++;
    if (sign) return bytes[0] = meant[sign - signs], 1;
    if (c != 'u' || !read_code(reader, &code)) return 0;
    bool is_pair = code >= 0xd800 && code < 0xdc00 && reader->end - reader->at >= 6 && reader->at[0] == '\\' && reader->at[1] == 'u';
    if (!is_pair) return write_code(bytes, code);
    reader->at += 2;
    if (!read_code(reader, &low)) return 0;
    return write_code(bytes, 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff)));
}

static bool read_string(Reader *reader, Text *text) {
    if (!take_sign(reader, '"')) return false;
    const char *close = memchr(reader->at, '"', (size_t)(reader->end - reader->at));
    while (close && close[-1] == '\\' && close + 1 < reader->end) close = memchr(close + 1, '"', (size_t)(reader->end - close - 1));
    if (!close) return false;
    if (!memchr(reader->at, '\\', (size_t)(close - reader->at))) {
        *text = (Text){reader->at, (int)(close - reader->at)};
        reader->at = close + 1;
        return true;
    }
    char *bytes = arena_alloc(reader->arena, JSON_TEXT_MAX + 8);
    int size = 0;
    while (peek(reader) >= 0 && *reader->at != '"' && size < JSON_TEXT_MAX) {
        if (*reader->at != '\\') {
            bytes[size++] = *reader->at++;
            continue;
        }
        reader->at++;
        int added = read_escape(reader, bytes + size);
        if (!added) return false;
        size += added;
    }
    *text = (Text){bytes, size};
    return take_sign(reader, '"');
}

// A text or a number; nothing else is in what is written here.
static bool read_value(Reader *reader, Text *value) {
    skip_blanks(reader);
    if (peek(reader) == '"') return read_string(reader, value);
    const char *begin = reader->at;
    while (peek(reader) >= '0' && peek(reader) <= '9') reader->at++;
    *value = (Text){begin, (int)(reader->at - begin)};
    return value->size > 0;
}

static bool read_object(Reader *reader) {
    reader->cells.count = 0;
    if (!take_sign(reader, '{')) return false;
    do {
        Cell cell;
        if (reader->cells.count == FIELDS_MAX || !read_string(reader, &cell.name)) return false;
        if (!take_sign(reader, ':') || !read_value(reader, &cell.value)) return false;
        *list_push(reader->arena, &reader->cells) = cell;
    } while (take_sign(reader, ','));
    return take_sign(reader, '}');
}

static bool complain_json(Reader *reader) {
    int left = (int)(reader->end - reader->at < 20 ? reader->end - reader->at : 20);
    return complain(reader, "not JSON as Limber writes it, from", (Text){reader->at, left});
}

static bool read_json(Reader *reader) {
    bool good = take_sign(reader, '[');
    if (good && take_sign(reader, ']')) return true;
    while (good) {
        if (!read_object(reader)) return complain_json(reader);
        if (!take_entry(reader)) return false;
        if (take_sign(reader, ']')) return true;
        good = take_sign(reader, ',');
    }
    return complain_json(reader);
}

bool transfer_read(Arena *arena, const char *path, Text text, Diary *diary, Error *error) {
    static const char mark[] = "\xef\xbb\xbf";
    *diary = (Diary){0};
    Reader reader = {.arena = arena, .path = path, .at = text.bytes, .end = text.bytes + text.size, .line = 1, .diary = diary,
                     .error = error};
    if (text.size >= 3 && memcmp(text.bytes, mark, 3) == 0) reader.at += 3;
    skip_blanks(&reader);
    bool good = peek(&reader) == '[' ? read_json(&reader) : read_csv(&reader);
    if (good) diary_sort(diary);
    return good;
}
