#include "sound/mixer.h"

#include <assert.h>
#include <string.h>

enum { BLOCK_FRAMES = 256 };

static const float RAMP_STEP = 1.0f / MIXER_FADE_SAMPLES;

void mixer_start(Mixer *mixer) {
    *mixer = (Mixer){.master = 1.0f};
    for (int bus = 0; bus < BUS_COUNT; bus++) mixer->volume[bus] = mixer->gain[bus] = 1.0f;
}

// The sample that the next frame is made of.
static int64_t heard(const Mixer *mixer) {
    return mixer->position + mixer->tail;
}

static bool has_begun(const Mixer *mixer, const MixerVoice *voice) {
    return voice->start < heard(mixer);
}

static void remove_voice(Mixer *mixer, int index) {
    mixer->voices[index] = mixer->voices[--mixer->voice_count];
}

bool mixer_schedule(Mixer *mixer, SoundClip clip, Bus bus, int64_t start, int tag) {
    assert(bus >= 0 && bus < BUS_COUNT);
    if (clip.count <= 0) return true;
    if (mixer->voice_count == MIXER_VOICES) return false;
    mixer->voices[mixer->voice_count++] = (MixerVoice){
        .clip = clip,
        .bus = bus,
        .start = start > mixer->position ? start : mixer->position,
        .fade_at = INT64_MAX,
        .tag = tag,
    };
    return true;
}

bool mixer_withdraw(Mixer *mixer, int tag) {
    for (int i = 0; i < mixer->voice_count; i++) {
        if (mixer->voices[i].tag != tag || has_begun(mixer, &mixer->voices[i])) continue;
        remove_voice(mixer, i);
        return true;
    }
    return false;
}

static void fade_voice(const Mixer *mixer, MixerVoice *voice, int64_t at) {
    if (at < heard(mixer)) at = heard(mixer);
    if (at < voice->fade_at) voice->fade_at = at;
}

void mixer_fade(Mixer *mixer, int tag, int64_t at) {
    for (int i = 0; i < mixer->voice_count; i++) {
        if (mixer->voices[i].tag == tag) fade_voice(mixer, &mixer->voices[i], at);
    }
}

void mixer_cancel(Mixer *mixer) {
    // In a finished pause nothing sounds, and a fade would be heard only when time goes on.
    bool silent = mixer->paused && mixer->master == 0.0f;
    for (int i = mixer->voice_count - 1; i >= 0; i--) {
        if (silent || !has_begun(mixer, &mixer->voices[i])) {
            remove_voice(mixer, i);
        } else {
            fade_voice(mixer, &mixer->voices[i], heard(mixer));
        }
    }
}

bool mixer_uses(const Mixer *mixer, SoundClip clip) {
    for (int i = 0; i < mixer->voice_count; i++) {
        if (mixer->voices[i].clip.samples == clip.samples) return true;
    }
    return false;
}

void mixer_pause(Mixer *mixer, bool paused) {
    if (mixer->paused == paused) return;
    mixer->paused = paused;
    if (paused) return;
    // Taken back in the middle of its fade, a pause never was: what was heard counts.
    mixer->position += mixer->tail;
    mixer->tail = 0;
    // The ramp up is for sounds that were stopped half-way; one that begins now keeps its onset.
    bool sounding = false;
    for (int i = 0; i < mixer->voice_count; i++) sounding |= has_begun(mixer, &mixer->voices[i]);
    if (!sounding) mixer->master = 1.0f;
}

static void add_voice(const MixerVoice *voice, int64_t from, float *sum, int frames) {
    int64_t first = voice->start > from ? voice->start - from : 0;
    for (int64_t i = first; i < frames; i++) {
        int64_t sample = from + i - voice->start;
        if (sample >= voice->clip.count) return;
        float level = 1.0f;
        int64_t faded = from + i - voice->fade_at;
        if (faded >= MIXER_FADE_SAMPLES) return;
        if (faded > 0) level = 1.0f - RAMP_STEP * (float)faded;
        sum[i] += voice->clip.samples[sample] * level;
    }
}

static float ramp(float value, float target) {
    if (value < target) return value + RAMP_STEP < target ? value + RAMP_STEP : target;
    return value - RAMP_STEP > target ? value - RAMP_STEP : target;
}

// Straight up to the knee, then bent so that it nears 1 and never reaches it; the slope has no corner.
static float round_off(float value) {
    const float knee = 0.85f;
    float size = value < 0.0f ? -value : value;
    if (size <= knee) return value;
    float over = (size - knee) / (1.0f - knee);
    size = knee + (1.0f - knee) * over / (1.0f + over);
    if (size > 0.9999f) size = 0.9999f;
    return value < 0.0f ? -size : size;
}

static void mix_block(Mixer *mixer, float *out, int frames) {
    float sums[BUS_COUNT][BLOCK_FRAMES] = {{0}};
    for (int i = 0; i < mixer->voice_count; i++) {
        add_voice(&mixer->voices[i], heard(mixer), sums[mixer->voices[i].bus], frames);
    }
    for (int i = 0; i < frames; i++) {
        mixer->master = ramp(mixer->master, mixer->paused ? 0.0f : 1.0f);
        float sum = 0.0f;
        for (int bus = 0; bus < BUS_COUNT; bus++) {
            mixer->gain[bus] = ramp(mixer->gain[bus], mixer->volume[bus]);
            sum += sums[bus][i] * mixer->gain[bus];
        }
        out[2 * i] = out[2 * i + 1] = round_off(sum * mixer->master);
    }
}

// The pause has faded out: the clock was never moved on, and what was cancelled meanwhile is over.
static void end_fade_of_pause(Mixer *mixer) {
    for (int i = mixer->voice_count - 1; i >= 0; i--) {
        if (mixer->voices[i].fade_at <= heard(mixer)) remove_voice(mixer, i);
    }
    mixer->tail = 0;
}

static void remove_finished(Mixer *mixer) {
    for (int i = mixer->voice_count - 1; i >= 0; i--) {
        const MixerVoice *voice = &mixer->voices[i];
        bool faded = voice->fade_at != INT64_MAX && voice->fade_at + MIXER_FADE_SAMPLES <= mixer->position;
        if (faded || voice->start + voice->clip.count <= mixer->position) remove_voice(mixer, i);
    }
}

void mixer_mix(Mixer *mixer, float *out, int frames) {
    while (frames > 0) {
        if (mixer->paused && mixer->master == 0.0f) {
            memset(out, 0, sizeof *out * 2 * (size_t)frames);
            return;
        }
        int count = frames < BLOCK_FRAMES ? frames : BLOCK_FRAMES;
        mix_block(mixer, out, count);
        if (mixer->paused) {
            mixer->tail += count;
            if (mixer->master == 0.0f) end_fade_of_pause(mixer);
        } else {
            mixer->position += count;
            remove_finished(mixer);
        }
        out += 2 * count;
        frames -= count;
    }
}
