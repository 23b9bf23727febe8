#include "sdl/keynames.h"

#include <stdio.h>

void keynames_clear(KeyNames *names) {
    names->count = 0;
}

static void add_again(KeyNames *names, const char *name, bool shift, bool ctrl, bool repeated) {
    if (!*name || names->count == KEY_NAMES) return;
    char *kept = names->names[names->count];
    snprintf(kept, LONGEST_KEY_NAME, "%s", name);
    names->keys[names->count++] = (Key){kept, shift, ctrl, repeated};
}

static void add(KeyNames *names, const char *name, bool shift, bool ctrl) {
    add_again(names, name, shift, ctrl, false);
}

// Whether pressing the key will also arrive as text. The space bar and Ctrl chords are keys.
static bool writes(const SDL_Keysym *key) {
    if (key->mod & (KMOD_CTRL | KMOD_LALT | KMOD_GUI)) return false;
    bool keypad = key->scancode >= SDL_SCANCODE_KP_DIVIDE && key->scancode <= SDL_SCANCODE_KP_PERIOD;
    if (keypad && key->scancode != SDL_SCANCODE_KP_ENTER) return (key->mod & KMOD_NUM) != 0;
    return key->sym > SDLK_SPACE && key->sym != SDLK_DELETE && !(key->sym & SDLK_SCANCODE_MASK);
}

// What Shift and a digit write differs from country to country; here they are the digit with Shift.
static bool is_shifted_digit(const SDL_Keysym *key) {
    return (key->mod & KMOD_SHIFT) && key->sym >= SDLK_0 && key->sym <= SDLK_9;
}

static void add_key(KeyNames *names, const SDL_KeyboardEvent *event) {
    bool modifier = event->keysym.scancode >= SDL_SCANCODE_LCTRL && event->keysym.scancode <= SDL_SCANCODE_RGUI;
    bool digit = is_shifted_digit(&event->keysym);
    names->deaf = event->repeat || digit;
    SDL_Keymod mod = (SDL_Keymod)event->keysym.mod;
    if (modifier || (event->repeat && digit)) return;
    if (writes(&event->keysym) && !digit) return;
    add_again(names, SDL_GetKeyName(event->keysym.sym), (mod & KMOD_SHIFT) != 0, (mod & KMOD_CTRL) != 0, event->repeat);
}

// A sign has used up the Shift that it took to write it; a letter has not.
static void add_text(KeyNames *names, const char *text) {
    if (names->deaf || text[0] == ' ') return;
    bool upper = text[0] >= 'A' && text[0] <= 'Z', lower = text[0] >= 'a' && text[0] <= 'z';
    if (text[1] != '\0' || !(upper || lower)) {
        add(names, text, false, false);
        return;
    }
    char name[2] = {(char)(lower ? text[0] - 'a' + 'A' : text[0]), '\0'};
    add(names, name, (SDL_GetModState() & KMOD_SHIFT) != 0, false);
}

void keynames_add_event(KeyNames *names, const SDL_Event *event) {
    switch (event->type) {
    case SDL_KEYDOWN: add_key(names, &event->key); break;
    case SDL_TEXTINPUT: add_text(names, event->text.text); break;
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.button == SDL_BUTTON_RIGHT) add(names, "MouseRight", false, false);
        if (event->button.button == SDL_BUTTON_LEFT && event->button.clicks == 2)
            add(names, "MouseDouble", false, false);
        break;
    default: {
        const char *button = gamepad_button(&names->gamepad, event);
        if (button) add(names, button, false, false);
        break;
    }
    }
}
