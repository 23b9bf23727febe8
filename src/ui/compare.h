// The right form and the common mistake beside each other, in the place of the figure.
#pragma once

#include "session/comparison.h"
#include "ui/canvas.h"
#include "ui/theme.h"

// Two cards in the area, each with its mark and its word; below each other when the window is on end.
void compare_draw(Canvas *canvas, const Theme *theme, Rect area, const Comparison *comparison, const SheetMeasure *sheets);

// Nothing to be seen: lets the pictures be made ready.
void compare_prepare(Canvas *canvas, Rect area, const Comparison *comparison, const SheetMeasure *sheets);
