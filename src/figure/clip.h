// One move as the figure performs it: key poses, the phases between them, what stays put, from
// where it is seen, what is checked. Plain data; the script reader fills it, motion.h plays it.
#pragma once

#include "figure/skeleton.h"

#include <stdint.h>

typedef enum { PROP_MAT, PROP_WALL, PROP_CHAIR, PROP_ROLLER, PROP_BALL, PROP_STRAP, PROP_BAND,
               PROP_PILLOW, PROP_TOWEL, PROP_DOORWAY, PROP_WEIGHTS, PROP_COUNT } Prop;

// Parts of the body that hands lie on and props belong to.
typedef enum {
    PLACE_NONE, PLACE_HIP, PLACE_BUTTOCK, PLACE_THIGH, PLACE_KNEE, PLACE_SHIN, PLACE_ANKLE, PLACE_FOOT,
    PLACE_HEAD, PLACE_CHEST, PLACE_BELLY, PLACE_BACK, PLACE_PELVIS, PLACE_SHOULDER, PLACE_ELBOW, PLACE_HAND,
    PLACE_COUNT
} BodyPlace;

// What a hand lies on in one pose: nothing, a place of the body, or a wall or doorway.
typedef struct {
    BodyPlace place;
    Prop prop; // when not the mat; the place is none then
    Side side; // of the place
    double share; // of the way along a thigh or a shin, from its upper end
} HandHold;

typedef struct {
    const char *name;
    Pose pose;
    HandHold hands[SIDES];
} Keyframe;

// One line `prop ...`: a thing and where it is.
typedef struct {
    Prop kind;
    double x, z;     // of a wall, doorway or chair, metres
    bool is_beside;  // a wall across z
    double gap;      // between the posts of a doorway
    BodyPlace place;     // what it is at, and of which side
    bool at[SIDES];
    double share;    // of a roller along the thigh in the first pose
} PropUse;

typedef enum { BREATH_NONE, BREATH_IN, BREATH_OUT, BREATH_SLOW, BREATH_COUNT } Breath;

typedef struct {
    const char *name;  // "lift"
    int from, to;      // indices of keyframes; equal in a pause
    int duration_ms;   // 0 when is_hold
    bool is_hold;      // lasts as long as the dose says
    Breath breath;
    bool is_once;      // once in a set: before its first repetition or after its last
    bool is_through;   // goes through its last pose into the next phase without stopping there
    const char *back;  // its name when a way is played backwards; NULL in moves
} Phase;

// What touches the floor, or another prop, and stays where it is.
typedef enum {
    CONTACT_FOOT, CONTACT_BALL, CONTACT_KNEE, CONTACT_HAND, CONTACT_ELBOW,
    CONTACT_PELVIS, CONTACT_SHOULDERS, CONTACT_HEAD, CONTACT_KINDS
} ContactKind;

typedef struct {
    ContactKind kind;
    Side side; // of the limb kinds
    Prop on;   // the mat is the floor
    int first_phase, phase_count; // of a way: only in these phases; 0 of them: always
} Contact;

typedef enum {
    MUSCLE_GLUTE_MAX, MUSCLE_GLUTE_MED, MUSCLE_GLUTE_MIN, MUSCLE_PIRIFORMIS, MUSCLE_HIP_FLEXORS,
    MUSCLE_QUADS, MUSCLE_HAMSTRINGS, MUSCLE_ADDUCTORS, MUSCLE_CALVES, MUSCLE_ABS, MUSCLE_OBLIQUES,
    MUSCLE_TRANSVERSUS, MUSCLE_ERECTORS, MUSCLE_LATS, MUSCLE_PECS, MUSCLE_RHOMBOIDS, MUSCLE_TRAPS,
    MUSCLE_NECK_FLEXORS, MUSCLE_COUNT
} Muscle;

typedef enum { MUSCLE_REST, MUSCLE_WORKS, MUSCLE_STRETCHES } MuscleUse;

// One line `check POSE KIND points MIN..MAX` of a move, or `check POSE from OTHER ...` for a change.
typedef enum {
    CHECK_ANGLE,    // at the middle one of three points, degrees
    CHECK_LINE,     // the same after projection on the pelvis's sagittal plane
    CHECK_HEIGHT,   // of one point above the floor, cm
    CHECK_DISTANCE, // between two points, cm
    CHECK_TILT,     // of the line from one point to a second against the vertical, degrees
    CHECK_ABOVE,    // how much higher one point is than a second, cm
    CHECK_AHEAD,    // how far one point is before a second, the way the pelvis faces, cm
    CHECK_PLUMB,    // between two points seen from above, cm
    CHECK_AXIS,     // from one point to the line through two others, cm
    CHECK_PARALLEL, // between the lines through two points and two others, degrees
    CHECK_WIDER,    // how much further two points are apart than two others, cm
    CHECK_HEADING,  // of the line from one point to a second seen from above, 0 to the right, 90 to the viewer, degrees
    CHECK_LUMBAR,   // flexion of the lumbar spine, degrees
    CHECK_SPINE,    // flexion from the pelvis to the upper chest, degrees
    CHECK_BALANCE,  // how far the centre of mass is before a point, cm
    CHECK_GAP,      // from the skin round a point to the wall, cm
    CHECK_TURN,     // of the bone of a point since the pose after `from`, about any axis, degrees
    CHECK_MOVES,    // how far one point travels over all poses, cm (no pose named)
    CHECK_KINDS
} CheckKind;

enum { CHECK_POINTS_MAX = 4 };

typedef struct {
    CheckKind kind;
    int pose; // index of a keyframe; -1 for every frame of the motion
    int from; // of another one, from which the change is measured; -1 for none
    BonePoint points[CHECK_POINTS_MAX];
    double min, max;
    const char *label; // the line as written, for the report
} Check;

typedef struct {
    const char *id;
    double camera_az_deg, camera_el_deg;
    double close;        // how many times larger than others it is drawn, for a small movement; 0: not
    BonePoint close_on;  // then in the middle of what is seen, in the first pose
    LIST(Keyframe) poses;
    LIST(Phase) phases;
    LIST(Contact) planted;
    LIST(Check) checks;
    bool props[PROP_COUNT];  // what is needed
    LIST(PropUse) placed;    // what of it is drawn and touched
    MuscleUse muscles[MUSCLE_COUNT];
    Keyframe mistake; // the common mistake, shown beside the right form, not part of the motion; name NULL for none
    int mistake_of;   // the key pose it is the wrong form of
    bool per_side;  // false: both sides move at once, or take turns inside one repetition
    bool is_standing; // universal check U9 applies
    bool is_way;      // from one position to another, not back: never repeated, seldom held
} Clip;

// The mistake as a clip of its own that holds it (pose 1): the same body, props and contacts, no checks. The
// lists live in the arena.
Clip clip_of_mistake(Arena *arena, const Clip *clip);

// How many times larger than others the clip is drawn, 1 or more.
double clip_closeness(const Clip *clip);

bool clip_walks(const Clip *clip); // a figure that never stops does
// Whether the contact is planted in some phase that begins or ends in the pose.
bool contact_holds_in(const Clip *clip, const Contact *contact, int pose);

// Names as scripts write them, kebab-case, in the order of the enums.
extern const char *const muscle_names[MUSCLE_COUNT];
extern const char *const prop_names[PROP_COUNT];
extern const char *const place_names[PLACE_COUNT]; // from PLACE_HIP on
extern const char *const contact_names[CONTACT_KINDS]; // "feet" ... take a side or mean both
extern const char *const check_names[CHECK_KINDS];
extern const char *const breath_names[BREATH_COUNT];
