#include "sdl/sdl.h"

#include "sdl/display.h"
#include "sdl/keynames.h"

#include <SDL.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { CURSOR_SHOWN_MS = 2000, SMALLEST_WIDTH = 640, SMALLEST_HEIGHT = 360 };

struct Window {
    SDL_Window *window;
    int width, height; // while not full screen
    KeyNames names;
    Uint64 pointer_moved_ms;
    bool pointer_hidden;
    bool uncovered; // what is on the screen may not be what was shown last
    bool close_asked;
    bool clicked;
    float click_x, click_y;
};

static Uint32 fullscreen_flag(bool fullscreen) {
    return fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
}

bool window_open(const char *title, int width, int height, bool fullscreen, Window **result, Error *error) {
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    if (!display_open(error)) return false;
    // X11 takes pixels from shared memory; going through OpenGL would cost more, without a graphics card most.
    if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_Rect place = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height};
    if (fullscreen) SDL_GetDisplayBounds(0, &place);
    SDL_Window *opened = SDL_CreateWindow(title, place.x, place.y, place.w, place.h,
                                          SDL_WINDOW_RESIZABLE | fullscreen_flag(fullscreen));
    if (!opened || !SDL_GetWindowSurface(opened)) {
        error_set(error, "cannot open a window: %s", SDL_GetError());
        if (opened) SDL_DestroyWindow(opened);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return false;
    }
    SDL_SetWindowMinimumSize(opened, SMALLEST_WIDTH, SMALLEST_HEIGHT);
    SDL_DisableScreenSaver();
    SDL_StartTextInput();
    gamepad_begin();
    Window *window = calloc(1, sizeof *window);
    assert(window);
    *window = (Window){.window = opened, .width = width, .height = height, .uncovered = true};
    window->pointer_moved_ms = SDL_GetTicks64();
    *result = window;
    return true;
}

void window_close(Window *window) {
    if (!window) return;
    gamepad_end();
    SDL_ShowCursor(SDL_ENABLE);
    SDL_EnableScreenSaver();
    SDL_DestroyWindow(window->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(window);
}

static void take_click(Window *window, const SDL_MouseButtonEvent *event) {
    if (event->button != SDL_BUTTON_LEFT) return;
    window->clicked = true;
    window->click_x = (float)event->x;
    window->click_y = (float)event->y;
}

static void take_event(Window *window, const SDL_Event *event) {
    keynames_add_event(&window->names, event);
    if (event->type == SDL_MOUSEBUTTONDOWN) take_click(window, &event->button);
    switch (event->type) {
    case SDL_QUIT: window->close_asked = true; break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN: window->pointer_moved_ms = SDL_GetTicks64(); break;
    case SDL_WINDOWEVENT:
        switch (event->window.event) {
        case SDL_WINDOWEVENT_CLOSE: window->close_asked = true; break;
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
        case SDL_WINDOWEVENT_SIZE_CHANGED: window->uncovered = true; break;
        default: break;
        }
        break;
    default: break;
    }
}

static void hide_resting_pointer(Window *window) {
    bool hide = SDL_GetTicks64() - window->pointer_moved_ms >= CURSOR_SHOWN_MS;
    if (hide == window->pointer_hidden) return;
    SDL_ShowCursor(hide ? SDL_DISABLE : SDL_ENABLE);
    window->pointer_hidden = hide;
}

// While the pointer still has to be hidden, waiting ends in time for it.
static int shortest_wait(const Window *window, int wait_ms) {
    Uint64 resting_ms = SDL_GetTicks64() - window->pointer_moved_ms;
    if (window->pointer_hidden || resting_ms >= CURSOR_SHOWN_MS) return wait_ms;
    int left_ms = CURSOR_SHOWN_MS - (int)resting_ms;
    return wait_ms < left_ms ? wait_ms : left_ms;
}

void window_collect(Window *window, int wait_ms, UiInput *input) {
    SDL_Event event;
    keynames_clear(&window->names);
    window->close_asked = window->clicked = false;
    bool any = wait_ms > 0 ? SDL_WaitEventTimeout(&event, shortest_wait(window, wait_ms)) : SDL_PollEvent(&event);
    for (; any; any = SDL_PollEvent(&event)) take_event(window, &event);
    hide_resting_pointer(window);
    SDL_GetWindowSize(window->window, &input->width, &input->height);
    input->fullscreen = (SDL_GetWindowFlags(window->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    input->keys = window->names.keys;
    input->key_count = window->names.count;
    input->close_asked = window->close_asked;
    input->clicked = window->clicked;
    input->click_x = window->click_x;
    input->click_y = window->click_y;
}

static void copy_area(SDL_Surface *surface, const Raster *raster, Area area) {
    const uint32_t *from = raster->pixels + (size_t)area.y * (size_t)raster->width + (size_t)area.x;
    Uint8 *to = (Uint8 *)surface->pixels + area.y * surface->pitch + area.x * surface->format->BytesPerPixel;
    // Nothing is transparent: as the format without alpha, most windows take the pixels as they are.
    Uint32 to_format = surface->format->format;
    Uint32 from_format = to_format == SDL_PIXELFORMAT_ARGB8888 ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_RGB888;
    SDL_ConvertPixels(area.width, area.height, from_format, from, raster->width * (int)sizeof *from, to_format, to,
                      surface->pitch);
}

void window_show(Window *window, const Raster *raster, const Area *dirty, int dirty_count) {
    Area all = area_of_raster(raster);
    if (window->uncovered) dirty = &all, dirty_count = 1;
    if (dirty_count == 0) return;
    SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    window->uncovered = surface == NULL; // minimised, or between two sizes: everything is shown later
    if (!surface) return;
    SDL_Rect rects[PAINTER_AREAS];
    Area bounds = area_shared(all, (Area){0, 0, surface->w, surface->h});
    int count = 0;
    for (int i = 0; i < dirty_count && count < PAINTER_AREAS; i++) {
        Area area = area_shared(dirty[i], bounds);
        if (area_is_empty(area)) continue;
        copy_area(surface, raster, area);
        rects[count++] = (SDL_Rect){area.x, area.y, area.width, area.height};
    }
    if (count) window->uncovered = SDL_UpdateWindowSurfaceRects(window->window, rects, count) != 0;
}

// Without a window manager nobody else gives a window the size of its display, or takes it back.
void window_set_fullscreen(Window *window, bool fullscreen) {
    SDL_Rect display;
    int screen = SDL_GetWindowDisplayIndex(window->window);
    if (fullscreen) SDL_GetWindowSize(window->window, &window->width, &window->height);
    if (fullscreen && SDL_GetDisplayBounds(screen < 0 ? 0 : screen, &display) == 0) {
        SDL_SetWindowPosition(window->window, display.x, display.y);
        SDL_SetWindowSize(window->window, display.w, display.h);
    }
    SDL_SetWindowFullscreen(window->window, fullscreen_flag(fullscreen));
    if (!fullscreen) SDL_SetWindowSize(window->window, window->width, window->height);
    if (!fullscreen) SDL_SetWindowPosition(window->window, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
    window->uncovered = true;
}
