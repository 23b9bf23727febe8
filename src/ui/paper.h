// What whole pages have in common: the paper, a title, one line of hints, and a message over all of it.
#pragma once

#include "ui/canvas.h"
#include "ui/theme.h"

// The paper with its title.
void paper_draw(Canvas *canvas, const Theme *theme, Rect box, const char *title);

// The way back, at the top right; it is hit by WAY_BACK and means the same as Esc.
enum { WAY_BACK = -100, WAY_BACK_WIDTH = 140 };
void paper_back(Canvas *canvas, const Theme *theme, float right, float y);

// Which keys do what.
void paper_hint(Canvas *canvas, const Theme *theme, Rect box, const char *words);

// At the top; nothing for NULL.
void paper_toast(Canvas *canvas, const Theme *theme, const char *words);
