// An empty folder for one test, and what tests do to files in it.
#pragma once

#include "base/file.h"

// BUILD/test-XXXXXX; the path lives in the arena.
const char *test_folder(Arena *arena);

// The same, in which the program keeps its state and what it can make again from now on.
const char *test_home(Arena *arena);

void test_folder_remove(const char *path); // with all that is in it

// The whole file; fails the test when it cannot be read.
Text test_read(Arena *arena, const char *path);
void test_write(const char *path, Text text);
