#include "sdl/probe.h"

#include "sdl/device.h"
#include "sdl/display.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <SDL_ttf.h>
#include <string.h>

static bool try_window(Error *error) {
    SDL_Window *window = SDL_CreateWindow("Limber", 0, 0, 640, 360, SDL_WINDOW_HIDDEN);
    bool good = window && SDL_GetWindowSurface(window);
    if (!good) error_set(error, "cannot open a window: %s", SDL_GetError());
    if (window) SDL_DestroyWindow(window);
    return good;
}

bool probe_video(Arena *arena, VideoFacts *facts, Error *error) {
    *facts = (VideoFacts){0};
    if (!display_open(error)) return false;
    SDL_DisplayMode mode = {0};
    SDL_GetDesktopDisplayMode(0, &mode);
    *facts = (VideoFacts){.driver = text_copy(arena, text_of(SDL_GetCurrentVideoDriver())),
                          .width = mode.w, .height = mode.h, .refresh_hz = mode.refresh_rate};
    bool good = try_window(error);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return good;
}

static void stay_silent(void *context, float *stereo, int frames) {
    (void)context;
    memset(stereo, 0, sizeof *stereo * DEVICE_CHANNELS * (size_t)frames);
}

// The device that is taken when none is named.
static const char *default_device(Arena *arena) {
    char *name = NULL;
    SDL_AudioSpec spec;
    if (SDL_GetDefaultAudioInfo(&name, &spec, 0) == 0 && name) {
        const char *copy = text_copy(arena, text_of(name));
        SDL_free(name);
        return copy;
    }
    const char *first = SDL_GetNumAudioDevices(0) == 1 ? SDL_GetAudioDeviceName(0, 0) : NULL;
    return first ? text_copy(arena, text_of(first)) : NULL;
}

bool probe_audio(Arena *arena, AudioFacts *facts, Error *error) {
    *facts = (AudioFacts){0};
    Device device = {.fill = stay_silent};
    if (!device_open(&device, error)) return false;
    *facts = (AudioFacts){text_copy(arena, text_of(SDL_GetCurrentAudioDriver())), default_device(arena)};
    device_close(&device);
    return true;
}

const char *probe_versions(Arena *arena) {
    SDL_version sdl;
    SDL_GetVersion(&sdl);
    const SDL_version *ttf = TTF_Linked_Version(), *mixer = Mix_Linked_Version();
    return text_format(arena, "SDL %d.%d.%d, SDL_ttf %d.%d.%d, SDL_mixer %d.%d.%d", sdl.major, sdl.minor, sdl.patch,
                       ttf->major, ttf->minor, ttf->patch, mixer->major, mixer->minor, mixer->patch);
}
