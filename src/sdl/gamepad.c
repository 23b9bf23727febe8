#include "sdl/gamepad.h"

// How far the stick is pushed before it counts, and how near it comes back before it may count again: a stick that
// trembles at the edge is pushed once.
enum { PUSHED = 20000, RELEASED = 10000 };

static const char *const button_names[SDL_CONTROLLER_BUTTON_MAX] = {
    [SDL_CONTROLLER_BUTTON_A] = "Pad A",
    [SDL_CONTROLLER_BUTTON_B] = "Pad B",
    [SDL_CONTROLLER_BUTTON_X] = "Pad X",
    [SDL_CONTROLLER_BUTTON_Y] = "Pad Y",
    [SDL_CONTROLLER_BUTTON_BACK] = "Pad Back",
    [SDL_CONTROLLER_BUTTON_START] = "Pad Start",
    [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = "Pad Left Shoulder",
    [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = "Pad Right Shoulder",
    [SDL_CONTROLLER_BUTTON_DPAD_UP] = "Pad Up",
    [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = "Pad Down",
    [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = "Pad Left",
    [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = "Pad Right",
};

void gamepad_begin(void) {
    if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0) SDL_ClearError();
}

void gamepad_end(void) {
    if (SDL_WasInit(SDL_INIT_GAMECONTROLLER)) SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER); // closes those that are open
}

static int way_of(int value, int before) {
    int least = before ? RELEASED : PUSHED;
    return value > least ? 1 : value < -least ? -1 : 0;
}

static const char *push(int *stick, int value, const char *less, const char *more) {
    int way = way_of(value, *stick);
    if (way == *stick) return NULL;
    *stick = way;
    return way < 0 ? less : way > 0 ? more : NULL;
}

static const char *move_stick(Gamepad *gamepad, const SDL_ControllerAxisEvent *axis) {
    if (axis->axis == SDL_CONTROLLER_AXIS_LEFTX) return push(&gamepad->stick_x, axis->value, "Pad Left", "Pad Right");
    if (axis->axis == SDL_CONTROLLER_AXIS_LEFTY) return push(&gamepad->stick_y, axis->value, "Pad Up", "Pad Down");
    return NULL;
}

const char *gamepad_button(Gamepad *gamepad, const SDL_Event *event) {
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED: SDL_GameControllerOpen(event->cdevice.which); return NULL;
    case SDL_CONTROLLERDEVICEREMOVED: SDL_GameControllerClose(SDL_GameControllerFromInstanceID(event->cdevice.which)); return NULL;
    case SDL_CONTROLLERBUTTONDOWN: return event->cbutton.button < SDL_CONTROLLER_BUTTON_MAX ? button_names[event->cbutton.button] : NULL;
    case SDL_CONTROLLERAXISMOTION: return move_stick(gamepad, &event->caxis);
    default: return NULL;
    }
}
