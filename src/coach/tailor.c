#include "coach/tailor.h"

#include <string.h>

typedef struct {
    Arena *arena;
    const Library *library;
    Routine *routine;
} Tailor;

static bool is_slot(const Step *step, const char *slot) {
    return step->kind == STEP_SLOT && !strcmp(step->ladder->id, slot);
}

static bool has_slot(const Routine *routine, const char *slot) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++) {
            if (is_slot(&section->steps.items[j], slot)) return true;
        }
    }
    return false;
}

static Section *find_section(Tailor *tailor, Group group) {
    for (int i = 0; i < tailor->routine->sections.count; i++) {
        if (tailor->routine->sections.items[i].group == group) return &tailor->routine->sections.items[i];
    }
    return NULL;
}

// A step moves from here to there; those between make room.
static void move_step(Section *section, int from, int to) {
    Step step = section->steps.items[from];
    for (int i = from; i > to; i--) section->steps.items[i] = section->steps.items[i - 1];
    section->steps.items[to] = step;
}

// Adds the slot at the end of a section, unless the routine has it or there is no such ladder or section.
static void add_slot(Tailor *tailor, Group group, const char *slot) {
    const Ladder *ladder = library_ladder(tailor->library, text_of(slot));
    Section *section = find_section(tailor, group);
    if (!ladder || !section || has_slot(tailor->routine, slot)) return;
    *list_push(tailor->arena, &section->steps) = (Step){.kind = STEP_SLOT, .ladder = ladder};
}

// Where words stand before the first slot they stay there.
static int first_slot(const Section *section) {
    int place = 0;
    while (place < section->steps.count && section->steps.items[place].kind == STEP_SAY) place++;
    return place;
}

static void bring_forward(Tailor *tailor, const char *slot, int after) {
    Section *section = find_section(tailor, GROUP_STRETCH);
    for (int i = 0; section && i < section->steps.count; i++) {
        int to = first_slot(section) + after;
        if (!is_slot(&section->steps.items[i], slot)) continue;
        if (to < i) move_step(section, i, to);
        return;
    }
}

static void take_away(Tailor *tailor, const char *slot) {
    for (int i = 0; i < tailor->routine->sections.count; i++) {
        Section *section = &tailor->routine->sections.items[i];
        int kept = 0;
        for (int j = 0; j < section->steps.count; j++) {
            if (!is_slot(&section->steps.items[j], slot)) section->steps.items[kept++] = section->steps.items[j];
        }
        section->steps.count = kept;
    }
}

// The release of the seat as the very first section.
static void release_first(Tailor *tailor) {
    const Ladder *ladder = library_ladder(tailor->library, text_of("roll-glute"));
    if (!ladder) return;
    take_away(tailor, "roll-glute");
    Section section = {.group = GROUP_RELEASE, .rounds = 1};
    *list_push(tailor->arena, &section.steps) = (Step){.kind = STEP_SLOT, .ladder = ladder};
    list_push(tailor->arena, &tailor->routine->sections);
    Section *sections = tailor->routine->sections.items;
    memmove(&sections[1], &sections[0], sizeof *sections * (size_t)(tailor->routine->sections.count - 1));
    sections[0] = section;
}

static void loosen_seat(Tailor *tailor, SeatRule seat, bool strength) {
    if (seat == SEAT_AS_PLANNED || (seat == SEAT_RELEASE_FIRST && !strength)) return;
    if (!find_section(tailor, GROUP_STRETCH)) return;
    release_first(tailor);
    add_slot(tailor, GROUP_STRETCH, "glute1");
    bring_forward(tailor, "glute1", 0);
    if (seat == SEAT_RELEASE_DAILY) {
        add_slot(tailor, GROUP_STRETCH, "glute2");
        bring_forward(tailor, "glute2", 1);
        return;
    }
    add_slot(tailor, GROUP_STRENGTHEN, "bridge");
    add_slot(tailor, GROUP_STRENGTHEN, "clam");
}

static Routine *copy_of(Arena *arena, const Routine *routine) {
    Routine *copy = arena_new(arena, Routine, 1);
    *copy = *routine;
    memset(&copy->sections, 0, sizeof copy->sections);
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        Section *copied = list_push(arena, &copy->sections);
        *copied = *section;
        memset(&copied->steps, 0, sizeof copied->steps);
        for (int j = 0; j < section->steps.count; j++) *list_push(arena, &copied->steps) = section->steps.items[j];
    }
    return copy;
}

const Routine *tailor_routine(Arena *arena, const Library *library, const Routine *routine, const Choice *choice,
                              bool strength) {
    if (choice->seat == SEAT_AS_PLANNED && !choice->adds_ham && !choice->adds_ankle) return routine;
    Tailor tailor = {arena, library, copy_of(arena, routine)};
    bool is_for_chair = has_slot(routine, "ham-chair");
    if (choice->adds_ham && !strength && !is_for_chair) add_slot(&tailor, GROUP_STRETCH, "ham");
    if (choice->adds_ankle) {
        add_slot(&tailor, GROUP_STRETCH, "ankle");
        add_slot(&tailor, GROUP_STRETCH, "calf");
    }
    loosen_seat(&tailor, choice->seat, strength);
    return tailor.routine;
}

// What a slot has with weights at this level; NULL for none.
static const Exercise *loaded(const Step *step, Level level) {
    const Exercise *rung = step->kind == STEP_SLOT ? &step->ladder->rungs[level] : NULL;
    bool has_load = rung && rung->move && rung->move->variant && !strcmp(rung->move->variant, "load");
    return has_load ? rung : NULL;
}

static bool has_load(const Routine *routine, Level level) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++) {
            if (loaded(&section->steps.items[j], level)) return true;
        }
    }
    return false;
}

// `squat` of `squat+load`.
static const Move *without_variant(const Library *library, const Move *move) {
    return library_move(library, (Text){move->id, (int)strcspn(move->id, "+")});
}

static void unload(Step *step, const Library *library, Level level) {
    const Exercise *rung = loaded(step, level);
    const Move *plain = rung ? without_variant(library, rung->move) : NULL;
    if (!plain) return;
    *step = (Step){.kind = STEP_EXERCISE, .exercise = *rung};
    step->exercise.move = plain;
    step->exercise.note = NULL; // it tells how heavy
}

const Routine *tailor_without_load(Arena *arena, const Library *library, const Routine *routine, Level level) {
    if (!has_load(routine, level)) return routine;
    Routine *copy = copy_of(arena, routine);
    for (int i = 0; i < copy->sections.count; i++) {
        Section *section = &copy->sections.items[i];
        for (int j = 0; j < section->steps.count; j++) unload(&section->steps.items[j], library, level);
    }
    return copy;
}
