#include "app/player.h"

#include "app/own_sheets.h"
#include "history/people.h"
#include "ui/by_hand.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static int times_done(const void *context, const char *move) {
    const Keep *keep = context;
    return known_times(&keep->known, move, keep->today);
}

static SessionOptions session_options(const Player *player) {
    const Settings *settings = &player->keep.settings;
    return (SessionOptions){.library = &player->scripts->library, .talk = (Talk)settings->talk, .times_done = times_done,
                            .times_context = &player->keep, .without_pacing = !settings->pacing_tones,
                            .with_breath = settings->breathing_sounds, .speech_ms = voices_speech_ms,
                            .speech_context = player->coach,
                            .fit = player->wish.fit,
                            .changes = player->changes.items, .change_count = player->changes.count};
}

static bool compile(Player *player, const Routine *routine, Arena *arena, Session **session, Error *error) {
    SessionOptions how = session_options(player);
    how.level = player->wish.level;
    *session = arena_new(arena, Session, 1);
    return session_compile(arena, routine, &how, *session, error);
}

// Tells the record how the session is fitted, which is all that is needed to make it again.
static const char *tell_fit(Player *player) {
    TextBuilder text = {0};
    fit_text_write(&player->wish.fit, &player->changes, &text);
    const char *copy = text_copy(player->arena, builder_text(&text));
    builder_free(&text);
    record_fit(&player->record, copy);
    return copy;
}

// What nobody decided is as the options and the routine say. What a fit points to is copied: it is of the diary as it was.
static void take_wish(Player *player, const PlayWish *wish) {
    const Options *options = player->options;
    player->wish = *wish;
    player->changes.count = 0;
    if (!wish->is_coached) {
        player->wish.level = wish->routine->level;
        player->wish.fit.first = keep_first_side(&player->keep);
    }
    Fit *fit = &player->wish.fit; // the command line comes before coach and routine
    fit->skip |= options->skip;
    if (options->minutes) fit->minutes = options->minutes;
    if (options->has_first_side) fit->first = options->first_side;
    if (options->has_level) player->wish.level = options->level;
    bool copied = fit_text_read(player->arena, text_of(tell_fit(player)), &player->wish.fit, &player->changes);
    assert(copied);
}

// Works the routine out; the session before, if any, is over.
static bool begin_session(Player *player, const PlayWish *wish, Error *error) {
    record_end(&player->record, OUTCOME_LEFT);
    arena_reset(&player->session_arena);
    player->done.items = NULL, player->done.count = player->done.capacity = 0;
    player->routine = wish->routine;
    take_wish(player, wish);
    player->has_session = compile(player, wish->routine, &player->session_arena, &player->session, error);
    if (player->has_session) bakery_ask(player->bakery, player->session);
    return player->has_session;
}

void player_notify(Player *player, const char *sentence) {
    if (!sentence) return;
    fprintf(stderr, "limber: %s\n", sentence);
    if (player->ui) ui_notify(player->ui, sentence);
}

// What is drawn meanwhile is shown as soon as it is there.
static BakeryNews look_after_drawing(Player *player) {
    const char *move, *sentence;
    BakeryNews news = bakery_step(player->bakery, &move, &sentence);
    if (news == BAKERY_MADE && player->painter) painter_look_again(player->painter, move);
    if (news == BAKERY_FAILED) player_notify(player, sentence);
    return news;
}

static void draw_everything(Player *player) {
    for (BakeryNews news; (news = look_after_drawing(player)) != BAKERY_IDLE;)
        if (news == BAKERY_WORKS) nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
}

static bool open_cue_log(Player *player, Error *error) {
    const char *path = player->options->log_cues;
    if (!path) return true;
    player->cue_log = fopen(path, "w");
    return player->cue_log || error_set(error, "cannot write %s: %s", path, strerror(errno));
}

// Also without sound: the same routine is the same session then. The coach before, if any, stays where it is: a thread
// may be reading one of its clips. Returns what is wrong, or NULL.
static const char *open_coach(Player *player) {
    Error error = {0};
    player->coach = arena_new(player->arena, Coach, 1);
    if (voices_open(player->arena, player->folders, player->keep.settings.voice, player->coach, &error)) return NULL;
    return text_copy(player->arena, text_of(error.sentence));
}

static void open_sound(Player *player, const Folders *folders, bool wait) {
    const Options *options = player->options;
    bool speaks = !options->mute && !options->no_voice;
    player->speaker = speaks ? speaker_open(!wait, player->coach) : NULL;
    player->announcer = announcer_make(player->arena, player->speaker, player->cue_log ? announcer_log_line : NULL, player->cue_log);
    // Other music every day, but the same in every film.
    uint32_t seed = wait ? 1 : (uint32_t)time(NULL);
    if (!options->mute) player->soundtrack = soundtrack_make(player->arena, folders->own_music, seed, !wait);
}

// Of scripts and of own sheets.
static int all_problems(Player *player, const Folders *folders, const char *const **lines) {
    const char *const *scripts, *const *sheets;
    int script_count = scripts_problems(player->arena, &player->scripts->diags, &scripts);
    int sheet_count = own_sheets_problems(player->arena, folders, &sheets);
    const char **all = arena_new(player->arena, const char *, script_count + sheet_count + 1);
    for (int i = 0; i < script_count; i++) all[i] = scripts[i];
    for (int i = 0; i < sheet_count; i++) all[script_count + i] = sheets[i];
    *lines = all;
    return script_count + sheet_count;
}

// Tells each; returns the last, or NULL.
static const char *tell_record_problems(Player *player) {
    const char *told = NULL;
    for (const char *problem; (problem = record_problem(&player->record));) player_notify(player, told = problem);
    return told;
}

// Who was named on the command line is not asked.
static NameList people_here(Player *player) {
    People people;
    Error error;
    if (!player->record.history || !people_list(player->arena, player->folders->own, &people, &error)) return (NameList){0};
    const char *const *names = people.names.items;
    bool is_known = people_find(&people, player->folders->person) != NULL;
    if (!is_known) *list_push(player->arena, &people.names) = player->folders->person, names = people.names.items;
    return (NameList){names, people.names.count};
}

static void open_screens(Player *player, const Folders *folders, const char *notice) {
    const Options *options = player->options;
    UiOptions how = {.library = &player->scripts->library, .session = player->has_session ? player->session : NULL,
                     .from_ms = options->from_ms, .tempo = options->speed, .muted = options->mute, .notice = notice,
                     .how = session_options(player), .settings = &player->keep.settings,
                     .go_on_at = player->offers_place ? player->place.what : NULL,
                     .people = people_here(player), .person = folders->person,
                     .start_today = options->command == COMMAND_TODAY,
                     .diary = player->record.history ? history_diary(player->record.history) : NULL,
                     .write = record_write, .diary_owner = &player->record,
                     .voices = keep_voices(player->arena, folders), .music_folders = keep_music_folders(player->arena, folders)};
    how.asks_who = how.people.count > 1 && !options->person && !player->has_session;
    how.problem_count = all_problems(player, folders, &how.problems);
    player->ui = ui_make(player->arena, &how);
}

static void watch_scripts(Player *player) {
    const Folders *folders = player->folders;
    const Options *options = player->options;
    const char *const all[] = {folders->moves, folders->routines, folders->own_moves, folders->own_routines};
    const char *file = options->argument_count && scripts_is_file_name(options->arguments[0]) ? options->arguments[0] : NULL;
    player->watch = watch_make(player->arena, all, 4, file);
}

static const Routine *routine_called(const Player *player, const char *id) {
    const Library *library = &player->scripts->library;
    for (int i = 0; i < library->routines.count; i++)
        if (strcmp(library->routines.items[i]->id, id) == 0) return library->routines.items[i];
    return NULL;
}

// A session that was cut off can be gone on with when none was asked for, or that very one.
static bool has_place(Player *player, const Routine *asked) {
    if (!record_place(&player->record, &player->place)) return false;
    return asked ? strcmp(asked->id, player->place.routine) == 0 : routine_called(player, player->place.routine) != NULL;
}

// Whoever may not exercise today is told so, whatever way the session was asked for.
static bool begin_by_hand(Player *player, const Routine *routine, Error *error) {
    PlayWish wish = {.routine = routine};
    const char *why = NULL;
    const Record *record = &player->record;
    if (record->history)
        wish = by_hand_wish(player->arena, history_diary(record->history), &player->scripts->library, record->now, routine, &why);
    if (!wish.routine) return error_set(error, "%s", why);
    wish.fit.only_stretch = false; // who writes a command wants this very session
    return begin_session(player, &wish, error);
}

bool player_open(Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
                 const PlayerStart *start, Player *player, Error *error) {
    *player = (Player){.options = options, .folders = folders, .scripts = scripts, .arena = arena};
    player->bakery = bakery_make(arena, folders, options->bake_scale);
    keep_open(arena, folders, options, start->now.day, &player->keep);
    record_open(arena, options, folders, start->now, &player->record);
    const char *voice_problem = open_coach(player);
    if (start->routine && !begin_by_hand(player, start->routine, error)) return false;
    if (start->wait) draw_everything(player);
    PainterOptions painter = {folders->fonts, folders->sheets, start->wait, folders->own_sheets, folders->cache_sheets};
    if (!painter_open(&painter, &player->painter, error) || !open_cue_log(player, error)) return false;
    open_sound(player, folders, start->wait);
    const char *history_problem = tell_record_problems(player);
    const char *problem = history_problem ? history_problem : player->keep.problem ? player->keep.problem : voice_problem;
    if (!problem && !start->wait) problem = scripts_stand_ins(arena, &scripts->diags);
    player_notify(player, player->keep.problem);
    player_notify(player, voice_problem);
    player->offers_place = !options->headless && has_place(player, start->routine);
    open_screens(player, folders, start->notice ? start->notice : problem);
    if (!start->wait) watch_scripts(player);
    if (player->has_session && !player->offers_place) record_begin(&player->record, player->session, &player->wish, NULL);
    return true;
}

void player_close(Player *player) {
    player_notify(player, keep_close(&player->keep));
    if (player->watch) watch_end(player->watch);
    record_keep(&player->record);
    record_close(&player->record);
    tell_record_problems(player);
    bakery_end(player->bakery);
    if (player->ui) ui_close(player->ui);
    if (player->painter) painter_close(player->painter);
    if (player->soundtrack) soundtrack_end(player->soundtrack);
    if (player->speaker) speaker_close(player->speaker);
    if (player->cue_log) fclose(player->cue_log);
    arena_free(&player->session_arena);
    arena_free(&player->spare_arena);
    arena_free(&player->frame_arena);
}

void player_end_sound(Player *player, Mixer *mixer) {
    announcer_end(player->announcer, mixer);
}

// Cues that were set but not reached are handed out again.
void player_sound_changed(Player *player) {
    Playhead *playhead = ui_playhead(player->ui);
    announcer_lose_sound(player->announcer);
    if (playhead) playhead_seek(playhead, playhead->position_ms);
}

static int drawing_percent(void *bakery, const char *move) {
    return bakery_percent(bakery, move);
}

UiInput player_input(Player *player, int width, int height) {
    return (UiInput){.width = width, .height = height, .measure = painter_measure(player->painter),
                     .sheets = painter_sheets(player->painter),
                     .drawings = {drawing_percent, player->bakery}};
}

// A session in which a move is done twice is one session.
static void note_done(Player *player, const Move *move) {
    for (int i = 0; i < player->done.count; i++)
        if (player->done.items[i] == move) return;
    if (player->done.count == 0) keep_session(&player->keep);
    *list_push(&player->session_arena, &player->done) = move;
    player_notify(player, keep_done(&player->keep, move->id));
}

// From the pause menu to the home screen. What was played may be a routine of the coach's for today, which lasts no longer.
static void leave_session(Player *player) {
    record_keep(&player->record);
    player->routine = NULL;
    player->offers_place = has_place(player, NULL);
    if (!player->offers_place) ui_forget_place(player->ui);
}

UiOutput player_step(Player *player, const UiInput *input) {
    arena_reset(&player->frame_arena);
    look_after_drawing(player);
    player->record.now = input->now;
    UiOutput output = ui_step(player->ui, input, &player->frame_arena);
    if (output.done) note_done(player, output.done);
    record_step(&player->record, ui_playhead(player->ui), input->elapsed_ms, output.done ? output.done_step : -1);
    if (ui_screen(player->ui) == SCREEN_FINISH) record_end(&player->record, OUTCOME_DONE);
    if (output.stopped) record_end(&player->record, OUTCOME_LEFT);
    if (output.left) leave_session(player);
    tell_record_problems(player);
    player_notify(player, keep_step(&player->keep, input->elapsed_ms));
    return output;
}

// The session with other settings, scripts or changes. The announcer begins anew at the next chance.
static bool work_out_anew(Player *player, const Change *change, Error *error) {
    Session *session;
    arena_reset(&player->spare_arena);
    if (!compile(player, player->routine, &player->spare_arena, &session, error)) return false;
    player->sound_is_old = true;
    if (change) ui_change_session(player->ui, session, change);
    else ui_replace_session(player->ui, session);
    LIST(const Move *) done = {0};
    for (int i = 0; i < player->done.count; i++) *list_push(&player->spare_arena, &done) = player->done.items[i];
    player->done.items = done.items, player->done.count = done.count, player->done.capacity = done.capacity;
    player->session = session;
    record_replace(&player->record, session);
    Arena before = player->session_arena;
    player->session_arena = player->spare_arena;
    player->spare_arena = before;
    bakery_ask(player->bakery, session);
    return true;
}

bool player_work_out_anew(Player *player, Error *error) {
    return work_out_anew(player, NULL, error);
}

static void take_change(Player *player, const Change *change) {
    Error error;
    *list_push(player->arena, &player->changes) = *change;
    if (!work_out_anew(player, change, &error)) player->changes.count--;
    tell_fit(player);
}

void player_library_changed(Player *player, const Routine *chosen) {
    const char *const *problems;
    int count = all_problems(player, player->folders, &problems);
    ui_library_changed(player->ui, chosen, problems, count);
}

static void take_settings(Player *player) {
    Settings before = player->keep.settings;
    const Settings *now = ui_settings(player->ui);
    player_notify(player, keep_settings(&player->keep, now));
    bool is_other = before.talk != now->talk || before.pacing_tones != now->pacing_tones ||
                    before.breathing_sounds != now->breathing_sounds;
    if (strcmp(before.voice, now->voice) != 0) {
        player_notify(player, open_coach(player));
        if (player->speaker) speaker_set_coach(player->speaker, player->coach);
        is_other = true;
    }
    Error error;
    if (is_other && ui_is_playing(player->ui)) player_work_out_anew(player, &error);
}

// What was chosen on the first screens begins; when it cannot, they stay.
static void begin_chosen(Player *player, const PlayWish *wish, int64_t from_ms, Mixer *mixer) {
    Error error = {0};
    announcer_reset(player->announcer, mixer);
    if (!begin_session(player, wish, &error)) return;
    player->offers_place = false;
    ui_play(player->ui, player->session, from_ms);
    record_begin(&player->record, player->session, &player->wish, NULL);
}

// The session as it was, from where it was cut off. When it cannot be made again, the first screen stays.
static bool begin_at_place(Player *player, Mixer *mixer) {
    const Place *place = &player->place;
    const Routine *routine = player->routine ? player->routine : routine_called(player, place->routine);
    PlayWish wish = {.routine = routine, .is_coached = true, .level = place->level};
    ChangeList changes;
    Error error = {0};
    if (!routine || !fit_text_read(player->arena, text_of(place->fit), &wish.fit, &changes)) return false;
    announcer_reset(player->announcer, mixer);
    if (!begin_session(player, &wish, &error)) return false;
    player->changes = changes;
    if (changes.count && !compile(player, routine, &player->session_arena, &player->session, &error)) return false;
    tell_fit(player);
    ui_play(player->ui, player->session, record_place_ms(player->session, place));
    record_begin(&player->record, player->session, &wish, place);
    return true;
}

static void answer_place(Player *player, GoOn go_on, Mixer *mixer) {
    const Routine *asked = player->has_session ? player->routine : NULL;
    player->offers_place = false;
    if (go_on == GO_ON_YES && begin_at_place(player, mixer)) return;
    record_leave_place(&player->record);
    if (asked) begin_chosen(player, &(PlayWish){.routine = asked}, player->options->from_ms, mixer);
}

// Under a session only: the first screen is quiet, and so is the last.
static void play_music(Player *player, const UiOutput *output, Mixer *mixer) {
    const Playhead *playhead = ui_playhead(player->ui);
    bool plays = ui_screen(player->ui) == SCREEN_PLAY && playhead && playhead->session == player->session;
    mixer->volume[BUS_MUSIC] = output->music_volume;
    soundtrack_step(player->soundtrack, plays ? player->session : NULL, plays ? playhead->position_ms : 0, ui_settings(player->ui), mixer);
    for (Error error; soundtrack_next_problem(player->soundtrack, &error);)
        player_notify(player, text_copy(player->arena, text_of(error.sentence)));
}

static void tell_voice_trouble(Player *player) {
    Error error;
    if (!player->speaker || !speaker_trouble(player->speaker, &error)) return;
    player_notify(player, text_format(player->arena, "%s; the synthesiser speaks in its place", error.sentence));
}

static void forget_old_sound(Player *player, Mixer *mixer) {
    if (player->sound_is_old) announcer_reset(player->announcer, mixer);
    player->sound_is_old = false;
}

void player_announce(Player *player, const UiOutput *output, Mixer *mixer, int64_t bus_now) {
    Playhead *playhead = ui_playhead(player->ui);
    if (mixer) mixer->volume[BUS_VOICE] = output->voice_volume;
    if (mixer) mixer->volume[BUS_TONE] = output->tone_volume;
    forget_old_sound(player, mixer);
    if (output->settings_changed) take_settings(player);
    forget_old_sound(player, mixer);
    if (output->sound_changed) announcer_reset(player->announcer, mixer);
    if (output->change) take_change(player, output->change);
    forget_old_sound(player, mixer);
    if (playhead) announcer_step(player->announcer, playhead, mixer, bus_now);
    for (int i = 0; output->remarks[i]; i++) announcer_remark(player->announcer, output->remarks[i]); // after the jump they came with
    if (!playhead) announcer_idle(player->announcer, mixer);
    if (mixer && player->soundtrack) play_music(player, output, mixer);
    tell_voice_trouble(player);
    if (output->go_on != GO_ON_NOT_ASKED) answer_place(player, output->go_on, mixer);
    if (output->play.routine) begin_chosen(player, &output->play, 0, mixer);
}
