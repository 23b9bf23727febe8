// How smoothly baked sheets play: the largest jump of any part of the figure from one refresh of a 60 Hz screen
// to the next, in pixels of a window 1080 high, beside what a sheet of endless frames would show. Run in the top folder.
//
//     bench-smooth SHEETS [MOVE...]
#include "figure/march.h"
#include "figure/motion.h"
#include "image/sheet.h"
#include "library/library.h"
#include "library/way.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_SKINS = 64, TEMPOS = 3, PROBES = 480 };

static const double REFRESHES_A_SECOND = 60, PIXELS_PER_METRE = 440, tempos[TEMPOS] = {0.5, 1, 2};

typedef struct {
    double x[MOST_SKINS], y[MOST_SKINS];
} Outline;

typedef struct {
    double jump[TEMPOS], limit[TEMPOS]; // pixels
    const char *skin;                   // which jumps most at normal tempo
    double pictures_a_second;           // shown at normal tempo where it is fastest
    int frames;
} Smoothness;

static Outline outline_at(const Motion *motion, const Phase *phase, double at) {
    const Clip *clip = motion_clip(motion);
    Camera camera = camera_make(clip->camera_az_deg, clip->camera_el_deg, (Vec){0, 0, 0}, PIXELS_PER_METRE);
    Outline outline;
    Stance stance;
    motion_stance(motion, phase->from, phase->to, at, 0, NULL, &stance);
    for (int i = 0; i < skin_count && i < MOST_SKINS; i++)
        camera_project(&camera, stance_point(&stance, skin_at(i).centre), &outline.x[i], &outline.y[i]);
    return outline;
}

static double farthest(const Outline *a, const Outline *b, int *which) {
    double most = 0;
    for (int i = 0; i < skin_count && i < MOST_SKINS; i++) {
        double way = hypot(a->x[i] - b->x[i], a->y[i] - b->y[i]);
        if (way > most) most = way, *which = i;
    }
    return most;
}

static double fastest_px_per_s(const Motion *motion, const Phase *phase) {
    double most = 0;
    int which = 0;
    Outline before = outline_at(motion, phase, 0);
    for (int i = 1; i <= PROBES; i++) {
        Outline after = outline_at(motion, phase, (double)i / PROBES);
        most = fmax(most, farthest(&before, &after, &which));
        before = after;
    }
    return most * PROBES * 1000 / phase->duration_ms;
}

static double at_of(const Sheet *sheet, const Strip *strip, int frame) {
    if (sheet->frames.items[frame].has_at) return sheet->frames.items[frame].at;
    return (double)(frame - strip->first_frame) / (strip->frame_count - 1);
}

static const Strip *strip_of(const Sheet *sheet, const Clip *clip, const Phase *phase) {
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        bool there = strcmp(strip->from, clip->poses.items[phase->from].name) == 0;
        if (strip->kind == STRIP_MOTION && there && strcmp(strip->to, clip->poses.items[phase->to].name) == 0) return strip;
    }
    return NULL;
}

// Plays a phase at a tempo, refresh by refresh.
static void play(const Motion *motion, const Sheet *sheet, const Strip *strip, const Phase *phase, int tempo, Smoothness *all) {
    const char *from = strip->from, *to = strip->to;
    double refresh = tempos[tempo] * 1000 / REFRESHES_A_SECOND / phase->duration_ms;
    int shown = sheet_motion_frame(sheet, from, to, 0), which = 0;
    Outline before = outline_at(motion, phase, at_of(sheet, strip, shown));
    for (double place = refresh; place <= 1 + refresh; place += refresh) {
        int frame = sheet_motion_frame(sheet, from, to, place);
        if (frame == shown) continue;
        Outline after = outline_at(motion, phase, at_of(sheet, strip, frame));
        double jump = farthest(&before, &after, &which);
        if (jump > all->jump[tempo]) {
            all->jump[tempo] = jump;
            double seconds = (at_of(sheet, strip, frame) - at_of(sheet, strip, shown)) * phase->duration_ms / 1000;
            if (tempos[tempo] == 1) all->skin = skin_at(which).name, all->pictures_a_second = 1 / seconds;
        }
        shown = frame, before = after;
    }
}

static bool measure(Arena *arena, const Clip *clip, const char *sheets, Smoothness *all, Error *error) {
    Sheet sheet;
    if (!sheet_read(arena, path_join(arena, sheets, clip->id), &sheet, error)) return false;
    Motion *motion = motion_make(arena, clip);
    all->frames = sheet.frames.count, all->skin = "";
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        const Strip *strip = phase->from != phase->to ? strip_of(&sheet, clip, phase) : NULL;
        if (!strip) continue; // a way back is the way there
        double speed = fastest_px_per_s(motion, phase);
        for (int tempo = 0; tempo < TEMPOS; tempo++) {
            all->limit[tempo] = fmax(all->limit[tempo], speed * tempos[tempo] / REFRESHES_A_SECOND);
            play(motion, &sheet, strip, phase, tempo, all);
        }
    }
    return true;
}

static bool is_asked_for(const char *id, int count, char **ids) {
    for (int i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0) return true;
    return count == 0;
}

static bool report(const Clip *clip, const char *sheets, Smoothness *worst, Error *error) {
    Arena arena = {0};
    Smoothness s = {0};
    bool good = measure(&arena, clip, sheets, &s, error);
    if (good) {
        printf("%-24s %6d", clip->id, s.frames);
        for (int i = 0; i < TEMPOS; i++) printf("  %6.1f /%5.1f", s.jump[i], s.limit[i]);
        printf("  %-16s %5.0f\n", s.skin, s.pictures_a_second);
        for (int i = 0; i < TEMPOS; i++) worst->jump[i] = fmax(worst->jump[i], s.jump[i]);
        for (int i = 0; i < TEMPOS; i++) worst->limit[i] = fmax(worst->limit[i], s.limit[i]);
        worst->frames += s.frames;
    }
    arena_free(&arena);
    return good;
}

static void print_worst(const char *what, const Smoothness *worst) {
    printf("%-24s %6d", what, worst->frames);
    for (int i = 0; i < TEMPOS; i++) printf("  %6.1f /%5.1f", worst->jump[i], worst->limit[i]);
    printf("\n");
}

int main(int count, char **words) {
    if (count < 2) {
        fputs("usage: bench-smooth SHEETS [MOVE...]\n", stderr);
        return 2;
    }
    static const char *const folders[] = {"assets/moves", "assets/moves/ways"};
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    bool good = library_read(&arena, folders, 2, &library, &diags, &error);
    Smoothness moves = {0}, ways = {0};
    printf("%-24s %6s  %14s  %14s  %14s  %-16s %5s\n", "largest jump / limit, px", "frames", "half tempo", "normal", "double",
           "of the", "fps");
    for (int i = 0; i < library.moves.count && good; i++) {
        const Clip *clip = &library.moves.items[i]->clip;
        if (is_asked_for(clip->id, count - 2, words + 2)) good = report(clip, words[1], &moves, &error);
    }
    for (int i = 0; i < library.ways.count && good; i++) {
        const Clip *clip = &library.ways.items[i]->clip;
        if (is_asked_for(clip->id, count - 2, words + 2)) good = report(clip, words[1], &ways, &error);
    }
    print_worst("worst of moves", &moves);
    print_worst("worst of ways", &ways);
    if (!good) fprintf(stderr, "bench-smooth: %s\n", error.sentence);
    arena_free(&arena);
    return good ? 0 : 1;
}
