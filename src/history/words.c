#include "history/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_MS = 24 * 60 * 60 * 1000, MOST_ZONE_HOUR = 24, LAST_DAY = 2932896 }; // 31 December 9999

// ---- the time ----

void words_time_write(const Moment *moment, char text[WORDS_TIME_SIZE]) {
    int zone_min = moment->zone_min, day = date_day_at(moment->at_ms, zone_min);
    if (day > LAST_DAY) zone_min = 0, day = date_day_at(moment->at_ms, 0); // no year 10000
    char date[DATE_SIZE];
    date_write(day, date);
    int of_day_ms = (int)(moment->at_ms + (int64_t)zone_min * 60000 - (int64_t)day * DAY_MS);
    int zone = abs(zone_min);
    snprintf(text, WORDS_TIME_SIZE, "%sT%02d:%02d:%02d.%03d%c%02d:%02d", date, of_day_ms / 3600000, of_day_ms / 60000 % 60,
             of_day_ms / 1000 % 60, of_day_ms % 1000, zone_min < 0 ? '-' : '+', zone / 60, zone % 60);
}

static bool read_number(const char *bytes, int digits, int most, int *number) {
    *number = 0;
    for (int i = 0; i < digits; i++) {
        if (bytes[i] < '0' || bytes[i] > '9') return false;
        *number = *number * 10 + bytes[i] - '0';
    }
    return *number <= most;
}

// A clock that lost its time is at the beginning of 1970; in the west it was still the day before.
static bool read_day(Text text, int *day) {
    if (!text_is(text, "1969-12-31")) return date_read(text, day);
    *day = -1;
    return true;
}

// 0         1         2
// 01234567890123456789012345678
// 2026-11-21T07:30:12.123+01:00
bool words_time_read(Text text, Moment *moment) {
    const char *b = text.bytes;
    int day, hour, minute, second, ms, zone_hour, zone_minute;
    if (text.size != 29 || b[10] != 'T' || b[13] != ':' || b[16] != ':' || b[19] != '.' || b[26] != ':') return false;
    if (b[23] != '+' && b[23] != '-') return false;
    bool good = read_day((Text){b, 10}, &day) && read_number(b + 11, 2, 23, &hour) && read_number(b + 14, 2, 59, &minute) &&
                read_number(b + 17, 2, 59, &second) && read_number(b + 20, 3, 999, &ms) &&
                read_number(b + 24, 2, MOST_ZONE_HOUR, &zone_hour) && read_number(b + 27, 2, 59, &zone_minute);
    if (!good) return false;
    int zone_min = (b[23] == '-' ? -1 : 1) * (zone_hour * 60 + zone_minute);
    int64_t of_day_ms = ((hour * 60 + minute) * 60 + second) * 1000 + ms;
    *moment = (Moment){(int64_t)day * DAY_MS + of_day_ms - (int64_t)zone_min * 60000, day, zone_min};
    return moment->at_ms >= 0;
}

// ---- one field ----

static void *place_of(Entry *entry, const EntryField *field) {
    return (char *)entry + field->offset;
}

static const char *text_of_field(const Entry *entry, const EntryField *field) {
    return *(const char *const *)(const void *)((const char *)entry + field->offset);
}

static int64_t number_of_field(const Entry *entry, const EntryField *field) {
    const void *place = (const char *)entry + field->offset;
    return field->type == FIELD_LONG ? *(const int64_t *)place : *(const int *)place;
}

const char *words_value(Arena *arena, const Entry *entry, const EntryField *field) {
    if (field->type == FIELD_TEXT) {
        const char *text = text_of_field(entry, field);
        return text ? text : "";
    }
    int64_t number = number_of_field(entry, field);
    if (field->type == FIELD_WORD) return field->words[number];
    return number ? text_format(arena, "%" PRId64, number) : "";
}

static bool set_number(Entry *entry, const EntryField *field, Text value) {
    int64_t number = 0;
    if (value.size > 18) return false;
    for (int i = 0; i < value.size; i++) {
        if (value.bytes[i] < '0' || value.bytes[i] > '9') return false;
        number = number * 10 + value.bytes[i] - '0';
    }
    if (value.size > 0 && (number < field->least || number > field->most)) return false;
    if (field->type == FIELD_LONG) *(int64_t *)place_of(entry, field) = number;
    else *(int *)place_of(entry, field) = (int)number;
    return true;
}

bool words_set_value(Arena *arena, Entry *entry, const EntryField *field, Text value) {
    if (field->type == FIELD_TEXT) {
        if (value.size > field->most || (value.size > 0 && memchr(value.bytes, '\0', (size_t)value.size))) return false;
        *(const char **)place_of(entry, field) = value.size ? text_copy(arena, value) : NULL;
        return true;
    }
    if (field->type != FIELD_WORD) return set_number(entry, field, value);
    for (int64_t i = field->least; i <= field->most; i++) {
        if (!text_is(value, field->words[i])) continue;
        *(int *)place_of(entry, field) = (int)i;
        return true;
    }
    return value.size == 0;
}

bool words_kind(Text name, EntryKind *kind) {
    for (int i = 0; i < ENTRY_KINDS; i++) {
        if (!text_is(name, entry_shapes[i].name)) continue;
        *kind = (EntryKind)i;
        return true;
    }
    return false;
}

// ---- writing ----

static bool is_plain(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text <= ' ' || *text == '"' || *text == 0x7f) return false;
    return true;
}

static void add_text(TextBuilder *out, const char *text) {
    if (is_plain(text)) {
        builder_add(out, "%s", text);
        return;
    }
    builder_add(out, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\') builder_add(out, "\\%c", c);
        else if (c < ' ' || c == 0x7f) builder_add(out, "\\x%02x", c);
        else builder_add(out, "%c", c);
    }
    builder_add(out, "\"");
}

static bool is_left_out(const Entry *entry, const EntryField *field) {
    if (field->type == FIELD_WORD) return false;
    return field->type == FIELD_TEXT ? !*words_value(NULL, entry, field) : number_of_field(entry, field) == 0;
}

void words_write(const Entry *entry, TextBuilder *out) {
    const EntryShape *shape = &entry_shapes[entry->kind];
    char time[WORDS_TIME_SIZE], day[DATE_SIZE];
    words_time_write(&entry->moment, time);
    builder_add(out, "%s %s", time, shape->name);
    if (entry->moment.day != date_day_at(entry->moment.at_ms, entry->moment.zone_min)) {
        date_write(entry->moment.day, day);
        builder_add(out, " day=%s", day);
    }
    for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++) {
        const EntryField *field = shape->fields[i];
        if (is_left_out(entry, field)) continue;
        builder_add(out, " %s=", field->name);
        if (field->type == FIELD_TEXT) add_text(out, text_of_field(entry, field));
        else if (field->type == FIELD_WORD) builder_add(out, "%s", field->words[number_of_field(entry, field)]);
        else builder_add(out, "%" PRId64, number_of_field(entry, field));
    }
}

// ---- reading ----

static Text next_until(Text *rest, char end) {
    int size = 0;
    while (size < rest->size && rest->bytes[size] != end) size++;
    Text part = {rest->bytes, size};
    int taken = size + (size < rest->size);
    *rest = (Text){rest->bytes + taken, rest->size - taken};
    return part;
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// After the opening quote; takes the closing one and the blank after it.
static bool read_quoted(Arena *arena, Text *rest, Text *value) {
    char *bytes = arena_alloc(arena, (size_t)rest->size + 1);
    int size = 0, at = 0;
    for (; at < rest->size && rest->bytes[at] != '"'; at++) {
        char c = rest->bytes[at];
        bool is_hex = c == '\\' && at + 3 < rest->size && rest->bytes[at + 1] == 'x';
        if (is_hex) {
            int high = hex_digit(rest->bytes[at + 2]), low = hex_digit(rest->bytes[at + 3]);
            if (high < 0 || low < 0) return false;
            c = (char)(high << 4 | low), at += 3;
        } else if (c == '\\' && at + 1 < rest->size) {
            c = rest->bytes[++at];
        }
        bytes[size++] = c;
    }
    *value = (Text){bytes, size};
    if (at >= rest->size) return false;
    at++;
    if (at < rest->size && rest->bytes[at++] != ' ') return false;
    *rest = (Text){rest->bytes + at, rest->size - at};
    return true;
}

static const EntryField *find_field(const EntryShape *shape, Text name) {
    for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++)
        if (text_is(name, shape->fields[i]->name)) return shape->fields[i];
    return NULL;
}

static bool read_field(Arena *arena, Entry *entry, Text *rest) {
    Text name = next_until(rest, '='), value;
    bool is_quoted = rest->size > 0 && rest->bytes[0] == '"';
    if (is_quoted) {
        *rest = (Text){rest->bytes + 1, rest->size - 1};
        if (!read_quoted(arena, rest, &value)) return false;
    } else {
        value = next_until(rest, ' ');
    }
    if (text_is(name, "day")) return read_day(value, &entry->moment.day);
    const EntryField *field = find_field(&entry_shapes[entry->kind], name);
    return field && words_set_value(arena, entry, field, value);
}

bool words_read(Arena *arena, Text words, Entry *entry) {
    *entry = (Entry){0};
    Text rest = words;
    if (!words_time_read(next_until(&rest, ' '), &entry->moment)) return false;
    if (!words_kind(next_until(&rest, ' '), &entry->kind)) return false;
    while (rest.size > 0)
        if (!read_field(arena, entry, &rest)) return false;
    return entry_is_good(entry);
}
