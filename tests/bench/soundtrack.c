// Is every sentence of every shipped routine heard, alone, and equally loud? Plays the sessions with a pretended clock,
// listens to what the mixer gives out, and prints a row for each: bench-soundtrack [ROUTINE ...] [--all-levels].
//
// Two runs of each session: the voice alone, in which every sentence is measured where it lies, and everything together
// (voice, tones, music at full volume), whose peaks must stay below full scale. Exit code 1 when something is wrong.
#include "app/announcer.h"
#include "app/folders.h"
#include "app/scripts.h"
#include "app/soundtrack.h"
#include "app/voices.h"
#include "sound/level.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP_MS = 20, STEP = SOUND_RATE / 1000 * STEP_MS, HEARD_MAX = 4000 };

static const double EVEN_LU = 1.0, LOUDEST = 0.999;

// A sentence as it lies in the recording.
typedef struct {
    int64_t start;
    int count, tag;
} Heard;

typedef struct {
    Arena arena;
    const Session *session;
    Mixer mixer;
    float *mono;       // what was given out, left channel
    int64_t frames, room;
    Heard heard[HEARD_MAX];
    int heard_count;
    int spoken, left_out;
    double peak;
} Run;

static void count_cue(void *context, const Cue *cue, int64_t played_ms) {
    Run *run = context;
    if (!cue->text) return;
    run->spoken++;
    run->left_out += played_ms == ANNOUNCER_LEFT_OUT;
}

static void note_sentences(Run *run) {
    for (int i = 0; i < run->mixer.voice_count; i++) {
        const MixerVoice *voice = &run->mixer.voices[i];
        bool known = false;
        for (int k = run->heard_count - 1; k >= 0 && k >= run->heard_count - 8; k--) known |= run->heard[k].tag == voice->tag;
        if (voice->bus != BUS_VOICE || known || run->heard_count == HEARD_MAX) continue;
        run->heard[run->heard_count++] = (Heard){voice->start, voice->clip.count, voice->tag};
    }
}

static void mix_step(Run *run) {
    float stereo[2 * STEP];
    mixer_mix(&run->mixer, stereo, STEP);
    for (int i = 0; i < STEP; i++) {
        if (run->frames < run->room) run->mono[run->frames++] = stereo[2 * i];
        run->peak = fmax(run->peak, fmax(fabsf(stereo[2 * i]), fabsf(stereo[2 * i + 1])));
    }
}

static void play(Run *run, const Coach *coach, bool everything) {
    Settings settings = settings_default();
    Speaker *speaker = speaker_open(false, coach);
    Announcer *announcer = announcer_make(&run->arena, speaker, count_cue, run);
    Soundtrack *soundtrack = everything ? soundtrack_make(&run->arena, "", 1, false) : NULL;
    Playhead playhead = playhead_start(run->session, 0);
    mixer_start(&run->mixer);
    run->mixer.volume[BUS_TONE] = everything;
    run->room = run->session->length_ms * (SOUND_RATE / 1000) + SOUND_RATE;
    run->mono = malloc((size_t)run->room * sizeof *run->mono);
    if (!run->mono) abort();
    announcer_step(announcer, &playhead, &run->mixer, 0);
    while (!playhead_at_end(&playhead)) {
        note_sentences(run);
        mix_step(run);
        playhead_advance(&playhead, STEP_MS);
        announcer_step(announcer, &playhead, &run->mixer, run->mixer.position);
        if (soundtrack) soundtrack_step(soundtrack, run->session, playhead.position_ms, &settings, &run->mixer);
    }
    announcer_end(announcer, &run->mixer);
    if (soundtrack) soundtrack_end(soundtrack);
    speaker_close(speaker);
}

static void end_run(Run *run) {
    free(run->mono);
    arena_free(&run->arena);
    free(run);
}

static Run *new_run(const Session *session) {
    Run *run = calloc(1, sizeof *run);
    if (!run) abort();
    run->session = session;
    return run;
}

// ---- what was heard ----

static int count_overlaps(const Run *run) {
    int overlaps = 0;
    for (int i = 1; i < run->heard_count; i++) overlaps += run->heard[i].start < run->heard[i - 1].start + run->heard[i - 1].count;
    return overlaps;
}

typedef struct {
    double least, most;
    int uneven;
} Loudness;

static Loudness measure_loudness(const Run *run) {
    Loudness loudness = {.least = 1e9, .most = -1e9};
    for (int i = 0; i < run->heard_count; i++) {
        const Heard *heard = &run->heard[i];
        if (heard->start < 0 || heard->start + heard->count > run->frames) continue;
        double lufs = level_loudness(run->mono + heard->start, heard->count);
        loudness.least = fmin(loudness.least, lufs);
        loudness.most = fmax(loudness.most, lufs);
        loudness.uneven += fabs(lufs - LEVEL_TARGET_LUFS) > EVEN_LU;
    }
    return loudness;
}

static bool measure(const Scripts *scripts, const Coach *coach, const Routine *routine, Level level) {
    Arena arena = {0};
    Session session;
    Error error;
    SessionOptions options = {.level = level, .library = &scripts->library, .speech_ms = voices_speech_ms,
                              .speech_context = coach};
    if (!session_compile(&arena, routine, &options, &session, &error)) return true; // not for this level
    Run *voice = new_run(&session), *everything = new_run(&session);
    play(voice, coach, false);
    play(everything, coach, true);
    Loudness loudness = measure_loudness(voice);
    int overlaps = count_overlaps(voice);
    bool good = voice->left_out == 0 && overlaps == 0 && loudness.uneven == 0 && everything->peak < LOUDEST;
    printf("%-18s %-3s %6.1f %8d %8d %8d %9.2f %8.2f %7d %9.3f%s\n", routine->id, level_names[level],
           (double)session.length_ms / 60000.0, voice->spoken, voice->left_out, overlaps, loudness.least, loudness.most,
           loudness.uneven, everything->peak, good ? "" : "  !");
    fflush(stdout);
    end_run(voice), end_run(everything);
    arena_free(&arena);
    return good;
}

static bool is_asked_for(const Routine *routine, int argc, char **argv) {
    bool any = false;
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-') continue;
        any = true;
        if (strcmp(argv[i], routine->id) == 0) return true;
    }
    return !any;
}

int main(int argc, char **argv) {
    static Arena arena;
    Options options = {0};
    Folders folders = folders_find(&arena, &options);
    Scripts scripts = {0};
    Coach coach = {0};
    Error error;
    bool all_levels = argc > 1 && strcmp(argv[argc - 1], "--all-levels") == 0, good = true;
    if (!scripts_read(&arena, &folders, &scripts, &error) || !voices_open(&arena, &folders, NULL, &coach, &error)) {
        fprintf(stderr, "%s\n", error.sentence);
        return 1;
    }
    printf("%-18s %-3s %6s %8s %8s %8s %9s %8s %7s %9s\n", "routine", "", "min", "spoken", "left out", "overlaps", "least LU",
           "most LU", "uneven", "peak");
    for (int i = 0; i < scripts.library.routines.count; i++) {
        const Routine *routine = scripts.library.routines.items[i];
        if (!is_asked_for(routine, argc, argv)) continue;
        for (int level = 0; level < LEVEL_COUNT; level++)
            if (all_levels || level == (int)routine->level) good &= measure(&scripts, &coach, routine, (Level)level);
    }
    arena_free(&arena);
    return good ? 0 : 1;
}
