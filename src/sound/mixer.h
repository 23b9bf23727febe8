// The sound of a session: clips placed on a time line of samples and added together.
//
// Plain C, no device: the audio callback, the headless run and the benches all call mixer_mix. The
// mixer's clock is the count of samples it has given out on the session bus; while paused that
// count stands still and the output is silent. Mono float clips at SOUND_RATE; stereo output. Below the clips lies
// music, an endless stereo sound from elsewhere, which makes room for the voice: as the mixer knows what is
// scheduled, the music is soft already when a word begins.
#pragma once

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    SOUND_RATE = 48000,
    MIXER_VOICES = 64,
    MIXER_FADE_SAMPLES = SOUND_RATE / 50, // every fade and ramp takes 20 ms
    MIXER_MUSIC_FADE_SAMPLES = SOUND_RATE / 4,       // but music at a pause
    MIXER_DUCK_ATTACK_SAMPLES = SOUND_RATE * 3 / 20, // before a word
    MIXER_DUCK_HOLD_SAMPLES = SOUND_RATE * 3 / 10,   // after it, as another may follow; then
    MIXER_DUCK_RELEASE_SAMPLES = SOUND_RATE * 6 / 10,
    MIXER_STEP_BACK_SAMPLES = SOUND_RATE / 20 // to silence, for a person who speaks
};

#define MIXER_DUCK_GAIN 0.316f // -10 dB

// Samples that somebody else owns and that outlive their playing.
typedef struct {
    const float *samples; // -1..1
    int count;
} SoundClip;

typedef enum { BUS_VOICE, BUS_TONE, BUS_MUSIC, BUS_COUNT } Bus;

// Fills in the next stereo frames, without ever waiting. Not asked while the mixer is paused, or music has no volume.
typedef struct {
    void (*fill)(void *context, float *stereo, int frames); // NULL: no music
    void *context;
} MixerMusic;

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
    MixerMusic music;
    float music_master;        // as master, and slower
    float duck;                // 0 full music .. 1 soft music, while somebody speaks
    int duck_left;             // samples of it after the last word
    bool steps_back;           // a person speaks
    float room;                // 1 music .. 0 none, for that
} Mixer;

void mixer_start(Mixer *mixer);

// From now on; what fills must outlive the mixer or be taken away with a NULL.
void mixer_set_music(Mixer *mixer, MixerMusic music);

// Plays a clip (not of BUS_MUSIC) when the bus reaches `start` (at once when it has passed). False when full.
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

// While a person in the room speaks, music is silent: a command is hard enough to hear.
void mixer_step_back(Mixer *mixer, bool steps_back);

// True while Limber's own voice sounds.
bool mixer_speaks(const Mixer *mixer);

// True when nothing can be heard until the mixer is told otherwise.
bool mixer_is_silent(const Mixer *mixer);

// Fills `frames` stereo frames (2 * frames floats). Peaks are rounded off, never wrapped.
void mixer_mix(Mixer *mixer, float *out, int frames);
