#include "sdl/sdl.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// 1024 is the smallest block that does not crackle on slow machines.
enum { BLOCK_FRAMES = 1024, CHANNELS = 2, FADE_WAIT_MS = 80, CLOSE_WAIT_MS = 250, POLL_MS = 5 };

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
    bool silent;     // closing: the mixer's clips may be gone
    AudioTap tap;
    void *tap_context;
    SDL_atomic_t closed;
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
    return (double)clock->frames + fmin(fmax(blocks, -1.0), 4.0) * BLOCK_FRAMES;
}

// SDL_mixer's own mix comes in as silence: nothing is ever played through its channels.
static void mix_callback(void *context, Uint8 *stream, int size) {
    Audio *audio = context;
    float *out = (float *)(void *)stream;
    int frames = size / (int)(sizeof *out * CHANNELS);
    double time_s = now_s();
    SDL_LockMutex(audio->lock);
    clock_step(&audio->clock, time_s, audio->frames, frames);
    audio->frames += frames;
    int64_t position = audio->mixer.position;
    if (audio->silent) {
        memset(out, 0, (size_t)size);
    } else {
        mixer_mix(&audio->mixer, out, frames);
    }
    if (audio->tap) audio->tap(audio->tap_context, out, frames, position, time_s);
    SDL_UnlockMutex(audio->lock);
}

static bool open_device(Error *error) {
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Limber");
    // Zero allowed changes: SDL converts to whatever the device speaks.
    if (Mix_OpenAudioDevice(SOUND_RATE, AUDIO_F32SYS, CHANNELS, BLOCK_FRAMES, NULL, 0) != 0) {
        return error_set(error, "no sound device could be opened (%s); Limber plays on silently", Mix_GetError());
    }
    int rate, channels;
    Uint16 format;
    if (Mix_QuerySpec(&rate, &format, &channels) && rate == SOUND_RATE && format == AUDIO_F32SYS &&
        channels == CHANNELS) {
        return true;
    }
    Mix_CloseAudio();
    return error_set(error, "the sound device gives no 48 kHz stereo; Limber plays on silently");
}

static bool open_sound(Error *error) {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return error_set(error, "no sound device could be opened (%s); Limber plays on silently", SDL_GetError());
    }
    if (open_device(error)) return true;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return false;
}

// The sound libraries print pages of their own when there is no device. One sentence is enough, and it
// comes with the error; so standard error leads nowhere meanwhile.
static bool open_quietly(Error *error) {
    int shown = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    if (shown >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    bool opened = open_sound(error);
    if (shown >= 0) dup2(shown, STDERR_FILENO);
    if (shown >= 0) close(shown);
    if (nowhere >= 0) close(nowhere);
    return opened;
}

bool audio_open(Audio **audio, Error *error) {
    *audio = NULL;
    if (!open_quietly(error)) return false;
    Audio *opened = calloc(1, sizeof *opened);
    if (!opened) abort();
    opened->lock = SDL_CreateMutex();
    mixer_start(&opened->mixer);
    Mix_SetPostMix(mix_callback, opened);
    *audio = opened;
    return true;
}

static int close_device(void *context) {
    Audio *audio = context;
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    SDL_AtomicSet(&audio->closed, 1);
    return 0;
}

static void fade_out(Audio *audio) {
    bool faded = false;
    for (int waited_ms = 0; !faded && waited_ms < FADE_WAIT_MS; waited_ms += POLL_MS) {
        Mixer *mixer = audio_lock(audio);
        mixer_pause(mixer, true);
        faded = mixer->voice_count == 0 || mixer->master == 0.0f;
        audio_unlock(audio);
        if (!faded) SDL_Delay(POLL_MS);
    }
    SDL_LockMutex(audio->lock);
    audio->silent = true;
    audio->tap = NULL;
    SDL_UnlockMutex(audio->lock);
}

void audio_close(Audio *audio) {
    if (!audio) return;
    fade_out(audio);
    // Some servers take seconds to let go. Their thread then ends with the program, and what it still
    // looks at is left alone.
    SDL_Thread *thread = SDL_CreateThread(close_device, "close sound", audio);
    if (!thread) return;
    SDL_DetachThread(thread);
    for (int waited_ms = 0; waited_ms < CLOSE_WAIT_MS; waited_ms += POLL_MS) {
        if (SDL_AtomicGet(&audio->closed)) {
            SDL_DestroyMutex(audio->lock);
            free(audio);
            return;
        }
        SDL_Delay(POLL_MS);
    }
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
