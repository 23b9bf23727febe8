// The tables of the database, step by step: version N is what the first N steps make. Only for the files of this folder.
#pragma once

#include "history/store.h"

#include <sqlite3.h>

// A step is never changed once it was published; a change of the tables is a step of its own.
extern const char *const schema_steps[STORE_VERSION];

// The tables are those of entries and of steps; a column is a member of Entry.
typedef struct {
    const char *name;
    int offset;
} SchemaColumn;

typedef struct {
    const char *name;
    const SchemaColumn *columns;
    int count;
} SchemaTable;

enum { SCHEMA_TABLES = 2, SCHEMA_COLUMNS_MAX = 20, TABLE_ENTRY = 0, TABLE_STEP = 1 };
extern const SchemaTable schema_tables[SCHEMA_TABLES];

// Where entries of a kind are kept.
int schema_table(EntryKind kind);

// Which field of the kind a column holds; NULL where the kind has none.
const EntryField *schema_field(EntryKind kind, const SchemaColumn *column);

// Changes whenever a kind, a field or a word becomes known.
uint32_t schema_vocabulary(void);
