// What comes with Limber, read for tests: moves, ways, ladders, routines and plans, without a finding.
#pragma once

#include "library/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const char *const shipped_folders[] = {"assets/moves", "routines"};

// False, and the findings are printed, when there are any.
static inline bool shipped_read(Arena *arena, Library *library) {
    Diags diags = {.arena = arena};
    Error error = {""};
    TextBuilder out = {0};
    *library = (Library){0};
    bool good = library_read(arena, shipped_folders, 2, library, &diags, &error);
    if (!good) print_error("%s\n", error.sentence);
    diags_write(&diags, &out);
    if (out.size) print_error("%s", out.bytes);
    good = good && !out.size;
    builder_free(&out);
    return good;
}
