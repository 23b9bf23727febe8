#include "sound/speak.h"

#include "sound/level.h"
#include "sound/resample.h"
#include "sound/trim.h"

#include <ctype.h>
#include <flite/flite.h>
#include <flite/flite_version.h>
#include <stdlib.h>
#include <string.h>

// flite's headers leave the voices' entries undeclared.
cst_voice *register_cmu_us_rms(const char *folder);

// A little slower than the voice's own pace: instructions are followed while they are heard.
static const float DURATION_STRETCH = 1.0f / 0.92f;

// Characters beyond ASCII that cue texts use, as the synthesiser should read them.
static const struct {
    const char *utf8, *spoken;
} SPOKEN[] = {
    {"\xe2\x80\x93", ", "},      // en dash
    {"\xe2\x80\x94", ", "},      // em dash
    {"\xe2\x80\x98", "'"},       // quotes
    {"\xe2\x80\x99", "'"},
    {"\xe2\x80\x9c", ""},
    {"\xe2\x80\x9d", ""},
    {"\xe2\x80\xa6", ", "},      // ellipsis
    {"\xc3\x97", " times "},
    {"\xc2\xb0", " degrees "},
    {"\xc2\xbd", " and a half "},
    {"\xc3\xa9", "e"},
    {"\xc3\xa8", "e"},
    {"\xc3\xaf", "i"},
};

// The spoken form of the bytes at `at`, and how many bytes it stands for. What has none is a space.
static const char *spoken_form(const char *at, char *one, int *used) {
    *used = 1;
    if ((unsigned char)*at < 0x80) {
        *one = iscntrl((unsigned char)*at) ? ' ' : *at;
        return one;
    }
    for (size_t i = 0; i < sizeof SPOKEN / sizeof SPOKEN[0]; i++) {
        size_t size = strlen(SPOKEN[i].utf8);
        if (strncmp(at, SPOKEN[i].utf8, size) != 0) continue;
        *used = (int)size;
        return SPOKEN[i].spoken;
    }
    *one = ' ';
    return one;
}

// Plain ASCII for the synthesiser, cut after a whole word. False when there is no word in it.
static bool plain_text(const char *text, char plain[SPEAK_MAX_BYTES + 1]) {
    int size = 0;
    bool has_word = false;
    while (*text != '\0') {
        char one[2] = {0};
        int used;
        const char *form = spoken_form(text, one, &used);
        int form_size = (int)strlen(form);
        if (size + form_size > SPEAK_MAX_BYTES) {
            while (size > 0 && plain[size - 1] != ' ') size--;
            break;
        }
        memcpy(plain + size, form, (size_t)form_size);
        for (int i = 0; i < form_size; i++) has_word |= isalnum((unsigned char)form[i]) != 0;
        size += form_size;
        text += used;
    }
    plain[size] = '\0';
    return has_word && size > 0;
}

static cst_wave *synthesise(const char *plain) {
    // Both are made once inside the library and only found again afterwards.
    flite_init();
    cst_voice *voice = register_cmu_us_rms(NULL);
    if (!voice) return NULL;
    flite_feat_set_float(voice->features, "duration_stretch", DURATION_STRETCH);
    srand(1); // it makes breath and hiss with rand(); from here the same text is always the same samples
    return flite_text_to_wave(plain, voice);
}

static SoundClip clip_of(const cst_wave *wave) {
    if (wave->num_channels != 1 || wave->sample_rate < 8000 || wave->sample_rate > SOUND_RATE) return (SoundClip){0};
    int count = resample_count(wave->num_samples, wave->sample_rate, SOUND_RATE);
    if (count <= 0) return (SoundClip){0};
    float *samples = malloc(sizeof *samples * (size_t)count);
    if (!samples) abort();
    resample(wave->samples, wave->num_samples, wave->sample_rate, SOUND_RATE, samples);
    TrimRange part = trim_sounding_part(samples, count);
    count = part.end - part.begin;
    if (count == 0) {
        free(samples);
        return (SoundClip){0};
    }
    memmove(samples, samples + part.begin, sizeof *samples * (size_t)count);
    level_adjust(samples, count);
    trim_fade_ends(samples, count);
    return (SoundClip){samples, count};
}

SoundClip speak_text(const char *text) {
    char plain[SPEAK_MAX_BYTES + 1];
    if (!plain_text(text, plain)) return (SoundClip){0};
    cst_wave *wave = synthesise(plain);
    if (!wave) return (SoundClip){0};
    SoundClip clip = clip_of(wave);
    delete_wave(wave);
    return clip;
}

void speak_free(SoundClip *clip) {
    free((void *)clip->samples);
    *clip = (SoundClip){0};
}

int speak_length_ms(const char *text) {
    SoundClip clip = speak_text(text);
    int length_ms = (int)(((int64_t)clip.count * 1000 + SOUND_RATE - 1) / SOUND_RATE);
    speak_free(&clip);
    return length_ms;
}

const char *speak_version(void) {
    return "flite " FLITE_PROJECT_VERSION " with the voice rms";
}
