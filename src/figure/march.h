// Draws a body: rays from a camera walk through its distance field, a tile of the canvas at a time.
//
// The result is kept as numbers per pixel (premultiplied colour, coverage, muscle light); scene.h
// turns it into pictures. Edges are smoothed by more rays where neighbouring pixels differ.
#pragma once

#include "figure/body.h"
#include "figure/light.h"

// A camera far away with a long lens. Canvas x to the right, y down, pixels.
typedef struct {
    Vec eye, right, up, forward;
    double focal_px;           // pixels per unit of slope
    double centre_x, centre_y; // where the axis of the lens meets the canvas
} Camera;

// Looks at `target` from az/el degrees (clip.h). One metre at the target is `pixels_per_metre`.
Camera camera_make(double az_deg, double el_deg, Vec target, double pixels_per_metre);

// Canvas position of a point; returns pixels per metre at its depth.
double camera_project(const Camera *camera, Vec point, double *x, double *y);

// The ray from the eye through a canvas position, one unit along the lens's axis long.
Vec camera_ray(const Camera *camera, double x, double y);

// Where the ray of a canvas position meets the floor. False when it does not.
bool camera_floor(const Camera *camera, double x, double y, Vec *floor);

typedef struct {
    float red, green, blue; // 0..1 of display values squared, times cover
    float cover, warm, cool;
} Sample;

// A canvas of samples, used again for every frame.
typedef struct {
    int width, height;
    Sample *samples; // all nothing where march_shows says so
    uint8_t *keys; // what the middle of a pixel shows, 0 for nothing
    float *depths;
    float *starts; // for every 4 x 4 pixels, how far from the eye nothing is met; negative: never
    int blocks_across; // of 4 x 4 pixels
    int left, top, right, bottom; // the part drawn on, half open
    long rays;                    // traced so far, for measurements
    bool quick;                   // four rays at an edge instead of eight: for a picture soon followed by the next
    bool narrow;                  // leaves the wide instructions of the processor unused; the same bits
    bool no_masks;                // of those only AVX-512; the same bits
} March;

March march_make(int width, int height);
void march_free(March *march);

// Clears what the last frame left and draws the body.
void march_draw(March *march, const Body *body, const Camera *camera, const Light *light);

// The same, but only those tiles that a shape from `first_shape` on may be seen in.
void march_draw_around(March *march, const Body *body, int first_shape, const Camera *camera, const Light *light);

enum { MARCH_BLOCK = 4 };

// Whether anything may be seen in the block that a pixel is in.
static inline bool march_shows(const March *march, int x, int y) {
    return march->starts[(size_t)(y / MARCH_BLOCK) * (size_t)march->blocks_across + (size_t)(x / MARCH_BLOCK)] >= 0;
}

// Adds what another march of the same size shows to what this one does; the samples there are the caller's to set.
void march_join_shown(March *march, const March *other);

// How dark the body makes places of the ground (light.h).
void march_darken(const March *march, const Body *body, const Light *light, const GroundPoint *points, int count, float *dark);
