#include "sdl/sdl.h"

#include "lists.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Window *open_window(int width, int height) {
    Window *window = NULL;
    Error error = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (!window_open("test", width, height, false, &window, &error)) fail_msg("%s", error.sentence);
    UiInput input = {0};
    window_collect(window, 0, &input);
    return window;
}

static void push_key(SDL_Keycode sym, SDL_Scancode scancode, int mod, int repeat, const char *text) {
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .repeat = (Uint8)repeat, .keysym = {scancode, sym, (Uint16)mod, 0}}};
    SDL_PushEvent(&event);
    if (!text) return;
    event = (SDL_Event){.text = {.type = SDL_TEXTINPUT}};
    memcpy(event.text.text, text, strlen(text) + 1);
    SDL_SetModState((SDL_Keymod)mod);
    SDL_PushEvent(&event);
}

static void assert_next_key(Window *window, const char *name, bool shift, bool ctrl) {
    UiInput input = {0};
    window_collect(window, 0, &input);
    SDL_SetModState(KMOD_NONE);
    if (!name) {
        assert_int_equal(input.key_count, 0);
        return;
    }
    assert_int_equal(input.key_count, 1);
    assert_string_equal(input.keys[0].name, name);
    assert_int_equal(input.keys[0].shift, shift);
    assert_int_equal(input.keys[0].ctrl, ctrl);
}

static void test_keys_have_names_once_each(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    push_key(SDLK_SPACE, SDL_SCANCODE_SPACE, 0, 0, " ");
    assert_next_key(window, "Space", false, false);
    push_key(SDLK_LEFT, SDL_SCANCODE_LEFT, KMOD_LSHIFT, 0, NULL);
    assert_next_key(window, "Left", true, false);
    push_key(SDLK_m, SDL_SCANCODE_M, 0, 0, "m");
    assert_next_key(window, "M", false, false);
    push_key(SDLK_PERIOD, SDL_SCANCODE_PERIOD, KMOD_LSHIFT, 0, ">");
    assert_next_key(window, ">", false, false);
    push_key(SDLK_8, SDL_SCANCODE_8, KMOD_RALT, 0, "["); // a German keyboard
    assert_next_key(window, "[", false, false);
    push_key(SDLK_9, SDL_SCANCODE_9, KMOD_LSHIFT, 0, "("); // on one keyboard,
    assert_next_key(window, "9", true, false);
    push_key(SDLK_9, SDL_SCANCODE_9, KMOD_LSHIFT, 0, ")"); // and on another
    assert_next_key(window, "9", true, false);
    push_key(SDLK_9, SDL_SCANCODE_9, 0, 0, "9");
    assert_next_key(window, "9", false, false);
    push_key(SDLK_p, SDL_SCANCODE_P, KMOD_LCTRL, 0, NULL); // an infrared remote
    assert_next_key(window, "P", false, true);
    push_key(SDLK_AUDIOPLAY, SDL_SCANCODE_AUDIOPLAY, 0, 0, NULL);
    assert_next_key(window, "AudioPlay", false, false);
    push_key(SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT, 0, NULL);
    assert_next_key(window, NULL, false, false);
    push_key(SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, 0, 0, NULL);
    assert_next_key(window, "Keypad Enter", false, false);
    window_close(window);
}

static void push_button(SDL_GameControllerButton button) {
    SDL_Event event = {.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN, .button = (Uint8)button, .state = SDL_PRESSED}};
    SDL_PushEvent(&event);
}

static void push_stick(SDL_GameControllerAxis axis, int value) {
    SDL_Event event = {.caxis = {.type = SDL_CONTROLLERAXISMOTION, .axis = (Uint8)axis, .value = (Sint16)value}};
    SDL_PushEvent(&event);
}

static void test_a_gamepad_has_keys(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    push_button(SDL_CONTROLLER_BUTTON_A);
    assert_next_key(window, "Pad A", false, false);
    push_button(SDL_CONTROLLER_BUTTON_DPAD_LEFT);
    assert_next_key(window, "Pad Left", false, false);
    push_button(SDL_CONTROLLER_BUTTON_GUIDE); // the desktop's own
    assert_next_key(window, NULL, false, false);
    window_close(window);
}

static void test_a_stick_is_pushed_once(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, -9000); // at rest, or nearly
    assert_next_key(window, NULL, false, false);
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, -30000);
    assert_next_key(window, "Pad Up", false, false);
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, -15000); // it trembles
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, -32768);
    assert_next_key(window, NULL, false, false);
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, 0);
    push_stick(SDL_CONTROLLER_AXIS_LEFTY, 25000);
    assert_next_key(window, "Pad Down", false, false);
    push_stick(SDL_CONTROLLER_AXIS_LEFTX, 25000);
    assert_next_key(window, "Pad Right", false, false);
    window_close(window);
}

static void test_a_key_held_down_says_so(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    push_key(SDLK_m, SDL_SCANCODE_M, 0, 1, "m");
    assert_next_key(window, NULL, false, false);
    push_key(SDLK_9, SDL_SCANCODE_9, KMOD_LSHIFT, 1, "(");
    assert_next_key(window, NULL, false, false);
    for (int repeat = 0; repeat < 2; repeat++) { // arrows, with which one goes through lists
        UiInput input = {0};
        push_key(SDLK_RIGHT, SDL_SCANCODE_RIGHT, 0, repeat, NULL);
        window_collect(window, 0, &input);
        assert_int_equal(input.key_count, 1);
        assert_string_equal(input.keys[0].name, "Right");
        assert_int_equal(input.keys[0].repeated, repeat);
    }
    push_key(SDLK_m, SDL_SCANCODE_M, 0, 0, "m");
    assert_next_key(window, "M", false, false);
    window_close(window);
}

static void test_the_mouse_and_the_close_button(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT, .clicks = 1}};
    SDL_PushEvent(&event);
    assert_next_key(window, "MouseRight", false, false);
    UiInput input = {0};
    window_collect(window, 0, &input);
    assert_false(input.clicked);
    event = (SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .clicks = 1, .x = 31, .y = 17}};
    SDL_PushEvent(&event);
    window_collect(window, 0, &input);
    assert_true(input.clicked && input.click_x == 31 && input.click_y == 17 && input.key_count == 0);
    event = (SDL_Event){.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .clicks = 2}};
    SDL_PushEvent(&event);
    assert_next_key(window, "MouseDouble", false, false);
    event = (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE}};
    SDL_PushEvent(&event);
    window_collect(window, 0, &input);
    assert_true(input.close_asked);
    window_collect(window, 0, &input);
    assert_false(input.close_asked);
    window_close(window);
}

static void test_many_keys_at_once_do_no_harm(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    UiInput input = {0};
    for (int i = 0; i < 500; i++) push_key(SDLK_F5, SDL_SCANCODE_F5, 0, 0, NULL);
    window_collect(window, 0, &input);
    assert_true(input.key_count > 0 && input.key_count < 500);
    window_close(window);
}

static void test_full_screen_fills_the_display_and_gives_the_size_back(void **state) {
    (void)state;
    Window *window = NULL;
    Error error = {0};
    UiInput input = {0};
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (!window_open("test", 700, 500, true, &window, &error)) fail_msg("%s", error.sentence);
    for (int round = 0; round < 2; round++) {
        window_collect(window, 0, &input);
        assert_true(input.fullscreen);
        assert_true(input.width > 700 && input.height > 500);
        window_set_fullscreen(window, false);
        window_collect(window, 0, &input);
        assert_false(input.fullscreen);
        assert_int_equal(input.width, 700);
        assert_int_equal(input.height, 500);
        window_set_fullscreen(window, true);
    }
    window_close(window);
}

static unsigned shown_at(SDL_Window *window, int x, int y) {
    const SDL_Surface *surface = SDL_GetWindowSurface(window);
    return ((const Uint32 *)surface->pixels)[y * surface->pitch / 4 + x] & 0xFFFFFF;
}

static void test_what_is_shown_is_what_was_painted(void **state) {
    (void)state;
    Window *window = open_window(800, 600);
    Raster raster = raster_make(800, 600);
    for (int i = 0; i < 800 * 600; i++) raster.pixels[i] = 0xFF000000u | (unsigned)i * 2654435761u >> 8;
    window_show(window, &raster, NULL, 0); // nothing new, and yet the window was never painted
    SDL_Window *shown = SDL_GetWindowFromID(1);
    for (Uint32 id = 2; !shown && id < 100; id++) shown = SDL_GetWindowFromID(id);
    assert_non_null(shown);
    for (int y = 0; y < 600; y += 7)
        for (int x = 0; x < 800; x++) assert_int_equal(shown_at(shown, x, y), raster.pixels[y * 800 + x] & 0xFFFFFF);
    raster.pixels[5 * 800 + 9] ^= 0xFF00FF, raster.pixels[300 * 800 + 9] ^= 0xFF00FF;
    window_show(window, &raster, &(Area){0, 0, 20, 10}, 1);
    assert_int_equal(shown_at(shown, 9, 5), raster.pixels[5 * 800 + 9] & 0xFFFFFF);
    assert_int_not_equal(shown_at(shown, 9, 300), raster.pixels[300 * 800 + 9] & 0xFFFFFF);
    // A raster of another size than the window's is cut, never read beyond its end.
    Raster smaller = raster_make(100, 50);
    window_show(window, &smaller, &(Area){-10, -10, 4000, 4000}, 1);
    raster_free(&smaller);
    raster_free(&raster);
    window_close(window);
}

static void assert_no_window(const char *says) {
    Window *window = NULL;
    Error error = {0};
    assert_false(window_open("test", 800, 600, true, &window, &error));
    if (!strstr(error.sentence, says)) fail_msg("'%s' does not say '%s'", error.sentence, says);
}

static void test_without_a_display_the_error_says_what_is_missing(void **state) {
    (void)state;
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    assert_no_window("neither DISPLAY nor WAYLAND_DISPLAY is set");
    setenv("DISPLAY", ":987", 1);
    assert_no_window("cannot open the display :987");
    setenv("SDL_VIDEODRIVER", "x11", 1);
    assert_no_window("cannot open the display :987");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_have_names_once_each),
        cmocka_unit_test(test_a_gamepad_has_keys),
        cmocka_unit_test(test_a_stick_is_pushed_once),
        cmocka_unit_test(test_a_key_held_down_says_so),
        cmocka_unit_test(test_the_mouse_and_the_close_button),
        cmocka_unit_test(test_many_keys_at_once_do_no_harm),
        cmocka_unit_test(test_full_screen_fills_the_display_and_gives_the_size_back),
        cmocka_unit_test(test_what_is_shown_is_what_was_painted),
        cmocka_unit_test(test_without_a_display_the_error_says_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
