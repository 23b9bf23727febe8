// What whole pages have in common: the paper, a title, one line of hints, and a message over all of it.
#pragma once

#include "ui/canvas.h"
#include "ui/theme.h"

// The paper with its title.
void paper_draw(Canvas *canvas, const Theme *theme, Rect box, const char *title);

// Which keys do what.
void paper_hint(Canvas *canvas, const Theme *theme, Rect box, const char *words);

// At the top; nothing for NULL.
void paper_toast(Canvas *canvas, const Theme *theme, const char *words);
