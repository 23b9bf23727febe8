// The sound of a breath in or out: soft noise that swells and fades.
#pragma once

#include "sound/mixer.h"

// As long as asked for; in is brighter and rises, out is darker and dies away. Made of seeded noise, the same every
// time; lives in the arena.
SoundClip breath_make(Arena *arena, bool in, int length_ms);
