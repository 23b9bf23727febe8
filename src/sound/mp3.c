#include "sound/mp3.h"

#include <mpg123.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct Mp3 {
    mpg123_handle *decoder;
    int descriptor, channels;
};

enum { TAG_HEAD = 10 };

// ID3v2: its size is in four bytes of seven bits (M. Nilsson, "ID3 tag version 2.4.0", 2000).
static off_t tag_size(const unsigned char *head) {
    if (memcmp(head, "ID3", 3) != 0) return 0;
    return TAG_HEAD + ((off_t)(head[6] & 127) << 21 | (off_t)(head[7] & 127) << 14 | (off_t)(head[8] & 127) << 7 | (head[9] & 127));
}

// Other kinds of files may have such a tag before them, too.
bool mp3_begins(int descriptor) {
    unsigned char head[TAG_HEAD] = {0};
    if (pread(descriptor, head, sizeof head, 0) != (ssize_t)sizeof head) return false;
    off_t tag = tag_size(head);
    if (tag && pread(descriptor, head, 4, tag) != 4) return false;
    bool is_other = memcmp(head, "RIFF", 4) == 0 || memcmp(head, "fLaC", 4) == 0 || memcmp(head, "OggS", 4) == 0;
    bool is_frame = head[0] == 0xff && (head[1] & 0xe0) == 0xe0;
    return !is_other && (tag || is_frame);
}

// Floats at the rate and in the channels the sound begins with, to its end.
static bool fix_format(Mp3 *mp3, Mp3Info *info) {
    long rate;
    int channels, encoding;
    if (mpg123_getformat(mp3->decoder, &rate, &channels, &encoding) != MPG123_OK) return false;
    if (mpg123_format_none(mp3->decoder) != MPG123_OK) return false;
    if (mpg123_format(mp3->decoder, rate, channels, MPG123_ENC_FLOAT_32) != MPG123_OK) return false;
    off_t frames = mpg123_length(mp3->decoder);
    *info = (Mp3Info){channels, (int)rate, frames > 0 ? frames : 0};
    mp3->channels = channels;
    return true;
}

Mp3 *mp3_open(int descriptor, Mp3Info *info, const char **reason) {
    Mp3 *mp3 = calloc(1, sizeof *mp3);
    int problem;
    mpg123_handle *decoder = mpg123_new(NULL, &problem);
    if (!mp3 || !decoder) abort(); // only without memory
    *mp3 = (Mp3){.decoder = decoder, .descriptor = descriptor};
    mpg123_param(decoder, MPG123_ADD_FLAGS, MPG123_QUIET | MPG123_GAPLESS | MPG123_FORCE_FLOAT, 0.0);
    if (mpg123_open_fd(decoder, descriptor) == MPG123_OK && fix_format(mp3, info)) return mp3;
    *reason = "there is no music in it";
    mp3_close(mp3);
    return NULL;
}

void mp3_close(Mp3 *mp3) {
    if (!mp3) return;
    mpg123_close(mp3->decoder);
    mpg123_delete(mp3->decoder);
    close(mp3->descriptor);
    free(mp3);
}

int mp3_read(Mp3 *mp3, float *out, int frames, const char **reason) {
    size_t frame_size = sizeof *out * (size_t)mp3->channels, wanted = frame_size * (size_t)frames, got = 0;
    int state = MPG123_OK;
    while (got < wanted && state == MPG123_OK) {
        size_t more = 0;
        state = mpg123_read(mp3->decoder, (unsigned char *)out + got, wanted - got, &more);
        got += more;
    }
    if (state != MPG123_OK && state != MPG123_DONE) {
        *reason = state == MPG123_NEW_FORMAT ? "it goes on in another format" : mpg123_strerror(mp3->decoder);
    }
    return (int)(got / frame_size);
}

bool mp3_seek(Mp3 *mp3, int64_t frame) {
    return mpg123_seek(mp3->decoder, (off_t)frame, SEEK_SET) >= 0;
}
