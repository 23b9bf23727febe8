// The command `new`: a commented first version of a routine, a move, a ladder or a plan of one's own.
//
// It is never written over a file, and what it writes is free of findings and can be played as it is.
#pragma once

#include "app/folders.h"

// `new KIND ID [FOLDER]`: into the user's own folder of that kind when none is named. Prints the path and what to do next;
// returns the exit code.
int start_new(Arena *arena, const Folders *folders, const char *const *arguments, int count);
