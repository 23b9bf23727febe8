// Keeps decoded pictures and decodes those that are wanted on one thread of its own.
//
// Each frame the caller says what it wants, the most needed first. Nothing here blocks: a picture
// is there or it is not yet. The lock is private to loader.c.
#pragma once

#include "sdl/sprite.h"

typedef struct Loader Loader;

enum { LOADER_POSTER = -1 };

// A page of a sheet at a scale, or (page LOADER_POSTER) its poster fitted into width x height. The
// sheet must stay as it is until the loader is closed.
typedef struct {
    const Sheet *sheet;
    int page, scale;
    int width, height;
} PackKey;

typedef enum { PACK_WAITING, PACK_READY, PACK_BROKEN } PackState;

// How soon a picture is shown.
typedef enum {
    WANT_NOW,  // in this frame: always decoded
    WANT_SOON, // decoded when there is room beside everything that was asked for before it
} Want;

// With `at_once` there is no thread: WANT_NOW decodes before it returns, WANT_SOON does nothing.
// Without a thread to be had the same happens.
Loader *loader_open(bool at_once, size_t budget_bytes);
void loader_close(Loader *loader);

// Begins a frame: pictures asked for before stop being wanted, and the oldest that the last frame
// did not ask for are freed while there are more than the budget. Packs are good until then.
void loader_begin(Loader *loader);

PackState loader_want(Loader *loader, PackKey key, Want want, const Pack **pack);

// Whether something wanted now in this frame is still to come.
bool loader_is_waiting(const Loader *loader);

// Held in memory, for tests; waits until everything wanted is decoded when `finish` is set.
size_t loader_bytes(Loader *loader, bool finish);
