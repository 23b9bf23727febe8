#include "history/history.h"

#include "base/file.h"
#include "history/backup.h"
#include "history/people.h"
#include "history/store.h"
#include "history/words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int64_t order_ms;
    uint32_t checksum;
} Seen;

struct History {
    Arena *arena;
    HistoryOptions options;
    const char *folder, *state, *journal; // of the person; of the machine's own journal the file
    Store *store;
    Diary diary;
    JournalReading own;     // of the machine's own journal
    int own_unknown;
    TextBuilder waiting;    // whole lines that the journal does not have yet
    bool is_told;           // that it cannot be written
    LIST(const char *) problems;
    int problems_told;
    int journals, unreadable, unknown;
};

static void add_problem(History *history, const Error *error) {
    *list_push(history->arena, &history->problems) = text_copy(history->arena, text_of(error->sentence));
}

const char *history_problem(History *history) {
    return history->problems_told < history->problems.count ? history->problems.items[history->problems_told++] : NULL;
}

// ---- taking in what journals gained ----

typedef struct {
    History *history;
    Arena scratch;
    int unknown;
    LIST(Seen) seen; // only of the machine's own journal
    bool is_own, has_begun;
} Import;

static void take_line(void *context, const JournalLine *line) {
    Import *import = context;
    Entry entry;
    arena_reset(&import->scratch);
    if (!words_read(&import->scratch, line->words, &entry)) {
        import->unknown++;
        return;
    }
    entry.order_ms = line->order_ms, entry.writer = line->writer;
    if (!import->has_begun) store_begin(import->history->store);
    import->has_begun = true;
    store_put(import->history->store, &entry, line->checksum);
    if (import->is_own) *list_push(import->history->arena, &import->seen) = (Seen){line->order_ms, line->checksum};
}

static uint32_t write_line(const Entry *entry, TextBuilder *lines) {
    TextBuilder words = {0};
    words_write(entry, &words);
    JournalLine line = {.order_ms = entry->order_ms, .writer = entry->writer, .words = builder_text(&words)};
    journal_line_write(&line, lines);
    builder_free(&words);
    return line.checksum;
}

static int by_order(const void *left, const void *right) {
    const Seen *a = left, *b = right;
    if (a->order_ms != b->order_ms) return a->order_ms < b->order_ms ? -1 : 1;
    return (a->checksum > b->checksum) - (a->checksum < b->checksum);
}

static bool is_seen(const Import *import, int64_t order_ms, uint32_t checksum) {
    Seen seen = {order_ms, checksum};
    return import->seen.count && bsearch(&seen, import->seen.items, (size_t)import->seen.count, sizeof seen, by_order);
}

static const char *journal_of(const History *history, Arena *arena, uint32_t writer) {
    return path_join(arena, history->folder, text_format(arena, "journal-%08" PRIx32 ".log", writer));
}

// What this machine wrote, and what it took in from elsewhere: entries of writers that have no journal here.
static bool is_own(const History *history, uint32_t writer) {
    Arena scratch = {0};
    bool own = writer == history->options.writer || !file_exists(journal_of(history, &scratch, writer));
    arena_free(&scratch);
    return own;
}

// A journal of the machine's own that lost lines gets them back from the database.
static void give_back(History *history, Import *import) {
    Diary all;
    TextBuilder lost = {0};
    Error error = {0};
    if (import->seen.count) qsort(import->seen.items, (size_t)import->seen.count, sizeof *import->seen.items, by_order);
    arena_reset(&import->scratch);
    bool good = store_load(history->store, true, &import->scratch, &all), own = false;
    for (int i = 0; good && i < all.entries.count; i++) {
        const Entry *entry = &all.entries.items[i];
        if (i == 0 || entry->writer != entry[-1].writer) own = is_own(history, entry->writer);
        if (!own) continue;
        int before = lost.size;
        uint32_t checksum = write_line(entry, &lost);
        if (is_seen(import, entry->order_ms, checksum)) lost.size = before;
    }
    if (lost.size && !journal_append(history->journal, builder_text(&lost), &history->own, &error)) add_problem(history, &error);
    else if (lost.size) store_set_journal(history->store, path_name(history->journal), &history->own, history->own_unknown);
    builder_free(&lost);
}

static void import_one(History *history, const char *path) {
    Import import = {.history = history, .is_own = strcmp(path, history->journal) == 0};
    JournalReading reading;
    Error error = {0};
    int unknown = 0;
    store_journal(history->store, path_name(path), &reading, &unknown);
    JournalReading before = reading;
    bool exists = file_exists(path);
    if (!exists) reading = (JournalReading){0};
    bool good = !exists || journal_read(path, &reading, take_line, &import, &error);
    bool is_shorter = good && before.to > 0 && (!exists || (reading.from == 0 && reading.to > 0) || reading.to == 0);
    unknown = is_shorter || before.to == 0 ? import.unknown : unknown + import.unknown;
    if (good && reading.to != before.to) store_set_journal(history->store, path_name(path), &reading, unknown);
    if (import.has_begun) store_end(history->store);
    if (!good) add_problem(history, &error);
    if (import.is_own) history->own = reading, history->own_unknown = unknown;
    if (import.is_own && is_shorter) give_back(history, &import);
    history->journals += exists;
    history->unreadable += reading.unreadable;
    history->unknown += unknown;
    arena_free(&import.scratch);
}

// Also the copies that a service for files makes of a journal when it is in doubt: their lines are known by now, or new.
static void import_all(History *history) {
    FileList files = {0};
    Error error = {0};
    bool saw_own = false;
    if (!folder_list(history->arena, history->folder, NULL, &files, &error)) add_problem(history, &error);
    for (int i = 0; i < files.paths.count; i++) {
        if (strncmp(path_name(files.paths.items[i]), "journal-", 8) != 0) continue;
        saw_own = saw_own || strcmp(files.paths.items[i], history->journal) == 0;
        import_one(history, files.paths.items[i]);
    }
    if (!saw_own) import_one(history, history->journal);
}

// ---- writing ----

static void tell_once(History *history, const Error *error) {
    if (history->is_told) return;
    history->is_told = true;
    Error whole;
    error_set(&whole, "what you do is not kept on disk yet, and is tried again: %s", error->sentence);
    add_problem(history, &whole);
}

// The lines that wait, in one go; they stay when they cannot be written.
static bool write_waiting(History *history, Error *error) {
    if (history->waiting.size == 0) return true;
    if (!journal_append(history->journal, builder_text(&history->waiting), &history->own, error)) return false;
    history->waiting.size = 0;
    history->is_told = false;
    return true;
}

static const char *copy_of(History *history, const char *text) {
    return text && *text ? text_copy(history->arena, text_of(text)) : NULL;
}

// The database follows what the journal has, or will have.
static void remember(History *history, const Entry *entry, uint32_t checksum, bool had_waiting) {
    store_begin(history->store);
    if (entry) store_put(history->store, entry, checksum);
    store_set_journal(history->store, path_name(history->journal), &history->own, history->own_unknown);
    if (had_waiting || history->waiting.size) store_set_waiting(history->store, builder_text(&history->waiting));
    store_end(history->store);
}

const Entry *history_add(History *history, const Entry *entry) {
    Entry own = *entry;
    own.writer = history->options.writer;
    own.id = copy_of(history, entry->id), own.other = copy_of(history, entry->other), own.text = copy_of(history, entry->text);
    const Entry *added = diary_add(history->arena, &history->diary, &own);
    bool had_waiting = history->waiting.size > 0;
    uint32_t checksum = write_line(added, &history->waiting);
    Error error = {0};
    if (!write_waiting(history, &error)) tell_once(history, &error);
    remember(history, added, checksum, had_waiting);
    return added;
}

static bool try_again(History *history, Error *error) {
    if (history->waiting.size == 0) return true;
    if (!write_waiting(history, error)) return false;
    remember(history, NULL, 0, true);
    return true;
}

// ---- opening and closing ----

History *history_open(Arena *arena, const HistoryOptions *options) {
    History *history = arena_new(arena, History, 1);
    const char *person = people_folder(arena, options->person);
    *history = (History){.arena = arena, .options = *options, .folder = path_join(arena, options->data_folder, person),
                         .state = path_join(arena, options->state_folder, person)};
    history->journal = journal_of(history, arena, options->writer);
    StoreNews news;
    Error error = {0};
    history->store = store_open(arena, history->state, options->day, &news, &error);
    if (news != STORE_GOOD) add_problem(history, &error);
    store_waiting(history->store, &history->waiting);
    import_all(history);
    if (!store_load(history->store, false, arena, &history->diary)) {
        error_set(&error, "cannot read the history database in %s; close Limber, and move the file history.db away", history->state);
        add_problem(history, &error);
    }
    try_again(history, &(Error){0});
    return history;
}

bool history_rest(History *history, int day, Error *error) {
    return try_again(history, error) && (store_count(history->store) == 0 || store_back_up(history->store, day, error));
}

void history_close(History *history) {
    store_close(history->store);
    builder_free(&history->waiting);
}

// ---- reading ----

const Diary *history_diary(const History *history) {
    return &history->diary;
}

// What this run could not put into the database is in its diary.
bool history_read_all(History *history, Arena *arena, Diary *all, Error *error) {
    if (!store_load(history->store, true, arena, all))
        return error_set(error, "cannot read the history database in %s", history->state);
    if (!store_is_broken(history->store)) return true;
    for (int i = 0; i < history->diary.entries.count; i++) *list_push(arena, &all->entries) = history->diary.entries.items[i];
    diary_sort(all);
    return true;
}

static int compare(const void *left, const void *right) {
    return diary_compare(left, right);
}

bool history_take(History *history, const Diary *entries, int *added, Error *error) {
    Arena scratch = {0};
    Diary all;
    TextBuilder lines = {0};
    LIST(uint32_t) checksums = {0};
    LIST(const Entry *) fresh = {0};
    bool good = history_read_all(history, &scratch, &all, error);
    for (int i = 0; good && i < entries->entries.count; i++) {
        const Entry *entry = &entries->entries.items[i];
        bool is_known = all.entries.count && bsearch(entry, all.entries.items, (size_t)all.entries.count, sizeof *entry, compare);
        if (is_known) continue;
        *list_push(&scratch, &fresh) = entry;
        *list_push(&scratch, &checksums) = write_line(entry, &lines);
    }
    good = good && (lines.size == 0 || journal_append(history->journal, builder_text(&lines), &history->own, error));
    store_begin(history->store);
    for (int i = 0; good && i < fresh.count; i++) store_put(history->store, fresh.items[i], checksums.items[i]);
    if (good) store_set_journal(history->store, path_name(history->journal), &history->own, history->own_unknown);
    store_end(history->store);
    good = good && (fresh.count == 0 || store_load(history->store, false, history->arena, &history->diary) ||
                    error_set(error, "cannot read the history database in %s", history->state));
    *added = good ? fresh.count : 0;
    builder_free(&lines);
    arena_free(&scratch);
    return good;
}

static int count_lines(const TextBuilder *lines) {
    int count = 0;
    for (int i = 0; i < lines->size; i++) count += lines->bytes[i] == '\n';
    return count;
}

HistoryFacts history_facts(History *history) {
    const char *database = store_path(history->store);
    return (HistoryFacts){
        .folder = history->folder, .database = database, .entries = store_count(history->store),
        .journals = history->journals, .unreadable = history->unreadable, .unknown = history->unknown,
        .waiting = count_lines(&history->waiting), .backup_day = database ? backup_day(history->state) : -1,
    };
}
