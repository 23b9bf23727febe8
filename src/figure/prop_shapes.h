// The props of a clip as shapes of the distance field: those that stand behind the figure in every frame
// (walls, a chair seen from the front or the side), drawn once, and those that hide or move, drawn with it.
#pragma once

#include "figure/body.h"
#include "figure/light.h"
#include "figure/props.h"

enum { PROP_BOXES = 20, PROP_USES = 8 };

// A box along the world's axes that stands still.
typedef struct {
    Vec middle, half;
    Material material;
} PropBox;

typedef struct {
    const Clip *clip;        // NULL without props
    Obstacles obstacles;
    PropBox still[PROP_BOXES];
    int still_count;
    double height;           // of walls and doorposts
    bool has_veil;           // prop_shapes_veil has something to add
    int near_side;           // of z: 1 or -1, where the viewer is
    bool chair_moves;        // not still: its back is between the viewer and the figure
    Vec lies_at[PROP_USES];  // top of a pillow, place of a towel
} PropScene;

// `towards` points to the camera; the stances are all that will be drawn, the first of them the start.
PropScene prop_scene_make(const Clip *clip, const Stance *stances, int count, Vec towards);

// A body of nothing but the still props.
void prop_shapes_still(const PropScene *props, Body *body);

// Adds all others to a body in this stance.
void prop_shapes_add(const PropScene *props, const Stance *stance, Body *body);

// Adds what stands between the viewer and the figure and would hide a limb that rests on it: the near doorpost.
// It is drawn as if of glass. Adds nothing without has_veil.
void prop_shapes_veil(const PropScene *props, Body *body);

// How much lighter or darker a prop is at a point, for marks on what rolls: about 1.
float prop_tone(const Body *body, Material material, Point at);

// Where a ray from the eye meets a still prop: the distance (HUGE_VAL: none) and the surface's normal.
double prop_hit(const PropScene *props, Vec eye, Vec ray, Vec *normal);

// How dark still props make the floor at a point, 0..1.
double prop_floor_shadow(const PropScene *props, const Light *light, Vec floor);

// Moves the middle of a mat so far from a wall that floor shows between them.
Vec prop_mat_place(const PropScene *props, Vec middle, double half_length);
