#include "settings/known.h"

#include "base/file.h"
#include "diary/date.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 256 * 1024, LONGEST_ID = 120 };

static const char sessions_word[] = "sessions"; // no move is called so
static const char file_head[] = "# In how many sessions each move was done, and when last. "
                                "Limber explains a move less the better you know it.";

static int spaces(Text line, int at) {
    while (at < line.size && line.bytes[at] == ' ') at++;
    return at;
}

// A date up to the end of the line; nothing is no day.
static bool read_day(Text line, int at, int *day) {
    int end = line.size;
    if (end > at && line.bytes[end - 1] == '\r') end--;
    *day = KNOWN_NO_DAY;
    if (at == end) return true;
    int begin = spaces(line, at);
    return begin > at && date_read((Text){line.bytes + begin, end - begin}, day);
}

// "clam 4 2026-11-21" or "clam+band 12", and nothing else.
static bool read_line(Arena *arena, Text line, KnownMove *known) {
    int size = 0, times = 0, at, day;
    while (size < line.size && (unsigned char)line.bytes[size] > ' ') size++;
    int digits = at = spaces(line, size);
    for (; at < line.size && line.bytes[at] >= '0' && line.bytes[at] <= '9' && times <= KNOWN_TIMES_MAX; at++)
        times = 10 * times + line.bytes[at] - '0';
    bool good = size > 0 && size <= LONGEST_ID && line.bytes[0] != '#' && at > digits && times <= KNOWN_TIMES_MAX;
    good = good && read_day(line, at, &day);
    if (good) *known = (KnownMove){text_copy(arena, (Text){line.bytes, size}), times, day};
    return good;
}

static bool is_blank(Text line) {
    for (int i = 0; i < line.size; i++)
        if ((unsigned char)line.bytes[i] > ' ') return false;
    return true;
}

static KnownMove *find(const KnownMoves *known, const char *move) {
    for (int i = 0; i < known->moves.count; i++)
        if (strcmp(known->moves.items[i].move, move) == 0) return &known->moves.items[i];
    return NULL;
}

static void take_line(Arena *arena, KnownMoves *known, Text line, int number, int *bad_line) {
    KnownMove read;
    if (read_line(arena, line, &read) && strcmp(read.move, sessions_word) == 0) {
        known->sessions = read.times;
    } else if (read_line(arena, line, &read)) {
        KnownMove *there = find(known, read.move);
        if (!there) there = list_push(arena, &known->moves);
        *there = read;
    } else if (!is_blank(line)) {
        *list_push(arena, &known->others) = line;
        if (line.bytes[0] != '#' && !*bad_line) *bad_line = number;
    }
}

bool known_read(Arena *arena, const char *path, KnownMoves *known, Error *error) {
    *known = (KnownMoves){0};
    Text text = {0};
    if (!file_exists(path)) return true;
    if (!file_read(arena, path, FILE_LIMIT, &text, error)) return false;
    int bad_line = 0;
    for (int at = 0, number = 1; at < text.size; number++) {
        const char *begin = text.bytes + at, *end = memchr(begin, '\n', (size_t)(text.size - at));
        Text line = {begin, end ? (int)(end - begin) : text.size - at};
        take_line(arena, known, line, number, &bad_line);
        at += line.size + 1;
    }
    return !bad_line ||
           error_set(error, "%s:%d: a line is a move, a number and a day, such as 'clam 4 2026-11-21'; this one "
                     "is passed over", path, bad_line);
}

static int times_at(const KnownMove *known, int today) {
    bool is_break = known->day != KNOWN_NO_DAY && today - known->day > KNOWN_BREAK_DAYS;
    return is_break && known->times > KNOWN_TIMES_AFTER_BREAK ? KNOWN_TIMES_AFTER_BREAK : known->times;
}

int known_times(const KnownMoves *known, const char *move, int today) {
    const KnownMove *there = find(known, move);
    return there ? times_at(there, today) : 0;
}

void known_add(Arena *arena, KnownMoves *known, const char *move, int today) {
    KnownMove *there = find(known, move);
    if (!there) {
        there = list_push(arena, &known->moves);
        *there = (KnownMove){.move = text_copy(arena, text_of(move)), .day = today};
    }
    there->times = times_at(there, today);
    there->day = today;
    if (there->times < KNOWN_TIMES_MAX) there->times++;
}

void known_add_session(KnownMoves *known) {
    known->sessions += known->sessions < KNOWN_TIMES_MAX ? 1 : -1;
}

bool known_write(const char *path, const KnownMoves *known, Error *error) {
    TextBuilder out = {0};
    if (known->others.count == 0) builder_add(&out, "%s\n", file_head);
    for (int i = 0; i < known->others.count; i++) {
        builder_add_text(&out, known->others.items[i]);
        builder_add(&out, "\n");
    }
    if (known->sessions) builder_add(&out, "%s %d\n", sessions_word, known->sessions);
    for (int i = 0; i < known->moves.count; i++) {
        const KnownMove *move = &known->moves.items[i];
        char day[DATE_SIZE] = "";
        if (move->day != KNOWN_NO_DAY) date_write(move->day, day);
        builder_add(&out, "%s %d%s%s\n", move->move, move->times, day[0] ? " " : "", day);
    }
    Arena arena = {0};
    const char *name = path_name(path);
    bool good = name - path <= 1 || folder_make(text_copy(&arena, (Text){path, (int)(name - path) - 1}), error);
    good = good && file_write(path, builder_text(&out), error);
    arena_free(&arena);
    builder_free(&out);
    return good;
}
