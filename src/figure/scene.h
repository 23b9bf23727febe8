// One clip on its mat, seen by its camera: the canvas that holds every frame, and the pictures of
// each layer. Pictures are straight alpha with colour under their edges. Knows nothing of pages or
// files; limber-bake puts the pictures together.
#pragma once

#include "figure/march.h"
#include "figure/prop_shapes.h"
#include "image/picture.h"

typedef struct {
    Camera camera;
    Light light;
    int width, height;         // canvas pixels, multiples of 4
    double pixels_per_metre;   // as drawn
    double shown_per_metre;    // less where the clip is drawn close: its picture is shown larger than others
    double origin_x, origin_y; // canvas pixel of the middle of the mat; of a close picture, of what is in its middle
    bool cut_left, cut_top, cut_right, cut_bottom; // the canvas ends inside what there is, and it fades out there
    Vec mat;                   // its middle, on the floor
    bool has_mat;
    PropScene props;
} Scene;

// A trimmed picture; each of its pixels covers step x step canvas pixels. Empty where nothing shows.
typedef struct {
    Picture picture;
    int left, top, step;
} Patch;

void patch_free(Patch *patch);

// Frames everything that the stances, their shadows and the mat cover.
Scene scene_make(const Clip *clip, const Stance *stances, int count, double pixels_per_metre);

// The mat and the props that stand still behind the figure, once for all frames.
Patch scene_ground(const Scene *scene);

typedef struct {
    Patch shadow, body, glow;
} SceneLayers;

// One frame with the muscles lit by `glow` 0..1; `march` must be of the canvas's size. The patches
// are the caller's to free.
SceneLayers scene_draw(const Scene *scene, March *march, const Clip *clip, const Stance *stance, double glow);

// Everything in one picture of at most the given size, transparent around, for the "next" card.
Picture scene_poster(const Scene *scene, March *march, const Clip *clip, const Stance *stance, int width, int height);

// Puts a patch over a canvas of the scene's size.
void patch_over(Picture *canvas, const Patch *patch);
