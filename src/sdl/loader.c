#include "sdl/loader.h"

#include <SDL.h>
#include <assert.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { ENTRIES = 256, BIG_BLOCK_BYTES = 512 * 1024 };

// Only the caller's thread adds and frees entries; the loader's thread takes those that are QUEUED,
// and while one is BUSY it alone touches the pack.
typedef enum { QUEUED, BUSY, READY, BROKEN } EntryState;

typedef struct {
    PackKey key;
    EntryState state;
    Pack pack;
    size_t bytes;  // an estimate until it is READY
    int frame;     // when it was wanted last
    int rank;      // in the order of that frame
} Entry;

struct Loader {
    bool at_once;
    size_t budget;
    SDL_mutex *lock; // of everything below
    SDL_cond *wake, *done;
    SDL_Thread *thread;
    bool closing;
    Entry *entries[ENTRIES];
    int count;
    int frame;
    int wants;       // in this frame
    int missing;     // wanted now, and not there
    size_t claimed;  // bytes of what this frame has asked for
};

// ---- the loader's thread ----

static bool decode(const PackKey *key, Pack *pack) {
    Error error;
    if (key->page == LOADER_POSTER) return pack_read_poster(key->sheet, key->width, key->height, pack, &error);
    return pack_read_page(key->sheet, key->page, key->scale, pack, &error);
}

// The queued entry wanted first in the newest frame.
static Entry *next_queued(const Loader *loader) {
    Entry *best = NULL;
    for (int i = 0; i < loader->count; i++) {
        Entry *entry = loader->entries[i];
        if (entry->state != QUEUED) continue;
        bool newer = best && entry->frame > best->frame;
        if (!best || newer || (entry->frame == best->frame && entry->rank < best->rank)) best = entry;
    }
    return best;
}

static void settle(Entry *entry, bool good, Pack pack) {
    entry->pack = pack;
    entry->bytes = good ? pack.bytes : 0;
    entry->state = good ? READY : BROKEN;
}

static int run(void *context) {
    Loader *loader = context;
    SDL_LockMutex(loader->lock);
    while (!loader->closing) {
        Entry *entry = next_queued(loader);
        if (!entry) {
            SDL_CondWait(loader->wake, loader->lock);
            continue;
        }
        entry->state = BUSY;
        SDL_UnlockMutex(loader->lock);
        Pack pack = {0};
        bool good = decode(&entry->key, &pack);
        SDL_LockMutex(loader->lock);
        settle(entry, good, pack);
        SDL_CondSignal(loader->done);
    }
    SDL_UnlockMutex(loader->lock);
    return 0;
}

// ---- the caller's side ----

// Pages come and go in megabytes. glibc would soon stop giving such blocks back to the system (its
// threshold grows with what is freed) and hold a third more than is in use.
static void give_big_blocks_back(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, BIG_BLOCK_BYTES);
#endif
}

Loader *loader_open(bool at_once, size_t budget_bytes) {
    Loader *loader = calloc(1, sizeof *loader);
    assert(loader);
    loader->budget = budget_bytes;
    give_big_blocks_back();
    loader->lock = SDL_CreateMutex();
    loader->wake = SDL_CreateCond();
    loader->done = SDL_CreateCond();
    assert(loader->lock && loader->wake && loader->done);
    if (!at_once) loader->thread = SDL_CreateThread(run, "limber-loader", loader);
    loader->at_once = loader->thread == NULL;
    return loader;
}

static void entry_free(Entry *entry) {
    pack_free(&entry->pack);
    free(entry);
}

void loader_close(Loader *loader) {
    if (!loader) return;
    SDL_LockMutex(loader->lock);
    loader->closing = true;
    SDL_CondSignal(loader->wake);
    SDL_UnlockMutex(loader->lock);
    if (loader->thread) SDL_WaitThread(loader->thread, NULL);
    for (int i = 0; i < loader->count; i++) entry_free(loader->entries[i]);
    SDL_DestroyCond(loader->wake);
    SDL_DestroyCond(loader->done);
    SDL_DestroyMutex(loader->lock);
    free(loader);
}

static size_t held(const Loader *loader) {
    size_t bytes = 0;
    for (int i = 0; i < loader->count; i++) bytes += loader->entries[i]->bytes;
    return bytes;
}

// The entry unasked for the longest, or -1 when the last frame asked for all that could go.
static int oldest_idle(const Loader *loader) {
    int oldest = -1;
    for (int i = 0; i < loader->count; i++) {
        const Entry *entry = loader->entries[i];
        if (entry->state == BUSY || entry->frame >= loader->frame) continue;
        if (oldest < 0 || entry->frame < loader->entries[oldest]->frame) oldest = i;
    }
    return oldest;
}

static void drop(Loader *loader, int index) {
    entry_free(loader->entries[index]);
    loader->entries[index] = loader->entries[--loader->count];
}

// What waits and is not wanted any more is never decoded.
static void drop_stale_queue(Loader *loader) {
    for (int i = loader->count - 1; i >= 0; i--)
        if (loader->entries[i]->state == QUEUED && loader->entries[i]->frame < loader->frame) drop(loader, i);
}

void loader_begin(Loader *loader) {
    SDL_LockMutex(loader->lock);
    drop_stale_queue(loader);
    while (held(loader) > loader->budget || loader->count > ENTRIES / 2) {
        int index = oldest_idle(loader);
        if (index < 0) break;
        drop(loader, index);
    }
    loader->frame++;
    loader->wants = loader->missing = 0;
    loader->claimed = 0;
    SDL_UnlockMutex(loader->lock);
}

static bool same_key(const PackKey *a, const PackKey *b) {
    return a->sheet == b->sheet && a->page == b->page && a->scale == b->scale && a->width == b->width &&
           a->height == b->height;
}

static Entry *find(const Loader *loader, const PackKey *key) {
    for (int i = 0; i < loader->count; i++)
        if (same_key(&loader->entries[i]->key, key)) return loader->entries[i];
    return NULL;
}

static Entry *add(Loader *loader, PackKey key, size_t bytes) {
    Entry *entry = calloc(1, sizeof *entry);
    assert(entry);
    *entry = (Entry){.key = key, .bytes = bytes, .frame = -1};
    loader->entries[loader->count++] = entry;
    if (loader->at_once) {
        Pack pack = {0};
        bool good = decode(&entry->key, &pack);
        settle(entry, good, pack);
    } else {
        SDL_CondSignal(loader->wake);
    }
    return entry;
}

static size_t estimate(const PackKey *key) {
    if (key->page == LOADER_POSTER) return (size_t)key->width * (size_t)key->height * sizeof(uint32_t);
    return pack_bytes_at_most(key->sheet, key->page, key->scale);
}

// Marks the entry as wanted in this frame, unless that would take more than there is room for.
static Entry *claim(Loader *loader, PackKey key, Want want) {
    Entry *entry = find(loader, &key);
    if (!entry && loader->at_once && want == WANT_SOON) return NULL;
    size_t bytes = entry ? entry->bytes : estimate(&key);
    bool counted = entry && entry->frame == loader->frame;
    if (want == WANT_SOON && !counted && loader->claimed + bytes > loader->budget) return NULL;
    if (!entry && loader->count == ENTRIES) return NULL;
    if (!entry) entry = add(loader, key, bytes);
    if (!counted) {
        loader->claimed += bytes;
        entry->rank = loader->wants++;
    }
    entry->frame = loader->frame;
    return entry;
}

PackState loader_want(Loader *loader, PackKey key, Want want, const Pack **pack) {
    SDL_LockMutex(loader->lock);
    const Entry *entry = claim(loader, key, want);
    PackState state = PACK_WAITING;
    if (entry && entry->state == READY) state = PACK_READY;
    if (entry && entry->state == BROKEN) state = PACK_BROKEN;
    if (pack) *pack = state == PACK_READY ? &entry->pack : NULL;
    if (want == WANT_NOW && state == PACK_WAITING) loader->missing++;
    SDL_UnlockMutex(loader->lock);
    return state;
}

bool loader_is_waiting(const Loader *loader) {
    return loader->missing > 0;
}

static bool is_busy(const Loader *loader) {
    for (int i = 0; i < loader->count; i++)
        if (loader->entries[i]->state == QUEUED || loader->entries[i]->state == BUSY) return true;
    return false;
}

size_t loader_bytes(Loader *loader, bool finish) {
    SDL_LockMutex(loader->lock);
    while (finish && is_busy(loader)) SDL_CondWait(loader->done, loader->lock);
    size_t bytes = held(loader);
    SDL_UnlockMutex(loader->lock);
    return bytes;
}
