#include "history/place.h"

#include "base/file.h"
#include "history/journal.h"
#include "history/people.h"
#include "history/words.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_LIMIT = 4096 };

// A line each, "step 12", in any order. Texts end with their line.
typedef enum { ROW_TEXT, ROW_INT, ROW_LONG } RowType;

static const struct {
    const char *name;
    RowType type;
    size_t offset;
    int64_t most;
} rows[] = {
    {"group", ROW_LONG, offsetof(Place, group), INT64_MAX},
    {"routine", ROW_TEXT, offsetof(Place, routine), PLACE_TEXT - 1},
    {"level", ROW_INT, offsetof(Place, level), LEVEL_COUNT - 1},
    {"fit", ROW_TEXT, offsetof(Place, fit), PLACE_FIT - 1},
    {"step", ROW_INT, offsetof(Place, step), 100000},
    {"set", ROW_INT, offsetof(Place, set), 100000},
    {"round", ROW_INT, offsetof(Place, round), 100000},
    {"side", ROW_INT, offsetof(Place, side), 10},
    {"at", ROW_LONG, offsetof(Place, at_ms), INT64_C(24) * 3600 * 1000},
    {"seconds", ROW_INT, offsetof(Place, seconds), 24 * 3600},
    {"what", ROW_TEXT, offsetof(Place, what), PLACE_TEXT - 1},
};
enum { ROWS = sizeof rows / sizeof *rows };

static const char *file_path(Arena *arena, const char *state_folder, const char *person) {
    return path_join(arena, path_join(arena, state_folder, people_folder(arena, person)), "place");
}

static void write_row(const Place *place, int i, TextBuilder *out) {
    const char *at = (const char *)place + rows[i].offset;
    if (rows[i].type == ROW_TEXT) builder_add(out, "%s %s\n", rows[i].name, at);
    else if (rows[i].type == ROW_INT) builder_add(out, "%s %d\n", rows[i].name, *(const int *)(const void *)at);
    else builder_add(out, "%s %" PRId64 "\n", rows[i].name, *(const int64_t *)(const void *)at);
}

bool place_save(const char *state_folder, const char *person, const Place *place, Error *error) {
    Arena arena = {0};
    TextBuilder out = {0};
    char time[WORDS_TIME_SIZE];
    words_time_write(&place->saved, time);
    builder_add(&out, "saved %s\n", time);
    for (int i = 0; i < ROWS; i++) write_row(place, i, &out);
    builder_add(&out, "end %08" PRIx32 "\n", journal_checksum(builder_text(&out)));
    const char *path = file_path(&arena, state_folder, person);
    const char *folder = text_copy(&arena, (Text){path, (int)(path_name(path) - path) - 1});
    bool good = folder_make(folder, error) && file_write(path, builder_text(&out), error);
    builder_free(&out);
    arena_free(&arena);
    return good;
}

static bool read_value(Place *place, int i, Text value) {
    char *at = (char *)place + rows[i].offset, digits[24], *end;
    if (value.size > rows[i].most) return false;
    if (rows[i].type == ROW_TEXT) {
        memcpy(at, value.bytes, (size_t)value.size);
        return true;
    }
    if (value.size == 0 || value.size >= (int)sizeof digits) return false;
    snprintf(digits, sizeof digits, "%.*s", TEXT_ARGS(value));
    long long number = strtoll(digits, &end, 10);
    if (*end || number < 0 || number > rows[i].most) return false;
    if (rows[i].type == ROW_INT) *(int *)(void *)at = (int)number;
    else *(int64_t *)(void *)at = number;
    return true;
}

static bool read_line(Place *place, Text line) {
    const char *blank = memchr(line.bytes, ' ', (size_t)line.size);
    if (!blank) return false;
    Text name = {line.bytes, (int)(blank - line.bytes)}, value = {blank + 1, line.size - name.size - 1};
    if (text_is(name, "saved")) return words_time_read(value, &place->saved);
    for (int i = 0; i < ROWS; i++)
        if (text_is(name, rows[i].name)) return read_value(place, i, value);
    return false;
}

// Half a file, or another than was written, is no place.
static bool is_whole(Text text, int *size) {
    enum { END = 4 + 8 + 1 }; // "end 5f3a9c01\n"
    char end[16];
    *size = text.size - END;
    if (*size < 0) return false;
    snprintf(end, sizeof end, "end %08" PRIx32 "\n", journal_checksum((Text){text.bytes, *size}));
    return memcmp(text.bytes + *size, end, END) == 0;
}

bool place_load(const char *state_folder, const char *person, Place *place) {
    Arena arena = {0};
    Text text;
    Error error;
    int size = 0;
    *place = (Place){0};
    bool good = file_read(&arena, file_path(&arena, state_folder, person), FILE_LIMIT, &text, &error) && is_whole(text, &size);
    for (int at = 0; good && at < size;) {
        const char *begin = text.bytes + at, *end = memchr(begin, '\n', (size_t)(size - at));
        Text line = {begin, end ? (int)(end - begin) : size - at};
        good = read_line(place, line);
        at += line.size + 1;
    }
    arena_free(&arena);
    return good;
}

void place_clear(const char *state_folder, const char *person) {
    Arena arena = {0};
    unlink(file_path(&arena, state_folder, person));
    arena_free(&arena);
}
