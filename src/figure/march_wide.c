// The files that work on lanes once more, for processors that take eight at once. module.cmake
// compiles this file with AVX2 (and without fused multiply-add, which would round differently).
#ifdef __AVX2__
#define body_distance body_distance_wide
#define body_surface body_surface_wide
#define lighting_shade lighting_shade_wide
#define lighting_darken lighting_darken_wide
#define march_lanes_draw march_wide_draw

#include "figure/body_distance.c"
#include "figure/light_lanes.c"
#include "figure/march_lanes.c"
#endif
