#include "sound/sound_file.h"

#include "sound/mp3.h"
#include "sound/resample.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <samplerate.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE_FRAMES = 2048 };

struct SoundFile {
    SNDFILE *input; // or
    Mp3 *mp3;
    SF_INFO info;
    int channels;     // that come out
    SRC_STATE *rates; // NULL when the file has the right rate already
    bool is_damaged;
    char reason[128];
    char *path;
    float raw[PIECE_FRAMES * SOUND_FILE_CHANNELS];
    float folded[PIECE_FRAMES * 2];
};

// Anything may stand in a file of floats.
static float tame(float value) {
    if (!(value > -1.0f)) return isnan(value) ? 0.0f : -1.0f;
    return value < 1.0f ? value : 1.0f;
}

// One frame into one or two channels: the first two are left and right, what is beyond them belongs to both.
static void fold(const float *in, int in_channels, float *out, int out_channels) {
    float both = 0.0f;
    for (int i = 2; i < in_channels; i++) both += tame(in[i]);
    float left = tame(in[0]), right = tame(in[in_channels > 1 ? 1 : 0]);
    float share = 2.0f / (float)(in_channels > 2 ? in_channels : 2); // never louder than full scale
    if (out_channels == 1) {
        out[0] = 0.5f * share * (left + right + both);
        return;
    }
    out[0] = share * (left + 0.5f * both);
    out[1] = share * (right + 0.5f * both);
}

// Up to PIECE_FRAMES frames at the file's own rate.
static int read_folded(SoundFile *file, float *out, int frames) {
    if (frames > PIECE_FRAMES) frames = PIECE_FRAMES;
    if (file->is_damaged) return 0;
    const char *reason = NULL;
    int got = file->mp3 ? mp3_read(file->mp3, file->raw, frames, &reason) : (int)sf_readf_float(file->input, file->raw, frames);
    if (file->input && got < frames && sf_error(file->input) != SF_ERR_NO_ERROR) reason = sf_strerror(file->input);
    if (reason) {
        file->is_damaged = true;
        strncpy(file->reason, reason, sizeof file->reason - 1);
    }
    if (got < 0) got = 0;
    for (int i = 0; i < got; i++) fold(file->raw + i * file->info.channels, file->info.channels, out + i * file->channels, file->channels);
    return got;
}

static long feed(void *context, float **samples) {
    SoundFile *file = context;
    *samples = file->folded;
    return read_folded(file, file->folded, PIECE_FRAMES);
}

static void open_mp3(SoundFile *file, int descriptor, const char **reason) {
    Mp3Info info;
    file->mp3 = mp3_open(descriptor, &info, reason);
    if (file->mp3) file->info = (SF_INFO){.channels = info.channels, .samplerate = info.samplerate, .frames = info.frames, .seekable = 1};
}

// sf_open would wait for a pipe's other end, and takes "-" for the standard input.
static bool open_regular(SoundFile *file, Error *error) {
    int descriptor = open(file->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return error_set(error, "cannot read %s: %s", file->path, strerror(errno));
    struct stat about;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
        close(descriptor);
        return error_set(error, "%s is no file; a sound is expected there", file->path);
    }
    const char *reason = NULL; // whatever opens it closes the descriptor, also when that fails
    if (mp3_begins(descriptor)) open_mp3(file, descriptor, &reason);
    else file->input = sf_open_fd(descriptor, SFM_READ, &file->info, SF_TRUE);
    if (file->input || file->mp3) return true;
    return error_set(error, "%s cannot be read as sound (%s); WAV, Ogg, Opus, FLAC and MP3 can", file->path,
                     reason ? reason : sf_strerror(NULL));
}

static bool check_limits(const SoundFile *file, Error *error) {
    const SF_INFO *info = &file->info;
    if (info->channels < 1 || info->channels > SOUND_FILE_CHANNELS)
        return error_set(error, "%s has %d channels; 1 to %d can be played", file->path, info->channels, SOUND_FILE_CHANNELS);
    if (info->samplerate < SOUND_FILE_RATE_MIN || info->samplerate > SOUND_FILE_RATE_MAX)
        return error_set(error, "%s has %d samples a second; %d to %d can be played", file->path, info->samplerate,
                         SOUND_FILE_RATE_MIN, SOUND_FILE_RATE_MAX);
    return true;
}

bool sound_file_open(const char *path, int channels, SoundFile **opened, Error *error) {
    assert(channels == 1 || channels == 2);
    SoundFile *file = calloc(1, sizeof *file);
    char *copy = strdup(path);
    if (!file || !copy) abort();
    file->channels = channels;
    file->path = copy;
    *opened = NULL;
    if (!open_regular(file, error) || !check_limits(file, error)) {
        sound_file_close(file);
        return false;
    }
    int problem;
    if (file->info.samplerate != SOUND_RATE) {
        file->rates = src_callback_new(feed, RESAMPLE_CONVERTER, channels, &problem, file);
        if (!file->rates) abort(); // only without memory
    }
    *opened = file;
    return true;
}

void sound_file_close(SoundFile *file) {
    if (!file) return;
    if (file->input) sf_close(file->input);
    mp3_close(file->mp3);
    if (file->rates) src_delete(file->rates);
    free(file->path);
    free(file);
}

bool sound_file_seek(SoundFile *file, double at_s) {
    if (file->is_damaged || !file->info.seekable) return false;
    sf_count_t frame = (sf_count_t)(at_s * file->info.samplerate);
    if (file->mp3 ? !mp3_seek(file->mp3, frame) : sf_seek(file->input, frame, SEEK_SET) < 0) return false;
    if (file->rates) src_reset(file->rates);
    return true;
}

double sound_file_length_s(const SoundFile *file) {
    sf_count_t frames = file->info.frames;
    return frames > 0 && frames < SF_COUNT_MAX ? (double)frames / file->info.samplerate : 0.0;
}

bool sound_file_read(SoundFile *file, float *out, int frames, int *got, Error *error) {
    *got = 0;
    while (*got < frames) {
        float *to = out + (size_t)*got * (size_t)file->channels;
        int more = file->rates ? (int)src_callback_read(file->rates, (double)SOUND_RATE / file->info.samplerate, frames - *got, to)
                               : read_folded(file, to, frames - *got);
        if (more <= 0) break;
        *got += more;
    }
    for (int i = 0; i < *got * file->channels; i++) out[i] = tame(out[i]); // the filter may overshoot
    return !file->is_damaged || error_set(error, "%s is damaged (%s)", file->path, file->reason);
}

// ---- whole files ----

typedef struct {
    float *samples;
    int count, capacity;
} Growing;

static bool read_all(SoundFile *file, int most, Growing *all, Error *error) {
    for (int got = 1; got > 0; all->count += got) {
        if (all->count == all->capacity) {
            all->capacity = all->capacity ? 2 * all->capacity : SOUND_RATE;
            all->samples = realloc(all->samples, sizeof *all->samples * (size_t)all->capacity);
            if (!all->samples) abort();
        }
        if (!sound_file_read(file, all->samples + all->count, all->capacity - all->count, &got, error)) return false;
        if (all->count + got > most)
            return error_set(error, "%s is longer than the %.0f seconds it may have", file->path, (double)most / SOUND_RATE);
    }
    return all->count > 0 || error_set(error, "%s holds no sound", file->path);
}

bool sound_file_read_clip(const char *path, double longest_s, SoundClip *clip, Error *error) {
    assert(longest_s > 0.0 && longest_s <= 600.0);
    *clip = (SoundClip){0};
    SoundFile *file;
    if (!sound_file_open(path, 1, &file, error)) return false;
    Growing all = {0};
    bool good = read_all(file, (int)(longest_s * SOUND_RATE), &all, error);
    sound_file_close(file);
    if (good) *clip = (SoundClip){all.samples, all.count};
    else free(all.samples);
    return good;
}

void sound_file_free_clip(SoundClip *clip) {
    free((void *)clip->samples);
    *clip = (SoundClip){0};
}
