#include "image/picture.h"

#include "base/file.h"
#include "image/webp.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

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

enum { LARGEST_SIDE = 16384, LARGEST_FILE = 256 << 20, HEAD = 65536 };

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

static bool refuse_size(const char *path, Error *error) {
    return error_set(error, "%s is not a PNG or WebP picture of at most %d pixels a side", path, LARGEST_SIDE);
}

// Either kind of file, told by its first bytes.
static bool size_of_bytes(Text file, int *width, int *height) {
    const uint8_t *bytes = (const uint8_t *)file.bytes;
    int channels;
    bool good = webp_is(bytes, (size_t)file.size) ? webp_size(bytes, (size_t)file.size, width, height)
                                                  : stbi_info_from_memory(bytes, file.size, width, height, &channels) != 0;
    return good && *width <= LARGEST_SIDE && *height <= LARGEST_SIDE;
}

// Unpacks what is packed by gzip, and takes any other file as it is. Of more than `limit` bytes only the first.
static bool read_bytes(const char *path, int limit, TextBuilder *bytes, Error *error) {
    gzFile file = gzopen(path, "rb");
    if (!file) return error_set(error, "cannot read the picture %s: %s", path, strerror(errno));
    char piece[HEAD];
    int count = 0;
    errno = 0;
    while (bytes->size < limit && (count = gzread(file, piece, sizeof piece)) > 0)
        builder_add_text(bytes, (Text){piece, count});
    int reason = count < 0 ? errno : 0;
    if (gzclose_r(file) == Z_OK && count >= 0) return true;
    if (reason) return error_set(error, "cannot read the picture %s: %s", path, strerror(reason));
    return error_set(error, "cannot read the picture %s: it is damaged or cut short; make it again", path);
}

bool picture_read_size(const char *path, int *width, int *height, Error *error) {
    TextBuilder head = {0};
    bool good = read_bytes(path, HEAD, &head, error);
    if (good && !size_of_bytes(builder_text(&head), width, height)) good = refuse_size(path, error);
    builder_free(&head);
    return good;
}

static bool decode(const char *path, Text file, Picture *picture, Error *error) {
    const uint8_t *bytes = (const uint8_t *)file.bytes;
    int channels;
    if (!size_of_bytes(file, &picture->width, &picture->height)) return refuse_size(path, error);
    if (webp_is(bytes, (size_t)file.size)) {
        if (webp_decode(bytes, (size_t)file.size, picture)) return true;
        return error_set(error, "cannot read the picture %s: it is damaged or cut short; make it again", path);
    }
    picture->pixels = stbi_load_from_memory(bytes, file.size, &picture->width, &picture->height, &channels, 4);
    if (picture->pixels) return true;
    return error_set(error, "cannot read the picture %s: %s", path, stbi_failure_reason());
}

bool picture_read(const char *path, Picture *picture, Error *error) {
    TextBuilder file = {0};
    *picture = (Picture){0};
    bool good = read_bytes(path, LARGEST_FILE, &file, error) && decode(path, builder_text(&file), picture, error);
    builder_free(&file);
    if (!good) *picture = (Picture){0};
    return good;
}

// Runs are all there is to find in coverage: where a figure is and where it is not (mode R). A third of the time
// that coding coverage by libwebp took, and a smaller file.
static bool write_packed(const char *path, Text text) {
    gzFile file = gzopen(path, "wb1R");
    if (!file) return false;
    gzbuffer(file, 1 << 18);
    bool good = gzwrite(file, text.bytes, (unsigned)text.size) == text.size;
    return gzclose_w(file) == Z_OK && good;
}

static bool write_webp(const char *path, const Picture *picture, Error *error) {
    TextBuilder coded = {0};
    if (!webp_encode(picture, &coded)) {
        builder_free(&coded);
        return error_set(error, "cannot write the picture %s: it is too large for WebP", path);
    }
    bool good = write_packed(path, builder_text(&coded));
    int reason = errno;
    builder_free(&coded);
    return good || error_set(error, "cannot write the picture %s: %s", path, strerror(reason));
}

bool picture_write(const char *path, const Picture *picture, Error *error) {
    if (path_ends_with(path, ".webp.gz")) return write_webp(path, picture, error);
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
