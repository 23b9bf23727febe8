// Four numbers at a time: the surface is measured for a block of 2 x 2 rays together.
//
// Not a general vector library: only what the body and the marcher need. Every operation is exact
// IEEE single precision, so each compiler and level of optimisation gives the same bits.
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef float Four __attribute__((vector_size(16)));
typedef int32_t FourMask __attribute__((vector_size(16))); // all bits set where true

typedef struct {
    Four x, y, z;
} Four3;

static inline Four four(float value) { return (Four){value, value, value, value}; }

static inline Four four_select(FourMask mask, Four yes, Four no) {
    return (Four)((mask & (FourMask)yes) | (~mask & (FourMask)no));
}

#ifdef __SSE2__
static inline Four four_min(Four a, Four b) { return (Four)_mm_min_ps((__m128)a, (__m128)b); }
static inline Four four_max(Four a, Four b) { return (Four)_mm_max_ps((__m128)a, (__m128)b); }
static inline Four four_sqrt(Four a) { return (Four)_mm_sqrt_ps((__m128)a); }
static inline bool four_any(FourMask mask) { return _mm_movemask_ps((__m128)mask) != 0; }
#else
static inline Four four_min(Four a, Four b) { return four_select(a < b, a, b); }
static inline Four four_max(Four a, Four b) { return four_select(a > b, a, b); }
static inline Four four_sqrt(Four a) { return (Four){sqrtf(a[0]), sqrtf(a[1]), sqrtf(a[2]), sqrtf(a[3])}; }
static inline bool four_any(FourMask mask) { return mask[0] || mask[1] || mask[2] || mask[3]; }
#endif

static inline Four four_clamp(Four a, float low, float high) { return four_min(four_max(a, four(low)), four(high)); }

static inline Four four_dot(Four3 a, Four3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static inline Four3 four3_of(float x, float y, float z) { return (Four3){four(x), four(y), four(z)}; }

static inline Four3 four3_along(Four3 from, Four3 direction, Four distance) {
    return (Four3){from.x + direction.x * distance, from.y + direction.y * distance, from.z + direction.z * distance};
}

// 0 below `low`, 1 above `high`, smooth between.
static inline Four four_smoothstep(Four a, float low, float high) {
    Four t = four_clamp((a - low) * (1.0f / (high - low)), 0, 1);
    return t * t * (3.0f - 2.0f * t);
}
