// What has to be painted again when one list of things becomes another.
//
// An item is anything with a place and a fingerprint of everything that decides how it looks. Items
// that both lists have in the same order cost nothing; the places of all others are damaged.
#pragma once

#include "sdl/raster.h"

typedef struct {
    uint64_t print; // fingerprint; equal prints look equal
    Area area;      // every pixel it may touch
} Trace;

// FNV-1a (Fowler, Noll, Vo 1991), 64 bit, over bytes; begin with PRINT_START.
#define PRINT_START 14695981039346656037ull
uint64_t print_bytes(uint64_t print, const void *bytes, size_t size);
uint64_t print_text(uint64_t print, const char *text); // NULL and "" differ

enum { DAMAGE_LIMIT = 64 };

// Areas that do not overlap, inside `bounds`.
typedef struct {
    Area bounds;
    Area areas[DAMAGE_LIMIT];
    int count;
} Damage;

void damage_add(Damage *damage, Area area);
void damage_compare(Damage *damage, const Trace *before, int before_count, const Trace *after, int after_count);
