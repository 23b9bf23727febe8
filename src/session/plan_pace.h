// Tones that say out, hold and back with closed eyes, and the sound of breathing, inside one WORK segment.
//
// Private to the session module. Not sentences: they may sound together with one, and are where the movement is.
#pragma once

#include "session/plan.h"

typedef LIST(Cue) PaceCues;

// Adds the cues of the segment, whose beats are laid out, in order of time. A tone says where a way out of the
// first pose begins, where something is held, and where the way back begins; never two of them close together,
// none beside the tone that starts the segment, and of quick repetitions only the beginning. A breath is as
// long as the phases it goes with, or part of a slow one in a hold: lungs that are full breathe out first. At
// `release_ms` (-1: a sentence says so) the last way back has its own tone, whatever the options say.
void plan_pace(const Planner *planner, const Segment *segment, int64_t release_ms, PaceCues *cues);
