// When do cues really sound? Plays a routine as the program does, records what the mixer gave out, and finds every
// cue in the recording by its waveform: bench-cue-timing [FILE.routine] [--minutes N] [--from-ms N] [--busy-ms N] [--music].
//
// First with a pretended clock, the whole session; then in real time with the audio device for N
// minutes (default 1, 0 for none), each picture costing N ms of work. Real time is that of the device's
// requests, so the fixed delay behind them (driver, loudspeaker) is not in the figures. With --music the bed plays under
// it all at full volume, and the soft tones must be found through it.
#include "app/announcer.h"
#include "sdl/sdl.h"
#include "sound/music.h"
#include "sound/speak.h"

#include <SDL.h>
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES_PER_MS = SOUND_RATE / 1000, FRAME_MS = 33, FIND_WITHIN_MS = 600, DOUBLE_WITHIN_MS = 1000, COARSE = 4,
       TEMPLATE = SOUND_RATE / 2, ODD_MS = 30 };

typedef struct {
    int64_t position;
    double time_s;
} Stamp;

typedef struct {
    int16_t *samples; // by sample of the bus
    int64_t capacity, end;
    LIST(Stamp) stamps;
    Arena arena;
} Recording;

typedef struct {
    const Cue *cue;
    bool left_out;
} Told;

typedef struct {
    Arena arena;
    Library library;
    Session session;
    const char *routine;
    double minutes, from_ms, busy_ms;
    bool has_music;
    LIST(Told) told;
    SoundClip tones[TONE_COUNT];
} Bench;

// ---- recording ----

static void record(void *context, const float *stereo, int frames, int64_t position, double time_s) {
    Recording *recording = context;
    for (int i = 0; i < frames && position + i < recording->capacity; i++) {
        recording->samples[position + i] = (int16_t)lrintf(stereo[2 * i] * 32767.0f);
    }
    if (position + frames > recording->end) recording->end = position + frames;
    *list_push(&recording->arena, &recording->stamps) = (Stamp){position, time_s};
}

static Recording recording_of(double length_ms) {
    Recording recording = {.capacity = (int64_t)(length_ms + 5000) * SAMPLES_PER_MS};
    recording.samples = calloc((size_t)recording.capacity, sizeof *recording.samples);
    if (!recording.samples) abort();
    return recording;
}

static void free_recording(Recording *recording) {
    free(recording->samples);
    arena_free(&recording->arena);
}

// The moment at which the device reached a sample: a straight line through the stamps of 2 s around it, by
// least squares. The announcer's own clock has no part in it.
static double time_of(const Recording *recording, int64_t sample) {
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, origin_s = recording->stamps.items[0].time_s;
    for (int i = 0; i < recording->stamps.count; i++) {
        double x = (double)(recording->stamps.items[i].position - sample), y = recording->stamps.items[i].time_s - origin_s;
        if (fabs(x) > SOUND_RATE) continue;
        n++, sx += x, sy += y, sxx += x * x, sxy += x * y;
    }
    if (n < 2) return NAN;
    return origin_s + (sy * sxx - sx * sxy) / (n * sxx - sx * sx);
}

// ---- playing ----

static void listen(void *context, const Cue *cue, int64_t played_ms) {
    Bench *bench = context;
    *list_push(&bench->arena, &bench->told) = (Told){cue, played_ms == ANNOUNCER_LEFT_OUT};
}

// As the program does under work.
static Music *begin_music(const Bench *bench, Mixer *mixer) {
    if (!bench->has_music) return NULL;
    Music *music = music_open("", 1, false);
    music_play(music, MUSIC_PLAYS_BED, BED_PULSE);
    mixer_set_music(mixer, (MixerMusic){music_fill, music});
    return music;
}

// The whole session by a pretended clock; returns the time that passed until its end.
static double play_pretended(Bench *bench, Recording *recording) {
    float out[2 * FRAME_MS * SAMPLES_PER_MS];
    Mixer mixer;
    mixer_start(&mixer);
    Music *music = begin_music(bench, &mixer);
    Speaker *speaker = speaker_open(false, NULL);
    Announcer *announcer = announcer_make(&bench->arena, speaker, listen, bench);
    Playhead playhead = playhead_start(&bench->session, 0);
    double passed_ms = 0;
    announcer_step(announcer, &playhead, &mixer, 0);
    for (int after = 0; after < 100; after += playhead_at_end(&playhead)) {
        int64_t position = mixer.position;
        mixer_mix(&mixer, out, FRAME_MS * SAMPLES_PER_MS);
        record(recording, out, FRAME_MS * SAMPLES_PER_MS, position, (double)position / SOUND_RATE);
        if (!playhead_at_end(&playhead)) passed_ms += FRAME_MS;
        playhead_advance(&playhead, FRAME_MS);
        announcer_step(announcer, &playhead, &mixer, mixer.position);
    }
    announcer_end(announcer, &mixer);
    speaker_close(speaker);
    music_close(music);
    return passed_ms;
}

static double now_s(void) {
    return (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

static void work_until(double until_s) {
    volatile unsigned work = 0;
    while (now_s() < until_s) work = work * 3 + 1;
}

static void step_live(Announcer *announcer, Playhead *playhead, Audio *audio) {
    int64_t bus_now = audio_position(audio);
    announcer_step(announcer, playhead, audio_lock(audio), bus_now);
    audio_unlock(audio);
}

typedef struct {
    double begin_s, end_s;        // of the session (or of what was played of it)
    double planned_ms;            // session time that should have passed between them
    double longest_step_ms;       // of the announcer
} LiveTimes;

static LiveTimes play_live(Bench *bench, Recording *recording, Audio *audio) {
    Speaker *speaker = speaker_open(true, NULL);
    Announcer *announcer = announcer_make(&bench->arena, speaker, listen, bench);
    Playhead playhead = playhead_start(&bench->session, (int64_t)bench->from_ms);
    Music *music = begin_music(bench, audio_lock(audio));
    audio_unlock(audio);
    audio_tap(audio, record, recording);
    SDL_Delay(500); // the program shows its first picture while the device gets going
    LiveTimes times = {.begin_s = now_s()};
    double shown_s = times.begin_s, stop_s = times.begin_s + bench->minutes * 60.0;
    step_live(announcer, &playhead, audio);
    while (!playhead_at_end(&playhead) && shown_s < stop_s) {
        work_until(shown_s + bench->busy_ms / 1000.0);
        double left_ms = FRAME_MS - (now_s() - shown_s) * 1000.0;
        if (left_ms >= 1) SDL_Delay((Uint32)left_ms);
        double before_s = now_s();
        playhead_advance(&playhead, (before_s - shown_s) * 1000.0);
        step_live(announcer, &playhead, audio);
        shown_s = before_s;
        times.longest_step_ms = fmax(times.longest_step_ms, (now_s() - before_s) * 1000.0);
    }
    times.end_s = shown_s;
    times.planned_ms = playhead.position_ms - bench->from_ms;
    SDL_Delay(2000); // the last sentence sounds on
    announcer_end(announcer, audio_lock(audio));
    audio_unlock(audio);
    audio_tap(audio, NULL, NULL);
    audio_close(audio);
    speaker_close(speaker);
    music_close(music);
    return times;
}

// ---- finding ----

// How alike the recording from `at` on and the clip are: 1 for the same, whatever the volume.
static double likeness(const Recording *recording, int64_t at, SoundClip clip, int count, int stride) {
    double both = 0, one = 0, other = 0;
    if (at < 0 || at + count > recording->capacity) return 0;
    for (int i = 0; i < count; i += stride) {
        double a = recording->samples[at + i] / 32767.0, b = clip.samples[i];
        both += a * b, one += a * a, other += b * b;
    }
    return one < 1e-6 ? 0 : both / sqrt(one * other);
}

typedef struct {
    bool found;
    int64_t onset; // sample of the bus
    int times;     // how often it sounds around its place
} Finding;

static Finding find_clip(const Recording *recording, SoundClip clip, int64_t place) {
    Finding finding = {0};
    int count = clip.count < TEMPLATE ? clip.count : TEMPLATE;
    double best = 0;
    int64_t last = INT64_MIN / 2;
    for (int64_t at = place - DOUBLE_WITHIN_MS * SAMPLES_PER_MS; at < place + DOUBLE_WITHIN_MS * SAMPLES_PER_MS; at += COARSE) {
        double alike = likeness(recording, at, clip, count, COARSE);
        if (alike > 0.8 && at - last > SOUND_RATE / 20) finding.times++;
        if (alike > 0.8) last = at;
        if (llabs(at - place) > FIND_WITHIN_MS * SAMPLES_PER_MS || alike <= best) continue;
        best = alike;
        finding.onset = at;
    }
    finding.found = best > 0.5;
    int64_t around = finding.onset;
    for (int64_t at = around - COARSE; at <= around + COARSE; at++) {
        double alike = likeness(recording, at, clip, count, 1);
        if (alike > best) best = alike, finding.onset = at;
    }
    return finding;
}

static SoundClip clip_of(const Bench *bench, const Cue *cue) {
    if (cue->kind < CUE_TONE_START) return cue->text ? speak_text(cue->text) : (SoundClip){0};
    assert(cue->kind >= CUE_TONE_START && cue->kind <= CUE_TONE_BACK);
    return bench->tones[TONE_START + (cue->kind - CUE_TONE_START)]; // both are in the same order
}

// How many cues with this sound belong to the place, itself among them.
static int wanted_times(const Bench *bench, const Cue *cue) {
    int times = 0;
    for (int i = 0; i < bench->session.cues.count; i++) {
        const Cue *other = &bench->session.cues.items[i];
        bool same = other->kind >= CUE_TONE_START || cue->kind >= CUE_TONE_START
                        ? other->kind == cue->kind
                        : other->text && cue->text && strcmp(other->text, cue->text) == 0;
        times += same && llabs(other->at_ms - cue->at_ms) <= DOUBLE_WITHIN_MS + 50;
    }
    return times;
}

typedef struct {
    int cues, left_out, missing, doubled, told_wrong;
    LIST(double) errors_ms; // without sign
    double sum_ms;          // with sign
} Result;

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int times_told(const Bench *bench, const Cue *cue, bool *left_out) {
    int times = 0;
    for (int i = 0; i < bench->told.count; i++) {
        if (bench->told.items[i].cue != cue) continue;
        times++;
        *left_out |= bench->told.items[i].left_out;
    }
    return times;
}

// Where a cue should be heard, as a sample (to look around) and where the found sample was, in session ms.
typedef struct {
    double begin_s, begin_ms; // a moment and the session time it stands for
} Anchor;

static int64_t sample_near(const Recording *recording, double time_s) {
    for (int i = recording->stamps.count - 1; i > 0; i--) {
        const Stamp *stamp = &recording->stamps.items[i];
        if (stamp->time_s <= time_s) return stamp->position + (int64_t)((time_s - stamp->time_s) * SOUND_RATE);
    }
    return 0;
}

// Takes a voice out of the recording, so that a tone under it can be found.
static void subtract(Recording *recording, SoundClip clip, int64_t onset) {
    for (int i = 0; i < clip.count && onset + i < recording->capacity; i++) {
        recording->samples[onset + i] = (int16_t)(recording->samples[onset + i] - lrintf(clip.samples[i] * 32767.0f));
    }
}

static void judge_cue(Bench *bench, Recording *recording, Anchor anchor, const Cue *cue, Result *result) {
    bool left_out = false;
    result->cues++;
    if (times_told(bench, cue, &left_out) != 1) result->told_wrong++;
    if (left_out) {
        result->left_out++;
        return;
    }
    SoundClip clip = clip_of(bench, cue);
    if (clip.count == 0) return;
    double due_s = anchor.begin_s + ((double)cue->at_ms - anchor.begin_ms) / 1000.0;
    Finding finding = find_clip(recording, clip, sample_near(recording, due_s));
    if (finding.found && cue->kind < CUE_TONE_START) subtract(recording, clip, finding.onset);
    if (cue->kind < CUE_TONE_START) speak_free(&clip);
    double error_ms = (time_of(recording, finding.onset) - due_s) * 1000.0;
    bool doubled = finding.times > wanted_times(bench, cue);
    if (!finding.found || doubled || fabs(error_ms) > ODD_MS) {
        printf("  %s: %lld ms %s %s (%+.1f ms)\n", !finding.found ? "missing" : doubled ? "double" : "far off",
               (long long)cue->at_ms, cue_kind_names[cue->kind], cue->text ? cue->text : "", error_ms);
    }
    if (!finding.found) {
        result->missing++;
        return;
    }
    result->doubled += doubled;
    *list_push(&bench->arena, &result->errors_ms) = fabs(error_ms);
    result->sum_ms += error_ms;
}

static bool report(const char *title, Result *result) {
    int count = result->errors_ms.count;
    qsort(result->errors_ms.items, (size_t)count, sizeof *result->errors_ms.items, by_size);
    printf("%-14s %6d %8d %8d %7d %9d", title, result->cues, result->left_out, result->missing, result->doubled,
           result->told_wrong);
    if (count > 0) {
        const double *errors_ms = result->errors_ms.items;
        printf(" %10.2f %8.2f %8.2f %8.2f", errors_ms[count / 2], errors_ms[(int)ceil(count * 0.99) - 1], errors_ms[count - 1],
               result->sum_ms / count);
    }
    printf("\n");
    return count > 0 && !result->missing && !result->doubled && !result->told_wrong;
}

static bool judge(Bench *bench, Recording *recording, Anchor anchor, double to_ms, const char *title) {
    Result result = {0};
    for (int tones = 0; tones < 2; tones++) {
        for (int i = 0; i < bench->session.cues.count; i++) {
            const Cue *cue = &bench->session.cues.items[i];
            if ((double)cue->at_ms < anchor.begin_ms || (double)cue->at_ms > to_ms) continue;
            if ((cue->kind >= CUE_TONE_START) == (tones == 1)) judge_cue(bench, recording, anchor, cue, &result);
        }
    }
    return report(title, &result);
}

// ---- the program ----

static bool read_routine(Bench *bench, Error *error) {
    static const char *const folders[] = {"assets/moves", "routines"};
    static const char *const shipped[] = {"twenty-minutes", "hips-and-glutes"};
    Diags diags = {.arena = &bench->arena};
    if (!library_read(&bench->arena, folders, 2, &bench->library, &diags, error)) return false;
    const Routine *routine = NULL;
    if (bench->routine) {
        if (!library_read_file(&bench->arena, bench->routine, &bench->library, &diags, error)) return false;
        for (int i = 0; i < bench->library.routines.count; i++) {
            if (strcmp(bench->library.routines.items[i]->path, bench->routine) == 0) routine = bench->library.routines.items[i];
        }
    }
    for (int i = 0; i < 2 && !bench->routine && !routine; i++) routine = library_routine(&bench->library, text_of(shipped[i]));
    if (!routine) return error_set(error, "there is no routine %s without errors", bench->routine ? bench->routine : shipped[0]);
    printf("%s: ", routine->id);
    SessionOptions options = {.level = routine->level, .library = &bench->library};
    return session_compile(&bench->arena, routine, &options, &bench->session, error);
}

static bool measure_pretended(Bench *bench) {
    Recording recording = recording_of((double)bench->session.length_ms);
    bench->told.count = 0;
    double passed_ms = play_pretended(bench, &recording);
    bool good = judge(bench, &recording, (Anchor){0, 0}, (double)bench->session.length_ms, "pretended");
    printf("  ended after %.0f ms in steps of %d, compiled %lld ms\n", passed_ms, FRAME_MS,
           (long long)bench->session.length_ms);
    free_recording(&recording);
    return good;
}

static bool measure_live(Bench *bench) {
    Audio *audio;
    Error error = {0};
    if (!audio_open(&audio, &error)) {
        printf("  %s\n", error.sentence);
        return false;
    }
    const char *driver = SDL_GetCurrentAudioDriver(); // unknown once it is closed
    Recording recording = recording_of(bench->minutes * 60000.0 + 5000);
    bench->told.count = 0;
    LiveTimes times = play_live(bench, &recording, audio);
    Anchor anchor = {times.begin_s, bench->from_ms};
    bool good = judge(bench, &recording, anchor, bench->from_ms + times.planned_ms - 50, "real time");
    printf("  %.1f ms of session in %.1f ms by the clock; longest step of the announcer %.2f ms; device %s, %.2f Hz\n",
           times.planned_ms, (times.end_s - times.begin_s) * 1000.0, times.longest_step_ms, driver,
           (double)(recording.stamps.items[recording.stamps.count - 1].position - recording.stamps.items[0].position) /
               (recording.stamps.items[recording.stamps.count - 1].time_s - recording.stamps.items[0].time_s));
    free_recording(&recording);
    return good;
}

static bool read_arguments(Bench *bench, int count, char **arguments) {
    bench->minutes = 1;
    bench->busy_ms = 12;
    for (int i = 1; i < count; i++) {
        double *number = strcmp(arguments[i], "--minutes") == 0   ? &bench->minutes
                         : strcmp(arguments[i], "--from-ms") == 0 ? &bench->from_ms
                         : strcmp(arguments[i], "--busy-ms") == 0 ? &bench->busy_ms
                                                                  : NULL;
        if (strcmp(arguments[i], "--music") == 0) bench->has_music = true;
        else if (number && i + 1 < count) *number = atof(arguments[++i]);
        else if (!number && arguments[i][0] != '-' && !bench->routine) bench->routine = arguments[i];
        else return false;
    }
    return true;
}

int main(int argc, char **argv) {
    static Bench bench;
    Error error = {0};
    if (!read_arguments(&bench, argc, argv)) {
        fprintf(stderr, "usage: bench-cue-timing [FILE.routine] [--minutes N] [--from-ms N] [--busy-ms N] [--music]\n");
        return 2;
    }
    if (!read_routine(&bench, &error)) {
        fprintf(stderr, "%s\n", error.sentence);
        return 1;
    }
    for (int tone = 0; tone < TONE_COUNT; tone++) bench.tones[tone] = tone_make(&bench.arena, (Tone)tone);
    printf("%.1f minutes, %d cues\n", (double)bench.session.length_ms / 60000.0, bench.session.cues.count);
    printf("%-14s %6s %8s %8s %7s %9s %10s %8s %8s %8s\n", "", "cues", "left out", "missing", "double", "log wrong",
           "median ms", "99 % ms", "max ms", "mean ms");
    bool good = measure_pretended(&bench);
    if (bench.minutes > 0) good = measure_live(&bench) && good;
    arena_free(&bench.arena);
    return good ? 0 : 1;
}
