// The sound of a session: clips placed on a time line of samples and added together.
//
// Plain C, no device: the audio callback, the headless run and the benches all call mixer_mix. The
// mixer's clock is the count of samples it has given out on the session bus; while paused that
// count stands still and the output is silent. Mono float clips at SOUND_RATE; stereo output.
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    SOUND_RATE = 48000,
    MIXER_VOICES = 64,
    MIXER_FADE_SAMPLES = SOUND_RATE / 50 // every fade and ramp takes 20 ms
};

// Samples that somebody else owns and that outlive their playing.
typedef struct {
    const float *samples; // -1..1
    int count;
} SoundClip;

typedef enum { BUS_VOICE, BUS_TONE, BUS_COUNT } Bus;

typedef struct {
    SoundClip clip;
    Bus bus;
    int64_t start;   // sample of the session bus
    int64_t fade_at; // sample where a short fade to silence begins; INT64_MAX for none
    int tag;         // the caller's name for it: the cue
} MixerVoice;

typedef struct {
    int64_t position;          // samples given out while not paused
    int64_t tail;              // samples given out past `position` while a pause fades; not counted
    bool paused;
    float volume[BUS_COUNT];   // targets 0..1; changes are ramped, never a click
    float gain[BUS_COUNT];     // where the ramp is
    float master;              // 0 while paused, ramped
    MixerVoice voices[MIXER_VOICES];
    int voice_count;
} Mixer;

void mixer_start(Mixer *mixer);

// Plays a clip when the bus reaches `start` (at once when it has passed). False when full.
bool mixer_schedule(Mixer *mixer, SoundClip clip, Bus bus, int64_t start, int tag);

// Forgets a clip that has not begun; false when it has, or when there is none of that tag.
bool mixer_withdraw(Mixer *mixer, int tag);

// Lets a clip fade to silence from sample `at` on (at once when that has passed).
void mixer_fade(Mixer *mixer, int tag, int64_t at);

// Forgets what has not begun, and fades out what has within 20 ms.
void mixer_cancel(Mixer *mixer);

// True while some voice still reads from the clip: its owner must not free it yet.
bool mixer_uses(const Mixer *mixer, SoundClip clip);

// What sounds fades out within 20 ms and goes on from the same sample afterwards.
void mixer_pause(Mixer *mixer, bool paused);

// Fills `frames` stereo frames (2 * frames floats). Peaks are rounded off, never wrapped.
void mixer_mix(Mixer *mixer, float *out, int frames);
