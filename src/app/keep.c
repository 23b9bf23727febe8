#include "app/keep.h"

// A film shows everything in its time, whatever headphones are worn here, and to people who may know no move.
static void forget_for_film(Keep *keep) {
    keep->settings.sound_delay_ms = 0;
    keep->known = (KnownMoves){0};
}

void keep_open(Arena *arena, const Folders *folders, const Options *options, int today, Keep *keep) {
    *keep = (Keep){.arena = arena, .today = today, .unwritten_ms = -1};
    Error error = {0};
    bool good = settings_read(arena, folders->settings, &keep->settings, &error);
    good = known_read(arena, folders->known_moves, &keep->known, good ? &error : &(Error){0}) && good;
    if (!good) keep->problem = text_copy(arena, text_of(error.sentence));
    bool is_film = options->command == COMMAND_FILM, is_real = !options->headless && !is_film;
    if (is_film) forget_for_film(keep);
    if (options->has_talk) keep->settings.talk = options->talk;
    if (options->voice) setting_set_name(setting_row(text_of("voice")), &keep->settings, options->voice);
    keep->written = keep->settings;
    if (is_real || options->config) keep->settings_path = folders->settings;
    if (is_real || options->data) keep->known_path = folders->known_moves;
}

static const char *tell(Keep *keep, bool good, const Error *error, const char *what) {
    if (good || keep->is_told) return NULL;
    keep->is_told = true;
    return text_format(keep->arena, "%s: %s", what, error->sentence);
}

static const char *write_settings(Keep *keep) {
    keep->unwritten_ms = -1;
    if (!keep->settings_path) return NULL;
    Error error = {0};
    Arena scratch = {0};
    bool good = settings_write(&scratch, keep->settings_path, &keep->written, &keep->settings, &error);
    arena_free(&scratch);
    if (good) keep->written = keep->settings;
    return tell(keep, good, &error, "Settings hold until Limber ends");
}

const char *keep_settings(Keep *keep, const Settings *settings) {
    keep->settings = *settings;
    keep->unwritten_ms = 0;
    return NULL;
}

const char *keep_step(Keep *keep, double elapsed_ms) {
    if (keep->unwritten_ms < 0) return NULL;
    keep->unwritten_ms += elapsed_ms;
    return keep->unwritten_ms >= KEEP_WAIT_MS ? write_settings(keep) : NULL;
}

const char *keep_done(Keep *keep, const char *move) {
    known_add(keep->arena, &keep->known, move, keep->today);
    if (!keep->known_path) return NULL;
    Error error = {0};
    bool good = known_write(keep->known_path, &keep->known, &error);
    return tell(keep, good, &error, "What you did is not kept");
}

void keep_session(Keep *keep) {
    known_add_session(&keep->known);
}

Side keep_first_side(const Keep *keep) {
    return keep->known_path && keep->known.sessions % 2 ? LEFT : RIGHT;
}

const char *keep_close(Keep *keep) {
    return keep->unwritten_ms < 0 ? NULL : write_settings(keep);
}
