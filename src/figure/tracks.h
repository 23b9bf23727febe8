// How planted points are held in the key poses of a clip, and from one to the next. Private to motion.c.
//
// A track is one point: where each key pose has it and how strongly it is held there. On a way a point is
// held only in some phases; it then stays where the pose at an end of the way has it.
#pragma once

#include "figure/clip.h"
#include "figure/contacts.h"

// Nearer to its resting height than this, metres, a planted point rests on the floor.
#define TRACK_RESTS_WITHIN 0.04

// How one point is held in each key pose.
typedef struct {
    BonePoint point;
    Vec *at;      // by key pose
    Vec *weight;  // by key pose
    bool is_sole; // of a foot that lies flat and keeps its heading
    Side side;    // of the foot
    Vec heading;
} Track;

typedef struct {
    const Clip *clip;
    const Obstacles *obstacles;
    const Pose *poses; // the key poses
    int count;
    LIST(Track) list;
} Tracks;

// The poses and obstacles must outlive the tracks; the poses may settle on them later.
void tracks_make(Arena *arena, const Clip *clip, const Pose *poses, const Obstacles *obstacles, Tracks *tracks);

// What is held between two key poses: everything that both hold.
void tracks_contacts(const Tracks *tracks, int from, int to, double share, Contacts *contacts);

// A planted foot does not swivel with the knee above it.
void tracks_hold_soles(const Tracks *tracks, int from, int to, Pose *pose);

// Whether a limb is planted in some phase that begins or ends in the pose.
bool clip_plants(const Clip *clip, ContactKind kind, Side side, int pose);
