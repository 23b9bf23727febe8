#include "figure/light.h"

static float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Light light_make(Vec right, Vec up, Vec forward) {
    const double across = -0.32, high = 0.54, towards = 0.70;
    Vec key = vec_sub(vec_add(vec_scale(right, across), vec_scale(up, high)), vec_scale(forward, towards));
    key.y += 0.55; // never lower than about 45 degrees, whatever the camera looks at
    key = vec_unit(key, vec(0, 1, 0));
    return (Light){{(float)key.x, (float)key.y, (float)key.z}, 0.22f};
}

void lighting_make(const Body *body, const Light *light, Lighting *lighting) {
    *lighting = (Lighting){.light = *light, .count = body->occluder_count};
    for (int i = 0; i < body->occluder_count; i++) {
        Point begin = body->occluders[i].begin, span = body->occluders[i].span;
        float span2 = dot(span, span), span_key = dot(span, light->key);
        lighting->occluders[i].begin = begin, lighting->occluders[i].span = span;
        lighting->occluders[i].middle = (Point){begin.x + span.x / 2, begin.y + span.y / 2, begin.z + span.z / 2};
        lighting->occluders[i].radius = body->occluders[i].radius;
        lighting->occluders[i].half = sqrtf(span2) / 2;
        lighting->occluders[i].span_key = span_key, lighting->occluders[i].span2 = span2;
        lighting->occluders[i].per_span2 = 1.0f / (span2 + 1e-6f);
        lighting->occluders[i].per_cross = 1.0f / (span2 - span_key * span_key + 1e-5f);
    }
}
