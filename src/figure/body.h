// The figure's surface in one stance: a signed distance field of simple shapes on the bones, what
// each part of it is made of, and where the muscles lie under it.
//
// Shapes belong to parts (a thigh, a hand), parts to chains (the trunk and four limbs). Parts melt
// into their neighbour of the same chain around the joint between them and nowhere else, so that a
// calf never sticks to a thigh. Not a mesh and not a picture; march.h draws it.
#pragma once

#include "figure/body_lanes.h"
#include "figure/clip.h"

typedef enum { CHAIN_TRUNK, CHAIN_ARM_RIGHT, CHAIN_ARM_LEFT, CHAIN_LEG_RIGHT, CHAIN_LEG_LEFT, CHAIN_PROPS,
               CHAIN_COUNT } Chain;

typedef enum { MATERIAL_NONE, MATERIAL_SKIN, MATERIAL_TOP, MATERIAL_TIGHTS, MATERIAL_SOCK, MATERIAL_HAIR,
               MATERIAL_WALL, MATERIAL_SKIRTING, MATERIAL_WOOD, MATERIAL_FOAM, MATERIAL_RUBBER, MATERIAL_STRAP,
               MATERIAL_BAND, MATERIAL_CLOTH, MATERIAL_IRON, MATERIAL_COUNT } Material;

typedef enum { SHAPE_CONE, SHAPE_FLAT_CONE, SHAPE_BALL, SHAPE_BOX, SHAPE_CYLINDER } ShapeKind;

typedef struct {
    ShapeKind kind;
    int part;
    Point bound_centre; // a sphere around all that it shapes
    float bound_radius;
    Point bound_half;   // a capsule around the same: from its middle, bound_centre, to an end of its axis
    float bound_thin;   // its radius; 0: only the sphere is known
    Point centre;       // of a ball; where a cone begins
    union {
        struct {
            Point along;                                 // unit axis
            float length, per_length, radius, slope, bulge; // radius + slope*h + bulge*h*(1-h), h 0..1
            Point flat;                                  // unit direction in which a flat cone is thinner
            float flatness;                               // 1 + flatness times
        } cone;
        struct {
            Point axes[3]; // of length 1 / radius
            Point per_radius;
        } ball;
        struct {
            Point axes[3];
            Point half;
            float round; // radius of the edges, inside the half lengths
        } box;
        struct {
            Point along;
            float half, radius, round;
        } cylinder;
    };
} Shape;

typedef struct {
    Chain chain;
    Bone bone;           // whose axes tell the material
    Material material;   // of a prop; none for what the body wears
    float blend;         // metres, among its own shapes
    Point joint;         // to the part before it in its chain; of the first part of a limb, to the trunk
    float joint_blend;   // metres at the joint ...
    float joint_reach;   // ... falling to none this far from it
    bool has_sole;       // nothing of it lies below a plane
    Point sole_up;       // the plane's unit normal
    float sole_height;   // along the normal, from the world's origin
} Part;

// A capsule well inside the body, for shadows and occlusion.
typedef struct {
    Point begin, span; // span: to the other end
    float radius;
} Occluder;

// A soft region of a muscle: 1 in the middle, 0 at the surface of an ellipsoid.
typedef struct {
    unsigned chains; // bit set of the chains it may show on
    Point centre, axes[3], inverse_radii;
    float warm, cool;
} MuscleField;

enum { BODY_SHAPES = 192, BODY_PARTS = 64, BODY_OCCLUDERS = 28, BODY_FIELDS = 96 };

typedef struct {
    Shape shapes[BODY_SHAPES];
    Part parts[BODY_PARTS];
    Occluder occluders[BODY_OCCLUDERS];
    MuscleField fields[BODY_FIELDS];
    int shape_count, part_count, occluder_count, field_count;
    Point joints[BONE_COUNT], axes[BONE_COUNT][3]; // of the stance
    int first_part[CHAIN_COUNT];
    bool has_ribbons; // among the props is something as thin as a strap
    Point rolls_at; // middle of a roller or ball and how far it has turned, for its marks
    float rolls_by; // radians
} Body;

// Puts the shapes on the bones.
void body_make(const Stance *stance, Body *body);

// Adds the light of the clip's muscles, `strength` 0..1: of both sides, or only of the right one in
// a move done per side.
void body_add_muscles(Body *body, const Stance *stance, const Clip *clip, double strength);

// Shapes in order of their parts: a selection of a body near some rays. Runs are made from it.
typedef struct {
    short shapes[BODY_SHAPES];
    int count;
    uint64_t parts_apart; // bit set of parts that do not melt into others there: their joints are out of reach
} ShapeList;

// Signed distance in metres, of the listed shapes only (in the body's order).
Lanes body_distance(const Body *body, const ShapeList *list, Lanes3 at);

// What is met at a surface: the distance again, where it grows, and the nearest part's number.
typedef struct {
    Lanes distance;
    Lanes3 gradient; // not quite of length 1
    LaneMask part;
} Surface;

Surface body_surface(const Body *body, const ShapeList *list, Lanes3 at);

void body_all_shapes(const Body *body, ShapeList *list);

// How far a point of the head is inside the hairline, 0..1, and how light its strand is, about -1..1.
float body_hair(const Body *body, Point at, float *strand);

// Paints brows, eyes and lips over the colour (display values squared) of the skin at a point of the head; false
// where none of them is.
bool body_paint_face(const Body *body, Point at, float colour[3]);

// What the surface is made of at a point of a part.
Material body_material(const Body *body, int part, Point at);
