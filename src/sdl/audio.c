#include "sdl/sdl.h"

#include "sdl/device.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FADE_WAIT_MS = 320, CLOSE_WAIT_MS = 250, POLL_MS = 5, STILL_MS = 2000, SLOWEST_START_MS = 8000, FILLING_MS = 100,
       SEARCH_EVERY_MS = 2000 };

// When the device asked for its blocks, smoothed: it asks late, early or twice in a row, while the sound
// itself runs evenly. A delay-locked loop (Adriaensen 2005, Using a DLL to filter time).
typedef struct {
    double begin_s, end_s; // of the last block
    double period_s;
    int64_t frames;        // given out before the last block
    int blocks;
} BlockClock;

struct Audio {
    SDL_mutex *lock; // everything below
    Mixer mixer;
    BlockClock clock;
    int64_t frames;  // given to the device in all, paused or not
    bool silent;     // no device, or closing: the mixer's clips may be gone
    AudioTap tap;
    void *tap_context;

    Device device;
    SDL_atomic_t changing; // the device's thread is at work; ends by itself
    SDL_atomic_t leaving;
    bool is_open;          // of that thread while it works
    bool is_lost;          // and what follows: of the main thread
    bool is_found;         // lost, and another is open
    bool is_starting;      // open, and has not begun to play
    double filling_ms;     // since it asked for its first block; -1 before
    int64_t seen_frames;
    double still_ms;       // how long the device has asked for nothing
};

static double now_s(void) {
    return (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

static void clock_restart(BlockClock *clock, double time_s, double period_s) {
    *clock = (BlockClock){.begin_s = time_s, .end_s = time_s + period_s, .period_s = period_s};
}

static void clock_step(BlockClock *clock, double time_s, int64_t frames, int block_frames) {
    const double off_s = 0.15; // further off than this, the device stood still
    double nominal_s = (double)block_frames / SOUND_RATE;
    double late_s = time_s - clock->end_s;
    if (clock->blocks == 0 || fabs(late_s) > off_s) {
        clock_restart(clock, time_s, nominal_s);
    } else {
        // Quick while it learns (a server first asks for several blocks at once), steady afterwards.
        double bandwidth_hz = fmax(0.2, 3.0 / (1.0 + clock->blocks / 40.0));
        double omega = fmin(2.0 * 3.14159265358979 * bandwidth_hz * nominal_s, 0.5);
        clock->begin_s = clock->end_s;
        clock->end_s += sqrt(2.0) * omega * late_s + clock->period_s;
        clock->period_s += omega * omega * late_s;
    }
    clock->blocks++;
    clock->frames = frames;
}

// Frames the device has reached by now, at most four blocks past the last it asked for.
static double clock_frames(const BlockClock *clock, double time_s) {
    if (clock->blocks == 0) return 0.0;
    double blocks = (time_s - clock->begin_s) / (clock->end_s - clock->begin_s);
    return (double)clock->frames + fmin(fmax(blocks, -1.0), 4.0) * DEVICE_BLOCK_FRAMES;
}

static void mix_block(void *context, float *out, int frames) {
    Audio *audio = context;
    double time_s = now_s();
    SDL_LockMutex(audio->lock);
    clock_step(&audio->clock, time_s, audio->frames, frames);
    audio->frames += frames;
    int64_t position = audio->mixer.position;
    if (audio->silent) {
        memset(out, 0, sizeof *out * DEVICE_CHANNELS * (size_t)frames);
    } else {
        mixer_mix(&audio->mixer, out, frames);
    }
    if (audio->tap) audio->tap(audio->tap_context, out, frames, position, time_s);
    SDL_UnlockMutex(audio->lock);
}

// ---- the device: lost, looked for, found ----

// The thread that lets go of the device there was and looks for another, until there is one or the program leaves.
static int change_device(void *context) {
    Audio *audio = context;
    for (bool found = false; !found;) {
        if (audio->is_open) device_close(&audio->device);
        audio->is_open = false;
        if (SDL_AtomicGet(&audio->leaving)) break;
        audio->is_open = device_open(&audio->device, &(Error){0});
        found = audio->is_open && !SDL_AtomicGet(&audio->leaving);
        for (int ms = 0; !audio->is_open && ms < SEARCH_EVERY_MS && !SDL_AtomicGet(&audio->leaving); ms += POLL_MS) {
            SDL_Delay(POLL_MS);
        }
    }
    SDL_AtomicSet(&audio->changing, 0);
    return 0;
}

// False when no thread can be had: then the device stays as it is.
static bool begin_change(Audio *audio) {
    SDL_AtomicSet(&audio->changing, 1);
    SDL_Thread *thread = SDL_CreateThread(change_device, "sound device", audio);
    if (thread) SDL_DetachThread(thread);
    if (!thread) SDL_AtomicSet(&audio->changing, 0);
    return thread != NULL;
}

// From now on nothing reads a clip, nor asks for music until there is a device again.
static void fall_silent(Audio *audio) {
    SDL_LockMutex(audio->lock);
    audio->silent = true;
    MixerMusic music = audio->mixer.music;
    mixer_start(&audio->mixer);
    mixer_set_music(&audio->mixer, music);
    SDL_UnlockMutex(audio->lock);
}

static void sound_again(Audio *audio) {
    SDL_LockMutex(audio->lock);
    audio->silent = false;
    SDL_UnlockMutex(audio->lock);
}

static void begin_start(Audio *audio) {
    audio->is_starting = true;
    audio->filling_ms = -1.0;
    audio->still_ms = 0.0;
}

// At first some servers (PulseAudio under ALSA) take a buffer full of blocks at once and then nothing for a second: a device
// plays when it asks for more a while after its first block.
static void see_start(Audio *audio, bool has_asked, double elapsed_ms) {
    if (audio->filling_ms >= 0.0) audio->filling_ms += elapsed_ms;
    else if (has_asked) audio->filling_ms = 0.0;
    if (has_asked && audio->filling_ms >= FILLING_MS) audio->is_starting = false;
}

// A device that asks for nothing any more is gone, even when nobody said so.
static bool is_gone(Audio *audio, double elapsed_ms) {
    SDL_LockMutex(audio->lock);
    int64_t frames = audio->frames;
    SDL_UnlockMutex(audio->lock);
    if (audio->is_starting) see_start(audio, frames != audio->seen_frames, elapsed_ms);
    audio->still_ms = frames == audio->seen_frames ? audio->still_ms + elapsed_ms : 0.0;
    audio->seen_frames = frames;
    int longest_ms = audio->is_starting ? SLOWEST_START_MS : STILL_MS;
    return device_is_removed(&audio->device) || audio->still_ms > longest_ms;
}

AudioNews audio_step(Audio *audio, double elapsed_ms) {
    if (SDL_AtomicGet(&audio->changing)) return AUDIO_NO_NEWS;
    if (audio->is_lost && !audio->is_found) {
        audio->is_found = true;
        begin_start(audio);
    }
    bool was_lost = audio->is_lost;
    if (is_gone(audio, elapsed_ms)) {
        if (!begin_change(audio)) return AUDIO_NO_NEWS;
        audio->is_lost = true;
        audio->is_found = false;
        fall_silent(audio);
        return was_lost ? AUDIO_NO_NEWS : AUDIO_GONE;
    }
    if (!was_lost || audio->is_starting) return AUDIO_NO_NEWS;
    audio->is_lost = audio->is_found = false;
    sound_again(audio);
    return AUDIO_BACK;
}

bool audio_is_starting(const Audio *audio) {
    return !audio->is_lost && audio->is_starting;
}

bool audio_plays(const Audio *audio) {
    return !audio->is_lost && !audio->is_starting;
}

bool audio_open(Audio **audio, Error *error) {
    Audio *opened = calloc(1, sizeof *opened);
    if (!opened) abort();
    opened->lock = SDL_CreateMutex();
    mixer_start(&opened->mixer);
    *audio = opened;
    opened->device = (Device){.fill = mix_block, .context = opened};
    opened->is_open = device_open(&opened->device, error);
    if (opened->is_open) begin_start(opened);
    if (opened->is_open) return true;
    opened->is_lost = true;
    fall_silent(opened);
    begin_change(opened);
    return false;
}

static void fade_out(Audio *audio) {
    bool faded = false;
    for (int waited_ms = 0; !faded && waited_ms < FADE_WAIT_MS; waited_ms += POLL_MS) {
        Mixer *mixer = audio_lock(audio);
        mixer_pause(mixer, true);
        faded = mixer_is_silent(mixer);
        audio_unlock(audio);
        if (!faded) SDL_Delay(POLL_MS);
    }
    SDL_LockMutex(audio->lock);
    audio->silent = true;
    audio->tap = NULL;
    SDL_UnlockMutex(audio->lock);
}

static bool is_changing_after(Audio *audio, int wait_ms) {
    for (int waited_ms = 0; SDL_AtomicGet(&audio->changing) && waited_ms < wait_ms; waited_ms += POLL_MS) SDL_Delay(POLL_MS);
    return SDL_AtomicGet(&audio->changing) != 0;
}

void audio_close(Audio *audio) {
    if (!audio) return;
    if (!audio->is_lost) fade_out(audio);
    SDL_AtomicSet(&audio->leaving, 1);
    bool searches = SDL_AtomicGet(&audio->changing) != 0;
    if (!searches && audio->is_open && !begin_change(audio)) return;
    // Some servers take seconds to let go. Their thread then ends with the program, and what it still
    // looks at is left alone.
    if (is_changing_after(audio, CLOSE_WAIT_MS)) return;
    SDL_DestroyMutex(audio->lock);
    free(audio);
}

Mixer *audio_lock(Audio *audio) {
    SDL_LockMutex(audio->lock);
    return &audio->mixer;
}

void audio_unlock(Audio *audio) {
    SDL_UnlockMutex(audio->lock);
}

int64_t audio_position(Audio *audio) {
    SDL_LockMutex(audio->lock);
    // The bus is as far behind the mixer's position as the device is behind what it was given.
    double ahead = (double)audio->frames - clock_frames(&audio->clock, now_s());
    int64_t position = audio->mixer.position - (int64_t)floor(ahead + 0.5);
    SDL_UnlockMutex(audio->lock);
    return position > 0 ? position : 0;
}

void audio_tap(Audio *audio, AudioTap tap, void *context) {
    SDL_LockMutex(audio->lock);
    audio->tap = tap;
    audio->tap_context = context;
    SDL_UnlockMutex(audio->lock);
}
