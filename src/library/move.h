// The parts of a move file: while it is read, and the readers of its poses, motion and checks.
#pragma once

#include "library/line.h"

// A hand or a contact on a prop that must stand somewhere.
typedef struct {
    Span span;
    Prop prop;
} Leaning;

// The lines of a variant, read when all of the move is known.
typedef struct {
    const char *id;
    Span span;
    const Node *first;
} VariantLines;

typedef struct {
    Move *move;
    LIST(Leaning) leanings;
    LIST(VariantLines) variants;
    bool has_own_checks; // of a variant
    Span head; // of the line `move`
    bool has_head, has_mode, mode_is_bad;
    bool has_dose[2];
    Span doses[2]; // of their lines
    const char *mistake; // name of the pose that shows it; NULL for none
    Span mistake_span;
} MoveFile;

// `pose TOP like START` and the joints below it.
void pose_read(Line *line, void *target);

// The same of a variant, where every pose is there already: what is not written stays.
void pose_change_read(Line *line, void *target);

// `say` and its sentences, any of them.
void cues_read(Line *line, void *target);

// `variant band`, with what is other than in the move below it.
void variant_read(Line *line, void *target);

// Reads them as moves of their own, after the move they are like.
void variants_make(Load *load, const MoveFile *file);

// When a move is read again: variants stay where they are, so that pointers to them stay good.
void variants_keep(const Move *before, Move *now);

// `motion` and its phases; they follow on one another and end where they began.
void motion_read(Line *line, void *target);

// The same of a way: from one pose to another, each phase with its word backwards and what is planted,
// `"Roll over"  BACK -> SIDE  2s  back "Onto your back"  planted head shoulders`.
void way_motion_read(Line *line, void *target);

// `planted feet shoulders`
void planted_read(Line *line, void *target);

// `check TOP line shoulder hip knee 170..190`
void check_read(Line *line, void *target);

// `prop wall at 0.6`
void prop_read(Line *line, void *target);

// `wall`, `doorway` or `chair` after `on`; it must be among the props.
Prop surface_read(Line *line, MoveFile *file);

// What a hand lies on, after `hand on`.
void hold_read(Line *line, MoveFile *file, Side hand, HandHold *hold);

// Notes that the word read last needs a prop; and, when all is read, reports those that stand nowhere.
void lean_on(Line *line, MoveFile *file, Prop prop);
void leanings_check(Load *load, const MoveFile *file);

// `camera az 25 el 8`, and `needs mat`
void camera_read(Line *line, void *target);
// A point of the body: `hip left`, `crown`.
void point_read(Line *line, BonePoint *point);
void needs_read(Line *line, void *target);

// A pose by the name that comes next in the line; -1 after a report.
int keyframe_read(Line *line, const Clip *clip);
