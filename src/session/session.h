// A session: one routine worked out to the millisecond, as segments and cues on one time line.
//
// Pure data made by session_compile; the same inputs always give the same session. All times are
// whole milliseconds from the start of the session at normal tempo. Segments follow one another
// without gaps and are half open: [start_ms, end_ms).
#pragma once

#include "library/way.h"
#include "session/fit.h"
#include "settings/settings.h"

typedef enum {
    SEGMENT_READY,  // get into the first pose: the set-up is spoken, the pose is on screen
    SEGMENT_WORK,   // one set of one side: a hold, or repetitions
    SEGMENT_SWITCH, // change sides
    SEGMENT_REST,   // between sets or rounds
    SEGMENT_SAY,    // a sentence of the routine
    SEGMENT_CLOSE,  // the end is announced
    SEGMENT_KINDS
} SegmentKind;

// A piece of a WORK segment: one phase of one repetition.
typedef struct {
    int64_t start_ms, end_ms;
    int phase;      // index into the clip's phases
    int repetition; // from 1
    const char *word; // for the screen: "Lift", "Hold"
} Beat;

// A piece of a READY or SWITCH segment: one phase of a way that leads to the position of its move.
typedef struct {
    int64_t start_ms, end_ms;
    const Way *way;
    const char *from, *to; // poses, in the order they are shown
    bool mirrored;
    bool turns_view;  // begins as seen from the other side of the mat
    const char *word; // for the screen: "Roll over"
} Passage;

typedef struct {
    SegmentKind kind;
    int64_t start_ms, end_ms;
    const Move *move;     // NULL in SAY and CLOSE
    const char *name;     // what the routine calls it; NULL: the move's own name
    const char *swapped_from; // id of the move this one stands for; NULL for none
    const char *swapped_name; // and its name
    const char *easier;   // "Easier: Sit to stand." where it can be exchanged for that, see CHANGE_EASIER; else NULL
    Group group;
    Side side;            // LEFT is shown mirrored
    bool each_side;       // whether the side is worth naming
    int set, sets;        // from 1
    int round, rounds;    // from 1
    int reps;             // WORK
    int hold_ms;          // WORK
    Tempo tempo;          // WORK
    int first_beat, beat_count; // WORK: into Session.beats
    int first_passage, passage_count; // READY, SWITCH: into Session.passages; none where one stays as one is
    int step;             // exercise number, for the bar: segments of one exercise share it
    const char *text;     // SAY: the sentence; else a note such as "hold a chair", or NULL
} Segment;

typedef enum {
    CUE_NAME,    // "Half-kneeling hip flexor, right side."   never cut
    CUE_SETUP, CUE_GO, CUE_FORM, CUE_HOLD, CUE_RELEASE, // the move's own sentences; a long CUE_GO is said before its set
    CUE_NOTE,    // "Hold a chair."
    CUE_DOSE,    // "Ten times. Three sets."  "Hold for twenty seconds."
    CUE_SAFETY,  // "Stop at once if anything hurts."
    CUE_GUIDE,   // "Roll onto your left side."  as one sets out on a stage of the way
    CUE_SIDE,    // "Now the left side."
    CUE_COUNT,   // "Three."  at the same point of every repetition; "Last one." as the last begins
    CUE_HALFWAY, // "Half way."
    CUE_SECONDS, // "Five." ... "One."  end of a hold
    CUE_REST,    // "Rest. Fifteen seconds."
    CUE_NEXT,    // "Next: Clam."
    CUE_SAY,     // the routine's sentence
    CUE_END,     // "That is it. Well done."
    CUE_TONE_START, CUE_TONE_SWITCH, CUE_TONE_END, // short sounds, no text
    CUE_TONE_RELEASE, // the way back begins, where no sentence says so
    CUE_TONE_OUT, CUE_TONE_HOLD, CUE_TONE_BACK,    // softer ones, of a repetition or a hold
    CUE_TONE_CLICK,   // in no session: to find out how late sound is heard
    CUE_BREATH_IN, CUE_BREATH_OUT,                 // as long as the breath
    CUE_KINDS
} CueKind;

typedef struct {
    int64_t at_ms, end_ms; // end by the measured or estimated length of its sound
    CueKind kind;
    const char *text; // NULL for tones
    int segment;
    bool is_shown_only; // the sentence is a caption and makes no sound
} Cue;

typedef struct {
    const Routine *routine;
    Level level;
    Talk talk;
    int64_t length_ms;
    int step_count;
    LIST(Segment) segments;
    LIST(Beat) beats;
    LIST(Passage) passages;
    LIST(Cue) cues; // sorted by at_ms; spoken cues never overlap
    LIST(const char *) changes; // what is other than the routine says, a sentence each
    bool is_too_long; // it could not be made as short as `fit.minutes`
} Session;

typedef struct {
    Level level;
    // How long a sentence takes to speak; NULL for session_speech_ms.
    int (*speech_ms)(const void *context, const char *text);
    const void *speech_context;
    bool without_pacing;    // no tones for out, hold and back
    bool with_breath;       // the sound of breathing in and out
    const Library *library; // whose ways lead from position to position; NULL: none are shown
    Talk talk; // how much is said; TALK_FULL fades for moves that were done often
    // In how many sessions a move was done before; NULL: in none.
    int (*times_done)(const void *context, const char *move);
    const void *times_context;
    Fit fit; // to the person
    const Change *changes; // in the order in which they were asked for
    int change_count;
} SessionOptions;

// Sides: all sets of the first, then all of the other; `alternate` exercises turn after every set. An
// exercise in a later round is named again but not explained again. Lives in the arena.
// Returns false with a sentence when nothing can be played (no exercise at that level, too long).
bool session_compile(Arena *arena, const Routine *routine, const SessionOptions *options,
                     Session *session, Error *error);

// What the exercise of a segment is called, which has a move.
const char *segment_name(const Segment *segment);

// A careful estimate, from syllables and pauses, of how long the voice takes: never shorter than it.
int session_speech_ms(const char *text);

extern const char *const segment_kind_names[SEGMENT_KINDS];
extern const char *const cue_kind_names[CUE_KINDS];

// What to do when a move is too hard: "Easier: Half height, six repetitions." or the name of the move to do instead. NULL
// when its file does not say. In the arena; the library may be NULL.
const char *session_easier(Arena *arena, const Library *library, const Move *move, Side side);

// How many WORK segments are over or begun before the segment.
int session_works_before(const Session *session, int segment);
// Where to go on in a session that was worked out anew with a further change.
int64_t session_changed_ms(const Session *session, const Change *change);

// `limber dump`: every segment and cue, as text or as one JSON object.
void session_dump(const Session *session, TextBuilder *out);
void session_dump_json(const Session *session, TextBuilder *out);
