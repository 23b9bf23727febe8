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

// Colours (0..1, display values squared) of a material's surface; `albedo` likewise.
Four3 light_shade(const Body *body, const Light *light, Four3 at, Four3 normal, Four3 view, Four3 albedo,
                  FourMask skin);

// How dark a surface facing `normal` is at four points of it, 0..1: cast shadow and contact.
Four light_surface_shadow(const Body *body, const Light *light, Four3 at, Four3 normal);

// How dark the floor is at four points of it, 0..1: cast shadow and contact.
Four light_floor_shadow(const Body *body, const Light *light, Four x, Four z);
