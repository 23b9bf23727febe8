// What lies over a screen for a while: pause, the pause menu, the list of keys, a short message. The settings cover it.
#pragma once

#include "ui/canvas.h"
#include "ui/theme.h"

typedef enum {
    OVERLAY_NONE, OVERLAY_PAUSED, OVERLAY_MENU, OVERLAY_KEYS,
    OVERLAY_SETTINGS, OVERLAY_DELAY // whole pages: pages.h
} Overlay;

typedef enum { CHOICE_RESUME, CHOICE_AGAIN, CHOICE_SETTINGS, CHOICE_LEAVE, CHOICE_COUNT } MenuChoice;

// Veils what was drawn so far and shows the overlay; `choice` is the focused one of the menu.
void overlay_draw(Canvas *canvas, const Theme *theme, Overlay overlay, MenuChoice choice);

// A message centred at the top of the box, in one line or two.
void toast_draw(Canvas *canvas, const Theme *theme, Rect box, const char *words);
