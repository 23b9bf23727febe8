#include "history/table.h"

#include <string.h>

// What a session came to, from the entries that share its group.
typedef struct {
    int64_t group;
    int done, left, seconds, effort;
    bool is_ended, is_whole;
} SessionSum;

typedef struct {
    const Diary *diary;
    const Library *library;
    TextBuilder *out;
    Arena scratch;
    LIST(SessionSum) sessions; // in their order
    int day;                   // of the last heading
    int sessions_shown, days;
    int64_t seconds;
} Table;

// ---- names ----

static const char *move_name(const Table *table, const char *id) {
    for (int i = 0; table->library && id && i < table->library->moves.count; i++) {
        const Move *move = table->library->moves.items[i];
        if (strcmp(move->id, id) == 0) return move->name;
        for (int j = 0; j < move->variants.count; j++)
            if (strcmp(move->variants.items[j]->id, id) == 0) return move->variants.items[j]->name;
    }
    return id ? id : "?";
}

static const char *routine_name(const Table *table, const char *id) {
    for (int i = 0; table->library && id && i < table->library->routines.count; i++)
        if (strcmp(table->library->routines.items[i]->id, id) == 0) return table->library->routines.items[i]->name;
    return id ? id : "?";
}

static const char *plan_name(const Table *table, const char *id) {
    for (int i = 0; table->library && id && i < table->library->plans.count; i++)
        if (strcmp(table->library->plans.items[i]->id, id) == 0) return table->library->plans.items[i]->name;
    return id ? id : "?";
}

// ---- sums ----

// The newest of the group; steps follow their session closely.
static SessionSum *sum_of(Table *table, int64_t group) {
    for (int i = table->sessions.count - 1; i >= 0; i--)
        if (table->sessions.items[i].group == group) return &table->sessions.items[i];
    return NULL;
}

static void add_up(Table *table) {
    for (int i = 0; i < table->diary->entries.count; i++) {
        const Entry *entry = &table->diary->entries.items[i];
        if (entry->kind == ENTRY_SESSION) *list_push(&table->scratch, &table->sessions) = (SessionSum){.group = entry->group};
        SessionSum *sum = entry->kind == ENTRY_STEP || entry->kind == ENTRY_SESSION_END ? sum_of(table, entry->group) : NULL;
        if (!sum) continue;
        if (entry->kind == ENTRY_STEP) sum->done += entry->outcome != OUTCOME_LEFT, sum->left += entry->outcome == OUTCOME_LEFT;
        else *sum = (SessionSum){sum->group, sum->done, sum->left, entry->seconds, entry->effort, true, entry->outcome == OUTCOME_DONE};
    }
}

// ---- lines ----

static void write_heading(Table *table, int day) {
    static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
                                         "August", "September", "October", "November", "December"};
    Date date = date_of(day);
    builder_add(table->out, "%s%s %d %s %d\n", table->days ? "\n" : "", weekdays[date_weekday(day)], date.day,
                months[date.month - 1], date.year);
    table->day = day;
    table->days++;
}

static void begin_line(Table *table, const Entry *entry, const char *what) {
    if (!table->days || entry->moment.day != table->day) write_heading(table, entry->moment.day);
    int64_t local_min = entry->moment.at_ms / 60000 + entry->moment.zone_min;
    int minute = (int)((local_min % 1440 + 1440) % 1440);
    builder_add(table->out, "  %02d:%02d  %-14s", minute / 60, minute % 60, what);
}

static void write_session(Table *table, const Entry *entry) {
    const SessionSum *sum = sum_of(table, entry->group);
    begin_line(table, entry, "Session");
    builder_add(table->out, "%s, level %s: ", routine_name(table, entry->id), level_names[entry->level]);
    builder_add(table->out, "%d %s done", sum->done, sum->done == 1 ? "exercise" : "exercises");
    if (sum->left) builder_add(table->out, ", %d left out", sum->left);
    if (!sum->is_ended) builder_add(table->out, ", cut off");
    else builder_add(table->out, ", %d min%s", (sum->seconds + 30) / 60, sum->is_whole ? "" : ", not to the end");
    if (sum->effort) builder_add(table->out, ", effort %d", sum->effort);
    builder_add(table->out, "\n");
    table->sessions_shown++;
    table->seconds += sum->seconds;
}

// A check-in is written again with every answer: the last one has them all.
static bool has_newer(const Table *table, int at) {
    const Entry *entry = &table->diary->entries.items[at];
    for (int i = at + 1; i < table->diary->entries.count && i < at + 10; i++) {
        const Entry *next = &table->diary->entries.items[i];
        if (next->kind == entry->kind && next->group == entry->group && next->when == entry->when) return true;
    }
    return false;
}

static void write_check_in(Table *table, const Entry *entry) {
    static const char *const whens[WHENS] = {"Check-in", "Morning", "Evening"};
    begin_line(table, entry, whens[entry->when]);
    const char *between = "";
    if (entry->soreness) builder_add(table->out, "muscles %d", entry->soreness), between = ", ";
    if (entry->pain) builder_add(table->out, "%spain %d", between, entry->pain), between = ", ";
    if (entry->answer == ANSWER_YES) builder_add(table->out, "%snew numbness, weakness or trouble with bladder or bowels", between);
    builder_add(table->out, "\n");
}

static void write_hurt(Table *table, const Entry *entry) {
    static const char *const felts[FELTS] = {"muscle work", "pain", "sharp pain", "pain into the leg", "pain out of the leg",
                                             "cramp", "dizzy", "chest pain"};
    begin_line(table, entry, "Hurt");
    builder_add(table->out, "%s: %s", move_name(table, entry->id), felts[entry->felt]);
    if (entry->number) builder_add(table->out, " %d", entry->number);
    builder_add(table->out, "\n");
}

static void write_check(Table *table, const Entry *entry) {
    static const char *const sides[BODIES] = {"", ", right side", ", left side"};
    static const char *const answers[ANSWERS] = {"no answer", "yes", "no", "skipped"};
    begin_line(table, entry, "Self-check");
    builder_add(table->out, "%s%s%s%s: %s", entry->id ? entry->id : "?", entry->other ? ", " : "", entry->other ? entry->other : "",
                sides[entry->body], answers[entry->answer]);
    if (entry->number) builder_add(table->out, ", %d", entry->number);
    builder_add(table->out, "\n");
}

static void write_text(Table *table, const Entry *entry, const char *what, const char *text) {
    begin_line(table, entry, what);
    for (const char *at = text ? text : ""; *at; at++) builder_add(table->out, "%c", (unsigned char)*at < ' ' ? ' ' : *at);
    builder_add(table->out, "\n");
}

static void write_yes(Table *table, const Entry *entry, const char *what, const char *yes, const char *no) {
    write_text(table, entry, what, entry->answer == ANSWER_YES ? yes : no);
}

// Of the safety screen only what was told as yes: the rest is as it should be.
static void write_safety(Table *table, const Entry *entry) {
    if (entry->answer == ANSWER_YES) write_text(table, entry, "Safety", text_format(&table->scratch, "yes to question %d", entry->number));
}

static const char *why_of(Table *table, const char *begin, const char *text) {
    return text ? text_format(&table->scratch, "%s%s", begin, text) : begin;
}

static const char *plan_of(Table *table, const Entry *entry) {
    return text_format(&table->scratch, "%s, level %s", plan_name(table, entry->id), level_names[entry->level]);
}

static void write_entry(Table *table, int at) {
    const Entry *entry = &table->diary->entries.items[at];
    switch (entry->kind) {
    case ENTRY_SESSION: write_session(table, entry); break;
    case ENTRY_CHECK_IN: if (!has_newer(table, at)) write_check_in(table, entry); break;
    case ENTRY_HURT: write_hurt(table, entry); break;
    case ENTRY_CHECK: write_check(table, entry); break;
    case ENTRY_SAFETY: write_safety(table, entry); break;
    case ENTRY_PERSON: write_text(table, entry, "Name", entry->text); break;
    case ENTRY_LEVEL: write_text(table, entry, "Level", level_names[entry->level]); break;
    case ENTRY_TRAINING: write_yes(table, entry, "Training", "trains regularly", "does not train regularly"); break;
    case ENTRY_PLAN_START: write_text(table, entry, "Plan begun", plan_of(table, entry)); break;
    case ENTRY_PLAN_STOP: write_text(table, entry, "Plan stopped", plan_name(table, entry->id)); break;
    case ENTRY_TAG: write_yes(table, entry, "To spare", entry->id, why_of(table, "no longer: ", entry->id)); break;
    case ENTRY_CLEARED: write_text(table, entry, "Doctor", why_of(table, "says exercise is safe. ", entry->text)); break;
    case ENTRY_LEG: write_yes(table, entry, "Leg", "the pain was gone within ten minutes", "the pain stayed"); break;
    case ENTRY_NOTE: write_text(table, entry, "Note", entry->text); break;
    case ENTRY_FEVER: write_yes(table, entry, "Fever", "began", "is over"); break;
    case ENTRY_OVERWHELMED: write_text(table, entry, "Too much", "said that it is too much"); break;
    case ENTRY_TASK: write_text(table, entry, "Task", entry->text); break;
    case ENTRY_EASE: write_text(table, entry, "Task", text_format(&table->scratch, "ease %d of 10", entry->number)); break;
    case ENTRY_BREAK: write_text(table, entry, "Break", routine_name(table, entry->id)); break;
    case ENTRY_SCREEN: case ENTRY_STEP: case ENTRY_SESSION_END: case ENTRY_KINDS: break; // told by others
    }
}

void table_write(const Diary *diary, const Library *library, TextBuilder *out) {
    Table table = {.diary = diary, .library = library, .out = out};
    if (diary->entries.count == 0) builder_add(out, "Nothing yet. What you do with Limber will be here.\n");
    add_up(&table);
    for (int i = 0; i < diary->entries.count; i++) write_entry(&table, i);
    if (table.sessions_shown)
        builder_add(out, "\n%d %s, %lld min in all.\n", table.sessions_shown, table.sessions_shown == 1 ? "session" : "sessions",
                    (long long)((table.seconds + 30) / 60));
    arena_free(&table.scratch);
}
