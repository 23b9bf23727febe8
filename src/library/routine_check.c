#include "library/routine.h"

#include "library/dose.h"
#include "library/load.h"

enum {
    CHANGE_MS = 10000,  // from one exercise to the next
    CLOSE_MS = 30000,   // to check in and to close
    SPARE_CHANGES = 2,  // between floor and standing, over the fewest possible
    SPARE_MS = 120000,  // over the minutes a routine says
};

const Exercise *step_exercise(const Step *step, Level level) {
    if (step->kind == STEP_EXERCISE) return &step->exercise;
    if (step->kind == STEP_SLOT && step->ladder->rungs[level].move) return &step->ladder->rungs[level];
    return NULL;
}

static int section_ms(const Section *section, Level level) {
    int ms = 0;
    for (int i = 0; i < section->steps.count; i++) {
        const Exercise *exercise = step_exercise(&section->steps.items[i], level);
        if (exercise) ms += exercise_ms(exercise) + CHANGE_MS;
        if (ms > MAX_ROUTINE_MS) return MAX_ROUTINE_MS + 1;
    }
    return section->rounds * ms + (section->rounds - 1) * section->rest_ms;
}

int routine_ms(const Routine *routine) {
    long long ms = CLOSE_MS;
    for (int i = 0; i < routine->sections.count; i++) ms += section_ms(&routine->sections.items[i], routine->level);
    return ms > MAX_ROUTINE_MS ? MAX_ROUTINE_MS + 1 : (int)ms;
}

// False when the routine is too long to be looked at further.
static bool check_length(Load *load, const RoutineFile *file) {
    int ms = routine_ms(file->routine), said_ms = file->routine->minutes * 60000;
    if (ms > MAX_ROUTINE_MS) {
        load_error(load, file->head, "a routine takes at most %d minutes", MAX_ROUTINE_MS / 60000);
        return false;
    }
    bool far_longer = said_ms && ms > said_ms + said_ms / 4 && ms > said_ms + SPARE_MS;
    bool far_shorter = said_ms && ms < said_ms - said_ms / 4 && ms < said_ms - SPARE_MS;
    if (far_longer || far_shorter) {
        load_warning(load, file->minutes, "the routine takes about %d min, not %d min", (ms + 30000) / 60000,
                     file->routine->minutes);
    }
    return true;
}

// Time of every move by side; the list is short.
typedef struct {
    const Move *move;
    int side_ms[SIDES];
    Span span; // of the last step with it
} MoveTime;

typedef LIST(MoveTime) MoveTimes;

static MoveTime *time_of(Arena *arena, MoveTimes *times, const Move *move) {
    for (int i = 0; i < times->count; i++) {
        if (times->items[i].move == move) return &times->items[i];
    }
    MoveTime *time = list_push(arena, times);
    time->move = move;
    return time;
}

static void check_sides(Load *load, const RoutineFile *file) {
    MoveTimes times = {0};
    int at = 0;
    for (int i = 0; i < file->routine->sections.count; i++) {
        const Section *section = &file->routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++, at++) {
            const Exercise *exercise = step_exercise(&section->steps.items[j], file->routine->level);
            if (!exercise) continue;
            MoveTime *time = time_of(load->arena, &times, exercise->move);
            for (int s = 0; s < SIDES; s++) time->side_ms[s] += section->rounds * exercise_side_ms(exercise, (Side)s);
            time->span = file->spans.items[at];
        }
    }
    for (int i = 0; i < times.count; i++) {
        const MoveTime *time = &times.items[i];
        if (time->side_ms[RIGHT] == time->side_ms[LEFT]) continue;
        load_warning(load, time->span, "'%s' gives the right side %d s and the left side %d s", time->move->id,
                     time->side_ms[RIGHT] / 1000, time->side_ms[LEFT] / 1000);
    }
}

typedef enum { ON_FLOOR, UPRIGHT, NOWHERE } Place;

static Place place_of(const Exercise *exercise) {
    return exercise->move->position >= SEATED_CHAIR ? UPRIGHT : ON_FLOOR;
}

// Changes while the steps are done as written. The span is of the step that brings the last one.
static int changes_made(const RoutineFile *file, Span *span) {
    Place place = NOWHERE;
    int changes = 0, begin = 0;
    for (int i = 0; i < file->routine->sections.count; i++) {
        const Section *section = &file->routine->sections.items[i];
        for (int j = 0; j < section->rounds * section->steps.count; j++) {
            int step = j % section->steps.count;
            const Exercise *exercise = step_exercise(&section->steps.items[step], file->routine->level);
            if (!exercise) continue;
            bool changed = place != NOWHERE && place_of(exercise) != place;
            changes += changed;
            if (changed) *span = file->spans.items[begin + step];
            place = place_of(exercise);
        }
        begin += section->steps.count;
    }
    return changes;
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

// Adds a section to the fewest changes that end on the floor and upright: within a section the
// steps may be put in any order, the sections may not.
static void add_section(const Section *section, Level level, int fewest[2]) {
    bool has[2] = {false, false};
    for (int i = 0; i < section->steps.count; i++) {
        const Exercise *exercise = step_exercise(&section->steps.items[i], level);
        if (exercise) has[place_of(exercise)] = true;
    }
    if (!has[ON_FLOOR] && !has[UPRIGHT]) return;
    int floor = fewest[ON_FLOOR], upright = fewest[UPRIGHT];
    if (has[ON_FLOOR] && has[UPRIGHT]) {
        // Every round goes through both places and the next one begins with a change back.
        int within = 2 * section->rounds - 1;
        fewest[ON_FLOOR] = smaller(upright, floor + 1) + within;
        fewest[UPRIGHT] = smaller(floor, upright + 1) + within;
    } else {
        Place place = has[ON_FLOOR] ? ON_FLOOR : UPRIGHT;
        fewest[place] = smaller(fewest[place], fewest[!place] + 1);
        fewest[!place] = 1000;
    }
}

static void check_changes(Load *load, const RoutineFile *file) {
    Span span = file->head;
    int changes = changes_made(file, &span), fewest[2] = {0, 0};
    for (int i = 0; i < file->routine->sections.count; i++) {
        add_section(&file->routine->sections.items[i], file->routine->level, fewest);
    }
    int least = smaller(fewest[ON_FLOOR], fewest[UPRIGHT]);
    if (changes <= least + SPARE_CHANGES) return;
    Diag *diag = load_warning(load, span, "%d changes between floor and standing, where %d would do", changes, least);
    diag_help(load->diags, diag, "put the standing moves of a section together");
}

// Loosen and stretch, then strengthen, then let go. Posture belongs anywhere.
static int rank_of(const Section *section) {
    static const int ranks[GROUP_COUNT] = {
        [GROUP_MOBILISE] = 1, [GROUP_STRETCH] = 1, [GROUP_STRENGTHEN] = 2, [GROUP_RELEASE] = 3, [GROUP_POSTURE] = 0};
    return ranks[section->group];
}

// A release may come first of all: for a seat that is tight but not weak.
static void check_order(Load *load, const RoutineFile *file) {
    const Section *before = NULL;
    for (int i = 0; i < file->routine->sections.count; i++) {
        const Section *section = &file->routine->sections.items[i];
        if (rank_of(section) == 0 || (i == 0 && section->group == GROUP_RELEASE)) continue;
        if (before && rank_of(section) < rank_of(before)) {
            Diag *diag = load_warning(load, file->section_spans.items[i], "'%s' comes after '%s'", group_names[section->group],
                                      group_names[before->group]);
            diag_help(load->diags, diag, "kinder to a back: first stretch what is tight, then strengthen, then release");
            return;
        }
        before = section;
    }
}

// Reports what a step uses and the routine does not list, each thing once.
static void check_step_needs(Load *load, const Step *step, Span span, Level level, bool *listed) {
    const Exercise *exercise = step_exercise(step, level);
    for (int prop = 0; exercise && prop < PROP_COUNT; prop++) {
        if (!exercise->move->clip.props[prop] || listed[prop]) continue;
        listed[prop] = true;
        Diag *diag = step->kind == STEP_SLOT
            ? load_warning(load, span, "'%s' needs '%s' at %s, which the routine does not list", step->ladder->id,
                           prop_names[prop], level_names[level])
            : load_warning(load, span, "'%s' needs '%s', which the routine does not list", exercise->move->id, prop_names[prop]);
        diag_help(load->diags, diag, "add it to the line 'needs'");
    }
}

// At all levels of beginners or of the advanced, whichever the routine is for.
static void check_needs(Load *load, const RoutineFile *file) {
    if (!file->routine->has_needs) return;
    bool listed[PROP_COUNT];
    for (int prop = 0; prop < PROP_COUNT; prop++) listed[prop] = file->routine->needs[prop];
    int first = file->routine->level < LEVEL_A1 ? LEVEL_B1 : LEVEL_A1, at = 0;
    for (int i = 0; i < file->routine->sections.count; i++) {
        const Section *section = &file->routine->sections.items[i];
        for (int j = 0; j < section->steps.count; j++, at++) {
            for (int level = first; level < first + LEVEL_A1; level++) {
                check_step_needs(load, &section->steps.items[j], file->spans.items[at], (Level)level, listed);
            }
        }
    }
}

void routine_check(Load *load, const RoutineFile *file) {
    if (!check_length(load, file)) return;
    check_sides(load, file);
    check_changes(load, file);
    check_order(load, file);
    check_needs(load, file);
}
