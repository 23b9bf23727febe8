// Opens a painter for a test, with the fonts of the system and the sheets of a folder.
#pragma once

#include "lists.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

// With `wait` no picture is painted before what it shows is read.
static inline Painter *painting_open(const char *sheets, bool wait) {
    Painter *painter = NULL;
    Error error = {0};
    PainterOptions options = {.font_folder = FONTS, .sheet_folder = sheets, .wait_for_pictures = wait};
    if (!painter_open(&options, &painter, &error)) fail_msg("%s", error.sentence);
    return painter;
}
