#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

typedef struct ArenaBlock {
    struct ArenaBlock *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
} ArenaBlock;

static ArenaBlock *block_make(size_t size, ArenaBlock *older) {
    ArenaBlock *block = size < SIZE_MAX / 2 ? malloc(sizeof(ArenaBlock) + size) : NULL;
    if (!block) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    block->older = older;
    block->used = 0;
    block->size = size;
    return block;
}

static size_t next_block_size(const ArenaBlock *newest, size_t wanted) {
    size_t size = newest ? newest->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP) size = LARGEST_STEP;
    return size < wanted ? wanted : size;
}

void *arena_alloc(Arena *arena, size_t size) {
    size_t rounded = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    ArenaBlock *block = arena->newest;
    if (!block || block->size - block->used < rounded) {
        block = block_make(next_block_size(block, rounded), block);
        arena->newest = block;
    }
    void *memory = block->bytes + block->used;
    block->used += rounded;
    return memset(memory, 0, size);
}

static void free_blocks(ArenaBlock *block) {
    while (block) {
        ArenaBlock *older = block->older;
        free(block);
        block = older;
    }
}

void arena_free(Arena *arena) {
    free_blocks(arena->newest);
    arena->newest = NULL;
}

void arena_reset(Arena *arena) {
    ArenaBlock *block = arena->newest;
    if (!block) return;
    free_blocks(block->older);
    block->older = NULL;
    block->used = 0;
}

void *arena_grow(Arena *arena, void *items, int count, int *capacity, size_t size) {
    if (count < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : 8;
    void *larger = arena_alloc(arena, size * (size_t)*capacity);
    if (count) memcpy(larger, items, size * (size_t)count);
    return larger;
}
