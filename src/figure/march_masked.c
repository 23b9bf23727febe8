// And a third time, for processors with twice the registers and selections in one instruction: module.cmake
// compiles this file with AVX-512. A step of a ray waits for a chain of roots and sums, in which time sixteen lanes are
// worked out as well as eight: with half as many instructions a bake takes a fifth less time.
#ifdef __AVX512VL__
#define body_distance body_distance_masked
#define body_surface body_surface_masked
#define lighting_shade lighting_shade_masked
#define lighting_darken lighting_darken_masked
#define march_lanes_draw march_masked_draw

#include "figure/body_distance.c"
#include "figure/light_lanes.c"
#include "figure/march_lanes.c"
#endif
