// What one person needs to be other than a routine says: the time there is, what does not suit the body, what was too
// hard, and which side goes first. Filled in by whoever starts a session: the command line, or what is known of a person.
//
// Plain data; all of it zero changes nothing. It never changes what is done to the other side as well, nor the order of
// stretch, strengthen and release.
#pragma once

#include "library/library.h"

typedef uint32_t SkipTags; // bit N is skip_tags[N]

// The bit of a skip tag by its name; 0 when there is none of that name.
SkipTags fit_tag(Text name);

typedef enum { FIT_NO_SIDE, FIT_RIGHT, FIT_LEFT } FitSide; // FIT_RIGHT + a Side

// Where one side may be tighter than the other, by the check that finds it: crossed knee, bed edge, bent knee.
typedef enum { FIT_SEAT, FIT_HIP_FRONT, FIT_THIGH_BACK, FIT_AREA_COUNT } FitArea;

// An exercise that was too hard: every slot it stands in is played some levels lower; outside of a slot, or below the lowest
// level, its easier form is played.
typedef struct {
    const char *move; // id, as the routine would have it without this; of a variant with its name, "clam+band"
    int steps;        // how many times easier
} EasierMove;

typedef struct {
    // At most so long: rests are shortened, then rounds and sets are left out, then exercises, those that matter least
    // first. 0: as long as it is.
    int minutes;
    SkipTags skip;            // what has one of these tags is swapped, see swap.h
    Side first;               // this side before the other
    FitSide weaker;           // goes first in what strengthens
    FitSide tighter[FIT_AREA_COUNT]; // gets one more hold than the other in stretches of that area
    int levels_lower;         // of all slots, not below B1
    int hold_shorter_ms;      // holds of stretches are so much shorter, but never shorter than the move is meant for
    bool only_stretch;        // of the routine only what stretches and mobilises
    bool only_gentle;         // in place of the routine: tilts of the pelvis, knees to chest, twists half way
    const EasierMove *easier;
    int easier_count;
    const char *const *hurt;  // ids of moves that hurt: another does the same, or they are left out
    int hurt_count;
    const char *const *left_out; // ids of moves that are left out, whatever the routine says
    int left_out_count;
} Fit;

// What a person asked for while the session ran. It holds from one WORK segment on, counted from 0 (session_works_before);
// all before it stays as it was.
typedef enum {
    CHANGE_EASIER, // this exercise, and the same move later, in its easier form
    CHANGE_HURTS,  // no more of the move; when it is the second one, no more of what strengthens
} ChangeKind;

typedef struct {
    ChangeKind kind;
    const char *move; // id
    int from_work;
    int from_segment; // of the session before; of what hurts, the first one that may be another
} Change;
