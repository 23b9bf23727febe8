// Where the picture goes while one is on the way from one exercise to the next: the floor glides from the
// height where the one was seen to that of the other.
#pragma once

#include "session/view.h"
#include "ui/layout.h"

// `view` is of a moment when a way is shown.
FigurePlace way_place(const Canvas *canvas, Rect area, float pixels_per_metre, const SheetMeasure *sheets,
                      const Session *session, const View *view);
