// Comparing with files kept in the tests: texts byte for byte, pictures pixel for pixel.
//
// With LIMBER_REBASE=1 in the environment the files are rewritten instead; look at the change
// with git diff before keeping it. Paths are relative to the top folder.
#pragma once

#include "base/text.h"
#include "image/picture.h"

// Fails the running cmocka test when `actual` differs from the file; leaves FILE.actual in build/.
void assert_golden_text(const char *path, Text actual);

// The same for a picture: channels may differ by `tolerance`. Leaves the actual picture and a picture
// of the differences in build/.
void assert_golden_picture(const char *path, const Picture *actual, int tolerance);
