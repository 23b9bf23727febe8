// Which music plays under a session: what the settings say, in the mood of what is done, fading as that changes.
//
// Between sessions there is none. It fills the mixer's music and sets no volume.
#pragma once

#include "session/session.h"
#include "settings/settings.h"
#include "sound/mixer.h"

typedef struct Soundtrack Soundtrack;

// `own_folder` is played when the settings name no other. The seed decides what the bed does and in which order files
// come. In the background: as music_open. Lives in the arena.
Soundtrack *soundtrack_make(Arena *arena, const char *own_folder, uint32_t seed, bool in_background);

// After each step, with the mixer locked. No session (NULL): what sounds fades out.
void soundtrack_step(Soundtrack *soundtrack, const Session *session, double position_ms, const Settings *settings, Mixer *mixer);

// The sentence about music that cannot be played, each once; false when there is none.
bool soundtrack_next_problem(Soundtrack *soundtrack, Error *error);

// When the mixer is asked no more.
void soundtrack_end(Soundtrack *soundtrack);
