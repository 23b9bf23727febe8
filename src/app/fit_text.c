#include "app/fit_text.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_ID = 120, MOST_NUMBER = 1000000 };

#define AT(member) offsetof(Fit, member)

// Every member that is a number; all but the skip tags and the switches are ints.
static const struct {
    const char *name;
    size_t offset, size;
} numbers[] = {
    {"minutes", AT(minutes), sizeof(int)},
    {"skip", AT(skip), sizeof(SkipTags)},
    {"first", AT(first), sizeof(int)},
    {"weaker", AT(weaker), sizeof(int)},
    {"tighter-seat", AT(tighter[FIT_SEAT]), sizeof(int)},
    {"tighter-hip", AT(tighter[FIT_HIP_FRONT]), sizeof(int)},
    {"tighter-thigh", AT(tighter[FIT_THIGH_BACK]), sizeof(int)},
    {"lower", AT(levels_lower), sizeof(int)},
    {"shorter", AT(hold_shorter_ms), sizeof(int)},
    {"stretch", AT(only_stretch), sizeof(bool)},
    {"gentle", AT(only_gentle), sizeof(bool)},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

static uint32_t number_at(const Fit *fit, int i) {
    const char *place = (const char *)fit + numbers[i].offset;
    if (numbers[i].size == sizeof(bool)) return *(const bool *)place;
    return *(const uint32_t *)(const void *)place;
}

void fit_text_write(const Fit *fit, const ChangeList *changes, TextBuilder *out) {
    builder_add(out, "%s", "");
    for (int i = 0; i < NUMBERS; i++)
        if (number_at(fit, i)) builder_add(out, "%s=%u ", numbers[i].name, number_at(fit, i));
    for (int i = 0; i < fit->easier_count; i++) builder_add(out, "easier=%d:%s ", fit->easier[i].steps, fit->easier[i].move);
    for (int i = 0; i < fit->hurt_count; i++) builder_add(out, "hurt=%s ", fit->hurt[i]);
    for (int i = 0; i < fit->left_out_count; i++) builder_add(out, "out=%s ", fit->left_out[i]);
    for (int i = 0; i < changes->count; i++) {
        const Change *change = &changes->items[i];
        builder_add(out, "change=%d:%d:%d:%s ", (int)change->kind, change->from_work, change->from_segment, change->move);
    }
}

typedef struct {
    Arena *arena;
    Fit *fit;
    LIST(EasierMove) easier;
    LIST(const char *) hurt, left_out;
    ChangeList *changes;
} Reader;

static bool read_number(Reader *reader, const char *name, const char *value, bool *found) {
    for (int i = 0; i < NUMBERS; i++) {
        if (strcmp(name, numbers[i].name) != 0) continue;
        char *end, *place = (char *)reader->fit + numbers[i].offset;
        unsigned long number = strtoul(value, &end, 10);
        *found = true;
        if (*end || end == value || (numbers[i].size == sizeof(int) && number > MOST_NUMBER && strcmp(name, "skip") != 0)) return false;
        if (numbers[i].size == sizeof(bool)) *(bool *)place = number != 0;
        else *(uint32_t *)(void *)place = (uint32_t)number;
    }
    return true;
}

static bool read_list(Reader *reader, const char *name, const char *value) {
    int steps = 0, kind = 0, work = 0, segment = 0, at = 0;
    if (strcmp(name, "hurt") == 0) *list_push(reader->arena, &reader->hurt) = value;
    else if (strcmp(name, "out") == 0) *list_push(reader->arena, &reader->left_out) = value;
    else if (strcmp(name, "easier") == 0 && sscanf(value, "%d:%n", &steps, &at) == 1 && at > 0)
        *list_push(reader->arena, &reader->easier) = (EasierMove){value + at, steps};
    else if (strcmp(name, "change") == 0 && sscanf(value, "%d:%d:%d:%n", &kind, &work, &segment, &at) == 3 && at > 0)
        *list_push(reader->arena, reader->changes) = (Change){(ChangeKind)kind, value + at, work, segment};
    else return false;
    return (kind == CHANGE_EASIER || kind == CHANGE_HURTS) && steps >= 0 && steps < LEVEL_COUNT * 2 && work >= 0 && segment >= 0;
}

static bool read_word(Reader *reader, Text word) {
    bool is_number = false;
    if (word.size > LONGEST_ID + 40) return false;
    char *name = text_copy(reader->arena, word), *value = strchr(name, '=');
    if (!value) return false;
    *value++ = '\0';
    if (!read_number(reader, name, value, &is_number)) return false;
    return is_number || read_list(reader, name, value);
}

static bool sides_are_good(const Fit *fit) {
    bool good = (unsigned)fit->first <= LEFT && (unsigned)fit->weaker <= FIT_LEFT;
    for (int i = 0; i < FIT_AREA_COUNT; i++) good = good && (unsigned)fit->tighter[i] <= FIT_LEFT;
    return good;
}

bool fit_text_read(Arena *arena, Text text, Fit *fit, ChangeList *changes) {
    *fit = (Fit){0};
    *changes = (ChangeList){0};
    Reader reader = {.arena = arena, .fit = fit, .changes = changes};
    bool good = true;
    for (int at = 0; good && at < text.size;) {
        int size = 0;
        while (at + size < text.size && text.bytes[at + size] != ' ') size++;
        good = size == 0 || read_word(&reader, (Text){text.bytes + at, size});
        at += size + 1;
    }
    fit->easier = reader.easier.items, fit->easier_count = reader.easier.count;
    fit->hurt = reader.hurt.items, fit->hurt_count = reader.hurt.count;
    fit->left_out = reader.left_out.items, fit->left_out_count = reader.left_out.count;
    return good && sides_are_good(fit);
}
