// The sound device itself: opened by SDL_mixer, watched, let go.
//
// Private to the sdl module, for audio.c alone; there is one device at a time. Opening and closing may take
// seconds on some servers, so both are mostly done off the main thread.
#pragma once

#include "base/error.h"

#include <SDL_atomic.h>
#include <stdbool.h>

// 1024 is the smallest block that does not crackle on slow machines.
enum { DEVICE_BLOCK_FRAMES = 1024, DEVICE_CHANNELS = 2 };

// Fills a block of stereo frames at SOUND_RATE, on the device's own thread.
typedef void (*DeviceFill)(void *context, float *stereo, int frames);

// Set by the caller before opening; stays where it is while open.
typedef struct {
    DeviceFill fill;
    void *context;
    SDL_atomic_t removed;
} Device;

// False with a sentence when there is no device; then nothing is left open.
bool device_open(Device *device, Error *error);
void device_close(Device *device);

// True once the system has said that the open device went away (a plug was pulled, the server ended).
bool device_is_removed(Device *device);
