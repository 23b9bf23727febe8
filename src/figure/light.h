// The light of the scene: a soft key from the viewer's upper left, sky and floor, and what the
// body's own occluders keep away. Everything is worked out in closed form, so nothing ripples.
#pragma once

#include "figure/body.h"

typedef struct {
    Point key;   // direction to the key light
    float spread; // tangent of the key light's half angle: how soft its shadows are
} Light;

// The key stays at the viewer's upper left: right, up and forward are the camera's axes.
Light light_make(Vec right, Vec up, Vec forward);

// The light on one body, with what is the same for all its points.
typedef struct {
    Light light;
    struct {
        Point begin, span, middle;
        float radius, half;                    // half the length of the span
        float span_key, span2, per_span2, per_cross;
    } occluders[BODY_OCCLUDERS];
    int count;
} Lighting;

void lighting_make(const Body *body, const Light *light, Lighting *lighting);

// Colours (0..1, display values squared) of a material's surface; `albedo` likewise.
Lanes3 lighting_shade(const Lighting *lighting, Lanes3 at, Lanes3 normal, Lanes3 view, Lanes3 albedo, LaneMask skin);

// A place of the ground that the body may darken: of the floor, or of a prop that stands still.
typedef struct {
    Point at, normal;
    bool on_prop;
} GroundPoint;

// How dark the body makes them, 0..1: cast shadow and contact.
void lighting_darken(const Lighting *lighting, const GroundPoint *points, int count, float *dark);
