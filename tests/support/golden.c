#include "support/golden.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

enum { LARGEST_GOLDEN = 8 * 1024 * 1024 };

static bool rebasing(void) {
    const char *wish = getenv("LIMBER_REBASE");
    return wish && *wish && *wish != '0';
}

// build/golden/NAME: where what a test saw is left to look at.
static char *leftover_path(Arena *arena, const char *golden, const char *ending) {
    Error error;
    if (!folder_make("build/golden", &error)) fail_msg("%s", error.sentence);
    return text_format(arena, "build/golden/%s%s", path_name(golden), ending);
}

void assert_golden_text(const char *path, Text actual) {
    Arena arena = {0};
    Error error = {0};
    Text expected = {0};
    if (rebasing()) {
        if (!file_write(path, actual, &error)) fail_msg("%s", error.sentence);
    } else if (!file_read(&arena, path, LARGEST_GOLDEN, &expected, &error)) {
        fail_msg("%s (LIMBER_REBASE=1 writes it)", error.sentence);
    } else if (!text_equal(actual, expected)) {
        char *left = leftover_path(&arena, path, ".actual");
        file_write(left, actual, &error);
        fail_msg("differs from %s; compare it with %s", path, left);
    }
    arena_free(&arena);
}

// Counts differing pixels and paints them: black where equal, brighter with the difference.
static int compare(const Picture *actual, const Picture *expected, int tolerance, Picture *differences) {
    int wrong = 0;
    for (int i = 0; i < actual->width * actual->height; i++) {
        int largest = 0;
        for (int c = 0; c < 4; c++) {
            int d = abs(actual->pixels[4 * i + c] - expected->pixels[4 * i + c]);
            if (d > largest) largest = d;
        }
        wrong += largest > tolerance;
        for (int c = 0; c < 3; c++) differences->pixels[4 * i + c] = (uint8_t)(largest > 63 ? 255 : largest * 4);
        differences->pixels[4 * i + 3] = 255;
    }
    return wrong;
}

void assert_golden_picture(const char *path, const Picture *actual, int tolerance) {
    Error error = {0};
    if (rebasing()) {
        if (!picture_write(path, actual, &error)) fail_msg("%s", error.sentence);
        return;
    }
    Picture expected = {0};
    if (!picture_read(path, &expected, &error)) fail_msg("%s (LIMBER_REBASE=1 writes it)", error.sentence);
    Arena arena = {0};
    char *left = leftover_path(&arena, path, ".actual.png");
    if (expected.width != actual->width || expected.height != actual->height) {
        picture_write(left, actual, &error);
        fail_msg("%s is %dx%d, now %dx%d; see %s", path, expected.width, expected.height, actual->width,
                 actual->height, left);
    }
    Picture differences = picture_make(actual->width, actual->height);
    int wrong = compare(actual, &expected, tolerance, &differences);
    if (wrong) {
        picture_write(left, actual, &error);
        picture_write(leftover_path(&arena, path, ".diff.png"), &differences, &error);
        fail_msg("%d pixels differ from %s; see %s", wrong, path, left);
    }
    picture_free(&differences);
    picture_free(&expected);
    arena_free(&arena);
}
