// `limber history` and `limber people`: what is kept, read and written at a terminal.
#pragma once

#include "app/folders.h"
#include "diary/date.h"

// Each returns the program's exit code.
int history_command(Arena *arena, const Options *options, const Folders *folders, Moment now);
int people_command(Arena *arena, const Options *options, const Folders *folders, Moment now);
