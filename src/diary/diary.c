#include "diary/diary.h"

#include <assert.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char *const answer_words[ANSWERS] = {"none", "yes", "no", "skip"};
static const char *const when_words[WHENS] = {"before", "morning", "evening"};
static const char *const outcome_words[OUTCOMES] = {"done", "left", "swapped"};
static const char *const body_words[BODIES] = {"whole", "right", "left"};
static const char *const felt_words[FELTS] = {"work", "pain", "sharp", "into-leg", "out-of-leg", "cramp", "dizzy", "chest"};

#define AT(member) (int)offsetof(Entry, member)
enum { YEARS_10000_DAY = 2932896, DAY_SECONDS = 24 * 60 * 60, MOST_ZONE_MIN = 24 * 60 };
static const int64_t YEARS_10000_MS = YEARS_10000_DAY * INT64_C(86400000);

static const EntryField group = {"group", FIELD_LONG, AT(group), 0, INT64_MAX, NULL};
static const EntryField id = {"id", FIELD_TEXT, AT(id), 0, 64, NULL};
static const EntryField other = {"other", FIELD_TEXT, AT(other), 0, 64, NULL};
static const EntryField text = {"text", FIELD_TEXT, AT(text), 0, ENTRY_TEXT_BYTES, NULL};
static const EntryField on_day = {"on-day", FIELD_INT, AT(on_day), 0, YEARS_10000_DAY, NULL};
static const EntryField level = {"level", FIELD_WORD, AT(level), 0, LEVEL_COUNT - 1, level_names};
static const EntryField answer = {"answer", FIELD_WORD, AT(answer), 0, ANSWERS - 1, answer_words};
static const EntryField when = {"when", FIELD_WORD, AT(when), 0, WHENS - 1, when_words};
static const EntryField outcome = {"outcome", FIELD_WORD, AT(outcome), 0, OUTCOMES - 1, outcome_words};
static const EntryField felt = {"felt", FIELD_WORD, AT(felt), 0, FELTS - 1, felt_words};
static const EntryField body = {"side", FIELD_WORD, AT(body), 0, BODIES - 1, body_words};
static const EntryField number = {"number", FIELD_INT, AT(number), 0, INT_MAX, NULL};
static const EntryField question = {"question", FIELD_INT, AT(number), 1, 20, NULL};
static const EntryField plan_day = {"plan-day", FIELD_INT, AT(number), 0, 7 * 52, NULL};
static const EntryField step = {"step", FIELD_INT, AT(number), 0, INT_MAX, NULL};
static const EntryField how_much = {"how-much", FIELD_INT, AT(number), 0, 10, NULL};
static const EntryField soreness = {"soreness", FIELD_INT, AT(soreness), 0, 10, NULL};
static const EntryField pain = {"pain", FIELD_INT, AT(pain), 0, 10, NULL};
static const EntryField effort = {"effort", FIELD_INT, AT(effort), 0, 10, NULL};
static const EntryField seconds = {"seconds", FIELD_INT, AT(seconds), 0, DAY_SECONDS, NULL};
static const EntryField strength = {"strength", FIELD_INT, AT(strength), 0, 1, NULL};

const EntryShape entry_shapes[ENTRY_KINDS] = {
    [ENTRY_PERSON] = {"person", {&text}},
    [ENTRY_LEVEL] = {"level", {&level}},
    [ENTRY_TRAINING] = {"training", {&answer}},
    [ENTRY_PLAN_START] = {"plan-start", {&id, &level, &on_day, &plan_day}},
    [ENTRY_PLAN_STOP] = {"plan-stop", {&id}},
    [ENTRY_SCREEN] = {"screen", {&group}},
    [ENTRY_SAFETY] = {"safety", {&group, &question, &answer}},
    [ENTRY_TAG] = {"tag", {&id, &answer}},
    [ENTRY_CLEARED] = {"cleared", {&text}},
    [ENTRY_CHECK] = {"check", {&group, &id, &other, &body, &answer, &number}},
    [ENTRY_CHECK_IN] = {"check-in", {&group, &when, &soreness, &pain, &answer}},
    [ENTRY_SESSION] = {"session", {&group, &id, &level, &strength, &plan_day}},
    [ENTRY_STEP] = {"step", {&group, &step, &id, &outcome, &other}},
    [ENTRY_HURT] = {"hurt", {&group, &id, &other, &felt, &how_much}},
    [ENTRY_LEG] = {"leg", {&group, &answer}},
    [ENTRY_SESSION_END] = {"session-end", {&group, &seconds, &effort, &outcome}},
    [ENTRY_NOTE] = {"note", {&group, &text}},
    [ENTRY_FEVER] = {"fever", {&answer}},
    [ENTRY_OVERWHELMED] = {"overwhelmed", {NULL}},
    [ENTRY_TASK] = {"task", {&text}},
    [ENTRY_EASE] = {"ease", {&how_much}},
    [ENTRY_BREAK] = {"break", {&id}},
};

// Every member that some kind uses, once.
static const EntryField *const members[] = {&group, &id, &other, &text, &on_day, &level, &answer, &when, &outcome, &felt,
                                            &body, &number, &soreness, &pain, &effort, &seconds, &strength};
enum { MEMBERS = sizeof members / sizeof *members };

static const char *text_at(const Entry *entry, const EntryField *field) {
    return *(const char *const *)(const void *)((const char *)entry + field->offset);
}

static int64_t number_at(const Entry *entry, const EntryField *field) {
    const char *place = (const char *)entry + field->offset;
    if (field->type == FIELD_LONG) return *(const int64_t *)(const void *)place;
    return *(const int *)(const void *)place;
}

static bool field_is_good(const Entry *entry, const EntryField *field) {
    if (field->type == FIELD_TEXT) {
        const char *value = text_at(entry, field);
        return !value || (int64_t)strlen(value) <= field->most;
    }
    int64_t value = number_at(entry, field);
    return value >= field->least && value <= field->most;
}

static bool member_is_zero(const Entry *entry, const EntryField *member) {
    return member->type == FIELD_TEXT ? !text_at(entry, member) : !number_at(entry, member);
}

// From a clock that lost its time (1 January 1970, in the west the day before) to the year 9999.
static bool moment_is_good(const Moment *moment) {
    return moment->at_ms >= 0 && moment->at_ms < YEARS_10000_MS && moment->day >= -1 && moment->day < YEARS_10000_DAY &&
           abs(moment->zone_min) <= MOST_ZONE_MIN;
}

bool entry_is_good(const Entry *entry) {
    if (!moment_is_good(&entry->moment) || entry->order_ms < 0) return false;
    if ((int)entry->kind < 0 || entry->kind >= ENTRY_KINDS) return false;
    const EntryShape *shape = &entry_shapes[entry->kind];
    bool used[sizeof(Entry)] = {false};
    for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++) {
        if (!field_is_good(entry, shape->fields[i])) return false;
        used[shape->fields[i]->offset] = true;
    }
    for (int i = 0; i < MEMBERS; i++) {
        if (!used[members[i]->offset] && !member_is_zero(entry, members[i])) return false;
    }
    return true;
}

static int64_t next_order(const Diary *diary, int64_t at_ms) {
    if (!diary->entries.count) return at_ms;
    int64_t newest = diary->entries.items[diary->entries.count - 1].order_ms;
    return at_ms > newest ? at_ms : newest + 1;
}

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

int diary_compare(const Entry *a, const Entry *b) {
    int order = compare(a->order_ms, b->order_ms);
    if (!order) order = compare(a->writer, b->writer);
    if (!order) order = compare(a->moment.at_ms, b->moment.at_ms);
    if (!order) order = compare(a->moment.day, b->moment.day);
    if (!order) order = compare(a->moment.zone_min, b->moment.zone_min);
    if (!order) order = compare(a->kind, b->kind);
    for (int i = 0; i < MEMBERS && !order; i++) {
        if (members[i]->type == FIELD_TEXT) order = compare_text(text_at(a, members[i]), text_at(b, members[i]));
        else order = compare(number_at(a, members[i]), number_at(b, members[i]));
    }
    return order;
}

Entry *diary_add(Arena *arena, Diary *diary, const Entry *entry) {
    int64_t order_ms = next_order(diary, entry->moment.at_ms);
    Entry *added = list_push(arena, &diary->entries);
    *added = *entry;
    added->order_ms = order_ms;
    assert(entry_is_good(added));
    return added;
}

const Entry *diary_newest(const Diary *diary, EntryKind kind) {
    for (int i = diary->entries.count - 1; i >= 0; i--) {
        if (diary->entries.items[i].kind == kind) return &diary->entries.items[i];
    }
    return NULL;
}

static int compare_for_sort(const void *a, const void *b) {
    return diary_compare(a, b);
}

void diary_sort(Diary *diary) {
    Entry *entries = diary->entries.items;
    int kept = 0;
    if (diary->entries.count) qsort(entries, (size_t)diary->entries.count, sizeof *entries, compare_for_sort);
    for (int i = 0; i < diary->entries.count; i++) {
        if (!kept || diary_compare(&entries[kept - 1], &entries[i])) entries[kept++] = entries[i];
    }
    diary->entries.count = kept;
}
