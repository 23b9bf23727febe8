// Draws some poses very small and prints what came out as one number for each way of drawing. Built several
// times, by other compilers and at other levels of optimisation: same_bytes.sh wants the same from all.
#include "figure/motion.h"
#include "figure/scene.h"

#include "figure/moves.h"

#include <inttypes.h>
#include <stdio.h>

// FNV-1a (Fowler, Noll and Vo 1991).
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) hash = (hash ^ ((const uint8_t *)bytes)[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t hash_patch(uint64_t hash, Patch *patch) {
    const int place[] = {patch->left, patch->top, patch->step, patch->picture.width, patch->picture.height};
    hash = hash_bytes(hash, place, sizeof place);
    hash = hash_bytes(hash, patch->picture.pixels, 4 * (size_t)patch->picture.width * (size_t)patch->picture.height);
    patch_free(patch);
    return hash;
}

static uint64_t draw(const Scene *scene, const Clip *clip, const Stance *stance, int steps_down) {
    March march = march_make(scene->width, scene->height);
    march.no_masks = steps_down > 0, march.narrow = steps_down > 1;
    SceneLayers layers = scene_draw(scene, &march, clip, stance, 1);
    uint64_t hash = 0xcbf29ce484222325u;
    hash = hash_patch(hash, &layers.shadow);
    hash = hash_patch(hash, &layers.body);
    hash = hash_patch(hash, &layers.glow);
    march_free(&march);
    return hash;
}

int main(void) {
    Arena arena = {0};
    Clip *clips[] = {bridge(&arena), squat(&arena), bird_dog(&arena)};
    for (int i = 0; i < 3; i++) {
        clips[i]->props[PROP_MAT] = true;
        clips[i]->muscles[MUSCLE_GLUTE_MAX] = MUSCLE_WORKS;
        Stance stance;
        motion_stance(motion_make(&arena, clips[i]), 0, 1, 0.6, 0.5, NULL, &stance);
        Scene scene = scene_make(clips[i], &stance, 1, 48);
        printf("%d x %d: joints %016" PRIx64 " masked %016" PRIx64 " wide %016" PRIx64 " narrow %016" PRIx64 "\n",
               scene.width, scene.height, hash_bytes(0xcbf29ce484222325u, stance.joint, sizeof stance.joint),
               draw(&scene, clips[i], &stance, 0), draw(&scene, clips[i], &stance, 1), draw(&scene, clips[i], &stance, 2));
    }
    arena_free(&arena);
    return 0;
}
