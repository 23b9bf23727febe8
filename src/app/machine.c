#include "app/machine.h"

#include "base/file.h"

#include <inttypes.h>
#include <stdlib.h>
#include <sys/random.h>

static bool read_number(Arena *arena, const char *path, uint32_t *number) {
    Text text;
    Error error;
    char *end;
    if (!file_read(arena, path, 64, &text, &error)) return false;
    const char *digits = text_copy(arena, text);
    *number = (uint32_t)strtoul(digits, &end, 16);
    return end - digits == 8 && *number != 0;
}

uint32_t machine_number(Arena *arena, const char *path) {
    uint32_t number = 0;
    Error error;
    if (read_number(arena, path, &number)) return number;
    while (number <= 1)
        if (getrandom(&number, sizeof number, 0) != sizeof number) return 1;
    const char *text = text_format(arena, "%08" PRIx32 "\n", number);
    const char *folder = text_copy(arena, (Text){path, (int)(path_name(path) - path) - 1});
    bool kept = folder_make(folder, &error) && file_write(path, text_of(text), &error);
    return kept ? number : 1;
}
