// Whether a text is JSON (RFC 8259), for tests of what is written for other programs.
#pragma once

#include "base/text.h"

// One value and nothing else; -1 when it is, otherwise the byte at which it is not.
int json_mistake(Text text);
