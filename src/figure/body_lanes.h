// As many numbers at a time as suit the processor, 8 or 16: the surface is measured for a block of rays together.
//
// Not a general vector library: only what the body, its light and the marcher need. Every operation is
// exact IEEE single precision, and no lane's result depends on the lanes beside it, so each compiler, level of
// optimisation and processor gives the same bits. march_wide.c compiles the files that work on lanes a second time,
// for processors with AVX2, march_masked.c a third, for those with AVX-512, which take sixteen at once.
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#ifdef __SSE2__
#include <immintrin.h>
#endif

#ifdef __AVX512F__
enum { LANES = 16 };
typedef float Lanes __attribute__((vector_size(64)));
typedef int32_t LaneMask __attribute__((vector_size(64)));
#else
enum { LANES = 8 };
typedef float Lanes __attribute__((vector_size(32)));
typedef int32_t LaneMask __attribute__((vector_size(32)));
#endif
// All bits of a mask are set where true.

typedef struct {
    Lanes x, y, z;
} Lanes3;

// One point, the same for all lanes.
typedef struct {
    float x, y, z;
} Point;

#define LANES_INLINE static inline __attribute__((always_inline))

LANES_INLINE Lanes lanes(float value) { return value - (Lanes){0}; } // keeps the sign of zero, as adding would not

LANES_INLINE Lanes lanes_select(LaneMask mask, Lanes yes, Lanes no) {
    return (Lanes)((mask & (LaneMask)yes) | (~mask & (LaneMask)no));
}

#if defined __AVX512F__
LANES_INLINE Lanes lanes_min(Lanes a, Lanes b) { return (Lanes)_mm512_min_ps((__m512)a, (__m512)b); }
LANES_INLINE Lanes lanes_max(Lanes a, Lanes b) { return (Lanes)_mm512_max_ps((__m512)a, (__m512)b); }
LANES_INLINE Lanes lanes_sqrt(Lanes a) { return (Lanes)_mm512_sqrt_ps((__m512)a); }
LANES_INLINE bool lanes_any(LaneMask mask) { return _mm512_test_epi32_mask((__m512i)mask, (__m512i)mask) != 0; }
#elif defined __AVX2__
LANES_INLINE Lanes lanes_min(Lanes a, Lanes b) { return (Lanes)_mm256_min_ps((__m256)a, (__m256)b); }
LANES_INLINE Lanes lanes_max(Lanes a, Lanes b) { return (Lanes)_mm256_max_ps((__m256)a, (__m256)b); }
LANES_INLINE Lanes lanes_sqrt(Lanes a) { return (Lanes)_mm256_sqrt_ps((__m256)a); }
LANES_INLINE bool lanes_any(LaneMask mask) { return _mm256_movemask_ps((__m256)mask) != 0; }
#elif defined __SSE2__
typedef union {
    Lanes all;
    LaneMask mask;
    __m128 half[2];
} LaneHalves;

LANES_INLINE Lanes lanes_min(Lanes a, Lanes b) {
    LaneHalves p = {a}, q = {b};
    return (LaneHalves){.half = {_mm_min_ps(p.half[0], q.half[0]), _mm_min_ps(p.half[1], q.half[1])}}.all;
}
LANES_INLINE Lanes lanes_max(Lanes a, Lanes b) {
    LaneHalves p = {a}, q = {b};
    return (LaneHalves){.half = {_mm_max_ps(p.half[0], q.half[0]), _mm_max_ps(p.half[1], q.half[1])}}.all;
}
LANES_INLINE Lanes lanes_sqrt(Lanes a) {
    LaneHalves p = {a};
    return (LaneHalves){.half = {_mm_sqrt_ps(p.half[0]), _mm_sqrt_ps(p.half[1])}}.all;
}
LANES_INLINE bool lanes_any(LaneMask mask) {
    LaneHalves p = {.mask = mask};
    return _mm_movemask_ps(_mm_or_ps(p.half[0], p.half[1])) != 0;
}
#else
LANES_INLINE Lanes lanes_min(Lanes a, Lanes b) { return lanes_select(a < b, a, b); }
LANES_INLINE Lanes lanes_max(Lanes a, Lanes b) { return lanes_select(a > b, a, b); }
LANES_INLINE Lanes lanes_sqrt(Lanes a) {
    for (int lane = 0; lane < LANES; lane++) a[lane] = sqrtf(a[lane]);
    return a;
}
LANES_INLINE bool lanes_any(LaneMask mask) {
    int32_t any = 0;
    for (int lane = 0; lane < LANES; lane++) any |= mask[lane];
    return any != 0;
}
#endif

LANES_INLINE Lanes lanes_clamp(Lanes a, float low, float high) { return lanes_min(lanes_max(a, lanes(low)), lanes(high)); }

LANES_INLINE Lanes lanes_dot(Lanes3 a, Lanes3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

LANES_INLINE Lanes3 lanes3_of(float x, float y, float z) { return (Lanes3){lanes(x), lanes(y), lanes(z)}; }

LANES_INLINE Lanes3 lanes3_from(Lanes3 at, Point p) { return (Lanes3){at.x - p.x, at.y - p.y, at.z - p.z}; }

LANES_INLINE Lanes lanes3_on(Lanes3 a, Point axis) { return a.x * axis.x + a.y * axis.y + a.z * axis.z; }

LANES_INLINE Lanes3 lanes3_towards(Lanes3 from, Point direction, Lanes distance) {
    return (Lanes3){from.x + direction.x * distance, from.y + direction.y * distance, from.z + direction.z * distance};
}

LANES_INLINE Lanes3 lanes3_along(Lanes3 from, Lanes3 direction, Lanes distance) {
    return (Lanes3){from.x + direction.x * distance, from.y + direction.y * distance, from.z + direction.z * distance};
}

LANES_INLINE Lanes3 lanes3_scaled(Lanes3 a, Lanes by) { return (Lanes3){a.x * by, a.y * by, a.z * by}; }

LANES_INLINE Lanes3 lanes3_select(LaneMask mask, Lanes3 yes, Lanes3 no) {
    return (Lanes3){lanes_select(mask, yes.x, no.x), lanes_select(mask, yes.y, no.y), lanes_select(mask, yes.z, no.z)};
}

LANES_INLINE bool lanes_all(LaneMask mask) { return !lanes_any(~mask); }

// 0 below `low`, 1 above `high`, smooth between.
LANES_INLINE Lanes lanes_smoothstep(Lanes a, float low, float high) {
    Lanes t = lanes_clamp((a - low) * (1.0f / (high - low)), 0, 1);
    return t * t * (3.0f - 2.0f * t);
}
