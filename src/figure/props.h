// Where the props of a clip are and where the body touches them: walls, doorways, seats, rollers and
// balls as surfaces, and the places of the body that hands lie on. Knows no time: a roller and a ball
// move half as far as the hips that roll on them, so the figure's stance says where they are.
#pragma once

#include "figure/clip.h"

#define SEAT_HEIGHT 0.43 // top of a chair's seat, metres
#define SEAT_HALF 0.21   // of its width and depth
#define SEAT_THICKNESS 0.04
#define ROLLER_RADIUS 0.075
#define BALL_RADIUS 0.035
#define DOORPOST 0.12    // along x

// Something the body may touch but not enter.
typedef struct {
    Prop kind;
    Vec at;     // a point of a wall or doorway; the middle of a seat's top; where a roller or ball is at `home`
    Vec faces;  // out of a wall (for a ball: the one behind it)
    double gap; // half the gap of a doorway
    Vec home;   // place of the hips
} Obstacle;

// Flesh that lies on a roller or a ball: round a line from one point to the other.
typedef struct {
    int obstacle;
    BonePoint from, to;
    double radius;
} Rest;

enum { OBSTACLES_MAX = 6, RESTS_MAX = 4 };

typedef struct {
    int count, rest_count;
    Obstacle items[OBSTACLES_MAX];
    Rest rests[RESTS_MAX];
} Obstacles;

// From the clip's props and its first key pose. Props beyond OBSTACLES_MAX are left out.
void obstacles_make(const Clip *clip, Obstacles *obstacles);

// The first obstacle of this kind, or NULL.
const Obstacle *obstacles_find(const Obstacles *obstacles, Prop kind);

// Where a roller's or ball's middle is with the hips at this place; of others, `at`.
Vec obstacle_middle(const Obstacle *obstacle, Vec hips);

// How far a point is from the surface, negative inside, metres. Balls are met by rests alone: HUGE_VAL.
double obstacle_distance(const Obstacle *obstacle, Vec hips, Vec point);

// Which way the surface of a wall, a doorway (its front) or a seat faces.
Vec obstacle_faces(const Obstacle *obstacle);

// How far the flesh is from what it should lie on, negative when pressed in.
double rest_gap(const Obstacles *obstacles, const Rest *rest, const Stance *stance);

// Whether flesh of this bone lies on the obstacle, so that its own balls of skin do not count.
bool obstacles_bone_rests(const Obstacles *obstacles, int obstacle, Bone bone);

// The middle of a place of the body and how far its skin is from there; `share` only matters for thigh and shin.
BonePoint place_middle(BodyPlace place, Side side, double share, double *radius);

// A point of the skin of the place, in its bone: the one nearest to a hand whose palm is about `from`
// (world), moved out by the thickness of a palm.
BonePoint place_under(const Stance *stance, BodyPlace place, Side side, double share, Vec from);

// Where the skin of the place faces, at a point `out` of its middle (world): more upwards where it widens downwards.
Vec place_faces(const Stance *stance, BodyPlace place, Vec out);
