#include "app/runs.h"

#include "base/file.h"

#include <stdio.h>

enum { SHOT_WIDTH = 1920, SHOT_HEIGHT = 1080 };

// Which moments get a picture: the first, and the middle of every segment.
typedef struct {
    const char *folder; // NULL: none
    int next;           // segment whose middle comes next
    int taken;
} Shots;

static bool is_due(const Player *player, const Shots *shots, double position_ms) {
    if (!shots->folder || shots->next >= player->session->segments.count) return false;
    const Segment *segment = &player->session->segments.items[shots->next];
    return shots->taken == 0 || position_ms >= (double)(segment->start_ms + segment->end_ms) / 2;
}

static bool take(Player *player, Shots *shots, const DrawList *list, const UiInput *input, Error *error) {
    Area dirty[PAINTER_AREAS];
    int count = 0;
    const Raster *raster = painter_paint(player->painter, list, input->width, input->height, dirty, &count);
    Picture picture = raster_picture(raster);
    const char *kind = shots->taken ? segment_kind_names[player->session->segments.items[shots->next].kind] : "first";
    if (shots->taken++) shots->next++;
    const char *name = text_format(&player->frame_arena, "%03d-%s.png", shots->taken - 1, kind);
    bool good = picture_write(path_join(&player->frame_arena, shots->folder, name), &picture, error);
    picture_free(&picture);
    return good;
}

// The device's part: takes from the mixer what a sound card would have taken in the meantime.
static void play_sound(Mixer *mixer, double elapsed_ms, double *owed) {
    float samples[2 * 512];
    *owed += elapsed_ms * SOUND_RATE / 1000;
    while (*owed >= 1) {
        int frames = *owed < 512 ? (int)*owed : 512;
        mixer_mix(mixer, samples, frames);
        *owed -= frames;
    }
}

static bool begin(Player *player, Shots *shots, Error *error) {
    if (!player->session) return error_set(error, "there is no screen to choose on; limber play ROUTINE --headless plays one");
    shots->folder = player->options->shots;
    shots->next = session_segment_at(player->session, (double)player->options->from_ms);
    return !shots->folder || folder_make(shots->folder, error);
}

static int refuse(const Error *error) {
    fprintf(stderr, "limber: %s\n", error->sentence);
    return 3;
}

static Moment after(Moment began, double passed_ms) {
    Moment now = began;
    now.at_ms += (int64_t)passed_ms;
    now.day = date_day_at(now.at_ms, now.zone_min);
    return now;
}

int headless_run(Player *player) {
    const Options *options = player->options;
    Error error = {0};
    Shots shots = {0};
    Mixer *mixer = arena_new(player->arena, Mixer, 1);
    mixer_start(mixer);
    if (!begin(player, &shots, &error)) return refuse(&error);
    UiInput input = player_input(player, options->width ? options->width : SHOT_WIDTH,
                                 options->height ? options->height : SHOT_HEIGHT);
    input.has_sound = true;
    double passed_ms = 0, owed = 0;
    Moment began = player->record.now;
    const Playhead *playhead = ui_playhead(player->ui);
    while (playhead && !playhead_at_end(playhead)) {
        if (options->stop_after_ms >= 0 && passed_ms >= (double)options->stop_after_ms) break;
        input.now = after(began, passed_ms);
        UiOutput output = player_step(player, &input);
        player_announce(player, &output, mixer, mixer->position);
        passed_ms += input.elapsed_ms;
        if (is_due(player, &shots, playhead->position_ms) && !take(player, &shots, &output.list, &input, &error))
            return refuse(&error);
        play_sound(mixer, options->frame_ms, &owed);
        input.elapsed_ms = options->frame_ms;
        playhead = ui_playhead(player->ui);
    }
    player_end_sound(player, mixer);
    printf("played %.0f of %lld ms, %d segments, %d cues\n", passed_ms, (long long)player->session->length_ms,
           player->session->segments.count, player->session->cues.count);
    return 0;
}
