// Memory by lifetime: an arena gives zeroed memory and is freed whole.
//
// There is one arena per lifetime (program, library, session, frame), so nothing is freed one by
// one and nothing is freed twice. Running out of memory ends the program with one line; no caller
// checks for NULL.
#pragma once

#include <stddef.h>

typedef struct Arena {
    struct ArenaBlock *newest; // zero-initialise an Arena to begin
} Arena;

// Zeroed memory for `size` bytes, aligned for every type; lives until arena_free or arena_reset.
void *arena_alloc(Arena *arena, size_t size);

// Gives everything back to the system; the arena may be used again.
void arena_free(Arena *arena);

// Forgets everything but keeps one block, for an arena that is filled again every frame.
void arena_reset(Arena *arena);

#define arena_new(arena, Type, count) ((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

// A list is any struct with the members items, count and capacity.
#define LIST(Type)     \
    struct {           \
        Type *items;   \
        int count;     \
        int capacity;  \
    }

// Appends one zeroed element and yields its address; addresses of earlier elements may change.
#define list_push(arena, list)                                                                      \
    ((list)->items = arena_grow((arena), (list)->items, (list)->count, &(list)->capacity,           \
                                sizeof *(list)->items),                                             \
     &(list)->items[(list)->count++])

// The work behind list_push: room for at least count + 1 elements, the new ones zeroed.
void *arena_grow(Arena *arena, void *items, int count, int *capacity, size_t size);
