#include "voice/finish.h"

#include "base/file.h"
#include "sound/level.h"
#include "sound/sound_file.h"
#include "sound/trim.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { WAV_HEAD = 44, WAV_FLOATS = 3 };

static void put(unsigned char **at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++) *(*at)++ = (unsigned char)(value >> (8 * i));
}

static void put_name(unsigned char **at, const char *name) {
    memcpy(*at, name, 4);
    *at += 4;
}

// The head of a WAV file (IBM and Microsoft 1991) of so many mono floats.
static void put_head(unsigned char *at, uint32_t samples) {
    put_name(&at, "RIFF");
    put(&at, WAV_HEAD - 8 + 4 * samples, 4);
    put_name(&at, "WAVE");
    put_name(&at, "fmt ");
    put(&at, 16, 4), put(&at, WAV_FLOATS, 2), put(&at, 1, 2);
    put(&at, SOUND_RATE, 4), put(&at, 4 * SOUND_RATE, 4), put(&at, 4, 2), put(&at, 32, 2);
    put_name(&at, "data");
    put(&at, 4 * samples, 4);
}

static bool write_wav(const char *path, const float *samples, int count, Error *error) {
    size_t size = WAV_HEAD + sizeof(float) * (size_t)count;
    unsigned char *bytes = malloc(size);
    if (!bytes) abort();
    put_head(bytes, (uint32_t)count);
    memcpy(bytes + WAV_HEAD, samples, sizeof(float) * (size_t)count);
    bool good = file_write(path, (Text){(const char *)bytes, (int)size}, error);
    free(bytes);
    return good;
}

bool finish_clip(const char *in, const char *out, Error *error) {
    SoundClip clip;
    if (!sound_file_read_clip(in, COACH_CLIP_MS / 1000.0, &clip, error)) return false;
    float *samples = (float *)clip.samples;
    TrimRange part = trim_sounding_part(samples, clip.count);
    int count = part.end - part.begin;
    bool good = count > 0 || error_set(error, "%s is silent; record it again", in);
    if (good) {
        level_adjust(samples + part.begin, count);
        trim_fade_ends(samples + part.begin, count);
        good = write_wav(out, samples + part.begin, count, error);
    }
    sound_file_free_clip(&clip);
    return good;
}

static int64_t bytes_of(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? status.st_size : 0;
}

static bool add_clip(Arena *arena, const char *folder, const char *text, TextBuilder *out, FinishSum *sum, Error *error) {
    char name[COACH_FILE_BYTES];
    coach_file_name(text, name);
    CoachClip clip = {.text = text, .folder = folder, .file = name};
    SoundClip sound;
    if (!coach_read(&clip, &sound, error)) return false;
    double loudness = level_loudness(sound.samples, sound.count);
    builder_add(out, "clip %s %d %.1f %s\n", name, coach_length_ms(sound.count), loudness, text);
    if (!sum->clips || loudness < sum->quietest) sum->quietest = loudness;
    if (!sum->clips || loudness > sum->loudest) sum->loudest = loudness;
    sum->clips++;
    sum->bytes += bytes_of(path_join(arena, folder, name));
    sum->length_s += (double)sound.count / SOUND_RATE;
    sound_file_free_clip(&sound);
    return true;
}

bool finish_manifest(Arena *arena, const char *folder, const TextList *texts, TextList *missing, FinishSum *sum, Error *error) {
    *sum = (FinishSum){0};
    TextBuilder out = {0};
    builder_add(&out, "limber-voice 1\n# made by limber-voice --manifest: file, milliseconds, LUFS, text\n");
    bool good = true;
    for (int i = 0; i < texts->items.count && good; i++) {
        const char *text = texts->items.items[i];
        char name[COACH_FILE_BYTES];
        coach_file_name(text, name);
        if (file_exists(path_join(arena, folder, name))) {
            good = add_clip(arena, folder, text, &out, sum, error);
        } else {
            sum->missing++;
            *list_push(arena, &missing->items) = text;
        }
    }
    good = good && file_write(path_join(arena, folder, COACH_MANIFEST), builder_text(&out), error);
    builder_free(&out);
    return good;
}
