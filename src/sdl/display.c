#include "sdl/display.h"

#include <SDL.h>
#include <string.h>

static bool has_text(const char *string) {
    return string && *string;
}

// When no display answers, SDL looks further and may find a driver that shows nothing to anyone;
// only who asks for one by name gets it.
bool display_open(Error *error) {
    const char *display = SDL_getenv("DISPLAY"), *wayland = SDL_getenv("WAYLAND_DISPLAY");
    bool by_name = has_text(SDL_getenv("SDL_VIDEODRIVER"));
    if (!has_text(display) && !has_text(wayland) && !by_name)
        return error_set(error, "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set; "
                                "start Limber from a desktop session");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) {
        const char *driver = SDL_GetCurrentVideoDriver();
        if (by_name || (strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0)) return true;
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        SDL_SetError("nothing answers there");
    }
    return error_set(error, "cannot open the display %s: %s", has_text(display) ? display : has_text(wayland) ? wayland : "",
                     SDL_GetError());
}
