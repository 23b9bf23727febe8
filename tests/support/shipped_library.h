// What comes with Limber, read once for all tests of a file: `library`, and what cmocka calls before and after the group.
#pragma once

#include "support/shipped.h"

static Arena arena; // holds the library; tests may take from it as well
static Library library;

static inline int shipped_set_up(void **state) {
    (void)state;
    return shipped_read(&arena, &library) ? 0 : -1;
}

static inline int shipped_tear_down(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}
