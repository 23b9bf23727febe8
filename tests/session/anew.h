// The small routine of fixture.h, made anew for each test of a file: `fixture`, and what cmocka calls before and after a test.
#pragma once

#include "session/fixture.h"

static Fixture fixture;

static inline int fixture_set_up(void **state) {
    (void)state;
    fixture_make(&fixture);
    return 0;
}

static inline int fixture_tear_down(void **state) {
    (void)state;
    arena_free(&fixture.arena);
    return 0;
}
