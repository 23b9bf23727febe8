// A moving figure on a page that is no session.
#pragma once

#include "session/demo.h"
#include "ui/canvas.h"

// The figure of a demo, with its mat, as large as fits the area. Nothing is drawn where the move has no sheet.
void demo_draw(Canvas *canvas, Rect area, const Session *demo, double at_ms, const SheetMeasure *sheets);

// Whether there is anything to draw.
bool demo_has_picture(const Session *demo, const SheetMeasure *sheets);
