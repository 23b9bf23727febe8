// The number of this machine, drawn at random once: by it the entries of several machines are told apart.
#pragma once

#include "base/text.h"

#include <stdint.h>

// Reads it from the file, or draws one and writes it there. Where that cannot be, it is 1, on every such machine; their
// entries are told apart all the same.
uint32_t machine_number(Arena *arena, const char *path);
