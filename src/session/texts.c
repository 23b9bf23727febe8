#include "session/texts.h"

#include "session/fitted.h"
#include "session/speech.h"
#include "session/swap.h"

#include <stdlib.h>
#include <string.h>

// Texts that are known already: open addressing, at most half full.
typedef struct {
    Arena *arena;
    TextList *list;
    const char **slots; // NULL where free
    int slot_count;     // a power of two
} Collector;

// FNV-1a (Fowler, Noll, Vo 1991).
static unsigned hash(const char *text) {
    unsigned value = 2166136261u;
    for (; *text; text++) value = (value ^ (unsigned char)*text) * 16777619u;
    return value;
}

static const char **slot_of(const Collector *collector, const char *text) {
    int at = (int)(hash(text) & (unsigned)(collector->slot_count - 1));
    while (collector->slots[at] && strcmp(collector->slots[at], text) != 0) at = (at + 1) & (collector->slot_count - 1);
    return &collector->slots[at];
}

static void make_room(Collector *collector) {
    if (2 * collector->list->items.count < collector->slot_count) return;
    collector->slot_count = collector->slot_count ? 2 * collector->slot_count : 1024;
    collector->slots = arena_new(collector->arena, const char *, collector->slot_count);
    for (int i = 0; i < collector->list->items.count; i++) {
        const char *text = collector->list->items.items[i];
        *slot_of(collector, text) = text;
    }
}

static void collect(Collector *collector, const char *text) {
    if (!text) return;
    make_room(collector);
    const char **slot = slot_of(collector, text);
    if (*slot) return;
    *slot = text_copy(collector->arena, text_of(text));
    *list_push(collector->arena, &collector->list->items) = *slot;
}

static int compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort(TextList *texts) {
    if (texts->items.count) qsort(texts->items.items, (size_t)texts->items.count, sizeof *texts->items.items, compare);
}

// Whatever the planner thinks of saying it asks the length of. A voice this quick leaves nothing out.
static int listen(const void *context, const char *text) {
    collect(*(Collector *const *)context, text);
    return 1;
}

static void collect_routines(Collector *collector, const Library *library) {
    Arena arena = {0};
    for (int i = 0; i < library->routines.count * LEVEL_COUNT; i++) {
        SessionOptions options = {.level = (Level)(i % LEVEL_COUNT), .speech_ms = listen, .speech_context = &collector,
                                  .library = library};
        Session session;
        Error error;
        arena_reset(&arena);
        session_compile(&arena, library->routines.items[i / LEVEL_COUNT], &options, &session, &error);
    }
    arena_free(&arena);
}

static void collect_move(Collector *collector, const Voice *voice, const Library *library, const Move *move) {
    collect(collector, voice_name(voice, move->name, false, RIGHT));
    collect(collector, voice_next(voice, move->name));
    for (int side = 0; side < SIDES; side++) {
        if (move->clip.per_side) collect(collector, voice_name(voice, move->name, true, (Side)side));
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (move->cues[slot]) collect(collector, voice_for_side(voice, move->cues[slot], (Side)side));
        }
        collect(collector, session_easier(voice->arena, library, move, (Side)side));
    }
    for (int i = 0; i < move->variants.count; i++) collect_move(collector, voice, library, move->variants.items[i]);
}

// What is said when an exercise is exchanged for its easier form, and of its dose when it has fewer sets.
static void collect_step(Collector *collector, const SessionOptions *options, const FittedStep *step) {
    FittedStep easier;
    Voice voice = {.arena = collector->arena, .options = options};
    if (!step->exercise.move) return;
    Dose dose = step->exercise.dose;
    for (; dose.sets > 0; dose.sets--) collect(collector, voice_dose(&voice, step->exercise.move, &dose));
    if (!fitted_easier(collector->arena, options, step, &easier)) return;
    collect(collector, fitted_easier_words(collector->arena, step, &easier));
}

static void collect_steps(Collector *collector, const SessionOptions *options) {
    const Library *library = options->library;
    for (int level = 0; level < LEVEL_COUNT; level++) {
        for (int i = 0; i < library->ladders.count; i++) {
            const Ladder *ladder = library->ladders.items[i];
            FittedStep step = {.exercise = ladder->rungs[level], .ladder = ladder, .level = (Level)level}, swapped;
            bool suits = step.exercise.move && swap_step(collector->arena, options, &step, &swapped);
            if (suits) collect_step(collector, options, &swapped);
        }
        for (int i = 0; i < library->moves.count; i++) {
            const Move *move = library->moves.items[i];
            for (int v = -1; v < move->variants.count; v++) {
                FittedStep step = fitted_step(options, v < 0 ? move : move->variants.items[v], (Level)level, NULL), swapped;
                if (swap_step(collector->arena, options, &step, &swapped)) collect_step(collector, options, &swapped);
            }
        }
    }
}

// For whoever has no tag, and for those who have one.
static void collect_fitted(Collector *collector, const Library *library) {
    for (int tag = -1; tag < skip_tag_count; tag++) {
        SessionOptions options = {.library = library, .fit.skip = tag < 0 ? 0 : (SkipTags)1 << tag};
        collect_steps(collector, &options);
    }
}

// How swapped exercises are done.
static void collect_swaps(Collector *collector, const Voice *voice, const Library *library) {
    for (int i = 0; i < swap_count * SUBSTITUTES; i++) {
        const Substitute *by = &swaps[i / SUBSTITUTES].by[i % SUBSTITUTES];
        if (by->note) collect(collector, voice_sentence(voice, by->note));
        const Move *move = by->move ? library_move(library, text_of(by->move)) : NULL;
        if (move) collect(collector, text_format(voice->arena, "Easier: %s.", move->name)); // of easier forms that do not suit
    }
    collect(collector, voice_sentence(voice, fitted_half_way));
    collect(collector, voice_fitted);
}

static void collect_way(Collector *collector, const Voice *voice, const Way *way) {
    for (int i = 0; i < way->sayings.count; i++)
        for (int side = 0; side < SIDES; side++)
            collect(collector, voice_for_side(voice, way->sayings.items[i].text, (Side)side));
}

static void collect_rests(Collector *collector, const Voice *voice) {
    collect(collector, voice_rest(voice, 0));
    for (int ms = 5000; ms <= TEXTS_RESTS_MS; ms += ms < TEXTS_SHORT_RESTS_MS ? 5000 : 15000) {
        collect(collector, voice_rest(voice, ms));
    }
}

// Of one set; what routines do in several comes from them.
static void collect_doses(Collector *collector, const Voice *voice) {
    Move hold = {.mode = MODE_HOLD}, reps = {.mode = MODE_REPS};
    *list_push(collector->arena, &reps.clip.phases) = (Phase){.duration_ms = TEXTS_RESTS_MS};
    for (int ms = 5000; ms <= 60000; ms += 5000) collect(collector, voice_dose(voice, &hold, &(Dose){1, 1, ms, 0}));
    for (int times = 1; times <= TEXTS_TIMES; times++) collect(collector, voice_dose(voice, &reps, &(Dose){1, times, 0, 0}));
}

static void collect_sets(Collector *collector, const Voice *voice) {
    for (int of = 2; of <= TEXTS_SETS; of++) {
        for (int set = 2; set <= of; set++) {
            collect(collector, voice_round(voice, set, of));
            collect(collector, voice_next_set(voice, set, of, false, RIGHT));
            for (int side = 0; side < SIDES; side++) {
                collect(collector, voice_next_set(voice, set, of, true, (Side)side));
            }
        }
    }
}

static void collect_phrases(Collector *collector, const Voice *voice) {
    for (int number = 1; number <= TEXTS_COUNTED; number++) collect(collector, voice_count(voice, number));
    for (int side = 0; side < SIDES; side++) collect(collector, voice_side((Side)side));
    collect(collector, voice_half_way);
    collect(collector, voice_last_one);
    collect(collector, voice_end);
    collect(collector, voice_stop_if_it_hurts);
    collect(collector, voice_only_on_muscle);
    collect(collector, voice_stand_on_mat);
    collect(collector, voice_stand_at_chair);
    collect_rests(collector, voice);
    collect_doses(collector, voice);
    collect_sets(collector, voice);
}

void session_texts(Arena *arena, const Library *library, TextList *texts) {
    *texts = (TextList){0};
    Collector collector = {.arena = arena, .list = texts};
    Voice voice = {.arena = arena};
    collect_phrases(&collector, &voice);
    for (int i = 0; i < library->moves.count; i++) collect_move(&collector, &voice, library, library->moves.items[i]);
    for (int i = 0; i < library->ways.count; i++) collect_way(&collector, &voice, library->ways.items[i]);
    collect_swaps(&collector, &voice, library);
    collect_fitted(&collector, library);
    collect_routines(&collector, library);
    sort(texts);
}
