// Shading and shadows, a few points at a time.
#include "figure/light.h"

// Where an occluder may come between a point and the key light: one that is behind it, or beside its ray, takes
// nothing.
LANES_INLINE LaneMask may_shade(const Lighting *lighting, int i, Lanes3 at, float grow, float spread) {
    float half = lighting->occluders[i].half;
    Lanes3 from = lanes3_from(at, lighting->occluders[i].middle);
    Lanes ahead = half - lanes3_on(from, lighting->light.key);
    Lanes along = ahead - half, across2 = lanes_dot(from, from) - along * along;
    Lanes reach = half + lighting->occluders[i].radius + grow + spread * ahead + 0.008f;
    return (ahead > 0.0f) & (across2 < reach * reach);
}

// The part of a capsule nearest to a ray, as a share of the key light that comes past it.
// Nearest points of ray and segment after Eberly (2000), "Distance Between Two Lines in 3D".
LANES_INLINE Lanes key_past(const Lighting *lighting, int i, Lanes3 at, float grow, float spread) {
    Point key = lighting->light.key, span = lighting->occluders[i].span;
    Lanes3 from = lanes3_from(at, lighting->occluders[i].begin);
    float span2 = lighting->occluders[i].span2, span_key = lighting->occluders[i].span_key;
    Lanes from_span = lanes3_on(from, span), from_key = lanes3_on(from, key);
    Lanes t = (span_key * from_span - span2 * from_key) * lighting->occluders[i].per_cross;
    t = lanes_max(t, lanes(0));
    Lanes s = lanes_clamp((from_span + t * span_key) * lighting->occluders[i].per_span2, 0, 1);
    t = lanes_max(s * span_key - from_key, lanes(0));
    Lanes3 gap = {from.x + t * key.x - s * span.x, from.y + t * key.y - s * span.y, from.z + t * key.z - s * span.z};
    Lanes distance = lanes_sqrt(lanes_dot(gap, gap)) - (lighting->occluders[i].radius + grow);
    return lanes_smoothstep(distance / (spread * t + 0.008f), -0.9f, 1.0f);
}

static Lanes key_visible(const Lighting *lighting, Lanes3 at) {
    Lanes visible = lanes(1);
    float spread = lighting->light.spread;
    for (int i = 0; i < lighting->count; i++) {
        LaneMask shaded = may_shade(lighting, i, at, 0, spread);
        if (lanes_any(shaded)) visible = lanes_select(shaded, lanes_min(visible, key_past(lighting, i, at, 0, spread)), visible);
    }
    return visible;
}

// Share of the sky above `normal` that the occluders leave open: each takes the solid angle of the
// sphere around its nearest point, weighted by the cosine.
static Lanes sky_open(const Lighting *lighting, Lanes3 at, Lanes3 normal, float grow, float strength) {
    Lanes open = lanes(1);
    for (int i = 0; i < lighting->count; i++) {
        Point span = lighting->occluders[i].span;
        Lanes3 from = lanes3_from(at, lighting->occluders[i].begin);
        Lanes s = lanes_clamp(lanes3_on(from, span) * lighting->occluders[i].per_span2, 0, 1);
        Lanes3 to = {span.x * s - from.x, span.y * s - from.y, span.z * s - from.z};
        Lanes above = lanes_dot(to, normal);
        if (!lanes_any(above > 0.0f)) continue;
        Lanes distance2 = lanes_max(lanes_dot(to, to), lanes(1e-6f));
        float radius = lighting->occluders[i].radius + grow;
        Lanes facing = lanes_max(above, lanes(0)) / lanes_sqrt(distance2);
        Lanes taken = facing * lanes_min(radius * radius / distance2, lanes(1));
        open *= 1.0f - strength * taken;
    }
    return open;
}

static const float KEY[3] = {0.77f, 0.736f, 0.684f}, SKY[3] = {0.46f, 0.48f, 0.51f}, FLOOR[3] = {0.48f, 0.455f, 0.42f};

Lanes3 lighting_shade(const Lighting *lighting, Lanes3 at, Lanes3 normal, Lanes3 view, Lanes3 albedo, LaneMask skin) {
    Lanes facing = lanes3_on(normal, lighting->light.key), visible = lanes(1);
    if (lanes_any(facing > -0.32f)) visible = key_visible(lighting, at); // else what is lit is nothing
    Lanes lambert = lanes_max((facing + 0.10f) * (1.0f / 1.10f), lanes(0)) * (0.14f + 0.86f * visible);
    // Light scatters under skin: red a little beyond the edge of the shadow.
    Lanes scattered = lanes_max((facing + 0.32f) * (1.0f / 1.32f), lanes(0)) * (0.25f + 0.75f * visible);
    Lanes open = sky_open(lighting, at, normal, 0.012f, 0.75f);
    Lanes up = normal.y * 0.5f + 0.5f;
    Lanes near_floor = 1.0f - (1.0f - up) * 0.55f * lanes_max(1.0f - at.y * 2.2f, lanes(0));
    Lanes rim = lanes_max(1.0f + lanes_dot(normal, view), lanes(0));
    rim = rim * rim * rim * 0.20f * up;
    Lanes ambient = open * near_floor;
    Lanes red = lanes_select(skin, scattered * 0.55f + lambert * 0.45f, lambert);
    return (Lanes3){
        albedo.x * (KEY[0] * red + ambient * (SKY[0] * up + FLOOR[0] * (1.0f - up) + rim)),
        albedo.y * (KEY[1] * lambert + ambient * (SKY[1] * up + FLOOR[1] * (1.0f - up) + rim)),
        albedo.z * (KEY[2] * lambert + ambient * (SKY[2] * up + FLOOR[2] * (1.0f - up) + rim)),
    };
}

static Lanes floor_shadow(const Lighting *lighting, Lanes3 at) {
    const float grow = 0.016f; // the skin lies outside the occluder
    float spread = lighting->light.spread * 1.5f;
    Lanes cast = lanes(0);
    for (int i = 0; i < lighting->count; i++) {
        LaneMask shaded = may_shade(lighting, i, at, grow, spread);
        if (!lanes_any(shaded)) continue;
        // What is high above the floor throws a shadow too soft to see.
        float height = lighting->occluders[i].middle.y;
        float strength = 1.0f / (1.0f + 4.0f * height * height);
        cast = lanes_select(shaded, lanes_max(cast, strength * (1.0f - key_past(lighting, i, at, grow, spread))), cast);
    }
    Lanes contact = 1.0f - sky_open(lighting, at, lanes3_of(0, 1, 0), 0.020f, 0.8f);
    return 1.0f - (1.0f - 0.36f * cast) * (1.0f - 0.50f * contact);
}

static Lanes surface_shadow(const Lighting *lighting, Lanes3 at, Lanes3 normal) {
    const float grow = 0.012f;
    float spread = lighting->light.spread * 1.5f;
    Lanes cast = lanes(0), lit = lanes_clamp(lanes3_on(normal, lighting->light.key) * 3.0f, 0, 1);
    for (int i = 0; i < lighting->count; i++) {
        LaneMask shaded = may_shade(lighting, i, at, grow, spread);
        if (!lanes_any(shaded)) continue;
        // What is far from the surface throws a shadow too soft to see.
        Lanes3 from = lanes3_from(at, lighting->occluders[i].begin);
        Lanes away = lanes_dot(from, from), strength = 1.0f / (1.0f + 4.0f * away);
        Lanes here = lit * strength * (1.0f - key_past(lighting, i, at, grow, spread));
        cast = lanes_select(shaded, lanes_max(cast, here), cast);
    }
    Lanes contact = 1.0f - sky_open(lighting, at, normal, 0.020f, 0.8f);
    return 1.0f - (1.0f - 0.30f * cast) * (1.0f - 0.50f * contact);
}

void lighting_darken(const Lighting *lighting, const GroundPoint *points, int count, float *dark) {
    for (int first = 0; first < count; first += LANES) {
        Lanes3 at = lanes3_of(0, 0, 0), normal = lanes3_of(0, 1, 0);
        LaneMask on_prop = {0};
        for (int lane = 0; lane < LANES; lane++) {
            const GroundPoint *point = &points[first + lane < count ? first + lane : count - 1];
            at.x[lane] = point->at.x, at.y[lane] = point->at.y, at.z[lane] = point->at.z;
            normal.x[lane] = point->normal.x, normal.y[lane] = point->normal.y, normal.z[lane] = point->normal.z;
            on_prop[lane] = point->on_prop ? -1 : 0;
        }
        Lanes darkness = floor_shadow(lighting, at);
        if (lanes_any(on_prop)) darkness = lanes_select(on_prop, surface_shadow(lighting, at, normal), darkness);
        for (int lane = 0; lane < LANES && first + lane < count; lane++) dark[first + lane] = darkness[lane];
    }
}
