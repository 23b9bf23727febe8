#include "app/clock.h"
#include "app/reload.h"
#include "app/room.h"
#include "app/runs.h"
#include "history/people.h"

#include <stdio.h>
#include <string.h>

// A look 60 times a second, though sheets change less often: a picture then comes when it is due, and what
// did not change costs nothing. A key wakes the wait at once. While nothing moves, ten times is enough.
enum { FRAME_MS = 16, IDLE_FRAME_MS = 100, LONGEST_STEP_MS = 250, LONGEST_START_MS = 3000,
       WINDOW_WIDTH = 1280, WINDOW_HEIGHT = 720 };

typedef struct {
    Player *player;
    Window *window;
    Audio *audio; // NULL: silent
    Room *room;
    bool speaks;  // Limber's own voice sounded at the last step
    UiInput input;
    UiOutput output;
    double began_ms, shown_ms; // when the run began and when the last step was
    bool idle;
} Live;

static void wait_for_input(Live *live) {
    double due_ms = live->shown_ms + (live->idle ? IDLE_FRAME_MS : FRAME_MS);
    double wait_ms = due_ms - clock_ms();
    window_collect(live->window, wait_ms > 0 ? (int)(wait_ms + 0.5) : 0, &live->input);
}

// A machine that slept does not skip half a session: such a gap counts as a moment.
static void pass_time(Live *live) {
    double now = clock_ms(), elapsed_ms = now - live->shown_ms;
    live->input.elapsed_ms = elapsed_ms < LONGEST_STEP_MS ? elapsed_ms : LONGEST_STEP_MS;
    live->shown_ms = now;
}

// The first words of a session wait for a sound device that is slow to start, though not for ever.
static void wait_for_sound(Live *live) {
    bool waits = live->audio && audio_is_starting(live->audio) && live->shown_ms - live->began_ms < LONGEST_START_MS;
    if (waits) live->input.elapsed_ms = 0.0;
}

static bool has_sound(const Live *live) {
    return live->audio && audio_plays(live->audio);
}

// Headphones pulled out, or plugged in again: the session goes on, and says so.
static void look_after_sound(Live *live) {
    AudioNews news = live->audio ? audio_step(live->audio, live->input.elapsed_ms) : AUDIO_NO_NEWS;
    if (news == AUDIO_GONE) ui_notify(live->player->ui, "The sound device is gone. Limber goes on, and looks for another.");
    if (news == AUDIO_BACK) ui_notify(live->player->ui, "Sound is back.");
    if (news != AUDIO_NO_NEWS) player_sound_changed(live->player);
    live->input.has_sound = has_sound(live);
}

// The mixer is locked for a moment only: the sound card does not wait for screens to be laid out.
static void announce(Live *live) {
    int64_t bus_now = has_sound(live) ? audio_position(live->audio) : 0;
    Mixer *mixer = has_sound(live) ? audio_lock(live->audio) : NULL;
    player_announce(live->player, &live->output, mixer, bus_now);
    live->speaks = mixer && mixer_speaks(mixer);
    if (mixer) mixer_step_back(mixer, room_hears_voice(live->room));
    if (mixer) audio_unlock(live->audio);
}

static void paint(Live *live) {
    Area dirty[PAINTER_AREAS];
    int count = 0;
    const Raster *raster = painter_paint(live->player->painter, &live->output.list, live->input.width,
                                         live->input.height, dirty, &count);
    window_show(live->window, raster, dirty, count); // nothing new, and yet it may have been uncovered
    const Playhead *playhead = ui_playhead(live->player->ui);
    bool stands_still = !playhead || (playhead->paused && playhead->ready_left_ms == 0);
    live->idle = stands_still && !painter_is_waiting(live->player->painter);
}

static void obey(Live *live) {
    if (live->output.leave_fullscreen) window_set_fullscreen(live->window, false);
    if (live->output.toggle_fullscreen) window_set_fullscreen(live->window, !live->input.fullscreen);
}

// --stop-after counts real time.
static bool is_over(const Live *live) {
    int64_t stop_after_ms = live->player->options->stop_after_ms;
    return stop_after_ms >= 0 && live->shown_ms - live->began_ms >= (double)stop_after_ms;
}

// Another person plays, unless they cannot be added; then it stays as it is, and says so.
static void take_person(Live *live) {
    Player *player = live->player;
    Error error = {0};
    const char *name = live->output.person;
    bool good = !live->output.is_new_person || people_add(player->folders->own, name, &error);
    if (good && people_choose(player->folders->state, name, &error)) return;
    player_notify(player, text_copy(player->arena, text_of(error.sentence)));
    if (!good) live->output.person = NULL;
}

static void play_on(Live *live) {
    const Options *options = live->player->options;
    live->input = player_input(live->player, options->width, options->height);
    live->shown_ms = live->began_ms = clock_ms();
    live->room = room_enter();
    while (!live->output.quit && !live->output.person && !is_over(live)) {
        wait_for_input(live);
        pass_time(live);
        look_after_sound(live);
        wait_for_sound(live);
        live->input.now = clock_moment();
        room_step(live->room, live->player, live->speaks, &live->input);
        live->output = player_step(live->player, &live->input);
        reload_step(live->player, live->input.elapsed_ms);
        announce(live);
        if (live->output.person) take_person(live);
        paint(live);
        obey(live);
    }
    room_leave(live->room);
    Mixer *mixer = live->audio ? audio_lock(live->audio) : NULL;
    player_end_sound(live->player, mixer);
    if (mixer) mixer_start(mixer); // its music and clips are given back while the device plays on
    if (mixer) audio_unlock(live->audio);
}

static bool open_window(const Options *options, Live *live, Error *error) {
    int width = options->width ? options->width : WINDOW_WIDTH, height = options->height ? options->height : WINDOW_HEIGHT;
    if (window_open("Limber", width, height, !options->windowed, &live->window, error)) return true;
    TextBuilder more = {0};
    builder_add(&more, "%s; a session can also be written as a video: limber film ROUTINE OUT.mp4", error->sentence);
    error_set(error, "%s", more.bytes);
    builder_free(&more);
    return false;
}

// One person's run. Returns the program's exit code.
static int run_person(Live *live, Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
                      const PlayerStart *start) {
    Player player = {0};
    Error error = {0};
    int code = 0;
    live->player = &player;
    live->output = (UiOutput){0};
    if (player_open(arena, options, folders, scripts, start, &player, &error)) play_on(live);
    else code = start->routine && !player.has_session ? 1 : 3; // the routine makes no session, or the machine refused
    if (code) fprintf(stderr, "limber: %s\n", error.sentence);
    player_close(&player);
    live->player = NULL;
    return code;
}

// One person after another; everything is opened anew for each, so that nobody's diary can get into another's.
static int run_people(Live *live, Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
                      PlayerStart *start) {
    int code = run_person(live, arena, options, folders, scripts, start);
    while (code == 0 && live->output.person) {
        Options *theirs = arena_new(arena, Options, 1);
        Folders *own = arena_new(arena, Folders, 1);
        *theirs = *options;
        theirs->person = live->output.person;
        theirs->command = live->output.starts_today ? COMMAND_TODAY : COMMAND_HOME;
        theirs->argument_count = 0;
        *own = folders_find(arena, theirs);
        *start = (PlayerStart){.now = clock_moment()};
        code = run_person(live, arena, theirs, own, scripts, start);
    }
    return code;
}

int live_run(Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
             const Routine *routine) {
    Live live = {0};
    Error error = {0}, silent = {0};
    if (!open_window(options, &live, &error)) {
        fprintf(stderr, "limber: %s\n", error.sentence);
        return 3;
    }
    if (!options->mute && !audio_open(&live.audio, &silent)) fprintf(stderr, "limber: %s\n", silent.sentence);
    PlayerStart start = {routine, false, silent.sentence[0] ? silent.sentence : NULL, clock_moment()};
    int code = run_people(&live, arena, options, folders, scripts, &start);
    if (live.audio) audio_close(live.audio); // before the window: both start and end parts of SDL
    window_close(live.window);
    return code;
}
