// How smoothly baked sheets play: the largest step that any part of the figure is seen to make from one refresh of a 60 Hz
// screen to the next, in pixels of a window 1080 high. For each tempo three numbers: with the nearest frame alone, with
// frames mixed as the player mixes them (an edge is seen where the two together have it), and with a picture for every
// refresh, the best there could be. Run in the top folder.
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
    double nearest[TEMPOS], mixed[TEMPOS], best[TEMPOS]; // pixels
    double leap;      // the farthest from one frame to the next, as the index has it
    const char *skin; // which makes the largest step as mixed at normal tempo
    int frames, sheets;
} Smoothness;

// A strip, and the phase that it is played for, there or back.
typedef struct {
    const Motion *motion;
    const Sheet *sheet;
    const Strip *strip;
    Phase there;
    double phase_ms;
    Outline *outlines; // of the strip's frames
} Play;

static Outline outline_at(const Play *play, double at) {
    const Clip *clip = motion_clip(play->motion);
    double scale = PIXELS_PER_METRE * clip_closeness(clip);
    Camera camera = camera_make(clip->camera_az_deg, clip->camera_el_deg, (Vec){0, 0, 0}, scale);
    Outline outline;
    Stance stance;
    motion_stance(play->motion, play->there.from, play->there.to, at, 0, NULL, &stance);
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

static double fastest_px_per_s(const Play *play) {
    double most = 0;
    int which = 0;
    Outline before = outline_at(play, 0);
    for (int i = 1; i <= PROBES; i++) {
        Outline after = outline_at(play, (double)i / PROBES);
        most = fmax(most, farthest(&before, &after, &which));
        before = after;
    }
    return most * PROBES * 1000 / play->phase_ms;
}

static void find_outlines(Arena *arena, Play *play) {
    int count = play->strip->frame_count;
    const Frame *frames = play->sheet->frames.items + play->strip->first_frame;
    play->outlines = arena_new(arena, Outline, count);
    for (int i = 0; i < count; i++)
        play->outlines[i] = outline_at(play, frames[i].has_at ? frames[i].at : count > 1 ? (double)i / (count - 1) : 0);
}

static Outline outline_of_mix(const Play *play, FrameMix mix) {
    Outline outline = play->outlines[mix.frame - play->strip->first_frame];
    Outline next = play->outlines[mix.next - play->strip->first_frame];
    double part = (double)mix.part / FRAME_MIX_PARTS;
    for (int i = 0; i < MOST_SKINS; i++) {
        outline.x[i] += part * (next.x[i] - outline.x[i]);
        outline.y[i] += part * (next.y[i] - outline.y[i]);
    }
    return outline;
}

// Refresh by refresh.
static void play_at(const Play *play, int tempo, Smoothness *all) {
    const char *from = play->strip->from, *to = play->strip->to;
    double refresh = tempos[tempo] * 1000 / REFRESHES_A_SECOND / play->phase_ms;
    Outline nearest, mixed;
    for (int i = 0; i == 0 || (i - 1) * refresh < 1; i++) {
        int frame = sheet_motion_frame(play->sheet, from, to, i * refresh), which = 0;
        Outline next_nearest = outline_of_mix(play, (FrameMix){frame, frame, 0});
        Outline next_mixed = outline_of_mix(play, sheet_motion_mix(play->sheet, from, to, i * refresh));
        if (i > 0) {
            all->nearest[tempo] = fmax(all->nearest[tempo], farthest(&nearest, &next_nearest, &which));
            double step = farthest(&mixed, &next_mixed, &which);
            if (step > all->mixed[tempo] && tempos[tempo] == 1) all->skin = skin_at(which).name;
            all->mixed[tempo] = fmax(all->mixed[tempo], step);
        }
        nearest = next_nearest, mixed = next_mixed;
    }
}

static bool joins(const Strip *strip, const Clip *clip, int from, int to) {
    return strcmp(strip->from, clip->poses.items[from].name) == 0 && strcmp(strip->to, clip->poses.items[to].name) == 0;
}

// False when no strip shows the phase.
static bool play_of(const Motion *motion, const Sheet *sheet, const Phase *phase, Play *play) {
    const Clip *clip = motion_clip(motion);
    *play = (Play){motion, sheet, NULL, *phase, phase->duration_ms, NULL};
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        bool there = joins(strip, clip, phase->from, phase->to), back = joins(strip, clip, phase->to, phase->from);
        if (strip->kind != STRIP_MOTION || !(there || back)) continue;
        play->strip = strip;
        if (!there) play->there.from = phase->to, play->there.to = phase->from;
        if (there) break;
    }
    return play->strip != NULL;
}

static bool measure(Arena *arena, const Clip *clip, const char *sheets, Smoothness *all, Error *error) {
    Sheet sheet;
    if (!sheet_read(arena, path_join(arena, sheets, clip->id), &sheet, error)) return false;
    Motion *motion = motion_make(arena, clip);
    *all = (Smoothness){.frames = sheet.frames.count, .sheets = 1, .skin = ""};
    for (int i = 0; i < sheet.frames.count; i++) all->leap = fmax(all->leap, sheet.frames.items[i].leap);
    for (int i = 0; i < clip->phases.count; i++) {
        const Phase *phase = &clip->phases.items[i];
        Play play;
        if (phase->from == phase->to || !play_of(motion, &sheet, phase, &play)) continue;
        find_outlines(arena, &play);
        double speed = fastest_px_per_s(&play);
        for (int tempo = 0; tempo < TEMPOS; tempo++) {
            all->best[tempo] = fmax(all->best[tempo], speed * tempos[tempo] / REFRESHES_A_SECOND);
            play_at(&play, tempo, all);
        }
    }
    return true;
}

static void print_row(const char *name, const Smoothness *s, double share) {
    printf("%-24s %6d", name, s->frames);
    for (int i = 0; i < TEMPOS; i++)
        printf("  %6.1f %5.1f %5.1f", s->nearest[i] * share, s->mixed[i] * share, s->best[i] * share);
    printf("  %5.1f  %s\n", s->leap * share, s->skin ? s->skin : "");
}

// The worst of all, and the sum, for the mean.
typedef struct {
    Smoothness worst, sum;
} Totals;

static void add_total(Totals *totals, const Smoothness *s) {
    Smoothness *worst = &totals->worst, *sum = &totals->sum;
    for (int i = 0; i < TEMPOS; i++) {
        worst->nearest[i] = fmax(worst->nearest[i], s->nearest[i]), sum->nearest[i] += s->nearest[i];
        worst->mixed[i] = fmax(worst->mixed[i], s->mixed[i]), sum->mixed[i] += s->mixed[i];
        worst->best[i] = fmax(worst->best[i], s->best[i]), sum->best[i] += s->best[i];
    }
    worst->leap = fmax(worst->leap, s->leap), sum->leap += s->leap;
    worst->frames += s->frames, sum->frames += s->frames, sum->sheets++;
}

static bool report(const Clip *clip, const char *sheets, Totals *totals, Error *error) {
    Arena arena = {0};
    Smoothness s;
    bool good = measure(&arena, clip, sheets, &s, error);
    if (good) print_row(clip->id, &s, 1), add_total(totals, &s);
    arena_free(&arena);
    return good;
}

static void print_totals(const char *what, const Totals *totals) {
    if (totals->sum.sheets == 0) return;
    char name[32];
    snprintf(name, sizeof name, "worst of %s", what);
    print_row(name, &totals->worst, 1);
    snprintf(name, sizeof name, "mean of %s", what);
    print_row(name, &totals->sum, 1.0 / totals->sum.sheets);
}

static bool is_asked_for(const char *id, int count, char **ids) {
    for (int i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0) return true;
    return count == 0;
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
    Totals moves = {0}, ways = {0};
    printf("largest step, px: nearest frame, mixed, best possible\n%-24s %6s  %18s  %18s  %18s  %5s  %s\n", "", "frames",
           "half tempo", "normal", "double", "leap", "of the");
    for (int i = 0; i < library.moves.count && good; i++) {
        const Clip *clip = &library.moves.items[i]->clip;
        if (is_asked_for(clip->id, count - 2, words + 2)) good = report(clip, words[1], &moves, &error);
    }
    for (int i = 0; i < library.ways.count && good; i++) {
        const Clip *clip = &library.ways.items[i]->clip;
        if (is_asked_for(clip->id, count - 2, words + 2)) good = report(clip, words[1], &ways, &error);
    }
    print_totals("moves", &moves);
    print_totals("ways", &ways);
    if (!good) fprintf(stderr, "bench-smooth: %s\n", error.sentence);
    arena_free(&arena);
    return good ? 0 : 1;
}
