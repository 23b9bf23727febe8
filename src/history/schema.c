#include "history/schema.h"

#include <stddef.h>

// A text or a word is a number of the table `word`: moves, routines and answers come again and again. Words, not numbers
// of this program, so that a later one may know more of them and in another order. A sequence is an order_ms and ten bits
// that tell apart what two machines wrote within the same millisecond. The time by the clock, at_ms, is only said where it
// differs from the order_ms. No column but the first is NOT NULL: each such promise is checked at every start.
const char *const schema_steps[STORE_VERSION] = {
    "CREATE TABLE word(number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);"
    "CREATE TABLE machine(writer INTEGER PRIMARY KEY);"
    "CREATE TABLE entry(sequence INTEGER PRIMARY KEY, checksum INTEGER, writer INTEGER REFERENCES machine,"
    " at_ms INTEGER, day INTEGER, zone_min INTEGER, kind INTEGER REFERENCES word,"
    " part_of INTEGER, id INTEGER REFERENCES word, other INTEGER REFERENCES word,"
    " text INTEGER REFERENCES word, on_day INTEGER, level INTEGER REFERENCES word, answer INTEGER REFERENCES word,"
    " asked INTEGER REFERENCES word, outcome INTEGER REFERENCES word, felt INTEGER REFERENCES word,"
    " side INTEGER REFERENCES word, number INTEGER, soreness INTEGER, pain INTEGER, effort INTEGER, seconds INTEGER,"
    " strength INTEGER);"
    "CREATE TABLE step(sequence INTEGER PRIMARY KEY, checksum INTEGER, writer INTEGER REFERENCES machine,"
    " at_ms INTEGER, day INTEGER, zone_min INTEGER, kind INTEGER REFERENCES word,"
    " part_of INTEGER, id INTEGER REFERENCES word, other INTEGER REFERENCES word,"
    " outcome INTEGER REFERENCES word, number INTEGER);"
    "CREATE TABLE journal(name TEXT PRIMARY KEY, read_to INTEGER NOT NULL, tail INTEGER NOT NULL, lines INTEGER NOT NULL,"
    " unreadable INTEGER NOT NULL, unknown INTEGER NOT NULL, vocabulary INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE waiting(line TEXT NOT NULL);",
};

#define AT(member) (int)offsetof(Entry, member)

static const SchemaColumn entry_columns[] = {
    {"part_of", AT(group)},      {"id", AT(id)},          {"other", AT(other)},       {"text", AT(text)},
    {"on_day", AT(on_day)},      {"level", AT(level)},    {"answer", AT(answer)},     {"asked", AT(when)},
    {"outcome", AT(outcome)},    {"felt", AT(felt)},      {"side", AT(body)},         {"number", AT(number)},
    {"soreness", AT(soreness)},  {"pain", AT(pain)},      {"effort", AT(effort)},     {"seconds", AT(seconds)},
    {"strength", AT(strength)},
};

static const SchemaColumn step_columns[] = {
    {"part_of", AT(group)}, {"id", AT(id)}, {"other", AT(other)}, {"outcome", AT(outcome)}, {"number", AT(number)},
};

// Steps are most of what there is, and of old ones little is asked.
const SchemaTable schema_tables[SCHEMA_TABLES] = {
    [TABLE_ENTRY] = {"entry", entry_columns, sizeof entry_columns / sizeof *entry_columns},
    [TABLE_STEP] = {"step", step_columns, sizeof step_columns / sizeof *step_columns},
};

int schema_table(EntryKind kind) {
    return kind == ENTRY_STEP ? TABLE_STEP : TABLE_ENTRY;
}

const EntryField *schema_field(EntryKind kind, const SchemaColumn *column) {
    const EntryShape *shape = &entry_shapes[kind];
    for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++)
        if (shape->fields[i]->offset == column->offset) return shape->fields[i];
    return NULL;
}

uint32_t schema_vocabulary(void) {
    TextBuilder all = {0};
    for (int kind = 0; kind < ENTRY_KINDS; kind++) {
        const EntryShape *shape = &entry_shapes[kind];
        builder_add(&all, "%s", shape->name);
        for (int i = 0; i < ENTRY_FIELDS_MAX && shape->fields[i]; i++) {
            const EntryField *field = shape->fields[i];
            builder_add(&all, " %s %d %lld %lld", field->name, field->type, (long long)field->least, (long long)field->most);
            for (int64_t word = field->least; field->words && word <= field->most; word++)
                builder_add(&all, " %s", field->words[word]);
        }
        builder_add(&all, "\n");
    }
    uint32_t sum = journal_checksum(builder_text(&all));
    builder_free(&all);
    return sum;
}
