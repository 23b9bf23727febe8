#include "sound/mixer.h"

#include <assert.h>
#include <string.h>

enum { BLOCK_FRAMES = 256 };

static const float RAMP_STEP = 1.0f / MIXER_FADE_SAMPLES;

void mixer_start(Mixer *mixer) {
    *mixer = (Mixer){.master = 1.0f, .music_master = 1.0f, .room = 1.0f};
    for (int bus = 0; bus < BUS_COUNT; bus++) mixer->volume[bus] = mixer->gain[bus] = 1.0f;
}

void mixer_set_music(Mixer *mixer, MixerMusic music) {
    mixer->music = music;
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
    assert(bus == BUS_VOICE || bus == BUS_TONE);
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

static float ramp_by(float value, float target, float step) {
    if (value < target) return value + step < target ? value + step : target;
    return value - step > target ? value - step : target;
}

static float ramp(float value, float target) {
    return ramp_by(value, target, RAMP_STEP);
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

// ---- music ----

static int64_t end_of(const MixerVoice *voice) {
    int64_t end = voice->start + voice->clip.count;
    bool fades_first = voice->fade_at != INT64_MAX && voice->fade_at + MIXER_FADE_SAMPLES < end;
    return fades_first ? voice->fade_at + MIXER_FADE_SAMPLES : end;
}

// Of each frame, whether somebody speaks, or soon will.
static void find_speech(const Mixer *mixer, bool *speaks, int frames) {
    memset(speaks, 0, sizeof *speaks * (size_t)frames);
    if (mixer->volume[BUS_VOICE] == 0.0f) return;
    for (int v = 0; v < mixer->voice_count; v++) {
        const MixerVoice *voice = &mixer->voices[v];
        if (voice->bus != BUS_VOICE) continue;
        int64_t from = voice->start - MIXER_DUCK_ATTACK_SAMPLES - heard(mixer), to = end_of(voice) - heard(mixer);
        for (int64_t i = from > 0 ? from : 0; i < to && i < frames; i++) speaks[i] = true;
    }
}

// Down before a word, up some time after the last; bent, so that neither is heard to begin.
static float duck(Mixer *mixer, bool speaks) {
    if (speaks) mixer->duck_left = MIXER_DUCK_HOLD_SAMPLES;
    else if (mixer->duck_left > 0) mixer->duck_left--;
    bool down = mixer->duck_left > 0;
    mixer->duck = ramp_by(mixer->duck, down ? 1.0f : 0.0f, 1.0f / (float)(down ? MIXER_DUCK_ATTACK_SAMPLES : MIXER_DUCK_RELEASE_SAMPLES));
    float bent = mixer->duck * mixer->duck * (3.0f - 2.0f * mixer->duck);
    return 1.0f - (1.0f - MIXER_DUCK_GAIN) * bent;
}

static float room_for_person(Mixer *mixer) {
    int samples = mixer->steps_back ? MIXER_STEP_BACK_SAMPLES : MIXER_DUCK_RELEASE_SAMPLES;
    mixer->room = ramp_by(mixer->room, mixer->steps_back ? 0.0f : 1.0f, 1.0f / (float)samples);
    return mixer->room;
}

static bool is_music_silent(const Mixer *mixer) {
    bool has_volume = mixer->volume[BUS_MUSIC] > 0.0f || mixer->gain[BUS_MUSIC] > 0.0f;
    return !mixer->music.fill || !has_volume || (mixer->paused && mixer->music_master == 0.0f);
}

static void fill_music(Mixer *mixer, float *stereo, int frames) {
    bool speaks[BLOCK_FRAMES];
    find_speech(mixer, speaks, frames);
    bool is_silent = is_music_silent(mixer);
    if (is_silent) memset(stereo, 0, sizeof *stereo * 2 * (size_t)frames);
    else mixer->music.fill(mixer->music.context, stereo, frames);
    for (int i = 0; i < frames; i++) {
        float gain = duck(mixer, speaks[i]) * room_for_person(mixer); // also unheard, so that it is right when the music comes
        mixer->gain[BUS_MUSIC] = ramp(mixer->gain[BUS_MUSIC], mixer->volume[BUS_MUSIC]);
        mixer->music_master = ramp_by(mixer->music_master, mixer->paused ? 0.0f : 1.0f, 1.0f / MIXER_MUSIC_FADE_SAMPLES);
        gain *= mixer->gain[BUS_MUSIC] * mixer->music_master;
        stereo[2 * i] *= gain;
        stereo[2 * i + 1] *= gain;
    }
}

static void mix_block(Mixer *mixer, float *out, int frames) {
    float sums[BUS_MUSIC][BLOCK_FRAMES] = {{0}}, music[2 * BLOCK_FRAMES];
    for (int i = 0; i < mixer->voice_count; i++) {
        add_voice(&mixer->voices[i], heard(mixer), sums[mixer->voices[i].bus], frames);
    }
    fill_music(mixer, music, frames);
    for (int i = 0; i < frames; i++) {
        mixer->master = ramp(mixer->master, mixer->paused ? 0.0f : 1.0f);
        float sum = 0.0f;
        for (int bus = 0; bus < BUS_MUSIC; bus++) {
            mixer->gain[bus] = ramp(mixer->gain[bus], mixer->volume[bus]);
            sum += sums[bus][i] * mixer->gain[bus];
        }
        sum *= mixer->master;
        out[2 * i] = round_off(sum + music[2 * i]);
        out[2 * i + 1] = round_off(sum + music[2 * i + 1]);
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

void mixer_step_back(Mixer *mixer, bool steps_back) {
    mixer->steps_back = steps_back;
}

bool mixer_speaks(const Mixer *mixer) {
    int64_t now = mixer->position + mixer->tail;
    for (int i = 0; i < mixer->voice_count; i++) {
        const MixerVoice *voice = &mixer->voices[i];
        if (voice->bus == BUS_VOICE && voice->start <= now && now < voice->start + voice->clip.count) return true;
    }
    return false;
}

bool mixer_is_silent(const Mixer *mixer) {
    bool clips_are = mixer->voice_count == 0 || (mixer->paused && mixer->master == 0.0f);
    return clips_are && is_music_silent(mixer);
}

void mixer_mix(Mixer *mixer, float *out, int frames) {
    while (frames > 0) {
        bool stands = mixer->paused && mixer->master == 0.0f;
        if (stands && is_music_silent(mixer)) {
            memset(out, 0, sizeof *out * 2 * (size_t)frames);
            return;
        }
        int count = frames < BLOCK_FRAMES ? frames : BLOCK_FRAMES;
        mix_block(mixer, out, count);
        if (!mixer->paused) {
            mixer->position += count;
            remove_finished(mixer);
        } else if (!stands) {
            mixer->tail += count;
            if (mixer->master == 0.0f) end_fade_of_pause(mixer);
        }
        out += 2 * count;
        frames -= count;
    }
}
