// A diary: everything a person told Limber and did with it, as a list of dated entries that only grows.
//
// Pure data. Where it is kept is the business of the history module, what follows from it that of the coach.
// Nothing is ever changed: what is said again is written again, and the newest entry of its kind (and group) counts.
#pragma once

#include "diary/date.h"
#include "library/library.h"

typedef enum {
    ENTRY_PERSON,      // text: the name
    ENTRY_LEVEL,       // level: B1 a beginner, A1 advanced
    ENTRY_TRAINING,    // answer: "do you train regularly?"
    ENTRY_PLAN_START,  // id: plan; level: of the first day; on_day: local day it starts; number: its first day, from 1
    ENTRY_PLAN_STOP,   // id: plan
    ENTRY_SCREEN,      // group: a safety screen begins
    ENTRY_SAFETY,      // group: the screen; number: question 1..20; answer: "no" to question 19 is told as yes
    ENTRY_TAG,         // id: skip tag; answer: yes sets it, no takes it away
    ENTRY_CLEARED,     // text: a doctor said that exercise is safe; who, or what they said
    ENTRY_CHECK,       // group: the round of self-checks; id: "C1"; other: what of it ("double"); body: which side;
                       // answer, or YES and number: what was measured, in the unit of that part
    ENTRY_CHECK_IN,    // group: the check-in; when; soreness, pain: 1..10, 0 not answered; answer: the red-flag question.
                       // Written again after each answer
    ENTRY_SESSION,     // group: the session; id: routine; level; strength: 1 when it strengthens; number: day of the
                       // plan from 1, 0 when not of the plan
    ENTRY_STEP,        // group; id: move; outcome; other: when swapped, the routine's move it stands for; number: step
    ENTRY_HURT,        // group; id: move; other: as with a step; felt; number: how much, 1..10, 0 not answered
    ENTRY_LEG,         // group; answer: gone within ten minutes?; after pain went into the leg
    ENTRY_SESSION_END, // group; seconds; effort: how hard, 1..10, 0 not answered; outcome: done to the end, or left
    ENTRY_NOTE,        // group, 0 for none; text
    ENTRY_FEVER,       // answer: yes it began, no it is over
    ENTRY_OVERWHELMED, // "this is too much" was pressed
    ENTRY_TASK,        // text: an everyday task that should get easier, such as tying shoes
    ENTRY_EASE,        // number: how easy that task is, 0..10
    ENTRY_BREAK,       // id: a movement break that was done
    ENTRY_KINDS
} EntryKind;

typedef enum { ANSWER_NONE, ANSWER_YES, ANSWER_NO, ANSWER_SKIP, ANSWERS } Answer;
typedef enum { WHEN_BEFORE, WHEN_MORNING, WHEN_EVENING, WHENS } When; // before a session, or by itself
typedef enum { OUTCOME_DONE, OUTCOME_LEFT, OUTCOME_SWAPPED, OUTCOMES } Outcome;
typedef enum { BODY_WHOLE, BODY_RIGHT, BODY_LEFT, BODIES } Body;
typedef enum {
    FELT_WORK,       // stretch or muscle work
    FELT_PAIN,       // in the back or a joint
    FELT_SHARP,      // stabbing or catching
    FELT_INTO_LEG,   // moves from the back towards the leg, tingling, numbness
    FELT_OUT_OF_LEG, // moves out of the leg towards the back, and eases
    FELT_CRAMP,
    FELT_DIZZY,      // or short of breath, or the heart races
    FELT_CHEST,      // chest pain
    FELTS
} Felt;

typedef struct {
    int64_t order_ms; // place in the diary, see diary_add
    uint32_t writer;  // the machine that wrote it: a number drawn at random once on each
    Moment moment;
    EntryKind kind;
    // What the comment of the kind names; zero elsewhere. Texts are NULL when empty.
    int64_t group; // at_ms of the entry that began the screen, check-in or session
    const char *id, *other, *text;
    int on_day;
    Level level;
    Answer answer;
    When when;
    Outcome outcome;
    Felt felt;
    Body body;
    int number, soreness, pain, effort, seconds, strength;
} Entry;

typedef struct {
    LIST(Entry) entries; // sorted by diary_compare
} Diary;

typedef enum { FIELD_TEXT, FIELD_LONG, FIELD_INT, FIELD_WORD } FieldType;

// A field of some kinds: what storage needs to write and read any entry as one line of text.
typedef struct {
    const char *name;
    FieldType type;
    int offset;               // in Entry: of a const char *, int64_t or int
    int64_t least, most;      // of numbers; of texts the most bytes
    const char *const *words; // FIELD_WORD: least..most are indices of these
} EntryField;

enum { ENTRY_FIELDS_MAX = 8, ENTRY_TEXT_BYTES = 400 };

typedef struct {
    const char *name; // "check-in"
    const EntryField *fields[ENTRY_FIELDS_MAX]; // ended by NULL
} EntryShape;

extern const EntryShape entry_shapes[ENTRY_KINDS];

// Whether every field has a value its kind allows and all others are zero. What comes from a file must pass.
bool entry_is_good(const Entry *entry);

// By order_ms, then writer, then all the rest, so that equal diaries of several machines merge equally.
int diary_compare(const Entry *a, const Entry *b);

// Adds the entry at the end; texts are not copied. Its order_ms becomes the clock's time, or just after the newest entry
// where the clock is behind that: a clock that was set back, or another machine's that was ahead, never puts what is written
// now before what was known by then (a hybrid logical clock: Kulkarni, Demirbas et al. 2014). Returns it, good until the
// next is added.
Entry *diary_add(Arena *arena, Diary *diary, const Entry *entry);

// The newest entry of a kind; NULL when there is none.
const Entry *diary_newest(const Diary *diary, EntryKind kind);

// Puts entries that came from anywhere into their order and drops those that are there twice.
void diary_sort(Diary *diary);
