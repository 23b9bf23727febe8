#include "sdl/device.h"

#include "sound/mixer.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <fcntl.h>
#include <unistd.h>

// SDL_mixer's own mix comes in as silence: nothing is ever played through its channels.
static void fill_block(void *context, Uint8 *stream, int size) {
    Device *device = context;
    device->fill(device->context, (float *)(void *)stream, size / (int)(sizeof(float) * DEVICE_CHANNELS));
}

// Devices that are not open are told of with the id 0.
static int watch(void *context, SDL_Event *event) {
    Device *device = context;
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture && event->adevice.which != 0) {
        SDL_AtomicSet(&device->removed, 1);
    }
    return 0;
}

static bool open_mixer(Error *error) {
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Limber");
    // Zero allowed changes: SDL converts to whatever the device speaks.
    if (Mix_OpenAudioDevice(SOUND_RATE, AUDIO_F32SYS, DEVICE_CHANNELS, DEVICE_BLOCK_FRAMES, NULL, 0) != 0) {
        return error_set(error, "no sound device could be opened (%s); Limber plays on silently", Mix_GetError());
    }
    int rate, channels;
    Uint16 format;
    if (Mix_QuerySpec(&rate, &format, &channels) && rate == SOUND_RATE && format == AUDIO_F32SYS &&
        channels == DEVICE_CHANNELS) {
        return true;
    }
    Mix_CloseAudio();
    return error_set(error, "the sound device gives no 48 kHz stereo; Limber plays on silently");
}

static bool open_sound(Error *error) {
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return error_set(error, "no sound device could be opened (%s); Limber plays on silently", SDL_GetError());
    }
    if (open_mixer(error)) return true;
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

bool device_open(Device *device, Error *error) {
    SDL_AtomicSet(&device->removed, 0);
    if (!open_quietly(error)) return false;
    SDL_AddEventWatch(watch, device);
    Mix_SetPostMix(fill_block, device);
    return true;
}

void device_close(Device *device) {
    SDL_DelEventWatch(watch, device);
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

bool device_is_removed(Device *device) {
    return SDL_AtomicGet(&device->removed) != 0;
}
