// What is painted on the face: brows, eyes and lips, in the head's axes as seen from the front. Soft
// edges, so that they stay calm when they are smaller than a pixel.
#include "figure/body_maker.h"

static float clamp01(float v) { return v < 0 ? 0 : v > 1 ? 1 : v; }

// 1 inside, 0 outside of an edge at distance 0, metres.
static float inside(float distance) { return clamp01(0.5f - distance / 0.0012f); }

// An arc over half a width, thinner to its ends: how far a point is outside.
static float off_arc(float across, float up, float half, float rise, float thick) {
    float t = across / half, bow = rise * (1 - t * t), taper = 1 - 0.55f * t * t;
    float beyond = fabsf(across) - half, beside = fabsf(up - bow) - thick * taper;
    return beyond > beside ? beyond : beside;
}

// Both lids meet the corners of the eye.
static float off_eye(float across, float up) {
    float t = across / 0.0128f, open = 1 - t * t;
    float lid = up > 0 ? up - 0.0048f * open : -up - 0.0036f * open;
    float beyond = fabsf(across) - 0.0128f;
    return beyond > lid ? beyond : lid;
}

static float mix(float colour[3], const float to[3], float share) {
    for (int c = 0; c < 3; c++) colour[c] += share * (to[c] - colour[c]);
    return share;
}

bool body_paint_face(const Body *body, Point at, float colour[3]) {
    static const float brow[3] = {0.20f, 0.125f, 0.10f}, white[3] = {0.80f, 0.76f, 0.72f}, iris[3] = {0.075f, 0.048f, 0.040f};
    static const float lips[3] = {0.56f, 0.27f, 0.235f};
    Point p = body_in_bone(body, BONE_HEAD, at);
    if (p.x < 0.045f || p.y < 0 || p.y > 0.125f) return false;
    float z = fabsf(p.z);
    float painted = mix(colour, lips, 0.42f * inside(off_arc(z, p.y - 0.0252f, 0.0215f, -0.0016f, 0.0064f)));
    painted += mix(colour, lips, 0.50f * inside(off_arc(z, p.y - 0.0262f, 0.0232f, -0.0024f, 0.0009f)));
    painted += mix(colour, brow, 0.62f * inside(off_arc(z - 0.0310f, p.y - 0.1036f + 0.03f * (z - 0.0310f), 0.0165f, 0.0040f, 0.0022f)));
    float across = z - 0.0310f, up = p.y - 0.0862f - 0.02f * across, eye = off_eye(across, up);
    float ring = sqrtf(across * across + up * up) - 0.0053f;
    painted += mix(colour, white, inside(eye));
    painted += mix(colour, iris, inside(eye > ring ? eye : ring));
    float lash = up - 0.0046f * (1 - across * across / (0.0135f * 0.0135f));
    float line = fabsf(lash) - 0.0009f, beyond = fabsf(across) - 0.0138f;
    painted += mix(colour, iris, 0.80f * inside(line > beyond ? line : beyond));
    return painted > 0.2f;
}
