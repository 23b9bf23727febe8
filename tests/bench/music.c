// What music costs and how loud it is: bench-music [FOLDER of music files].
//
// A table of the moods of the bed, and the share of one core that mixing takes with and without music. Files
// are decoded in place here; the program has a thread for that.
#include "sound/level.h"
#include "sound/music.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SECONDS = 120, FRAMES = SECONDS * SOUND_RATE, SETTLED = 15 * SOUND_RATE, BLOCK = 1024 };

static double now_s(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// BS.1770: the powers of both channels are added.
static double loudness(const float *stereo, int frames) {
    float *mono = malloc(sizeof *mono * (size_t)frames);
    if (!mono) abort();
    double power = 0;
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < frames; i++) mono[i] = stereo[2 * i + side];
        power += pow(10.0, level_loudness(mono, frames) / 10.0);
    }
    free(mono);
    return 10.0 * log10(power);
}

static void measure_mood(const char *name, BedMood mood) {
    Arena arena = {0};
    float *stereo = malloc(sizeof *stereo * 2 * FRAMES);
    if (!stereo) abort();
    Bed *bed = bed_make(&arena, 1);
    bed_set_mood(bed, mood);
    double begin_s = now_s();
    bed_render(bed, stereo, FRAMES);
    double share = (now_s() - begin_s) / SECONDS, peak = 0, square = 0, both = 0, left = 0, right = 0;
    for (int i = 2 * SETTLED; i < 2 * FRAMES; i += 2) {
        peak = fmax(peak, fmax(fabs(stereo[i]), fabs(stereo[i + 1])));
        square += (double)stereo[i] * stereo[i] + (double)stereo[i + 1] * stereo[i + 1];
        both += (double)stereo[i] * stereo[i + 1], left += (double)stereo[i] * stereo[i], right += (double)stereo[i + 1] * stereo[i + 1];
    }
    double rms = sqrt(square / (2.0 * (FRAMES - SETTLED)));
    printf("%-8s %8.1f %8.1f %8.1f %12.2f %10.3f\n", name, loudness(stereo + 2 * SETTLED, FRAMES - SETTLED), 20 * log10(peak),
           20 * log10(peak / rms), both / sqrt(left * right), 100 * share);
    free(stereo);
    arena_free(&arena);
}

static void measure_mixing(const char *name, MusicPlays plays, const char *folder) {
    static Mixer mixer;
    float out[2 * BLOCK];
    Music *music = music_open(folder, 1, false);
    mixer_start(&mixer);
    music_play(music, plays, BED_PULSE);
    if (plays != MUSIC_PLAYS_NOTHING) mixer_set_music(&mixer, (MixerMusic){music_fill, music});
    double begin_s = now_s(), longest_s = 0;
    for (int at = 0; at < FRAMES; at += BLOCK) {
        double before_s = now_s();
        mixer_mix(&mixer, out, BLOCK);
        longest_s = fmax(longest_s, now_s() - before_s);
    }
    printf("%-28s %10.3f %14.2f\n", name, 100 * (now_s() - begin_s) / SECONDS, 1000 * longest_s);
    music_close(music);
}

int main(int argc, char **argv) {
    static const char *const moods[BED_MOODS] = {"airy", "pulse", "low", "thin"};
    printf("%-8s %8s %8s %8s %12s %10s\n", "bed", "LUFS", "peak dB", "crest dB", "left/right", "% of core");
    for (int mood = 0; mood < BED_MOODS; mood++) measure_mood(moods[mood], (BedMood)mood);
    printf("\n%-28s %10s %14s\n", "mixing", "% of core", "longest ms");
    measure_mixing("no music", MUSIC_PLAYS_NOTHING, "");
    measure_mixing("bed", MUSIC_PLAYS_BED, "");
    if (argc > 1) measure_mixing("files, decoded in place", MUSIC_PLAYS_FILES, argv[1]);
    return 0;
}
