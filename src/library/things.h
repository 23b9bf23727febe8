// What scripts say once they are read: moves and doses, ladders, routines, plans. Ways are in way.h.
//
// Types only; reading and looking up are in library.h. All of it lives in the arena it was read into.
#pragma once

#include "base/arena.h"
#include "figure/clip.h"
#include "library/progress.h"

typedef enum { GROUP_STRETCH, GROUP_STRENGTHEN, GROUP_RELEASE, GROUP_MOBILISE, GROUP_POSTURE, GROUP_COUNT } Group;
typedef enum { LYING_SUPINE, LYING_PRONE, LYING_SIDE, ON_ALL_FOURS, KNEELING, HALF_KNEELING, SEATED_FLOOR,
               SEATED_CHAIR, STANDING, POSITION_COUNT } Position;
typedef enum { MODE_HOLD, MODE_REPS } Mode;
typedef enum { LEVEL_B1, LEVEL_B2, LEVEL_B3, LEVEL_B4, LEVEL_A1, LEVEL_A2, LEVEL_A3, LEVEL_A4, LEVEL_COUNT } Level;

extern const char *const group_names[GROUP_COUNT];
extern const char *const position_names[POSITION_COUNT];
extern const char *const level_names[LEVEL_COUNT]; // "B1"
extern const char *const skip_tags[]; // all reasons there are to leave a move out
extern const int skip_tag_count;

typedef enum { SLOT_SETUP, SLOT_GO, SLOT_FORM, SLOT_HOLD, SLOT_RELEASE, SLOT_COUNT } CueSlot;

// A phase that takes longer than in the move: `tempo drop 4s`.
typedef struct {
    const char *phase; // its name; NULL for none
    int ms;
} Tempo;

// How much of a move: sets x (reps, or one hold), a pause or hold, a rest between.
typedef struct {
    int sets;     // of repetitions, or of holds
    int reps;     // 1 for holds
    int hold_ms;  // the hold, or the pause in each repetition
    int rest_ms;  // between sets
    Tempo tempo;
} Dose;

// An easier or a harder form: another move, or what to change in this one, or both, said of the right side.
typedef struct {
    const char *id, *words; // NULL for none
} Form;

typedef struct Move Move;
struct Move {
    const char *id, *name;
    const char *path;       // file it was read from
    const char *variant_of; // id or NULL
    const char *variant;    // "band", of the move `clam+band`; NULL of a move of its own
    Group group;
    Position position;
    Mode mode;
    Clip clip;
    const char *cues[SLOT_COUNT];
    const char *feel;    // "the front of the right hip"; said of the right side
    const char *mistake;
    Form easier, harder;
    LIST(const char *) skip;     // tags
    Dose beginner, advanced;
    LIST(Move *) variants;       // the same move with what one can see of a dose: a band, a chair
};

typedef struct Way Way; // way.h

// One exercise of a routine or a rung of a ladder, as a dose of a move.
typedef struct {
    const Move *move; // or one of its variants
    Dose dose;
    bool each_side;
    bool one_side;  // of a move that has sides only `side` is done: a tight side's extra hold
    Side side;
    bool alternate; // sides take turns set by set instead of all of one side first
    const char *note; // shown with the move: "hold a chair"; NULL for none
    const char *name; // what the routine calls it; NULL: the move's own name
} Exercise;

typedef struct {
    const char *id, *path;
    Exercise rungs[LEVEL_COUNT]; // move NULL where the level does not use the slot
} Ladder;

typedef enum { STEP_EXERCISE, STEP_SLOT, STEP_SAY } StepKind;

typedef struct {
    StepKind kind;
    Exercise exercise;
    const Ladder *ladder; // STEP_SLOT
    const char *say;      // STEP_SAY
} Step;

typedef struct {
    Group group;
    int rounds;
    int rest_ms; // between rounds
    LIST(Step) steps;
} Section;

typedef struct {
    const char *id, *name, *about, *path;
    int minutes; // as written; 0 when it does not say
    Level level; // played at this level when nothing else is said
    bool includes;           // other routines
    bool has_needs;          // it lists what it needs:
    bool needs[PROP_COUNT];
    LIST(Section) sections;  // those of included routines among them
} Routine;

// A dose that one day of a plan has in the place of the routine's.
typedef struct {
    const Ladder *slot; // of this slot; NULL: of every step with the exercise's move
    Exercise exercise;
} DayDose;

typedef struct {
    int number;              // 1..7
    const Routine *routine;  // NULL on a rest day
    const Routine *advanced; // what the advanced do; the same unless the plan says otherwise
    const char *also;        // "Walk 10 minutes."; NULL for nothing
    LIST(DayDose) doses;     // other than the routine's
} PlanDay;

typedef struct {
    int number;
    Level level, advanced; // of beginners and of the advanced; the same unless the plan says otherwise
    LIST(PlanDay) days;
} PlanWeek;

typedef struct {
    const char *id, *name, *path;
    const char *about; // NULL when it says nothing
    Level level;
    LIST(const char *) before, after; // notes for whoever begins the plan, and has done it
    LIST(PlanWeek) weeks;
    LIST(ProgressRule) progress;
} Plan;
