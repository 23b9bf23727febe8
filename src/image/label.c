#include "image/label.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wshadow"
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

enum { LARGEST_FONT = 16 * 1024 * 1024 };

struct LabelFont {
    Arena arena; // of the file
    stbtt_fontinfo info;
};

bool label_font_open(const char *path, LabelFont **result, Error *error) {
    LabelFont font = {0};
    Text bytes;
    if (!file_read(&font.arena, path, LARGEST_FONT, &bytes, error)) return false;
    const unsigned char *start = (const unsigned char *)bytes.bytes;
    if (bytes.size < 12 || stbtt_GetFontOffsetForIndex(start, 0) < 0 || !stbtt_InitFont(&font.info, start, 0)) {
        arena_free(&font.arena);
        return error_set(error, "%s is not a font", path);
    }
    LabelFont *kept = arena_new(&font.arena, LabelFont, 1);
    *kept = font;
    *result = kept;
    return true;
}

void label_font_close(LabelFont *font) {
    if (!font) return;
    Arena arena = font->arena;
    arena_free(&arena);
}

static void ink(Picture *picture, int x, int y, int coverage, LabelColour colour) {
    if (x < 0 || y < 0 || x >= picture->width || y >= picture->height) return;
    uint8_t *pixel = picture->pixels + 4 * ((size_t)y * (size_t)picture->width + (size_t)x);
    const uint8_t inks[3] = {colour.red, colour.green, colour.blue};
    for (int i = 0; i < 3; i++) pixel[i] = (uint8_t)((pixel[i] * (255 - coverage) + inks[i] * coverage) / 255);
}

int label_write(const LabelFont *font, Picture *picture, int x, int baseline, double size, LabelColour colour,
                const char *words) {
    const stbtt_fontinfo *info = &font->info;
    float scale = stbtt_ScaleForMappingEmToPixels(info, (float)size), pen = (float)x;
    for (; *words; words++) {
        int character = *words >= ' ' && *words <= '~' ? *words : '?', advance, bearing;
        int whole = (int)pen, left, top, width, height;
        stbtt_GetCodepointHMetrics(info, character, &advance, &bearing);
        unsigned char *mask = stbtt_GetCodepointBitmapSubpixel(info, scale, scale, pen - (float)whole, 0, character,
                                                               &width, &height, &left, &top);
        for (int i = 0; mask && i < width * height; i++)
            ink(picture, whole + left + i % width, baseline + top + i / width, mask[i], colour);
        stbtt_FreeBitmap(mask, NULL);
        pen += (float)advance * scale;
    }
    return (int)pen + 1;
}
