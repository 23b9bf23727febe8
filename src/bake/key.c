#include "bake/key.h"

#include <bake_sources.h>
#include <string.h>

static void add_bytes(Key *key, const void *bytes, size_t size) {
    const uint8_t *byte = bytes;
    for (size_t i = 0; i < size; i++) key->hash = (key->hash ^ byte[i]) * 0x100000001B3u;
}

static void add_text(Key *key, const char *text) { add_bytes(key, text, strlen(text) + 1); }

static void add_number(Key *key, double number) {
    number += 0.0; // there is one zero
    add_bytes(key, &number, sizeof number);
}

static void add_vec(Key *key, Vec v) { add_number(key, v.x), add_number(key, v.y), add_number(key, v.z); }

static void add_clip(Key *key, const Clip *clip) {
    add_text(key, clip->id);
    for (int i = 0; i < MUSCLE_COUNT; i++) add_number(key, clip->muscles[i]);
    for (int i = 0; i < PROP_COUNT; i++) add_number(key, clip->props[i]);
    add_number(key, clip->per_side), add_number(key, clip->is_way);
    add_number(key, clip->camera_az_deg), add_number(key, clip->camera_el_deg);
    for (int i = 0; i < clip->placed.count; i++) {
        const PropUse *use = &clip->placed.items[i];
        add_number(key, use->kind), add_number(key, use->x), add_number(key, use->z), add_number(key, use->is_beside);
        add_number(key, use->gap), add_number(key, use->place), add_number(key, use->share);
        for (int side = 0; side < SIDES; side++) add_number(key, use->at[side]);
    }
}

Key key_begin(const Clip *clip, const BakePlan *plan, const Scene *scene) {
    Key key = {0xCBF29CE484222325u};
    add_text(&key, BAKE_SOURCES);
    add_clip(&key, clip);
    add_number(&key, scene->pixels_per_metre), add_number(&key, scene->width), add_number(&key, scene->height);
    add_number(&key, scene->origin_x), add_number(&key, scene->origin_y), add_vec(&key, scene->mat);
    for (int i = 0; i < plan->strips.count; i++) {
        const Strip *strip = &plan->strips.items[i];
        add_number(&key, strip->kind), add_text(&key, strip->from), add_text(&key, strip->to);
        add_number(&key, strip->first_frame), add_number(&key, strip->frame_count);
    }
    for (int i = 0; i < plan->frame_shots.count; i++)
        add_number(&key, plan->frame_shots.items[i]), add_number(&key, plan->frame_at.items[i]);
    add_number(&key, plan->poster_pose);
    return key;
}

void key_add_shot(Key *key, const Shot *shot, const Stance *stance) {
    add_number(key, shot->glow), add_number(key, shot->breath);
    for (int bone = 0; bone < BONE_COUNT; bone++) {
        add_vec(key, stance->joint[bone]);
        add_vec(key, stance->axes[bone].x), add_vec(key, stance->axes[bone].y), add_vec(key, stance->axes[bone].z);
    }
    add_number(key, stance->breath);
    for (int side = 0; side < SIDES; side++) add_number(key, stance->fingers[side]);
}

const char *key_text(Arena *arena, const Key *key) { return text_format(arena, "%016llx", (unsigned long long)key->hash); }
