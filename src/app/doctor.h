// The command `doctor`: what works here, one sentence a line, each with its verdict.
//
// It tries rather than believes, needs neither display nor sound, and changes nothing.
#pragma once

#include "app/folders.h"

// Prints the report, and returns the exit code: 3 when Limber cannot play here at all, else 0.
int doctor_run(Arena *arena, const Options *options, const Folders *folders, const char *version);
