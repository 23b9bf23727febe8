#include "image/webp.h"

#include <string.h>
#include <webp/decode.h>
#include <webp/encode.h>

// Chosen by looking: below this, smooth skin and cloth begin to show blocks at three times its size.
static const float QUALITY = 93;

bool webp_is(const uint8_t *bytes, size_t size) {
    return size >= 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0;
}

bool webp_size(const uint8_t *bytes, size_t size, int *width, int *height) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes, size, &features) != VP8_STATUS_OK || features.has_animation) return false;
    *width = features.width, *height = features.height;
    return true;
}

bool webp_decode(const uint8_t *bytes, size_t size, Picture *picture) {
    int width, height;
    if (!webp_size(bytes, size, &width, &height)) return false;
    *picture = picture_make(width, height);
    size_t room = 4 * (size_t)width * (size_t)height;
    if (WebPDecodeRGBAInto(bytes, size, picture->pixels, room, width * 4)) return true;
    picture_free(picture);
    return false;
}

static int append(const uint8_t *bytes, size_t size, const WebPPicture *source) {
    TextBuilder *out = source->custom_ptr;
    builder_add_text(out, (Text){(const char *)bytes, (int)size});
    return 1;
}

bool webp_encode(const Picture *picture, TextBuilder *out) {
    WebPConfig config;
    WebPPicture source;
    if (!WebPConfigInit(&config) || !WebPPictureInit(&source)) return false;
    config.quality = QUALITY;
    config.method = 0; // the slower ones save a tenth and take twice the time
    config.alpha_compression = config.alpha_filtering = 0; // gzip does both better
    source.width = picture->width, source.height = picture->height;
    source.writer = append, source.custom_ptr = out;
    bool good = WebPPictureImportRGBA(&source, picture->pixels, picture->width * 4) && WebPEncode(&config, &source);
    WebPPictureFree(&source);
    return good;
}
