#include "app/record.h"

#include "app/machine.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PLACE_HOURS = 12 }; // after a night one begins anew

// ---- the history ----

void record_open(Arena *arena, const Options *options, const Folders *folders, Moment now, Record *record) {
    *record = (Record){.arena = arena, .folders = folders, .now = now};
    bool is_real = options->command != COMMAND_FILM && (!options->headless || options->data);
    if (!is_real) return;
    HistoryOptions how = {folders->own, folders->state, folders->person, machine_number(arena, folders->machine), now.day};
    record->history = history_open(arena, &how);
}

const char *record_problem(Record *record) {
    const char *problem = record->problem;
    record->problem = NULL;
    if (problem || !record->history) return problem;
    return history_problem(record->history);
}

void record_write(void *context, const Entry *entry) {
    Record *record = context;
    if (record->history) history_add(record->history, entry);
}

static void write_now(Record *record, Entry entry) {
    entry.moment = record->now;
    entry.group = record->group;
    record_write(record, &entry);
}

void record_close(Record *record) {
    if (!record->history) return;
    Error error = {0};
    if (!history_rest(record->history, record->now.day, &error)) record->problem = text_copy(record->arena, text_of(error.sentence));
    history_close(record->history);
    record->history = NULL;
}

// ---- the place ----

static void tell_place_once(Record *record, const Error *error) {
    if (record->is_place_told) return;
    record->is_place_told = true;
    record->problem = text_format(record->arena, "after a power cut this session could not go on where it was: %s", error->sentence);
}

static void fill(char text[PLACE_TEXT], const char *from) {
    snprintf(text, PLACE_TEXT, "%s", from ? from : "");
}

static void describe(const Segment *segment, char what[PLACE_TEXT]) {
    const char *side = !segment->each_side ? "" : segment->side == LEFT ? ", left side" : ", right side";
    snprintf(what, PLACE_TEXT, "%s%s", segment->move ? segment->move->name : "the end", side);
}

static void keep_place(Record *record, const Segment *segment) {
    Place place = {.saved = record->now, .group = record->group, .level = record->session->level, .step = segment->step,
                   .set = segment->set, .round = segment->round, .side = segment->side, .at_ms = segment->start_ms,
                   .seconds = (int)(record->active_ms / 1000)};
    Error error = {0};
    if (record->fit && strlen(record->fit) >= PLACE_FIT) return; // it could not be made again as it is
    snprintf(place.fit, sizeof place.fit, "%s", record->fit ? record->fit : "");
    fill(place.routine, record->session->routine->id);
    describe(segment, place.what);
    if (!place_save(record->folders->state, record->folders->person, &place, &error)) tell_place_once(record, &error);
}

// Whatever came after may speak against going on.
static bool is_last(const Diary *diary, int64_t group) {
    int count = diary->entries.count;
    const Entry *last = count ? &diary->entries.items[count - 1] : NULL;
    return last && last->group == group && (last->kind == ENTRY_SESSION || last->kind == ENTRY_STEP);
}

bool record_place(Record *record, Place *place) {
    if (!record->history || !place_load(record->folders->state, record->folders->person, place)) return false;
    int64_t age_ms = record->now.at_ms - place->saved.at_ms;
    return age_ms >= 0 && age_ms < PLACE_HOURS * INT64_C(3600000) && is_last(history_diary(record->history), place->group);
}

static void forget_place(Record *record) {
    if (record->history) place_clear(record->folders->state, record->folders->person);
}

static bool is_ended(const Diary *diary, int64_t group) {
    for (int i = diary->entries.count - 1; i >= 0; i--)
        if (diary->entries.items[i].kind == ENTRY_SESSION_END && diary->entries.items[i].group == group) return true;
    return false;
}

void record_leave_place(Record *record) {
    Place place;
    if (!record->history || !place_load(record->folders->state, record->folders->person, &place)) return;
    Entry end = {.kind = ENTRY_SESSION_END, .group = place.group, .moment = record->now, .seconds = place.seconds, .outcome = OUTCOME_LEFT};
    if (!is_ended(history_diary(record->history), place.group)) record_write(record, &end);
    forget_place(record);
}

// The same exercise, side and set; its lengths may be others by now.
int64_t record_place_ms(const Session *session, const Place *place) {
    const Segment *of_step = NULL;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->step != place->step || !segment->move) continue;
        if (!of_step) of_step = segment;
        if (segment->side == place->side && segment->set == place->set && segment->round == place->round) return segment->start_ms;
    }
    if (of_step) return of_step->start_ms;
    return place->at_ms < session->length_ms ? place->at_ms : 0;
}

// ---- a session ----

static bool strengthens(const Session *session) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && segment->group == GROUP_STRENGTHEN) return true;
    }
    return false;
}

// What an earlier run told of the session that goes on.
static void read_told(Record *record) {
    const Diary *diary = history_diary(record->history);
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        bool is_step = entry->kind == ENTRY_STEP && entry->group == record->group;
        if (is_step && entry->number < record->session->step_count) record->told[entry->number] = 1 + (int)entry->outcome;
    }
}

void record_begin(Record *record, const Session *session, const PlayWish *wish, const Place *from) {
    record_end(record, OUTCOME_LEFT);
    if (!record->history) return;
    if (!from) record_leave_place(record);
    record->session = session;
    record->told = arena_new(record->arena, int, session->step_count + 1);
    record->segment = -1;
    record->step = from ? from->step : 0;
    record->active_ms = from ? from->seconds * 1000.0 : 0;
    record->group = from ? from->group : record->now.at_ms;
    if (from) read_told(record);
    else write_now(record, (Entry){.kind = ENTRY_SESSION, .id = session->routine->id, .level = session->level,
                                   .strength = wish->is_coached ? wish->strength : strengthens(session),
                                   .number = wish->plan_day});
}

void record_fit(Record *record, const char *fit) {
    record->fit = fit;
}

void record_replace(Record *record, const Session *session) {
    if (!record->session) return;
    int *told = arena_new(record->arena, int, session->step_count + 1);
    for (int i = 0; i < session->step_count && i < record->session->step_count; i++) told[i] = record->told[i];
    record->session = session, record->told = told;
    record->segment = -1;
}

// The exercise of a step: its first segment that is worked in; NULL when there is none.
static const Segment *work_of(const Session *session, int step) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->step == step && segment->kind == SEGMENT_WORK) return segment;
    }
    return NULL;
}

static void tell_step(Record *record, int step, Outcome outcome) {
    const Segment *work = work_of(record->session, step);
    bool is_told = record->told[step] == 1 + OUTCOME_DONE || record->told[step] == 1 + OUTCOME_SWAPPED ||
                   record->told[step] == 1 + (int)outcome;
    if (!work || is_told) return;
    if (outcome == OUTCOME_DONE && work->swapped_from) outcome = OUTCOME_SWAPPED;
    record->told[step] = 1 + (int)outcome;
    write_now(record, (Entry){.kind = ENTRY_STEP, .number = step, .id = work->move->id, .outcome = outcome,
                              .other = outcome == OUTCOME_SWAPPED ? work->swapped_from : NULL});
}

static bool is_step(const Record *record, int step) {
    return step >= 0 && step < record->session->step_count;
}

void record_step(Record *record, const Playhead *playhead, double elapsed_ms, int done_step) {
    if (!record->session) return;
    if (is_step(record, done_step)) tell_step(record, done_step, OUTCOME_DONE);
    if (!playhead || playhead->session != record->session) return; // another screen, or the end
    if (!playhead->paused && playhead->ready_left_ms <= 0) record->active_ms += elapsed_ms;
    int here = session_segment_at(record->session, playhead->position_ms);
    if (here == record->segment) return;
    const Segment *segment = &record->session->segments.items[here];
    for (; record->step < segment->step && is_step(record, record->step); record->step++) tell_step(record, record->step, OUTCOME_LEFT);
    if (segment->move && (here != 0 || record->segment > 0)) keep_place(record, segment);
    record->segment = here;
}

void record_end(Record *record, Outcome outcome) {
    if (!record->session) return;
    for (; outcome == OUTCOME_DONE && is_step(record, record->step); record->step++) tell_step(record, record->step, OUTCOME_LEFT);
    int seconds = (int)fmin(record->active_ms / 1000, 24 * 60 * 60);
    write_now(record, (Entry){.kind = ENTRY_SESSION_END, .seconds = seconds, .outcome = outcome});
    forget_place(record);
    record->session = NULL;
}

void record_keep(Record *record) {
    Place place;
    if (!record->session) return;
    bool is_kept = place_load(record->folders->state, record->folders->person, &place) && place.group == record->group;
    if (is_kept) record->session = NULL;
    else record_end(record, OUTCOME_LEFT);
}
