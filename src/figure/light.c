#include "figure/light.h"

static inline Four3 from_point(Four3 at, Point p) { return (Four3){at.x - p.x, at.y - p.y, at.z - p.z}; }

static inline Four dot_point(Four3 a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static inline float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Light light_make(Vec right, Vec up, Vec forward) {
    const double across = -0.46, high = 0.60, towards = 0.42;
    Vec key = vec_sub(vec_add(vec_scale(right, across), vec_scale(up, high)), vec_scale(forward, towards));
    key.y += 0.55; // never lower than about 45 degrees, whatever the camera looks at
    key = vec_unit(key, vec(0, 1, 0));
    return (Light){{(float)key.x, (float)key.y, (float)key.z}, 0.22f};
}

// The part of a capsule nearest to a ray, as a share of the key light that comes past it.
// Nearest points of ray and segment after Eberly (2000), "Distance Between Two Lines in 3D".
static inline Four key_past(const Occluder *occluder, Four3 at, Point key, float spread) {
    Four3 from = from_point(at, occluder->begin);
    float span2 = dot(occluder->span, occluder->span), span_key = dot(occluder->span, key);
    Four from_span = dot_point(from, occluder->span), from_key = dot_point(from, key);
    Four t = (span_key * from_span - span2 * from_key) * (1.0f / (span2 - span_key * span_key + 1e-5f));
    t = four_max(t, four(0));
    Four s = four_clamp((from_span + t * span_key) * (1.0f / (span2 + 1e-6f)), 0, 1);
    t = four_max(s * span_key - from_key, four(0));
    Four3 gap = {from.x + t * key.x - s * occluder->span.x, from.y + t * key.y - s * occluder->span.y,
                 from.z + t * key.z - s * occluder->span.z};
    Four distance = four_sqrt(four_dot(gap, gap)) - occluder->radius;
    return four_smoothstep(distance / (spread * t + 0.008f), -0.9f, 1.0f);
}

static Four key_visible(const Body *body, Four3 at, const Light *light) {
    Four visible = four(1);
    for (int i = 0; i < body->occluder_count; i++)
        visible = four_min(visible, key_past(&body->occluders[i], at, light->key, light->spread));
    return visible;
}

// Share of the sky above `normal` that the occluders leave open: each takes the solid angle of the
// sphere around its nearest point, weighted by the cosine.
static Four sky_open(const Body *body, Four3 at, Four3 normal, float grow, float strength) {
    Four open = four(1);
    for (int i = 0; i < body->occluder_count; i++) {
        const Occluder *occluder = &body->occluders[i];
        Four3 from = from_point(at, occluder->begin);
        Four s = four_clamp(dot_point(from, occluder->span) * (1.0f / (dot(occluder->span, occluder->span) + 1e-6f)), 0, 1);
        Four3 to = {occluder->span.x * s - from.x, occluder->span.y * s - from.y, occluder->span.z * s - from.z};
        Four distance2 = four_max(four_dot(to, to), four(1e-6f));
        float radius = occluder->radius + grow;
        Four facing = four_max(four_dot(to, normal) / four_sqrt(distance2), four(0));
        Four taken = facing * four_min(radius * radius / distance2, four(1));
        open *= 1.0f - strength * taken;
    }
    return open;
}

static const float KEY[3] = {0.80f, 0.765f, 0.71f}, SKY[3] = {0.46f, 0.48f, 0.51f}, FLOOR[3] = {0.40f, 0.38f, 0.35f};

Four3 light_shade(const Body *body, const Light *light, Four3 at, Four3 normal, Four3 view, Four3 albedo,
                  FourMask skin) {
    Four facing = dot_point(normal, light->key);
    Four visible = key_visible(body, at, light);
    Four lambert = four_max((facing + 0.10f) * (1.0f / 1.10f), four(0)) * (0.14f + 0.86f * visible);
    // Light scatters under skin: red a little beyond the edge of the shadow.
    Four scattered = four_max((facing + 0.32f) * (1.0f / 1.32f), four(0)) * (0.25f + 0.75f * visible);
    Four open = sky_open(body, at, normal, 0.012f, 0.75f);
    Four up = normal.y * 0.5f + 0.5f;
    Four near_floor = 1.0f - (1.0f - up) * 0.55f * four_max(1.0f - at.y * 2.2f, four(0));
    Four rim = four_max(1.0f + four_dot(normal, view), four(0));
    rim = rim * rim * rim * 0.20f * up;
    Four ambient = open * near_floor;
    Four red = four_select(skin, scattered * 0.55f + lambert * 0.45f, lambert);
    Four3 colour = {
        albedo.x * (KEY[0] * red + ambient * (SKY[0] * up + FLOOR[0] * (1.0f - up) + rim)),
        albedo.y * (KEY[1] * lambert + ambient * (SKY[1] * up + FLOOR[1] * (1.0f - up) + rim)),
        albedo.z * (KEY[2] * lambert + ambient * (SKY[2] * up + FLOOR[2] * (1.0f - up) + rim)),
    };
    return colour;
}

Four light_floor_shadow(const Body *body, const Light *light, Four x, Four z) {
    Four3 at = {x, four(0), z};
    Four cast = four(0);
    for (int i = 0; i < body->occluder_count; i++) {
        Occluder grown = body->occluders[i];
        grown.radius += 0.016f; // the skin lies outside the occluder
        // What is high above the floor throws a shadow too soft to see.
        float height = grown.begin.y + 0.5f * grown.span.y;
        float strength = 1.0f / (1.0f + 4.0f * height * height);
        cast = four_max(cast, strength * (1.0f - key_past(&grown, at, light->key, light->spread * 1.5f)));
    }
    Four contact = 1.0f - sky_open(body, at, four3_of(0, 1, 0), 0.020f, 0.8f);
    return 1.0f - (1.0f - 0.36f * cast) * (1.0f - 0.50f * contact);
}

Four light_surface_shadow(const Body *body, const Light *light, Four3 at, Four3 normal) {
    Four cast = four(0), lit = four_clamp(dot_point(normal, light->key) * 3.0f, 0, 1);
    for (int i = 0; i < body->occluder_count; i++) {
        Occluder grown = body->occluders[i];
        grown.radius += 0.012f;
        // What is far from the surface throws a shadow too soft to see.
        Four3 from = from_point(at, grown.begin);
        Four away = four_dot(from, from), strength = 1.0f / (1.0f + 4.0f * away);
        cast = four_max(cast, lit * strength * (1.0f - key_past(&grown, at, light->key, light->spread * 1.5f)));
    }
    Four contact = 1.0f - sky_open(body, at, normal, 0.020f, 0.8f);
    return 1.0f - (1.0f - 0.30f * cast) * (1.0f - 0.50f * contact);
}
