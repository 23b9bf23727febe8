#include "app/own_sheets.h"

#include "base/file.h"
#include "image/picture.h"
#include "image/sheet.h"

#include <string.h>

static const char index_name[] = "sheet.txt";

// Whether every picture that the index speaks of is there and can be looked at.
static bool check_pictures(Arena *arena, const Sheet *sheet, Error *error) {
    int width, height;
    for (int page = 0; page < sheet->page_count; page++)
        if (!picture_read_size(sheet_page_path(arena, sheet, page), &width, &height, error)) return false;
    return picture_read_size(path_join(arena, sheet->folder, "poster.png"), &width, &height, error);
}

// "sheets/squat/sheet.txt, line 3: ..." for a sentence that names the whole path.
static const char *shortened(Arena *arena, const char *sentence, const char *folder) {
    const char *at = strstr(sentence, folder);
    if (!at) return text_copy(arena, text_of(sentence));
    return text_format(arena, "%.*ssheets%s", (int)(at - sentence), sentence, at + strlen(folder));
}

int own_sheets_problems(Arena *arena, const Folders *folders, const char *const **lines) {
    FileList files = {0};
    Error error = {0};
    folder_list(arena, folders->own_sheets, index_name, &files, &error);
    const char **found = arena_new(arena, const char *, files.paths.count + 1);
    int count = 0;
    if (error.sentence[0]) found[count++] = text_copy(arena, text_of(error.sentence));
    for (int i = 0; i < files.paths.count; i++) {
        const char *path = files.paths.items[i];
        if (strcmp(path_name(path), index_name) != 0) continue;
        char *folder = text_copy(arena, (Text){path, (int)(path_name(path) - path) - 1});
        Sheet sheet;
        if (sheet_read(arena, folder, &sheet, &error) && check_pictures(arena, &sheet, &error)) continue;
        found[count++] = shortened(arena, error.sentence, folders->own_sheets);
    }
    *lines = found;
    return count;
}
