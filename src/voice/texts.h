// Every sentence that is spoken: by sessions, by the coach and by the screens. For each a voice has a clip.
#pragma once

#include "session/texts.h"

// Sorted by bytes, each once; in the arena. Shipped are those of the library that ships.
void voice_texts(Arena *arena, const Library *library, TextList *texts);
