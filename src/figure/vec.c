#include "figure/vec.h"

const Axes axes_world = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

Vec vec_unit(Vec a, Vec otherwise) {
    double length = vec_length(a);
    return length > 1e-9 ? vec_scale(a, 1 / length) : otherwise;
}

double vec_angle_deg(Vec a, Vec b) {
    return DEGREES(atan2(vec_length(vec_cross(a, b)), vec_dot(a, b)));
}

Axes axes_turn_x(Axes axes, double deg) {
    double c = cos(RADIANS(deg)), s = sin(RADIANS(deg));
    return (Axes){axes.x, vec_add(vec_scale(axes.y, c), vec_scale(axes.z, s)),
                  vec_sub(vec_scale(axes.z, c), vec_scale(axes.y, s))};
}

Axes axes_turn_y(Axes axes, double deg) {
    double c = cos(RADIANS(deg)), s = sin(RADIANS(deg));
    return (Axes){vec_sub(vec_scale(axes.x, c), vec_scale(axes.z, s)), axes.y,
                  vec_add(vec_scale(axes.z, c), vec_scale(axes.x, s))};
}

Axes axes_turn_z(Axes axes, double deg) {
    double c = cos(RADIANS(deg)), s = sin(RADIANS(deg));
    return (Axes){vec_add(vec_scale(axes.x, c), vec_scale(axes.y, s)),
                  vec_sub(vec_scale(axes.y, c), vec_scale(axes.x, s)), axes.z};
}

Axes axes_in(Axes outer, Axes inner) {
    return (Axes){axes_out(outer, inner.x), axes_out(outer, inner.y), axes_out(outer, inner.z)};
}

Axes axes_seen_from(Axes outer, Axes inner) {
    return (Axes){axes_back(outer, inner.x), axes_back(outer, inner.y), axes_back(outer, inner.z)};
}

typedef struct {
    double w;
    Vec v;
} Quaternion;

static Axes quaternion_axes(Quaternion q) {
    double w = q.w, x = q.v.x, y = q.v.y, z = q.v.z;
    return (Axes){{1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
                  {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
                  {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)}};
}

// After Shepperd (1978): the largest of the four components is found first, so none is lost to rounding.
static Quaternion axes_quaternion(Axes a) {
    double trace = a.x.x + a.y.y + a.z.z;
    Quaternion q;
    if (trace >= a.x.x && trace >= a.y.y && trace >= a.z.z)
        q = (Quaternion){1 + trace, {a.y.z - a.z.y, a.z.x - a.x.z, a.x.y - a.y.x}};
    else if (a.x.x >= a.y.y && a.x.x >= a.z.z)
        q = (Quaternion){a.y.z - a.z.y, {1 + 2 * a.x.x - trace, a.x.y + a.y.x, a.z.x + a.x.z}};
    else if (a.y.y >= a.z.z)
        q = (Quaternion){a.z.x - a.x.z, {a.x.y + a.y.x, 1 + 2 * a.y.y - trace, a.y.z + a.z.y}};
    else
        q = (Quaternion){a.x.y - a.y.x, {a.z.x + a.x.z, a.y.z + a.z.y, 1 + 2 * a.z.z - trace}};
    double scale = 1 / sqrt(q.w * q.w + vec_dot(q.v, q.v));
    return (Quaternion){q.w * scale, vec_scale(q.v, scale)};
}

// The rotation as axis times angle in radians, the angle at most pi.
static Vec axes_rotation(Axes axes) {
    Quaternion q = axes_quaternion(axes);
    double sine = vec_length(q.v);
    if (sine < 1e-12) return vec(0, 0, 0);
    double angle = 2 * atan2(sine, fabs(q.w));
    return vec_scale(q.v, (q.w < 0 ? -angle : angle) / sine);
}

Axes axes_turn_about(Axes axes, Vec axis) {
    double angle = vec_length(axis);
    double scale = angle > 1e-12 ? sin(angle / 2) / angle : 0.5;
    return axes_in(axes, quaternion_axes((Quaternion){cos(angle / 2), vec_scale(axis, scale)}));
}

Vec axes_turn_between(Axes a, Axes b) { return axes_rotation(axes_seen_from(a, b)); }

Axes axes_blend(Axes a, Axes b, double t) {
    return axes_turn_about(a, vec_scale(axes_turn_between(a, b), t));
}

double axes_angle_deg(Axes a, Axes b) { return DEGREES(vec_length(axes_turn_between(a, b))); }
