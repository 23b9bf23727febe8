// What lasts from run to run, and what settings do to a session that is being played: the real player, a pretended clock.
#include "app/player.h"
#include "base/file.h"
#include "support/folder.h"
#include "support/golden.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    int today;
    Options options;
    Folders folders;
    Scripts scripts;
    Player player;
    Mixer mixer;
    UiOutput out;
    const char *folder;
    double owed;
    float sound[2 * 48000];
} Stage;

static Stage stage;

static int make_folder(void **state) {
    (void)state;
    stage = (Stage){0};
    stage.folder = test_home(&stage.arena);
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    test_folder_remove(stage.folder);
    arena_free(&stage.arena);
    return 0;
}

static void open_with(const char *more) {
    Error error = {0};
    char *words[] = {"limber", "play", "hips-and-glutes", "--no-voice", "--data", path_join(&stage.arena, stage.folder, "data"),
                     "--config", path_join(&stage.arena, stage.folder, "config"), (char *)(more ? "--talk" : NULL),
                     (char *)more, NULL};
    assert_true(options_read(more ? 10 : 8, words, &stage.options, &error));
    stage.folders = folders_find(&stage.arena, &stage.options);
    assert_true(scripts_read(&stage.arena, &stage.folders, &stage.scripts, &error));
    const Routine *routine = scripts_routine(&stage.arena, &stage.scripts, stage.options.arguments[0], &error);
    PlayerStart start = {.routine = routine, .wait = true, .now = {.day = stage.today}};
    mixer_start(&stage.mixer);
    stage.owed = 0;
    if (!player_open(&stage.arena, &stage.options, &stage.folders, &stage.scripts, &start, &stage.player, &error))
        fail_msg("%s", error.sentence);
}

// The session is over, and not gone on with.
static void close_player(void) {
    record_end(&stage.player.record, OUTCOME_LEFT);
    player_end_sound(&stage.player, &stage.mixer);
    player_close(&stage.player);
}

// One picture, and the sound until the next; returns how many samples.
static int step(const char *key, double elapsed_ms) {
    Key pressed = {.name = key};
    UiInput input = player_input(&stage.player, 640, 360);
    input.keys = &pressed;
    input.key_count = key != NULL;
    input.elapsed_ms = elapsed_ms;
    input.has_sound = true;
    stage.owed += elapsed_ms * SOUND_RATE / 1000;
    int frames = (int)floor(stage.owed + 1e-6);
    assert_in_range(frames, 0, SOUND_RATE);
    stage.owed -= frames;
    mixer_mix(&stage.mixer, stage.sound, frames);
    stage.out = player_step(&stage.player, &input);
    player_announce(&stage.player, &stage.out, &stage.mixer, stage.mixer.position);
    return frames;
}

static bool shows(const char *text) {
    for (int i = 0; i < stage.out.list.ops.count; i++) {
        const char *shown = stage.out.list.ops.items[i].text;
        if (shown && strstr(shown, text)) return true;
    }
    return false;
}

static const char *content(const char *path) {
    Text text = {0};
    Error error = {0};
    return file_read(&stage.arena, path, 100000, &text, &error) ? text_copy(&stage.arena, text) : NULL;
}

static void write_settings_file(const char *text) {
    Error error = {0};
    assert_true(folder_make(path_join(&stage.arena, stage.folder, "config"), &error));
    assert_true(file_write(path_join(&stage.arena, stage.folder, "config/settings"), text_of(text), &error));
}

static void test_a_volume_key_is_kept(void **state) {
    (void)state;
    open_with(NULL);
    step(NULL, 10);
    assert_float_equal(stage.mixer.volume[BUS_VOICE], 1, 0.001);
    step("9", 10);
    step("9", 10);
    assert_float_equal(stage.mixer.volume[BUS_VOICE], 0.8, 0.001);
    assert_null(content(stage.folders.settings)); // not at every press
    for (int i = 0; i < 30; i++) step(NULL, 50);
    assert_non_null(strstr(content(stage.folders.settings), "\nvoice-volume 80 %\n"));
    step("c", 10); // leaving at once
    close_player();
    assert_non_null(strstr(content(stage.folders.settings), "\ncaptions off\n"));
    open_with(NULL);
    step(NULL, 10);
    assert_float_equal(stage.mixer.volume[BUS_VOICE], 0.8, 0.001);
    close_player();
}

static void test_a_damaged_file_is_told(void **state) {
    (void)state;
    write_settings_file("voice-volume loud\ntone-volume 30\n");
    open_with(NULL);
    step(NULL, 10);
    assert_true(shows("voice-volume takes a number"));
    assert_float_equal(stage.mixer.volume[BUS_TONE], 0.3, 0.001);
    close_player();
    assert_string_equal(content(stage.folders.settings), "voice-volume loud\ntone-volume 30\n");
}

static void test_what_cannot_be_kept_is_told_and_holds(void **state) {
    (void)state;
    open_with(NULL);
    stage.player.keep.settings_path = "/proc/nowhere/settings";
    step("9", 10);
    for (int i = 0; i < 50; i++) step(NULL, 50);
    assert_true(shows("Settings hold"));
    assert_float_equal(stage.mixer.volume[BUS_VOICE], 0.9, 0.001);
    for (int i = 0; i < 200; i++) step(NULL, 50);
    step("9", 10);
    for (int i = 0; i < 50; i++) step(NULL, 50);
    assert_false(shows("Settings hold")); // once is enough
    assert_float_equal(stage.mixer.volume[BUS_VOICE], 0.8, 0.001);
    close_player();
}

static void test_settings_may_be_given_for_one_run(void **state) {
    (void)state;
    write_settings_file("talk short\n");
    open_with("quiet");
    assert_int_equal(stage.player.session->talk, TALK_QUIET);
    step("9", 10);
    close_player();
    assert_non_null(strstr(content(stage.folders.settings), "talk short\n")); // the file does not learn of it
}

static void test_a_voice_for_one_run_can_still_be_changed(void **state) {
    (void)state;
    write_settings_file("voice anna\n");
    open_with(NULL);
    close_player();
    Keep keep;
    stage.options.voice = "ben";
    keep_open(&stage.arena, &stage.folders, &stage.options, 0, &keep);
    assert_string_equal(keep.settings.voice, "ben");
    Settings now = keep.settings;
    now.captions = 0;
    keep_settings(&keep, &now);
    assert_null(keep_close(&keep));
    assert_string_equal(content(stage.folders.settings), "voice anna\ncaptions off\n");
    setting_set_name(setting_row(text_of("voice")), &now, "");
    keep_settings(&keep, &now);
    assert_null(keep_close(&keep));
    assert_string_equal(content(stage.folders.settings), "voice\ncaptions off\n");
}

static int count(const Session *session, CueKind kind) {
    int found = 0;
    for (int i = 0; i < session->cues.count; i++) found += session->cues.items[i].kind == kind;
    return found;
}

// The session is worked out anew, and goes on in the middle of the same hold.
static void test_less_talk_acts_at_once(void **state) {
    (void)state;
    open_with(NULL);
    const Session *session = stage.player.session;
    const Segment *work = &session->segments.items[1];
    assert_int_equal(work->kind, SEGMENT_WORK);
    assert_true(count(session, CUE_SETUP) > 0);
    for (int i = 0; i < 200; i++) step(NULL, ((double)work->start_ms + 7000) / 200);
    step("S", 10);
    step("Right", 10);
    step("Right", 10); // short
    session = stage.player.session;
    work = &session->segments.items[1];
    assert_int_equal(session->talk, TALK_SHORT);
    assert_int_equal(count(session, CUE_SETUP), 0);
    const Playhead *playhead = ui_playhead(stage.player.ui);
    assert_ptr_equal(playhead->session, session);
    assert_float_equal(playhead->position_ms, (double)work->start_ms + 7000, 20);
    step("Escape", 10);
    step("Space", 10);
    double length_ms = (double)session->length_ms;
    while (ui_screen(stage.player.ui) == SCREEN_PLAY && length_ms > 0) step(NULL, 100), length_ms -= 90;
    assert_true(shows("Well done."));
    assert_true(shows("9") || shows("exercises"));
    close_player();
}

static void play_until(double at_ms) {
    while (ui_playhead(stage.player.ui)->position_ms < at_ms) step(NULL, 100);
}

static int works_of(const char *move) {
    int count = 0;
    for (int i = 0; i < stage.player.session->segments.count; i++) {
        const Segment *segment = &stage.player.session->segments.items[i];
        count += segment->kind == SEGMENT_WORK && strcmp(segment->move->id, move) == 0;
    }
    return count;
}

// Not here, and not in the second round.
static void test_what_hurts_is_over_in_this_session(void **state) {
    (void)state;
    open_with(NULL);
    assert_int_equal(works_of("clam"), 4);
    const Segment *work = NULL;
    for (int i = 0; !work || strcmp(work->move->id, "clam") != 0; i++) {
        const Segment *segment = &stage.player.session->segments.items[i];
        if (segment->kind == SEGMENT_WORK) work = segment;
    }
    double began_ms = (double)work->start_ms, ended_ms = (double)work->end_ms;
    play_until(began_ms + 5000);
    step("X", 10);
    step("3", 10); // a sharp pain
    step("Return", 10);
    assert_int_equal(works_of("clam"), 1); // the one that was begun
    const Diary *diary = history_diary(stage.player.record.history);
    const Entry *told = &diary->entries.items[diary->entries.count - 1];
    while (told->kind != ENTRY_HURT && told > diary->entries.items) told--;
    assert_true(told->kind == ENTRY_HURT && strcmp(told->id, "clam") == 0 && told->group == diary->entries.items[0].group);
    const Playhead *playhead = ui_playhead(stage.player.ui);
    assert_ptr_equal(playhead->session, stage.player.session);
    assert_float_equal(playhead->position_ms, ended_ms, 1);
    assert_true(playhead->paused);
    step("Space", 10);
    play_until(ended_ms + 1000);
    step("S", 10); // settings that work it out anew keep to that
    step("Right", 10);
    step("Escape", 10);
    assert_int_equal(works_of("clam"), 1);
    close_player();
}

// What a coach asks for lasts as long as the session, and the command line comes before it.
static void test_a_coached_session(void **state) {
    (void)state;
    open_with(NULL);
    step(NULL, 10);
    char hurt[] = "pigeon-pull";
    const char *ids[] = {hurt};
    UiOutput out = stage.out;
    out.play = (PlayWish){.routine = stage.player.routine, .is_coached = true, .level = LEVEL_B2,
                          .fit = {.minutes = 7, .first = LEFT, .left_out = ids, .left_out_count = 1}};
    player_announce(&stage.player, &out, &stage.mixer, stage.mixer.position);
    hurt[0] = '?'; // the diary grows
    for (int i = 0; i < 2; i++) {
        const Session *session = stage.player.session;
        assert_int_equal(session->level, LEVEL_B2);
        assert_in_range(session->length_ms, 1, 7 * 60000);
        assert_int_equal(works_of("pigeon-pull"), 0);
        for (int k = 0; k < session->segments.count; k++)
            if (session->segments.items[k].kind == SEGMENT_READY && session->segments.items[k].each_side)
                assert_int_equal(session->segments.items[k].side, LEFT);
        step("S", 10);
        step("Right", 10);
        step("Escape", 10);
    }
    close_player();
}

static void test_easier_is_done_at_once(void **state) {
    (void)state;
    open_with(NULL);
    assert_true(works_of("bridge-reps") > 0);
    const Segment *work = stage.player.session->segments.items;
    while (work->kind != SEGMENT_WORK || strcmp(work->move->id, "bridge-reps") != 0) work++;
    double began_ms = (double)work[-1].start_ms;
    play_until((double)work->start_ms + 3000);
    step("-", 10);
    assert_int_equal(works_of("bridge-reps"), 0);
    assert_true(works_of("bridge-hold") > 0);
    assert_float_equal(ui_playhead(stage.player.ui)->position_ms, began_ms, 1);
    step(NULL, 10);
    assert_true(shows("Easier: Bridge."));
    play_until(began_ms + 20000);
    step("-", 10); // a little less of it would be a level below the first
    assert_true(works_of("bridge-hold") > 0);
    close_player();
}

// In one session the right side is first, in the next the left one.
static void test_the_first_side_takes_turns(void **state) {
    (void)state;
    for (int session = 0; session < 3; session++) {
        open_with(NULL);
        Side side = session % 2 ? LEFT : RIGHT;
        assert_int_equal(stage.player.session->segments.items[0].side, side);
        for (int i = 0; i < stage.player.session->segments.count; i++) {
            const Segment *segment = &stage.player.session->segments.items[i];
            if (segment->kind == SEGMENT_READY && segment->each_side) assert_int_equal(segment->side, side);
        }
        play_until((double)stage.player.session->length_ms / 2);
        step("S", 10);
        step("Right", 10); // worked out anew, it begins with the same side
        assert_int_equal(stage.player.session->segments.items[0].side, side);
        close_player();
    }
    assert_non_null(strstr(content(stage.folders.known_moves), "\nsessions 3\n"));
}

static void test_moves_get_known_by_being_done(void **state) {
    (void)state;
    stage.today = 20778; // 2026-11-21
    for (int session = 0; session < 4; session++) {
        open_with(NULL);
        assert_int_equal(count(stage.player.session, CUE_SETUP) > 0, session < 3);
        double length_ms = (double)stage.player.session->length_ms;
        for (double at_ms = 0; at_ms < length_ms / 2; at_ms += 100) step(NULL, 100); // leaves half way
        const char *known = content(stage.folders.known_moves);
        assert_non_null(known);
        const Move *first = stage.player.session->segments.items[0].move;
        assert_non_null(strstr(known, text_format(&stage.arena, "\n%s %d 2026-11-21\n", first->id, session + 1)));
        if (session == 0) assert_null(strstr(known, "childs-pose")); // comes last
        for (double at_ms = length_ms / 2; at_ms < length_ms + 200; at_ms += 100) step(NULL, 100);
        close_player();
        known = content(stage.folders.known_moves);
        assert_non_null(strstr(known, text_format(&stage.arena, "\nchilds-pose %d 2026-11-21\n", session + 1)));
    }
    open_with("full always");
    assert_true(count(stage.player.session, CUE_SETUP) > 0);
    close_player();
    stage.today += 29; // four weeks without
    open_with(NULL);
    assert_true(count(stage.player.session, CUE_SETUP) > 0);
    close_player();
}

// From the first sample of the tone that starts a hold to the first picture of the hold: the delay, to the sample.
static int picture_after_tone(int delay_ms) {
    write_settings_file(text_format(&stage.arena, "sound-delay %d\nmusic off\ncaptions off\n", delay_ms));
    open_with(NULL);
    Arena scratch = {0};
    SoundClip tone = tone_make(&scratch, TONE_START);
    int silent = 0;
    while (silent < tone.count && tone.samples[silent] == 0.0f) silent++;
    arena_free(&scratch);
    int64_t start_ms = stage.player.session->segments.items[1].start_ms;
    for (int i = 0; i < 100; i++) step(NULL, ((double)start_ms - 300) / 100);
    int64_t samples = 0, heard = -1, seen = -1;
    for (int i = 0; i < 48 * 1000 && (heard < 0 || seen < 0); i++) {
        samples += step(NULL, 1.0 / 48);
        for (int j = 0; heard < 0 && j < 2; j++)
            if (stage.sound[j] != 0.0f) heard = samples - 1 - silent;
        if (seen < 0 && !shows("ready")) seen = samples;
    }
    close_player();
    assert_true(heard >= 0 && seen >= 0);
    return (int)(seen - heard);
}

static void test_the_delay_is_exact_to_the_sample(void **state) {
    (void)state;
    int usual = picture_after_tone(0);
    assert_in_range(usual + 2, 0, 4); // rounding
    assert_int_equal(picture_after_tone(180) - usual, 180 * 48);
    assert_int_equal(picture_after_tone(-70) - usual, -70 * 48);
}

// The ball's clicks go to the mixer, also from a pause, and the session goes on afterwards.
static void test_clicks_are_heard_in_a_pause(void **state) {
    (void)state;
    open_with(NULL);
    for (int i = 0; i < 200; i++) step(NULL, 100);
    step("S", 10);
    double before = ui_playhead(stage.player.ui)->position_ms;
    for (int i = 0; i < setting_count; i++) step("Down", 10);
    step("Return", 10);
    assert_true(shows("Sound delay") && shows("Enter keeps it"));
    int loud = 0;
    for (int ms = 0; ms < 4900; ms += 100) {
        int frames = step(NULL, 100);
        float most = 0;
        for (int i = 0; i < 2 * frames; i++) most = fmaxf(most, fabsf(stage.sound[i]));
        loud += most > 0.1f;
    }
    assert_in_range(loud, 4, 6); // one a second, some over two pictures
    step("Escape", 10);
    step("Escape", 10);
    step("Space", 10);
    for (int i = 0; i < 25; i++) step(NULL, 100);
    assert_float_equal(ui_playhead(stage.player.ui)->position_ms, before, 0.01);
    for (int i = 0; i < 20; i++) step(NULL, 100);
    assert_true(ui_playhead(stage.player.ui)->position_ms > before + 1000);
    close_player();
}

static float loudest(int pictures) {
    float most = 0;
    for (int i = 0; i < pictures; i++) {
        int frames = step(NULL, 50);
        for (int j = 0; j < 2 * frames; j++) most = fmaxf(most, fabsf(stage.sound[j]));
    }
    return most;
}

// In a pause just before a tone, which is on the mixer already: a sample sounds, and the tone in its time.
static void test_a_volume_is_heard_in_a_pause(void **state) {
    (void)state;
    write_settings_file("music off\npacing-tones off\n");
    open_with(NULL);
    int64_t start_ms = stage.player.session->segments.items[1].start_ms;
    for (int i = 0; i < 200; i++) step(NULL, ((double)start_ms - 120) / 200);
    step("S", 10);
    assert_true(loudest(20) < 0.001f);
    for (int i = 0; i < 4; i++) step("Down", 10);
    step("Left", 10);
    assert_true(shows("90 %"));
    assert_true(loudest(20) > 0.05f);
    loudest(40); // until it is over
    step("Escape", 10);
    step("Space", 10);
    assert_true(loudest(56) < 0.001f); // the countdown
    assert_true(loudest(20) > 0.05f);
    close_player();
}

static void expect_picture(const char *name) {
    enum { TOLERANCE = 2 };
    Area dirty[PAINTER_AREAS];
    int areas;
    Picture picture = raster_picture(painter_paint(stage.player.painter, &stage.out.list, 640, 360, dirty, &areas));
    assert_golden_picture(text_format(&stage.arena, "tests/app/golden/%s.png", name), &picture, TOLERANCE);
    picture_free(&picture);
}

static void test_pages_look_as_kept(void **state) {
    (void)state;
    write_settings_file("talk short\nsound-delay 180\nmusic-folder /home/me/Music/Slow and calm\n");
    open_with(NULL);
    step("S", 10);
    step("Down", 10);
    expect_picture("settings");
    for (int i = 0; i < setting_count; i++) step("Down", 10);
    step("Return", 10);
    step(NULL, 600);
    expect_picture("sound-delay");
    close_player();
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(test_a_volume_key_is_kept),
        TEST(test_a_damaged_file_is_told),
        TEST(test_what_cannot_be_kept_is_told_and_holds),
        TEST(test_settings_may_be_given_for_one_run),
        TEST(test_a_voice_for_one_run_can_still_be_changed),
        TEST(test_less_talk_acts_at_once),
        TEST(test_what_hurts_is_over_in_this_session),
        TEST(test_a_coached_session),
        TEST(test_easier_is_done_at_once),
        TEST(test_the_first_side_takes_turns),
        TEST(test_moves_get_known_by_being_done),
        TEST(test_the_delay_is_exact_to_the_sample),
        TEST(test_clicks_are_heard_in_a_pause),
        TEST(test_a_volume_is_heard_in_a_pause),
        TEST(test_pages_look_as_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
