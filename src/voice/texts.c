#include "voice/texts.h"

#include "ui/spoken.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    TextList *list;
} Collector;

static void collect(void *context, const char *sentence) {
    Collector *collector = context;
    *list_push(collector->arena, &collector->list->items) = sentence;
}

static int compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// A count, say, is heard in sessions and on screens.
static void leave_each_once(TextList *texts) {
    int kept = 0;
    for (int i = 0; i < texts->items.count; i++) {
        const char *text = texts->items.items[i];
        if (!kept || strcmp(texts->items.items[kept - 1], text) != 0) texts->items.items[kept++] = text;
    }
    texts->items.count = kept;
}

void voice_texts(Arena *arena, const Library *library, TextList *texts) {
    session_texts(arena, library, texts);
    Collector collector = {arena, texts};
    coach_spoken(collect, &collector);
    ui_spoken(collect, &collector);
    qsort(texts->items.items, (size_t)texts->items.count, sizeof *texts->items.items, compare);
    leave_each_once(texts);
}
