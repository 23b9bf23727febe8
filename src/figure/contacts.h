// Keeps a pose on the floor and its props: what is pinned stays, nothing sinks in, every joint keeps to its range.
//
// The joints move as little as possible from the pose given (damped least squares: Levenberg 1944,
// Marquardt 1963, by least.h; the damping towards the given pose after Wampler 1986 and Nakamura & Hanafusa
// 1986). It knows no clip and no time: motion.h says what is pinned where.
#pragma once

#include "figure/props.h"

enum { CONTACT_PINS_MAX = 28 };

// A point of the body and its place. Each axis weighs 0 (free) to 1 (held to a fraction of a millimetre).
typedef struct {
    BonePoint point;
    Vec at;
    Vec weight;
} Pin;

typedef struct {
    int pin_count;
    Pin pins[CONTACT_PINS_MAX];
    Obstacles obstacles;
} Contacts;

// Adds a pin; the caller keeps to CONTACT_PINS_MAX.
void contacts_pin(Contacts *contacts, BonePoint point, Vec at, Vec weight);

// Changes the pose. What rests on the floor or nearly so keeps that distance if it can. Where the
// pins cannot all be reached it ends as near to all as it can.
void contacts_solve(const Contacts *contacts, Pose *pose);

// A ball of flesh round a point of the body that may touch the floor.
typedef struct {
    const char *name;
    BonePoint centre;
    double radius;
} Skin;

extern const int skin_count;
Skin skin_at(int index);

// Height of the lowest skin above the floor (below it: negative), metres; `where` (may be NULL) names it.
double skin_lowest(const Stance *stance, const char **where);

// How far a skin is from an obstacle; a seat may be pressed in by a centimetre.
double skin_distance(Skin skin, const Obstacle *obstacle, const Stance *stance);

// The same for the distance to the nearest obstacle; HUGE_VAL without one.
double skin_nearest(const Obstacles *obstacles, const Stance *stance, const char **where);
