#include "image/picture.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_FAILURE_USERMSG
#define STB_IMAGE_WRITE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wshadow"
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

enum { LARGEST_SIDE = 16384 };

Picture picture_make(int width, int height) {
    Picture picture = {width, height, calloc((size_t)width * (size_t)height, 4)};
    if (!picture.pixels && width && height) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    return picture;
}

void picture_free(Picture *picture) {
    free(picture->pixels);
    *picture = (Picture){0};
}

bool picture_read(const char *path, Picture *picture, Error *error) {
    int width, height, channels;
    if (access(path, R_OK) != 0) return error_set(error, "cannot read the picture %s: %s", path, strerror(errno));
    if (!stbi_info(path, &width, &height, &channels) || width > LARGEST_SIDE || height > LARGEST_SIDE)
        return error_set(error, "%s is not a PNG picture of at most %d pixels a side", path, LARGEST_SIDE);
    picture->pixels = stbi_load(path, &picture->width, &picture->height, &channels, 4);
    if (picture->pixels) return true;
    return error_set(error, "cannot read the picture %s: %s", path, stbi_failure_reason());
}

bool picture_write(const char *path, const Picture *picture, Error *error) {
    if (stbi_write_png(path, picture->width, picture->height, 4, picture->pixels, picture->width * 4)) return true;
    return error_set(error, "cannot write the picture %s: %s", path, strerror(errno));
}

void picture_mirror(Picture *picture) {
    for (int y = 0; y < picture->height; y++) {
        uint8_t *row = picture->pixels + (size_t)y * (size_t)picture->width * 4;
        for (int left = 0, right = picture->width - 1; left < right; left++, right--) {
            uint8_t swap[4];
            memcpy(swap, row + 4 * left, 4);
            memcpy(row + 4 * left, row + 4 * right, 4);
            memcpy(row + 4 * right, swap, 4);
        }
    }
}

// How much of source pixels [first, last] a target pixel covers, along one axis.
typedef struct {
    double begin, end;
    int first, last;
} Cover;

static Cover cover_of(int target, int target_size, int source_size) {
    double step = (double)source_size / target_size;
    Cover cover = {target * step, (target + 1) * step, 0, 0};
    if (step < 1) { // enlarging: the two neighbours of the middle
        double middle = cover.begin + step / 2;
        cover.begin = middle - 0.5, cover.end = middle + 0.5;
    }
    cover.first = cover.begin < 0 ? 0 : (int)cover.begin;
    cover.last = (int)(cover.end - 1e-9);
    if (cover.last >= source_size) cover.last = source_size - 1;
    return cover;
}

static double share(const Cover *cover, int pixel, int size) {
    double begin = cover->begin > pixel || pixel == 0 ? cover->begin : pixel;
    double end = cover->end < pixel + 1 || pixel == size - 1 ? cover->end : pixel + 1;
    return end - begin;
}

static void average(const Picture *from, Cover across, Cover down, uint8_t *to) {
    double sum[3] = {0}, alpha = 0, weight = 0;
    for (int y = down.first; y <= down.last; y++) {
        double row_share = share(&down, y, from->height);
        const uint8_t *pixel = from->pixels + 4 * ((size_t)y * (size_t)from->width + (size_t)across.first);
        for (int x = across.first; x <= across.last; x++, pixel += 4) {
            double part = row_share * share(&across, x, from->width);
            weight += part;
            alpha += part * pixel[3];
            for (int c = 0; c < 3; c++) sum[c] += part * pixel[3] * pixel[c];
        }
    }
    for (int c = 0; c < 3; c++) to[c] = alpha > 0 ? (uint8_t)(sum[c] / alpha + 0.5) : 0;
    to[3] = (uint8_t)(alpha / weight + 0.5);
}

Picture picture_scaled(const Picture *picture, int width, int height) {
    Picture scaled = picture_make(width, height);
    uint8_t *pixel = scaled.pixels;
    for (int y = 0; y < height; y++) {
        Cover down = cover_of(y, height, picture->height);
        for (int x = 0; x < width; x++, pixel += 4)
            average(picture, cover_of(x, width, picture->width), down, pixel);
    }
    return scaled;
}

Picture picture_crop(const Picture *picture, int x, int y, int width, int height) {
    Picture crop = picture_make(width, height);
    for (int row = 0; row < height; row++)
        memcpy(crop.pixels + (size_t)row * (size_t)width * 4,
               picture->pixels + 4 * ((size_t)(y + row) * (size_t)picture->width + (size_t)x), (size_t)width * 4);
    return crop;
}
