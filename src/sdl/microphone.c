#include "sdl/sdl.h"

#include <SDL.h>
#include <stdlib.h>

enum { BLOCK_SAMPLES = 512 };

struct Microphone {
    SDL_AudioDeviceID device;
};

bool microphone_open(int rate, Microphone **microphone, Error *error) {
    *microphone = NULL;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return error_set(error, "no microphone could be opened (%s); voice commands are off", SDL_GetError());
    }
    SDL_AudioSpec wanted = {.freq = rate, .format = AUDIO_S16SYS, .channels = 1, .samples = BLOCK_SAMPLES};
    SDL_AudioDeviceID device = SDL_OpenAudioDevice(NULL, 1, &wanted, NULL, 0);
    if (device == 0) {
        error_set(error, "no microphone could be opened (%s); voice commands are off", SDL_GetError());
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    SDL_PauseAudioDevice(device, 0);
    *microphone = calloc(1, sizeof **microphone);
    if (!*microphone) abort();
    (*microphone)->device = device;
    return true;
}

void microphone_close(Microphone *microphone) {
    if (!microphone) return;
    SDL_CloseAudioDevice(microphone->device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    free(microphone);
}

int microphone_read(Microphone *microphone, int16_t *samples, int room) {
    return (int)(SDL_DequeueAudio(microphone->device, samples, (Uint32)room * sizeof *samples) / sizeof *samples);
}

bool microphone_is_gone(const Microphone *microphone) {
    return SDL_GetAudioDeviceStatus(microphone->device) == SDL_AUDIO_STOPPED;
}
