#include "app/soundtrack.h"

#include "session/view.h"
#include "sound/music.h"

#include <stdio.h>
#include <string.h>

struct Soundtrack {
    const char *own_folder;
    uint32_t seed;
    bool in_background;
    Music *music; // NULL until something plays
    char folder[SETTING_TEXT_SIZE]; // of the settings, when it was opened
};

static const BedMood moods[GROUP_COUNT] = {
    [GROUP_STRETCH] = BED_LOW,   [GROUP_STRENGTHEN] = BED_PULSE, [GROUP_RELEASE] = BED_AIRY,
    [GROUP_MOBILISE] = BED_AIRY, [GROUP_POSTURE] = BED_AIRY,
};

static const MusicPlays plays[MUSIC_COUNT] = {
    [MUSIC_OFF] = MUSIC_PLAYS_NOTHING, [MUSIC_BED] = MUSIC_PLAYS_BED, [MUSIC_OWN] = MUSIC_PLAYS_FILES,
};

Soundtrack *soundtrack_make(Arena *arena, const char *own_folder, uint32_t seed, bool in_background) {
    Soundtrack *soundtrack = arena_new(arena, Soundtrack, 1);
    *soundtrack = (Soundtrack){.own_folder = own_folder, .seed = seed, .in_background = in_background};
    return soundtrack;
}

static BedMood mood_at(const Session *session, double position_ms) {
    const Segment *segment = &session->segments.items[session_segment_at(session, position_ms)];
    bool is_rest = segment->kind == SEGMENT_REST || segment->kind == SEGMENT_CLOSE;
    return is_rest ? BED_THIN : moods[segment->group];
}

static void close_music(Soundtrack *soundtrack, Mixer *mixer) {
    mixer_set_music(mixer, (MixerMusic){0});
    music_close(soundtrack->music);
    soundtrack->music = NULL;
}

static void open_music(Soundtrack *soundtrack, const Settings *settings) {
    const char *folder = settings->music_folder[0] ? settings->music_folder : soundtrack->own_folder;
    snprintf(soundtrack->folder, sizeof soundtrack->folder, "%s", settings->music_folder);
    soundtrack->music = music_open(folder, soundtrack->seed, soundtrack->in_background);
}

void soundtrack_step(Soundtrack *soundtrack, const Session *session, double position_ms, const Settings *settings, Mixer *mixer) {
    bool is_other_folder = strcmp(soundtrack->folder, settings->music_folder) != 0;
    if (soundtrack->music && is_other_folder && settings->music == MUSIC_OWN) close_music(soundtrack, mixer);
    bool sounds = session && settings->music != MUSIC_OFF;
    if (!soundtrack->music && sounds) open_music(soundtrack, settings);
    if (!soundtrack->music) return;
    mixer_set_music(mixer, (MixerMusic){music_fill, soundtrack->music});
    if (session) music_play(soundtrack->music, plays[settings->music], mood_at(session, position_ms));
    else music_play(soundtrack->music, MUSIC_PLAYS_NOTHING, BED_THIN);
}

bool soundtrack_next_problem(Soundtrack *soundtrack, Error *error) {
    return soundtrack->music && music_next_problem(soundtrack->music, error);
}

void soundtrack_end(Soundtrack *soundtrack) {
    music_close(soundtrack->music);
    soundtrack->music = NULL;
}
